"""The examples of the components: what `exemples.yml` says beside each template, read and checked; what is wrong there is told in French.

An example has a name. It says where its HTML comes from, on the small project of the cases, or on the frozen site if `site` says `fige`: `macro`,
called with `avec`; `reponses`, what the helper's answers are made of; `texte`, the page of a text; `papier`, a form laid out for paper; `valeurs`,
those of its template; `gabarit`, a piece of template for what others import. Of a macro or a text, the component's first HTML is shown, or that of
`rang`; `dans` names another component that holds it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from macros.mistakes import Mistake, MistakesError
from macros.rendering.catalogue import MACROS
from macros.words import nearest

ROOT = Path(__file__).resolve().parent.parent
FILE = "exemples.yml"
# The small project of the cases, and the frozen site for what it lacks (`site: fige`).
PROJECTS = {"petit": ROOT / "tests" / "erreurs" / "projet", "fige": ROOT / "tests" / "site_fige"}
# Where its HTML comes from, then what more an example may say; the form of each.
SOURCES: dict[str, type] = {"macro": str, "texte": str, "reponses": str, "papier": str, "valeurs": dict, "gabarit": str}
KEYS: dict[str, type] = {**SOURCES, "avec": dict, "rang": int, "dans": str, "site": str}
FORMS = {str: "un texte", dict: "des clés et leurs valeurs", int: "un nombre à partir de 1"}
BEFORE = {str: "qu'", dict: "que ", int: "qu'"}
Wrong = tuple[str, str]


@dataclass(frozen=True)
class Example:
    """A component in one of its states: what its file says, at a line."""

    composant: str
    nom: str
    rang: int
    dit: dict[str, Any]
    fichier: str = ""
    ligne: int = 1

    @property
    def sur_papier(self) -> bool:
        """Whether it is a PDF file, which no palette changes."""
        return "papier" in self.dit

    def page(self, palette: str = "") -> str:
        """Return the path of its page in the gallery, in a palette."""
        return f"exemples/{self.composant}-{self.rang}" + (".pdf" if self.sur_papier else f"-{palette}.html")

    def mistake(self, problem: str, remedy: str) -> Mistake:
        """Return what is wrong in it."""
        return Mistake(self.fichier, self.ligne, f"l'exemple « {self.nom} » {problem}", remedy)


def examples(folder: Path) -> dict[str, list[Example]]:
    """Return the examples of the components of a folder, by component, for what has a template. Raises MistakesError with every mistake found."""
    found: dict[str, list[Example]] = {}
    mistakes: list[Mistake] = []
    for path in sorted(folder.glob("*/gabarit.html")):
        try:
            found[path.parent.name] = of_file(path.with_name(FILE))
        except MistakesError as error:
            mistakes += error.mistakes
    if mistakes:
        raise MistakesError(mistakes)
    return found


def of_file(path: Path) -> list[Example]:
    """Return the examples that a file names. Raises MistakesError with every mistake found."""
    component, file = path.parent.name, path.relative_to(path.parents[3]).as_posix()
    node, said = parsed(path, file)
    if not isinstance(node, yaml.MappingNode) or not node.value:
        remedy = "nommez-en un, suivi de ce qui le donne : « nom de l'exemple: {macro: …} »"
        raise MistakesError([Mistake(file, 1, f"aucun exemple du composant « {component} »", remedy)])
    lines = {str(key.value): key.start_mark.line + 1 for key, _ in reversed(node.value)}
    found = [Example(component, str(name), rank, one, file, lines[str(name)]) for rank, (name, one) in enumerate(said.items(), 1)]
    mistakes = [*repeated(node, file), *(example.mistake(*wrong) for example in found for wrong in wrongs(example.dit, path.parents[1]))]
    if mistakes:
        raise MistakesError(mistakes)
    return found


def parsed(path: Path, file: str) -> tuple[yaml.Node | None, Any]:
    """Return the nodes of a file and their values, nothing for one that is not there. Raises MistakesError if it cannot be read."""
    if not path.is_file():
        return None, None
    try:
        text = path.read_text(encoding="utf-8")
        return yaml.compose(text, Loader=yaml.SafeLoader), yaml.safe_load(text)
    except UnicodeDecodeError:
        raise MistakesError([Mistake(file, 1, "le fichier ne se lit pas", "enregistrez-le en UTF-8")]) from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        remedy = "vérifiez les crochets, les retraits et les deux-points"
        raise MistakesError([Mistake(file, mark.line + 1 if mark else 1, "le fichier ne se lit pas", remedy)]) from None


def repeated(node: yaml.Node, file: str) -> Iterator[Mistake]:
    """Yield a mistake for each key that is there twice, at whatever depth: the last alone would count."""
    first: dict[str, int] = {}
    for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
        line = key.start_mark.line + 1
        if str(key.value) in first:
            yield Mistake(file, line, f"« {key.value} » est déjà à la ligne {first[str(key.value)]}", "gardez une seule des deux")
        first.setdefault(str(key.value), line)
        yield from repeated(value, file)


def wrongs(said: Any, components: Path) -> Iterator[Wrong]:
    """Yield what is wrong in what an example says."""
    if not isinstance(said, dict):
        yield "ne dit pas ce qui le donne", f"donnez-lui l'une des clés {', '.join(SOURCES)}"
        return
    for key, value in said.items():
        if key not in KEYS:
            yield f"a une clé inconnue, « {key} »", nearest(str(key), KEYS)
        elif not of_form(KEYS[key], value):
            form = FORMS[KEYS[key]]
            yield f"a pour « {key} » autre chose {BEFORE[KEYS[key]]}{form}", f"écrivez {form}"
    given = [key for key in said if key in SOURCES]
    if len(given) != 1:
        problem = f"est donné à la fois par « {' » et « '.join(given)} »" if given else "ne dit pas ce qui le donne"
        yield problem, "gardez une seule de ces clés" if given else f"donnez-lui l'une des clés {', '.join(SOURCES)}"
    if "avec" in said and "macro" not in said:
        yield "a une clé « avec », que rien ne lit", "supprimez-la : une macro seule la lit"
    yield from unknown(said, {"macro": MACROS, "site": PROJECTS, "dans": sorted(path.parent.name for path in components.glob("*/gabarit.html"))})


def of_form(form: type, value: Any) -> bool:
    """Tell whether a value has the form of its key."""
    return isinstance(value, form) and (not isinstance(value, int) or (not isinstance(value, bool) and value > 0))


def unknown(said: dict[str, Any], known: dict[str, Collection[str]]) -> Iterator[Wrong]:
    """Yield each name that an example gives and that nothing has."""
    for key, names in known.items():
        if isinstance(name := said.get(key), str) and name not in names:
            yield f"nomme « {name} », qui n'existe pas, pour « {key} »", nearest(name, names)
