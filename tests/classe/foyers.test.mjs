// What is written by household: families and their first names, labels of addresses, who signs above an address.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Classe, pupils, read } from "./sources.mjs";

const said = (text) => {
  const { eleves, disposition } = read(text);
  return Classe.verification.verifier(eleves, disposition.ordre !== "une").map((all) => all.join(" "));
};
const UNLIKE = "Cette ligne n’est pas faite comme les autres\u00a0: est-ce un élève?";

// ---- Families

for (const text of [
  "Famille Testard : Xéna, Odon\nFamille Abélard : Ilda",
  "Famille Testard - Xéna et Odon\nFam. Abélard - Ilda",
  "FAMILLE Testard (Xéna, Odon)\nFAMILLE Abélard (Ilda)",
  "La famille Testard : Xéna (501) et Odon (502)\nLa famille Abélard : Ilda (501)",
  "Famille Testard\n- Xéna\n- Odon\n\nFamille Abélard\n- Ilda",
  "Famille Testard\tXéna\tOdon\nFamille Abélard\tIlda",
])
  test(`the first of a family has its name, which is asked for the others: ${JSON.stringify(text)}`, () => {
    const { choix } = read(text);
    assert.equal(choix.question, "Un nom de famille manque\u00a0: est-ce celui de la ligne au-dessus?");
    assert.deepEqual(
      choix.options.map(({ reglages }) => pupils(text, reglages).join(" ")),
      ["Testard/Xéna /Odon Abélard/Ilda", "Testard/Xéna Testard/Odon Abélard/Ilda"],
    );
    assert.deepEqual(said(text), ["", "Il manque le nom.", ""]);
  });

test("one family alone is a family", () => assert.deepEqual(pupils("Famille Testard : Xéna, Odon"), ["Testard/Xéna", "/Odon"]));

test("what stands around the families is told, and a family without a first name is kept", () => {
  const text = "Voici les fratries\nFamille Testard : Xéna\nFamille Abélard\nFamille Roy : Ilda\nMerci!";
  assert.deepEqual(pupils(text), ["Testard/Xéna", "Abélard/", "Roy/Ilda"]);
  assert.deepEqual(said(text), ["", "Il manque le prénom.", ""]);
  assert.match(read(text).reserves.join(), /^2.lignes laissées de côté.*fratries.*Merci/);
});

test("whole names after a family keep theirs", () => {
  assert.deepEqual(pupils("Famille Testard : Xéna Testard, Odon Roy\nFamille Abélard : Ilda Abélard, Wanda Abélard"), [
    "Testard/Xéna",
    "Roy/Odon",
    "Abélard/Ilda",
    "Abélard/Wanda",
  ]);
});

test("a family for a pupil is told", () => {
  assert.deepEqual(said("Famille Testard\nFamille Abélard"), Array(2).fill("«\u00a0Famille\u00a0» fait-il partie du nom?"));
});

test("« Famille » over a column is its title", () => assert.deepEqual(pupils("Famille\tPrénom\nTestard\tXéna"), ["Testard/Xéna"]));

// ---- Labels

const LABELS = {
  "with an empty line between":
    "Xéna Testard\n12, rue Feinte\nAlma (Québec) G8B 1A1\n\nOdon Abélard\n3-14, av. du Lac, app. 3\nAlma (Québec)  G8B 2B2",
  "without an empty line": "Xéna Testard\n12 rue Feinte\nAlma QC G8B 1A1\nOdon Abélard\nC.P. 12\nAlma QC G8B2B2",
  "of four lines": "Xéna Testard\n12 Feinte\nAlma\nG8B 1A1\n\nOdon Abélard\nRang 4\nSaint-Bruno\nG8B 2B2",
  "with a country and a telephone":
    "Xéna Testard\n12, rue Feinte\nAlma QC G8B 1A1\nCANADA\n418 555-0100\n\nOdon Abélard\n14, rue Feinte\nAlma QC G8B 1A1\nCANADA",
  "to parents": "Aux parents de\nXéna Testard\n12, rue Feinte\nAlma G8B 1A1\n\nAux parents de\nOdon Abélard\n14, rue Feinte\nAlma G8B 1A1",
  "side by side": "Xéna Testard\tOdon Abélard\n12, rue Feinte\t14, rue Feinte\nAlma G8B 1A1\tAlma G8B 1A1",
  "side by side, drawn with spaces":
    "Xéna Testard                 Odon Abélard\n12, rue Feinte               14, rue Feinte\nAlma (Québec)  G8B 1A1       Alma (Québec)  G8B 2B2",
  "side by side, not as high": "Xéna Testard\tOdon Abélard\n12, rue Feinte\t14, rue Feinte\nAlma G8B 1A1\tapp. 3\n\tAlma G8B 1A1",
  "side by side, as a table of Word": "Xéna Testard\n12, rue Feinte\nAlma G8B 1A1\tOdon Abélard\n14, rue Feinte\nAlma G8B 1A1",
};
for (const [name, text] of Object.entries(LABELS))
  test(`labels ${name} give their names, and tell the rest`, () => {
    assert.deepEqual(
      read(text).eleves.map(({ nom, prenom }) => [nom, prenom].sort().join()),
      ["Testard,Xéna", "Abélard,Odon"],
    );
    assert.deepEqual(said(text), ["", ""]);
    assert.match(read(text).reserves.join(" "), /^\d+.lignes laissées de côté/);
  });

