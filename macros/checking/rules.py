"""The rules answer every question on every day, once, and as their clauses say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated, NewType

from macros.checking.agreement import agreeing, asked
from macros.checking.binding import Binding
from macros.checking.footnotes import unmarked
from macros.checking.intervals import Covered, Start
from macros.checking.known import ids, unknown
from macros.checking.runner import at, checks, need, part
from macros.checking.single_answers import Wrong, table, useless
from macros.checking.texts import Clean
from macros.clauses.extracts import beginning, extract, paragraphs, starts
from macros.mistakes import Mistake
from macros.model.base import Id, Modele, Mot, Renvoi
from macros.model.contradictions import FichierContradictions
from macros.model.encadrements import FichierEncadrements
from macros.model.kinds import PLACES, of
from macros.model.meanings import BINDING, VERDICTS
from macros.model.plateformes import Plateforme
from macros.model.regles import Appui, FichierRegles, Quand, Regle
from macros.reading.draft import TEXTS, Draft
from macros.reading.nodes import Path_
from macros.rules.facts import Facts, first_days, openings
from macros.rules.survey import Survey
from macros.rules.verdicts import allowed, conflicting, disputed

REFUSING = [verdict for verdict, meaning in VERDICTS.items() if meaning.refuses]
# The paragraphs that a remedy names, at most.
MOST_MEANT = 8
NAME_OPPOSING = "nommez celui qui les oppose, ou écrivez-le dans data/contradictions.yml, avec ce que dit chaque article"
NAME_POINT = "ajoutez « points: » et l'identifiant du point"


# The rules that say nothing wrong by themselves; what asking them every question found, for the platforms that are sound, and if all are.
SoundRules = NewType("SoundRules", FichierRegles)
WholeSurvey = NewType("WholeSurvey", Survey)
# The clauses that each point to clarify opposes.
Faced = NewType("Faced", dict[str, set[str]])


@checks
def form(draft: Draft, file: FichierRegles) -> Iterator[Mistake]:
    """Yield the mistakes of the rules that are seen without anything else."""
    yield from blamed(draft, reversed_days(file))


@checks
def quotations(draft: Draft, file: FichierRegles, clean: Clean) -> Iterator[Mistake]:
    """Check that each clause has the paragraph to quote."""
    yield from blamed(draft, unquoted(draft, file, clean))


@checks
def grounds(draft: Draft, file: FichierRegles, clean: Clean, binding: Binding) -> Iterator[Mistake]:
    """Check that each clause binds the staff, that one said to forbid can, and that the conditions ask what theirs ask."""
    unbinding = ((path, *wrong) for path, article in cited(file) if (wrong := binding.unbinding(article)))
    yield from blamed(draft, [*unbinding, *asked(file, clean, binding), *forbidden(file, clean)])


@part
def sound_rules(
    file: FichierRegles,
    form: Annotated[list[Mistake], form],
    quotations: Annotated[list[Mistake], quotations],
    grounds: Annotated[list[Mistake], grounds],
) -> SoundRules:
    """Return the rules, if nothing is wrong with what each says."""
    need(not (form or quotations or grounds))
    return SoundRules(file)


@part
def facts_of(draft: Draft, file: FichierRegles, register: FichierEncadrements, start: Start, covered: Covered) -> Facts:
    """Return what the rules are evaluated against, with the platforms that are sound."""
    platforms = {id_: platform for id_, platform in covered.items() if Id.forme.fullmatch(id_)}
    unique = all(len({*names}) == len(names) for names in (ids(file.regles), ids(file.conditions)))
    need(bool(platforms) and unique and leads_somewhere(draft, FichierRegles))
    return Facts(file, platforms, first_days(register), start)


@part
def survey(facts: Facts, rules: SoundRules) -> Survey:
    """Return what asking every question of the rules finds."""
    return Survey(facts)


@part
def whole_survey(draft: Draft, survey: Survey) -> WholeSurvey:
    """Return the same, if it is about every platform."""
    need(len(survey.facts.plateformes) == len(draft.named(Plateforme)))
    return WholeSurvey(survey)


@part
def faced(draft: Draft, register: FichierContradictions) -> Faced:
    """Return the clauses that each point of the register opposes, if all exist."""
    need(leads_somewhere(draft, FichierContradictions))
    return Faced({str(p.id): {str(x.article) for x in p.positions} for p in register.contradictions})


@checks
def answers(draft: Draft, survey: Survey) -> Iterator[Mistake]:
    """Check that one rule answers each question, as its clauses and the platform's status say."""
    yield from blamed(draft, table(survey))


@checks
def idleness(draft: Draft, survey: WholeSurvey) -> Iterator[Mistake]:
    """Check that all that the rules say serves."""
    yield from blamed(draft, useless(survey))


@checks
def points(draft: Draft, survey: Survey, faced: Faced) -> Iterator[Mistake]:
    """Check that a rule names the points to clarify that it needs, and no other."""
    file = survey.facts.fichier
    conditions = {str(c.id): c for c in file.conditions}
    for index, regle in enumerate(file.regles):
        besides = {str(article) for id_ in regle.conditions for article in conditions[id_].articles}
        yield from blamed(draft, ((("regles", index, *path), problem, remedy) for path, problem, remedy in registered(regle, besides, faced)))


