// A class at once: the documents that are chosen and what is the same for all; then the list of the pupils (source.js, tableau.js) and the
// sheets of each (preparation.js), which this script joins. Nothing is stored, nothing is sent, and leaving the page erases all.
(() => {
  const root = /** @type {HTMLElement} */ (document.querySelector('[data-module="classe"]'));
  const parts = ["tableau", "source", "preparation"];
  // Without one of the scripts, the page keeps the sentence that says so.
  if (!root || !["liste", "feuilles", "classeur", "compris", "feuillets", "lot", ...parts].every((name) => window.Classe?.[name])) return;
  if (!("Papa" in window) || !window.Octets) return;
  if (!window.Commun.isoDay || !window.Commun.wrongIn || !window.Commun.ofTheDay || !window.Commun.onLeaving) return;
  const { aloud, ofTheDay, wrongYear, wrongIn, onNewDay, onLeaving, make } = window.Commun;
  const find = (selector) => /** @type {any} */ (root.querySelector(selector));
  const all = (selector) => [...root.querySelectorAll(selector)];
  const role = (name) => find(`[data-role="${name}"]`);
  const form = find(".classe__outil");
  const dialog = find(".classe__confirmation");
  const source = find("#classe-texte");

  function say(sentences, where = "lecture", refused = false) {
    const place = role(where);
    place.classList.toggle("classe__message--refus", refused);
    place.replaceChildren(
      ...[sentences]
        .flat()
        .filter(Boolean)
        .map((words) => make("p", "", words)),
    );
  }

  const refuse = (sentence, where = "lecture") => say(sentence, where, true);

  /** @returns {EtatClasse} */
  const blank = () => ({ text: "", reading: null, order: "nom-prenom", pupils: [], before: null, lot: null, groupe: "", corrige: false });
  const data = JSON.parse(find('script[type="application/json"]').textContent);
  const state = blank();

  // ---- The documents, and what is the same for all: each field says which documents hold it

  const control = (field) => field.querySelector("input, textarea");
  const value = (field) => control(field).value.trim();
  const serves = ({ dataset }, id) => dataset.pour.split(" ").includes(id);
  const named = (fields) => fields.map((field) => field.querySelector("label").textContent).join(", ");

  // The error of a field is told beside it, once it is left.
  function check(field) {
    const input = control(field);
    const wrong = wrongIn(input) || wrongYear(input);
    aloud(field.querySelector(".classe__erreur"), wrong);
    input.setAttribute("aria-invalid", String(Boolean(wrong)));
    return wrong;
  }

  const fields = all("[data-commun]");
  const held = (id) => fields.filter((field) => serves(field, id));
  const groups = fields.filter(({ dataset }) => dataset.registre === "groupe");

  // As they are handed out: what recalls a form goes above it, though its box is below.
  const chosen = () => data.documents.filter(({ id }) => find(`[name="document"][value="${id}"]`).checked);

  function showFields() {
    const ids = chosen().map(({ id }) => id);
    for (const field of fields) field.hidden = !ids.some((id) => serves(field, id));
    for (const option of all("[data-une-fois-de]")) option.hidden = !ids.includes(option.dataset.uneFoisDe);
    for (const group of all(".classe__groupe")) group.hidden = !group.querySelector("[data-commun]:not([hidden])");
    role("sans-document").hidden = ids.length > 0;
    page.missing();
  }

  // What was written for all, by field, for a document.
  const written = (id) => new Map(held(id).map((field) => [field.dataset.commun, { type: control(field).type, valeur: value(field) }]));

  // What the day proposes, in the fields that still say what it proposed; at first, in all that it decides.
  const proposed = new Map();
  const closes = ({ dataset }) =>
    fields.some((field) => field.dataset.propose === "limite" && dataset.pour.split(" ").some((id) => serves(field, id)));
  function today() {
    for (const field of fields) {
      const input = control(field);
      const now = ofTheDay(field.dataset.propose ?? "", closes(field), input.defaultValue);
      if (now !== undefined && [undefined, input.value].includes(proposed.get(input))) input.value = now;
      if (now !== undefined) proposed.set(input, now);
    }
  }
  // Sheets that are prepared keep their day.
  onNewDay(() => state.lot || today());

  // As when the page opens: the day, and the fields of the documents that are chosen.
  function begin() {
    for (const error of all(".classe__erreur")) error.textContent = "";
    proposed.clear();
    today();
    showFields();
  }

  // What « Mon école » says takes the place of what it said before, never of what was written.
  function school() {
    for (const field of all('[data-propose="ecole"]')) {
      const input = control(field);
      const proposal = window.Ecole?.pour(field.dataset.cles) ?? "";
      if (input.value === input.defaultValue) input.value = proposal;
      input.defaultValue = proposal;
    }
    page.stale();
  }

  // The group of all goes into its fields, where nothing else is written.
  function propose(groupe) {
    for (const input of groups.map(control)) if (!input.value || input.value === state.groupe) input.value = groupe;
    state.groupe = groupe;
  }

  // The group that is written for all in the place of the list's, if one is.
  const otherGroup = () => groups.map(value).find((text) => text && text !== state.groupe);

  // The fields of a document that say the group and that nothing is written in: the list may give that of each pupil.
  const freeGroups = (id) => groups.filter((field) => serves(field, id) && !value(field)).map(({ dataset }) => dataset.commun);

  // What the register says of the class: the first value written in the fields that say so, or the group of the list.
  function heading(documents, groupe) {
    const own = documents.flatMap(({ id }) => held(id));
    const first = (code) =>
      own
        .filter(({ dataset }) => dataset.registre === code)
        .map(value)
        .find(Boolean);
    return data.registre
      .map(({ id, libelle }) => ({ id, libelle, valeur: first(id) ?? (id === "groupe" ? groupe : "") }))
      .filter(({ id, valeur }) => valeur || id === "groupe");
  }

  const wrong = () => named(fields.filter((field) => !field.hidden && check(field)));
  // What nobody has written: the group of each pupil may come from the list.
  const listed = (field) => groups.includes(field) && page.concerned().every(({ groupe }) => groupe);
  const empty = () => named(fields.filter((field) => !field.hidden && "requis" in field.dataset && !value(field) && !listed(field)));

  /** @type {PageClasse} */
  const page = /** @type {any} */ ({
    root,
    source,
    find,
    all,
    role,
    say,
    refuse,
    state,
    chosen,
    written,
    propose,
    otherGroup,
    freeGroups,
    heading,
    wrong,
    empty,
  });
  for (const name of parts) Object.assign(page, window.Classe[name](page));

  // ---- Nothing stays

  function erase() {
    page.remove();
    Object.assign(state, blank());
    form.reset();
    fields.forEach(check);
    page.clear();
    page.close();
    say("");
    say("", "preparation");
    begin();
  }

  // What a field says that the page has not proposed.
  const isWritten = (input) => !["", input.defaultValue, proposed.get(input), state.groupe].includes(input.value);
  const holds = () => Boolean(source.value.trim()) || state.pupils.some(window.Classe.liste.nomComplet) || fields.map(control).some(isWritten);
  onLeaving(holds, erase, say, role("lecture"));

  // ---- What the reader does

  const ACTIONS = {
    lire: page.read,
    ajouter: page.add,
    annuler: page.undo,
    effacer: () => dialog.showModal(),
    tousManquants: () => page.tickAll(true),
    aucunManquant: () => page.tickAll(false),
    preparer: () => {
      today();
      page.prepare();
    },
    imprimer: () => print(),
    precedente: () => page.show(-1),
    suivante: () => page.show(1),
  };

  for (const box of all('[name="document"]'))
    box.addEventListener("change", () => {
      showFields();
      page.stale();
    });
  for (const field of fields) {
    field.addEventListener("input", page.stale);
    field.addEventListener("focusout", () => check(field));
  }

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("click", ({ target }) => {
    const button = target.closest("button");
    if (button?.dataset.action) ACTIONS[button.dataset.action]();
    else if (button?.dataset.geste) page.gesture(button.dataset.geste, button.closest("tr"));
  });
  dialog.addEventListener("click", ({ target }) => {
    if (!target.dataset.reponse) return;
    dialog.close();
    if (target.dataset.reponse !== "oui") return;
    erase();
    say("Tout est effacé.");
    source.focus();
  });

  form.reset();
  window.Ecole?.ecouter(school);
  school();
  begin();
  window.Panne.lever(root);
  form.hidden = false;
  // The letters of the sheets come with the page: nothing is asked for once names are written.
  for (const face of document.fonts) if (face.family.replaceAll('"', "") === "Chiffres") face.load().catch(() => {});
})();
