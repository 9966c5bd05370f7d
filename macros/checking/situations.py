"""The situations: the rules alone answer them, each has one address, and what does not bind the staff says so."""

from __future__ import annotations

from collections.abc import Iterator

from macros.checking.binding import unbinding
from macros.mistakes import Mistake
from macros.model.encadrements import FichierEncadrements
from macros.model.kinds import of
from macros.model.situations import Cas, Situation, ThemeSituations
from macros.model.vocabulaire import FichierVocabulaire
from macros.reading.draft import Draft
from macros.reading.nodes import Path_

Wrong = tuple[Path_, str, str]


def check(draft: Draft) -> Iterator[Mistake]:
    """Yield the mistakes of the situations, and those given twice."""
    first: dict[str, str] = {}
    verdicts = verdict_names(draft)
    for theme, file in read(draft):
        source = draft.sources[file]
        for index, situation in enumerate(theme.situations):
            path = ("situations", index)
            found = (*in_situation(draft, situation, verdicts), *twice(situation, first, file))
            yield from (source.blame((*path, *where), problem, remedy) for where, problem, remedy in found)


def read(draft: Draft) -> Iterator[tuple[ThemeSituations, str]]:
    """Yield the themes that could be read, with their files."""
    for id_, theme in draft.folder(ThemeSituations).items():
        if theme:
            yield theme, of(ThemeSituations).file_of(id_)


def verdict_names(draft: Draft) -> list[str]:
    """Return the words of the verdicts, the longest first."""
    vocabulary = draft.found(FichierVocabulaire)
    return sorted((str(mention.nom) for mention in vocabulary.verdicts), key=len, reverse=True) if vocabulary else []


def twice(situation: Situation, first: dict[str, str], file: str) -> Iterator[Wrong]:
    """Check that no other theme has a situation of this id; note it."""
    other = first.setdefault(str(situation.id), file)
    if other != file:
        yield ("id",), f"l'identifiant « {situation.id} » est déjà celui d'une situation de {other}", "choisissez-en un autre"


def in_situation(draft: Draft, situation: Situation, verdicts: list[str]) -> Iterator[Wrong]:
    """Check a situation: that nothing in it answers, that its clauses stand where they should, that its cases differ."""
    for key in ("constat", "silence"):
        yield from typed(key, getattr(situation, key) or "", verdicts)
    yield from clauses(draft, situation)
    yield from cases(draft, situation)


def typed(key: str, text: str, verdicts: list[str]) -> Iterator[Wrong]:
    """Check that a sentence does not begin with a verdict."""
    for name in verdicts:
        rest = text.removeprefix(name)
        if rest != text and not rest[:1].isalpha():
            problem = f"« {key} » commence par la réponse « {name} »"
            yield (key,), problem, "enlevez-la : la réponse vient des règles, le jour de la lecture (data/regles.yml)"
            return


def clauses(draft: Draft, situation: Situation) -> Iterator[Wrong]:
    """Check that the clauses to read bind the staff, and that those for reference do not."""
    register = draft.found(FichierEncadrements)
    binding = {str(text.id): text.oblige_personnel for text in register.encadrements} if register else {}
    for index, article in enumerate(situation.articles):
        if unbinding(draft, article):
            yield ("articles", index), f"« {article} » n'oblige pas le personnel", "déplacez cette ligne sous « reference: »"
    for index, article in enumerate(situation.reference):
        if binding.get(article.document):
            yield ("reference", index), f"« {article} » oblige le personnel", "déplacez cette ligne sous « articles: »"


def cases(draft: Draft, situation: Situation) -> Iterator[Wrong]:
    """Check that a name of one's own is given where the texts name no means, and that no case is there twice."""
    seen: list[Cas] = []
    stands_in = any(platform and platform.tient_lieu for platform in draft.platforms.values())
    for index, cas in enumerate(situation.cas):
        platform = draft.platforms.get(cas.plateforme)
        if cas.nom and stands_in and platform and not platform.tient_lieu:
            remedy = "supprimez cette ligne : elle ne sert qu'à la plateforme qui tient lieu des autres (« tient_lieu: oui »)"
            yield ("cas", index, "nom"), f"« {cas.plateforme} » a déjà son nom", remedy
        if cas in seen:
            yield ("cas", index, "plateforme"), "ce cas est déjà dans la liste", "supprimez-le"
        seen.append(cas)