@checks
def agreement(
    draft: Draft,
    survey: WholeSurvey,
    answers: Annotated[list[Mistake], answers],
    idleness: Annotated[list[Mistake], idleness],
    points: Annotated[list[Mistake], points],
) -> Iterator[Mistake]:
    """Check, once each question has its answer, that the answers agree."""
    need(not (answers or idleness or points))
    yield from blamed(draft, agreeing(survey))


def blamed(draft: Draft, found: Iterable[Wrong]) -> Iterator[Mistake]:
    """Yield the mistakes of the rules."""
    yield from (draft.source(FichierRegles).blame(*wrong) for wrong in found)


@checks
def first_day_given(draft: Draft, rules: SoundRules, register: FichierEncadrements) -> Iterator[Mistake]:
    """Check that there is one first day to answer for, in a text that binds the staff."""
    source, found = draft.source(FichierEncadrements), openings(register)
    if not found:
        problem = "aucune date n'est le premier jour dont le site répond"
        remedy = "ajoutez « premier_jour: oui » sous la date d'un texte qui oblige le personnel, d'ordinaire celle de son entrée en vigueur"
        yield source.blame(("encadrements",), problem, remedy)
    for opening in found[1:]:
        first = f"« {found[0].texte.id} » donne déjà le premier jour dont le site répond, le {found[0].jour}"
        yield source.blame((*opening.path, "premier_jour"), first, "gardez « premier_jour: oui » sous une seule date")
    for opening in found[:1]:
        if not opening.texte.oblige_personnel:
            problem = f"le premier jour dont le site répond vient de « {opening.texte.id} », qui n'oblige pas le personnel"
            yield source.blame((*opening.path, "premier_jour"), problem, "mettez « premier_jour: oui » sous la date d'un texte qui l'oblige")


@checks
def platform_described(draft: Draft, rules: SoundRules) -> Iterator[Mistake]:
    """Check that there is a platform to answer for."""
    if not draft.named(Plateforme):
        remedy = f"créez-en une dans {of(Plateforme).where} (voir CONTRIBUER.md)"
        yield draft.source(FichierRegles).blame(("regles",), "aucune plateforme n'est décrite", remedy)


def leads_somewhere(draft: Draft, file: type[Modele]) -> bool:
    """Tell whether all that a file refers to exists."""
    return not any(unknown(value, draft) for _, value in draft.values[PLACES[file]] if isinstance(value, Mot))


def reversed_days(file: FichierRegles) -> Iterator[Wrong]:
    """Check that what begins and ends does it in that order."""
    for path, quand in whens(file):
        if quand.du and quand.au and quand.au < quand.du:
            yield (*path, "au"), f"la période finit le {quand.au}, avant de commencer le {quand.du}", "corrigez l'une des deux dates"


def whens(file: FichierRegles) -> Iterator[tuple[Path_, Quand]]:
    """Yield each « quand » of the file with its path."""
    yield from ((("conditions", index, "quand"), condition.quand) for index, condition in enumerate(file.conditions))
    yield from ((("regles", index, "quand"), regle.quand) for index, regle in enumerate(file.regles))


def unquoted(draft: Draft, file: FichierRegles, clean: Clean) -> Iterator[Wrong]:
    """Check that each clause has the paragraph to quote; that of a note may lack its sign only, which is told of what calls it."""
    for index, regle in enumerate(file.regles):
        for rank, appui in enumerate(regle.articles):
            for passage in at(clean, appui.article):
                if appui.extrait and not any(extract(passage.markdown, words) for words in quotable(draft, appui)):
                    yield ("regles", index, "articles", rank, "extrait"), *unfound(appui.extrait, str(appui.article), passage.markdown)


def forbidden(file: FichierRegles, clean: Clean) -> Iterator[Wrong]:
    """Check that a clause on which a refusal rests has a force that can forbid; of any other answer, it is told to be at odds with it."""
    for index, regle in ((index, regle) for index, regle in enumerate(file.regles) if regle.verdict in REFUSING):
        for rank, appui in enumerate(regle.articles):
            for passage in at(clean, appui.article) if appui.dit in REFUSING else ():
                if not {*passage.clause.forces} & {*BINDING}:
                    problem = f"« {appui.article} » n'interdit rien : aucune de ses forces n'oblige"
                    remedy = (
                        "écrivez ce qu'il dit, ou citez l'article qui interdit ; si c'est bien lui, sa page doit donner cette force sous son titre"
                    )
                    yield ("regles", index, "articles", rank, "dit"), problem, remedy


def quotable(draft: Draft, appui: Appui) -> list[str]:
    """Return the first words by which the paragraph to quote is found: as they are written and, of a note that has lost its sign, without it."""
    page = draft.pages.get(f"{TEXTS}/{appui.article.document}.md")
    return [words for words in (appui.extrait, unmarked(appui.extrait or "", page)) if words]


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
        yield ("points",), problem, ", ".join([NAME_OPPOSING, *together(regle)])


def together(regle: Regle) -> Iterator[str]:
    """Yield what else to do with clauses that ask for more than an answer that one must first be given, if one can do both."""
    meaning = VERDICTS[regle.verdict]
    others = [f"« {appui.article} »" for appui in regle.articles if appui.dit in meaning.apart]
    if not (meaning.sure or conflicting(appui.dit for appui in regle.articles)):
        yield f"ou, si l'on peut faire tout ce qu'ils demandent, citez dans une condition, plutôt qu'ici, {' et '.join(others)}"
