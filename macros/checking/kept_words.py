"""What rests on a clause whose words count says them: what speaks of a parent's section says whose it is.

The words, and what calls for them, are data (`mots_gardes` of the rules).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.checking.runner import checks
from macros.mistakes import Mistake
from macros.model.base import Mot, Renvoi
from macros.model.regles import FichierRegles, MotsGardes
from macros.reading.draft import Draft
from macros.reading.nodes import Path_
from macros.words import fold

CITING = ("article", "articles")
# What joins words, which changes with their number: « dossier de l'élève », « dossiers des élèves ».
JOINING = frozenset(("d", "de", "des", "du", "l", "la", "le", "les"))


@checks
def check(draft: Draft, rules: FichierRegles) -> Iterator[Mistake]:
    """Yield a mistake for each thing that rests on such a clause, says what calls for its words, and lacks one of them."""
    for kept in rules.mots_gardes:
        for file, values in draft.values.items():
            for texts in resting(values, kept.article):
                if found := lost(kept, texts):
                    path, words = found
                    problem = f"ce texte repose sur « {kept.article} » et dit « {kept.si} » sans dire {' ni '.join(f'« {word} »' for word in words)}"
                    yield draft.sources[file].blame(path, problem, "écrivez-le avec ces mots, ou citez un autre article")


def resting(values: list[tuple[Path_, str]], article: Renvoi) -> Iterator[list[tuple[Path_, str]]]:
    """Yield the texts of each thing of a file that cites a clause, with their paths."""
    owners = [owner(path) for path, value in values if isinstance(value, Renvoi) and value == article and cites(path)]
    for one in dict.fromkeys(owners):
        yield [(path, value) for path, value in values if path[: len(one)] == one and not isinstance(value, Mot)]


def cites(path: Path_) -> bool:
    """Tell whether a value stands among the clauses of a thing."""
    return any(key in CITING for key in path)


def owner(path: Path_) -> Path_:
    """Return the path of the thing that cites a clause at a path."""
    return path[: next(rank for rank, key in enumerate(path) if key in CITING)]


def lost(kept: MotsGardes, texts: list[tuple[Path_, str]]) -> tuple[Path_, list[str]] | None:
    """Return where the texts of a thing say what calls for the words, and those of which they say none, if there are any."""
    calling = next((path for path, text in texts if kept.si.casefold() in text.casefold()), None)
    said = alike(" ".join(text for _, text in texts))
    words = [word for word in kept.mots if alike(word) not in said]
    return (calling, words) if calling and words else None


def alike(text: str) -> str:
    """Return the words of a text between blanks, without what their number changes."""
    words = (word.rstrip("sx") for word in re.findall(r"\w+", fold(text)) if word not in JOINING)
    return f" {' '.join(words)} "
