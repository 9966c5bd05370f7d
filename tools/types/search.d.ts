// What the page asks (`Asked`) and is told (`Reply`): overrides/assets/recherche/page/resultats.js draws it.

/** A query as it is typed, and how many results at most. */
interface Asked {
  query: string;
  most: number;
}

/** A document as a line of the results: texts as pieces, one in two marked; the words to mark on its page; those of the reader that it lacks. */
interface Line {
  location: string;
  /** The name of the text that a clause is of, or "". */
  source: string;
  title: string[];
  extract: string[];
  words: string[];
  lacking: string[];
}

/** A clause, or a page with its sections: those that answer as well as the best, and those to unfold. */
interface Group {
  head: Line;
  best: Line[];
  more: Line[];
}

interface Verdict {
  nom: string;
  ton: string;
}

/** A line of an answer: verdicts under a name, and what else is said; each may be empty. */
interface AnswerLine {
  name: string;
  verdicts: Verdict[];
  after: string;
}

/** An answer of the day, about a means or a situation; or a page that the query names, which says nothing of the day. */
interface DayAnswer {
  location: string;
  title: string;
  kind: "moyen" | "situation" | "page";
  lines: AnswerLine[];
}

/** What is to be shown of a query: `count` is how many answers and results there are in all. */
interface Reply {
  query: string;
  answers: DayAnswer[];
  results: Group[];
  count: number;
  /** The words found nowhere, although others are. */
  missing: string[];
  /** Those found nowhere as they are typed, and what is looked for in their place. */
  read: Reading[];
}

/** A word as it is typed, and as it is read. */
interface Reading {
  word: string;
  as: string;
}
