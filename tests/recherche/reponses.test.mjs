// The answers of the day that come before the results.
import assert from "node:assert/strict";
import { test } from "node:test";
import { lines, SYNONYMES, section, worker } from "./sources.mjs";

const always = (verdict) => [{ du: "2020-01-01", au: null, verdict }];
const means = (nom, noms, parents, eleves, more = {}) => ({
  nom,
  adresse: `moyens/${nom}/`,
  tient_lieu: false,
  noms: [nom, ...noms],
  articles: [],
  reponses: { parents, eleves },
  ...more,
});
const SITE = {
  lettres: {},
  references: {},
  synonymes: SYNONYMES,
  verdicts: {
    oui: { nom: "Oui", ton: "bon" },
    conditions: { nom: "Oui, à des conditions", ton: "prudence" },
    non: { nom: "Non", ton: "arret" },
  },
  publics: { parents: "Parents", eleves: "Élèves" },
  moyens: [
    means("Texto", ["SMS", "cellulaire"], always("non"), always("non")),
    means("Appel", ["cellulaire", "appeler"], always("oui"), always("oui")),
    means("Pigeonnier", [], always("oui"), always("non"), { reserve: "s’il vole" }),
    means("Courriel", ["Outlook", "bip"], always("oui"), always("non"), { articles: ["encadrements/loi/#art-2"] }),
    means(
      "Courriel personnel",
      ["bip"],
      [
        { du: "2020-01-01", au: "2020-12-31", verdict: "oui" },
        { du: "2021-01-01", au: null, verdict: "non" },
      ],
      always("non"),
    ),
    means("Une autre application", ["WhatsApp", "Signal"], always("non"), always("non"), { tient_lieu: true }),
  ],
  situations: {
    "questions/#album": {
      question: "Puis-je faire un album?",
      mots: ["album de finissants", "yearbook"],
      constat: "Il vous manque un accord.",
      silence: true,
      cas: [{ nom: "Papier", periodes: always("oui") }],
    },
    "questions/#refus": { question: "Un parent refuse <b>?", mots: ["refus", "veut pas"], constat: "C’est son <i>droit.", silence: true, cas: [] },
    "questions/#cloche": { question: "Puis-je sonner?", mots: ["cloche du matin", "cloche de récréation"], cas: [] },
    "questions/#dehors": { question: "Puis-je sortir?", mots: ["cloche de récréation"], cas: [] },
    "questions/#metier": { question: "Je suis TES. Comment écrire?", mots: ["TES"], cas: [] },
    "questions/#vacances": { question: "Puis-je fermer Outlook?", mots: ["vacances de neige"], cas: [] },
    "questions/#pairs": { question: "Puis-je griffonner à mes pairs par texto ou par courriel?", mots: ["texto entre pairs"], cas: [] },
    "questions/#vocal": { question: "Puis-je laisser un message?", mots: ["message vocal"], cas: [{ nom: "Appel", periodes: always("oui") }] },
    "questions/#carnaval": {
      question: "Puis-je montrer le carnaval?",
      mots: ["affiche du carnaval"],
      cas: [{ nom: "Appel", periodes: always("conditions") }],
    },
    "questions/#voliere": {
      question: "Puis-je ouvrir la volière?",
      mots: ["volière au printemps"],
      cas: [{ nom: "Pigeonnier", periodes: always("oui"), reserve: "s’il vole" }],
    },
    "questions/#klaxon": { question: "Puis-je klaxonner?", mots: ["capsule", "klaxon rouge"], cas: [] },
    "questions/#capsule": { question: "Puis-je ouvrir une capsule?", mots: ["capsule"], cas: [] },
    "questions/#camion": { question: "Puis-je louer un camion?", mots: ["transporteur"], cas: [] },
    "questions/#mentor": { question: "Je suis mentor. Comment écrire?", mots: ["mentor"], cas: [{ nom: "Courriel", periodes: always("oui") }] },
    "questions/#bidule": {
      question: "Puis-je employer Bidule?",
      mots: ["bidule", "bavardage bidule entre voisins"],
      cas: [{ nom: "Bidule", periodes: always("oui") }],
    },
    "questions/#apprenti": { question: "Je suis apprenti. Puis-je écrire?", mots: ["apprenti"], cas: [] },
    "questions/#envol": {
      question: "Puis-je lancer le pigeonnier au crépuscule?",
      mots: ["pigeonnier au crépuscule"],
      cas: [{ nom: "Pigeonnier", periodes: always("oui") }],
    },
    "questions/#sondage": { question: "Un parent peut-il répondre à un sondage?", mots: ["formulaire en ligne"], cas: [] },
  },
};
const ask = worker(
  [
    section("encadrements/articles/", "Index"),
    section("encadrements/articles/#loi", "Loi"),
    section("encadrements/articles/#autre", "Autre loi (ABC)"),
    section("encadrements/loi/", "Loi"),
    section("encadrements/loi/#art-1", "1. Un", "Un courriel, un courriel."),
    section("encadrements/loi/#art-2", "2. Moyens", "Le courriel et un autre mot."),
    section("encadrements/loi/#art-5-9", "5.9 Fin", "Il faut supprimer ce qui reste."),
    section("encadrements/loi/#art-7", "7. Sept", "Un smsifère et un cor, à signaler."),
    section("encadrements/loi/#art-12", "12. Douze", "La bulle d'un parent, une corde et une brique pour répondre."),
    section("encadrements/autre/", "Autre"),
    section("encadrements/autre/#art-1", "1. Supprimer", "Supprimer, supprimer."),
    section("encadrements/autre/#art-2", "2. Cloche", "Une cloche de bronze à la récréation, à sonner longtemps, fort et loin."),
    section("questions/", "Questions"),
    section("questions/#cloche", "Puis-je sonner?", "Rien."),
    section("questions/#dehors", "Puis-je sortir?", "Rien."),
    section("questions/#album", "Puis-je faire un album?", "Un album."),
    section("questions/#refus", "Un parent refuse?", "Un refus."),
    section("questions/#metier", "Je suis TES. Comment écrire?", "Rien."),
    section("questions/#vacances", "Puis-je fermer Outlook?", "Rien."),
    section("questions/#suis", "Suis", "Une page de stagiaires, et tes élèves."),
    section("questions/#carnaval", "Puis-je montrer le carnaval?", "Rien."),
    section("questions/#voliere", "Puis-je ouvrir la volière?", "Rien."),
    section("questions/#klaxon", "Puis-je klaxonner?", "Rien."),
    section("questions/#capsule", "Puis-je ouvrir une capsule?", "Rien."),
    section("questions/#camion", "Puis-je louer un camion?", "Rien d’un transport."),
    section("questions/#pairs", "Puis-je griffonner à mes pairs par texto ou par courriel?", "Rien."),
    section("questions/#vocal", "Puis-je laisser un message?", "Rien."),
    section("questions/#mentor", "Je suis mentor. Comment écrire?", "Rien."),
    section("questions/#bidule", "Puis-je employer Bidule?", "Rien."),
    section("questions/#apprenti", "Je suis apprenti. Puis-je écrire?", "Rien."),
    section("questions/#envol", "Puis-je lancer le pigeonnier au crépuscule?", "Rien."),
    section("qui/", "À qui demander", "Des personnes.\nLeurs noms.", ["qui appeler", "numéro du bureau"]),
    section("questions/#sondage", "Un parent peut-il répondre à un sondage?", "Un sondage, une application, une bulle, une corde, une brique."),
  ],
  SITE,
);
const answers = (query) => ask(query).answers;
const placesOf = (query) => answers(query).map(({ location }) => location);
const results = (query) => lines(ask(query)).map(({ location }) => location);
const verdicts = ({ lines }) => lines.map(({ name, verdicts }) => [name, ...verdicts.map(({ nom }) => nom)]);

