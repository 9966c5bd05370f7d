// A class at once: what is the same for all, the list of the pupils, the sheets of each. The list is read by liste.js and classeur.js, what was
// understood of it is shown by compris.js, the sheets are made by feuilles.js and stand by lot.js. Nothing is stored, nothing is sent, and leaving the page erases all.
(() => {
  const root = /** @type {HTMLElement} */ (document.querySelector('[data-module="classe"]'));
  const { liste, feuilles, classeur, compris, feuillets, lot: piles } = window.Classe ?? {};
  // Without one of the scripts, the page keeps the sentence that says so.
  if (!root || !liste || !feuilles || !classeur || !compris || !feuillets || !piles) return;
  if (typeof Papa === "undefined" || typeof Octets === "undefined" || !window.Commun.isoDay) return;
  const find = (selector) => /** @type {any} */ (root.querySelector(selector));
  /** @type {{ documents: DocumentClasse[], registre: { id: string, libelle: string }[] }} */
  const data = JSON.parse(find('script[type="application/json"]').textContent);
  const all = (selector) => [...root.querySelectorAll(selector)];
  const role = (name) => find(`[data-role="${name}"]`);
  const { isoDay, wrongDay, make, many } = window.Commun;
  const form = find(".classe__outil");
  const body = find(".classe__table tbody");
  const lot = role("lot");
  const dialog = find(".classe__confirmation");
  const [source, file, order] = ["#classe-texte", "#classe-fichier", "#classe-ordre"].map(find);

  const LONG = 10000;
  const REGISTER = "Registre des retours";

  /** @returns {EtatClasse} */
  const blank = () => ({ text: "", reading: null, order: "nom-prenom", pupils: [], before: null, lot: null, groupe: "", corrige: false });
  let state = blank();

  function say(where, sentences, refused = false) {
    const place = role(where);
    place.classList.toggle("classe__message--refus", refused);
    place.replaceChildren(
      ...[sentences]
        .flat()
        .filter(Boolean)
        .map((text) => Object.assign(document.createElement("p"), { textContent: text })),
    );
  }

  // ---- Documents, and what is the same for all

  const chosen = () => all('[name="document"]:checked').flatMap(({ value }) => data.documents.filter(({ id }) => id === value));

  function showFields() {
    const ids = chosen().map(({ id }) => id);
    all("[data-commun]").forEach((field) => {
      field.hidden = !field.dataset.pour.split(" ").some((id) => ids.includes(id));
    });
    all("[data-une-fois-de]").forEach((option) => {
      option.hidden = !ids.includes(option.dataset.uneFoisDe);
    });
    all(".classe__groupe").forEach((group) => {
      group.hidden = !group.querySelector("[data-commun]:not([hidden])");
    });
    role("sans-document").hidden = ids.length > 0;
    missing();
  }

  // Once a letter that recalls a form is chosen, the sheets are for those only whose answer is missing.
  const recalls = () => all("[data-rappel]:checked").length > 0;
  function concerned() {
    const [pupils, some] = [liste.trier(state.pupils), recalls()];
    return some ? pupils.filter(({ manque }) => manque) : pupils;
  }

  const control = (field) => field.querySelector("input, textarea");

  // What was written for all, by field, for a document.
  function written(id) {
    const fields = all("[data-commun]").filter((field) => field.dataset.pour.split(" ").includes(id));
    return new Map(fields.map((field) => [field.dataset.commun, { genre: field.dataset.genre, valeur: control(field).value.trim() }]));
  }

  // The error of a field is told beside it, once it is left.
  function check(field) {
    const input = control(field);
    const wrong =
      input.type === "email" && input.value && !input.validity.valid ? "Écrivez une adresse comme prenom.nom@exemple.ca." : wrongDay(input.validity);
    field.querySelector(".classe__erreur").textContent = wrong;
    input.toggleAttribute("aria-invalid", Boolean(wrong));
    return wrong;
  }

  function today() {
    all("[data-aujourdhui]").forEach((field) => {
      control(field).value = isoDay();
    });
  }

  // What « Mon école » says takes the place of what it said before, never of what was written.
  function school() {
    all("[data-ecole-propose]").forEach((field) => {
      const input = control(field);
      const proposal = window.Ecole?.pour(field.dataset.ecolePropose) ?? "";
      if (input.value === input.defaultValue) input.value = proposal;
      input.defaultValue = proposal;
    });
    stale();
  }

  // ---- The list

  const two = () => state.order !== "une";

  // Read a text; refused, it leaves the list as it is.
  function read(text, settings = {}, said = []) {
    const found = liste.lire(text, settings);
    if (found.refus !== undefined) return say("lecture", found.refus, true);
    const lost = state.corrige && "Vos corrections du tableau n’y sont plus\u00a0: «\u00a0Reprendre la liste d’avant\u00a0» les remet.";
    keep("Reprendre la liste d’avant");
    Object.assign(state, { text, reading: found, order: found.disposition.ordre, pupils: found.eleves, corrige: false });
    showSettings();
    draw();
    const count = `${many(found.eleves.length, "élève lu", "élèves lus")}${how(found)}.`;
    const next = found.choix ? "Une question attend votre réponse." : "Vérifiez le tableau.";
    return say("lecture", [`${count} ${next}`, lost || "", ...said, groups(), ...found.messages]);
  }

  function how({ disposition: { ordre, nom, prenom }, entete }) {
    const words = { "nom-prenom": "le nom puis le prénom", "prenom-nom": "le prénom puis le nom", une: "une seule colonne" }[ordre];
    const apart = ordre !== "une" && nom === prenom ? ", séparés d’une même colonne" : "";
    return `\u00a0: ${words}${apart}${entete ? ", sous une ligne de titres" : ""}`;
  }

  const toGroups = () => all('[data-registre="groupe"]').map(control);

  // The group of all goes into its fields, where nothing else is written.
  function propose(groupe) {
    toGroups()
      .filter(({ value }) => !value || value === state.groupe)
      .forEach((input) => {
        input.value = groupe;
      });
    state.groupe = groupe;
  }

  // The group that all the pupils have goes into its field; otherwise the sheet of each that says a group says the pupil's.
  function groups() {
    const found = state.pupils.filter(liste.nomComplet).map(({ groupe }) => groupe ?? "");
    const named = [...new Set(found.filter(Boolean))];
    const one = named.length === 1 && found.every(Boolean);
    propose(one ? named[0] : "");
    if (!named.length) return "";
    const list = `${named.slice(0, 6).join(", ")}${named.length > 6 ? "…" : ""}`;
    const written = toGroups().find(({ value }) => value && value !== state.groupe);
    if (written) return `Groupe, d’après la liste\u00a0: ${list}. L’étape 2 en dit un autre, qui s’imprime\u00a0: ${written.value}.`;
    if (one) return `Groupe, d’après la liste\u00a0: ${list}.`;
    const without = found.filter((groupe) => !groupe).length;
    const blank = without ? ` ${many(without, "élève n’en a pas", "élèves n’en ont pas")}\u00a0: la place reste vide.` : "";
    return `Groupes, d’après la liste\u00a0: ${list}. Une feuille qui demande le groupe dit celui de l’élève.${blank}`;
  }

  // The reader changes a role, a line or a reading: the list is read again, and the same control has the focus.
  function again(settings) {
    const { colonne } = /** @type {HTMLElement} */ (document.activeElement)?.dataset ?? {};
    read(state.text, settings);
    const select = colonne ? find(`[data-role="compris"] select[data-colonne="${colonne}"]`) : null;
    (select ?? find("#classe-compris")).focus();
  }

  // What was understood, to be changed; a list written by hand has a name and a first name, no more.
  function showSettings() {
    order.value = state.order;
    role("lu").hidden = !state.reading;
    if (state.reading) compris.montrer(role("compris"), state.reading, again);
    else role("compris").replaceChildren();
  }

  const TITLES = { nom: "Nom", prenom: "Prénom" };

  // In one column, a name is whole: nothing of it is kept out of sight.
  const whole = (pupil) => ({ ...pupil, nom: liste.nomComplet(pupil), prenom: "" });

  function draw() {
    if (!two()) state.pupils = state.pupils.map(whole);
    role("liste").hidden = !state.pupils.length && !state.before;
    role("titre-nom").textContent = two() ? TITLES.nom : "Nom complet";
    root.classList.toggle("classe--une", !two());
    const rows = document.createDocumentFragment();
    state.pupils.forEach((pupil, index) => rows.append(line(pupil, index)));
    body.replaceChildren(rows);
    verify();
    stale();
  }

  function line(pupil, index) {
    const row = role("ligne").content.firstElementChild.cloneNode(true);
    const number = index + 1;
    row.querySelector("th").textContent = number;
    row.querySelector(".classe__avis").id = `classe-avis-${number}`;
    row.querySelectorAll("input").forEach((input) => {
      const { colonne } = input.dataset;
      input.value = pupil[colonne];
      input.setAttribute("aria-label", `${!two() && colonne === "nom" ? "Nom complet" : TITLES[colonne]}, ligne ${number}`);
      input.setAttribute("aria-describedby", `classe-avis-${number}`);
    });
    row.querySelector('[data-geste="inverser"] .masque').textContent = `Inverser le nom et le prénom, ligne ${number}`;
    row.querySelector('[data-geste="retirer"] .masque').textContent = `Retirer la ligne ${number}`;
    return row;
  }

  // What is written above the table once it was read: the table says nothing of it.
  const TO_READ =
    "Le texte de la liste a changé depuis sa lecture, et le tableau n’en tient pas compte\u00a0: choisissez «\u00a0Lire la liste\u00a0» pour le prendre.";
  // A field has its own line ends.
  const shown = (text) => text.replace(/\r\n?/g, "\n");
  const toRead = () => Boolean(state.pupils.length && source.value.trim() && source.value !== shown(state.text));

  // What is to be checked, beside each line and in one sentence for all.
  function verify() {
    const warnings = liste.verifier(state.pupils, two());
    [...body.rows].forEach((row, index) => {
      const text = warnings[index].join(" ");
      const place = row.querySelector(".classe__avis");
      if (place.textContent !== text) place.textContent = text;
      row.classList.toggle("classe__ligne--avis", Boolean(text));
    });
    const marked = warnings.flatMap((found, index) => (found.length ? [index + 1] : []));
    const lines = marked.slice(0, 8).join(", ") + (marked.length > 8 ? "…" : "");
    const told = marked.length ? [`À vérifier\u00a0: ${marked.length > 1 ? "lignes" : "ligne"} ${lines}.`] : [];
    if (state.reading?.choix) told.push("Choisissez d’abord la bonne lecture, plus haut.");
    if (toRead()) told.push(TO_READ);
    told.push(...(state.reading?.messages ?? []));
    if (state.reading?.reserves.length) told.push("Une partie de la liste a été laissée de côté\u00a0: voyez plus haut.");
    const summary = `${many(liste.trier(state.pupils).length, "élève", "élèves")}. ${told.join(" ") || "Rien à signaler."}`;
    if (role("bilan").textContent !== summary) role("bilan").textContent = summary;
    missing();
  }

  // ---- Who has not answered yet: ticked by hand, in the order of the register

  function missing() {
    const pupils = liste.trier(state.pupils);
    role("manquants").hidden = !recalls() || !pupils.length;
    role("coches").replaceChildren(...(recalls() ? pupils.map(tick) : []));
    countMissing();
  }

  function tick(pupil, index) {
    const box = Object.assign(make("input"), { type: "checkbox", checked: Boolean(pupil.manque), autocomplete: "off" });
    box.addEventListener("change", () => {
      pupil.manque = box.checked;
      countMissing();
      stale();
    });
    return make("li", "", make("label", "", box, ` ${index + 1}. ${liste.nomDeListe(pupil)}`));
  }

  function countMissing() {
    role("nombre-manquants").textContent = recalls() ? `${many(concerned().length, "élève coché", "élèves cochés")}.` : "";
  }

  function tickAll(manque) {
    state.pupils.forEach((pupil) => {
      pupil.manque = manque;
    });
    missing();
    stale();
  }

  // One step back: the list as it was before the last gesture that moved lines.
  function keep(words) {
    state.before = state.pupils.length
      ? {
          pupils: state.pupils.map((pupil) => ({ ...pupil })),
          order: state.order,
          reading: state.reading,
          text: state.text,
          groupe: state.groupe,
          corrige: state.corrige,
        }
      : null;
    const button = find('[data-action="annuler"]');
    button.hidden = !state.before;
    button.querySelector("span").textContent = words;
  }

  function undo() {
    const read = !toRead();
    propose(state.before?.groupe ?? "");
    Object.assign(state, state.before, { before: null });
    if (read) source.value = state.text;
    showSettings();
    find('[data-action="annuler"]').hidden = true;
    draw();
    say("lecture", "La liste est revenue comme avant.");
    find("#classe-correction").focus();
  }

  function add() {
    if (state.pupils.length >= liste.MOST) return say("lecture", `La liste a déjà ${liste.MOST} élèves, le plus que la page peut prendre.`, true);
    if (!state.pupils.length) Object.assign(state, { reading: null, order: "nom-prenom" });
    state.corrige = true;
    state.pupils.push({ nom: "", prenom: "" });
    showSettings();
    draw();
    return body.rows[body.rows.length - 1].querySelector("input").focus();
  }

  const flip = ({ nom, prenom, ...rest }) => ({ ...rest, nom: prenom, prenom: nom });

  function gesture(name, row) {
    const index = row.sectionRowIndex;
    state.corrige = true;
    if (name === "inverser") {
      state.pupils[index] = flip(state.pupils[index]);
      draw();
      return body.rows[index].querySelector('[data-geste="inverser"]').focus();
    }
    keep(`Remettre la ligne ${index + 1}`);
    state.pupils.splice(index, 1);
    draw();
    say("lecture", `Ligne ${index + 1} retirée.`);
    const next = body.rows[Math.min(index, body.rows.length - 1)];
    return (next ? next.querySelector('[data-geste="retirer"]') : source).focus();
  }

  // Between two columns, the corrections stay; otherwise the list is read again.
  function reorder() {
    const chosenOrder = order.value;
    const swap = two() && chosenOrder !== "une";
    if (!swap && state.reading) return read(state.text, { ...kept(state.reading), ordre: chosenOrder });
    state.order = chosenOrder;
    if (swap) {
      state.pupils = state.pupils.map(flip);
      if (state.reading) state.reading = inverted(state.reading, chosenOrder);
      say("lecture", "Le nom et le prénom ont été inversés à chaque ligne.");
    }
    showSettings();
    return draw();
  }

  // What the reader decided of a reading but the columns of the names.
  /** @type {(reading: Lecture) => ReglagesClasse} */
  const kept = ({ reglages: { lignes, facon, entete } }) => ({ lignes, facon, entete });

  // A reading whose names and first names change places, and which answers the question of their order.
  function inverted(reading, chosenOrder) {
    const other = { nom: "prenom", prenom: "nom", "nom-prenom": "prenom-nom", "prenom-nom": "nom-prenom" };
    const colonnes = reading.colonnes.map((column) => ({ ...column, role: other[column.role] ?? column.role }));
    const reglages = { ...reading.reglages, roles: colonnes.map((column) => column.role) };
    return {
      ...reading,
      colonnes,
      reglages,
      choix: reading.choix?.bloque ? reading.choix : null,
      disposition: { ...flip(reading.disposition), ordre: chosenOrder },
    };
  }

  // ---- A file: its letters or its sheets, which the reader may change

  const MEGABYTE = 1_000_000;
  const isWorkbook = (bytes) => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;

  async function open() {
    const [picked] = file.files;
    if (!picked) return undefined;
    if (picked.size > (/\.xlsx$/i.test(picked.name) ? 10 * MEGABYTE : liste.LARGEST * 2))
      return say("lecture", "Ce fichier est trop gros pour une liste de classe. Gardez seulement les colonnes des noms.", true);
    let bytes;
    try {
      bytes = new Uint8Array(await picked.arrayBuffer());
    } catch {
      return say("lecture", "Le navigateur n’a pas pu lire ce fichier. Vérifiez qu’il est encore à sa place.", true);
    } finally {
      file.value = "";
    }
    return isWorkbook(bytes) ? openWorkbook(bytes) : openText(bytes);
  }

  function openText(bytes) {
    const refus = liste.refuser(bytes);
    if (refus) return say("lecture", refus, true);
    const { encodage, sur, possibles } = Octets.lire(bytes);
    const choices = possibles.map((code) => ({ nom: Octets.noms[code], texte: () => Octets.lire(bytes, code).texte }));
    const said = sur
      ? ""
      : `Ce fichier ne dit pas comment ses lettres sont codées. Elles ont été lues comme «\u00a0${Octets.noms[encodage]}\u00a0»\u00a0: vérifiez les accents.`;
    return take("Lettres du fichier", choices, possibles.indexOf(encodage), said);
  }

  // How many files were opened, or left: what comes late of another one is not shown.
  let opened = 0;
  async function openWorkbook(bytes) {
    opened += 1;
    const mine = opened;
    const found = await classeur.lire(bytes, root.dataset.classeur ?? "");
    if (opened !== mine) return undefined;
    if (found.refus !== undefined) return say("lecture", found.refus, true);
    const [first, ...others] = found.feuilles;
    const said = others.length ? `Le classeur a ${found.feuilles.length} feuilles\u00a0: «\u00a0${first.nom}\u00a0» a été lue, les autres non.` : "";
    return take(
      "Feuille du classeur",
      found.feuilles.map(({ nom, texte, masquees }) => ({
        nom,
        texte: () => texte,
        dit: masquees ? `${many(masquees, "ligne masquée dans le classeur a été lue", "lignes masquées dans le classeur ont été lues")} aussi.` : "",
      })),
      0,
      said,
    );
  }

  // Read one of the texts that a file may give, and let the reader take another.
  function take(label, choices, index, said) {
    const text = choices[index].texte();
    const { refus } = liste.lire(text);
    if (refus) return say("lecture", refus, true);
    const select = find("#classe-source");
    select.replaceChildren(...choices.map(({ nom }, number) => new Option(nom, String(number), false, number === index)));
    find('label[for="classe-source"]').textContent = label;
    role("choix-source").hidden = choices.length < 2;
    select.onchange = () => take(label, choices, Number(select.value), "");
    source.value = text;
    return read(text, {}, [said, choices[index].dit ?? ""]);
  }

  // ---- What is pasted

  // What is pasted is read at once. As for a file, those lines that would be refused never get to the field: it takes long to show thousands.
  function paste(event) {
    const text = event.clipboardData.getData("text/plain");
    const { refus } = text.length > LONG ? liste.lire(text) : {};
    if (refus) {
      event.preventDefault();
      return say("lecture", refus, true);
    }
    role("choix-source").hidden = true;
    below(event, text);
    return setTimeout(() => read(source.value));
  }

  // Below an earlier paste that lacks its last line end, the lines begin on a line of their own.
  function below(event, text) {
    const end = source.selectionStart === source.value.length && /[^\n]$/.test(source.value);
    if (!end || !/[\t\n]/.test(text)) return;
    event.preventDefault();
    source.setRangeText(`\n${text}`, source.value.length, source.value.length, "end");
  }

  // A column goes down the one where it is pasted; two that nothing names go under those of the table, as they stand.
  /** @type {(guess: ReturnType<typeof liste.lire>, text: string) => ReturnType<typeof liste.lire>} */
  function asInTable(guess, text) {
    if (guess.refus !== undefined) return guess;
    if (!/[\t,;]/.test(text)) return liste.lire(text, { entete: guess.entete, ordre: "une" });
    if (guess.entete || guess.disposition.nom === guess.disposition.prenom) return guess;
    return liste.lire(text, { ordre: "nom-prenom" });
  }

  // Lines pasted into a cell of the table are as many pupils; a single column goes down the column where it is pasted.
  function pasteInTable(event) {
    const { target } = event;
    const text = event.clipboardData.getData("text/plain");
    if (!target.dataset.colonne || !/[\t\r\n]/.test(text.trim())) return undefined;
    event.preventDefault();
    const found = asInTable(liste.lire(text), text);
    if (found.refus !== undefined) return say("lecture", found.refus, true);
    if (found.choix?.bloque)
      return say("lecture", "Une question se pose sur ces lignes\u00a0: collez-les plutôt dans «\u00a0Collez la liste\u00a0».", true);
    const at = target.closest("tr").sectionRowIndex;
    const down = found.disposition.ordre === "une";
    const count = down ? Math.max(state.pupils.length, at + found.eleves.length) : state.pupils.length + found.eleves.length;
    if (count > liste.MOST) return say("lecture", tooMany(), true);
    keep("Reprendre la liste d’avant");
    state.corrige = true;
    if (down) fillDown(at, target.dataset.colonne, found.eleves);
    else state.pupils.splice(at, Number(!liste.nomComplet(state.pupils[at])), ...found.eleves);
    draw();
    say("lecture", [
      `${many(found.eleves.length, "ligne collée", "lignes collées")} dans le tableau${how(found)}.`,
      groups(),
      ...found.reserves,
      ...found.messages,
    ]);
    return body.rows[Math.min(at + found.eleves.length, body.rows.length) - 1].querySelector(`[data-colonne="${target.dataset.colonne}"]`).focus();
  }

  function fillDown(at, column, pupils) {
    pupils.forEach(({ nom }, index) => {
      state.pupils[at + index] = { ...(state.pupils[at + index] ?? { nom: "", prenom: "" }), [column]: nom, avis: [] };
    });
  }

  const tooMany = () => `La liste aurait plus de ${liste.MOST} élèves, le plus que la page peut prendre.`;

  // ---- The sheets

  // What is prepared no longer holds once anything has changed.
  function stale() {
    if (!state.lot) return;
    remove();
    role("pret").hidden = true;
    say("preparation", "La liste ou un champ a changé\u00a0: préparez de nouveau les feuilles.");
  }

  function remove() {
    state.lot?.retirer();
    state.lot = null;
  }

  // Why nothing can be prepared, or nothing.
  function obstacle() {
    if (!chosen().length) return "Choisissez au moins un document (étape 1).";
    if (!liste.trier(state.pupils).length)
      return source.value.trim() && !state.pupils.length
        ? "Lisez d’abord la liste (étape 3)."
        : "La liste est vide\u00a0: collez ou écrivez au moins un nom (étape 3).";
    if (state.reading?.choix?.bloque) return "Répondez d’abord à la question sur la liste (étape 3).";
    if (!concerned().length) return "Cochez au moins un élève qui n’a pas encore répondu (étape 3).";
    const wrong = all("[data-commun]:not([hidden])").filter(check);
    return wrong.length ? `Corrigez d’abord\u00a0: ${wrong.map((field) => field.querySelector("label").textContent).join(", ")} (étape 2).` : "";
  }

  // What makes each sheet, in their order.
  /** @type {(documents: DocumentClasse[], pupils: Eleve[]) => FeuilleClasse[]} */
  function plan(documents, pupils) {
    const blanks = documents.map(({ id, titre, listes }) => ({
      id,
      titre,
      blank: blankOf(`template[data-formulaire="${id}"]`, id, listes),
      toGroup: groupFields(id),
    }));
    const ofPupils = pupils.flatMap((pupil, eleve) =>
      blanks.map(({ id, titre, blank, toGroup }) => ({
        words: `${liste.nomComplet(pupil)}, ${titre}`,
        propres: [liste.nomComplet(pupil), pupil.groupe ?? ""],
        eleve,
        document: id,
        faire: (suite = "") => feuilles.exemplaire(blank, pupil, `${eleve + 1} de ${pupils.length}${suite}`, ownGroup(toGroup, pupil)),
      })),
    );
    const apart = madeOnce(documents, pupils);
    return find("#classe-place").value === "debut" ? [...apart, ...ofPupils] : [...ofPupils, ...apart];
  }

  // A document with what is the same for all, the school's name among it.
  function blankOf(selector, id, listes = {}) {
    const blank = feuilles.modele(find(selector), written(id), listes);
    window.Ecole?.ecrire(blank.feuille);
    return blank;
  }

  // What is made once, and given to no pupil: each has a number below 0 in the place of a pupil's.
  function madeOnce(documents, pupils) {
    const asked = all('[name="une-fois"]:checked').map(({ value }) => value);
    const once = documents
      .filter(({ id }) => asked.includes(id))
      .map(({ id, uneFois }) => ({
        words: uneFois,
        faire: () => feuilles.uneFois(blankOf(`template[data-une-fois="${id}"]`, id)),
      }));
    const register = (mesure = false) => feuilles.registre(documents, pupils, heading(documents), mesure);
    const last = find("#classe-registre").checked ? [{ words: REGISTER, faire: () => register(), mesure: () => register(true) }] : [];
    return [...once, ...last].map((one, index) => ({ ...one, eleve: -1 - index, document: "" }));
  }

  const twoSided = () => find("#classe-recto-verso").checked;

  // The leaves that the pupils' sheets take, and those made once. On two sides, what begins for another is on the front of a leaf.
  function paged(sheets) {
    const pages = feuillets.pages(lot, sheets);
    const words = feuillets.suites(sheets, pages);
    const sums = new Map();
    sheets.forEach(({ eleve }, index) => sums.set(eleve, (sums.get(eleve) ?? 0) + pages[index]));
    const odd = ({ eleve }, index) => twoSided() && index + 1 < sheets.length && sheets[index + 1].eleve !== eleve && sums.get(eleve) % 2 === 1;
    const plans = sheets.map((one, index) => ({ ...one, suite: words[index], blanche: odd(one, index) }));
    const leaves = (count) => (twoSided() ? Math.ceil(count / 2) : count);
    const apart = sheets.filter(({ eleve }) => eleve < 0).map(({ words, eleve }) => ({ words, count: leaves(sums.get(eleve)) }));
    const ofPupils = [...sums].filter(([eleve]) => eleve >= 0);
    return { plans, leaves: ofPupils.reduce((sum, [, count]) => sum + leaves(count), 0), apart };
  }

  // The fields of a document that say the group and that nothing is written in: the list may give that of each pupil.
  function groupFields(id) {
    const fields = all('[data-registre="groupe"]').filter((field) => field.dataset.pour.split(" ").includes(id) && !control(field).value.trim());
    return fields.map(({ dataset }) => dataset.commun);
  }

  /** @type {(fields: string[], pupil: Eleve) => Map<string, string>} */
  const ownGroup = (fields, { groupe = "" }) => new Map(groupe ? fields.map((field) => [field, groupe]) : []);

  // What the register says of the class: the first value written in the fields that say so.
  function heading(documents) {
    const fields = documents.flatMap(({ id }) => all("[data-registre]").filter((field) => (field.dataset.pour ?? "").split(" ").includes(id)));
    const firstOf = (code) =>
      fields
        .filter((field) => field.dataset.registre === code)
        .map((field) => control(field).value.trim())
        .find(Boolean) ?? "";
    return data.registre
      .map(({ id, libelle }) => ({ libelle, valeur: firstOf(id), garder: id === "groupe" }))
      .filter(({ valeur, garder }) => valeur || garder);
  }

  function prepare() {
    const why = obstacle();
    if (why) return say("preparation", why, true);
    remove();
    const [documents, pupils] = [chosen(), concerned()];
    const { plans, leaves, apart } = paged(plan(documents, pupils));
    state.lot = piles.poser(lot, plans);
    role("pret").hidden = false;
    role("copieur").textContent = twoSided()
      ? "Choisissez l’impression recto verso, sur le bord long. Aucune feuille ne porte deux élèves."
      : "Choisissez l’impression au recto seulement, sinon deux élèves se partageraient une feuille. Chaque document commence sur une nouvelle page.";
    show();
    const sides = twoSided() ? " recto verso" : "";
    const empty = all("[data-requis]:not([hidden])")
      .filter((field) => !control(field).value.trim())
      .map((field) => field.querySelector("label").textContent);
    say("preparation", [
      state.reading?.choix ? `La liste a deux lectures possibles (étape 3). Celle-ci a été prise\u00a0: ${liste.nomComplet(state.pupils[0])}.` : "",
      `${many(pupils.length, "élève", "élèves")}, ${many(documents.length, "document", "documents")}\u00a0: ${many(leaves, "feuille", "feuilles")}${sides}${besides(apart)}.`,
      toRead() ? TO_READ : "",
      empty.length ? `Laissés vides, à remplir à la main\u00a0: ${empty.join(", ")}.` : "",
    ]);
  }

  // What comes besides the sheets of the pupils, and its leaves if there are several.
  function besides(apart) {
    return apart
      .map(({ words, count }) => `, et ${words === REGISTER ? "le registre" : `une fois «\u00a0${words}\u00a0»`}${count > 1 ? ` (${count})` : ""}`)
      .join("");
  }

  function show(step = 0) {
    if (!state.lot) return;
    const { rang, nombre, words } = state.lot.montrer(step);
    role("numero").textContent = `${rang + 1} de ${nombre}\u00a0: ${words}`;
    const [before, after] = ["precedente", "suivante"].map((name) => find(`[data-action="${name}"]`));
    const { activeElement } = document;
    before.disabled = rang === 0;
    after.disabled = rang + 1 === nombre;
    // At an end, the way back has the focus that its button lost.
    if (activeElement === before && before.disabled) after.focus();
    if (activeElement === after && after.disabled) before.focus();
  }

  // Printing from the browser's menu prints the sheets too, prepared on the spot if need be.
  function beforePrint() {
    if (!state.lot && state.pupils.length && !obstacle()) prepare();
    state.lot?.finir();
    document.body.toggleAttribute("data-lot", Boolean(state.lot));
  }

  // ---- Nothing stays

  const named = () => Boolean(source.value.trim() || state.pupils.some(liste.nomComplet));

  function erase() {
    remove();
    state = blank();
    opened += 1;
    form.reset();
    body.replaceChildren();
    role("liste").hidden = true;
    role("pret").hidden = true;
    role("compris").replaceChildren();
    role("choix-source").hidden = true;
    find("#classe-source").onchange = null;
    ["bilan", "numero"].forEach((name) => {
      role(name).textContent = "";
    });
    find('[data-action="annuler"]').hidden = true;
    all(".classe__erreur").forEach((error) => {
      error.textContent = "";
    });
    say("lecture", []);
    say("preparation", []);
    today();
    showFields();
  }

  addEventListener("beforeunload", (event) => {
    if (!named()) return;
    event.preventDefault();
    event.returnValue = "";
  });
  // A browser may keep a page that was left, to show it again: without the names.
  addEventListener("pagehide", erase);
  addEventListener("beforeprint", beforePrint);
  addEventListener("afterprint", () => document.body.removeAttribute("data-lot"));

  // ---- What the reader does

  const ACTIONS = {
    lire: () => read(source.value),
    ajouter: add,
    annuler: undo,
    effacer: () => dialog.showModal(),
    tousManquants: () => tickAll(true),
    aucunManquant: () => tickAll(false),
    preparer: prepare,
    imprimer: () => print(),
    precedente: () => show(-1),
    suivante: () => show(1),
  };

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("click", ({ target }) => {
    const button = target.closest("button");
    if (button?.dataset.action) ACTIONS[button.dataset.action]();
    else if (button?.dataset.geste) gesture(button.dataset.geste, button.closest("tr"));
  });
  dialog.addEventListener("click", ({ target }) => {
    if (!target.dataset.reponse) return;
    dialog.close();
    if (target.dataset.reponse !== "oui") return;
    erase();
    say("lecture", "Tout est effacé.");
    source.focus();
  });
  source.addEventListener("paste", paste);
  source.addEventListener("input", verify);
  file.addEventListener("change", open);
  order.addEventListener("change", reorder);
  body.addEventListener("paste", pasteInTable);
  body.addEventListener("input", ({ target }) => {
    const pupil = state.pupils[target.closest("tr").sectionRowIndex];
    Object.assign(pupil, { [target.dataset.colonne]: liste.propre(target.value), avis: [] });
    state.corrige = true;
    verify();
    stale();
  });
  // Enter goes down the column, as in a spreadsheet.
  body.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !event.target.dataset.colonne) return;
    event.preventDefault();
    const next = event.target.closest("tr").nextElementSibling;
    if (next) next.querySelector(`[data-colonne="${event.target.dataset.colonne}"]`).focus();
    else add();
  });
  all('[name="document"]').forEach((box) =>
    box.addEventListener("change", () => {
      showFields();
      stale();
    }),
  );
  all("[data-commun]").forEach((field) => {
    control(field).addEventListener("input", stale);
    control(field).addEventListener("change", () => check(field));
  });
  all('#classe-registre, #classe-place, #classe-recto-verso, [name="une-fois"]').forEach((option) => option.addEventListener("change", stale));

  form.reset();
  window.Ecole?.ecouter(school);
  school();
  today();
  showFields();
  window.Panne.lever(root);
  form.hidden = false;
  // The letters of the sheets come with the page: nothing is asked for once names are written.
  document.fonts.forEach((face) => {
    if (face.family.replaceAll('"', "") === "Chiffres") face.load().catch(() => {});
  });
})();
