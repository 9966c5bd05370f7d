"""The words shown for each code."""

from __future__ import annotations

from collections.abc import Iterator
from os.path import isfile
from typing import get_args

from macros.checking.runner import checks
from macros.clauses.clause import FORCES
from macros.mistakes import Mistake
from macros.model.meanings import BINDING
from macros.model.plateformes import CodeDestruction, CodeStatut
from macros.model.regles import CodeContenu, CodeEtape, CodePublic, CodeVerdict
from macros.model.vocabulaire import FichierVocabulaire, Mention
from macros.reading.draft import Draft
from macros.reading.nodes import Source
from macros.theme_package import ICONS
from macros.words import closest, slips

CODES = {
    "forces": FORCES,
    "statuts": get_args(CodeStatut),
    "destructions": get_args(CodeDestruction),
    "verdicts": get_args(CodeVerdict),
    "etapes": get_args(CodeEtape),
    "contenus": get_args(CodeContenu),
    "publics": get_args(CodePublic),
}


REMOVE = "supprimez cette entrée : ces codes ne sont pas de ceux que l'on ajoute"


@checks
def check(draft: Draft, vocabulary: FichierVocabulaire) -> Iterator[Mistake]:
    """Check that the vocabulary names each code, and no other, and that its icons exist."""
    source = draft.source(FichierVocabulaire)
    for kind, expected in CODES.items():
        mentions: list[Mention] = getattr(vocabulary, kind)
        yield from icons(source, kind, mentions)
        given = [str(mention.id) for mention in mentions]
        unnamed = [code for code in expected if code not in given]
        for index, code in enumerate(given):
            if code not in expected:
                meant = closest(code, unnamed)
                unnamed = [other for other in unnamed if other != meant]
                yield source.blame((kind, index, "id"), f"le code « {code} » n'existe pas", f"écrivez « {meant} »" if meant else REMOVE)
        for code in unnamed:
            yield source.blame((kind,), f"le code « {code} » n'a pas de nom", f"ajoutez à cette liste une entrée « id: {code} » (voir CONTRIBUER.md)")


@checks
def plurals(draft: Draft, vocabulary: FichierVocabulaire) -> Iterator[Mistake]:
    """Check that each force that binds has its plural, by which a result counts what was missed, and that no other has one."""
    source = draft.source(FichierVocabulaire)
    for index, mention in enumerate(vocabulary.forces):
        if mention.id in BINDING and not mention.pluriel:
            problem = f"la force « {mention.id} » oblige, et n'a pas de pluriel pour compter ses manques"
            yield source.blame(("forces", index), problem, "ajoutez à cette entrée une ligne « pluriel: » avec son nom au pluriel")
        if mention.pluriel and mention.id not in BINDING:
            problem = f"la force « {mention.id} » n'oblige pas : rien ne montre ce pluriel"
            yield source.blame(("forces", index, "pluriel"), problem, "supprimez cette ligne")


@checks
def synonyms(draft: Draft, vocabulary: FichierVocabulaire) -> Iterator[Mistake]:
    """Check that each group of words typed for one another has several; one twice is told as in any list."""
    source = draft.source(FichierVocabulaire)
    for index, words in enumerate(vocabulary.synonymes):
        if len(words) < 2:
            yield source.blame(("synonymes", index), "ce groupe n'a pas deux mots", "ajoutez-y un mot, ou supprimez cette ligne")


def icons(source: Source, kind: str, mentions: list[Mention]) -> Iterator[Mistake]:
    """Check that the icon of each code exists."""
    for index, mention in enumerate(mentions):
        if not isfile(ICONS / f"{mention.icone}.svg"):
            meant = slips(mention.icone, sorted(path.stem for path in ICONS.glob("*.svg")))
            remedy = (
                "écrivez " + " ou ".join(f"« {name} »" for name in meant) if meant else "choisissez un nom sur https://pictogrammers.com/library/mdi/"
            )
            yield source.blame((kind, index, "icone"), f"l'icône « {mention.icone} » n'existe pas", remedy)
