// Paper shows what the reader sees: what is folded prints as its title, what is open prints open; a long page that folds its parts prints whole.
// The theme unfolds everything when printing starts: what was folded before it is folded again after it, the parts of a long page once printed.
(() => {
  let folded = [];
  let parts = [];
  const fold = (details) => {
    details.open = false;
  };
  addEventListener(
    "beforeprint",
    () => {
      folded = [...document.querySelectorAll("details:not([open], .pli)")];
      parts = [...document.querySelectorAll("details.pli:not([open])")];
    },
    { capture: true },
  );
  // The theme listens once the page is read; a listener added after that is heard after it.
  addEventListener("load", () => addEventListener("beforeprint", () => folded.forEach(fold)));
  addEventListener("afterprint", () => parts.forEach(fold));
})();
