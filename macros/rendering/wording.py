"""The words that a code decides: those of an answer by its verdict or its question, those of a self-assessment's answers."""

from __future__ import annotations

from macros.model.meanings import STEPS, VERDICTS
from macros.rules.table import Answer
from macros.rules.verdicts import conflicting

# The answers that a self-assessment offers, and the ratings of one that rates.
ANSWERS = {"oui": "Oui", "non": "Non", "a-verifier": "À vérifier", "sans-objet": "Sans objet"}
RATINGS = {"0": "Pas du tout", "1": "En partie", "2": "En bonne partie", "3": "Tout à fait"}


def why(answer: Answer) -> str:
    """Return the title of the clauses quoted: where nothing is settled, it says so."""
    if VERDICTS[answer.regle.verdict].settled:
        return "Pourquoi"
    if conflicting(appui.dit for appui in answer.articles):
        return "Pourquoi : les textes se contredisent"
    return "Pourquoi : les textes ne règlent pas ce cas"


def todo(answer: Answer) -> str:
    """Return the title of the conditions; those that only come after, without a yes, are about what is already there."""
    meaning = VERDICTS[answer.regle.verdict]
    steps = {STEPS[condition.etape] for condition in answer.conditions if STEPS[condition.etape].must}
    return meaning.later if meaning.later and steps and all(step.past for step in steps) else meaning.todo
