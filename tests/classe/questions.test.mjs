// What is not decided alone: two readings, for the reader to choose; what was left aside, in sentences; what is refused.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Classe, pupils, read } from "./sources.mjs";

const readings = (text) => (read(text).choix?.options ?? []).map(({ eleves }) => eleves.map(({ nom, prenom }) => `${nom}/${prenom}`).join(" "));

const ASKED = {
  "two columns that nothing tells apart": ["Testard\tXéna\nAbélard\tOdon", ["Testard/Xéna Abélard/Odon", "Xéna/Testard Odon/Abélard"]],
  "whole names that nothing tells apart": ["Xéna Testard\nOdon Abélard", ["Testard/Xéna Abélard/Odon", "Xéna/Testard Odon/Abélard"]],
  "two first names": ["Nom;Prénom;Prénom usuel\nTestard;Xéna Ilda;Ilda", ["Testard/Xéna Ilda", "Testard/Ilda"]],
  "titles that nothing knows": ["Nm\tPrnm\nTestard\tXéna", ["Testard/Xéna", "Nm/Prnm Testard/Xéna"]],
  "titles cut short": ["Fam.;Pr.;Fch\nTestard;Xéna;12\nAbélard;Odon;13", ["Testard/Xéna Abélard/Odon", "Fam./Pr. Testard/Xéna Abélard/Odon"]],
  "a word over numbers": [
    "Sukunimi;Etunimi;Registro\nTestard;Xéna;12\nAbélard;Odon;13",
    ["Testard/Xéna Abélard/Odon", "Sukunimi/Etunimi Testard/Xéna Abélard/Odon"],
  ],
  "titles of a database": ["ZZ_A;ZZ_B\nTestard;Xéna\nAbélard;Odon", ["Testard/Xéna Abélard/Odon", "ZZ_A/ZZ_B Testard/Xéna Abélard/Odon"]],
  "first names that the page does not know, beside families that first names are too": [
    "Martin\tKhadija\nTremblay\tDjibril",
    ["Khadija/Martin Djibril/Tremblay", "Martin/Khadija Tremblay/Djibril"],
  ],
  "whole names that families share": ["Aminata Martin\nKwame Simon", ["Aminata/Martin Kwame/Simon", "Martin/Aminata Simon/Kwame"]],
  "an order of the alphabet that may be that of first names": [
    "Traore\tAicha\nBah\tBintou\nNguyen\tDjibril\nCisse\tKwame\nDiallo\tYaw",
    ["Aicha/Traore Bintou/Bah Djibril/Nguyen", "Traore/Aicha Bah/Bintou Nguyen/Djibril"],
  ],
  "a first name that comes back": [
    "Testard\tOdon\nAbel\tAminata\nZenobe\tAminata\nFaux\tUgo\nRoy\tAminata",
    ["Odon/Testard Aminata/Abel Aminata/Zenobe", "Testard/Odon Abel/Aminata Zenobe/Aminata"],
  ],
  "columns of whole names with commas": [
    "Testard, Xéna\tAbélard, Odon\nZénobe, Wanda\tFaux, Ugo",
    ["Testard/Xéna Zénobe/Wanda", "Testard/Xéna Abélard/Odon Zénobe/Wanda"],
  ],
  "teams on their lines": [
    "Équipe 1 : Xéna Testard, Odon Abélard\nÉquipe 2 : Wanda Zénobe, Ugo Faux",
    ["Équipe 1 : Xéna Testard/Odon Abélard Équipe 2 : Wanda Zénobe/Ugo Faux", "Testard/Xéna Abélard/Odon Zénobe/Wanda"],
  ],
  "two names on a line, or one": ["Xéna Testard, Odon Abélard", ["Testard/Xéna Abélard/Odon", "Xéna Testard/Odon Abélard"]],
};
for (const [name, [text, expected]] of Object.entries(ASKED))
  test(`asked: ${name}`, () => {
    assert.deepEqual(readings(text), expected);
    const { choix } = read(text);
    for (const [index, { reglages }] of choix.options.entries()) assert.equal(pupils(text, reglages).slice(0, 3).join(" "), expected[index]);
    for (const { reglages } of choix.options.slice(0, 1)) assert.equal(pupils(text, reglages).join(), pupils(text).join());
  });

