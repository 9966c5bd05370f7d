"""What git knows of the project: when its content last changed, what a proposal starts from and what it changes."""

from __future__ import annotations

import io
import os
import re
import subprocess
import tarfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

# What editors change.
CONTENT = ("data", "docs")
# What reads and checks it.
CODE = "macros"
# What is hidden in it is for their tools, as the schemas: no reader sees it change.
SHOWN = (*CONTENT, ":(exclude,glob)**/.*/**")
# What builds make.
MADE = (".cache", ".venv", "node_modules", "site", "site.zip")
MAIN = ("origin/HEAD", "origin/main", "main")
HUNK = re.compile(r"^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@", re.M)
Hunk = tuple[range, range]


def git(root: Path, *arguments: str) -> bytes | None:
    """Return what a command of git prints, or None where there is no git, no repository of the project's own, or no such thing in it."""
    try:
        done = subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, check=False)  # noqa: S603, S607
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None


def has_history(root: Path) -> bool:
    """Tell whether a folder is the root of a repository."""
    # A root has this, a folder or a file: without it, git would say no, at the cost of a process.
    top = git(root, "rev-parse", "--show-toplevel") if (root / ".git").exists() else None
    return top is not None and Path(os.fsdecode(top.rstrip(b"\n"))).resolve() == root.resolve()


def tracked(root: Path) -> bytes:
    """Return the names of the files that git has or is about to have, each followed by a zero; none without a history."""
    return (git(root, "ls-files", "-z") if has_history(root) else None) or b""


def brought(names: bytes) -> list[str]:
    """Return the first file of each folder that builds make, among the names of the files that git has."""
    files = map(os.fsdecode, names.split(b"\0"))
    return [*{top: file for file in reversed([*files]) if (top := file.split("/", maxsplit=1)[0]) in MADE}.values()]


def last_change(root: Path) -> datetime:
    """Return when the content last changed: that of its last commit and of the files changed since; of all the files without a history."""
    committed = git(root, "log", "-1", "--format=%ct", "--", *SHOWN) if has_history(root) else None
    changed = git(root, "ls-files", "-z", "--modified", "--others", "--exclude-standard", "--", *SHOWN) if committed else None
    files = map(os.fsdecode, filter(None, changed.split(b"\0"))) if changed is not None else of_content(root)
    times = [int(mtime) for file in files if (mtime := modified(root / file))]
    return datetime.fromtimestamp(max([int(committed or 0), *times]), UTC)


def of_content(root: Path) -> Iterator[str]:
    """Yield the files of the content, as they are found."""
    for folder in CONTENT:
        found = (path.relative_to(root) for path in (root / folder).rglob("*") if path.is_file() and not path.is_symlink())
        yield from (path.as_posix() for path in found if not any(part.startswith(".") for part in path.parts[:-1]))


def modified(path: Path) -> float | None:
    """Return when a file was written, or None if it is no longer there."""
    return path.stat().st_mtime if path.is_file() else None


def base_of(root: Path) -> str | None:
    """Return the commit that a proposal starts from: of `BASE` or of the forge's branch if they are said, else of the main branch."""
    said = [os.environ.get("BASE", ""), f"origin/{os.environ['GITHUB_BASE_REF']}" if os.environ.get("GITHUB_BASE_REF") else ""]
    for name in (*filter(None, said), *MAIN, "HEAD") if has_history(root) else ():
        if found := common(root, name):
            return found
    return None


def common(root: Path, name: str) -> str | None:
    """Return the last commit that the present one and another have in common, or None if there is none."""
    found = git(root, "merge-base", "HEAD", name)
    return found.decode().strip() if found else None


def unknown_base(root: Path) -> str:
    """Return what `BASE` names in vain, in a repository; empty if it names nothing, or a base."""
    said = os.environ.get("BASE", "")
    return said if said and has_history(root) and not common(root, said) else ""


def take_out(root: Path, commit: str, folder: Path) -> bool:
    """Write the content of a commit below a folder; tell whether it could be done."""
    archive = git(root, "archive", "--format=tar", commit, "--", *CONTENT)
    if archive is None:
        return False
    with tarfile.open(fileobj=io.BytesIO(archive)) as opened:
        opened.extractall(folder, filter="data")
    return True


def code_changed(root: Path, commit: str) -> bool:
    """Tell whether the code that reads the content changed since a commit."""
    return bool(git(root, "diff", "--name-only", "--no-ext-diff", commit, "--", CODE))


def changes(root: Path, commit: str) -> dict[str, list[Hunk]]:
    """Return, for each file of the content that changed since a commit, the lines before and after of each change."""
    printed = git(root, "diff", "--unified=0", "--no-color", "--no-ext-diff", "--no-renames", commit, "--", *CONTENT) or b""
    found: dict[str, list[Hunk]] = {}
    for part in re.split(r"^diff --git ", printed.decode("utf-8", "replace"), flags=re.M)[1:]:
        name = re.search(r"^(?:\+\+\+ b|--- a)/(.+?)\t?$", part.replace("+++ /dev/null\n", ""), re.M)
        if name:
            found[name[1]] = [lines(match) for match in HUNK.finditer(part)]
    return found


def lines(match: re.Match[str]) -> Hunk:
    """Return the lines before and after that a change bears on, each empty where nothing was or is."""
    before, after = ((int(match[at]), int(match[at + 1] or 1)) for at in (1, 3))
    return range(before[0], sum(before)), range(after[0], sum(after))
