"""The published JSON files: which keys of the models they hold, and which they add. The page `donnees/` is made from these forms."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel

from macros.model.base import Id, IdEcheance, IdFormulaire, IdListe, IdPlateforme, IdRole, IdTheme, Renvoi
from macros.model.collecte import FichierCollecte
from macros.model.echeances import Echeance, FichierEcheances
from macros.model.encadrements import DateRepere, Encadrement, FichierEncadrements
from macros.model.formulaires import Champ, Formulaire
from macros.model.listes import CodeForce, Liste, Question
from macros.model.plateformes import Plateforme, Statut
from macros.model.regles import CodeContenu, CodePublic, Condition, Regle
from macros.model.situations import Cas, Situation, ThemeSituations
from macros.published.forms import Published, form, like, listed, many, own

CodeFichier = Literal["encadrements", "plateformes", "regles", "echeances", "formulaires", "listes", "situations", "collecte", "tracabilite"]

MARK = form(
    Published,
    "force nuance roles",
    force=own(CodeForce, "Force."),
    nuance=own(str | None, "Précision qui tempère ou limite la force, ou null."),
    roles=own(list[IdRole], "Rôles visés."),
)
CARRIED = form(
    Published,
    "genre nom adresse",
    genre=own(str, "Ce que c'est : question d'autoévaluation, règle, condition, plateforme, document, échéance, question du personnel, etc."),
    nom=own(str, "Son titre."),
    adresse=own(str, "Son adresse, à partir de la racine du site."),
)
CARRYING = many(CARRIED, "Ce qui repose sur l'article, ou sur l'une de ses lettres.")
CLAUSE = form(
    Published,
    "renvoi document numero titre force marques texte adresse mise_en_oeuvre",
    renvoi=own(Renvoi, "Citation de l'article : l'identifiant du texte, une barre oblique, le numéro."),
    document=own(Id, "Identifiant du texte."),
    numero=own(str, "Numéro tel que le texte l'imprime; vide pour une partie sans numéro."),
    titre=own(str, "Titre descriptif."),
    force=own(CodeForce, "Force principale."),
    marques=many(MARK, "Toutes les forces de l'article, chacune avec les rôles visés."),
    texte=own(str, "Texte de l'article, sans mise en forme, un paragraphe ou un élément de liste par ligne."),
    adresse=own(str, "Adresse de l'article, à partir de la racine du site."),
    mise_en_oeuvre=CARRYING,
)
TRACE = form(
    Published,
    "renvoi titre exige oblige_personnel mise_en_oeuvre",
    renvoi=own(Renvoi, "Citation de l'article."),
    titre=own(str, "Titre descriptif."),
    exige=own(bool, "L'article oblige-t-il le personnel, dans un texte que les autoévaluations doivent couvrir en entier?"),
    oblige_personnel=own(bool, "L'article vient-il d'un texte qui oblige le personnel de l'organisation dont c'est le site?"),
    mise_en_oeuvre=CARRYING,
)
ADDRESS = own(str, "Adresse de sa page, à partir de la racine du site.")
TEXT = form(
    Encadrement,
    "id titre organisation genre numero dates oblige_personnel texte_adopte adresse articles",
    id=own(Id, "Identifiant du texte : le nom de sa page."),
    organisation=own(str, "Sigle de l'organisation qui l'a adopté."),
    dates=many(form(DateRepere, "quoi jour precision")),
    adresse=ADDRESS,
    articles=many(CLAUSE, "Ses articles, dans l'ordre, lettres comprises."),
)
AUDIENCE = own(CodePublic, "À qui l'on s'adresse.")
STATUS = form(Statut, "public statut du au articles conditions portee point", public=AUDIENCE)
PLATFORM = form(
    Plateforme,
    "id nom aussi_appelee noms_partages resume statuts destruction remplacer_par remplacee_par adresse",
    id=own(IdPlateforme, "Identifiant de la plateforme."),
    statuts=many(STATUS, "Statuts datés, sans trou ni chevauchement pour chaque public."),
    adresse=ADDRESS,
)
CONDITION = form(
    Condition,
    "id etape texte force articles formulaires echeances",
    force=own(CodeForce, "Force de son premier article, ou celle des siennes qui est en cause."),
    articles=own(list[Renvoi], "Articles sur lesquels elle repose."),
)
ANSWER = form(
    Regle,
    "plateforme destinataire contenu du au verdict reserve articles conditions formulaires echeances",
    plateforme=own(IdPlateforme, "La plateforme."),
    destinataire=AUDIENCE,
    contenu=own(CodeContenu, "Ce que l'on communique."),
    du=like(Statut, "du"),
    au=own(like(Statut, "au")[0], "Dernier jour, inclus; null si la réponse dure encore."),
    reserve=own(like(Condition, "reserve")[0], "Ce qu'un « Oui » suppose et qu'aucun texte ne dit, en quelques mots."),
    articles=own(list[Renvoi], "Articles sur lesquels reposent la réponse et ses conditions."),
    conditions=many(CONDITION, "Conditions à remplir, conseils et questions à poser (voir « etape »)."),
    formulaires=like(Condition, "formulaires"),
    echeances=like(Condition, "echeances"),
)
FIELD = form(
    Champ, "id qui genre libelle aide longueur minimum maximum requis options", id=own(Id, "Identifiant du champ : son nom dans le PDF à remplir.")
)
FORM = form(
    Formulaire,
    "id titre nature contenu organisation oblige_personnel articles ecrit modele mots confirme_par confirme_le"
    " roles echeance quand classe champs adresse",
    id=own(IdFormulaire, "Identifiant du document."),
    oblige_personnel=own(bool, "Repose-t-il sur un texte qui oblige le personnel de l'organisation dont c'est le site?"),
    champs=many(FIELD),
    adresse=ADDRESS,
)
QUESTION = form(
    Question,
    "id theme texte aide force oblige_personnel articles echeance quand si preuve remede formulaires cote eliminatoire empreinte",
    texte=own(str, "La question; « oui » veut dire que tout va bien."),
    force=own(CodeForce, "Force de l'article principal, ou celle des siennes qui est en cause."),
    oblige_personnel=own(bool, "L'article principal vient-il d'un texte qui oblige le personnel de l'organisation dont c'est le site?"),
    remede=own(str, "Quoi faire si la réponse est non, ou si la cote est basse."),
    empreinte=own(str, "Marque des mots de la question : elle change quand ils changent."),
)
LIST = form(
    Liste,
    "id titre resume roles reference adresse themes faits incompatibles questions",
    id=own(IdListe, "Identifiant de la liste : le nom de sa page."),
    reference=own(bool, "Aucune question ne repose-t-elle d'abord sur un texte qui oblige le personnel de l'organisation dont c'est le site?"),
    adresse=own(str, "Adresse de sa page, à partir de la racine du site; ajoutez #q- et l'identifiant pour une question."),
    questions=many(QUESTION),
)
CASE = form(Cas)
SITUATION = form(
    Situation,
    "id question mots constat cas silence articles reference formulaires demander_a adresse",
    cas=many(CASE),
    adresse=own(str, "Son adresse, à partir de la racine du site."),
)
THEME = form(
    ThemeSituations,
    "id titre resume adresse situations",
    id=own(IdTheme, "Identifiant du thème : le nom de sa page."),
    adresse=ADDRESS,
    situations=many(SITUATION),
)

# The whole files: a list, under one key or by itself.
FILES: dict[CodeFichier, type[BaseModel]] = {
    "encadrements": form(FichierEncadrements, encadrements=many(TEXT)),
    "plateformes": form(Published, "plateformes", plateformes=many(PLATFORM, "Les plateformes, dans l'ordre des tableaux.")),
    "regles": listed(ANSWER),
    "echeances": form(FichierEcheances, echeances=many(form(Echeance, id=own(IdEcheance)))),
    "formulaires": form(Published, "formulaires", formulaires=many(FORM, "Les lettres et les formulaires, dans l'ordre de leur liste.")),
    "listes": form(Published, "listes", listes=many(LIST, "Les autoévaluations, dans l'ordre du menu.")),
    "situations": form(Published, "themes", themes=many(THEME, "Les questions du personnel, par thème.")),
    "collecte": form(FichierCollecte),
    "tracabilite": listed(TRACE),
}
