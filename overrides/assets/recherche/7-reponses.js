// Answers: what the rules say on the day of the means and of the situations that a query names, and the pages that it names, to be shown before
// the clauses.
// `SITE` is what the build knows of them (macros/export/search.py).

/** How many answers there are, and what makes one. */
const ANSWERS = {
  means: 3, // how many of them
  situations: 3,
  all: 4,
  covered: 0.4, // which part of the words of a query a situation must have in its own
  rarest: 0.3, // the same, if it has the rarest of them, or one alone
  named: 0.2, // the same, if it alone has one of them, which is a name of it
  only: 0.61, // the least that a situation counts which alone has a word that is a name of it
  whole: 3, // a means that is all that a query asks for, besides the audience
  page: 4, // a page that all of a query names
  name: 0.5, // which part of a query a name is at least, however long the query
  phrase: 0.5, // which part of a query is enough, if a situation has it as it stands
  said: 1.5, // how much such a part counts
  below: 0.49, // less than a means
  elsewhere: 0.5, // a situation that is not about the means that the query names, if it is not the sole one to have a word that is a name of it
  beside: 0.6, // the least part of a query that a situation says, where it lacks one of its words and a clause has them all
};

/** The tones of the verdicts that are a yes. */
const YES = new Set(["bon", "prudence"]);

/**
 * The verdicts of some periods on a day, each once.
 * @param {Period[]} periods
 * @param {string} day
 */
function verdictsOn(periods, day) {
  return [...new Set(periods.filter(({ du, au }) => du <= day && (!au || day <= au)).map(({ verdict }) => verdict))];
}

/** The words of a name that say something, folded; all of them if none does. */
const nameWords = remembering((name) => {
  const words = name
    .split(/[\s,]+/)
    .map((part) => fold(wordsOf(part)[0]))
    .filter(Boolean);
  const kept = words.filter((word) => !STOP_WORDS.has(word));
  return kept.length ? kept : words;
});

/**
 * Whether a word of a query, found nowhere, is a name mistyped.
 * @param {Sought} word
 * @param {string} name
 * @param {Words} vocabulary
 */
function mistypes({ folded }, name, vocabulary) {
  const limit = name.length > 4 && !vocabulary.stems.has(folded) ? tolerance(folded) : 0;
  return limit > 0 && edits(folded, name, limit) < Infinity;
}

/**
 * Whether a name says enough by itself: one word left of several ("une autre application") says too little.
 * @param {string} name
 */
function saysEnough(name) {
  return nameWords(name).length > 1 || !/\s/.test(name);
}

/**
 * Whether a name is that of an application that the texts do not name, in one word.
 * @param {Means} means
 * @param {string} name
 */
function isBrand({ tient_lieu }, name) {
  return Boolean(tient_lieu) && !/\s/.test(name);
}

/**
 * Where a query has a name: the places of its words, or none. Neighbours may make one word of it ("class dojo"), or it may be mistyped.
 * @param {Sought[]} words
 * @param {string[]} name
 * @param {Words} vocabulary
 * @param {boolean} asIs whether another ending makes another word of it: "signaler" is no application, "Signal" is
 */
function placesOf(words, name, vocabulary, asIs) {
  const joined = name.join("");
  /** @type {(word: string) => string} */
  const form = (word) => (asIs ? word : stem(word));
  for (let from = 0; from < words.length; from++) {
    if (name.every((word, i) => words[from + i] && form(words[from + i].folded) === form(word))) return range(from, name.length);
    for (const length of [1, 2, 3])
      if (words[from + length - 1] && words.slice(from, from + length).reduce((text, { folded }) => text + folded, "") === joined)
        return range(from, length);
    if (mistypes(words[from], joined, vocabulary)) return [from];
  }
  return [];
}

/**
 * Numbers that follow one another.
 * @param {number} from
 * @param {number} length
 */
function range(from, length) {
  return Array.from({ length }, (_, i) => from + i);
}

/**
 * The means that a query names, each by its longest name, in the query's order; a name within a longer one of another means is not one ("courriel personnel").
 * @param {Sought[]} words
 * @param {Words} vocabulary
 * @returns {Named[]}
 */
function meansNamed(words, vocabulary) {
  const found = SITE.moyens.flatMap((means) => {
    const named = means.noms
      .filter((name) => !means.tient_lieu || saysEnough(name))
      .map((name) => ({ means, name, places: placesOf(words, nameWords(name), vocabulary, isBrand(means, name)) }))
      .filter(({ places }) => places.length);
    return named.sort((one, other) => other.places.length - one.places.length || one.places[0] - other.places[0]).slice(0, 1);
  });
  /** @type {(one: number[], other: number[]) => boolean} */
  const within = (one, other) => one.length < other.length && one.every((place) => other.includes(place));
  const kept = found.filter(({ places }) => !found.some((other) => within(places, other.places)));
  return kept.sort((one, other) => one.places[0] - other.places[0]);
}

