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
    ]),
);
const DOS = new Map([..."ÇüéâäàåçêëèïîìÄÅÉæÆôöòûù"].map((letter, index) => [letter, 0x80 + index]));
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

test("the reader may take another encoding", () => {
  const bytes = encoded("Testard;Xéna", MAC);
  assert.deepEqual([...Octets.lire(bytes).possibles], ["windows-1252", "macintosh", "dos-850"]);
  assert.notEqual(Octets.lire(bytes, "windows-1252").texte, Octets.lire(bytes).texte);
});
