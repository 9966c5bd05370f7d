// Facts of French that the search needs.

/** What a word is made of: a point stands in one before a digit ("5.9"). */
const WORD = /(?:[^\s,:!=[\]()"«»/;?…–—.]|\.(?=\d))+/g;

/** Words that say nothing of what is looked for. */
const STOP_WORDS = new Set(
  (
    "a afin ai ainsi alors apres as au aucun aucune aussi autre autres aux avant avec avez avoir avons " +
    "bonjour c ca can car ce ceci cela celle celles celui ces cet cette ceux chaque chez comme comment " +
    "d dans de des devez devons devrait dois doit doivent donc dont du elle elles en encore entre es est et etait etes etre eux " +
    "fais fait faire faut i ici il ils j jai je l la le les leur leurs lors lorsque lui " +
    "m ma mais me meme memes mes moi mon my n ne ni nos notre nous on ont ou par pas pendant peut peuvent peux plus " +
    "pour pourquoi pourrais pourrait pouvons puis puisque qu quand que quel quelle quelles quels qui quoi " +
    "s sa sans se ses si sommes son sont sous suis sur svp t ta te tes the to toi ton tous tout toute toutes tres tu un une vais vers veulent veut veux via voudrais voulez " +
    "with vos votre vous y " +
    // as one writes them in a message
    "bcp chu chui dla ds jai jdois jfais jpe jpeux jsuis jvais jveux kan kel kelle keske kess ki koi kom pcq pk pkoi pq pr qd ske slt ste stp"
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
      ["ons", ""],
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

/** What an elision puts before a word, with either apostrophe. */
const ELISION = /^(?:[cdjlmnst]|(?:jus|lors|puis|quoi)?qu)['’]/i;

/** Ends of folded words that are not heard. */
const MUTE_END = /(?:er|ez|[estxz])+$/;

/** Words of the school's staff, folded, that say one thing in many ways: each line finds what any of its words names. */
const KIN = [
  "parent parente mere pere maman papa famille mom",
  "eleve enfant jeune ado etudiant student kid fils gars garcon fille",
  "enseignant prof professeur titulaire teacher",
  "direction directeur directrice principal boss patron",
  "courriel email mail mel",
  "photo photographie photographier image portrait cliche selfie pic picture",
  "video filmer film enregistrement captation",
  "texto sms",
  "telephone tel cellulaire cell cel iphone android",
  "telephoner appeler appel call",
  "detruire destruction effacer supprimer suppression vider jeter delete",
  "prevenir aviser avertir informer",
  "joindre rejoindre contacter contact",
  "autoriser autorisation permission permettre permis approuver accord",
  "consentement consentir signer signature",
  "refuser refus opposer",
  "application appli app plateforme logiciel outil",
  "formulaire feuille fiche form",
  "sortie voyage excursion trip",
  "spectacle concert gala show",
  "finissant graduation gradue",
  "tribunal cour juge ordonnance jugement",
  "travaux dessin bricolage realisation",
  "garder conserver conservation",
  "malade absence absent",
  "retraite quitter partir depart",
  "deux 2",
  "conjoint conjointe chum blonde",
  "payer paie cout frais prix",
  "debut rentree",
];
