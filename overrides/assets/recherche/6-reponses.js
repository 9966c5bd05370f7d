// Answers: what the rules say on the day of the means and of the situations that a query names, to be shown before the clauses.
// `SITE` is what the build knows of them (macros/export/search.py).

/**
 * How many answers of each kind, and in all; which part of the words of a query a situation must have in its own, less if it has the rarest, more if
 * it has one alone; which part a name is at least, however long the query.
 */
const ANSWERS = { means: 2, situations: 3, all: 4, covered: 0.5, rarest: 0.35, single: 0.6, name: 0.6 };

/** Today, by the reader's clock: "2026-11-27". */
function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((number) => String(number).padStart(2, "0")).join("-");
}

/**
 * The verdicts of some periods on a day, each once.
 * @param {Period[]} periods
 * @param {string} day
 */
function verdictsOn(periods, day) {
  return [...new Set(periods.filter(({ du, au }) => du <= day && (!au || day <= au)).map(({ verdict }) => verdict))];
}

/**
 * Verdicts as they are shown.
 * @param {string[]} codes
 */
function pills(codes) {
  return codes.map((code) => `<span class="recherche-verdict" data-ton="${SITE.verdicts[code].ton}">${SITE.verdicts[code].nom}</span>`).join(" ");
}

/**
 * The words of a name that say something, folded and stemmed; all of them if none does.
 * @param {string} name
 */
function nameWords(name) {
  const words = name
    .split(/[\s,]+/)
    .map((part) => fold(wordsOf(part)[0]))
    .filter(Boolean);
  const kept = words.filter((word) => !STOP_WORDS.has(word));
  return kept.length ? kept : words;
}

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
 * Where a query has a name: the places of its words, or none. Neighbours may make one word of it ("class dojo"), or it may be mistyped.
 * @param {Sought[]} words
 * @param {string[]} name
 * @param {Words} vocabulary
 */
