// What a query is taken for, before anything is looked for.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./sources.mjs";

const { cleaned, parse, plan, edits, nearest, stem, tolerance, Vocabulary } = load(
  "cleaned",
  "parse",
  "plan",
  "edits",
  "nearest",
  "stem",
  "tolerance",
  "Vocabulary",
);

function known(...words) {
  const vocabulary = new Vocabulary();
  for (const word of words) vocabulary.add(word);
  return vocabulary;
}

const words = (query, vocabulary) => plan(query, vocabulary).map(({ word }) => word);
const stems = (query, vocabulary) => plan(query, vocabulary).map((term) => Object.fromEntries(term.stems));

const CLEANED = [
  ["  photo   élève ", "photo élève"],
  ['"médias sociaux" photo', "+médias +sociaux photo"],
  ['photo "médias sociaux', "photo médias sociaux"],
  ["art 5,9 5.9. ..5", "art 5 9 5.9 .5"],
  ["-photo,video +élève", "-photo -video +élève"],
  ["cour* photo~1 école^2 a\\b", "cour photo école ab"],
  ["« » ? … + - * ~ ^", ""],
  ["T.E.S. S.D.G, l'O.P.P. +C.É. t.e.s", "TES SDG l'OPP +CÉ TES"],
  ["p.ex. fin. a. b. 5.9. s.5.9", "p ex fin a b 5.9 s.5.9"],
  ["wi-fi titre:photo <b>zz</b>", "wi-fi titre photo <b>zz< b>"],
];
for (const [query, words] of CLEANED) test(`${query} is looked for as « ${words} »`, () => assert.equal(cleaned(query), words));

test("a query is cut into words", () => {
  const found = parse("+l’élève -photo école", known("élève", "photo", "école"));
  assert.deepEqual(found, [
    { word: "élève", folded: "eleve", presence: "+" },
    { word: "photo", folded: "photo", presence: "-" },
    { word: "école", folded: "ecole", presence: "" },
  ]);
});

test("small words as one writes them in a message are dropped", () =>
  assert.deepEqual(words("jsuis prof jpeux photo koi", known("photo", "prof")), ["prof", "photo"]));

test("a plural also stands for what says the same as its singular", () =>
  assert.deepEqual(stems("applis", known("application")), [{ applic: 0.25 }]));

test("stop words are dropped, unless there is nothing else", () => {
  const vocabulary = known("photo", "sans");
  assert.deepEqual(words("est-ce que je peux prendre une photo", vocabulary), ["prendre", "photo"]);
  assert.deepEqual(words("sans", vocabulary), ["sans"]);
});

test("a compound is one word where the index joins it, its parts otherwise", () => {
  assert.deepEqual(words("plate-forme", known("plateforme")), ["plate-forme"]);
  assert.deepEqual(words("porte-voix", known("porte", "voix")), ["porte", "voix"]);
});

test("the name of a clause is one word", () => {
  const [term] = plan("annexe A", known("annexe"));
  assert.deepEqual([term.word, term.anchor, Object.fromEntries(term.stems)], ["annexe A", "annexe-a", { "annexe-a": 1 }]);
});

test("neighbours also stand for the word that they make together", () => {
  assert.deepEqual(
    stems("class dojo", known("ClassDojo", "classe")),
    [{ class: 1, classdojo: 1 }, { classdojo: 1 }].map((one) => ({ ...one })),
  );
});

test("only the last word is completed, or one found nowhere", () => {
  const vocabulary = known("caméra", "caméraman", "école");
  assert.deepEqual(stems("caméra", vocabulary), [{ cameraman: 0.4, camera: 1 }]);
  assert.deepEqual(stems("caméra école", vocabulary)[0], { camera: 1 });
  assert.deepEqual(stems("caméram école", vocabulary)[0], { cameraman: 0.4 });
});

test("a typing error is allowed only in a word found nowhere", () => {
  const vocabulary = known("main", "courante");
  assert.deepEqual(stems("main", vocabulary), [{ main: 1 }]);
  assert.deepEqual(stems("corante", vocabulary), [{ cour: 0.7 }]);
});

test("short words and numbers allow no error, long ones two", () => {
  assert.deepEqual(["fin", "2026-01", "photo", "nétiquette"].map(tolerance), [0, 0, 1, 2]);
});

test("edits counts letters added, dropped, changed and swapped", () => {
  assert.equal(edits("photo", "photo", 2), 0);
  assert.equal(edits("photo", "phoot", 2), 1);
  assert.equal(edits("photo", "phto", 2), 1);
  assert.equal(edits("photo", "photos", 2), 1);
  assert.equal(edits("photo", "pholo", 2), 1);
  assert.equal(edits("photo", "images", 2), Infinity);
  assert.equal(edits("photo", "photographie", 2), Infinity);
});

