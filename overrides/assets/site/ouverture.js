// Runs while the page opens, before anything is drawn: the colours that the reader chose, and what the theme's scripts expect to find.
// The page names the site's root in `data-base`.
(() => {
  let kept = null;
  try {
    kept = localStorage.getItem("csspb-communications.theme");
  } catch {
    /* Storage refused: the system decides. */
  }
  const dark = kept ? kept === "sombre" : matchMedia("(prefers-color-scheme: dark)").matches;
  document.body.setAttribute("data-md-color-scheme", dark ? "slate" : "default");

  const root = new URL(document.currentScript.dataset.base, location);
  const named = (key, scope) => `${scope.pathname}.${key}`;
  Object.assign(window, {
    __md_scope: root,
    __md_get: (key, storage = localStorage, scope = root) => JSON.parse(storage.getItem(named(key, scope))),
    __md_set(key, value, storage = localStorage, scope = root) {
      try {
        storage.setItem(named(key, scope), JSON.stringify(value));
      } catch {
        /* Storage refused: nothing is kept. */
      }
    },
  });
})();