/**
 * What stands for the applications that the texts do not name, with the word that is found nowhere, where a query says that it is an application: "appli
 * Xyz". It may be no name ("plateforme québécoise"), so it does not stand alone.
 * @param {Sought[]} words
 * @param {Words} vocabulary
 * @returns {Named[]}
 */
function unknownNamed(words, vocabulary) {
  const said = words.findIndex(({ folded }) => kinOf(folded).includes(stem("application")));
  const place = words.findIndex(({ folded }, i) => i !== said && folded.length > 2 && !expand({ folded, anchor: "" }, false, vocabulary).size);
  const means = SITE.moyens.find(({ tient_lieu }) => tient_lieu);
  return means && said >= 0 && place >= 0 ? [{ means, name: `${means.nom}\u00a0: «\u00a0${words[place].word}\u00a0»`, places: [said, place] }] : [];
}

/**
 * Whether a query asks only for a means, and perhaps for an audience: "texter un parent".
 * @param {Sought[]} words
 * @param {number[]} places those of the means
 */
function asksOnly(words, places) {
  const audiences = Object.values(SITE.publics).map((name) => stem(fold(name)));
  return words.every(({ folded }, i) => places.includes(i) || [stem(folded), ...kinOf(folded)].some((root) => audiences.includes(root)));
}

/**
 * What the rules say of a means on a day: one line, or that of each audience.
 * @param {Means} means
 * @param {string} day
 * @returns {AnswerLine[]}
 */
function meansLines({ reponses, reserve }, day) {
  const lines = Object.entries(reponses).map(([code, periods]) => verdictLine(SITE.publics[code], verdictsOn(periods, day), reserve));
  const [first] = lines;
  const said = lines.map(({ verdicts }) => verdicts.map(({ nom }) => nom).join());
  return said.every((verdicts) => verdicts === said[0]) ? [{ ...first, name: "" }] : lines;
}

/**
 * Whether the rules refuse a means on a day, whatever one communicates and to whom.
 * @param {Means} means
 * @param {string} day
 */
function isRefused({ reponses }, day) {
  return Object.values(reponses).every((periods) => verdictsOn(periods, day).every((code) => SITE.verdicts[code].ton === "arret"));
}

/**
 * The means that a query names, those that a same word names in the order of caution: what is refused is not read below a « Oui ».
 * @param {Named[]} named
 * @param {string} day
 */
function refusedFirst(named, day) {
  return named.sort((one, other) => one.places[0] - other.places[0] || Number(isRefused(other.means, day)) - Number(isRefused(one.means, day)));
}

/**
 * Verdicts under a name, what decides if there are several, and what a yes supposes.
 * @param {string} name
 * @param {string[]} codes
 * @param {string | undefined} reserve
 * @returns {AnswerLine}
 */
function verdictLine(name, codes, reserve) {
  const after = [codes.length > 1 ? "selon ce que vous communiquez" : "", supposed(codes, reserve)];
  return { name, verdicts: verdictsShown(codes), after: after.filter(Boolean).join(", ") };
}

/**
 * What some verdicts suppose, if one of them is a yes.
 * @param {string[]} codes
 * @param {string | undefined} reserve
 */
function supposed(codes, reserve) {
  return reserve && codes.some((code) => YES.has(SITE.verdicts[code].ton)) ? reserve : "";
}

/**
 * A line that is a sentence.
 * @param {string} after
 * @returns {AnswerLine}
 */
function sentence(after) {
  return { name: "", verdicts: [], after };
}

/**
 * Verdicts as words with their tones.
 * @param {string[]} codes
 */
function verdictsShown(codes) {
  return codes.map((code) => SITE.verdicts[code]);
}

/**
 * What the rules say of a situation on a day, means by means, after what is to be known before one reads them (a consent that they suppose, and that is
 * missing), and that the texts are silent on a point if they are.
 * @param {SituationFacts} situation
 * @param {string} day
 * @returns {AnswerLine[]}
 */
function situationLines({ constat, cas, silence }, day) {
  const said = cas.map(({ nom, periodes, reserve }) => {
    const codes = verdictsOn(periodes, day);
    return { name: nom, verdicts: verdictsShown(codes), after: supposed(codes, reserve) };
  });
  return [...(constat ? [sentence(constat)] : []), ...said, ...(silence ? [sentence("Les textes se taisent sur un point.")] : [])];
}

