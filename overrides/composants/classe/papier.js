// How many pages of paper each sheet takes: the styles of paper are put on for the time of a measure, which the screen never shows.
(() => {
  window.Classe ??= /** @type {any} */ ({});
  const api = window.Classe;
  const UNITS = { in: 96, cm: 96 / 2.54, mm: 96 / 25.4, pt: 96 / 72, px: 1 };
  const LETTER = [8.5 * 96, 11 * 96];

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

  // ---- The pages that the styles ask for

  function* pageRules(rules) {
    for (const rule of rules) {
      if (rule instanceof CSSPageRule) yield rule;
      else if ("cssRules" in rule) yield* pageRules(rule.cssRules);
    }
  }

  // In pixels, what a page of a name holds: the paper without the margins that its rule gives.
  function page(name) {
    const rule = [...document.styleSheets].flatMap((sheet) => [...pageRules(sheet.cssRules)]).find(({ selectorText }) => selectorText === name);
    const [width, height] = LETTER;
    const margin = (side) => pixels(rule?.style.getPropertyValue(`margin-${side}`) ?? "");
    return { width: width - margin("left") - margin("right"), height: height - margin("top") - margin("bottom") };
  }

  function pixels(length) {
    const [, number, unit] = /^([\d.]+)([a-z]+)$/.exec(length) ?? [];
    return Number(number ?? 0) * (UNITS[unit] ?? 0);
  }

  // ---- How many of them each sheet takes

  // A sheet in columns as large as a page: it is cut between them as it is between pages.
  function inColumns(sheet) {
    const { width, height } = page("lot");
    const frame = document.createElement("div");
    Object.assign(frame.style, { width: `${width}px`, height: `${height}px`, columnWidth: `${width}px`, columnGap: "0px", columnFill: "auto" });
    frame.append(sheet.cloneNode(true));
    return frame;
  }

  const columns = (frame) => Math.max(1, Math.round(frame.scrollWidth / frame.clientWidth));

  // The pages of each sheet, set in a place of the page for the time of the measure.
  function measured(place, sheets) {
    try {
      const frames = sheets.map(inColumns);
      place.replaceChildren(...frames);
      return onPaper(() => frames.map(columns));
    } catch {
      // A browser that hides the rules of the styles: each sheet is made for one page.
      return sheets.map(() => 1);
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

  // Each sheet of a pupil says which pages it is of those that the family gets.
  /** @type {Classe["feuillets"]["numeroter"]} */
  function numeroter(sheets, found) {
    const totals = new Map();
    sheets.forEach(({ eleve }, index) => totals.set(eleve, (totals.get(eleve) ?? 0) + found[index]));
    const done = new Map();
    sheets.forEach(({ sheet, eleve }, index) => {
      const first = (done.get(eleve) ?? 0) + 1;
      done.set(eleve, first + found[index] - 1);
      const place = sheet.querySelector(".lot__numero");
      if (place && totals.get(eleve) > 1) place.append(`, ${range(first, first + found[index] - 1)} de ${totals.get(eleve)}`);
    });
  }

  function range(first, last) {
    if (first === last) return `page ${first}`;
    return `pages ${first} ${last === first + 1 ? "et" : "à"} ${last}`;
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

  api.feuillets = { pages, numeroter, blanche };
})();
