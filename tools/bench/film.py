"""A film of the home page's first two seconds on a slow telephone, as one picture."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

from tools.bench.slowed import browsing, reading, slow_network, slow_processor

LASTS_MS = 2000
EACH_MS = 250
STYLE = "body{display:flex;gap:8px;margin:8px;font:14px sans-serif}figure{margin:0}img{display:block;width:195px;height:422px;border:1px solid #888}"
BLANK = "data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA="


def filmed(browser: Browser, address: str) -> dict[float, str]:
    """Open a page for the first time; return the frames that are drawn, by their time in milliseconds since the start."""
    frames: dict[float, str] = {}
    with reading(browser) as page:
        session = slow_network(page)
        slow_processor(page)

        def keep(event: dict[str, Any]) -> None:
            frames[1000 * event["metadata"]["timestamp"]] = f"data:image/png;base64,{event['data']}"
            session.send("Page.screencastFrameAck", {"sessionId": event["sessionId"]})

        session.on("Page.screencastFrame", keep)
        session.send("Page.startScreencast", {"format": "png", "everyNthFrame": 1})
        page.goto(address)
        page.wait_for_timeout(LASTS_MS)
        start = float(page.evaluate("performance.timeOrigin"))
    return {moment - start: frame for moment, frame in frames.items()}


def chosen(frames: dict[float, str]) -> list[tuple[int, str]]:
    """Return what is in sight at each moment of the film: the last frame before it, or nothing yet."""
    moments = range(0, LASTS_MS + 1, EACH_MS)
    drawn = {moment: [time for time in frames if 0 < time <= moment] for moment in moments}
    return [(moment, frames[max(times)] if times else BLANK) for moment, times in drawn.items()]


def strip(site: Path, picture: Path) -> None:
    """Write the film of a built site's home page as a picture."""
    with browsing(site) as (browser, address):
        figures = "".join(f'<figure><img src="{frame}">{moment} ms</figure>' for moment, frame in chosen(filmed(browser, address)))
        page = browser.new_page(viewport={"width": 1860, "height": 470})
        page.set_content(f"<style>{STYLE}</style>{figures}")
        picture.parent.mkdir(parents=True, exist_ok=True)
        picture.write_bytes(page.screenshot())
