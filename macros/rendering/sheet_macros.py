"""Macros about the letters and forms: the page of each, and their list."""

from __future__ import annotations

from markupsafe import Markup

from macros.model.base import IdFormulaire
from macros.model.formulaires import PERSONNEL, TIERS, Formulaire
from macros.model.meanings import FILLERS, NATURES, PROPOSED
from macros.rendering.context import Context
from macros.rendering.platform_macros import cites
from macros.rendering.registry import macro
from macros.sheets.basis import notice
from macros.sheets.columns import size, spans
from macros.sheets.pieces import glued
from macros.sheets.questions import pairs
from macros.sheets.sheet import Sheet, sheet

# What the templates know of fields.
WORDS = {"tiers": TIERS, "personnel": PERSONNEL, "proposees": PROPOSED, "reponses": pairs}


def address(id_: str) -> str:
    """Return the address of a form's page from the site's root."""
    return f"modeles/{id_}/"


def files(id_: str, form: Formulaire) -> dict[str, str]:
    """Return the addresses of the files made of a form, from the site's root, by kind."""
    return {"pdf": f"modeles/{id_}.pdf"} | ({"docx": f"modeles/{id_}.docx"} if NATURES[form.nature].word else {})


def article(context: Context, shown: Sheet, copie: bool = False, une_fois: bool = False) -> Markup:
    """Return a sheet as HTML, as paper shows it: a copy, or what is made once for all the copies (`une_fois`).

    Each place that holds a value has `data-valeur`, the id of its field. `copie`: one of many, whose empty places are for the hand.
    """
    return context.render("feuille", feuille=shown, copie=copie, une_fois=une_fois, taille=size, collee=glued, **WORDS)


# What « Mon école » asks, with the most characters of each: nothing of a pupil or of a parent. `remplissage` is what browsers are told of a field,
# where it is of the reader alone (WCAG 1.3.5): on a sheet, it may be another's, and is closed to them.
SCHOOL = (
    {"id": "nom", "libelle": "Nom de l’école", "controle": "text", "lignes": 1, "longueur": 80, "remplissage": "organization"},
    {"id": "adresse", "libelle": "Adresse de l’école", "lignes": 2, "longueur": 160},
    {"id": "expediteur", "libelle": "Votre nom", "controle": "text", "lignes": 1, "longueur": 80, "remplissage": "name"},
    {"id": "courriel", "libelle": "Votre courriel professionnel", "controle": "email", "lignes": 1, "longueur": 80, "remplissage": "email"},
    {"id": "retour", "libelle": "Courriel où retourner les formulaires, si ce n’est pas le vôtre", "controle": "email", "lignes": 1, "longueur": 80},
)


def school(context: Context) -> Markup:
    """Return « Mon école »: what the reader writes once about the school and the sender, and may let the browser keep."""
    filled = {champ["id"]: champ.get("remplissage", "off") for champ in SCHOOL}
    return context.render("ecole", champs=SCHOOL, remplissage=filled, site=context.project.site.sigle)


def entry(context: Context, shown: Sheet) -> Markup:
    """Return the fields of a sheet with their labels, by who fills them: the reader first."""
    filled = [champ for champ in shown.fields if not champ.sens.signed]
    first = shown.filler or filled[0].qui
    whose = [first, *(who for who in dict.fromkeys(champ.qui for champ in filled) if who != first)]
    groups = [(who, [champ for champ in filled if champ.qui == who]) for who in whose]
    widths = {id_: span for _, champs in groups for id_, span in spans(champs).items()}
    return context.render("saisie", feuille=shown, groupes=groups, largeurs=widths, noms=FILLERS, **WORDS)


@macro
def formulaire(context: Context, id: IdFormulaire) -> str:
    """Make the whole page of a letter or form."""
    shown = sheet(context.project, id, context.today)
    form = shown.form
    context.description = form.contenu
    named = {
        "feuille": shown,
        "ecole": school(context),
        "saisie": entry(context, shown),
        "article": article(context, shown),
        "une_fois": article(context, shown, une_fois=True) if shown.once else None,
        "renvois": cites(context, form.articles),
        "texte": cites(context, [form.modele])[0] if form.modele else None,
        "echeance": context.project.echeances[form.echeance] if form.echeance else None,
        "ouverts": [*([shown.notice] if shown.notice else []), *form.ouverts],
        "points": [point for point in context.project.contradictions if point.id in {*map(str, form.points)}],
        "fichiers": {kind: context.link(path) for kind, path in files(id, form).items()},
    }
    return context.markdown(context.heading(1, form.titre), context.render("modele", **named))


@macro
def formulaires(context: Context) -> str:
    """List the letters and forms by who needs them, with when; say that there is none while there is no form."""
    forms = context.project.formulaires
    if not forms:
        return "Aucun document n'est encore publié."
    named = {id_: {str(context.project.roles[role].groupe) for role in form.roles} for id_, form in forms.items()}
    every = {group: {id_: form for id_, form in forms.items() if group in named[id_]} for group in context.project.groupes}
    groups = {context.project.groupes[group].nom: found for group, found in every.items() if found}
    bound = {id_: any(context.project.binds_staff(article.document) for article in form.articles) for id_, form in forms.items()}
    hrefs = {id_: {kind: context.link(path) for kind, path in files(id_, form).items()} for id_, form in forms.items()}
    renvois = {id_: cites(context, form.articles) for id_, form in forms.items()}
    notices = {id_: notice(context.project, form) for id_, form in forms.items()}
    return context.render("formulaires", groupes=groups, obligent=bound, fichiers=hrefs, renvois=renvois, avis=notices)