test("one label has one name, and a name above the street is a pupil's", () => {
  assert.equal(pupils("Léa Testard\n12, rue Feinte\nAlma G8B 1A1").join(), "Testard/Léa");
  assert.equal(pupils("Léa Testard\nNoah Testard\n12, rue Feinte\nAlma G8B 1A1").join(), "Testard/Léa,Testard/Noah");
});

test("numbered pupils above a school's address stay", () => {
  for (const text of [
    "1 Léa Testard\n2 Noah Abélard\n12, rue Feinte\nAlma G8B 1A1",
    "École Feinte\n12, rue Feinte\nAlma G8B 1A1\n1 Léa Testard\n2 Noah Abélard\nÉcole Feinte\n12, rue Feinte\nAlma G8B 1A1",
  ])
    assert.equal(pupils(text).join(), "Testard/Léa,Abélard/Noah");
});

test("addresses in their columns are no labels", () =>
  assert.deepEqual(pupils("Testard\tLéa\t12 rue Feinte\tG8B 1A1\nAbélard\tNoah\t14 rue Feinte\tG8B 1A1"), ["Testard/Léa", "Abélard/Noah"]));

test("a label that has no postal code loses no pupil to the next one", () => {
  const text = "Léa Testard\n12, rue Feinte\nAlma G8B 1A1\n\nNoah Abélard\n14, rue Feinte\nAlma\n\nZoé Roy\n16, rue Feinte\nAlma G8B 1A1";
  assert.deepEqual(pupils(text), ["Testard/Léa", "Abélard/Noah", "Alma/", "Roy/Zoé"]);
  assert.ok(
    said(text)
      .slice(2)
      .every((all) => all.includes(UNLIKE)),
  );
});

test("what stands between a name and its address is told", () => {
  const text = "Léa Testard\nManoir du Lac\nAlma G8B 1A1\nNoah Abélard\n12, rue Feinte\nAlma G8B 1A1\nZoé Roy\n14, rue Feinte\nAlma G8B 1A1";
  assert.deepEqual(said(text), ["", UNLIKE, "", ""]);
  assert.deepEqual(said("Léa Testard\nNoah Abélard\nZoé Roy\nRita Feinte\nÉcole Feinte\n12, rue Feinte\nAlma G8B 1A1"), ["", "", "", UNLIKE]);
});

test("labels of parents are told", () =>
  assert.deepEqual(
    said("M. et Mme Testard\n12, rue Feinte\nAlma G8B 1A1\n\nM. et Mme Abélard\n14, rue Feinte\nAlma G8B 1A1").map((all) => /deux élèves/.test(all)),
    [true, true],
  ));

// ---- Who signs

const SIX = "Léa Testard\nNoah Abélard\nZoé Roy\nTom Bah\nRose Côté\nEmma Faux";
for (const foot of [
  "Rita Feinte\nÉcole Feinte\n12, rue Feinte\nAlma (Québec) G8B 1A1",
  "Rita Feinte\nIngénieuse\n418 555-0100",
  "Rita Feinte\nIngénieuse\nrita@exemple.ca",
])
  test(`who signs above what only a message has is told: ${JSON.stringify(foot)}`, () =>
    assert.deepEqual(
      said(`${SIX}\n\n${foot}`).map((all) => all.includes(UNLIKE)),
      [
        ...Array(6).fill(false),
        ...foot
          .split("\n")
          .filter((line) => /^(?:Rita|Ingé)/.test(line))
          .map(() => true),
      ],
    ));

for (const text of [
  "Léa Roy\nlea@exemple.ca\n\nNoah Bah\nnoah@exemple.ca",
  "Léa Roy 418 555-0100\nNoah Bah 418 555-0100\n\nZoé Côté 418 555-0100\nTom Faux",
])
  test(`pupils in paragraphs sign nothing: ${JSON.stringify(text)}`, () => assert.ok(said(text).every((all) => !all)));
