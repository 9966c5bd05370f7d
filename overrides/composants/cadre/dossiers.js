// In a copy that no server completes, the address of a folder shows its files or nothing: a link to a folder of the copy leads to its page.
(() => {
  if (location.protocol !== "file:" && !("archive" in document.body.dataset)) return;
  const root = new URL(/** @type {HTMLElement} */ (document.querySelector(".md-search")).dataset.racine ?? "", location.href).href;
  function complete({ target }) {
    const link = /** @type {HTMLElement} */ (target).closest?.("a[href]");
    if (link instanceof HTMLAnchorElement && link.href.startsWith(root) && link.pathname.endsWith("/")) link.pathname += "index.html";
  }
  for (const sign of ["pointerdown", "focusin", "click"]) addEventListener(sign, complete, true);
})();
