"""The site of another organisation: from `make nouveau` to a published page, without a trace of this one's."""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
import yaml
from pypdf import PdfReader

from macros.checking.reminders import reminders
from macros.loading import load
from macros.mistakes import MistakesError
from macros.model.organisations import with_determinant
from tests.copie import FROZEN, ROOT
from tools.nouveau import CODE_COMMANDS, LEFT, TAKEN, create, main

pytestmark = pytest.mark.long

OTHER = ROOT / "tests" / "autre_site"
NOT_ITS_OWN = "A file that tests/autre_site/ has not is that of tools/nouveau/. Remedy: write there, of the same name, what its own data allow."
# The names, acronyms and addresses of the organisations of the frozen site, which is a copy of the one that is published.
FIRST = re.compile(r"csspb|pays-des-bleuets|bleuet|cssrdn|rivière-du-nord|commission scolaire crie|\bCSC\b", re.I)
TEXTS = {".html", ".json", ".js", ".css", ".xml", ".txt", ".ics", ".csv", ".svg", ".map"}

# What each page that lists things says while there is none.
NOTHING_YET = {
    "autoevaluation/index.html": "Aucune autoévaluation n’est encore publiée.",
    "autoevaluation/comparer/index.html": "Aucune autoévaluation n’est encore publiée.",
    "avis/index.html": "Aucun avis n’a encore été publié ici.",
    "calendrier/index.html": "Aucune échéance n’est encore inscrite.",
    "glossaire/index.html": "Aucun mot n’est encore défini ici.",
    "modeles/index.html": "Aucun document n’est encore publié.",
    "modeles/classe/index.html": "Aucun document ne se fait encore pour toute une classe.",
    "plateformes/index.html": "aucune",
    "points-a-clarifier/index.html": "Aucun point n’est inscrit ici, ce qui ne veut pas dire que les textes s’accordent toujours.",
    "situations/index.html": "Aucune question n’est encore publiée.",
    "transparence/index.html": "Aucun moyen technologique n’est encore décrit ici.",
    "transparence/logiciels/index.html": "Aucun logiciel n’est encore nommé ici.",
}


def started(folder: Path) -> Path:
    """Start a new site in a folder, with the environment of this one."""
    create(folder, FROZEN)
    (folder / ".venv").symlink_to(ROOT / ".venv")
    return folder