/**
 * Which words of a query a situation has in its question and in its own words.
 * @param {Answer} answer
 */
function ownWords({ hits }) {
  return hits.map((hit) => Boolean(hit && (hit.fields.title || hit.fields.tags)));
}

/**
 * Which part of the words of a query that are found somewhere are a situation's own, and whether it is enough: two words, or one that is a name of it, which it
 * may be the sole to have.
 * @param {Answer} answer
 * @param {boolean[][]} every the own words of each situation
 */
function ownPart(answer, every) {
  const { rarities, found, hits } = answer;
  const total = rarities.reduce((sum, rarity, i) => sum + (found[i] ? rarity : 0), 0);
  const own = ownWords(answer);
  const part = own.reduce((sum, has, i) => sum + (has ? rarities[i] * likeness(hits[i], answer.terms[i]) : 0), 0) / (total || 1);
  const rarest = Math.max(...rarities.filter((_, i) => found[i]));
  /** @type {(i: number) => boolean} */
  const alone = (i) => own[i] && every.filter((words) => words[i]).length === 1;
  const several = own.filter(Boolean).length > 1;
  const rare = own.some((has, i) => alone(i) || (has && rarities[i] === rarest));
  const sole = own.some((_, i) => alone(i) && names(SITE.situations[answer.location], hits[i], answer.terms[i]));
  const least = sole ? ANSWERS.named : several && !rare ? ANSWERS.covered : ANSWERS.rarest;
  return { part: sole ? Math.max(part, ANSWERS.only) : part, enough: part >= least && (sole || several), sole };
}

/**
 * Whether a word that was found is by itself one of the words of a situation; its beginning is not, where it is a whole word itself ("transport" of
 * "transporteur").
 * @param {SituationFacts} situation
 * @param {Hit | undefined} hit
 * @param {Term} term
 */
function names({ mots }, hit, { stems }) {
  const whole = [...stems.values()].includes(1);
  /** @type {(root: string) => boolean} */
  const found = (root) => Boolean(hit?.stems.has(root)) && !(whole && stems.get(root) === WEIGHTS.completed);
  return mots.some((mot) => !/\s/.test(mot) && nameWords(mot).some((word) => found(stem(word))));
}

/**
 * Whether a query has one of the words of a situation that is a name of it by itself.
 * @param {Answer} answer
 */
function isCalled({ location, hits, terms }) {
  return hits.some((hit, i) => names(SITE.situations[location], hit, terms[i]));
}

/**
 * Whether a situation asks of one application that the texts do not name: it answers nothing where that one is not meant.
 * @param {SituationFacts} situation
 */
function isOfBrand({ cas }) {
  return cas.length > 0 && cas.every(({ nom }) => SITE.moyens.every((means) => means.nom !== nom));
}

/**
 * Whether some words are, all and alone, those of one of the own words of a situation or a page; one word left of several says too little.
 * @param {{ mots: string[] }} named
 * @param {string} query
 */
function isNamed({ mots }, query) {
  return mots.some((mot) => saysEnough(mot) && nameWords(mot).map(stem).sort().join(" ") === query);
}

/**
 * Which part of a query one of the words of a situation or a page says as it stands, small words too: "veut pas", "pas le droit". Two at least.
 * @param {{ mots: string[] }} named
 * @param {string[]} query its words, as stems
 */
function phrasePart({ mots }, query) {
  const said = mots.map((mot) => stemsOf(mot)).filter((words) => words.length > 1 && ` ${query.join(" ")} `.includes(` ${words.join(" ")} `));
  return Math.max(0, ...said.map((words) => words.length)) / query.length;
}

/**
 * The pages that one of their words names: all of the query as it stands, or what it says, or a good part of it.
 * @param {Documents} documents
 * @param {string} query what it says, as stems in order of the alphabet
 * @param {string[]} all its words, small ones too, as stems
 * @returns {{ part: number, answer: DayAnswer }[]}
 */
function pagesNamed(documents, query, all) {
  const found = [...documents.values()].map((page) => ({ page, exact: isNamed(page, query), phrase: phrasePart(page, all) }));
  return found
    .filter(({ exact, phrase }) => exact || phrase >= ANSWERS.phrase)
    .map(({ page: { location, title, text }, exact, phrase }) => ({
      part: exact || phrase === 1 ? ANSWERS.page : ANSWERS.said * phrase,
      answer: { location, title, kind: "page", lines: [{ name: "", verdicts: [], after: extract(text.split("\n")[0]) }] },
    }));
}

