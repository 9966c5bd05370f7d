"""What changes in a text is announced: in time, and by a notice that names the clause."""

from __future__ import annotations

from collections.abc import Iterator

from macros.checking.runner import at, checks
from macros.dependants import covers
from macros.mistakes import Mistake
from macros.model.avis import Avis, FichierAvis
from macros.model.encadrements import Encadrement, FichierEncadrements
from macros.model.relectures import FichierRelectures
from macros.reading.draft import Draft
from macros.reading.nodes import Path_

Wrong = tuple[Path_, str, str]


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
