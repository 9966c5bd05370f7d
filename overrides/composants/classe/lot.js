// The sheets of a class in their order, from what makes each: as many as a class has at once, the others while the page rests, and all of
// them before paper.
(() => {
  const api = window.Classe;
  const FIRST = 40;
  // In milliseconds: how long the page may be busy at a time.
  const SLICE = 8;

  const rest = () =>
    new Promise((resolve) => {
      setTimeout(resolve);
    });

  /** @type {Classe["lot"]["poser"]} */
  function poser(place, plans) {
    /** @type {HTMLElement[]} */
    const made = [];
    let kept = true;
    let shown = 0;

    function makeNext() {
      const { faire, suite, blanche } = plans[made.length];
      const sheet = faire(suite);
      made.push(sheet);
      place.append(sheet, ...(blanche ? [api.feuillets.blanche()] : []));
    }

    const upTo = (count) => {
      while (made.length < Math.min(count, plans.length)) makeNext();
    };

    async function others() {
      while (kept && made.length < plans.length) {
        for (const until = performance.now() + SLICE; made.length < plans.length && performance.now() < until; ) makeNext();
        await rest();
      }
    }

    // Show the sheet that is `step` after the one that was shown; say which it is.
    function montrer(step = 0) {
      made[shown]?.classList.remove("lot__feuille--montree");
      shown = Math.min(Math.max(shown + step, 0), plans.length - 1);
      upTo(shown + 1);
      made[shown].classList.add("lot__feuille--montree");
      return { rang: shown, nombre: plans.length, words: plans[shown].words };
    }

    function retirer() {
      kept = false;
      place.replaceChildren();
    }

    place.replaceChildren();
    upTo(FIRST);
    rest().then(others);
    return { montrer, finir: () => upTo(plans.length), retirer };
  }

  api.lot = { poser };
})();
