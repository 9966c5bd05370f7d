// Facts of French that the search needs.

/** What a word is made of: a point stands in one before a digit ("5.9"). */
const WORD = /(?:[^\s,:!=[\]()"«»/;?…–—.]|\.(?=\d))+/g;

/** Words that say nothing of what is looked for. */
const STOP_WORDS = new Set(
  (
    "a afin ai ainsi alors apres as au aucun aucune aussi autre autres aux avant avec avez avoir avons " +
    "bonjour c ca can car ce ceci cela celle celles celui ces cest cet cette ceux chaque chez comme comment " +
    "d dans de des devez devons devrait dois doit doivent donc dont du elle elles en encore entre es est et etait etes etre eux " +
    "fais fait faire faut i ici il ils j jai je l la le les leur leurs lors lorsque lui " +
    "m ma mais me meme memes mes moi mon my n ne ni nos notre nous on ont ou par pas pendant peut peuvent peux plus " +
    "pour pourquoi pourrais pourrait pouvons puis puisque qu quand que quel quelle quelles quels qui quoi " +
    "s sa sans se ses si sommes son sont sous suis sur svp t ta te tes the to toi ton tous tout toute toutes tres trouver tu un une vais vers veulent veut veux via voudrais voulez " +
    "with vos votre vous y " +
    // as one writes them in a message
    "bcp chu chui dla ds faque jai jdois jfais jpe jpeux jsuis jvais jveux kan kel kelle keske kess ki koi kom pcq pis pk pkoi pq pr qd ske slt ste stp"
  ).split(" "),
);

/** How one asks whether one may, which says nothing of what: "j'ai-tu le droit de", "a-t-on le droit d'". */
const ASKING =
  /(?:^|\s)(?:(?:est[- ]ce qu['’e ]+)?(?:j\s?['’]?ai|ai[- ]je|on a|a[- ]t[- ]on)(?:[- ]?tu)?(?: pas)?|a[- ]?tu(?: pas)?) le droit(?: de(?=\s)| d['’])?/i;

/**
 * Endings, tried in order, at most one of each list; the rest keeps `least` letters or more.
 * @type {Endings[]}
 */
const ENDINGS = [
  // plural
  {
    least: 3,
    list: [
      ["eaux", "eau"],
      ["aux", "al"],
      ["eux", "eu"],
      ["oux", "ou"],
      ["ss", "ss"],
      ["us", "us"],
      ["is", "is"],
      ["s", ""],
    ],
  },
  // feminine and final e
  {
    least: 3,
    list: [
      ["trices", "teur"],
      ["trice", "teur"],
      ["euse", "eu"],
      ["ive", "if"],
      ["elle", "el"],
      ["enne", "en"],
      ["ere", "er"],
      ["ee", ""],
      ["e", ""],
    ],
  },
  // who does: "influenceur" as "influenceuse"
  { least: 4, list: [["eur", "eu"]] },
  // nouns of action, adverbs, verbs
  {
    least: 4,
    list: [
      ["ement", ""],
      ["ation", ""],
      ["issant", ""],
      ["issent", ""],
      ["issez", ""],
      ["eront", ""],
      ["erait", ""],
      ["aient", ""],
      ["ant", ""],
      ["ent", ""],
      ["ait", ""],
      ["era", ""],
      ["ez", ""],
      ["er", ""],
      ["ir", ""],
    ],
  },
];

/** Words whose endings would lead to another: the word whose stem they have. */
const IRREGULAR = new Map([
  ["texter", "textos"],
  ["consent", "consentir"],
]);

/** Endings of a verb after its infinitive, which may have lost its e: "supprimer-ai", "détruir-ons"; folded. */
const FUTURE = /^(?<root>.{3,}r)(?:ai|ais|ait|as|a|ions|ons|iez|ez|ont|aient)$/;

/** Endings of a verb in place of that of its infinitive: "supprim-ons", "consent-ions"; folded. */
const PRESENT = /^(?<root>.{3,}?)(?:ions|ons|iez|ez|ais|ait|aient|ant)$/;

/** What makes an infinitive of what PRESENT leaves, in the order to try: "mange-ons", "finiss-ons", "photograph-ions". */
const INFINITIVE = [/$/, /e$/, /iss$/].flatMap((end) => ["er", "ir", "re", "ier"].map((ending) => ({ end, ending })));

/** How a verb is written that its nouns are not: "supprimer", "retiré", "signez". */
const VERB = /(?:er|ir|ez|ée?s?)$/i;

/** Stems of verbs that change, folded, and their infinitives. */
const CHANGING = new Map([
  ["detruis", "detruire"],
  ["ecriv", "ecrire"],
  ["enverr", "envoyer"],
  ["mett", "mettre"],
  ["pren", "prendre"],
  ["prenn", "prendre"],
  ["previendr", "prevenir"],
  ["previenn", "prevenir"],
]);

/** What an elision puts before a word, with either apostrophe. */
const ELISION = /^(?:[cdjlmnst]|(?:jus|lors|puis|quoi)?qu)['’]/i;

/** Ends of folded words that are not heard. */
const MUTE_END = /(?:er|ez|[estxz])+$/;

/**
 * Letters that are heard the same, in folded words, tried in order: "foto" as "photo".
 * @type {[RegExp, string][]}
 */
const SOUNDS = [
  [/ph/g, "f"],
  [/g(?=[ei])/g, "j"],
  [/c(?=[ei])|z/g, "s"],
  [/qu?|k|c(?!h)/g, "k"],
  [/h/g, ""],
  [/e?au/g, "o"],
  [/e(?=[mn])/g, "a"],
  [/y/g, "i"],
  [/(.)\1+/g, "$1"],
];
