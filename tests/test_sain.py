"""A build does not check again what was found sound, and checks whatever is not that very state."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from macros import loading, sound
from macros.kept import code
from macros.loading import load_known
from macros.mistakes import MistakesError
from macros.reading.tree import walk
from macros.sound import FILE, Sound, State
from tests.conftest import small_project
from tests.copie import CODE, CONTENT, ROOT, frozen, unbuilt
from tests.processus import python


class CheckedError(Exception):
    """The checks were called."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the small project, with one file of a theme."""
    root = small_project(tmp_path / "projet")
    (root / "overrides").mkdir()
    (root / "overrides/main.html").write_text("a", encoding="utf-8")
    return root


@pytest.fixture
def noted(project: Path) -> Sound:
    """What is noted of this project, which was found sound."""
    known = Sound(project / FILE)
    load_known(project, known, again=True)
    return known


def stopped(_: object) -> None:
    """Take the place of the checks."""
    raise CheckedError


def is_checked(project: Path, known: Sound, monkeypatch: pytest.MonkeyPatch, again: bool = False) -> bool:
    """Tell whether a project is checked as it is read."""
    with monkeypatch.context() as patched:
        patched.setattr(loading, "checked", stopped)
        try:
            load_known(project, known, again=again)
        except CheckedError:
            return True
        return False


def test_what_was_found_sound_is_checked_again_only_if_it_is_asked_for(project: Path, noted: Sound, monkeypatch: pytest.MonkeyPatch) -> None:
    assert is_checked(project, Sound(project / "rien"), monkeypatch)
    assert not is_checked(project, noted, monkeypatch)
    assert is_checked(project, noted, monkeypatch, again=True)


def test_what_a_proposal_notes_itself_is_checked(project: Path, noted: Sound, monkeypatch: pytest.MonkeyPatch) -> None:
    for command in (["init", "-q"], ["add", "--force", FILE]):
        subprocess.run(["git", *command], cwd=project, check=True)
    noted.note(State(project, walk(project)).fingerprint())
    assert is_checked(project, noted, monkeypatch)
    subprocess.run(["git", "rm", "-q", "-f", "--cached", FILE], cwd=project, check=True)
    noted.note(State(project, walk(project)).fingerprint())
    assert not is_checked(project, noted, monkeypatch)


@pytest.mark.parametrize(
    "file", ["data/plateformes/teams.yml", "docs/index.md", "docs/encadrements/directive.md", "overrides/main.html", "mkdocs.yml"]
)
def test_whatever_changes_is_checked(file: str, project: Path, noted: Sound, monkeypatch: pytest.MonkeyPatch) -> None:
    before = (project / file).read_bytes()
    (project / file).write_bytes(before + b"\n")
    assert is_checked(project, noted, monkeypatch)
    (project / file).unlink()
    assert is_checked(project, noted, monkeypatch)
    (project / file).write_bytes(before)
    assert not is_checked(project, noted, monkeypatch)
    (project / file).with_name("nouveau.txt").write_bytes(b"")
    assert is_checked(project, noted, monkeypatch) is (file != "mkdocs.yml")


