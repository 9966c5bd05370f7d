// Ranking: rare words, words in titles, words found together; the clauses of the texts before the pages that quote them, and the own
// texts of the organization before those of others.

/** Folder of the texts; each page in it is a text, and its sections are clauses. */
const TEXTS = "encadrements/";

/** Page of that folder which is no text: its sections carry the texts' short names. */
const CONTENTS = `${TEXTS}articles/`;

/** The short name of a text of another organization ends with it: "Médias sociaux (SIGLE)". */
const REFERENCE = /\([^()]+\)$/;

/** What the ranking is made of. */
const WEIGHTS = {
  clause: 6, // a clause, against a page that quotes or sums it up
  reference: 0.85, // a clause of another organization, which is only for reference
  cited: 3, // a clause that rules on a means that the query names
  below: 0.999, // a clause of reference, against an own one that has as many of the words
  nearly: 0.6, // which part of its words is enough of an own one, if it has no word alone
  named: 3, // how many times in a title counts a clause that the query names
  kin: 0.25, // a word that says the same
  like: 0.7, // which part of the word of the query it makes up for
  completed: 0.4, // a word of which the query has the beginning
  mistyped: 0.7, // a word close to one that is found nowhere
  together: 0.4, // two words of the query found side by side
  coverage: 2, // exponent: how much a missing word costs
  saturation: 1.2, // how soon repeating a word stops counting
  length: 0.4, // how much a long field is held against a match
};

/**
 * Whether a location is a clause of a text.
 * @param {string} location
 */
function isClause(location) {
  return location.startsWith(TEXTS) && !location.startsWith(CONTENTS) && location.includes("#");
}

/**
 * The short name of the text that a clause belongs to.
 * @param {string} location
 * @param {Documents} documents
 */
function textName(location, documents) {
  const page = location.split("#")[0];
  const named = documents.get(`${CONTENTS}#${page.slice(TEXTS.length).replace(/\/$/, "")}`) || documents.get(page);
  return named ? named.title : "";
}

/**
 * Whether a clause is of a text of another organization, which does not bind the site's staff.
 * @param {string} location
 * @param {Documents} documents
 */
function isReference(location, documents) {
  return isClause(location) && REFERENCE.test(textName(location, documents));
}

/**
 * Whether two terms stand side by side in a field: at most one word between them, in either order.
 * @param {Found} one
 * @param {Found} other
 */
function side(one, other) {
  const near = new Set(one.positions.flatMap((position) => [1, 2, 3, -1, -2].map((distance) => position + distance)));
  return other.positions.some((position) => near.has(position));
}

/**
 * The part of the query's neighbours which are neighbours in the document too, from 0 to 1.
 * @param {(Hit | undefined)[]} hits
 */
function togetherness(hits) {
  const pairs = hits.slice(1).map((hit, i) => [hits[i], hit]);
  const close = pairs.filter(
    ([one, other]) => one && other && Object.keys(one.fields).some((name) => other.fields[name] && side(one.fields[name], other.fields[name])),
  );
  return pairs.length ? close.length / pairs.length : 0;
}

/**
 * What the kind of a document makes of its score.
 * @param {string} location
 * @param {Documents} documents
 */
function standing(location, documents) {
  return !isClause(location) ? 1 : WEIGHTS.clause * (isReference(location, documents) ? WEIGHTS.reference : 1);
}

/**
 * The score of a document, from what each term finds in it and how rare each term is.
 * @param {Collection} collection
 * @param {string} location
 * @param {Pick<Answer, "hits" | "rarities" | "terms">} answer
 */
function score(collection, location, { hits, rarities, terms }) {
  const worth = rarities.reduce((sum, rarity, i) => sum + (hits[i] ? rarity * collection.worth(hits[i]) : 0), 0);
  return (
    worth *
    covered({ hits, rarities, terms }) ** WEIGHTS.coverage *
    (1 + WEIGHTS.together * togetherness(hits)) *
    standing(location, collection.documents)
  );
}

/**
 * Whether a document has what the query requires ("+word") and nothing that it excludes ("-word").
 * @param {Term[]} terms
 * @param {(Hit | undefined)[]} hits
 * @param {Hits[]} excluded
 * @param {string} location
 */
function allowed(terms, hits, excluded, location) {
  return !excluded.some((found) => found.has(location)) && terms.every(({ presence }, i) => presence !== "+" || hits[i]);
}

/**
 * All the documents that answer a query, best first: `{location, score, terms, hits}`.
 * @param {Collection} collection
 * @param {string} query
 * @returns {Answer[]}
 */
