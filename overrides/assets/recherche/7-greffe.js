// What the theme calls: its worker loads this file by its name when the search language is « fr », then calls `lunr.fr` on its index builder.

/**
 * Rearrange each list of results on its way from the worker to the page.
 * @param {(items: Result[][]) => Result[][]} arrangeLatest
 */
function rearrangeMessages(arrangeLatest) {
  const post = self.postMessage.bind(self);
  self.postMessage = (message) => {
    const items = message?.data?.items;
    post(items ? { ...message, data: { ...message.data, items: arrangeLatest(items) } } : message);
  };
}

/**
 * Give the index its French search once it is built.
 * @param {LunrBuilder} builder
 * @param {LunrIndex} index
 * @param {Documents} documents
 * @param {Words} vocabulary
 * @returns {LunrIndex}
 */
function equip(builder, index, documents, vocabulary) {
  const collection = new Collection(builder, index, documents, vocabulary);
  let asked = "";
  /** @type {Answer[]} */
  let answers = [];
  index.search = (query) => {
    asked = query;
    answers = rank(collection, query);
    return answers.map(asLunr);
  };
  rearrangeMessages((items) => {
    const found = [...(asked ? answersTo(asked, answers, collection) : []), ...arrange(items, answers, collection)];
    asked = "";
    return found;
  });
  return index;
}

/**
 * What else than its text a page or a section is looked for by: the names of a means, the words of a situation.
 * @param {string} location
 */
function otherWords(location) {
  const names = SITE.moyens.filter(({ adresse }) => adresse === location).flatMap(({ noms }) => noms);
  return [...names, ...(SITE.situations[location]?.mots ?? [])].flatMap((words) => words.split(/\s+/));
}

/** The language plugin that the worker calls on its builder. */
lunr.fr = function () {
  const { add, build } = this;
  /** @type {Documents} */
  const documents = new Map();
  const vocabulary = new Vocabulary();
  const step = stemmerInto(vocabulary);
  lunr.Pipeline.registerFunction(step, "french");
  lunr.QueryLexer.termSeparator = /\s+/;
  this.pipeline.reset();
  this.searchPipeline.reset();
  this.pipeline.add(step);
  this.add = (document, attributes) => {
    documents.set(document.location, document);
    if (isClause(document.location)) vocabulary.anchors.add(document.location.split("#")[1]);
    add.call(this, { ...document, tags: otherWords(document.location) }, attributes);
  };
  this.build = () => equip(this, build.call(this), documents, vocabulary);
};
