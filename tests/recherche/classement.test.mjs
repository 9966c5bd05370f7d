// The order of the results, without a page.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load, places, section, worker } from "./sources.mjs";

const { side, togetherness } = load("side", "togetherness");
const found = (...positions) => ({ frequency: positions.length, positions });

const TEXTS = [
  section("encadrements/articles/", "Index"),
  section("encadrements/articles/#loi", "Loi"),
  section("encadrements/articles/#autre", "Autre loi (ABC)"),
  section("encadrements/loi/", "Loi"),
  section("encadrements/autre/", "Autre"),
];

function order(query, ...docs) {
  return places(worker([...TEXTS, ...docs])(query));
}

test("a clause comes before the page that quotes it", () => {
  assert.deepEqual(order("horloge", section("fiche/", "Horloge", "Une horloge."), section("encadrements/loi/#art-1", "1. Temps", "Une horloge.")), [
    "loi/#art-1",
    "fiche/",
  ]);
});

test("a clause of another organization comes after the same one of the organization's own", () => {
  assert.deepEqual(order("horloge", section("encadrements/autre/#art-1", "Horloge", "x"), section("encadrements/loi/#art-1", "Horloge", "x")), [
    "loi/#art-1",
    "autre/#art-1",
  ]);
});

test("clauses of one number come in the order of their texts, those of other organizations after", () => {
  const texts = [...TEXTS.slice(0, 2), section("encadrements/articles/#note", "Note"), ...TEXTS.slice(2)];
  const clauses = ["autre", "note", "loi"].map((text, i) => section(`encadrements/${text}/#art-4`, `4. ${"Très ".repeat(i)}long`));
  assert.deepEqual(places(worker([...texts, ...clauses])("article 4")), ["loi/#art-4", "note/#art-4", "autre/#art-4"]);
});

test("a clause of another organization comes first only for a word that it has alone", () => {
  const own = [section("encadrements/loi/#art-1", "Un", "horloge murale"), section("encadrements/loi/#art-2", "Deux", "ronde")];
  const other = section("encadrements/autre/#art-1", "Horloge murale ronde", "horloge murale ronde et bleue");
  assert.deepEqual(order("horloge murale ronde", ...own, other), ["loi/#art-1", "autre/#art-1", "loi/#art-2"]);
  assert.equal(order("horloge murale ronde bleue", ...own, other)[0], "autre/#art-1");
});

test("a word that only says the same counts less than the word", () => {
  const same = section("encadrements/loi/#art-1", "Un", "Une mère.");
  assert.deepEqual(order("parent", same, section("encadrements/loi/#art-2", "Deux", "Un parent.")), ["loi/#art-2", "loi/#art-1"]);
  assert.deepEqual(order("maman", same), ["loi/#art-1"]);
});

test("a word in a title counts more than one in a text", () => {
  assert.deepEqual(order("horloge", section("encadrements/loi/#art-1", "Temps", "horloge"), section("encadrements/loi/#art-2", "Horloge", "temps")), [
    "loi/#art-2",
    "loi/#art-1",
  ]);
});

test("what has all the words comes before what has one of them often", () => {
  const often = section("encadrements/loi/#art-1", "Un", "horloge horloge horloge horloge");
  assert.deepEqual(order("horloge murale", often, section("encadrements/loi/#art-2", "Deux", "Une horloge que l’on dit murale.")), [
    "loi/#art-2",
    "loi/#art-1",
  ]);
});

test("words found side by side come before the same words apart", () => {
  const apart = section("encadrements/loi/#art-1", "Un", "photo de la classe puis de ce bel élève");
  const together = section("encadrements/loi/#art-2", "Deux", "photo élève de la classe puis de ce bel");
  assert.deepEqual(order("photo élève", apart, together), ["loi/#art-2", "loi/#art-1"]);
});

test("a clause named by its number comes first", () => {
  const clauses = [
    section("encadrements/loi/#art-1", "1. Article sur les articles", "article article"),
    section("encadrements/loi/#art-2", "2. Autre", "rien"),
  ];
  assert.deepEqual(order("article 2", ...clauses), ["loi/#art-2"]);
});

