// How many pages of paper each sheet of a class takes.
(() => {
  const api = window.Classe;
  const { make, onPaper, pageSize, framed, columned, columns, fitted } = window.Commun;
  const box = (element) => element.getBoundingClientRect();

  // The pages of a sheet that is a table and what stands around it: paper repeats the titles on each page, columns would not.
  function linePages(height, frame, lines) {
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

  // What tells how wide words are, as in any letters; each words once, forgotten with the count.
  function ruler() {
    const pen = make("canvas").getContext("2d");
    const known = new Map();
    return (words) => {
      if (!known.has(words)) known.set(words, pen?.measureText(words).width ?? 0);
      return known.get(words);
    };
  }

  // Those of some things whose words are the narrowest and the widest.
  function ends(things, width) {
    const sized = things.map((one) => ({ one, wide: width(one) })).sort((a, b) => a.wide - b.wide);
    return [sized[0].one, sized[sized.length - 1].one];
  }

  // The pages of a register: if its narrowest line and its widest are as high, so are the others.
  function registerPages(place, size, wide, { mesure, lignes }) {
    const heights = (some) => {
      place.replaceChildren(framed(size, mesure(some)));
      return [...place.querySelector("tbody").rows].map((row) => box(row).height);
    };
    const [low, high] = heights(ends(lignes, (one) => wide(api.liste.nomDeListe(one))));
    const all = low === high ? lignes.map(() => low) : heights(lignes);
    const sheet = columned(size, "");
    place.append(sheet);
    return linePages(box(sheet).height, place.firstElementChild, all);
  }

  // The pages of sheets, by sheet, set in a place for the time of the measure.
  function measured(place, size, sheets) {
    const frames = sheets.map(({ faire }) => columned(size, faire()));
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
  const extremes = (family, wide) => [...new Set([0, 1].flatMap((which) => ends(family, ({ propres = [] }) => wide(propres[which] ?? ""))))];

  // The pages of some sheets of a document, which have letters of one size, with which the longest saves a page if it can: the last that is measured.
  function fit(place, size, tried) {
    let found = new Map();
    const count = () => {
      found = measured(place, size, tried);
      return Math.max(...found.values());
    };
    const { modele } = tried[0];
    if (modele) fitted(modele, count);
    else count();
    return found;
  }

  function counted(place, sheets) {
    const [size, wide] = [pageSize("lot"), ruler()];
    const registers = sheets.filter(({ mesure }) => mesure);
    const kinds = families(sheets.filter(({ mesure }) => !mesure)).map((family) => ({ family, tried: extremes(family, wide) }));
    const found = new Map(kinds.flatMap(({ tried }) => [...fit(place, size, tried)]));
    const unlike = kinds.filter(({ tried }) => new Set(tried.map((one) => found.get(one))).size > 1);
    const rest = measured(
      place,
      size,
      unlike.flatMap(({ family }) => family),
    );
    const sure = new Map(kinds.flatMap(({ family, tried }) => family.map((one) => [one, rest.get(one) ?? found.get(tried[0])])));
    for (const one of registers) sure.set(one, registerPages(place, size, wide, one));
    return sheets.map((one) => sure.get(one));
  }

  // The pages of each sheet of a class, in the order of the sheets, or null where the browser hides the rules of the styles.
  /** @type {Classe["feuillets"]["pages"]} */
  function pages(place, sheets) {
    try {
      return onPaper(place, (copy) => {
        copy.closest("body")?.toggleAttribute("data-lot", true);
        return counted(copy, sheets);
      });
    } catch {
      return null;
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
