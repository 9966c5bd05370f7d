"""The search of a site that one opens from a folder: there a page may ask for no data, and start no worker.

The index becomes a script, which the theme asks for by its name, and the theme's worker another, which the page runs itself.
"""

from __future__ import annotations

import json
from pathlib import Path

from macros.export.search import LANGUAGES, PUBLISHED, STEMMERS

INDEX = "search/search_index.js"
ENGINE = "search/moteur.js"
WORKER = "assets/javascripts/workers"
# The worker's own names are its scope's: what it says to its page, and what the page says to it.
SCOPE = """(() => {
function start(deliver) {
  const heard = [];
  const self = {
    postMessage: deliver,
    set lunr(lunr) { window.lunr = lunr; },
  };
  const addEventListener = (_, listener) => heard.push(listener);
  const postMessage = (message) => self.postMessage(message);
  const importScripts = () => {
    (function () {
%(stemmers)s
    }).call(window);
    (function () {
%(french)s
    }).call(window);
  };
  (function () {
%(worker)s
  }).call(window);
  return (data) => heard.forEach((listener) => listener({ data }));
}
window.Worker = class extends EventTarget {
  #send = start((data) => this.dispatchEvent(new MessageEvent("message", { data: structuredClone(data) })));
  postMessage(data) {
    setTimeout(() => this.#send(structuredClone(data)));
  }
};
})();
"""


def write(site: Path) -> list[Path]:
    """Publish the two scripts of a built site that has its index and its search; return their paths."""
    index = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
    scripts = {INDEX: f"var __index = {packed(index)};\n", ENGINE: engine(site)}
    for name, script in scripts.items():
        (site / name).write_text(script, encoding="utf-8")
    return [site / name for name in scripts]


def packed(data: object) -> str:
    """Return data as a script writes them, in which no tag can begin."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def engine(site: Path) -> str:
    """Return the theme's worker as a script of the page."""
    (worker,) = (site / WORKER).glob("search.*.min.js")
    parts = {"stemmers": site / LANGUAGES / "min" / STEMMERS, "french": site / PUBLISHED, "worker": worker}
    return SCOPE % {name: path.read_text(encoding="utf-8") for name, path in parts.items()}
