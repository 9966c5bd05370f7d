"""Open every page of a built site in a real browser, on a phone's screen, and say in French what goes wrong: for who edits the content.

`python -m tools.visit site/`. What a page may do is proved elsewhere; this finds a page that does not open, whose scripts stop, or links to
nothing.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Page

from tools.browser import SAME_FRAME, launched
from tools.dead_links import dead_links, sentence
from tools.serving import serving

PHONE = {"width": 390, "height": 844}
BAD = 400
# But the texts, which are as long as they are.
MOST_SCREENS = 15
# What a reader would see wrong in a page that opened: no title of its own, words cut off at the right, or more than one reads on a phone.
LOOK = """(most) => [
  document.querySelector("h1") ? "" : "la page n'a pas de titre",
  document.documentElement.scrollHeight > most && !document.querySelector(".entete")
    ? `la page fait ${Math.ceil(document.documentElement.scrollHeight / innerHeight)} écrans de téléphone, plus de ${most / innerHeight}` : "",
  document.documentElement.scrollWidth > document.documentElement.clientWidth + 1 ? "la page déborde à droite sur un téléphone" : "",
].filter(Boolean)"""


@dataclass
class Visit:
    """The pages opened, what went wrong in each, and the addresses that lead nowhere, with the pages that link to them."""

    seen: int = 0
    wrong: dict[str, list[str]] = field(default_factory=dict)
    dead: dict[str, list[str]] = field(default_factory=dict)
    found: list[str] = field(default_factory=list)

    def follow(self, page: Page) -> None:
        """Note what goes wrong in the pages of a tab."""
        page.on("pageerror", lambda error: self.found.append(f"un script s'arrête ({error})"))
        page.on("response", lambda response: self.found.append(f"un fichier manque ({response.url})") if response.status >= BAD else None)

    def open(self, page: Page, address: str, name: str) -> None:
        """Open a page in a tab that is followed, and note what goes wrong."""
        page.goto(f"{address}/{name}", wait_until="load")
        wrong = [*self.found, *page.evaluate(LOOK, MOST_SCREENS * PHONE["height"])]
        self.found.clear()
        self.seen += 1
        if wrong:
            self.wrong[name] = wrong


def visit(site: Path, browser: Browser) -> Visit:
    """Open every page of a site, below its folder."""
    done = Visit(dead=dead_links(site))
    with serving(site) as address:
        context = browser.new_context(viewport=PHONE)  # type: ignore[arg-type]
        # One tab: one for each page costs as much again.
        done.follow(page := context.new_page())
        for path in sorted(site.rglob("index.html")):
            done.open(page, address, path.relative_to(site).as_posix().removesuffix("index.html"))
        context.close()
    return done


def told(done: Visit) -> int:
    """Print what was opened and what went wrong; return the exit code."""
    for name, found in done.wrong.items():
        print(f"{name or 'accueil'} : {' ; '.join(found)}")
    for target, pages in done.dead.items():
        print(sentence(target, pages))
    opened = "1 page ouverte" if done.seen == 1 else f"{done.seen} pages ouvertes"
    print(f"{opened} dans un navigateur, {len(done.wrong)} à revoir.")
    return 1 if done.wrong or done.dead or not done.seen else 0


if __name__ == "__main__":
    with launched(SAME_FRAME) as started:
        found = visit(Path(sys.argv[1]), started)
    raise SystemExit(told(found))
