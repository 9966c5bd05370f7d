"""What `make verdicts` prints: each answer that is not what it was, once, from the day on which it differs."""

from __future__ import annotations

import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from tools import verdicts
from tools.verdicts import Change, Said, answers, changes, report, state

QUESTION, NEW = ("papier", "parents", "photo"), ("pigeon", "parents", "photo")
FIRST, MIDDLE, LAST = date(2025, 8, 22), date(2025, 8, 25), date(2026, 7, 1)


def test_what_differs_is_told_from_its_day() -> None:
    before = [Said(QUESTION, FIRST, "permis", ("directive/4=permis",)), Said(QUESTION, LAST, "interdit", ("directive/4=interdit",))]
    after = [
        Said(QUESTION, FIRST, "permis", ()),
        Said(QUESTION, MIDDLE, "a-clarifier", ("directive/5=silence",)),
        Said(QUESTION, LAST, "interdit", ()),
    ]
    assert [*changes(before, after)] == [Change(QUESTION, MIDDLE, "permis", "a-clarifier", ("directive/5=silence",))]
    assert [*changes(after, after)] == []


def test_a_question_that_is_new_or_gone_is_told_once() -> None:
    told = [Said(NEW, FIRST, "permis", ("a=permis",)), Said(NEW, LAST, "permis", ("b=permis",))]
    assert [*changes([], told)] == [Change(NEW, FIRST, "—", "permis", ("a=permis",))]
    assert [*changes(told, [])] == [Change(NEW, FIRST, "permis", "—", ("a=permis",))]


def test_the_report_is_a_table() -> None:
    lines = report([Change(QUESTION, FIRST, "permis", "interdit", ("directive/4=interdit",))], 3).splitlines()
    assert lines[-2:] == [
        "| papier, parents, photo | 2025-08-22 | permis | interdit | directive/4=interdit |",
        "1 verdict(s) changed, 3 answers now.",
    ]
    assert report([], 3) == "0 verdict(s) changed, 3 answers now."


def test_a_commit_is_asked_with_its_own_data(tmp_path: Path, root: Path, frozen_root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repository, files = tmp_path / "depot", tmp_path / "etat"
    shutil.copytree(frozen_root, repository)
    shutil.copytree(root / "macros", repository / "macros", dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
    for command in (["init", "-q"], ["add", "-A"], ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "one"]):
        subprocess.run(["git", *command], cwd=repository, check=True)
    monkeypatch.setattr(verdicts, "ROOT", repository)
    before = answers(state("HEAD", files))
    assert len(before) > 100
    rules = repository / "data" / "regles.yml"
    text = rules.read_text(encoding="utf-8").replace("  - id: texto\n", "  - id: texto-2\n", 1)
    rules.write_text(text, encoding="utf-8")
    assert [*changes(before, answers(repository))] == []
