// What the scripts of the search handle.

/** A page or a section, by its location: "encadrements/directive/#art-5-9". Its text has a line for each block. */
interface Doc {
  location: string;
  title: string;
  text: string;
  /** What else a page is looked for by. */
  mots: string[];
}

type FieldName = "title" | "text" | "tags" | "source";

/** Stem → location → places in each field. */
type Postings = Map<string, Map<string, Partial<Record<FieldName, number[]>>>>;

type Documents = Map<string, Doc>;

/** What is known of the words of the index. */
interface Words {
  /** Folded form → stem. */
  stems: Map<string, string>;
  /** Stem → forms as written. */
  written: Map<string, Set<string>>;
  /** The anchors of the clauses: "art-5-9". */
  anchors: Set<string>;
  /** The names of the texts and their parts, each as the stems of its words. */
  texts: string[][];
  add(word: string): string;
  addText(name: string): void;
  endWithText(words: string[]): boolean;
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
  name: FieldName;
  boost: number;
  lengths: Map<string, number>;
  mean: number;
}

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
  /** What its yes supposes, where the texts leave it unsaid. */
  reserve?: string;
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
  /** What is to be known before one reads the answers. */
  constat?: string;
  /** Whether the texts leave a point unsaid. */
  silence?: boolean;
  cas: { nom: string; periodes: Period[]; reserve?: string }[];
}

declare const SITE: {
  verdicts: Record<string, Verdict>;
  publics: Record<string, string>;
  moyens: Means[];
  situations: Record<string, SituationFacts>;
  lettres: Record<string, string[] | undefined>;
  /** The organization of each sheet that does not bind the staff, by its page. */
  references: Record<string, string | undefined>;
  /** Groups of words that are typed for one another. */
  synonymes: string[][];
};

/** Location, title and text of each document. */
declare const DOCUMENTS: [location: string, title: string, text: string, mots?: string[]][];

interface WorkerGlobalScope {
  /** There is one where the page runs the search itself. */
  document?: unknown;
  Recherche?: (asked: Asked) => Reply;
  Commun: { isoDay(): string };
  postMessage(message: Reply): void;
}
