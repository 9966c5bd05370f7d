// The questions: which are asked, what is answered, what reopens because its words or its clauses changed.
(() => {
  const api = window.Autoevaluation;
  const { calcul, dossiers } = api;
  const { make, quoted, many } = window.Commun;
  const { link, articleLinks, button, differs, grouped } = api.elements;
  const ANSWERS = { ...dossiers.partage.reponses, ...dossiers.partage.cotes };

  const said = (answer) => quoted(ANSWERS[answer]?.toLowerCase() ?? answer);
  const cardOf = (id) => /** @type {HTMLElement} */ (document.getElementById(`q-${id}`));
  const partOf = (card, selector) => /** @type {HTMLElement} */ (card.querySelector(selector));
  const fieldOf = (card) => /** @type {HTMLTextAreaElement} */ (card.querySelector("textarea"));

  // ---- A question

  function check(card, value) {
    card.querySelectorAll('[type="radio"]').forEach((radio) => {
      radio.checked = radio.value === value;
    });
    const clear = card.querySelector(".choix__effacer");
    if (!value) clear?.remove();
    else if (!clear) partOf(card, ".choix").append(clearing());
  }

  // What takes an answer away, there while there is one.
  function clearing() {
    const made = Object.assign(make("button", "choix__effacer", "Effacer", make("span", "masque", " la réponse")), { type: "button" });
    made.dataset.action = "effacer-reponse";
    return made;
  }

  function showFact(page, fact) {
    const card = /** @type {HTMLElement} */ (document.getElementById(`fait-${fact.id}`));
    const former = calcul.faitRouvert(fact, page.evaluation);
    const value = former ? "" : (page.evaluation.faits[fact.id] ?? "");
    if (!differs(card, value, former)) return;
    check(card, value);
    reopen(card, former ? [changedQuestion(fact, former), formerAnswer(card, former, () => page.settle(fact.id, former.reponse))] : []);
  }

  // Says beside each fact what contradicts its answer. Returns what is to be said aloud: all of it, where it is not what was said last.
  function showOpposed({ find, liste, evaluation }) {
    const found = calcul.contredits(liste, evaluation);
    liste.faits.forEach(({ id }) =>
      oppose(
        id,
        found.filter(({ dits }) => dits.some((one) => one.id === id)),
      ),
    );
    const told = found.map(calcul.dit).join(" ");
    return liste.faits.length && differs(find(".faits"), told) ? told : "";
  }

  function oppose(id, found) {
    const field = /** @type {HTMLElement} */ (document.querySelector(`#fait-${id} fieldset`));
    if (!differs(field, found)) return;
    field.querySelector(".fait__contredit")?.remove();
    const box = make("div", "question__rouverte fait__contredit", ...found.map((one) => opposedTo(id, one)));
    box.id = `contredit-${id}`;
    if (found.length) field.append(box);
    const described = [document.getElementById(`aide-fait-${id}`), found.length ? box : null].filter(Boolean).map((part) => part?.id);
    if (described.length) field.setAttribute("aria-describedby", described.join(" "));
    else field.removeAttribute("aria-describedby");
  }

  function opposedTo(id, { dits, pourquoi }) {
    const others = dits.filter((one) => one.id !== id);
    const words = others.flatMap(({ id: other, question, reponse }, index) => [
      `${index ? " et" : ""} ${said(reponse)} à `,
      link(`#fait-${other}`, quoted(question)),
    ]);
    return make(
      "p",
      "",
      make("strong", "", "Ces réponses se contredisent."),
      " Vous avez aussi répondu",
      ...words,
      `. ${pourquoi} Corrigez la réponse qui n’est pas juste.`,
    );
  }

  // Says why an answer counts no more, or nothing.
  function reopen(card, why) {
    card.querySelector(".question__rouverte")?.remove();
    if (why.length) partOf(card, ".choix").before(make("div", "question__rouverte", ...why));
  }

  function showQuestion(page, question, asked, reopened) {
    const card = cardOf(question.id);
    const given = page.evaluation.reponses[question.id];
    const current = given && !reopened ? given.reponse : "";
    if (!differs(card, asked.posee, current, reopened && [reopened, given])) return;
    card.hidden = !asked.posee;
    check(card, current);
    card.dataset.etat = reopened ? "rouverte" : current;
    partOf(card, ".question__suite").hidden = !calcul.ecart(current);
    reopen(card, reopened ? whyReopened(page, question, given, reopened) : []);
  }

  function whyReopened(page, question, given, reopened) {
    const texts = question.articles.filter(({ renvoi }) => reopened.articles.includes(renvoi));
    return [
      ...(texts.length ? [changedTexts(texts, given)] : []),
      ...(reopened.question ? [changedQuestion(question, given)] : []),
      formerAnswer(cardOf(question.id), given, calcul.valide(question, given.reponse) && (() => page.answer(question.id, given.reponse))),
    ];
  }

  function changedTexts(texts, given) {
    const added = texts.some(({ renvoi }) => !given.empreintes?.[renvoi]);
    const what = added ? "Un article s’est ajouté ou a changé depuis votre réponse" : "Le texte a changé depuis votre réponse";
    return make("p", "", make("strong", "", what), "\u00a0: ", ...articleLinks(texts), ". Relisez-le, puis confirmez ou changez votre réponse.");
  }

  function changedQuestion({ question }, given) {
    const former = given.question && given.question !== question ? ` Vous aviez répondu à\u00a0: ${quoted(given.question)}.` : "";
    return make("p", "", make("strong", "", "La question a changé depuis votre réponse."), former);
  }

  // `confirm` takes the answer again, if it is still one.
  function formerAnswer(card, { reponse }, confirm) {
    const again = () => {
      confirm();
      card.querySelector(":checked")?.focus();
    };
    const offered = confirm ? button(`Confirmer ${said(reponse)}`, again) : "";
    return make("p", "", `Votre réponse d’alors\u00a0: ${said(reponse)}. `, offered);
  }

  // ---- Notes

  function montrerNotes({ liste, evaluation }) {
    liste.questions.forEach(({ id }) => {
      const note = evaluation.reponses[id]?.note ?? "";
      fieldOf(cardOf(id)).value = note;
      ecrire(cardOf(id), note);
      deplierNote(cardOf(id), Boolean(note));
    });
  }

  // What paper shows of a note.
  function ecrire(card, note) {
    const label = partOf(card, ".question__note label");
    if (note) label.dataset.ecrite = note;
    else delete label.dataset.ecrite;
  }

  const toggleOf = (card, action) => partOf(card, `[data-action="${action}"]`);
  const isOpen = (card, action) => toggleOf(card, action).getAttribute("aria-expanded") === "true";

  function told(card, action, open, words) {
    const toggle = toggleOf(card, action);
    toggle.setAttribute("aria-expanded", String(open));
    toggle.textContent = words;
  }

  function deplierNote(card, open = !isOpen(card, "note")) {
    partOf(card, ".question__note").hidden = !open;
    told(card, "note", open, open ? "Replier la note" : fieldOf(card).value ? "Voir la note" : "Ajouter une note");
    return open;
  }

  // ---- The articles of a question, while one reads them: copies of those that the page holds once each, as text until one is read. Without scripts, they
  // read at its end.

  const held = document.createElement("template");
  function article(find, renvoi) {
    if (!held.innerHTML) held.innerHTML = find(".articles-cites").textContent;
    return held.content.querySelector(`[data-article="${renvoi}"]`);
  }

  function citer({ find, liste }, card) {
    const open = !isOpen(card, "articles");
    const articles = liste.questions.find(({ id }) => id === card.dataset.question)?.articles ?? [];
    card.querySelectorAll("[data-article]").forEach((one) => one.remove());
    if (open) card.append(...articles.map(({ renvoi }) => copied(article(find, renvoi))));
    told(card, "articles", open, `${open ? "Replier" : "Lire"} ${articles.length > 1 ? "ces articles" : "cet article"}`);
  }

  // Two landmarks of a page have not the same name: the table of a copy is none.
  function copied(one) {
    const copy = document.importNode(one, true);
    copy.querySelectorAll('[role="region"]').forEach((part) => {
      part.role = "group";
    });
    return copy;
  }

  // ---- What is not asked, by what decides it: one line, which unfolds to the questions.

  function showUnasked(section, questions, asked) {
    const list = section.querySelector(".theme__non-posees");
    const reasonOf = ({ id }) => asked.get(id)?.raison;
    const groups = grouped(
      questions.filter(({ id }) => !asked.get(id).posee),
      (question) => `${reasonOf(question).sujet} ${reasonOf(question).reponse}`,
    );
    const told = [...groups].map(([key, group]) => [key, group.map(({ id }) => id)]);
    if (!differs(list, told)) return;
    const opened = new Set([...list.querySelectorAll("details[open]")].map((details) => details.dataset.cle));
    list.hidden = !groups.size;
    list.replaceChildren(...[...groups].map(([key, group]) => unasked(key, group, reasonOf(group[0]), opened.has(key))));
  }

  function unasked(key, group, { question, reponse }, opened) {
    const plural = group.length > 1;
    const what = `${many(group.length, "question", "questions")} ${reponse ? (plural ? "non posées" : "non posée") : "en attente"}`;
    const why = reponse ? `vous avez répondu ${said(reponse)} à ${quoted(question)}` : `répondez d’abord à ${quoted(question)}`;
    const details = make(
      "details",
      "non-posee",
      make("summary", "", make("strong", "", what), `\u00a0: ${why}`),
      make("ul", "", ...group.map((one) => make("li", "", one.question))),
    );
    details.dataset.cle = key;
    details.dataset.questions = group.map(({ id }) => id).join(" ");
    details.open = opened;
    return make("li", "", details);
  }

  // An address may aim at a question that is not asked: what says so, and what decides it, is shown in its place.
  function viser({ root }) {
    const card = document.getElementById(location.hash.slice(1));
    if (!card?.matches("[data-question][hidden]")) return;
    const told = root.querySelector(`details[data-questions~="${card.dataset.question}"]`);
    if (!told) return;
    told.open = true;
    told.firstElementChild.focus({ preventScroll: true });
    told.scrollIntoView({ block: "center" });
  }

  // ---- All of them

  function showThemes(page) {
    const { find, liste, evaluation } = page;
    const asked = calcul.posees(liste, evaluation);
    const reopened = calcul.rouvertes(liste, evaluation);
    liste.questions.forEach((question) => showQuestion(page, question, asked.get(question.id), reopened.get(question.id)));
    liste.themes.forEach(({ id }) => {
      const section = find(`[data-theme="${id}"]`);
      const questions = liste.questions.filter((question) => question.theme === id);
      showUnasked(section, questions, asked);
      const shown = questions.filter((question) => asked.get(question.id)?.posee);
      const done = shown.filter((question) => evaluation.reponses[question.id]?.reponse && !reopened.has(question.id));
      section.querySelector(".theme__pli")?.toggleAttribute("hidden", !shown.length);
      section.querySelector(".theme__compte").textContent = shown.length ? `${done.length} sur ${shown.length}` : "Aucune question posée";
    });
  }

  function showRemoved({ find, liste, evaluation }) {
    const removed = calcul.retirees(liste, evaluation);
    const items = removed.map(({ question, reponse, note }) => {
      const words = `\u00a0: ${reponse ? said(reponse) : "sans réponse"}`;
      return make("li", "", make("strong", "", question || "Question dont le texte n’est pas connu"), words, note ? `. Note\u00a0: ${note}` : "");
    });
    find(".retirees").hidden = !removed.length;
    find(".retirees ul").replaceChildren(...items);
  }

  // Returns what is to be said aloud beside how far one is.
  function montrer(page) {
    page.liste.faits.forEach((fact) => showFact(page, fact));
    showThemes(page);
    showRemoved(page);
    return showOpposed(page);
  }

  api.questions = { montrer, montrerNotes, ecrire, deplierNote, citer, viser };
})();
