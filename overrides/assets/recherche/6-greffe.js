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
  /** @type {Answer[]} */
  let answers = [];
  index.search = (query) => {
    answers = rank(collection, query);
    return answers.map(asLunr);
  };
  rearrangeMessages((items) => arrange(items, answers, collection));
  return index;
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
    add.call(this, document, attributes);
  };
  this.build = () => equip(this, build.call(this), documents, vocabulary);
};
