"""The questions of the self-assessments: themes, conditions and forces that exist; every obligation carried out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, NewType

from macros.checking.known import ids
from macros.checking.runner import Sound, Whole, at, checks, need, part
from macros.checking.texts import Clean, CleanTexts, Unclean
from macros.clauses.passages import Passage
from macros.lists.conditions import answers, earlier, needed, opposed
from macros.lists.coverage import coverage
from macros.lists.forces import nuances, tempering
from macros.mistakes import Mistake
from macros.model.encadrements import FichierEncadrements
from macros.model.kinds import of
from macros.model.listes import Liste, Question, Si
from macros.model.meanings import FAMILIES
from macros.model.roles import FichierRoles
from macros.reading.draft import Draft
from macros.reading.nodes import Path_
from macros.typography import french
from macros.words import fold, nearest, one_of, slips

Wrong = tuple[Path_, str, str]

# What is advised of a fact or a question that nothing is like: another one in its place would change who is asked what.
GONE = " ; après un retrait, supprimez aussi ce qui en dépend, sans rien mettre à la place"

# The letters by which a word is known in its other forms: « privilégiée », « privilégiez ».
STEM = 5

# All the lists, when the force of each question and the clauses that it carries out are known.
Carrying = NewType("Carrying", dict[str, Liste])


@checks
def check(draft: Draft, lists: Sound[Liste]) -> Iterator[Mistake]:
    """Yield the mistakes of the lists that are seen without anything else."""
    for id_, liste in lists.items():
        yield from (draft.sources[of(Liste).file_of(id_)].blame(*wrong) for wrong in in_list(liste))


@checks
def forces(draft: Draft, lists: Sound[Liste], clean: Clean) -> Iterator[Mistake]:
    """Check that a question names a force when its first clause has several, and only then."""
    for id_, liste in lists.items():
        for index, question in enumerate(liste.questions):
            for passage in at(clean, question.articles[0]):
                for where, *wrong in [*force(question, passage.clause.forces), *nuance(question, passage)]:
                    yield draft.sources[of(Liste).file_of(id_)].blame(("questions", index, *where), *wrong)


@part
def carrying(
    lists: Whole[Liste], clean: Clean, unclean: Unclean, own: Annotated[list[Mistake], check], forces: Annotated[list[Mistake], forces]
) -> Carrying:
    """Return all the lists, once it is known what each of their questions carries out."""
    questions = [question for liste in lists.values() for question in liste.questions]
    elsewhere = {article for question in questions for article in question.articles[1:] if article.document in unclean}
    cited = {article for question in questions for article in question.articles}
    need(not (own or forces) and cited - elsewhere <= clean.keys())
    return Carrying(lists)


def in_list(liste: Liste) -> Iterator[Wrong]:
    """Check a list: its themes, its ratings, its conditions as a whole, then each of its questions."""
    for wrong in (empty_themes, shared_ids, partly_rated, incompatible, said_twice, never_asked):
        yield from wrong(liste)
    for index, question in enumerate(liste.questions):
        for where, problem, remedy in in_question(liste, question):
            yield ("questions", index, *where), problem, remedy


def in_question(liste: Liste, question: Question) -> Iterator[Wrong]:
    """Check a question of a list."""
    yield from theme(liste, question)
    yield from conditions(liste, question)
    yield from moment(question)
    yield from grave(question)


def empty_themes(liste: Liste) -> Iterator[Wrong]:
    """Check that each theme has a question, unless a question's theme is not known."""
    used = {question.theme for question in liste.questions}
    if used <= {*ids(liste.themes)}:
        for index, id_ in enumerate(ids(liste.themes)):
            if id_ not in used:
                yield ("themes", index, "id"), f"le thème « {id_} » n'a aucune question", "donnez-lui une question, ou supprimez-le"


def shared_ids(liste: Liste) -> Iterator[Wrong]:
    """Check that no question has a fact's id: conditions and answers name both in the same way."""
    for index, id_ in enumerate(ids(liste.questions)):
        if id_ in ids(liste.faits):
            yield ("questions", index, "id"), f"l'identifiant « {id_} » est déjà celui d'un fait de cette liste", "choisissez-en un autre"


