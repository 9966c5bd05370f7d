// The fields of a sheet fill it: what is wrong is said beside the field, and the sheet shows what was written as text.
// Nothing here reads the address, keeps or sends anything: what is written lives in the fields and is gone with the page.
(() => {
  const root = document.querySelector('[data-module="feuille"]');
  if (!root) return;
  const { ofTheDay, wrongYear, inWords, wrongIn, inPlace, onNewDay } = window.Commun;
  const { make, onPaper, pageSize, columned, columns, fitted, onLeaving } = window.Commun;
  const [panel, sheets, status, anyway, otherYear] = [".saisie", ".modele__feuille", ".modele__etat", ".modele__malgre", ".modele__autre-annee"].map(
    (selector) => /** @type {HTMLElement} */ (root.querySelector(selector)),
  );
  const fieldAt = (target) => /** @type {HTMLElement} */ (target).closest("[data-champ]");
  const papers = [...sheets.querySelectorAll(".feuille")];
  const STAFF = (papers[0].dataset.personnel ?? "").split(" ");
  const fields = [...panel.querySelectorAll("[data-champ]")];
  const filler = STAFF.find((who) => fields.some((field) => field.dataset.qui === who));
  const controlOf = (field) => field.querySelector("textarea, input:not([type='radio'], [type='checkbox'])");
  const choicesOf = (field) => [...field.querySelectorAll("input[type='radio'], input[type='checkbox']")];
  const nameOf = (field) => field.querySelector(".saisie__libelle").firstChild.textContent.trim();
  const staffs = (field) => STAFF.includes(field.dataset.qui);

  // ---- What is proposed

  // What the day decides is proposed again for the day it is read; only the staff's fields carry a proposal.
  function propose() {
    const closes = fields.some((field) => controlOf(field)?.dataset.propose === "limite");
    fields.filter(staffs).forEach((field) => {
      const control = controlOf(field);
      const source = control?.dataset.propose;
      const school = source === "ecole" ? window.Ecole?.pour(control.dataset.cles) : undefined;
      if (source) control.defaultValue = school ?? ofTheDay(source, closes, control.defaultValue) ?? control.defaultValue;
    });
    tellFiles();
  }

  // The files were made on another day: what they hold of its school year is told beside them.
  const came = new Map(fields.map((field) => [field, controlOf(field)?.defaultValue]));
  function tellFiles() {
    const former = fields.filter((field) => came.get(field) && ![came.get(field), ""].includes(controlOf(field).defaultValue));
    const words = former.flatMap((field, rank) => [`${rank ? ", " : ""}${nameOf(field)} (`, make("span", "", inWords(came.get(field))), ")"]);
    otherYear.hidden = !former.length;
    otherYear.replaceChildren(
      make("strong", "", "Les fichiers à télécharger sont d’une autre année scolaire."),
      " Corrigez-y\u00a0: ",
      ...words,
      ".",
    );
  }

  // What « Mon école » or another day says takes the place of what it said before, never of what was written.
  function renew() {
    const untouched = fields.map(controlOf).filter((control) => control?.dataset.propose && control.value === control.defaultValue);
    propose();
    untouched.forEach((control) => {
      control.value = control.defaultValue;
    });
    showAll();
  }
  window.Ecole?.ecouter(renew);
  // Before what follows prints.
  onNewDay(renew);

  // What is proposed is not what one wrote.
  const touched = (control) => Boolean(control) && control.value !== control.defaultValue;
  const holds = () => fields.some((field) => touched(controlOf(field)) || choicesOf(field).some((choice) => choice.checked));

  // ---- What paper shows

  const written = (control) => (control.type === "date" ? (control.value ? inWords(control.value) : "") : control.value.trim());
  const placesOf = (field) => sheets.querySelectorAll(`[data-valeur="${field.dataset.champ}"]`);
  function show(field) {
    const control = controlOf(field);
    if (!control) return tick(field);
    placesOf(field).forEach((place) => {
      place.textContent = inPlace(place, written(control));
    });
  }
  function tick(field) {
    choicesOf(field).forEach(({ value, checked }) => {
      const box = sheets.querySelector(`[data-champ="${field.dataset.champ}"] [data-option="${value}"] .champ__case`);
      box?.classList.toggle("champ__case--cochee", checked);
    });
  }
  const showAll = () => fields.forEach(show);
  function blank() {
    fields.flatMap((field) => [...placesOf(field)]).forEach((place) => place.replaceChildren());
    sheets.querySelectorAll(".champ__case--cochee").forEach((box) => box.classList.remove("champ__case--cochee"));
  }
  // An empty place of a blank sheet is for the hand.
  const bare = (empty) => papers.forEach((paper) => paper.classList.toggle("feuille--vierge", empty));
  function print(mode) {
    document.body.dataset.imprime = mode;
    window.print();
  }
  addEventListener("beforeprint", () => {
    const { imprime } = document.body.dataset;
    // Where one wrote nothing, with the browser's own command too, all that the day and « Mon école » do not say is for the hand.
    bare(imprime === "vierge" || !holds());
    if (imprime === "vierge") blank();
    else showAll();
    if (imprime !== "une-fois") fit(papers[0]);
  });
  addEventListener("afterprint", () => {
    delete document.body.dataset.imprime;
    bare(false);
    showAll();
  });

  // A sheet takes smaller letters where they save a page, as its PDF does.
  function fit(paper) {
    delete paper.dataset.corps;
    try {
      onPaper(sheets, (place) => {
        const copy = paper.cloneNode(true);
        const frame = columned(pageSize("feuille"), copy);
        place.append(frame);
        fitted(copy, () => columns(frame));
        if (copy.dataset.corps) paper.dataset.corps = copy.dataset.corps;
      });
    } catch {
      // A browser that does not let pages be counted: the best size.
    }
  }

  // ---- What is wrong: in the staff's fields, and in any date, which would print as another

  const checked = (field) => staffs(field) || controlOf(field)?.type === "date";

  function shape(field) {
    const control = controlOf(field);
    if (!control) return "";
    const { value, dataset } = control;
    const over = dataset.longueur ? [...value.trim()].length - Number(dataset.longueur) : 0;
    if (over > 0) return `Il y a ${over}\u00a0caractère${over > 1 ? "s" : ""} de trop. Le maximum est de ${dataset.longueur}.`;
    return wrongIn(control) || wrongYear(control);
  }
  function missing(field) {
    const control = controlOf(field) ?? field;
    if (field.dataset.qui !== filler || !("requis" in control.dataset)) return "";
    if (control === field) return choicesOf(field).length && !choicesOf(field).some((choice) => choice.checked) ? "Faites un choix." : "";
    return control.value.trim() ? "" : "Remplissez ce champ.";
  }
  function mark(field, message) {
    const place = field.querySelector(".saisie__erreur");
    if (!place) return;
    place.textContent = message;
    const control = controlOf(field);
    if (!control) return;
    if (message) control.setAttribute("aria-invalid", "true");
    else control.removeAttribute("aria-invalid");
  }
  function tell(...content) {
    status.replaceChildren(...content);
    status.classList.remove("modele__etat--dit");
    anyway.hidden = true;
  }
  function announce(text) {
    tell(sentence(text));
    status.classList.add("modele__etat--dit");
  }
  const sentence = (text) => Object.assign(document.createElement("p"), { textContent: text });
  function entry(field, message) {
    const target = controlOf(field) ?? choicesOf(field)[0];
    const link = Object.assign(document.createElement("a"), { href: `#${target.id || field.id}`, textContent: nameOf(field) });
    link.addEventListener("click", (event) => {
      event.preventDefault();
      reveal(target);
    });
    const item = document.createElement("li");
    item.append(link, `\u00a0: ${message}`);
    return item;
  }

  // A field may stand in a group that is folded.
  function reveal(target) {
    const group = target.closest("details");
    if (group) group.open = true;
    target.focus();
  }

  // Says what is wrong; returns the fields at fault.
  function review() {
    const wrong = fields.filter(checked).map((field) => [field, shape(field) || missing(field)]);
    wrong.forEach(([field, message]) => mark(field, message));
    const found = wrong.filter(([, message]) => message);
    if (!found.length) {
      tell();
      return found;
    }
    const list = document.createElement("ul");
    list.append(...found.map(([field, message]) => entry(field, message)));
    tell(
      sentence(found.length > 1 ? `${found.length}\u00a0champs sont à corriger avant d’imprimer.` : "Un champ est à corriger avant d’imprimer."),
      list,
    );
    anyway.hidden = false;
    return found;
  }

  // ---- What the reader does

  const ACTIONS = {
    imprimer() {
      const [first] = review();
      if (first) reveal(controlOf(first[0]) ?? choicesOf(first[0])[0]);
      else print("remplie");
    },
    malgre: () => print("remplie"),
    vierge: () => print("vierge"),
    "une-fois": () => print("une-fois"),
    effacer() {
      reset();
      announce("La feuille est effacée.");
    },
    "effacer-choix"(button) {
      const field = button.closest("[data-champ]");
      choicesOf(field).forEach((choice) => {
        choice.checked = false;
      });
      tick(field);
      button.hidden = true;
      choicesOf(field)[0].focus();
    },
  };
  function reset() {
    fields.forEach((field) => {
      const control = controlOf(field);
      if (control) control.value = control.defaultValue;
      choicesOf(field).forEach((choice) => {
        choice.checked = false;
      });
      mark(field, "");
    });
    panel.querySelectorAll('[data-action="effacer-choix"]').forEach((button) => {
      button.hidden = true;
    });
    showAll();
  }
  root.addEventListener("click", ({ target }) => {
    const button = /** @type {HTMLElement} */ (target).closest("[data-action]");
    if (button) ACTIONS[button.dataset.action ?? ""](button);
  });
  // The Enter key would send the form, were it not for this and for the policy of the page.
  root.addEventListener("submit", (event) => event.preventDefault());
  root.addEventListener("input", ({ target }) => {
    const field = fieldAt(target);
    if (!field) return;
    const button = field.querySelector('[data-action="effacer-choix"]');
    if (button) button.hidden = false;
    show(field);
    // What was wrong is looked at again while it is mended.
    if (field.querySelector(".saisie__erreur")?.textContent) mark(field, shape(field) || missing(field));
  });
  // What is misshapen is said when the field is left; what is empty, only before printing.
  root.addEventListener("focusout", ({ target }) => {
    const field = fieldAt(target);
    if (!field || !checked(field) || !controlOf(field)) return;
    const message = shape(field);
    if (message) {
      mark(field, message);
      tell(sentence(`${nameOf(field)}\u00a0: ${message}`));
    } else if (controlOf(field).value.trim()) mark(field, "");
  });

  onLeaving(holds, reset, announce, status);

  propose();
  reset();
  bare(false);
  window.Panne.lever(root);
  root.classList.add("modele--vif");
  root.querySelectorAll(".modele__boutons [hidden]").forEach((button) => {
    button.hidden = false;
  });
})();
