// The letters of a file: each encoding in which a list comes, by what its bytes make of French.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Octets, pupils } from "./sources.mjs";

const LIST = "Nom;Prénom\nL'Écuyer;Zoé\nBélanger-Côté;François\nD’Août;Noëlle";
const EXPECTED = ["L'Écuyer/Zoé", "Bélanger-Côté/François", "D’Août/Noëlle"];

const MAC = new Map(
  [..."ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü"]
    .map((letter, index) => [letter, 0x80 + index])
    .concat([
      ["’", 0xd5],
      ["œ", 0xcf],
      ["È", 0xe9],
      ["À", 0xcb],
    ]),
);
const DOS = new Map([["À", 0xb7], ..."ÇüéâäàåçêëèïîìÄÅÉæÆôöòûù".split("").map((letter, index) => [letter, 0x80 + index])]);
const WINDOWS = new Map([
  ["’", 0x92],
  ["œ", 0x9c],
  ["Œ", 0x8c],
]);
const encoded = (text, table) => new Uint8Array([...text].map((letter) => table.get(letter) ?? letter.charCodeAt(0)));
const utf16 = (text, little) =>
  new Uint8Array(
    [...text].flatMap((letter) =>
      little ? [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8] : [letter.charCodeAt(0) >> 8, letter.charCodeAt(0) & 255],
    ),
  );
const utf8 = (text) => new TextEncoder().encode(text);
const plain = (text) => text.replace("’", "'");

const FILES = {
  "UTF-8": [utf8(LIST), "utf-8", true],
  "UTF-8 with its mark": [utf8(`\ufeff${LIST}`), "utf-8", true],
  "UTF-16, little end first": [utf16(`\ufeff${LIST}`, true), "utf-16le", true],
  "UTF-16, big end first": [utf16(`\ufeff${LIST}`, false), "utf-16be", true],
  "UTF-16 without its mark": [utf16(LIST, true), "utf-16le", true],
  // Node.js reads the curly apostrophe of this one as a control: a browser's test has it.
  "Windows-1252": [encoded(plain(LIST), WINDOWS), "windows-1252", false],
  Macintosh: [encoded(LIST, MAC), "macintosh", false],
  "DOS 850": [encoded(plain(LIST), DOS), "dos-850", false],
};
for (const [name, [bytes, encodage, sur]] of Object.entries(FILES))
  test(name, () => {
    const found = Octets.lire(bytes);
    assert.deepEqual([found.encodage, found.sur], [encodage, sur]);
    assert.deepEqual(pupils(found.texte).map(plain), EXPECTED.map(plain));
  });

test("one accent is enough", () => {
  for (const [table, encodage] of [
    [WINDOWS, "windows-1252"],
    [MAC, "macintosh"],
    [DOS, "dos-850"],
  ])
    assert.equal(Octets.lire(encoded("Testard;Xéna", table)).encodage, encodage);
});

// Lists whose only accents tell little: a capital before small letters or among capitals, a diaeresis.
const FEW = ["Roy;Émile\nGagnon;Éloi", "ROY;ÉMILE", "Nom;ANDRÉ", "ÉCOLE DES ÉRABLES", "À revoir", "É. Roy", "Roy;Noël", "Roy;Maïka\nGagnon;Élie"];
for (const [encodage, table] of Object.entries({ macintosh: MAC, "dos-850": DOS }))
  test(`few accents are those of French, in ${encodage}`, () => {
    for (const list of FEW.filter((one) => [...one].every((letter) => letter < "\u0080" || table.has(letter))))
      assert.deepEqual([Octets.lire(encoded(list, table)).texte, list], [list, list]);
  });

test("few accents are those of French, in windows-1252", () => {
  for (const list of [...FEW, "½ groupe", "1½ h", "n° 5", "3 m²", "Roy;Müller", "HÉBERT;NOËL", "«\u00a0oui\u00a0»"])
    assert.deepEqual([Octets.lire(encoded(list, WINDOWS)).texte, list], [list, list]);
});

test("a few bad bytes leave a text in UTF-8, and this is told", () => {
  const sound = utf8("Nom;Prénom\nTestard;Xéna\nCôté;Zoé\n");
  const cut = utf8("Nom;Prénom\nTestard;Zoé").slice(0, -1);
  const mixed = new Uint8Array([...sound, ...encoded("Bélair;Ugo", WINDOWS)]);
  for (const [bytes, last] of [
    [mixed, "B\ufffdlair;Ugo"],
    [cut, "Testard;Zo\ufffd"],
  ]) {
    const found = Octets.lire(bytes);
    assert.deepEqual([found.encodage, found.sur, found.texte.split("\n").pop()], ["utf-8", false, last]);
    assert.deepEqual([...found.possibles], ["utf-8", "windows-1252", "macintosh", "dos-850"]);
    assert.match(Octets.doute(found), /^Ce fichier a été lu comme «\u00a0UTF-8\u00a0», sauf des lettres/);
  }
  assert.equal(Octets.doute(Octets.lire(sound)), "");
});

test("a letter or two that happen to be UTF-8 make no UTF-8", () => {
  // « ’é » of a Macintosh is an Armenian letter there.
  assert.equal(Octets.lire(encoded("d’été;l’élève\nD’Éon;L’Écuyer", MAC)).encodage, "macintosh");
  assert.equal(Octets.lire(new Uint8Array([...utf8("é"), ...encoded("élève", WINDOWS)])).encodage, "windows-1252");
});

test("letters that were guessed are told", () => {
  const found = Octets.lire(encoded("Testard;Xéna", MAC));
  const told = "ne dit pas comment ses lettres sont codées. Elles ont été lues comme «\u00a0Mac\u00a0»\u00a0: vérifiez les accents.";
  assert.equal(Octets.doute(found), `Ce fichier ${told}`);
  assert.equal(Octets.doute(found, "«\u00a0a.json\u00a0»"), `«\u00a0a.json\u00a0» ${told}`);
});

test("the reader may take another encoding", () => {
  const bytes = encoded("Testard;Xéna", MAC);
  assert.deepEqual([...Octets.lire(bytes).possibles], ["windows-1252", "macintosh", "dos-850"]);
  assert.notEqual(Octets.lire(bytes, "windows-1252").texte, Octets.lire(bytes).texte);
});
