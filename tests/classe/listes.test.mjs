// The lists that school systems, spreadsheets and e-mail programs export, each with the pupils that it holds (invented names).
import assert from "node:assert/strict";
import { test } from "node:test";
import { bytes, Classe, Octets, pupils, read, text } from "./sources.mjs";

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
  "a name, a first name and a number on three lines": ["Testard\nXéna\n1234567\nAbélard\nOdon\n1234568\nZénobe\nWanda\n1234569", THREE],
  "a card below each name": ["Xéna Testard\nF • 11 ans\nOdon Abélard\nM • 10 ans\nWanda Zénobe\nF • 11 ans", THREE, { ordre: "prenom-nom" }],
  "letters of the alphabet above names": [
    "A\nOdon Abélard\nT\nXéna Testard\nZ\nWanda Zénobe",
    [THREE[1], THREE[0], THREE[2]],
    { ordre: "prenom-nom" },
  ],
  "who goes along, below pupils": ["Testard, Xéna\nAbélard, Odon\nZénobe, Wanda\nAccompagnateurs\nFeinte, Rita\nFaux, Guy", THREE],
  "parents who go along, below pupils": [
    "Xéna Testard\nOdon Abélard\nWanda Zénobe\nParents accompagnateurs :\nRita Feinte\nGuy Faux",
    THREE,
    { ordre: "prenom-nom" },
  ],
  "adults and children, each on a line": [
    "Adultes : Rita Feinte, Guy Faux\nEnfants : Léa Testard, Noah Abélard, Wanda Zénobe",
    ["Testard/Léa", "Abélard/Noah", "Zénobe/Wanda"],
  ],
  "who teaches, in a page that has a button beside each": [
    "Menu\nPersonnes\nEnseignants\nRita Feinte\nÉlèves\nXéna Testard\nMenu\nOdon Abélard\nMenu\nWanda Zénobe\nMenu",
    THREE,
    { ordre: "prenom-nom" },
  ],
  "trades after a dash, below pupils": [
    "Léa Testard\nNoah Abélard\nWanda Zénobe\nRita Feinte - enseignante\nGuy Faux – TES",
    ["Testard/Léa", "Abélard/Noah", "Zénobe/Wanda"],
  ],
  "a trade after a comma, below pairs": ["Testard, Xéna\nAbélard, Odon\nZénobe, Wanda\nRita Feinte, enseignante", THREE],
  "a title of the list above its group and its titles": ["Titulaire\nGroupe 501\nNom\tPrénom\nTestard\tXéna\nAbélard\tOdon", TWO],
  "three whole names a line, after a word": [
    "Assis : Léa Testard, Noah Abélard, Zoé Roy\nDebout : Xéna Faux, Odon Bah, Ugo Feinte",
    ["Testard/Léa", "Abélard/Noah", "Roy/Zoé", "Faux/Xéna", "Bah/Odon", "Feinte/Ugo"],
  ],
  "a wish to travel, and who signs": [
    "Léa Testard\nNoah Abélard\nWanda Zénobe\nUgo Faux\nBon voyage,\nRita Feinte",
    ["Testard/Léa", "Abélard/Noah", "Zénobe/Wanda", "Faux/Ugo"],
  ],
  "strokes, dashes and signs between both names": ["Testard–Xéna\nAbélard–Odon\nZénobe–Wanda", THREE, { ordre: "nom-prenom" }],
  "a sign between both names": ["Testard > Xéna\nAbélard > Odon\nZénobe > Wanda", THREE, { ordre: "nom-prenom" }],
  "an equals sign between both names": ["Testard=Xéna\nAbélard=Odon\nZénobe=Wanda", THREE, { ordre: "nom-prenom" }],
  "numbers drawn as keys": ["1\ufe0f\u20e3 Xéna Testard\n2\ufe0f\u20e3 Odon Abélard\n3\ufe0f\u20e3 Wanda Zénobe", THREE, { ordre: "prenom-nom" }],
  "lines that a page or an application parts in its way": ["Testard, Xéna<br>Abélard, Odon\\nZénobe, Wanda", THREE],
  "the staff, below pupils": ["Testard, Xéna\nAbélard, Odon\nZénobe, Wanda\nPersonnel\nFeinte, Rita\nFaux, Guy", THREE],
  "the members of the staff, below pupils": [
    "Élèves\nXéna Testard\nOdon Abélard\nMembres du personnel\nRita Feinte\nGuy Faux",
    TWO,
    { ordre: "prenom-nom" },
  ],
  "who trains, above pupils": ["Guy Faux (entraîneur)\nLéa Testard\nNoah Abélard\nWanda Zénobe", ["Testard/Léa", "Abélard/Noah", "Zénobe/Wanda"]],
  "the places of a class, between a board and a door": [
    "Tableau\n\nLéa\tNoah\t\tZoé\tEmma\nJade\tLiam\t\tLily\tAlice\n\nPorte",
    ["Tableau/", "Léa/", "Noah/", "Zoé/", "Emma/", "Jade/", "Liam/", "Lily/", "Alice/", "Porte/"],
    { facon: "noms" },
  ],
  "rooms above who sleeps there": ["Chambre 101\nXéna Testard\nOdon Abélard\nChambre 102\nWanda Zénobe", THREE, { ordre: "prenom-nom" }],
  "rooms before who sleeps there": [
    "Chambre 101 : Xéna Testard, Odon Abélard\nChambre 102 : Wanda Zénobe, Ugo Faux",
    [...THREE, "Faux/Ugo"],
    { ordre: "prenom-nom", facon: "noms" },
  ],
  "families of two words before a comma": [
    "García López, José\nHernández Muñoz, Léa\nde la Cruz, Zoé",
    ["García López/José", "Hernández Muñoz/Léa", "de la Cruz/Zoé"],
  ],
  "a stroke below between both names": ["Testard_Xéna\nAbélard_Odon\nZénobe_Wanda", THREE, { ordre: "nom-prenom" }],
  "a dot between both names, as an account has": [
    "xena.testard\nodon.abelard\nwanda.zenobe",
    ["testard/xena", "abelard/odon", "zenobe/wanda"],
    { ordre: "prenom-nom" },
  ],
  "a dot that was a comma": ["Testard. Xéna\nAbélard. Odon\nZénobe. Wanda", THREE, { ordre: "nom-prenom" }],
  "a sex after each whole name": ["Xéna Testard F\nOdon Abélard M\nWanda Zénobe F", THREE, { ordre: "prenom-nom" }],
  "an answer after each pair": ["Testard, Xéna oui\nAbélard, Odon non\nZénobe, Wanda oui", THREE],
  "what comes of a pupil, after an arrow": ["Testard, Xéna\nAbélard, Odon → nouveau\nZénobe, Wanda", THREE],
  "names in bold, as some applications write it": ["1. **Xéna Testard**\n2. **Odon Abélard**", TWO, { ordre: "prenom-nom" }],
  "titles of a PDF around a comma": [
    "Fiche Nom, prénom Sexe Naissance\n1234567 Testard, Xéna F 2015-03-10\n1234568 Abélard, Odon M 2015-03-11\n1234569 Zénobe, Wanda F 2015-03-12",
    THREE,
  ],
  "a name above the trade of who signs, after the last words": [
    "Bonjour Rita,\n\nXéna Testard\nOdon Abélard\nWanda Zénobe\n\nÀ demain\n\nMarie Feinte\nEnseignante",
    THREE,
  ],
  ...Object.fromEntries(
    [
      "À demain",
      "À lundi",
      "À bientôt,\nMarie Feinte",
      "À la semaine prochaine\nMarie",
      "Bises\nMarie Feinte",
      "Voilà!\nMarie",
      "Envoyé de mon iPhone",
    ].map((words) => [`last words of a message: ${JSON.stringify(words)}`, [`Xéna Testard\nOdon Abélard\nWanda Zénobe\n${words}`, THREE]]),
  ),
  "a page among columns drawn with spaces, in a message": [
    "Bonjour,\nvoici ma liste\n\nPagé, Xéna   501   F\nAbélard, Odon   501   M\n\nMerci!\nRita Feinte",
    ["Pagé/Xéna", "Abélard/Odon"],
  ],
  "families that are last words": ["Demain, Xéna\nVoilà, Odon\nBises, Wanda", ["Demain/Xéna", "Voilà/Odon", "Bises/Wanda"]],
  "a mention after a comma, in a message that is signed": [
    "Bonjour Rita,\n\nVoici ta liste :\n\n- Xéna Testard\n- Odon Abélard, arrivé hier\n- Wanda Zénobe (PI)\n\nBonne rentrée!\n\nLéa Feinte\nDirectrice adjointe\nÉcole Feinte\n418 555-0199",
    THREE,
  ],
  "names amid pairs that commas part": ["Testard, Xéna\nOdon Abélard\nZénobe, Wanda\nYuma De La Feinte", [...THREE, "De La Feinte/Yuma"]],
  "names amid pairs that commas part, beside a group": [
    "Testard, Léa\t501\nNoah Abélard\t501\nZénobe, Wanda\t502\nFeinte Zoé\t501\nFaux, Ugo\t502",
    ["Testard/Léa", "Abélard/Noah", "Zénobe/Wanda", "Feinte/Zoé", "Faux/Ugo"],
  ],
  "a number and the code of a course, as a PDF is copied": ["1234567 Testard, Xéna F 5 501 FRA506-02\n1234568 Abélard, Odon M 5 501 FRA506-02", TWO],
  "titles that a PDF joins with spaces, after their comma": ["Nom, Prénom Fiche Groupe\nTestard, Xéna 1234567 501\nAbélard, Odon 1234568 501", TWO],
  "titles above lines to sign": [
    "Nom Prénom Signature\nTestard Xéna ________\nAbélard Odon ________\nZénobe Wanda ________",
    THREE,
    { ordre: "nom-prenom" },
  ],
  "an age in years and months": ["1 1234567 TESTARD Xéna F 10 ans 2 mois\n2 1234568 ABÉLARD Odon M 11 ans", ["TESTARD/Xéna", "ABÉLARD/Odon"]],
  "a comma after a number, as a photograph is read": [
    "1 Testard Xéna\n2 Abélard Odon\n3 , Zénobe Wanda\n4 Faux Ugo\n5 Feinte Ilda",
    [...THREE, "Faux/Ugo", "Feinte/Ilda"],
    { ordre: "nom-prenom" },
  ],
  "initials below each name, as a portrait is copied": [
    "Xéna Testard\nXT\nÉlève\nOdon Abélard\nOA\nÉlève\nWanda Zénobe\nWZ\nÉlève",
    THREE,
    { ordre: "prenom-nom" },
  ],
  "stars, and what they mean below": ["*Testard, Xéna\nAbélard, Odon*\nZénobe, Wanda **\n* = plan d’intervention\n** = nouvel élève", THREE],
  "what a page does with each pupil": [
    "Élèves\n3 élèves\nXéna Testard\nPlus d’options\nOdon Abélard\nPlus d’options\nWanda Zénobe\nPlus d’options",
    THREE,
    { ordre: "prenom-nom" },
  ],
  "signs that nobody sees, amid what tells families": [
    "\u200eFamil\u200ble Testard : Xéna, Odon\u200e\n\u200eFamille Abélard : Ilda\u200e",
    ["Testard/Xéna", "Testard/Odon", "Abélard/Ilda"],
    { facon: "familles", fratrie: true },
  ],
  "signs that nobody sees, before the numbers of several pupils a line": [
    "\u200f1. Xéna Testard   2. Odon Abélard\u200f\n\u200f3. Wanda Zénobe   4. Ugo Faux\u200f",
    [...THREE, "Faux/Ugo"],
    { ordre: "prenom-nom" },
  ],
  "accents apart from their letters, several pupils a line": [
    "1. Zoé Doré   2. Élodie Abélard   3. Noé Testard".normalize("NFD"),
    ["Doré/Zoé", "Abélard/Élodie", "Testard/Noé"],
    { ordre: "prenom-nom" },
  ],
  "hyphens that Word keeps, several pupils a line": [
    "Rose\u2011Aimée Testard – Odon Abélard – Wanda Zénobe.",
    ["Testard/Rose-Aimée", "Abélard/Odon", "Zénobe/Wanda"],
    { ordre: "prenom-nom" },
  ],
  "recipients, and a tab at the end": ["Testard, Xéna <x@exemple.ca>; Abélard, Odon <o@exemple.ca>\n\t", TWO],
  "names that dashes part, then a stop": ["Xéna Testard - Odon Abélard - Wanda Zénobe.", THREE, { ordre: "prenom-nom" }],
  "names that dashes part, after what they are": ["Voici mes élèves : Xéna Testard – Odon Abélard – Wanda Zénobe", THREE, { ordre: "prenom-nom" }],
  "names after a word that nothing knows": ["Absents : Xéna Testard • Odon Abélard • Wanda Zénobe", THREE, { ordre: "prenom-nom" }],
  "strokes that stand upright, after what they part": ["Élèves : Xéna Testard | Odon Abélard | Wanda Zénobe", THREE, { ordre: "prenom-nom" }],
  "a family that a title is too, with its children": ["Famille Parent : Xéna\nFamille Testard : Odon", ["Parent/Xéna", "Testard/Odon"]],
  "a hollow bullet before a particle": ["o Testard, Xéna\no des Feintes, Odon", ["Testard/Xéna", "des Feintes/Odon"]],
  "families in capitals after initials": ["X. TREMBLAY\nO. GAGNON\nW. ROY", ["TREMBLAY/X.", "GAGNON/O.", "ROY/W."]],
  "first names in capitals after initials": ["A. ZACHARY\nB. LÉA\nD. ZOÉ", ["A./ZACHARY", "B./LÉA", "D./ZOÉ"]],
  "an initial with a family that a title is too": [
    "X. Testard\nO. Abélard\nS. Parent\nW. Zénobe\nL. La Rue",
    ["Testard/X.", "Abélard/O.", "Parent/S.", "Zénobe/W.", "La Rue/L."],
    { ordre: "prenom-nom" },
  ],
  "titles of a report amid lines that each have a mention": [
    "Foyer : Rita Feinte\nRapport : Liste d'élèves par groupe\nXéna Testard : présente\nOdon Abélard : absent\nWanda Zénobe : présente\nImprimé le 2026-09-03",
    THREE,
    { ordre: "prenom-nom" },
  ],
  "titles of a report, more than the lines that each have a group": [
    "GPI - Groupe 501\nImprimé le 2026-09-03\nClasse de Rita\nGr. 501 - Testard, Xéna\nGr. 501 - Abélard, Odon\nTotal : 2\nPage 1 de 1",
    TWO,
  ],
  "titles of whole names with a record number": ["No;Nom, prénom (fiche);Allergies\n1;Testard, Xéna;Noix\n2;Abélard, Odon;Lait", TWO],
  "an address that a title makes of both names": ["Courriel (prénom.nom);Nom;Prénom\nx.t;Testard;Xéna\no.a;Abélard;Odon", TWO],
  "families that first names are too, in capitals after initials": [
    "A. BOUCHARD\nS. LAURENT\nL. MÉNARD\nC. ROBERT",
    ["BOUCHARD/A.", "LAURENT/S.", "MÉNARD/L.", "ROBERT/C."],
  ],
  "a school before each, and a last column to fill": [
    "École\tNom\tPrénom\tSignature\nÉcole des Feintes\tTestard\tXéna\t\nÉcole des Feintes\tAbélard\tOdon\t",
    TWO,
  ],
  "titles of a report within strokes": ["| Imprimé le 2026-09-03 |\n| Testard, Xéna |\n| Abélard, Odon |", TWO],
  "families in capitals, under « Nom » beside allergies": [
    "Nom;Allergies alimentaires;Adresse\nTESTARD Xéna;Arachides;12, rue Feinte\nABÉLARD Odon;Noix;14, rue Feinte",
    ["TESTARD/Xéna", "ABÉLARD/Odon"],
  ],
  "who teaches, then a comma, above names that nothing parts": [
    "Guy Feinte, titulaire\nLéa Roy\nNoah Bah\nZoé Côté\nEmma Bouchard\nLiam Dubé\nJade Girard\nAlice Morin\nHugo Caron\nRose Fortin",
    ["Roy/Léa", "Bah/Noah", "Côté/Zoé", "Bouchard/Emma", "Dubé/Liam", "Girard/Jade", "Morin/Alice", "Caron/Hugo", "Fortin/Rose"],
  ],
  "numbers before names that a dash or a colon parts, and what follows them": ["1. Testard - Xéna 501\n2. Abélard - Odon 501\nTotal : 2", TWO],
  "bullets before names that a colon parts": ["Liste du groupe 501\n- Testard : Xéna\n- Abélard : Odon (502)", TWO],
  "families in capitals between a number and a dash": ["1. DE LA FEINTE - Xéna\n2. ABÉLARD - Odon", ["DE LA FEINTE/Xéna", "ABÉLARD/Odon"]],
  "one thing a line, amid other lines": [
    "Bonjour,\nvoici mes élèves\n\nNom : Testard\nPrénom : Xéna\nFiche : 1234567\n\nNom : Abélard\nPrénom : Odon\nFiche : 1234568\nTotal : 2",
    TWO,
  ],
  "parents in parentheses, below each": ["Testard, Xéna\nRita Feinte (mère)\nAbélard, Odon\nGuy Faux (père)", TWO],
  "who helps, below the pupils": ["Testard, Xéna\nAbélard, Odon\nRita Feinte (stagiaire)", TWO],
  "initials for a family, in capitals": ["LÉA T.\nNOAH R\nZOÉ B.", ["T./LÉA", "R/NOAH", "B./ZOÉ"]],
  "initials for a first name, in capitals": ["TREMBLAY L.\nGAGNON N.\nROY Z.", ["TREMBLAY/L.", "GAGNON/N.", "ROY/Z."]],
  "dashes between columns, the last of numbers": ["Testard - Xéna - 501\nAbélard - Odon - 502", TWO],
  "hours before names": ["8 h 30 Xéna Testard\n9 h Odon Abélard", ["Testard/Xéna", "Abélard/Odon"]],
  "a stop after each name, that a usual first name begins": ["Léa Testard.\nNoah Abélard.", ["Testard/Léa", "Abélard/Noah"]],
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
  "a teacher above families that are first names": [
    "Groupe 501 - Rita Feinte\nTestard, Olivia\nAlexandre, Martin",
    ["Testard/Olivia", "Alexandre/Martin"],
  ],
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
  "a record number on a second line of each cell": ['Élève\tGroupe\n"Testard, Xéna\nFiche 1234567"\t501\n"Abélard, Odon\nFiche 1234568"\t501', TWO],
  "roman numbers": ["II. Xéna Testard\nIII. Odon Abélard", TWO],
  "a roman number of one letter": ["I. Testard, Xéna\nII. Abélard, Odon\nIII. Zénobe, Wanda", THREE],
  "roman numbers without capitals": ["i) Testard, Xéna\nii) Abélard, Odon", TWO],
  "roman numbers before a dash": ["I - Testard, Xéna\nII - Abélard, Odon", TWO],
  "roman numbers in a column": ["No\tNom\tPrénom\nI\tTestard\tXéna\nII\tAbélard\tOdon", TWO],
  "roman numbers among which one left": ["I. Testard, Xéna\nII. Abélard, Odon\nV. Zénobe, Wanda", THREE],
  "letters that count": ["A) Testard, Xéna\nB) Abélard, Odon\nC) Zénobe, Wanda", THREE],
  "letters that count names without a comma": ["Prénom et nom\nA. Xéna Testard\nB. Odon Abélard\nC. Wanda Zénobe", THREE],
  "initials in the order of the alphabet": ["A. Testard\nB. Abélard\nC. Zénobe", ["A./Testard", "B./Abélard", "C./Zénobe"]],
  "what tells a child from a parent": [
    "Prénom et nom\nXéna Testard Jr\nOdon Abélard III\nWanda Zénobe, Sr.",
    ["Testard Jr/Xéna", "Abélard III/Odon", "Zénobe Sr./Wanda"],
  ],
  "a level in roman numbers, after a comma": ["Nom, Prénom, Niveau\nTestard, Xéna, III\nAbélard, Odon, III", TWO],
  "what tells a child from a parent, after a comma": ["Testard, Xéna, Jr.\nAbélard Jr., Odon", ["Testard/Xéna Jr.", "Abélard Jr./Odon"]],
  "initials are no numbers": ["V. Testard\nX. Abélard", ["Testard/V.", "Abélard/X."]],
  "columns that dots join": ["Testard.........Xéna\nAbélard .... Odon", TWO],
  "columns that a line joins": ["Testard____Xéna\nAbélard_______Odon", TWO],
  "columns drawn with spaces": ["Nom         Prénom     Groupe\nTestard     Xéna       501\nAbélard     Odon       501", TWO],
  "no-break spaces": ["Testard,\u00a0Xéna\nAbélard,\u202fOdon", TWO],
  "an earlier paste, then titles": ["Zénobe;Wanda\nNom;Prénom\nTestard;Xéna\nAbélard;Odon", [THREE[2], ...TWO]],
  "titles that go on below": ["Nom de\tPrénom de\tDate de\nl'élève\tl'élève\tnaissance\nTestard\tXéna\t2015-03-02\nAbélard\tOdon\t2015-04-02", TWO],
  "one title that goes on below": ["Nom et\tGroupe\nprénom\t\nTestard Xéna\t501\nAbélard Odon\t501", TWO, { ordre: "nom-prenom" }],
  "titles that only some of go on below": ["Nom\tPrénom\tDate de\n\t\tnaissance\nTestard\tXéna\t2015-03-02\nAbélard\tOdon\t2015-04-02", TWO],
  "a title merged above parents'": ["Nom\tPrénom\tParent\t\n\t\tNom\tPrénom\nTestard\tXéna\tFeinte\tRita\nAbélard\tOdon\tFaux\tGuy", TWO],
  "a title over a column of numbers": ["Élève\t\t\n\tNom complet\tFiche\n1\tTestard, Xéna\t12\n2\tAbélard, Odon\t13", TWO],
  "titles in capitals that go on below": ["NOM DE\tPRÉNOM\tNO DE\nFAMILLE\tUSUEL\tFICHE\nTestard\tXéna\t1234567\nAbélard\tOdon\t1234568", TWO],
  "titles of two lines within quotes, four lines at a time": [
    '"Nom de\nl\'élève"\t"Prénom de\nl\'élève"\t"No\nfiche"\nTestard\tXéna\t1234567\nAbélard\tOdon\t1234568\nZénobe\tWanda\t1234569\nFeinte\tYuma\t1234560',
    [...THREE, "Feinte/Yuma"],
  ],
  "a record number on the line below": ["Testard, Xéna\nFiche 1234567\nAbélard, Odon\nFiche 1234568", TWO],
  "families that are words of titles": ["Nom\nPrénom\nLaRue\nXéna\nAbélard\nOdon", ["LaRue/Xéna", "Abélard/Odon"]],
  "families that are words of titles, after a bullet": [
    "• LaRue, Xéna\n• Parent, Odon\n• Testard, Wanda",
    ["LaRue/Xéna", "Parent/Odon", "Testard/Wanda"],
  ],
  "a family that begins a page": ["Nom, prénom\tGroupe\nPagé, Mila\t501\nTestard, Xéna\t501", ["Pagé/Mila", "Testard/Xéna"]],
  "several numbered pupils a line, in capitals or with an apostrophe": [
    "1. TESTARD, XÉNA   2. D'AMOURS, ODON\n3. ZÉNOBE, WANDA   4. O'Feinte, Yuma",
    ["TESTARD/XÉNA", "D'AMOURS/ODON", "ZÉNOBE/WANDA", "O'Feinte/Yuma"],
  ],
  "days before names": ["1er mars : Xéna Testard\n2 mars : Odon Abélard", TWO, { ordre: "prenom-nom" }],
  "parents named by their child": ["Aux parents de Xéna Testard\nAux parents d'Odon Abélard", TWO, { ordre: "prenom-nom" }],
  "a particle that two first names follow": ["NOM ET PRÉNOM\nSTE MARIE LÉA\nABÉLARD ODON", ["STE MARIE/LÉA", "ABÉLARD/ODON"]],
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
  "GPI, short titles": [
    "No fiche;Nom, prénom;Sx;Gr. rep.\n0412345;Testard, Xéna;F;041\n0412346;Abélard, Odon;M;041",
    ["Testard/Xéna", "Abélard/Odon"],
  ],
  "GPI, a printed list": [
    "École des Feintes                         2026-2027\nListe des élèves du groupe-repère 041\nTitulaire : Rita Feinte\n\nNo\tNom de l'élève\tFiche\tNaissance\n1\tTestard, Xéna\t0412345\t2015-03-02\n2\tAbélard, Odon\t0412346\t2015-04-02\nNombre d'élèves : 2",
    ["Testard/Xéna", "Abélard/Odon"],
  ],
  "Mozaïk-Portail, Excel export": [
    "Photo\tNom\tPrénom\tFiche\tGroupe repère\tCode permanent\tDate de naissance\n\tTestard\tXéna\t0412345\t041\tTESX15530201\t2015-03-02\n\tAbélard\tOdon\t0412346\t041\tABEO15040201\t2015-04-02",
    ["Testard/Xéna", "Abélard/Odon"],
  ],
  "COBA, who answers for the plan": [
    "Élève;Fiche;Niveau;Responsable du plan\nTestard, Xéna;0412345;4;Rita Feinte\nAbélard, Odon;0412346;4;Guy Faux",
    ["Testard/Xéna", "Abélard/Odon"],
  ],
  "COBA, first name first": [
    "Prénom de l'élève;Nom de l'élève;Degré;Code de plan\nXéna;Testard;4;A\nOdon;Abélard;4;B",
    ["Testard/Xéna", "Abélard/Odon"],
  ],
  "Google Classroom, copied from the page": ["Camarades de classe\n2 élèves\nXéna Testard\nOdon Abélard", ["Testard/Xéna", "Abélard/Odon"]],
  "Google Groups": [
    "Email address,Nickname,Group status\nx@exemple.ca,Xéna Testard,Member\no@exemple.ca,Odon Abélard,Member",
    ["Testard/Xéna", "Abélard/Odon"],
  ],
  "Google admin": [
    "First Name [Required],Last Name [Required],Email Address [Required],Org Unit Path [Required]\nXéna,Testard,x@exemple.ca,/Eleves\nOdon,Abélard,o@exemple.ca,/Eleves",
    ["Testard/Xéna", "Abélard/Odon"],
  ],
  "Teams, attendance": [
    "1. Résumé\nTitre de la réunion\tMaths\nParticipants\t2\n\n2. Participants\nNom\tPremière connexion\tDernière déconnexion\tRôle\nXéna Testard\t10:00\t11:00\tParticipant\nOdon Abélard\t10:01\t11:00\tParticipant",
    ["Testard/Xéna", "Abélard/Odon"],
    { ordre: "prenom-nom" },
  ],
  "Microsoft 365": [
    "Display name;First name;Last name;User principal name\nXéna Testard;Xéna;Testard;x@exemple.ca\nOdon Abélard;Odon;Abélard;o@exemple.ca",
    ["Testard/Xéna", "Abélard/Odon"],
  ],
  "PowerSchool quick export": [
    "Lastfirst\tStudent_Number\tGrade_Level\tHome_Room\nTestard, Xéna\t101\t4\t041\nAbélard, Odon\t102\t4\t041",
    ["Testard/Xéna", "Abélard/Odon"],
  ],
  "PowerSchool fields": [
    "Student_Number\tLast_Name\tFirst_Name\tMiddle_Name\tGrade_Level\n101\tTestard\tXéna\t\t4\n102\tAbélard\tOdon\tUgo\t4",
    ["Testard/Xéna", "Abélard/Odon"],
  ],
  "Infinite Campus": [
    "student.studentNumber,student.lastName,student.firstName,student.grade\n101,Testard,Xéna,4\n102,Abélard,Odon,4",
    ["Testard/Xéna", "Abélard/Odon"],
  ],
  Skyward: ["Student Full Name (LFM)\tGr\tOther ID\nTestard, Xéna Ilda\t4\t101\nAbélard, Odon\t4\t102", ["Testard/Xéna Ilda", "Abélard/Odon"]],
  Aspen: ['Name,YOG,Homeroom,DOB\n"Testard, Xéna",2030,041,3/2/2015\n"Abélard, Odon",2030,041,4/2/2015', ["Testard/Xéna", "Abélard/Odon"]],
  Schoology: ["Unique ID,First Name,Last Name,User Role\n101,Xéna,Testard,Student\n102,Odon,Abélard,Student", ["Testard/Xéna", "Abélard/Odon"]],
  Seesaw: ["Student Display Name,Student ID,Grade\nXéna Testard,101,4\nOdon Abélard,102,4", ["Testard/Xéna", "Abélard/Odon"]],
  Clever: [
    "School_id,Student_id,Last_name,Middle_name,First_name,Grade\n1,101,Testard,,Xéna,4\n1,102,Abélard,,Odon,4",
    ["Testard/Xéna", "Abélard/Odon"],
  ],
  ClassDojo: [
    "Nom de l'élève,Code de l'élève,Parents connectés\nXéna Testard,SABC12,1\nOdon Abélard,SDEF34,0",
    ["Testard/Xéna", "Abélard/Odon"],
    { ordre: "prenom-nom" },
  ],
  Pronote: ["Élève;Né(e) le;Classe;Projet\nTESTARD Xéna;02/03/2015;4A;\nABÉLARD Odon;02/04/2015;4A;PAP", ["TESTARD/Xéna", "ABÉLARD/Odon"]],
  "École directe, a particle's column": [
    "Nom;Prénom;Particule;Sexe;Régime\nTestard;Xéna;;F;Externe\nAbélard;Odon;;M;Externe",
    ["Testard/Xéna", "Abélard/Odon"],
  ],
  "answers to a form": [
    "Horodateur\tNom de votre enfant\tPrénom de votre enfant\tVotre nom\n2026-09-01 10:00\tTestard\tXéna\tRita Testard\n2026-09-01 10:05\tAbélard\tOdon\tGuy Abélard",
    ["Testard/Xéna", "Abélard/Odon"],
  ],
  "bus list": ["Circuit 12\nArrêt;Élève;Adresse\n1;Testard, Xéna;12, rue Feinte\n2;Abélard, Odon;14, rue Feinte", ["Testard/Xéna", "Abélard/Odon"]],
  "lunch list, marks by day": ["Nom\tPrénom\tL\tM\tM\tJ\tV\nTestard\tXéna\tx\t\tx\t\tx\nAbélard\tOdon\t\tx\t\tx\t", ["Testard/Xéna", "Abélard/Odon"]],
  "Mozaïk, subject and marks": [
    "Fiche\tNom et prénom\tÉtape 1\tÉtape 2\n0412345\tTestard Xéna\t82\t85\n0412346\tAbélard Odon\t77\t",
    ["Testard/Xéna", "Abélard/Odon"],
  ],
  "a Word table pasted": [
    "No\tNom de l’élève\tSignature du parent\n1\tXéna Testard\t\n2\tOdon Abélard\t",
    ["Testard/Xéna", "Abélard/Odon"],
    { ordre: "prenom-nom" },
  ],
  "Excel, group in a first column only once": [
    "Groupe\tNom\tPrénom\n041\tTestard\tXéna\n\tAbélard\tOdon\n\tZénobe\tWanda",
    ["Testard/Xéna", "Abélard/Odon", "Zénobe/Wanda"],
  ],
  "titles in capitals with accents lost": [
    "NOM DE L'ELEVE;PRENOM DE L'ELEVE;DATE DE NAISS.\nTESTARD;XENA;2015-03-02\nABELARD;ODON;2015-04-02",
    ["TESTARD/XENA", "ABELARD/ODON"],
  ],
  pipes: ["| Nom | Prénom |\n|---|---|\n| Testard | Xéna |\n| Abélard | Odon |", ["Testard/Xéna", "Abélard/Odon"]],
  "numbers with a parenthesis": ["1) Xéna Testard\n2) Odon Abélard", ["Testard/Xéna", "Abélard/Odon"]],
  "JSON-like quotes": ["'Testard','Xéna'\n'Abélard','Odon'", ["Testard/Xéna", "Abélard/Odon"]],
  "the name of an account after each name": ["Xéna Testard (xena)\nOdon Abélard (odon)", TWO, { ordre: "prenom-nom" }],
  "a first name in parentheses": ["Testard (Xéna)\nAbélard (Odon)", TWO, { ordre: "nom-prenom" }],
  "letters before names": ["a. Testard, Xéna\nb. Abélard, Odon", TWO],
  "one thing a line": ["Nom : Testard\nPrénom : Xéna\nGroupe : 501\n\nNom : Abélard\nPrénom : Odon", TWO],
  "users and their role": ["Usager;Rôle\nXéna Testard;Élève\nOdon Abélard;Élève", TWO, { ordre: "prenom-nom" }],
  "particles in small letters before capitals": ["Léa de la FEINTE\nIlda Van den BERG", ["de la FEINTE/Léa", "Van den BERG/Ilda"]],
  "a first name that particles are too": ["Léo Ben FEINTE\nIlda FAUX", ["FEINTE/Léo Ben", "FAUX/Ilda"]],
  "a recipient without a name": [
    "Xéna Testard <x@exemple.ca>; <odon@exemple.ca>\n<w@exemple.ca>, Odon Abélard <o@exemple.ca> [mailto:o@exemple.ca]",
    ["Testard/Xéna", "odon@exemple.ca/", "w@exemple.ca/", "Abélard/Odon"],
    { ordre: "prenom-nom" },
  ],
  "what a portal draws beside names": ["XT\nXéna Testard\nÉlève\nOA\nOdon Abélard\nÉlève", TWO, { ordre: "prenom-nom" }],
  "the same, names first": ["XT\nTestard, Xéna (nouvelle élève)\nÉlève\nOA\nAbélard, Odon - absent\nÉlève", TWO],
  "first names that come back": ["Prénom\nLéa\nNoah\nLéa\nZoé\nLéa", ["Léa/", "Noah/", "Léa/", "Zoé/", "Léa/"]],
  "a family name under each first name": [
    "Feintek\nXéna\nFeintek\nOdon\nFeintek\nWanda",
    ["Feintek/", "Xéna/", "Feintek/", "Odon/", "Feintek/", "Wanda/"],
  ],
  "strokes on a line": ["Xéna Testard / Odon Abélard / Wanda Zénobe", THREE, { ordre: "prenom-nom" }],
  "an address under each name": ["Testard, Xéna\nx@exemple.ca\nAbélard, Odon\no@exemple.ca", TWO],
  "addresses in parentheses": ["Testard, Xéna (x@exemple.ca); Abélard, Odon (o@exemple.ca)", TWO],
  "a sentence, then names": ["Voici les élèves absents : Xéna Testard, Odon Abélard et Wanda Zénobe", THREE, { ordre: "prenom-nom" }],
  "groups over columns of names": ["Équipe A\tÉquipe B\tÉquipe C\nXéna Testard\tOdon Abélard\tWanda Zénobe", THREE, { ordre: "prenom-nom" }],
  "boxes to tick": ["[ ] Testard, Xéna\n[x] Abélard, Odon", TWO],
  "mentions after names": ["Testard, Xéna (nouvelle élève)\nAbélard, Odon (EHDAA)\nZénobe, Wanda - PI", THREE],
  "mentions in columns": ["Nom;Prénom\nTestard (TDAH);Xéna\nAbélard;Odon (parti)", TWO],
  "a date in words": ["Testard Xéna – 3 mars 2015\nAbélard Odon – 4 avril 2015", TWO, { ordre: "nom-prenom" }],
  "a wish, a team, a level": ["Bonne journée\nMaternelle\nTestard Xéna\nÉquipe B\nAbélard Odon", TWO, { ordre: "nom-prenom" }],
  "titles of another language": ["Cognome;Nome\nTestard;Xéna\nAbélard;Odon", TWO],
  "preferred names for some": ["Nom préféré;Prénom préféré;Nom légal;Prénom légal\n;;Testard;Xéna\nFaux;Ugo;Abélard;Odon", TWO],
  "the letters and numbers of a sheet": ["\tA\tB\tC\n1\tNom\tPrénom\tGr\n2\tTestard\tXéna\t501\n3\tAbélard\tOdon\t501", TWO],
  "a line of a PDF": ["1 Testard, Xéna 1234567 F 2015-03-02\n2 Abélard, Odon 1234568 M 2015-04-02", TWO],
  "one column of a PDF after the other": ["Nom\nTestard\nAbélard\nPrénom\nXéna\nOdon", TWO],
  "dots to a number, a line to sign": ["Testard, Xéna ........ 501\nAbélard, Odon ________", TWO],
  "curly quotes": ["“Testard”,“Xéna”\n«Abélard»,« Odon »", TWO, { ordre: "nom-prenom" }],
  "a school after each name": ["Testard Xéna (École des Feintes);Abélard Odon (École des Feintes)", TWO, { ordre: "nom-prenom" }],
  "whole names beside usual first names": ["Nom;Prénom usuel\nTestard, Xéna;Xé\nAbélard, Odon;Odon", TWO],
  "teachers, then pupils, as a portal shows them": ["Enseignants\nRita Feinte\nÉlèves\nXéna Testard\nOdon Abélard", TWO, { ordre: "prenom-nom" }],
  "who signs a message": ["Bonjour,\nTestard, Xéna\nAbélard, Odon\nMerci!\nRita Feinte\nSecrétaire d'école", TWO],
  "a message that is quoted": ["> Voici la liste\n>\n> Testard, Xéna\n> Abélard, Odon\n>\n> Bonne journée,\n> Rita Feinte", TWO],
  "numbers that count on several columns": ["1. Xéna Testard\t2. Odon Abélard\n3. Wanda Zénobe", THREE, { ordre: "prenom-nom" }],
  "numbers that count, half a page beside the other": [
    "1 Testard, Xéna 3 Zénobe, Wanda\n2 Abélard, Odon 4 Faux, Ugo",
    ["Testard/Xéna", "Zénobe/Wanda", "Abélard/Odon", "Faux/Ugo"],
  ],
  "numbers on one line": ["1. Xéna Testard, 2. Odon Abélard, 3. Wanda Zénobe", THREE, { ordre: "prenom-nom" }],
  "commas in columns drawn with spaces": [
    "Fiche     Nom, prénom       Sexe   Gr.\n1234567   Testard, Xéna     F      501\n1234568   Abélard, Odon     M      501\nTotal : 2",
    TWO,
  ],
  "as many tabs as it takes": ["Testard\t\tXéna\nAbélard-Faux\tOdon", ["Testard/Xéna", "Abélard-Faux/Odon"], { ordre: "nom-prenom" }],
  "a permanent code under each name": ["Testard, Xéna\nTESX12345678\nAbélard, Odon\nABEO12345678", TWO],
  "the end of a sentence, not an initial": [
    "1) Xéna Testard;\n2) Odon A.;\n3) Wanda Zénobe.",
    ["Testard/Xéna", "A./Odon", "Zénobe/Wanda"],
    { ordre: "prenom-nom" },
  ],
  "a word that goes on to the next line": ["Xéna Testard,\nOdon Abélard et\nWanda Zénobe", THREE, { ordre: "prenom-nom" }],
  "a colon before what is told": ["Xéna Testard : présente\nOdon Abélard : 3 mars", TWO, { ordre: "prenom-nom" }],
  "a letter that is a colon": ["Testard, Xéna\nFeintek, Iohserí:io\nAbélard, Odon", ["Testard/Xéna", "Feintek/Iohserí:io", "Abélard/Odon"]],
  "a middle initial": ["Prénom Nom\nXéna M. Testard\nOdon Abélard", ["Testard/Xéna M.", "Abélard/Odon"]],
  "a middle initial after": ["Nom et prénom\nTestard Xéna M.\nAbélard Odon", ["Testard/Xéna M.", "Abélard/Odon"]],
  "a role after each name": ["Testard Xéna (Élève)\nAbélard Odon (Élève)", TWO, { ordre: "nom-prenom" }],
  "no first name but a stroke": ["Nom;Prénom\nTestard;Xéna\nSolo;-", ["Testard/Xéna", "Solo/"]],
  "titles over several columns": ["\tIdentité\t\tRésultats\nFiche\tNom\tPrénom\tNote\n1\tTestard\tXéna\t80\n2\tAbélard\tOdon\t70", TWO],
  "whole names under « Nom », other words beside": ["Nom de l'enfant\tAllergies\nTestard, Xéna\tNoix\nAbélard, Odon\tAucune", TWO],
  "whole names with usual first names, other words beside": [
    "Nom de l'enfant\tAllergies\nLéa Testard\tNoix\nNoah Abélard\tAucune",
    ["Testard/Léa", "Abélard/Noah"],
    { ordre: "prenom-nom" },
  ],
  "whole names of pupils, then another person's": [
    "Élève\tNom\tPrénom\nXéna Testard\tTestard\tGuy\nOdon Abélard\tFaux\tIlda",
    TWO,
    { ordre: "prenom-nom" },
  ],
  "totals of several kinds": ["Nom\tPrénom\tRetards\nTestard\tXéna\t3\nAbélard\tOdon\t4\nSous-total\t\t7\nGrand total\t\t7", TWO],
  "an empty column between the name and the first name": ["Testard;;Xéna\nAbélard;;Odon", TWO, { ordre: "nom-prenom" }],
  "an apostrophe that protects text": ["'Testard\t'Xéna\n'Abélard\t'Odon", TWO, { ordre: "nom-prenom" }],
  "an apostrophe that is a name's": ["Nom;Prénom\n't Hooft;Xéna", ["'t Hooft/Xéna"]],
  "a permanent code in three parts": ["TESX 1553 0201 Testard Xéna\nAbélard Odon ABEO 150402 01", TWO, { ordre: "nom-prenom" }],
  "a date before": ["02/03/2015 Testard Xéna\n04/04/2015 Abélard Odon", TWO, { ordre: "nom-prenom" }],
  "an address before or after a dash": ["x@exemple.ca Xéna Testard\nOdon Abélard - o@exemple.ca", TWO, { ordre: "prenom-nom" }],
  "points for bullets": [". Testard Xéna\n_ Abélard Odon", TWO, { ordre: "nom-prenom" }],
  "who is greeted right above": ["Coucou Zoé\nEmma Testard\nNoah Abélard", ["Testard/Emma", "Abélard/Noah"]],
  "a colon between a name and a first name": ["Testard: Xéna\nAbélard : Odon\nZénobe:Wanda", THREE, { ordre: "nom-prenom" }],
  "a letter between a name and a first name": ["Abélard;M;Noah\nTestard;J;Léa\nZénobe;P;Zoé", ["Abélard/Noah", "Testard/Léa", "Zénobe/Zoé"]],
  "a letter beside whole names": ["Xéna Testard\tA\nOdon Abélard\tB", TWO, { ordre: "prenom-nom" }],
  "a letter for a family name": ["Léa;B\nLéa;T\nNoah;G", ["B/Léa", "T/Léa", "G/Noah"]],
  "titles of a PDF on one line, again at the next page": [
    "No Fiche Nom et prénom Sexe Naissance\n1 0412345 Testard, Xéna F 2015-03-02\n2 0412346 Abélard, Odon M 2015-04-02\n" +
      "3 0412347 Zénobe, Wanda F 2015-05-02\n4 0412348 Faux, Ugo M 2015-06-02\nPage 1 de 2\nNo Fiche Nom et prénom Sexe Naissance\n" +
      "5 0412349 De La Feinte, Zoé F 2015-07-02\nTotal : 5",
    [...THREE, "Faux/Ugo", "De La Feinte/Zoé"],
  ],
  "a name that goes on after its hyphen": ["Testard-\nFaux, Xéna\nAbélard, Jean-\nOdon", ["Testard-Faux/Xéna", "Abélard/Jean-Odon"]],
  "a day above": ["3 septembre 2026\nTestard, Xéna\nAbélard, Odon", TWO],
  "a year beside first names": ["Léa 2018\nNoah 2019\nZoé 2018", ["Léa/", "Noah/", "Zoé/"]],
  "what a portal draws, under its titles": [
    "Membres\nNom\nPoste\nRôle\nXT\nXéna Testard\nÉlève\nOA\nOdon Abélard\nÉlève\nWZ\nWanda Zénobe\nÉlève\nUF\nUgo Faux\nÉlève",
    ["Poste/", "Rôle/", ...THREE, "Faux/Ugo"],
    { ordre: "prenom-nom" },
  ],
  "one thing a line, whole names": ["Mère : Rita Feinte\nÉlève : Testard, Xéna\nMère : Ilda Faux\nÉlève : Abélard, Odon", TWO],
  "a team's words before a name": ["Équipe Bleue: Xéna\nÉquipe Rouge: Odon", ["Équipe Bleue: Xéna/", "Équipe Rouge: Odon/"]],
  "a parent's word before a name": ["Mère : Rita Feinte\nPère : Guy Faux", ["Mère : Rita Feinte/", "Père : Guy Faux/"]],
  "several first names after a label": ["Enseignante : Rita Feinte\nÉlèves : Léa, Noah, Zoé", ["Léa/", "Noah/", "Zoé/"]],
  "a year after a whole name": ["Léa Roy 2018\nNoah Bah\nZoé Côté", ["Roy/Léa", "Bah/Noah", "Côté/Zoé"]],
  "words for the pupils, in the plural": ["Nos élèves\nXéna Testard\nOdon Abélard", TWO, { ordre: "prenom-nom" }],
  "several whole names after each label": [
    "Élèves : Xéna Testard, Odon Abélard\nÉlèves : Wanda Zénobe, Ugo Faux",
    ["Testard/Xéna", "Abélard/Odon", "Zénobe/Wanda", "Faux/Ugo"],
    { ordre: "prenom-nom" },
  ],
  "three numbers before": ["1 0412345 041 Testard, Xéna\n2 0412346 041 Abélard, Odon", TWO],
  "a hyphen that a cell ends with": ["Nom;Prénom\nTestard;Jean-\nAbélard;Odon", ["Testard/Jean-", "Abélard/Odon"]],
  "hyphens after all": ["Léa-\nNoah-\nZoé", ["Léa-/", "Noah-Zoé/"]],
  "a family name that begins as a title cut short": ["St Onge, Xéna\nAbélard, Odon", ["St Onge/Xéna", "Abélard/Odon"]],
  "hollow bullets": ["o Testard, Xéna\no Abélard, Odon", TWO],
  "letters that a PDF joins": ["Testard, So\ufb01a\nAbélard, Odon", ["Testard/Sofia", "Abélard/Odon"]],
  "a mention in capitals after a name": [
    "Léa Roy\nZoé Côté TSA\nNoah Bah\nEmma Dubé\nJP Girard",
    ["Roy/Léa", "Côté TSA/Zoé", "Bah/Noah", "Dubé/Emma", "Girard/JP"],
  ],
  "a role beside each name": [
    "Haddad, Nayla\tÉtudiant\nDiallo, Zayn\tÉtudiant\nBenali, Aya\tÉtudiante",
    ["Haddad/Nayla", "Diallo/Zayn", "Benali/Aya"],
  ],
  "who answers before the pupil": [
    "Horodateur,Votre prénom et votre nom,Prénom et nom de votre enfant\n2026-09-01,Rita Feinte,Xéna Testard\n2026-09-01,Guy Faux,Odon Abélard",
    TWO,
  ],
  "a sponsor before the pupil": ["Nom du parrain;Nom de l'élève;Prénom de l'élève\nFaux, Léa;Testard;Xéna\nFeinte, Zoé;Abélard;Odon", TWO],
  "an age after a comma": ["Léa Roy, 11 ans\nZoé Côté, 12 ans\nNoah Bah, 11 ans", ["Roy/Léa", "Côté/Zoé", "Bah/Noah"]],
  "a record number glued to the name": ["1234567Testard, Xéna\n1234568Abélard, Odon", TWO],
  "a permanent code glued to the name": ["TESX01010101Testard, Xéna\nABEO01010102Abélard, Odon", TWO],
  "several things a line": ["Nom : Testard  Prénom : Xéna\nNom : Abélard  Prénom : Odon", TWO],
  "several things a line, parted by tabs": ["Nom :\tTestard\tPrénom :\tXéna\nNom :\tAbélard\tPrénom :\tOdon", TWO],
  "numbers with a hole": ["1. Testard, Xéna 2. Abélard, Odon 4. Zénobe, Wanda", THREE],
  "a title set over other columns": ["\t\tContacts\nNom\tPrénom\tTéléphone\nTestard\tXéna\t418 555-0101\nAbélard\tOdon\t418 555-0102", TWO],
  "a family that a title is too": ["Nom\tPrénom\nParent\t\nTestard\tXéna\nAbélard\tOdon", ["Parent/", ...TWO]],
  "the foot of a page, in capitals": ["TESTARD, XÉNA\nPAGE SUIVANTE\nABÉLARD, ODON", ["TESTARD/XÉNA", "ABÉLARD/ODON"]],
  "pairs in quotes on one line": ['"Testard, Xéna", "Abélard, Odon", "Zénobe, Wanda"', THREE],
  "pairs that bullets part": ["Testard, Xéna • Abélard, Odon • Zénobe, Wanda", THREE],
  "pairs that strokes part": ["Testard, Xéna / Abélard, Odon / Zénobe, Wanda", THREE],
  "bullets on one line": ["• Xéna Testard • Odon Abélard • Wanda Zénobe", THREE, { ordre: "prenom-nom" }],
  "dashes on one line": ["- Xéna Testard - Odon Abélard - Wanda Zénobe", THREE, { ordre: "prenom-nom" }],
  "plus signs on one line": ["Xéna Testard + Odon Abélard + Wanda Zénobe", THREE, { ordre: "prenom-nom" }],
  "numbers with a dash on one line": ["1-Xéna Testard 2-Odon Abélard 3-Wanda Zénobe", THREE, { ordre: "prenom-nom" }],
  "a comma before « et »": ["Xéna Testard, Odon Abélard, et Wanda Zénobe", THREE, { ordre: "prenom-nom" }],
  "lines that a PDF joins with a space": ["Testard, Xéna Abélard, Odon Zénobe, Wanda", THREE, { facon: "noms" }],
  "a bullet between the name and the first name": ["Testard • Xéna\nAbélard • Odon", TWO, { ordre: "nom-prenom" }],
  "a label that counts before each": ["Élève 1: Testard, Xéna\nÉlève 2: Abélard, Odon\nÉlève 3: Zénobe, Wanda", THREE],
  "a label and a dash before each": ["Élève 1 - Xéna Testard\nÉlève 2 - Odon Abélard", TWO, { ordre: "prenom-nom" }],
  "a letter lost in the titles": ["Nom;Pr\ufffdnom\nTestard;Xéna\nAbélard;Odon", TWO],
  "a letter read as two in the titles": ["NOM;PRÃ‰NOM\nTestard;Xéna\nAbélard;Odon", TWO],
  "a question mark for a letter of the titles": ["Nom;Pr?nom\nTestard;Xéna\nAbélard;Odon", TWO],
  "one cell a line, as from a telephone": ["Nom\nPrénom\nTestard\nXéna\nAbélard\nOdon\nZénobe\nWanda", THREE],
  "one cell a line, with numbers and groups": ["No\n\nNom\n\nPrénom\n\nGr.\n\n1\n\nTestard\n\nXéna\n\n501\n\n2\n\nAbélard\n\nOdon\n\n501", TWO],
  "one thing a row, in two cells": ["Nom\tTestard\nPrénom\tXéna\n\nNom\tAbélard\nPrénom\tOdon", TWO],
  "a record number in brackets": ["[0412345] Testard, Xéna\n[0412346] Abélard, Odon", TWO],
  "a record number after its word and a colon": ["Fiche: 0412345 Testard, Xéna\nFiche: 0412346 Abélard, Odon", TWO],
  "the name of an account before": ["e0412345 Testard, Xéna\nE-0412346 Abélard, Odon", TWO],
  "pictures before": ["✔ Testard, Xéna\n✖ Abélard, Odon\n👧 Zénobe, Wanda", THREE],
  "a box after a bullet": ["- [ ] Testard, Xéna\n- [x] Abélard, Odon", TWO],
  "marks and amounts after": ["Testard, Xéna 82 %\nAbélard, Odon 77 %\nZénobe, Wanda 12,50 $", THREE],
  "stars and signs after": ["Testard, Xéna *\nAbélard, Odon ✓\nZénobe, Wanda 🎂", THREE],
  "an age or a birth after": ["Testard, Xéna 11 ans\nAbélard, Odon né le 2015-04-02\nZénobe, Wanda née le 3 mars 2015", THREE],
  "pupils counted whose names begin as months do": ["2 Maillet, Avril\n3 Marsolais, Mai", ["Maillet/Avril", "Marsolais/Mai"]],
  "a day without its year above": ["3 septembre\nTestard, Xéna\nAbélard, Odon", TWO],
  "what sums up the marks": ["Nom\tPrénom\tNote\nTestard\tXéna\t85\nAbélard\tOdon\t77\nÉcart-type\t\t4\nMédiane\t\t81\nMinimum\t\t77", TWO],
  "the name of a group of pupils above": ["Conseil d’élèves\nXéna Testard\nOdon Abélard", TWO, { ordre: "prenom-nom" }],
  "a group in words beside, without titles": [
    "Testard\tXéna\tGr. 501\nAbélard\tOdon\tGr. 501\nZénobe\tWanda\tGr. 502",
    THREE,
    { ordre: "nom-prenom" },
  ],
  "a bus before names in quotes": [
    '1,Bus 1,"TESTARD, Xéna"\n2,Bus 2,"ABÉLARD, Odon"\n3,Bus 3,"ZÉNOBE, Wanda"',
    ["TESTARD/Xéna", "ABÉLARD/Odon", "ZÉNOBE/Wanda"],
  ],
  "a colon between the titles too": ["Nom : Prénom\nTestard : Xéna\nAbélard : Odon", TWO],
  "a record number in parentheses under each name": ["TESTARD, Xéna\n(0412345)\nABÉLARD, Odon\n(0412346)", ["TESTARD/Xéna", "ABÉLARD/Odon"]],
  "users beside who meets them": ["Dossier\tUsager\tIntervenant\n1\tTestard, Xéna\tFeinte, Rita\n2\tAbélard, Odon\tFaux, Guy", TWO],
  "titles as long as a question": [
    "Nom de famille de l'élève (comme à l'acte de naissance);Prénom de l'élève (comme à l'acte de naissance)\nTestard;Xéna\nAbélard;Odon",
    TWO,
  ],
  "a sentence whose commas part it above": ["Voici, comme demandé, les élèves de mon groupe\nTestard, Xéna\nAbélard, Odon", TWO],
  "quotes that say the same as above": ['Nom\tPrénom\nTestard\tXéna\n"\tOdon\n"\tWanda', ["Testard/Xéna", "/Odon", "/Wanda"]],
  "a line that ends within quotes": ['"Nom\n"\tPrénom\nTestard\tXéna\n"Abélard\n"\tOdon', TWO],
  "an answer beside the name": ["Nom de l'enfant\tMon enfant participe\nXéna Testard\tOui\nOdon Abélard\tNon", TWO, { ordre: "prenom-nom" }],
  "an answer beside the name, of one column": ["Nom de l'élève\tÉlève HDAA\nTestard, Xéna\tNon\nAbélard, Odon\tOui", TWO],
  "an answer before the name": ["Mon enfant participe\tNom complet\nOui\tTestard, Xéna\nNon\tAbélard, Odon", TWO],
  "who comes for the pupil": [
    "Nom de votre enfant\tQui viendra chercher votre enfant?\nLéa Testard\tRita Feinte\nNoah Abélard\tGuy Faux",
    ["Testard/Léa", "Abélard/Noah"],
  ],
  "whom the pupil chose, before the pupil": [
    "L'élève veut être avec\tÉlève\nRita Feinte\tLéa Testard\nGuy Faux\tNoah Abélard",
    ["Testard/Léa", "Abélard/Noah"],
  ],
  "initials for a first name": ["Prénom et nom\nJ.-F. Testard\nM.-È. Abélard\nL. Zénobe", ["Testard/J.-F.", "Abélard/M.-È.", "Zénobe/L."]],
  "initials for a family": ["Prénom et nom\nThi Mai N.\nLéa G. T.\nXéna T.", ["N./Thi Mai", "G. T./Léa", "T./Xéna"]],
  "families that are words of titles, under titles": [
    "Nom\tPrénom\nParent\tXéna\nGroupe\tOdon\nPère\tWanda\nNom\tUgo",
    ["Parent/Xéna", "Groupe/Odon", "Père/Wanda", "Nom/Ugo"],
  ],
  "families that are words of a list, without titles": [
    "Parent, Léa\nParent, Noah\nFrançais, Zoé\nTestard, Emma",
    ["Parent/Léa", "Parent/Noah", "Français/Zoé", "Testard/Emma"],
  ],
  "a family called Nom, one thing a line": ["Nom : Nom\nPrénom : Xéna\nNom : Abélard\nPrénom : Odon", ["Nom/Xéna", "Abélard/Odon"]],
  "labels with an equals sign": ["nom=Testard; prenom=Xéna\nnom=Abélard; prenom=Odon", TWO],
  "labels of an address": ["nom_eleve=Testard&prenom_eleve=Xéna\nnom_eleve=Abélard&prenom_eleve=Odon", TWO],
  "quotes around each line": ["« Testard, Xéna »\n« Abélard, Odon »", TWO],
  "stars around each name": ["* **Testard, Xéna**\n* **Abélard, Odon**", TWO],
  "numbers under « N », a letter that contacts have too": ["N;Nom;Prénom\n1;Testard;Xéna\n2;Abélard;Odon", TWO],
  "one's own class above": ["Ma classe\nXéna Testard\nOdon Abélard", TWO, { ordre: "prenom-nom" }],
  "one's own class above, with its year": ["Ma classe 2026-2027\nTestard, Xéna\nAbélard, Odon", TWO],
  "the class of somebody above": ["Classe de Rita\nXéna Testard\nOdon Abélard", TWO, { ordre: "prenom-nom" }],
  "parents after a label, below each": [
    "Léa Testard\nParents : Rita Feinte, Guy Testard\nNoah Abélard\nParents : Ilda Feinte et Luc Abélard",
    ["Testard/Léa", "Abélard/Noah"],
  ],
  "a level in words beside names with commas": ["Testard, Xéna\t2e année\nAbélard, Odon\t1re année", TWO],
  "a hyphen that Word keeps within its line": ["Nom\tPrénom\nTestard\u2011Faux\tXéna\nAbélard\tOdon", ["Testard-Faux/Xéna", "Abélard/Odon"]],
  "a school's column": ["École;Nom légal;Prénom usuel\nÉcole des Feintes;Testard;Xéna\nÉcole des Feintes;Abélard;Odon", TWO],
};
for (const [name, [list, expected, settings]] of Object.entries(LISTS)) test(`${name}`, () => assert.deepEqual(pupils(list, settings), expected));

