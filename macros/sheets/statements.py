"""What a form calls its statements, answered by yes or no, and the answers that another form takes from them."""

from __future__ import annotations

from macros.model.formulaires import Champ, Formulaire, Option
from macros.project import Project
from macros.words import capitalized

# What a statement is called, if its sheet does not say.
STATEMENT = "énoncé"


def with_answers(project: Project, form: Formulaire) -> Formulaire:
    """Return a form in which the answers that are the statements of another one are written."""
    return form.model_copy(update={"champs": [offering(project, champ) for champ in form.champs]})


def offering(project: Project, champ: Champ) -> Champ:
    """Return a field with the answers that it offers, by the names that their own sheet gives them."""
    if champ.enonces_de is None:
        return champ
    other = project.formulaires[champ.enonces_de]
    named = [(id_, statement(other, other.par_id[id_])) for id_ in other.numeros]
    return champ.model_copy(update={"options": [Option.model_validate({"id": id_, "libelle": capitalized(name)}) for id_, name in named]})


def statement(form: Formulaire, champ: Champ) -> str:
    """Return the short name of a statement answered by yes or no, on its sheet and wherever it is named: « autorisation 1 : … »."""
    return f"{number_of(form, champ)} : {champ.abrege or champ.libelle}"


def number_of(form: Formulaire, champ: Champ) -> str:
    """Return what a statement is called by its number: « autorisation 1 »."""
    return f"{form.enonces or STATEMENT} {form.numeros[str(champ.id)]}"
