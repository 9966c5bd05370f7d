// The sheets of a class: a blank one of each document, copied for each pupil, and the register of what comes back. A name is text, whatever
// it holds. Only the staff's own words and the pupil's name are ever written: what a parent or a pupil gives is left to them.
(() => {
  const api = window.Classe;
  // More columns than this are narrow.
  const WIDE = 6;
  const { make, inWords, inPlace } = window.Commun;

  // Write a value wherever its field shows on a sheet; a field that is not the staff's to write stays empty, whoever asks.
  /** @type {Classe["feuilles"]["ecrire"]} */
  function ecrire(sheet, id, text) {
    // What a sheet only repeats says whose it is too.
    const field = /** @type {HTMLElement | null} */ (sheet.querySelector(`[data-champ="${id}"]`) ?? sheet.querySelector(`[data-valeur="${id}"]`));
    const staff = (sheet.dataset.personnel ?? "").split(" ");
    if (!field || !staff.includes(field.dataset.qui ?? field.dataset.de ?? "") || !("ecrit" in field.dataset)) return;
    sheet.querySelectorAll(`[data-valeur="${id}"]`).forEach((place) => {
      place.textContent = inPlace(place, text);
    });
  }

  // A document with what is the same for all: `{ feuille, listes }`, to be copied for each pupil. `valeurs`: by field, `{ type, valeur }`.
  /** @type {Classe["feuilles"]["modele"]} */
  function modele(template, valeurs, listes) {
    const feuille = /** @type {HTMLElement} */ (template.content.querySelector("[data-formulaire]")?.cloneNode(true));
    for (const [id, { type, valeur }] of valeurs) ecrire(feuille, id, type === "date" ? inWords(valeur) : valeur);
    return { feuille, listes };
  }

  // The sheet of a pupil; `numero` tells it from the others once on paper, `propres` is what else the list says of this pupil, by field.
  /** @type {Classe["feuilles"]["exemplaire"]} */
  function exemplaire({ feuille, listes }, eleve, numero, propres = new Map()) {
    const copy = /** @type {HTMLElement} */ (feuille.cloneNode(true));
    for (const [id, columns] of Object.entries(listes))
      ecrire(
        copy,
        id,
        columns
          .map((column) => eleve[column])
          .filter(Boolean)
          .join(" "),
      );
    for (const [id, text] of propres) ecrire(copy, id, text);
    return make("div", "lot__feuille", make("p", "lot__numero", `Élève ${numero}`), copy);
  }

  // What is made once for all the copies of a document; `propres` is what the list says of all the pupils, by field.
  /** @type {Classe["feuilles"]["uneFois"]} */
  function uneFois({ feuille }, propres) {
    for (const [id, text] of propres) ecrire(feuille, id, text);
    return make("div", "lot__feuille", feuille);
  }

  // The register: a line for each pupil, in the order of the sheets, filled by hand, from the number of the first one's. `only`: for its height
  // alone, with these lines; the boxes to tick never change it.
  /** @type {Classe["feuilles"]["registre"]} */
  function registre(documents, eleves, entete, premier, only = null) {
    const own = documents.flatMap(below).length;
    const rest = only ? () => [Object.assign(cell("td"), { colSpan: own })] : () => documents.flatMap(blanks);
    const rows = (only ?? eleves).map((eleve, index) => make("tr", "", cell("td", String(premier + index)), name(eleve), ...rest()));
    const table = make("table", "registre__table", widths(documents), make("thead", "", ...titles(documents)), make("tbody", "", ...rows));
    const register = make(
      "div",
      `lot__feuille registre${own + 2 > WIDE ? " registre--large" : ""}`,
      make("h2", "registre__titre", "Registre des retours"),
      heading(entete, eleves.length),
      table,
      legend(documents.flatMap(({ questions }) => questions)),
    );
    // On a narrow screen it scrolls by itself, with the keyboard too.
    Object.assign(register, { tabIndex: 0, role: "region", ariaLabel: "Registre des retours" });
    return register;
  }

  const cell = (tag, text = "", kind = "") => make(tag, kind && `registre__${kind}`, String(text));
  const column = (text, kind = "") => Object.assign(cell("th", text, kind), { scope: "col" });

  const name = (eleve) => Object.assign(cell("th", api.liste.nomDeListe(eleve), "eleve"), { scope: "row" });

  // How wide each column is, whatever spans it.
  function widths(documents) {
    const own = documents.flatMap(({ retour, questions }) => (retour ? ["jour", "qui", ...questions.map(() => "question")] : ["remis"]));
    return make("colgroup", "", ...["numero", "eleve", ...own].map((kind) => make("col", `registre__col registre__col--${kind}`)));
  }

  // Two lines: each document above its own columns.
  function titles(documents) {
    const [number, pupil] = [column("N°"), column("Élève")].map((title) => Object.assign(title, { rowSpan: 2 }));
    const above = documents.map((one) => Object.assign(cell("th", one.titre, "document"), { colSpan: below(one).length, scope: "colgroup" }));
    return [make("tr", "", number, pupil, ...above), make("tr", "", ...documents.flatMap(below))];
  }

  function below({ retour, questions }) {
    if (!retour) return [column("Remis le")];
    return [column("Reçu le"), column("Répondu par"), ...questions.map(({ nom }) => column(nom, "question"))];
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

  // What each column of answers stands for, by the names that the sheet of the parents has.
  function legend(questions) {
    const lines = questions.map(({ nom, libelle }) => make("li", "", make("strong", "", `${nom}\u00a0:`), ` ${libelle}`));
    return lines.length ? make("ul", "registre__legende liste-nue", ...lines) : "";
  }

  api.feuilles = { modele, exemplaire, uneFois, registre, ecrire };
})();
