"""Each part of a page to which the site leads by the table of kinds, or by what it holds, is there once the pages are made."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial
from itertools import chain

from macros.kept import Kept
from macros.mistakes import Mistake, MistakesError
from macros.model.kinds import Kind
from macros.project import Project
from macros.rendering.context import Context
from macros.rendering.traceability import led_to

ID = re.compile(r'<[^<>]* id="([^"]+)"')


def check(context: Context, contents: Mapping[str, Callable[[], str]]) -> None:
    """Raise MistakesError with each kind of things whose page gives one of them no part; `contents` are those of the pages, by address.

    Pages that a former build found whole are not looked at again: who leads where is most of what a build that changes nothing would hold.
    """
    known = chain(["parts", context.materials], (content() for content in contents.values()))
    (context.kept or Kept()).of(known, partial(whole, context.project, contents))


def whole(project: Project, contents: Mapping[str, Callable[[], str]]) -> bool:
    """Tell that no page lacks a part. Raises MistakesError with those that do."""
    found = [lacking(kind, addresses[0]) for kind, addresses in absent(project, contents).items()]
    if found:
        raise MistakesError(found)
    return True


def absent(project: Project, contents: Mapping[str, Callable[[], str]]) -> dict[Kind, list[str]]:
    """Return the addresses of parts that their page lacks, by kind."""
    parts: dict[str, set[str]] = {}
    found: dict[Kind, list[str]] = {}
    for kind, address in led_to(project):
        page, hash_, part = address.partition("#")
        if hash_ and page in contents:
            parts[page] = parts.get(page) or {*ID.findall(contents[page]())}
            if part not in parts[page]:
                found.setdefault(kind, []).append(address)
    return found


def lacking(kind: Kind, address: str) -> Mistake:
    """Return the mistake of a kind whose things have no part in their page."""
    # What a check needs is not loaded by a build that has nothing to tell.
    from macros.checking.declared import KINDS_FILE, told

    id_ = kind.shown.rpartition("#")[2]
    remedy = f"donnez à chacune l'id « {id_} » dans le gabarit qui les montre, « {{}} » étant le sien, ou corrigez « shown »"
    line, problem = (f"Kind({kind.entry.__name__},", f"{kind.entry.__name__},"), f"le site mène à « {address} », qui n'est pas dans sa page"
    return told(KINDS_FILE, line, problem, remedy)
