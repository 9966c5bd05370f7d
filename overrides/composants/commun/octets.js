// The bytes of a text file to letters: which encoding wrote them is looked for, said and can be changed. Knows nothing of the page.
(() => {
  // What the browser does not decode by itself: the upper half of DOS 850, as an old Excel or a « CSV (MS-DOS) » writes it.
  const DOS_850 =
    "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0";
  // What is chosen among, where the bytes do not say it themselves.
  /** @type {Record<string, string>} */
  const NAMES = { "windows-1252": "Windows-1252", macintosh: "Mac", "dos-850": "DOS 850" };
  const LEGACY = Object.keys(NAMES);

  const fromDos = (bytes) => Array.from(bytes, (byte) => (byte < 128 ? String.fromCharCode(byte) : DOS_850[byte - 128])).join("");

  /** @param {string} encoding */
  const decode = (bytes, encoding, fatal = false) => (encoding === "dos-850" ? fromDos(bytes) : new TextDecoder(encoding, { fatal }).decode(bytes));

  function strict(bytes) {
    try {
      return decode(bytes, "utf-8", true);
    } catch {
      return null;
    }
  }

  // ---- Which of the older encodings makes French of these bytes

  const SMALL = /[éèêëàâçîïôûùüœæ]/u;
  const CAPITAL = /[ÉÈÊËÀÂÇÎÏÔÛÙÜŒÆ]/u;
  const APART = /[«»\u00a0–—…]/u;
  const isLetter = (sign) => /\p{L}/u.test(sign);
  const isSmall = (sign) => /\p{Ll}/u.test(sign);
  const isCapital = (sign) => /\p{Lu}/u.test(sign);

  // How well a sign sits between its neighbours: a French letter, of the case of the word around it; punctuation, outside words.
  function fit(sign, before, after) {
    if (sign === "’") return isLetter(before) && isLetter(after) ? 3 : -1;
    if (APART.test(sign)) return isLetter(before) && isLetter(after) ? -2 : 1;
    if (SMALL.test(sign)) return isCapital(before) && isCapital(after) ? -1 : 3;
    if (isCapital(sign) && isSmall(before)) return -3;
    if (CAPITAL.test(sign)) return 2;
    return isLetter(sign) && !/[ƒªº]/u.test(sign) ? 1 : -2;
  }

  function score(text) {
    const signs = [...text.slice(0, 20000)];
    return signs.reduce((sum, sign, index) => (sign < "\u0080" ? sum : sum + fit(sign, signs[index - 1] ?? "", signs[index + 1] ?? "")), 0);
  }

  // UTF-16 without its mark: every other byte of a text in Latin letters is a zero.
  function wide(bytes) {
    const zeros = [0, 0];
    const most = Math.min(bytes.length, 2000);
    for (let index = 0; index < most; index += 1) if (!bytes[index]) zeros[index % 2] += 1;
    const [even, odd] = zeros;
    if (most < 8 || bytes.length % 2) return "";
    if (odd > most / 5 && odd > 10 * even) return "utf-16le";
    return even > most / 5 && even > 10 * odd ? "utf-16be" : "";
  }

  function guess(bytes) {
    const marked = { "255,254": "utf-16le", "254,255": "utf-16be" }[bytes.slice(0, 2).join()] ?? wide(bytes);
    if (marked) return marked;
    if (strict(bytes) !== null) return "utf-8";
    return LEGACY.map((encoding) => ({ encoding, points: score(decode(bytes, encoding)) })).sort((a, b) => b.points - a.points)[0].encoding;
  }

  // `{ texte, encodage, sur, possibles }`; `encodage` is one of `noms`, `sur` tells whether the bytes themselves say it, `possibles` what else to try.
  /** @type {Octets["lire"]} */
  function lire(bytes, choisi = "") {
    const encodage = choisi || guess(bytes);
    const sur = !LEGACY.includes(guess(bytes));
    const texte = decode(bytes, encodage).replace(/^\ufeff/, "");
    return { texte, encodage, sur, possibles: sur ? [encodage] : LEGACY };
  }

  window.Octets = { lire, noms: NAMES };
})();
