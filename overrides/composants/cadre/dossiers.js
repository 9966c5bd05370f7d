// From a folder of one's computer, the address of a folder shows its files: a link to it leads to its page.
(() => {
  if (location.protocol !== "file:") return;
  function complete({ target }) {
    const link = /** @type {HTMLElement} */ (target).closest?.("a[href]");
    if (link instanceof HTMLAnchorElement && link.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
  }
  for (const sign of ["pointerdown", "focusin", "click"]) addEventListener(sign, complete, true);
})();
