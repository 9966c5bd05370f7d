// Results: one for each clause, under the name of its text, with an extract; the words shown are those of the reader and of the page,
// not stems.

/** Words of an extract, before and in all. */
const EXTRACT = { before: 8, all: 28 }

/** What lunr gives for an answer; each place once, or Material would mark it twice. */
function asLunr({ location, score, hits }) {
  const places = {}
  for (const { fields } of hits.filter(Boolean))
    for (const [name, { positions }] of Object.entries(fields))
      places[name] = { position: [...new Set([...(places[name] || { position: [] }).position, ...positions])] }
  return { ref: location, score, matchData: { metadata: { found: places } } }
}

/** Whether to have this form marked on the page: Material cuts it at hyphens and marks it inside words too. */
function canBeMarked(form) {
  return form.split(/[-‑]/).every(part => part.length > 2 || /\d/.test(part))
}

/** Words for Material: those of the page → true, to mark there; those of the reader not found → false. */
function wordsShown({ terms, hits }, vocabulary) {
  const shown = {}
  hits.forEach((hit, i) => {
    const forms = hit ? [...hit.stems].flatMap(root => [...(vocabulary.written.get(root) || [])]) : [terms[i].word]
    forms.filter(form => !hit || canBeMarked(form)).forEach(form => { shown[form] = Boolean(hit) })
  })
  return shown
}

/** A few words around the first one marked, without other markup. */
function extract(text) {
  const words = text.replace(/<(?!\/?mark>)[^>]*>/g, " ").split(/\s+/).filter(Boolean)
  const first = Math.max(0, words.findIndex(word => word.includes("<mark>")) - EXTRACT.before)
  const end = first + EXTRACT.all
  return (first ? "… " : "") + words.slice(first, end).join(" ") + (end < words.length ? " …" : "")
}

/** How a result says which text it is of. */
function textShown(location, documents) {
  return textName(location, documents) + (isReference(location, documents) ? " (référence)" : "")
}

/** The words of the reader that a result lacks, as a line of its extract. */
function lacking(words) {
  const missing = Object.keys(words).filter(word => !words[word])
  return missing.length ? `<br>Sans : ${missing.map(word => `<del>${escaped(word)}</del>`).join(", ")}` : ""
}

/** Make a reader's word safe in markup. */
function escaped(word) {
  return word.replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`)
}

/** A clause as a result of its own. Material shows no text for a lone section: its title carries an extract. */
function clauseResult(item, documents) {
  const title = [
    `<small class="recherche-texte">${textShown(item.location, documents)}</small>`,
    item.title,
    `<small class="recherche-extrait">${extract(item.text)}${lacking(item.terms)}</small>`
  ].join("<br>")
  return [{ ...item, title, text: "", parent: undefined }]
}

/** Put a page at the head of its sections if it did not answer the query itself: Material wants it. */
function addPage(group, key, documents) {
  if (!key.includes("#") && !group.some(({ location }) => location === key))
    group.push({ ...documents.get(key), parent: undefined, score: 0, terms: group[0].terms })
}

/** Put the results in the order of the ranking: clauses one by one, other pages with their sections. */
function arrange(items, answers, { documents, vocabulary }) {
  const marked = new Map(items.flat().map(item => [item.location, item]))
  const groups = new Map()
  for (const answer of answers.filter(({ location }) => marked.has(location))) {
    const item = { ...marked.get(answer.location), score: answer.score, terms: wordsShown(answer, vocabulary) }
    const key = isClause(item.location) ? item.location : item.location.split("#")[0]
    if (isClause(item.location))
      groups.set(key, clauseResult(item, documents))
    else
      groups.set(key, [...(groups.get(key) || []), { ...item, text: `<p>${extract(item.text)}</p>`, parent: undefined }])
  }
  groups.forEach((group, key) => addPage(group, key, documents))
  return [...groups.values()]
}