def partly_rated(liste: Liste) -> Iterator[Wrong]:
    """Check that all the questions are rated, or none."""
    rated = [question.cote is not None for question in liste.questions]
    if len({*rated}) > 1:
        odd = rated.index(not rated[0])
        yield ("questions", odd), "des questions de cette liste ont une cote et d'autres n'en ont pas", "écrivez « cote: » à toutes, ou à aucune"


def incompatible(liste: Liste) -> Iterator[Wrong]:
    """Check that answers that contradict one another are two or more, to different facts of the list."""
    for index, one in enumerate(liste.incompatibles):
        where = ("incompatibles", index, "reponses")
        named = [str(answer.fait) for answer in one.reponses]
        if len(named) == 1:
            yield where, "une réponse ne peut se contredire seule", "ajoutez celle qui la contredit, ou supprimez cet élément de « incompatibles »"
        for rank, fait in enumerate(named):
            if wrong := unknown_fact(liste, fait) or named_before(fait, named[:rank]):
                yield (*where, rank, "fait"), *wrong


def named_before(fait: str, before: list[str]) -> tuple[str, str] | None:
    """Return what is wrong with a fact of which the same contradiction names an answer before, or None."""
    if fait not in before:
        return None
    return f"le fait « {fait} » ne peut se contredire lui-même : on n'y répond qu'une fois", "nommez un autre fait, ou supprimez cette réponse"


def said_twice(liste: Liste) -> Iterator[Wrong]:
    """Check that a contradiction is said once, in whatever order; what repeats all of another is told elsewhere."""
    for index, one in enumerate(liste.incompatibles):
        before = liste.incompatibles[:index]
        if one not in before and answers(one) in map(answers, before):
            problem = "ces réponses sont déjà dites incompatibles plus haut, dans un autre ordre ou pour une autre raison"
            yield ("incompatibles", index), problem, "une fois suffit pour toutes : supprimez l'un des deux éléments"


def never_asked(liste: Liste) -> Iterator[Wrong]:
    """Check that the conditions of each question can hold together, with those of the questions it depends on."""
    needs = needed(liste)
    for index, question in enumerate(liste.questions):
        both = opposed(liste, needs.get(question.id, set()))
        if both and not any(opposed(liste, needs.get(condition.sujet, set())) for condition in question.si):
            problem = f"cette question n'est jamais posée : il faudrait répondre à la fois {both}"
            yield ("questions", index, "si"), problem, "corrigez l'une de ses conditions, ou supprimez-la"


def theme(liste: Liste, question: Question) -> Iterator[Wrong]:
    """Check that a question's theme is one of the list's."""
    if question.theme not in ids(liste.themes):
        yield ("theme",), f"le thème « {question.theme} » n'existe pas dans cette liste", nearest(question.theme, ids(liste.themes))


def conditions(liste: Liste, question: Question) -> Iterator[Wrong]:
    """Check that a question depends on facts of the list and on questions that come before it."""
    for rank, condition in enumerate(question.si):
        if wrong := unknown_fact(liste, condition.sujet) if condition.fait else wrong_question(liste, question, condition):
            yield ("si", rank, "fait" if condition.fait else "question"), *wrong


def unknown_fact(liste: Liste, fait: str) -> tuple[str, str] | None:
    """Return what is wrong with what names a fact, or None."""
    known = ids(liste.faits)
    return None if fait in known else (f"le fait « {fait} » n'existe pas dans cette liste", instead(fait, known))


def instead(subject: str, known: list[str]) -> str:
    """Return the remedy for what names no fact or question."""
    remedy = nearest(subject, known)
    return remedy if slips(subject, known) else f"{remedy}{GONE}"


def wrong_question(liste: Liste, question: Question, condition: Si) -> tuple[str, str] | None:
    """Return what is wrong with a condition about a question, or None."""
    before = {str(other.id): other for other in earlier(liste, question)}
    if condition.sujet not in ids(liste.questions):
        return f"la question « {condition.sujet} » n'existe pas dans cette liste", instead(condition.sujet, [*before])
    if condition.sujet == question.id:
        return "cette question dépend d'elle-même", "supprimez cette condition"
    if condition.sujet not in before:
        remedy = "placez-la avant (l'ordre des thèmes compte aussi), ou supprimez cette condition"
        return f"la question « {condition.sujet} » est posée après celle-ci", remedy
    if before[condition.sujet].cote:
        return f"la question « {condition.sujet} » a une cote : on n'y répond ni oui ni non", "supprimez cette condition"
    return None


