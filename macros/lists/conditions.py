"""On what each question of a self-assessment depends. Plain values in, plain values out."""

from __future__ import annotations

from macros.model.listes import Liste, Question

# A fact or a question, and the answer that it must have.
Needed = set[tuple[str, bool]]


def shown(liste: Liste) -> list[Question]:
    """Return the questions in the order in which they are shown: theme by theme."""
    return [question for theme in liste.themes for question in liste.questions if question.theme == theme.id]


def earlier(liste: Liste, question: Question) -> list[Question]:
    """Return the questions shown before one; all but that one if it is not shown, its theme being unknown."""
    order = shown(liste)
    return order[: order.index(question)] if question in order else [other for other in liste.questions if other is not question]


def needed(liste: Liste) -> dict[str, Needed]:
    """Return, by question, all the answers without which it is never asked, those of the questions it depends on included."""
    found: dict[str, Needed] = {}
    for question in shown(liste):
        own = {(condition.sujet, condition.reponse) for condition in question.si}
        found[question.id] = own.union(*(found.get(sujet, set()) for sujet, _ in own))
    return found


def opposed(needs: Needed) -> str | None:
    """Return a fact or a question that must be answered both yes and no, or None."""
    return next((sujet for sujet, reponse in sorted(needs) if not reponse and (sujet, True) in needs), None)
