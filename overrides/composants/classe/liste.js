// A class list, as pasted or as a file: to pupils with a name and a first name, and how each of its lines and columns was taken. Nothing is
// dropped without being told; where two readings are possible, both are given. Knows nothing of the page; nothing read is trusted, nothing is kept.
(() => {
  window.Classe ??= /** @type {any} */ ({});
  const api = window.Classe;
  const { foyers, lignes, noms, statuts, colonnes, verification } = api;
  const { many } = window.Commun;
  const { LONGEST, quoted } = verification;
  const MOST = 400;
  const WIDEST = 100;
  const LARGEST = 500000;
  // Titles, totals and mentions that may stand around the pupils.
  const AROUND = 100;

  // ---- What cannot be read at all

  const refused = (sentence) => ({ refus: sentence });
  const tooMany = (count) =>
    refused(`La liste a ${many(count, "ligne", "lignes")}, et la page en prend au plus ${MOST}\u00a0: rien n’a été lu. Collez un groupe à la fois.`);
  const tooWide = (count) =>
    refused(
      `La liste a ${many(count, "colonne", "colonnes")}, et la page en prend au plus ${WIDEST}\u00a0: rien n’a été lu. Gardez seulement les colonnes des noms.`,
    );
  const tooLong = (count, where = "") =>
    refused(
      `Ce texte est trop long pour une liste de classe (${many(count, "caractère", "caractères")}${where}). Gardez seulement les colonnes des noms.`,
    );
  // A list so far beyond what is taken is refused before it is read in several ways, which would take seconds.
  const FAR = 5000;
  // In signs that neither part nor space: four hundred recipients with their addresses hold in half of it.
  const LONGEST_LINE = 60000;
  const isEndless = (line) => line.length > LONGEST_LINE && line.replace(/[\s;,|]+/g, "").length > LONGEST_LINE;
  function beyond(text) {
    const lines = text.split(/[\r\n]+/).filter((line) => line.trim());
    const endless = lines.find(isEndless);
    const cells = (endless ?? lines[0] ?? "").split(/[\t;,|]/).filter((cell) => cell.trim());
    if (lines.length > FAR) return tooMany(lines.length - Number(api.mots.estTitres(cells.slice(0, WIDEST))));
    if (cells.length > FAR) return tooWide(cells.length);
    return endless ? tooLong(endless.length, " sur une seule ligne") : null;
  }
  const ADDRESSES = refused("Ce sont des adresses de courriel, sans les noms. Collez une liste où les noms sont écrits.");
  // What composes or draws letters takes time in the square of the signs that are put on one.
  const PILED = refused("Ce texte empile des accents sur une même lettre\u00a0: ce n’est pas une liste de noms. Gardez seulement les noms.");
  const TWO_TABLES = refused("Ce texte contient deux tableaux dont les colonnes ne sont pas dans le même ordre. Collez-les un à la fois.");

  // Why a file's bytes are no text, in a sentence, or nothing.
  const AUTRE = "La page lit les fichiers .xlsx et CSV, pas celui-ci. Ouvrez-le, copiez les noms et collez-les ici.";
  /** @type {[number[], string][]} */
  const BINARY = [
    [[0xd0, 0xcf, 0x11, 0xe0], AUTRE],
    [[0x25, 0x50, 0x44, 0x46], "C’est un PDF. Ouvrez-le, copiez les noms et collez-les ici."],
  ];

  /** @type {Classe["liste"]["refuser"]} */
  function refuser(bytes) {
    const found = BINARY.find(([start]) => start.every((byte, index) => bytes[index] === byte));
    if (found) return found[1];
    const zeros = !Octets.lire(bytes).encodage.startsWith("utf-16") && bytes.includes(0);
    return zeros ? "Ce fichier n’est pas du texte. Choisissez un fichier CSV, ou collez les noms ici." : "";
  }

  // ---- Columns

  const usedColumns = (rows) => [...new Set(rows.flatMap((row) => row.flatMap((cell, index) => (cell ? [index] : []))))].sort((a, b) => a - b);

  const only = (row, used) => used.map((index) => row[index] ?? "");

  // ---- Which role each column has

  const WHOLE = ["complet", "nom-prenom", "prenom-nom"];

  // `{ ordre, nom, prenom }` of a reading: « nom-prenom », « prenom-nom » or « une », and which columns; the same one twice if its cells hold both.
  /** @returns {Disposition} */
  function disposition(roles) {
    const [nom, prenom] = ["nom", "prenom"].map((role) => roles.indexOf(role));
    const whole = roles.findIndex((role) => WHOLE.includes(role));
    if (nom >= 0 && prenom >= 0) return { ordre: nom < prenom ? "nom-prenom" : "prenom-nom", nom, prenom };
    const single = Math.max(whole, nom, prenom);
    return { ordre: whole >= 0 && roles[whole] !== "complet" ? roles[whole] : "une", nom: single, prenom: single };
  }

  function asRoles(columns, entries) {
    const roles = columns.map(({ sens, civil }) => (sens.genre === "groupe" && !civil ? "groupe" : "ignoree"));
    const first = roles.indexOf("groupe");
    return roles.map((role, index) => new Map(entries).get(index) ?? (role === "groupe" && index !== first ? "ignoree" : role));
  }

  // Roles for an order and columns that the reader chose against the likeliest reading.
  function chosenRoles(columns, guess, { ordre, nom, prenom }) {
    const likely = disposition(asRoles(columns, guess.roles));
    const order = ordre ?? likely.ordre;
    const as = (one, other = one) =>
      asRoles(
        columns,
        one === other
          ? [[one, order === "une" ? "complet" : order]]
          : [
              [one, "nom"],
              [other, "prenom"],
            ],
      );
    if (nom !== undefined) return as(nom, prenom);
    if (order === "une") return as(likely.nom);
    if (order === likely.ordre) return asRoles(columns, guess.roles);
    const two = twoColumns(columns, likely);
    return order === "nom-prenom" ? as(two[0], two[1]) : as(two[1], two[0]);
  }

  function twoColumns(columns, likely) {
    if (likely.nom !== likely.prenom || columns[likely.nom].plein) return [likely.nom, likely.prenom].sort((a, b) => a - b);
    const fit = columns.filter(({ nomme, sens }) => nomme && sens.genre !== "ailleurs" && sens.genre !== "groupe").map(({ index }) => index);
    return fit.length > 1 ? fit : columns.length === 2 ? [0, 1] : [likely.nom, likely.nom];
  }

  // ---- Cells to pupils

  function pupil(line, roles, marks) {
    const at = (role) => noms.nu(line.cellules[roles.indexOf(role)] ?? "");
    const whole = roles.find((role) => WHOLE.includes(role));
    const read = whole ? cut(at(whole), whole, marks) : line.sansVirgule ? uncut(at("nom")) : two(at("nom"), at("prenom"));
    // A line alone in its kind, or that the reader made a pupil's, has its name wherever it is.
    const found =
      read.nom || read.prenom || !(line.seule || line.devine !== "eleve") ? read : { ...read, nom: line.cellules.filter(Boolean).join(" ") };
    const groupe = line.cellules[roles.indexOf("groupe")] ?? "";
    const [nom, prenom] = [found.nom, found.prenom].map((name) => name.slice(0, LONGEST));
    return { eleve: { nom, prenom, ...(groupe && { groupe }), ligne: line.index, avis: remarks(line, found.doute) }, autour: found.autour };
  }

  const inner = (cell) => /\(([^()]+)\)$/.exec(cell)?.[1] ?? "";

  // « Xéna Testard » amid « Abélard, Odon »: the first name comes first there, unless it is known to come last.
  const CAPITAL = /^(?!\p{Ll}{4})[\p{L}\p{M}'’.-]+$/u;
  function uncut({ coeur, autour }) {
    const words = coeur.split(" ");
    if (words.length < 2 || noms.estCompose(words[0]) || !words.every((word) => CAPITAL.test(word)))
      return { nom: coeur, prenom: "", doute: false, autour };
    const turned = api.mots.estUsuel(words.at(-1)) && !api.mots.estUsuel(words[0]);
    return { ...noms.couper(coeur, turned ? "nom-prenom" : "prenom-nom"), doute: true, autour };
  }

  // Where commas are rare, one of them puts the family name first, whatever the others do.
  function cut({ coeur, autour }, role, { commas, capitals, again }) {
    if (role === "prenom-nom" && coeur.includes(",") && !commas) return { ...noms.couper(coeur, "nom-prenom"), doute: true, autour };
    if (role === "complet") return { nom: coeur, prenom: "", doute: false, autour };
    if (role === "nom-prenom" && commas && !coeur.includes(",")) return uncut({ coeur, autour });
    const found = noms.couper(coeur, role, capitals);
    return { ...found, doute: found.doute || again.has(inner(coeur)), autour };
  }

  // « - » or « 0 » stands for a name that is lacking.
  const lettered = (text) => (/\p{L}/u.test(text) ? text : "");
  const two = (nom, prenom) => ({
    nom: lettered(nom.coeur),
    prenom: lettered(prenom.coeur),
    doute: false,
    autour: [...nom.autour, ...prenom.autour],
  });

  const UNLIKE = "Cette ligne n’est pas faite comme les autres\u00a0: est-ce un élève?";
  function remarks({ surplus, seule, index, dit }, doute) {
    const extra = surplus.map(quoted).join(", ");
    return [
      surplus.length &&
        `Ligne ${index + 1}\u00a0: ${surplus.length > 1 ? `${surplus.length} cellules` : "une cellule"} de trop (${extra}). Deux lignes se sont peut-être collées.`,
      dit && `${quoted(dit)}\u00a0: faut-il une feuille pour cette personne?`,
      seule && UNLIKE,
      doute && "Vérifiez où finit le prénom et où commence le nom.",
    ].filter(Boolean);
  }

  // « Rita Feinte 501 » above names that have nothing around them, « Rita Feinte 2026-09-03 10:12 » below; any name above others in the order of the
  // alphabet; of fewer, it is chance.
  /** @type {(made: any[]) => boolean} */
  const isNumbered = ([{ autour }, ...others]) => /\d/.test(String(autour)) && !others.some((one) => one.autour.length);
  const isOver = (made, eleves) => isNumbered(made) || (eleves[6] && !inOrder(eleves) && inOrder(eleves.slice(1)));
  const inOrder = (eleves) => [verification.nomDeListe, verification.nomComplet].some((say) => colonnes.isSorted(eleves.map(say)));

  function allPupils(lines, roles) {
    const place = roles.findIndex((role) => WHOLE.includes(role));
    const cores = lines.map(({ cellules }) => noms.nu(cellules[place] ?? "").coeur);
    const most = (test) => lignes.share(cores, test) > 0.5;
    // « Léa (Feintes) », « Noah (Feintes) »: what comes back may be no name.
    const again = new Set(cores.map(inner).filter((word, index, all) => word && all.indexOf(word) < index));
    const marks = { commas: most((cell) => cell.includes(",")), capitals: most(noms.enCapitales), again };
    const read = lines.map((line) => ({ line, ...pupil(line, roles, marks) }));
    const [made, nameless] = [true, false].map((has) => read.filter(({ eleve }) => Boolean(eleve.nom || eleve.prenom) === has));
    const eleves = made.map(({ eleve }) => eleve);
    if (made[3] && !made[0].line.seule && isOver(made, eleves)) eleves[0].avis.push(UNLIKE);
    if (made[2] && eleves.at(-1)?.prenom && isNumbered([...made].reverse())) eleves.at(-1)?.avis.push(UNLIKE);
    // « 1 », « 2- »: numbers that count the pupils say nothing of them.
    const isCount = (text, index) => Number(text.replace(/\W/g, "")) === index + 1;
    const counted = lignes.share(made, ({ autour }, index) => autour.some((text) => isCount(text, index))) > 0.5;
    return {
      eleves,
      repris: repeat(eleves),
      autour: made.flatMap(({ autour }, index) => autour.filter((text) => !counted || !isCount(text, index))),
      anonymes: nameless.map(({ line }) => [...line.cellules, ...line.surplus].filter(Boolean).join(" ")),
    };
  }

  // A group written once above several pupils, as cells that are merged leave it, is that of those below; how many took it. (One pupil
  // alone may have none.)
  function repeat(eleves) {
    const written = eleves.map(({ groupe }) => groupe).filter(Boolean);
    const once = eleves[0]?.groupe && written.every((groupe, index) => groupe !== written[index - 1]);
    const empty = eleves.filter(({ groupe }) => !groupe);
    const without = once && empty.length > 1 ? empty : [];
    eleves.forEach((eleve, index) => without.includes(eleve) && Object.assign(eleve, { groupe: eleves[index - 1].groupe }));
    return without.length;
  }

  // ---- What is told

  function reason({ sens, nomme, cells, autre }, role) {
    if (role !== "ignoree") return "";
    if (sens.tiers) return "une autre personne, d’après le titre";
    if (sens.genre === "ailleurs") return "d’après le titre";
    if (!cells.length) return "vide";
    return nomme ? "ressemble à des noms" : autre ? "ne contient pas de noms" : "";
  }

  // What a column is called: its title, or its number with its first cell.
  const called = ({ titre, index, cells }) => titre || `${index + 1} (${cells[0] ?? ""})`;

  const few = (texts) => [...new Set(texts)].slice(0, 4).map(quoted).join(", ") + (new Set(texts).size > 4 ? "…" : "");

  // Single words, under no title of first names, may be the halves of names; amid whole names, some may be no names at all.
  // (« Nom » over « Prénom » is no title of first names.)
  function halves(eleves, columns, above) {
    const single = eleves.filter(({ nom, prenom }) => !prenom && !/\s/.test(nom));
    const first = columns.some(({ sens }) => sens.genre === "prenom") && api.mots.titre(above).genre !== "nom";
    const titled = first || eleves.some(({ prenom }) => prenom);
    if (titled || eleves.length < 2 || !single.length) return "";
    const which =
      single.length < eleves.length
        ? `Un seul mot sur ${many(single.length, "ligne", "lignes")} (${few(single.map(({ nom }) => nom))})`
        : "Un seul mot par ligne";
    return `${which}\u00a0: vérifiez que le nom et le prénom d’un élève ne sont pas sur deux lignes.`;
  }

  // « Groupe 501 » alone on a line: the group of those below it, to the next. (« 501 » says so with « 502 » alone, above several pupils.) None
  // is where pupils are above the first, or where two groups follow one another: they may be those of the pupils above, or of a line.
  function below(lines, eleves) {
    const heads = (bare) =>
      lines.flatMap(({ statut, cellules, index }) => {
        const groupe = statut !== "eleve" && api.mots.groupeDe(cellules.filter(Boolean).join(" "), bare);
        return groupe ? [{ index, groupe }] : [];
      });
    const [worded, bare] = [heads(false), heads(true)];
    const found = worded.length || bare.length < 2 || bare.length >= eleves.length ? worded : bare;
    const isEmpty = (from, to) => !eleves.some(({ ligne }) => ligne > from.index && ligne < to.index);
    const follow = found.some((head, at) => at && head.groupe !== found[at - 1].groupe && isEmpty(found[at - 1], head));
    if (follow || eleves.some(({ groupe, ligne }) => groupe || !(ligne > found[0]?.index))) return;
    for (const eleve of eleves) {
      const { groupe } = found.findLast(({ index }) => index < eleve.ligne) ?? {};
      if (groupe) eleve.groupe = groupe;
    }
  }

  // What was left aside, in sentences: with any of them, all is not well.
  function reserves(lines, columns, roles, above, { eleves, autour, anonymes, repris }) {
    const emptied = columns.find(({ sens, cells }) => ["nom", "prenom"].includes(sens.genre) && !cells.length);
    const aside = lines.filter(({ statut }) => statut === "rapport");
    const unused = columns.filter(({ index }) => roles[index] === "ignoree");
    const ignored = unused.filter(({ nomme }) => nomme);
    const worded = unused.filter(({ nomme, parle }) => parle && !nomme);
    return [
      aside.length &&
        `${many(aside.length, "ligne laissée", "lignes laissées")} de côté\u00a0: ${few(aside.map(({ cellules }) => cellules.filter(Boolean).join(" ")))}.`,
      ignored.length &&
        `${ignored.length > 1 ? "Colonnes ignorées, qui ressemblent" : "Colonne ignorée, qui ressemble"} à des noms\u00a0: ${few(ignored.map(called))}.`,
      worded.length &&
        `${worded.length > 1 ? "Colonnes ignorées" : "Colonne ignorée"}, sans titre, où il y a des mots\u00a0: ${few(worded.map(called))}.`,
      anonymes.length &&
        `${many(anonymes.length, "ligne sans nom", "lignes sans nom")} à sa place, ${anonymes.length > 1 ? "laissées" : "laissée"} de côté\u00a0: ${few(anonymes)}.`,
      emptied && `La colonne «\u00a0${emptied.titre}\u00a0» est vide.`,
      autour.length && `Laissé de côté autour des noms\u00a0: ${few(autour)}.`,
      repris && `Groupe écrit une seule fois\u00a0: celui de la ligne au-dessus est repris pour ${many(repris, "élève", "élèves")}.`,
      halves(eleves, columns, above),
    ].filter(Boolean);
  }

  // ---- Two readings, for the reader to choose

  // « Tremblay ⇥ Léa », then « ⇥ Noé »: a family that is not written again may be the one above.
  function asAbove(eleves) {
    let family = "";
    return eleves.map((one) => {
      family = one.nom || family;
      return { ...one, nom: family };
    });
  }

  function askFamily(eleves, reglages) {
    const at = eleves.findIndex(({ nom, prenom }, index) => !nom && prenom && eleves[index - 1]?.nom);
    if (at < 0 || reglages.fratrie !== undefined) return null;
    const options = [eleves, asAbove(eleves)].map((all, index) => ({
      reglages: { ...reglages, fratrie: index > 0 },
      eleves: all.slice(at - 1, at + 2),
    }));
    return asked("Un nom de famille manque\u00a0: est-ce celui de la ligne au-dessus?", options);
  }

  const said = (eleves) => JSON.stringify(eleves.map(({ nom, prenom }) => [nom, prenom]));

  const distinct = (options) => [...new Map(options.map((option) => [said(option.tous), option])).values()];

  function question(options) {
    const all = [...new Set(options.map(({ colonnes: used }) => used.join()))];
    return all.length > 1 ? "Quelle colonne contient les noms des élèves?" : "Dans quel ordre sont le nom et le prénom?";
  }

  /** @returns {ChoixClasse | null} */
  function choice(lines, columns, readings, reglages) {
    const options = readings.slice(0, 6).map(({ roles }) => {
      const given = asRoles(columns, roles);
      const { eleves } = allPupils(lines, given);
      return { reglages: { ...reglages, roles: given }, eleves: eleves.slice(0, 3), tous: eleves, colonnes: [...roles.keys()].sort((a, b) => a - b) };
    });
    const kept = distinct(options).slice(0, 4);
    return kept.length > 1 ? asked(question(kept), kept) : null;
  }

  // Where the readings have more pupils or fewer, nothing is made before the reader says which.
  const asked = (words, options) => ({
    question: words,
    options: options.map(({ reglages, eleves, nombre }) => ({ reglages, eleves, nombre })),
    bloque: new Set(options.map(({ nombre }) => nombre)).size > 1,
  });

  // A reading under some settings, and what is shown of it.
  /** @type {(text: string, reglages: ReglagesClasse & { facon: string }) => LectureTentee} */
  function tried(text, reglages) {
    const found = read(text, reglages, reglages.facon);
    const tous = found.refus === undefined ? found.eleves : [];
    return { found, reglages, tous, eleves: tous.slice(0, 3), nombre: tous.length };
  }

  const HALVES = "Le nom et le prénom d’un élève sont-ils sur deux lignes?";
  function ways(text, facons, reglages) {
    const kept = distinct([facons.retenue, facons.autre].map((facon) => tried(text, { ...reglages, facon })));
    return kept.length > 1 ? asked(facons.retenue === "moities" ? HALVES : "Y a-t-il plusieurs élèves par ligne?", kept) : null;
  }

  // « Feinte, Rita ⇥ Mère », below a pupil whose line says nothing of the kind. (« Parent » is a family.)
  const isKin = (cell) => !/^parents?$/i.test(cell) && api.mots.titre(cell).tiers && api.mots.titre(cell).entier;
  const kinOf = ({ cellules }) => cellules.length > 1 && cellules.some(isKin);

  // The name below each pupil may be a parent's.
  function askBelow(text, reglages, facon, { lignes: lines, entete }) {
    if (reglages.dessous !== undefined) return null;
    const names = lignes.dessous(text);
    const pupils = lines.filter(({ statut }) => statut === "eleve");
    const isNamed = ({ cellules }) => names.has(noms.nu(cellules.filter(Boolean).join(" ")).coeur);
    const byKin = pupils.length > 0 && !entete && !kinOf(pupils[0]);
    const below = pupils.filter((line) => isNamed(line) || (byKin && kinOf(line)));
    if (below.length < 2) return null;
    const aside = Object.fromEntries(below.map(({ index }) => [index, "rapport"]));
    const options = [reglages.lignes, { ...reglages.lignes, ...aside }].map((chosen, index) =>
      tried(text, { ...reglages, facon, lignes: chosen, dessous: index < 1 }),
    );
    return asked("Le nom sous celui d’un élève est-il celui d’un autre élève?", options);
  }

  // The first line may be titles that nothing knows: nobody is made of it before the reader says so.
  /** @type {(text: string, reglages: ReglagesClasse, facon: string) => ReturnType<Classe["liste"]["lire"]>} */
  function doubtful(text, reglages, facon) {
    const options = [true, false].map((entete) => tried(text, { ...reglages, facon, entete }));
    const [{ found }, { found: untitled }] = options;
    // Nobody would be left under such titles.
    if (found.refus !== undefined) return untitled;
    const words = "La première ligne est-elle faite de titres, ou est-ce un élève?";
    return { ...found, reglages, choix: asked(words, options) };
  }

  // ---- The whole

  // The list of a text: `{ refus }` in a sentence, or what was understood. `reglages` is what the reader chose against what was guessed.
  /** @type {Classe["liste"]["lire"]} */
  function lire(given, reglages = {}) {
    if (given.length > LARGEST) return tooLong(given.length);
    if (/\p{M}{200}/u.test(given)) return PILED;
    const far = beyond(given);
    if (far) return far;
    const text = lignes.clair(given);
    // A page of the Web, which some systems call a spreadsheet; elements; contacts; a document; data, whole or not. (A name may hold a tag.)
    const data =
      /<\/t[dr]>|^[ \t]*<\w[^<>]*>.*<\/\w|&(?:#\d+|[a-z](?:acute|grave|circ|uml|cedil)|nbsp);|^(?:BEGIN:VC|N:\S.*;|<\?x|\{\\rt|[ \t]*"\w+" ?: ?["{[])/im;
    if (data.test(text) || /^\s*(?:\[\s*)*[[{]\s*[[{"]/.test(text)) return refused(AUTRE);
    const facons = lignes.facons(text);
    const found = read(text, reglages, reglages.facon ?? facons.retenue);
    if (found.refus !== undefined || reglages.facon || !facons.autre) return found;
    return { ...found, choix: ways(text, facons, reglages) ?? found.choix };
  }

  /** @type {(text: string, reglages: ReglagesClasse, facon: string) => ReturnType<Classe["liste"]["lire"]>} */
  function read(text, reglages, facon) {
    const { broken, rows } = lignes.couper(text, facon);
    if (!rows.length) return refused("La liste est vide. Collez au moins un nom.");
    if (rows.length > MOST + AROUND) return tooMany(rows.length - Number(api.mots.estTitres(rows[0])));
    const width = usedColumns(rows).length;
    if (width > WIDEST) return tooWide(width);
    const sorted = statuts.lire(rows, facon, reglages);
    const pupils = sorted.lignes.filter(({ statut }) => statut === "eleve");
    if (!pupils.length) return refused("La liste n’a que des titres de colonnes. Collez aussi les noms.");
    if (pupils.length > MOST) return tooMany(pupils.length);
    if (sorted.deux && !reglages.lignes) return TWO_TABLES;
    if (pupils.every(({ cellules }) => cellules.filter(Boolean).every((cell) => /^<?[^\s<>]+@[^\s<>]+>?$/.test(cell)))) return ADDRESSES;
    if (sorted.douteux) return doubtful(text, reglages, facon);
    const commas = facon === "," && /\p{L}, /u.test(text);
    const between = facon === "etiquettes" ? foyers.entre(rows.map((row) => row.join(" "))) : [];
    const isolees = new Set([...lignes.isolees(text), ...between.map(api.mots.plain)]);
    const found = understood({ ...sorted, pupils, broken, facon, commas, isolees }, reglages);
    return { ...found, choix: askBelow(text, reglages, facon, found) ?? found.choix };
  }

  // « 501 - Rita Feinte » above the pupils of a group.
  const isHead = ({ cellules }) => /^(?:\d{3}|\d{1,2}-?\p{Lu})\s*[-–—:|]\s*\p{L}/u.test(cellules.filter(Boolean).join(" "));

  // Who stands right above a trade, below which there is no pupil.
  function above(lines) {
    const last = lines.findLastIndex(({ statut }) => statut === "eleve");
    const [line, next, ...rest] = lines.slice(Math.max(last, 0));
    const isOf = last && next && api.mots.estMetier(next.cellules.filter(Boolean).join(" "));
    return isOf && !rest.some(({ pourquoi }) => pourquoi === next.pourquoi) ? line : null;
  }

  // The pupils' lines without the columns that hold nothing, each with what sets it apart.
  function trimmed({ lignes: lines, titres, pupils, isolees, facon }, used) {
    const several = pupils.filter(({ cellules }) => cellules.filter(Boolean).length > 1).length * (titres.length ? 4 : 2) > pupils.length;
    // Under titles, a spreadsheet leaves the empty cells.
    const short = (cells) => several && cells.length < (titres.length || WIDEST) && cells.filter(Boolean).length < 2;
    const heads = new Set(pupils.filter(isHead));
    const signed = above(lines);
    const isFew = heads.size * 4 <= pupils.length;
    const apart = (line) =>
      line === signed || short(line.cellules) || isolees.has(api.mots.plain(line.cellules.join(" "))) || (isFew && heads.has(line));
    return pupils.map((line) => ({
      ...line,
      seule: line.devine === "eleve" && apart(line),
      sansVirgule: facon === "," && line.devine === "eleve" && line.cellules.length < 2,
      cellules: only(line.cellules, used),
    }));
  }

  const isChosen = (reglages) => ["ordre", "nom", "roles"].some((key) => reglages[key] !== undefined);

  function rolesOf(columns, likely, reglages) {
    if (reglages.roles?.length === columns.length) return reglages.roles;
    return isChosen(reglages) ? chosenRoles(columns, likely, reglages) : asRoles(columns, likely.roles);
  }

  const isPupil = (cell) => api.mots.titre(cell).genre === "complet" && api.mots.titre(cell).entier;

  // What a column says of a few people, « Enseignant » or « Parti », is asked beside each; of any number, where others are « Élève » there.
  function withDoubts(lines, columns, roles) {
    const found = columns.flatMap(({ sens, index }) => {
      const marked = lines.filter(({ cellules }) => api.mots.estParti(cellules[index]));
      const few = marked.length * 2 < lines.length || lines.some(({ cellules }) => isPupil(cellules[index]));
      return roles[index] === "ignoree" && !sens.tiers && few ? marked.map((line) => [line, line.cellules[index]]) : [];
    });
    return lines.map((line) => ({ ...line, dit: new Map(found).get(line) ?? "" }));
  }

  const told = (column, role) => ({ nom: called(column), titre: column.titre, role, pourquoi: reason(column, role) });

  // What stands alone above the titles, at the left, is about the whole list.
  const headed = (groupes) => (groupes[0] && groupes.filter(Boolean).length === 1 ? groupes[0] : "");
  const whose = (above) =>
    api.mots.titre(above).tiers ? [`Au-dessus des titres, la liste dit ${quoted(above)}\u00a0: vérifiez que ces noms sont ceux des élèves.`] : [];

  // The columns, their roles, the pupils.
  function understood(sorted, reglages) {
    const { lignes: lines, titres, groupes, broken, facon, commas } = sorted;
    const used = usedColumns([titres, ...sorted.pupils.map(({ cellules }) => cellules)]);
    const body = trimmed(sorted, used);
    const cells = body.map(({ cellules }) => cellules);
    const above = headed(groupes);
    const columns = colonnes.decrire(cells, only(titres, used), groupes.length && !above ? only(groupes, used) : [], commas);
    const readings = colonnes.pistes(columns);
    const roles = rolesOf(columns, readings[0], reglages);
    const made = allPupils(withDoubts(body, columns, roles), roles);
    below(lines, made.eleves);
    const eleves = reglages.fratrie ? asAbove(made.eleves) : made.eleves;
    return {
      eleves,
      facon,
      reglages,
      lignes: lines,
      place: used,
      entete: titres.length > 0,
      colonnes: columns.map((column) => told(column, roles[column.index])),
      disposition: disposition(roles),
      choix: (isChosen(reglages) ? null : choice(body, columns, readings, reglages)) ?? (roles.includes("nom") ? askFamily(eleves, reglages) : null),
      reserves: [...reserves(lines, columns, roles, above, made), ...whose(above)],
      messages: broken ? ["Des guillemets ne sont pas fermés dans la liste\u00a0: vérifiez les noms un par un."] : [],
    };
  }

  api.liste = { ...verification, AUTRE, MOST, LARGEST, refuser, lire, propre: lignes.propre };
})();
