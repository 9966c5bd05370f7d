"""Nothing moves while a page opens, with scripts or fonts that come late, on a phone and on a large screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
import yaml
from playwright.sync_api import Page, Route

from tools.weight import BUDGET

# What moved, once all that the page has so far is drawn: its second next frame comes after that.
SHIFTS = """() => new Promise((done) => {
  let sum = 0;
  const add = (entries) => entries.forEach((entry) => { sum += entry.value; });
  const observer = new PerformanceObserver((list) => add(list.getEntries()));
  observer.observe({ type: "layout-shift", buffered: true });
  const end = () => setTimeout(() => { add(observer.takeRecords()); done(sum); });
  requestAnimationFrame(() => requestAnimationFrame(end));
})"""

PAINTED = """() => new Promise((done) => {
  new PerformanceObserver((list) => list.getEntriesByName("first-contentful-paint").forEach(done)).observe({ type: "paint", buffered: true });
})"""

# An image that no page has.
LAST = "derniere-image.svg"
# What Lighthouse still writes « 0.00 ».
STILL = 0.005


FRAMES = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))"


@dataclass
class Held:
    """Files that a page asks for, held until one lets them come."""

    held: list[Route] = field(default_factory=list)
    come: bool = False

    def ask(self, route: Route) -> None:
        """Hold a file, or give it."""
        if self.come:
            route.continue_()
        else:
            self.held.append(route)

    def first(self, page: Page) -> Route:
        """Return what was asked first, once it is: a busy machine may draw frames before."""
        for _ in range(1000):
            if self.held:
                break
            page.wait_for_timeout(10)
        return self.held.pop(0)

    def give_first(self, page: Page) -> None:
        """Give what was asked first."""
        self.first(page).continue_()

    def draw(self, page: Page) -> None:
        """Give a drawing for what was asked first."""
        self.first(page).fulfill(content_type="image/svg+xml", body="<svg xmlns='http://www.w3.org/2000/svg'/>")

    def give(self) -> None:
        """Give what was held, and what is asked from then on."""
        self.come = True
        for route in self.held:
            route.continue_()


@pytest.fixture(scope="module")
def bare(same_page: Callable[[str], Page]) -> Page:
    """The one tab of the file, each page of which asks for one image more: until it comes, the page is not loaded."""
    page = same_page("about:blank")
    page.add_init_script(f"new Image().src = '/{LAST}'")
    return page


KINDS = [*yaml.safe_load(BUDGET.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("path", [*KINDS, "transparence/tracabilite/"])
def test_nothing_moves(path: str, width: int, bare: Page, address: str) -> None:
    assert moved(bare, address, path, width) < STILL


def moved(bare: Page, address: str, path: str, width: int) -> float:
    """Return how much moves in a page whose scripts come late."""
    scripts, image = Held(), Held()
    bare.goto("about:blank")
    bare.set_viewport_size({"width": width, "height": 844})
    bare.route("**/*.js", scripts.ask)
    bare.route(f"**/{LAST}", image.ask)
    bare.goto(f"{address}/{path}", wait_until="commit")
    # The first script holds back what stands after it: it comes once what stands before could be drawn; the others, and the end of the
    # loading, once something is.
    bare.evaluate(FRAMES)
    scripts.give_first(bare)
    bare.evaluate(PAINTED)
    scripts.give()
    image.draw(bare)
    bare.wait_for_load_state()
    bare.unroute_all()
    return float(bare.evaluate(SHIFTS))


# Keeps evaluations of a list: as many as one says, of which the last has a few answers.
KEEP = """([list, many]) => {
  const { dossiers } = window.Autoevaluation;
  dossiers.accorder();
  for (let rank = 0; rank < many; rank += 1) {
    const one = dossiers.nouvelle(list, `Classe de troisième, groupe ${rank} de cet automne`, "2026-2027");
    document.querySelectorAll(".question:not([hidden])").forEach(({ dataset }, index) => {
      if (index < 3) one.reponses[dataset.question] = { reponse: "non", note: "À revoir." };
    });
    dossiers.enregistrer(one);
  }
}"""


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("many", [0, 1, 2])
def test_nothing_moves_in_what_was_kept(many: int, width: int, bare: Page, address: str) -> None:
    moved(bare, address, "autoevaluation/classe/", width)
    bare.evaluate(KEEP, ["classe", many])
    kept = [moved(bare, address, path, width) for path in ("autoevaluation/classe/", "autoevaluation/direction/", "autoevaluation/comparer/")]
    bare.evaluate("localStorage.clear()")
    assert max(kept) < STILL, kept


@pytest.mark.parametrize("path", KINDS)
def test_nothing_moves_when_the_font_comes(path: str, again: Callable[..., Page]) -> None:
    page, fonts = again("about:blank", width=390), Held()
    page.route("**/*.woff2", fonts.ask)
    page.goto(path or ".", wait_until="commit")
    page.evaluate(PAINTED)
    assert fonts.held
    fonts.give()
    page.wait_for_load_state()
    page.unroute_all()
    page.evaluate("document.fonts.ready.then(() => {})")
    assert page.evaluate(SHIFTS) < STILL