test("edits is the same both ways", () => {
  const all = ["garder", "gadrer", "garderie", "regarder", "carder", "garde"];
  for (const one of all) for (const other of all) assert.equal(edits(one, other, 2), edits(other, one, 2), `${one} ${other}`);
});

test("a word heard as another is nearer than one that an error makes", () => {
  const vocabulary = known("photo", "sortie", "mot", "moto", "chien", "message");
  for (const [typed, stems] of Object.entries({
    foto: ["photo"],
    fotto: ["photo"],
    motto: ["moto"],
    chyen: ["chien"],
    kien: [],
    fo: [],
    mesaje: [stem("message")],
  }))
    assert.deepEqual(nearest(typed, vocabulary), stems, typed);
});

test("two errors do not make another word", () => {
  assert.deepEqual(nearest("garderie", known("garder")), []);
  assert.equal(nearest("gadrer", known("garder")).length, 1);
});

test("an error makes no other word, nor a small one", () => {
  for (const [typed, other] of [
    ["uniforme", "informe"],
    ["assemblee", "rassemble"],
    ["mars", "pars"],
    ["carte", "ecarte"],
    ["ferie", "serie"],
  ])
    assert.deepEqual(nearest(typed, known(other)), [], typed);
  for (const small of ["mais", "dans"]) assert.deepEqual(nearest(small.replace(/.$/, "t"), known(small)), [], small);
  for (const [typed, meant] of [
    ["acebook", "facebook"],
    ["bacebook", "facebook"],
  ])
    assert.equal(nearest(typed, known(meant)).length, 1, typed);
});

test("what is required or excluded says so", () => {
  assert.deepEqual(
    plan("+photo -école", known("photo", "école")).map(({ presence }) => presence),
    ["+", "-"],
  );
});

test("a query of signs is nothing", () => assert.deepEqual(plan("« » ? …", known("photo")), []));

test("a word also stands for those that say the same, if the index has them", () => {
  const vocabulary = known("parent", "mère", "élève");
  assert.deepEqual(stems("mère élève", vocabulary), [{ parent: 0.25, mer: 1 }, { elev: 1 }]);
  assert.deepEqual(stems("maman élève", vocabulary)[0], { parent: 0.25, mer: 0.25 });
});

const CLAUSES = ["art-2", "art-3", "art-4-5", "art-5-3", "art-5-5-3", "art-5-9", "art-3-b", "annexe-1", "annexe-2", "annexe-a", "annexe-a-3"];
const NUMBERED = {
  "art-5-5-3": ["5,5,3", "5 5 3", "5-5-3", "art 5,5,3", "règle 5.5.3", "larticle 5.5.3"],
  "art-5-9": [
    "n°5.9",
    "§5.9",
    "no 5.9",
    "point 5.9",
    "clauses 5.9",
    "art5.9",
    "5.9 A",
    "s.5.9",
    "s5.9",
    "sect. 5.9",
    "para 5.9",
    "parag. 5.9",
    "al. 5.9",
    "#art-5-9",
  ],
  "art-2": ["§2", "§ 2", "clause 2", "section 2", "Chapitre 2"],
  "art-4-5": ["4-5", "4-5 élèves"],
  "art-3-b": ["point 3 sous-paragraphe b", "3 paragraphe b", "3 sous-alinéa b)"],
  "annexe-1": ["annexe I", "annexe i", "annexe 1"],
  "annexe-2": ["annexe II"],
  "annexe-a": ["annexea", "AnnexeA", "anexe a", "lannexe a", "ann. a"],
  "annexe-a-3": ["annexe a 3", "annexe a-3", "annexe A3", "annexe a, point 3"],
  undefined: ["4-5 ans", "4,5 heures", "2 parents", "2e année", "6a"],
};
for (const [anchor, queries] of Object.entries(NUMBERED))
  for (const query of queries)
    test(`« ${query} » names ${anchor}`, () => {
      const vocabulary = known("annexe", "article", "ans", "parents", "élèves");
      for (const clause of CLAUSES) vocabulary.anchors.add(clause);
      assert.equal(`${plan(cleaned(query), vocabulary)[0].anchor}`, anchor);
    });

// A number alone is a clause's after the whole name of a text, or what stands for it, unless it counts or is part of a date.
const AFTER_TEXT = {
  "art-2": ["note de service 2", "la note de service, 2", "ABC 2", "notes de service 2.0"],
  undefined: ["service 2", "note 2", "note de service élève 2", "note de service 2 jours", "note de service 2 avril"],
};
for (const [anchor, queries] of Object.entries(AFTER_TEXT))
  for (const query of queries)
    test(`« ${query} » names ${anchor} of a text`, () => {
      const vocabulary = known("note", "service", "jours", "avril", "élève", "abc");
      vocabulary.anchors.add("art-2");
      vocabulary.addText("Note de service (ABC)");
      assert.equal(`${plan(cleaned(query), vocabulary).find((term) => term.anchor)?.anchor}`, anchor);
    });

