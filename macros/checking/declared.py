"""What the code declares of kinds, macros, fields, tones and checks holds together: what does not would make a page that is wrong."""

from __future__ import annotations

import inspect
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from os.path import relpath
from pathlib import Path
from typing import Annotated, Any, get_args, get_origin

from macros.checking.runner import CHECKS, PARTS, Sound, Whole, checks, taken
from macros.dependants import BOOKS
from macros.memo import once
from macros.mistakes import Mistake
from macros.model.base import Id, Modele, Mot, Renvoi
from macros.model.formulaires import CodeLimite
from macros.model.genres import FIELDS, CodeControle
from macros.model.kinds import BY_ENTRY, KINDS, SINGLE_FILES, Kind
from macros.model.meanings import PROPOSED
from macros.model.vocabulaire import CodeTon
from macros.reading.draft import TEXTS, Draft
from macros.rendering.catalogue import MACROS
from macros.rendering.registry import TAKEN
from macros.rendering.sheet_macros import SCHOOL
from macros.words import nearest

CODE = Path(__file__).resolve().parents[2]
OVERVIEWS = "macros/rendering/overviews.py"
KINDS_FILE, IDS_FILE = "macros/model/kinds.py", "macros/model/base.py"
FIELDS_FILE, MEANINGS_FILE = "macros/model/genres.py", "macros/model/meanings.py"
TONES_FILE, STYLE = "macros/model/vocabulaire.py", "overrides/assets/site/site.css"
TONE = re.compile(r'^\[data-ton="([a-z-]+)"\] \{\s*--ton: [^}]*--ton-fond: ', re.M)
ENTRIES, CONTROL = "overrides/composants/commun/saisies.js", re.compile(r"^    ([a-z]+): \[", re.M)
PLACE = re.compile(r"data/[a-z-]+(?:\.yml)?")
Wrong = tuple[str, str]


def told(file: str, beginning: str | tuple[str, ...], problem: str, remedy: str) -> Mistake:
    """Return a mistake of our code, at the first line that begins so."""
    lines = (CODE / file).read_text(encoding="utf-8").splitlines()
    number = next((number for number, line in enumerate(lines, 1) if line.strip().startswith(beginning)), 1)
    return Mistake(file, number, problem, remedy)


@checks
def kinds() -> Iterator[Mistake]:
    """Yield a mistake for each line of the table of kinds whose place, key, component or macro is not what the others suppose."""
    for kind in KINDS:
        for problem, remedy in (*of_entry(kind), *of_place(kind), *of_key(kind), *of_pages(kind), *of_shown(kind)):
            yield told(KINDS_FILE, (f"Kind({kind.entry.__name__},", f"{kind.entry.__name__},"), problem, remedy)


def of_entry(kind: Kind) -> Iterator[Wrong]:
    """Check that no line above has the same model: the last one alone would count."""
    if next(other for other in KINDS if other.entry is kind.entry) is not kind:
        yield f"« {kind.entry.__name__} » a deux lignes dans cette table", "gardez-en une"


def of_place(kind: Kind) -> Iterator[Wrong]:
    """Check that the place is in `data/`, a file or a folder as its models say."""
    if not PLACE.fullmatch(kind.place):
        yield f"« {kind.place} » n'est ni un fichier ni un dossier de data/", "écrivez « data/nom.yml », ou « data/nom » pour un dossier"
    elif kind.alone == kind.place.endswith(".yml"):
        remedy = "pour un fichier, donnez son modèle et celui d'une chose ; pour un dossier, deux fois celui d'une chose"
        yield f"« {kind.place} » ne va pas avec le modèle « {kind.file.__name__} »", remedy


def of_key(kind: Kind) -> Iterator[Wrong]:
    """Check that the key of a single file is the list of the things; one whose things are under several keys names none."""
    entry, file = kind.entry.__name__, kind.file.__name__
    lists = [name for name, field in kind.file.model_fields.items() if field.annotation == list[kind.entry]]  # type: ignore[name-defined]
    if not kind.alone and kind.key not in lists and (kind.key or len(lists) == 1):
        problem = f"« {file} » n'a pas de clé « {kind.key} » de type list[{entry}]" if kind.key else f"la clé qui liste « {entry} » n'est pas dite"
        yield problem, f"écrivez la clé « {lists[0]} »" if lists else f"donnez à ce modèle une clé de type list[{entry}]"


