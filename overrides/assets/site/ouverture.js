// Runs while the page opens, before anything is drawn: the colours that the reader chose, whether evaluations are kept.
(() => {
  document.documentElement.classList.replace("no-js", "js");

  // Until all the scripts have run, or failed, nothing is said of those that did not.
  document.body.dataset.ouvre = "";
  addEventListener("load", () => delete document.body.dataset.ouvre);

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

  // Whether evaluations are kept here: what offers to resume one takes its place at once.
  const prefix = script.dataset.evaluations ?? "";
  try {
    const kept = Object.keys(localStorage).some((key) => key.startsWith(prefix) && key.includes(".", prefix.length));
    if (kept) document.body.dataset.evaluations = prefix;
  } catch {
    /* Storage refused: nothing is kept. */
  }
})();
