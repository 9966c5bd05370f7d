"""The JSON files published under `donnees/`, with the schema of each in `donnees/schemas/`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path

from pydantic import BaseModel

from macros.published.schema import FILES
from macros.published.validating import text_of as schema_of
from macros.rendering.context import Context
from macros.rendering.json_items import ITEMS

FOLDER = "donnees"
SCHEMAS = "schemas"
# How many items are written at a time: all those of a site do not hold in little memory.
TOGETHER = 50


def write(context: Context, site: Path) -> list[Path]:
    """Write the files below the built site's folder and return their paths."""
    folder = site / FOLDER
    (folder / SCHEMAS).mkdir(parents=True, exist_ok=True)
    schemas = [written(folder / SCHEMAS / f"{file}.json", [schema_of(file)]) for file in FILES]
    return schemas + [
        written(folder / f"{file}.json", context.pieces(f"donnees {file}", partial(pieces_of, FILES[file], partial(make, context))))
        for file, make in ITEMS.items()
    ]


def pieces_of(shape: type[BaseModel], make: Callable[[], Iterable[BaseModel]]) -> Iterator[str]:
    """Yield the text of a file, whose only key, or whose whole, is the list of the items, readable by people too: some items at a time."""
    before, after = text_of(shape, []).split("[]")
    between, end, items = f"{before}[", f"]{after}", iter(make())
    while some := [*islice(items, TOGETHER)]:
        text = text_of(shape, some).removeprefix(f"{before}[").removesuffix(f"]{after}")
        yield between + text.rstrip()
        between, end = ",", f"{text[len(text.rstrip()) :]}]{after}"
    yield (between if between != "," else "") + end


def text_of(shape: type[BaseModel], items: list[BaseModel]) -> str:
    """Return the text of a file that holds some items."""
    (key,) = shape.model_fields
    return shape(**{key: items}).model_dump_json(indent=1) + "\n"


def written(path: Path, pieces: Iterable[str]) -> Path:
    """Write a file and return its path."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(pieces)
    return path
