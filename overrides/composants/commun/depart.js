// What is written disappears with its page: one is asked before leaving, and told on the way back where the browser asked nothing.
(() => {
  const ERASED = "Vous aviez quitté cette page\u00a0: ce que vous y aviez écrit est effacé.";

  // `holds` says whether something is written, `erase` takes it from the page, `tell` shows a sentence.
  function onLeaving(holds, erase, tell) {
    let lost = false;
    addEventListener("beforeunload", (event) => {
      if (!holds()) return;
      event.preventDefault();
      event.returnValue = "";
    });
    // A browser may keep a page that was left, to show it again: without what was written.
    addEventListener("pagehide", () => {
      lost = holds();
      erase();
    });
    addEventListener("pageshow", ({ persisted }) => persisted && lost && tell(ERASED));
  }

  window.Commun = { ...window.Commun, onLeaving };
})();
