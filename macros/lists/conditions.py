"""On what each question of a self-assessment depends. Plain values in, plain values out."""

from __future__ import annotations

from macros.model.listes import Incompatible, Liste, Question

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


def answers(incompatible: Incompatible) -> Needed:
    """Return the answers to facts that cannot all be true."""
    return {(str(one.fait), one.reponse) for one in incompatible.reponses}


def opposed(liste: Liste, needs: Needed) -> str | None:
    """Return in words the answers that are needed and cannot be true together, or None."""
    both = [f"oui et non à « {sujet} »" for sujet, reponse in sorted(needs) if not reponse and (sujet, True) in needs]
    apart = [in_words(one) for one in liste.incompatibles if len(one.reponses) > 1 and answers(one) <= needs]
    return next(iter([*both, *apart]), None)


def in_words(incompatible: Incompatible) -> str:
    """Return the answers of which not all can be true, as an editor reads them."""
    said = " et ".join(f"{'oui' if one.reponse else 'non'} à « {one.fait} »" for one in incompatible.reponses)
    return f"{said}, ce que « incompatibles » exclut"
