"""The published JSON files: what each field holds. The page `donnees/` is made from these descriptions."""

from __future__ import annotations

from datetime import date
from typing import Any

from pydantic import BaseModel, Field, RootModel, field_serializer

from macros.model.collecte import Moyen
from macros.model.echeances import Echeance
from macros.model.formulaires import CodeGenre, CodeNature, CodePart, Formulaire, Option
from macros.model.listes import CodeCote, CodeForce, Fait, Si, Theme
from macros.model.plateformes import CodeStatut, Destruction, Plateforme
from macros.model.regles import CodeContenu, CodePublic, CodeVerdict
from macros.rules.table import Answer


class MarqueJson(BaseModel):
    """A force and whom it is for."""

    force: str = Field(description="Force : obligation, interdiction, recommandation, permission, droit ou information.")
    nuance: str | None = Field(description="Précision qui tempère ou limite la force, ou null.")
    roles: list[str] = Field(description="Identifiants des rôles visés.")


class ArticleJson(BaseModel):
    """A clause."""

    renvoi: str = Field(description="Citation de l'article, par exemple « directive/5.9 ».")
    document: str = Field(description="Identifiant du texte.")
    numero: str = Field(description="Numéro tel que le texte l'imprime ; vide pour une partie sans numéro.")
    titre: str = Field(description="Titre descriptif.")
    force: str = Field(description="Force principale.")
    marques: list[MarqueJson] = Field(description="Toutes les forces de l'article, chacune avec les rôles visés.")
    texte: str = Field(description="Texte de l'article, sans mise en forme, un paragraphe ou un élément de liste par ligne.")
    adresse: str = Field(description="Adresse de l'article, à partir de la racine du site.")


class DateJson(BaseModel):
    """A date of a text."""

    quoi: str = Field(description="Ce que la date marque.")
    jour: date | None = Field(description="La date, ou null quand le texte n'en donne pas.")
    precision: str | None = Field(description="Ce que le texte dit à la place d'une date, ou null.")


class DocumentJson(BaseModel):
    """A text of the register."""

    id: str = Field(description="Identifiant du texte : le nom de sa page.")
    titre: str = Field(description="Titre officiel.")
    organisation: str = Field(description="Sigle de l'organisation qui l'a adopté.")
    genre: str = Field(description="Genre de texte.")
    numero: str | None = Field(description="Numéro ou résolution, ou null.")
    dates: list[DateJson] = Field(description="Dates du texte.")
    oblige_personnel: bool = Field(description="Le texte oblige-t-il le personnel du CSSPB ?")
    texte_adopte: str | None = Field(description="Adresse du texte adopté, ou null.")
    adresse: str = Field(description="Adresse de sa page, à partir de la racine du site.")
    articles: list[ArticleJson] = Field(description="Ses articles, dans l'ordre, lettres comprises.")


class EncadrementsJson(BaseModel):
    """`encadrements.json`."""

    encadrements: list[DocumentJson] = Field(description="Les textes, dans l'ordre du menu.")


class StatutJson(BaseModel):
    """A dated status."""

    public: str = Field(description="À qui l'on s'adresse : parents ou eleves.")
    statut: CodeStatut = Field(description="approuvee, autorisation, toleree, proscrite ou hors-champ.")
    du: date = Field(description="Premier jour, inclus.")
    au: date | None = Field(description="Dernier jour, inclus ; null si le statut dure encore.")
    articles: list[str] = Field(description="Citations des articles qui fixent ce statut.")
    conditions: list[str] = Field(description="Conditions.")
    portee: str | None = Field(description="Limite courte du statut, ou null.")
    point: str | None = Field(description="Identifiant du point à clarifier dont ce statut dépend, ou null.")


