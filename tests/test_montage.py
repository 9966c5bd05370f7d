"""A build never leaves less than it found: alone, whole or nothing, and what stops it is said in a sentence."""

from __future__ import annotations

import errno
import fcntl
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from macros import __main__ as commands
from macros.__main__ import main
from macros.export.tags import tags
from macros.refusals import KNOWN, phrase, sentence
from tests.copie import UNDER_WAY
from tests.processus import python
from tools import build

# A build of two files, killed at its nth rename, before or after it.
KILLED = """
import os, signal, sys
from pathlib import Path
from tools import build

def quick(folder):
    folder.mkdir()
    for name in ("a.html", "b.html"):
        (folder / name).write_text("new")

left = [int(sys.argv[1])]
moment = sys.argv[2]
rename = Path.rename

def killing(self, target):
    left[0] -= 1
    if left[0] or moment == "after":
        rename(self, target)
    if not left[0]:
        os.kill(os.getpid(), signal.SIGKILL)
    return Path(target)

Path.rename = killing
build.engine = lambda: quick
sys.exit(build.main())
"""


def run(folder: Path, *command: str, limit: int | None = None, **more: str) -> subprocess.CompletedProcess[str]:
    """Run Python in a project; with a limit, no file may be larger."""
    if not limit:
        return python(folder, *command, env={**environment(), **more})
    bound = partial(resource.setrlimit, resource.RLIMIT_FSIZE, (limit, limit))
    return subprocess.run(
        [sys.executable, *command],
        cwd=folder,
        env={**environment(), **more},
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
        preexec_fn=bound,
    )


