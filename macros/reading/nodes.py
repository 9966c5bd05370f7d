"""YAML to plain values, with the line of each; all scalars stay text, so that nothing is guessed."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

import yaml
from pydantic_core import ErrorDetails

from macros.mistakes import RESTORE, Mistake
from macros.model.base import Modele
from macros.model.kinds import FOLDERS, SINGLE_FILES, groups_of
from macros.reading import blocks, headless, yaml_errors
from macros.reading.alignment import FORMS_OF_TEXT, STEP, form, indent
from macros.reading.characters import in_value, indentation, visible
from macros.reading.disguised import all_disguised, disguised
from macros.reading.files import overlong, read_text
from macros.reading.quotes import CONTENT, UNCLOSED
from macros.reading.repairs import counted, doubtful, expanded, guesses, levelled, mended, mended_in_part, of_form, untabbed
from macros.reading.stray import is_name
from macros.reading.yaml_errors import CUT, DASHED, ENUMERATED, KEYLESS, NOT_ALIGNED, QUOTE, UNDASHED, no_dash

Path_ = tuple[str | int, ...]
Value = str | list["Value"] | dict[str, "Value"] | None

Loader = yaml.CSafeLoader
EXAMPLE = "reprenez son exemple, dans contribuer/exemples.md"
EMPTY = "le fichier est vide"
COMMENTS_ONLY = "le fichier ne contient que des commentaires"
# No data file needs more; beyond, the parser itself becomes slow.
DEEPEST, MOST_BRACKETS, MOST_MENDED = 20, 500, 50
# Each block of lines to be put back has the text read a few dozen times.
MOST_BLOCKS = 8
REPEATED = ("gardez une seule des deux", "gardez une seule des deux, ou mettez un tiret devant la première clé d'un nouvel élément")
CONTINUED = ("cette ligne est lue comme la suite de l'élément qui la précède", "mettez un tiret devant, ou joignez-la à la ligne d'avant")
# What begins a line of its own, even where a quotation mark above it was left open.
BEGINS = re.compile(r" *(?:- |(?:- +)*[a-z_]+:(?: |$))")
JINJA = re.compile(r"{[{%#]|[}%#]}")
# What has the form of a mark: `marks.py` puts it in place or tells it.
MARKED = re.compile(r"{{ *\w+(?: +[\w-]+)* *}}")
# The same, where one of its braces was lost.
HALF = re.compile(r"(?<!{){{ *(\w+(?: +[\w-]+)*) *}(?!})|(?<!{){ *(\w+(?: +[\w-]+)*) *}}(?!})")


@dataclass
class Source:
    """A file that was read: its name, its value (None if it could not be read) and its lines.

    `typed` is the value as its author typed it, its marks not yet in place (`marks.py`); `texts` are its texts, each with its path and its line.
    `unsure` is set when a key or a list was not read as it was meant: what is missing or wrong is then unknown; `lost`, when a part of the file
    is not in its value. `told` holds the places whose text has a sign that is a mistake already: what else is wrong there comes of it.
    `unsettled` are pydantic's errors, if one of them leaves a choice of values.
    """

    file: str
    value: Value = None
    typed: Value = None
    lines: dict[Path_, int] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)
    unsure: bool = False
    lost: bool = False
    told: set[Path_] = field(default_factory=set)
    unsettled: list[ErrorDetails] = field(default_factory=list)
    texts: tuple[tuple[Path_, int, str], ...] = ()

    def line(self, path: Path_) -> int:
        """Return the line (from 1) of the value at `path`, or of its nearest parent."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def holder(self, line: int) -> Path_:
        """Return the path of what holds the last key that begins above a line or on it."""
        above = [(at, path) for path, at in self.lines.items() if at <= line and path and isinstance(path[-1], str)]
        return max(above, key=lambda one: (one[0], len(one[1])), default=(0, ("",)))[1][:-1]

    @property
    def lines_told(self) -> set[int]:
        """The lines of mistakes that may explain what else is wrong on them."""
        return lines_told(self.mistakes)

    def texts_of(self, value: Value) -> tuple[tuple[Path_, int, str], ...]:
        """Return the texts of a value of this file, each with its path and its line."""
        return tuple((path, self.line(path), text) for path, text in leaves(value))

    def blame(self, path: Path_, problem: str, remedy: str) -> Mistake:
        """Return a mistake located at `path`."""
        return Mistake(self.file, self.line(path), problem, remedy)

    def note(self, line: int, problem: str, remedy: str) -> None:
        """Add a mistake at a line."""
        self.mistakes.append(Mistake(self.file, line, problem, remedy))


