// The result on one sheet, for who has none of the rest: the verdict, a bar for each side, what comes first.
(() => {
  const api = window.Autoevaluation;
  const { inWords, make, many } = window.Commun;
  const MOST = 3;

  function step(item) {
    const day = item.quand || item.date || item.passee;
    const when = day ? `${item.quand || item.fixe ? "Pour le" : "Jour repère\u00a0:"} ${inWords(day)}` : (item.moment ?? "").replace(/\.$/, "");
    const details = [item.qui, when, ...item.articles.map(({ nom }) => nom)].filter(Boolean).join(" · ");
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