def gate(folder: Path, *command: str) -> str:
    """Run the gate of the content in a site, and return what it said."""
    done = subprocess.run(["bash", *command], cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def sound(project: Path) -> None:
    """Load the second organisation's project; what is wrong there is told with what to do about it."""
    try:
        load(project)
    except MistakesError as error:
        pytest.fail(f"{error}\n{NOT_ITS_OWN}", pytrace=False)


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of a second organisation, whose own content took the place of the starter's; the project is beside it."""
    project = started(tmp_path_factory.mktemp("autre") / "projet")
    (project / "docs/encadrements/directive.md").unlink()
    shutil.copytree(OTHER, project, dirs_exist_ok=True)
    sound(project)
    assert gate(project, "tools/contenu.sh", f"{project.parent}/site").rstrip().endswith("Le contenu est prêt.")
    return project.parent / "site"


def words(path: Path) -> Iterator[str]:
    """Yield all that can be read in a published file: its name, its text, what a PDF or Word file shows and says of itself."""
    yield path.name
    if path.suffix in TEXTS:
        yield path.read_text(encoding="utf-8")
    elif path.suffix == ".pdf":
        reader = PdfReader(path)
        yield from (page.extract_text() for page in reader.pages)
        yield f"{reader.metadata} {reader.get_fields()}"
    elif path.suffix in (".docx", ".gz"):
        yield from inside(path)


def inside(path: Path) -> Iterator[str]:
    """Yield the parts of a packed file."""
    if path.suffix == ".docx":
        with zipfile.ZipFile(BytesIO(path.read_bytes())) as packed:
            yield from (packed.read(name).decode("utf-8", "replace") for name in packed.namelist())
    else:
        import gzip

        yield gzip.decompress(path.read_bytes()).decode("utf-8", "replace")


def test_no_file_of_a_second_organisation_names_the_first(other: Path) -> None:
    files = [path for path in sorted(other.rglob("*")) if path.is_file()]
    assert {".html", ".json", ".js", ".css", ".pdf", ".ics", ".xml", ".csv"} <= {path.suffix for path in files}
    named = {path.relative_to(other).as_posix(): found[0] for path in files for text in words(path) if (found := FIRST.search(text))}
    assert named == {}


def test_no_page_of_a_second_organisation_says_when_the_first_destroys(other: Path) -> None:
    pages = {path.relative_to(other).as_posix(): path.read_text(encoding="utf-8") for path in other.rglob("*.html")}
    assert "au plus tard le 23\N{NO-BREAK SPACE}juin" in pages["plateformes/portail/index.html"]
    assert [name for name, page in pages.items() if re.search(r"tard le 30\sjuin", page)] == []


def test_a_file_that_the_second_one_lacks_is_told(tmp_path: Path) -> None:
    project = started(tmp_path / "projet")
    (project / "docs/encadrements/directive.md").unlink()
    shutil.copytree(OTHER, project, dirs_exist_ok=True)
    shutil.copy(ROOT / "tools/nouveau/data/avis.yml", project / "data/regles.yml")
    with pytest.raises(pytest.fail.Exception, match=re.escape(NOT_ITS_OWN)):
        sound(project)


def test_it_is_the_second_one_s_everywhere(other: Path) -> None:
    home = (other / "index.html").read_text(encoding="utf-8")
    assert "<title>Écrire aux familles – CSDR</title>" in home
    assert 'data-theme="csdr-communications.theme"' in home
    assert "Commission scolaire des Deux-Rives (CSDR)" in home
    assert 'content="Dites à qui vous écrivez' in home
    assert 'href="images/logo.png"' in home
    assert '<img src="images/logo.png"' in home
    assert [path.name for path in (other / "assets/site").glob("*.svg")] == []
    assert "#5a1f3c" in "".join(path.read_text(encoding="utf-8") for path in (other / "assets/paquets").glob("*.css"))
    assert "-//RIVES//" in (other / "calendrier/personnel.ics").read_text(encoding="utf-8")
    assert "Commission scolaire des Deux-Rives" in PdfReader(other / "modeles/accord.pdf").pages[0].extract_text().replace("\n", " ")
    assert "<name>Commission scolaire des Deux-Rives</name>" in (other / "avis.xml").read_text(encoding="utf-8")


def test_what_stands_before_its_name_agrees(other: Path) -> None:
    platform = (other / "plateformes/portail/index.html").read_text(encoding="utf-8")
    assert "Espace de la CSDR pour les familles." in platform
    assert "Ce texte oblige le personnel de la CSDR." in (other / "encadrements/cadre/index.html").read_text(encoding="utf-8")
    assert "J’autorise la Commission scolaire des Deux-Rives" in (other / "modeles/accord/index.html").read_text(encoding="utf-8")
    assert "communications@deux-rives.exemple.ca" in (other / "modeles/accord/index.html").read_text(encoding="utf-8")
    assert [with_determinant(word, "l'", "ASX") for word in ("le", "Du", "au")] == ["l’ASX", "De l’ASX", "à l’ASX"]


def test_from_a_new_site_to_a_published_page(tmp_path: Path) -> None:
    project = started(tmp_path / "projet")
    named = (project / "data/organisations.yml").read_text(encoding="utf-8")
    assert "à nommer" in named
    renamed = named.replace("Centre de services scolaire à nommer", "Centre de services scolaire des Trois-Lacs").replace("CSS\n", "CSSTL\n")
    (project / "data/organisations.yml").write_text(renamed, encoding="utf-8")
    with (project / "docs/encadrements/directive.md").open("a", encoding="utf-8") as text:
        text.write("\n## 3 Délai de réponse\nObligation : personnel\n\nVous répondez aux parents dans les deux jours.\n")
    # Its own tests are those of the content.
    assert not (project / "tests").exists()
    assert (project / "README.md").read_text(encoding="utf-8").startswith("# A site")
    said = gate(project, "tools/test.sh", f"{tmp_path}/site")
    assert said.rstrip().endswith("Le contenu est prêt.")
    page = (tmp_path / "site/encadrements/directive/index.html").read_text(encoding="utf-8")
    assert "Centre de services scolaire des Trois-Lacs (CSSTL)" in page
    assert 'id="art-3"' in page
    assert "Vous répondez aux parents dans les deux jours." in page
    assert [name for name, said in NOTHING_YET.items() if said not in (tmp_path / "site" / name).read_text(encoding="utf-8")] == []
    assert 'id="fichiers"' in (tmp_path / "site/calendrier/index.html").read_text(encoding="utf-8")
    everything = [path for path in (tmp_path / "site").rglob("*") if path.suffix in TEXTS]
    assert [path.name for path in everything if FIRST.search(path.read_text(encoding="utf-8"))] == []


def test_who_leaves_the_words_of_a_new_site_is_told(tmp_path: Path) -> None:
    told = [(one.file, one.line, one.problem) for one in reminders(load(started(tmp_path / "projet")), date(2026, 9, 1)) if "neuf" in one.problem]
    assert told == [
        ("data/organisations.yml", 7, "« Centre de services scolaire à nommer » est ce que dit un site neuf"),
        ("docs/encadrements/directive.md", 4, "« Remplacez ces mots par ceux de votre texte » est ce que dit un site neuf"),
    ]


def test_an_unnamed_site_loads_and_a_folder_that_is_not_empty_is_refused(tmp_path: Path) -> None:
    load(started(tmp_path / "projet"))
    jobs = yaml.safe_load((tmp_path / "projet/.gitlab-ci.yml").read_text(encoding="utf-8"))
    assert {*yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text(encoding="utf-8"))} - {*jobs} == {"code"}
    assert "code" not in {path.stem for path in (tmp_path / "projet/.github/workflows").iterdir()}
    with pytest.raises(SystemExit, match=r"n'est pas vide ; donnez le nom d'un dossier qui n'existe pas encore\.$"):
        create(tmp_path / "projet", FROZEN)