class PlateformeJson(BaseModel):
    """A platform."""

    id: str = Field(description="Identifiant de la plateforme.")
    nom: str = Field(description="Nom affiché.")
    aussi_appelee: list[str] = Field(description="Noms sous lesquels on la cherche.")
    resume: str = Field(description="Ce que c'est, en une phrase.")
    statuts: list[StatutJson] = Field(description="Statuts datés, sans trou ni chevauchement pour chaque public.")
    destruction: Destruction = Field(description="Que faire de ses données au plus tard le 30 juin : regle, consigne, articles.")
    remplacer_par: list[str] = Field(description="Identifiants des plateformes à employer à la place.")
    adresse: str = Field(description="Adresse de sa page, à partir de la racine du site.")


class PlateformesJson(BaseModel):
    """`plateformes.json`."""

    plateformes: list[PlateformeJson] = Field(description="Les plateformes, dans l'ordre des tableaux.")


class CollecteJson(BaseModel):
    """`collecte.json`."""

    moyens: list[Moyen] = Field(description="Les moyens de collecte, dans l'ordre de la politique.")

    @field_serializer("moyens")
    def plain(self, moyens: list[Moyen]) -> list[dict[str, Any]]:
        """Return the means as they are in the data file."""
        return [moyen.model_dump(mode="json") for moyen in moyens]


class ReponseJson(BaseModel):
    """An answer over a period."""

    plateforme: str = Field(description="Identifiant de la plateforme.")
    destinataire: CodePublic = Field(description="À qui l'on s'adresse : parents ou eleves.")
    contenu: CodeContenu = Field(description="information-generale, realisation-ou-photo ou renseignement-personnel.")
    du: date = Field(description="Premier jour, inclus.")
    au: date | None = Field(description="Dernier jour, inclus ; null si la réponse dure encore.")
    verdict: CodeVerdict = Field(description="permis, conditions, autorisation, interdit ou a-clarifier.")
    articles: list[str] = Field(description="Citations des articles sur lesquels la réponse repose.")
    conditions: list[str] = Field(description="Conditions à remplir, en phrases.")
    formulaires: list[str] = Field(description="Identifiants des documents à employer (formulaires.json).")
    echeances: list[str] = Field(description="Identifiants des échéances à respecter (echeances.json).")


class ReglesJson(RootModel[list[ReponseJson]]):
    """`regles.json`: a list; for each question, periods that follow one another from the directive's first day."""


class ChampJson(BaseModel):
    """A field of a letter or form."""

    id: str = Field(description="Identifiant du champ : son nom dans le PDF à remplir.")
    qui: CodePart = Field(description="Qui le remplit : enseignant, direction, direction-generale, personne, parent ou eleve.")
    genre: CodeGenre = Field(description="ligne, bloc, date, courriel, telephone, oui-non, choix, cases ou signature.")
    libelle: str = Field(description="Nom du champ, ou énoncé auquel on répond par oui ou non.")
    aide: str | None = Field(description="Ce qui aide à le remplir, ou null.")
    longueur: int | None = Field(description="Nombre de caractères, au plus, ou null.")
    requis: bool = Field(description="Le document ne vaut-il rien sans lui ?")
    options: list[Option] = Field(description="Réponses offertes par un choix ou par des cases.")


class FormulaireJson(BaseModel):
    """A letter or form."""

    id: str = Field(description="Identifiant du document.")
    titre: str = Field(description="Titre du document.")
    nature: CodeNature = Field(description="lettre ou formulaire.")
    contenu: str = Field(description="Ce qu'il contient, en une phrase.")
    organisation: str = Field(description="Identifiant de l'organisation dont il suit le texte.")
    articles: list[str] = Field(description="Citations des articles qui le demandent.")
    modele: str | None = Field(description="Citation de l'article qui en donne le texte, ou null.")
    roles: list[str] = Field(description="Identifiants des rôles qui en ont besoin.")
    echeance: str | None = Field(description="Identifiant de l'échéance (echeances.json), ou null.")
    quand: str | None = Field(description="Moment, en mots, ou null si une échéance le dit.")
    classe: bool = Field(description="Peut-on le faire pour toute une classe, un exemplaire par élève ?")
    champs: list[ChampJson] = Field(description="Ses champs.")
    adresse: str = Field(description="Adresse de sa page, à partir de la racine du site.")


