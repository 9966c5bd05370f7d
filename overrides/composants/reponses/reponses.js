// Answers while the questions are being answered: it comes with the answers, at the first touch (`puis-je/puis-je.js`). The question is kept after the # of
// the page's address.
(() => {
  const root = /** @type {HTMLElement} */ (document.querySelector('[data-module="puis-je"]'));
  if (!root) return;
  const known = window.PuisJe;
  const platforms = /** @type {HTMLInputElement[]} */ ([...root.querySelectorAll('[name="plateforme"]')]);
  // Kept by a browser, it may know of fewer means than the page, which then asks for it anew.
  if (!platforms.every((radio) => known.moyens[radio.value])) return;
  const { bornes, dress, isoDay, inWords, make, onNewDay } = window.Commun;
  const { bare, meansNamed, nameTyped, brandNamed, situationsAbout } = window.Trouver;
  const part = (name) => /** @type {HTMLElement} */ (root.querySelector(`.puis-je__${name}`));
  const partOf = (block, selector) => /** @type {HTMLElement} */ (block.querySelector(selector));
  const form = /** @type {HTMLFormElement} */ (part("questions"));
  const date = /** @type {HTMLInputElement} */ (form.elements.namedItem("date"));
  const status = partOf(part("reponse"), '[role="status"]');
  const radios = (selector) => /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll(selector)]);
  const KEYS = ["plateforme", "destinataire", "contenu"];
  const SOON = 60 * 24 * 3600 * 1000;
  const title = document.title;
  const WRONG = "Cette date ne peut pas servir. Écrivez l’année en quatre chiffres, le mois et le jour.";
  const LOST = "La date de cette adresse ne se comprend pas\u00a0: la réponse est celle d’aujourd’hui.";
  let shown = "";
  /** Whether the address gave a date that is none. */
  let lost = false;
  /** The own name of an application that the texts do not name. */
  let own = "";

  const folder = new URL(root.dataset.dossier ?? "", location.href);
  const inFolder = (href) => new URL(href, folder).href;

  // The pieces of the answers, whose links count from the helper's own folder: those that are shown are read, once.
  const pieces = new Map();
  function parsed(name) {
    const template = document.createElement("template");
    template.innerHTML = known.html[name] ?? "";
    template.content.querySelectorAll("a").forEach((link) => {
      link.setAttribute("href", inFolder(link.getAttribute("href") ?? ""));
    });
    return template.content;
  }

  function ready(name) {
    if (!pieces.has(name)) pieces.set(name, parsed(name));
    return pieces.get(name);
  }
  /** @type {(name: string) => DocumentFragment} */
  const piece = (name) => ready(name).cloneNode(true);
  form.after(piece("barre"));
  part("reponse").append(piece("suite"));
  const verdictOf = (row) => partOf(piece(`verdict-${row.verdict}`), ".verdict");
  const holds = (row, day) => row.du <= day && (!row.au || day <= row.au);
  const answerTo = (question, day) => known.lignes.find((row) => holds(row, day) && KEYS.every((key) => row[key] === question[key]));

  // Once a single question is left, what may answer it is read while the page rests: it has only to be shown.
  let resting = 0;
  function foresee(question, day) {
    clearTimeout(resting);
    if (KEYS.filter((key) => question[key]).length !== KEYS.length - 1) return;
    const rows = known.lignes.filter((row) => holds(row, day) && KEYS.every((key) => !question[key] || row[key] === question[key]));
    const verdicts = Object.keys(known.html).filter((name) => name.startsWith("verdict-"));
    readAhead([...verdicts, ...rows.map(({ corps }) => `reponse-${corps}`)]);
  }

  /** @param {string[]} names */
  function readAhead([name, ...names]) {
    if (!name) return;
    resting = setTimeout(() => {
      const inside = /** @type {HTMLElement[]} */ ([...ready(name).querySelectorAll("[data-copie]")]);
      readAhead([...names, ...inside.map(({ dataset }) => dataset.copie ?? "").filter((one) => !pieces.has(one))]);
    });
  }

  const choice = (name) => /** @type {HTMLInputElement} */ (form.querySelector(`[name="${name}"]:checked`));
  const meansChosen = () => known.moyens[choice("plateforme").value];
  // What a yes supposes is said beside it.
  const reserveOf = (row) => (row.oui ? known.moyens[row.plateforme].reserve : "");
  const beside = (row) => (reserveOf(row) ? [make("small", "", reserveOf(row))] : []);
  const inShort = (row) => [verdictOf(row).textContent.trim(), reserveOf(row)].filter(Boolean).join(", ");
  const nameOf = (radio) => radio.nextElementSibling.textContent;

  /** @returns {Record<string, string>} */
  function asked() {
    const question = /** @type {Record<string, string>} */ (Object.fromEntries(new FormData(form)));
    return { ...question, nom: own ? brandNamed(choice("plateforme"), own) : "" };
  }

  // The address of a question: the name of an application is in it only if the site knows it, the date when another one was chosen.
  function address(question) {
    const given = ["plateforme", "nom", "destinataire", "contenu", "date"].filter((key) => question[key]).map((key) => [key, question[key]]);
    return `#${new URLSearchParams(given)}`;
  }

  function phrase(name = own) {
    const { [choice("contenu").value]: asked } = known.phrases;
    return `${name || nameOf(choice("plateforme"))}\u00a0: ${asked[choice("destinataire").value]}`;
  }

  function complete(body) {
    body.querySelectorAll("[data-copie]").forEach((slot) => slot.append(piece(slot.dataset.copie)));
    return body;
  }

  // What the answer becomes, if it does and if that is still to come.
  function announceChange(body, row, question, day) {
    const next = known.lignes[known.lignes.indexOf(row) + 1];
    if (!row.change || !next || next.du <= isoDay()) return;
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
    const first = meansChosen().remplacer.flatMap((id) => platforms.filter((radio) => radio.value === id));
    new Set([...first, ...platforms]).forEach((radio) => {
      const other = { ...question, plateforme: radio.value, nom: "" };
      const row = answerTo(other, day);
      if (!row?.oui) return;
      const link = document.createElement("a");
      link.href = address(other);
      link.append(make("span", "", nameOf(radio)), verdictOf(row), ...beside(row));
      block.querySelector("ul").append(make("li", "", link));
    });
    block.querySelector("p").hidden = block.querySelector("li") !== null;
  }

  function show(row, question, day) {
    const body = complete(piece(`reponse-${row.corps}`));
    const jour = `Au ${inWords(day)}`;
    body.querySelector(".reponse__jour").textContent = jour + (document.body.dataset.horsReseau ?? "");
    body.querySelector(".reponse__question").textContent = phrase();
    announceChange(body, row, question, day);
    proposeOthers(body, question, day);
    part("resultat").replaceChildren(body);
    part("barre-verdict").replaceChildren(verdictOf(row), ...beside(row));
    Object.assign(part("fiche"), { href: inFolder(meansChosen().fiche) });
    part("fiche").textContent = `Lire la page de ce moyen\u00a0: ${nameOf(choice("plateforme"))}`;
    status.textContent = `${question.date ? `${jour}\u00a0: ` : ""}${inShort(row)}. ${phrase()}.`;
    // The history keeps a title as it keeps an address: neither holds a name that the site does not know.
    document.title = `${inShort(row)}. ${phrase(question.nom)} – ${title}`;
  }

  // What is in sight: the wait for an answer, the answer, or that the day is too early for one.
  function set(row, early) {
    document.documentElement.classList.toggle("puis-je-repondu", Boolean(row));
    Object.entries({ attente: row || early, "trop-tot": !early, resultat: !row, actions: !row, barre: !row }).forEach(([name, hidden]) => {
      part(name).hidden = Boolean(hidden);
    });
    if (row) return;
    status.textContent = early ? part("trop-tot").textContent : "";
    document.title = title;
  }

  const isDay = (text) => /^\d{4}-\d\d-\d\d$/.test(text) && bornes.min <= text && text <= bornes.max && isoDay(new Date(`${text}T12:00`)) === text;

  function update() {
    const question = asked();
    const wrong = Boolean(question.date && !isDay(question.date));
    if (wrong) question.date = "";
    const day = question.date || isoDay();
    const whole = !wrong && KEYS.every((key) => question[key]);
    const row = whole ? answerTo(question, day) : undefined;
    set(row, whole && !row);
    part("date-fausse").hidden = !wrong && !lost;
    part("date-fausse").textContent = wrong ? WRONG : LOST;
    if (question.date || wrong || lost) part("date").toggleAttribute("open", true);
    // The same answer is not made again: what was ticked stays ticked.
    const now = row ? [known.lignes.indexOf(row), day, own].join() : "";
    if (row && now !== shown) show(row, question, day);
    shown = now;
    foresee(question, day);
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

  function dayOf(given) {
    lost = Boolean(given) && !isDay(given);
    return lost ? "" : given;
  }

  // Only what the form offers is taken from the address; the rest means nothing. What was chosen stays, if it is later than the address.
  function read(later = false) {
    const given = new URLSearchParams(location.hash.slice(1));
    if (!KEYS.some((key) => given.get(key))) return false;
    const free = radios('[type="radio"]').filter(({ name }) => !(later && choice(name)));
    free.forEach((radio) => {
      radio.checked ||= given.get(radio.name) === radio.value;
    });
    own = choice("plateforme")?.matches("[data-autre]") ? brandNamed(choice("plateforme"), given.get("nom") ?? "") : "";
    if (!(later && date.value)) date.value = dayOf(given.get("date") ?? "");
    filter("");
    update();
    return true;
  }

  const field = /** @type {HTMLInputElement} */ (partOf(part("recherche"), "input"));
  const count = partOf(part("recherche"), "output");
  /** @type {HTMLInputElement[]} */
  let found = [];
  function filter(typed) {
    field.value = typed;
    found = bare(typed) ? meansNamed(platforms, typed) : platforms;
    const other = platforms.find((radio) => radio.matches("[data-autre]"));
    // The chosen one stays: hidden, it would take the whole group out of reach of the keyboard.
    platforms.forEach((radio) => {
      /** @type {HTMLElement} */ (radio.parentElement).hidden = !(radio.checked || (found.length ? found.includes(radio) : radio === other));
    });
    const one = `1 moyen${found[0]?.checked ? ", choisi" : "\u00a0: appuyez sur Entrée pour le choisir"}`;
    const none = `Aucun moyen ne porte ce nom.${other ? ` Si c’est une application, choisissez «\u00a0${nameOf(other)}\u00a0».` : ""}`;
    const some = [none, one][found.length] ?? `${found.length} moyens\u00a0: choisissez-en un`;
    count.textContent = bare(typed) ? some : "";
    offer(typed);
  }

  // The questions of the staff that look like what is typed.
  function offer(typed) {
    const about = situationsAbout(known.situations, typed);
    const links = about.map(({ question, adresse }) => Object.assign(make("a", "", question), { href: inFolder(adresse) }));
    partOf(part("situations"), "ul").replaceChildren(...links.map((link) => make("li", "", link)));
    part("situations").hidden = !links.length;
  }

  function takeFound() {
    if (!bare(field.value) || !found.length) return;
    // Of several, the reader chooses.
    if (found.length === 1) found[0].click();
    found[0].focus();
  }

  function changed() {
    history.replaceState(null, "", address(update()));
  }

  // Choosing what stands for the applications that the texts do not name, one says which by what was typed.
  function take(radio, typed = field.value) {
    own = radio.matches("[data-autre]") ? nameTyped(radio, typed) : "";
    changed();
    filter(field.value);
  }

  platforms.forEach((radio) => {
    radio.addEventListener("click", () => take(radio));
  });
  field.addEventListener("input", () => filter(field.value));
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    takeFound();
  });
  form.addEventListener("change", (event) => {
    // A means has answered already: its click comes first, by the keyboard too.
    if (event.target === field || platforms.includes(/** @type {HTMLInputElement} */ (event.target))) return;
    // A year that is still being typed is not a day to answer for.
    if (event.target === date && date.value && date.value < bornes.min) return;
    if (event.target === date) lost = false;
    changed();
  });
  date.addEventListener("blur", update);
  part("aujourdhui").addEventListener("click", () => {
    date.value = "";
    lost = false;
    changed();
  });
  part("barre").addEventListener("click", go);
  part("imprimer").addEventListener("click", () => window.print());
  part("copier").hidden = !navigator.clipboard;
  part("copier").addEventListener("click", () => {
    const say = (/** @type {string} */ sentence) => {
      part("copie").textContent = sentence;
    };
    say("");
    navigator.clipboard.writeText(new URL(address(asked()), location.href).href).then(
      () => say("Lien copié"),
      () => say("Le navigateur refuse de copier. Le lien est dans la barre d’adresse."),
    );
  });
  addEventListener("hashchange", () => {
    if (read()) go();
  });
  // A browser may bring back the choices of an earlier visit.
  addEventListener("pageshow", update);
  onNewDay(update);

  // What was chosen and typed before this was there counts.
  /** @param {Meanwhile} meanwhile */
  function catchUp({ means, keydown }) {
    const typed = field.value;
    read(true);
    filter(typed);
    if (means) take(choice("plateforme"), means);
    else changed();
    if (keydown) takeFound();
  }

  known.resume = (meanwhile) => {
    /** @type {HTMLButtonElement} */ (part("aujourdhui")).disabled = false;
    dress(known);
    if (meanwhile.input || meanwhile.keydown) catchUp(meanwhile);
    else if (read()) (meanwhile.hashchange ? go : reveal)();
    else update();
  };
})();
