// The result on one sheet, for who has none of the rest: the verdict, a bar for each side, what comes first.
(() => {
  const api = window.Autoevaluation;
  const { inWords, isoDay, make, many } = window.Commun;
  const MOST = 3;

  // When a step is to be done: on the day that the reader chose, or else on that of its deadline.
  function whenOf(item) {
    const late = api.calcul.tard(item, item.quand, isoDay());
    if (item.quand) return `Pour le ${inWords(item.quand)}${late && ` (${late})`}`;
    const day = api.plan.jour(item);
    return (item.date && item.fixe ? `Au plus tard le ${day}` : day) || (item.moment ?? "").replace(/\.$/, "");
  }

  function step(item) {
    const details = [item.qui, whenOf(item), ...item.articles.map(({ nom }) => nom)].filter(Boolean).join("\u00a0· ");
    const doubt = item.reponse === "a-verifier" ? "À vérifier\u00a0: " : "";
    return make("li", "", make("strong", "", doubt + item.remede), make("span", "une-feuille__details", details));
  }

  function montrer(page, state, gaps) {
    const { find } = page;
    find(".une-feuille__verdict").replaceChildren(api.bilan.icone(state), make("strong", "", `${state.phrase}.`), ` ${state.suite.join(" ")}`);
    find(".une-feuille__camps").replaceChildren(...api.bilan.resume(page));
    const steps = gaps.slice(0, MOST).map(step);
    find(".une-feuille__etapes").replaceChildren(...steps);
    const left = gaps.length - steps.length;
    const rest = left ? `Le plan compte aussi ${many(left, "autre étape", "autres étapes")}.` : "";
    find(".une-feuille__reste").textContent = steps.length ? rest : state.rien;
  }

  api.uneFeuille = { montrer };
})();
