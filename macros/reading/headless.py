"""A list of YAML that stands right under a text, or keys under a list: the line of their own key was lost."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from pydantic import BaseModel

from macros.mistakes import Mistake
from macros.model.base import Modele
from macros.model.kinds import lists_of, musts_of
from macros.reading.alignment import IGNORED, KEY, STEP, WORD, column, dashed, first_two, form, indent, levels_open, opens

PROBLEM = "la clé de cette liste manque"
GROUP = "la clé de ces lignes manque"
BESIDE = ("le premier élément de cette liste est sur la ligne de sa clé", "écrivez-le sur sa propre ligne, après un tiret aligné avec les autres")
# The keys that hold lists in a data file or in the header of a page.
LISTS = frozenset((*lists_of(Modele), "recherche", "hide"))
UNKNOWN = "écrivez sa clé et un deux-points sur une ligne à part, juste avant, comme dans son exemple (contribuer/exemples.md)"


def begins(lines: Sequence[str], index: int) -> bool:
    """Tell whether a line (from 0) begins a list right under a key that has its text already, and that holds no list."""
    key = key_above(lines, index)
    return bool(key) and key not in LISTS


def begun_beside(lines: Sequence[str], index: int) -> bool:
    """Tell whether a line (from 0) goes on with a list whose first element stands on the line of its key."""
    return key_above(lines, index) in LISTS


def key_above(lines: Sequence[str], index: int) -> str:
    """Return the key that has its text already and right under which a line (from 0) begins a list, or nothing."""
    line, (above, _) = lines[index], first_two(reversed(lines[:index]))
    key = KEY.fullmatch(above)
    return "" if key is None or opens(above) or not dashed(line) or column(above) >= indent(line) else key[1]


def follows(lines: Sequence[str], index: int) -> bool:
    """Tell whether a line (from 0) begins a list of another form than the one above it, which stands further in, where a key may hold it."""
    line, (above, _) = lines[index], first_two(reversed(lines[:index]))
    apart = dashed(line) and dashed(above) and indent(above) > indent(line) and form(above) != form(line)
    return apart and indent(line) - STEP in levels_open(lines[:index])


def under(lines: Sequence[str], index: int) -> list[str]:
    """Return the lines of a list that begins at a line (from 0)."""
    level = indent(lines[index])
    return [*takewhile(lambda one: IGNORED.fullmatch(one) or indent(one) >= level, lines[index:])]


def remedy(lines: Sequence[str], index: int) -> str:
    """Return what to do about such a list."""
    key = lost(lines, index)
    return before(key) if key else UNKNOWN


def before(key: str) -> str:
    """Return the remedy of lines whose key was lost."""
    return f"écrivez « {key}: » sur une ligne à part, juste avant"


def group(lines: Sequence[str], index: int, groups: Mapping[str, type[BaseModel]]) -> str:
    """Return the only key of `groups`, those of its file, of which a line (from 0) begins the group under a list, or nothing."""
    if indent(lines[index]) != STEP or dashed(lines[index]):
        return ""
    keys = {key[1] for one in under(lines, index) if (key := KEY.fullmatch(one)) and column(one) == indent(one) == STEP}
    absent = [(name, inner) for name, inner in groups.items() if not any(line.startswith(f"{name}:") for line in lines)]
    found = [name for name, inner in absent if musts_of(inner) <= keys <= inner.model_fields.keys()]
    return found[0] if len(found) == 1 else ""


def without(lines: Sequence[str], index: int) -> list[str]:
    """Return the lines without those of the group that one (from 0) begins, in as many lines."""
    end = index + len(under(lines, index))
    return [*lines[:index], *[""] * (end - index), *lines[end:]]


def wrong(lines: Sequence[str], index: int) -> tuple[str, str]:
    """Return what is wrong with the first line of such a list, and the remedy."""
    return PROBLEM, remedy(lines, index)


def given_back(lines: Sequence[str], index: int) -> tuple[list[str], bool]:
    """Return the lines with the key of such a list before it, on its first line, and True; or without this list, and False."""
    listed = under(lines, index)
    words = [WORD.fullmatch(one) for one in listed if not IGNORED.fullmatch(one)]
    key, texts = lost(lines, index), [found[1] for found in words if found]
    known = bool(key) and len(texts) == len(words)
    first = f"{' ' * column_of_keys(lines, index)}{key}: [{', '.join(texts)}]" if known else ""
    return [*lines[:index], first, *[""] * (len(listed) - 1), *lines[index + len(listed) :]], known


def is_lost(lines: Sequence[str], mistake: Mistake) -> bool:
    """Tell whether a mistake is of such a list, which no key that is known can be given back."""
    return mistake.problem == PROBLEM and not given_back(lines, mistake.line - 1)[1]


def lost(lines: Sequence[str], index: int) -> str:
    """Return the only key that lists of such elements have elsewhere in the file, at the level of the keys beside this one, or nothing."""
    level, first = column_of_keys(lines, index), lines[index]
    beside = {*keys_beside(lines, index, level)}
    found = {key for key, element in lists_at(lines, level) if form(element) == form(first)} - beside
    return found.pop() if len(found) == 1 else ""


def column_of_keys(lines: Sequence[str], index: int) -> int:
    """Return the column of the keys among which that of a list is missing."""
    return column(first_two(reversed(lines[:index]))[0]) if begins(lines, index) else indent(lines[index]) - STEP


def lists_at(lines: Sequence[str], level: int) -> Iterator[tuple[str, str]]:
    """Yield the key of each list at a level, with its first element."""
    for index, line in enumerate(lines):
        key, (below, _) = KEY.fullmatch(line), first_two(lines[index + 1 :][:5])
        if key and opens(line) and column(line) == level and dashed(below):
            yield key[1], below


def keys_beside(lines: Sequence[str], index: int, level: int) -> Iterator[str]:
    """Yield the keys of the element to which a list belongs, above and below it."""
    own = lines[index + len(under(lines, index)) :]
    for side in (reversed(lines[:index]), own):
        for line in side:
            key = KEY.fullmatch(line)
            if not IGNORED.fullmatch(line) and column(line) < level:
                break
            if key and column(line) == level:
                if side is own and dashed(line):
                    break
                yield key[1]
                if dashed(line):
                    break
