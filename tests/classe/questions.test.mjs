// What is not decided alone: two readings, for the reader to choose; what was left aside, in sentences; what is refused.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Classe, pupils, read } from "./sources.mjs";

const readings = (text) => (read(text).choix?.options ?? []).map(({ eleves }) => eleves.map(({ nom, prenom }) => `${nom}/${prenom}`).join(" "));

const ASKED = {
  "two columns that nothing tells apart": ["Testard\tXéna\nAbélard\tOdon", ["Testard/Xéna Abélard/Odon", "Xéna/Testard Odon/Abélard"]],
  "whole names that nothing tells apart": ["Xéna Testard\nOdon Abélard", ["Testard/Xéna Abélard/Odon", "Xéna/Testard Odon/Abélard"]],
  "first names below families": ["Testard\nLéa\nAbélard\nNoah", ["Testard/Léa Abélard/Noah", "Testard/ Léa/ Abélard/"]],
  "first names below families in capitals": ["TESTARD,\nXéna\nABÉLARD,\nOdon", ["TESTARD/Xéna ABÉLARD/Odon", "TESTARD/ Xéna/ ABÉLARD/"]],
  "families that first names are too, before a comma": [
    "Paul, Kiana\nGermain, Uapan\nRaphaël, Mishta",
    ["Paul/Kiana Germain/Uapan Raphaël/Mishta", "Kiana/Paul Uapan/Germain Mishta/Raphaël"],
  ],
  "two first names": ["Nom;Prénom;Prénom usuel\nTestard;Xéna Ilda;Ilda", ["Testard/Xéna Ilda", "Testard/Ilda"]],
  "whole names under « Nom », beside what is said of the pupil": [
    "Nom\tÉlève (taille)\nLéa Testard\tMoyen\nNoah Abélard\tGrand",
    ["Testard/Léa Abélard/Noah", "Léa Testard/Moyen Noah Abélard/Grand"],
  ],
  "pupils, between who teaches them and what they chose": [
    "Rita Feinte\tBergeron Emma\tSki\nRita Feinte\tBolduc Léo\tPatin\nRita Feinte\tCouture Zoé\tSki",
    [
      "Bergeron/Emma Bolduc/Léo Couture/Zoé",
      "Bergeron Emma/Ski Bolduc Léo/Patin Couture Zoé/Ski",
      "Ski/Bergeron Emma Patin/Bolduc Léo Ski/Couture Zoé",
    ],
  ],
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
  "names under « Nom », where some first names come first": [
    "Nom de l'élève\nTommy Feinte\nKhadija Testard\nAminata Faux",
    ["Feinte/Tommy Testard/Khadija Faux/Aminata", "Tommy/Feinte Khadija/Testard Aminata/Faux"],
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
    ["Testard/Xéna Abélard/Odon Zénobe/Wanda", "Équipe 1 : Xéna Testard/Odon Abélard Équipe 2 : Wanda Zénobe/Ugo Faux"],
  ],
  "tables on their lines, first names alone": ["Table 1 : Léa, Noah, Zoé\nTable 2 : Tom, Emma, Rose", ["Léa/ Noah/ Zoé/", "Zoé/Noah Rose/Emma"]],
  "rows of a photograph, and who is not on it": [
    "1re rangée, de gauche à droite : Léa Testard, Noah Abélard, Zoé Roy\n2e rangée : Xéna Faux, Odon Bah\nAbsent : Ugo Feint",
    ["Testard/Léa Abélard/Noah Roy/Zoé", "1re rangée/de gauche à droite : Léa Testard 2e rangée : Xéna Faux/Odon Bah Absent : Ugo Feint/"],
  ],
  "two tables side by side": [
    "Groupe 501\t\t\tGroupe 502\t\nNom\tPrénom\t\tNom\tPrénom\nTestard\tXéna\t\tZénobe\tWanda\nAbélard\tOdon\t\t\t",
    ["Testard/Xéna Abélard/Odon Zénobe/Wanda", "Testard/Xéna Abélard/Odon"],
  ],
  "two tables side by side, without titles": [
    "\t1\tTestard, Xéna\t\t1\tZénobe, Wanda\n\t2\tAbélard, Odon\t\t2\tFaux, Ugo",
    ["Testard/Xéna Abélard/Odon Zénobe/Wanda", "Testard/Xéna Abélard/Odon"],
  ],
  "three tables whose titles come back": [
    "Élève\tÉlève\tÉlève\nTestard, Xéna\tAbélard, Odon\tZénobe, Wanda\nFaux, Ugo\t\t",
    ["Testard/Xéna Faux/Ugo Abélard/Odon", "Testard/Xéna Faux/Ugo"],
  ],
  "the places of a class": [
    "Avant\nXéna Testard\tOdon Abélard\t\tWanda Zénobe\nUgo Faux\tIlda Roy\t\t\nBureau\t\t\t",
    ["Avant/ Testard/Xéna Abélard/Odon", "Avant/ Xéna Testard/Odon Abélard Ugo Faux/Ilda Roy"],
  ],
  "the places of a class, first names alone": [
    "Léa\tNoah\tZoé\nEmma\tJade\t\nLiam\tLily\tAlice",
    ["Léa/Noah Emma/Jade Liam/Lily", "Léa/ Noah/ Zoé/"],
  ],
  "days over columns of names": [
    "Lundi\tMardi\nTestard, Xéna\tAbélard, Odon\nZénobe, Wanda\tFaux, Ugo",
    ["Lundi/ Testard/Xéna Zénobe/Wanda", "Lundi/ Mardi/ Testard/Xéna"],
  ],
  "recipients among which a group": [
    "Testard Xéna; Abélard Odon; Zénobe Wanda; Groupe-501-Parents",
    ["Xéna/Testard Odon/Abélard Wanda/Zénobe", "Xéna/Testard"],
  ],
  "a title that comes back over one more column, where no table begins": [
    "Nom\tPrénom\tNom\nTestard\tXéna\tFeinte\nAbélard\tOdon\tFaux",
    ["Testard/Xéna Abélard/Odon", "Feinte/Xéna Faux/Odon"],
  ],
  "a title that comes back after the width of a table": [
    "Nom\tPrénom\tFiche\tNom\nTestard\tXéna\t1\tFeinte\nAbélard\tOdon\t2\tFaux",
    ["Testard/Xéna Abélard/Odon", "Feinte/Xéna Faux/Odon"],
  ],
  "words after commas, under usual first names": [
    "Léa Roy, Dîneuse\nNoah Bah, Marcheur\nZoé Côté, Dîneuse",
    ["Roy/Léa Bah/Noah Côté/Zoé", "Dîneuse/Léa Roy Marcheur/Noah Bah Dîneuse/Zoé Côté", "Léa Roy/Dîneuse Noah Bah/Marcheur Zoé Côté/Dîneuse"],
  ],
  "one first name that families have too": [
    "Aya Benali\nKiara Charlie\nImran Diallo\nNayla Faux\nZayn Haddad\nWidline Feinte",
    ["Aya/Benali Kiara/Charlie Imran/Diallo", "Benali/Aya Charlie/Kiara Diallo/Imran"],
  ],
  "a town after a comma": [
    "Xéna Testard, Alma\nOdon Abélard, Roberval\nWanda Zénobe, Alma",
    ["Xéna Testard/Alma Odon Abélard/Roberval Wanda Zénobe/Alma", "Testard/Xéna Abélard/Odon Zénobe/Wanda", "Xéna/Testard Odon/Abélard Wanda/Zénobe"],
  ],
  "words that come back beside names": [
    "Nayla Haddad\tAutobus\tÉcole\nZayn Diallo\tMarche\tMaison\nAya Benali\tAutobus\tÉcole",
    [
      "Haddad/Nayla Diallo/Zayn Benali/Aya",
      "Nayla/Haddad Zayn/Diallo Aya/Benali",
      "Autobus/École Marche/Maison Autobus/École",
      "École/Autobus Maison/Marche École/Autobus",
    ],
  ],
  "teams alone on their lines": [
    "Équipe 1\nXéna Testard, Odon Abélard\nÉquipe 2\nWanda Zénobe, Ugo Faux",
    ["Testard/Xéna Zénobe/Wanda", "Testard/Xéna Abélard/Odon Zénobe/Wanda"],
  ],
  "lines that a space joins, or names by themselves": [
    "Testard, Xéna Abélard, Odon Zénobe, Wanda",
    ["Testard/Xéna Abélard/Odon Zénobe/Wanda", "Testard/Wanda"],
  ],
  "single words between dashes": ["Xéna - Odon - Wanda", ["Xéna/ Odon/ Wanda/", "Xéna/Odon"]],
  "whole names between dashes, the last one with an initial": ["Léa Testard - Noah Roy - Zoé R.", ["Testard/Léa Roy/Noah R./Zoé", "Testard/Léa"]],
  "lines of first names between dashes": ["Emma - Léa - Zoé\nNoah - Liam - Jade", ["Emma/Léa Noah/Liam", "Emma/ Léa/ Zoé/"]],
  "« Parent » on each line": ["Parent\tXéna\nParent\tOdon", ["Parent/Xéna Parent/Odon", "Xéna/ Odon/"]],
  "first names before a comma, few of them known": [
    "Ezra, Testard\nZoé, Abélard\nKhadija, Feintek\nYuma, Martin",
    ["Testard/Ezra Abélard/Zoé Feintek/Khadija", "Ezra/Testard Zoé/Abélard Khadija/Feintek"],
  ],
  "capitals after a comma": ["Yuma, TESTARD\nIlda, ABÉLARD", ["TESTARD/Yuma ABÉLARD/Ilda", "Yuma/TESTARD Ilda/ABÉLARD"]],
  "initials after a comma": ["Léa, T.\nIlda, A.", ["T./Léa A./Ilda", "Léa/T. Ilda/A."]],
  "the order of the alphabet after a comma": [
    "Yuma, Abélard\nKwame, Benzir\nIlda, Diop\nWanda, Feintek",
    ["Abélard/Yuma Benzir/Kwame Diop/Ilda", "Yuma/Abélard Kwame/Benzir Ilda/Diop"],
  ],
  "two pupils a line, in four columns": [
    "Testard\tXéna\tFeintek\tYuma\nAbélard\tLéa\tRoy\tNoah\nFaux\tZoé\tBah\tEmma",
    ["Testard/Xéna Abélard/Léa Faux/Zoé", "Testard/Xéna Abélard/Léa Faux/Zoé"],
  ],
  "names of many families after a comma": ["Yuma, Tremblay\nIlda, Bouchard", ["Tremblay/Yuma Bouchard/Ilda", "Yuma/Tremblay Ilda/Bouchard"]],
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
  "Groupe de Rita et Ève\nLéa Testard\nNoah Abélard",
  "Nom\tSignature\tAccompagnateur\nLéa Testard\t\tGuy Testard\nNoah Abélard\t\tAnne Roy",
  "Léa\tTremblay\nNoah\tGagnon",
  "Tremblay Léa\nGagnon Noah",
  "Tremblay, L.\nGagnon, N.\nRoy, Z.\nCôté, A.",
  "Testard, Xéna\nAbélard, Odon",
  "Nom\tPrénom\nTestard\tXéna",
  "TESTARD\tXéna\nABÉLARD\tOdon",
  "Léa Tremblay; Noah Gagnon; Zoé Roy",
  "Testard, Xéna; Abélard, Odon",
  "Élève\tActivités terminées\tTemps\nTestard, Xéna\t12\t3 h\nAbélard, Odon\t13\t2 h",
  "Nom,Prénom,Parent1 Nom,Parent1 Prénom\nTestard,Xéna,Faux,Guy\nAbélard,Odon,Feinte,Rita",
  "Nom de l'enfant\tAllergies\nTestard, Xéna\tNoix\nAbélard, Odon\tAucune",
  "Testard, Léa Rose\nAbélard, Noah Guy\nZénobe, Zoé",
  "Rose, Yuma\nTremblay, Ezra\nPaul, Léa\nTestard, Khadija",
  "St Onge Léa\nAbélard Noah",
  "De La Feinte, Léa\nVan der Faux, Noah\nSt-Onge, Zoé",
  "Testard\tLéa\tArabe\nAbélard\tNoah\tMandarin\nZénobe\tZoé\tArabe\nRoy\tEmma\tArabe\nBah\tTom\tArabe\nCôté\tEva\tArabe\nFaux\tJade\tArabe\n" +
    "Dubé\tLiam\tMandarin\nGirard\tAlice\tMandarin\nHébert\tHugo\tOurdou\nLavoie\tRose\tArabe",
];
for (const text of SURE) test(`not asked: ${JSON.stringify(text)}`, () => assert.equal(read(text).choix, null));

