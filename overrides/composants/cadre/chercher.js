// Search by keyboard: a real button on narrow screens, results in the order of Tab.
(() => {
  const button = document.querySelector('[data-module="chercher"]');
  const search = /** @type {HTMLElement} */ (document.querySelector(".recherche"));
  if (!button || !search) return;
  const query = /** @type {HTMLInputElement} */ (search.querySelector(".recherche__champ"));
  const status = /** @type {HTMLElement} */ (search.querySelector(".recherche__etat"));

  // What finds and draws comes with the first sign of a search (`assets/recherche/page/`).
  // The script that draws says that it is there.
  const isReady = () => "prete" in search.dataset;
  function ready() {
    if (isReady()) return;
    // The engine begins beside it; from a folder, no worker starts.
    if (location.protocol !== "file:")
      window.Moteur ??= Object.assign(new Worker(search.dataset.moteur ?? ""), { onerror: () => delete window.Moteur });
    window.Commun.bring(search.dataset.script ?? "", isReady, status);
  }
  for (const sign of ["pointerenter", "pointerdown", "focusin"]) {
    search.addEventListener(sign, ready);
    button.addEventListener(sign, ready);
  }
  query.addEventListener("input", () => {
    ready();
    delete search.dataset.suivre;
  });
  // Enter is for the script that draws, even if it comes later.
  const form = /** @type {HTMLFormElement} */ (query.form);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    search.dataset.suivre = query.value;
  });
  form.addEventListener("reset", () => query.focus());

  // On a narrow screen, the field is there once the search is open.
  const isOpen = () => "ouverte" in search.dataset;
  const set = (/** @type {boolean} */ open) => {
    if (open === isOpen()) return;
    search.toggleAttribute("data-ouverte", open);
    button.setAttribute("aria-expanded", String(open));
    if (open) ready();
    // Who closed the search, or went on typing, is led nowhere once it comes.
    else delete search.dataset.suivre;
  };
  const open = () => {
    set(true);
    query.focus();
  };
  for (const sign of ["focus", "input", "click"]) query.addEventListener(sign, () => set(true));
  button.addEventListener("click", open);
  // With Ctrl or ⌘: a key alone would take what who dictates, or trembles, never asked for (WCAG 2.1.4).
  if (/Mac|iP/.test(navigator.platform)) search.querySelectorAll("kbd").forEach((key) => key.replaceChildren("⌘K"));
  document.addEventListener("keydown", (event) => {
    const elsewhere = /** @type {HTMLElement} */ (event.target).closest?.("dialog");
    if (elsewhere || event.shiftKey || event.altKey || event.ctrlKey === event.metaKey || event.key.toLowerCase() !== "k") return;
    event.preventDefault();
    open();
    query.select();
  });

  // A search that the address asks for, which then no longer holds it.
  const address = new URL(location.href);
  const words = address.searchParams.get("q");
  if (words !== null) {
    query.value ||= words;
    address.searchParams.delete("q");
    history.replaceState(history.state, "", address);
    open();
  }

  // Leaving the search, or following one of its links, closes it; so does the veil over the page, which is drawn by the search itself.
  search.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !search.contains(/** @type {Node} */ (relatedTarget))) set(false);
  });
  search.addEventListener("click", ({ target }) => {
    if (target === search || /** @type {HTMLElement} */ (target).closest("a")) set(false);
  });

  // On a narrow screen, what closes it gives the focus back to its button.
  const close = () => {
    set(false);
    if (button.offsetParent) button.focus();
  };
  search.querySelector(".recherche__fermer")?.addEventListener("click", close);
  // Escape goes back from the results to the field, then closes the search.
  search.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    if (event.target !== query) return query.focus();
    close();
  });
})();
