// Search by keyboard: a real button on narrow screens, results in the order of Tab.
(() => {
  const toggle = /** @type {HTMLInputElement} */ (document.getElementById("__search"));
  const button = document.querySelector('[data-module="chercher"]');
  const query = /** @type {HTMLInputElement} */ (document.querySelector(".md-search__input"));
  if (!toggle || !button || !query) return;
  const search = /** @type {HTMLElement} */ (query.closest(".md-search"));
  const status = /** @type {HTMLElement} */ (search.querySelector(".md-search-result__meta"));

  // What finds and draws comes with the first sign of a search (`assets/recherche/page/`).
  let asked = false;
  function ready() {
    if (asked) return;
    asked = true;
    // The engine begins beside it; from a folder, no worker starts.
    if (location.protocol !== "file:")
      window.Moteur ??= Object.assign(new Worker(search.dataset.moteur ?? ""), { onerror: () => delete window.Moteur });
    const script = document.createElement("script");
    script.src = search.dataset.script ?? "";
    // What came may be no script: the one that draws says that it is there.
    script.onload = script.onerror = () => {
      if ("prete" in search.dataset) return;
      asked = false;
      status.textContent = search.dataset.echec ?? "";
    };
    document.head.append(script);
  }
  for (const sign of ["pointerenter", "pointerdown", "focusin"]) {
    search.addEventListener(sign, ready);
    button.addEventListener(sign, ready);
  }
  query.addEventListener("input", ready);
  // Enter is for the script that draws, even if it comes later.
  const form = /** @type {HTMLFormElement} */ (query.form);
  form.noValidate = true;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    search.dataset.suivre = query.value;
  });
  form.addEventListener("reset", () => query.focus());

  // On a narrow screen, the field is there once the search is open.
  const set = (/** @type {boolean} */ open) => {
    if (toggle.checked !== open) toggle.click();
  };
  const open = () => {
    set(true);
    query.focus();
  };
  toggle.addEventListener("change", () => {
    button.setAttribute("aria-expanded", String(toggle.checked));
    if (toggle.checked) ready();
  });
  for (const sign of ["focus", "input", "click"]) query.addEventListener(sign, () => set(true));
  button.addEventListener("click", open);
  document.addEventListener("keydown", (event) => {
    const typing = /** @type {HTMLElement} */ (event.target).closest?.("input, select, textarea, [contenteditable], dialog");
    if (typing || toggle.checked || event.ctrlKey || event.metaKey || event.altKey || !["f", "s", "/"].includes(event.key)) return;
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

  // Leaving the search, or following one of its links, closes it.
  search.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !search.contains(/** @type {Node} */ (relatedTarget))) set(false);
  });
  search.addEventListener("click", ({ target }) => {
    if (/** @type {HTMLElement} */ (target).closest("a")) set(false);
  });

  // Escape goes back from the results to the field, then closes the search; on a narrow screen, it gives the focus back to its button.
  search.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    if (event.target !== query) return query.focus();
    set(false);
    if (button.offsetParent) button.focus();
  });
})();
