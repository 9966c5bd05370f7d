"""Python run in a folder as a new process runs it, out of one that has loaded the packages: to load them takes as long as to check a project.

The process is a copy of one that has loaded packages, and nothing of ours: our code is that of the folder. Where the process itself is what is
proved (how it starts, what it loads, a signal, a limit, the order of a set), a test starts a true one.
"""

from __future__ import annotations

import atexit
import os
import runpy
import subprocess
import sys
import traceback
from collections.abc import Mapping, Sequence
from functools import cache
from multiprocessing import get_context
from multiprocessing.context import ForkServerContext
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
# What a check or a build loads, at once or as it goes.
PACKAGES = [
    "material.plugins.search.plugin",
    "material.templates",
    "mkdocs.commands.build",
    "mkdocs.config.defaults",
    "mkdocs_macros.plugin",
    *(f"markdown.extensions.{name}" for name in ("attr_list", "codehilite", "def_list", "fenced_code", "sane_lists", "tables")),
    *(f"pydantic.{name}" for name in ("fields", "functional_validators", "main", "root_model", "type_adapter")),
    *(f"pydantic._internal.{name}" for name in ("_dataclasses", "_generate_schema", "_validators")),
    *("difflib", "jinja2.meta", "sqlite3", "tarfile"),
    *("icalendar", "pikepdf", "PIL.Image", "pygments.formatters", "pygments.lexers", "rcssmin", "tinycss2", "weasyprint"),
]


@cache
def loaded() -> ForkServerContext:
    """Return what starts copies of the process that has loaded the packages."""
    context = get_context("forkserver")
    context.set_forkserver_preload(PACKAGES)
    return context


def python(folder: Path, *arguments: object, env: Mapping[str, str] | None = None, alone: bool = False) -> subprocess.CompletedProcess[str]:
    """Run `python -m …` or `python -c …` in a folder, in a true process if it is `alone`.

    While lines are counted (`make couverture`), all are true: those that it runs count too.
    """
    command, given = [*map(str, arguments)], {"PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1", **(os.environ if env is None else env)}
    if alone or "COVERAGE_FILE" in os.environ:
        return subprocess.run([sys.executable, *command], cwd=folder, env=given, capture_output=True, text=True, encoding="utf-8", check=False)
    with TemporaryDirectory() as work:
        said = [Path(work) / "out", Path(work) / "err"]
        process = loaded().Process(target=become, args=(folder, command, given, said))
        process.start()
        process.join()
        return subprocess.CompletedProcess(command, process.exitcode or 0, *(path.read_text(encoding="utf-8") for path in said))


def become(folder: Path, command: Sequence[str], env: Mapping[str, str], said: Sequence[Path]) -> None:
    """Be the process of a command."""
    for number, path in enumerate(said, 1):
        os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND), number)
    sys.stdout, sys.stderr = (os.fdopen(os.dup(number), "w", encoding="utf-8", buffering=1) for number in (1, 2))
    os.environ.clear()
    os.environ.update(env)
    os.chdir(folder)
    sys.path[:] = [str(folder), *(path for path in sys.path if path and Path(path).resolve() != ROOT)]
    for name in [name for name in sys.modules if name.partition(".")[0] == "tests"]:
        del sys.modules[name]
    status = outcome(command)
    atexit._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


def outcome(command: Sequence[str]) -> int:
    """Run a command to its end; return its status."""
    try:
        run(*command)
    except SystemExit as end:
        return status(end.code)
    except BaseException:
        traceback.print_exc()
        return 1
    return 0


def status(code: object) -> int:
    """Return the status of a process that exits with something."""
    if code is None or isinstance(code, int):
        return int(code or 0)
    print(code, file=sys.stderr)
    return 1


def run(how: str, what: str, *arguments: str) -> None:
    """Run a module, or some code."""
    sys.argv[:] = ["-c" if how == "-c" else what, *arguments]
    if how == "-m":
        runpy.run_module(what, run_name="__main__", alter_sys=True)
    else:
        exec(compile(what, "<string>", "exec"), sys.modules["__main__"].__dict__)