test("a means is answered by any of its names", () => {
  const [answer] = answers("outlook");
  assert.deepEqual([answer.location, answer.title, answer.kind], ["moyens/Courriel/", "Courriel", "moyen"]);
  assert.deepEqual(answer.lines[0], { name: "Parents", verdicts: [{ nom: "Oui", ton: "bon" }], after: "" });
  assert.deepEqual(verdicts(answer)[1], ["Élèves", "Non"]);
});

test("what a yes supposes is said after it, and after no refusal", () => {
  const [parents, pupils] = answers("pigeonnier")[0].lines;
  assert.deepEqual([parents.after, pupils.after], ["s’il vole", ""]);
  assert.equal(answers("volière au printemps")[0].lines[0].after, "s’il vole");
});

test("the name of a means is not the beginning of another word", () => {
  assert.ok(answers("sms").length);
  assert.deepEqual(results("sms"), []);
  assert.deepEqual(results("smsi"), ["encadrements/loi/#art-7"]);
});

test("a word of three letters that the pages have is not the beginning of another", () => {
  assert.deepEqual(results("cor"), ["encadrements/loi/#art-7"]);
  assert.ok(results("cour").includes("encadrements/loi/#art-1"));
});

test("one verdict for all is said once", () => assert.deepEqual(verdicts(answers("sms")[0]), [["", "Non"]]));

