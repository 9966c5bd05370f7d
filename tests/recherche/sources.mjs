// The sources of the search as the build joins them, for tests that run in Node.js without a page nor a browser.
import { readdirSync, readFileSync } from "node:fs";
import { compileFunction, createContext, runInContext } from "node:vm";

const ROOT = new URL("../../", import.meta.url);
const FOLDER = new URL("overrides/assets/recherche/", ROOT);

const script = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".js"))
  .sort()
  .map((name) => readFileSync(new URL(name, FOLDER), "utf8"))
  .join("\n");

// `make couverture` knows the search by this name, and its files by their order after these first words (tools/script_coverage.py).
const NAME = "recherche-assemblee.js";

function compiled(after, parameters, options) {
  return compileFunction(`"use strict";${script}${after}`, parameters, { filename: NAME, ...options });
}

/** What the build knows of the rules' answers, where a test has no need of it. */
const NOTHING = { verdicts: {}, publics: {}, moyens: [], situations: {}, lettres: {} };

/** The functions of these names, which nothing publishes. */
export function load(...names) {
  return compiled(`\nreturn { ${names.join(", ")} };`, ["lunr", "SITE"])({}, NOTHING);
}

/** The folder of the theme's scripts, in the environment that the tests set up. */
function themeFolder() {
  const found = ["Lib/", ...readdirSync(new URL(".venv/lib/", ROOT)).map((python) => `lib/${python}/`)]
    .map((place) => new URL(`.venv/${place}site-packages/material/templates/assets/javascripts/workers/`, ROOT))
    .map((folder) => ({ folder, names: list(folder) }))
    .find(({ names }) => names.length);
  return new URL(
    found.names.find((name) => name.endsWith(".min.js")),
    found.folder,
  );
}

function list(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** The theme's own worker, with this search, on the given documents: what it answers to a query. */
export async function worker(
  docs,
  site = NOTHING,
  config = { lang: ["fr"], separator: "[\\s,.;:!?()«»]+", pipeline: [], fields: { title: { boost: 3 }, text: { boost: 1 }, tags: { boost: 1 } } },
) {
  let hear;
  let reply;
  const scope = { console, SITE: site, addEventListener: (_, listener) => (hear = listener), postMessage: (message) => reply(message) };
  const context = createContext(Object.assign(scope, { self: scope, importScripts: () => compiled("", [], { parsingContext: context })() }));
  runInContext(readFileSync(themeFolder(), "utf8"), context);
  const post = (data) =>
    new Promise((resolve) => {
      reply = resolve;
      hear({ data });
    });
  await post({ type: 0, data: { config, docs, options: { suggest: false } } });
  return async (query) => JSON.parse(JSON.stringify((await post({ type: 2, data: query })).data.items));
}

/** A document of the index. */
export function section(location, title, text = "") {
  return { location, title, text: `<p>${text}</p>` };
}

/** The places of what a worker answers, in order, without the folder of the texts. */
export function places(items) {
  return items.flat().map(({ location }) => location.replace("encadrements/", ""));
}
