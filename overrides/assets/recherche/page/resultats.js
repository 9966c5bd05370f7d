// The results of the search, as the engine finds them. What is typed and what the pages say is only ever text.
(() => {
  const { bring, dress, make, many, rien } = window.Commun;
  const search = /** @type {HTMLElement} */ (document.querySelector(".recherche"));
  const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (search.querySelector(`.recherche__${name}`));
  const query = /** @type {HTMLInputElement} */ (part("champ"));
  const [status, answers, list, scrolled] = ["etat", "reponses", "liste", "panneau"].map(part);
  const root = new URL(search.dataset.racine ?? ".", location.href);
  const ENGINE = search.dataset.moteur ?? "";
  const STEP = 10;
  const INVITATION = status.textContent;

  // What is said where nothing is found comes with this script: no page needs it before.
  dress(rien);
  list.insertAdjacentHTML("beforebegin", rien.html);
  const nothing = part("rien");
  nothing.hidden = true;
  for (const found of nothing.querySelectorAll("a")) found.href = new URL(found.getAttribute("href") ?? "", root).href;

  // The engine works beside the page; from a folder, where no worker starts, in it. Once there is one, it is told what is asked.
  /** @type {((asked: Asked) => void) | undefined} */
  let tell;
  /** @type {Worker | undefined} */
  let engine;
  function start() {
    if (location.protocol !== "file:") return bring(ENGINE, () => tell, status, besides);
    return bring(ENGINE, () => window.Recherche, status).then(() => {
      tell = (asked) => void Promise.resolve(asked).then(window.Recherche).then(hear).catch(fail);
      ask(STEP);
    });
  }

  function besides(/** @type {string} */ address, /** @type {() => void} */ came) {
    // The one that began with the first sign of a search, if it works (`cadre/chercher.js`).
    const worker = window.Moteur ?? new Worker(address);
    delete window.Moteur;
    worker.onmessage = ({ data }) => {
      engine ??= worker;
      tell = (asked) => worker.postMessage(asked);
      came();
      hear(data);
    };
    worker.onerror = () => {
      if (engine && engine !== worker) return;
      engine = tell = undefined;
      busy = false;
      came();
    };
    worker.postMessage({ query: query.value, most: STEP });
    next = undefined;
    return () => worker === engine || worker.terminate();
  }

  // One question at a time: of those typed meanwhile, the last is asked.
  let busy = false;
  /** @type {Asked | undefined} */
  let next;
  function ask(/** @type {number} */ most) {
    next = { query: query.value, most };
    if (!tell) start();
    if (!tell || busy) return;
    busy = true;
    tell(next);
    next = undefined;
  }

  function fail(/** @type {unknown} */ error) {
    reportError(error);
    busy = false;
    status.textContent = "La recherche s’est arrêtée. Réessayez.";
  }

  let moved = false;
  let drawn = { query: "", most: 0, all: 0 };
  function hear(/** @type {Reply} */ reply) {
    busy = false;
    if (next) ask(next.most);
    if (reply.query !== query.value) return;
    draw(reply);
    follow();
  }

  function draw(/** @type {Reply} */ reply) {
    const most = reply.results.length;
    if (reply.query === drawn.query && most > drawn.most) list.append(...reply.results.slice(drawn.most).map(item));
    else redraw(reply);
    drawn = { query: reply.query, most, all: reply.count - reply.answers.length };
  }

  function redraw(/** @type {Reply} */ reply) {
    const typed = reply.query.trim();
    const some = reply.count ? many(reply.count, "résultat", "résultats") + readAs(reply.read) + without(reply.missing) : "Aucun article trouvé";
    status.textContent = typed ? some : INVITATION;
    answers.replaceChildren(...reply.answers.map(answer));
    list.replaceChildren(...reply.results.map(item));
    nothing.hidden = !typed || reply.count > 0;
    nameUnknown(typed);
    // To set it where it is would have the page laid out once more for each letter.
    if (moved) scrolled.scrollTop = 0;
    moved = false;
  }

  // What is guessed of a word is said.
  function readAs(/** @type {Reading[]} */ readings) {
    const said = readings.map(({ word, as }) => `«\u00a0${as}\u00a0» au lieu de «\u00a0${word}\u00a0»`);
    return said.length ? ` pour ${said.join(", ")}` : "";
  }

  function without(/** @type {string[]} */ words) {
    return words.length ? `, aucun avec «\u00a0${words.join("\u00a0» ni «\u00a0")}\u00a0»` : "";
  }

  // A word found nowhere may be the name of an application.
  const NAME = /^\p{L}[\p{L}\s'’.-]*$/u;
  function nameUnknown(/** @type {string} */ typed) {
    const place = nothing.querySelector(".recherche__demande");
    if (!place) return;
    place.textContent = typed;
    place.closest("li")?.toggleAttribute("hidden", !NAME.test(typed));
  }

  function item(/** @type {Group} */ { head, best, more }) {
    return make("li", "recherche__trouve", link(head, "h2"), ...best.map((line) => link(line, "h3")), more.length ? fold(more) : null);
  }

  function fold(/** @type {Line[]} */ lines) {
    const summary = make("summary", "", many(lines.length, "autre passage de cette page", "autres passages de cette page"));
    return make("details", "recherche__suite", summary, ...lines.map((line) => link(line, "h3")));
  }

  function link(/** @type {Line} */ line, /** @type {"h2" | "h3"} */ level) {
    const [said, lacking] = [marked(line.extract), lacked(line.lacking)];
    const content = line.source
      ? [clause(line, said, lacking)]
      : [make(level, "", ...marked(line.title)), paragraph("", said), paragraph("recherche__sans", lacking)];
    return anchor(line.location, line.words, level === "h2", content);
  }

  // A clause is one heading: the name of its text, its title, an extract.
  function clause(/** @type {Line} */ { source, title }, /** @type {Contenu[]} */ said, /** @type {Contenu[]} */ lacking) {
    const extract = make("small", "recherche__extrait", ...said, lacking.length ? make("br") : null, ...lacking);
    return make("h2", "", make("small", "recherche__texte", source), make("br"), ...marked(title), make("br"), extract);
  }

  function paragraph(/** @type {string} */ name, /** @type {Contenu[]} */ content) {
    return content.length ? make("p", name, ...content) : null;
  }

  function anchor(/** @type {string} */ place, /** @type {string[]} */ words, /** @type {boolean} */ icon, /** @type {Contenu[]} */ content) {
    const found = make("a", `recherche__lien${icon ? " recherche__lien--page" : ""}`, ...content);
    const address = new URL(place, root);
    // After the place: the host gets no word of a search (`surligner.js`).
    if (words.length) address.hash += `${address.hash ? "" : "#"}?${new URLSearchParams({ h: words.join(" ") })}`;
    found.href = address.href;
    return found;
  }

  const marked = (/** @type {string[]} */ pieces) =>
    pieces.map((piece, i) => (i % 2 ? make("mark", "", piece) : piece)).filter((piece) => piece !== "");

  function lacked(/** @type {string[]} */ words) {
    return words.length ? ["Sans\u00a0: ", ...words.flatMap((word, i) => [i ? ", " : "", make("del", "", word)])] : [];
  }

  function answer(/** @type {DayAnswer} */ { location: place, title, kind, lines }) {
    const said = lines.flatMap((line, i) => [i ? make("br") : null, ...verdicts(line)]);
    const heading = make(
      "h2",
      "",
      make(
        "small",
        "recherche__texte recherche__reponse",
        kind === "page" ? "Page du site" : `Réponse du jour${document.body.dataset.horsReseau ?? ""}`,
      ),
      make("br"),
      kind === "moyen" ? make("strong", "", title) : title,
      make("br"),
      make("small", "recherche__ligne", ...said),
    );
    return make("li", "recherche__trouve", anchor(place, [], true, [heading]));
  }

  function verdicts(/** @type {AnswerLine} */ { name, verdicts, after }) {
    const pills = verdicts.flatMap(({ nom, ton }) => {
      const pill = make("span", "recherche__verdict", nom);
      pill.dataset.ton = ton;
      return [pill, " "];
    });
    return [name ? `${name}\u00a0: ` : "", ...pills, after];
  }

  // Enter goes to the first result of what it was pressed on (chercher.js), as soon as it is there.
  function follow() {
    const { suivre } = search.dataset;
    if (!suivre || suivre !== query.value || suivre !== drawn.query) return;
    delete search.dataset.suivre;
    (list.querySelector("a") ?? answers.querySelector("a"))?.click();
  }

  // The arrows go from one result to the next; a letter goes on in the field.
  function move(/** @type {number} */ by) {
    const stops = [query, ...search.querySelectorAll(".recherche__panneau :is(a, summary)")].filter(
      (stop) => !stop.closest("[hidden], details:not([open]) > :not(summary)"),
    );
    const at = Math.max(0, stops.indexOf(/** @type {HTMLElement} */ (document.activeElement)));
    stops[(at + stops.length + by) % stops.length].focus();
  }

  /** @type {Record<string, () => void>} */
  const KEYS = { ArrowDown: () => move(1), ArrowUp: () => move(-1) };
  search.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (KEYS[event.key]) {
      event.preventDefault();
      KEYS[event.key]();
    } else if (event.key.length === 1 && event.key !== " ") query.focus();
  });

  query.addEventListener("input", () => ask(STEP));
  query.form?.addEventListener("submit", follow);
  query.form?.addEventListener("reset", () => setTimeout(() => ask(STEP)));
  scrolled.addEventListener("scroll", () => {
    moved = true;
    const near = scrolled.scrollTop + 2 * scrolled.clientHeight > scrolled.scrollHeight;
    if (near && drawn.most < drawn.all && !busy) ask(drawn.most + STEP);
  });
  ask(STEP);
  search.dataset.prete = "";
})();
