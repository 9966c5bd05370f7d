// What the pages of the self-assessments are made of: elements and small words. What people wrote is only ever text.
(() => {
  window.Autoevaluation ??= /** @type {any} */ ({});
  const api = window.Autoevaluation;

  // An element, its class, what it holds: what is null or empty is left out.
  /** @type {Autoevaluation["elements"]["make"]} */
  function make(tag, name = "", ...content) {
    const element = document.createElement(tag);
    if (name) element.className = name;
    content.forEach((part) => {
      if (part !== null && part !== "") element.append(part);
    });
    return element;
  }

  const link = (href, text) => Object.assign(make("a", "", text), { href });
  const articleLinks = (articles) => articles.flatMap(({ nom, href }, index) => (index ? [" · ", link(href, nom)] : [link(href, nom)]));

  function button(text, action) {
    const element = Object.assign(make("button", "bouton", text), { type: "button" });
    element.addEventListener("click", action);
    return element;
  }

  // A copy of what the page holds ready under a name: an icon, a mark.
  /** @type {Autoevaluation["elements"]["piece"]} */
  function piece(name) {
    const template = /** @type {HTMLTemplateElement} */ (document.querySelector(`template[data-piece="${name}"]`));
    return /** @type {DocumentFragment} */ (template.content.cloneNode(true));
  }

  const quoted = (text) => `«\u00a0${text}\u00a0»`;
  const many = (count, one, several) => `${count}\u00a0${count > 1 ? several : one}`;

  function grouped(items, keyed) {
    const groups = new Map();
    items.forEach((item) => groups.set(keyed(item), [...(groups.get(keyed(item)) ?? []), item]));
    return groups;
  }

  api.elements = { make, link, articleLinks, button, piece, quoted, many, grouped };
})();
