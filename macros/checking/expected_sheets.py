"""What `data/attendus.yml` expects of the letters and forms is still true: their order, their words, their fields."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from macros.checking.expected import MEANT, Wrong, blamed
from macros.checking.runner import Sound, Whole, at, checks
from macros.mistakes import Mistake
from macros.model.attendus import ChampAttendu, DocumentAttendu, FichierAttendus
from macros.model.formulaires import Champ, Formulaire
from macros.model.kinds import of
from macros.reading.draft import Draft
from macros.reading.models import walk
from macros.typography import french
from macros.words import many

# What of a form is on its sheet; the rest tells when and why it serves.
DRAWN = ("titre", "mention", "champs", "parties", "retour")


@checks
def order(draft: Draft, file: FichierAttendus, forms: Whole[Formulaire]) -> Iterator[Mistake]:
    """Compare the order of the letters and forms, if one is expected."""
    ranked = sorted(forms, key=lambda id_: forms[id_].ordre)
    for index, (expected, found) in enumerate(zip(file.ordre, ranked, strict=False)):
        if expected != found:
            problem = f"« {found} » vient ici dans la liste des documents, à la place de « {expected} »"
            remedy = f"{MEANT} suivez l'ordre que voici : {', '.join(ranked)} ; sinon, corrigez « ordre: » dans {of(Formulaire).file_of(found)}"
            yield draft.source(FichierAttendus).blame(("ordre", index), problem, remedy)
            return
    for id_ in ranked[len(file.ordre) :] if file.ordre else ():
        problem = f"le document « {id_} » n'est pas attendu"
        yield draft.source(FichierAttendus).blame(("ordre",), problem, f"{MEANT} ajoutez la ligne « - {id_} » ; sinon, retirez le document")


@checks
def documents(draft: Draft, file: FichierAttendus, forms: Sound[Formulaire]) -> Iterator[Mistake]:
    """Compare each document with what it must stay."""
    for index, expected in enumerate(file.documents):
        for form in at(forms, str(expected.formulaire)):
            for part in (wording, numbered, fields):
                yield from blamed(draft, ("documents", index), part(expected, form))


def home(expected: DocumentAttendu) -> str:
    """Return the file of a document."""
    return of(Formulaire).file_of(expected.formulaire)


def wording(expected: DocumentAttendu, form: Formulaire) -> Iterator[Wrong]:
    """Yield the words that a document no longer says, and those that it must not say."""
    said, drawn = words(form), words(form, DRAWN)
    for rank, kept in enumerate(expected.garde):
        if folded(kept) not in said:
            problem = f"le document « {expected.formulaire} » ne dit plus « {kept} »"
            remedy = f"{MEANT} corrigez cette ligne ou supprimez-la ; sinon, rétablissez ces mots dans {home(expected)}"
            yield ("garde", rank), problem, remedy
    for rank, avoided in enumerate(expected.evite):
        if folded(avoided) in drawn:
            problem = f"le document « {expected.formulaire} » dit maintenant « {avoided} »"
            yield ("evite", rank), problem, f"{MEANT} supprimez cette ligne ; sinon, dites-le autrement dans {home(expected)}"


def numbered(expected: DocumentAttendu, form: Formulaire) -> Iterator[Wrong]:
    """Compare the number of points of the numbered list."""
    found = sum(len(bloc.numeros or ()) for partie in form.parties for bloc in partie.blocs)
    if expected.numeros and found != expected.numeros:
        problem = f"les listes numérotées de « {expected.formulaire} » ont {many(found, 'point')}, au lieu de {expected.numeros}"
        written = f"écrivez ici « numeros: {found} »" if found else "supprimez cette ligne"
        yield ("numeros",), problem, f"{MEANT} {written} ; sinon, corrigez {home(expected)}"


def fields(expected: DocumentAttendu, form: Formulaire) -> Iterator[Wrong]:
    """Compare the fields of a document with those that it must have."""
    wanted = {str(champ.id) for champ in expected.champs}
    for rank, champ in enumerate(expected.champs):
        if champ.id not in form.par_id:
            problem = f"le document « {expected.formulaire} » n'a plus de champ « {champ.id} »"
            yield ("champs", rank, "id"), problem, f"{MEANT} supprimez ces lignes ; sinon, rétablissez-le dans {home(expected)}"
        for found in at(form.par_id, str(champ.id)):
            for key, value in changed(champ, found):
                problem = f"le champ « {champ.id} » de « {expected.formulaire} » a maintenant pour « {key} » : {value}"
                yield ("champs", rank, key), problem, f"{MEANT} écrivez-le ici ; sinon, corrigez {home(expected)}"
    for id_ in form.par_id.keys() - wanted if expected.champs_seuls else ():
        problem = f"le document « {expected.formulaire} » a maintenant un champ « {id_} »"
        yield ("champs",), problem, f"{MEANT} ajoutez-le à cette liste ; sinon, retirez-le de {home(expected)}"


def changed(expected: ChampAttendu, found: Champ) -> Iterator[tuple[str, str]]:
    """Yield what a field has in place of what is expected: the key and its value."""
    for key in ("qui", "genre", "libelle"):
        if getattr(expected, key) not in (None, getattr(found, key)):
            yield key, str(getattr(found, key))
    options = [option.libelle for option in found.options]
    if expected.options and expected.options != options:
        yield "options", ", ".join(options)


def words(form: Formulaire, keys: Collection[str] = tuple(Formulaire.model_fields)) -> str:
    """Return the texts of a form, or those under some of its keys, on one line."""
    return folded(" ".join(str(value) for path, value in walk(form) if isinstance(value, str) and path[0] in keys))


def folded(text: str) -> str:
    """Return a text in lower case, its spaces alike."""
    return " ".join(french(text).casefold().split())