const ASIDE = {
  "a column without title that holds words": [
    "TESTARD\tXéna\t12, rue Feinte\nABÉLARD\tOdon\t14, rue Feinte\nZÉNOBE\tWanda\t16, rue Feinte",
    "Colonne ignorée, sans titre, où il y a des mots\u00a0: «\u00a03 (12, rue Feinte)\u00a0».",
  ],
  "several pupils on a line that nothing known parts": [
    "Testard, Xéna¶Abélard, Odon¶Zénobe, Wanda",
    "Colonnes ignorées, sans titre, où il y a des mots\u00a0: «\u00a02 (Xéna¶Abélard)\u00a0», «\u00a03 (Odon¶Zénobe)\u00a0».",
  ],
  "a cell that lacks, where there is one a line": [
    "Nom\nPrénom\nTestard\nXéna\nAbélard\nZénobe\nWanda",
    "Un seul mot par ligne\u00a0: vérifiez que le nom et le prénom d’un élève ne sont pas sur deux lignes.",
  ],
  "a star and a sign after names": ["Testard, Xéna *\nAbélard, Odon ✓", "Laissé de côté autour des noms\u00a0: «\u00a0*\u00a0», «\u00a0✓\u00a0»."],
  "a column of two names in a cell": [
    'Nom\tPrénom\tParents\nTestard\tXéna\t"Rita Feinte\nGuy Testard"',
    "Colonne ignorée, qui ressemble à des noms\u00a0: «\u00a0Parents\u00a0».",
  ],
  "what ends a message, by what one hopes": [
    "Léa Roy\nNoah Bah\nZoé Côté\nAu plaisir,\nRita Feinte",
    "2\u00a0lignes laissées de côté\u00a0: «\u00a0Au plaisir,\u00a0», «\u00a0Rita Feinte\u00a0».",
  ],
  "the name of a system": [
    "GPI - liste du groupe\nTestard, Xéna\nAbélard, Odon",
    "1\u00a0ligne laissée de côté\u00a0: «\u00a0GPI - liste du groupe\u00a0».",
  ],
  "a report's title": ["Liste du groupe 501\nNom;Prénom\nTestard;Xéna", "1\u00a0ligne laissée de côté\u00a0: «\u00a0Liste du groupe 501\u00a0»."],
  "a column of names": [
    "Titulaire;Nom;Prénom\nRita Feinte;Testard;Xéna",
    "Colonne ignorée, qui ressemble à des noms\u00a0: «\u00a0Titulaire\u00a0».",
  ],
  "another person's title above the list": [
    "Répondants\nNom\tPrénom\nTestard\tXéna\nAbélard\tOdon",
    "Au-dessus des titres, la liste dit «\u00a0Répondants\u00a0»\u00a0: vérifiez que ces noms sont ceux des élèves.",
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
  "« Mme » before each": ["Mme Léa Roy\nM. Noah Bah\nMme Zoé Côté", "Laissé de côté autour des noms\u00a0: «\u00a0Mme\u00a0», «\u00a0M.\u00a0»."],
  "a mention with a comma": [
    "Testard, Xéna (mère : Rita, 418 555-0100)\nAbélard, Odon",
    "Laissé de côté autour des noms\u00a0: «\u00a0(mère : Rita, 418 555-0100)\u00a0».",
  ],
  "a number before each, which counts none": [
    "12 Testard, Xéna\n3 Abélard, Odon",
    "Laissé de côté autour des noms\u00a0: «\u00a012\u00a0», «\u00a03\u00a0».",
  ],
  "days of which one counts": [
    "Léa Roy 3\nNoah Bah 2\nZoé Côté 14",
    "Laissé de côté autour des noms\u00a0: «\u00a03\u00a0», «\u00a02\u00a0», «\u00a014\u00a0».",
  ],
  "what is after a colon": [
    "Léa Roy : absente\nNoah Bah : présent",
    "Laissé de côté autour des noms\u00a0: «\u00a0absente\u00a0», «\u00a0présent\u00a0».",
  ],
  "a letter beside whole names": ["Léa Roy\tA\nNoah Bah\tB", "Colonne ignorée, qui ressemble à des noms\u00a0: «\u00a02 (A)\u00a0»."],
  "an hour before each": ["18h00 Léa Roy\n18:15 Noah Bah", "Laissé de côté autour des noms\u00a0: «\u00a018h00\u00a0», «\u00a018:15\u00a0»."],
  "a cross before a name": ["✗ Léa Roy\n✓ Noah Bah", "Laissé de côté autour des noms\u00a0: «\u00a0✗\u00a0»."],
  "a cry above the names": ["On ne lâche pas!\nLéa Roy\nNoah Bah", "1\u00a0ligne laissée de côté\u00a0: «\u00a0On ne lâche pas!\u00a0»."],
  "what is asked amid the names, which ends nothing": [
    "Léa Roy\nMerci de vérifier la suite\nNoah Bah\nZoé Côté\nEmma Faux",
    "1\u00a0ligne laissée de côté\u00a0: «\u00a0Merci de vérifier la suite\u00a0».",
  ],
  "thanks above the names, which sign nothing": [
    "Bonjour\nMerci!\nLéa Roy\nNoah Bah\nZoé Côté",
    "2\u00a0lignes laissées de côté\u00a0: «\u00a0Bonjour\u00a0», «\u00a0Merci!\u00a0».",
  ],
  "what a message ends with, after a total": [
    "Léa Roy\nTotal : 1\nMerci!\nRita Feinte\nGuy Faux\nIlda Xyz\nPage 1",
    "6\u00a0lignes laissées de côté\u00a0: «\u00a0Total : 1\u00a0», «\u00a0Merci!\u00a0», «\u00a0Rita Feinte\u00a0», «\u00a0Guy Faux\u00a0»….",
  ],
  "what a message ends with, longer than the list": [
    "Léa Roy\nMerci!\nRita Feinte\nÉcole Xyz\nAvis important",
    "4\u00a0lignes laissées de côté\u00a0: «\u00a0Merci!\u00a0», «\u00a0Rita Feinte\u00a0», «\u00a0École Xyz\u00a0», «\u00a0Avis important\u00a0».",
  ],
  "who signs below two dashes": [
    "Léa Roy\nNoah Bah\nZoé Côté\n-- \nRita Feinte\nÉcole Xyz",
    "3\u00a0lignes laissées de côté\u00a0: «\u00a0--\u00a0», «\u00a0Rita Feinte\u00a0», «\u00a0École Xyz\u00a0».",
  ],
  "owners of a team": [
    "Propriétaires (1)\nRita Feinte\nMembres et invités (2)\nLéa Roy\nNoah Bah",
    "3\u00a0lignes laissées de côté\u00a0: «\u00a0Propriétaires (1)\u00a0», «\u00a0Rita Feinte\u00a0», «\u00a0Membres et invités (2)\u00a0».",
  ],
  "rows of a class": [
    "Rangée A\nLéa Roy\nNoah Bah\nRangée B\nZoé Côté",
    "2\u00a0lignes laissées de côté\u00a0: «\u00a0Rangée A\u00a0», «\u00a0Rangée B\u00a0».",
  ],
  "an empty column of first names": ["Nom;Prénom\nTestard;\nRoy;", "La colonne «\u00a0Prénom\u00a0» est vide."],
  ...ASIDE,
}))
  test(`told: ${name}`, () => assert.deepEqual(read(text).reserves, [sentence]));

