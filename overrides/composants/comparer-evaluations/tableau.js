// The table of the comparison: a row for each question, a column for each evaluation. Draws what it is given, decides nothing.
(() => {
  const api = window.Autoevaluation;
  const { calcul, exports: files } = api;
  const { isoDay, inWords, make, many } = window.Commun;
  const { link, piece, grouped } = api.elements;

  const french = (text) => text.replace(/(?<=\p{L})'(?=\p{L})/gu, "’");
  const nomDe = ({ nom }) => nom || "Sans nom";
  const anneeDe = ({ annee }) => annee || "Sans année";
  const jourDe = ({ modifie }) => inWords(isoDay(new Date(modifie)));

  // ---- What the evaluations say

  // What an evaluation says of a question: {code, words, gap, changed, note}. What a contradiction keeps out is not said not to apply.
  function answerOf({ evaluation, asked, changed, opposed }, { id }) {
    const { posee, raison } = asked.get(id);
    const given = Object.hasOwn(evaluation.reponses, id) ? evaluation.reponses[id] : null;
    const answer = { note: given?.note ?? "", year: anneeDe(evaluation), changed: false, gap: false };
    const settled = raison?.reponse && !opposed.has(raison.sujet);
    if (!posee) return settled ? { ...answer, code: "hors", words: "Ne s’applique pas" } : { ...answer, code: "vide", words: "Situation à préciser" };
    if (!given?.reponse) return { ...answer, code: "vide", words: "Sans réponse" };
    const reopened = changed.has(id);
    return {
      ...answer,
      code: given.reponse,
      words: files.reponseEnMots(given.reponse),
      changed: reopened,
      gap: !reopened && calcul.ecart(given.reponse),
    };
  }

  // A question's row: its answers, whether « seulement les écarts » keeps it (what must be confirmed may be a gap), and whether one that counts lacks.
  function rangee(question, all) {
    const answers = all.map((column) => answerOf(column, question));
    const some = (test) => answers.some(test);
    return {
      question,
      answers,
      notable: some(({ gap, changed, code }) => gap || (changed && calcul.ecart(code))),
      manque: some(({ code, changed }) => changed || code === "vide"),
    };
  }

  // ---- Its cells. `view` is what all of them must know: {liste, byYear, withSummary}.

  const heading = (scope, name, ...content) => Object.assign(make("th", name, ...content), { scope });

  function head(all, { byYear, withSummary }) {
    const rowSpan = byYear ? 2 : 1;
    const first = make("tr", "", Object.assign(heading("col", "comparer__question", "Question"), { rowSpan }));
    const second = make("tr");
    if (withSummary) first.append(Object.assign(heading("col", "comparer__resume", "En résumé"), { rowSpan }));
    if (byYear) first.append(...yearHeads(all));
    (byYear ? second : first).append(...all.map((column) => columnHead(column, byYear)));
    return make("thead", "", first, byYear ? second : null);
  }

  function yearHeads(all) {
    const years = [...grouped(all, ({ evaluation }) => anneeDe(evaluation))];
    return years.map(([year, mine]) => Object.assign(heading("colgroup", "", make("span", "", year)), { colSpan: mine.length }));
  }

  function columnHead({ evaluation, origine }, byYear) {
    const year = byYear ? null : make("span", "comparer__annee", anneeDe(evaluation));
    const from = origine ? make("small", "comparer__origine", origine) : null;
    return heading("col", "comparer__nom", nomDe(evaluation), year, make("small", "", jourDe(evaluation).replaceAll("\u00a0", " ")), from);
  }

  const told = ({ retire, contredit }) =>
    [retire, contredit && `${contredit}.`].filter(Boolean).map((words) => make("small", "comparer__retire", words));

  function stateRow(all, { withSummary }) {
    const title = heading("row", "comparer__question", "Où en est chaque évaluation");
    const states = all.map(({ state }) => make("td", `comparer__etat comparer__etat--${state.teinte}`, state.phrase, ...told(state)));
    return make("tbody", "", make("tr", "", title, withSummary ? make("td", "comparer__resume") : null, ...states));
  }

  function themeBody(theme, rows, all, view) {
    const title = Object.assign(heading("rowgroup", "comparer__theme", make("span", "", french(theme.titre))), {
      colSpan: all.length + 1 + Number(view.withSummary),
    });
    return make("tbody", "", make("tr", "", title), ...rows.map((row) => questionRow(row, all, view)));
  }

  function questionRow({ question, answers }, all, view) {
    const [article] = question.articles;
    const reference = question.oblige ? null : make("span", "reference", " (référence)");
    const source = make("span", "comparer__source", piece(`force-${question.force}`), " ", link(article.href, article.nom), reference);
    const title = heading("row", "comparer__question", make("span", "", french(question.question)), source);
    const summed = view.withSummary ? make("td", "comparer__resume", ...summary(answers, view)) : null;
    return make("tr", "", title, summed, ...all.map((column) => answerCell(answers[column.index])));
  }

  function answerCell({ code, words, gap, changed, note }) {
    const said = make("span", "comparer__reponse", piece(`reponse-${code}`), words);
    const mark = changed ? make("span", "comparer__changee", piece("changee"), "texte changé depuis") : null;
    const written = note ? make("small", "comparer__note", note) : null;
    return make("td", `comparer__case comparer__case--${code}${gap ? " comparer__case--ecart" : ""}`, said, mark, written);
  }

  // How many gaps a question has and how many answers it lacks, by year where evaluations are grouped so and several years have some.
  function summary(answers, { byYear }) {
    const years = [...grouped(answers, ({ year }) => year)];
    if (!byYear || years.length < 2) return [counted(answers) || fine(answers)];
    const said = years.map(([year, mine]) => [year, counted(mine)]).filter(([, count]) => count);
    return said.length
      ? said.map(([year, count]) => make("span", "comparer__par-annee", make("strong", "", `${year}\u00a0:`), ` ${count}`))
      : [fine(answers)];
  }

  // What is neither asked of anyone nor answered is not called fine.
  const fine = (answers) => (answers.every(({ code }) => ["hors", "sans-objet"].includes(code)) ? "Sans objet" : "Aucun écart");

  function counted(answers) {
    const count = (codes) => answers.filter(({ gap, code }) => gap && codes.includes(code)).length;
    const [no, low, doubt] = [count(["non"]), count(["0", "1"]), count(["a-verifier"])];
    const confirm = answers.filter(({ changed }) => changed).length;
    const empty = answers.filter(({ code }) => code === "vide").length;
    const said = [
      no && `${no} non`,
      low && `${low} ${low > 1 ? "cotés" : "coté"} 0 ou 1`,
      doubt && `${doubt} à vérifier`,
      confirm && `${confirm} à confirmer`,
      empty && `${empty} sans réponse`,
    ];
    return said.filter(Boolean).join(", ").replaceAll(/(\d) /g, "$1\u00a0");
  }

  // ---- The table of some columns: `rows` hold the answers of all of them.

  function dessiner(rows, some, view) {
    const { liste } = view;
    const themes = liste.themes.map((theme) => [theme, rows.filter(({ question }) => question.theme === theme.id)]).filter(([, mine]) => mine.length);
    const bodies = themes.map(([theme, mine]) => themeBody(theme, mine, some, view));
    const caption = make("caption", "masque", `${liste.titre}\u00a0: ${many(some.length, "évaluation", "évaluations")}`);
    const region = make("div", "tableau-large", make("table", "comparer__table", caption, head(some, view), stateRow(some, view), ...bodies));
    region.tabIndex = 0;
    region.setAttribute("role", "region");
    region.setAttribute("aria-label", `${liste.titre}\u00a0: évaluations côte à côte`);
    return region;
  }

  api.tableau = { dessiner, rangee, nomDe, anneeDe, jourDe };
})();
