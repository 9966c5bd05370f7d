"""What changes in a text is announced: in time, by a notice that names the clause, with the words that its page does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.checking.runner import at, checks
from macros.checking.texts import Clean
from macros.clauses.fingerprints import bare
from macros.clauses.passages import Passage
from macros.dependants import covers
from macros.mistakes import Mistake
from macros.model.avis import ArticleModifie, Avis, FichierAvis
from macros.model.encadrements import Encadrement, FichierEncadrements
from macros.model.relectures import FichierRelectures
from macros.reading.draft import Draft
from macros.reading.nodes import Path_

Wrong = tuple[Path_, str, str]
# What makes an item of a list in a page, and that the words of a notice do not have.
ITEM = re.compile(r"^ *[-*+] ", re.M)


@checks
def days(draft: Draft, file: FichierAvis, register: FichierEncadrements) -> Iterator[Mistake]:
    """Check that each notice comes early enough for the text that it is about."""
    texts = {str(text.id): text for text in register.encadrements}
    for rank, notice in enumerate(file.avis):
        for text in at(texts, str(notice.encadrement)):
            yield from blamed(draft, rank, late(text, notice))


@checks
def clauses(draft: Draft, file: FichierAvis) -> Iterator[Mistake]:
    """Check that a notice is about one text."""
    for rank, notice in enumerate(file.avis):
        yield from blamed(draft, rank, strange(notice))


def blamed(draft: Draft, rank: int, found: Iterator[Wrong]) -> Iterator[Mistake]:
    """Yield the mistakes of a notice."""
    yield from (draft.source(FichierAvis).blame(("avis", rank, *where), problem, remedy) for where, problem, remedy in found)


def placed(above: Path_, found: Iterator[Wrong]) -> Iterator[Wrong]:
    """Yield what is wrong with a part of a notice, at its place in it."""
    yield from (((*above, *where), problem, remedy) for where, problem, remedy in found)


def late(text: Encadrement, notice: Avis) -> Iterator[Wrong]:
    """Yield what is wrong with the days of a notice: a text may ask for some between it and the change."""
    if text.delai_avis and notice.delai < text.delai_avis and not notice.delai_court:
        problem = f"{notice.delai} jours séparent l'avis de son entrée en vigueur, et « {text.id} » en demande {text.delai_avis}"
        yield ("en_vigueur",), problem, "repoussez ce jour, ou dites pourquoi le délai est court sur une ligne « delai_court: »"


def strange(notice: Avis) -> Iterator[Wrong]:
    """Yield the clauses of another text than the one that a notice is about."""
    for rank, changed in enumerate(notice.articles):
        if changed.article.document != notice.encadrement:
            problem = f"l'avis porte sur « {notice.encadrement} », et cet article est d'un autre texte"
            yield ("articles", rank, "article"), problem, "corrigez l'article, ou faites un avis pour chaque texte"


@checks
def wordings(draft: Draft, file: FichierAvis, clean: Clean) -> Iterator[Mistake]:
    """Check that a notice gives the words that the page of a clause does not have: the same ones would show no change, and hide the other ones."""
    for rank, notice in enumerate(file.avis):
        for index, changed in enumerate(notice.articles):
            for passage in at(clean, str(changed.article)):
                yield from blamed(draft, rank, placed(("articles", index), repeated(passage, changed)))


def repeated(passage: Passage, changed: ArticleModifie) -> Iterator[Wrong]:
    """Yield the words of a notice that are those of the page; once the page has the new ones, both may stay for the day it has others."""
    if changed.nouveau and not changed.ancien and says(passage, changed.nouveau):
        remedy = "s'ils y sont depuis ce changement, écrivez « ancien: » et les mots d'avant à la place ; sinon, donnez les mots à venir"
        yield ("nouveau",), f"la page de « {changed.article} » a déjà ces mots", remedy
    if changed.ancien and says(passage, changed.ancien):
        there = "enlevez « ancien: » et ses mots" if changed.nouveau else "écrivez « nouveau: » et les mots à venir à la place"
        yield ("ancien",), f"la page de « {changed.article} » a encore ces mots", f"{there} : le site les lit dans la page tant qu'elle les a"


def says(passage: Passage, paragraphs: list[str]) -> bool:
    """Tell whether a clause has the words of a notice, however they are laid out."""
    return bare(ITEM.sub("", passage.markdown)) == bare("\n".join(paragraphs))


@checks
def announced(draft: Draft, file: FichierAvis, book: FichierRelectures) -> Iterator[Mistake]:
    """Check that the notice named by a clause whose meaning changed names it in turn."""
    notices = {str(notice.id): notice for notice in file.avis}
    for rank, one in enumerate(book.relectures):
        for notice in at(notices, str(one.avis)):
            if not any(covers(changed.article, one.article) or covers(one.article, changed.article) for changed in notice.articles):
                problem, remedy = (
                    f"l'avis « {one.avis} » ne nomme pas « {one.article} »",
                    "ajoutez cet article à l'avis, ou nommez celui qui l'annonce",
                )
                yield draft.source(FichierRelectures).blame(("relectures", rank, "avis"), problem, remedy)
