// What the reader is shown of the results.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load, section, worker } from "./sources.mjs";

const { extract, escaped, lacking, canBeMarked } = load("extract", "escaped", "lacking", "canBeMarked");

const DOCS = [
  section("encadrements/articles/", "Index"),
  section("encadrements/articles/#loi", "Loi courte"),
  section("encadrements/articles/#autre", "Autre loi (ABC)"),
  section("encadrements/loi/", "Loi au titre très long"),
  section("encadrements/autre/", "Loi d’une autre organisation"),
  section("encadrements/loi/#art-1", "1. Photo", "Les élèves photographiés."),
  section("encadrements/autre/#art-1", "1. Horloge", "Une horloge."),
  section("fiche/", "Fiche", "Une fiche."),
  section("fiche/#raisons", "Raisons", "Les raisons."),
];
const ask = await worker(DOCS);

test("an extract begins a little before what is marked and keeps no other markup", () => {
  const text = `<p>${"avant ".repeat(20)}<b>un</b> <mark>mot</mark> ${"après ".repeat(40)}</p>`;
  const found = extract(text);
  assert.match(found, /^… (?:avant )+un <mark>mot<\/mark> après/);
  assert.equal(found.split(" ").length, 30);
  assert.ok(found.endsWith(" …"));
  assert.equal(extract("<p>Un <i>mot</i>.</p>"), "Un mot .");
});

test("a reader's word is safe in markup", () => assert.equal(escaped(`<b a="1">&`), "&#60;b a=&#34;1&#34;&#62;&#38;"));

test("what a result lacks is said, and only that", () => {
  assert.equal(lacking({ photo: true }), "");
  assert.equal(lacking({ photo: true, "<b>": false }), "<br>Sans\u00a0: <del>&#60;b&#62;</del>");
});

test("a form that the theme would mark inside other words is not marked", () => {
  assert.deepEqual(["élève", "sans-fil", "5.9", "e-mail", "la"].map(canBeMarked), [true, true, true, false, false]);
});

test("a clause is a result of its own, under the name of its text", async () => {
  const [[clause]] = await ask("photo");
  assert.match(clause.title, /^<small class="recherche-texte">Loi courte<\/small><br>1\. <mark/);
});

test("a text of another organization is said to be for reference", async () => {
  const [[clause]] = await ask("horloge");
  assert.match(clause.title, /Autre loi \(ABC\) \(texte de référence\)/);
});

test("a section of another page comes under its page", async () => {
  const [group] = await ask("raisons");
  assert.deepEqual(new Set(group.map(({ location }) => location)), new Set(["fiche/", "fiche/#raisons"]));
});

test("the words shown are whole", async () => {
  const [[clause]] = await ask("photographié zzyzx");
  assert.deepEqual(clause.terms, { photographiés: true, zzyzx: false });
});

test("nothing is found for nothing", async () => {
  for (const query of ["zzyzx", "?", "-", "<>", "constructor"]) assert.deepEqual(await ask(query), [], query);
});
