// What the pages of the self-assessments are made of.
(() => {
  window.Autoevaluation ??= /** @type {any} */ ({});
  const api = window.Autoevaluation;
  const { make } = window.Commun;

  const link = (href, text) => Object.assign(make("a", "", text), { href });
  const articleLinks = (articles) => articles.flatMap(({ nom, href }, index) => (index ? ["\u00a0· ", link(href, nom)] : [link(href, nom)]));

  function button(text, action) {
    const element = Object.assign(make("button", "bouton", text), { type: "button" });
    element.addEventListener("click", action);
    return element;
  }

  /** @type {Map<string, HTMLTemplateElement>} */
  const pieces = new Map();
  // A copy of what the page holds ready under a name: an icon, a mark. It is looked for once, however long the page.
  /** @type {Autoevaluation["elements"]["piece"]} */
  function piece(name) {
    const found = pieces.get(name) ?? /** @type {HTMLTemplateElement} */ (document.querySelector(`template[data-piece="${name}"]`));
    pieces.set(name, found);
    return /** @type {DocumentFragment} */ (found.content.cloneNode(true));
  }

  function grouped(items, keyed) {
    const groups = new Map();
    items.forEach((item) => groups.set(keyed(item), [...(groups.get(keyed(item)) ?? []), item]));
    return groups;
  }

  /** @type {WeakMap<Element, string>} */
  const looks = new WeakMap();
  // Tells whether what an element is to show is other than what it shows: what would not change is not written again, however long the list.
  /** @type {Autoevaluation["elements"]["differs"]} */
  function differs(element, ...look) {
    const now = JSON.stringify(look);
    const other = looks.get(element) !== now;
    looks.set(element, now);
    return other;
  }

  api.elements = { link, articleLinks, button, piece, grouped, differs };
})();
