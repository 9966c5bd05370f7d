"""Markdown of a text → its clauses, every mistake of form located."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import takewhile

from macros.clauses import slips
from macros.clauses.clause import FORCES, Clause, Letter, Mark, anchor, normal_number
from macros.mistakes import RESTORE, Mistake
from macros.model.base import EMPHASIS
from macros.signs import RULE, underlined
from macros.words import fold, nearest

HEADING = re.compile(r"(#{1,6})\s+(.*)")
CLOSING = re.compile(r"\s#+$")
# What an editor meant as a heading, and Markdown may take for one.
NEARLY_HEADING = re.compile(r" {0,3}#+ *[\w(]| {1,3}#{1,6} |#{7,}")
UNDERLINE = re.compile(r"(?:=+|-+) *$")
NUMBERED = re.compile(r"([0-9]+(?:\.[0-9]+)*[.)]?)\s+(.+)")
ANNEX = re.compile(r"((?:Annexe|Tableau) [A-Za-z0-9]+(?:, [0-9]+)?)\s*:?\s+(.+)")
NAMED = re.compile(r"(.+?)\s*\{ #([a-z0-9]+(?:-[a-z0-9]+)*) \}")
MARK = re.compile(r"(\w+)(?:\s*\(([^()]+)\))?\s?: *(.+)")
BULLET = re.compile(r" *([-*+•–—]) +")
LETTER = re.compile(r"([a-z])\) ")
END = re.compile(r"[0-9.]*[0-9]([.)]?)")
# The first line of what heads the pages that are no texts.
KEY = re.compile(r"---|(?:title|titre|description|hide|template)\s*:", re.I)
# What a title would show as it is typed where it is not read as Markdown.
DECORATED = re.compile(
    rf"{EMPHASIS.pattern}|\[[^\[\]]*\]\([^()]*\)|(?:(?<=[0-9] )|(?<=Annexe [A-Z] )|(?<=Tableau [A-Z] ))[–—-] |^[0-9.]+[.)]? :(?= )"
)
DEEPEST = 6

HEADING_REMEDY = "écrivez le numéro puis un titre court, par exemple « ### 5.2 Une seule plateforme par groupe-classe »"
# Forces that one line names together, or with what would show them in bold, before its colon.
MISWRITTEN = re.compile(rf"[*_]*(?:{'|'.join(FORCES)})s?[*_]*(?:\s*(?:[/,;&+-]|et|ou)\s*[*_]*(?:{'|'.join(FORCES)})s?[*_]*)*\s*:[*_]*\s*\S.*")
MARK_REMEDY = "écrivez sous le titre une ligne comme « Obligation : personnel »"


@dataclass
class Text:
    """A text being parsed: its id, its file, its lines, and what was found.

    `unsure` is set when a number or a letter could not be read: a citation of what is missing then says nothing new.
    """

    document: str
    file: str
    lines: list[str]
    clauses: list[Clause] = field(default_factory=list)
    mistakes: list[Mistake] = field(default_factory=list)
    unsure: bool = False

    def blame(self, line: int, problem: str, remedy: str) -> None:
        """Add a mistake at a line (from 1)."""
        self.mistakes.append(Mistake(self.file, line, problem, remedy))

    def blame_number(self, line: int, problem: str, remedy: str) -> None:
        """Add a mistake that keeps one from knowing what can be cited."""
        self.unsure = True
        self.blame(line, problem, remedy)


def parse(document: str, file: str, markdown: str) -> Text:
    """Return the text's clauses and mistakes; `document` is the page's name, `file` is for messages."""
    text = Text(document, file, markdown.splitlines())
    if not any(map(str.strip, text.lines)):
        text.blame_number(1, "le fichier est vide", RESTORE)
        return text
    check_beginning(text)
    starts = [n for n, line in enumerate(text.lines) if HEADING.match(line)]
    before = next((n for n, line in enumerate(text.lines[: starts[0] if starts else None]) if line.strip()), None)
    if not starts:
        text.blame_number(1, "le fichier ne contient aucun article", HEADING_REMEDY)
        return text
    if before is not None and not text.mistakes:
        text.blame_number(before + 1, "du texte précède le premier article", "placez-le dans un article, sous un titre numéroté")
    for start, end in zip(starts, [*starts[1:], len(text.lines)], strict=True):
        add_clause(text, start, end)
    check_ends(text)
    return text


def check_beginning(text: Text) -> None:
    """A text begins with its first clause, not with the header of a page; the headings of one that does are checked."""
    first, line = next((number, line) for number, line in enumerate(text.lines, 1) if line.strip())
    if RULE.fullmatch(line) or KEY.match(line):
        text.blame(first, f"la page commence par un en-tête « {line.strip()} »", "supprimez-le : le titre du texte vient de data/encadrements.yml")
    else:
        check_headings(text)


def check_ends(text: Text) -> None:
    """The numbers of a level end with the same sign, or with none: a few that end otherwise are slips."""
    levels: dict[int, list[tuple[Clause, str]]] = defaultdict(list)
    for clause in text.clauses:
        if found := END.fullmatch(clause.label):
            levels[clause.level].append((clause, found[1]))
    for ended in levels.values():
        usual, count = Counter(end for _, end in ended).most_common(1)[0]
        slips_of = [clause for clause, end in ended if end != usual]
        example = next(clause.label for clause, end in ended if end == usual)
        for clause in slips_of if count > 2 * len(slips_of) else ():
            problem = f"« {clause.label} » ne se termine pas comme les autres numéros de ce texte (« {example} »)"
            text.blame(clause.line, problem, f"écrivez « {'#' * clause.level} {clause.label.rstrip('.)')}{usual} {clause.title} »")


def check_headings(text: Text) -> None:
    """A heading is written with `#` at the start of the line, then a space."""
    for number, line in enumerate(text.lines):
        if not HEADING.match(line) and NEARLY_HEADING.match(line):
            remedy = "écrivez les dièses au début de la ligne, six au plus, puis une espace, le numéro et le titre"
            text.blame_number(number + 1, "ce titre est mal écrit", remedy)
        elif UNDERLINE.match(line) and number and text.lines[number - 1].strip():
            text.blame(number + 1, *underlined(line))


def add_clause(text: Text, start: int, end: int) -> None:
    """Add the clause that stands between two lines (from 0, `end` excluded)."""
    hashes, heading = HEADING.match(text.lines[start]).groups()  # type: ignore[union-attr]
    if hashes == "#" and is_title(text, start, heading.strip()):
        remedy = "supprimez cette ligne : le titre du texte vient de data/encadrements.yml"
        text.blame(start + 1, f"« # {heading.strip()} » n'est pas un article", remedy)
        return
    named = read_heading(text, start + 1, CLOSING.sub("", re.sub(r"\s{2,}", " ", heading).strip()))
    marked = list(takewhile(str.strip, text.lines[start + 1 : end]))
    marks = tuple(read_marks(text, start + 1, marked))
    check_repeated(text, start + 2, marks)
    if named is None:
        return
    label, number, title = named
    check_level(text, start + 1, len(hashes), number)
    check_unique(text, start + 1, number)
    body_start = start + 1 + len(marked)
    body = text.lines[body_start:end]
    if marked and all(map(is_mark, marked)) and not any(map(str.strip, body)) and not goes_on(text, end, len(hashes)):
        text.blame(start + 1, "cet article n'a pas de texte", "écrivez-le après la force et une ligne vide, ou supprimez l'article")
    letters = tuple(Letter(m[1], n) for n, line in enumerate(body) if (m := LETTER.match(line)))
    if not check_slips(text, body_start, body):
        check_letters(text, body_start, letters)
    check_stray_marks(text, body_start, body, bool(marked))
    text.clauses.append(Clause(text.document, label, number, title, len(hashes), start + 1, marks, "\n".join(body), body_start + 1, letters))


def goes_on(text: Text, end: int, level: int) -> bool:
    """Tell whether the heading at a line (from 0), if there is one, is that of a part of the clause before it, which has a level."""
    found = HEADING.match(text.lines[end]) if end < len(text.lines) else None
    return found is not None and len(found[1]) > level


def is_title(text: Text, start: int, heading: str) -> bool:
    """Tell whether a heading is that of the page, rather than of a clause that lacks its number: nothing stands above it, nor a force below."""
    is_first = not any(map(str.strip, text.lines[:start]))
    is_marked = any(map(is_mark, text.lines[start + 1 : start + 2]))
    return is_first and not is_marked and not any(form.fullmatch(heading) for form in (NUMBERED, ANNEX, NAMED))


def read_heading(text: Text, line: int, heading: str) -> tuple[str, str, str] | None:
    """Return the label, the number and the title of a heading, or None with a mistake."""
    match = NAMED.fullmatch(heading)
    if found := DECORATED.search(match[1] if match else heading):
        text.blame(
            line,
            f"le titre de cet article porte « {found[0].lstrip('0123456789.) ')} »",
            "écrivez les mots seuls : ce titre paraît aussi là où l'article est cité",
        )
    if match and not NUMBERED.fullmatch(match[1]):
        return "", match[2], match[1]
    if match := ANNEX.fullmatch(heading) or NUMBERED.fullmatch(heading):
        if "{ #" in match[2]:
            text.blame(line, "le titre de cet article porte un nom entre accolades", "supprimez-le : l'article est déjà nommé par son numéro")
        return match[1], normal_number(match[1]), match[2]
    text.blame_number(line, f"le titre « {heading} » n'a pas de numéro d'article ou pas de titre", HEADING_REMEDY)
    return None


def is_miswritten(content: str) -> bool:
    """Tell whether a line names forces, and not as one is read."""
    return MISWRITTEN.fullmatch(fold(content.strip())) is not None


def no_mark(content: str, first: bool) -> tuple[str, str]:
    """Return what is wrong with a line that stands where a force does, the first under a title or a later one, and says none."""
    if is_miswritten(content):
        return (
            f"« {content.strip()} » ne dit pas une force comme le site la lit",
            "écrivez chaque force sur sa ligne, sans mise en forme : « Obligation : personnel »",
        )
    if first:
        return "la ligne sous le titre ne dit pas la force de l'article", f"{MARK_REMEDY}, puis une ligne vide"
    return "du texte touche la ligne de la force", "laissez une ligne vide avant ce texte"


def read_marks(text: Text, heading_line: int, lines: list[str]) -> Iterator[Mark]:
    """Yield the marks written under a heading, up to the first line that is none."""
    after = next((line for line in text.lines[heading_line:] if line.strip()), "")
    if not lines and is_mark(after):
        text.blame(heading_line, "une ligne vide sépare ce titre de la force de l'article", "supprimez la ligne vide qui suit le titre")
    elif not lines:
        text.blame(heading_line, "la force de l'article manque", MARK_REMEDY)
    for line, content in enumerate(lines, heading_line + 1):
        if bulleted := as_item(content):
            text.blame(line, f"« {bulleted[1]} » précède la force de l'article", "enlevez-le : cette ligne n'est pas l'élément d'une liste")
        match = MARK.fullmatch(BULLET.sub("", content, 1).strip() if bulleted else content.strip())
        if not match:
            text.blame(line, *no_mark(content, first=line == heading_line + 1))
            if is_miswritten(content):
                continue
            return
        force = fold(match[1])
        if force not in FORCES:
            text.blame(line, f"la force « {match[1]} » est inconnue", nearest(force, FORCES))
        yield Mark(force, tuple(role.strip() for role in match[3].split(",")), match[2], match[1].capitalize())


def check_repeated(text: Text, first_line: int, marks: tuple[Mark, ...]) -> None:
    """A force is said once of a role, unless other words of the text say it again."""
    seen: dict[tuple[str, str | None, str], int] = {}
    for line, mark in enumerate(marks, first_line):
        for role in mark.roles:
            if (before := seen.setdefault((mark.force, mark.nuance, role), line)) != line:
                remedy = "supprimez ce rôle, ou la ligne si elle n'en a pas d'autre"
                text.blame(line, f"la ligne {before} dit déjà cette force pour « {role} »", remedy)


def is_mark(line: str) -> bool:
    """Tell whether a line says the force of a clause."""
    match = MARK.fullmatch(line.strip())
    return match is not None and fold(match[1]) in FORCES


def as_item(line: str) -> re.Match[str] | None:
    """Return the sign that makes an item of a line that says the force of a clause, or None."""
    found = BULLET.match(line)
    return found if found and is_mark(line[found.end() :]) else None


def without_bullets(lines: Iterable[str]) -> Iterator[str]:
    """Yield the lines of a text, those that say a force under a title without the sign that makes an item of them: it is told already."""
    under = False
    for line in lines:
        yield BULLET.sub("", line, 1) if under and as_item(line) else line
        under = bool(HEADING.match(line) or (under and line.strip()))


def check_stray_marks(text: Text, body_start: int, body: list[str], marked: bool) -> None:
    """A line of force stands under a heading: elsewhere, the heading has gone, or is no heading any more."""
    first = next((index for index, line in enumerate(body) if line.strip()), 0)
    titles = {index for index, *_ in slips.titles(body)}
    told = False
    for index, line in enumerate(body):
        # Under what is told to be no title, the lines of force that stand together go with it.
        above = NEARLY_HEADING.match(text.lines[body_start + index - 1]) or index - 1 in titles or (index == first and not marked)
        told = bool(above) or (told and is_mark(body[index - 1]))
        if is_mark(line) and not told:
            problem = "cette ligne dit la force d'un article, mais n'est sous aucun titre"
            text.blame_number(body_start + index + 1, problem, "écrivez le titre sur la ligne d'avant")


def check_slips(text: Text, body_start: int, body: list[str]) -> bool:
    """What looks like a title or a letter must be one; tell whether a letter is not, since the order of the others then says nothing."""
    letters = [*slips.letters(body)]
    for index, problem, remedy in (*slips.titles(body), *letters):
        text.blame_number(body_start + index + 1, problem, remedy)
    return bool(letters)


def check_level(text: Text, line: int, level: int, number: str) -> None:
    """A numbered clause's heading has one `#` more than its number has parts."""
    expected = number.count(".") + 2
    if not number[0].isdigit() or level == expected:
        return
    if expected > DEEPEST:
        text.blame(line, f"le numéro {number} a trop de parties", f"donnez-lui au plus {DEEPEST - 1} parties")
        return
    hashes = f"{level} dièse{'s' if level > 1 else ''}"
    text.blame(line, f"le titre de l'article {number} commence par {hashes}", f"commencez-le par {expected} dièses : {'#' * expected}")


def check_unique(text: Text, line: int, number: str) -> None:
    """A number is used once in a text."""
    if first := next((c.line for c in text.clauses if c.anchor == anchor(number)), None):
        text.blame_number(
            line, f"le numéro « {number} » est déjà celui de l'article de la ligne {first}", "donnez à chaque article son propre numéro"
        )


def check_letters(text: Text, body_start: int, letters: tuple[Letter, ...]) -> None:
    """The letters of a clause follow each other from a."""
    for index, item in enumerate(letters[:26]):
        expected = chr(ord("a") + index)
        if item.letter != expected:
            problem = f"la lettre « {item.letter}) » ne suit pas la précédente" if index else f"la première lettre est « {item.letter}) »"
            text.blame_number(body_start + item.line + 1, problem, f"écrivez « {expected}) »")
            return
    if len(letters) > 26:
        text.blame_number(body_start + letters[26].line + 1, "l'article a plus de lettres que l'alphabet", "partagez-le en plusieurs articles")
