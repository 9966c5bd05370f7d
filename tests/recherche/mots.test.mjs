// The words, one by one: what is folded, dropped and stemmed.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./sources.mjs";

const { fold, stem, withoutElision, wordsOf, anchorNamed, STOP_WORDS, ENDINGS, Vocabulary } = load(
  "fold",
  "stem",
  "withoutElision",
  "wordsOf",
  "anchorNamed",
  "STOP_WORDS",
  "ENDINGS",
  "Vocabulary",
);

const FOLDED = [
  ["Élève¹", "eleve"],
  ["ÉCOLE", "ecole"],
  ["sœur", "soeur"],
  ["ex-æquo", "exaequo"],
  ["5.9", "5.9"],
  ["fin.", "fin"],
  ["e\u0301le\u0300ve", "eleve"],
  ["«", ""],
];
for (const [word, folded] of FOLDED) test(`${word} is folded to « ${folded} »`, () => assert.equal(fold(word), folded));

const BARE = [
  ["l'élève", "élève"],
  ["L’école", "école"],
  ["qu’il", "il"],
  ["jusqu'au", "au"],
  ["lorsqu’un", "un"],
  ["aujourd'hui", "aujourd'hui"],
  ["élève", "élève"],
];
for (const [word, bare] of BARE) test(`${word} without its elision is ${bare}`, () => assert.equal(withoutElision(word), bare));

const FAMILIES = [
  ["eleve", "eleves"],
  ["approuve", "approuvee", "approuver", "approuvees", "approuvent"],
  ["social", "sociaux", "sociale"],
  ["reseau", "reseaux"],
  ["consent", "consentir", "consentement", "consentements"],
  ["communicateur", "communicatrice", "communicatrices"],
  ["influenceur", "influenceuse", "influenceuses"],
  ["heure", "heures"],
  ["actif", "active", "actives"],
  ["citoyen", "citoyenne", "citoyennes"],
  ["detruire", "detruis", "detruisez", "detruisait", "detruisent"],
  ["ecrire", "ecrivez", "ecrivait"],
];
for (const family of FAMILIES)
  test(`${family.join(", ")} have one stem`, () => assert.equal(new Set(family.map(stem)).size, 1, family.map(stem).join()));

test("words of other families keep stems of their own", () => {
  for (const [one, other] of [
    ["garder", "garderie"],
    ["parent", "partir"],
    ["note", "notion"],
    ["cour", "cours d"],
  ])
    assert.notEqual(stem(one), stem(other));
});

test("a number keeps its digits", () => assert.equal(stem("2026s"), "2026s"));

test("a stem keeps enough of its word", () => {
  for (const word of ["as", "les", "mes", "ere", "ment", "ant"]) assert.ok(stem(word).length >= 2, `${word}: ${stem(word)}`);
});

test("a compound is one word, then its parts", () => {
  assert.deepEqual(wordsOf("Wi-Fi"), ["WiFi", "Wi", "Fi"]);
  assert.deepEqual(wordsOf("sans‑fil"), ["sansfil", "sans", "fil"]);
  assert.deepEqual(wordsOf("l’école"), ["école"]);
});

test("two words name a clause", () => {
  assert.equal(anchorNamed("l'Annexe", "A"), "annexe-a");
  assert.equal(anchorNamed("articles", "5.0"), "art-5");
  assert.equal(anchorNamed("art", "5.10,"), "art-5-10");
  assert.equal(anchorNamed("tableau", "b"), "tableau-b");
});

test("two words that name nothing have no anchor", () => {
  for (const [label, sign] of [
    ["annexe", "à"],
    ["annexe", "jointe"],
    ["article", "b"],
    ["page", "5"],
    ["", "5"],
  ])
    assert.equal(anchorNamed(label, sign), "", `${label} ${sign}`);
});

test("stop words are folded, or nothing would match them", () => {
  for (const word of STOP_WORDS) assert.equal(fold(word), word);
});

test("no ending of a list hides a longer one that comes after it", () => {
  for (const { list } of ENDINGS)
    for (const [i, [ending]] of list.entries())
      assert.deepEqual(
        list.slice(i + 1).filter(([later]) => later !== ending && later.endsWith(ending)),
        [],
        ending,
      );
});

test("the vocabulary completes a folded beginning and keeps words as they are written", () => {
  const vocabulary = new Vocabulary();
  for (const word of ["Consentement", "consentir", "école"]) vocabulary.add(word);
  assert.deepEqual(vocabulary.completions("consen"), [stem("consentement"), stem("consentir")]);
  assert.deepEqual([...vocabulary.written.get(stem("ecole"))], ["école"]);
});