def environment() -> dict[str, str]:
    """The environment of the commands, outside of the forge's checks."""
    kept = {name: value for name, value in os.environ.items() if name != "GITHUB_ACTIONS"}
    return {**kept, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", "PYTHONUNBUFFERED": "1"}


def started(folder: Path) -> subprocess.Popen[str]:
    """Start a build in a project."""
    command = [sys.executable, "-m", "tools.build"]
    return subprocess.Popen(
        command, cwd=folder, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8", bufsize=1
    )


def until(process: subprocess.Popen[str], words: str) -> None:
    """Read what a process prints until it has said some words."""
    assert process.stdout
    said = []
    for line in process.stdout:
        said.append(line)
        if words in line:
            return
    raise AssertionError(f"never said {words!r}: {said}")


def contents(folder: Path) -> dict[str, bytes]:
    """Return the files of a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def leftovers(project: Path) -> list[str]:
    """Return what builds left in the project's folder of work."""
    return sorted(path.name for path in (project / ".cache" / "builds").iterdir())


@pytest.fixture
def project(small_built: Path, tmp_path: Path) -> Path:
    """A copy of the small project and of its site."""
    return Path(shutil.copytree(small_built, tmp_path / "projet"))


# ---- One at a time, and whole


def test_a_build_leaves_its_site_and_nothing_else(project: Path) -> None:
    assert {"index.html", "404.html", "modeles/confirmation.pdf", "search/moteur.js"} <= {*contents(project / "site")}
    assert leftovers(project) == ["lock"]
    assert (project / "site").stat().st_mode & 0o055 == 0o055


def test_builds_at_once_wait_for_one_another_and_all_end_well(project: Path) -> None:
    before = contents(project / "site")
    with (project / ".cache" / "builds" / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        builds = [started(project), started(project)]
        for one in builds:
            until(one, build.WAITING)
        assert contents(project / "site") == before
    said = [one.communicate()[0] for one in builds]
    assert [one.returncode for one in builds] == [0, 0], said
    assert contents(project / "site") == before
    assert leftovers(project) == ["lock"]


def test_a_build_killed_as_it_writes_leaves_the_former_site_and_no_lock(project: Path) -> None:
    (project / "site" / "hier.txt").write_text("hier", encoding="utf-8")
    before = contents(project / "site")
    killed = started(project)
    until(killed, "Building documentation to directory")
    killed.kill()
    assert killed.wait() == -signal.SIGKILL
    assert contents(project / "site") == before
    done = run(project, "-m", "tools.build")
    assert done.returncode == 0, done.stdout
    assert build.WAITING not in done.stdout
    assert "hier.txt" not in contents(project / "site")
    assert leftovers(project) == ["lock"]


OLD, NEW = {"a.html": b"old", "c.html": b"old"}, {"a.html": b"new", "b.html": b"new"}


@pytest.mark.parametrize("moment", ["before", "after"])
@pytest.mark.parametrize("rename", [1, 2, 3])
def test_killed_at_any_rename_a_build_loses_no_site(rename: int, moment: str, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("macros", "tools"):
        shutil.copytree(root / name, tmp_path / name, ignore=UNDER_WAY)
    site = tmp_path / "site"
    site.mkdir()
    for name, text in OLD.items():
        (site / name).write_bytes(text)
    assert run(tmp_path, "-c", KILLED, str(rename), moment).returncode == -signal.SIGKILL
    for name, path in {"SITE": site, "WORK": tmp_path / ".cache/builds", "FORMER": tmp_path / ".cache/builds/former"}.items():
        monkeypatch.setattr(build, name, path)
    build.recover()
    assert contents(site) == (NEW if (rename, moment) in {(2, "after"), (3, "before"), (3, "after")} else OLD)
    assert leftovers(tmp_path) == ["lock"]


@pytest.mark.parametrize("typed", ["https://exemple.ca/Documents partagés/été", "https://exemple.ca/Documents%20partag%C3%A9s/%C3%A9t%C3%A9/"])
def test_the_error_page_loads_its_files_at_an_address_with_spaces_and_accents(typed: str, project: Path) -> None:
    done = run(project, "-m", "tools.build", SITE_URL=typed)
    assert done.returncode == 0, done.stdout + done.stderr
    site, root = project / "site", "/Documents%20partag%C3%A9s/%C3%A9t%C3%A9/"
    page = (site / "404.html").read_text(encoding="utf-8")
    loaded = [address for tag in tags(page) if tag.name in {"link", "script", "img"} and (address := tag.get("href") or tag.get("src"))]
    assert len(loaded) >= 3
    assert [address for address in loaded if not address.startswith(root) or not (site / address.removeprefix(root)).is_file()] == []
    assert f'<link rel="canonical" href="https://exemple.ca{root}">' in (site / "index.html").read_text(encoding="utf-8")
    assert f'href="https://exemple.ca{root}avis.xml"' in (site / "avis.xml").read_text(encoding="utf-8")


def test_the_first_part_of_the_menu_may_have_another_page_than_the_home_page(project: Path) -> None:
    menu = project / "data" / "menu.yml"
    former = menu.read_text(encoding="utf-8")
    menu.write_text(
        former.replace("      - contacts.md\n", "").replace("      - index.md\n", "      - index.md\n      - contacts.md\n"), encoding="utf-8"
    )
    done = run(project, "-m", "tools.build")
    menu.write_text(former, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
    pages = [(project / "site" / name).read_text(encoding="utf-8") for name in ("index.html", "contacts/index.html")]
    assert ["<title>Accueil –" in page for page in pages] == [False, False]
    assert 'class="md-header__button md-logo" href=".."' in pages[1]


# ---- What stops a build is a sentence, and the former site stays


def refused(project: Path, done: subprocess.CompletedProcess[str], before: dict[str, bytes]) -> str:
    """Return the sentence that stopped a build, which left the site as it was and no trace."""
    assert done.returncode == 1
    assert "Traceback" not in done.stdout + done.stderr
    assert contents(project / "site") == before
    told = [line for line in done.stderr.splitlines() if "Remedy: " in line]
    assert len(told) == 1, done.stderr
    return told[0]


def test_a_mistake_of_the_content_leaves_the_former_site(project: Path) -> None:
    before = contents(project / "site")
    (project / "docs" / "index.md").write_text('# Accueil\n\n{{ art("directive/9.9") }}\n', encoding="utf-8")
    done = run(project, "-m", "tools.build")
    assert done.returncode == 1
    assert "docs/index.md:3 : " in done.stdout
    assert "Traceback" not in done.stdout + done.stderr
    assert contents(project / "site") == before
    assert leftovers(project) == ["lock"]


@pytest.mark.parametrize("name", [*build.ENGINES])
@pytest.mark.parametrize("typed", ["intranet", "http://[::1", "https://exemple.ca:port/", "ftp://exemple.ca/"])
def test_what_is_no_address_is_told_by_any_engine(typed: str, name: str, project: Path) -> None:
    told = refused(project, run(project, "-m", "tools.build", SITE_URL=typed, ENGINE=name), contents(project / "site"))
    assert told == f"SITE_URL={typed}: no site can have this address. Remedy: write all of it, as https://exemple.ca/dossier/."


def test_a_file_that_may_not_be_so_large_is_told(project: Path) -> None:
    told = refused(project, run(project, "-m", "tools.build", limit=50_000), contents(project / "site"))
    assert told.endswith(f": {KNOWN[errno.EFBIG].cause}. Remedy: {KNOWN[errno.EFBIG].remedy}, then run the command again.")
    assert leftovers(project) == ["lock"]


@pytest.fixture
def mounted() -> Iterator[Callable[..., None]]:
    """Mounts a disk on a folder, until the end of the test; who may not mount leaves the test out."""
    folders: list[Path] = []

    def mount(folder: Path, *options: str) -> None:
        done = subprocess.run(["mount", *options, str(folder)], capture_output=True, text=True, check=False)
        if done.returncode:
            pytest.skip(f"no disk may be mounted here: {done.stderr}")
        if folder not in folders:
            folders.append(folder)

    yield mount
    for folder in folders:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def test_a_full_disk_is_told(project: Path, mounted: Callable[..., None]) -> None:
    before = contents(project / "site")
    mounted(project / ".cache" / "builds", "-t", "tmpfs", "-o", "size=1m", "tmpfs")
    told = refused(project, run(project, "-m", "tools.build"), before)
    assert told.endswith(": the disk is full. Remedy: free some space on it, then run the command again.")


def test_another_disk_is_told(project: Path, mounted: Callable[..., None]) -> None:
    before = contents(project / "site")
    mounted(project / ".cache" / "builds", "-t", "tmpfs", "-o", "size=100m", "tmpfs")
    told = refused(project, run(project, "-m", "tools.build"), before)
    assert KNOWN[errno.EXDEV].cause in told


def test_a_checkout_that_cannot_be_written_is_told(project: Path, mounted: Callable[..., None]) -> None:
    before = contents(project / "site")
    mounted(project, "--bind", str(project))
    mounted(project, "-o", "remount,ro,bind")
    told = refused(project, run(project, "-m", "tools.build"), before)
    assert told.endswith(": its folder is read-only. Remedy: work in a copy of the project, then run the command again.")


def test_a_mistake_of_ours_says_whose_it_is_before_its_trace(project: Path) -> None:
    before = contents(project / "site")
    with (project / "macros" / "export" / "pages.py").open("a", encoding="utf-8") as code:
        code.write("\n\ndef finish(*_: object, **__: object) -> None:\n    raise LookupError('lost')\n")
    done = run(project, "-m", "tools.build")
    assert done.returncode == 1
    assert re.search(f"^{re.escape(build.OURS)}$.*^LookupError: lost$", done.stderr, re.S | re.M)
    assert contents(project / "site") == before
    assert leftovers(project) == ["lock"]


def test_what_the_check_may_not_read_is_told_in_french(root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def refuse(root: Path, *_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(root / "data/roles.yml"))

    monkeypatch.setattr(commands, "load_known", refuse)
    assert main("check") == 1
    assert capsys.readouterr().out == f"{root / 'data/roles.yml'}\u00a0: votre compte n'y a pas droit; demandez ce droit, puis recommencez\n"


@pytest.mark.parametrize("number", KNOWN)
def test_each_refusal_has_a_cause_and_a_remedy_in_both_languages(number: int) -> None:
    error = OSError(number, os.strerror(number), "a\nb", None, "c")
    assert re.fullmatch(r"a\\nb → c: .+\. Remedy: .+, then run the command again\.", sentence(error))
    assert re.fullmatch(r"a\\nb → c : [^.;]+ ; [^.;]+, puis recommencez", phrase(error))


def test_a_refusal_that_is_not_known_gives_the_words_of_the_system() -> None:
    assert sentence(OSError(errno.ELOOP, "Too many levels of symbolic links", "a")).startswith("a: Too many levels of symbolic links. Remedy: ")
