// Light or dark: follows the system until the reader chooses; only then is the choice kept.
(() => {
  const button = /** @type {HTMLElement} */ (document.querySelector('[data-module="theme"]'));
  const system = matchMedia("(prefers-color-scheme: dark)");
  if (!button) return;
  const KEY = /** @type {HTMLElement} */ (document.querySelector("script[data-theme]")).dataset.theme ?? "";
  const isDark = () => document.body.getAttribute("data-md-color-scheme") === "slate";

  function show(dark) {
    document.body.setAttribute("data-md-color-scheme", dark ? "slate" : "default");
    button.setAttribute("aria-pressed", String(dark));
  }

  function keep(value) {
    try {
      localStorage.setItem(KEY, value);
    } catch {
      /* Storage refused: the choice holds for this page. */
    }
  }

  function kept() {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null;
    }
  }

  button.addEventListener("click", () => {
    show(!isDark());
    keep(isDark() ? "sombre" : "clair");
  });
  system.addEventListener("change", () => {
    if (!kept()) show(system.matches);
  });
  show(isDark());
  button.hidden = false;
})();
