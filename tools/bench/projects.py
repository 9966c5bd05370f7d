"""The projects that are built to be measured: copies of this one, the same with ten times its things, and the theme alone on the same pages."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from tools.bench.report import ROOT

COPIED = ("data", "docs", "macros", "overrides", "tools")
# The folders of pages, by those of the data that they show.
PAGES = {"listes": "autoevaluation", "formulaires": "modeles", "plateformes": "plateformes"}
ORDER = re.compile(r"^ordre:\n((?:  - .+\n)+)", re.M)
# The platforms that a rule is for, or is not for.
NAMED = re.compile(r"^ +(?:plateformes|sauf):\n(?: +- .+\n)+", re.M)
ITEM = re.compile(r"^( +- )(.+)\n", re.M)
ENTRY = re.compile(r"^(?=  - id: )", re.M)
READ = re.compile(r"^  - \{ article: ([\w-]+)/([^,]+), mots: (\w+)", re.M)
# What may stand once in the data: the first day, other names, the row of a clause's table, the platform that stands for all the others.
ALONE = re.compile(r"^(?:aussi_appelee|remplacer_par|tableau):\n(?: .*\n)+|^tient_lieu: oui\n|^ +premier_jour: oui\n", re.M)
HOOK = """import os
from pathlib import Path


def on_page_content(html, page, **_):
    target = Path(os.environ["BENCH_PAGES"]) / page.file.src_uri
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(html, encoding="utf-8")
"""
PLAIN = """site_name: Les mêmes pages
theme: {name: material, language: fr, features: [navigation.tabs, navigation.indexes]}
plugins: [{search: {lang: fr}}]
"""


def copy(folder: Path) -> Path:
    """Copy the project to a folder that does not exist; return it."""
    for name in COPIED:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", "node_modules"))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


def plain(folder: Path, project: Path, build: Callable[..., None]) -> Path:
    """Return a folder with the pages of a project as Markdown made them, for the theme alone; the project is built for that."""
    (folder / "docs").mkdir(parents=True)
    (project / "crochet.py").write_text(HOOK, encoding="utf-8")
    (project / "bench.yml").write_text("INHERIT: mkdocs.yml\nhooks: [crochet.py]\n", encoding="utf-8")
    build(project, "-f", "bench.yml", BENCH_PAGES=str(folder / "docs"))
    (folder / "mkdocs.yml").write_text(PLAIN, encoding="utf-8")
    return folder


def with_documents(folder: Path, times: int) -> None:
    """Give a project as many times its self-assessments and its sheets."""
    for data in ("listes", "formulaires"):
        copy_things(folder, data, sorted((folder / "data" / data).glob("*.yml")), times)
    edit(folder / "data" / "attendus.yml", lambda text: expecting(text, times))


def expecting(text: str, times: int) -> str:
    """Return what is expected of the content, with the copies of its documents after all of these, in their order."""

    def again(found: re.Match[str]) -> str:
        return found[0] + "".join(f"{line}-{number}\n" for number in range(2, times + 1) for line in found[1].splitlines())

    return ORDER.sub(again, text)


def with_platforms(folder: Path, times: int) -> None:
    """Give a project as many times its platforms, with the same answers. Those that a clause approves by name are single, the others all the more."""
    every = sorted((folder / "data" / "plateformes").glob("*.yml"))
    others = [path for path in every if "statut: approuvee" not in path.read_text(encoding="utf-8")]
    each = 1 + round((times - 1) * len(every) / len(others))
    copy_things(folder, "plateformes", others, each)
    ids = [path.stem for path in others]
    edit(folder / "data" / "regles.yml", lambda text: NAMED.sub(lambda found: with_copies(found[0], ids, each), text))


def with_texts(folder: Path, times: int) -> None:
    """Give a project as many times its texts; what obliges in a copy is carried out by no question."""
    register = folder / "data" / "encadrements.yml"
    head, *entries = ENTRY.split(register.read_text(encoding="utf-8"))
    ids = [entry.split("\n", 1)[0].removeprefix("  - id: ") for entry in entries]
    copies = [entry_again(entry, id_, number) for number in range(2, times + 1) for entry, id_ in zip(entries, ids, strict=True)]
    register.write_text(head + "".join([*entries, *copies]), encoding="utf-8")
    for id_ in ids:
        copy_page(folder / "docs" / "encadrements" / f"{id_}.md", times)
    edit(folder / "data" / "relectures.yml", lambda text: text + "".join(read_again(text, ids, times)))


def copy_things(folder: Path, data: str, originals: list[Path], times: int) -> None:
    """Copy some things of a folder of data, each under an id, a rank, a name and a page of its own."""
    for path in originals:
        text = path.read_text(encoding="utf-8")
        for number in range(2, times + 1):
            path.with_stem(f"{path.stem}-{number}").write_text(renumbered(text, number), encoding="utf-8")
        copy_page(folder / "docs" / PAGES[data] / f"{path.stem}.md", times)


def copy_page(page: Path, times: int) -> None:
    """Copy a page, each copy about the thing of its own name."""
    text = page.read_text(encoding="utf-8")
    for number in range(2, times + 1):
        id_ = f"{page.stem}-{number}"
        page.with_stem(id_).write_text(text.replace(f'"{page.stem}"', f'"{id_}"'), encoding="utf-8")


def renumbered(text: str, number: int) -> str:
    """Return a datum with another rank, another name and questions of its own, without what one thing alone may say."""
    ranked = re.sub(r"^ordre: (\d+)$", lambda found: f"ordre: {int(found[1]) + 1000 * number}", text, count=1, flags=re.M)
    asked = re.sub(r"^( +question: .+\?)$", rf"\1 ({number})", ranked, flags=re.M)
    return re.sub(r"^(titre|nom|nom_usuel): (.+)$", rf"\1: \2 {number}", ALONE.sub("", asked), flags=re.M)


def entry_again(entry: str, id_: str, number: int) -> str:
    """Return the entry of a text for one of its copies."""
    named = re.sub(r"^    (titre|titre_court): (.+)$", rf"    \1: \2 {number}", entry, flags=re.M)
    cited = re.sub(rf"\b{id_}/", f"{id_}-{number}/", ALONE.sub("", named)).replace("couverture: oui", "couverture: non")
    return cited.replace(f"- id: {id_}\n", f"- id: {id_}-{number}\n", 1)


def with_copies(lines: str, ids: list[str], times: int) -> str:
    """Return the lines of a list, each id that has copies followed by them."""

    def followed(found: re.Match[str]) -> str:
        more = (f"{found[1]}{found[2]}-{number}\n" for number in range(2, times + 1) if found[2] in ids)
        return found[0] + "".join(more)

    return ITEM.sub(followed, lines)


def read_again(text: str, ids: list[str], times: int) -> Iterator[str]:
    """Yield the lines that say that the clauses of the copies were read."""
    for id_, clause, words in READ.findall(text):
        if id_ in ids:
            yield from (f"  - article: {id_}-{number}/{clause}\n    mots: {words}\n" for number in range(2, times + 1))


def edit(path: Path, change: Callable[[str], str]) -> None:
    """Change the text of a file."""
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")
