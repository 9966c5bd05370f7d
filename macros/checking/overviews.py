"""What the template of an overview asks for is there: all at once, where a build stops at the first."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from jinja2 import nodes

from macros.checking.runner import checks
from macros.checking.templates import ENGINE, FOLDER, TEMPLATE, Ours, named, parsed, set_by
from macros.components import Components
from macros.mistakes import Mistake
from macros.model.base import Modele
from macros.model.kinds import KINDS
from macros.rendering.context import NAMES
from macros.rendering.registry import TOOLS
from macros.words import nearest

# What `overviews.py` of the rendering gives them.
THINGS = "choses"


@checks
def check(ours: Ours) -> Iterator[Mistake]:
    """Yield a mistake for each name that the template of an overview asks for and that nothing gives it, nor its things."""
    there = {file for file, _ in ours}
    given = {THINGS, *NAMES, *TOOLS, *Components(FOLDER).environment.globals}
    for kind in KINDS:
        path = FOLDER / kind.overview / TEMPLATE
        if kind.overview and str(path) in there:
            yield from of_names(path, given)
            yield from of_keys(path, kind.entry)


def of_names(path: Path, given: Collection[str]) -> Iterator[Mistake]:
    """Check the names of a template: those that it is given, or sets."""
    known = {*given, *set_by(path)}
    for name in parsed(path).find_all(nodes.Name):
        if name.ctx == "load" and name.name not in {*known, *ENGINE}:
            yield Mistake(named(path), name.lineno, f"ce gabarit demande « {name.name} », que rien ne lui donne", nearest(name.name, sorted(known)))


def of_keys(path: Path, model: type[Modele]) -> Iterator[Mistake]:
    """Check the keys that a template reads of each thing, wherever it goes through all of them."""
    known = {*model.model_fields, *dir(model)}
    for loop in parsed(path).find_all(nodes.For):
        for found in loop.find_all(nodes.Getattr):
            if isinstance(found.node, nodes.Name) and found.node.name == thing_of(loop) and found.attr not in known:
                problem = f"ce gabarit demande « {found.attr} », que le modèle « {model.__name__} » n'a pas"
                yield Mistake(named(path), found.lineno, problem, nearest(found.attr, [*model.model_fields]))


def thing_of(loop: nodes.For) -> str:
    """Return what a loop calls each thing in turn, nothing where it goes through something else."""
    over = loop.iter.node if isinstance(loop.iter, nodes.Call) else None
    if not (isinstance(over, nodes.Getattr) and isinstance(over.node, nodes.Name) and over.node.name == THINGS):
        return ""
    target = loop.target.items[-1] if isinstance(loop.target, nodes.Tuple) else loop.target
    return target.name if isinstance(target, nodes.Name) and over.attr in ("values", "items") else ""
