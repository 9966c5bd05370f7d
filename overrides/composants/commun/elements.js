// Elements that scripts make. What people wrote is only ever text.
(() => {
  // An element, its class, what it holds: what is null or empty is left out.
  /** @type {Commun["make"]} */
  function make(tag, name = "", ...content) {
    const element = document.createElement(tag);
    if (name) element.className = name;
    content.forEach((part) => {
      if (part !== null && part !== "") element.append(part);
    });
    return element;
  }

  window.Commun = { ...window.Commun, make };
})();
