// Search by keyboard: a real button on narrow screens, results in the order of Tab.
(() => {
  const toggle = /** @type {HTMLInputElement} */ (document.getElementById("__search"));
  const button = document.querySelector('[data-module="chercher"]');
  const query = /** @type {HTMLInputElement} */ (document.querySelector(".md-search__input"));
  const results = document.querySelector(".md-search-result__list");
  if (!toggle || !button || !query || !results) return;

  // The theme's script is for the search alone: it comes with the first sign of one.
  const search = /** @type {HTMLElement} */ (query.closest(".md-search"));
  let asked = false;
  function ready() {
    if (asked) return;
    asked = true;
    // From a folder, the theme's script finds its worker in the page.
    const { moteur, moteurLocal } = search.dataset;
    const scripts = location.protocol === "file:" ? [moteurLocal, moteur] : [moteur];
    document.head.append(...scripts.map((src) => Object.assign(document.createElement("script"), { src, async: false })));
  }
  for (const sign of ["pointerenter", "pointerdown", "focusin"]) {
    search.addEventListener(sign, ready);
    button.addEventListener(sign, ready);
  }
  toggle.addEventListener("change", ready);
  query.addEventListener("focus", () => {
    if (!toggle.checked) toggle.click();
  });
  // On a narrow screen, the field is there once the search is open.
  const open = () => {
    if (!toggle.checked) toggle.click();
    query.focus();
  };
  // The theme's keys for the search, before its script is there, and on narrow screens, where the theme opens nothing.
  document.addEventListener("keydown", (event) => {
    const typing = /** @type {HTMLElement} */ (event.target).closest?.("input, select, textarea, [contenteditable], dialog");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !["f", "s", "/"].includes(event.key)) return;
    event.preventDefault();
    open();
  });
  const follow = () => {
    button.setAttribute("aria-expanded", String(toggle.checked));
  };
  button.addEventListener("click", open);
  toggle.addEventListener("change", follow);

  // A search that the address asks for. The theme would write it over what one has typed since: the address no longer holds it.
  const address = new URL(location.href);
  const words = address.searchParams.get("q");
  if (words !== null) {
    query.value ||= words;
    address.searchParams.delete("q");
    history.replaceState(history.state, "", address);
    open();
  }

  // The theme closes its search on Tab: here Tab goes on to the results, and leaving the search closes it.
  const within = (target) => search.contains(/** @type {Node} */ (target));
  document.addEventListener(
    "keydown",
    (event) => {
      if (event.key === "Tab" && within(event.target)) event.stopPropagation();
    },
    true,
  );
  search.addEventListener("focusout", (event) => {
    if (toggle.checked && event.relatedTarget && !within(event.relatedTarget)) toggle.click();
  });

  // Escape goes back from the results to the field, then closes the search and gives the focus back to its button.
  document.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape" || !within(event.target)) return;
      if (event.target === query) {
        setTimeout(() => {
          if (button.offsetParent) button.focus();
        });
      } else {
        event.stopPropagation();
        query.focus();
      }
    },
    true,
  );

  const reach = () =>
    search.querySelectorAll('a[tabindex="-1"]').forEach((link) => {
      link.removeAttribute("tabindex");
    });

  // Answers come first in the theme's list: they are set apart above it, each leaving its place there, which goes when the theme makes the list anew.
  const whole = /** @type {HTMLElement} */ (results.closest(".md-search-result"));
  const part = (selector) => /** @type {HTMLElement} */ (whole.querySelector(selector));
  const [status, answers, nothing, list] = [".md-search-result__meta", ".chercher-reponses", ".chercher-rien", ".md-search-result__list"].map(part);
  function setApart(item) {
    const apart = document.createElement("li");
    apart.className = item.className;
    apart.append(...item.childNodes);
    item.className = "chercher-place";
    item.hidden = true;
    answers.append(apart);
  }
  // A word found nowhere may be the name of an application. What changes here is observed too: only if it does.
  const unknown = nothing.querySelector("li[hidden]");
  const NAME = /^\p{L}[\p{L}\s'’.-]*$/u;
  function nameUnknown() {
    const typed = query.value.trim();
    const place = unknown?.querySelector(".chercher-demande");
    if (!unknown || !place || place.textContent === typed) return;
    place.textContent = typed;
    unknown.toggleAttribute("hidden", !NAME.test(typed));
  }
  function arrange() {
    if (!list.querySelector(".chercher-place")) answers.replaceChildren();
    [...list.children].filter((item) => item.querySelector(".recherche-reponse")).forEach(setApart);
    nothing.hidden = status.textContent.trim() !== nothing.dataset.rien;
    nameUnknown();
    reach();
  }
  new MutationObserver(arrange).observe(whole, { childList: true, subtree: true });
})();
