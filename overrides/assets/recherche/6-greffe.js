// What the theme calls: its worker loads this file by its name when the search language is « fr », then calls `lunr.fr` on its index builder.

/** Rearrange each list of results on its way from the worker to the page. */
function rearrangeMessages(arrangeLatest) {
  const post = self.postMessage.bind(self)
  self.postMessage = message => {
    const items = message && message.data && message.data.items
    post(items ? { ...message, data: { ...message.data, items: arrangeLatest(items) } } : message)
  }
}

/** Give the index its French search once it is built. */
function equip(builder, index, documents, vocabulary) {
  const collection = new Collection(builder, index, documents, vocabulary)
  let answers = []
  index.search = query => {
    answers = rank(collection, query)
    return answers.map(asLunr)
  }
  rearrangeMessages(items => arrange(items, answers, collection))
  return index
}

/** The language plugin that the worker calls on its builder. */
lunr.fr = function () {
  const builder = this
  const [add, build] = [builder.add, builder.build]
  const [documents, vocabulary] = [new Map(), new Vocabulary()]
  const step = stemmerInto(vocabulary)
  lunr.Pipeline.registerFunction(step, "french")
  lunr.QueryLexer.termSeparator = /\s+/
  builder.pipeline.reset()
  builder.searchPipeline.reset()
  builder.pipeline.add(step)
  builder.add = (document, attributes) => {
    documents.set(document.location, document)
    add.call(builder, document, attributes)
  }
  builder.build = () => equip(builder, build.call(builder), documents, vocabulary)
}