function rank(collection, query) {
  const planned = plan(query, collection.vocabulary);
  const excluded = planned.filter(({ presence }) => presence === "-").map((term) => collection.find(term));
  const terms = planned.filter(({ presence }) => presence !== "-");
  const found = terms.map((term) => collection.find(term));
  const rarities = found.map((hits) => collection.rarity(counted(hits)));
  const cited = new Set(meansNamed(spoken(query, collection.vocabulary), collection.vocabulary).flatMap(({ means }) => means.articles));
  const shared = { terms, rarities, found: found.map(({ size }) => size > 0) };
  const answers = [...new Set(found.flatMap((hits) => [...hits.keys()]))]
    .map((location) => ({ location, ...shared, hits: found.map((hits) => hits.get(location)) }))
    .filter(({ location, hits }) => allowed(terms, hits, excluded, location))
    .map((answer) => ({
      ...answer,
      score: score(collection, answer.location, answer) * (cited.has(answer.location) ? WEIGHTS.cited : 1),
    }));
  const ordered = ownFirst(inOrder(answers, collection.documents), collection.documents);
  return namedFirst(ordered, collection).sort((a, b) => b.score - a.score);
}

/**
 * The answers, the clauses that are all that the query names, two or more, first and in the order in which it names them: "5.9 et 5.10".
 * @param {Answer[]} answers
 * @param {Collection} collection
 * @returns {Answer[]}
 */
function namedFirst(answers, collection) {
  const anchors = (answers[0]?.terms ?? []).flatMap(({ anchor }) => anchor || []);
  if (anchors.length < 2) return answers;
  /** @type {(answer: Answer) => boolean} */
  const ofText = ({ terms, hits }) => terms.every(({ anchor }, i) => anchor || hits[i]?.fields.source);
  const allowed = new Set(answers.filter(ofText).map(({ location }) => location));
  const named = anchors.flatMap((anchor) => {
    const clauses = collection.clausesNamed(anchor).filter((location) => allowed.has(location));
    const own = clauses.filter((location) => !isReference(location, collection.documents));
    return own.length ? own : clauses;
  });
  const best = Math.max(...answers.map(({ score }) => score));
  return answers.map((answer) => {
    const place = named.indexOf(answer.location);
    return place < 0 ? answer : { ...answer, score: best + named.length - place };
  });
}

/**
 * The answers, the own clauses that are all that the query names in the order in which the site gives their texts: "article 4"; first of all, one
 * that is named with its text: "article 4 directive".
 * @param {Answer[]} answers
 * @param {Documents} documents
 * @returns {Answer[]}
 */
function inOrder(answers, documents) {
  /** @type {(answer: Answer) => boolean} */
  const isNamed = ({ location, terms, hits }) =>
    isClause(location) &&
    terms.some(({ anchor }) => anchor) &&
    terms.every(({ anchor }, i) => (anchor ? location.endsWith(`#${anchor}`) : hits[i]?.fields.source));
  const withText = answers.some((answer) => isNamed(answer) && answer.terms.some(({ anchor }) => !anchor));
  const best = Math.max(...answers.filter((answer) => withText || isNamed(answer)).map(({ score }) => score)) / (withText ? WEIGHTS.below : 1);
  const texts = [...documents.keys()]
    .filter((location) => location.startsWith(`${CONTENTS}#`))
    .map((location) => location.slice(CONTENTS.length + 1));
  return answers.map((answer) => {
    if (!isNamed(answer) || isReference(answer.location, documents)) return answer;
    return { ...answer, score: best * WEIGHTS.below ** texts.indexOf(answer.location.slice(TEXTS.length).split("/")[0]) };
  });
}

/**
 * In how many documents a term stands: what is only looked for by it would make common what the texts rarely say.
 * @param {Hits} hits
 */
function counted(hits) {
  return [...hits.values()].filter(({ fields }) => fields.title || fields.text).length;
}

/**
 * The answers, a clause of reference below the own ones that have as many of the words, or nearly if they have each of its words between them.
 * @param {Answer[]} answers
 * @param {Documents} documents
 * @returns {Answer[]}
 */
function ownFirst(answers, documents) {
  const own = answers.filter(({ location }) => isClause(location) && !isReference(location, documents));
  return answers.map((answer) => {
    if (!isReference(answer.location, documents)) return answer;
    const least = covered(answer) * (hasAlone(answer, own) ? 1 : WEIGHTS.nearly);
    const before = own.filter((other) => covered(other) >= least).map(({ score }) => score);
    return { ...answer, score: Math.min(answer.score, ...before.map((score) => score * WEIGHTS.below)) };
  });
}

/**
 * Whether an answer has a word that none of the others has.
 * @param {Answer} answer
 * @param {Answer[]} others
 */
function hasAlone({ hits }, others) {
  return hits.some((hit, i) => hit && !others.some((other) => other.hits[i]));
}

/**
 * How much what was found says the word that was sought: less if it is only by words that say the same.
 * @param {Hit | undefined} hit
 * @param {Term} term
 */
function likeness(hit, term) {
  if (!hit) return 0;
  return [...hit.stems].every((root) => term.stems.get(root) === WEIGHTS.kin) ? WEIGHTS.like : 1;
}

/**
 * The part of the query's words that an answer has, the rare ones counting more, from 0 to 1.
 * @param {Pick<Answer, "hits" | "rarities" | "terms">} answer
 */
function covered({ hits, rarities, terms }) {
  const total = rarities.reduce((sum, rarity) => sum + rarity, 0);
  return rarities.reduce((sum, rarity, i) => sum + rarity * likeness(hits[i], terms[i]), 0) / total;
}
