// The sheets of a class in their order, from what makes each: those of a class at once; of a larger pile, the one that is shown, then the others
// while the page rests; and all of them before paper.
(() => {
  const api = window.Classe;
  const { footed } = window.Commun;
  const CLASS = 40;
  // In milliseconds: how long the page may be busy at a time.
  const SLICE = 8;

  const rest = () =>
    new Promise((resolve) => {
      setTimeout(resolve);
    });

  // The pages of a sheet are its own: each says at its foot whose it is. (A browser that has no foot to write in would give them other margins.)
  const own = (index) => `lot-${index}`;
  function feet(plans) {
    const said = plans.flatMap(({ pied }, index) => (pied ? [[own(index), pied]] : []));
    return said.length && "CSSMarginRule" in window ? [footed("lot", new Map(said))] : [];
  }

  // Sheets are made in their order, and no further than one asks.
  function maker(place, plans, isFooted) {
    /** @type {HTMLElement[]} */
    const made = [];
    const next = () => {
      const { faire, suite, blanche, pied } = plans[made.length];
      const sheet = faire(suite);
      if (pied && isFooted) sheet.style.setProperty("page", own(made.length));
      made.push(sheet);
      place.append(made[made.length - 1], ...(blanche ? [api.feuillets.blanche()] : []));
    };
    const upTo = (count, until = Infinity) => {
      while (made.length < Math.min(count, plans.length) && performance.now() < until) next();
    };
    return { made, upTo };
  }

  // What is left, while the page rests, as long as the sheets are kept.
  async function others({ made, upTo }, plans, isKept) {
    while (isKept() && made.length < plans.length) {
      upTo(plans.length, performance.now() + SLICE);
      await rest();
    }
  }

  // Show the sheet that is `step` after the one that was shown; say which it is.
  function shower({ made, upTo }, plans) {
    let shown = 0;
    return (step = 0) => {
      made[shown]?.classList.remove("lot__feuille--montree");
      shown = Math.min(Math.max(shown + step, 0), plans.length - 1);
      upTo(shown + 1);
      made[shown].classList.add("lot__feuille--montree");
      return { rang: shown, nombre: plans.length, words: plans[shown].words };
    };
  }

  /** @type {Classe["lot"]["poser"]} */
  function poser(place, plans) {
    let kept = true;
    const styles = feet(plans);
    const sheets = maker(place, plans, styles.length > 0);
    document.adoptedStyleSheets = styles;
    place.replaceChildren();
    if (plans.length <= CLASS) sheets.upTo(plans.length);
    rest().then(() => others(sheets, plans, () => kept));
    const retirer = () => {
      kept = false;
      document.adoptedStyleSheets = [];
      place.replaceChildren();
    };
    return { montrer: shower(sheets, plans), finir: () => sheets.upTo(plans.length), retirer };
  }

  api.lot = { poser };
})();
