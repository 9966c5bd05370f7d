// The bytes of a text file to letters: which encoding wrote them is looked for, said and can be changed. Knows nothing of the page.
(() => {
  // What the browser does not decode by itself: the upper half of DOS 850, as an old Excel or a « CSV (MS-DOS) » writes it.
  const DOS_850 =
    "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0";
  // What is chosen among, where the bytes do not say it themselves; the likeliest first.
  /** @type {Record<string, string>} */
  const NAMES = { "windows-1252": "Windows-1252", macintosh: "Mac", "dos-850": "DOS 850", "utf-8": "UTF-8" };
  const LEGACY = ["windows-1252", "macintosh", "dos-850"];

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

  // What each sign beyond ASCII is worth where it stands, all told: a letter of French in its place 2 or 3, another 1, another sign -2 to 3.
  /** @type {[RegExp, number][]} */
  const WORTH = [
    [/(?![a-z])\p{L}/iu, 1],
    [/[^\0-\x7f\p{L}]|[ƒªº]/u, -2],
    // Where French puts its letters: « à » at the end of few words, no « â » at the end of one nor after a vowel, a diaeresis after a vowel only.
    [/(?<=\p{L})é|é(?![ae])|[èêœ](?=\p{L})|(?:(?<![aeiou])â|î)(?=[^\W_aeiou])|ç(?=[aeiouyé])|(?<![^\P{L}lj])à(?!\p{L})|(?<=[aeou])[ëïü]|[ôûù]/iu, 1],
    // Few of them begin a word.
    [/é|(?<![^\P{L}lj])à(?!\p{L})|(?<=\p{L})[èêëâçîïôûùüœ]/iu, 1],
    // Fewer are one.
    [/(?<!\p{L})(?![a-zàéô])\p{L}(?!\p{L})/iu, -3],
    // A capital after a small letter or before one, in a word; a small letter before a capital, or at the end of capitals, though some write « ANDRé ».
    [/(?<=\p{Ll})(?![A-Z])\p{Lu}|(?<=\p{L})(?![A-Z])\p{Lu}(?=\p{Ll})|(?![a-z])\p{Ll}(?=\p{Lu})|(?<=\p{Lu}{2})(?![a-zé])\p{Ll}(?!\p{Ll})/u, -6],
    // « l’eau », « fin” », « n° 5 », « 25 ¢ »; a dash may join two names, « € » touches no word.
    [/(?<=\p{L})’(?=\p{L})/u, 5],
    [/(?<=\p{L})”(?!\p{L})|(?<=[nN\d\s])°/u, 4],
    [/(?<!\p{L})[«»“‘\u00a0…–—]|[«»’\u00a0…](?!\p{L})|[–—](?!\p{Ll})|(?<!\p{L})[€½¼¾×•±](?!\p{L})|(?<=\d\s?)[¢£]/u, 3],
  ];

  const count = (text, pattern) => text.split(pattern).length - 1;
  // Of its beginning, which is enough and takes no time.
  const score = (text) => WORTH.reduce((sum, [pattern, points]) => sum + points * count(text.slice(0, 200000), pattern), 0);

  // UTF-8 but for a few bytes, as a line that came from elsewhere or a cut end leaves them (a last letter cut in two is not looked at). What a
  // Macintosh writes « ’é » would be a letter of UTF-8, of those that no list has: Greek, Armenian.
  function mostly(bytes) {
    const text = new TextDecoder().decode(bytes, { stream: true });
    return count(text, /[^\0-\x7f]/u) > 2 * count(text, /[\u0250-\u058f\ufffd]/);
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
    if (strict(bytes) !== null || mostly(bytes)) return "utf-8";
    return LEGACY.map((encoding) => ({ encoding, points: score(decode(bytes, encoding)) })).sort((a, b) => b.points - a.points)[0].encoding;
  }

  // `{ texte, encodage, sur, possibles }`; `encodage` is one of `noms`, `sur` tells whether the bytes themselves say it, `possibles` what else to try.
  /** @type {Octets["lire"]} */
  function lire(bytes, choisi = "") {
    const found = guess(bytes);
    const encodage = choisi || found;
    const sur = !LEGACY.includes(found) && (found !== "utf-8" || strict(bytes) !== null);
    const texte = decode(bytes, encodage).replace(/^\ufeff/, "");
    return { texte, encodage, sur, possibles: sur ? [encodage] : found === "utf-8" ? [found, ...LEGACY] : LEGACY };
  }

  // What is to be checked of what `lire` read, in sentences, or nothing: `fichier` begins the first.
  /** @type {Octets["doute"]} */
  function doute({ encodage, sur }, fichier = "Ce fichier") {
    if (sur) return "";
    const name = `«\u00a0${NAMES[encodage]}\u00a0»`;
    return encodage === "utf-8"
      ? `${fichier} a été lu comme ${name}, sauf des lettres\u00a0: «\u00a0\ufffd\u00a0» tient leur place. Écrivez-les.`
      : `${fichier} ne dit pas comment ses lettres sont codées. Elles ont été lues comme ${name}\u00a0: vérifiez les accents.`;
  }

  window.Octets = { lire, doute, noms: NAMES };
})();