def leaves(value: Value, path: Path_ = ()) -> Iterator[tuple[Path_, str]]:
    """Yield each text of a data file with its path."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from leaves(inner, (*path, index))
    elif value:
        yield path, value


@dataclass(frozen=True)
class Reader:
    """Turns the nodes of a source's text into plain values."""

    source: Source
    text: list[str]

    def plain(self, node: yaml.Node, path: Path_) -> Value:
        """Return the node's value, every scalar as text and an absent one as None; record lines."""
        self.source.lines.setdefault(path, node.start_mark.line + 1)
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self.plain(item, (*path, i)) for i, item in enumerate(node.value)]
        assert isinstance(node, yaml.ScalarNode)
        return self.scalar(node, path)

    def mapping(self, node: yaml.MappingNode, path: Path_) -> dict[str, Value]:
        """Return the mapping's values; a key given twice or that is not a word is a mistake."""
        result: dict[str, Value] = {}
        repeated = False
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1
            key = self.readable(key_node) if isinstance(key_node, yaml.ScalarNode) else ""
            if marked(key_node):
                self.source.unsure = True
                self.source.note(line, "un texte commence par une marque entre accolades", QUOTE)
            elif not key:
                self.source.unsure = True
                self.source.note(line, "une clé n'est pas un mot", "écrivez « clé: valeur » sans crochets ni accolades autour de la clé")
            elif key in result:
                # Several keys repeated in a row are one mistake: a new element without its dash.
                self.source.lost = True
                if not repeated:
                    first = self.source.lines[(*path, key)]
                    self.source.note(line, f"la clé « {key} » est déjà donnée à la ligne {first}", REPEATED[bool(path) and isinstance(path[-1], int)])
                repeated = True
            else:
                repeated = False
                self.source.lines[(*path, key)] = line
                result[key] = self.plain(value_node, (*path, key))
        return result

    def scalar(self, node: yaml.ScalarNode, path: Path_) -> str | None:
        """Return the text of a scalar, or None if there is none; say what YAML would silently read otherwise than written."""
        if not node.style:
            self.check_unquoted(node, path)
        elif node.style in CONTENT:
            self.check_quoted(node)
        if half := HALF.search(node.value):
            self.source.told.add(path)
            self.source.note(
                node.start_mark.line + 1, f"« {half[0]} » n'a pas toutes ses accolades", f"écrivez « {{{{ {half[half.lastindex or 0]} }}}} »"
            )
        elif found := JINJA.search(MARKED.sub("", node.value)):
            self.source.note(
                node.start_mark.line + 1, f"un texte contient « {found[0]} »", "enlevez ces signes : une macro s'écrit seulement dans une page"
            )
        text = self.readable(node, path)
        return None if node.tag == "tag:yaml.org,2002:null" or not text else text

    def readable(self, node: yaml.ScalarNode, path: Path_ | None = None) -> str:
        """Return the text of a key or of the value at `path`; say which sign a reader would not see in it, and take it away."""
        if wrong := in_value(node.value) or overlong(node.value):
            self.source.told |= {path} if path else set()
            self.source.note(node.start_mark.line + 1, *wrong)
        return (visible(node.value) if wrong else node.value).strip()

    def check_quoted(self, node: yaml.ScalarNode) -> None:
        """Refuse a text whose quotation mark was left open, and that goes on to the next one: the keys and the items on its way are lost."""
        first, last = node.start_mark.line, node.end_mark.line
        if any(BEGINS.match(line) for line in self.text[first + 1 : last + 1]):
            self.source.unsure = True
            self.source.note(first + 1, *UNCLOSED)

    def check_unquoted(self, node: yaml.ScalarNode, path: Path_) -> None:
        """Refuse a comment after a text, which may be a part of it, and a list read as the end of the text above it."""
        last = node.end_mark.line
        if self.text[last][node.end_mark.column :].lstrip().startswith("#"):
            self.source.told.add(path)
            self.source.note(
                last + 1,
                "un dièse (#) fait ignorer la fin de cette ligne",
                f"{yaml_errors.QUOTE}, ou mettez le commentaire sur sa propre ligne",
            )
        self.check_lines(node, path)

    def check_lines(self, node: yaml.ScalarNode, path: Path_) -> None:
        """Refuse each line of a text that its author meant as an item, or that goes on from one."""
        first, last = node.start_mark.line, min(node.end_mark.line, len(self.text) - 1)
        before = self.text[first][: node.start_mark.column]
        told = False
        for number in range(first if not before.strip(" -") else first + 1, last + 1):
            alone = before.isspace() and (self.keyless(number, first, last) or self.undashed(number, first, last))
            wrong = alone or misplaced(self.text, number, number > first)
            if wrong and not (told and wrong[0] in (NOT_ALIGNED[0], headless.BESIDE[0], headless.PROBLEM)):
                self.source.unsure = told = True
                self.source.note(number + 1, *wrong)
        known = told or first + 2 in {mistake.line for mistake in self.source.mistakes}
        if last > first and not known and path and isinstance(path[-1], int) and "\n" not in node.value:
            self.source.told.add(path)
            self.source.note(first + 2, *CONTINUED)

    def keyless(self, number: int, first: int, last: int) -> tuple[str, str] | None:
        """Return what is wrong with a line (from 0) that is the name of a key alone, where a list begins under it; or None."""
        opened = first == number < last and DASHED.match(self.text[number + 1])
        return KEYLESS if opened and indent(self.text[number]) < len(opened[1]) and is_name(self.text[number]) else None

    def undashed(self, number: int, first: int, last: int) -> tuple[str, str] | None:
        """Return what is wrong with a line (from 0) that has something else than a dash, or nothing, before the words of an item; or None."""
        line, beside = self.text[number], self.text[first : last + 1]
        if (found := ENUMERATED.match(line)) and sum(bool(DASHED.match(other) or ENUMERATED.match(other)) for other in beside) > 1:
            return no_dash(found[1])
        begun = DASHED.match(self.text[number + 1]) if first == number < last else None
        return UNDASHED if begun and indent(line) in (len(begun[1]), begun.end()) and not disguised(line) else None


