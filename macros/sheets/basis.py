"""What a sheet says of itself: on which clauses it rests, in which versions, whose words it has."""

from __future__ import annotations

from macros.clauses.names import name_of
from macros.days import long_date
from macros.model.base import Renvoi
from macros.model.encadrements import Encadrement
from macros.model.formulaires import Formulaire
from macros.model.meanings import WORDINGS
from macros.project import Project
from macros.typography import french
from macros.words import uncapitalized


def basis(project: Project, form: Formulaire) -> str:
    """Return on what a form rests, and which version of each text."""
    return french(f"Repose sur : {'; '.join(of_text(project, text, cited(form)) for text in texts_of(project, form))}.")


def of_text(project: Project, text: Encadrement, renvois: list[Renvoi]) -> str:
    """Return those of some clauses that are a text's, with its version."""
    names = ", ".join(name_of(project.passages[renvoi]) for renvoi in renvois if renvoi.document == text.id)
    return f"{text.titre_court}, {names} ({main_date(text)})"


def main_date(text: Encadrement) -> str:
    """Return the main date of a text, or that it gives none."""
    main = text.date_principale
    return f"{uncapitalized(main.quoi)} : {main.en_mots if main.jour else 'date non indiquée au texte'}"


def notice(project: Project, form: Formulaire) -> str | None:
    """Return whose words a form has, as a sentence; None if no text words it."""
    if form.modele is None:
        return None
    day = form.confirme_le and long_date(form.confirme_le)
    contact = form.confirme_par and project.contacts[form.confirme_par].nom
    return french(WORDINGS[form.mots].notice.format(jour=day, contact=contact))


def reference(project: Project, form: Formulaire) -> str | None:
    """Return the sentence that says that the text does not bind the staff, or None if it does."""
    if any(project.binds_staff(renvoi.document) for renvoi in form.articles):
        return None
    owner = project.organisations[form.organisation]
    return french(f"Texte de référence : il vient de l'organisation « {owner.nom} » et n'oblige pas le personnel {project.site.du}.")


def cited(form: Formulaire) -> list[Renvoi]:
    """Return the clauses that a form rests on: those that call for it, then the one that words it."""
    return list(dict.fromkeys([*form.articles, *([form.modele] if form.modele else [])]))


def texts_of(project: Project, form: Formulaire) -> list[Encadrement]:
    """Return the texts that a form rests on."""
    return [project.documents[document] for document in dict.fromkeys(renvoi.document for renvoi in cited(form))]
