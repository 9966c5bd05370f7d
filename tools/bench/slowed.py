"""A browser as slow as a telephone, as Lighthouse supposes one: a processor four times slower, a mobile network."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, CDPSession, Page

from tools.bench.host import Host
from tools.browser import launched
from tools.serving import serving

SLOWER = 4
# What Lighthouse names « slow 4G »: milliseconds of latency, bytes a second each way.
NETWORK = {"offline": False, "latency": 150, "downloadThroughput": 1_638_400 // 8, "uploadThroughput": 750_000 // 8}
PHONE = {"width": 390, "height": 844}
# Longer than what a page leaves for later.
SETTLED_MS = 1000


@contextmanager
def browsing(site: Path) -> Iterator[tuple[Browser, str]]:
    """Serve a built site and open a browser; give both, the site's address with a final slash."""
    with launched() as browser, serving(site, Host) as address:
        yield browser, f"{address}/"


@contextmanager
def reading(browser: Browser, **options: object) -> Iterator[Page]:
    """Open a page that has seen nothing yet."""
    context = browser.new_context(viewport=PHONE, **options)  # type: ignore[arg-type]
    yield context.new_page()
    context.close()


def slow_processor(page: Page) -> CDPSession:
    """Make a page's processor slower, and count its work."""
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    return session


def slow_network(page: Page) -> CDPSession:
    """Make a page's network that of a telephone."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", NETWORK)
    return session


def worked(session: CDPSession) -> float:
    """Return how long the main thread has worked, in milliseconds of processor."""
    metrics = session.send("Performance.getMetrics")["metrics"]
    return 1000 * float(next(metric["value"] for metric in metrics if metric["name"] == "TaskDuration"))
