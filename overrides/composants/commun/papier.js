// How many pages of paper something takes: it is measured beside the page, in a tree of its own whose styles are the page's own as paper has them, so
// that nothing of the page is laid out again. A browser that hides the rules of the styles, as for a page opened from a folder, or that gives no
// styles to such a tree throws.
(() => {
  const { make } = window.Commun;

  const textOf = (rule) => (rule instanceof CSSFontFaceRule ? "" : rule.cssText);
  const sheetText = ({ media, cssRules }) => `@media ${media.mediaText || "all"} { ${[...cssRules].map(textOf).join("\n")} }`;

  // The styles of the page as paper has them, for a tree in which nothing is the root of a document: what stands for it weighs as much, `rem` is
  // written out. No browser speaks a page.
  function asPaper() {
    const text = [...document.styleSheets].map(sheetText).join("\n");
    const [, rem] = /** @type {string[]} */ ([...text.matchAll(/:root \{(?:[^}]*;)? font-size: ([^;]+)/g)].at(-1));
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      text
        .replaceAll("@media print", "@media all")
        .replaceAll("@media screen", "@media speech")
        .replaceAll(":root", ":where(html):not(:root)")
        .replace(/(-?[\d.]+)rem\b/g, `calc($1 * ${rem})`),
    );
    return sheet;
  }
  /** @type {CSSStyleSheet} */
  let styles;

  // An empty copy of a place, in copies of all that it stands in.
  function copied(place) {
    const copy = place.cloneNode();
    if (place.parentElement) copied(place.parentElement).append(copy);
    return copy;
  }

  // Do something with an empty copy of a place, as it is on paper.
  /** @type {Commun["onPaper"]} */
  function onPaper(place, work) {
    styles ??= asPaper();
    const host = make("div");
    host.style.cssText = "all: initial; position: fixed; inset: 0; contain: strict";
    const tree = host.attachShadow({ mode: "closed" });
    tree.adoptedStyleSheets = [styles];
    const copy = copied(place);
    tree.append(copy.closest("html"));
    document.documentElement.append(host);
    try {
      return work(copy);
    } finally {
      host.remove();
    }
  }

  // The rule of the pages of a name, which stands within no other.
  function pageRule(name) {
    const rules = [...document.styleSheets].flatMap(({ cssRules }) => [...cssRules]);
    return /** @type {CSSPageRule} */ (rules.find((one) => one instanceof CSSPageRule && one.selectorText === name));
  }

  // Pages as those of a name, with words at their foot: their rules, by the name of each.
  /** @type {Commun["footed"]} */
  function footed(name, words) {
    const sheet = new CSSStyleSheet({ media: "print" });
    const { cssText } = pageRule(name);
    const inside = cssText.slice(cssText.indexOf("{"), cssText.lastIndexOf("}"));
    const foot = (said) => `@bottom-left { font: 9pt Chiffres, "Atkinson Hyperlegible Next", sans-serif; content: ${JSON.stringify(said)}; }`;
    sheet.replaceSync([...words].map(([own, said]) => `@page ${own} ${inside} ${foot(said)} }`).join("\n"));
    return sheet;
  }

  // What a page of a name holds, as lengths of the styles: Letter paper without the margins that its rule gives.
  /** @type {Commun["pageSize"]} */
  function pageSize(name) {
    const { style } = pageRule(name);
    const within = (length, ...sides) => `calc(${[length, ...sides.map((side) => style.getPropertyValue(`margin-${side}`))].join(" - ")})`;
    return { width: within("8.5in", "left", "right"), height: within("11in", "top", "bottom") };
  }

  // It in a frame as wide as a page.
  /** @type {Commun["framed"]} */
  function framed({ width }, content) {
    const frame = make("div", "", content);
    Object.assign(frame.style, { display: "flow-root", width });
    return frame;
  }

  // It in columns as large as a page too: it is cut between them as it is between pages.
  /** @type {Commun["columned"]} */
  function columned(size, content) {
    const frame = framed(size, content);
    Object.assign(frame.style, { height: size.height, columnWidth: size.width, columnGap: "0px", columnFill: "auto" });
    return frame;
  }

  /** @type {Commun["columns"]} */
  const columns = (frame) => Math.max(1, Math.round(frame.scrollWidth / frame.clientWidth));

  // Sizes of the text on paper (`feuille.css`), from the best.
  const BODIES = ["", "10", "9.5", "9"];

  // Gives a sheet the first of the sizes with which it has the fewest pages, by what counts them.
  /** @type {Commun["fitted"]} */
  function fitted(paper, count) {
    const pages = (body) => {
      paper.dataset.corps = body;
      if (!body) delete paper.dataset.corps;
      return count();
    };
    if (pages("") === 1) return;
    const least = pages("9");
    BODIES.find((body) => pages(body) === least);
  }

  window.Commun = { ...window.Commun, onPaper, footed, pageSize, framed, columned, columns, fitted };
})();