def test_what_cannot_be_written_is_told_and_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "fichier").write_text("", encoding="utf-8")
    assert main(f"{tmp_path}/fichier", FROZEN) == 1
    assert capsys.readouterr().err == f"{tmp_path}/fichier : un fichier est à la place d'un dossier ; déplacez-le, puis recommencez\n"

    def refuse(folder: Path) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(folder))

    monkeypatch.setattr("tools.nouveau.without_code_commands", refuse)
    assert main(f"{tmp_path}/notre site", FROZEN) == 1
    assert capsys.readouterr().err == f"{tmp_path}/notre site : le disque est plein ; libérez de l'espace, puis recommencez\n"
    assert [path.name for path in tmp_path.iterdir()] == ["fichier"]


@pytest.mark.parametrize("inside", [".", "tools/notre-site", "notre-site"])
def test_a_new_site_is_not_put_in_this_one(inside: str) -> None:
    with pytest.raises(SystemExit, match=r"est dans ce projet-ci ; donnez un dossier à côté"):
        create(ROOT / inside)


def test_a_folder_whose_name_has_a_space_is_one_folder(tmp_path: Path) -> None:
    make = subprocess.run(["make", "-n", "nouveau", f"DOSSIER={tmp_path}/notre site"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert f'tools.nouveau "{tmp_path}/notre site"\n' in make.stdout


def test_the_gate_does_not_empty_a_folder_that_is_no_site(tmp_path: Path) -> None:
    (tmp_path / "lettre.txt").write_text("À garder.", encoding="utf-8")
    made = tmp_path / "made"
    made.mkdir()
    command, env = ["bash", "tools/contenu.sh", str(tmp_path)], {**os.environ, "TMPDIR": str(made)}
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 1
    assert f"Le dossier « {tmp_path} » contient autre chose qu'un site" in done.stderr
    assert (tmp_path / "lettre.txt").is_file()
    assert [*made.iterdir()] == []


def test_it_has_the_commands_that_work_there_and_no_other(tmp_path: Path) -> None:
    project = started(tmp_path / "projet")
    makefile = (project / "Makefile").read_text(encoding="utf-8")
    commands = re.findall(r"^([a-z-]+):", makefile, re.M)
    assert {*re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)} - {*commands} == {*CODE_COMMANDS}
    assert (phony := re.search(r"^\.PHONY: (serve .*)$", makefile, re.M))
    assert sorted(phony[1].split()) == sorted(commands)
    assert " tests." not in makefile
    # What checks the code is not promised: neither by the gate, which would take the name of a test for a folder, nor by npm.
    assert not re.search(r"^test:.*(lint|unit|ARGS)|test\.sh \$", makefile, re.I | re.M)
    assert "scripts" not in json.loads((project / "package.json").read_text(encoding="utf-8"))
    # `make test` asks whether the tests are there.
    run = {*re.findall(r"\btools[./][\w.]+", makefile.replace("tools/test.sh", ""))}
    programs = [ROOT / (f"{name.replace('.', '/')}.py" if name.startswith("tools.") else name) for name in run]
    stayed = re.compile(r"\btests\b|STARTER|PROJECTS|BUDGET|d2988b9|lint-imports|npm run|script_coverage")
    assert [path.name for path in programs if path.is_file() and stayed.search(path.read_text(encoding="utf-8"))] == []


def test_its_editors_are_helped_and_its_repository_names_the_first_in_its_licence_alone(tmp_path: Path) -> None:
    project = started(tmp_path / "projet")
    named = json.loads((project / ".vscode/settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    assert [path for path in named if not (project / path).is_file()] == []
    files = [path for path in project.rglob("*") if path.is_file() and path.suffix not in {".ttf", ".woff2", ".png"} and ".venv" not in path.parts]
    assert [path.name for path in files if FIRST.search(path.read_text(encoding="utf-8"))] == ["LICENSE"]


def test_each_file_of_the_repository_is_taken_or_left() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, env={**os.environ, "LC_ALL": "C.UTF-8"}, check=False)
    if listed.returncode:
        pytest.skip("no history here")
    tops = {name.partition("/")[0].strip('"') for name in listed.stdout.splitlines()}
    assert tops == {*TAKEN, *LEFT}
    assert {*TAKEN} & {*LEFT} == set()
