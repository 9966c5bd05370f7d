// The sources of the search as the build joins them, for tests that run in Node.js without a page nor a browser.
import { readdirSync, readFileSync } from "node:fs";
import { compileFunction } from "node:vm";

const ROOT = new URL("../../", import.meta.url);
const FOLDER = new URL("overrides/assets/recherche/", ROOT);

const script = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".js"))
  .sort()
  .map((name) => readFileSync(new URL(name, FOLDER), "utf8"))
  .join("\n");
const days = readFileSync(new URL("overrides/composants/commun/jours.js", ROOT), "utf8");

// `make couverture` knows the search by this name, and its files by their order after these first words (tools/script_coverage.py).
const NAME = "recherche-assemblee.js";

function run(after, site, documents) {
  let hear;
  const scope = { addEventListener: (_, listener) => (hear = listener) };
  compileFunction(days, ["window"])(scope);
  const returned = compileFunction(`"use strict";${script}${after}`, ["self", "SITE", "DOCUMENTS"], { filename: NAME })(scope, site, documents);
  return { returned, scope, hear };
}

/** Groups of words that are typed for one another. */
export const SYNONYMES = [
  ["parent", "mère", "maman"],
  ["élève", "enfant"],
  ["enseignant", "prof"],
  ["application", "appli", "app", "outil"],
  ["destruction", "supprimer"],
];

/** What the build knows of the rules' answers, where a test has no need of it. */
export const NOTHING = { verdicts: {}, publics: {}, moyens: [], situations: {}, lettres: {}, references: {}, synonymes: SYNONYMES };

/** The functions of these names, which nothing publishes. */
export function load(...names) {
  return run(`\nreturn { ${names.join(", ")} };`, NOTHING, []).returned;
}

/** The worker on the given documents: what it answers to a query. */
export function worker(documents, site = NOTHING) {
  const { scope, hear } = run("", site, documents);
  return (query, most = 100) => {
    let said;
    scope.postMessage = (message) => (said = message);
    hear({ data: { query, most } });
    return structuredClone(said);
  };
}

/** A document of the index. */
export function section(location, title, text = "", mots = []) {
  return [location, title, text, mots];
}

/** The lines of the results of an answer, in order: each head, then its sections. */
export function lines({ results }) {
  return results.flatMap(({ head, best, more }) => [head, ...best, ...more]);
}

/** The places of what a worker answers, in order, without the folder of the texts. */
export function places(reply) {
  return lines(reply).map(({ location }) => location.replace("encadrements/", ""));
}
