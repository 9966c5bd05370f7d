// How many pages of paper each sheet takes: the styles of paper are put on for the time of a measure, which the screen never shows.
(() => {
  window.Classe ??= /** @type {any} */ ({});
  const api = window.Classe;
  const INCH = 96;
  const CM = INCH / 2.54;
  // What classe.css gives each of its pages: Letter paper without the margins.
  const PORTRAIT = { width: 8.5 * INCH - 3.6 * CM, height: 11 * INCH - 2 * CM };
  const LANDSCAPE = { width: 11 * INCH - 2 * CM, height: 8.5 * INCH - 2.2 * CM };

  function* mediaOf(rules) {
    for (const rule of rules) {
      if (rule instanceof CSSMediaRule) yield rule.media;
      if ("cssRules" in rule) yield* mediaOf(rule.cssRules);
    }
  }

  function* allMedia() {
    for (const sheet of document.styleSheets) {
      yield sheet.media;
      yield* mediaOf(sheet.cssRules);
    }
  }

  // Do something while the page has the styles of paper.
  function onPaper(work) {
    const former = [];
    try {
      for (const media of [...allMedia()]) {
        const text = media.mediaText;
        if (!/^(?:print|screen)\b/.test(text)) continue;
        former.push([media, text]);
        media.mediaText = text.startsWith("print") ? "all" : "not all";
      }
      document.body.toggleAttribute("data-lot", true);
      return work();
    } finally {
      for (const [media, text] of former) media.mediaText = text;
      document.body.removeAttribute("data-lot");
    }
  }

  const size = (sheet) => (sheet.classList.contains("registre--large") ? LANDSCAPE : PORTRAIT);

  // The pages of each sheet, all of which are in the page.
  /** @type {Classe["papier"]["pages"]} */
  function pages(sheets) {
    sheets.forEach((sheet) => {
      sheet.style.width = `${size(sheet).width}px`;
    });
    try {
      return onPaper(() => sheets.map((sheet) => Math.max(1, Math.ceil((sheet.getBoundingClientRect().height - 1) / size(sheet).height))));
    } catch {
      // A browser that hides the rules of the styles: each sheet is made for one page.
      return sheets.map(() => 1);
    } finally {
      sheets.forEach((sheet) => {
        sheet.style.removeProperty("width");
      });
    }
  }

  // A page without anything, so that what follows begins on the front of a leaf.
  /** @type {Classe["papier"]["blanche"]} */
  function blanche() {
    const page = document.createElement("div");
    page.className = "lot__blanche";
    page.ariaHidden = "true";
    page.textContent = "\u00a0";
    return page;
  }

  api.papier = { pages, blanche };
})();