test("a number that a spreadsheet protects is bare", () =>
  assert.deepEqual(
    read('Nom;Prénom;Groupe\nTestard;Xéna;="041"').eleves.map(({ groupe }) => groupe),
    ["041"],
  ));

// What looks for words in a cell takes time in the square of its length: no cell is longer than a few names.
const LONG = ['"', "😀", "[mailto:", " ", " - ", "a et "];
for (const sign of LONG)
  test(`a line of ${JSON.stringify(sign)} without end is cut`, () => {
    const list = `Testard Xéna\nx${sign.repeat(40_000 / sign.length)}x`;
    const cells = ["\t", ";", ","].flatMap((sep) => Classe.lignes.couper(list, sep).rows.flat());
    assert.ok(cells.length > 2 && cells.every((cell) => cell.length <= 300));
    assert.ok(read(list).eleves.length > 0);
  });

// What is tried again from each of these signs would not be read in hours.
const BLANK = " ".repeat(400_000);
for (const line of [`${BLANK}x`, `${BLANK}x: y`, `x:${BLANK}y`, `x${BLANK}: y`, `x:${"\n".repeat(400_000)}y`])
  test(`a list that is nearly all blank is read: ${line.replace(/\s{9,}/, "…")}`, () => assert.ok(read(`Testard Xéna\n${line}`).eleves.length > 0));

