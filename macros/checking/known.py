"""What exists to be referred to; None where a mistake elsewhere keeps one from knowing."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Protocol

from macros.checking.named_pages import is_named
from macros.clauses.clause import Clause
from macros.model.base import Modele, Mot, Renvoi
from macros.model.encadrements import Encadrement
from macros.model.kinds import CITED, KINDS, Kind, of
from macros.model.roles import Role
from macros.reading.conflicts import UNSETTLED
from macros.reading.draft import TEXTS, Draft
from macros.reading.files import read_text
from macros.reading.nodes import Source, leaves
from macros.reading.page import Page
from macros.reading.titled import TITLES
from macros.words import closest, nearest, plain, slips

Known = Collection[str] | None

# The numbers of clauses named in a remedy, at most.
MOST_SHOWN = 12
# An id as it stands in a file.
TYPED = re.compile(r" *(?:- +)*id *: *[\"']?([\w-]+)[\"']? *$")
# What calls a macro, one of its braces lost or not.
CALL = re.compile(r"{ *(\w+)\b")
# What one types between two roles in the place of a comma.
SEPARATORS = re.compile(r" *[/;&+] *| (?:et|ou) ")


class Named(Protocol):
    """Anything with an id."""

    @property
    def id(self) -> str: ...  # noqa: D102


def ids(items: Iterable[Named]) -> list[str]:
    """Return the items' ids as plain text."""
    return [str(item.id) for item in items]


def known_ids(kind: Kind, draft: Draft) -> Known:
    """Return the known ids of a kind; a platform's file with mistakes counts, so that one mistake is not told twice."""
    things = draft.things[kind.entry]
    return typed_ids(kind, draft) if things is None else things


def typed_ids(kind: Kind, draft: Draft) -> Known:
    """Return the ids that a file with mistakes gives to its things, or None while one of the mistakes may be about an id or hide one."""
    source = draft.sources.get(kind.place)
    listed = source.value.get(kind.key) if source and isinstance(source.value, dict) else None
    ids = [thing.get("id") if isinstance(thing, dict) else None for thing in listed] if isinstance(listed, list) else [None]
    return [*map(str, ids)] if source and all(ids) and ids_are_sure(source, draft.root) else None


def ids_are_sure(source: Source, root: Path) -> bool:
    """Tell whether each id of a file was read as it is typed, and has no mistake."""
    lines = (read_text(root / source.file, source.file)[0] or "").split("\n")
    typed = {number: found[1] for number, line in enumerate(lines, 1) if (found := TYPED.match(line))}
    read = sorted(text for path, text in leaves(source.value) if path[-1] == "id")
    doubtful = any(mistake.line in typed or mistake.problem.startswith(UNSETTLED) for mistake in source.mistakes)
    return read == sorted(typed.values()) and not (source.unsure or doubtful)


def unknown(value: Mot, draft: Draft) -> tuple[str, str] | None:
    """Return the problem and the remedy if the value refers to nothing, or None."""
    if isinstance(value, Renvoi):
        return unknown_clause(value, draft)
    kind = CITED.get(type(value))
    known = known_ids(kind, draft) if kind else None
    if kind is None or known is None or value in known:
        return None
    return f"{kind.name} « {value} » n'existe pas", instead(value, kind, draft, list(known))


def instead(value: Mot, kind: Kind, draft: Draft, known: list[str]) -> str:
    """Return the remedy for what names nothing: what was meant; or else what exists, and the file to make if each has its own."""
    titled = [id_ for id_, thing in (draft.things[kind.entry] or {}).items() if value in titles_of(thing)]
    remedy = f"écrivez « {titled[0]} »" if len(titled) == 1 else nearest(value, known)
    if not kind.alone or len(titled) == 1 or slips(value, known):
        return f"{remedy} (voir {kind.where})"
    new = f"créez {kind.file_of(value)} (son exemple est dans contribuer/exemples.md)"
    return f"{remedy} ; sinon, {new}" if known else new


def titles_of(thing: Modele | None) -> set[str]:
    """Return what a thing is called, as an editor would make an id of it."""
    return {plain(called) for key in TITLES if isinstance(called := getattr(thing, key, None), str)}


def unknown_clause(value: Renvoi, draft: Draft) -> tuple[str, str] | None:
    """Return what is wrong with a citation, or None; what another mistake explains is not told again."""
    if value in draft.passages or told(value.document, draft):
        return None
    text = draft.texts.get(value.document)
    if text is None:
        return f"le texte « {value.document} » n'existe pas", nearest(value.document, list(draft.texts))
    numbers = [p.number for p in draft.passages.values() if p.clause.document == value.document]
    return f"l'article « {value} » n'existe pas", suggestion(value, numbers, text.clauses)


def told(document: str, draft: Draft) -> bool:
    """Tell whether a text's page has, or lacks, what keeps one from knowing its clauses."""
    text = draft.texts.get(document)
    return text.unsure if text else document in draft.unread or document in registered(draft)


def registered(draft: Draft) -> Collection[str]:
    """Return the ids of the texts of the register, if it can be read."""
    return known_ids(of(Encadrement), draft) or ()


def text_pages(draft: Draft) -> set[str]:
    """Return the ids of the texts that have a page, whether it could be read or not."""
    return {*draft.texts, *draft.unread}


def paged() -> list[Kind]:
    """Return the kinds of which each has a file and a page that shows it."""
    return [kind for kind in KINDS if kind.alone and kind.macro]


def absence_told(draft: Draft, file: str) -> bool:
    """Tell whether the absence of a page is told: that of a file's or of a registered text's (`register.py`), or one that templates name."""
    if not file.endswith(".md"):
        return False
    if is_named(draft, file):
        return True
    folder, _, name = file.removesuffix(".md").rpartition("/")
    return any(folder == kind.pages and name in draft.named(kind.entry) for kind in paged()) or (folder == TEXTS and name in registered(draft))


def suggestion(value: Renvoi, numbers: list[str], clauses: list[Clause]) -> str:
    """Return the remedy for a citation that leads nowhere; « 4.0 » is how a title says « 4 »."""
    if value.numero.removesuffix(".0") in numbers:
        return f"écrivez « {value.removesuffix('.0')} »"
    if meant := closest(value.numero, numbers):
        return f"écrivez « {value.document}/{meant} »"
    parent = value.numero.rpartition(".")[0]
    siblings = [n for n in numbers if n.rpartition(".")[0] == parent] or [c.number for c in clauses]
    shown = ", ".join(siblings[:MOST_SHOWN]) + ("…" if len(siblings) > MOST_SHOWN else "")
    return f"citez un article qui existe dans ce texte, par exemple : {shown}"


def meant_roles(role: str, draft: Draft) -> str | None:
    """Return the remedy for what names a role by its title, or several with another sign than a comma between them; or None."""
    named = {plain(str(one.nom)): one.id for one in (draft.things[Role] or {}).values() if isinstance(one, Role)}
    ids = [named.get(plain(word), word) for word in SEPARATORS.split(role)]
    known = {*named.values()}
    return f"écrivez « {', '.join(ids)} »" if known and known.issuperset(ids) else None


def called(page: Page, draft: Draft) -> set[str]:
    """Return the macros that a page calls, and those that it was meant to, where a slip makes another word of their name."""
    names = {found[1] for found in CALL.finditer(page.markdown)}
    return names | {meant for name in names - draft.macros.keys() if (meant := closest(name, draft.macros))}
