// The styles that come with what a script draws: no page needs them before. A browser without these sheets shows it bare.
(() => {
  /** @type {Commun["dress"]} */
  function dress({ style }) {
    if (!document.adoptedStyleSheets) return;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }

  window.Commun = { ...window.Commun, dress };
})();
