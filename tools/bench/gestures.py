"""What a reader's gestures cost on a slow telephone, on the built site: until the answer is drawn, and how long the main thread works for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from playwright.sync_api import Browser, Page

from tools.bench.next_page import following
from tools.bench.report import ROOT, TIMES, spread, table
from tools.bench.slowed import SETTLED_MS, SLOWER, browsing, reading, slow_network, slow_processor, worked
from tools.search_score import FIELD, LIST, MARK, PROBE

PUPILS = 300
PACKAGES = ("playwright",)
Act = Callable[[Page], object]
OPENER = '[data-module="chercher"]'
# As a finger does: it touches, then the browser clicks.
CLICK = """(element) => {
  element.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }));
  element.click();
}"""
# As a finger and a keyboard do, one right after the other: what drives the browser takes long between the two.
SEARCH = """([opener, field, word]) => {
  const button = document.querySelector(opener);
  button.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }));
  button.click();
  const query = document.querySelector(field);
  query.value = word;
  query.dispatchEvent(new InputEvent("input", { bubbles: true }));
}"""
# From the first event of the gesture until the frame that shows a change in a place has been drawn.
WATCH = """(place) => {
  let start;
  for (const type of ["pointerdown", "click", "keydown"]) addEventListener(type, (event) => { start ??= event.timeStamp; }, { capture: true });
  window.benchDrawn = new Promise((resolve) => {
    const drawn = () => requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
    const seen = new MutationObserver(() => {
      if (!document.querySelector(place)?.checkVisibility()) return;
      seen.disconnect();
      drawn();
    });
    seen.observe(document.body, { attributes: true, characterData: true, childList: true, subtree: true });
  });
}"""
TITLES = ("gesture", "until it is drawn, ms", "main thread, ms", "target, ms")
MADE = """Chromium {version}, at the width of a telephone, processor {slower} times slower (workers are not slowed); medians of {times} (least–most),
each on a page opened anew. « Until it is drawn »: from the event to the end of the first frame that shows the answer. « Main thread »: the
processor's time that the page takes meanwhile, as slowed. First touch: on Lighthouse's mobile network (150 ms, 1.6 Mbit/s), with what comes then.
"""


@dataclass(frozen=True)
class Gesture:
    """What is done on a page once it is made ready, what shows it, the most that it should take. `first`: it is the page's first touch."""

    page: str
    prepare: Act
    act: Act
    shown: str
    most: int | None = None
    first: bool = False


def answer(*names: str) -> Act:
    """Return the gesture that ticks the first answer of some questions of the helper."""
    return lambda page: [page.locator(f"input[name={name}]").first.evaluate(CLICK) for name in names]


def assess(page: Page) -> None:
    """Answer a question in the middle of a self-assessment."""
    fields = page.locator(".question input[value=non]:visible")
    fields.nth(fields.count() // 2).evaluate(CLICK)


def open_search(page: Page) -> None:
    """Open the search and type a word in it."""
    page.evaluate(SEARCH, [OPENER, FIELD, PROBE])


def type_most(page: Page) -> None:
    """Type most of a word in the search, and mark what it gives."""
    open_search(page)
    page.wait_for_selector(f"{LIST} a[href]", state="attached")
    page.fill(FIELD, "consentemen")
    page.press(FIELD, "End")
    page.wait_for_timeout(SETTLED_MS)
    page.evaluate(MARK)


def paste_class(page: Page) -> None:
    """Give the names of a large class."""
    pupils = "Nom\tPrénom\n" + "\n".join(f"Famille{number:03}\tPrénom{number:03}" for number in range(PUPILS))
    page.get_by_label("Collez la liste").evaluate("(field, text) => { field.value = text; }", pupils)
    page.get_by_role("button", name="Lire la liste").click()


def nothing(page: Page) -> None:
    """Leave a page as it opened."""


ANSWER = ".puis-je__resultat > *"
# What stands on a page of a text for what comes when a fold opens.
FOLD = "details.questions-article"
GESTURES = {
    "the helper answers": Gesture("puis-je/", answer("destinataire", "contenu"), answer("plateforme"), ANSWER, 33),
    "an answer of the longest self-assessment": Gesture("autoevaluation/espace-medias-sociaux/", nothing, assess, ".avancement__compte", 50),
    "a letter in the search": Gesture("", type_most, lambda page: page.keyboard.press("t"), f"{LIST}:not(:has(#former))", 33),
    "the search answers, once opened": Gesture("", nothing, open_search, f"{LIST} a[href]", 300),
    f"{PUPILS} pupils laid out": Gesture(
        "modeles/classe/", paste_class, lambda page: page.locator('[data-action="preparer"]').evaluate(CLICK), '[data-role="pret"]', 350
    ),
    "first touch: the helper answers": Gesture("puis-je/", nothing, answer("destinataire", "contenu", "plateforme"), ANSWER, first=True),
    "first touch: the questions of a clause": Gesture(
        "encadrements/directive/", nothing, lambda page: page.locator(f"{FOLD} > summary").first.click(), f"{FOLD}[open] > ul", first=True
    ),
}


def cost(browser: Browser, address: str, gesture: Gesture) -> tuple[float, float]:
    """Do a gesture on a page that was just opened; return how long it takes to show, and the work of the main thread, in milliseconds."""
    with reading(browser) as page:
        page.goto(address + gesture.page)
        page.wait_for_timeout(SETTLED_MS)
        gesture.prepare(page)
        page.wait_for_timeout(SETTLED_MS)
        if gesture.first:
            slow_network(page)
        session = slow_processor(page)
        page.evaluate(WATCH, gesture.shown)
        before = worked(session)
        gesture.act(page)
        return float(page.evaluate("benchDrawn")), worked(session) - before


def rows(browser: Browser, address: str) -> Iterator[list[str]]:
    """Yield what each gesture costs."""
    for name, gesture in GESTURES.items():
        costs = [cost(browser, address, gesture) for _ in range(TIMES)]
        waits, works = ([*values] for values in zip(*costs, strict=True))
        yield [name, spread(waits, 0), spread(works, 0), str(gesture.most or "")]


def section() -> str:
    """Return what the gestures and the next page cost, as the section of this part."""
    with browsing(ROOT / "site") as (browser, address):
        made = MADE.format(version=browser.version, slower=SLOWER, times=TIMES)
        return f"{made}\n{table(TITLES, rows(browser, address))}\n{following(browser, address)}"
