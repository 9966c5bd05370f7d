"""`data/echeances.yml`: what must be done when, by role, over the school year."""

from __future__ import annotations

from typing import Any, Self

from pydantic import Field, model_validator

from macros.model.base import Id, IdContradiction, IdFormulaire, IdPlateforme, IdRole, JourAnnee, Modele, OuiNon, Renvois, Texte, wrong
from macros.model.formulaires import CodeLimite
from macros.model.plateformes import CodeStatut


class FinDeStatut(Modele, title="La fin d'un statut"):
    """The last day of a platform's status: its date stays in the platform's file."""

    plateforme: IdPlateforme = Field(description="La plateforme.")
    statut: CodeStatut = Field(description="Le statut qui finit.")


class Echeance(Modele, title="Une échéance"):
    """Something to do at a moment of the school year.

    With `fin_de_statut`, it happens once, on the day that the status ends; with `du` and `au`, every school year;
    with neither, at no moment known in advance.
    """

    id: Id = Field(description="Identifiant.")
    titre: Texte = Field(description="Quoi faire, le verbe en premier.")
    moment: Texte = Field(description="Quand, comme le texte le dit, par exemple « Avant de détruire ».")
    detail: Texte = Field(description="Ce qu'il faut savoir, en une ou deux phrases.")
    roles: list[IdRole] = Field(min_length=1, description="Qui doit le faire.")
    articles: Renvois = Field(description="Articles qui le demandent.")
    formulaires: list[IdFormulaire] = Field(default=[], description="Documents à employer.")
    du: JourAnnee | None = Field(default=None, description="Premier jour de la période, chaque année scolaire (mois-jour).")
    au: JourAnnee | None = Field(default=None, description="Dernier jour de la période, chaque année scolaire (mois-jour).")
    jour_fixe: OuiNon = Field(default=False, description="Un texte fixe-t-il lui-même le dernier jour?")
    fin_de_statut: FinDeStatut | None = Field(default=None, description="Le statut dont la fin est l'échéance, à la place de « du » et « au ».")
    points: list[IdContradiction] = Field(default=[], description="Points à clarifier qui touchent cette échéance.")
    propose: CodeLimite | None = Field(
        default=None, exclude=True, description="Ce que son dernier jour propose aux feuilles (« propose » d'un champ)."
    )

    @model_validator(mode="before")
    @classmethod
    def one_moment(cls, value: Any) -> Any:
        """Refuse half a period, and a period beside the end of a status."""
        if isinstance(value, dict):
            period = [key for key in ("du", "au") if key in value]
            if "fin_de_statut" in value and period:
                raise wrong("« fin_de_statut » et « du » ou « au » se contredisent", "gardez « fin_de_statut » seul, ou les deux jours seuls")
            if len(period) == 1:
                other = "au" if period == ["du"] else "du"
                raise wrong(f"« {period[0]} » est donné sans « {other} »", f"ajoutez la ligne « {other}: », ou supprimez « {period[0]} »")
        return value

    @model_validator(mode="after")
    def in_order(self) -> Self:
        """Refuse a period that ends before it begins, and a day that is fixed without being given."""
        if self.du and self.au and self.au.de(2025) < self.du.de(2025):
            problem = f"la période finit le « {self.au} », avant de commencer le « {self.du} »"
            raise wrong(problem, "corrigez l'un des deux jours (l'année scolaire va de juillet à juin)")
        if self.propose and not self.au:
            raise wrong(f"« propose: {self.propose} » demande un dernier jour", "ajoutez les lignes « du: » et « au: », ou supprimez cette ligne")
        if self.jour_fixe and not self.au:
            raise wrong("« jour_fixe » est à oui, mais aucun jour n'est donné", "ajoutez les lignes « du: » et « au: », ou écrivez non")
        return self


class FichierEcheances(Modele, title="Les échéances"):
    """The whole file."""

    echeances: list[Echeance] = Field(description="Les échéances, dans l'ordre de l'année scolaire.")
