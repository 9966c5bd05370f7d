// The table of contents: folded on a narrow screen, where it stands above the text.
(() => {
  const contents = /** @type {HTMLDetailsElement} */ (document.querySelector('[data-module="sommaire"]'));
  const wide = matchMedia("(min-width: 60em)");
  if (!contents) return;
  const update = () => {
    contents.open = wide.matches;
    /** @type {HTMLElement} */ (contents.querySelector("summary")).tabIndex = wide.matches ? -1 : 0;
  };
  wide.addEventListener("change", update);
  update();
})();
