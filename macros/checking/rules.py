"""The rules answer every question on every day, once, and as their clauses say."""

from __future__ import annotations

from collections.abc import Iterator

from macros.checking import intervals
from macros.checking.agreement import agreeing, asked
from macros.checking.binding import unbinding
from macros.checking.known import ids, unknown
from macros.checking.single_answers import Wrong, table
from macros.clauses.extracts import beginning, extract, paragraphs, starts
from macros.mistakes import Mistake
from macros.model.base import Id, Modele, Mot, Renvoi
from macros.model.contradictions import FichierContradictions
from macros.model.encadrements import FichierEncadrements
from macros.model.kinds import of
from macros.model.meanings import VERDICTS
from macros.model.plateformes import Plateforme
from macros.model.regles import Appui, FichierRegles, Quand, Regle
from macros.reading.draft import Draft, once
from macros.reading.models import walk
from macros.reading.nodes import Path_
from macros.rules.facts import Facts, first_days
from macros.rules.survey import Survey
from macros.rules.verdicts import allowed, disputed

# The paragraphs that a remedy names, at most.
MOST_MEANT = 8
NAME_POINT = "ajoutez « points: » et l'identifiant du point"


def check(draft: Draft) -> Iterator[Mistake]:
    """Yield the mistakes of the rules; those of the table only if the rules are sound, for the platforms that are."""
    file = draft.found(FichierRegles)
    if file is None:
        return
    source = draft.source(FichierRegles)
    own = [*empty(file), *reversed_days(file), *clauses(draft, file), *asked(draft, file)]
    if not own and (facts := facts_of(draft)):
        survey = Survey(facts)
        whole = len(facts.plateformes) == len(draft.platforms)
        own = [*table(survey, whole), *points(draft, file)]
        own += agreeing(survey) if whole and not own else []
    yield from (source.blame(*wrong) for wrong in own)
    if not own:
        yield from groundless(draft)


def groundless(draft: Draft) -> Iterator[Mistake]:
    """Check that there is a first day, and a platform, to answer for."""
    if draft.found(FichierEncadrements) and intervals.start_of(draft) is None:
        problem = "aucune directive qui oblige le personnel n'a de date"
        remedy = "donnez à l'un des textes « genre: directive », « oblige_personnel: oui » et une date « jour: », le premier jour des réponses"
        yield draft.source(FichierEncadrements).blame(("encadrements",), problem, remedy)
    if not draft.platforms:
        remedy = f"créez-en une dans {of(Plateforme).where} (voir CONTRIBUER.md)"
        yield draft.source(FichierRegles).blame(("regles",), "aucune plateforme n'est décrite", remedy)


@once
def facts_of(draft: Draft) -> Facts | None:
    """Return what the rules are evaluated against, with the platforms that are sound; None while a mistake elsewhere keeps one from knowing it."""
    file, register, start = draft.found(FichierRegles), draft.found(FichierEncadrements), intervals.start_of(draft)
    platforms = {id_: p for id_, p in draft.platforms.items() if p and Id.forme.fullmatch(id_) and not intervals.of_platforms(draft)[id_]}
    if file is None or register is None or start is None or not platforms or not leads_somewhere(draft, file):
        return None
    unique = all(len({*names}) == len(names) for names in (ids(file.regles), ids(file.conditions)))
    return Facts(file, platforms, first_days(register), start) if unique else None


def leads_somewhere(draft: Draft, file: Modele) -> bool:
    """Tell whether all that a file refers to exists."""
    return not any(unknown(value, draft) for _, value in walk(file) if isinstance(value, Mot))


def empty(file: FichierRegles) -> Iterator[Wrong]:
    """Refuse a key that nothing follows where it would be read as absent: a rule would apply to everything, or quote a whole clause."""
    parts: list[tuple[Path_, Quand | Appui]] = [*whens(file)]
    parts += [(("regles", index, "articles", rank), appui) for index, r in enumerate(file.regles) for rank, appui in enumerate(r.articles)]
    for path, part in parts:
        for key in sorted(part.model_fields_set):
            if getattr(part, key) is None:
                yield (*path, key), f"rien ne suit la clé « {key} »", "complétez-la, ou supprimez la ligne"