// What is taken for a pupil, and may not be one: the sentence stands beside it alone.
const UNLIKE = "Cette ligne n’est pas faite comme les autres\u00a0: est-ce un élève?";
const person = (word) => `«\u00a0${word}\u00a0»\u00a0: faut-il une feuille pour cette personne?`;
const CUT = "Vérifiez où finit le prénom et où commence le nom.";
const TWO = `Il y a peut-être deux élèves sur cette ligne\u00a0: faites une ligne pour chacun. ${CUT}`;
const TURNED = "Le nom et le prénom sont-ils inversés?";
const BESIDE = {
  "who teaches, above names in the order of the alphabet": [
    "Guy Simard\nLéa Abélard\nNoah Bouchard\nZoé Dubé\nEmma Faux\nLiam Girard\nJade Roy",
    [UNLIKE, "", "", "", "", "", ""],
  ],
  "nothing: names in no order": ["Léa Simard\nNoah Abélard\nZoé Roy\nEmma Faux\nLiam Girard\nJade Dubé\nRose Bouchard", Array(7).fill("")],
  "nothing: few names in the order of the alphabet": ["Léa Simard\nNoah Abélard\nZoé Bouchard\nEmma Faux", ["", "", "", ""]],
  "who teaches, with the group that no other line has": ["Guy Abélard (501)\nLéa Roy\nNoah Bouchard\nZoé Dubé", [UNLIKE, "", "", ""]],
  "a family of two letters that a particle is too": ["Le Gia Huy\nTestard Léa\nLe Bel Emma", [CUT, "", ""]],
  "a plan in initials": ["Testard, Xéna P.I.\nAbélard, Odon", ["«\u00a0P.I.\u00a0» fait-il partie du nom?", ""]],
  "who is greeted": ["Youhou Xéna\n\nLéa Testard\nNoah Abélard\nZoé Roy", [UNLIKE, "", "", ""]],
  "who is greeted, with a comma": ["Youhou Xéna,\nLéa Testard\nNoah Abélard\nZoé Roy", [UNLIKE, "", "", ""]],
  "who is greeted by a usual name": ["Youhou Léa\nEmma Testard\nNoah Abélard\nZoé Bouchard", [TURNED, "", "", ""]],
  "the foot of a message": [
    "Léa Testard\nNoah Abélard\nZoé Bouchard\n\nAVIS DE CONFIDENTIALITÉ\nCe message ne peut être lu que par une personne.",
    ["", "", "", UNLIKE],
  ],
  "who signs, above a trade that ends the text": ["Léa Testard\nNoah Abélard\nZoé Bouchard\n\nRita Feinte\nDirectrice d’école", ["", "", "", UNLIKE]],
  "letters of two alphabets": ["Testard, Xéna\nAbélard, Odon \u0639\u0644\u064a", ["", "Signes inhabituels\u00a0: vérifiez."]],
  "who printed the list, and when, below it": ["Testard, Xéna\nAbélard, Odon\nZénobe, Wanda\nFeinte, Rita 2026-09-03 10:12", ["", "", "", UNLIKE]],
  "last words that a comma ends, and who signs": [
    "Léa Testard\nNoah Abélard\nWanda Zénobe\nUgo Faux\nXoxo,\nRita Feinte",
    ["", "", "", "", "Il manque le prénom. " + UNLIKE, UNLIKE],
  ],
  "who gave the meeting": [
    "Nom complet\tDurée\tRôle\nRita Feinte\t1 h\tOrganisateur\nLéa Testard\t1 h\tParticipant\nNoah Abélard\t1 h\tParticipant",
    ["«\u00a0Organisateur\u00a0»\u00a0: faut-il une feuille pour cette personne?", "", ""],
  ],
  "first names that hyphens part": ["Léa-Noah-Zoé", ["Il y a peut-être deux élèves sur cette ligne\u00a0: faites une ligne pour chacun."]],
  "who signs, above a telephone": [
    "Léa Testard\nNoah Abélard\nZoé Bouchard\n\nRita Feinte\nEnseignante, groupe 401\n418 555-0100 poste 12",
    ["", "", "", UNLIKE, "Il manque le prénom."],
  ],
  "what comes back in parentheses": ["Léa (Feintes)\nNoah (Feintes)\nEmma Roy", [CUT, CUT, ""]],
  "the same pupil in two groups": [
    "Groupe 501\nTestard, Xéna\nGroupe 502\nTestard, Xéna\nAbélard, Odon",
    [2, 1, 0]
      .map(
        (line) =>
          line &&
          `Même nom qu’à la ligne ${line}. S’il s’agit d’élèves différents, gardez-les. ` +
            "Si c’est le même, dans deux groupes, il aurait deux feuilles\u00a0: retirez une ligne.",
      )
      .map((said) => said || ""),
  ],
  "nothing: groups with an empty line between": ["Léa Testard\nNoah Abélard\n\nZoé Bouchard\nEmma Faux", ["", "", "", ""]],
  "nothing: an empty line between all": ["Léa Testard\n\nNoah Abélard\n\nZoé Bouchard\n\nEmma Faux", ["", "", "", ""]],
  "nothing: an empty line between most": ["Léa Testard\n\nNoah Abélard\n\nZoé Bouchard\n\nEmma Faux\nTom Faux", ["", "", "", "", ""]],
  "names set in under others": ["Léa Testard\n\tGuy Testard\n\tAnne Faux\nNoah Abélard", ["", UNLIKE, UNLIKE, ""]],
  "bullets set in under names": ["Léa Testard\n  - Guy Testard\nNoah Abélard\n  - Luc Abélard", ["", UNLIKE, "", UNLIKE]],
  "nothing: a first column that is empty": ["501\tLéa Testard\n\tNoah Abélard\n\tZoé Bouchard", ["", "", ""]],
  "nothing: names all set in under a title": ["Groupe 501\n  Léa Testard\n  Noah Abélard", ["", ""]],
  "a name turned around": ["Testard\tLéa\nAbélard\tNoah\nRoy\tZoé\nEmma\tBouchard", ["", "", "", TURNED]],
  "nothing: families that first names are too": ["Léa Testard\nNoah Abélard\nKhadija Mohamed\nWidline Joseph", ["", "", "", ""]],
  "another role": ["Nom;Prénom;Rôle\nTestard;Xéna;Élève\nFeinte;Rita;Propriétaire\nAbélard;Odon;Élève", ["", person("Propriétaire"), ""]],
  "as many parents as pupils": [
    "Rôle\tNom\tPrénom\nÉlève\tTestard\tXéna\nParent\tFeinte\tRita\nÉlève\tAbélard\tOdon\nMère\tFaux\tIlda",
    ["", person("Parent"), "", person("Mère")],
  ],
  "who teaches, above the list": ["Enseignante\tRita Feinte\n\nTestard\tXéna\nAbélard\tOdon", [person("Enseignante"), "", ""]],
  "nothing: a family that is called Parent": ["Parent\tXéna\nTestard\tOdon", ["", ""]],
  "who left": ["Nom;Prénom;Statut\nTestard;Xéna;Actif\nAbélard;Odon;Parti le 12 octobre\nRoy;Léa;Actif", ["", person("Parti le 12 octobre"), ""]],
  "nothing: what answers for each": ["Nom;Prénom;Lien\nTestard;Xéna;Mère\nAbélard;Odon;Père", ["", ""]],
  "nothing: who answers for one of them": ["Nom;Prénom;Répondant\nTestard;Xéna;Tuteur\nAbélard;Odon;\nRoy;Léa;", ["", "", ""]],
  "nothing: the third of a family": ["Nom;Prénom\nTestard III;Xéna\nNgo;Odon", ["", ""]],
  "a number or an initial before a name": ["I. Testard, Xéna\nAbélard, Odon", ["«\u00a0I.\u00a0» fait-il partie du nom?", ""]],
  "what tells a child from a parent": [
    "Testard, Xéna Jr.\nAbélard, Odon III",
    ["Jr.", "III"].map((word) => `«\u00a0${word}\u00a0» fait-il partie du nom?`),
  ],
  "what tells a child from a parent, where names are cut": [
    "Prénom et nom\nXéna Testard Jr\nOdon Abélard",
    ["Vérifiez où finit le prénom et où commence le nom.", ""],
  ],
  "what stands in the place of a name": [
    "Nom;Prénom\nXXX;Xéna\nAbélard;FNU\nZénobe;Wanda",
    ["«\u00a0XXX\u00a0» fait-il partie du nom?", "«\u00a0FNU\u00a0» fait-il partie du nom?", ""],
  ],
  "an answer for a name": ["Nom;Prénom\nTestard;Oui\nAbélard;Odon", ["«\u00a0Oui\u00a0» fait-il partie du nom?", ""]],
  "what a database writes for nothing": ["Nom;Prénom\nNULL;Xéna\nAbélard;Odon", ["«\u00a0NULL\u00a0» fait-il partie du nom?", ""]],
  "nothing: a family whose name begins as who left": ["Nom;Prénom\nPartington;Xéna\nAbélard;Odon\nRoy;Léa", ["", "", ""]],
  "a mention in capitals, wherever it stands": [
    "Nom;Prénom\nTestard TSA;Xéna\nZénobe PI;Wanda\nFaux TDAH;Ugo\nABÉLARD;ODON HDAA\nDe La ROY;Léa",
    ["TSA", "PI", "TDAH", "HDAA", ""].map((word) => word && `«\u00a0${word}\u00a0» fait-il partie du nom?`),
  ],
  "a word in capitals after the name": ["Testard, Xéna PARTIE\nAbélard, Odon", ["«\u00a0PARTIE\u00a0» fait-il partie du nom?", ""]],
  "a letter alone after the first name": ["Testard, Xéna F\nAbélard, Odon", ["«\u00a0F\u00a0» fait-il partie du nom?", ""]],
  "words without a capital that are short": [
    "Testard, Xéna x\nAbélard, Odon ok\nZénobe, Wanda",
    ["«\u00a0x\u00a0» fait-il partie du nom?", "«\u00a0ok\u00a0» fait-il partie du nom?", ""],
  ],
  "« et » between the words of a name": ["Testard Léa et Noé\nAbélard Emma", [TWO, ""]],
  "a title that nothing knows": ["Les Castors\nLéa Testard\nNoah Abélard", ["«\u00a0Les\u00a0» fait-il partie du nom?", "", ""]],
  "who teaches a group, after its number": [
    "501 - Rita Feinte\nTestard Léa\nAbélard Noah\nRoy Emma\n502 - Guy Feintek\nBah Zoé\nBouchard Liam\nTestard Jade",
    [UNLIKE, "", "", "", UNLIKE, "", "", ""],
  ],
  "nothing: a group before each": ["501 - Testard Léa\n501 - Abélard Noah\n502 - Roy Emma", ["", "", ""]],
  "nothing: a particle that ends a name": ["Feinte de la, Xéna\nAbélard, Odon", ["", ""]],
  "a title that holds an elision": ["Plan d’accueil\nLéa Testard\nNoah Abélard", ["«\u00a0d’accueil\u00a0» fait-il partie du nom?", "", ""]],
  "a family of two names": ["Testard dit Faux, Xéna\nAbélard, Odon dit Od", ["", "Une mention reste peut-être dans le nom\u00a0: vérifiez."]],
  "a name of birth": ["Testard née Faux, Xéna\nAbélard, Odon ou Od", Array(2).fill("Une mention reste peut-être dans le nom\u00a0: vérifiez.")],
  "another name": ["Testard, Xéna alias Xé\nAbélard, Odon", ["Une mention reste peut-être dans le nom\u00a0: vérifiez.", ""]],
  "nothing: the initial of a second first name": ["Testard, Xéna F.\nAbélard, Odon", ["", ""]],
  "a mark before the name": ["x Testard, Xéna\nAbélard, Odon", ["«\u00a0x\u00a0» fait-il partie du nom?", ""]],
  "a name struck out": ["T\u0336e\u0336st\u0336, Xéna\nAbélard, Odon", ["Signes inhabituels\u00a0: vérifiez.", ""]],
  "two whole names in a cell": [
    '"Xéna Testard\nRita Feinte"\t501\n"Odon Abélard"\t501',
    ["Signes inhabituels\u00a0: vérifiez. Vérifiez où finit le prénom et où commence le nom.", ""],
  ],
  "nothing: a letter that is a colon": ["Iohserí:io Feinte\nXéna Testard", ["", ""]],
  "nothing left: a name that is doubtful": ["Léa Testard\nNoah Abélard?\nZoé Roy", ["", "Signes inhabituels\u00a0: vérifiez.", ""]],
  "the same pupil, without accents or the other way": [
    "Testard, Léa\nTESTARD, LEA\nLéa, Testard",
    [
      "Même nom qu’aux lignes 2 et 3. S’il s’agit d’élèves différents, gardez-les.",
      "Même nom qu’aux lignes 1 et 3. S’il s’agit d’élèves différents, gardez-les.",
      "Même nom qu’aux lignes 1 et 2. S’il s’agit d’élèves différents, gardez-les.",
    ],
  ],
  "the same pupil twice": [
    "Testard, Léa\nTestard, Léa",
    [
      "Même nom qu’à la ligne 2. S’il s’agit d’élèves différents, gardez-les.",
      "Même nom qu’à la ligne 1. S’il s’agit d’élèves différents, gardez-les.",
    ],
  ],
  "the same pupil four times": [
    "Testard, Léa\n".repeat(4),
    ["2, 3 et 4", "1, 3 et 4", "1, 2 et 4", "1, 2 et 3"].map(
      (lines) => `Même nom qu’aux lignes ${lines}. S’il s’agit d’élèves différents, gardez-les.`,
    ),
  ],
  "the same pupil more times than are named": [
    "Testard, Léa\n".repeat(5),
    ["2, 3, 4", "1, 3, 4", "1, 2, 4", "1, 2, 3", "1, 2, 3"].map(
      (lines) => `Même nom qu’aux lignes ${lines} et à d’autres. S’il s’agit d’élèves différents, gardez-les.`,
    ),
  ],
};
for (const [name, [text, expected]] of Object.entries(BESIDE))
  test(`beside: ${name}`, () => {
    const { eleves, disposition } = read(text);
    assert.deepEqual(
      Classe.verification.verifier(eleves, disposition.ordre !== "une").map((said) => said.join(" ")),
      expected,
    );
  });

