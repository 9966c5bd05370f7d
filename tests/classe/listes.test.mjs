// The lists that school systems, spreadsheets and e-mail programs export, each with the pupils that it holds (invented names).
import assert from "node:assert/strict";
import { test } from "node:test";
import { bytes, Octets, pupils, read, text } from "./sources.mjs";

const THREE = ["Testard/Xéna", "Abélard/Odon", "Zénobe/Wanda"];
const TWO = THREE.slice(0, 2);

const FILED = {
  "01-colonne-nom-virgule-prenom-avec-titre.txt": THREE,
  "02a-premier-eleve-avale-oui-non.txt": THREE,
  "03a-prenom-titre-inconnu.csv": TWO,
  "04-nom-d-une-autre-personne.csv": THREE,
  "05a-peu-de-noms-de-famille.txt": ["Feintek/Xéna", "Feintek/Odon", "Feintek/Wanda", "Fauxnap/Yuma", "Fauxnap/Ilda", "Fauxnap/Ugo"],
  "05b-fiche-devant-le-nom.txt": THREE,
  "06a-titre-du-rapport.txt": TWO,
  "06c-titre-inconnu.txt": TWO,
  "07a-une-ligne-virgules.txt": THREE,
  "24-coller-dans-le-tableau.txt": THREE,
};
for (const [name, expected] of Object.entries(FILED)) test(`${name} is read`, () => assert.deepEqual(pupils(text(name)), expected));

test("07c: a cell too many is told with its line", () => {
  const { eleves } = read(text("07c-troisieme-cellule.txt"));
  assert.match(eleves[1].avis.join(" "), /^Ligne 2\u00a0: une cellule de trop \(«\u00a0Wanda\u00a0»\)/);
});

test("08a: a file from a Macintosh has its letters", () => {
  const { texte, encodage, sur } = Octets.lire(bytes("08a-excel-csv-macintosh.csv"));
  assert.deepEqual([encodage, sur, pupils(texte)], ["macintosh", false, ["L'Écuyer/Zoé", "Testard/Xéna"]]);
});

// ---- Exports, one shape each

