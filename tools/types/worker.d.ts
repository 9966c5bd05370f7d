// What the scripts of the search handle, and the little that they use of the theme's worker and of its lunr.

/** A page or a section of the index, by its location: "encadrements/directive/#art-5-9". */
interface Doc {
  location: string;
  title: string;
  text: string;
  parent?: Doc;
}

type Documents = Map<string, Doc>;

/** What is known of the words of the index. */
interface Words {
  /** Folded form → stem. */
  stems: Map<string, string>;
  /** Stem → forms as written. */
  written: Map<string, Set<string>>;
  /** The anchors of the clauses: "art-5-9". */
  anchors: Set<string>;
  add(word: string): string;
  write(root: string, word: string): string;
  completions(beginning: string): string[];
}

/** Endings of French words, and how many letters are left at least without them. */
interface Endings {
  least: number;
  list: [ending: string, instead: string][];
}

/** A word of a query. */
interface Sought {
  word: string;
  folded: string;
  /** "+" requires it, "-" excludes it. */
  presence: string;
  /** The anchor that it gives, if it names a clause. */
  anchor?: string;
}

/** What to look for: a distinct word of the query, where it stands in it, and the index's stems for it with their weights. */
interface Term extends Sought {
  words: Sought[];
  stems: Map<string, number>;
}

/** What a term finds in a document: places in the field's text, by field. */
interface Hit {
  location: string;
  fields: Record<string, Found>;
  stems: Set<string>;
}

interface Found {
  frequency: number;
  positions: number[];
}

type Hits = Map<string, Hit>;

/** A document that answers a query; `hits`, `rarities` and `found` (somewhere, if not there) follow `terms`. */
interface Answer {
  location: string;
  terms: Term[];
  hits: (Hit | undefined)[];
  rarities: number[];
  found: boolean[];
  score: number;
}

/** A field of the index: how much it counts, its words in each document and their mean. */
interface Field {
  name: string;
  boost: number;
  lengths: Map<string, number>;
  mean: number;
}

/** A document as the theme shows it; `terms`: the words of the page → true, those of the reader not found → false. */
interface Result extends Doc {
  score: number;
  terms: Shown;
}

type Shown = Record<string, boolean>;

// What the build knows of the rules' answers.

interface Period {
  du: string;
  /** Last day, included; null if it lasts. */
  au: string | null;
  verdict: string;
}

/** A means; `autre`: it stands for all those that the texts do not name, which are called by their own names. */
interface Means {
  nom: string;
  adresse: string;
  tient_lieu: boolean;
  noms: string[];
  /** The places of the clauses that give it its statuses. */
  articles: string[];
  reponses: Record<string, Period[]>;
}

/** A means under the name that a query gives it, and the places of its words. */
interface Named {
  means: Means;
  name: string;
  places: number[];
}

interface SituationFacts {
  question: string;
  mots: string[];
  cas: { nom: string; periodes: Period[] }[];
}

declare const SITE: {
  verdicts: Record<string, { nom: string; ton: string }>;
  publics: Record<string, string>;
  moyens: Means[];
  situations: Record<string, SituationFacts>;
  lettres: Record<string, string[] | undefined>;
};

// What lunr is here.

interface Token {
  toString(): string;
  clone(change: () => string): Token;
}

type Step = (token: Token, i: number, tokens: Token[]) => Token[];

interface Pipeline {
  add(step: Step): void;
  reset(): void;
}

/** Stem → field → location → places in the field's text. */
type Postings = Record<string, Record<string, Record<string, { position: number[] }>>>;

interface LunrResult {
  ref: string;
  score: number;
  matchData: { metadata: Record<string, Record<string, { position: number[] }>> };
}

interface LunrIndex {
  invertedIndex: Postings;
  fields: string[];
  search(query: string): LunrResult[];
}

interface LunrBuilder {
  _fields: Record<string, { boost?: number }>;
  pipeline: Pipeline;
  searchPipeline: Pipeline;
  add(document: Doc, attributes?: object): void;
  build(): LunrIndex;
}

declare const lunr: {
  Pipeline: { registerFunction(step: Step, name: string): void };
  QueryLexer: { termSeparator: RegExp };
  fr: (this: LunrBuilder) => void;
};