def of_pages(kind: Kind) -> Iterator[Wrong]:
    """Check that what makes the pages exists: the macro of each (a text makes its own), the component of the page that shows them all."""
    if kind.macro and kind.macro not in MACROS:
        yield f"la macro « {kind.macro} » n'existe pas", nearest(kind.macro, MACROS)
    if kind.pages and not kind.macro and kind.pages != TEXTS:
        yield f"rien ne fait les pages de {kind.pages}/", "nommez la macro de chacune, ou enlevez ce dossier"
    if kind.overview and not kind.overview.isidentifier():
        yield f"« {kind.overview} » ne peut pas nommer une macro", "renommez ce composant : des lettres minuscules, sans trait d'union"
    elif kind.overview and not (CODE / (file := f"overrides/composants/{kind.overview}/gabarit.html")).is_file():
        yield f"le composant « {kind.overview} » n'a pas de gabarit", f"ajoutez {file}"
    if kind.overview and next(other for other in KINDS if other.overview == kind.overview) is not kind:
        yield f"le composant « {kind.overview} » montre déjà un autre genre de choses", "donnez à celui-ci son propre composant"
    for name, *both in TAKEN:
        if kind.overview == name and (other := [place(one) for one in both if place(one)[0] != OVERVIEWS]):
            yield f"« {name} » est déjà le nom de la macro à la ligne {other[0][1]} de {other[0][0]}", "renommez ce composant, ou cette macro"


def of_shown(kind: Kind) -> Iterator[Wrong]:
    """Check that what one page shows, or that cites clauses, says where: their readers are led there. Books only follow the content."""
    here = PLACE.fullmatch(kind.place) and kind.place not in BOOKS
    if here and not (kind.shown or kind.pages) and (kind.overview or cites(kind.file)):
        yield f"rien ne dit où le site montre « {kind.entry.__name__} »", "donnez l'adresse de sa page à « shown »"


def cites(kind: Any) -> bool:
    """Tell whether what is of a type may cite a clause."""
    inner = [field.annotation for field in kind.model_fields.values()] if isinstance(kind, type) and issubclass(kind, Modele) else get_args(kind)
    return kind is Renvoi or any(map(cites, inner))


@checks
def names() -> Iterator[Mistake]:
    """Yield a mistake for each name that two macros have, or two of what components call; that of an overview is told at its line."""
    overviews = {kind.overview for kind in KINDS}
    for name, first, second in TAKEN:
        if name not in overviews:
            file, line = place(first)
            yield Mistake(*place(second), f"« {name} » est déjà le nom de ce que déclare la ligne {line} de {file}", "donnez-lui un autre nom")


def place(function: Callable[..., object]) -> tuple[str, int]:
    """Return the file and the line of a function."""
    code = function.__code__
    return relpath(code.co_filename, CODE), code.co_firstlineno


@checks
def citations() -> Iterator[Mistake]:
    """Yield a mistake for each type of id that leads to no kind of things, so that nothing would look for what it names, or to two."""
    led = Counter(kind.cited for kind in KINDS if kind.cited)
    for cited in Mot.__subclasses__():
        name = cited.__name__
        if name.startswith("Id") and cited is not Id and not led[cited]:
            remedy = f"nommez-le à la ligne de ce qu'il cite, dans {KINDS_FILE}, ou supprimez-le"
            yield told(IDS_FILE, f"class {name}(", f"« {name} » ne mène à rien", remedy)
        if led[cited] > 1:
            yield told(KINDS_FILE, "KINDS = (", f"« {name} » mène à deux genres de choses", f"donnez à l'un d'eux son propre type, dans {IDS_FILE}")


@checks
def fields() -> Iterator[Mistake]:
    """Yield a mistake for each kind of field that one could not fill, or whose control is none."""
    for genre, meaning in FIELDS.items():
        entry = f'"{genre}": FieldMeaning('
        if sum((meaning.written, meaning.offered, meaning.stated, meaning.signed)) != 1:
            remedy = "donnez à son entrée une seule de « written=True », « offered=True », « stated=True » et « signed=True »"
            yield told(FIELDS_FILE, entry, f"dans un champ « {genre} », il faut soit écrire, soit choisir une réponse, soit signer", remedy)
        if meaning.control not in get_args(CodeControle):
            problem = f"« {meaning.control} » n'est pas le type d'un champ de page"
            yield told(FIELDS_FILE, entry, problem, nearest(meaning.control, get_args(CodeControle)))


@checks
def controls() -> Iterator[Mistake]:
    """Yield a mistake for each control of which the scripts do not know what is wrong in it."""
    known = CONTROL.findall((CODE / ENTRIES).read_text(encoding="utf-8"))
    for control in get_args(CodeControle):
        if control not in known:
            problem = f"les scripts ne savent pas ce qui est faux dans un champ de page « {control} »"
            yield told(FIELDS_FILE, "CodeControle = ", problem, f"ajoutez-le à CONTROLS, dans {ENTRIES}")


