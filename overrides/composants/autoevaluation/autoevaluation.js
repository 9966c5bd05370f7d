// A self-assessment: what is answered, at once, shows where one stands and makes a plan. What it comes to is computed by
// calcul.js and kept by dossiers.js; this script joins what the reader does to what the others show.
(() => {
  const root = /** @type {HTMLElement} */ (document.querySelector('[data-module="autoevaluation"]'));
  if (!root) return;
  const { isoDay, inWords, onNewDay } = window.Commun;
  const { calcul, dossiers, bilan, plan, uneFeuille, questions, garde, gestion } = window.Autoevaluation;
  /** @type {PageAutoevaluation["find"]} */
  const find = (selector) => /** @type {any} */ (root.querySelector(selector));
  const cards = [.../** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-donnees]"))];
  /** @type {Liste} */
  const liste = {
    ...JSON.parse(find('script[type="application/json"]').textContent),
    questions: cards.map(({ dataset }) => JSON.parse(dataset.donnees ?? "")),
  };
  const byId = new Map(liste.questions.map((question) => [question.id, question]));

  // What the scripts of this page share: the list, the evaluation that is open, what they may ask of it.
  /** @type {PageAutoevaluation} */
  const page = { root, find, liste, evaluation: garde.derniere(liste), open, render, answer, settle, planned, ask };

  // ---- Everything that follows from an answer: the questions and how far one is at once, what sums them up once that is drawn.

  function update(announce = true) {
    const opposed = questions.montrer(page);
    const words = bilan.avancer(page, calcul.etat(liste, page.evaluation, isoDay()));
    if (announce) find(".avancement__annonce").textContent = `${words} ${opposed}`.trim();
    clearTimeout(due);
    due = setTimeout(sumUp, SOON);
    find(".bilan").ariaBusy = "true";
  }

  // Longer than a frame; short enough to be there before one looks.
  const SOON = 60;
  let due = 0;
  function sumUp() {
    if (!due) return;
    clearTimeout(due);
    due = 0;
    find(".bilan").ariaBusy = null;
    const state = calcul.etat(liste, page.evaluation, isoDay());
    const gaps = calcul.plan(liste, page.evaluation, isoDay());
    bilan.montrer(page, state, gaps);
    plan.montrer(page, gaps, state);
    garde.montrerChoix(page);
  }

  function render() {
    /** @type {HTMLInputElement} */ (find("#dossier-nom")).value = page.evaluation.nom;
    garde.montrerAnnees(page);
    questions.montrerNotes(page);
    update(false);
    sumUp();
    garde.montrerEtat(page);
  }

  function open(one) {
    garde.achever(page);
    const told = garde.mettreDeCote(page);
    page.evaluation = one;
    garde.montrerConflit(page, null);
    render();
    return told;
  }

  // ---- Answering

  const fingerprints = (question) => ({ question: question.question, empreinte: question.empreinte, empreintes: { ...question.empreintes } });

  function answer(id, reponse) {
    const { reponses } = page.evaluation;
    const note = reponses[id]?.note ?? "";
    if (reponse || note) reponses[id] = { reponse, note, ...fingerprints(byId.get(id)) };
    else delete reponses[id];
    garde.enregistrer(page);
    update();
  }

  function write(id, note) {
    const { reponses } = page.evaluation;
    const former = reponses[id];
    if (former) former.note = note;
    else reponses[id] = { reponse: "", note, ...fingerprints(byId.get(id)) };
    if (!former?.reponse && !note) delete reponses[id];
    plan.noter(page, id, note);
    garde.bientot(page);
  }

  function settle(id, reponse) {
    const { faits, enonces } = page.evaluation;
    const fact = liste.faits.find((one) => one.id === id);
    if (reponse && fact) {
      faits[id] = reponse;
      enonces[id] = { question: fact.question, empreinte: fact.empreinte };
    } else {
      delete faits[id];
      delete enonces[id];
    }
    garde.enregistrer(page);
    update();
  }

  function choose({ dataset }, reponse) {
    if (dataset.fait) settle(dataset.fait, reponse);
    else answer(dataset.question, reponse);
  }

  function planned(id, key, value) {
    const { evaluation } = page;
    evaluation.plan[id] = { qui: "", date: "", ...evaluation.plan[id], [key]: value };
    garde.bientot(page);
  }

  // ---- The dialog: nothing is erased without it

  /** @type {HTMLDialogElement} */
  const dialog = find(".confirmation");
  /** @type {(() => void) | null} */
  let confirmed = null;
  function ask(text, yes, action) {
    find("#confirmation-texte").textContent = text;
    find('.confirmation [data-reponse="oui"]').textContent = yes;
    confirmed = action;
    dialog.showModal();
    find('.confirmation [data-reponse="non"]').focus();
  }
  dialog.addEventListener("click", ({ target }) => {
    const given = /** @type {HTMLElement} */ (target).closest("[data-reponse]");
    if (!given) return;
    dialog.close();
    if (given.dataset.reponse === "oui") confirmed?.();
  });

  // What is due goes by the day: it is told anew before what follows prints it.
  onNewDay(() => update());

  // ---- Paper: the blank list, the answers or the plan, each on its own; otherwise what is on the screen.

  // The day of the print, and that of the answers where they are of another.
  function printDay() {
    const [today, changed] = [isoDay(), isoDay(new Date(page.evaluation.modifie))];
    return `${inWords(today)}${changed < today ? ` (dernier changement\u00a0: ${inWords(changed)})` : ""}`;
  }
  function printHead(mode) {
    const values = mode === "vierge" ? {} : { nom: page.evaluation.nom, annee: page.evaluation.annee, date: printDay() };
    root.querySelectorAll("span[data-imprime]").forEach((slot) => {
      slot.textContent = values[slot.dataset.imprime ?? ""] ?? "";
    });
  }
  function print(mode) {
    document.body.dataset.imprime = mode;
    window.print();
  }
  // The sheet holds who and when as well, which are typed without a new sum.
  function fillSheet() {
    const { evaluation } = page;
    uneFeuille.montrer(page, calcul.etat(liste, evaluation, isoDay()), calcul.plan(liste, evaluation, isoDay()));
  }
  addEventListener("beforeprint", () => {
    sumUp();
    fillSheet();
    printHead(document.body.dataset.imprime ?? "ecran");
  });
  addEventListener("afterprint", () => {
    delete document.body.dataset.imprime;
  });

  // ---- What the reader does

  const ACTIONS = {
    ...gestion.actions,
    csv: () => plan.telecharger(page, "csv"),
    ics: () => plan.telecharger(page, "ics"),
    note: (_, control) => {
      const card = control.closest(".question");
      if (questions.deplierNote(card)) card.querySelector("textarea").focus();
    },
    articles: (_, control) => questions.citer(page, control.closest(".question")),
    "effacer-reponse": (_, control) => {
      const card = control.closest("[data-question], [data-fait]");
      choose(card, "");
      card.querySelector('[type="radio"]').focus();
    },
  };
  root.addEventListener("click", ({ target }) => {
    const control = /** @type {HTMLElement} */ (target).closest("[data-action], button[data-imprimer]");
    if (control?.dataset.imprimer) print(control.dataset.imprimer);
    else if (control) ACTIONS[control.dataset.action ?? ""]?.(page, control);
  });
  root.addEventListener("change", (event) => {
    const target = /** @type {HTMLInputElement} */ (event.target);
    if (target.type === "radio") choose(/** @type {HTMLElement} */ (target.closest("[data-question], [data-fait]")), target.value);
    if (target.id === "dossier-annee") {
      page.evaluation.annee = target.value;
      garde.enregistrer(page);
      update(false);
    }
    if (target.id === "dossier-choix") gestion.dire(page, open(dossiers.lire(liste.id, target.value) ?? page.evaluation));
    if (target.id === "dossier-fichier" && target.files?.length) gestion.importer(page, target);
  });
  root.addEventListener("input", (event) => {
    const target = /** @type {HTMLInputElement} */ (event.target);
    if (target.id === "dossier-nom") {
      page.evaluation.nom = target.value.trim();
      garde.bientot(page);
    }
    const card = target.matches("textarea") && target.closest("[data-question]");
    if (card) {
      write(card.dataset.question, target.value);
      questions.ecrire(card, target.value);
    }
  });

  // ---- Leaving, and other tabs

  const flush = () => garde.achever(page);
  root.addEventListener("focusout", flush);
  addEventListener("pagehide", flush);
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) flush();
  });
  addEventListener("beforeunload", (event) => {
    flush();
    if (garde.enPeril()) event.preventDefault();
  });

  // Another tab wrote: what it says is shown here, unless something here is not saved yet.
  function follow({ liste: other, id }) {
    if (other && other !== liste.id) return;
    if (id === page.evaluation.id && !garde.enAttente() && !garde.enConflit()) {
      const stored = dossiers.lire(liste.id, id);
      if (stored) open(stored);
      else if (!garde.estVierge(page.evaluation)) garde.enregistrer(page);
    }
    garde.montrerEtat(page);
    garde.montrerChoix(page);
  }
  dossiers.surChangement(follow);
  // A page that the browser brings back heard nothing meanwhile.
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    if (dossiers.disparue(page.evaluation) && !garde.enConflit()) gestion.quitterDisparue(page);
    else follow(page.evaluation);
  });

  // What the address aims at takes the focus back from what has it, at a frame after the page has loaded or the address has changed.
  function aim() {
    questions.viser(page);
    requestAnimationFrame(() => setTimeout(() => document.activeElement === document.body && questions.viser(page)));
  }
  addEventListener("hashchange", aim);

  // All that it draws is drawn before it shows: a browser that lacks what it needs stops here, and the page says so.
  render();
  window.Panne.lever(root);
  root.classList.add("autoevaluation--vive");
  document.documentElement.classList.add("evaluation-ouverte");
  root
    .querySelectorAll(".dossier, .avancement, .bilan, .plan-action, .autoevaluation__impressions, .theme__compte, .question > button")
    .forEach((part) => {
      part.hidden = false;
    });
  aim();
  addEventListener("load", aim);
})();
