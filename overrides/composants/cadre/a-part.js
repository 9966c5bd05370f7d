// Brings the content of the folds that the page leaves apart: from the first touch of the page, so that it is there when one opens. Without it, a fold
// says where to read the same.
(() => {
  const { plis } = document.body.dataset;
  if (!plis) return;
  const bring = (/** @type {HTMLElement | null} */ place) => window.Commun.bring(plis, () => window.Plis, place);

  async function fill(fold) {
    const content = document.createElement("template");
    const instead = fold.querySelector("[data-repli]");
    await bring(instead);
    content.innerHTML = window.Plis?.[fold.dataset.aPart] ?? "";
    if (!content.content.childElementCount) return;
    instead?.replaceWith(content.content);
    delete fold.dataset.aPart;
  }

  for (const touch of ["pointerdown", "keydown"]) addEventListener(touch, () => bring(null), { once: true, passive: true });
  const opened = (/** @type {Element} */ fold) => fold.matches("[data-a-part][open]") && fill(fold);
  document.addEventListener("toggle", ({ target }) => opened(/** @type {Element} */ (target)), true);
  document.querySelectorAll("[data-a-part][open]").forEach(fill);
})();