/** All the words of a text, small ones too, as stems. */
const stemsOf = remembering((text) => text.split(/[\s,]+/).flatMap((part) => wordsOf(part).map(fold).filter(Boolean).map(stem)));

/**
 * Whether a situation has not in its own the words with which a query names a means.
 * @param {Answer} answer
 * @param {Sought[]} naming
 */
function lacksMeans(answer, naming) {
  const own = ownWords(answer);
  return naming.some(({ folded }) => answer.terms.some((term, i) => !own[i] && term.words.some((word) => word.folded === folded)));
}

/**
 * The most that a situation counts that has not in its own words those of the means that a query names: below them if it is about others, with a
 * yes to one of these today, plain or on conditions, which would be read of the means named.
 * @param {SituationFacts} situation
 * @param {Named[]} named
 */
function mostOf(situation, named) {
  return isAbout(situation, named) || !saysYes(situation, self.Commun.isoDay()) ? Infinity : ANSWERS.below;
}

/**
 * The most that a situation counts to which the rules answer nothing: below the « Non » of the means that the query names, unless it has
 * a phrase of its own ("écrire à une maman sur Messenger" is not of colleagues).
 * @param {SituationFacts} situation
 * @param {Named[]} named
 */
function mostOfUnruled({ cas }, named) {
  const day = self.Commun.isoDay();
  return !cas.length && named.length && named.every(({ means }) => isRefused(means, day)) ? ANSWERS.below : Infinity;
}

/**
 * Whether a situation has a case of a means that a query names.
 * @param {SituationFacts} situation
 * @param {Named[]} named
 */
function isAbout({ cas }, named) {
  return cas.some(({ nom }) => named.some(({ means, name }) => nom === means.nom || nom === name));
}

/**
 * Whether a situation says yes today to a means, plain or on conditions, where the query names only what is refused: the yes would be read of that.
 * @param {SituationFacts} situation
 * @param {Named[]} named
 */
function isMisread(situation, named) {
  const day = self.Commun.isoDay();
  return saysYes(situation, day) && named.length > 0 && named.every(({ means }) => isRefused(means, day));
}

/**
 * Whether a situation says yes on a day to one of its means, plain or on conditions.
 * @param {SituationFacts} situation
 * @param {string} day
 */
function saysYes({ cas }, day) {
  return cas.some(({ periodes }) => isYes(periodes, day));
}

/**
 * Whether some periods say yes on a day, plain or on conditions.
 * @param {Period[]} periods
 * @param {string} day
 */
function isYes(periods, day) {
  return verdictsOn(periods, day).some((code) => YES.has(SITE.verdicts[code].ton));
}

/**
 * Whether an answer has all the words of a query.
 * @param {Answer} answer
 */
function hasAll({ hits }) {
  return hits.every(Boolean);
}

/**
 * The situations that a query describes, best first: those about the means that it names before the others, but for one that is the sole to have a
 * word that is a name of it ("stagiaire").
 * @param {Answer[]} ranked
 * @param {string} query what it says, as stems in order of the alphabet
 * @param {string[]} all the words of the query, small ones too, as stems
 * @param {(named: Named[]) => Sought[]} naming those that name some means
 * @param {Named[]} named the means
 */
function situationsNamed(ranked, query, all, naming, named) {
  const answers = ranked.filter(({ location }) => SITE.situations[location]);
  const every = answers.map(ownWords);
  const whole = ranked.some((answer) => isClause(answer.location) && hasAll(answer));
  return answers
    .map((answer) => {
      const situation = SITE.situations[answer.location];
      const phrase = phrasePart(situation, all);
      const { part, enough, sole } = ownPart(answer, every);
      const exact = isNamed(situation, query);
      return {
        answer,
        said: exact || phrase >= ANSWERS.phrase,
        own: exact || sole || phrase > 0,
        enough: enough && (!isOfBrand(situation) || named.length > 0 || phrase > 0 || isCalled(answer)),
        sole,
        part: (exact ? 1 : part) + ANSWERS.said * phrase,
      };
    })
    .filter(({ answer, said, enough, part }) => said || (enough && (!whole || part >= ANSWERS.beside || hasAll(answer))))
    .map(({ answer, part, sole, own }) => {
      const situation = SITE.situations[answer.location];
      const called = isCalled(answer);
      const away =
        lacksMeans(answer, naming(called ? named.filter((one) => !isAbout(situation, [one])) : named)) && (!sole || isMisread(situation, named));
      const about = away ? Math.min(part * ANSWERS.elsewhere, mostOf(situation, named)) : part;
      const most = own ? Infinity : mostOfUnruled(situation, named);
      return { location: answer.location, part: Math.min(about, most), score: answer.score, called, sole, silent: sole && !situation.cas.length };
    })
    .sort((one, other) => other.part - one.part || Number(other.called) - Number(one.called) || other.score - one.score);
}

