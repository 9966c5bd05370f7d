// Collection: the words of the documents, where they stand, and what a word of a query finds among them.

/** How far the lines of a text stand from each other: their words are no neighbours. */
const APART = 10;

/**
 * How much a field counts: the other words of a page find it where nothing else would, and bring the answer of the day (7-reponses.js); the name
 * of its text, a clause.
 * @type {Record<FieldName, number>}
 */
const BOOSTS = { title: 3, text: 1, tags: 0.05, source: 0.05 };

/** The fields of a document. */
const FIELDS = /** @type {FieldName[]} */ (Object.keys(BOOSTS));

/** What the search knows of the documents: the words of each field, where they stand, how long the fields are. */
class Collection {
  /**
   * @param {Doc[]} documents
   */
  constructor(documents) {
    /** @type {Documents} */
    this.documents = new Map(documents.map((document) => [document.location, document]));
    this.vocabulary = new Vocabulary();
    /** @type {Postings} */
    this.postings = new Map();
    /** @type {Field[]} */
    this.fields = FIELDS.map((name) => ({ name, boost: BOOSTS[name], lengths: new Map(), mean: 1 }));
    /** @type {(word: string) => string[]} */
    this.roots = remembering((word) => wordsOf(word).map((part) => this.vocabulary.add(part)));
    documents.forEach((document) => this.add(document));
    for (const field of this.fields) {
      const total = [...field.lengths.values()].reduce((sum, length) => sum + length, 0);
      field.mean = total / (field.lengths.size || 1) || 1;
    }
  }

  /**
   * Add a document, and what else than its text it is looked for by.
   * @param {Doc} document
   */
  add({ location, title, text, mots }) {
    if (isClause(location)) this.vocabulary.anchors.add(location.split("#")[1]);
    if (location.startsWith(`${CONTENTS}#`)) this.vocabulary.addText(title);
    const source = isClause(location) ? textName(location, this.documents) : "";
    const texts = { title, text, tags: otherWords(location, mots).join("\n"), source };
    for (const field of this.fields) {
      const length = this.read(location, field.name, texts[field.name]);
      if (length) field.lengths.set(location, length);
    }
  }

  /**
   * Note the words of a field of a document; give how many they are. Each word of the site passes here before any of this is compiled: no small
   * array or closure is made for a word (a quarter of the time until the first answer).
   * @param {string} location
   * @param {FieldName} name
   * @param {string} text
   */
  read(location, name, text) {
    let place = 0;
    let length = 0;
    for (const line of text.split("\n")) {
      let before = "";
      for (const word of line.toLowerCase().match(WORD) ?? []) {
        for (const root of this.roots(word)) length += this.note(root, location, name, place);
        const anchor = anchorNamed(before, word);
        if (anchor) {
          const root = this.vocabulary.write(anchor, withoutElision(before));
          length += this.note(root, location, name, place - 1) + this.note(root, location, name, place);
        }
        place += 1;
        before = word;
      }
      place += APART;
    }
    return length;
  }

  /**
   * Note where a stem stands in a field; give how many places that is.
   * @param {string} root
   * @param {string} location
   * @param {FieldName} name
   * @param {number} place
   */
  note(root, location, name, place) {
    if (!root) return 0;
    const fields = valueIn(valueIn(this.postings, root, newMap), location, newFields);
    const known = fields[name];
    if (known) known.push(place);
    else fields[name] = [place];
    return 1;
  }

  /**
   * What a term finds: location → field name → `{frequency, positions}`.
   * @param {Term} term
   */
  find(term) {
    /** @type {Hits} */
    const found = new Map();
    for (const [root, weight] of term.stems)
      for (const [location, fields] of this.postings.get(root) ?? [])
        for (const [name, places] of Object.entries(fields)) note(found, location, name, weight * places.length, places, root);
    for (const location of term.anchor ? this.clausesNamed(term.anchor) : []) note(found, location, "title", WEIGHTS.named, [], term.folded);
    return found;
  }

  /**
   * The clauses that have an anchor, one in each text at most.
   * @param {string} anchor
   */
  clausesNamed(anchor) {
    const lettered = SITE.lettres[anchor]?.filter((location) => this.documents.has(location)) ?? [];
    if (lettered.length) return lettered;
    return [...this.documents.keys()].filter((location) => isClause(location) && location.endsWith(`#${anchor}`));
  }

  /**
   * How rare a term is, from the number of documents that have it.
   * @param {number} count
   */
  rarity(count) {
    return Math.log(1 + (this.documents.size - count + 0.5) / (count + 0.5));
  }

  /**
   * What a term is worth in a document, all fields together.
   * @param {Hit} hit
   */
  worth(hit) {
    return this.fields.reduce((sum, { name, boost, lengths, mean }) => {
      if (!hit.fields[name]) return sum;
      const { frequency } = hit.fields[name];
      const length = 1 - WEIGHTS.length + (WEIGHTS.length * (lengths.get(hit.location) ?? 0)) / mean;
      return sum + (boost * frequency * (WEIGHTS.saturation + 1)) / (frequency + WEIGHTS.saturation * length);
    }, 0);
  }
}

/** @returns {Map<string, Record<string, number[]>>} */
const newMap = () => new Map();

/** @returns {Record<string, number[]>} */
const newFields = () => ({});

/**
 * The value of a key, made if there is none.
 * @template K, V
 * @param {Map<K, V>} map
 * @param {K} key
 * @param {() => V} make
 * @returns {V}
 */
function valueIn(map, key, make) {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/**
 * What else than its text a page or a section is looked for by: its own words, the names of a means, the words of a situation.
 * @param {string} location
 * @param {string[]} own
 */
function otherWords(location, own) {
  const names = SITE.moyens.filter(({ adresse }) => adresse === location).flatMap(({ noms }) => noms);
  return [...own, ...names, ...(SITE.situations[location]?.mots ?? [])].flatMap((words) => words.split(/\s+/));
}

/**
 * Add to what a term finds in a document.
 * @param {Hits} found
 * @param {string} location
 * @param {string} name
 * @param {number} frequency
 * @param {number[]} positions
 * @param {string} root
 */
function note(found, location, name, frequency, positions, root) {
  const hit = found.get(location) ?? { location, fields: {}, stems: new Set() };
  const field = hit.fields[name] ?? { frequency: 0, positions: [] };
  field.frequency += frequency;
  field.positions.push(...positions);
  hit.fields[name] = field;
  hit.stems.add(root);
  found.set(location, hit);
}