test("a short text comes before a long one", () => {
  const long = section("encadrements/loi/#art-1", "Un", `horloge ${"mot ".repeat(80)}`);
  assert.deepEqual(order("horloge", long, section("encadrements/loi/#art-2", "Deux", "horloge mot")), ["loi/#art-2", "loi/#art-1"]);
});

test("what is excluded is not there, what is required is", () => {
  const docs = [section("encadrements/loi/#art-1", "Un", "photo élève"), section("encadrements/loi/#art-2", "Deux", "photo")];
  assert.deepEqual(order("photo -élève", ...docs), ["loi/#art-2"]);
  assert.deepEqual(order("photo +élève", ...docs), ["loi/#art-1"]);
});

test("words are side by side with one word at most between them", () => {
  assert.ok(side(found(10), found(11)));
  assert.ok(side(found(10), found(13)));
  assert.ok(side(found(10), found(8)));
  assert.ok(!side(found(10), found(14)));
  assert.ok(!side(found(10), found(7)));
});

test("togetherness is a part of the pairs", () => {
  const hit = (...positions) => ({ fields: { text: found(...positions) } });
  assert.equal(togetherness([hit(1), hit(2), hit(9)]), 0.5);
  assert.equal(togetherness([hit(1), undefined, hit(2)]), 0);
  assert.equal(togetherness([hit(1)]), 0);
});

test("the clauses that a query names come first, in its order", () => {
  const clauses = [
    section("encadrements/loi/#art-5-9", "5.9 Un titre long", "Un texte encore plus long."),
    section("encadrements/loi/#art-5-10", "5.10 Court", "Voyez l’article 5.9."),
    section("encadrements/autre/#art-7-1", "7.1 Ailleurs", "Rien."),
    section("encadrements/autre/#art-5-9", "5.9 Ailleurs", "Rien."),
    section("fiche/", "Fiche", "Les articles 5.9 et 5.10, articles 5.9 et 5.10."),
  ];
  for (const query of ["5.9 et 5.10", "5.9/5.10", "art.5.9;5.10", "5.9-5.10", "articles 5.9 et 5.10", "5.9 5.10 loi"])
    assert.deepEqual(order(query, ...clauses).slice(0, 2), ["loi/#art-5-9", "loi/#art-5-10"], query);
  assert.deepEqual(order("5.10 et 5.9", ...clauses).slice(0, 2), ["loi/#art-5-10", "loi/#art-5-9"]);
  assert.deepEqual(order("7.1, 5.10", ...clauses).slice(0, 2), ["autre/#art-7-1", "loi/#art-5-10"]);
});

test("a label is for each of the clauses that it names together", () => {
  const clauses = [
    section("encadrements/loi/#art-4", "4. Un titre long", "Un texte encore plus long, de 2 jours."),
    section("encadrements/loi/#art-5", "5. Court", "Rien."),
    section("encadrements/loi/#art-6", "6. Court", "Rien."),
    section("encadrements/loi/#annexe-a", "Annexe A", "Rien."),
    section("encadrements/loi/#annexe-b", "Annexe B", "Rien."),
    section("fiche/", "Fiche", "Les articles 4, 5 et 6; les annexes A et B."),
  ];
  assert.deepEqual(order("articles 4 et 5", ...clauses).slice(0, 2), ["loi/#art-4", "loi/#art-5"]);
  assert.deepEqual(order("art. 5 ou 4", ...clauses).slice(0, 2), ["loi/#art-5", "loi/#art-4"]);
  assert.deepEqual(order("articles 6, 5 et 4", ...clauses).slice(0, 3), ["loi/#art-6", "loi/#art-5", "loi/#art-4"]);
  assert.deepEqual(order("annexes B et A", ...clauses).slice(0, 2), ["loi/#annexe-b", "loi/#annexe-a"]);
});
