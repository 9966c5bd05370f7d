"""What the next page costs a reader who has seen one, on a slow telephone: what comes by the network, and how soon it is first drawn."""

from __future__ import annotations

import statistics
from collections.abc import Iterator

import yaml
from playwright.sync_api import Browser

from tools.bench.report import TIMES, spread, table
from tools.bench.slowed import SETTLED_MS, reading, slow_network, slow_processor
from tools.weight import BUDGET

# What is read first: a page of text, before a tool or the home page.
SEEN, OTHERWISE = "", "encadrements/directive/"
TARGET_KB = 15
PAINTED = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null"
TITLES = ("next page", "KB", "requests", "first paint, ms")
MADE = f"""The next page, for who has just seen the home page (for the home page itself, the directive): what comes by the network, heads included,
as gzip sends it (target: {TARGET_KB} KB), and the first paint, counted from the touch of the link. The browser keeps files for ten minutes; same
processor and network as above, medians of {TIMES}.
"""


def kinds() -> list[str]:
    """Return the address of one page of each kind."""
    return [*yaml.safe_load(BUDGET.read_text(encoding="utf-8"))]


def visit(browser: Browser, address: str, path: str) -> tuple[float, int, float]:
    """Go to a page from another; return the KB that come, the number of requests that bring them, and the milliseconds to the first paint."""
    with reading(browser) as page:
        page.goto(address + (SEEN if path != SEEN else OTHERWISE))
        page.wait_for_timeout(SETTLED_MS)
        slow_processor(page)
        session, sizes = slow_network(page), []
        session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
        page.goto(address + path)
        page.wait_for_timeout(SETTLED_MS)
        came = [size for size in sizes if size]
        return sum(came) / 1000, len(came), float(page.evaluate(PAINTED))


def rows(browser: Browser, address: str) -> Iterator[list[str]]:
    """Yield what each kind of page costs as the next one."""
    for path in kinds():
        visits = [visit(browser, address, path) for _ in range(TIMES)]
        kilobytes, requests = (statistics.median(values) for values in [*zip(*visits, strict=True)][:2])
        yield [path or "(home)", f"{kilobytes:.1f}", f"{requests:g}", spread([paint for _, _, paint in visits], 0)]


def following(browser: Browser, address: str) -> str:
    """Return what the next page costs, as a table."""
    return f"{MADE}\n{table(TITLES, rows(browser, address))}"