@checks
def proposals() -> Iterator[Mistake]:
    """Yield a mistake for each proposed value that nothing would give: a limit that is not one, a key that « Mon école » does not have."""
    known = [str(field["id"]) for field in SCHOOL]
    for code, meaning in PROPOSED.items():
        entry = f'"{code}": ProposedMeaning('
        if (meaning.source == "limite") != (code in get_args(CodeLimite)):
            remedy = "mettez ce code dans CodeLimite et donnez-lui la source « limite », ou ni l'un ni l'autre"
            yield told(MEANINGS_FILE, entry, f"« {code} » est à moitié le dernier jour d'une échéance", remedy)
        if (meaning.source == "ecole") != bool(meaning.keys):
            problem = f"« {code} » est à moitié ce que garde « Mon école »"
            yield told(MEANINGS_FILE, entry, problem, "donnez-lui la source « ecole » et des clés, ou ni l'un ni l'autre")
        for key in (key for key in meaning.keys if key not in known):
            yield told(MEANINGS_FILE, entry, f"« Mon école » ne demande pas « {key} »", nearest(key, known))


@checks
def tones() -> Iterator[Mistake]:
    """Yield a mistake for each tone that has no colours."""
    coloured = coloured_by((CODE / STYLE).read_text(encoding="utf-8"))
    for tone in get_args(CodeTon):
        if tone not in coloured:
            yield told(
                TONES_FILE,
                "CodeTon = ",
                f"le ton « {tone} » n'a pas de couleurs",
                f'ajoutez dans {STYLE} une règle [data-ton="{tone}"] qui donne --ton, puis --ton-fond',
            )


@once
def coloured_by(style: str) -> list[str]:
    """Return the tones that a style gives colours."""
    return TONE.findall(style)


@checks
def parts() -> Iterator[Mistake]:
    """Yield a mistake for each parameter of a check, or of what finds a part, that the runner could not give."""
    for function in (*CHECKS, *PARTS.values()):
        for name in parameters(function):
            if not known(taken(function).get(name)):
                problem = f"la vérification « {function.__name__} » ne peut pas recevoir « {name} »"
                remedy = "donnez à ce paramètre l'un des types que dit macros/checking/runner.py"
                yield Mistake(*place(function), problem, remedy)


@checks
def unmarked() -> Iterator[Mistake]:
    """Yield a mistake for each function that yields mistakes, that is not marked as a check, and that nothing calls: it would check nothing."""
    for function in uncalled():
        problem = f"rien n'appelle « {function.__name__} », qui ne vérifie donc rien"
        yield Mistake(*place(function), problem, "écrivez « @checks » sur la ligne d'avant, ou supprimez cette fonction")


@cache
def uncalled() -> tuple[Callable[..., object], ...]:
    """Return these functions: their name is nowhere else in their module, and no other module imports it nor names it after theirs."""
    texts = {str(path): path.read_text(encoding="utf-8") for path in (CODE / "macros").rglob("*.py")}
    alone = [one for one in yielding() if len(re.findall(rf"\b{one.__name__}[(),\]]", texts[str(Path(one.__code__.co_filename).resolve())])) == 1]
    return tuple(one for one in alone if not any(names_it(one, text) for text in texts.values()))


def names_it(function: Callable[..., object], text: str) -> bool:
    """Tell whether another module imports a function, or names it after its module."""
    module, name = function.__module__, function.__name__
    imported = f"from {module} import" in text and re.search(rf"^from {re.escape(module)} import (?:\([^)]*|.*)\b{name}\b", text, re.M)
    return bool(imported) or f"{module.rpartition('.')[2]}.{name}" in text


def yielding() -> Iterator[Callable[..., object]]:
    """Yield the functions of the modules of checks that say mistakes and are not marked."""
    for name in [name for name in sys.modules if name.startswith(f"{__package__}.")]:
        ours = [one for one in vars(sys.modules[name]).values() if inspect.isfunction(one) and one.__module__ == name]
        yield from (one for one in ours if one not in CHECKS and str(one.__annotations__.get("return")).endswith("Mistake]"))


@cache
def parameters(function: Callable[..., Any]) -> tuple[str, ...]:
    """Return the names of what a function takes."""
    return tuple(inspect.signature(function).parameters)


def known(kind: Any) -> bool:
    """Tell whether the runner can give a part of a type."""
    if get_origin(kind) in (Sound, Whole):
        (entry,) = get_args(kind)
        return entry in BY_ENTRY and BY_ENTRY[entry].alone
    return kind is Draft or get_origin(kind) is Annotated or kind in PARTS or kind in SINGLE_FILES.values()
