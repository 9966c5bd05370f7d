// Brings the content of the folds that the page leaves apart: from the first touch of the page, so that it is there when one opens. Without it, a fold
// says where to read the same.
(() => {
  const { plis } = document.body.dataset;
  if (!plis) return;
  /** @type {Promise<string[]> | undefined} */
  let coming;

  async function load(address) {
    await window.Commun.bring(address);
    // The folds are there, or they are asked for again.
    if (!window.Plis) coming = undefined;
    return window.Plis ?? [];
  }

  function bring() {
    coming ??= load(plis);
    return coming;
  }

  async function fill(fold) {
    const content = document.createElement("template");
    content.innerHTML = (await bring())[fold.dataset.aPart] ?? "";
    if (!content.content.childElementCount) return;
    fold.querySelector("[data-repli]")?.replaceWith(content.content);
    delete fold.dataset.aPart;
  }

  for (const touch of ["pointerdown", "keydown"]) addEventListener(touch, bring, { once: true, passive: true });
  const opened = (/** @type {Element} */ fold) => fold.matches("[data-a-part][open]") && fill(fold);
  document.addEventListener("toggle", ({ target }) => opened(/** @type {Element} */ (target)), true);
  document.querySelectorAll("[data-a-part][open]").forEach(fill);
})();
