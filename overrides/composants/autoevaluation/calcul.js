// What the answers to a self-assessment come to. Pure functions: nothing is read from the page, nothing is written.
// `liste` is what the page holds of a list; `evaluation` is what a person answered. Nothing in an evaluation is trusted.
(() => {
  const { inWords, many } = window.Commun;
  const SIDES = ["obligations", "recommandations", "references"];
  const BINDING = ["obligation", "interdiction", "limite"];
  const SCALES = { cote: ["0", "1", "2", "3", "sans-objet"], "oui-non": ["oui", "non", "a-verifier", "sans-objet"] };
  const LEVELS = {
    oui: "respectees",
    2: "respectees",
    3: "respectees",
    non: "manquees",
    0: "manquees",
    1: "manquees",
    "a-verifier": "aVerifier",
    "sans-objet": "sansObjet",
  };

  const own = (object, key) => (object && typeof object === "object" && Object.hasOwn(object, key) ? object[key] : undefined);
  const side = (question) => (!question.oblige ? "references" : BINDING.includes(question.force) ? "obligations" : "recommandations");
  const given = (evaluation, id) => own(evaluation.reponses, id);

  // Whether an answer is one of those that the question offers.
  const valid = (question, answer) => SCALES[question.cote ? "cote" : "oui-non"].includes(answer);

  // What changed under an answered question: its own words, or the clauses that it rests on; null if nothing did.
  function change(question, answer) {
    if (!answer?.reponse) return null;
    const articles = question.articles
      .map((article) => article.renvoi)
      .filter((renvoi) => own(answer.empreintes, renvoi) !== question.empreintes[renvoi]);
    const reworded = answer.empreinte !== question.empreinte || !valid(question, answer.reponse);
    return reworded || articles.length ? { question: reworded, articles } : null;
  }

  // The answer that counts: none if there is none, or if what it answered has changed.
  function current(question, evaluation) {
    const answer = given(evaluation, question.id);
    return answer?.reponse && !change(question, answer) ? answer.reponse : null;
  }

  function rouvertes(liste, evaluation) {
    const found = liste.questions.map((question) => [question.id, change(question, given(evaluation, question.id))]);
    return new Map(found.filter(([, changed]) => changed));
  }

  // Whether each question is asked, and if not which answer decides it. A question that is not asked decides nothing: what keeps it out keeps out those that depend on it.
  function posees(liste, evaluation) {
    const facts = new Map(liste.faits.map((fact) => [fact.id, fact]));
    const questions = new Map(liste.questions.map((question) => [question.id, question]));
    const found = new Map();

    function reason({ sujet, reponse }) {
      const question = questions.get(sujet);
      if (question && !asked(question).posee) return asked(question).raison;
      const answer = (question ? current(question, evaluation) : own(evaluation.faits, sujet)) ?? null;
      return answer === reponse ? null : { sujet, question: (question ?? facts.get(sujet))?.question ?? "", reponse: answer };
    }

    function asked(question) {
      if (!found.has(question.id)) {
        const reasons = question.si.map(reason).filter(Boolean);
        // An answer that keeps the question out says more than one still to come.
        const raison = reasons.find((one) => one.reponse) ?? reasons[0] ?? null;
        found.set(question.id, { posee: !raison, raison });
      }
      return found.get(question.id);
    }

    return new Map(liste.questions.map((question) => [question.id, asked(question)]));
  }

  // The questions that are asked, each with the answer that counts.
  function answered(liste, evaluation) {
    const asked = posees(liste, evaluation);
    return liste.questions
      .filter((question) => asked.get(question.id).posee)
      .map((question) => ({ question, reponse: current(question, evaluation) }));
  }

  // The facts that decide a question and have no answer yet.
  function faitsSansReponse(liste, evaluation) {
    return liste.faits.filter((fact) => !["oui", "non"].includes(own(evaluation.faits, fact.id))).map((fact) => fact.id);
  }

  function retirees(liste, evaluation) {
    const known = new Set(liste.questions.map((question) => question.id));
    return Object.entries(evaluation.reponses ?? {})
      .filter(([id, answer]) => !known.has(id) && (answer?.reponse || answer?.note))
      .map(([id, { question, reponse, note }]) => ({ id, question: question ?? "", reponse: reponse ?? "", note: note ?? "" }));
  }

  function progres(liste, evaluation) {
    const all = answered(liste, evaluation);
    return { repondues: all.filter(({ reponse }) => reponse).length, posees: all.length };
  }

  const level = (reponse) => (reponse ? LEVELS[reponse] : "sansReponse");

  // « posees » leaves out what does not apply (« sans objet »), which is counted apart.
  function tally(answers) {
    const count = { posees: 0, respectees: 0, manquees: 0, aVerifier: 0, sansReponse: 0, sansObjet: 0 };
    answers.forEach(({ reponse }) => {
      count[level(reponse)] += 1;
    });
    return { ...count, posees: answers.length - count.sansObjet };
  }

  const isGap = ({ reponse }) => ["manquees", "aVerifier"].includes(level(reponse));
  /** @returns {Camps} */
  const bySide = (answers) =>
    /** @type {any} */ (Object.fromEntries(SIDES.map((name) => [name, tally(answers.filter(({ question }) => side(question) === name))])));

  function bilan(liste, evaluation) {
    const all = answered(liste, evaluation);
    const themes = liste.themes.map(({ id, titre }) => {
      const mine = all.filter(({ question }) => question.theme === id);
      return { id, titre, ...bySide(mine), manques: mine.filter(isGap).map(({ question }) => question.id) };
    });
    return { ...bySide(all), themes };
  }

  // Rated criteria: points by family, and the serious failures, which nothing makes up for.
  function cotes(liste, evaluation) {
    const all = answered(liste, evaluation);
    const family = (name) => {
      const mine = all.filter(({ question }) => question.cote === name);
      const rated = mine.filter(({ reponse }) => reponse && reponse !== "sans-objet");
      const total = rated.reduce((sum, { reponse }) => sum + Number(reponse), 0);
      return { total, max: 3 * rated.length, repondues: mine.filter(({ reponse }) => reponse).length, posees: mine.length };
    };
    const graves = all.filter(({ question, reponse }) => question.cote === "securite" && question.eliminatoire && reponse === "0");
    return { utilisation: family("utilisation"), securite: family("securite"), graves: graves.map(({ question }) => question.id) };
  }

  // The first and last days of the school year that an evaluation is about: the one it names, or that of a day.
  function schoolYear(annee, jour) {
    const named = /^(\d{4})-(\d{4})$/.exec(annee ?? "");
    const start = named ? Number(named[1]) : Number(jour.slice(0, 4)) - (jour.slice(5) < "07-01" ? 1 : 0);
    return [`${start}-07-01`, `${start + 1}-06-30`];
  }

  // When a gap falls due in its school year: `date` if the day is still to come, `passee` if it has gone by.
  function due(liste, evaluation, question, jour) {
    const [first, last] = schoolYear(evaluation.annee, jour);
    const days = own(liste.echeances, question.echeance) ?? [];
    const within = days.filter((day) => first <= day && day <= last);
    // What another year asks for says nothing of one that is over.
    const known = within.length || last < jour ? within : days;
    const date = known.find((day) => day >= jour) ?? null;
    return { date, passee: date ? null : (known.findLast((day) => day < jour) ?? null), fixe: !(liste.reperes ?? []).includes(question.echeance) };
  }

  const compare = (a, b) => (a < b ? -1 : Number(a > b));

  // The gaps, what binds first, then by day: those whose day has gone by, those to come, those without a day.
  function plan(liste, evaluation, jour) {
    const serious = new Set(cotes(liste, evaluation).graves);
    const gaps = answered(liste, evaluation)
      .filter(isGap)
      .map(({ question, reponse }, index) => {
        const when = due(liste, evaluation, question, jour);
        const mine = own(evaluation.plan, question.id) ?? {};
        const { id, force, oblige, articles, remede, documents, moment } = question;
        const note = given(evaluation, id).note ?? "";
        const item = {
          id,
          question: question.question,
          force,
          oblige,
          articles,
          remede,
          documents,
          moment,
          ...when,
          qui: mine.qui ?? "",
          quand: mine.date ?? "",
          reponse,
          note,
          camp: side(question),
          grave: serious.has(id),
        };
        return {
          item,
          rank: [
            SIDES.indexOf(side(question)),
            serious.has(id) ? 0 : 1,
            when.passee ?? when.date ?? "9999",
            level(reponse) === "manquees" ? 0 : 1,
            index,
          ],
        };
      });
    return gaps.sort((a, b) => a.rank.map((key, i) => compare(key, b.rank[i])).find(Boolean) ?? 0).map(({ item }) => item);
  }

  // What a number of missed duties are called: prohibitions go by their own name.
  function duties(items) {
    const kinds = new Set(items.map((item) => item.force));
    if (kinds.has("limite"))
      return kinds.size > 1 ? `${items.length}\u00a0obligations, interdictions et limites` : many(items.length, "limite", "limites");
    if (kinds.size > 1) return `${items.length}\u00a0obligations et interdictions`;
    return kinds.has("interdiction") ? many(items.length, "interdiction", "interdictions") : many(items.length, "obligation", "obligations");
  }

  function byWhen(items) {
    const days = items
      .map((item) => item.date)
      .filter(Boolean)
      .sort();
    if (!days.length) return "";
    const first = items.filter((item) => item.date === days[0]);
    const day = first.some((item) => item.fixe) ? `avant le ${inWords(days[0])}` : `d’ici le ${inWords(days[0])}, jour repère`;
    return first.length === items.length ? ` ${day}` : `, dont ${first.length} ${day}`;
  }

  // Where one stands: never a grade. What binds is said first, what is left to do after it.
  function etat(liste, evaluation, jour) {
    const items = plan(liste, evaluation, jour);
    const count = bilan(liste, evaluation);
    const binding = items.filter((item) => item.camp === "obligations");
    const missed = binding.filter((item) => item.reponse === "non" || item.reponse === "0" || item.reponse === "1");
    const serious = items.filter((item) => item.grave);
    const doubts = binding.length - missed.length;
    const { repondues, posees: asked } = progres(liste, evaluation);
    const facts = faitsSansReponse(liste, evaluation).length;
    const left = asked - repondues;
    const late = missed.filter((item) => item.passee).length;
    const days = missed
      .map((item) => item.date)
      .filter(Boolean)
      .sort();
    const remaining = [left && many(left, "question", "questions"), facts && `${many(facts, "question", "questions")} sur votre situation`]
      .filter(Boolean)
      .join(" et ");
    const suite = [];
    const say = (when, text) => {
      if (when) suite.push(text);
    };

    const decide = () => {
      if (missed.length) return ["a-regler", `${duties(missed)} à régler${byWhen(missed)}`];
      if (serious.length)
        return [
          "a-regler",
          `${many(serious.length, "critère de sécurité éliminatoire coté", "critères de sécurité éliminatoires cotés")} «\u00a0Pas du tout\u00a0»`,
        ];
      if (doubts) return ["a-verifier", `${duties(binding)} à vérifier`];
      if (left || facts) return ["incomplet", repondues ? `Rien à régler jusqu’ici; il reste ${remaining}` : `Il reste ${remaining}`];
      if (liste.questions.some((question) => question.cote))
        return ["en-regle", "Aucun critère de sécurité éliminatoire n’est coté «\u00a0Pas du tout\u00a0»"];
      if (count.obligations.posees) return ["en-regle", "Chaque obligation et interdiction posée est respectée, selon vos réponses"];
      return [
        "en-regle",
        asked ? "Aucune obligation du personnel n’est en cause dans vos réponses" : "Aucune question ne s’applique à votre situation",
      ];
    };
    const [ton, phrase] = decide();
    say(
      missed.length && serious.length,
      `De plus, ${many(serious.length, "critère de sécurité éliminatoire est coté", "critères de sécurité éliminatoires sont cotés")} «\u00a0Pas du tout\u00a0».`,
    );
    say(
      late,
      late > 1
        ? `Le moment prévu est passé pour ${late} d’entre elles\u00a0: réglez-les maintenant.`
        : late === missed.length
          ? "Le moment prévu est passé\u00a0: réglez-la maintenant."
          : "Le moment prévu est passé pour 1 d’entre elles\u00a0: réglez-la maintenant.",
    );
    say(missed.length && doubts, `${duties(binding.filter((item) => item.reponse === "a-verifier"))} à vérifier.`);
    say(ton === "en-regle" && items.length, `Il y a ${many(items.length, "autre point", "autres points")} à voir dans votre plan.`);
    say(remaining && ton !== "incomplet", `Il reste ${remaining}.`);
    say(
      liste.questions.some((question) => question.cote),
      "Ces critères servent de référence\u00a0: une cote n’autorise rien et ne remplace pas l’autorisation écrite de votre direction.",
    );
    const rien = `Rien à régler ni à vérifier ${remaining ? `jusqu’ici; il reste ${remaining}` : "pour l’instant"}.`;
    return {
      ton,
      manquees: missed.length + serious.length,
      passees: late,
      avant: days[0] ?? null,
      neutre: !count.obligations.posees,
      phrase,
      suite,
      rien,
    };
  }

  window.Autoevaluation ??= /** @type {any} */ ({});
  window.Autoevaluation.calcul = { posees, rouvertes, retirees, progres, bilan, etat, plan, cotes, valide: valid };
})();
