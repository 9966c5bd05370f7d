// What an address aims at is shown, whatever folds it: the folds around it, and the one that its title heads.
(() => {
  function foldsOf(target) {
    const found = [];
    for (let part = target.closest("details"); part; part = part.parentElement?.closest("details")) found.push(part);
    const headed = /^H\d$/.test(target.tagName) ? target.nextElementSibling : null;
    const own = headed?.matches("details.pli") ? headed : headed?.querySelector(":scope > details.pli");
    return own ? [...found, own] : found;
  }

  // An address may be written anyhow: the browser makes a name of it, or nothing is aimed at.
  function aim() {
    try {
      return document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch {
      return null;
    }
  }

  function reveal() {
    const target = aim();
    const closed = target ? foldsOf(target).filter((fold) => !fold.open) : [];
    closed.forEach((fold) => {
      fold.open = true;
    });
    if (closed.length) target?.scrollIntoView();
  }

  addEventListener("hashchange", reveal);
  // A link to where one is already changes nothing of the address.
  addEventListener("click", ({ target }) => {
    const link = /** @type {HTMLElement} */ (target).closest?.('a[href^="#"]');
    if (link?.getAttribute("href") === location.hash) reveal();
  });
  // Paper shows what the reader left folded as its title; a long page that folds its parts prints whole.
  let parts = [];
  addEventListener("beforeprint", () => {
    parts = [...document.querySelectorAll("details.pli:not([open])")];
    parts.forEach((fold) => {
      fold.open = true;
    });
  });
  addEventListener("afterprint", () => {
    parts.forEach((fold) => {
      fold.open = false;
    });
  });

  // Without a script, what would be folded stays open.
  document.querySelectorAll("details[data-replie]").forEach((fold) => {
    fold.removeAttribute("open");
    fold.removeAttribute("data-replie");
  });
  reveal();
})();
