// What is written disappears with its page: one is asked before leaving, and told on the way back where the browser asked nothing.
(() => {
  const ERASED = "Vous aviez quitté cette page\u00a0: ce que vous y aviez écrit est effacé.";

  // `holds` says whether something is written, `erase` takes it from the page, `tell` shows a sentence at a place, which is brought in sight: one
  // comes back to where one was writing.
  function onLeaving(holds, erase, tell, place) {
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
    addEventListener("pageshow", ({ persisted }) => {
      if (!persisted || !lost) return;
      tell(ERASED);
      place.scrollIntoView({ block: "center" });
    });
  }

  window.Commun = { ...window.Commun, onLeaving };
})();
