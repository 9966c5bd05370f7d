// The scripts that read a class list, in the order in which the page loads them, for tests that run in Node.js without a page.
import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";

const ROOT = new URL("../../", import.meta.url);
const PARSER = "overrides/assets/javascripts/papaparse/papaparse.min.js";
const FILES = [
  "commun/mots",
  "commun/octets",
  "classe/lecture-mots",
  "classe/lecture-foyers",
  "classe/lecture-lignes",
  "classe/lecture-noms",
  "classe/lecture-statuts",
  "classe/lecture-colonnes",
];
const SCRIPTS = [PARSER, ...[...FILES, "classe/verification", "classe/liste"].map((name) => `overrides/composants/${name}.js`)];

const context = createContext({ TextDecoder, window: {} });
for (const path of SCRIPTS) runInContext(readFileSync(new URL(path, ROOT), "utf8"), context);

export const { Classe, Octets } = context.window;

/** What a list was read as, as plain values of this side. */
export const read = (text, settings) => JSON.parse(JSON.stringify(Classe.liste.lire(text, settings)));

/** The pupils of a list, each as « nom/prénom ». */
export const pupils = (text, settings) => (read(text, settings).eleves ?? []).map(({ nom, prenom }) => `${nom}/${prenom}`);

/** The bytes of a case, and its text in UTF-8. */
export const bytes = (name) => new Uint8Array(readFileSync(new URL(`cas/${name}`, import.meta.url)));
export const text = (name) => new TextDecoder().decode(bytes(name));