function placesOf(words, name, vocabulary) {
  const joined = name.join("");
  for (let from = 0; from < words.length; from++) {
    if (name.every((word, i) => words[from + i] && stem(words[from + i].folded) === stem(word))) return range(from, name.length);
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
 * The means that a query names, each by its longest name; a name within a longer one of another means is not one ("courriel personnel").
 * @param {Sought[]} words
 * @param {Words} vocabulary
 * @returns {Named[]}
 */
function meansNamed(words, vocabulary) {
  const found = SITE.moyens.flatMap((means) => {
    const named = means.noms
      .map((name) => ({ means, name, places: placesOf(words, nameWords(name), vocabulary) }))
      .filter(({ places }) => places.length);
    return named.sort((one, other) => other.places.length - one.places.length).slice(0, 1);
  });
  /** @type {(one: number[], other: number[]) => boolean} */
  const within = (one, other) => one.length < other.length && one.every((place) => other.includes(place));
  return found.filter(({ places }) => !found.some((other) => within(places, other.places)));
}

/**
 * What the rules say of a means on a day: one verdict, or those of each audience.
 * @param {Means} means
 * @param {string} day
 */
function meansLine({ reponses }, day) {
  const audiences = Object.entries(reponses).map(([code, periods]) => ({ name: SITE.publics[code], codes: verdictsOn(periods, day) }));
  const [first] = audiences;
  if (audiences.every(({ codes }) => codes.join() === first.codes.join())) return verdictLine(first.codes);
  return audiences.map(({ name, codes }) => `${name}\u00a0: ${verdictLine(codes)}`).join("<br>");
}

/**
 * Verdicts, and what decides if there are several.
 * @param {string[]} codes
 */
function verdictLine(codes) {
  return pills(codes) + (codes.length > 1 ? " selon ce que vous communiquez" : "");
}

/**
 * What the rules say of a situation on a day, means by means.
 * @param {SituationFacts} situation
 * @param {string} day
 */
function situationLine({ cas }, day) {
  if (!cas.length) return "Voyez ce que disent les textes, et à qui demander.";
  return cas.map(({ nom, periodes }) => `${escaped(nom)}\u00a0: ${pills(verdictsOn(periodes, day))}`).join("<br>");
}

/**
 * An answer as a result.
 * @param {string} location
 * @param {string} title
 * @param {string} line
 * @returns {Result}
 */
function answerResult(location, title, line) {
  const html = `<small class="recherche-texte recherche-reponse">Réponse du jour</small><br>${title}<br><small class="recherche-ligne">${line}</small>`;
  return { location, title: html, text: "", parent: undefined, score: 0, terms: {} };
}

/**
 * Which words of a query a situation has in its question and in its own words.
 * @param {Answer} answer
 */
function ownWords({ hits }) {
  return hits.map((hit) => Boolean(hit && (hit.fields.title || hit.fields.tags)));
}

/**
 * Which part of the words of a query that are found somewhere are a situation's own, and whether it is enough: two words, or one that no other has.
 * @param {Answer} answer
 * @param {boolean[][]} every the own words of each situation
 */
function ownPart(answer, every) {
  const { rarities, found } = answer;
  const total = rarities.reduce((sum, rarity, i) => sum + (found[i] ? rarity : 0), 0);
  const own = ownWords(answer);
  const part = own.reduce((sum, has, i) => sum + (has ? rarities[i] : 0), 0) / (total || 1);
  const rarest = Math.max(...rarities.filter((_, i) => found[i]));
  const alone = own.some((has, i) => has && every.filter((words) => words[i]).length === 1);
  const several = own.filter(Boolean).length > 1;
  const rare = alone || own.some((has, i) => has && rarities[i] === rarest);
  const least = several ? (rare ? ANSWERS.rarest : ANSWERS.covered) : ANSWERS.single;
  return { part, enough: part >= least && (alone || several) };
}

/**
 * Whether some words are, all and alone, those of one of a situation's own words; one word left of several says too little.
 * @param {SituationFacts} situation
 * @param {string} query
 */
function isNamed({ mots }, query) {
  /** @type {(mot: string) => boolean} */
  const alone = (mot) => nameWords(mot).length > 1 || !/\s/.test(mot);
  return mots.some((mot) => alone(mot) && nameWords(mot).map(stem).sort().join(" ") === query);
}

/**
 * The situations that a query describes, best first.
 * @param {Answer[]} ranked
 * @param {Sought[]} words
 */
function situationsNamed(ranked, words) {
  const query = withoutStopWords(words)
    .map(({ folded }) => stem(folded))
    .sort()
    .join(" ");
  const answers = ranked.filter(({ location }) => SITE.situations[location]);
  const every = answers.map(ownWords);
  return answers
    .map((answer) => ({ answer, ...ownPart(answer, every), exact: isNamed(SITE.situations[answer.location], query) }))
    .filter(({ enough, exact }) => exact || enough)
    .map(({ answer, part, exact }) => ({ location: answer.location, part: exact ? 1 : part, score: answer.score }))
    .sort((one, other) => other.part - one.part || other.score - one.score);
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
 * The answers of the day to a query, as groups of results: what says most of it first.
 * @param {string} query
 * @param {Answer[]} ranked
 * @param {Words} vocabulary
 * @returns {Result[][]}
 */
function answersTo(query, ranked, vocabulary) {
  const day = today();
  const words = spoken(query, vocabulary);
  const means = meansNamed(words, vocabulary)
    .slice(0, ANSWERS.means)
    .map(({ means, name, places }) => ({
      part: Math.max(ANSWERS.name, places.length / words.length),
      result: answerResult(means.adresse, `<strong>${escaped(means.tient_lieu ? name : means.nom)}</strong>`, meansLine(means, day)),
    }));
  const situations = situationsNamed(ranked, words)
    .slice(0, ANSWERS.situations)
    .map(({ location, part }) => ({
      part,
      result: answerResult(location, escaped(SITE.situations[location].question), situationLine(SITE.situations[location], day)),
    }));
  return [...means, ...situations]
    .sort((one, other) => other.part - one.part)
    .slice(0, ANSWERS.all)
    .map(({ result }) => [result]);
}
