"""`make nouveau DOSSIER=…`: the site of another organisation, which builds at once and says nothing of this one.

It gets the code as it is, the pages that are the same for any organisation, and for the rest the files of `tools/nouveau/`.
"""

from __future__ import annotations

import posixpath
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from macros.model.kinds import KINDS, PAGES
from macros.reading.draft import text_name
from macros.refusals import phrase

ROOT = Path(__file__).resolve().parent.parent
STARTER = ROOT / "tools" / "nouveau"
# What a new site takes as it is, and what is this one's alone: its content, the tests of its code and content, what git keeps.
TAKEN = (
    *(".ci", ".github", ".vscode", "contribuer", "macros", "overrides", "tools"),
    *(".editorconfig", ".gitattributes", ".gitignore", ".gitlab-ci.yml", "CONTRIBUER.md", "LICENSE", "Makefile", "mkdocs.yml"),
    *("package.json", "package-lock.json", "pyproject.toml", "requirements.lock"),
)
LEFT = (
    *(
        ".importlinter",
        ".pre-commit-config.yaml",
        "ACCESSIBILITY.md",
        "ARCHITECTURE.md",
        "CHANGELOG.md",
        "DECISIONS.md",
        "README.md",
        "SECURITY.md",
        "bench",
        "biome.json",
        "tsconfig.json",
    ),
    *("data", "docs", "tests"),
)
# The data that are the same for any organisation: the words of the codes, the menu.
COMMON = ("data/vocabulaire.yml", "data/menu.yml")
# What helps an editor type, made of the models.
SCHEMAS = "data/.schemas"
# The job of GitLab that runs them, up to the next one.
CODE_JOB = re.compile(r"^code:\n(?:(?: .*)?\n)*", re.M)
# The commands that need what stays where the code is: its tests, their projects, its settings. Without these, one of them would rewrite the content.
CODE_COMMANDS = (
    *("bench", "count", "couverture", "fonts", "format-html", "format-js", "fuzz", "gallery", "lint", "nouveau", "poids", "scripts", "search"),
    "verdicts",
)
CODE_COMMAND = re.compile(rf"^(?:{'|'.join(CODE_COMMANDS)}):.*\n(?:\t.*\n)*\n?", re.M)
# There, the gate is that of the content alone.
GATE = re.compile(r"^(test: \S+).*\n.*", re.M)
CONTENT_GATE = r"\1  ## What `make contenu` runs: data, texts, expectations, strict build, each page in a browser\n\tbash tools/test.sh"
# The scripts of npm check the code, with settings that stay with it.
NPM_SCRIPTS = re.compile(r'^  "scripts": \{\n(?: {4}.*\n)*  \},\n', re.M)
PHONY = re.compile(r"^\.PHONY: serve.*$", re.M)
MADE = re.compile(r"__pycache__|\.pyc$|node_modules")


def create(folder: Path, content: Path = ROOT) -> None:
    """Leave a new site in a folder, which must not be there or must be empty; `content` holds the pages that any organisation may have.

    Raises SystemExit, with a French sentence, if the folder is not empty or is one of this project's; OSError if the system refuses: nothing is
    left then.
    """
    if folder.resolve().is_relative_to(ROOT):
        raise SystemExit(f"Le dossier {folder} est dans ce projet-ci ; donnez un dossier à côté : make nouveau DOSSIER=../notre-site")
    if folder.exists() and any(folder.iterdir()):
        raise SystemExit(f"Le dossier {folder} n'est pas vide ; donnez le nom d'un dossier qui n'existe pas encore.")
    try:
        fill(folder, content)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def fill(folder: Path, content: Path) -> None:
    """Copy to an empty folder what a new site takes, then the starter."""
    for root, names in ((ROOT, (*TAKEN, SCHEMAS)), (content, COMMON), (content, pages(content))):
        for name in names:
            copy(root / name, folder / name)
    shutil.rmtree(folder / "tools" / "nouveau")
    without_code_gate(folder)
    without_code_commands(folder)
    shutil.copytree(STARTER, folder, dirs_exist_ok=True)


def without_code_gate(folder: Path) -> None:
    """Take the gate of the code away from the forge's workflows: the tests of the code stay where it is changed."""
    (folder / ".github/workflows/code.yml").unlink()
    pipeline = folder / ".gitlab-ci.yml"
    pipeline.write_text(CODE_JOB.sub("", pipeline.read_text(encoding="utf-8")), encoding="utf-8")


def without_code_commands(folder: Path) -> None:
    """Take away the commands of the code, and the file that one of them reads."""
    (folder / "tools/weight.yml").unlink()
    makefile, package = folder / "Makefile", folder / "package.json"
    package.write_text(NPM_SCRIPTS.sub("", package.read_text(encoding="utf-8")), encoding="utf-8")
    text = GATE.sub(CONTENT_GATE, CODE_COMMAND.sub("", makefile.read_text(encoding="utf-8")))
    makefile.write_text(PHONY.sub(lambda line: " ".join(word for word in line[0].split(" ") if word not in CODE_COMMANDS), text), encoding="utf-8")


def copy(source: Path, target: Path) -> None:
    """Copy a file or a folder, without what the machine made of it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        shutil.copytree(source, target, ignore=lambda _, names: [name for name in names if MADE.search(name)], dirs_exist_ok=True)
    else:
        shutil.copy2(source, target)


def pages(content: Path) -> Iterator[str]:
    """Yield the pages of a site that any organisation may have: those that the starter has not, and that are of no thing."""
    for path in sorted((content / PAGES).rglob("*.md")):
        name = path.relative_to(content).as_posix()
        if not of_a_thing(name, path.read_text(encoding="utf-8")) and not (STARTER / name).exists():
            yield name


def of_a_thing(name: str, text: str) -> bool:
    """Tell whether a page is that of one thing: a text, a platform, a list, a form, a theme."""
    macros = [kind.macro for kind in KINDS if kind.pages == posixpath.dirname(name) and kind.macro]
    return text_name(name) is not None or any(f"{{{{ {macro}(" in text for macro in macros)


def main(named: str, content: Path = ROOT) -> int:
    """Start the site in the folder that is named, and say where it is, or what stops it; return the exit code."""
    if not named:
        raise SystemExit("Dites où : make nouveau DOSSIER=../notre-site")
    try:
        create(Path(named).expanduser(), content)
    except OSError as error:
        print(phrase(error), file=sys.stderr)
        return 1
    print(f"Le site est dans {named}. Ouvrez contribuer/adopter.md, qui dit la suite ; « make serve », dans ce dossier, le montre.")
    return 0


if __name__ == "__main__":
    sys.exit(main(" ".join(sys.argv[1:])))
