"""Measure the site's search on real queries, typed in a real browser.

A result is a link of the list, in the order in which the reader sees them; with `--answers`, the answers of the day that stand above
the list count first, as the reader sees them too. What is folded away (« 3 autres passages
de cette page ») is not counted, since the reader does not see it. A page without an anchor takes its place in the
list like any other result, and is a hit only if the query names it as a target: finding the right text is not enough.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page

from tools.browser import launched
from tools.serving import serving

QUERIES = Path(__file__).resolve().parent.parent / "tests" / "recherche" / "requetes.json"
FIELD = ".recherche__champ"
LIST = ".recherche__liste"
PROBE = "parents"
LIMIT_MS = 30_000
ANSWERS = ".recherche__reponses"
SHOWN = f"""() => [...document.querySelectorAll("{LIST} a[href]")]
  .filter(link => !link.closest("details:not([open])")).map(link => link.href)"""
ABOVE = f"""() => [...document.querySelectorAll("{ANSWERS} a[href]")].map(link => link.href)"""
# What typing does to the box, once for each text; each time the results of its words have replaced the former ones, the links above them, then
# theirs: where each leads, whether it is folded away, what it says, and the words that it lacks. Nobody looks: nothing is laid out meanwhile.
ASK = """async ([texts, box, lists, limit]) => {
  const [field, results] = [document.querySelector(box), document.querySelector(lists.at(-1))];
  const drawn = (text) => new Promise((resolve, reject) => {
    const former = results.appendChild(document.createElement("li"));
    const late = setTimeout(() => reject(new Error(`nothing is drawn for « ${text} »`)), limit);
    new MutationObserver((_, observer) => {
      if (former.isConnected) return;
      observer.disconnect();
      clearTimeout(late);
      setTimeout(resolve);
    }).observe(results, { childList: true });
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
  });
  const seen = (link) =>
    [link.href, link.closest("details:not([open])") !== null, link.textContent, [...link.querySelectorAll("del")].map((word) => word.textContent)];
  const found = [], output = results.closest(".recherche__panneau");
  output.style.display = "none";
  for (const text of texts) {
    await drawn(text);
    found.push(lists.map((list) => [...document.querySelectorAll(`${list} a[href]`)].map(seen)));
  }
  output.style.display = "";
  return JSON.stringify(found);
}"""
MARK = f"""() => document.querySelector("{LIST}").append(Object.assign(document.createElement("li"), {{ id: "former" }}))"""


@dataclass(frozen=True)
class Query:
    """What someone types, and the addresses that answer it."""

    text: str
    targets: frozenset[str]


class Link(NamedTuple):
    """A link of what the search shows: the address, whether it is folded away, what it says, the words that it lacks."""

    address: str
    folded: bool
    text: str
    lacking: list[str]


@dataclass(frozen=True)
class Outcome:
    """What the search gave for a query."""

    query: Query
    found: tuple[str, ...]

    def within(self, count: int) -> bool:
        """Say whether a target is among the first results."""
        return not self.query.targets.isdisjoint(self.found[:count])

    def line(self) -> str:
        """Say in a line what was found instead of the targets."""
        place = "not first" if self.within(3) else "not in three"
        return f"{place}: {self.query.text!r} gives {', '.join(self.found[:3]) or 'nothing'}"


def read_queries(path: Path = QUERIES) -> list[Query]:
    """Read the queries of a file."""
    return [Query(item["requete"], frozenset(item["cibles"])) for item in json.loads(path.read_text(encoding="utf-8"))]


def address(link: str, root: str) -> str:
    """Return a link's place in the site, `page/#anchor`, without what it marks on the page."""
    parts = urlsplit(link)
    place = parts.path.removeprefix(urlsplit(root).path.rstrip("/") + "/")
    anchor, _, _ = parts.fragment.partition("?")
    return f"{place}#{anchor}" if anchor else place


def search(page: Page, text: str, *, answers: bool = False) -> tuple[str, ...]:
    """Type a query in the search box of an open page; return the addresses of the results shown, in order, after those of the answers if asked."""
    page.evaluate(MARK)
    page.fill(FIELD, text)
    page.press(FIELD, "End")
    page.wait_for_selector("#former", state="detached")
    links = [*(page.evaluate(ABOVE) if answers else []), *page.evaluate(SHOWN)]
    return tuple(address(link, page.url) for link in links)


def ask(page: Page, texts: Iterable[str]) -> list[tuple[list[Link], list[Link]]]:
    """Search for each text as `search` does, without the keys, in a third of the time; return the links of the answers, then of the results."""
    found = json.loads(page.evaluate(ASK, [[*texts], FIELD, [ANSWERS, LIST], LIMIT_MS]))
    above, shown = ([[Link(address(href, page.url), *rest) for href, *rest in lists[place]] for lists in found] for place in (0, 1))
    return [*zip(above, shown, strict=True)]


def in_sight(links: Iterable[Link]) -> list[str]:
    """Return the addresses of the links that the reader sees."""
    return [link.address for link in links if not link.folded]


def ready(page: Page) -> Page:
    """Open the search box and wait until the index answers a first query; what it answers late would be taken for the next one's results."""
    page.focus(FIELD)
    if page.input_value(FIELD) != PROBE:
        search(page, PROBE)
    return page


def measure(page: Page, queries: Iterable[Query], *, answers: bool = False) -> list[Outcome]:
    """Search for every query."""
    ready(page)
    every = [*queries]
    found = ask(page, [query.text for query in every])
    return [Outcome(query, (*in_sight(above if answers else ()), *in_sight(shown))) for query, (above, shown) in zip(every, found, strict=True)]


def count(outcomes: list[Outcome], places: int) -> int:
    """Count the queries answered within so many places."""
    return sum(outcome.within(places) for outcome in outcomes)


def totals(outcomes: list[Outcome]) -> str:
    """Sum up in a line."""
    return f"first: {count(outcomes, 1)}/{len(outcomes)}, in three: {count(outcomes, 3)}/{len(outcomes)}"


@contextmanager
def opened(site: Path, browser: Browser) -> Iterator[Page]:
    """Serve a built site and open its home page."""
    with serving(site) as root:
        page = browser.new_page(base_url=root + "/")
        page.goto(".")
        yield page
        page.close()


def report(outcomes: list[Outcome], show: bool) -> Iterator[str]:
    """Yield a line for each failure, or all the results of each query, then the totals."""
    for outcome in outcomes:
        if show:
            yield f"{'1' if outcome.within(1) else '3' if outcome.within(3) else '-'} {outcome.query.text!r}"
            yield from (f"    {'*' if place in outcome.query.targets else ' '} {place}" for place in outcome.found[:8])
        elif not outcome.within(1):
            yield outcome.line()
    yield totals(outcomes)


def main() -> None:
    """Print the measure of a built site."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--site", type=Path, default=Path("site"), help="folder of the built site")
    parser.add_argument("--queries", type=Path, default=QUERIES, help="file of the queries and their targets")
    parser.add_argument("--show", action="store_true", help="show the results of every query")
    parser.add_argument("--answers", action="store_true", help="count the answers of the day, above the list")
    options = parser.parse_args()
    with launched() as browser, opened(options.site, browser) as page:
        outcomes = measure(page, read_queries(options.queries), answers=options.answers)
    print("\n".join(report(outcomes, options.show)))


if __name__ == "__main__":
    main()
