// What the page asks: in a worker where it can start one, in the page itself from a folder, where it cannot.

/**
 * The function that answers the page from some documents. A query is ranked once, however much of its results is asked for.
 * @param {Doc[]} documents
 */
function search(documents) {
  const collection = new Collection(documents);
  let ranked = { query: "", ...nothing() };
  /**
   * What is to be shown of a query, its results up to a number.
   * @param {Asked} asked
   * @returns {Reply}
   */
  return ({ query, most }) => {
    if (query !== ranked.query) ranked = { query, ...found(cleaned(query), collection) };
    const { answers, groups, missing, read } = ranked;
    const results = groups.slice(0, most).map((group) => without(missing, shown(group, collection)));
    return { query, answers, results, count: answers.length + groups.length, missing, read };
  };
}

/**
 * A group whose lines do not say again the words that are found nowhere.
 * @param {string[]} missing
 * @param {Group} group
 * @returns {Group}
 */
function without(missing, { head, best, more }) {
  /** @type {(line: Line) => Line} */
  const said = (line) => ({ ...line, lacking: line.lacking.filter((word) => !missing.includes(word)) });
  return { head: said(head), best: best.map(said), more: more.map(said) };
}

/** What is found of nothing. */
function nothing() {
  /** @type {{ answers: DayAnswer[], groups: Answer[][], missing: string[], read: Reading[] }} */
  const none = { answers: [], groups: [], missing: [], read: [] };
  return none;
}

/**
 * What a query finds: the answers of the day, then clauses one by one, other pages with their sections.
 * @param {string} query
 * @param {Collection} collection
 */
function found(query, collection) {
  if (!query) return nothing();
  const ranked = rank(collection, query);
  const answers = answersTo(query, ranked, collection);
  const unknown = missing(ranked).filter((word) => !answers.some(({ kind, title }) => kind === "moyen" && title.includes(`«\u00a0${word}\u00a0»`)));
  return { answers, groups: grouped(ranked), missing: unknown, read: readAs(ranked, collection.vocabulary) };
}

/**
 * The words of a query which are found nowhere, although others are.
 * @param {Answer[]} ranked
 */
function missing([first]) {
  return first ? first.terms.filter((_, i) => !first.found[i]).map(({ word }) => word) : [];
}

/**
 * The words of a query which are found nowhere as they are typed, with the word that the first result to have one has in its place.
 * @param {Answer[]} ranked
 * @param {Words} vocabulary
 * @returns {Reading[]}
 */
function readAs(ranked, vocabulary) {
  const terms = ranked[0]?.terms ?? [];
  return terms.flatMap(({ word, folded, stems }, i) => {
    const [root] = ranked.find(({ hits }) => hits[i])?.hits[i]?.stems ?? [];
    return root && [...stems.values()].every((weight) => weight === WEIGHTS.mistyped) ? [{ word, as: closest(folded, root, vocabulary) }] : [];
  });
}

/**
 * Of the ways to write a stem, that which is the nearest to a word.
 * @param {string} folded
 * @param {string} root
 * @param {Words} vocabulary
 */
function closest(folded, root, vocabulary) {
  const far = (/** @type {string} */ form) => edits(fold(form), folded, folded.length);
  return [...(vocabulary.written.get(root) ?? [])].reduce((best, form) => (far(form) < far(best) ? form : best));
}

// `DOCUMENTS` is what the pages say (macros/export/search.py).
const reply = search(DOCUMENTS.map(([location, title, text, mots = []]) => ({ location, title, text, mots })));
if (self.document) self.Recherche = reply;
else self.addEventListener("message", (event) => self.postMessage(reply(/** @type {MessageEvent<Asked>} */ (event).data)));
