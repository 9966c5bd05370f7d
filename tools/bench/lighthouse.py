"""What Lighthouse says of one page of each kind, beside the theme as it comes with a text, and a film of the home page's first two seconds."""

from __future__ import annotations

import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tools.bench import film, node
from tools.bench.host import Host
from tools.bench.next_page import kinds
from tools.bench.report import ROOT, TIMES, table
from tools.browser import ARGUMENTS, find
from tools.serving import serving

PACKAGES = ("mkdocs-material",)
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
METRICS = {"LCP, ms": "largest-contentful-paint", "CLS": "cumulative-layout-shift", "TBT, ms": "total-blocking-time", "KB": "total-byte-weight"}
# Groups of audits: what the table of the pages says already, what other audits say too.
LEFT = {"metrics", "insights", "hidden"}
TITLES = ("page", *CATEGORIES, *METRICS, "requests")
TEXT = "encadrements/directive"
# The theme as it comes, but for its fonts, which are on another host.
DEFAULT = "site_name: Le thème seul\ntheme: {name: material, language: fr, font: false}\n"
# What a clause says of its force, under its title.
MARKS = re.compile(r"^(?:Information|Obligation|Interdiction|Permission|Recommandation) : .+\n", re.M)
MADE = """Lighthouse {version}, mobile, simulated, {browser}; medians of {times}. KB are those of the first view, the font included, as gzip sends
them; what workers load is not counted (the search of the theme as it comes). `.cache/bench/filmstrip.png` holds the home page's first two seconds.
A lower benchmark index is a slower machine: each figure is to be read beside those of the first row.
"""

Report = dict[str, Any]


def default_theme(folder: Path) -> Path:
    """Build the theme as it comes on the source of a text; return the site's folder. Raises CalledProcessError if that fails."""
    (folder / "docs").mkdir()
    text = (ROOT / "docs" / f"{TEXT}.md").read_text(encoding="utf-8")
    (folder / "docs" / "index.md").write_text(MARKS.sub("", text), encoding="utf-8")
    (folder / "mkdocs.yml").write_text(DEFAULT, encoding="utf-8")
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet"], cwd=folder, check=True, capture_output=True)
    return folder / "site"


def seen(address: str, browser: str) -> Report:
    """Return what Lighthouse says of a page. Raises SystemExit with its words, if it says nothing."""
    command = [*node.lighthouse(), address, "--quiet", "--output=json", f"--only-categories={','.join(CATEGORIES)}"]
    flags = f"--chrome-flags=--headless {' '.join(ARGUMENTS)}"
    done = subprocess.run([*command, flags], env={**os.environ, "CHROME_PATH": browser}, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"Lighthouse stopped on {address}\n{done.stderr}")
    report: Report = json.loads(done.stdout)
    return report


def measured(report: Report) -> list[float]:
    """Return the numbers of a report: scores out of 100, metrics, KB, requests."""
    audits = report["audits"]
    metrics = [audits[name]["numericValue"] for name in METRICS.values()]
    metrics[-1] /= 1000
    scores = [100 * report["categories"][name]["score"] for name in CATEGORIES]
    return [*scores, *metrics, len(audits["network-requests"]["details"]["items"])]


def row(name: str, reports: list[Report]) -> list[str]:
    """Return the cells of a page: the median of each number."""
    medians = [statistics.median(values) for values in zip(*map(measured, reports), strict=True)]
    digits = [2 if title == "CLS" else 0 for title in TITLES[1:]]
    return [name, *(f"{value:.{places}f}" for value, places in zip(medians, digits, strict=True))]


def remarks(reports: dict[str, list[Report]]) -> Iterator[list[str]]:
    """Yield what Lighthouse would have otherwise: an audit, on how many pages each time, the most that LCP would gain by it."""
    found: dict[str, list[float]] = {}
    titles: dict[str, str] = {}
    for runs in reports.values():
        for name in set.intersection(*({*failed(report)} for report in runs)):
            found.setdefault(name, []).append(statistics.median(failed(report)[name] for report in runs))
            titles[name] = runs[0]["audits"][name]["title"]
    for name, gains in sorted(found.items(), key=lambda item: (-max(item[1]), item[0])):
        yield [titles[name], str(len(gains)), f"{max(gains):.0f}"]


def failed(report: Report) -> dict[str, float]:
    """Return the audits that a page does not pass, metrics and what is told twice left aside, each with what LCP would gain, in milliseconds."""
    asked = {ref["id"] for category in report["categories"].values() for ref in category["auditRefs"] if ref.get("group") not in LEFT}
    audits = {name: audit for name, audit in report["audits"].items() if name in asked and audit["score"] is not None and audit["score"] < 1}
    return {name: (audit.get("metricSavings") or {}).get("LCP", 0) for name, audit in audits.items()}


def reports(browser: str) -> dict[str, list[Report]]:
    """Return what Lighthouse says of each page, as many times as asked, in turn; the theme as it comes, first."""
    with tempfile.TemporaryDirectory() as work, serving(default_theme(Path(work)), Host) as theme, serving(ROOT / "site", Host) as site:
        pages = {"(default Material, the same text)": f"{theme}/", **{page or "(home)": f"{site}/{page}" for page in kinds()}}
        found: dict[str, list[Report]] = {name: [] for name in pages}
        for _ in range(TIMES):
            for name, address in pages.items():
                found[name].append(seen(address, browser))
    return found


def section() -> str:
    """Return what Lighthouse says, as the section of this part."""
    node.prepare()
    found = reports(find())
    film.strip(ROOT / "site", ROOT / ".cache" / "bench" / "filmstrip.png")
    first = next(iter(found.values()))[0]
    browser = re.sub(r".*(Chrome/[\d.]+).*", r"\1", first["environment"]["hostUserAgent"])
    index = statistics.median(report["environment"]["benchmarkIndex"] for runs in found.values() for report in runs)
    made = MADE.format(version=first["lighthouseVersion"], browser=f"{browser}, benchmark index {index:.0f}", times=TIMES)
    ours = dict([*found.items()][1:])
    said = table(("what Lighthouse would have otherwise", "pages", "LCP, most ms gained"), remarks(ours))
    return f"{made}\n{table(TITLES, (row(name, runs) for name, runs in found.items()))}\n{said}"