const GLUED = [
  ["photoélève", ["photo", "élève"]],
  ["photosélève", ["photos", "élève"]],
  ["profphoto", ["prof", "photo"]],
  ["loi25", ["loi", "25"]],
  ["13ans", ["13", "ans"]],
  ["leleve", ["eleve"]],
  ["quelève", ["elève"]],
  ["cetélève", ["élève"]],
  // What the index has, in whole, by its beginning or with one typing error, is one word; what has a word in it only by chance too.
  ["photoélèves", ["photoélèves"], "photoélèves"],
  ["photoélève", ["photoélève"], "photoélèvegramme"],
  ["photoélève", ["photoélève"], "photosélève"],
  ["élevage", ["élevage"], "âge"],
  ["desloi", ["desloi"]],
  ["ancienneté", ["ancienneté"], "ancienne"],
  ["dépasse", ["dépasse"], "passe"],
  ["quil photo", ["photo"]],
  ["lautre photo", ["photo"], "autre"],
  ["25e", ["25e"]],
  ["C12", ["C12"]],
  // Three words or more, small ones between them; the ends are never small ones, and a word alone with small ones is by chance.
  ["photoclasseélève", ["photo", "classe", "élève"], "classe"],
  ["photosdesélèves", ["photos", "élèves"]],
  ["photodeleve", ["photo", "eleve"], "lève"],
  ["motdepassedelélève", ["mot", "passe", "élève"], "mot", "passe"],
  ["photodesloiélève", ["photo", "desloi", "élève"], "desloi", "loiélève"],
  ["photodesur", ["photodesur"]],
  ["motloi", ["motloi"], "mot"],
  ["photoélèvesur", ["photoélèvesur"]],
  ["surphotodesur", ["surphotodesur"]],
];
for (const [query, expected, ...more] of GLUED)
  test(`« ${query} » is ${expected.join(" and ")}${more.length ? `, if there is « ${more} »` : ""}`, () =>
    assert.deepEqual(words(query, known("photo", "élève", "loi", "ans", "enseignant", ...more)), expected));

const CONJUGATED = {
  supprimer: ["supprimons", "supprimions", "supprimerai", "supprimerais", "supprimerons", "supprimeront", "supprimerai-je"],
  photographier: ["photographions", "photographiiez"],
  effacer: ["effaçons"],
  partager: ["partageons"],
  choisir: ["choisissons", "choisirai"],
  consentir: ["consentons", "consentirai"],
  transmettre: ["transmettrons", "transmettons"],
  vider: ["vidons", "viderai"],
  détruire: ["détruisons", "détruirai", "détruisez", "détruis", "détruisait"],
  écrire: ["écrivons", "écrivais", "écrivez"],
  envoyer: ["enverrai", "enverrons", "envoyons"],
  mettre: ["mettrai", "mettons"],
  prendre: ["prenons", "prendrai", "prenais"],
  prévenir: ["préviendrai", "prévenons"],
};
for (const [infinitive, forms] of Object.entries(CONJUGATED))
  test(`${forms.join(", ")} are looked for as ${infinitive}`, () => {
    const vocabulary = known(...Object.keys(CONJUGATED), "conventions", "photo");
    for (const form of forms) assert.deepEqual(stems(`${form} photo`, vocabulary), stems(`${infinitive} photo`, vocabulary), form);
  });

test("the form of a verb that the index has by another form only is that verb's", () =>
  assert.deepEqual(stems("validons photo", known("validé", "photo"))[0], { valid: 1 }));

test("a plural is no form of a verb where the index has it, or has no such verb", () => {
  assert.deepEqual(stems("jetons photo", known("jeton", "jeter", "photo"))[0], { jeton: 1 });
  assert.deepEqual(stems("mentions photo", known("mention", "mentir", "photo"))[0], { mention: 1 });
  assert.deepEqual(stems("cartons photo", known("carte", "photo"))[0], {});
});

test("the beginning of a text's name stands for it before a clause, and nowhere else", () => {
  const vocabulary = known("directive", "direct", "photo");
  vocabulary.anchors.add("art-5-9");
  vocabulary.addText("Directive");
  assert.deepEqual(stems("direct. 5.9", vocabulary)[0], { directif: 1 });
  assert.deepEqual(stems("direct photo", vocabulary)[0], { direct: 1 });
});

test("a number of things is no clause, after a clause either", () => {
  const vocabulary = known("article", "articles", "jours", "enseignants");
  for (const clause of CLAUSES) vocabulary.anchors.add(clause);
  const named = (query) => plan(cleaned(query), vocabulary).filter(({ anchor }) => anchor).length;
  assert.equal(named("articles 2 et 3"), 2);
  for (const query of ["article 2 et 3 jours", "article 2 et 3 enseignants", "article 2 et A"]) assert.equal(named(query), 1, query);
});
