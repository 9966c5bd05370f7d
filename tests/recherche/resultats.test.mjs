// What the reader is shown of the results.
import assert from "node:assert/strict";
import { test } from "node:test";
import { lines, load, NOTHING, section, worker } from "./sources.mjs";

const { extract, marked, pieces, canBeMarked } = load("extract", "marked", "pieces", "canBeMarked");

const DOCS = [
  section("encadrements/articles/", "Index"),
  section("encadrements/articles/#loi", "Loi courte"),
  section("encadrements/articles/#autre", "Autre loi (ABC)"),
  section("encadrements/loi/", "Loi au titre très long"),
  section("encadrements/autre/", "Loi d’une autre organisation"),
  section("encadrements/loi/#art-1", "1. Photo", "Les élèves photographiés."),
  section("encadrements/autre/#art-1", "1. Horloge", "Une horloge."),
  section("fiche/", "Fiche", "Une fiche."),
  section("fiche/#raisons", "Raisons", "Les raisons.\nLa cause, puis la cause.\nRien.\nUne cause.\nCause."),
  section("fiche/#suite", "Suite", "Une cause."),
  section("carte/", "Carte", "Une carte."),
  section("carte/#marge", "Marge", "Une carte et sa marge."),
];
const ask = worker(DOCS);
const results = (query) => ask(query).results;

test("what is found nowhere is said once, if something else is found", () => {
  assert.deepEqual(ask("carte zzyzx qwxk").missing, ["zzyzx", "qwxk"]);
  for (const query of ["carte horloge", "zzyzx", "-carte"]) assert.deepEqual(ask(query).missing, [], query);
});

test("a word that is read as another is said, with the form that is the nearest to it", () => {
  assert.deepEqual(ask("photographié horlogge cose").read, [
    { word: "horlogge", as: "horloge" },
    { word: "cose", as: "cause" },
  ]);
  for (const query of ["horloge", "horl", "elève", "zzyzx", ""]) assert.deepEqual(ask(query).read, [], query);
});

test("an extract begins a little before what is marked", () => {
  const [text] = marked(`${"avant ".repeat(20)}un mot ${"après ".repeat(40)}`, new Set([21]));
  const found = pieces(extract(text));
  assert.match(found[0], /^… (?:avant )+un $/);
  assert.equal(found[1], "mot");
  assert.match(found[2], /^ (?:après )+…$/);
  assert.equal(found.join("").split(" ").length, 30);
});

test("words are marked by their places, those of each line apart", () => {
  assert.deepEqual(marked("l’élève, 5.9.\nDeux", new Set([0, 1, 12])), ["\u0002l’élève\u0003, \u00025.9\u0003.", "\u0002Deux\u0003"]);
  assert.deepEqual(pieces("a \u0002b\u0003"), ["a ", "b", ""]);
});

test("an extract is of the first two lines that have the words", () => {
  const [, line] = lines(ask("cause +raisons"));
  assert.equal(line.extract.join(""), "Les raisons. La cause, puis la cause.");
  assert.deepEqual(
    line.extract.filter((_, i) => i % 2),
    ["raisons", "cause", "cause"],
  );
});

test("a form that would be marked inside other words is not marked", () => {
  assert.deepEqual(["élève", "sans-fil", "5.9", "e-mail", "la"].map(canBeMarked), [true, true, true, false, false]);
});

test("a clause is a result of its own, under the name of its text", () => {
  const [{ head, best, more }] = results("photo");
  assert.equal(head.source, "Loi courte");
  assert.deepEqual(head.title, ["1. ", "Photo", ""]);
  assert.deepEqual([best, more], [[], []]);
});

test("a text of another organization is said to be for reference", () => {
  assert.equal(results("horloge")[0].head.source, "Autre loi (ABC) (texte de référence)");
});

test("a section of another page comes under its page, which has no extract", () => {
  const [{ head, best }] = results("raisons");
  assert.deepEqual([head.location, head.title, head.extract, head.source], ["fiche/", ["Fiche"], [], ""]);
  assert.deepEqual(
    best.map(({ location }) => location),
    ["fiche/#raisons"],
  );
});

test("a page that answers best has its extract, and its sections are folded", () => {
  const [{ head, best, more }] = results("carte");
  assert.deepEqual([head.location, head.extract], ["carte/", ["Une ", "carte", "."]]);
  assert.deepEqual([best.length, more.map(({ location }) => location)], [0, ["carte/#marge"]]);
});

test("sections that answer less well than the first are folded", () => {
  const [{ head, best, more }] = results("cause");
  assert.equal(head.location, "fiche/");
  assert.deepEqual([best.length, more.length], [1, 1]);
});

test("the words shown are whole", () => {
  const [{ head }] = results("photographié cause");
  assert.deepEqual([head.words, head.lacking], [["photographiés"], ["cause"]]);
});

test("a word that is found nowhere is said once, above the results", () => {
  const reply = ask("photographié zzyzx");
  assert.deepEqual(reply.missing, ["zzyzx"]);
  assert.deepEqual([...new Set(lines(reply).flatMap(({ lacking }) => lacking))], []);
});

test("only as many results as asked for are said, and how many there are", () => {
  const reply = ask("cause carte photo horloge", 2);
  assert.deepEqual([reply.query, reply.results.length, reply.count], ["cause carte photo horloge", 2, 4]);
  assert.deepEqual(ask("cause carte photo horloge").results.slice(0, 2), reply.results);
});

test("nothing is found for nothing", () => {
  for (const query of ["", " ", "zzyzx", "?", "-", "<>", "constructor", "toString"])
    assert.deepEqual(ask(query), { query, answers: [], results: [], count: 0, missing: [], read: [] }, query);
});

test("a sheet of another organization says so, and its sections do not say it again", () => {
  const known = worker(DOCS, { ...NOTHING, references: { "fiche/": "ABC" } });
  const sources = (query) => known(query).results.map(({ head, best, more }) => [head, ...best, ...more].map(({ source }) => source));
  assert.deepEqual(sources("fiche"), [["ABC (texte de référence)"]]);
  assert.deepEqual(sources("raisons"), [["ABC (texte de référence)", ""]]);
  assert.deepEqual(sources("marge"), [["", ""]]);
});
