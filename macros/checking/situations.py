"""The situations: the rules alone answer them, each has one address, and what does not bind the staff says so."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from macros.checking.binding import Binding
from macros.checking.runner import Sound, checks
from macros.mistakes import Mistake
from macros.model.kinds import of
from macros.model.plateformes import Plateforme
from macros.model.regles import FichierRegles
from macros.model.situations import Situation, ThemeSituations
from macros.model.vocabulaire import FichierVocabulaire
from macros.reading.draft import Draft
from macros.reading.nodes import Path_

# Two files that have as many ids in common are one and its copy.
MANY = 3
COPIED = "si c'est une copie, gardez chaque situation dans un seul des deux fichiers"

Wrong = tuple[Path_, str, str]


def each(draft: Draft, themes: Sound[ThemeSituations], part: Callable[[Situation, str], Iterator[Wrong]]) -> Iterator[Mistake]:
    """Yield what is wrong with each situation, given it and its file."""
    for id_, theme in themes.items():
        file = of(ThemeSituations).file_of(id_)
        for index, situation in enumerate(theme.situations):
            yield from (draft.sources[file].blame(("situations", index, *where), *wrong) for where, *wrong in part(situation, file))


@checks
def addresses(draft: Draft, themes: Sound[ThemeSituations]) -> Iterator[Mistake]:
    """Check that no two themes have a situation of the same id; many such make one mistake, of a copy."""
    first: dict[str, str] = {}
    # The name of a copy is longer than that of the first.
    for id_, theme in sorted(themes.items(), key=lambda named: (len(named[0]), named[0])):
        file = of(ThemeSituations).file_of(id_)
        places = {index: first.setdefault(str(situation.id), file) for index, situation in enumerate(theme.situations)}
        for other, taken in by_home({index: home for index, home in places.items() if home != file}).items():
            yield from (draft.sources[file].blame(*wrong) for wrong in already(theme, other, taken))


def by_home(places: Mapping[int, str]) -> dict[str, list[int]]:
    """Return the ranks of some situations, by the file that has each already."""
    return {home: [index for index, other in places.items() if other == home] for home in dict.fromkeys(places.values())}


def already(theme: ThemeSituations, other: str, taken: list[int]) -> Iterator[Wrong]:
    """Tell the situations of a theme whose ids another file has: one by one, or as those of a copy."""
    if len(taken) >= MANY:
        problem = f"{counted_among(len(taken), len(theme.situations))} de ce fichier sont déjà dans {other}"
        yield ("situations", taken[0], "id"), problem, COPIED
        return
    for index in taken:
        problem = f"l'identifiant « {theme.situations[index].id} » est déjà celui d'une situation de {other}"
        yield ("situations", index, "id"), problem, "choisissez-en un autre"


def counted_among(number: int, all_: int) -> str:
    """Return how many of the situations of a file something is said of."""
    return f"les {all_} situations" if number == all_ else f"{number} des {all_} situations"


@checks
def answered(draft: Draft, themes: Sound[ThemeSituations], vocabulary: FichierVocabulaire) -> Iterator[Mistake]:
    """Check that no sentence of a situation answers; the words of the verdicts are tried from the longest."""
    verdicts = sorted((str(mention.nom) for mention in vocabulary.verdicts), key=len, reverse=True)
    yield from each(draft, themes, lambda situation, _: said(situation, verdicts))


def said(situation: Situation, verdicts: list[str]) -> Iterator[Wrong]:
    """Check the sentences of a situation."""
    for key in ("constat", "silence"):
        yield from typed(key, getattr(situation, key) or "", verdicts)


def typed(key: str, text: str, verdicts: list[str]) -> Iterator[Wrong]:
    """Check that a sentence does not begin with a verdict."""
    for name in verdicts:
        rest = text.removeprefix(name)
        if rest != text and not rest[:1].isalpha():
            problem = f"« {key} » commence par la réponse « {name} »"
            yield (key,), problem, "enlevez-la : la réponse vient des règles, le jour de la lecture (data/regles.yml)"
            return


@checks
def clauses(draft: Draft, themes: Sound[ThemeSituations], binding: Binding) -> Iterator[Mistake]:
    """Check that the clauses to read bind the staff, and that those for reference do not."""
    yield from each(draft, themes, lambda situation, _: misplaced(situation, binding))


def misplaced(situation: Situation, binding: Binding) -> Iterator[Wrong]:
    """Check where the clauses of a situation stand."""
    for index, article in enumerate(situation.articles):
        if binding.unbinding(article):
            yield ("articles", index), f"« {article} » n'oblige pas le personnel", "déplacez cette ligne sous « reference: »"
    for index, article in enumerate(situation.reference):
        if binding.get(article.document):
            yield ("reference", index), f"« {article} » oblige le personnel", "déplacez cette ligne sous « articles: »"


@checks
def together(draft: Draft, themes: Sound[ThemeSituations], rules: FichierRegles) -> Iterator[Mistake]:
    """Check that no situation cites one of two clauses that go together."""
    yield from each(draft, themes, lambda situation, _: alone(situation, rules))


def alone(situation: Situation, rules: FichierRegles) -> Iterator[Wrong]:
    """Check the clauses of a situation."""
    for pair in rules.ensemble:
        for index, article in enumerate(situation.articles):
            other = {pair.premier: pair.second, pair.second: pair.premier}.get(article)
            if other and other not in situation.articles:
                yield ("articles", index), f"« {article} » ne va pas sans « {other} »", f"ajoutez « {other} », ou retirez cette ligne"


@checks
def cases(draft: Draft, themes: Sound[ThemeSituations], platforms: Sound[Plateforme]) -> Iterator[Mistake]:
    """Check that a name of one's own is given where the texts name no means, and that no case is there twice."""
    # While no platform stands for the others, that is what is told.
    named = {id_ for id_, platform in platforms.items() if not platform.tient_lieu}
    yield from each(draft, themes, lambda situation, _: in_cases(situation, named if len(named) < len(platforms) else set()))


def in_cases(situation: Situation, named: set[str]) -> Iterator[Wrong]:
    """Check the cases of a situation; `named` are the platforms that have their own name."""
    for index, cas in enumerate(situation.cas):
        if cas.nom and cas.plateforme in named:
            remedy = "supprimez cette ligne : elle ne sert qu'à la plateforme qui tient lieu des autres (« tient_lieu: oui »)"
            yield ("cas", index, "nom"), f"« {cas.plateforme} » a déjà son nom", remedy
