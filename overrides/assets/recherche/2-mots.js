// Words: fold accents, drop elisions, stem lightly; the same on both sides, so that « eleve », « l’élève » and « élèves » are one word.

/** Stems of the words that name a clause with a letter or a number → how its anchor begins. */
const NAMES = new Map([
  ["annex", "annexe"],
  ["ann", "annexe"],
  ["tableau", "tableau"],
  ["tab", "tableau"],
  ["articl", "art"],
  ["art", "art"],
]);

/** An anchor that a name can give. */
const ANCHOR = /^(?:(?:annexe|tableau)-[a-z](?:-\d+)?|[a-z]+-\d+(?:-\d+)*)$/;

/**
 * A function of a text that remembers what it gave: those of a site are few, and asked for with each letter typed.
 * @template T
 * @param {(text: string) => T} make
 * @returns {(text: string) => T}
 */
function remembering(make) {
  /** @type {Map<string, T>} */
  const given = new Map();
  return (text) => {
    const known = given.get(text);
    if (known !== undefined) return known;
    const found = make(text);
    given.set(text, found);
    return found;
  };
}

/**
 * Drop what an elision puts before a word, with either apostrophe.
 * @param {string} word
 */
function withoutElision(word) {
  return word.replace(ELISION, "");
}

/** Lower case, without accents, ligatures or signs: "Élève¹" gives "eleve", "5.9" stays. */
const fold = remembering((word) =>
  word
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .normalize("NFD")
    .replace(/[^a-z0-9.]/g, "")
    .replace(/^\.+|\.+$/g, ""),
);

/**
 * Replace the first ending of a list that the word has, if enough of it is left.
 * @param {string} word
 * @param {Endings} endings
 */
function withoutEnding(word, { least, list }) {
  // No destructuring here: each word of the site passes, before any of this is compiled.
  const found = list.find((pair) => word.endsWith(pair[0]));
  const rest = found ? word.slice(0, -found[0].length) + found[1] : word;
  return rest.length >= least ? rest : word;
}

/** The stem of a folded word; numbers are left alone. */
const stem = remembering((folded) => {
  const word = IRREGULAR.get(folded) ?? folded;
  const root = /\d/.test(word) ? word : ENDINGS.reduce(withoutEnding, word);
  const infinitive = CHANGING.get(root);
  return infinitive ? ENDINGS.reduce(withoutEnding, infinitive) : root;
});

/** The infinitives that a folded word may be a form of, the likeliest first: "supprimerons", "mangeons". */
const infinitives = remembering((folded) => {
  const future = FUTURE.exec(folded)?.groups?.root ?? "";
  const present = PRESENT.exec(folded)?.groups?.root ?? "";
  const changed = [future, present].map((root) => CHANGING.get(root) ?? "");
  const regular = present ? INFINITIVE.filter(({ end }) => end.test(present)).map(({ end, ending }) => present.replace(end, ending)) : [];
  return [...changed, future, future && `${future}e`, ...regular].filter((word) => /(?:er|ir|re)$/.test(word));
});

/** How a folded word is heard, more or less: "foto" as "photo". */
const sound = remembering((folded) => SOUNDS.reduce((text, [letters, heard]) => text.replace(letters, heard), folded));

/** The words in a token: itself, or a compound joined, then its parts ("Wi-Fi": wifi, wi, fi). */
const wordsOf = remembering((token) => {
  const bare = withoutElision(token);
  const parts = bare.split(/[-‑’']/).filter(Boolean);
  return parts.length > 1 ? [parts.join(""), ...parts] : [bare];
});

/** What a word says that a letter or a number names, or "": "Annexes" gives "annexe". */
const kindNamed = remembering((label) => NAMES.get(stem(fold(withoutElision(label)))) ?? "");

/**
 * The anchor that two words name, or "": "Annexe A" gives "annexe-a", "l'article 5.0" gives "art-5", "annexe à" nothing.
 * @param {string} label
 * @param {string} sign
 */
function anchorNamed(label, sign) {
  const kind = kindNamed(label);
  if (!kind) return "";
  const bare = sign.toLowerCase().replace(/[^\p{L}\d.]|\.+$|(?:\.0)+$/gu, "");
  const anchor = `${kind}-${bare.replace(/^([a-z])(?=\d)/, "$1-").replace(/\./g, "-")}`;
  return ANCHOR.test(anchor) ? anchor : "";
}

/**
 * The stems of the words that say something.
 * @param {string[]} words
 */
function saidIn(words) {
  return words
    .map(fold)
    .filter((folded) => folded && !STOP_WORDS.has(folded))
    .map(stem);
}

/** What is known of the words of the index: folded form → stem, stem → forms as written, the anchors of the clauses, the names of the texts. */
class Vocabulary {
  constructor() {
    /** @type {Map<string, string>} */
    this.stems = new Map();
    /** @type {Map<string, Set<string>>} */
    this.written = new Map();
    /** @type {Set<string>} */
    this.anchors = new Set();
    /** @type {string[][]} */
    this.texts = [];
  }

  /**
   * Note a word as written; give its stem.
   * @param {string} word
   */
  add(word) {
    const folded = fold(word);
    const root = this.stems.get(folded) ?? stem(folded);
    this.stems.set(folded, root);
    return this.write(root, word);
  }

  /**
   * Note the name of a text, and each of its parts: "Médias sociaux (SIGLE)".
   * @param {string} name
   */
  addText(name) {
    const parts = name.split(/[()]/).map((part) => (part.match(WORD) ?? []).flatMap((word) => saidIn(wordsOf(word))));
    this.texts.push(...[parts.flat(), ...parts].filter((roots) => roots.length));
  }

  /**
   * Whether some words end with the name of a text, small ones aside.
   * @param {string[]} words
   */
  endWithText(words) {
    const roots = saidIn(words);
    return this.texts.some((name) => name.every((root, i) => roots.at(i - name.length) === root));
  }

  /**
   * Note how a stem is written; give it.
   * @param {string} root
   * @param {string} word
   */
  write(root, word) {
    this.written.set(root, (this.written.get(root) ?? new Set()).add(word));
    return root;
  }

  /**
   * The stems of the words that begin so.
   * @param {string} beginning
   */
  completions(beginning) {
    return [...this.stems].filter(([folded]) => folded.startsWith(beginning)).map(([, root]) => root);
  }
}
