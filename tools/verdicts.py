"""Each answer of the rules, at a commit and now: the question, its first day, the verdict before and after, and what the clauses of a change say.

The answers of each state come from its own code and its own data. `BASE=` names the commit.
"""

from __future__ import annotations

import io
import json
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
# Run in a state of the repository: what loads a project moved once.
ASK = """
import json, sys
from pathlib import Path
try:
    from macros.loading import load
except ModuleNotFoundError:
    from macros.project import load
answers = load(Path(sys.argv[1])).reponses
print(json.dumps([[*a.combination, str(a.du), str(a.au or ""), a.regle.verdict, [f"{x.article}={x.dit}" for x in a.articles]] for a in answers]))
"""


class Said(NamedTuple):
    """What the rules answer to a question (means, audience, content) from a day on: the verdict, and what each clause says."""

    question: tuple[str, str, str]
    du: date
    verdict: str
    articles: tuple[str, ...]


class Change(NamedTuple):
    """A question before and after, from a day on: answered alike, otherwise, no longer or not yet asked."""

    question: tuple[str, str, str]
    du: date
    avant: str
    apres: str
    articles: tuple[str, ...]

    @property
    def real(self) -> bool:
        """Whether the verdict is another one."""
        return self.avant != self.apres

    def line(self) -> str:
        """Return it as a row of a table in Markdown: a change in bold, with its clauses."""
        after = f"**{self.apres}**" if self.real else self.apres
        return f"| {', '.join(self.question)} | {self.du} | {self.avant} | {after} | {', '.join(self.articles) if self.real else ''} |"


def answers(root: Path) -> list[Said]:
    """Return what the rules of a state of the repository answer, asked with its own code. Raises CalledProcessError if it cannot be loaded."""
    done = subprocess.run([sys.executable, "-c", ASK, str(root)], cwd=root, check=True, capture_output=True, text=True)
    return [Said((p, d, c), date.fromisoformat(du), verdict, tuple(articles)) for p, d, c, du, _, verdict, articles in json.loads(done.stdout)]


def state(commit: str, folder: Path) -> Path:
    """Leave the files of a commit in a folder, and return it. Raises CalledProcessError if there is no such commit."""
    archive = subprocess.run(["git", "archive", commit], cwd=ROOT, check=True, capture_output=True)
    with tarfile.open(fileobj=io.BytesIO(archive.stdout)) as files:
        files.extractall(folder, filter="data")
    return folder


def compared(before: Iterable[Said], after: Iterable[Said]) -> Iterator[Change]:
    """Yield what was and is answered, question by question, from each day on which one of the two verdicts becomes another."""
    was, now = by_question(before), by_question(after)
    for question in dict.fromkeys([*now, *was]):
        starts = sorted({said.du for said in [*was.get(question, ()), *now.get(question, ())]})
        last = None
        for day in starts:
            old, new = on(was.get(question, []), day), on(now.get(question, []), day)
            pair = (old.verdict if old else "—", new.verdict if new else "—")
            if pair != last:
                yield Change(question, day, *pair, (new or old or NOTHING).articles)
            last = pair


NOTHING = Said(("", "", ""), date.min, "—", ())


def by_question(every: Iterable[Said]) -> dict[tuple[str, str, str], list[Said]]:
    """Return answers by question, in order of date."""
    found: dict[tuple[str, str, str], list[Said]] = {}
    for said in sorted(every, key=lambda one: one.du):
        found.setdefault(said.question, []).append(said)
    return found


def on(own: list[Said], day: date) -> Said | None:
    """Return what is answered on a day: the last that began."""
    return next((said for said in reversed(own) if said.du <= day), None)


def report(found: list[Change], total: int) -> str:
    """Return what the command prints: every verdict, then how many are new or changed."""
    head = ["| question | from | before | after | clauses of the change |", "|---|---|---|---|---|"]
    other = [change for change in found if change.real]
    new = sum(change.avant == NOTHING.verdict for change in other)
    counts = f"{len(found)} verdict(s): {len(other) - new} changed, {new} not asked before; {total} answers now."
    return "\n".join([*head, *(change.line() for change in found), "", counts])


def last_words(error: subprocess.CalledProcessError) -> str:
    """Return the last line that a command printed as it failed."""
    said = error.stderr if isinstance(error.stderr, str) else (error.stderr or b"").decode("utf-8", "replace")
    return next(reversed(said.splitlines()), "it says nothing")


def main(commit: str) -> None:
    """Print every verdict at a commit and now."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            before = answers(state(commit, Path(folder)))
        except subprocess.CalledProcessError as error:
            sys.exit(f"The answers of {commit} cannot be had: {last_words(error)}. Remedy: name a commit of this repository.")
    after = answers(ROOT)
    print(report([*compared(before, after)], len(after)))


if __name__ == "__main__":
    if len(sys.argv) != 2 or not sys.argv[1]:
        sys.exit("Which commit? Remedy: make verdicts BASE=d2988b9")
    main(sys.argv[1])
