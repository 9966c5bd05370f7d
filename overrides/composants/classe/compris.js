// What was understood of a class list, as a person would check it: the readings to choose from, the first lines as they were read, each column
// under its role, the lines that are no pupils with the way back. What the reader changes is told to the page, which reads again.
(() => {
  const FIRST = 3;
  const MOST = 12;
  const ROLES = {
    nom: "Nom",
    prenom: "Prénom",
    "nom-prenom": "Nom complet\u00a0: nom, prénom",
    "prenom-nom": "Nom complet\u00a0: prénom, nom",
    complet: "Nom complet, tel quel",
    groupe: "Groupe",
    ignoree: "Ignorée",
  };
  const WHOLE = ["nom-prenom", "prenom-nom", "complet"];

  const { make, many } = window.Commun;

  const button = (words, action, name = "bouton") => Object.assign(make("button", name, words), { type: "button", onclick: action });

  const title = (words) => Object.assign(make("th", "", words), { scope: "col" });

  // ---- Two readings, side by side

  function question({ question: words, options }, change) {
    const legend = make("legend", "", words);
    const ways = options.map((option, index) => way(option, index + 1, change));
    return make("fieldset", "compris__question", legend, make("div", "compris__lectures", ...ways));
  }

  function way({ eleves, nombre, reglages }, number, change) {
    const rows = eleves.map(({ nom, prenom }) => make("tr", "", make("td", "", nom), make("td", "", prenom)));
    const heads = ["Nom", "Prénom"].map(title);
    const table = make("table", "compris__essai", make("thead", "", make("tr", "", ...heads)), make("tbody", "", ...rows));
    table.ariaLabel = `Lecture ${number}`;
    const count = nombre ? make("p", "compris__nombre", many(nombre, "élève", "élèves")) : "";
    return make(
      "div",
      "compris__lecture",
      count,
      table,
      button(`Choisir la lecture ${number}`, () => change(reglages)),
    );
  }

  // ---- The first lines, each column under its role

  // One column has each role; a whole name leaves no place for a name alone.
  function withRole(roles, index, role) {
    const clash = (other) =>
      other === role ||
      (WHOLE.includes(role) ? [...WHOLE, "nom", "prenom"].includes(other) : ["nom", "prenom"].includes(role) && WHOLE.includes(other));
    return roles.map((other, place) => (place === index ? role : other !== "ignoree" && clash(other) ? "ignoree" : other));
  }

  function head({ colonnes, reglages }, change) {
    const roles = colonnes.map(({ role }) => role);
    const cells = colonnes.map(({ nom, titre, role, pourquoi }, index) => {
      const select = make("select", "", ...Object.entries(ROLES).map(([value, words]) => new Option(words, value)));
      Object.assign(select, { value: role, autocomplete: "off", ariaLabel: `Rôle de la colonne «\u00a0${nom}\u00a0»` });
      select.dataset.colonne = String(index);
      select.addEventListener("change", () =>
        change({ ...reglages, ordre: undefined, nom: undefined, prenom: undefined, roles: withRole(roles, index, select.value) }),
      );
      const why = pourquoi && make("span", "compris__pourquoi", pourquoi);
      const cell = make("th", `compris__colonne compris__colonne--${role}`, make("span", "compris__titre", titre), select, why);
      cell.scope = "col";
      return cell;
    });
    return make("tr", "", title("Ligne"), ...cells, title("Prise pour"));
  }

  const TAKEN = { eleve: "un élève", titres: "des titres", rapport: "laissée de côté" };

  function line(one, { place, colonnes, reglages }, change) {
    const { index, cellules, statut, devine, pourquoi } = one;
    const to = statut === "eleve" ? (devine === "eleve" ? "rapport" : devine) : "eleve";
    const words = { eleve: "C’est un élève", titres: "Ce sont des titres" }[to] ?? "Ce n’est pas un élève";
    const act = button(words, () => change({ ...reglages, lignes: { ...reglages.lignes, [index]: to } }), "bouton compris__geste");
    act.ariaLabel = `${words}, ligne ${index + 1}`;
    const why = pourquoi && statut === "rapport" ? ` (${pourquoi})` : "";
    const cells =
      statut === "rapport"
        ? [Object.assign(make("td", "compris__texte", cellules.filter(Boolean).join(" ")), { colSpan: colonnes.length })]
        : place.map((at, column) => make("td", `compris__colonne--${colonnes[column].role}`, cellules[at] ?? ""));
    const row = make("tr", `compris__ligne compris__ligne--${statut}`, Object.assign(make("th", "", String(index + 1)), { scope: "row" }), ...cells);
    row.append(make("td", "compris__statut", `${TAKEN[statut]}${why} `, act));
    return row;
  }

  // The first pupils, and every line that is none, as many as one can look at.
  function shown(lines) {
    let pupils = 0;
    const kept = lines.filter(({ statut, devine, surplus }) => {
      if (statut === "eleve" && devine === "eleve" && !surplus.length) pupils += 1;
      return statut !== "eleve" || devine !== "eleve" || surplus.length > 0 || pupils <= FIRST;
    });
    return kept.slice(0, MOST);
  }

  function table(reading, change) {
    const lines = shown(reading.lignes);
    const rest = reading.lignes.length - lines.length;
    const body = make("tbody", "", ...lines.map((one) => line(one, reading, change)));
    const element = make("table", "compris__table", make("thead", "", head(reading, change)), body);
    element.ariaLabel = "Les premières lignes, comme elles ont été lues";
    const frame = make("div", "compris__cadre", element);
    Object.assign(frame, { tabIndex: 0, role: "region", ariaLabel: "Les premières lignes lues" });
    return [
      frame,
      ...(rest > 0 ? [make("p", "compris__reste", `Et ${many(rest, "autre ligne, lue", "autres lignes, lues")} de la même façon.`)] : []),
    ];
  }

  /** @type {Classe["compris"]["montrer"]} */
  function montrer(place, reading, change) {
    const ask = reading.choix ? [question(reading.choix, change)] : [];
    const notes = reading.reserves.map((sentence) => make("li", "", sentence));
    const list = notes.length ? [make("ul", "compris__reserves", ...notes)] : [];
    place.replaceChildren(...ask, ...table(reading, change), ...list);
  }

  window.Classe.compris = { montrer };
})();