def test_another_day_another_package_or_what_git_has_is_another_state(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = {State(project, walk(project)).fingerprint()}
    for name, value in {"tracked": lambda _: b"site/index.html\0", "code": lambda: f"{code()} ", "build_day": sound.build_day().min.replace}.items():
        with monkeypatch.context() as patched:
            patched.setattr(sound, name, value)
            found.add(State(project, walk(project)).fingerprint())
    assert len(found) == 4


def test_a_copy_elsewhere_is_the_same_state(project: Path, tmp_path: Path) -> None:
    other = small_project(tmp_path / "autre")
    (other / "overrides").mkdir()
    (other / "overrides/main.html").write_text("a", encoding="utf-8")
    assert State(other, walk(other)).fingerprint() == State(project, walk(project)).fingerprint()


def test_our_code_is_of_the_state() -> None:
    files = {path.relative_to(ROOT).as_posix() for path in State(ROOT / "tests", walk(ROOT / "tests")).files()}
    assert {"macros/sound.py", "macros/checking/settings.json", "macros/sheets/polices/signes.txt", "overrides/main.html"} <= files


def test_a_state_that_cannot_be_read_or_noted_is_none(project: Path, noted: Sound, monkeypatch: pytest.MonkeyPatch) -> None:
    noted.file.write_bytes(b"\xff")
    assert is_checked(project, noted, monkeypatch)
    noted.file.unlink()
    noted.file.mkdir()
    assert load_known(project, noted, again=False)
    assert is_checked(project, noted, monkeypatch)


def test_what_is_wrong_is_told_each_time(project: Path, noted: Sound) -> None:
    (project / "data/organisations.yml").write_text("organisations:\n", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(MistakesError):
            load_known(project, noted, again=False)


def test_a_file_that_cannot_be_read_is_told_where_it_was(project: Path, noted: Sound, monkeypatch: pytest.MonkeyPatch) -> None:
    page = project / "docs/index.md"
    page.unlink()
    page.symlink_to(page)
    monkeypatch.setattr(State, "files", lambda _: [page])
    assert State(project, walk(project)).moment() == [(str(page), 0, 0)]
    assert [*State(project, walk(project)).contents()] == [b"docs/index.md"]
    with pytest.raises(MistakesError, match=r"docs/index\.md"):
        load_known(project, noted, again=False)


def test_what_changes_while_it_is_read_is_checked_and_not_noted(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read, page = loading.read, project / "docs/index.md"

    def late(*given: object) -> object:
        page.write_text(page.read_text(encoding="utf-8") + "\n", encoding="utf-8")
        return read(*given)  # type: ignore[arg-type]

    known = Sound(project / FILE)
    with monkeypatch.context() as patched:
        patched.setattr(loading, "read", late)
        load_known(project, known, again=False)
        assert not known.file.exists()
        load_known(project, known, again=True)
    assert not known.file.exists()
    load_known(project, known, again=False)
    assert not is_checked(project, known, monkeypatch)


# Every file that is opened, and every command, while a project is read and checked.
WATCHED = """
import json, sys
from pathlib import Path
from macros import loading
from macros.reading.tree import walk
from macros.sound import State
root = Path.cwd()
files = [str(path) for path in State(root, walk(root)).files()]
# What is imported is the code; it is loaded before one looks.
from macros import checking
from macros.checking import anchors, removed
opened, commands = set(), set()
def watch(event, given):
    if event == "open" and isinstance(given[0], str):
        opened.add(given[0])
    elif event == "subprocess.Popen":
        commands.add(" ".join(map(str, given[1])))
sys.addaudithook(watch)
loading.load(root)
print(json.dumps([files, sorted(opened), sorted(commands)]))
"""


def test_the_checks_look_at_nothing_else(tmp_path: Path) -> None:
    root = frozen(tmp_path / "projet")
    as_someone = ("-c", "user.name=a", "-c", "user.email=a@exemple.ca")
    for command in (("init", "-q"), ("add", *CONTENT, *CODE, "mkdocs.yml"), (*as_someone, "commit", "-qm", "a")):
        subprocess.run(["git", *command], cwd=root, check=True)
    done = subprocess.run([sys.executable, "-c", WATCHED], cwd=root, capture_output=True, text=True, check=True)
    files, opened, commands = json.loads(done.stdout)
    read = {path for path in opened if "site-packages" not in path and not path.endswith((".pyc", ".py")) and "/lib/python" not in path}
    assert len(read & {*files}) > 100
    assert read - {*files} == set()
    # The names that git has are of the state.
    assert {command.split(" ", 3)[3].split(" ")[0] for command in commands} == {"rev-parse", "ls-files"}


def test_a_build_goes_by_what_a_check_noted(small_built: Path, tmp_path: Path) -> None:
    root = unbuilt(small_built, tmp_path / "projet")
    (root / FILE).unlink()
    python(root, "-m", "macros", "check")
    noted = (root / FILE).read_text(encoding="ascii")
    program = "from macros import loading; loading.checked = None; import sys; from mkdocs.__main__ import cli; cli(sys.argv[1:])"
    command = ["-c", program, "build", "--strict", "--quiet"]
    assert python(root, *command).returncode == 0
    assert (root / FILE).read_text(encoding="ascii") == noted
    page = root / "docs/index.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert "'NoneType' object is not callable" in python(root, *command).stderr
