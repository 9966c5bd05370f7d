// What the answers to a self-assessment come to. Pure functions: nothing is read from the page, nothing is written.
// `liste` is what the page holds of a list; `evaluation` is what a person answered. Nothing in an evaluation is trusted.
(() => {
  const { schoolStart, closingStart, inWords, many, quoted } = window.Commun;
  const SIDES = ["obligations", "recommandations", "references"];
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
  const side = (liste, { oblige, force }) =>
    !oblige ? "references" : liste.lient.some((one) => one.force === force) ? "obligations" : "recommandations";
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

  // What a fact was asked in and answered, if its words have changed since; null if not. What kept no words counts as it is.
  function faitRouvert(fact, evaluation) {
    const asked = own(evaluation.enonces, fact?.id);
    const reponse = own(evaluation.faits, fact?.id);
    return reponse && asked && asked.empreinte !== fact.empreinte ? { question: asked.question, reponse } : null;
  }

  // The answer to a fact that counts.
  const settled = (fact, evaluation) => (faitRouvert(fact, evaluation) ? undefined : own(evaluation.faits, fact?.id));

  // The answers to facts that cannot all be true, where all of them are given and count: each time with their questions, in their order, and why.
  function contredits(liste, evaluation) {
    const named = ({ reponses, pourquoi }) => ({ reponses, pourquoi, faits: liste.faits.filter(({ id }) => own(reponses, id)) });
    return liste.incompatibles
      .map(named)
      .filter(({ reponses, faits }) => faits.every((fact) => settled(fact, evaluation) === reponses[fact.id]))
      .map(({ reponses, pourquoi, faits }) => ({ pourquoi, dits: faits.map(({ id, question }) => ({ id, question, reponse: reponses[id] })) }));
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
      const answer = (question ? current(question, evaluation) : settled(facts.get(sujet), evaluation)) ?? null;
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
    return liste.faits.filter((fact) => !["oui", "non"].includes(settled(fact, evaluation))).map((fact) => fact.id);
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
  const bySide = (liste, answers) =>
    /** @type {any} */ (Object.fromEntries(SIDES.map((name) => [name, tally(answers.filter(({ question }) => side(liste, question) === name))])));

  function bilan(liste, evaluation) {
    const all = answered(liste, evaluation);
    const themes = liste.themes.map(({ id, titre }) => {
      const mine = all.filter(({ question }) => question.theme === id);
      return { id, titre, ...bySide(liste, mine), manques: mine.filter(isGap).map(({ question }) => question.id) };
    });
    return { ...bySide(liste, all), themes };
  }

  // Rated criteria: points by family, and the serious failures, which nothing makes up for.
  function cotes(liste, evaluation) {
    const all = answered(liste, evaluation);
    const points = ({ cote, nom }) => {
      const mine = all.filter(({ question }) => question.cote === cote);
      const rated = mine.filter(({ reponse }) => reponse && reponse !== "sans-objet");
      const total = rated.reduce((sum, { reponse }) => sum + Number(reponse), 0);
      return { nom, total, max: 3 * rated.length, cotes: rated.length, posees: mine.length };
    };
    const able = eliminating(liste).map(({ cote }) => cote);
    const strict = all.filter(({ question }) => able.includes(question.cote) && question.eliminatoire);
    const graves = strict.filter(({ reponse }) => reponse === "0");
    // Whether one of the criteria that nothing makes up for applies at all.
    const enCause = strict.some(({ reponse }) => reponse && reponse !== "sans-objet");
    return { familles: liste.familles.map(points), graves: graves.map(({ question }) => question.id), enCause };
  }

  // The families of which a serious failure may be one that nothing makes up for: all those of a list, or those of some gaps.
  const eliminating = (liste, items) =>
    liste.familles.filter(({ cote, eliminatoire }) => eliminatoire && (!items || items.some((item) => item.cote === cote)));

  // « critère de sécurité éliminatoire », or several.
  function criteria(liste, number, items) {
    const plural = number > 1 ? "s" : "";
    const families = eliminating(liste, items).map(({ eliminatoire }) => eliminatoire);
    return [`critère${plural}`, families.join(" ou "), `éliminatoire${plural}`].filter(Boolean).join(" ");
  }

  const yearFrom = (start) => `${start}-${start + 1}`;

  // When the school year that an evaluation is about begins: the one it names, or that of a day.
  const startOf = (annee, jour) => Number(/^(\d{4})-\d{4}$/.exec(annee ?? "")?.[1] ?? schoolStart(jour));

  // When a gap falls due in its school year: `date` if the day is still to come, `passee` if it has gone by.
  function due(liste, evaluation, question, jour) {
    const start = startOf(evaluation.annee, jour);
    const days = own(liste.echeances, question.echeance) ?? [];
    const within = days.filter((day) => schoolStart(day) === start);
    // What another year asks for says nothing of one that is over.
    const known = within.length || start < schoolStart(jour) ? within : days;
    const date = known.find((day) => day >= jour) ?? null;
    return { date, passee: date ? null : (known.findLast((day) => day < jour) ?? null), fixe: !(liste.reperes ?? []).includes(question.echeance) };
  }

  // What is wrong with the day that a person chose for a gap, or nothing: a day that a text fixes is never told away.
  function tard({ date, fixe }, quand, jour) {
    if (!quand) return "";
    if (quand < jour) return "ce jour est passé";
    return fixe && date && quand > date ? `après l’échéance, le ${inWords(date)}` : "";
  }

  const compare = (a, b) => (a < b ? -1 : Number(a > b));

  const isMissed = ({ reponse }) => level(reponse) === "manquees";

  // A gap as the plan says it.
  function gap(liste, evaluation, jour, { question, reponse }) {
    const { id, force, oblige, articles, remede, documents, moment, cote } = question;
    const { qui, date } = own(evaluation.plan, id) ?? {};
    const words = { id, question: question.question, force, oblige, articles, remede, documents, moment, cote };
    return {
      ...words,
      ...due(liste, evaluation, question, jour),
      qui: qui ?? "",
      quand: date ?? "",
      reponse,
      note: given(evaluation, id).note ?? "",
      camp: side(liste, question),
    };
  }

  // What binds comes first, then what is serious, then by day: those whose day has gone by, those to come, those without a day.
  const rank = (item) => [SIDES.indexOf(item.camp), Number(!item.grave), item.passee ?? item.date ?? "9999", Number(!isMissed(item))];

  function plan(liste, evaluation, jour) {
    const { graves } = cotes(liste, evaluation);
    return answered(liste, evaluation)
      .filter(isGap)
      .map((one) => ({ ...gap(liste, evaluation, jour, one), grave: graves.includes(one.question.id) }))
      .sort((a, b) => {
        const other = rank(b);
        return (
          rank(a)
            .map((key, index) => compare(key, other[index]))
            .find(Boolean) ?? 0
        );
      });
  }

  const listed = (names) => (names.length > 1 ? `${names.slice(0, -1).join(", ")} et ${names[names.length - 1]}` : (names[0] ?? ""));

  // What the forces that bind are called: all those of the site, or those of some questions; 0 for their singular, 1 for their plural.
  function duties(liste, number, items) {
    const named = liste.lient.filter(({ force }) => !items || items.some((item) => item.force === force));
    return listed(named.map(({ mots }) => mots[number]));
  }

  const counted = (liste, items) => many(items.length, duties(liste, 0, items), duties(liste, 1, items));

  // The questions asked of what binds, those that do not apply left out.
  const asking = (liste, evaluation) =>
    answered(liste, evaluation)
      .filter(({ question, reponse }) => side(liste, question) === "obligations" && reponse !== "sans-objet")
      .map(({ question }) => question);

  const daysOf = (items) =>
    items
      .map(({ date }) => date)
      .filter(Boolean)
      .sort();

  // By when: what a text fixes a day for is never counted with what has that day as a landmark only.
  function byWhen(items) {
    const days = daysOf(items);
    if (!days.length) return "";
    const first = items.filter((item) => item.date === days[0]);
    const fixed = first.filter(({ fixe }) => fixe);
    const [told, day] = fixed.length ? [fixed, `au plus tard le ${inWords(days[0])}`] : [first, `d’ici au ${inWords(days[0])}, jour repère`];
    return told.length === items.length ? ` ${day}` : `, dont ${told.length} ${day}`;
  }

  // What « sans objet » leaves out of the count, in a sentence: of what binds, or of the criteria.
  function leftOut(liste, evaluation, rated) {
    const mine = answered(liste, evaluation)
      .filter(({ question, reponse }) => reponse === "sans-objet" && (rated || side(liste, question) === "obligations"))
      .map(({ question }) => question);
    const words = rated ? many(mine.length, "critère", "critères") : counted(liste, mine);
    return mine.length ? `«\u00a0Sans objet\u00a0» retire ${words} du compte.` : "";
  }

  // The school year that an evaluation is about, once it is over; none while it may still be told of as the present.
  const over = ({ annee }, jour) => (startOf(annee, jour) < closingStart(jour) ? annee : "");

  // How many answers count no more, of what is asked: one about the situation may keep out gaps that were told.
  function toConfirm(liste, evaluation) {
    const asked = posees(liste, evaluation);
    const facts = liste.faits.filter((fact) => faitRouvert(fact, evaluation));
    return facts.length + [...rouvertes(liste, evaluation).keys()].filter((id) => asked.get(id)?.posee).length;
  }

  // What the sentences about where one stands are made of: the gaps, those that bind, what has no answer yet.
  function standing(liste, evaluation, jour) {
    const items = plan(liste, evaluation, jour);
    const binding = items.filter(({ camp }) => camp === "obligations");
    const missed = binding.filter(isMissed);
    const doubts = binding.filter((item) => !isMissed(item));
    const { repondues, posees: asked } = progres(liste, evaluation);
    const [left, facts] = [asked - repondues, faitsSansReponse(liste, evaluation).length];
    const { enCause } = cotes(liste, evaluation);
    const changed = toConfirm(liste, evaluation);
    const opposed = contredits(liste, evaluation);
    const serious = items.filter(({ grave }) => grave);
    const about = left ? facts : many(facts, "question", "questions");
    const remaining = [left && many(left, "question", "questions"), facts && `${about} sur votre situation`];
    const rated = liste.questions.some(({ cote }) => cote);
    return {
      items,
      missed,
      doubts,
      toMend: counted(liste, missed),
      toCheck: counted(liste, doubts),
      serious,
      failed: many(serious.length, criteria(liste, 1, serious), criteria(liste, 2, serious)),
      rule: `Aucun ${criteria(liste, 1)} n’est ${enCause ? "coté «\u00a0Pas du tout\u00a0»" : "en cause dans vos réponses"}`,
      late: missed.filter(({ passee }) => passee).length,
      asked,
      repondues,
      remaining: remaining.filter(Boolean).join(" et "),
      toConfirm: changed,
      opposed,
      // An answer to confirm may be a gap.
      calm: !items.length && !changed,
      rated,
      aside: leftOut(liste, evaluation, rated),
      former: over(evaluation, jour),
      present: yearFrom(closingStart(jour)),
      met: duties(liste, 0, asking(liste, evaluation)),
    };
  }

  const OPPOSED = "Des réponses sur votre situation se contredisent";

  // The first sentence, after its tone: what binds is said first, what is left to do after it. Nothing is well on answers that contradict one another.
  function decided({ calm, missed, toMend, serious, failed, rule, opposed, doubts, toCheck, remaining, repondues, rated, met, asked, former }) {
    if (missed.length) return ["a-regler", `${toMend} à régler${byWhen(missed)}`];
    if (serious.length) return ["a-regler", `${failed} ${serious.length > 1 ? "cotés" : "coté"} «\u00a0Pas du tout\u00a0»`];
    if (opposed.length) return ["a-verifier", OPPOSED];
    if (doubts.length) return ["a-verifier", `${toCheck} à vérifier`];
    if (remaining) return ["incomplet", repondues && calm ? `Rien à régler jusqu’ici; il reste ${remaining}` : `Il reste ${remaining}`];
    if (rated) return ["en-regle", rule];
    if (met) return ["en-regle", `${former ? `En ${former}, vous respectiez` : "Vous respectez"} chaque ${met} en cause, selon vos réponses`];
    return [
      "en-regle",
      asked ? "Aucune obligation du personnel n’est en cause dans vos réponses" : "Aucune question ne s’applique à votre situation",
    ];
  }

  function goneBy(late, missed) {
    if (late > 1) return `Le moment prévu est passé pour ${late} d’entre elles\u00a0: réglez-les maintenant.`;
    return `Le moment prévu est passé${late === missed ? "" : " pour 1 d’entre elles"}\u00a0: réglez-la maintenant.`;
  }

  // Answers that contradict one another, and why, in sentences.
  function bothSaid({ dits, pourquoi }) {
    const words = dits.map(({ question, reponse }) => `${quoted(reponse)} à ${quoted(question)}`);
    return `Vous avez répondu ${listed(words)}. ${pourquoi}`;
  }

  // What is said after the first sentence.
  function followed(found, ton) {
    const { items, missed, serious, failed, opposed, doubts, toCheck, late, remaining, toConfirm: changed, rated, aside, former, present } = found;
    return [
      former && `Ces réponses portent sur ${former} et ne disent rien de ${present}\u00a0: commencez une nouvelle évaluation.`,
      missed.length && serious.length && `De plus, ${failed} ${serious.length > 1 ? "sont cotés" : "est coté"} «\u00a0Pas du tout\u00a0».`,
      late && goneBy(late, missed.length),
      ton === "a-regler" && opposed.length && `De plus, ${OPPOSED.replace("Des", "des")}.`,
      ...opposed.map(bothSaid),
      opposed.length && "Corrigez la réponse qui n’est pas juste\u00a0: d’ici là, ce bilan et ce plan ne garantissent rien.",
      (missed.length || opposed.length) && doubts.length && `${toCheck} à vérifier.`,
      ton === "en-regle" && aside,
      ton === "en-regle" && items.length && `Il y a ${many(items.length, "autre point", "autres points")} à voir dans votre plan.`,
      ton === "incomplet" && items.length && `${many(items.length, "point est", "points sont")} déjà à voir dans votre plan.`,
      ton !== "incomplet" && remaining && `Il reste ${remaining}.`,
      changed && `${many(changed, "réponse est", "réponses sont")} à confirmer\u00a0: la question ou un article a changé depuis.`,
      rated && "Ces critères servent de référence\u00a0: une cote n’autorise rien et ne remplace pas l’autorisation écrite de votre direction.",
    ].filter(Boolean);
  }

  // What the plan says while it is empty.
  function nothing({ opposed, toConfirm: changed, remaining, former }) {
    if (opposed.length) return `${OPPOSED}\u00a0: corrigez d’abord celle qui n’est pas juste.`;
    if (changed) return `Il reste ${remaining}.`;
    const instant = former ? `en ${former}` : "pour l’instant";
    return `Rien à régler ni à vérifier ${remaining ? `jusqu’ici; il reste ${remaining}` : instant}.`;
  }

  // Where one stands: never a grade.
  function etat(liste, evaluation, jour) {
    const found = standing(liste, evaluation, jour);
    const { missed, serious, opposed, late, former } = found;
    const [ton, phrase] = decided(found);
    return {
      ton,
      manquees: missed.length + serious.length,
      passees: late,
      avant: daysOf(missed)[0] ?? null,
      // What is no duty, or no more of today, is no good news.
      teinte: ton === "en-regle" && (former || !found.met) ? "neutre" : ton,
      phrase,
      suite: followed(found, ton),
      retire: ton === "en-regle" ? found.aside : "",
      contredit: opposed.length && phrase !== OPPOSED ? OPPOSED : "",
      rien: nothing(found),
    };
  }

  window.Autoevaluation ??= /** @type {any} */ ({});
  window.Autoevaluation.calcul = {
    posees,
    faitRouvert,
    contredits,
    dit: bothSaid,
    rouvertes,
    retirees,
    progres,
    bilan,
    etat,
    plan,
    cotes,
    tard,
    lient: (liste) => duties(liste, 1),
    valide: valid,
    ecart: (reponse) => isGap({ reponse }),
  };
})();
