// Results: one for each clause, under the name of its text, with an extract; the words shown are those of the reader and of the page,
// not stems.

/** Words of an extract, before and in all, and lines of a text that it is taken from. */
const EXTRACT = { before: 8, all: 28, lines: 2 };

/** Signs around a word that is marked, which no text of the site holds. */
const [MARK, END] = ["\u0002", "\u0003"];

/**
 * Ranked answers as groups: a clause alone, the others with those of their page, the best first.
 * @param {Answer[]} ranked
 */
function grouped(ranked) {
  /** @type {Map<string, Answer[]>} */
  const groups = new Map();
  for (const answer of ranked) valueIn(groups, isClause(answer.location) ? answer.location : pageOf(answer.location), () => []).push(answer);
  return [...groups.values()];
}

/**
 * The page of a location.
 * @param {string} location
 */
function pageOf(location) {
  return location.split("#")[0];
}

/**
 * A group as it is shown: its clause; or its page, the sections that answer as well as the best one, and those to unfold.
 * @param {Answer[]} group
 * @param {Collection} collection
 * @returns {Group}
 */
function shown(group, collection) {
  const [best] = group;
  if (isClause(best.location))
    return { head: { ...line(best, collection), source: textShown(best.location, collection.documents) }, best: [], more: [] };
  const page = group.find(({ location }) => !location.includes("#"));
  const sections = group.filter((answer) => answer !== page);
  const worse = sections.findIndex(({ score }) => score < best.score);
  const cut = worse < 0 ? sections.length : worse;
  const lines = sections.map((section) => line(section, collection));
  return { head: headOf(page, best, cut > 0, collection), best: lines.slice(0, cut), more: lines.slice(cut) };
}

/**
 * The page at the head of its sections; it has an extract only if it answers best itself.
 * @param {Answer | undefined} page
 * @param {Answer} best
 * @param {boolean} others whether sections are shown below it
 * @param {Collection} collection
 * @returns {Line}
 */
function headOf(page, best, others, collection) {
  const location = pageOf(best.location);
  const source = ofReference(SITE.references[location]);
  if (page && page === best && !others) return { ...line(page, collection), source };
  const title = page ? line(page, collection).title : [collection.documents.get(location)?.title ?? ""];
  return { location, source, title, extract: [], lacking: [], words: wordsShown(page ?? best, collection.vocabulary).words };
}

/**
 * A document as a line of the results.
 * @param {Answer} answer
 * @param {Collection} collection
 * @returns {Line}
 */
function line(answer, { documents, vocabulary }) {
  const { location } = answer;
  const { title, text } = /** @type {Doc} */ (documents.get(location));
  const [whole] = marked(title, placesIn(answer, "title"));
  const lines = marked(text, placesIn(answer, "text"));
  const best = lines.filter((one) => one.includes(MARK)).slice(0, EXTRACT.lines);
  return {
    location,
    source: "",
    title: pieces(whole),
    extract: pieces(extract((best.length ? best : lines).join(" "))),
    ...wordsShown(answer, vocabulary),
  };
}

/**
 * Where what was found stands in a field.
 * @param {Answer} answer
 * @param {FieldName} name
 */
function placesIn({ hits }, name) {
  return new Set(hits.flatMap((hit) => hit?.fields[name]?.positions ?? []));
}

/**
 * The lines of a text, whose words at some places are marked.
 * @param {string} text
 * @param {Set<number>} places
 */
function marked(text, places) {
  let place = 0;
  return text.split("\n").map((line) => {
    const shown = line.replace(WORD, (word) => (places.has(place++) ? MARK + word + END : word));
    place += APART;
    return shown;
  });
}

/**
 * A text as its pieces, one in two marked.
 * @param {string} text
 */
function pieces(text) {
  return text.split(/[\u0002\u0003]/);
}

/**
 * A few words around the first one marked.
 * @param {string} text
 */
function extract(text) {
  const words = text.split(/\s+/).filter(Boolean);
  const first = Math.max(0, words.findIndex((word) => word.includes(MARK)) - EXTRACT.before);
  const end = first + EXTRACT.all;
  return (first ? "… " : "") + words.slice(first, end).join(" ") + (end < words.length ? " …" : "");
}

/**
 * Whether to have this form marked on the page: it is cut at hyphens there, and parts of words are marked too.
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
 * The words of the page to mark there, and those of the reader that it lacks, each once.
 * @param {Answer} answer
 * @param {Words} vocabulary
 */
function wordsShown({ terms, hits }, vocabulary) {
  const found = hits.flatMap((hit, i) => (hit ? rootsShown(hit, terms[i]) : [])).flatMap((root) => [...(vocabulary.written.get(root) ?? [])]);
  const lacking = terms.filter((_, i) => !hits[i]).map(({ word }) => word);
  return { words: [...new Set(found.filter(canBeMarked))], lacking: [...new Set(lacking)] };
}

/**
 * How a result says which text it is of.
 * @param {string} location
 * @param {Documents} documents
 */
function textShown(location, documents) {
  const name = textName(location, documents);
  return isReference(location, documents) ? ofReference(name) : name;
}

/**
 * How what does not bind the site's staff is named, if it is.
 * @param {string | undefined} name
 */
function ofReference(name) {
  return name ? `${name} (texte de référence)` : "";
}