def moment(question: Question) -> Iterator[Wrong]:
    """Check that one thing at most says when a question matters."""
    if question.echeance and question.quand:
        yield ("quand",), "« echeance » et « quand » disent tous deux le moment", "gardez « echeance » si elle convient, sinon « quand »"


def grave(question: Question) -> Iterator[Wrong]:
    """Check that a criterion that nothing makes up for is of a family that may have some."""
    able = [code for code, family in FAMILIES.items() if family.eliminating]
    if question.eliminatoire and question.cote not in able:
        named = " ou ".join(f"« {code} »" for code in able)
        yield ("eliminatoire",), f"seule une question cotée {named} peut être éliminatoire", "corrigez « cote », ou supprimez cette ligne"


def force(question: Question, forces: tuple[str, ...]) -> Iterator[Wrong]:
    """Check the force that a question names, given those of its first clause."""
    several = ", ".join(forces)
    if len(forces) > 1 and question.marque is None:
        problem = f"l'article « {question.articles[0]} » a plusieurs forces"
        yield ("articles", 0), problem, f"ajoutez la ligne « marque: » avec celle qui est en cause : {several}"
    elif len(forces) == 1 and question.marque:
        problem = f"l'article « {question.articles[0]} » n'a qu'une force ({several})"
        yield ("marque",), problem, "supprimez cette ligne : la force se lit dans l'article"
    elif forces and question.marque and question.marque not in forces:
        yield ("marque",), f"l'article « {question.articles[0]} » n'a pas la force « {question.marque} »", one_of(forces)


def nuance(question: Question, passage: Passage) -> Iterator[Wrong]:
    """Check that the words that temper the force of a question are those of its first clause."""
    clause = passage.clause
    known = [words for force in clause.forces if force == (question.marque or force) for words in nuances(passage, force) if words]
    if question.nuance and question.nuance not in known:
        problem = f"l'article « {question.articles[0]} » n'a pas « {question.nuance} » entre parenthèses"
        yield ("nuance",), problem, f"écrivez {' ou '.join(f'« {words} »' for words in known)}" if known else "supprimez cette ligne"


@checks
def tempered(draft: Draft, lists: Carrying) -> Iterator[Mistake]:
    """Yield a mistake for each question that asks flatly what its first clause tempers: « lorsque possible », « doit être privilégiée »."""
    for id_, liste in lists.items():
        for index, question in enumerate(liste.questions):
            words = tempering(question, draft.passages)
            if words and not says(f"{question.question} {question.aide or ''}", words):
                problem = f"cette question ne dit pas ce qui tempère l'article « {question.articles[0]} » : {french(words)}"
                remedy = "dites-le dans « question » ou dans « aide », avec ces mots"
                yield draft.sources[of(Liste).file_of(id_)].blame(("questions", index, "question"), problem, remedy)


def says(text: str, words: str) -> bool:
    """Tell whether a text has one of some words, but for the shortest: by its first letters, since its number, person or tense may be others."""
    stems = [word[:STEM] for word in re.findall(r"\w+", fold(words))]
    least = min(STEM, max(map(len, stems)))
    return any(word.startswith(stem) for word in re.findall(r"\w+", fold(text)) for stem in stems if len(stem) >= least)


@checks
def uncovered(draft: Draft, lists: Carrying, register: FichierEncadrements, roles: FichierRoles, texts: CleanTexts) -> Iterator[Mistake]:
    """Yield a mistake for each obligation or interdiction that no question carries out, in the texts to cover."""
    names = [str(text.id) for text in register.encadrements if text.couverture and lists]
    for text in (text for name in names for text in at(texts, name)):
        for carried in coverage(text.clauses, dict(lists), draft.passages, roles.personnel):
            if not carried.questions:
                problem = f"aucune question des autoévaluations ne porte sur la force « {carried.force} » de « {carried.clause.reference} »"
                remedy = f"ajoutez une question à un fichier de {of(Liste).where}, ou citez cet article dans celle qui convient"
                yield Mistake(text.file, carried.clause.line, problem, remedy)