/**
 * The situations that have in their own words, none mistyped, each of the query's that a first clause has, if it does not bind: it is not to come
 * first.
 * @param {Answer[]} ranked
 * @param {Documents} documents
 * @returns {{ location: string, part: number, sole: boolean, silent: boolean }[]}
 */
function insteadOfReference(ranked, documents) {
  const [first] = ranked;
  if (!first || !isReference(first.location, documents)) return [];
  return ranked
    .filter((answer) => SITE.situations[answer.location] && first.hits.every((hit, i) => !hit || hasAsTyped(answer, i)))
    .map(({ location }) => ({ location, part: 0, sole: true, silent: false }));
}

/**
 * Whether an answer has in its own words one of the query's, as the reader typed it.
 * @param {Answer} answer
 * @param {number} i the place of the word
 */
function hasAsTyped(answer, i) {
  const typed = [...(answer.hits[i]?.stems ?? [])].filter((root) => answer.terms[i].stems.get(root) !== WEIGHTS.mistyped);
  return ownWords(answer)[i] && typed.length > 0;
}

/**
 * The stem of a word of a query, or that of the one word of the index which it begins or mistypes.
 * @param {Sought} word
 * @param {Words} vocabulary
 */
function rootOf({ folded }, vocabulary) {
  if (STOP_WORDS.has(folded) || vocabulary.written.has(stem(folded))) return stem(folded);
  const [root, ...others] = expand({ folded, anchor: "" }, true, vocabulary).keys();
  return root === undefined || others.length ? stem(folded) : root;
}

/**
 * The words of a query that say something.
 * @param {string} query
 * @param {Words} vocabulary
 */
function spoken(query, vocabulary) {
  return saying(parse(query, vocabulary));
}

/**
 * The answers of the day to a query: what says most of it first.
 * @param {string} query
 * @param {Answer[]} ranked
 * @param {Collection} collection
 * @returns {DayAnswer[]}
 */
function answersTo(query, ranked, { documents, vocabulary }) {
  const day = self.Commun.isoDay();
  const words = spoken(query, vocabulary);
  const known = refusedFirst(meansNamed(words, vocabulary), day);
  const named = (known.length ? known : unknownNamed(words, vocabulary)).slice(0, ANSWERS.means);
  const means = named.map(({ means, name, places }) => ({
    yes: isYes(Object.values(means.reponses).flat(), day),
    part: asksOnly(words, places) ? ANSWERS.whole : Math.max(ANSWERS.name, places.length / words.length),
    answer: /** @type {DayAnswer} */ ({
      location: means.adresse,
      title: means.tient_lieu ? name : means.nom,
      kind: "moyen",
      lines: meansLines(means, day),
    }),
  }));
  /** @type {(some: Named[]) => Sought[]} */
  const naming = (some) => some.flatMap(({ places }) => places.map((place) => words[place]));
  const said = withoutStopWords(words)
    .map((word) => rootOf(word, vocabulary))
    .sort()
    .join(" ");
  const all = parse(query, vocabulary).map((word) => rootOf(word, vocabulary));
  const about = situationsNamed(ranked, said, all, naming, named);
  const situations = (about.length || means.length ? about : insteadOfReference(ranked, documents))
    .slice(0, ANSWERS.situations)
    .map(({ location, part, sole }) => ({ part, yes: !sole && saysYes(SITE.situations[location], day), answer: situationAnswer(location, day) }));
  // What no text settles of who asks, or of what happened, is read before a yes to the means: it may not be theirs to take.
  const most = Math.max(0, ...about.filter(({ silent }) => silent).map(({ part }) => part)) || Infinity;
  const guarded = [...means, ...situations].map((one) => (one.yes && one.part >= most ? { ...one, part: most * WEIGHTS.below } : one));
  return [...pagesNamed(documents, said, all), ...guarded]
    .sort((one, other) => other.part - one.part)
    .slice(0, ANSWERS.all)
    .map(({ answer }) => answer);
}

/**
 * The answer of the day to a situation.
 * @param {string} location
 * @param {string} day
 * @returns {DayAnswer}
 */
function situationAnswer(location, day) {
  const situation = SITE.situations[location];
  return { location, title: situation.question, kind: "situation", lines: situationLines(situation, day) };
}
