// A class list, as pasted or as a file: to pupils with a name and a first name, and what is to be checked. Knows nothing of
// the page; nothing read is trusted, nothing is kept. Papa Parse reads the cells.
(() => {
  window.Classe ??= /** @type {any} */ ({});
  const api = window.Classe;
  const MOST = 400;
  const WIDEST = 100;
  const LARGEST = 500000;
  const LONGEST = 120;
  const LONG = 80;

  const many = (count, one, several) => `${count.toLocaleString("fr-CA")}\u00a0${count > 1 ? several : one}`;
  const share = (things, test) => (things.length ? things.filter(test).length / things.length : 0);
  const folded = (text) =>
    text
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}#]+/gu, " ")
      .trim();

  // ---- A file's bytes to text

  /** @type {[number[], string][]} */
  const BINARY = [
    [[0x50, 0x4b, 3, 4], "C’est un classeur de tableur, pas un fichier CSV. Ouvrez-le, copiez les colonnes des noms et collez-les ici."],
    [[0xd0, 0xcf, 0x11, 0xe0], "C’est un classeur de tableur, pas un fichier CSV. Ouvrez-le, copiez les colonnes des noms et collez-les ici."],
    [[0x25, 0x50, 0x44, 0x46], "C’est un PDF. Ouvrez-le, copiez les noms et collez-les ici."],
  ];

  // `{ texte }`, or `{ refus }` in a sentence. UTF-8; UTF-16 if its first bytes say so; failing that, Windows-1252, which Excel writes.
  function decoder(bytes) {
    const found = BINARY.find(([start]) => start.every((byte, index) => bytes[index] === byte));
    if (found) return { refus: found[1] };
    const utf16 = { "255,254": "utf-16le", "254,255": "utf-16be" }[bytes.slice(0, 2).join()];
    if (!utf16 && bytes.includes(0)) return { refus: "Ce fichier n’est pas du texte. Choisissez un fichier CSV, ou collez les noms ici." };
    try {
      return { texte: new TextDecoder(utf16 ?? "utf-8", { fatal: !utf16 }).decode(bytes) };
    } catch {
      return { texte: new TextDecoder("windows-1252").decode(bytes) };
    }
  }

  // ---- Text to cells

  // Without what is invisible or would turn the text around; one space at most; composed letters.
  function propre(text) {
    return String(text)
      .normalize("NFC")
      .replace(/\s+/gu, " ")
      .replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, "")
      .trim();
  }

  // Rows of cells; without regard to quotes where they are not closed.
  function lignes(text, delimiter, preview = 0) {
    const read = (options) => Papa.parse(text, { delimiter, newline: "\n", skipEmptyLines: "greedy", preview, ...options });
    const strict = read({});
    if (!strict.errors.some(({ type }) => type === "Quotes")) return { broken: false, rows: strict.data };
    return { broken: true, rows: read({ fastMode: true }).data.map((row) => row.map((cell) => cell.replace(/^\s*"|"\s*$/g, ""))) };
  }

  // What a spreadsheet copies has tabs; a French Excel writes semicolons; names in one column may hold commas.
  function separateur(text) {
    const several = (delimiter) => share(lignes(text, delimiter, 60).rows, (row) => row.length > 1) >= 0.5;
    return ["\t", ";", ",", "|"].find(several) ?? "\t";
  }

  const NUMBERED = /^\d{1,3}\s?[.)-]?\s+(?=\p{L})/u;

  // Clean rows without the empty ones; which columns hold something; whether quotes are not closed. Rows may be thousands, or as long.
  function cellules(text) {
    const { broken, rows } = lignes(text, separateur(text));
    const clean = rows.map((row) => row.map(propre)).filter((row) => row.some(Boolean));
    const used = new Set();
    clean.forEach((row) =>
      row.forEach((cell, index) => {
        if (cell) used.add(index);
      }),
    );
    return { broken, rows: clean, used: [...used].sort((a, b) => a - b) };
  }

  // Rows all as long, without an empty column, nor the numbers that begin the lines.
  function tableau(rows, used) {
    const full = rows.map((row) => used.map((index) => row[index] ?? ""));
    const numbered = share(full, (row) => NUMBERED.test(row[0])) > 0.8;
    return numbered ? full.map(([first, ...others]) => [first.replace(NUMBERED, ""), ...others]) : full;
  }

  // ---- What the columns are

  const TITLES = {
    nom: [
      "nom",
      "noms",
      "nom de famille",
      "nom famille",
      "nom legal",
      "nom de l eleve",
      "nom eleve",
      "nom de l enfant",
      "last name",
      "surname",
      "family name",
    ],
    prenom: ["prenom", "prenoms", "prenom usuel", "prenom de l eleve", "prenom eleve", "prenom de l enfant", "first name", "given name"],
    complet: [
      "nom complet",
      "eleve",
      "eleves",
      "nom de l eleve",
      "nom et prenom",
      "prenom et nom",
      "nom prenom",
      "prenom nom",
      "enfant",
      "full name",
      "student",
      "name",
    ],
    autre: [
      "fiche",
      "no fiche",
      "numero de fiche",
      "no de fiche",
      "numero",
      "no",
      "n",
      "#",
      "groupe",
      "classe",
      "foyer",
      "niveau",
      "degre",
      "code",
      "code permanent",
      "date de naissance",
      "naissance",
      "sexe",
      "genre",
      "age",
      "courriel",
      "adresse",
      "telephone",
      "ecole",
      "remarque",
      "remarques",
      "student id",
      "grade",
    ],
  };
  const isTitle = (cell) => Object.values(TITLES).some((titles) => titles.includes(folded(cell)));
  const titled = (titles, kind) => titles.findIndex((title) => TITLES[kind].includes(folded(title)));

  // First names that tell a column of first names from one of family names.
  const USUAL = new Set(
    (
      "adam alexandre alexis alice alicia amelie amine anais anthony antoine arianne arnaud arthur aurelie beatrice benjamin camille catherine cedric charles " +
      "charlie charlotte chloe clara coralie daphne david delphine dominic edouard eliott elisabeth elizabeth eloise emile emilie emma emmanuel emy ethan etienne " +
      "eva felix florence frederic gabriel gabrielle genevieve guillaume hubert hugo isaac isabelle jacob jade jasmine jean jeanne jeremie jeremy jerome jonathan jordan " +
      "josephine juliette julia julie julien justin justine karine kevin laurence laurent laurie lea leo leon liam logan loic louis louise lucas lucie maelie maeva " +
      "magalie malik marc marguerite maria marianne marie marilou marine martin mateo mathieu mathilde mathis maude maxime megane melissa mia michael mohamed mya " +
      "nathan nathalie nicolas noah noemie nora olivia olivier ophelie oscar pascal patrick paul penelope philippe pierre rachel rafael raphael raphaelle romane romy " +
      "rose rosalie roxanne sabrina sacha samuel sandrine sara sarah sebastien simon sofia sophia sophie stephanie theo thomas tristan valerie vanessa veronique " +
      "victor victoria vincent william xavier yasmine yohan zachary zoe"
    ).split(" "),
  );
  const isUsual = (cell) => USUAL.has(folded(cell).split(" ")[0]);
  const isCapitals = (cell) => /\p{Lu}{2}/u.test(cell) && cell === cell.toUpperCase();
  const isSorted = (cells) => cells.length > 2 && cells.every((cell, index) => !index || collation.compare(cells[index - 1], cell) <= 0);
  const isName = (cell) => /^[\p{L}\p{M}][\p{L}\p{M}'’ʼ.,\- ]+$/u.test(cell);

  // The columns that may hold names, best first look: neither numbers, nor a group or a sex that comes back on each line. Of two columns,
  // both do if neither is one of those; of more, those whose cells look like names.
  function columnsOfNames(rows) {
    const columns = rows[0].map((_, index) => ({ index, cells: rows.map((row) => row[index]).filter(Boolean) }));
    const fit = columns.filter(({ cells }) => cells.length >= rows.length / 2 && varied(cells) && share(cells, isOther) < 0.5);
    const named = columns.length > 2 ? fit.filter(({ cells }) => share(cells, isName) > 0.5) : fit;
    return named.map(({ index }) => index);
  }

  const count = (cell, kind) => (cell.match(kind) ?? []).length;
  const isOther = (cell) => cell.length < 2 || cell.includes("@") || count(cell, /\d/g) * 2 >= count(cell, /\p{L}/gu);
  const varied = (cells) => cells.length < 6 || new Set(cells).size / cells.length > 0.35;

  // Whether, of two columns, the first holds the first names.
  function firstNameFirst(rows, one, other) {
    const [left, right] = [one, other].map((index) => rows.map((row) => row[index]).filter(Boolean));
    const signs = [
      [share(right, isCapitals) > 0.7, share(left, isCapitals) > 0.7],
      [share(left, isUsual), share(right, isUsual)],
      [isSorted(right), isSorted(left)],
    ];
    const telling = signs.find(([yes, no]) => Number(yes) !== Number(no));
    return telling ? Number(telling[0]) > Number(telling[1]) : false;
  }

  // `{ ordre, nom, prenom }`: « nom-prenom », « prenom-nom » or « une », and which columns; the same one twice if its cells hold both.
  function disposition(rows, titles) {
    const [nom, prenom, complet] = ["nom", "prenom", "complet"].map((kind) => titled(titles, kind));
    if (nom >= 0 && prenom >= 0) return { ordre: nom < prenom ? "nom-prenom" : "prenom-nom", nom, prenom };
    const [one = 0, other = one] = columnsOfNames(rows);
    const single = complet >= 0 ? complet : nom >= 0 ? nom : one;
    if (complet >= 0 || nom >= 0 || other === one) {
      const both = share(rows, (row) => /^[^,]+,[^,]+$/.test(row[single])) > 0.5;
      return { ordre: both ? "nom-prenom" : "une", nom: single, prenom: single };
    }
    return firstNameFirst(rows, one, other) ? { ordre: "prenom-nom", nom: other, prenom: one } : { ordre: "nom-prenom", nom: one, prenom: other };
  }

  // The same once the reader has chosen: an order given to a list read as one column takes two columns if there are, or else cuts the one.
  /**
   * @param {Disposition} guess
   * @param {Partial<Disposition>} chosen
   * @returns {Disposition}
   */
  function choisie(guess, { ordre = guess.ordre, nom, prenom }, rows) {
    if (nom !== undefined) return { ordre, nom, prenom: prenom ?? nom };
    if (ordre === "une") return { ordre, nom: guess.nom, prenom: guess.nom };
    if (ordre === guess.ordre) return guess;
    const two = columnsOfNames(rows).length > 1 ? columnsOfNames(rows) : rows[0].length === 2 ? [0, 1] : [guess.nom, guess.prenom];
    return ordre === "nom-prenom" ? { ordre, nom: two[0], prenom: two[1] } : { ordre, nom: two[1], prenom: two[0] };
  }

  // ---- Cells to pupils

  function pupil(row, { ordre, nom, prenom }) {
    const [one, other] = [row[nom] ?? "", row[prenom] ?? ""];
    if (ordre === "une") return { nom: one, prenom: "" };
    if (nom !== prenom) return { nom: one, prenom: other };
    const cut = one.includes(",") ? one.indexOf(",") : ordre === "nom-prenom" ? one.lastIndexOf(" ") : one.indexOf(" ");
    if (cut < 0) return { nom: one, prenom: "" };
    const parts = [one.slice(0, cut).trim(), one.slice(cut + 1).trim()];
    return ordre === "nom-prenom" ? { nom: parts[0], prenom: parts[1] } : { nom: parts[1], prenom: parts[0] };
  }

  function eleves(rows, chosen) {
    const short = (one) => ({ nom: one.nom.slice(0, LONGEST), prenom: one.prenom.slice(0, LONGEST) });
    return rows.map((row) => short(pupil(row, chosen))).filter((one) => one.nom || one.prenom);
  }

  // The list of a text: `{ refus }` in a sentence, or `{ eleves, colonnes, entete, disposition, messages }`. `reglages` is what the
  // reader chose against what was guessed: `entete`, and `ordre`, `nom`, `prenom`.
  /** @type {Classe["liste"]["lire"]} */
  function lire(text, reglages = {}) {
    if (text.length > LARGEST)
      return {
        refus: `Ce texte est trop long pour une liste de classe (${many(text.length, "caractère", "caractères")}). Gardez seulement les colonnes des noms.`,
      };
    const { broken, rows: found, used } = cellules(text.replace(/\r\n?/g, "\n").replace(/\u2028|\u2029|\v|\f/g, "\n"));
    if (!found.length) return { refus: "La liste est vide. Collez au moins un nom." };
    if (used.length > WIDEST) return { refus: tooWide(used.length) };
    const entete = reglages.entete ?? found[0].some(isTitle);
    const count = found.length - Number(entete);
    if (!count) return { refus: "La liste n’a que des titres de colonnes. Collez aussi les noms." };
    if (count > MOST) return { refus: tooMany(count) };
    const rows = tableau(found, used);
    const titles = entete ? rows[0] : [];
    const body = entete ? rows.slice(1) : rows;
    const chosen = choisie(disposition(body, titles), reglages, body);
    const messages = broken ? ["Des guillemets ne sont pas fermés dans la liste\u00a0: vérifiez les noms un par un."] : [];
    return { eleves: eleves(body, chosen), colonnes: columns(titles, body), entete, disposition: chosen, messages };
  }

  function tooMany(count) {
    return `La liste a ${many(count, "ligne", "lignes")}, et la page en prend au plus ${MOST}\u00a0: rien n’a été lu. Collez un groupe à la fois.`;
  }

  function tooWide(count) {
    return `La liste a ${many(count, "colonne", "colonnes")}, et la page en prend au plus ${WIDEST}\u00a0: rien n’a été lu. Gardez seulement les colonnes des noms.`;
  }

  // What a column is called: its title, or its number with its first name.
  function columns(titles, body) {
    return body[0].map((_, index) => titles[index] || `${index + 1} (${(body.find((row) => row[index]) ?? [])[index] ?? ""})`);
  }

  // ---- What is to be checked, and the order of the sheets

  const collation = new Intl.Collator("fr-CA");
  const nomComplet = ({ nom, prenom }) => [prenom, nom].filter(Boolean).join(" ");
  const nomDeListe = ({ nom, prenom }) => [nom, prenom].filter(Boolean).join(", ");

  // For each pupil, sentences that say what to check. `deux`: whether a name and a first name are expected.
  function verifier(pupils, deux = true) {
    const lines = new Map();
    pupils.forEach((one, index) => {
      const key = nomDeListe(one).toLowerCase();
      if (key) lines.set(key, [...(lines.get(key) ?? []), index]);
    });
    return pupils.map((one, index) =>
      warnings(
        one,
        deux,
        (lines.get(nomDeListe(one).toLowerCase()) ?? []).filter((line) => line !== index),
      ),
    );
  }

  function warnings(one, deux, twins) {
    const { nom, prenom } = one;
    if (!nom && !prenom) return ["Ligne vide\u00a0: elle ne sera pas imprimée."];
    const whole = nomComplet(one);
    const said = [
      [!nom, "Il manque le nom."],
      [deux && nom && !prenom, "Il manque le prénom."],
      [
        twins.length,
        `Même nom qu’à la ligne ${twins
          .slice(0, 3)
          .map((line) => line + 1)
          .join(", ")}. S’il s’agit de deux élèves, gardez les deux.`,
      ],
      [/\ufffd/.test(whole), "Des lettres n’ont pas été lues\u00a0: écrivez-les."],
      [!/\ufffd/.test(whole) && !/^[\p{L}\p{M}'’ʼ.,\- ()]+$/u.test(whole), "Signes inhabituels\u00a0: vérifiez."],
      [
        whole.length > LONG,
        `${nom.length >= LONGEST || prenom.length >= LONGEST ? "Nom trop long\u00a0: il a été coupé." : "Nom très long\u00a0: vérifiez."} Il s’imprimera ainsi\u00a0: ${whole}`,
      ],
    ];
    return said.filter(([applies]) => applies).map(([, sentence]) => sentence);
  }

  // The pupils that have a name, as the sheets follow one another: by name, then first name.
  function trier(pupils) {
    return pupils.filter(nomComplet).sort((a, b) => collation.compare(a.nom, b.nom) || collation.compare(a.prenom, b.prenom));
  }

  api.liste = { MOST, LARGEST, LONGEST, decoder, lire, propre, verifier, trier, nomComplet, nomDeListe, many };
})();