class FormulairesJson(BaseModel):
    """`formulaires.json`."""

    formulaires: list[FormulaireJson] = Field(description="Les lettres et les formulaires, dans l'ordre de leur liste.")


class EcheancesJson(BaseModel):
    """`echeances.json`."""

    echeances: list[Echeance] = Field(description="Les échéances, dans l'ordre de l'année scolaire.")


class QuestionJson(BaseModel):
    """A question of a self-assessment."""

    id: str = Field(description="Identifiant de la question, qui ne change pas.")
    theme: str = Field(description="Identifiant du thème.")
    texte: str = Field(description="La question ; « oui » veut dire que tout va bien.")
    aide: str | None = Field(description="Ce qui aide à répondre, ou null.")
    force: CodeForce = Field(description="Force de l'article principal, ou celle des siennes qui est en cause.")
    oblige_personnel: bool = Field(description="L'article principal vient-il d'un texte qui oblige le personnel du CSSPB ?")
    articles: list[str] = Field(description="Citations des articles qu'elle met en œuvre, le principal en premier.")
    echeance: str | None = Field(description="Identifiant de l'échéance à respecter (echeances.json), ou null.")
    quand: str | None = Field(description="Moment de l'année, en mots, ou null.")
    si: list[Si] = Field(description="À quelles conditions elle est posée, toutes ensemble ; vide : toujours.")
    preuve: str | None = Field(description="Ce qui compte comme preuve, ou null.")
    remede: str = Field(description="Quoi faire si la réponse est non, ou si la cote est basse.")
    formulaires: list[str] = Field(description="Identifiants des documents qui aident (formulaires.json).")
    cote: CodeCote | None = Field(description="Critère coté de 0 à 3 : utilisation ou securite ; null si l'on répond par oui ou non.")
    eliminatoire: bool = Field(description="La cote 0 ne peut-elle être compensée par les autres critères ?")
    empreinte: str = Field(description="Marque des mots de la question : elle change quand ils changent.")


class ListeJson(BaseModel):
    """A self-assessment."""

    id: str = Field(description="Identifiant de la liste : le nom de sa page.")
    titre: str = Field(description="Titre de la page.")
    resume: str = Field(description="À quoi elle sert.")
    roles: list[str] = Field(description="Identifiants des rôles qui y répondent.")
    reference: bool = Field(description="Aucune question ne repose-t-elle d'abord sur un texte qui oblige le personnel du CSSPB ?")
    adresse: str = Field(description="Adresse de sa page, à partir de la racine du site ; ajoutez #q- et l'identifiant pour une question.")
    themes: list[Theme] = Field(description="Les thèmes, dans l'ordre.")
    faits: list[Fait] = Field(description="Ce qu'il faut savoir pour choisir les questions.")
    questions: list[QuestionJson] = Field(description="Les questions, dans l'ordre de la page.")


class ListesJson(BaseModel):
    """`listes.json`."""

    listes: list[ListeJson] = Field(description="Les autoévaluations, dans l'ordre du menu.")


def answer_json(answer: Answer) -> ReponseJson:
    """Return the published form of an answer."""
    return ReponseJson(
        **answer.combination._asdict(),
        du=answer.du,
        au=answer.au,
        verdict=answer.regle.verdict,
        articles=list(dict.fromkeys(appui.article for appui in answer.articles)),
        conditions=[condition.texte for condition in answer.conditions],
        formulaires=answer.formulaires,
        echeances=answer.echeances,
    )


def form_json(id_: str, form: Formulaire) -> FormulaireJson:
    """Return the published form of a letter or form."""
    return FormulaireJson(id=id_, adresse=f"modeles/{id_}/", **form.model_dump(include={*FormulaireJson.model_fields}))


def platform_json(id_: str, p: Plateforme, address: str) -> PlateformeJson:
    """Return the published form of a platform."""
    statuts = [StatutJson(public=public, **s.model_dump()) for public in ("parents", "eleves") for s in getattr(p.statuts, public)]
    return PlateformeJson(
        id=id_, statuts=statuts, adresse=address, **p.model_dump(include={"nom", "aussi_appelee", "resume", "destruction", "remplacer_par"})
    )
