"""What an editor sees of mistakes: the command, the annotations of a pull request, the build that stops."""

from __future__ import annotations

import logging
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from macros.french_log import LOGGER, French
from macros.mistakes import Mistake, typeset
from tests.copie import copied, unbuilt
from tests.processus import python

REPORT = """\
data/plateformes/teams.yml:2 : « dix » n'est pas un nombre entier ; écrivez un nombre en chiffres, par exemple 10
docs/glossaire.md:5 : la page contient du HTML (« <b> ») ; écrivez du texte, des listes et des macros seulement
2 erreurs à corriger.
"""
ANNOTATIONS = typeset("""\
::error file=data/plateformes/teams.yml,line=2::« dix » n'est pas un nombre entier ; écrivez un nombre en chiffres, par exemple 10
::error file=docs/glossaire.md,line=5::la page contient du HTML (« <b> ») ; écrivez du texte, des listes et des macros seulement
""")


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small project with two mistakes, and a site built before them."""
    copy = copied(tmp_path_factory.mktemp("essai") / "projet", {})
    (copy / "site").mkdir()
    (copy / "site" / "index.html").write_text("le site d'hier", encoding="utf-8")
    teams = "# Teams\nordre: dix\n" + without_first_lines(copy / "data/plateformes/teams.yml")
    (copy / "data/plateformes/teams.yml").write_text(teams, encoding="utf-8")
    glossary = (copy / "docs/glossaire.md").read_text(encoding="utf-8").replace("{{ glossaire() }}", "{{ glossaire() }}\n\n<b>Fin</b>")
    (copy / "docs/glossaire.md").write_text(glossary, encoding="utf-8")
    return copy


def without_first_lines(path: Path) -> str:
    """Return the file after its comment and its rank."""
    first, second, *rest = path.read_text(encoding="utf-8").splitlines(keepends=True)
    assert first.startswith("#")
    assert second.startswith("ordre: ")
    return "".join(rest)


def run(folder: Path, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a Python module in a folder, outside of the forge's checks unless told."""
    kept = {name: value for name, value in os.environ.items() if name != "GITHUB_ACTIONS"}
    return python(folder, "-m", *command, env={**kept, **environment})


def test_the_command_reports(broken: Path) -> None:
    done = run(broken, "macros", "check")
    assert (done.returncode, done.stdout, done.stderr) == (1, typeset(REPORT), "")


def test_who_reads_no_more_gets_no_traceback(broken: Path) -> None:
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    command = subprocess.Popen([sys.executable, "-m", "macros", "check"], cwd=broken, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert command.stdout
    assert command.stderr
    command.stdout.close()
    assert (command.stderr.read(), command.wait()) == (b"", 1)


def test_the_command_annotates_a_pull_request(broken: Path) -> None:
    done = run(broken, "macros", "check", GITHUB_ACTIONS="true")
    assert (done.returncode, done.stdout, done.stderr) == (1, ANNOTATIONS + typeset(REPORT), "")


# That what is published is sound is for the tests of the content to say, which load it.
def test_the_command_accepts_sound_data(small_built: Path, tmp_path: Path) -> None:
    done = run(unbuilt(small_built, tmp_path / "projet"), "macros", "check")
    assert (done.returncode, done.stderr) == (0, "")
    assert re.match(r"Aucune erreur\u00a0: \d+ fichiers de données, \d+ articles\.\n", done.stdout)


def test_the_build_stops_with_the_report_and_leaves_the_site_as_it_was(broken: Path) -> None:
    done = run(broken, "mkdocs", "build", "--strict")
    printed = done.stdout + done.stderr
    assert done.returncode == 1
    assert REPORT in printed
    assert "Traceback" not in printed
    assert "::error" not in printed
    assert {p.name: p.read_text(encoding="utf-8") for p in (broken / "site").iterdir()} == {"index.html": "le site d'hier"}


def test_the_build_annotates_a_pull_request(broken: Path) -> None:
    done = run(broken, "mkdocs", "build", "--strict", GITHUB_ACTIONS="true")
    assert done.returncode == 1
    assert ANNOTATIONS in done.stdout


def test_what_the_build_would_find_is_said_in_french_too(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text("# Accueil\n\n[x](contacts.md#rien)\n", encoding="utf-8")
    said = "Doc file 'index.md' contains a link 'contacts.md#rien', but the doc 'contacts.md' does not contain an anchor '#rien'."
    record = logging.LogRecord(LOGGER, logging.WARNING, "", 1, said, (), None)
    assert French(tmp_path).filter(record)
    told = "l'ancre « #rien » n'existe pas dans docs/contacts.md ; corrigez ce qui suit le dièse, ou enlevez-le de l'adresse"
    assert record.getMessage() == f"docs/index.md:3 : {told}"


def test_what_would_break_an_annotation_is_escaped() -> None:
    mistake = Mistake("data/a,b:c.yml", 3, "50 % de\n« trop »", "enlevez\r\nla moitié")
    assert mistake.as_annotation() == "::error file=data/a%2Cb%3Ac.yml,line=3::50 %25 de « trop » ; enlevez la moitié"
    assert str(mistake) == "data/a,b:c.yml:3 : 50 % de « trop » ; enlevez la moitié"


def test_a_long_quotation_is_cut() -> None:
    mistake = Mistake("a.yml", 1, f"« {'x' * 500} » est trop long", "raccourcissez")
    assert str(mistake) == f"a.yml:1 : « {'x' * 79}… » est trop long ; raccourcissez"


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("a.yml:3 : rien ne va ; corrigez !", "a.yml:3\u00a0: rien ne va; corrigez!"),
        ("« oui » et «\u00a0non\u00a0» ?", "«\u00a0oui\u00a0» et «\u00a0non\u00a0»?"),
        ("écrivez « a : b ; c »", "écrivez «\u00a0a : b ; c\u00a0»"),
        ('écrivez « plateforme: teams » ou {{ art("a/1") }}', 'écrivez «\u00a0plateforme: teams\u00a0» ou {{ art("a/1") }}'),
        ("::error file=a.yml,line=1::« \u00a0 » ; b\n::error", "::error file=a.yml,line=1::«\u00a0 \u00a0 \u00a0»; b\n::error"),
    ],
)
def test_what_is_told_has_the_spaces_of_quebec(told: str, shown: str) -> None:
    assert typeset(told) == shown
