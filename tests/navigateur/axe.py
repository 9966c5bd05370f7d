"""What axe finds wrong in a page, light or dark: every rule on all of it, the contrast of words once for each way to show them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Page

SCRIPT = Path(__file__).resolve().parents[2] / "node_modules/axe-core/axe.min.js"
STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
TAGS = [*STANDARD, "best-practice"]
# The contrast of words takes as long as all the other rules together. It follows from their letters, from the grounds that lie one above
# another under them, and from what leaves the flow to stand over something else: of those that have all this in common, three are read.
MARK = """() => {
  const known = new Map();
  const ground = (element) => {
    if (element === null) return "";
    if (!known.has(element)) {
      const style = getComputedStyle(element);
      const drawn = style.backgroundColor !== "rgba(0, 0, 0, 0)" || style.backgroundImage !== "none" || style.opacity !== "1";
      const look = [style.backgroundColor, style.backgroundImage, style.opacity, style.filter, style.mixBlendMode, style.position];
      const out = style.position === "static" ? "" : [element.localName, element.className].join();
      known.set(element, ground(element.parentElement) + (drawn || out ? `/${look.join()}${out}` : ""));
    }
    return known.get(element);
  };
  const letters = (element) => {
    const { color, fontSize, fontWeight, textShadow, webkitTextFillColor } = getComputedStyle(element);
    const control = element.matches("input, select, textarea, button, option") ? element.localName + element.type : "";
    return [color, fontSize, fontWeight, textShadow, webkitTextFillColor, control, element.closest(":disabled, [aria-disabled=true]") !== null];
  };
  const words = (element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  const alike = new Map();
  for (const element of document.body.querySelectorAll("*")) {
    element.removeAttribute("data-contraste");
    const shown = element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    if (!shown || !(words(element) || element.matches("input, select, textarea"))) continue;
    const key = `${letters(element).join()} ${ground(element)}`;
    alike.set(key, [...(alike.get(key) ?? []), element]);
  }
  for (const all of alike.values()) {
    for (const place of [0, Math.floor(all.length / 2), all.length - 1]) all[place].setAttribute("data-contraste", "");
  }
}"""
# The HTML of elements, which takes as long as a rule, is written of what is wrong alone. Of what axe may load before it reads, only sounds
# and films serve these rules: what it would take of the styles is for rules that are not run.
RUN = """async ([within, but, only]) => {
  if (!window.axe) return null;
  (MARK)();
  axe.configure({ noHtml: true, rules: [{ id: "color-contrast", selector: "[data-contraste]" }] });
  const asked = { runOnly: only, resultTypes: ["violations"], reporter: "no-passes", preload: { assets: ["media"] } };
  const { violations } = await axe.run({ include: within ?? document, exclude: but }, asked);
  const html = ([selector]) => (typeof selector === "string" ? document.querySelector(selector)?.outerHTML.slice(0, 160) : "");
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${JSON.stringify(target)} ${html(target)}`));
}""".replace("MARK", MARK)
# What stands around the content of each page.
FRAME = [".md-header", ".onglets", ".md-sidebar--primary", ".md-footer"]
# The rules that another palette may break by itself, and those that another width may break too.
COLOURS = ["color-contrast", "link-in-text-block"]
SHOWN = [*COLOURS, "target-size", "scrollable-region-focusable", "heading-order", "region"]
# Notes what is shown, and says whether that was done before; of a page that was noted, marks what was not shown, in what a selector names and
# but for what others name, and says how much of it there is.
APPEARED = """([within, but]) => {
  const shown = [...document.body.querySelectorAll("*")].filter((element) => element.checkVisibility({ visibilityProperty: true }));
  const [known, apart] = [window.axeSeen, ["x", ...but].join()];
  window.axeSeen = known ?? new WeakSet();
  document.querySelectorAll("[data-apparu]").forEach((element) => element.removeAttribute("data-apparu"));
  const appeared = known ? shown.filter((element) => !known.has(element) && element.closest(within) && !element.closest(apart)) : [];
  appeared.forEach((element) => element.setAttribute("data-apparu", ""));
  shown.forEach((element) => window.axeSeen.add(element));
  return [known !== undefined, appeared.length];
}"""


@cache
def axe() -> str:
    """Return the script of axe-core, at the version that package.json pins."""
    if not SCRIPT.exists():
        pytest.fail("axe-core is missing. Remedy: run bash tools/scripts.sh install")
    return SCRIPT.read_text(encoding="utf-8")


def violations(page: Page, within: str | None = None, but: Sequence[str] = (), only: Sequence[str] = TAGS) -> list[str]:
    """Return what axe finds wrong in a page as it is now, or in what a selector names, but for what others name; only by some rules."""
    asked = [within, [*but], [*only]]
    if (found := page.evaluate(RUN, asked)) is None:
        page.evaluate(axe())
        found = page.evaluate(RUN, asked)
    return [str(one) for one in found]


def violations_shown(page: Page, within: str | None = None, but: Sequence[str] = ()) -> list[str]:
    """Return what axe finds wrong in a page, or in what a selector names, but for what others name.

    Of one that it has read already, at another width and in another palette: the rules that these may break, and all of them for what was not shown.
    """
    read, appeared = page.evaluate(APPEARED, [within or "body", [*but]])
    if not read:
        return violations(page, within, but)
    return [*violations(page, within, but, SHOWN), *(violations(page, "[data-apparu]", but) if appeared else [])]