const LISTS = {
  "GPI, French titles": [
    "Fiche\tNom\tPrénom\tSexe\tDate naissance\tGroupe\n1234567\tTestard\tXéna\tF\t2015-03-02\t501\n1234568\tAbélard\tOdon\tM\t2015-04-02\t501",
    TWO,
  ],
  "GPI, codes for titles": ["FICHE;NOM_ELE;PREN_ELE;GRP\n1;TESTARD;XÉNA;501\n2;ABÉLARD;ODON;501", ["TESTARD/XÉNA", "ABÉLARD/ODON"]],
  "Mozaïk, one column": ["Nom de l'élève;Fiche;Code permanent\nTestard, Xéna;1234567;TESX12345678\nAbélard, Odon;1234568;ABEO12345678", TWO],
  "Mozaïk, teacher beside": ["Nom de l'élève;Prénom de l'élève;Enseignant titulaire\nTestard;Xéna;Rita Feinte\nAbélard;Odon;Rita Feinte", TWO],
  "parents beside": ["Nom;Prénom;Nom du parent;Prénom du parent\nTestard;Xéna;Feinte;Rita\nAbélard;Odon;Faux;Guy", TWO],
  "guardian first": ["Nom du tuteur,Prénom du tuteur,Nom élève,Prénom élève\nFeinte,Rita,Testard,Xéna\nFaux,Guy,Abélard,Odon", TWO],
  "group titles over titles": ["Parent\t\tÉlève\t\nNom\tPrénom\tNom\tPrénom\nFeinte\tRita\tTestard\tXéna\nFaux\tGuy\tAbélard\tOdon", TWO],
  OneRoster: ["sourcedId,status,givenName,familyName,grades\na1,active,Xéna,Testard,05\na2,active,Odon,Abélard,05", TWO],
  "Google Classroom": ["Last Name,First Name,Email Address\nTestard,Xéna,x@exemple.ca\nAbélard,Odon,o@exemple.ca", TWO],
  Teams: ["FirstName,LastName,ID,Role\nXéna,Testard,x@exemple.ca,Student\nOdon,Abélard,o@exemple.ca,Student", TWO],
  Moodle: ["Prénom;Nom de famille;Adresse de courriel\nXéna;Testard;x@exemple.ca\nOdon;Abélard;o@exemple.ca", TWO],
  Brightspace: ["OrgDefinedId,Username,Last Name,First Name,End-of-Line Indicator\n#1,#x,Testard,Xéna,#\n#2,#o,Abélard,Odon,#", TWO],
  Canvas: ['Student,ID,SIS User ID,Section\n"Testard, Xéna",1,11,501\n"Abélard, Odon",2,12,501', TWO],
  "unquoted comma under one title": ["No,Élève,Groupe\n1,Testard, Xéna,501\n2,Abélard, Odon,501", TWO],
  "Student Last Name, Student First Name": [
    "Student Last Name\tStudent First Name\tHomeroom Teacher\nTestard\tXéna\tMs. Fictive\nAbélard\tOdon\tMs. Fictive",
    TWO,
  ],
  "two words that could be names": ["Last\tFirst\tMiddle\nTestard\tXéna\tIlda\nAbélard\tOdon\t", TWO],
  "two words in one title": ["Last, First\nTestard, Xéna\nAbélard, Odon", TWO],
  "a title that could be a name": ["Child\nTestard, Xéna\nAbélard, Odon", TWO],
  "a name of birth": ["Nom de famille à la naissance;Prénom usuel;Date de naissance\nTestard;Xéna;2015-03-02\nAbélard;Odon;2015-04-02", TWO],
  "a preferred name for some": ["Prénom\tPrénom préféré\tNom\nXéna\tXé\tTestard\nOdon\t\tAbélard", TWO],
  "a school after each recipient": ["Xéna Testard (École des Feintes) <x@exemple.ca>; Odon Abélard (École des Feintes) <o@exemple.ca>", TWO],
  "preferred name": ["Surname;Preferred first name;Grade\nTestard;Xéna;5\nAbélard;Odon;5", TWO],
  "given names": ["Given Name(s);Surname\nXéna;Testard\nOdon;Abélard", TWO],
  "first and last name": ["Name (First Last)\nXéna Testard\nOdon Abélard", TWO],
  "Excel's sep=": ["sep=;\nNom;Prénom\nTestard;Xéna\nAbélard;Odon", TWO],
  "report title, school, year, then titles": [
    "École des Feintes\t\t\nAnnée scolaire 2026-2027\t\t\nListe du groupe 501\t\t\n\nNom\tPrénom\tFiche\nTestard\tXéna\t1\nAbélard\tOdon\t2",
    TWO,
  ],
  "titles again at each page": ["Nom;Prénom\nTestard;Xéna\nPage 1 de 2\nNom;Prénom\nAbélard;Odon\nPage 2 de 2", TWO],
  "a total at the end": ["Nom;Prénom;Groupe\nTestard;Xéna;501\nAbélard;Odon;501\nTotal;2;", TWO],
  "a sentence before and after": ["Bonjour, voici la liste :\nTestard, Xéna\nAbélard, Odon\nMerci!", TWO],
  "Total élèves : 2": ["Testard\tXéna\nAbélard\tOdon\nTotal des élèves : 2", TWO],
  "numbers and points": ["1. Testard Xéna\n2. Abélard Odon\n3. Zénobe Wanda", THREE, { ordre: "nom-prenom" }],
  bullets: ["• Testard, Xéna\n• Abélard, Odon", TWO],
  dashes: ["- Testard, Xéna\n- Abélard, Odon", TWO],
  "a group after": ["Testard, Xéna (501)\nAbélard, Odon (502)", TWO],
  "a group before": ["Groupe 501 - Testard, Xéna\nGroupe 501 - Abélard, Odon", TWO],
  "a permanent code after": ["Testard, Xéna TESX12345678\nAbélard, Odon ABEO12345678", TWO],
  "a date of birth after": ["Testard, Xéna 2015-03-02\nAbélard, Odon 2015-04-02", TWO],
  "a number of three columns without titles": ["1\tTestard\tXéna\n2\tAbélard\tOdon\n3\tZénobe\tWanda", THREE],
  "yes and no": ["Testard\tXéna\tOui\tNon\nAbélard\tOdon\tNon\tOui\nZénobe\tWanda\tOui\tOui", THREE],
  "sex in words": ["Testard;Xéna;Fille\nAbélard;Odon;Garçon\nZénobe;Wanda;Fille", THREE],
  "recipients of Outlook": ["Testard, Xéna <x@exemple.ca>; Abélard, Odon <o@exemple.ca>; Zénobe, Wanda <w@exemple.ca>", THREE],
  "recipients of Gmail": ['"Xéna Testard" <x@exemple.ca>, Odon Abélard <o@exemple.ca>,\nWanda Zénobe <w@exemple.ca>', THREE],
  "recipients, one a line": ["À : Testard, Xéna <x@exemple.ca>\nAbélard, Odon <o@exemple.ca>", TWO],
  "recipients without addresses": ["Testard, Xéna; Abélard, Odon; Zénobe, Wanda", THREE],
  "semicolons on a line": ["Xéna Testard; Odon Abélard; Wanda Zénobe", THREE],
  "a sentence of names": ["Xéna Testard, Odon Abélard et Wanda Zénobe.", THREE],
  "names over several lines": ["Xéna Testard, Odon Abélard,\nWanda Zénobe", THREE],
  "a row of a spreadsheet": ["Xéna Testard\tOdon Abélard\tWanda Zénobe", THREE],
  "a table on its side": ["Nom\tTestard\tAbélard\tZénobe\nPrénom\tXéna\tOdon\tWanda", THREE],
  "columns drawn with spaces": ["Nom         Prénom     Groupe\nTestard     Xéna       501\nAbélard     Odon       501", TWO],
  "no-break spaces": ["Testard,\u00a0Xéna\nAbélard,\u202fOdon", TWO],
  "an earlier paste, then titles": ["Zénobe;Wanda\nNom;Prénom\nTestard;Xéna\nAbélard;Odon", [THREE[2], ...TWO]],
  "one title over two columns": ["Élève\t\tGroupe\nTestard\tXéna\t501\nAbélard\tOdon\t501", TWO],
  "one title over two columns, siblings": ["Feintek\tXéna\nFeintek\tOdon\nFeintek\tWanda", ["Feintek/Xéna", "Feintek/Odon", "Feintek/Wanda"]],
  "names of one letter": ["Nom\tPrénom\nÔ\tXéna\nTestard\tÉ", ["Ô/Xéna", "Testard/É"]],
  particles: ["Nom et prénom\nDe La Feinte Xéna\nSt-Onge Odon\nVan Der Faux Wanda", ["De La Feinte/Xéna", "St-Onge/Odon", "Van Der Faux/Wanda"]],
  "compound first names": ["Prénom Nom\nMarie-Ève Testard\nJean-Philippe De La Feinte", ["Testard/Marie-Ève", "De La Feinte/Jean-Philippe"]],
  "two first names": ["Prénom et nom\nMarie Ève Testard\nJean Philippe Abélard", ["Testard/Marie Ève", "Abélard/Jean Philippe"]],
  "capitals tell the family name": [
    "TESTARD FEINTE Xéna\nABÉLARD Odon\nDE LA FOSSE Wanda Yuma",
    ["TESTARD FEINTE/Xéna", "ABÉLARD/Odon", "DE LA FOSSE/Wanda Yuma"],
  ],
  "a town beside": ["Testard\tXéna\tRoberval\nAbélard\tOdon\tRoberval\nZénobe\tWanda\tRoberval", THREE],
  "whole names and a teacher": ["Testard, Xéna\tRita Feinte\nAbélard, Odon\tRita Feinte\nZénobe, Wanda\tRita Feinte", THREE],
  "a telephone beside": ["Testard\tXéna\t418 555-0100\nAbélard\tOdon\t418 555-0101", TWO],
  "middle names": ["Last Name;First Name;Middle Name\nTestard;Xéna;Ilda\nAbélard;Odon;Ugo", TWO],
  "a user's name is no pupil's": ["Nom d'utilisateur;Nom;Prénom\nxtestard;Testard;Xéna\noabelard;Abélard;Odon", TWO],
  "participants of a meeting": ["Full Name;User Action;Timestamp\nXéna Testard;Joined;10:00\nOdon Abélard;Joined;10:01", TWO],
  "a school's column": ["École;Nom légal;Prénom usuel\nÉcole des Feintes;Testard;Xéna\nÉcole des Feintes;Abélard;Odon", TWO],
};
for (const [name, [list, expected, settings]] of Object.entries(LISTS)) test(`${name}`, () => assert.deepEqual(pupils(list, settings), expected));
