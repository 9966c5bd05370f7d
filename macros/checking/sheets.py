"""The letters and forms: each field has its place, and what it holds suits its kind."""

from __future__ import annotations

from collections.abc import Iterator

from macros.mistakes import Mistake
from macros.model.encadrements import FichierEncadrements
from macros.model.formulaires import BLANC, Champ, Formulaire
from macros.model.kinds import of
from macros.model.meanings import FIELDS, PROPOSED
from macros.reading.draft import Draft
from macros.reading.nodes import Path_
from macros.words import nearest

Wrong = tuple[Path_, str, str]


def check(draft: Draft) -> Iterator[Mistake]:
    """Yield the mistakes of the letters and forms."""
    for id_, form in draft.forms.items():
        if form:
            source = draft.sources[of(Formulaire).file_of(id_)]
            yield from (source.blame(*wrong) for wrong in in_form(draft, form))


def in_form(draft: Draft, form: Formulaire) -> Iterator[Wrong]:
    """Check a form: what it rests on, when, its fields, where they stand."""
    yield from basis(draft, form)
    yield from moment(form)
    for index, champ in enumerate(form.champs):
        yield from (((("champs", index, key)), problem, remedy) for key, problem, remedy in in_field(form, champ))
    for path, sentence in sentences(form):
        yield from blanks(form, path, sentence)
    yield from lists_of_fields(form)
    yield from unplaced(form)


def basis(draft: Draft, form: Formulaire) -> Iterator[Wrong]:
    """Check that the clauses are the organisation's, and the one that words the form of a text that calls for it."""
    register = draft.found(FichierEncadrements)
    owners = {str(text.id): str(text.organisation) for text in register.encadrements} if register else {}
    for index, article in enumerate(form.articles):
        if owners.get(article.document, form.organisation) != form.organisation:
            problem = f"le texte « {article.document} » est celui d'une autre organisation que « {form.organisation} »"
            yield ("articles", index), problem, "citez un article de cette organisation, ou changez la ligne « organisation: »"
    if form.modele and form.modele.document not in {article.document for article in form.articles}:
        remedy = "citez un article de l'un des textes qui demandent le document"
        yield ("modele",), f"aucun des « articles » ne vient du texte « {form.modele.document} »", remedy


def moment(form: Formulaire) -> Iterator[Wrong]:
    """Check that a form says when it is needed, once."""
    if form.echeance and form.quand:
        yield ("quand",), "« echeance » et « quand » disent tous deux le moment", "gardez « echeance », ou supprimez-la et gardez « quand »"
    elif not form.echeance and not form.quand:
        yield (), "rien ne dit quand employer ce document", "ajoutez une ligne « echeance: », ou une ligne « quand: » et le moment en mots"


def in_field(form: Formulaire, champ: Champ) -> Iterator[tuple[str, str, str]]:
    """Check that what a field holds suits its kind: yield the key at fault, the problem, the remedy."""
    kind, meaning = champ.genre, FIELDS[champ.genre]
    if meaning.offered and not champ.options:
        yield "genre", f"un champ « {kind} » demande des réponses", "ajoutez une liste « options: », chacune avec « id » et « libelle »"
    if not meaning.offered and champ.options:
        yield "options", f"un champ « {kind} » n'offre pas de réponses", "supprimez « options », ou écrivez « genre: choix » ou « genre: cases »"
    if kind != "bloc" and champ.lignes:
        yield "lignes", f"un champ « {kind} » n'a pas de nombre de lignes", "supprimez cette ligne, ou écrivez « genre: bloc »"
    if not meaning.sized and champ.longueur:
        yield "longueur", f"un champ « {kind} » n'a pas de longueur", "supprimez cette ligne"
    if champ.propose and kind != PROPOSED[champ.propose]:
        yield (
            "propose",
            f"« {champ.propose} » ne va pas dans un champ « {kind} »",
            f"écrivez « genre: {PROPOSED[champ.propose]} », ou supprimez cette ligne",
        )
    if champ.liste:
        yield from listed(form, champ)
    if champ.registre:
        yield from recalled(form, champ)


