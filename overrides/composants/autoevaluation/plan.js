// The plan: its table, whose last columns the reader fills in, and the files that take it away.
(() => {
  const api = window.Autoevaluation;
  const { calcul, dossiers, exports: files } = api;
  const { aloud, bornes, isoDay, inWords, wrongIn, make, many } = window.Commun;
  const { link, articleLinks } = api.elements;
  // Each with what its reader has to know once it is saved.
  const FILES = {
    csv: [
      "text/csv",
      files.csv,
      "Si Excel mêle les colonnes (ordinateur réglé en anglais), ouvrez le fichier par «\u00a0Data\u00a0», puis «\u00a0From Text/CSV\u00a0».",
    ],
    ics: [
      "text/calendar",
      files.ics,
      "Importez-le dans un calendrier à part, que vous supprimerez avant d’importer le suivant\u00a0: ce que vous réglez ou changez ici y reste tel quel.",
    ],
  };

  const copyOf = (id, selector) => document.getElementById(`q-${id}`)?.querySelector(selector)?.cloneNode(true) ?? null;

  // A field, and what paper shows in its place. A year of two digits is no day to keep.
  function field(type, more, label, change) {
    const input = Object.assign(document.createElement("input"), { type, autocomplete: "off", ...more });
    input.setAttribute("aria-label", label);
    const shown = make("span", "plan-action__valeur");
    const mirror = () => {
      shown.textContent = type === "date" && input.value && input.validity.valid ? inWords(input.value) : input.value;
    };
    shown.setAttribute("aria-hidden", "true");
    input.addEventListener("input", () => {
      if (input.validity.valid) change(input.value);
      mirror();
    });
    mirror();
    return [input, shown];
  }

  // What is wrong with a day, beside its field: at once where it is a day, once the field is left where a year may still be on its way.
  function watched(input, id, doubt) {
    const place = make("span", "plan-action__erreur");
    const wrong = () => wrongIn(input) || doubt(input.value);
    const tell = () => {
      aloud(place, wrong());
      input.setAttribute("aria-invalid", String(!input.validity.valid));
    };
    Object.assign(place, { id, textContent: wrong() });
    input.setAttribute("aria-describedby", id);
    input.addEventListener("change", () => input.validity.valid && tell());
    input.addEventListener("blur", tell);
    return place;
  }

  // The day of a deadline, or nothing: one that has gone by is never told as one to come.
  function jour({ date, passee, fixe }) {
    if (passee) return `Passé\u00a0: ${inWords(passee)}`;
    return date ? `${fixe ? "" : "Jour repère\u00a0: "}${inWords(date)}` : "";
  }

  function deadline(item) {
    const moment = make("span", "", item.moment || "Aucun moment fixé");
    const words = jour(item);
    if (!words) return [moment];
    const gone = item.passee ? ". À faire maintenant." : "";
    return [moment, make("span", `plan-action__jour${gone && " plan-action__jour--passe"}`, words + gone)];
  }

  function cell(titre, ...content) {
    const td = make("td", "", ...content);
    td.dataset.titre = titre;
    return td;
  }

  function whatToDo(item) {
    const reference = item.oblige ? "" : make("span", "question__reference", "Référence");
    const doubt = item.reponse === "a-verifier" ? make("strong", "", "À vérifier\u00a0: ") : "";
    const question = make("span", "plan-action__question", doubt, link(`#q-${item.id}`, item.question));
    const sources = make("span", "sources", ...articleLinks(item.articles));
    const head = make(
      "th",
      "",
      copyOf(item.id, ".question__force"),
      reference,
      make("span", "plan-action__remede", item.remede),
      question,
      sources,
      noteOf(item.note),
    );
    head.scope = "row";
    return head;
  }

  function withWhat({ id }) {
    const documents = copyOf(id, ".question__documents");
    const what = cell("Avec quoi", documents ?? "—");
    what.classList.toggle("plan-action__rien", !documents);
    return what;
  }

  // What is wrong with the day that the reader chose, as a sentence.
  function late(item, value) {
    const words = calcul.tard(item, value, isoDay());
    return words && `${words[0].toUpperCase()}${words.slice(1)}.`;
  }

  function row(item, planned) {
    const keep = (key) => (value) => planned(item.id, key, value);
    const who = field("text", { value: item.qui, maxLength: dossiers.LENGTHS.qui }, `Qui\u00a0: ${item.remede}`, keep("qui"));
    const [when, shown] = field("date", { value: item.quand, ...bornes }, `Pour le\u00a0: ${item.remede}`, keep("date"));
    const wrong = watched(when, `plan-${item.id}-erreur`, (value) => late(item, value));
    const cells = [cell("Échéance", ...deadline(item)), cell("Qui", ...who), cell("Pour le", when, wrong, shown)];
    const line = make("tr", "", whatToDo(item), withWhat(item), ...cells);
    line.dataset.ligne = item.id;
    return line;
  }

  function noteOf(note) {
    const element = make("span", "plan-action__note", note && `Note\u00a0: ${note}`);
    element.hidden = !note;
    return element;
  }

  function montrer({ find, planned }, gaps, { rien }) {
    find(".plan-action__vide").hidden = gaps.length > 0;
    find(".plan-action__rien-encore").textContent = rien;
    find(".plan-action .tableau-large").hidden = !gaps.length;
    find(".plan-action__boutons").hidden = !gaps.length;
    find(".plan-action__message").textContent = "";
    find(".plan-action tbody").replaceChildren(...gaps.map((item) => row(item, planned)));
  }

  // The other fields of the plan stay as they are: the reader may be in one of them.
  function noter({ find }, id, note) {
    find(`[data-ligne="${id}"] .plan-action__note`)?.replaceWith(noteOf(note));
  }

  function telecharger({ find, liste, evaluation }, extension) {
    const [type, write, then] = FILES[extension];
    const lines = calcul.plan(liste, evaluation, isoDay());
    const text = write(lines, liste, evaluation);
    const say = find(".plan-action__message");
    const left = extension === "ics" ? lines.filter((line) => !files.jourDe(line)).length : 0;
    const without = `${many(left, "ligne n’a pas de jour à venir et n’y est pas", "lignes n’ont pas de jour à venir et n’y sont pas")}\u00a0: remplissez «\u00a0Pour le\u00a0».`;
    say.textContent = text
      ? `Le fichier est avec vos téléchargements.${left ? ` ${without}` : ""} ${then}`
      : "Aucune ligne du plan n’a de jour\u00a0: remplissez «\u00a0Pour le\u00a0» pour la mettre à votre calendrier.";
    if (text) files.telecharger(files.nomDeFichier([evaluation], extension), type, text);
  }

  api.plan = { montrer, noter, telecharger, jour };
})();
