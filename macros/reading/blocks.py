"""Lines of YAML that stand together, all too far in or not enough, as a paste leaves them: which ones, and how to put them back."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from macros.reading.alignment import IGNORED, KEY, STEP, column, dashed, first_two, form, indent, levels_open, opens
from macros.reading.yaml_errors import RETREAT, RETREAT_OF_ITEM, STRAY_DASH
from macros.words import in_words

# The most lines that are looked at together, above or below the one where the parser stopped.
MOST = 80
ASTRAY = "ces lignes ne sont pas au niveau de leurs voisines"
ALONE = "cette ligne n'est pas au niveau de ses voisines"
DASHLESS = "cet élément de la liste commence sans tiret"
# What the parser says of a line where such lines begin, or of the one after them.
STOPPED = (RETREAT[0], RETREAT_OF_ITEM[0], STRAY_DASH[0])
# How many spaces a slip adds or takes.
SHIFTS = (1, 2, 3, 4, 6, 8)


@dataclass(frozen=True)
class Block:
    """Lines of a file (from 0, the last one left out) and how many spaces they lack at their beginning, fewer than none if they have too many.

    With `dash`, their first line lacks its dash.
    """

    first: int
    end: int
    by: int = 0
    dash: bool = False

    def moved(self, lines: Sequence[str]) -> list[str]:
        """Return the lines of the file with these as they should be."""
        within = [*lines[self.first : self.end]]
        if self.dash:
            at = indent(within[0]) - STEP
            within[0] = f"{' ' * at}- {within[0].strip()}"
        shifted = [one if IGNORED.fullmatch(one) else " " * (indent(one) + self.by) + one.lstrip(" ") for one in within]
        return [*lines[: self.first], *shifted, *lines[self.end :]]

    def said(self, lines: Sequence[str]) -> tuple[str, str]:
        """Return what is wrong with the first of these lines, and the remedy."""
        if self.dash:
            word = lines[self.first].strip().partition(":")[0]
            return DASHLESS, f"remplacez les deux espaces qui précèdent « {word} » par un tiret et une espace"
        last = max(n for n in range(self.first, self.end) if not IGNORED.fullmatch(lines[n]))
        do = "ajoutez" if self.by > 0 else "enlevez"
        where = f"de chacune des lignes {self.first + 1} à {last + 1}" if last > self.first else "de cette ligne"
        spaces = f"{in_words(abs(self.by), feminine=True)} espace{'s' * (abs(self.by) > 1)}"
        return ASTRAY if last > self.first else ALONE, f"{do} {spaces} au début {where}"


def astray(text: str, stopped: int, stop: Callable[[str], int], keys: Collection[str]) -> Block | None:
    """Return the lines to be put back where the parser stopped at a line (from 0) of a text; None if none would do, or if that leaves a choice.

    `stop` tells at which line (from 0) the parser stops in a text, or how many it has: the lines that take it furthest are those meant, the fewest.
    `keys` are those that the file itself may have.
    """
    lines = text.split("\n")
    likely = {block for block in (*begun(lines, stopped), *ended(lines, stopped)) if has_place(lines, block, keys)}
    tried = ((block, stop("\n".join(block.moved(lines)))) for block in likely)
    good = [(-far, is_left(lines, block), block.end - block.first, block) for block, far in tried if far > max(stopped, block.end - 1)]
    best = min((one[:-1] for one in good), default=None)
    found = [block for *rank, block in good if (*rank,) == best]
    return found[0] if len(found) == 1 else None


def has_place(lines: Sequence[str], block: Block, keys: Collection[str]) -> bool:
    """Tell whether the first key of a block, once put back, stands where its file may have it, or where it has it elsewhere; a text has no key."""
    first = block.moved(lines)[block.first]
    key = KEY.fullmatch(first)
    return key is None or place(first) in places_beside(lines, block) or (column(first) == 0 and key[1] in keys)


def is_left(lines: Sequence[str], block: Block) -> bool:
    """Tell whether the key after a block stands nowhere else so, but does where it would once put back with the block: it belongs to it."""
    after = lines[block.end] if block.end < len(lines) else ""
    moved = " " * (indent(after) + block.by) + after.lstrip(" ")
    beside = places_beside(lines, Block(block.first, block.end + 1))
    return bool(KEY.fullmatch(after)) and place(after) not in beside and place(moved) in beside


def places_beside(lines: Sequence[str], block: Block) -> set[tuple[int, bool, str]]:
    """Return where the keys of a file stand, but for those of a block."""
    return {place(one) for one in (*lines[: block.first], *lines[block.end :]) if KEY.fullmatch(one)}


def place(line: str) -> tuple[int, bool, str]:
    """Return where the key of a line stands: its column, whether it is the first of an element, its name."""
    return column(line), dashed(line), line.strip(" -").partition(":")[0]


def begun(lines: Sequence[str], start: int) -> Iterator[Block]:
    """Yield the blocks that may begin at a line, at each level that is open there."""
    first, (above, _) = lines[start], first_two(reversed(lines[:start]))
    for by in {level - indent(first) for level in levels(lines[:start], above, first)} & {*SHIFTS, *(-shift for shift in SHIFTS)}:
        for end in range(start + 1, min(start + MOST, len(lines)) + 1):
            if indent_of(lines[start:end]) + by < 0:
                break
            if end == len(lines) or (not IGNORED.fullmatch(lines[end]) and joins(lines[end - 1], by, lines[end], indent(first) + max(by, 0))):
                yield Block(start, end, by)


def joins(last: str, by: int, after: str, level: int) -> bool:
    """Tell whether a line may follow the last of a block once that one is put back: right under it if it opens, else no deeper than a level."""
    return indent(after) == column(last) + by + STEP if opens(last) else indent(after) <= level


def levels(before: Sequence[str], above: str, first: str) -> set[int]:
    """Return the columns where a line may begin after others."""
    under = {column(above) + STEP} if opens(above) else set()
    if not dashed(first):
        return under | {*levels_open(before)}
    return under | {indent(one) for one in items_open(before) if form(one) == form(first)}


def items_open(before: Sequence[str]) -> Iterator[str]:
    """Yield the items to which another may be added after some lines, the innermost first."""
    lowest = None
    for line in (one for one in reversed(before) if not IGNORED.fullmatch(one)):
        if dashed(line) and (lowest is None or indent(line) <= lowest):
            yield line
        lowest = indent(line) if lowest is None else min(lowest, indent(line))


def ended(lines: Sequence[str], end: int) -> Iterator[Block]:
    """Yield the blocks that may end before a line: those of a key whose level of elements is the line's own."""
    here = indent(lines[end])
    for start in range(max(end - MOST, 1), end):
        above, first = lines[start - 1], lines[start]
        if not (KEY.fullmatch(above) and opens(above)) or column(above) + STEP != here or IGNORED.fullmatch(first):
            continue
        by = here - indent(first)
        if dashed(first) is dashed(lines[end]) and abs(by) in SHIFTS and indent_of(lines[start:end]) + by >= here:
            yield Block(start, end, by)
        elif dashed(lines[end]) and not dashed(first) and indent(first) == here + STEP:
            yield Block(start, end, dash=True)


def indent_of(lines: Sequence[str]) -> int:
    """Return how many spaces begin the line that has the fewest."""
    return min((indent(one) for one in lines if not IGNORED.fullmatch(one)), default=0)
