// Results: one for each clause, under the name of its text, with an extract; the words shown are those of the reader and of the page,
// not stems.

/** Words of an extract, before and in all. */
const EXTRACT = { before: 8, all: 28 };

/**
 * What lunr gives for an answer; each place once, or Material would mark it twice.
 * @param {Answer} answer
 * @returns {LunrResult}
 */
function asLunr({ location, score, hits }) {
  /** @type {Record<string, { position: number[] }>} */
  const places = {};
  for (const hit of hits)
    for (const [name, { positions }] of Object.entries(hit?.fields ?? {}))
      places[name] = { position: [...new Set([...(places[name]?.position ?? []), ...positions])] };
  return { ref: location, score, matchData: { metadata: { found: places } } };
}

/**
 * Whether to have this form marked on the page: Material cuts it at hyphens and marks it inside words too.
 * @param {string} form
 */
function canBeMarked(form) {
  return form.split(/[-‑]/).every((part) => part.length > 2 || /\d/.test(part));
}

/**
 * What to mark of what was found of a word: words that only say the same, if it is not there itself.
 * @param {Hit} hit
 * @param {Term} term
 */
function rootsShown({ stems }, term) {
  const own = [...stems].filter((root) => term.stems.get(root) !== WEIGHTS.kin);
  return own.length ? own : [...stems];
}

/**
 * Words for Material: those of the page → true, to mark there; those of the reader not found → false.
 * @param {Answer} answer
 * @param {Words} vocabulary
 * @returns {Shown}
 */
function wordsShown({ terms, hits }, vocabulary) {
  /** @type {Shown} */
  const shown = {};
  hits.forEach((hit, i) => {
    const forms = hit ? rootsShown(hit, terms[i]).flatMap((root) => [...(vocabulary.written.get(root) ?? [])]) : [terms[i].word];
    forms
      .filter((form) => !hit || canBeMarked(form))
      .forEach((form) => {
        shown[form] = Boolean(hit);
      });
  });
  return shown;
}

/**
 * A few words around the first one marked, without other markup.
 * @param {string} text
 */
function extract(text) {
  const words = text
    .replace(/<(?!\/?mark>)[^>]*>/g, " ")
    .split(/\s+/)
    .filter(Boolean);
  const first = Math.max(0, words.findIndex((word) => word.includes("<mark>")) - EXTRACT.before);
  const end = first + EXTRACT.all;
  return (first ? "… " : "") + words.slice(first, end).join(" ") + (end < words.length ? " …" : "");
}

/**
 * How a result says which text it is of.
 * @param {string} location
 * @param {Documents} documents
 */
function textShown(location, documents) {
  return textName(location, documents) + (isReference(location, documents) ? " (texte de référence)" : "");
}

/**
 * The words of the reader that a result lacks, as a line of its extract.
 * @param {Shown} words
 */
function lacking(words) {
  const missing = Object.keys(words).filter((word) => !words[word]);
  return missing.length ? `<br>Sans\u00a0: ${missing.map((word) => `<del>${escaped(word)}</del>`).join(", ")}` : "";
}

/**
 * Make a reader's word safe in markup.
 * @param {string} word
 */
function escaped(word) {
  return word.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/**
 * A clause as a result of its own. Material shows no text for a lone section: its title carries an extract.
 * @param {Result} item
 * @param {Documents} documents
 * @returns {Result[]}
 */
function clauseResult(item, documents) {
  const title = [
    `<small class="recherche-texte">${textShown(item.location, documents)}</small>`,
    item.title,
    `<small class="recherche-extrait">${extract(item.text)}${lacking(item.terms)}</small>`,
  ].join("<br>");
  return [{ ...item, title, text: "", parent: undefined }];
}

/**
 * Put a page at the head of its sections if it did not answer the query itself: Material wants it.
 * @param {Result[]} group
 * @param {string} key
 * @param {Documents} documents
 */
function addPage(group, key, documents) {
  const page = documents.get(key);
  if (page && !key.includes("#") && !group.some(({ location }) => location === key))
    group.push({ ...page, parent: undefined, score: 0, terms: group[0].terms });
}

/**
 * Put the results in the order of the ranking: clauses one by one, other pages with their sections.
 * @param {Result[][]} items
 * @param {Answer[]} answers
 * @param {Collection} collection
 * @returns {Result[][]}
 */
function arrange(items, answers, { documents, vocabulary }) {
  const marked = new Map(items.flat().map((item) => [item.location, item]));
  /** @type {Map<string, Result[]>} */
  const groups = new Map();
  for (const answer of answers) {
    const found = marked.get(answer.location);
    if (!found) continue;
    const item = { ...found, score: answer.score, terms: wordsShown(answer, vocabulary) };
    const key = isClause(item.location) ? item.location : item.location.split("#")[0];
    if (isClause(item.location)) groups.set(key, clauseResult(item, documents));
    else groups.set(key, [...(groups.get(key) ?? []), { ...item, text: `<p>${extract(item.text)}</p>`, parent: undefined }]);
  }
  groups.forEach((group, key) => addPage(group, key, documents));
  return [...groups.values()];
}
