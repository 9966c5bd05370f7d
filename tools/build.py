"""Leave the static site in `site/`: whole, or as it was.

The site is built apart, in `.cache/`, by one build at a time, then put in place by renames. Killed at any moment, a build leaves the
former site or the new one; between two renames, the former waits in `.cache/`, whence the next build takes it back.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TextIO

import click

from macros.adapter.address import asked
from macros.mistakes import MistakesError, told
from macros.refusals import sentence

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / ".cache" / "builds"
SITE = ROOT / "site"
FORMER = WORK / "former"
# The engine, unless another is named.
MKDOCS = "mkdocs"
UNKNOWN = "ENGINE={}: the engines are {}."
WAITING = "Another build is under way here: waiting for its end."
UNLOCKED = "This system cannot tell whether another build is under way: run one at a time."
OURS = "Le site n'est pas bâti : c'est une erreur du programme, pas de vos textes. Remède : signalez-la avec les lignes qui suivent."


def main() -> int:
    """Build the site and put it in place; return the exit code. What stops it is said in a sentence; a mistake of ours, with its trace."""
    try:
        WORK.mkdir(parents=True, exist_ok=True)
        with alone(WORK / "lock"):
            recover()
            build(WORK / f"new-{os.getpid()}")
        return 0
    except OSError as error:
        print(sentence(error), file=sys.stderr)
    except click.ClickException as error:
        error.show()
    except MistakesError as error:
        print(told(error.mistakes), file=sys.stderr)
    except (click.Abort, KeyboardInterrupt):
        print("Interrupted: the site is as it was.", file=sys.stderr)
    except Exception:
        print(OURS, file=sys.stderr)
        raise
    return 1


def engine() -> Callable[[Path], None]:
    """Return what builds the site in a folder by the engine that ENGINE names. Raises click.ClickException if there is none of that name."""
    name = os.environ.get("ENGINE") or MKDOCS
    if name not in ENGINES:
        raise click.ClickException(UNKNOWN.format(name, ", ".join(ENGINES)))
    return partial(ENGINES[name], name)


def by_its_commands(name: str, new: Path) -> None:
    """Build with MkDocs, or with what has its commands."""
    commands: click.Group = import_module(f"{name}.__main__").cli
    commands.main(["build", "--strict", "--config-file", "mkdocs.yml", "--site-dir", str(new)], standalone_mode=False)


def by_steps(name: str, new: Path) -> None:
    """Build with Zensical, whose pages are finished by a step that follows."""
    import_module(f"macros.adapter.{name}.engine").build_site(ROOT, new)


def build(new: Path) -> None:
    """Build the site in a folder of its own, then put it in place. Raises what stops it; a wrong address, before any engine reads it."""
    asked()
    try:
        engine()(new)
        put_in_place(new)
    finally:
        shutil.rmtree(new, ignore_errors=True)


def put_in_place(new: Path) -> None:
    """Make a built folder the site. The former one is moved away first, and deleted last."""
    if os.path.lexists(SITE):
        SITE.rename(FORMER)
    try:
        new.rename(SITE)
    except OSError:
        recover()
        raise
    discard()


def recover() -> None:
    """Undo what a killed build left: put the former site back if there is none, delete what was half built."""
    if os.path.lexists(FORMER) and not os.path.lexists(SITE):
        FORMER.rename(SITE)
    for left in [*WORK.glob("new-*"), *WORK.glob("old-*")]:
        shutil.rmtree(left, ignore_errors=True)
    discard()


def discard() -> None:
    """Delete the former site, under another name first: a half deleted one is never taken back."""
    if FORMER.is_symlink():
        FORMER.unlink()
    elif FORMER.exists():
        shutil.rmtree(FORMER.rename(WORK / f"old-{os.getpid()}"), ignore_errors=True)


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Wait until no other build runs here. The system frees the lock when a build ends, however it ends."""
    if fcntl is None:
        print(UNLOCKED, file=sys.stderr)
        yield
        return
    with locked(path):
        yield


def locked(path: Path) -> TextIO:
    """Return the lock, held until it is closed."""
    lock = path.open("w", encoding="utf-8")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        print(WAITING, flush=True)
        fcntl.flock(lock, fcntl.LOCK_EX)
    return lock


# What builds the site: the engine, the one that continues it, the one that continues its theme.
ENGINES = {MKDOCS: by_its_commands, "properdocs": by_its_commands, "zensical": by_steps}

if __name__ == "__main__":
    sys.exit(main())