def marked(key: yaml.Node) -> bool:
    """Tell whether what stands for a key is a mark (`{{ sigle }}`), which YAML reads so at the beginning of a text without quotation marks."""
    return isinstance(key, yaml.MappingNode)


def misplaced(lines: list[str], number: int, continues: bool) -> tuple[str, str] | None:
    """Return what is wrong with a line (from 0) read as text where its author meant a list or a key, or None."""
    if continues and DASHED.match(lines[number]):
        beside = headless.BESIDE if headless.begun_beside(lines, number) else NOT_ALIGNED
        return headless.wrong(lines, number) if headless.begins(lines, number) else beside
    return disguised(lines[number])


def read_yaml(path: Path, root: Path) -> Source:
    """Read one YAML file; `path` is absolute, `root` the project's. Never raises for its content."""
    file = path.relative_to(root).as_posix()
    text, mistakes = read_text(path, file)
    source = Source(file) if text is None else parsed(file, text)
    return replace(source, mistakes=[*mistakes, *source.mistakes])


@lru_cache(maxsize=512)
def parsed(file: str, text: str) -> Source:
    """Return a file parsed; one that did not change is not parsed again (live reload, two states compared). It is shared: none changes it."""
    source = Source(file)
    parse(text, source)
    return source


def parse(text: str, source: Source) -> None:
    """Give the source the value of a YAML text, or the mistakes that keep it from having one."""
    tabs = indentation(text, source.file, "deux")
    text, level = without_tabs(text, tabs)
    source.mistakes += [counted(text, mistake, level) for mistake in tabs]
    source.unsure |= not level
    node, text = read_on(text, source)
    if node is not None:
        known, sure = [*source.mistakes], not source.unsure
        source.value = Reader(source, text.split("\n")).plain(node, ())
        tell(source, known)
        if sure and source.unsure:
            read_again(text, source, source.mistakes[len(known) :])


