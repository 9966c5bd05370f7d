// Brings a script of the site once it is wanted, by its element: a page may ask nothing of any host. What comes may be no script: who asked looks for
// what it brings.
(() => {
  /** @type {Commun["bring"]} */
  const bring = (src) =>
    new Promise((resolve) => {
      document.head.append(Object.assign(document.createElement("script"), { src, onload: resolve, onerror: resolve }));
    });

  window.Commun = { ...window.Commun, bring };
})();
