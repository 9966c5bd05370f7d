// Query: cut it as the texts are cut, drop stop words, keep names and numbers whole (annexe A, 5.9), join neighbours (class dojo), complete the word being typed, allow for a typing
// error in a word found nowhere.

/**
 * Whether a word says nothing of what is looked for.
 * @param {string} word
 */
function isStopWord(word) {
  return STOP_WORDS.has(fold(word));
}

/** A letter and a number that a hyphen joins, which is one word: "C-12", a law's. */
const CODE = /^\p{L}[-‑][\d.]+$/u;

/** A clause's number as it is typed: a label perhaps, numbers, a letter perhaps ("art.5.9", "n°5.9", "5-9", "2.2a", "2.2 paragraphe a"). */
const NUMBER = new RegExp(
  /^(?:(?<label>(?:al(?:in[eé]a)?|art(?:icle)?|chapitre|clause|para(?:g(?:raphe)?)?|point|pt|r[eè]gle|s(?:ect(?:ion)?)?)s?|n[o°º]|[§#])\.?)?/.source +
    /(?<number>\d+(?:[.,-]\d+)*)\.?(?:(?:(?:sous)?(?:alin[eé]a|paragraphe)|lettre)?(?<letter>[a-z]))?$/.source,
  "i",
);

/** The numbers of annexes in Roman figures, from one, folded. */
const ROMAN = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];

/** Letters with a point after each, the last one's perhaps left out: "T.E.S.", "C.É". */
const DOTTED = /(?<![\p{L}\d.])\p{L}\.(?:\p{L}\.)*\p{L}(?:\.|(?![\p{L}\d]))(?![\p{L}\d])/gu;

/** The labels of clauses that one word and a letter name. */
const LABELS = ["annexe", "tableau"];

/** Small words with which others begin, or one letter; at the end, those of two letters are endings ("ancienneté"). */
const AFFIX = /^(?:.|de|en)$/;

/** The groups of words that say one thing in many ways, folded. */
const KIN = SITE.synonymes.map((words) => words.map(fold));

/** Each of the words that have kin. */
const KIN_WORDS = new Set(KIN.flat());

/** What counts, after a number: "4-5 ans" numbers no clause. */
const COUNTED =
  /^(?:ans?|annees?|h|heures?|jours?|minutes?|mois|semaines?|janv(?:ier)?|fevr(?:ier)?|mars|avril|mai|juin|juil(?:let)?|aout|sept(?:embre)?|oct(?:obre)?|nov(?:embre)?|dec(?:embre)?)$/;

/** What an elision leaves before a word whose apostrophe was not typed: "leleve". */
const ELIDED = /^(?:[cdjlmnst]|qu)$/;

/**
 * The words to look for in a part of a query: a compound is one word if the index joins it, or else its parts.
 * A compound of stop words ("puis-je") is its parts, to be dropped like them.
 * @param {string} part
 * @param {Words} vocabulary
 * @returns {{ word: string, folded: string }[]}
 */
function wordsSought(part, vocabulary) {
  const [whole, ...parts] = CODE.test(part) ? [part.replace(/[-‑]/g, "")] : wordsOf(part);
  const apart = parts.length && (parts.every(isStopWord) || !vocabulary.completions(fold(whole)).length);
  const words = apart ? parts : parts.length ? [] : unglued(whole, vocabulary);
  /** @type {(word: string) => string} */
  const folded = (word) => infinitiveOf(fold(word), vocabulary);
  return words.length ? words.map((word) => ({ word, folded: folded(word) })) : [{ word: withoutElision(part), folded: folded(whole) }];
}

/**
 * A folded word, or the infinitive of the verb that it is a form of, if the index has the verb and neither the word nor what it begins.
 * @param {string} folded
 * @param {Words} vocabulary
 */
function infinitiveOf(folded, vocabulary) {
  if (vocabulary.written.has(stem(folded)) || kinOf(folded).length) return folded;
  const found = infinitives(folded);
  if (!found.length || vocabulary.completions(folded).length) return folded;
  /** @type {(infinitive: string) => boolean} */
  const isVerb = (infinitive) => [...(vocabulary.written.get(stem(infinitive)) ?? [])].some((form) => VERB.test(form));
  return found.find((one) => vocabulary.stems.has(one) || KIN_WORDS.has(one)) ?? found.find(isVerb) ?? folded;
}

/**
 * The words that were typed without a blank or an apostrophe between them ("photoeleve", "loi25", "lannexe"), or none: a word that the index has,
 * or its beginning, is left whole.
 * @param {string} word
 * @param {Words} vocabulary
 */
function unglued(word, vocabulary) {
  if (isKnown(word, vocabulary) || vocabulary.completions(fold(word)).length || infinitiveOf(fold(word), vocabulary) !== fold(word)) return [];
  const cuts = range(1, word.length - 1).map((place) => [word.slice(0, place), word.slice(place)]);
  /** @type {(is: typeof isCut) => string[]} */
  const first = (is) => cuts.find(([one, other]) => is(fold(one), fold(other), vocabulary)) ?? [];
  const [one, other] = first(isCut);
  if (one) return ELIDED.test(fold(one)) ? [other] : [one, other];
  if (nearest(fold(word), vocabulary, 1).length) return [];
  const two = first(areTwo);
  return two.length || nearest(fold(word), vocabulary).length ? two : several(word, vocabulary);
}

/**
 * The words that were typed as one, three or more ("photofacebookecole", "photosdeseleves"), or none. Of all the ways to cut it, the one that leaves
 * the most letters to words that say something, then the fewest words.
 * @param {string} word
 * @param {Words} vocabulary
 */
function several(word, vocabulary) {
  /** @type {({ letters: number, words: string[] } | undefined)[]} */
  const best = [{ letters: 0, words: [] }];
  for (let end = 1; end <= Math.min(word.length, LONGEST); end++)
    for (let from = 0; from < end; from++) {
      const before = best[from];
      const part = word.slice(from, end);
      const says = isLong(part, vocabulary);
      if (!before || !(says || (from && end < word.length && isStopWord(part)))) continue;
      const found = { letters: before.letters + (says ? part.length : 0), words: [...before.words, part] };
      if (isBetter(found, best[end])) best[end] = found;
    }
  const words = best[word.length]?.words ?? [];
  const longs = words.filter((part) => isLong(part, vocabulary));
  return words.length > 2 && longs.length > 1 ? words.filter((part) => part.length > 1) : [];
}

/** The most letters of words typed as one. */
const LONGEST = 40;

/**
 * Whether a part of what was typed as one is a word that says something, long enough for this not to be by chance.
 * @param {string} part
 * @param {Words} vocabulary
 */
function isLong(part, vocabulary) {
  return part.length > 2 && !isStopWord(part) && isKnown(part, vocabulary);
}

/**
 * Whether a way to cut what was typed as one is better than another.
 * @param {{ letters: number, words: string[] }} one
 * @param {{ letters: number, words: string[] }} [other]
 */
function isBetter(one, other) {
  return !other || one.letters > other.letters || (one.letters === other.letters && one.words.length < other.words.length);
}

/**
 * Whether what was typed as one word shows where it is to be cut: letters and a number, an elision and its word, a label and its letter.
 * @param {string} one
 * @param {string} other
 * @param {Words} vocabulary
 */
function isCut(one, other, vocabulary) {
  if (/^[a-z]{2,}$/.test(one) && /^\d/.test(other)) return !/[a-z]/.test(other);
  if (/^\d+$/.test(one)) return /^[a-z]{2,}$/.test(other) && isKnown(other, vocabulary);
  if (ELIDED.test(one) && /^[aeiouyh]/.test(other))
    return vocabulary.stems.has(other) ? !isStopWord(other) || other.length > 4 || /^une?$/.test(other) : one === "qu" && isStopWord(other);
  return other.length === 1 && LABELS.includes(one);
}

/**
 * Whether two words, typed as one, are both known, and long enough for this not to be by chance.
 * @param {string} one
 * @param {string} other
 * @param {Words} vocabulary
 */
function areTwo(one, other, vocabulary) {
  const [small, long] = one.length < other.length ? [one, other] : [other, one];
  if (isStopWord(small)) return !AFFIX.test(small) && (small === one || small.length > 2) && long.length > 4 && vocabulary.stems.has(long);
  return small.length > 2 && long.length > 3 && [one, other].every((word) => isKnown(word, vocabulary));
}

/**
 * Whether a word is in the index, with another ending perhaps, or one that is kin to it; or it is a small one. A stem alone is no word.
 * @param {string} word
 * @param {Words} vocabulary
 */
function isKnown(word, vocabulary) {
  const folded = fold(word);
  const root = stem(folded);
  const roots = root === folded && !KIN_WORDS.has(folded) ? [] : [root, ...kinOf(folded)];
  return isStopWord(word) || vocabulary.stems.has(folded) || roots.some((one) => vocabulary.written.has(one));
}

/**
 * A query as words apart, each with its sign: a word between quotes is required, one that signs cut is several.
 * @param {string} query
 */
function cleaned(query) {
  const parts = query
    .replace(/([§#])\s+(?=\d)/g, "$1")
    // The end of a clause's address, as copied: « #art-5-9 ».
    .replace(/#(?=\p{L})/gu, " ")
    .replace(DOTTED, (letters) => letters.replace(/\./g, "").toUpperCase())
    .split(/"([^"]+)"/)
    .map((part, i) => (i % 2 ? ` ${part}`.replace(/\s+/g, " +") : part));
  return parts.join("").split(/\s+/).flatMap(cut).join(" ");
}

/**
 * The words in what stands between two blanks of a query, each with the sign of the whole.
 * @param {string} part
 */
function cut(part) {
  const [, sign, body] = /^([+-]?)(.*)$/.exec(part) ?? ["", "", ""];
  const words = body.replace(/[~^]\d*$|[*\\]/g, "").match(WORD) ?? [];
  return words.filter((word) => fold(word)).map((word) => sign + word);
}

/**
 * A query without the words with which one asks whether one may, unless there is nothing else.
 * @param {string} query
 */
function asked(query) {
  return query.replace(ASKING, " ").trim() || query;
}

/**
 * Cut a query into words: `{word, folded, presence}`, presence being "+", "-" or "".
 * @param {string} query
 * @param {Words} vocabulary
 * @returns {Sought[]}
 */
function parse(query, vocabulary) {
  const parts = asked(query)
    .split(/\s+/)
    .filter((part, i, all) => part && (part !== all[i - 1] || /\d/.test(part)));
  return parts.flatMap((part) => {
    const [, presence, body] = /^([+-]?)(.*)$/.exec(part) ?? ["", "", part];
    return wordsSought(body, vocabulary)
      .filter(({ folded }) => folded)
      .map((sought) => ({ ...sought, presence }));
  });
}

/**
 * The anchor of a clause that some words number together, or "": a number alone needs its label, and the letter's clause stands for it.
 * @param {string} text
 * @param {Words} vocabulary
 */
function anchorNumbered(text, vocabulary) {
  const { label, number, letter } = NUMBER.exec(text)?.groups ?? {};
  if (!number) return "";
  const anchor = `art-${number.replace(/[.,]/g, "-").replace(/(?:-0)+$/, "")}`;
  const lettered = `${anchor}-${letter?.toLowerCase()}`;
  if (SITE.lettres[lettered] || vocabulary.anchors.has(lettered)) return lettered;
  return (label || /\D/.test(number)) && vocabulary.anchors.has(anchor) ? anchor : "";
}

/** What joins clauses under one label: "articles 4 et 5", "annexes A et B". */
const JOINERS = new Set(["et", "ou"]);

/**
 * The anchor that the words before name, a joiner aside, or "": what names the next one too.
 * @param {Sought[]} before
 */
function anchorBefore(before) {
  const last = before.at(-1);
  return (last && JOINERS.has(last.folded) ? before.at(-2) : last)?.anchor ?? "";
}

/**
 * Whether nothing is said of a number: it ends the words, or joins another.
 * @param {Sought[]} words
 * @param {number} at
 */
function endsOrJoins(words, at) {
  return !words[at + 1] || JOINERS.has(words[at + 1].folded) || /^\d/.test(words[at + 1].word);
}

/**
 * Make one word of those that number a clause, at most five, which commas or blanks part: "art 5,9", "5 5 3"; a text's name labels a number, and so
 * does the clause before: "articles 4 et 5".
 * @param {Sought[]} words
 * @param {Words} vocabulary
 * @returns {Sought[]}
 */
function withNumbers(words, vocabulary) {
  /** @type {Sought[]} */
  const done = [];
  for (let from = 0; from < words.length; ) {
    const lengths = [5, 4, 3, 2, 1].filter((length) => from + length <= words.length);
    const before = words.slice(0, from).map(({ word }) => word);
    const goesOn = anchorBefore(done).startsWith("art-") && endsOrJoins(words, from);
    const label = /^\d/.test(words[from].word) && (goesOn || vocabulary.endWithText(before)) ? "art" : "";
    /** @type {(length: number) => string} */
    const anchorOf = (length) =>
      isCount(words, from, length) ? "" : anchorNumbered(label + numbering(words.slice(from, from + length)), vocabulary);
    const length = lengths.find(anchorOf) ?? 1;
    const some = words.slice(from, from + length);
    const anchor = anchorOf(length);
    done.push(anchor ? { ...some[0], word: some.map(({ word }) => word).join(" "), folded: anchor, anchor } : some[0]);
    from += some.length;
  }
  return done;
}

/**
 * Whether some words are numbers that count what the next one says: "4-5 ans".
 * @param {Sought[]} words
 * @param {number} from
 * @param {number} length
 */
function isCount(words, from, length) {
  const next = words[from + length];
  return Boolean(next && COUNTED.test(next.folded)) && words.slice(from, from + length).every(({ word }) => /^[\d,-]+$/.test(word));
}

/**
 * Words as one number: "art", "5", "9" give "art5.9", "2.2", "a" give "2.2a".
 * @param {Sought[]} words
 */
function numbering(words) {
  return words.reduce((text, { word }) => text + (/\d$/.test(text) && /^\d/.test(word) ? "." : "") + word, "");
}

/**
 * Make one word of those that name a clause: `{word: "annexe A", anchor: "annexe-a"…}`, "annexe A 3".
 * @param {Sought[]} words
 * @param {Words} vocabulary
 * @returns {Sought[]}
 */
function withNames(words, vocabulary) {
  /** @type {Sought[]} */
  const done = [];
  for (const word of words) {
    const label = done.at(-1);
    const anchor = label ? nameGoneOn(label, word, vocabulary) : "";
    const joined = anchorJoined(done, word, vocabulary);
    if (label && anchor) done.splice(-1, 1, { ...label, word: `${label.word} ${word.word}`, folded: anchor, anchor });
    else done.push(joined ? { ...word, folded: joined, anchor: joined } : word);
  }
  return done;
}

/**
 * The anchor that a letter joined to a named clause is, or "": the B of "annexes A et B".
 * @param {Sought[]} before
 * @param {Sought} sign
 * @param {Words} vocabulary
 */
function anchorJoined(before, sign, vocabulary) {
  const kind = LABELS.find((label) => anchorBefore(before).startsWith(`${label}-`)) ?? "";
  const anchor = kind && JOINERS.has(before.at(-1)?.folded ?? "") ? anchorNamed(kind, sign.word) : "";
  return vocabulary.anchors.has(anchor) ? anchor : "";
}

/**
 * The anchor that a word and the next one name, or "": a label perhaps mistyped and its sign, or a name and the number of one of its parts.
 * @param {Sought} label
 * @param {Sought} sign
 * @param {Words} vocabulary
 */
function nameGoneOn(label, sign, vocabulary) {
  const part = `${label.anchor}-${sign.folded.replace(/^art-/, "")}`;
  if (label.anchor) return vocabulary.anchors.has(part) ? part : "";
  const known = isKnown(label.word, vocabulary) ? label.word : nearestLabel(label.folded);
  const roman = anchorNamed(known, `${ROMAN.indexOf(sign.folded) + 1}`);
  const named = anchorNamed(known, sign.word);
  return !vocabulary.anchors.has(named) && vocabulary.anchors.has(roman) ? roman : named;
}

/**
 * The words, the beginning of a text's name before a number being its word: "direct. 5.9".
 * @param {Sought[]} words
 * @param {Words} vocabulary
 */
function withTexts(words, vocabulary) {
  const roots = vocabulary.texts.flat();
  return words.map((word, i) => {
    const name = word.folded.length > 3 && words[i + 1]?.anchor ? roots.find((root) => root.startsWith(word.folded)) : "";
    return name && !roots.includes(stem(word.folded)) ? { ...word, folded: name } : word;
  });
}

/**
 * A word, or the label of clauses that it is with one typing error: "anexe".
 * @param {string} folded
 */
function nearestLabel(folded) {
  return LABELS.find((label) => edits(folded, label, 1) < Infinity) ?? folded;
}

/** A word in capitals: an acronym, where the rest is not in capitals too. */
const ACRONYM = /^\p{Lu}{2,}$/u;

/** The small words that are by themselves words of a situation: "TES". */
const SMALL_NAMES = new Set(
  Object.values(SITE.situations)
    .flatMap(({ mots }) => mots.map(fold))
    .filter((word) => STOP_WORDS.has(word)),
);

/**
 * The words that say something: no stop word, but for an acronym that looks like one, in capitals or with no word after it ("je suis tes").
 * @param {Sought[]} words
 */
function saying(words) {
  const mixed = words.some(({ word }) => /\p{Ll}/u.test(word));
  /** @type {(at: number) => boolean} */
  const isLast = (at) => words[at] === undefined || STOP_WORDS.has(words[at].folded);
  return words.filter(
    ({ word, folded }, i) => !STOP_WORDS.has(folded) || (mixed && ACRONYM.test(word)) || (SMALL_NAMES.has(folded) && isLast(i + 1)),
  );
}

/**
 * Without the stop words, unless there is nothing else.
 * @param {Sought[]} words
 */
function withoutStopWords(words) {
  const kept = saying(words);
  return kept.length ? kept : words;
}

/**
 * How many typing errors to allow in a word.
 * @param {string} folded
 */
function tolerance(folded) {
  return folded.length < 4 || /\d/.test(folded) ? 0 : folded.length < 8 ? 1 : 2;
}

/**
 * Edits between two words (letter added, dropped, changed, or two swapped), Infinity beyond a limit.
 * @param {string} a
 * @param {string} b
 * @param {number} limit
 * @returns {number}
 */
function edits(a, b, limit) {
  if (Math.abs(a.length - b.length) > limit) return Infinity;
  /** @type {number[]} */
  let before = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      row[j] = Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > limit) return Infinity;
    [before, above] = [above, row];
  }
  return above[b.length] <= limit ? above[b.length] : Infinity;
}

/**
 * The letter on which a word ends to the ear, mute endings aside: "garderie" has i, "garder" has d.
 * @param {string} folded
 */
function lastHeard(folded) {
  return folded.replace(MUTE_END, "").slice(-1);
}

/**
 * Whether typing errors make another word: two must leave its end as it sounds, and its first letter; so must one in a short word.
 * @param {string} known
 * @param {string} folded
 * @param {number} errors
 */
function isAnother(known, folded, errors) {
  const begins = known[0] === folded[0];
  if (errors > 1) return !begins || lastHeard(known) !== lastHeard(folded);
  return !begins && folded.length < 6;
}

/**
 * How far a known word is from one mistyped, which is not at all if both are heard the same.
 * @param {string} known
 * @param {string} folded
 * @param {number} limit
 */
function distanceTo(known, folded, limit) {
  if (known.length > 2 && sound(known) === sound(folded)) return 0;
  const distance = known.length > 2 ? edits(folded, known, limit) : Infinity;
  return isAnother(known, folded, distance) ? Infinity : distance;
}

/**
 * The stems of the words nearest to one that is found nowhere; small words say nothing that one would look for.
 * @param {string} folded
 * @param {Words} vocabulary
 * @param {number} [most] the most errors, besides what its length allows
 */
function nearest(folded, vocabulary, most = 2) {
  const limit = Math.min(most, tolerance(folded));
  /** @type {Map<string, number>} */
  const distances = new Map();
  for (const [known, root] of vocabulary.stems) {
    const distance = limit && !STOP_WORDS.has(known) ? distanceTo(known, folded, limit) : Infinity;
    if (distance < Infinity) distances.set(root, Math.min(distance, distances.get(root) ?? Infinity));
  }
  const least = Math.min(...distances.values());
  return [...distances].filter(([, distance]) => distance === least).map(([root]) => root);
}

/**
 * A map of stems to a same weight.
 * @param {string[]} stems
 * @param {number} weight
 */
function weighted(stems, weight) {
  return new Map(stems.map((root) => [root, weight]));
}

/** These groups, as stems. */
const SAYING_ONE = KIN.map((words) => words.map(stem));

/**
 * The stems of the words that say what a word says, its own among them; a plural may have lost its singular's stem ("applis").
 * @param {string} folded
 */
function kinOf(folded) {
  const own = [folded, folded.replace(/s$/, "")].map(stem);
  return SAYING_ONE.filter((roots) => own.some((root) => roots.includes(root))).flat();
}

/** The names of the means that are one word, folded. */
const NAMES_ALONE = new Set(SITE.moyens.flatMap(({ noms }) => noms.map(fold).filter((_, i) => !/\s/.test(noms[i]))));

/**
 * Whether a word is not the beginning of another: the name of a means ("insta" begins "instantané"), or a word of three letters that the pages have ("âge",
 * "agenda").
 * @param {string} folded
 * @param {Words} vocabulary
 */
function isWhole(folded, vocabulary) {
  return NAMES_ALONE.has(folded) || (folded.length === 3 && vocabulary.stems.has(folded));
}

/**
 * The index's stems that stand for a word of the query, with their weights.
 * @param {Pick<Sought, "folded" | "anchor">} word
 * @param {boolean} last
 * @param {Words} vocabulary
 */
function expand({ folded, anchor }, last, vocabulary) {
  if (anchor) return weighted([anchor], 1);
  const root = [folded, folded.replace(/s$/, "")].map(stem).find((one) => vocabulary.written.has(one));
  const exact = root === undefined ? [] : [root];
  const completed = folded.length > 2 && (last || !exact.length) && !isWhole(folded, vocabulary) ? vocabulary.completions(folded) : [];
  const kin = kinOf(folded).filter((root) => vocabulary.written.has(root));
  const found = new Map([...weighted(kin, WEIGHTS.kin), ...weighted(completed, WEIGHTS.completed), ...weighted(exact, 1)]);
  return found.size ? found : weighted(nearest(folded, vocabulary), WEIGHTS.mistyped);
}

/**
 * Let two neighbours also stand for the word they make together, if the index has it.
 * @param {Term[]} terms
 * @param {Sought[]} words
 * @param {Words} vocabulary
 */
function joinNeighbours(terms, words, vocabulary) {
  for (let i = 0; i + 1 < words.length; i++) {
    const joined = vocabulary.stems.get(words[i].folded + words[i + 1].folded);
    const concerned = terms.filter((term) => term.words.includes(words[i]) || term.words.includes(words[i + 1]));
    if (joined) concerned.forEach((term) => term.stems.set(joined, 1));
  }
}

/**
 * What to look for: one term per distinct word of the query, `{word, words, presence, anchor, stems}`.
 * @param {string} query
 * @param {Words} vocabulary
 * @returns {Term[]}
 */
function plan(query, vocabulary) {
  const words = withTexts(withNames(withNumbers(parse(query, vocabulary), vocabulary), vocabulary), vocabulary);
  /** @type {Map<string, Term>} */
  const terms = new Map();
  for (const word of withoutStopWords(words)) {
    const root = word.anchor || stem(word.folded);
    const term = terms.get(root) ?? { ...word, words: [], stems: expand(word, word === words.at(-1), vocabulary) };
    term.words.push(word);
    terms.set(root, term);
  }
  joinNeighbours([...terms.values()], words, vocabulary);
  return [...terms.values()];
}