test("a name that two means share answers with both", () => assert.deepEqual(placesOf("cellulaire"), ["moyens/Texto/", "moyens/Appel/"]));

test("means come in the order in which the query names them", () => {
  assert.deepEqual(placesOf("outlook ou sms"), ["moyens/Courriel/", "moyens/Texto/"]);
  assert.deepEqual(placesOf("cellulaire pour un sms"), ["moyens/Texto/", "moyens/Appel/"]);
  assert.deepEqual(placesOf("cellulaire ou outlook"), ["moyens/Texto/", "moyens/Appel/", "moyens/Courriel/"]);
});

test("of the means that a word names, what is refused on the day comes first", () =>
  assert.deepEqual(placesOf("bip"), ["moyens/Courriel personnel/", "moyens/Courriel/"]));

test("a name within a longer one is not named, and the verdict is that of the day", () => {
  const [answer, ...others] = answers("courriel personnel");
  assert.equal(answer.location, "moyens/Courriel personnel/");
  assert.deepEqual(others, []);
  assert.deepEqual(verdicts(answer), [["", "Non"]]);
});

test("what the texts do not name is answered under its own name, mistyped or not", () => {
  for (const query of ["whatsapp", "whats app", "watsapp"]) assert.equal(answers(query)[0].title, "WhatsApp", query);
});

test("a word that another ending makes of an application's name is not that application", () => {
  assert.equal(answers("signal")[0].title, "Signal");
  assert.deepEqual(answers("signaler"), []);
});

test("an application found nowhere is answered as one that the texts do not name, where the query says that it is one", () => {
  assert.equal(answers("appli Klurpz")[0].title, "Une autre application\u00a0: «\u00a0Klurpz\u00a0»");
  assert.deepEqual(ask("appli Klurpz").missing, []);
  // A part of its name is not the word itself.
  assert.deepEqual(ask("appli Klurpz lurp").missing, ["lurp"]);
  assert.deepEqual(answers("klurpz"), []);
});

test("a clause that does not bind is not first where a situation has its words", () => {
  const first = (query) => [...placesOf(query), ...results(query)][0];
  assert.equal(first("récréation"), "questions/#dehors");
  assert.equal(first("récréation bronze"), "encadrements/autre/#art-2");
  assert.equal(first("bronze"), "encadrements/autre/#art-2");
});

test("a situation is answered by its own words", () => {
  for (const query of ["yearbook", "album de finissants"]) assert.equal(placesOf(query)[0], "questions/#album", query);
});

test("a situation without a means says what is to be known of it, and its question is text", () => {
  const [answer] = answers("refus");
  assert.equal(answer.title, "Un parent refuse <b>?");
  assert.deepEqual(
    answer.lines.map(({ after }) => after),
    ["C’est son <i>droit.", "Les textes se taisent sur un point."],
  );
});

test("what is to be known of the answers to a situation is said before them, then that the texts are silent", () =>
  assert.deepEqual(
    answers("yearbook")[0].lines.map(({ name, after }) => name || after),
    ["Il vous manque un accord.", "Papier", "Les textes se taisent sur un point."],
  ));

test("small words count where a situation has them as they stand", () => {
  assert.equal(placesOf("parent veut pas répondre")[0], "questions/#refus");
  assert.equal(placesOf("parent répondre")[0], "questions/#sondage");
});

test("an acronym that looks like a small word is one where no word follows it", () => {
  for (const query of ["jsuis tes", "suis tes comment écrire"]) assert.deepEqual(placesOf(query), ["questions/#metier"], query);
  for (const query of ["tes parents", "suis tes parents"]) assert.deepEqual(placesOf(query), [], query);
});

test("a situation that says little of a query is not told where a clause says all of it", () => {
  assert.equal(placesOf("sonner cloche bronze longtemps fort brille")[0], "questions/#cloche");
  assert.deepEqual(placesOf("sonner cloche bronze longtemps fort"), []);
  assert.equal(placesOf("sonner cloche bronze")[0], "questions/#cloche");
  assert.equal(placesOf("parent répondre bulle corde brique")[0], "questions/#sondage");
});

