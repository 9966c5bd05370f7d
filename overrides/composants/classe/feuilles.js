// The sheets of a class: a blank one of each document, copied for each pupil, and the register of what comes back. A name is text, whatever
// it holds. Only the staff's own words and the pupil's name are ever written: what a parent or a pupil gives is left to them.
(() => {
  window.Classe ??= /** @type {any} */ ({});
  const api = window.Classe;
  // More columns than this are printed on the side.
  const WIDE = 6;
  const MONTHS = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];

  function make(tag, name = "", ...content) {
    const element = document.createElement(tag);
    if (name) element.className = name;
    element.append(...content);
    return element;
  }

  // « 2026-09-01 » in words; anything else as it is.
  function jour(text) {
    const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
    return year ? `${Number(day) === 1 ? "1er" : Number(day)}\u00a0${MONTHS[Number(month) - 1]}\u00a0${year}` : text;
  }

  // Write a value wherever its field shows on a sheet; a field that is not the staff's to write stays empty, whoever asks.
  /** @type {Classe["feuilles"]["ecrire"]} */
  function ecrire(sheet, id, text) {
    const field = sheet.querySelector(`[data-champ="${id}"]`);
    const staff = (sheet.dataset.personnel ?? "").split(" ");
    if (!field || !staff.includes(field.dataset.qui ?? "") || !("ecrit" in field.dataset)) return;
    sheet.querySelectorAll(`[data-valeur="${id}"]`).forEach((place) => {
      place.textContent = text;
    });
  }

  // A document with what is the same for all: `{ feuille, listes }`, to be copied for each pupil. `valeurs`: by field, `{ genre, valeur }`.
  /** @type {Classe["feuilles"]["modele"]} */
  function modele(template, valeurs, listes) {
    const feuille = /** @type {HTMLElement} */ (template.content.querySelector("[data-formulaire]")?.cloneNode(true));
    for (const [id, { genre, valeur }] of valeurs) ecrire(feuille, id, genre === "date" ? jour(valeur) : valeur);
    return { feuille, listes };
  }

  // The sheet of a pupil; `numero` tells it from the others once on paper, `propres` is what else the list says of this pupil, by field.
  /** @type {Classe["feuilles"]["exemplaire"]} */
  function exemplaire({ feuille, listes }, eleve, numero, propres = new Map()) {
    const copy = /** @type {HTMLElement} */ (feuille.cloneNode(true));
    const columns = { nom: eleve.nom, prenom: eleve.prenom, "nom-complet": api.liste.nomComplet(eleve) };
    for (const [id, column] of Object.entries(listes)) ecrire(copy, id, columns[column]);
    for (const [id, text] of propres) ecrire(copy, id, text);
    return make("div", "lot__feuille", make("p", "lot__numero", `Élève ${numero}`), copy);
  }

  // The register: a line for each pupil, in the order of the sheets, filled by hand.
  /** @type {Classe["feuilles"]["registre"]} */
  function registre(documents, eleves, entete) {
    const letters = new Map(documents.flatMap(({ questions }) => questions).map((question, index) => [question.libelle, "ABCDEFGHIJ"[index]]));
    const head = make("tr", "", cell("th", "N°"), cell("th", "Élève"), ...documents.flatMap((one) => titles(one, letters)));
    head.querySelectorAll("th").forEach((title) => {
      title.scope = "col";
    });
    const rows = eleves.map((eleve, index) => make("tr", "", cell("td", String(index + 1)), name(eleve), ...documents.flatMap(blanks)));
    const table = make("table", "registre__table", make("thead", "", head), make("tbody", "", ...rows));
    const register = make(
      "div",
      `lot__feuille registre${head.cells.length > WIDE ? " registre--large" : ""}`,
      make("h2", "registre__titre", "Registre des retours"),
      heading(entete, eleves.length),
      legend(letters),
      table,
    );
    // On a narrow screen it scrolls by itself, with the keyboard too.
    Object.assign(register, { tabIndex: 0, role: "region", ariaLabel: "Registre des retours" });
    return register;
  }

  const cell = (tag, text = "", kind = "") => make(tag, kind && `registre__${kind}`, String(text));

  function name(eleve) {
    const title = cell("th", api.liste.nomDeListe(eleve), "eleve");
    title.scope = "row";
    return title;
  }

  function titles({ titre, retour, questions }, letters) {
    if (!retour) return [cell("th", `${titre}\u00a0: remis le`)];
    return [
      cell("th", `${titre}\u00a0: reçu le`),
      cell("th", "Répondu par"),
      ...questions.map(({ libelle }) => cell("th", letters.get(libelle), "question")),
    ];
  }

  function blanks({ retour, questions }) {
    if (!retour) return [cell("td", "", "jour")];
    return [cell("td", "", "jour"), cell("td", "", "qui"), ...questions.map(() => make("td", "registre__question", box("Oui"), " ", box("Non")))];
  }

  const box = (word) => make("span", "registre__choix", make("span", "registre__case"), word);

  function heading(entete, count) {
    const parts = entete.map(({ libelle, valeur }) =>
      make("p", "", make("strong", "", `${libelle}\u00a0:`), " ", make("span", valeur ? "" : "registre__vide", valeur)),
    );
    return make("div", "registre__entete", ...parts, make("p", "", make("strong", "", "Élèves\u00a0:"), ` ${count}`));
  }

  function legend(letters) {
    const lines = [...letters].map(([libelle, letter]) => make("li", "", make("strong", "", `${letter}.`), ` ${libelle}`));
    return make("ul", "registre__legende liste-nue", ...lines);
  }

  api.feuilles = { modele, exemplaire, registre, ecrire, jour };
})();