const SURE = [
  "Léa\tTremblay\nNoah\tGagnon",
  "Tremblay Léa\nGagnon Noah",
  "Testard, Xéna\nAbélard, Odon",
  "Nom\tPrénom\nTestard\tXéna",
  "TESTARD\tXéna\nABÉLARD\tOdon",
  "Léa Tremblay; Noah Gagnon; Zoé Roy",
  "Testard, Xéna; Abélard, Odon",
  "Élève\tActivités terminées\tTemps\nTestard, Xéna\t12\t3 h\nAbélard, Odon\t13\t2 h",
  "Nom,Prénom,Parent1 Nom,Parent1 Prénom\nTestard,Xéna,Faux,Guy\nAbélard,Odon,Feinte,Rita",
  "Nom de l'enfant\tAllergies\nTestard, Xéna\tNoix\nAbélard, Odon\tAucune",
];
for (const text of SURE) test(`not asked: ${JSON.stringify(text)}`, () => assert.equal(read(text).choix, null));

const ASIDE = {
  "a report's title": ["Liste du groupe 501\nNom;Prénom\nTestard;Xéna", "1\u00a0ligne laissée de côté\u00a0: «\u00a0Liste du groupe 501\u00a0»."],
  "a column of names": [
    "Titulaire;Nom;Prénom\nRita Feinte;Testard;Xéna",
    "Colonne ignorée, qui ressemble à des noms\u00a0: «\u00a0Titulaire\u00a0».",
  ],
  "names on two lines": [
    "Testard\nXéna\n\nAbélard\nOdon",
    "Un seul mot par ligne\u00a0: vérifiez que le nom et le prénom d’un élève ne sont pas sur deux lignes.",
  ],
  "a letter before each": ["a. Testard, Xéna\nb. Abélard, Odon", "Laissé de côté autour des noms\u00a0: «\u00a0a.\u00a0», «\u00a0b.\u00a0»."],
  "the name of an account": ["Xéna Testard (xena)\nOdon Abélard", "Laissé de côté autour des noms\u00a0: «\u00a0(xena)\u00a0»."],
  "a record number": ["1234567 Testard, Xéna", "Laissé de côté autour des noms\u00a0: «\u00a01234567\u00a0»."],
};
for (const [name, [text, sentence]] of Object.entries({
  "a line whose names are not in their columns": [
    "Nom;Prénom\nTestard;Xéna\n;;Abélard;Odon",
    "1\u00a0ligne sans nom à sa place, laissée de côté\u00a0: «\u00a0Abélard Odon\u00a0».",
  ],
  "who sends": [
    "De : Rita Feinte <r@e.ca>\nÀ : Léa Roy <l@e.ca>; Zoé Bah <z@e.ca>",
    "1\u00a0ligne laissée de côté\u00a0: «\u00a0De : Rita Feinte\u00a0».",
  ],
  "mentions after names": [
    "Testard, Xéna (EHDAA)\nAbélard, Odon - absent",
    "Laissé de côté autour des noms\u00a0: «\u00a0(EHDAA)\u00a0», «\u00a0- absent\u00a0».",
  ],
  "what comes back under each name": ["Testard, Xéna\nÉlève\nAbélard, Odon\nÉlève", "2\u00a0lignes laissées de côté\u00a0: «\u00a0Élève\u00a0»."],
  "a group written once": [
    "Groupe;Nom;Prénom\n041;Testard;Xéna\n;Abélard;Odon\n042;Zénobe;Wanda\n;Faux;Ugo",
    "Groupe écrit une seule fois\u00a0: celui de la ligne au-dessus est repris pour 2\u00a0élèves.",
  ],
  "a name of one word with a hyphen": [
    "Testard-Xéna\nAbélard-Odon",
    "Un seul mot par ligne\u00a0: vérifiez que le nom et le prénom d’un élève ne sont pas sur deux lignes.",
  ],
  "single words amid names that are not cut": [
    "Élève\nXéna Testard\nOdon\nWanda",
    "Un seul mot sur 2\u00a0lignes («\u00a0Odon\u00a0», «\u00a0Wanda\u00a0»)\u00a0: vérifiez que le nom et le prénom d’un élève ne sont pas sur deux lignes.",
  ],
  "an empty column of first names": ["Nom;Prénom\nTestard;\nRoy;", "La colonne «\u00a0Prénom\u00a0» est vide."],
  ...ASIDE,
}))
  test(`told: ${name}`, () => assert.deepEqual(read(text).reserves, [sentence]));

