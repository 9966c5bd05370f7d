// In a copy that no server completes, the address of a folder shows its files or nothing: a link to a folder of the copy leads to its page.
(() => {
  // An archive says where it begins.
  const { archive } = document.body.dataset;
  if (!archive && location.protocol !== "file:") return;
  const root = archive ? new URL(archive, location.href).href : "file:";
  function complete({ target }) {
    const link = /** @type {HTMLElement} */ (target).closest?.("a[href]");
    if (link instanceof HTMLAnchorElement && link.href.startsWith(root) && link.pathname.endsWith("/")) link.pathname += "index.html";
  }
  for (const sign of ["pointerdown", "focusin", "click"]) addEventListener(sign, complete, true);
})();
