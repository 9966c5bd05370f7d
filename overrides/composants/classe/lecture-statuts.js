// The lines of a class list: titles, repeated or not, lines of a report, pupils; and what does not fit in a line. Each has its reason.
// Knows nothing of the page.
(() => {
  window.Classe ??= /** @type {any} */ ({});
  const { mots, lignes, noms, foyers } = window.Classe;
  const { share, commonest } = lignes;

  const full = (row) => row.filter(Boolean);
  const text = (row) => full(row).join(" ");
  const extent = (row) => row.findLastIndex(Boolean) + 1;
  const isWhole = (name) => /\S[\s,]+\S/.test(name);
  const isInitials = (content) => /^\p{Lu}{2,3}$/u.test(content);
  const folded = (row) => row.map(mots.plain).join("\t");

  // ---- Titles

  const kinds = (row) => row.map((cell) => mots.titre(cell).genre);
  const names = (row) => kinds(row).filter((kind) => ["nom", "prenom", "complet"].includes(kind)).length;

  const titled = (cell) => mots.titre(cell).genre === "complet" && mots.titre(cell).faible;

  // « Child » could be a name: alone above whole names, it is their title.
  const isTitleAbove = ([first, ...rest]) =>
    Boolean(first) && full(first).length === 1 && titled(first[0]) && rest.length > 0 && share(rest, (row) => isWhole(text(row))) > 0.9;

  // A line that comes back amid whole names, never twice in a row, is what each pupil is, « Élève », or what a page does with it, « Plus d’options »,
  // rather than titles or a name.
  function refrain(rows) {
    const counts = new Map();
    rows.filter((row) => full(row).length === 1).forEach((row) => counts.set(text(row), (counts.get(text(row)) ?? 0) + 1));
    const often = [...counts].filter(([word, count]) => count * 4 >= rows.length && (mots.titre(word).genre ? count > 1 : count > 2));
    const [word] = often.length === 1 ? often[0] : [null];
    const others = rows.map(text).filter((one) => one !== word && !isInitials(one));
    const apart = rows.every((row, index) => !index || text(row) !== word || text(rows[index - 1]) !== word);
    return apart && share(others, isWhole) >= 0.5 ? word : null;
  }

  // A word that comes back below, on another line, is what a pupil is (« Élève », « Autobus ») rather than a title.
  const comesBack = (rows, row, index) =>
    rows.some((other) => folded(other) !== folded(row) && mots.plain(other[index] ?? "") === mots.plain(row[index]));
  const isEchoed = (rows, row) => names(row) < 2 && row.some((cell, index) => mots.titre(cell).genre && comesBack(rows, row, index));

  const isSecond = (row) => names(row) > 0 && full(row).every((cell) => mots.titre(cell).genre);
  // « Nom de ⇥ Date de » goes on with « l’élève ⇥ naissance », or « FAMILLE ⇥ NAISSANCE ».
  const isRest = (above, row) =>
    full(row).every((cell) => mots.titre(cell).entier) &&
    (full(row).every((cell) => /^[(\p{Ll}]/u.test(cell)) || above.some((cell) => /\s(?:d[eu']s?|et)$/i.test(cell)));

  // Two lines of titles as one: each goes on below, or stands above alone, as a cell that is merged leaves it. (What covers several columns
  // has its own titles below.)
  function under(above, row) {
    const covers = (at) => !above[at + 1] && row[at + 1];
    const alone = (at) => row[at] || (covers(at) ? "" : above[at]) || "";
    const width = Math.max(above.length, row.length);
    return Array.from({ length: width }, (_, at) => (isRest(above, row) ? text([above[at], row[at]]) : alone(at)));
  }

  // Which lines are titles: those that end the first titles, those above them, and the same again further down.
  function heads(rows, entete, often) {
    if (entete === false) return { first: -1, last: -1, all: new Set() };
    // « Enseignante » at the end, under who signs, is above nothing; « Accompagnateurs » below pupils, above who is none.
    const isOfOthers = (row, index) =>
      full(row).length === 1 && mots.titre(text(row)).tiers && (index > 0 || (!mots.estTitres(rows[1] ?? []) && rows.slice(2).some(mots.estTitres)));
    const begins = (row, index) =>
      (!index || index < rows.length - 1) && mots.estTitres(row) && text(row) !== often && !isEchoed(rows, row) && !isOfOthers(row, index);
    const first = entete || isTitleAbove(rows) ? 0 : rows.findIndex(begins);
    let last = first;
    while (first >= 0 && rows[last + 1] && (isRest(rows[last], rows[last + 1]) || isSecond(rows[last + 1]))) last += 1;
    const again = (row) =>
      folded(row) === folded(rows[last]) ||
      (mots.estTitres(row) && (names(row) > 1 || (full(row).length > 1 && full(row).every((cell) => mots.titre(cell).entier))));
    const all = rows.flatMap((row, index) => ((index >= first && index <= last) || (first >= 0 && index > last && again(row)) ? [index] : []));
    return { first, last, all: new Set(first >= 0 ? all : []) };
  }

  // Titles further down that put the names elsewhere: two tables, which cannot be read as one.
  function otherTable(rows, { last, all }) {
    const places = (row) => ["nom", "prenom"].map((kind) => kinds(row).indexOf(kind));
    // The same titles again, at the next page, begin no other one.
    return [...all].some(
      (index) =>
        index > last &&
        folded(rows[index]) !== folded(rows[last]) &&
        (!names(rows[index]) || places(rows[index]).some((place, kind) => place >= 0 && places(rows[last])[kind] !== place)),
    );
  }

  // Without a known title, the first line may be titles all the same: its words are short for some, or a column of numbers begins with a word.
  function mayBeTitles([first, ...rest]) {
    if (!first || !rest.length || full(first).some(mots.estUsuel)) return false;
    return (
      first.some((cell, index) => mots.abrege(cell) || (isTitle(cell) && !comesBack(rest, first, index))) ||
      first.some((cell, index) => isWordOverNumbers(cell, rest.map((row) => row[index] ?? "").filter(Boolean)))
    );
  }

  const isTitle = (cell) => names([cell]) && mots.estTitre(cell) && !/\d/.test(cell);
  const isNumber = (cell) => /\d|@/.test(cell);
  const isWordOverNumbers = (cell, below) => /\p{L}/u.test(cell) && !isNumber(cell) && below.length > 1 && below.every(isNumber);

  // ---- Lines of a report

  // « Groupe 501 - Testard, Xéna »: what begins like a line of the report stands before a name, or in a column of
  // its own. (« Rita Feinte (mère) » is no pupil’s.)
  function isMarked(row) {
    const { coeur, autour } = noms.nu(text(row));
    const named = autour.length > 0 && !autour.some(mots.estParti) && isWhole(coeur) && !mots.rapport(coeur);
    return (named || (full(row).length > 2 && !/:/.test(text(row)))) && Boolean(mots.rapport(text(row)));
  }

  // A number among words, but not among signs that no report has; « 3 septembre 2026 », a word beside a year.
  function hasNumber(row) {
    const { coeur, autour } = noms.nu(text(row));
    return (/\d/.test(coeur) && !/[<>{}=%]/.test(text(row))) || (!isWhole(coeur) && /\b20\d\d$/.test(String(autour)));
  }

  // What a page draws beside each name when it is copied: the initials of a portrait, an address, a role.
  const initials = (name) =>
    name
      .split(/[^\p{L}]+/u)
      .map((word) => word[0])
      .join("");
  const isAddress = (content) => /^\S+@\S+$/.test(content);

  // « Chambre 101 », then « Chambre 102 », amid whole names.
  const beforeNumber = (row) => (full(row).length === 1 && /^(\p{L}+) ?\d+(?: ?[:–—-])?$/u.exec(text(row))?.[1]) || "";
  function counted(rows) {
    const [words, others] = [rows.map(beforeNumber).filter(Boolean), rows.filter((row) => !beforeNumber(row))];
    const same = words.length > 1 && words.length <= others.length && new Set(words).size === 1;
    return same && share(others, (row) => isWhole(text(row))) > 0.5 ? words[0] : null;
  }

  function beside(row, { often, counts, addresses, near, other, posted }) {
    const content = text(row);
    if (posted) return "une adresse";
    if (other) return "le nom d’une autre personne";
    if (row.length > 1 && full(row).every((cell, index) => cell === String.fromCharCode(65 + index))) return "les lettres des colonnes";
    if (full(row).length > 1) return "";
    // « B » above those whose name begins so.
    if (/^\p{L}$/u.test(content)) return "une lettre seule";
    if (beforeNumber(row) === counts) return "un titre ou un total";
    if (content === often) return "la même ligne, plusieurs fois";
    if (addresses && isAddress(content)) return "une adresse";
    const drawn = (other) => [...content].every((letter) => initials(text(other)).toUpperCase().includes(letter));
    return isInitials(content) && near.some(drawn) ? "des initiales" : "";
  }

  // Why a line is not a pupil's, or nothing. A line that has all its cells is one, unless it counts the others.
  function why(row, { width, narrow, before, numbers, marked, sign }) {
    const content = full(row).join(sign);
    const said = marked && isMarked(row) ? "" : mots.rapport(content);
    const rest = full(row).slice(1);
    if (rest.length && full(row).every(mots.rapport)) return "un titre ou un total";
    if (extent(row) >= width && rest.length && !narrow && !before) return "";
    if (said) return said;
    if (before && (full(row).length < width || width === 1)) return "au-dessus des titres";
    return full(row).length === 1 && !numbers && hasNumber(row) ? "un nombre ou une date" : "";
  }

  // Above the titles there may be an earlier paste: lines that look like pupils, two of them where all is in one column.
  function earlier(rows, first, width) {
    const above = rows.slice(0, Math.max(first, 0)).filter((row) => !mots.rapport(text(row)) && !hasNumber(row));
    // What stands over several columns leaves gaps.
    const alike = above.filter((row) => (width > 1 ? extent(row) > 1 && full(row).length === extent(row) : isWhole(text(row))));
    return alike.length >= (width > 1 ? 1 : 2);
  }

  // The lines of a signature, after the last words of a message.
  const SIGNED = 9;

  // « Membres du personnel ».
  const isOfStaff = (line) => mots.rapport(line) === "un titre ou un total" && mots.titre(line.split(" ").at(-1) ?? "").tiers;

  // Lines about other people: « Enseignants » and those below it, down to « Élèves »; who signs a message, after its last words.
  function others(rows, often) {
    const whole =
      share(
        rows.filter((row) => text(row) !== often),
        (row) => isWhole(text(row)),
      ) >= 0.5;
    const found = new Set();
    let [within, signed, named] = [false, false, false];
    rows.forEach((row, index) => {
      const { tiers, entier, genre } = mots.titre(text(row));
      const alone = full(row).length === 1;
      // Titles of columns begin a table; a title set over one of them is of that column.
      if (mots.estTitres(row) && !alone) within = false;
      else if (alone && row[0] && ((entier && genre) || mots.rapport(text(row)))) within = whole && ((tiers && entier) || isOfStaff(text(row)));
      signed ||=
        alone &&
        mots.estAdieu(text(row)) &&
        ((index >= rows.length / 2 && rows.length - index < SIGNED) || (/^(?:\S+|.*[,!.])$/.test(text(row)) && named));
      named ||= !mots.rapport(text(row));
      if (within || signed) found.add(index);
    });
    return found;
  }

  // ---- Widths

  function widthOf(rows, title) {
    const lengths = rows.map(extent).filter((length) => length > 1);
    const common = lengths.length >= rows.length * 0.3 ? commonest(lengths) : 1;
    if (!title) return common;
    const over = share(rows, (row) => extent(row) > extent(title));
    return over > 0.5 ? common : extent(title);
  }

  // Under the title of whole names, a comma within the name makes a cell too many: the two are one.
  function joined(rows, titles, all) {
    const place = titles.findIndex((cell) => ["complet", "nom"].includes(mots.titre(cell).genre));
    const body = rows.filter((_, index) => !all.has(index));
    const lacks = place >= 0 && !kinds(titles).includes("prenom") && share(body, (row) => extent(row) === extent(titles) + 1) > 0.5;
    if (!lacks) return rows;
    const merge = (row) => [
      ...row.slice(0, place),
      row
        .slice(place, place + 2)
        .filter(Boolean)
        .join(", "),
      ...row.slice(place + 2),
    ];
    return rows.map((row, index) => (all.has(index) || extent(row) !== extent(titles) + 1 ? row : merge(row)));
  }

  // « Fiche Nom, prénom Sexe », as a PDF is copied: the comma parts the titles in their middle, and the family name ends what is before it.
  const endsWithName = (cell) => mots.titre(cell).genre === "ailleurs" && mots.titre(cell.split(" ").at(-1) ?? "").genre === "nom";
  const parted = (titles) =>
    titles.map((cell, at) => (endsWithName(cell) && mots.titre(titles[at + 1] ?? "").genre === "prenom" ? cell.split(" ").at(-1) : cell));

  // ---- All the lines

  /** @type {Classe["statuts"]["lire"]} */
  function lire(read, facon, reglages) {
    const { entete, lignes: chosen = {} } = reglages;
    const often = refrain(read);
    const found = heads(read, entete, often);
    const whole = found.last >= 0 ? read.slice(found.first, found.last + 1).reduce(under) : null;
    const title = whole && facon === "," ? parted(whole) : whole;
    const rows = title && facon === "," ? joined(read, title, found.all) : read;
    const common = ofAll(rows, title, facon, found, often);
    const all = statuses(rows, title, found, common, chosen);
    const douteux = !title && entete === undefined && all[0]?.statut === "eleve" && chosen[0] === undefined && mayBeTitles(rows);
    if (douteux && namesItsColumn(read)) return lire(read, facon, { ...reglages, entete: true });
    return {
      lignes: all,
      titres: title ?? [],
      groupes: found.last > found.first && !isRest(rows[found.first], rows[found.last]) ? rows[found.first] : [],
      deux: Boolean(title) && otherTable(rows, found),
      douteux,
    };
  }

  // What a line is read by, that all the lines say together.
  function ofAll(rows, title, facon, { first, all }, often) {
    const body = rows.filter((_, index) => !all.has(index));
    const width = widthOf(body, title);
    return {
      width,
      // « Pagé, Mila 501 » is no page.
      sign: facon === "," ? ", " : " ",
      narrow: facon === "," && width < 3,
      numbers: share(body, hasNumber) > 0.4,
      marked: share(body, isMarked) > 0.4,
      kept: earlier(rows, first, width),
      often,
      counts: counted(body),
      labels: facon === "etiquettes",
      addresses: facon !== "destinataires" && share(rows, (row) => isAddress(text(row))) <= 0.5,
    };
  }

  // Each line with its status; where none would be a pupil's and nothing is a title, all are.
  function statuses(rows, title, found, common, chosen) {
    const aside = others(rows, common.often);
    // A title that would leave nobody is that of the list.
    const left = (row, index) => index >= found.first && !found.all.has(index) && !aside.has(index) && !mots.rapport(text(row));
    const apart = rows.some(left) ? aside : new Set();
    const posted = common.labels ? foyers.adresses(rows.map(text)) : new Set();
    const all = rows.map((row, index) =>
      status(
        row,
        index,
        found,
        { ...common, near: [rows[index - 1] ?? [], rows[index + 1] ?? []], other: apart.has(index), posted: posted.has(index) },
        chosen,
      ),
    );
    if (!title && all.every(({ statut }) => statut !== "eleve")) {
      const rest = all.filter(({ index }) => !posted.has(index));
      const some = rest.filter(({ cellules }) => isMarked(cellules));
      (some.length ? some : rest).forEach((line) => Object.assign(line, { statut: "eleve", pourquoi: "" }));
    }
    overflow(all, common.width, title);
    return all;
  }

  // « Élève » alone of its column names it, whatever unknown words stand beside.
  const namesItsColumn = (rows) => rows[0].some((cell, index) => isTitle(cell) && rows.slice(1).every((row) => row[index] !== cell));

  function status(cellules, index, { first, all }, common, chosen) {
    const before = index < first && !common.kept;
    const pourquoi = all.has(index) ? "des titres de colonnes" : beside(cellules, common) || why(cellules, { ...common, before });
    const guess = all.has(index) ? "titres" : pourquoi ? "rapport" : "eleve";
    return { index, cellules, statut: chosen[index] ?? guess, devine: guess, pourquoi, surplus: /** @type {string[]} */ ([]) };
  }

  // What is beyond the columns, where it is rare: a cell too many. What is short where the others are not is told too.
  function overflow(all, width, title) {
    const pupils = all.filter(({ statut }) => statut === "eleve");
    const long = pupils.filter(({ cellules }) => extent(cellules) > width);
    if (!title && long.length > Math.max(1, pupils.length * 0.2)) return;
    long.forEach((line) => Object.assign(line, { surplus: full(line.cellules.slice(width)), cellules: line.cellules.slice(0, width) }));
  }

  window.Classe.statuts = { lire };
})();