const NOTHING = {
  "the numbers of a list": "1. Testard, Xéna\n2. Abélard, Odon",
  "what is ignored and holds no names": "Fiche;Nom;Prénom;Groupe\n1;Testard;Xéna;501",
  "an empty column of parents": "Nom;Prénom;Nom du parent\nTestard;Xéna;",
  "a second address of the same person": "Ilda Feinte <w@exemple.ca>, Odon Abélard <o@exemple.ca> [mailto:o@exemple.ca]",
};
for (const [name, text] of Object.entries(NOTHING)) test(`nothing to tell: ${name}`, () => assert.deepEqual(read(text).reserves, []));

test("a line comes back as a pupil, another goes", () => {
  const text = "Rita Feinte\nTestard, Xéna\nAbélard, Odon\nGroupe Zénobe";
  assert.deepEqual(pupils(text), ["Rita Feinte/", "Testard/Xéna", "Abélard/Odon"]);
  assert.deepEqual(pupils(text, { lignes: { 0: "rapport", 3: "eleve" } }), ["Testard/Xéna", "Abélard/Odon", "Groupe Zénobe/"]);
});

test("a group that one pupil lacks stays empty", () =>
  assert.deepEqual(
    read("Groupe;Nom;Prénom\n041;Testard;Xéna\n041;Abélard;Odon\n;Zénobe;Wanda").eleves.map(({ groupe }) => groupe ?? ""),
    ["041", "041", ""],
  ));

test("a pupil written twice is told, not left aside", () =>
  assert.deepEqual(pupils("Testard, Xéna\nAbélard, Odon\nTestard, Xéna"), ["Testard/Xéna", "Abélard/Odon", "Testard/Xéna"]));

test("two first names under one family name are told", () => {
  const { eleves } = read('Nom;Prénom\nTestard;"Xéna, Ilda"\nAbélard;Odon');
  assert.deepEqual(Classe.verification.verifier(eleves).flat(), ["Une virgule reste dans le nom\u00a0: y a-t-il là deux noms?"]);
});

test("a mention that stays in a name is told", () => {
  for (const text of ["Testard, Xéna - Absente\nAbélard, Odon", "Testard, Xéna (Xé)\nAbélard, Odon"])
    assert.deepEqual(Classe.verification.verifier(read(text).eleves).flat(), ["Une mention reste peut-être dans le nom\u00a0: vérifiez."]);
});

test("a word without a capital after the name is told", () => {
  const said = (text) => Classe.verification.verifier(read(text).eleves).flat();
  assert.deepEqual(said("Testard, Xéna absente\nAbélard, Odon"), ["«\u00a0absente\u00a0» fait-il partie du nom?"]);
  assert.deepEqual(said("testard, xéna\nde la Feinte, Odon"), []);
});

test("a word without a capital is told on either side of a name, but where most are so", () => {
  const said = (text) => Classe.verification.verifier(read(text, { ordre: "prenom-nom" }).eleves).flat();
  for (const [line, word] of [
    ["Mes élèves", "élèves"],
    ["Toute la classe", "classe"],
  ])
    assert.deepEqual(said(`${line}\nXéna Testard\nOdon Abélard`), [`«\u00a0${word}\u00a0» fait-il partie du nom?`]);
  assert.deepEqual(said("Xéna testard\nOdon abélard"), []);
});

test("a line of its own under titles, as a table of Word leaves it, is told", () => {
  const { eleves } = read("Élève\tParents\nLéa Testard\tGuy Testard\nRita Feinte\nNoah Abélard\tLuc Faux\nZoé Faux\t");
  assert.deepEqual(
    eleves.map(({ avis }) => avis),
    [[], ["Cette ligne n’est pas faite comme les autres\u00a0: est-ce un élève?"], [], []],
  );
});

test("a letter that is a colon is no unusual sign", () =>
  assert.deepEqual(Classe.verification.verifier([{ nom: "Feintek", prenom: "Iohserí:io" }]).flat(), []));

