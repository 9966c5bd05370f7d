// Answers while the questions are being answered. Everything is in the page; the question is kept after the # of its address.
(() => {
  const root = /** @type {HTMLElement} */ (document.querySelector('[data-module="puis-je"]'));
  if (!root) return;
  const { isoDay, inWords, fold } = window.Commun;
  const part = (name) => /** @type {HTMLElement} */ (root.querySelector(`.puis-je__${name}`));
  const partOf = (block, selector) => /** @type {HTMLElement} */ (block.querySelector(selector));
  const form = /** @type {HTMLFormElement} */ (part("questions"));
  const date = /** @type {HTMLInputElement} */ (form.elements.namedItem("date"));
  const status = partOf(part("reponse"), '[role="status"]');
  const radios = (selector) => /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll(selector)]);
  const platforms = radios('[name="plateforme"]');
  const rows = JSON.parse(partOf(root, "script").textContent);
  const KEYS = ["plateforme", "destinataire", "contenu"];
  const SOON = 60 * 24 * 3600 * 1000;
  let shown = "";

  function piece(name) {
    const template = /** @type {HTMLTemplateElement} */ (root.querySelector(`template[data-piece="${name}"]`));
    return /** @type {DocumentFragment} */ (template.content.cloneNode(true));
  }
  const verdictOf = (row) => partOf(piece(`verdict-${row.verdict}`), ".verdict");
  const answerTo = (question, day) =>
    rows.find((row) => KEYS.every((key) => row[key] === question[key]) && row.du <= day && (!row.au || day <= row.au));
  const asked = () => /** @type {Record<string, string>} */ (Object.fromEntries(new FormData(form)));
  const choice = (name) => /** @type {HTMLInputElement} */ (form.querySelector(`[name="${name}"]:checked`));
  const nameOf = (radio) => radio.nextElementSibling.textContent;

  // The address of a question; the date is in it only when another one was chosen.
  function address(question) {
    const given = [...KEYS, "date"].filter((key) => question[key]).map((key) => [key, question[key]]);
    return `#${new URLSearchParams(given)}`;
  }

  function phrase() {
    return `${nameOf(choice("plateforme"))}\u00a0: ${choice("contenu").dataset[choice("destinataire").value]}`;
  }

  function complete(body) {
    body.querySelectorAll("[data-copie]").forEach((slot) => slot.append(piece(slot.dataset.copie)));
    return body;
  }

  // What the answer becomes, if it does and if that is still to come.
  function announceChange(body, row, question, day) {
    const next = rows[rows.indexOf(row) + 1];
    if (!row.change || next.du <= isoDay()) return;
    const line = body.querySelector(".reponse__suite");
    const other =
      next.verdict === row.verdict ? "les conditions ne seront plus les mêmes." : `elle devient «\u00a0${verdictOf(next).textContent.trim()}\u00a0».`;
    line.querySelector("span").textContent = `Cette réponse change le ${inWords(next.du)}\u00a0: ${other}`;
    line.querySelector("a").href = address({ ...question, date: next.du });
    line.classList.toggle("reponse__suite--bientot", Date.parse(next.du) - Date.parse(day) <= SOON);
    line.hidden = false;
  }

  // The other platforms that get a yes to the same question: those that the platform's own page proposes come first.
  function proposeOthers(body, question, day) {
    const block = body.querySelector(".reponse__ailleurs");
    if (!block) return;
    const first = (choice("plateforme").dataset.remplacer ?? "").split(" ").flatMap((id) => platforms.filter((radio) => radio.value === id));
    new Set([...first, ...platforms]).forEach((radio) => {
      const other = { ...question, plateforme: radio.value };
      const row = answerTo(other, day);
      if (!row.oui) return;
      const link = document.createElement("a");
      link.href = address(other);
      link.append(Object.assign(document.createElement("span"), { textContent: nameOf(radio) }), verdictOf(row));
      block.querySelector("ul").appendChild(document.createElement("li")).append(link);
    });
    block.querySelector("p").hidden = block.querySelector("li") !== null;
  }

  function show(row, question, day) {
    const body = complete(piece(`reponse-${row.corps}`));
    body.querySelector(".reponse__jour").textContent = `Au ${inWords(day)}`;
    body.querySelector(".reponse__question").textContent = phrase();
    announceChange(body, row, question, day);
    proposeOthers(body, question, day);
    part("resultat").replaceChildren(body);
    part("barre-verdict").replaceChildren(verdictOf(row));
    Object.assign(part("fiche"), { href: choice("plateforme").dataset.fiche });
    part("fiche").textContent = `Lire la page de ce moyen\u00a0: ${nameOf(choice("plateforme"))}`;
    status.textContent = `${verdictOf(row).textContent.trim()}. ${phrase()}.`;
  }

  function update() {
    const question = asked();
    const day = question.date || isoDay();
    const whole = KEYS.every((key) => question[key]);
    const row = whole && answerTo(question, day);
    const early = Boolean(whole && !row);
    document.documentElement.classList.toggle("puis-je-repondu", Boolean(row));
    Object.entries({ attente: whole, "trop-tot": !early, resultat: !row, actions: !row, barre: !row }).forEach(([name, hidden]) => {
      part(name).hidden = hidden;
    });
    if (question.date) part("date").toggleAttribute("open", true);
    // The same answer is not made again: what was ticked stays ticked.
    const now = row ? [rows.indexOf(row), day].join() : "";
    if (row && now !== shown) show(row, question, day);
    if (!row) status.textContent = early ? part("trop-tot").textContent : "";
    shown = now;
    return question;
  }

  // Brings the answer into sight, unless its beginning is there already.
  function reveal() {
    const { top } = part("reponse").getBoundingClientRect();
    if (part("attente").hidden && (top < 0 || top > innerHeight * 0.7)) part("reponse").scrollIntoView();
  }

  function go() {
    reveal();
    part("resultat").querySelector(".reponse__question")?.focus({ preventScroll: true });
  }

  // Only what the form offers is taken from the address; the rest means nothing.
  function read() {
    const given = new URLSearchParams(location.hash.slice(1));
    if (!KEYS.some((key) => given.get(key))) return false;
    radios('[type="radio"]').forEach((radio) => {
      radio.checked ||= given.get(radio.name) === radio.value;
    });
    const day = given.get("date") ?? "";
    date.value = /^\d{4}-\d\d-\d\d$/.test(day) ? day : "";
    filter("");
    update();
    return true;
  }

  // Finding a platform by any of its names: accents, case and hyphens aside; failing that by its words, then with a small slip.
  const words = (text) => fold(text).match(/[a-z0-9]+/g) ?? [];
  const bare = (text) => words(text).join("");
  function slips(typed, word) {
    let row = Array.from({ length: word.length + 1 }, (_, i) => i);
    [...typed].forEach((letter, i) => {
      const last = row;
      row = [i + 1];
      for (let j = 1; j <= word.length; j += 1) row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (word[j - 1] === letter ? 0 : 1));
    });
    return Math.min(...row);
  }
  const within = (most) => (names, typed) =>
    names
      .flatMap((name) => [bare(name), ...words(name)])
      .some((word) => slips(bare(typed), word) <= Math.min(most, Math.floor(bare(typed).length / 4)));
  const MATCHES = [
    (names, typed) => names.some((name) => bare(name).includes(bare(typed))),
    (names, typed) => words(typed).every((word) => names.some((name) => bare(name).includes(word))),
    within(1),
    within(2),
  ];

  const field = /** @type {HTMLInputElement} */ (partOf(part("recherche"), "input"));
  const count = partOf(part("recherche"), "output");
  /** @type {HTMLInputElement[]} */
  let found = [];
  function filter(typed) {
    field.value = typed;
    found =
      MATCHES.map((matches) => platforms.filter((radio) => matches((radio.dataset.noms ?? "").split("|"), typed))).find((list) => list.length) ?? [];
    const other = platforms.find((radio) => radio.matches("[data-autre]"));
    // The chosen one stays: hidden, it would take the whole group out of reach of the keyboard.
    platforms.forEach((radio) => {
      /** @type {HTMLElement} */ (radio.parentElement).hidden = !(radio.checked || (found.length ? found.includes(radio) : radio === other));
    });
    const many = found.length > 1 ? `${found.length} moyens` : "1 moyen\u00a0: Entrée pour le choisir";
    const none = `Aucun moyen ne porte ce nom.${other ? ` Si c’est une application, choisissez «\u00a0${nameOf(other)}\u00a0».` : ""}`;
    count.textContent = !bare(typed) ? "" : found.length ? many : none;
  }

  field.addEventListener("input", () => filter(field.value));
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    if (!bare(field.value) || !found.length) return;
    found[0].click();
    found[0].focus();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", (event) => {
    if (event.target === field) return;
    // A year that is still being typed is not a day to answer for.
    if (event.target === date && date.value && date.value < "1900") return;
    history.replaceState(null, "", address(update()));
  });
  part("aujourdhui").addEventListener("click", () => {
    date.value = "";
    history.replaceState(null, "", address(update()));
  });
  part("barre").addEventListener("click", go);
  part("imprimer").addEventListener("click", () => window.print());
  part("copier").hidden = !navigator.clipboard;
  part("copier").addEventListener("click", () => {
    part("copie").textContent = "";
    navigator.clipboard.writeText(new URL(address(asked()), location.href).href).then(
      () => {
        part("copie").textContent = "Lien copié";
      },
      () => {},
    );
  });
  addEventListener("hashchange", () => {
    if (read()) go();
  });
  // A browser may bring back the choices of an earlier visit.
  addEventListener("pageshow", update);
  part("cadre").hidden = false;
  root.querySelector("[data-panne]")?.remove();
  if (read()) reveal();
})();
