// How far one is and where one stands: draws what calcul.js counts. Two sides are read apart, nothing adds them up.
(() => {
  const api = window.Autoevaluation;
  const { calcul, dossiers } = api;
  const { make, many } = window.Commun;
  const { link, articleLinks, piece } = api.elements;
  const PARTS = [
    ["respectees", "respectée", "respectées"],
    ["manquees", "à régler", "à régler"],
    ["aVerifier", "à vérifier", "à vérifier"],
    ["sansReponse", "sans réponse", "sans réponse"],
    ["sansObjet", "sans objet", "sans objet"],
  ];
  const SIDES = {
    obligations: { mots: { respectees: ["respectée", "respectées"] } },
    recommandations: {
      titre: "Demandes, recommandations et autres points",
      mots: { respectees: ["suivie", "suivies"], manquees: ["à améliorer", "à améliorer"] },
    },
    references: {
      titre: "Textes de référence",
      precision: `Ils n’obligent pas le personnel du ${dossiers.SITE}.`,
      mots: { respectees: ["suivi", "suivis"], manquees: ["à améliorer", "à améliorer"] },
    },
  };
  const RATED = { respectees: ["coté 2 ou 3", "cotés 2 ou 3"], manquees: ["coté 0 ou 1", "cotés 0 ou 1"] };

  // The first side has the names of the forces that bind.
  const titleOf = (liste, name) => SIDES[name].titre ?? calcul.lient(liste).replace(/^./u, (letter) => letter.toUpperCase());
  const isRated = (liste) => liste.questions.some((question) => question.cote);
  const iconOf = (state) => piece(`icone-${state.ton}`);

  // ---- A bar, and in words what it shows

  function svg(tag, attributes) {
    const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
    Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
    return element;
  }

  // A bar with a part for each kind of answer; what it shows is written below it.
  function bar(tallied) {
    const total = PARTS.reduce((sum, [key]) => sum + tallied[key], 0);
    const drawing = svg("svg", { class: "bande", viewBox: "0 0 100 10", preserveAspectRatio: "none", "aria-hidden": "true" });
    let x = 0;
    PARTS.filter(([key]) => tallied[key]).forEach(([key]) => {
      const width = (100 * tallied[key]) / total;
      drawing.append(svg("rect", { class: `bande__part bande__part--${key}`, x, y: 0, width, height: 10 }));
      x += width;
    });
    return drawing;
  }

  function keyOf(tallied, words) {
    const shown = PARTS.filter(([name]) => tallied[name]);
    return make(
      "ul",
      "bande-cle liste-nue",
      ...shown.map(([name, ...usual]) => {
        const square = make("span", `bande-cle__carre bande-cle__carre--${name}`);
        const [one, several] = words[name] ?? usual;
        return make("li", "", square, many(tallied[name], one, several));
      }),
    );
  }

  // ---- The sides

  function gapLine(item) {
    const kind = item.reponse === "a-verifier" ? "verifier" : item.grave || item.camp === "obligations" ? "regler" : "ameliorer";
    const words = { verifier: "À vérifier", regler: item.grave ? "Éliminatoire" : "À régler", ameliorer: "À améliorer" };
    const mark = make("span", `ecart__etat ecart__etat--${kind}`, words[kind]);
    return make("li", "ecart", mark, " ", link(`#q-${item.id}`, item.question), " ", make("span", "sources", ...articleLinks(item.articles)));
  }

  function themeOf(name, theme, words, gaps) {
    const mine = gaps.filter((item) => item.camp === name && theme.manques.includes(item.id));
    const lines = mine.length ? make("ul", "ecarts liste-nue", ...mine.map(gapLine)) : "";
    return make("div", "camp__theme", make("h4", "", theme.titre), bar(theme[name]), keyOf(theme[name], words), lines);
  }

  function sideOf({ liste, evaluation }, name, result, gaps) {
    const { precision, mots } = SIDES[name];
    const themes = result.themes.filter((theme) => theme[name].posees + theme[name].sansObjet);
    if (!themes.length) return null;
    const words = isRated(liste) ? { ...mots, ...RATED } : mots;
    const before = [precision ? make("p", "camp__precision", precision) : "", ...(name === "references" ? points(liste, evaluation) : [])];
    return make(
      "section",
      `camp camp--${name}`,
      make("h3", "", titleOf(liste, name)),
      ...before,
      ...themes.map((theme) => themeOf(name, theme, words, gaps)),
    );
  }

  // The points of a list of rated criteria, family by family: nothing adds them up.
  function points(liste, evaluation) {
    if (!isRated(liste)) return [];
    const { familles, graves } = calcul.cotes(liste, evaluation);
    const names = graves.map((id) => liste.questions.find((question) => question.id === id).question);
    const [gap, several] = ["Ce manque ne se rattrape pas ailleurs\u00a0: ", "Ces manques ne se rattrapent pas ailleurs\u00a0: "];
    const serious = names.length ? make("p", "camp__graves", make("strong", "", names.length > 1 ? several : gap), names.join("\u00a0· ")) : "";
    return [make("ul", "camp__points liste-nue", ...familles.map(pointsLine)), serious];
  }

  function pointsLine({ nom, total, max, cotes, posees }) {
    const rated = `${many(total, "point", "points")} sur ${max} (${many(cotes, "critère coté", "critères cotés")} sur ${posees})`;
    const words = cotes ? rated : "aucun critère coté";
    return make("li", "", make("strong", "", `${nom}\u00a0: `), words);
  }

  // Each side as one bar, all themes together.
  function resume({ liste, evaluation }) {
    const result = calcul.bilan(liste, evaluation);
    const sides = Object.entries(SIDES).filter(([name]) => result[name].posees + result[name].sansObjet);
    return sides.map(([name, { mots }]) => {
      const words = isRated(liste) ? { ...mots, ...RATED } : mots;
      return make("div", `camp--${name}`, make("h3", "", titleOf(liste, name)), bar(result[name]), keyOf(result[name], words));
    });
  }

  // ---- What the page shows

  function montrer(page, state, gaps) {
    const { find, liste, evaluation } = page;
    find(".bilan__etat").className = `bilan__etat etat--${state.teinte}`;
    find(".bilan__phrase").replaceChildren(iconOf(state), make("span", "", `${state.phrase}.`));
    find(".bilan__suite").replaceChildren(...state.suite.map((sentence) => make("li", "", sentence)));
    find(".bilan__suite").hidden = !state.suite.length;
    const result = calcul.bilan(liste, evaluation);
    find(".bilan__camps").replaceChildren(
      ...Object.keys(SIDES)
        .map((name) => sideOf(page, name, result, gaps))
        .filter(Boolean),
    );
  }

  // Shows how far one is, and returns it in words.
  function avancer({ find, liste, evaluation }, state) {
    const { repondues, posees } = calcul.progres(liste, evaluation);
    const words = `${repondues} sur ${posees}`;
    find(".avancement__compte").textContent = words;
    find(".avancement__etat").replaceChildren(iconOf(state), state.phrase);
    find(".avancement__etat").className = `avancement__etat etat--${state.teinte}`;
    Object.assign(find(".avancement__barre"), { max: Math.max(posees, 1), value: repondues });
    return `${words}. ${state.phrase}.`;
  }

  api.bilan = { montrer, avancer, resume, icone: iconOf };
})();