test("a column takes another role", () => {
  const text = "Titulaire;Nom;Prénom\nRita Feinte;Testard;Xéna";
  assert.deepEqual(pupils(text, { roles: ["prenom-nom", "ignoree", "ignoree"] }), ["Feinte/Rita"]);
});

test("a group is that of each pupil", () => {
  const groups = (text) => read(text).eleves.map(({ groupe }) => groupe ?? "");
  assert.deepEqual(groups("Nom;Prénom;Groupe\nTestard;Xéna;501\nAbélard;Odon;502"), ["501", "502"]);
  assert.deepEqual(groups("Nom;Prénom;Foyer;Classe\nTestard;Xéna;51;A"), ["51"]);
  assert.deepEqual(groups("Student;Homeroom\nTestard, Xéna;Mme Feinte\nAbélard, Odon;Mme Feinte"), ["", ""]);
});

test("a doubtful cut is told beside its pupil", () => {
  const { eleves } = read("Prénom Nom\nXéna Ilda Testard\nOdon De La Feinte");
  assert.match(eleves[0].avis.join(), /Vérifiez où finit le prénom/);
  assert.deepEqual(eleves[1].avis, []);
});

test("first names under their title are whole", () => assert.deepEqual(read("Prénom\nXéna\nOdon").reserves, []));

test("two pupils on a line are told", () => {
  const { eleves } = read("Testard, Xéna et Ilda\nAbélard, Odon");
  assert.deepEqual(JSON.parse(JSON.stringify(Classe.verification.verifier(eleves))), [
    ["Il y a peut-être deux élèves sur cette ligne\u00a0: faites une ligne pour chacun."],
    [],
  ]);
});

test("names run together are told", () => {
  const said = (nom) =>
    Classe.verification
      .verifier([{ nom, prenom: "Xéna" }])
      .flat()
      .join();
  assert.match(said("TestardOdon"), /collés/);
  for (const nom of ["McDonald", "LeBlanc", "DeLaFosse", "D’Amours", "O'Neil"]) assert.equal(said(nom), "");
});

test("letters read as two are told", () =>
  assert.match(
    Classe.verification
      .verifier([{ nom: "LÃ©ger", prenom: "A" }])
      .flat()
      .join(),
    /mal lues/,
  ));

const REFUSED = {
  "addresses alone": ["x@exemple.ca; y@exemple.ca", /sans les noms/],
  "two tables in two orders": ["Nom;Prénom\nTestard;Xéna\nPrénom;Nom\nOdon;Abélard", /deux tableaux/],
  "titles of another table": ["Nom;Prénom;Gr\nTestard;Xéna;501\nAbélard;Odon;501\nEnseignant;Local;Matière\nRita Feinte;A;Maths", /deux tableaux/],
  "a page of the Web": ["<table><tr><td>Testard</td><td>Xéna</td></tr></table>", /\.xlsx et CSV/],
  "titles alone": ["Nom;Prénom", /que des titres/],
};
for (const [name, [text, sentence]] of Object.entries(REFUSED)) test(`refused: ${name}`, () => assert.match(read(text).refus, sentence));

test("pupils known by a number keep it", () => assert.deepEqual(pupils("Élève 1\nÉlève 2"), ["Élève 1/", "Élève 2/"]));

for (const text of [
  "Léa Testard;Rita Feinte;\nZoé Abélard;Guy Faux;Ève Faux",
  "Léa Roy;Arts plastiques\nZoé Bah;",
  "Xéna Testard, Rita Feinte\nOdon Abélard, Guy Faux, Ève Faux",
  "Xéna Testard; Odon Abélard",
  "Xéna Testard\tOdon Abélard\tIlda Feinte",
])
  test(`asked: who else is on the lines of ${JSON.stringify(text)}`, () =>
    assert.equal(read(text).choix.question, "Y a-t-il plusieurs élèves par ligne?"));

test("a cut after a particle and two words is to be checked", () => {
  const { eleves } = read("Nom et prénom\nDe La Feinte Xéna Ilda\nDe La Feinte Xéna\nAbélard Odon\nBen Ilda");
  assert.deepEqual(
    eleves.map(({ avis }) => avis),
    [["Vérifiez où finit le prénom et où commence le nom."], [], [], []],
  );
});
