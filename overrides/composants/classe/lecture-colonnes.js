// The columns of a class list: which hold the pupils' names, in which order, and why. Where several readings are possible, all of them.
// Knows nothing of the page.
(() => {
  window.Classe ??= /** @type {any} */ ({});
  const { mots, lignes, noms } = window.Classe;
  const { share } = lignes;
  const { isCapitals } = noms;
  const collation = new Intl.Collator("fr-CA");

  // ---- What a column looks like

  const CATEGORIES = new Set(
    (
      "oui non yes no vrai faux true false o n m f h g x fille garcon masculin feminin male female present absent presente absente actif active inactif regulier reguliere eleve etudiant etudiante student " +
      "learner member membre owner teacher enseignant parent francais anglais mathematique mathematiques lundi mardi mercredi jeudi vendredi recu remis"
    ).split(" "),
  );
  const count = (cell, kind) => (cell.match(kind) ?? []).length;
  const isCategory = (cell) => CATEGORIES.has(mots.plain(cell));
  const isWorded = (cell) => /^[\p{L}\p{M}][\p{L}\p{M}'’ʼ.,\-() /]*$/u.test(cell);
  const isCoded = (cell) => cell.includes("@") || count(cell, /\d/g) * 2 >= count(cell, /\p{L}/gu);
  const isInitial = (cell) => /^\p{Lu}\.?$/u.test(cell);
  const isSmall = (cell) => /^\p{Ll}/u.test(cell);
  const hasComma = (cell) => /^[^,]+,[^,]+/.test(cell);
  const isSorted = (cells) => cells.length > 2 && cells.every((cell, index) => !index || collation.compare(cells[index - 1], cell) <= 0);

  // « Xéna • Abélard », « Odon501 »: no name by itself, but there may be one in it.
  const holdsWord = (cell) => /\p{Lu}\p{Ll}{2}|^\p{Lu}{3,}$/u.test(cell) && !isCategory(cell) && !cell.includes("@");

  /** @returns {Omit<ColonneClasse, "virguleEspace">} */
  function portray(index, rows, titre, sens) {
    const cells = rows.map((row) => noms.nu(row[index] ?? "").coeur).filter(Boolean);
    const distinct = new Set(cells).size;
    const constant = distinct * 4 <= cells.length + 1;
    // « Parent » and « Français » are families, amid others or where nothing comes back.
    const isSaid = share(cells, isCategory) > 0.8 && (distinct < cells.length || distinct < 4) ? isCategory : () => false;
    return {
      index,
      titre,
      sens,
      cells,
      civil: rows.some((row) => mots.estCivil(row[index] ?? "")),
      nomme: cells.length >= rows.length / 3 && share(cells, (cell) => isWorded(cell) && !isSaid(cell)) > 0.5,
      autre: !cells.length || share(cells, (cell) => isSaid(cell) || isCoded(cell)) >= 0.5,
      virgule: share(cells, hasComma) > 0.5,
      plein: share(cells, (cell) => /\S[\s,]+\S/u.test(cell)) > 0.5,
      constant,
      parle: !titre && !constant && share(cells, holdsWord) > 0.5,
      distinct,
    };
  }

  // ---- In which order

  // Whether usual first names tell enough: one or two of them may be the names of families.
  function outweighs(...sides) {
    const [least, most] = sides.map((cells) => cells.filter(mots.estClair).length).sort((a, b) => a - b);
    return (most > 2 && most > 3 * least) || (!least && most * 2 >= sides[0].length);
  }

  // Whether the first of two lists of words holds the first names: 1 if so, -1 if the other does, with how sure; 0 if nothing tells.
  function firstNames(left, right) {
    const [begun, initials] = [left, right].map((cells) => share(cells, isInitial) > 0.6);
    const repeated = (cells) => cells.length - new Set(cells).size;
    const signs = [
      // « LÉA T. », « TREMBLAY L. ».
      [initials && share(left, mots.estUsuel) > 0.3, initials && share(left, mots.estFamille) > 0.3, 1, true],
      // « L. TREMBLAY », « T. LÉA ».
      [begun && share(right, mots.estFamille) > 0.3, begun && share(right, mots.estClair) > 0.3, 1, true],
      [share(right, isCapitals) > 0.7, share(left, isCapitals) > 0.7 && !initials, 1, !begun],
      [share(left, mots.estClair), share(right, mots.estClair), 0.1, outweighs(left, right)],
      [share(left, mots.estUsuel), share(right, mots.estUsuel), 0.1, false],
      [repeated(right), repeated(left), 2, false],
      [isSorted(right), isSorted(left), 1, false],
    ];
    const told = signs.find(([yes, no, least]) => Math.abs(Number(yes) - Number(no)) >= Number(least));
    return told ? { sign: Number(told[0]) > Number(told[1]) ? 1 : -1, sure: Boolean(told[3]) } : { sign: 0, sure: false };
  }

  // « Testard, Xéna »: a comma and a space after the family name, unless the usual first names come before.
  function usualOrder(one, other) {
    const lead = (test) => share(one.cells, test) - share(other.cells, test);
    if (lead(mots.estClair) >= 0.3 || isTurned(one.cells, other.cells)) return { sign: 1, sure: false };
    // « Paul, Kiana »: the first names before are those of many families.
    return { sign: -1, sure: lead(mots.estUsuel) < 0.3 };
  }
  // First names that no family has, or names that most are families', on the other side of a comma; there, capitals, or the order of the alphabet.
  function isTurned(before, after) {
    if (share(after, isCapitals) > share(before, isCapitals) + 0.5 || (after.length > 3 && isSorted(after) && !isSorted(before))) return true;
    const count = (one, other) => one.filter(mots.estClair).length + other.filter(mots.estFamille).length;
    return count(before, after) > 2 * count(after, before);
  }

  /** @returns {Piste[]} */
  function pair(one, other, pourquoi) {
    const { virguleEspace: comma } = one;
    const { sign, sure } = comma && other.index === one.index + 1 ? usualOrder(one, other) : firstNames(one.cells, other.cells);
    const first = reading([one, "nom"], [other, "prenom"], pourquoi);
    const second = reading([other, "nom"], [one, "prenom"], pourquoi);
    if (sign && sure) return [sign > 0 ? second : first];
    return sign > 0 ? [second, first] : [first, second];
  }

  function reading(nom, prenom, pourquoi) {
    const roles = new Map([nom, prenom].filter(Boolean).map(([column, role]) => [column.index, role]));
    return { roles, pourquoi };
  }

  const ends = (cells, sign) => [0, -1].map((at) => cells.map((cell) => cell.split(sign).at(at)));

  // One column with both: the order that its title, its commas or its words tell; `family` says which comes first where nothing does.
  /** @returns {Piste[]} */
  function whole(column, pourquoi, family = false) {
    const as = (role) => reading([column, role], null, pourquoi);
    if (!column.plein || !column.nomme) return [as("complet")];
    if (column.sens.ordre) return [as(column.sens.ordre)];
    const [before, after] = ends(column.cells, column.virgule ? /\s*,\s*/u : /[,\s]+/u);
    const { sign, sure: certain } = firstNames(before, after);
    if (column.virgule)
      return (sign > 0 && share(before, mots.estUsuel) > 0.3) || isTurned(before, after) ? [as("prenom-nom"), as("nom-prenom")] : [as("nom-prenom")];
    const familyFirst = sign < 0 || (!sign && (family || share(column.cells, isCapitals) > 0.7));
    const bySign = familyFirst ? ["nom-prenom", "prenom-nom"] : ["prenom-nom", "nom-prenom"];
    return sign && certain ? [as(bySign[0])] : bySign.map(as);
  }

  // ---- Which columns

  // Whether two columns say the same thing on each line, so that either will do.
  const same = (one, other) => one.cells.join("\n") === other.cells.join("\n");

  function byTitles(columns) {
    const named = columns.filter(({ sens, cells }) => ["nom", "prenom", "complet"].includes(sens.genre) && cells.length);
    // Under « Élève HDAA », « Oui » is no name; nor is « Qui vient chercher votre enfant? » beside « Nom de votre enfant » a title of pupils.
    const sure = named.some(({ sens }) => sens.eleve && sens.entier);
    const worded = named.filter(({ sens, autre }) => sens.genre !== "complet" || (!autre && (sens.entier || !sure)));
    const of = (genre) => ofPupils((worded.length ? worded : named).filter(({ sens }) => sens.genre === genre));
    const [nom, prenom, complet] = ["nom", "prenom", "complet"].map(of);
    const unknown = columns.filter(({ sens, nomme }) => !sens.genre && nomme);
    const both = nom.find(({ virgule }) => virgule);
    // « Élève » beside the « Nom » and « Prénom » of somebody else.
    const pupil = complet.find(({ plein, sens, cells }) => plein && sens.eleve && share(prenom[0]?.cells ?? [], isIn(cells)) < 0.5);
    if (nom.length && prenom.length) return [both, pupil].flatMap((one) => (one ? whole(one, TITLE) : [])).concat(titledPairs(nom, prenom));
    if (complet.length) return titledWhole(complet[0], nom[0], prenom[0], unknown);
    if (nom.length) return titledAlone(nom[0], "nom", unknown);
    return prenom.length ? titledAlone(prenom[0], "prenom", unknown) : [];
  }

  const TITLE = "d’après les titres";
  // « Nom de l’élève », beside the name of who answers.
  const ofPupils = (columns) => (columns.some(({ sens }) => sens.eleve) ? columns.filter(({ sens }) => sens.eleve) : columns);
  const isIn = (cells) => (name) => cells.some((cell) => cell.includes(name));
  // Commas or usual first names in a column that has several words: it holds the first names too.
  const holdsBoth = ({ plein, virgule, cells }) =>
    plein && (virgule || share(cells, (cell) => cell.split(" ").some(mots.estUsuel) || noms.enCapitales(cell)) > 0.3);

  function titledPairs(nom, prenom) {
    // The column that has a name for most pupils, then the one in the same place among its kind, then the nearest: « Prénom préféré » is filled
    // for some alone.
    const apart = (one, other) => Math.abs(one.index - other.index);
    const fuller = (a, b) => b.cells.length - a.cells.length;
    const peer = (one) => prenom[nom.length === prenom.length ? nom.indexOf(one) : -1];
    const near = (one) =>
      [...prenom].sort((a, b) => fuller(a, b) || Number(b === peer(one)) - Number(a === peer(one)) || apart(a, one) - apart(b, one))[0];
    const [main] = [...nom].sort(fuller);
    const mate = near(main);
    const others = [
      ...prenom.filter((one) => one !== mate && nom.length === 1 && !same(one, mate)).map((one) => [main, one]),
      ...nom.filter((one) => one !== main && !same(one, main)).map((one) => [one, near(one)]),
    ];
    return [[main, mate], ...others].map(([one, other]) => reading([one, "nom"], [other, "prenom"], TITLE));
  }

  // A title of whole names may stand over two columns, or over the one that lacks its title.
  function titledWhole(column, nom, prenom, unknown) {
    if (column.plein) return whole(column, TITLE);
    if (prenom) return [reading([column, "nom"], [prenom, "prenom"], TITLE)];
    if (nom) return [...(nom.plein ? whole(nom, TITLE, true) : []), reading([nom, "nom"], [column, "prenom"], TITLE)];
    const beside = unknown.find(({ index, titre, plein }) => index === column.index + 1 && !titre && !plein);
    return beside ? pair(column, beside, "un titre pour deux colonnes") : whole(column, TITLE);
  }

  function titledAlone(column, role, unknown) {
    if (holdsBoth(column) || (column.plein && (role === "prenom" || !unknown.some(({ plein }) => !plein))))
      return role === "nom" ? whole(column, TITLE, true) : [reading([column, "complet"], null, TITLE)];
    const mates = unknown.filter(({ constant, plein }) => !constant && !plein);
    const other = role === "nom" ? "prenom" : "nom";
    const found = mates.map((mate) => reading([column, role], [mate, other], "un titre reconnu sur deux"));
    return [...found, reading([column, "complet"], null, TITLE)];
  }

  function byCells(columns) {
    const all = columns.filter(({ sens, nomme }) => nomme && !["ailleurs", "groupe"].includes(sens.genre));
    // A letter is a sex, a group or an initial, where other words are the names.
    const worded = all.filter(({ cells }) => share(cells, (cell) => /\p{L}{2}/u.test(cell)) > 0.5);
    const fit = worded.length > 1 || worded.some(({ plein }) => plein) ? worded : all;
    const [full, short] = [fit.filter(({ plein }) => plein), fit.filter(({ plein }) => !plein)];
    const why = "d’après les mots";
    // Names of several words stand alone, beside « 2e année ».
    if (columns.length === 2 && all.length < 2 && !columns.some(({ autre }) => autre) && !all.some(holdsBoth)) return last(columns);
    if (fit.length === 1) return [...parents(columns, fit[0], why), ...whole(fit[0], why)];
    if (short.length > 1)
      return sortedBy(
        full.some((one) => isVaried(one) && (one.virgule || !short.some(isVaried))),
        pairs(short, why),
        full.flatMap((one) => whole(one, why)),
      );
    if (short.length === 1 && full.length) return mixed(full, short[0], why);
    if (full.length > 1) return several(full, why);
    return last(columns);
  }

  // « Parent » on each line, beside single words: what all are, or the family of all.
  function parents(columns, one, why) {
    const said = columns.find(({ sens, cells }) => !sens.genre && cells.length > 0 && cells.every((cell) => /^parent$/i.test(cell)));
    return said && !one.plein ? [reading([said, "nom"], [one, "prenom"], why)] : [];
  }

  // No two pupils have the same name; a town or a role comes back.
  const isVaried = ({ cells, distinct }) => cells.length > 2 && distinct === cells.length;
  const sortedBy = (later, one, other) => (later ? [...other, ...one] : [...one, ...other]);

  // Columns of single words: the two that vary, beside one another first.
  function pairs(short, why) {
    const varied = short.filter(({ constant }) => !constant);
    const some = varied.length > 1 ? varied : short;
    const beside = some.slice(1).map((one, index) => [some[index], one]);
    return beside.sort((a, b) => score(b) - score(a)).flatMap(([one, other]) => pair(one, other, why));
  }

  // Family names and first names vary; a town or a subject comes back.
  const score = ([one, other]) => Math.min(one.distinct, other.distinct) - (other.index - one.index) / 100;

  function mixed(all, short, why) {
    const full = all.filter(({ constant }) => !constant || all.every((one) => one.constant));
    const single = full.flatMap((one) => whole(one, why));
    const two = full.flatMap((one) => (one.index < short.index ? pair(one, short, why) : pair(short, one, why)));
    // « De La Feinte, Xéna »: a comma and a space, and no first names before. « Xéna Testard, Alma » may have a town there.
    const family = (one) => one.index < short.index && !holdsBoth(one) && share(one.cells, noms.estCompose) > 0.5;
    // « García López, José »: the usual first names are all after the comma.
    const given = (one) => one.index < short.index && !holdsBoth(one) && share(short.cells, mots.estUsuel) > 0.5;
    // (The comma of "Testard, Xéna" within quotes parts no columns.)
    const isParted = (one) => one.index > short.index || family(one) || given(one);
    if (short.virguleEspace && !full.some(({ virgule }) => virgule) && full.every(isParted)) return two;
    if (share(short.cells, isSmall) > 0.5) return single;
    return full.some(holdsBoth) || short.constant ? [...single, ...two] : [...two, ...single];
  }

  function several(full, why) {
    const ordered = [...full].sort((a, b) => Number(b.virgule) - Number(a.virgule) || Number(a.constant) - Number(b.constant));
    const single = ordered.flatMap((one) => whole(one, why));
    const two = full.length === 2 && !full.some(({ virgule }) => virgule) ? pair(full[0], full[1], why) : [];
    return full[0].cells.length === 1 ? [...two, ...single] : [...single, ...two];
  }

  // Nothing looks like names: of two columns, both, unless one holds numbers, addresses or marks.
  function last(columns) {
    const worded = columns.filter(({ autre }) => !autre);
    const fit = worded.some(({ sens }) => !sens.tiers) ? worded.filter(({ sens }) => !sens.tiers) : worded;
    const [one, other] = fit.length ? fit : columns;
    if (!other) return whole(one, "faute de mieux");
    if (fit.length > 2) return [reading([one, "complet"], null, "faute de mieux")];
    return pair(one, other, "faute de mieux");
  }

  const key = ({ roles }) => [...roles].sort(([a], [b]) => a - b).join();

  // The possible readings, the likeliest first, each once: which role each column has, and why.
  /** @type {Classe["colonnes"]["pistes"]} */
  function pistes(columns) {
    const titled = byTitles(columns);
    const found = titled.length ? titled : byCells(columns);
    return [...new Map(found.map((one) => [key(one), one])).values()];
  }

  // Whether the title of the group over a column, or its own, says that its names are another's.
  function meanings(titles, groups) {
    let over = "";
    return titles.map((title, index) => {
      over = groups[index] || over;
      const said = mots.titre(title);
      const above = mots.titre(over);
      return over && above.tiers && said.genre ? { ...said, genre: "ailleurs", tiers: true } : said;
    });
  }

  /** @type {Classe["colonnes"]["decrire"]} */
  function decrire(rows, titles, groups = [], commas = false) {
    const width = Math.max(titles.length, ...rows.map((row) => row.length));
    const names = Array.from({ length: width }, (_, index) => titles[index] ?? "");
    const said = meanings(names, groups);
    return names.map((title, index) => ({ ...portray(index, rows, title, said[index]), virguleEspace: commas }));
  }

  window.Classe.colonnes = { decrire, pistes, isSorted };
})();
