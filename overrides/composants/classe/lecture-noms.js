// The names in one cell: without what surrounds them, then cut into a name and a first name. Knows nothing of the page.
(() => {
  window.Classe ??= /** @type {any} */ ({});
  const { mots } = window.Classe;

  // « 3 septembre », « 2 mars 2015 »: no name is around a month. (« 2 Maillet », « 3 Avril » are pupils that are counted.)
  const MONTH = "(?:janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|septembre|octobre|novembre|d[ée]cembre)";
  const DATE = `\\d{1,2}(?:er)?\\s+${MONTH}(?:\\s+\\d{4})?`;
  const DAY = new RegExp(`^${DATE}$`, "u");

  // ---- What surrounds a name: a bullet, a number, a record number, a group, a code, an address

  const BEFORE = [
    // « 8 h 30 », « 9 h ».
    /^\d{1,2} ?h(?: ?\d{2})?(?: ?[-–—:|])?\s+(?=\p{Lu})/u,
    new RegExp(`^(?:le )?${DATE}\\s?[:–—-]\\s*(?=\\p{Lu})`, "u"),
    /^(?:[-–—_.•·∙*‣>\uf0b7]|\ufe0f|(?![$€£°+<=|~^¨´\x60])\p{S})+\s*(?=[\p{L}\d[(*])/u,
    /^(?:n[o°º]\.?\s*)?[#(]?(?:\d+\s+)*\d[\d\-/.:h]*[a-df-z]?\)?(?:\s*[-–—|/.)°:]\s*|\s+)(?=\p{L})/iu,
    // « 5 , Roy », as a photograph is read; « 12, rue Feinte » is no pupil.
    /^\d{1,2}\s?,\s*(?=\p{Lu})(?!(?:Rue|Av|Boul|Chemin|Rang|Route))/u,
    // A record number or a permanent code, even glued to the name.
    /^#?\d{4,}(?=\p{Lu}\p{L})/u,
    /^(?:[A-Z]{4}|[a-z]{4})(?:\s?\d){8}[\s,:–-]*(?=\p{L})/u,
    /^<?[^\s<>@]+@[^\s<>@]+[\s,;:–-]+(?=\p{L})/u,
    // « Mme Léa Testard »: alone among others, such a line is another person's.
    /^(?:Mme|Mlle|M\.|Mr|Mrs|Ms)\.?\s+(?=\p{L})/iu,
    /^(?:gr(?:oupe)?|foyer|classe|fiche)\.?\s*:?\s*#?\d\w*\s*[-–—:|]?\s*(?=\p{L})/iu,
    // « A12 », « e1234567 », « [0412345] ».
    /^\p{L}-?\d+(?:\s*[-–—|/.:)]\s*|\s+)(?=\p{Lu})/u,
    /^\[[\d\s-]+\]\s*(?=\p{L})/u,
    /^(?:[a-z][.)]|o)\s+(?=\p{L})/u,
    /^(?:[ée]l[èe]ve|enfant|student)(?:\s*#?\d{1,3}\s?[:.)–—-]|\s?:)\s*(?=\p{Lu})/iu,
    /^\[[ xX✓✗]?\]\s*(?=\p{L})/u,
    /^(?:aux )?parents d(?:e |['’])(?=\p{Lu})/iu,
  ];
  const AFTER = [
    /\s*[._…]{3,}\s*\d*$/u,
    // « Xéna Testard * », « Xéna ✓ », « Xéna 82 % », « Xéna 12,50 $ », « Xéna F 11 ans 2 mois », « née le 2 mars 2015 ».
    /\s*(?:[*†‡…]|\ufe0f|(?![$€£°+<=>|~^¨´\x60])\p{S})+$/u,
    /[\s,;:–—|-]+(?:\$\s?\d[\d\s.,]*|\d[\d\s.,]*\s?[%$])$/u,
    /(?:\s[FMX])?[\s,;:–—|-]+\d{1,2}\s?ans(?:\s(?:et\s)?\d{1,2}\s?mois)?$/u,
    new RegExp(`[\\s,;:–—|-]+(?:n[ée]+(?:\\(e\\))?\\s+le\\s+)?(?:${DATE}$|(?<=le\\s)[\\d/.-]+$)`, "u"),
    // « Xéna Testard. » ends a sentence, « Xéna T. » does not.
    /(?<=\p{Lu}.*\p{Ll}{2})\s?[.;]$/u,
    /[\s,;/]+(?:et|and|&)?$/iu,
    /(?:\s+[-–—|]\s|[\s,;])*(?:<|(?<![^\s<>@,;]))[^\s<>@,;]+@[^\s<>]+>?$/u,
    /[\s,;]*[([](?<![([][^)\]]*?[([])[^)\]]*\d[^)\]]*[)\]]$/u,
    /\s*[([][^()[\]\s]+\s[^()[\]]+[)\]]$/u,
    // The name of an account, a mention, a code: « Xéna Testard (xena) », « Xéna (EHDAA) », « Xéna - absente », « Xéna – 3 mars 2015 »,
    // « Xéna : présente ».
    /\s*[([](?<=\p{Lu}.*)\p{Ll}[^()[\]]*[)\]]$/u,
    /\s*[([](?<=\p{Ll}.*)\p{Lu}{2,}[)\]]$/u,
    /(?:\s+[-–—→]|\s*:)(?<=\p{Lu}\p{Ll}.*)\s+(?!d['’]|d[eu]s?\s|l[ae]\s)(?:\p{Ll}|\p{Lu}{2,5}$|(?=.*\d)\S)[^-–—]*$/u,
    /\s*[([](?:[fmgh]|fille|gar[çc]on|absente?|nouve(?:au|lle)|[ée]l[èe]ve|student)[)\]]$/iu,
    /[\s,;:–—-]+(?:(?:gr\.?|groupe|foyer|classe|fiche)\s*:?\s+\w{1,9}|(?:gr|n[o°º])\.?\s*#?\d\w{0,8})$/iu,
    /[\s,;:–—-]+(?:[A-Z]{4}|[a-z]{4})(?:\s?\d){8}$/u,
    // « Xéna Testard, arrivée hier ».
    /,\s*(?<=\p{Lu}\p{Ll}\S*\s+\p{Lu}\p{Ll}\S*,\s*)\p{Ll}[\p{Ll}'’]+(?:\s\p{Ll}[\p{Ll}'’]*)+$/u,
    // The code of a course.
    /[\s,;:–—|-]+\p{Lu}{3}\d{3}(?:-\d{1,2})?$/u,
    /(?:\s[FMX])?[\s,;:–—|-]+#?\d[\d\s/.:-]*(?:(?:e|re|er|ère)\b)?\s?[A-Za-z]?$/u,
  ];

  // « Fam. » is a title cut short; « Léa Testard. » ends a sentence.
  const isShort = (text) => mots.abrege(text) && !text.split(" ").some(mots.estUsuel);

  // Before a name, bullets say nothing of a pupil; after it, a star or a sign may.
  const BULLETS = /^(?:[-–—_.•·∙*‣>\uf0b7▪◦●○■□☐☑✓✔✅►▶→\s]|\ufe0f)+$/u;
  const SAYS = /[\p{L}\d\p{S}*†‡]/u;

  // A cell's name, and what was around it.
  /** @type {Classe["noms"]["nu"]} */
  function nu(cell) {
    const around = [];
    if (DAY.test(cell)) return { coeur: cell, autour: [] };
    // « Élève 1 » names a pupil by a number: what stands around is all that there is. What surrounds a name is short, and there is little of it: of a text without end, nothing more is looked at.
    const peel = (text, patterns, left = 20) => {
      const part = patterns === AFTER ? text.slice(-300) : text.slice(0, 300);
      const found = patterns.find((one) => one.test(part))?.exec(part)?.[0] ?? "";
      const rest = found && (patterns === AFTER ? text.slice(0, -found.length) : text.slice(found.length));
      if (!left || !/\p{L}/u.test(rest) || mots.estTitre(rest) || (text === `${rest}.` && isShort(text))) return text;
      if (patterns === AFTER || !BULLETS.test(found)) around.push(found.replace(/^[\s,;:]+|[\s,;:]+$/g, ""));
      return peel(rest, patterns, left - 1);
    };
    const coeur = peel(peel(cell, BEFORE), AFTER);
    return { coeur, autour: around.filter((text) => SAYS.test(text) && !/^\d{1,3}[.)]$/.test(text)) };
  }

  // ---- A name and a first name in one cell

  const PARTICLE =
    /^(?:de|du|des|d['’].*|la|le|les|l['’].*|van|von|der|den|di|da|del|della|dos|el|al|ben|bin|st|ste|saint|sainte|mac|mc|o['’].*|ait|abu|abou|bou|ould|san|santa|y)$/iu;
  // « J.-F. » are initials.
  const isCapitals = (word) => /\p{Lu}{2}/u.test(word) && word === word.toUpperCase();

  const parts = (nom, prenom, doute = false) => ({ nom: nom.trim(), prenom: prenom.trim(), doute });

  // Where family names are in capitals and first names are not, that says where to cut.
  function byCapitals(words) {
    const capitals = words.map(isCapitals);
    // (« LÉA T. » has no other letters.)
    if (words.every((word, index) => capitals[index] || /^\p{Lu}\.?$/u.test(word)) || !capitals.some(Boolean)) return null;
    const [first, last] = [capitals.indexOf(true), capitals.lastIndexOf(true)];
    if (capitals.slice(first, last + 1).includes(false) || (first > 0 && last < words.length - 1)) return null;
    const begin = withParticles(words, first);
    const others = [...words.slice(0, begin), ...words.slice(last + 1)];
    return parts(words.slice(begin, last + 1).join(" "), others.join(" "));
  }

  // « Léa de la FEINTE »: the particles in small letters are the family name's.
  function withParticles(words, first) {
    const small = (word) => PARTICLE.test(word) && word === word.toLowerCase();
    const before = words.slice(0, first).findLastIndex((word) => !small(word) && !/^(?:Van|Von|De|Di|Da)$/.test(word));
    return before < 0 ? first : before + 1;
  }

  const isInitial = (word) => /^\p{Lu}\.$/u.test(word);
  // « Thi Mai N. », « Léa G. T. »: initials end the name, after one word at least.
  const initialsOf = (words) => words.length - 1 - words.findLastIndex((word, index) => !index || !isInitial(word));

  // How many words the first name takes, from the side where it is: two where both are usual, or where one is an initial (« M. » may begin a line).
  function length(words, forward) {
    const [one, other] = words;
    return words.length > 2 &&
      (isInitial(other) || (!forward && isInitial(one)) || (mots.estUsuel(one) && mots.estUsuel(other) && !PARTICLE.test(other)))
      ? 2
      : 1;
  }

  function byOrder(words, ordre) {
    const forward = ordre === "prenom-nom";
    const initials = forward ? initialsOf(words) : 0;
    const taken = initials ? words.length - initials : length(forward ? words : [...words].reverse(), forward);
    // « Ste Marie Xéna »: a particle alone is no family name.
    const cut = forward ? taken : words.length - (words.slice(0, -taken).every((word) => PARTICLE.test(word)) ? 1 : taken);
    const [one, other] = [words.slice(0, cut), words.slice(cut)];
    const family = forward ? other : one;
    // (« L’Heureux » is a name by itself.)
    const particles = family.findIndex((word) => !PARTICLE.test(word) || /['’]/.test(word));
    const doute = words.filter((word, index) => !index || !isInitial(word)).length - particles > 2 && particles >= 0;
    // « Le Gia Huy » has the family of « Lê », « Le Bel Léa » another one.
    const short = !forward && words[0] === "Le" && words.length > 2 && !mots.estUsuel(other[0]);
    return forward ? parts(other.join(" "), one.join(" "), doute) : parts(one.join(" "), other.join(" "), doute || short);
  }

  // « Testard, Xéna » or « Xéna Testard », cut according to the order; `doute` where another cut is as likely. `capitales` says that family
  // names are in capitals, as most of the list's are.
  /** @type {Classe["noms"]["couper"]} */
  function couper(cell, ordre, capitales = true) {
    const [suffix] = SUFFIX.exec(cell) ?? [];
    if (!suffix) return cut(cell, ordre, capitales);
    const { nom, prenom } = cut(cell.slice(0, -suffix.length), ordre, capitales);
    return parts(nom + suffix, prenom, true);
  }

  // « Testard, Xéna Jr », « Xéna Testard III »: what tells a child from a parent ends the family name.
  const SUFFIX = /(?<=\S[\s,]+[^\s,]+)\s(?:[JS][Rr]\.?|III?|IV)$/u;

  function cut(cell, ordre, capitales) {
    const comma = cell.indexOf(",");
    if (comma >= 0) {
      const [one, other] = [cell.slice(0, comma), cell.slice(comma + 1)];
      const doute = other.includes(",");
      return ordre === "prenom-nom" ? parts(other, one, doute) : parts(one, other, doute);
    }
    // « Testard (Xéna) » has two words.
    const words = cell.replace(/^(\S+) \((\S+)\)$/u, "$1 $2").split(" ");
    if (words.length < 2) return parts(cell, "");
    return (capitales && byCapitals(words)) || byOrder(words, ordre);
  }

  // Whether capitals tell the family name in one cell; in few of them, they are those of a mention (« TSA ») or of initials.
  const enCapitales = (cell) => Boolean(byCapitals(cell.split(" ")));

  // « De La Feinte »: several words that are one family name by themselves.
  const estCompose = (cell) => cell.split(" ").some((word) => PARTICLE.test(word));

  // Two names run together, as two pastes without a line end leave them: « OdonZénobe », « OdonZÉNOBE », « TESTARDOdon », but not « McDonald »
  // nor « LeBlanc ».
  const COLLES = /(?<!\p{L})(?!Mac|Des|Del|Dos|Van|Von|Ver|Ben|Abd|Fitz)\p{Lu}\p{Ll}{2,}\p{Lu}|\p{Lu}\p{Ll}{3,}\p{Lu}|\p{Lu}{4,}\p{Ll}{2}/u;

  window.Classe.noms = { nu, couper, isCapitals, enCapitales, estCompose, colles: (text) => COLLES.test(text.normalize("NFC")) };
})();