// Nor would the empty cells that a spreadsheet writes for columns that were once in use, or a long value of a record.
const EMPTY = [...";,|"].map((sign) => `Testard Xéna\n${sign.repeat(400_000)}`);
for (const list of [...EMPTY, `Nom : Testard\nNom : Feinte ${"a,".repeat(20_000)}`])
  test(`signs that part nothing are read: ${list.slice(0, 30)}…`, () => assert.ok(read(list).eleves.length > 0));

// Nor would as many columns as letters, or signs piled upon one letter, which a field takes minutes to draw as well.
for (const [name, line, sentence] of [
  ["columns", "x\t".repeat(200_000), /colonnes, et la page en prend au plus 100\u00a0: rien n’a été lu/],
  ["signs on one letter", `x${"\u0316\u0301".repeat(200_000)}`, /^Ce texte empile des accents/],
])
  test(`${name} without end are refused`, () => assert.match(read(`Testard\tXéna\n${line}`).refus, sentence));

// Far beyond what is taken, a list is refused before it is read in several ways: the tab must answer, on a telephone too.
for (const [name, list, sentence] of [
  ["columns", "a\t".repeat(200_000), "La liste a 200\u00a0000\u00a0colonnes"],
  ["columns between commas", "a,".repeat(200_000), "La liste a 200\u00a0000\u00a0colonnes"],
  ["lines", "ab\n".repeat(160_000), "La liste a 160\u00a0000\u00a0lignes"],
  ["lines below titles", `Nom,Prénom\r\n${"Testard,Xéna\r\n".repeat(30_000)}`, "La liste a 30\u00a0000\u00a0lignes"],
])
  test(`a list of ${name} without end is not looked through`, () => {
    const before = process.cpuUsage();
    assert.ok(read(list).refus.startsWith(sentence));
    const { user, system } = process.cpuUsage(before);
    assert.ok(user + system < 600_000, `${user + system} µs`);
  });

// Nor would what surrounds a name: it is peeled from a row of many columns too, which is as long as they are together.
const ENDLESS = [" ", "gr ", "gr 1 ", "(1", "[a 1", "\u0301", "…", "a", ";", " - ", "a.b@c ", "1. "];
for (const sign of ENDLESS)
  test(`a name amid ${JSON.stringify(sign)} without end is read`, () => {
    const text = sign.repeat(60_000 / sign.length);
    for (const cell of [`${text}é`, `Xéna Testard ${text}!`, `Xéna Testard ${text}`]) assert.ok(Classe.noms.nu(cell).coeur.length > 0);
  });
