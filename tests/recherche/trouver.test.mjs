// The words of a query, one by one: what each finds.
import assert from "node:assert/strict";
import { test } from "node:test";
import { lines, places, section, worker } from "./sources.mjs";

const ask = worker([
  section("encadrements/articles/", "Index des articles"),
  section("encadrements/articles/#loi", "Loi courte"),
  section("encadrements/loi/", "Loi au titre très long"),
  section("encadrements/loi/#art-1", "1. Photo de l’élève", "Les élèves inscrits à l’école sont photographiés."),
  section("encadrements/loi/#art-2", "2. Plateforme approuvée", "ClassDojo et les médias sociaux; la cyberintimidation."),
  section("encadrements/loi/#art-3", "3. Réseau Wi-Fi", "Le réseau sans-fil et la main courante."),
  section("encadrements/loi/#art-5-9", "5.9 Consentement", "Un consentement écrit d'une personne autorisée, sœur ou mère."),
  section("encadrements/loi/#art-6", "6. Courrier", "Envoyer un mail."),
  section("encadrements/loi/#art-7", "7. Garder un formulaire", "Le formulaire de l’annexe C."),
  section("encadrements/loi/#annexe-1", "Annexe 1 : Annexe sur les annexes", "Une annexe, puis une autre annexe."),
  section("encadrements/loi/#annexe-c", "Annexe C : Formulaire", "Un long formulaire à remplir."),
  section("encadrements/articles/#voisine", "Loi voisine (ABC)"),
  section("encadrements/voisine/", "Loi d’une autre organisation"),
  section("encadrements/voisine/#art-1", "1. Horloge", "Puis-je voir une horloge ?"),
  section("encadrements/loi/#art-8", "8. Horloge", "Puis-je voir une horloge ?"),
  section("fiche/", "ClassDojo", "Fiche de ClassDojo, pour l'utilisateur."),
  section("fiche/#pourquoi", "Pourquoi", "Les raisons."),
]);
const found = (query) => places(ask(query)).map((place) => place.replace("loi/#", ""));

const FIRST = {
  "art-1": ["eleve", "l’élève", "ecoles"],
  "art-2": ["approuvees", "approuver", "social", "class dojo", "plate-forme", "cyber-intimidation"],
  "art-3": ["wifi", "wi-fi", "sans fil"],
  "art-5-9": ["consentir", "consentemant", "autorisé", "soeur", "5.9", "conse"],
};
for (const [place, queries] of Object.entries(FIRST))
  for (const query of queries) test(`« ${query} » finds ${place} first`, () => assert.equal(found(query)[0], place));

// A clause is named with its text, before or after it, whose name says which of the numbers alone are a clause's.
const NAMED = {
  "loi courte 8": "art-8",
  "8.0 loi courte": "art-8",
  "loi courte 1": "art-1",
  "voisine 1": "encadrements/voisine/#art-1",
  "abc 1": "encadrements/voisine/#art-1",
  "loi voisine article 1": "encadrements/voisine/#art-1",
  "annexe 1 loi courte": "annexe-1",
  "annexe C loi courte": "annexe-c",
};
for (const [query, place] of Object.entries(NAMED))
  test(`« ${query} » is ${place}`, () => assert.equal(found(query)[0], place.replace("encadrements/", "")));

test("a clause that is named with its text comes before one that says their names more", () => {
  const ask = worker([
    section("encadrements/articles/#loi", "Loi courte"),
    section("encadrements/loi/#art-1", "1. Annexe A", "Voyez l’annexe A de la loi courte : l’annexe A."),
    section("encadrements/loi/#annexe-a", "Annexe A : Un formulaire assez long pour que son titre compte moins", "Ce qu’il faut remplir."),
  ]);
  assert.equal(places(ask("annexe A loi courte"))[0], "loi/#annexe-a");
});

const ALL = {
  // A typing error is allowed only in a word found nowhere, and makes no other word.
  main: ["art-3"],
  corante: ["art-3"],
  courentes: ["art-3"],
  corent: [],
  garder: ["art-7"],
  gadrer: ["art-7"],
  garderie: [],
  // The name of a clause is exact.
  "annexe C": ["annexe-c", "art-7"],
  "annexe 1": ["annexe-1"],
  "article 5.9": ["art-5-9"],
  "art. 8.0": ["art-8"],
  "annexe D": [],
  "annexe 2": [],
  "article 5": [],
  // Quotes require.
  '"médias cyberintimidation"': ["art-2"],
  // A clause stands alone before the pages that quote it.
  classdojo: ["art-2", "fiche/"],
};
for (const [query, all] of Object.entries(ALL)) test(`« ${query} » finds ${all.join(", ") || "nothing"}`, () => assert.deepEqual(found(query), all));

test("an accented word is no letter of a name", () => assert.ok(found("annexe à remplir").includes("annexe-c")));

test("a compound is shown as the reader wrote it", () => {
  assert.deepEqual(found("puis-je photo"), ["art-1"]);
  const photo = lines(ask("photo cyber-intimidation")).find(({ location }) => location.endsWith("#art-1"));
  assert.deepEqual(photo.lacking, ["cyber-intimidation"]);
});

test("a text of another organization comes after and is marked", () => {
  const [own, other] = lines(ask("horloge"));
  assert.deepEqual([own.location, own.source], ["encadrements/loi/#art-8", "Loi courte"]);
  assert.deepEqual([other.location, other.source], ["encadrements/voisine/#art-1", "Loi voisine (ABC) (texte de référence)"]);
});

test("stop words count only alone", () => {
  assert.deepEqual(found("de la photo"), found("photo"));
  assert.ok(found("sans").length);
});

test("an excluded word is not there", () => assert.ok(!found("classdojo -cyberintimidation").includes("art-2")));

test("a section of another page comes under its page", () => assert.deepEqual(found("raisons"), ["fiche/", "fiche/#pourquoi"]));
