"""The repository keeps the bytes of its files, whatever the machine that checks them out."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
pytestmark = pytest.mark.skipif(not (shutil.which("git") and (ROOT / ".git").exists()), reason="the files are not in a git repository")


def git(folder: Path, *command: str) -> str:
    """Run git in a folder and return what it prints."""
    return subprocess.run(["git", *command], cwd=folder, check=True, capture_output=True, text=True).stdout


@pytest.fixture(scope="module")
def checkout(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The committed files and the rules of line ends, checked out as git does on Windows."""
    folder = tmp_path_factory.mktemp("windows")
    git(folder, "clone", "--quiet", "--no-checkout", str(root), "copy")
    copy = folder / "copy"
    git(copy, "config", "core.autocrlf", "true")
    (copy / ".git/info/attributes").write_bytes((root / ".gitattributes").read_bytes())
    git(copy, "checkout", "--quiet", "HEAD")
    return copy


def test_a_checkout_on_windows_keeps_every_byte(checkout: Path) -> None:
    staged = [line.split("\t") for line in git(checkout, "ls-files", "--stage", "-z").split("\0")[:-1]]
    assert len(staged) > 500
    expected = {file: details.split()[1] for details, file in staged}
    paths = "\n".join(expected)
    hashes = subprocess.run(
        ["git", "hash-object", "--no-filters", "--stdin-paths"], cwd=checkout, input=paths, check=True, capture_output=True, text=True
    ).stdout
    assert dict(zip(expected, hashes.split(), strict=True)) == expected


def test_nothing_is_left_to_normalize(checkout: Path) -> None:
    git(checkout, "add", "--renormalize", ".")
    assert git(checkout, "status", "--porcelain") == ""


def test_what_is_tested_byte_for_byte_is_never_converted(root: Path) -> None:
    files = git(root, "ls-files", "-z", "tests/erreurs/cas", "*.ttf", "*.woff2").split("\0")[:-1]
    found = git(root, "check-attr", "text", "--", *files)
    assert len(files) > 300
    assert {line.rsplit(": ", 1)[1] for line in found.splitlines()} == {"unset"}
