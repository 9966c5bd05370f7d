"""What `make verdicts` prints: each verdict before and after, once, from its day; each change with its clauses."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from tools import verdicts
from tools.verdicts import Change, Said, answers, compared, report, state

QUESTION, NEW = ("papier", "parents", "photo"), ("pigeon", "parents", "photo")
FIRST, MIDDLE, LAST = date(2025, 8, 22), date(2025, 8, 25), date(2026, 7, 1)


def test_what_differs_is_told_from_its_day() -> None:
    before = [Said(QUESTION, FIRST, "permis", ("directive/4=permis",)), Said(QUESTION, LAST, "interdit", ("directive/4=interdit",))]
    after = [
        Said(QUESTION, FIRST, "permis", ()),
        Said(QUESTION, MIDDLE, "a-clarifier", ("directive/5=silence",)),
        Said(QUESTION, LAST, "interdit", ()),
    ]
    assert [*compared(before, after)] == [
        Change(QUESTION, FIRST, "permis", "permis", ()),
        Change(QUESTION, MIDDLE, "permis", "a-clarifier", ("directive/5=silence",)),
        Change(QUESTION, LAST, "interdit", "interdit", ()),
    ]
    assert not [change for change in compared(after, after) if change.real]


def test_a_question_that_is_new_or_gone_is_told_once() -> None:
    told = [Said(NEW, FIRST, "permis", ("a=permis",)), Said(NEW, LAST, "permis", ("b=permis",))]
    assert [*compared([], told)] == [Change(NEW, FIRST, "—", "permis", ("a=permis",))]
    assert [*compared(told, [])] == [Change(NEW, FIRST, "permis", "—", ("a=permis",))]


def test_the_report_is_a_table_of_every_verdict() -> None:
    clauses = ("directive/4=interdit",)
    rows = [
        Change(QUESTION, FIRST, "permis", "permis", clauses),
        Change(QUESTION, LAST, "permis", "interdit", clauses),
        Change(NEW, FIRST, "—", "permis", clauses),
    ]
    assert report(rows, 3).splitlines()[2:] == [
        "| papier, parents, photo | 2025-08-22 | permis | permis |  |",
        "| papier, parents, photo | 2026-07-01 | permis | **interdit** | directive/4=interdit |",
        "| pigeon, parents, photo | 2025-08-22 | — | **permis** | directive/4=interdit |",
        "",
        "3 verdict(s): 1 changed, 1 not asked before; 3 answers now.",
    ]


def test_a_commit_is_asked_with_its_own_data(tmp_path: Path, root: Path, frozen_root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repository, files = tmp_path / "depot", tmp_path / "etat"
    shutil.copytree(frozen_root, repository, ignore=shutil.ignore_patterns(".cache"))
    shutil.copytree(root / "macros", repository / "macros", dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
    for command in (["init", "-q"], ["add", "-A"], ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "one"]):
        subprocess.run(["git", *command], cwd=repository, check=True)
    monkeypatch.setattr(verdicts, "ROOT", repository)
    before = answers(state("HEAD", files))
    assert len(before) > 100
    rules = repository / "data" / "regles.yml"
    text = rules.read_text(encoding="utf-8").replace("  - id: texto\n", "  - id: texto-2\n", 1)
    rules.write_text(text, encoding="utf-8")
    assert not [change for change in compared(before, answers(repository)) if change.real]


def test_a_commit_that_is_not_there_is_told(root: Path) -> None:
    done = subprocess.run([sys.executable, "-m", "tools.verdicts", "nulle-part"], cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert re.fullmatch(r"The answers of nulle-part cannot be had: fatal: [^\[\]\n]+\. Remedy: name a commit of this repository\.\n", done.stderr)
