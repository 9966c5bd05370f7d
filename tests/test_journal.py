"""What the check prints is only ever read as text: no name and no message is a command for the forge's log or for a terminal."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.mistakes import Mistake, annotate, printable, report
from tests.copie import copied
from tests.processus import python

ROOT = Path(__file__).resolve().parent.parent
# What the forge obeys: `::name …::` after any blanks where a line begins, `##[name …]` anywhere.
COMMAND = re.compile(r"^\s*::|##\[")
OURS = re.compile(r"::error file=[^:,]+,line=\d+::")
NAMES = [
    b"a\n::error file=README.md::x.md",
    b"b\r::stop-commands::x.md",
    b"::add-mask::oui.md",
    b"c ##[error]x.md",
    b"###[group]x.md",
    b"\xe9\x1b[31mrouge.md",
    b"d\xe2\x80\xa8::warning::x.md",
    b"$(touch piege).md",
    b"`touch piege`;touch piege.md",
    b"-rf.md",
]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small project whose pages have hostile names, and hostile words in a message."""
    root = copied(tmp_path_factory.mktemp("essai") / "projet", {})
    for file in ("Makefile", "requirements.lock"):
        shutil.copy(ROOT / file, root)
    for name in NAMES:
        Path(os.fsdecode(os.fsencode(root / "docs") + b"/" + name)).write_text("# Note\n\nTexte.\n", encoding="utf-8")
    (root / "data/roles.yml").write_text(
        'roles:\n  - id: "##[error]::x"\n    nom: "a\\n::error::b"\n    "::set-output name=a::b": oui\n', encoding="utf-8"
    )
    (root / "docs/contacts.md").write_text("# Contacts\n\n[x](::error::y) [z](##[error]w)\n", encoding="utf-8")
    return root


def printed(root: Path, **environment: str) -> list[str]:
    """Return the lines that `python -m macros check` prints, as the forge splits them."""
    done = python(root, "-m", "macros", "check", env={**os.environ, **environment})
    assert (done.returncode, done.stderr) == (1, "")
    return done.stdout.splitlines()


@pytest.mark.parametrize("forge", ["true", "false"])
def test_no_name_and_no_message_is_a_command(hostile: Path, forge: str) -> None:
    lines = printed(hostile, GITHUB_ACTIONS=forge)
    assert [line for line in lines if COMMAND.search(OURS.sub("", line, count=1))] == []
    assert [char for line in lines for char in line if not char.isprintable() and char not in "\u00a0\u202f"] == []
    told = [line for line in lines if not line.startswith("::error file=")]
    assert (len(lines) == len(told)) is (forge == "false")
    assert len([line for line in told if line.startswith("docs/")]) >= len(NAMES)
    assert lines[-1] == f"{len(told) - 1} erreurs à corriger."


def test_no_name_reaches_a_shell(hostile: Path) -> None:
    (hostile / ".venv").mkdir(exist_ok=True)
    (hostile / ".venv/bin").mkdir(exist_ok=True)
    (hostile / ".venv/bin/python").write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', encoding="utf-8")
    (hostile / ".venv/bin/python").chmod(0o755)
    (hostile / ".venv/ready").touch()
    done = subprocess.run(["make", "check"], cwd=hostile, capture_output=True, text=True, check=False, encoding="utf-8")
    assert done.returncode == 2
    assert "erreurs à corriger." in done.stdout
    assert [*hostile.rglob("piege")] == []


@given(text=st.text(st.characters() | st.sampled_from(":#[ \t\r\n\x1b\x85\u2028"), max_size=40))
def test_any_text_is_one_line_and_no_command(text: str) -> None:
    mistakes = [Mistake(text, 1, text, text)]
    lines = [printable(text), *report(mistakes).split("\n")]
    assert [line for line in lines if COMMAND.search(line) or "".join(line.splitlines()) != line] == []
    assert len(lines) == 3
    "".join(lines).encode()


def test_an_annotation_is_one_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    line = annotate([Mistake("docs/a\n::error file=README.md::x.md", 1, "un ##[error] %0A::error::\x1b[31m", "corrigez\r\n::error::")])
    assert line == ("::error file=docs/a\\n%3A%3Aerror file=README.md%3A%3Ax.md,line=1::un # #[error] %250A::error::\\x1b[31m; corrigez ::error::")
