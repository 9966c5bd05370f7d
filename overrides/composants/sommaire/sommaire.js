// The table of contents: folded on a narrow screen, where it stands above the text.
(() => {
  const contents = document.querySelector('[data-module="sommaire"]');
  const wide = matchMedia("(min-width: 60em)");
  if (!contents) return;
  const update = () => { contents.open = wide.matches; };
  wide.addEventListener("change", update);
  update();
})();
