"""The words that a code decides: those of an answer by its verdict or its question, those of a self-assessment's answers."""

from __future__ import annotations

from macros.model.regles import CodeContenu, CodePublic, CodeVerdict
from macros.rules.table import Answer
from macros.rules.verdicts import conflicting

# What is asked, as it reads after the name of the platform and a colon.
PHRASES: dict[CodeContenu, dict[CodePublic, str]] = {
    "information-generale": {
        "parents": "communiquer de l'information générale aux parents",
        "eleves": "communiquer de l'information générale aux élèves",
    },
    "realisation-ou-photo": {
        "parents": "montrer une réalisation ou une photo d'un élève aux parents de la classe",
        "eleves": "montrer une réalisation ou une photo d'un élève à la classe",
    },
    "renseignement-personnel": {
        "parents": "communiquer à un parent un renseignement personnel sur son enfant",
        "eleves": "communiquer à un élève un renseignement personnel sur lui-même",
    },
}

# The answers that a self-assessment offers, and the ratings of one that rates.
ANSWERS = {"oui": "Oui", "non": "Non", "a-verifier": "À vérifier", "sans-objet": "Sans objet"}
RATINGS = {"0": "Pas du tout", "1": "En partie", "2": "En bonne partie", "3": "Tout à fait"}

# The title of what to do, by verdict.
TODO: dict[CodeVerdict, str] = {
    "permis": "À faire",
    "conditions": "Conditions à remplir",
    "autorisation": "À faire",
    "interdit": "Si vous l'employiez déjà",
    "a-clarifier": "Si la réponse est oui",
}


def why(answer: Answer) -> str:
    """Return the title of the clauses quoted: where nothing is settled, it says so."""
    if answer.regle.verdict != "a-clarifier":
        return "Pourquoi"
    if conflicting(appui.dit for appui in answer.articles):
        return "Pourquoi : les textes se contredisent"
    return "Pourquoi : les textes ne règlent pas ce cas"


def todo(answer: Answer) -> str:
    """Return the title of the conditions; those that only come after, without a yes, are about what is already there."""
    already = answer.regle.verdict == "a-clarifier" and {*answer.par_etape()} == {"apres"}
    return TODO["interdit" if already else answer.regle.verdict]
