// The answers of the day that come before the results.
import assert from "node:assert/strict";
import { test } from "node:test";
import { section, worker } from "./sources.mjs";

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
  verdicts: { oui: { nom: "Oui", ton: "bon" }, non: { nom: "Non", ton: "arret" } },
  publics: { parents: "Parents", eleves: "Élèves" },
  moyens: [
    means("Texto", ["SMS", "cellulaire"], always("non"), always("non")),
    means("Appel", ["cellulaire"], always("oui"), always("oui")),
    means("Courriel", ["Outlook"], always("oui"), always("non"), { articles: ["encadrements/loi/#art-2"] }),
    means(
      "Courriel personnel",
      [],
      [
        { du: "2020-01-01", au: "2020-12-31", verdict: "oui" },
        { du: "2021-01-01", au: null, verdict: "non" },
      ],
      always("non"),
    ),
    means("Une autre application", ["WhatsApp"], always("non"), always("non"), { tient_lieu: true }),
  ],
  situations: {
    "questions/#album": {
      question: "Puis-je faire un album?",
      mots: ["album de finissants", "yearbook"],
      cas: [{ nom: "Papier", periodes: always("oui") }],
    },
    "questions/#refus": { question: "Un parent refuse <b>?", mots: ["refus", "veut pas"], cas: [] },
    "questions/#cloche": { question: "Puis-je sonner?", mots: ["cloche du matin", "cloche de récréation"], cas: [] },
    "questions/#dehors": { question: "Puis-je sortir?", mots: ["cloche de récréation"], cas: [] },
    "questions/#sondage": { question: "Un parent peut-il répondre à un sondage?", mots: ["formulaire en ligne"], cas: [] },
  },
};
const ask = await worker(
  [
    section("encadrements/articles/", "Index"),
    section("encadrements/articles/#loi", "Loi"),
    section("encadrements/articles/#autre", "Autre loi (ABC)"),
    section("encadrements/loi/", "Loi"),
    section("encadrements/loi/#art-1", "1. Un", "Un courriel, un courriel."),
    section("encadrements/loi/#art-2", "2. Moyens", "Le courriel et un autre mot."),
    section("encadrements/loi/#art-5-9", "5.9 Fin", "Il faut supprimer ce qui reste."),
    section("encadrements/loi/#art-12", "12. Douze", "Rien."),
    section("encadrements/autre/", "Autre"),
    section("encadrements/autre/#art-1", "1. Supprimer", "Supprimer, supprimer."),
    section("encadrements/autre/#art-2", "2. Cloche", "Une cloche de bronze à la récréation."),
    section("questions/", "Questions"),
    section("questions/#cloche", "Puis-je sonner?", "Rien."),
    section("questions/#dehors", "Puis-je sortir?", "Rien."),
    section("questions/#album", "Puis-je faire un album?", "Un album."),
    section("questions/#refus", "Un parent refuse?", "Un refus."),
    section("questions/#sondage", "Un parent peut-il répondre à un sondage?", "Un sondage, une application."),
  ],
  SITE,
);
const isAnswer = ([{ title }]) => title.includes("recherche-reponse");
const answers = async (query) => (await ask(query)).filter(isAnswer).map(([{ location, title }]) => [location, title]);
const results = async (query) => (await ask(query)).filter((group) => !isAnswer(group)).map(([{ location }]) => location);

test("a means is answered by any of its names, before the clauses", async () => {
  const [[location, title]] = await answers("outlook");
  assert.equal(location, "moyens/Courriel/");
  assert.match(title, /Parents\u00a0: <span class="recherche-verdict" data-ton="bon">Oui<\/span><br>Élèves\u00a0: .*Non/);
});

test("one verdict for all is said once", async () => {
  const [[, title]] = await answers("sms");
  assert.equal(title.split("recherche-verdict").length, 2);
});

test("a name that two means share answers with both", async () => {
  assert.deepEqual(
    (await answers("cellulaire")).map(([location]) => location),
    ["moyens/Texto/", "moyens/Appel/"],
  );
});

test("a name within a longer one is not named, and the verdict is that of the day", async () => {
  const [[location, title], ...others] = await answers("courriel personnel");
  assert.equal(location, "moyens/Courriel personnel/");
  assert.deepEqual(others, []);
  assert.match(title, /Non/);
});

test("what the texts do not name is answered under its own name, mistyped or not", async () => {
  for (const query of ["whatsapp", "whats app", "watsapp"]) assert.match((await answers(query))[0][1], /<strong>WhatsApp<\/strong>/, query);
});

test("an application found nowhere is answered under its own name, where the query says that it is one", async () => {
  assert.match((await answers("appli Klurpz"))[0][1], /<strong>Klurpz<\/strong>/);
  assert.deepEqual(await answers("klurpz"), []);
});

test("a clause that does not bind is not first where a situation has its words", async () => {
  const first = async (query) => (await ask(query))[0][0].location;
  assert.equal(await first("récréation"), "questions/#dehors");
  assert.equal(await first("récréation bronze"), "encadrements/autre/#art-2");
  assert.equal(await first("bronze"), "encadrements/autre/#art-2");
});

test("a situation is answered by its own words", async () => {
  for (const query of ["yearbook", "album de finissants"]) assert.equal((await answers(query))[0][0], "questions/#album", query);
});

test("a situation without a means says where to read, and its question is text", async () => {
  const [[, title]] = await answers("refus");
  assert.match(title, /refuse &#60;b&#62;\?.*Voyez ce que disent les textes/);
});

test("small words count where a situation has them as they stand", async () => {
  assert.equal((await answers("parent veut pas répondre"))[0][0], "questions/#refus");
  assert.equal((await answers("parent répondre"))[0][0], "questions/#sondage");
});

test("a means that the query names comes before a situation that is not about it", async () =>
  assert.deepEqual(
    (await answers("sms à un parent qui refuse")).map(([location]) => location),
    ["moyens/Texto/", "questions/#refus"],
  ));

test("how one asks whether one may says nothing of what", async () => {
  for (const asking of ["j'ai-tu le droit de", "jai le droit de", "ai-je le droit d'avoir un", "a-t-on le droit de", "est-ce que j'ai le droit de"])
    assert.deepEqual(await answers(`${asking} sondage`), await answers("sondage"), asking);
});

test("one word of several that name a situation, or that are left of a means' name, answers nothing", async () => {
  for (const query of ["formulaire", "application"]) assert.deepEqual(await answers(query), [], query);
});

test("the clause that rules on the means named comes first", async () => assert.equal((await results("courriel"))[0], "encadrements/loi/#art-2"));

test("a clause of reference comes after an own one that has the words", async () =>
  assert.deepEqual(await results("supprimer"), ["encadrements/loi/#art-5-9", "encadrements/autre/#art-1"]));

test("a clause is found by its number, however typed", async () => {
  for (const query of ["5.9", "art.5.9", "art5.9", "art 5,9", "5,9", "5-9", "article 5-9", "5.9a"])
    assert.equal((await results(query))[0], "encadrements/loi/#art-5-9", query);
});

test("a law's code is no clause", async () => assert.deepEqual(await results("C-12"), []));
