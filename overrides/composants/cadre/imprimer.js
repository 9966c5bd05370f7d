// Paper shows what the reader sees: what is folded prints as its title, what is open prints open.
// The theme unfolds everything when printing starts: what was folded before it is folded again after it.
(() => {
  let folded = [];
  addEventListener(
    "beforeprint",
    () => {
      folded = [...document.querySelectorAll("details:not([open])")];
    },
    { capture: true },
  );
  // The theme listens once the page is read; a listener added after that is heard after it.
  addEventListener("load", () => {
    addEventListener("beforeprint", () => {
      folded.forEach((details) => {
        details.open = false;
      });
    });
  });
})();