def without_tabs(text: str, tabs: list[Mistake]) -> tuple[str, bool]:
    """Return a text whose lines begin by spaces only, and whether they are at their level: that of their neighbours, or as wide as they were seen."""
    spaced, level = untabbed(text, tabs)
    seen = [expanded(text, tabs, width) for width in (STEP, 2 * STEP)] if not level else []
    furthest = max(seen, key=stop, default="")
    return (furthest, True) if seen and stop(furthest) > tabs[-1].line else (spaced, level)


def tell(source: Source, known: list[Mistake]) -> None:
    """Note in a source that was read its texts, and the places where something is told already."""
    lines = lines_told(known)
    source.told |= {path for path, line in source.lines.items() if line in lines}
    source.texts = source.texts_of(source.value)


def lines_told(mistakes: Iterable[Mistake]) -> set[int]:
    """Return the lines of mistakes that may explain what else is wrong on them."""
    return {mistake.line for mistake in mistakes if not of_form(mistake)}


def read_again(text: str, source: Source, found: list[Mistake]) -> None:
    """Give a source that was not read as it was meant the value of its text with each line as its mistake's remedy has it, if it is then sure."""
    again = Source(source.file)
    if meant := mended_in_part(text, found):
        parse(meant, again)
    if again.value is not None and not again.unsure:
        told = lines_told(source.mistakes)
        known, more = source.mistakes, [one for one in again.mistakes if one.line not in told and one not in source.mistakes]
        source.value, source.lines, source.told, source.unsure = again.value, again.lines, again.told, False
        source.lost = again.lost or any(headless.is_lost(text.split("\n"), one) for one in found)
        tell(source, known)
        source.mistakes = [*known, *more]


def read_on(text: str, source: Source) -> tuple[yaml.Node | None, str]:
    """Return the root node of a text, or None, and the text of which it is: past each mistake whose remedy is known, the others are told as well.

    Once a line was left out or put at another level, what else is wrong may come of it: only what is wrong by itself is told.
    """
    for _ in range(MOST_MENDED):
        trial = Source(source.file)
        node = compose(text, trial)
        lines = lines_told(source.mistakes)
        fresh = [found for found in trial.mistakes if found not in source.mistakes]
        new = [found for found in fresh if not (found.line in lines or doubtful(found, source.mistakes, source.unsure))]
        after = mended(text, new) if new else None
        if len(new) == 1 and after is None and new[0].problem in blocks.STOPPED and moved(source) < MOST_BLOCKS:
            new, after = put_back(text, new[0], source)
        if new and (after or not source.unsure):
            source.mistakes += [levelled(text, mistake) for mistake in new] if after else new
            source.unsure |= any(guesses(text, mistake) for mistake in new)
        if after is None:
            return node, text
        text = after
    return None, text


def moved(source: Source) -> int:
    """Return how many blocks of lines a source was told to put back."""
    return sum(mistake.problem in (blocks.ASTRAY, blocks.ALONE) for mistake in source.mistakes)