def reversed_days(file: FichierRegles) -> Iterator[Wrong]:
    """Check that what begins and ends does it in that order."""
    for path, quand in whens(file):
        if quand.du and quand.au and quand.au < quand.du:
            yield (*path, "au"), f"la période finit le {quand.au}, avant de commencer le {quand.du}", "corrigez l'une des deux dates"


def whens(file: FichierRegles) -> Iterator[tuple[Path_, Quand]]:
    """Yield each « quand » of the file with its path."""
    yield from ((("conditions", index, "quand"), condition.quand) for index, condition in enumerate(file.conditions))
    yield from ((("regles", index, "quand"), regle.quand) for index, regle in enumerate(file.regles))


def clauses(draft: Draft, file: FichierRegles) -> Iterator[Wrong]:
    """Check that each clause binds the staff, and has the paragraph to quote."""
    for path, article in cited(file):
        if wrong := unbinding(draft, article):
            yield path, *wrong
    for index, regle in enumerate(file.regles):
        for rank, appui in enumerate(regle.articles):
            passage = draft.passages.get(appui.article)
            if appui.extrait and passage and not draft.texts[appui.article.document].mistakes and extract(passage.markdown, appui.extrait) is None:
                problem, remedy = unfound(appui.extrait, str(appui.article), passage.markdown)
                yield ("regles", index, "articles", rank, "extrait"), problem, remedy


def unfound(extrait: str, article: str, markdown: str) -> tuple[str, str]:
    """Return what is wrong with words that do not begin one paragraph of a clause, and those that could be meant."""
    found = len(beginning(paragraphs(markdown), extrait))
    what = f"commence {found} paragraphes" if found else "ne commence aucun paragraphe"
    meant = " ou ".join(f"« {words} »" for words in starts(markdown, extrait)[:MOST_MEANT])
    write = f"écrivez {meant}" if meant else "recopiez les premiers mots du bon"
    return f"« {extrait} » {what} de « {article} »", f"{write}, ou supprimez cette ligne"


def cited(file: FichierRegles) -> Iterator[tuple[Path_, Renvoi]]:
    """Yield each clause of the file with its path."""
    for index, condition in enumerate(file.conditions):
        yield from ((("conditions", index, "articles", rank), article) for rank, article in enumerate(condition.articles))
    for index, regle in enumerate(file.regles):
        yield from ((("regles", index, "articles", rank, "article"), appui.article) for rank, appui in enumerate(regle.articles))


def points(draft: Draft, file: FichierRegles) -> Iterator[Wrong]:
    """Check that a rule names the points to clarify that it needs, and no other."""
    register = draft.found(FichierContradictions)
    if register is None or not leads_somewhere(draft, register):
        return
    faced = {str(p.id): {str(x.article) for x in p.positions} for p in register.contradictions}
    for index, regle in enumerate(file.regles):
        conditions = {str(c.id): c for c in file.conditions}
        besides = {str(article) for id_ in regle.conditions for article in conditions[id_].articles}
        yield from ((("regles", index, *path), problem, remedy) for path, problem, remedy in registered(regle, besides, faced))


def registered(regle: Regle, besides: set[str], faced: dict[str, set[str]]) -> Iterator[Wrong]:
    """Check the points of one rule; `besides` are the clauses of its conditions, `faced` those of each point of the register."""
    articles = besides | {str(appui.article) for appui in regle.articles}
    for index, point in enumerate(regle.points):
        if not faced[point] & articles:
            problem = f"le point « {point} » ne porte sur aucun article de la règle « {regle.id} »"
            yield ("points", index), problem, "nommez un autre point, ou citez l'un de ses articles"
    said = [appui.dit for appui in regle.articles]
    opposed = {str(appui.article) for appui in regle.articles if appui.dit != "silence"}
    if not VERDICTS[regle.verdict].settled and not regle.points:
        problem = f"la règle « {regle.id} » répond « {regle.verdict} » sans nommer de point à clarifier"
        yield ("id",), problem, f"{NAME_POINT} (écrivez-le d'abord dans data/contradictions.yml s'il n'y est pas)"
    elif regle.verdict in allowed(said) and disputed(said) and not any(opposed <= faced[point] for point in regle.points):
        problem = f"aucun point nommé par la règle « {regle.id} » n'oppose {' à '.join(sorted(opposed))}"
        yield ("points",), problem, "nommez celui qui les oppose, ou écrivez-le dans data/contradictions.yml, avec ce que dit chaque article"
