"""What changes in a text is announced: in time, and by a notice that names the clause."""

from __future__ import annotations

from collections.abc import Iterator

from macros.dependants import covers
from macros.mistakes import Mistake
from macros.model.avis import Avis, FichierAvis
from macros.model.encadrements import Encadrement
from macros.model.relectures import FichierRelectures
from macros.reading.draft import Draft


def check(draft: Draft) -> Iterator[Mistake]:
    """Yield the mistakes of the notices, and of the clauses that say that one announces them."""
    file = draft.found(FichierAvis)
    if file:
        source = draft.source(FichierAvis)
        for rank, notice in enumerate(file.avis):
            yield from (source.blame(("avis", rank, *where), problem, remedy) for where, problem, remedy in (*late(draft, notice), *strange(notice)))
        yield from unannounced(draft, {str(notice.id): notice for notice in file.avis})


def late(draft: Draft, notice: Avis) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
    """Yield what is wrong with the days of a notice: a text may ask for some between it and the change."""
    text = (draft.things[Encadrement] or {}).get(notice.encadrement)
    if isinstance(text, Encadrement) and text.delai_avis and notice.delai < text.delai_avis and not notice.delai_court:
        problem = f"{notice.delai} jours séparent l'avis de son entrée en vigueur, et « {text.id} » en demande {text.delai_avis}"
        yield ("en_vigueur",), problem, "repoussez ce jour, ou dites pourquoi le délai est court sur une ligne « delai_court: »"


def strange(notice: Avis) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
    """Yield the clauses of another text than the one that a notice is about."""
    for rank, changed in enumerate(notice.articles):
        if changed.article.document != notice.encadrement:
            problem = f"l'avis porte sur « {notice.encadrement} », et cet article est d'un autre texte"
            yield ("articles", rank, "article"), problem, "corrigez l'article, ou faites un avis pour chaque texte"


def unannounced(draft: Draft, notices: dict[str, Avis]) -> Iterator[Mistake]:
    """Yield the clauses whose meaning changed and that the notice they name does not name in turn."""
    book = draft.found(FichierRelectures)
    for rank, one in enumerate(book.relectures if book else ()):
        notice = notices.get(one.avis or "")
        if notice and not any(covers(changed.article, one.article) or covers(one.article, changed.article) for changed in notice.articles):
            problem, remedy = f"l'avis « {one.avis} » ne nomme pas « {one.article} »", "ajoutez cet article à l'avis, ou nommez l'avis qui l'annonce"
            yield draft.source(FichierRelectures).blame(("relectures", rank, "avis"), problem, remedy)
