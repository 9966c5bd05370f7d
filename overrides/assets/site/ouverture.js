// Runs while the page opens, before anything is drawn: the colours that the reader chose, whether evaluations are kept, and several of this list.
(() => {
  document.documentElement.classList.replace("no-js", "js");

  // Until all the scripts have run, or failed, or hang for 20 s, nothing is said of those that did not.
  document.body.dataset.ouvre = "";
  const open = () => {
    delete document.body.dataset.ouvre;
    for (const fold of document.querySelectorAll("[data-replie]")) fold.removeAttribute("data-replie");
  };
  addEventListener("load", open);
  setTimeout(open, 20000);

  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  /** @type {string | null} */
  let kept = null;
  try {
    kept = localStorage.getItem(script.dataset.theme ?? "");
  } catch {
    /* Storage refused: the system decides. */
  }
  const dark = kept ? kept === "sombre" : matchMedia("(prefers-color-scheme: dark)").matches;
  document.body.setAttribute("data-md-color-scheme", dark ? "slate" : "default");

  // Whether evaluations are kept here, and may be: what offers to resume one, and what says so of this one, take their places at once.
  const prefix = script.dataset.evaluations ?? "";
  const list = location.pathname.split("/").slice(-2)[0];
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefix));
    if (keys.length) document.body.dataset.accord = "";
    if (keys.some((key) => key.includes(".", prefix.length))) document.body.dataset.evaluations = prefix;
    if (keys.filter((key) => key.startsWith(`${prefix}${list}.`)).length > 1) document.body.dataset.plusieurs = "";
  } catch {
    /* Storage refused: nothing is kept. */
  }
})();