def listed(form: Formulaire, champ: Champ) -> Iterator[tuple[str, str, str]]:
    """Check that a field may be filled from a class list: names, in a form made per pupil, by the staff."""
    if not form.classe:
        yield "liste", "ce document ne se fait pas pour toute une classe", "ajoutez la ligne « classe: oui » au document, ou supprimez cette ligne"
    if champ.libre or champ.genre != "ligne":
        problem = "la liste de classe ne peut pas remplir ce champ"
        yield "liste", problem, "supprimez cette ligne : la liste ne remplit qu'une ligne que le personnel remplit"


def recalled(form: Formulaire, champ: Champ) -> Iterator[tuple[str, str, str]]:
    """Check that the register may recall a field: one that the staff write once for a whole class."""
    if not form.classe or champ.libre or champ.liste or not FIELDS[champ.genre].written:
        remedy = "supprimez cette ligne : il ne rappelle que ce que le personnel écrit une fois pour toute une classe"
        yield "registre", "le registre des retours ne peut pas rappeler ce champ", remedy


def sentences(form: Formulaire) -> Iterator[tuple[Path_, str]]:
    """Yield the sentences in which a field may stand, with their places."""
    for part, partie in enumerate(form.parties):
        for number, bloc in enumerate(partie.blocs):
            where = ("parties", part, "blocs", number, bloc.genre)
            if bloc.genre in ("texte", "note", "visa"):
                yield where, bloc.lignes[0]
            elif bloc.genre != "champs":
                yield from (((*where, index), line) for index, line in enumerate(bloc.lignes))
    if form.retour:
        yield ("retour",), form.retour


def blanks(form: Formulaire, path: Path_, sentence: str) -> Iterator[Wrong]:
    """Check that each blank of a sentence names a field that can stand in one."""
    for name in dict.fromkeys(BLANC.findall(sentence)):
        champ = form.par_id.get(name)
        if champ is None:
            yield path, f"« [{name}] » ne nomme aucun champ", nearest(name, list(form.par_id))
        elif not FIELDS[champ.genre].in_sentence:
            remedy = "placez-le dans un bloc « champs: », entre deux paragraphes"
            yield path, f"le champ « {name} » ({champ.genre}) n'entre pas dans une phrase", remedy


def lists_of_fields(form: Formulaire) -> Iterator[Wrong]:
    """Check the blocks of fields: each names a field that exists and that stands in no other block."""
    seen: set[str] = set()
    for part, partie in enumerate(form.parties):
        for number, bloc in enumerate(partie.blocs):
            for index, name in enumerate(bloc.champs or ()):
                path = ("parties", part, "blocs", number, "champs", index)
                if name not in form.par_id:
                    yield path, f"le champ « {name} » n'existe pas", nearest(name, list(form.par_id))
                elif name in seen:
                    yield (
                        path,
                        f"le champ « {name} » est déjà placé plus haut",
                        f"supprimez cette ligne, ou répétez sa valeur dans une phrase avec [{name}]",
                    )
                seen.add(name)


def unplaced(form: Formulaire) -> Iterator[Wrong]:
    """Check that each field stands somewhere on the sheet; a misspelt name, told above, may be its own."""
    placed = {str(name) for partie in form.parties for bloc in partie.blocs for name in bloc.champs or ()}
    placed |= {name for _, sentence in sentences(form) for name in BLANC.findall(sentence)}
    misspelt = placed - form.par_id.keys()
    for index, champ in enumerate(form.champs):
        if champ.id not in placed and not misspelt:
            written = f"écrivez [{champ.id}] dans une phrase, " if FIELDS[champ.genre].in_sentence else ""
            remedy = f"{written}ajoutez-le à un bloc « champs: », ou supprimez-le"
            yield ("champs", index, "id"), f"le champ « {champ.id} » n'est placé nulle part", remedy
