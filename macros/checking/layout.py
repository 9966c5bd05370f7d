"""What the author of a page meant as a list, a title, a table or bold words, and that Markdown would publish run together or as code."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from macros.checking.foreign import ADDRESSES
from macros.checking.runner import checks
from macros.clauses.parsing import LETTER, without_bullets
from macros.memo import all_once
from macros.mistakes import Mistake
from macros.reading.alignment import indent
from macros.reading.draft import Draft, text_name
from macros.reading.page import Page
from macros.signs import DASHES, SPACES, bulleted, underlined

ITEM = re.compile(r"( *)(?:[-+*]|[0-9]{1,2}\.) +\S")
ORDERED = re.compile(r"( *)([0-9]{1,2})\. +\S")
LARGE = re.compile(r" {0,3}([0-9]{3,})\. +\S")
HEADING = re.compile(r"#{1,6}")
# How a sentence begins, at the margin.
BEGUN = re.compile(r"[A-ZÀ-ÖØ-Þ«]")
UNDERLINE = re.compile(r"(?:=+|-+) *")
NUMBER = re.compile(r"[ >]*([0-9]{1,2})\) *\S")
# In a page, roman numbers too.
LETTERED = re.compile(r"([a-z]|[ivx]{2,4})\) ")
# « a) et b) ci-dessus » begins a sentence.
NAMED = re.compile(r"[ >]*\w{1,2}\),? (?:et|ou|à|ni) \w{1,2}\)")
BULLET_WITHIN = re.compile(r"\S[^\n]*?(?<=[ \t\u00a0])([\u2022\u25aa\u25cf])")
# The items of a list on one line: « lire; - signer; - remettre ».
HYPHENS_WITHIN = re.compile(r"[^|\n]*[:;] (-) [^\W\d_][^|\n]*; - [^\W\d_]")
# A line that other programs draw with signs.
DRAWN = re.compile(rf"[ \t{SPACES}]*(?:[{DASHES}\u2500-\u2501\u2550]{{2,}}|={{10,}})[ \t{SPACES}]*")
UNBLANK = re.compile(rf"[ \t]*[{SPACES}][ \t{SPACES}]*")
BOLD = re.compile(r"(?<![*\\])\*\*(?!\*)")
# A number, a letter or a sign before the words of a line, as a list has where it is not typed as one.
MARKER = re.compile(
    r"[ >]*(?:[-=]+>\s*(?=\S)|\(?(?:[0-9]{1,2}|[ivx]{1,4}|[a-z]) ?[.)°º-]+\s*(?=[^\W_])|[*+](?=\w)(?!.*\*)"
    r"|[\u2460-\u249b\u24b6-\u24ff\u2776-\u2793]\s*(?=\S)|[^\w\s'\"«»“”(\[<{*_`#>|…&~=!?:;,.\\+-]\s*(?=\w))",
    re.I,
)
# What makes words slanted or code, by two, once list marks, rules, bold and escapes are away.
LISTED = re.compile(r"^[ *_-]+$|^[ >]*[-+*] +|\\.|\*\*+|__+", re.M)
PAIRED = re.compile(r"\*(?=\S)[^*]*?(?<=\S)\*|(?<!\w)_(?=\S)[^_]*(?:_\w[^_]*){0,9}?(?<=\S)_(?!\w)|`[^`]*`")
CUT = re.compile(r"(?<![^\W\d_])([^\W\d_]{2,})-\n *([a-zà-öø-ÿ]+)")
AUTHOR = re.compile(r" {0,3}> ?[\u2013\u2014] ?\S")
FENCE = re.compile(r"\s*(?:```|~~~)")
# The rows of a spreadsheet: semicolons against what they part, as those of a sentence are not; and characters written as HTML's code of them.
CELL, CODED = re.compile(r"(?<=\S);(?=\S)"), re.compile(r"&#?\w+;")
LEAST_ROWS, LEAST_NARROW_ROWS = 2, 3
# « 5 * 3 ».
TIMES = re.compile(r"(?<![\w.,])([0-9]+(?:[.,][0-9]+)?)( ?)\*\2([0-9]+(?:[.,][0-9]+)?|[a-z])(?!\w)")
LONELY = "ajoutez celui qui manque contre le mot, ou enlevez celui-ci"
LEFT = re.compile(r"\*(?!\[)|(?<!\w)_(?=\w)|`")
# The spaces that begin a line of code, and those that begin an item below another one.
CODE, BELOW = 4, 4

Wrong = tuple[int, str, str]


@checks
def check(draft: Draft) -> Iterator[Mistake]:
    """Yield a mistake for each line of a page that would not come out as it looks."""
    for page in draft.pages.values():
        yield from (page.blame(*wrong) for wrong in misshapen(page))


@all_once
def misshapen(page: Page) -> Iterator[Wrong]:
    """Yield what is wrong with the form of a page."""
    for part in (signs, unlisted, counted, numbers, code, together, cut, bold, single, separated):
        yield from part(page)


def read_as(page: Page) -> Iterable[str]:
    """Return the lines of a page's prose as a text's clauses are read: what says a force is no item, though it begins as one."""
    return page.prose if text_name(page.file) is None else without_bullets(page.prose)


def signs(page: Page) -> Iterator[Wrong]:
    """Tell the first wrong sign of each line."""
    lines = ["", *page.prose, ""]
    for number, line in enumerate(read_as(page), 1):
        if (wrong := sign(line, page)) and not is_author(*lines[number - 1 : number + 2]):
            yield number, *wrong


def is_author(before: str, line: str, after: str) -> bool:
    """Tell whether a line names whom a quotation is of: its last line, below others, the only one that begins with a long dash."""
    return AUTHOR.match(line) is not None and before.startswith(">") and not AUTHOR.match(before) and not after.startswith(">")


def sign(line: str, page: Page) -> tuple[str, str] | None:
    """Return what is wrong with the first wrong sign of a line, or None."""
    return bulleted(line) or numbered(line) or lettered(line, page) or within(line)


def unlisted(page: Page) -> Iterator[Wrong]:
    """Tell the lines of a passage, two at least, that begin as the items of a list and make none; what is told as a wrong sign is left out."""
    for is_marked, run in groupby(enumerate((marker(line, page) for line in page.prose), 1), key=lambda numbered: bool(numbered[1])):
        found = [*run] if is_marked else []
        if len(found) > 1:
            yield from ((number, *not_listed(mark)) for number, mark in found)


def marker(line: str, page: Page) -> str:
    """Return what begins a line as an item of no list, or nothing: an item of a quotation is one. What is told as a wrong sign is left out."""
    found = None if ITEM.match(line.lstrip(" >")) or sign(line, page) or is_lettered(line, page) else MARKER.match(line)
    return found[0].strip() if found else ""


def is_lettered(line: str, page: Page) -> bool:
    """Tell whether a line is a lettered item of a text."""
    return text_name(page.file) is not None and LETTER.match(line) is not None


def not_listed(mark: str) -> tuple[str, str]:
    """Return what is wrong with what begins an item of no list, and the remedy."""
    ordered = mark.strip("().°º -").isalnum()
    remedy = "écrivez « 1. », « 2. » ou un trait d'union (-), suivi d'une espace" if ordered else "écrivez un trait d'union (-) suivi d'une espace"
    return f"« {mark} » ne fait pas une liste : cette ligne serait lue avec sa voisine", remedy


def numbered(line: str) -> tuple[str, str] | None:
    """Return what is wrong with a line that begins with « 1) », or None."""
    found = None if NAMED.match(line) else NUMBER.match(line)
    return (f"« {found[1]}) » ne fait pas une liste", f"écrivez « {found[1]}. » suivi d'une espace") if found else None


def lettered(line: str, page: Page) -> tuple[str, str] | None:
    """Return what is wrong with a line that begins with « a) », which makes an item in the texts alone; or None."""
    found = LETTERED.match(line) if text_name(page.file) is None and not NAMED.match(line) else None
    return (f"« {found[1]}) » ne fait pas une liste dans cette page", "commencez la ligne par un trait d'union (-) et une espace") if found else None


def within(line: str) -> tuple[str, str] | None:
    """Return what is wrong with the spaces and the bullets of a line after its first word, or None."""
    if UNBLANK.fullmatch(line):
        return "cette ligne, qui paraît vide, contient une espace insécable", "videz-la : sinon, les lignes voisines n'en font qu'une"
    if DRAWN.fullmatch(line):
        return f"« {line.strip()} » serait publié tel quel", "écrivez « --- » pour tirer une ligne, ou enlevez ces signes"
    if "\t" in line.strip():
        return "une tabulation se trouve dans le texte", "remplacez-la par une espace ou, pour un tableau, séparez les cases par « | »"
    if found := BULLET_WITHIN.match(line) or HYPHENS_WITHIN.match(line):
        if line.lstrip().startswith("|"):
            return f"« {found[1]} » ne fait pas une liste", "une case n'en a pas : séparez ces éléments par des points-virgules"
        return f"« {found[1]} » ne fait pas une liste", "écrivez chaque élément sur sa propre ligne, après un trait d'union (-) et une espace"
    return None


def counted(page: Page) -> Iterator[Wrong]:
    """Tell each number of three figures or more that begins a passage and makes an item of a list, as that of a year that begins a sentence."""
    before = ""
    for number, line in enumerate(page.prose, 1):
        if (not before.strip() or HEADING.match(before)) and (found := LARGE.match(line)):
            problem = f"« {found[1]}. » au début d'un paragraphe fait un élément de liste"
            yield number, problem, f"commencez la phrase par un mot, ou écrivez « {found[1]}\\. »"
        before = line


def numbers(page: Page) -> Iterator[Wrong]:
    """Tell the numbers of a list that would be published as others: they neither follow each other nor are all the same."""
    ranks: dict[int, list[int]] = {}
    for number, line in enumerate(page.prose, 1):
        if found := ORDERED.match(line):
            level, rank = len(found[1]), int(found[2])
            ranks = {other: before for other, before in ranks.items() if other <= level}
            before = ranks.setdefault(level, [])
            shown = before[0] + len(before) if before else rank
            if rank != shown and {rank} != {*before}:
                yield number, f"« {rank}. » suit « {before[-1]}. », et serait publié « {shown}. »", f"écrivez « {shown}. »"
            before.append(rank)
        elif line.strip() and not line.startswith(" "):
            ranks = {}


def code(page: Page) -> Iterator[Wrong]:
    """Tell the first line of each passage that four spaces make code."""
    for line, found in page.findings:
        # A tabulation before the words is told where it is looked for.
        if found.kind == "code" and not page.lines[line - 1].startswith("\t"):
            problem = f"cette ligne a {indent(page.lines[line - 1])} espaces de retrait : elle serait montrée comme du code"
            yield line, problem, "enlevez ces espaces, ou gardez-en quatre si la ligne continue l'élément d'une liste"


def together(page: Page) -> Iterator[Wrong]:
    """Tell, in each passage that no blank line cuts, the lines that run together with the one before."""
    before = ""
    listing = False
    for number, line in enumerate(read_as(page), 1):
        meaning = line.startswith(":")
        # The list that begins what a word means begins on the line of its colon.
        item = ITEM.match(line.replace(":", " ", 1) if meaning else line)
        if not line.strip() or HEADING.match(line):
            listing = False
        elif item and not (listing or meaning or not before.strip() or HEADING.match(before)):
            yield number, "cette liste touche la ligne qui la précède, et serait lue comme sa suite", "laissez une ligne vide avant la liste"
            listing = True
        elif ITEM.match(before) and BEGUN.match(line):
            problem = "cette ligne touche la liste qui la précède, et en serait lue comme la suite"
            yield number, problem, "laissez une ligne vide avant elle, ou joignez-la à l'élément"
        elif UNDERLINE.fullmatch(line) and before.strip() and text_name(page.file) is None:
            yield number, *underlined(line)
        listing = listing or item is not None
        before = line


def cut(page: Page) -> Iterator[Wrong]:
    """Tell the words that the end of a line cuts in two: a browser would show a space there."""
    for first, passage in passages(page.prose):
        for found in CUT.finditer(passage):
            line = first + passage.count("\n", 0, found.start())
            yield (
                line,
                f"« {found[1]}- » finit une ligne, et « {found[2]} » commence la suivante : une espace couperait ce mot",
                "écrivez-le sur une seule ligne",
            )


def bold(page: Page) -> Iterator[Wrong]:
    """Tell the asterisks that would show, because they are not closed or touch a space."""
    block: list[tuple[int, int]] = []
    for number, line in enumerate([*page.prose, ""], 1):
        if not line.strip() or line.lstrip().startswith(("-", "|", "#")):
            yield from unclosed(block)
            block = []
        if spaced := loose(line):
            yield number, f"« {spaced} » ne donne pas de gras", "enlevez les espaces entre les astérisques et les mots"
        elif line.strip():
            block.append((number, len(BOLD.findall(line))))


def loose(line: str) -> str | None:
    """Return the first words of a line that spaces part from their signs of bold, with these signs; or None."""
    found = [match.start() for match in BOLD.finditer(line)]
    pairs = [line[start : end + 2] for start, end in zip(found[::2], found[1::2], strict=False)]
    return next((pair for pair in pairs if pair[2:-2] != pair[2:-2].strip()), None)


def unclosed(block: list[tuple[int, int]]) -> Iterator[Wrong]:
    """Tell the first line of a passage whose signs of bold do not go by two, if those of the passage do not."""
    if sum(count for _, count in block) % 2:
        line = next(number for number, count in block if count % 2)
        yield line, "« ** » ouvre du gras qui ne se ferme pas", "ajoutez les deux astérisques qui manquent, ou enlevez ceux-ci"


def single(page: Page) -> Iterator[Wrong]:
    """Tell the first lone sign of slanted words or of code of each passage, which would show; where bold or a list is misshapen, that is told."""
    told = {line for line, *_ in (*signs(page), *unlisted(page))} | {line for line, text in enumerate(page.unfenced, 1) if FENCE.match(text)}
    for first, passage in () if page.excesses else passages(page.prose):
        found = LEFT.search(PAIRED.sub(spaced, LISTED.sub(spaced, ADDRESSES.sub(spaced, passage))))
        if found and len(BOLD.findall(passage)) % 2 == 0 and (line := first + passage.count("\n", 0, found.start())) not in told:
            product = next((one for one in TIMES.finditer(passage) if one.start() < found.start() < one.end()), None)
            yield line, *(multiplied(product) if product else (f"« {found[0]} » se trouve seul et serait publié tel quel", LONELY))


def separated(page: Page) -> Iterator[Wrong]:
    """Tell the first row of each table whose cells are parted by semicolons, which would run together."""
    for first, last, columns in rows(page):
        problem = f"« ; » sépare les cases d'un tableau dans ces {last - first + 1} lignes, qui n'en feraient qu'une"
        yield first, problem, f"écrivez-les « | … | … | », avec sous la première : |{' --- |' * columns}"


@all_once
def rows(page: Page) -> Iterator[tuple[int, int, int]]:
    """Yield the first and the last line of each such table, and the number of its cells in a row."""
    for count, run in groupby(enumerate(map(semicolons, page.prose), 1), key=lambda numbered: numbered[1]):
        lines = [number for number, _ in run]
        if count and len(lines) >= (LEAST_ROWS if count > 1 else LEAST_NARROW_ROWS):
            yield lines[0], lines[-1], count + 1


def semicolons(line: str) -> int:
    """Return the number of semicolons of a line if they are all those of a spreadsheet, or 0."""
    if ";" not in line:
        return 0
    words = CODED.sub("", ADDRESSES.sub("", line))
    found = len(CELL.findall(words))
    return found if found == words.count(";") else 0


def multiplied(product: re.Match[str]) -> tuple[str, str]:
    """Return what is wrong with an asterisk between two numbers, and the remedy."""
    return f"« {product[0]} » : l'astérisque serait publié tel quel", f"écrivez « {product[1]} × {product[3]} »"


def spaced(match: re.Match[str]) -> str:
    """Return the lines of what was found, blank, of the same length."""
    return re.sub(r"[^\n]", " ", match[0])


def passages(lines: list[str]) -> Iterator[tuple[int, str]]:
    """Yield the passages that blank lines set apart, each with the number of its first line."""
    start = 0
    for index, line in enumerate([*lines, ""]):
        if not line.strip():
            if index > start:
                yield start + 1, "\n".join(lines[start:index])
            start = index + 1


def ranked(text: str, places: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield the rank of the line of each place of a text, and the place, in order: the text is read once, however many they are."""
    rank = seen = 0
    for at in sorted(places):
        rank, seen = rank + text.count("\n", seen, at), at
        yield rank, at


def spaces(number: int) -> str:
    """Return a number of spaces in words."""
    return "une espace" if number == 1 else f"{number} espaces"
