// How many pages of paper each sheet takes: the styles of paper are put on for the time of a measure, which the screen never shows.
(() => {
  const api = window.Classe;
  const { make } = window.Commun;
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

  // A sheet in a frame as wide as a page.
  function framed({ width }, sheet) {
    const frame = make("div", "", sheet);
    Object.assign(frame.style, { display: "flow-root", width: `${width}px` });
    return frame;
  }

  // One in columns as large as a page too: it is cut between them as it is between pages.
  function cut(size, { faire }) {
    const frame = framed(size, faire());
    Object.assign(frame.style, { height: `${size.height}px`, columnWidth: `${size.width}px`, columnGap: "0px", columnFill: "auto" });
    return frame;
  }

  const columns = (frame) => Math.max(1, Math.round(frame.scrollWidth / frame.clientWidth));
  const box = (element) => element.getBoundingClientRect();

  // The pages of a sheet that is a table and what stands around it: paper repeats the titles on each page, columns would not.
  function linePages({ height }, frame, lines) {
    const table = frame.querySelector("table");
    const titles = box(table.tHead).height;
    let used = box(table.tBodies[0]).top - box(frame).top;
    let pages = 1;
    const place = (high) => {
      if (used + high > height) {
        pages += 1;
        used = titles;
      }
      used += high;
    };
    lines.forEach(place);
    place(box(frame).bottom - box(table).bottom);
    return pages;
  }

  // How wide the words of each thing are, as in any letters.
  function ends(things, words) {
    const pen = document.createElement("canvas").getContext("2d");
    const sized = things.map((one) => ({ one, wide: pen?.measureText(words(one)).width ?? 0 })).sort((a, b) => a.wide - b.wide);
    return [sized[0].one, sized[sized.length - 1].one];
  }

  // The pages of a register: if its narrowest line and its widest are as high, so are the others.
  function registerPages(place, size, { mesure, lignes }) {
    const heights = (some) => {
      place.replaceChildren(framed(size, mesure(some)));
      return [...place.querySelector("tbody").rows].map((row) => box(row).height);
    };
    const [low, high] = heights(ends(lignes, api.liste.nomDeListe));
    const all = low === high ? lignes.map(() => low) : heights(lignes);
    return linePages(size, place.firstElementChild, all);
  }

  // The pages of sheets, by sheet, set in a place of the page for the time of the measure.
  function measured(place, size, sheets) {
    const frames = sheets.map((sheet) => cut(size, sheet));
    place.replaceChildren(...frames);
    return new Map(frames.map((frame, index) => [sheets[index], columns(frame)]));
  }

  // The sheets of a document for all the pupils; what is made once is by itself.
  /** @type {(sheets: FeuilleClasse[]) => FeuilleClasse[][]} */
  function families(sheets) {
    const found = new Map();
    for (const one of sheets) {
      const kind = one.document || one.eleve;
      found.set(kind, [...(found.get(kind) ?? []), one]);
    }
    return [...found.values()];
  }

  // Those of a document differ by some words of the pupil alone: if with the narrowest and the widest of each they take as many pages, so do the others.
  const extremes = (family) => [...new Set([0, 1].flatMap((which) => ends(family, ({ propres = [] }) => propres[which] ?? "")))];

  function counted(place, sheets) {
    const size = page("lot");
    const registers = sheets.filter(({ mesure }) => mesure);
    const kinds = families(sheets.filter(({ mesure }) => !mesure)).map((family) => ({ family, tried: extremes(family) }));
    const found = measured(
      place,
      size,
      kinds.flatMap(({ tried }) => tried),
    );
    const unlike = kinds.filter(({ tried }) => new Set(tried.map((one) => found.get(one))).size > 1);
    const rest = measured(
      place,
      size,
      unlike.flatMap(({ family }) => family),
    );
    const sure = new Map(kinds.flatMap(({ family, tried }) => family.map((one) => [one, rest.get(one) ?? found.get(tried[0])])));
    for (const one of registers) sure.set(one, registerPages(place, size, one));
    return sheets.map((one) => sure.get(one));
  }

  // The pages of each sheet of a class, in the order of the sheets.
  /** @type {Classe["feuillets"]["pages"]} */
  function pages(place, sheets) {
    try {
      return onPaper(() => counted(place, sheets));
    } catch {
      // A browser that hides the rules of the styles: each sheet is made for one page.
      return sheets.map(() => 1);
    } finally {
      place.replaceChildren();
    }
  }

  // The pages of all the sheets of a pupil, by pupil.
  /** @type {Classe["feuillets"]["totaux"]} */
  function totaux(sheets, found) {
    const sums = new Map();
    sheets.forEach(({ eleve }, index) => sums.set(eleve, (sums.get(eleve) ?? 0) + found[index]));
    return sums;
  }

  // What each sheet of a pupil says after its number: which pages it is of those that the family gets.
  /** @type {Classe["feuillets"]["suites"]} */
  function suites(sheets, found) {
    const totals = totaux(sheets, found);
    const done = new Map();
    return sheets.map(({ eleve }, index) => {
      const first = (done.get(eleve) ?? 0) + 1;
      const last = first + found[index] - 1;
      done.set(eleve, last);
      return totals.get(eleve) > 1 ? `, ${range(first, last)} de ${totals.get(eleve)}` : "";
    });
  }

  function range(first, last) {
    if (first === last) return `page ${first}`;
    return `pages ${first} ${last === first + 1 ? "et" : "à"} ${last}`;
  }

  // A page without anything, so that what follows begins on the front of a leaf.
  /** @type {Classe["feuillets"]["blanche"]} */
  function blanche() {
    return Object.assign(make("div", "lot__blanche", "\u00a0"), { ariaHidden: "true" });
  }

  api.feuillets = { pages, totaux, suites, blanche };
})();
