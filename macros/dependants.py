"""What rests on each clause: the things of the data that cite it, the pages and the clauses that name it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import TypeVar

from macros.clauses.spoken import name_of, spoken
from macros.model.base import Modele, Renvoi
from macros.model.encadrements import FichierEncadrements
from macros.model.kinds import KINDS, PAGES, Kind
from macros.reading.draft import Draft, text_name
from macros.reading.models import walk
from macros.reading.nodes import Path_
from macros.reading.page import Page

# What only follows the content: what is expected of it, and when it was read again.
BOOKS = ("data/attendus.yml", "data/relectures.yml", "data/avis.yml")
CALL = re.compile(r"""{{\s*art\(\s*["']([^"'\n]+)["']""")
LINK = re.compile(r"\]\((?:[./]*(?:encadrements/)?([\w-]+)\.md)?#([\w-]+)\)")
# What the things of a folder's files are called, by the list that holds them in their file.
WITHIN = {
    "questions": ("question d'autoévaluation", "questions d'autoévaluation"),
    "situations": ("question du personnel", "questions du personnel"),
    "ensemble": ("ensemble d'articles", "ensembles d'articles"),
    "mots_gardes": ("série de mots à garder", "séries de mots à garder"),
}
PAGE, CLAUSE = ("page", "pages"), ("article", "articles")


Owner = tuple[str, ...]
T = TypeVar("T")


@dataclass(frozen=True)
class Spoken:
    """A number that a sentence of the data gives: the texts that it may be of, whether it names one, what it belongs to, its file and line."""

    number: str
    texts: list[str]
    sure: bool
    kind: tuple[str, str]
    file: str
    line: int
    owner: Owner


@dataclass(frozen=True)
class Dependant:
    """A thing that rests on a clause: the citation, what such things are called (one, several), its name, the file and the line.

    `owner` tells the thing apart, whatever its place in its file; `whole` says that it gives the clause in full, with its parts; `spoken`, that a
    sentence gives its number in words, rather than a citation.
    """

    cited: str
    kind: tuple[str, str]
    name: str
    file: str
    line: int
    owner: Owner
    whole: bool = False
    spoken: bool = False

    def parts(self, references: Iterable[str]) -> list[str]:
        """Return, of clauses, the parts of the one that the thing gives in full."""
        return [reference for reference in references if reference.startswith(f"{self.cited}-")] if self.whole else []


def once(find: Callable[[Draft], Iterable[T]]) -> Callable[[Draft], list[T]]:
    """Have what is looked for in a draft found once on it."""

    @wraps(find)
    def found(draft: Draft) -> list[T]:
        if found not in draft.memo:
            draft.memo[found] = [*find(draft)]
        return draft.memo[found]  # type: ignore[no-any-return]

    return found


@once
def dependants(draft: Draft) -> Iterator[Dependant]:
    """Yield all that cites a clause, in the data files and the pages."""
    in_macros = [*in_pages(draft)]
    yield from (*in_data(draft), *in_sentences(draft), *in_macros, *in_prose(draft, in_macros))


def resting(draft: Draft, reference: str) -> list[Dependant]:
    """Return what rests on a clause, on one of its letters or on the whole of its annex, but for the books that follow the content."""
    if resting not in draft.memo:
        draft.memo[resting] = by_clause(found for found in dependants(draft) if found.file not in BOOKS)
    table = draft.memo[resting]
    annex = reference.rpartition("-")[0]
    return [*table.get(reference, ()), *(one for one in table.get(annex, ()) if one.whole)]


def covers(reference: str, cited: str) -> bool:
    """Tell whether a citation is that of a clause, or of one of its letters."""
    return reference in clauses_of(cited)


def clauses_of(cited: str) -> list[str]:
    """Return what a citation is of: itself and, for a letter, its clause."""
    clause, _, letter = cited.rpartition(".")
    return [cited, clause] if clause and letter.isalpha() else [cited]


def by_clause(found: Iterable[Dependant]) -> dict[str, list[Dependant]]:
    """Return dependants by what they cite, and under its clause for a letter."""
    table: defaultdict[str, list[Dependant]] = defaultdict(list)
    for one in found:
        for reference in clauses_of(one.cited):
            table[reference].append(one)
    return table


@once
def in_data(draft: Draft) -> Iterator[Dependant]:
    """Yield the citations of the data files."""
    for file, model in draft.sound.items():
        for path, value in walk(model):
            if isinstance(value, Renvoi):
                names = named(model, path)
                line = draft.sources[file].line(path)
                name = names[-1] if names else stem(file)
                yield Dependant(str(value), kind_of(file, path), name, file, line, (file, *names), whole=path[-1] == "modele")


def in_sentences(draft: Draft) -> Iterator[Dependant]:
    """Yield the clauses whose numbers the sentences of the data give, where it is known of which text."""
    for one in spoken_in_data(draft):
        for reference in one_of(one.texts, one.number, draft):
            name = one.owner[-1] if len(one.owner) > 1 else stem(one.file)
            yield Dependant(reference, one.kind, name, one.file, one.line, one.owner, spoken=True)


@once
def spoken_in_data(draft: Draft) -> Iterator[Spoken]:
    """Yield the numbers of clauses in the sentences of the data files; a sentence that names no text speaks of those that the thing cites."""
    names, cited = names_of_texts(draft), cited_by(draft)
    for file, model in draft.sound.items():
        source = draft.sources[file]
        for path, line, sentence in source.texts if not source.mistakes else ():
            for texts, number in spoken(sentence, names):
                owner = (file, *named(model, path))
                around = texts or texts_around(number, [cited.get(owner, []), cited.get((file,), [])], draft.passages)
                yield Spoken(number, around, bool(texts), kind_of(file, path), file, line, owner)


def names_of_texts(draft: Draft) -> dict[str, list[str]]:
    """Return the texts that a sentence may mean by each name: two versions of one share theirs (« Directive », « Directive (2027) »)."""
    register, found = draft.found(FichierEncadrements), dict[str, list[str]]()
    for text in register.encadrements if register else ():
        found.setdefault(name_of(text.titre_court), []).append(str(text.id))
    return found


def cited_by(draft: Draft) -> dict[Owner, list[str]]:
    """Return what each thing of the data cites, and each file."""
    found: dict[Owner, list[str]] = {}
    for one in in_data(draft):
        for owner in dict.fromkeys((one.owner, (one.file,))):
            found.setdefault(owner, []).append(one.cited)
    return found


def texts_around(number: str, scopes: list[list[str]], known: Collection[str]) -> list[str]:
    """Return the texts that a number may be of: among the citations of a thing, then of its file, its own, or the texts that have it."""
    for cited in scopes:
        texts = [*dict.fromkeys(reference.partition("/")[0] for reference in cited)]
        own = [text for text in texts if f"{text}/{number}" in cited]
        if found := own or [text for text in texts if f"{text}/{number}" in known]:
            return found
    return [*dict.fromkeys(reference.partition("/")[0] for cited in scopes for reference in cited)]


def named(model: Modele, path: Path_) -> list[str]:
    """Return the ids of the things that hold what stands at a path, from the outermost."""
    found, value = [], model
    for part in path:
        value = getattr(value, part) if isinstance(part, str) else value[part]  # type: ignore[index]
        if isinstance(value, Modele) and isinstance(part, int) and (id_ := getattr(value, "id", None)):
            found.append(str(id_))
    return found


def kind_of(file: str, path: Path_) -> tuple[str, str]:
    """Return what a thing at a path of a file is called: one, several."""
    if path and path[0] in WITHIN:
        return WITHIN[str(path[0])]
    kind = next((kind for kind in KINDS if (kind.place == file and kind.key == path[0]) or (kind.alone and file.startswith(kind.where))), None)
    return numbered(kind) if kind else ("liste", "listes")


def numbered(kind: Kind) -> tuple[str, str]:
    """Return what one and several things of a kind are called."""
    one = re.sub(r"^(?:la |le |l')", "", kind.name)
    head, _, rest = one.partition(" ")
    several = f"{head}s {rest if rest.startswith('à ') else f'{rest}s'}" if rest else f"{head}s"
    return one, several


def stem(file: str) -> str:
    """Return the name of a file."""
    return file.rpartition("/")[2].rpartition(".")[0]


def in_pages(draft: Draft) -> Iterator[Dependant]:
    """Yield the clauses that the pages and the texts name."""
    anchors = {(passage.clause.document, passage.anchor): reference for reference, passage in draft.passages.items()}
    for page in draft.pages.values():
        text = text_name(page.file)
        for line, cited in citations(anchors, page):
            yield Dependant(cited, CLAUSE if text else PAGE, page.file.removeprefix(f"{PAGES}/"), page.file, line, (page.file,))


def in_prose(draft: Draft, found: list[Dependant]) -> Iterator[Dependant]:
    """Yield the clauses whose numbers the prose of the pages gives, of the text that it names or that the page cites; texts have macros."""
    names = names_of_texts(draft)
    for page in (page for page in draft.pages.values() if not text_name(page.file)):
        cited = [one.cited for one in found if one.file == page.file]
        for line, sentence in enumerate(page.prose, 1):
            for texts, number in spoken(sentence, names):
                around = texts or texts_around(number, [cited], draft.passages)
                for reference in one_of(around, number, draft):
                    yield Dependant(reference, PAGE, page.file.removeprefix(f"{PAGES}/"), page.file, line, (page.file,), spoken=True)


def one_of(texts: list[str], number: str, draft: Draft) -> list[str]:
    """Return the clause of a number, if one alone of some texts has it."""
    found = [reference for text in texts if (reference := f"{text}/{number}") in draft.passages]
    return found if len(found) == 1 else []


def citations(anchors: Mapping[tuple[str, str], str], page: Page) -> Iterator[tuple[int, str]]:
    """Yield the clauses that a page names, by a macro or by a link, each with its line; `anchors` gives them by text and anchor."""
    own = text_name(page.file)
    for number, line in enumerate(page.lines, 1):
        yield from ((number, found[1]) for found in CALL.finditer(line))
        for link in LINK.finditer(line):
            if reference := anchors.get((link[1] or own or "", link[2])):
                yield number, reference


def grouped(found: list[Dependant]) -> dict[tuple[str, str], list[Dependant]]:
    """Return dependants by what they are called, the commonest first, each thing once."""
    kinds: dict[tuple[str, str], dict[tuple[str, ...], Dependant]] = {}
    for one in found:
        kinds.setdefault(one.kind, {}).setdefault((*one.owner, str(one.line) if one.kind in (PAGE, CLAUSE) else ""), one)
    return {kind: [*things.values()] for kind, things in sorted(kinds.items(), key=lambda pair: -len(pair[1]))}