def put_back(text: str, mistake: Mistake, source: Source) -> tuple[list[Mistake], str | None]:
    """Return the mistake of the lines that keep a text from being read where the parser stopped, and the text once they are put back.

    They are a list or keys whose own key was lost, or all at another level than their neighbours; else, the mistake alone.
    """
    lines, index, model = text.split("\n"), mistake.line - 1, model_of(mistake.file)
    begins = headless.begins(lines, index)
    block = None if begins and form(lines[index]) in FORMS_OF_TEXT else blocks.astray(text, index, stop, model.model_fields.keys() if model else ())
    if block:
        return [Mistake(mistake.file, block.first + 1, *block.said(lines))], "\n".join(block.moved(lines))
    if begins or headless.follows(lines, index):
        after, known = headless.given_back(lines, index)
        source.lost |= not known
        return [Mistake(mistake.file, mistake.line, *headless.wrong(lines, index))], "\n".join(after)
    if model and (key := headless.group(lines, index, groups_of(model))):
        source.lost = True
        return [Mistake(mistake.file, mistake.line, headless.GROUP, headless.before(key))], "\n".join(headless.without(lines, index))
    return [mistake], None


def model_of(file: str) -> type[Modele] | None:
    """Return the model of a data file, by its name; None for another file."""
    return SINGLE_FILES.get(file) or FOLDERS.get(posixpath.dirname(file))


def stop(text: str) -> int:
    """Return the line (from 0) where the parser stops in a text, or how many lines it has if it reads it all as its author may mean it."""
    trial, lines = Source(""), text.split("\n")
    try:
        node = yaml.compose(text, Loader)
    except yaml.YAMLError as error:
        mark: yaml.Mark | None = getattr(error, "problem_mark", None)
        return mark.line if mark else 0
    if node is not None:
        Reader(trial, lines).plain(node, ())
    return min((mistake.line - 1 for mistake in trial.mistakes), default=len(lines)) if trial.unsure else len(lines)


def compose(text: str, source: Source, tags: bool = False) -> yaml.Node | None:
    """Return the root node, or None with the mistakes that say why there is none; `tags` allows `!ENV` and the like."""
    try:
        mistakes = unwanted(text, source.file, tags)
        node = None if mistakes else yaml.compose(text, Loader)
    except yaml.YAMLError as error:
        source.mistakes += explained(error, source.file, text)
        return None
    source.mistakes += mistakes
    if node is None and not mistakes:
        source.note(1, COMMENTS_ONLY if text.strip() else EMPTY, RESTORE)
    return node


def explained(error: yaml.YAMLError, file: str, text: str) -> list[Mistake]:
    """Return why a text is no YAML: the signs of Word that it has, unless they all come after what stopped the parser."""
    signs, stop = all_disguised(text, file), yaml_errors.explain(error, file, text)
    return signs if signs and signs[0].line <= stop.line + 1 else [stop, *signs]


def unwanted(text: str, file: str, tags: bool) -> list[Mistake]:
    """Return the mistakes of a text that YAML allows and the site's files do without. Raises YAMLError."""
    if text.count("[") + text.count("{") > MOST_BRACKETS:
        return [Mistake(file, 1, "le fichier contient trop de crochets ou d'accolades", EXAMPLE)]
    mistakes: list[Mistake] = []
    depth = documents = 0
    for event in yaml.parse(text, Loader):
        line = event.start_mark.line + 1 if event.start_mark else 1
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        documents += isinstance(event, yaml.DocumentStartEvent)
        if depth > DEEPEST:
            return [Mistake(file, line, "trop de niveaux sont imbriqués", EXAMPLE)]
        if documents > 1 or (isinstance(event, yaml.DocumentEndEvent) and event.explicit):
            return [*mistakes, Mistake(file, line, *CUT)]
        if mistake := yaml_errors.forbidden(event, file, tags):
            mistakes.append(mistake)
    return mistakes