test("a page is answered by its own words, before a means that the query only seems to name", () => {
  const [page, ...others] = answers("qui appeler");
  assert.deepEqual(
    [page.location, page.title, page.kind, page.lines],
    ["qui/", "À qui demander", "page", [{ name: "", verdicts: [], after: "Des personnes." }]],
  );
  assert.deepEqual(
    others.map(({ location }) => location),
    ["moyens/Appel/"],
  );
  assert.equal(placesOf("numéro bureau")[0], "qui/");
  assert.equal(placesOf("le numéro du bureau svp")[0], "qui/");
  assert.equal(placesOf("numérro du burau")[0], "qui/");
  for (const query of ["appeler", "bureau", "le numéro de la classe du bureau"]) assert.ok(!placesOf(query).includes("qui/"), query);
});

test("a means that the query names comes before situations that are not about it", () =>
  assert.deepEqual(placesOf("sms cloche récréation"), ["moyens/Texto/", "questions/#cloche", "questions/#dehors"]));

test("a situation that is the sole one to have a name of the query comes before a means that it is not about", () =>
  assert.deepEqual(placesOf("sms à un parent qui refuse"), ["questions/#refus", "moyens/Texto/"]));

test("a means named in passing comes after a situation about it that says more of the query", () =>
  assert.deepEqual(placesOf("outlook vacances brique corde"), ["questions/#vacances", "moyens/Courriel/"]));

test("a yes to another means, plain or on conditions, is not read before the means that the query names", () => {
  assert.deepEqual(placesOf("message vocal whatsapp"), ["moyens/Une autre application/", "questions/#vocal"]);
  assert.deepEqual(placesOf("affiche du carnaval sms"), ["moyens/Texto/", "questions/#carnaval"]);
});

test("a situation is not the sole one to have a name of the query by a word of which others have the name, nor by the beginning of a name", () => {
  assert.deepEqual(placesOf("sms capsule klaxon"), ["moyens/Texto/", "questions/#klaxon"]);
  assert.deepEqual(placesOf("sms transporteu"), ["questions/#camion", "moyens/Texto/"]);
  assert.deepEqual(placesOf("sms transport"), ["moyens/Texto/"]);
});

test("how one asks whether one may says nothing of what", () => {
  for (const asking of ["j'ai-tu le droit de", "jai le droit de", "ai-je le droit d'avoir un", "a-t-on le droit de", "est-ce que j'ai le droit de"])
    assert.deepEqual(answers(`${asking} sondage`), answers("sondage"), asking);
});

test("one word of several that name a situation, or that are left of a means' name, answers nothing", () => {
  for (const query of ["formulaire", "application"]) assert.deepEqual(answers(query), [], query);
});

test("the clause that rules on the means named comes first", () => assert.equal(results("courriel")[0], "encadrements/loi/#art-2"));

test("a clause of reference comes after an own one that has the words", () =>
  assert.deepEqual(results("supprimer"), ["encadrements/loi/#art-5-9", "encadrements/autre/#art-1"]));

test("a clause is found by its number, however typed", () => {
  for (const query of ["5.9", "art.5.9", "art5.9", "art 5,9", "5,9", "5-9", "article 5-9", "5.9a"])
    assert.equal(results(query)[0], "encadrements/loi/#art-5-9", query);
});

test("a law's code is no clause", () => assert.deepEqual(results("C-12"), []));

test("a situation to which the rules answer nothing does not hide the « Non » of the means that it also names", () => {
  assert.deepEqual(placesOf("griffonner un texto"), ["moyens/Texto/", "questions/#pairs"]);
  assert.equal(placesOf("texto entre pairs")[0], "questions/#pairs");
  assert.equal(placesOf("griffonner un courriel")[0], "questions/#pairs");
});

test("the sole one to have a name of the query does not say yes to others before the means that the query names, if it is refused", () => {
  assert.deepEqual(placesOf("texto mentor"), ["moyens/Texto/", "questions/#mentor"]);
  assert.equal(placesOf("pigeonnier mentor")[0], "questions/#mentor");
});

test("a question about one application is answered where that one is meant", () => {
  assert.deepEqual(placesOf("bavardage voisins"), []);
  assert.deepEqual(placesOf("bidule"), ["questions/#bidule"]);
  assert.deepEqual(placesOf("bavardage bidule"), ["questions/#bidule"]);
});

test("what no text settles of who asks is read before a yes to the means", () => {
  assert.equal(placesOf("pigeonnier crépuscule apprenti")[0], "questions/#apprenti");
});

test("a plural in « is » is that of its singular, and « dun » is two words", () => {
  assert.deepEqual(ask("apprentis").read, []);
  assert.deepEqual(ask("album dun finissant").missing, []);
});
