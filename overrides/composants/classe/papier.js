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

  // The pages of each sheet, set in a place of the page for the time of the measure.
  function measured(place, sheets) {
    const copies = sheets.map((sheet) => /** @type {HTMLElement} */ (sheet.cloneNode(true)));
    copies.forEach((copy) => {
      copy.style.width = `${size(copy).width}px`;
    });
    place.replaceChildren(...copies);
    try {
      return onPaper(() => copies.map((copy) => Math.max(1, Math.ceil((copy.getBoundingClientRect().height - 1) / size(copy).height))));
    } catch {
      // A browser that hides the rules of the styles: each sheet is made for one page.
      return copies.map(() => 1);
    } finally {
      place.replaceChildren();
    }
  }

  /** @type {(sheets: FeuilleClasse[]) => Iterable<FeuilleClasse[]>} */
  function families(sheets) {
    const found = new Map();
    sheets.forEach((one) => {
      if (!found.has(one.document)) found.set(one.document, []);
      found.get(one.document).push(one);
    });
    return found.values();
  }

  // The pages of each sheet of a class. Those of a document differ by the pupil's name alone: if the shortest and the longest name take as
  // many pages, so do the others.
  /** @type {Classe["feuillets"]["pages"]} */
  function pages(place, sheets) {
    const found = new Map();
    for (const family of families(sheets)) {
      const sorted = [...family].sort((a, b) => a.words.length - b.words.length);
      const ends = [...new Set([sorted[0], sorted[sorted.length - 1]])];
      const sample = measured(
        place,
        ends.map(({ sheet }) => sheet),
      );
      const alike = new Set(sample).size === 1;
      const all = alike
        ? family.map(() => sample[0])
        : measured(
            place,
            family.map(({ sheet }) => sheet),
          );
      family.forEach((one, index) => found.set(one, all[index]));
    }
    return sheets.map((one) => found.get(one));
  }

  // A page without anything, so that what follows begins on the front of a leaf.
  /** @type {Classe["feuillets"]["blanche"]} */
  function blanche() {
    const page = document.createElement("div");
    page.className = "lot__blanche";
    page.ariaHidden = "true";
    page.textContent = "\u00a0";
    return page;
  }

  api.feuillets = { pages, blanche };
})();
