"""What the browser ran of the scripts, for `make couverture`: nothing is measured without it."""

from __future__ import annotations

import json
import os
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import CDPSession, Page

from tools.script_coverage import painted, ranges, united


@dataclass
class Scripts:
    """What ran of each script of the pages that were followed, until now."""

    folder: Path | None = field(default_factory=lambda: Path(os.environ["SCRIPT_COVERAGE"]) if "SCRIPT_COVERAGE" in os.environ else None)
    followed: list[tuple[Page, CDPSession]] = field(default_factory=list)
    ran: defaultdict[str, bytearray] = field(default_factory=lambda: defaultdict(bytearray))

    def follow(self, page: Page) -> None:
        """Measure a page, from now to `gather`, whatever it opens."""
        if self.folder:
            session = page.context.new_cdp_session(page)
            session.send("Profiler.enable")
            session.send("Profiler.startPreciseCoverage", {"callCount": False, "detailed": True})
            self.followed.append((page, session))

    def gather(self) -> None:
        """Add what the pages followed have run while they are open; one that tests share is followed on."""
        for page, session in self.followed:
            if not page.is_closed():
                for script in session.send("Profiler.takePreciseCoverage")["result"]:
                    self.ran[script["url"]] = united(self.ran[script["url"]], painted(script["functions"]))
        self.followed = [(page, session) for page, session in self.followed if not page.is_closed()]

    def write(self) -> None:
        """Write what ran in the folder, in V8's own form."""
        if self.folder:
            result = [{"url": url, "functions": [{"ranges": ranges(ran)}]} for url, ran in self.ran.items() if url]
            (self.folder / f"navigateur-{os.getpid()}.json").write_text(json.dumps({"result": result}), encoding="utf-8")