const NOTHING = {
  "the numbers of a list": "1. Testard, Xéna\n2. Abélard, Odon",
  "what is ignored and holds no names": "Fiche;Nom;Prénom;Groupe\n1;Testard;Xéna;501",
  "numbers in parentheses, with a dash, alone": "(1) Testard, Xéna\n2- Abélard, Odon\n3 Zénobe, Wanda",
  "stars and boxes for bullets": "* Testard, Xéna\n* Abélard, Odon\n☐ Zénobe, Wanda",
  "yes and no, without titles": "Testard\tXéna\tOui\nAbélard\tOdon\tNon\nZénobe\tWanda\tOui",
  "an empty column of parents": "Nom;Prénom;Nom du parent\nTestard;Xéna;",
  "a second address of the same person": "Ilda Feinte <w@exemple.ca>, Odon Abélard <o@exemple.ca> [mailto:o@exemple.ca]",
};
for (const [name, text] of Object.entries(NOTHING)) test(`nothing to tell: ${name}`, () => assert.deepEqual(read(text).reserves, []));

test("a line comes back as a pupil, another goes", () => {
  const text = "Rita Feinte\nTestard, Xéna\nAbélard, Odon\nGroupe Zénobe";
  assert.deepEqual(pupils(text), ["Feinte/Rita", "Testard/Xéna", "Abélard/Odon"]);
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

const FOUR = ["Testard/Xéna", "Abélard/Léo", "Zénobe/Léa", "Faux/Zoé"];
for (const text of [
  "Xéna Testard     Léo Abélard\nLéa Zénobe     Zoé Faux",
  "Testard, Xéna     Abélard, Léo\nZénobe, Léa     Faux, Zoé",
  "Xéna Testard - Léo Abélard\nLéa Zénobe - Zoé Faux",
  "Testard, Xéna – Abélard, Léo\nZénobe, Léa – Faux, Zoé",
  "Bonjour!\nTestard, Xéna / Abélard, Léo\nZénobe, Léa / Faux, Zoé\nÀ lundi!",
  "Testard, Xéna Abélard, Léo\nZénobe, Léa Faux, Zoé",
])
  test(`one or two pupils a line is asked: ${JSON.stringify(text)}`, () => {
    const { choix } = read(text);
    assert.equal(choix.question, "Y a-t-il plusieurs élèves par ligne?");
    const found = choix.options.find(({ nombre }) => nombre === FOUR.length);
    assert.deepEqual(pupils(text, found.reglages), FOUR);
  });

test("a doubtful cut is told beside its pupil", () => {
  const { eleves } = read("Prénom Nom\nXéna Ilda Testard\nOdon De La Feinte");
  assert.match(eleves[0].avis.join(), /Vérifiez où finit le prénom/);
  assert.deepEqual(eleves[1].avis, []);
});

test("four columns may be two pupils a line, all of them", () => {
  const list = "Testard\tXéna\tFeintek\tYuma\nAbélard\tLéa\tRoy\tNoah\nFaux\tZoé\t\t";
  const { options } = read(list).choix;
  assert.deepEqual(pupils(list, options[1].reglages), ["Testard/Xéna", "Abélard/Léa", "Faux/Zoé", "Feintek/Yuma", "Roy/Noah"]);
  assert.equal(read(list, options[0].reglages).choix.question, "Quelle colonne contient les noms des élèves?");
});

for (const text of [
  "Xéna Testard\nRita Feinte\n\nOdon Abélard\nGuy Faux\n\nZoé Bah\nLuc Roy",
  "Testard, Xéna\nRita Feinte 418 555-0100\nAbélard, Odon\nGuy Faux 418 555-0101\nBah, Zoé\nLuc Roy 418 555-0102",
  "Xéna Testard\nRita Feinte <r@exemple.ca>\nOdon Abélard\nGuy Faux <g@exemple.ca>\nZoé Bah\nLuc Roy <l@exemple.ca>",
])
  test(`asked: whether the name below each is a pupil's: ${JSON.stringify(text)}`, () => {
    const { choix } = read(text);
    assert.equal(choix.question, "Le nom sous celui d’un élève est-il celui d’un autre élève?");
    const [all, some] = choix.options.map(({ reglages }) => pupils(text, reglages).map((name) => name.split(/[/ ]/).sort().join(" ").trim()));
    assert.deepEqual(some, ["Testard Xéna", "Abélard Odon", "Bah Zoé"]);
    assert.deepEqual([all.length, all[1]], [6, "Feinte Rita"]);
    for (const { reglages } of choix.options) assert.notEqual(read(text, reglages).choix?.question, choix.question);
  });

const RELATED = [
  ["Testard, Xéna\t501", "Feinte, Rita\tMère\t418 555-0100", "Testard, Guy\tPère\t418 555-0101"],
  ["Abélard, Odon\t501", "Roy, Léa\tTutrice\t418 555-0102", "Abélard, Luc\tPère\t418 555-0103"],
  ["Zénobe, Wanda\t501", "Bah, Zoé\tMère\t418 555-0104"],
];
for (const text of [
  RELATED.flat().join("\n"),
  "Xéna Testard\nRita Feinte 418 555-0100\nGuy Faux 418 555-0101\n\nOdon Abélard\nLéa Roy 418 555-0102\nLuc Roy 418 555-0103\n\nWanda Zénobe\nZoé Bah\n",
])
  test(`asked: whether those below each, with a telephone, are pupils: ${JSON.stringify(text)}`, () => {
    const { choix } = read(text);
    assert.equal(choix.question, "Le nom sous celui d’un élève est-il celui d’un autre élève?");
    assert.deepEqual(
      choix.options.map(({ nombre }) => nombre),
      [8, 3],
    );
  });

test("a pupil's own line may say who answers", () =>
  assert.equal(read("Testard\tXéna\tMère\nAbélard\tOdon\tPère\nZénobe\tWanda\tMère").choix?.question.includes("sous celui"), false));

test("the answer to a question forgets none of what was chosen before", () => {
  const text = "Xéna Testard\nOdon Abélard\nRita Feinte";
  const { choix } = read(text, { lignes: { 2: "rapport" } });
  assert.deepEqual(
    choix.options.map(({ reglages }) => pupils(text, reglages).length),
    [2, 2],
  );
  const { choix: first } = read("Fam.;Pr.\nXéna;Testard\nOdon;Abélard");
  const { choix: second } = read("Fam.;Pr.\nXéna;Testard\nOdon;Abélard", first.options[0].reglages);
  assert.equal(read("Fam.;Pr.\nXéna;Testard\nOdon;Abélard", second.options[1].reglages).choix, null);
});

test("a sentence before the first name is told", () =>
  assert.match(
    Classe.verification
      .verifier([{ nom: "TESTARD", prenom: "Les élèves de mon groupe sont Xéna" }])
      .flat()
      .join(),
    /fait-il partie du nom/,
  ));

test("a title of a group is told in either order", () =>
  assert.match(
    Classe.verification
      .verifier([{ nom: "Les", prenom: "Lynx" }])
      .flat()
      .join(),
    /«\u00a0Les\u00a0» fait-il partie du nom/,
  ));

test("a dash that stays beside a name is told", () => {
  for (const one of [
    { nom: "Testard", prenom: "- Xéna" },
    { nom: "Testard -", prenom: "Xéna" },
  ])
    assert.match(Classe.verification.verifier([one]).flat().join(), /Une mention reste/);
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
  for (const nom of ["TestardOdon", "LéaRoy", "OdonZÉNOBE", "TESTARDOdon"]) assert.match(said(nom), /collés/);
  for (const nom of ["McDonald", "MacDONALD", "LeBlanc", "LeBLANC", "DeLaFosse", "D’Amours", "O'Neil", "TESTARD", "St-Onge"])
    assert.equal(said(nom), "");
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
  data: ['[{"nom":"Testard","prenom":"Xéna"}]', /\.xlsx et CSV/],
  "data on several lines": ['[\n  ["Testard", "Xéna"],\n  ["Abélard", "Odon"]\n]', /\.xlsx et CSV/],
  "data of one pupil": ['{ "nom": "Testard" }', /\.xlsx et CSV/],
  contacts: ["BEGIN:VCARD\nN:Testard;Xéna\nEND:VCARD", /\.xlsx et CSV/],
  "a document": ["{\\rtf1\\ansi Testard Xéna\\par}", /\.xlsx et CSV/],
  "a page of the Web": ["<table><tr><td>Testard</td><td>Xéna</td></tr></table>", /\.xlsx et CSV/],
  "a part of data": ['"nom": "Testard",\n"prenom": "Xéna"\n},', /\.xlsx et CSV/],
  "a part of contacts": ["N:Testard;Xéna;;;\nFN:Xéna Testard\nN:Abélard;Odon;;;", /\.xlsx et CSV/],
  "elements of data": ["<eleve><nom>Testard</nom><prenom>Xéna</prenom></eleve>", /\.xlsx et CSV/],
  "letters as a page of the Web writes them": ["Roy, Zo&eacute;\nC&ocirc;t&eacute;, L&eacute;a", /\.xlsx et CSV/],
  "titles alone": ["Nom;Prénom", /que des titres/],
};
for (const [name, [text, sentence]] of Object.entries(REFUSED)) test(`refused: ${name}`, () => assert.match(read(text).refus, sentence));

test("a line without end is refused at once", () => {
  const text = "Léa - ".repeat(66000);
  const begun = performance.now();
  assert.match(read(text).refus, /trop long.*396.*000.*caractères sur une seule ligne/);
  assert.ok(performance.now() - begun < 1000);
  assert.equal(pupils("Testard Xéna <xena.testard@exemple.gouv.qc.ca>; ".repeat(400)).length, 400);
});

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
  const { eleves } = read("Nom et prénom\nDe La Feinte Xéna Ilda\nDe La Feinte Xéna\nAbélard Odon\nBen Ilda\nL'Heureux Xéna Ilda");
  assert.deepEqual(
    eleves.map(({ avis }) => avis),
    [[CUT], [], [], [], [CUT]],
  );
});

// ---- The group of each

const groups = (text) => read(text).eleves.map(({ groupe }) => groupe ?? "");

const GROUPED = {
  "alone on their lines": "Groupe 501\nTestard, Xéna\nAbélard, Odon\nGroupe 502 - Rita Feinte\nZénobe, Wanda",
  "as numbers alone": "501\nNom\tPrénom\nTestard\tXéna\nAbélard\tOdon\n502\nNom\tPrénom\nZénobe\tWanda",
  "over columns of names": "501\t502\nTestard, Xéna\tZénobe, Wanda\nAbélard, Odon\t",
  "over columns of names and first names": "501\t\t502\t\nTestard\tXéna\tZénobe\tWanda\nAbélard\tOdon\t\t",
  "with a word, over columns of names": "Gr. 501;Gr. 502\nTestard, Xéna;Zénobe, Wanda\nAbélard, Odon;",
  "over tables side by side": "Groupe 501\t\tGroupe 502\t\nNom\tPrénom\tNom\tPrénom\nTestard\tXéna\tZénobe\tWanda\nAbélard\tOdon\t\t",
};
for (const [name, text] of Object.entries(GROUPED))
  test(`groups ${name} are those of the pupils below`, () => {
    assert.deepEqual(pupils(text), ["Testard/Xéna", "Abélard/Odon", "Zénobe/Wanda"]);
    assert.deepEqual(groups(text), ["501", "501", "502"]);
  });

test("first names alone under their groups are pupils", () => {
  assert.deepEqual(pupils("5A\t5B\nXéna\tOdon\nWanda\tUgo"), ["Xéna/", "Wanda/", "Odon/", "Ugo/"]);
  assert.equal(read("5A\t5B\nXéna\tOdon\nWanda\tUgo").choix, null);
});

test("a group of one letter is one, above the first pupils too", () =>
  assert.deepEqual(groups("Groupe A\nTestard, Xéna\nGroupe B\nAbélard, Odon"), ["A", "B"]));

test("numbers that each stand above or below one pupil are no groups", () => {
  assert.deepEqual(groups("501\nTestard, Xéna\n502\nAbélard, Odon\n503\nZénobe, Wanda"), ["", "", ""]);
  assert.deepEqual(groups("Testard, Xéna\nZénobe, Wanda\n501\nAbélard, Odon\n502"), ["", "", ""]);
});

test("a family name that lacks may be that of the line above", () => {
  const list = "Nom\tPrénom\nTestard\tXéna\n\tOdon\n\tWanda\nAbélard\tIlda";
  const { choix } = read(list);
  assert.equal(choix.question, "Un nom de famille manque\u00a0: est-ce celui de la ligne au-dessus?");
  assert.deepEqual(
    choix.options.map(({ reglages }) => pupils(list, reglages).join(" ")),
    ["Testard/Xéna /Odon /Wanda Abélard/Ilda", "Testard/Xéna Testard/Odon Testard/Wanda Abélard/Ilda"],
  );
  for (const { reglages } of choix.options) assert.equal(read(list, reglages).choix, null);
  assert.equal(read("Nom\tPrénom\n\tXéna\n\tOdon").choix, null);
});

test("a group before several names on its line is theirs", () => {
  for (const [text, expected] of [
    ["Groupe 1 : Xéna Testard, Odon Abélard\nGroupe 2 : Wanda Zénobe, Ugo Feintek", "1 1 2 2"],
    ["Groupe 1 - Testard, Xéna; Abélard, Odon\nGroupe 2 - Zénobe, Wanda; Feintek, Ugo", "1 1 2 2"],
    ["Groupe 501 : Léa, Noah, Zoé\nGroupe 502 : Léa, Emma, Rose", "501 501 501 502 502 502"],
    ["501 : Xéna Testard, Odon Abélard et Ilda Roy\n502 : Wanda Zénobe et Ugo Feintek", "501 501 501 502 502"],
    // « Léa Roy » begins as « Léa » does.
    ["Groupe 1 : Zoé Roy, Léa\nGroupe 2 : Léa Roy, Emma Bah", "1 1 2 2"],
  ])
    assert.equal(groups(text).join(" "), expected);
});

// What stands before other names too, what follows the pupils, and a year are no groups of those below.
for (const text of [
  "Groupe 1 : Xéna Testard, Odon Abélard\nGroupe 2 : Wanda Zénobe, Ugo Feintek\nAbsents : Ilda Roy, Guy Faux",
  "Testard, Xéna\nAbélard, Odon\nGroupe 501\nZénobe, Wanda\nFeintek, Ugo\nGroupe 502",
  "Classe 2026-2027\nTestard, Xéna\nAbélard, Odon\nZénobe, Wanda\nFeintek, Ugo",
])
  test(`no pupil takes the group of others: ${JSON.stringify(text)}`, () => {
    assert.ok(pupils(text).length > 3);
    assert.deepEqual([...new Set(groups(text))], [""]);
  });

test("a group that is said again below its pupils is theirs", () =>
  assert.deepEqual(groups("Groupe 501\nTestard, Xéna\nAbélard, Odon\nGroupe 501 : 2 élèves"), ["501", "501"]));

test("a title merged above an empty one is that of its column", () =>
  assert.deepEqual(groups("Élève\t\tGroupe\nNom\tPrénom\t\nTestard\tXéna\t501\nAbélard\tOdon\t502"), ["501", "502"]));

for (const text of ["501\nTestard, Xéna\nAbélard, Odon", "Groupe de Rita\nTestard, Xéna", "Nom\tGroupe\nGroupe 501\nTestard, Xéna\t502"])
  test(`what may be no group is none: ${JSON.stringify(text)}`, () => assert.ok(!groups(text).includes("501") && !groups(text).includes("Rita")));

test("what one of several records lacks is not taken from the next", () =>
  assert.deepEqual(
    groups("Groupe : 501\nNom : Testard\nPrénom : Xéna\n\nNom : Abélard\nPrénom : Odon\n\nGroupe : 502\nNom : Zénobe\nPrénom : Wanda"),
    ["501", "", "502"],
  ));

for (const title of ["Groupe ethnique", "Groupe sanguin", "Classe de neige", "Groupe d'anglais", "Groupe de matière"])
  test(`« ${title} » is not the class`, () => {
    assert.deepEqual(groups(`Nom\tPrénom\t${title}\nTestard\tXéna\tA\nAbélard\tOdon\tB`), ["", ""]);
    assert.deepEqual(groups(`Nom\tPrénom\t${title}\tGroupe-repère\nTestard\tXéna\tA\t501\nAbélard\tOdon\tB\t501`), ["501", "501"]);
  });

for (const title of [
  "Groupe",
  "Groupe-repère",
  "Code de groupe",
  "Numéro de groupe",
  "Groupe no",
  "Class name",
  "Homeroom",
  "Foyer",
  "Gr.",
  "Groupe de l’élève",
  "Classe de votre enfant",
])
  test(`« ${title} » is the class`, () => assert.deepEqual(groups(`Nom\tPrénom\t${title}\nTestard\tXéna\t501\nAbélard\tOdon\t502`), ["501", "502"]));
