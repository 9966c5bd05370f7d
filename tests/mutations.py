"""How good files are broken, and what is wrong with a message: shared by what reads them and by what builds the site."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from macros.loading import load
from macros.mistakes import Mistake, MistakesError

QUOTED = re.compile(r"«.*?»|\{\{.*?\}\}", re.S)
ENGLISH = re.compile(
    r"\b(expected|found|input|should|valid|while|scanning|parsing|mapping|block|token|unexpected|unknown|error|line|column|"
    r"required|missing|field|string|type|Traceback|None|end of|character|undefined|could not|did not)\b",
    re.I,
)
FORM = re.compile(r"[^\n]+:[1-9]\d* : \S.* ; \S.*")

SCALARS = ["no", "oui", "true", "~", "null", "2026-06-31", "9999-12-31", "0001-01-01", "9" * 5000, "1e999", "[]", "{}", "[a, b]", "{a: b}"]
SIGNS = ["&a ", "*a", "!a ", "!!python/object:os.system ", "%", "@", "`", '"', "'", "| ", "> ", "? ", "- ", ": ", " #", "---\n", "...\n", "<<: *a"]
BLANKS = ["\t", "\n", "\r", "\r\n", "\x00", "\x07", "\x1b", "\x85", "\u00a0", "\u200b", "\u2028", "\ufeff", "\n\n\n"]
LETTERS = ["\ufffd", "\ufffe", "😀", "é", "Ã©", "٣", "²", "../", "directive/5.9", "directive/99"]
DEEP = ["[" * 600, "{" * 600, "- " * 100, "a: " * 100, "> " * 500, "{{ " + "(" * 400]
MACROS = ["{{", "}}", "{%", "{#", '{{ art("directive/5.9") }}', "{{ art(9**9**9) }}", "{{ art('\\x') }}", "{{ x", "{ #a }", "{ #"]
MARKUP = ["<b>", "<script>", "<!--", "# ", "## ", "###5 X", "a) ", "b) ", "```", "](x)", "](javascript:alert(1))", "[x]: y\n", "=====\n", "---"]
CLAUSES = ["Obligation : personnel\n", "Tableau \n", "## 5.2 Titre\n"]
# Values that are right somewhere: they break the table of the rules rather than a file.
CODES = ["permis", "interdit", "silence", "a-clarifier", "toleree", "proscrite", "eleves", "renseignement-personnel", "obligatoire", "apres"]
LISTED = ["fait: refus-ou-retrait", "question: autorisation-obtenue", "marque: obligation", "cote: securite", "eliminatoire: oui", "quand: En juin"]
NAMES = ["teams", "classdojo", "destruction", "directive/4", "note-de-service/changements", "2026-01-01", '"02-30"', '"06-30"', "sauf", "contenus"]
SNIPPETS = [*SCALARS, *SIGNS, *BLANKS, *LETTERS, *DEEP, *MACROS, *MARKUP, *CLAUSES, *CODES, *LISTED, *NAMES]
Operation = Callable[[str, int, int, str], str]
Change = tuple[Operation, int, int, str]


def insert(text: str, at: int, _: int, snippet: str) -> str:
    at %= len(text) + 1
    return text[:at] + snippet + text[at:]


def delete(text: str, at: int, length: int, _: str) -> str:
    at %= len(text) + 1
    return text[:at] + text[at + 1 + length % 12 :]


def truncate(text: str, at: int, _: int, __: str) -> str:
    return text[: at % (len(text) + 1)]


def on_lines(change: Callable[[list[str], int, int, str], None]) -> Operation:
    """Return the operation that changes the list of lines in place; the numbers are within it."""

    def operation(text: str, first: int, second: int, snippet: str) -> str:
        lines = text.split("\n")
        change(lines, first % len(lines), second % len(lines), snippet)
        return "\n".join(lines)

    operation.__name__ = change.__name__
    return operation


@on_lines
def delete_line(lines: list[str], n: int, _: int, __: str) -> None:
    del lines[n]


@on_lines
def duplicate_line(lines: list[str], n: int, m: int, _: str) -> None:
    lines.insert(m, lines[n])


@on_lines
def swap_lines(lines: list[str], n: int, m: int, _: str) -> None:
    lines[n], lines[m] = lines[m], lines[n]


@on_lines
def indent_line(lines: list[str], n: int, width: int, _: str) -> None:
    lines[n] = " " * (width % 9) + lines[n].lstrip()


@on_lines
def replace_value(lines: list[str], n: int, _: int, snippet: str) -> None:
    head = re.match(r"\s*(?:- )?(?:[\w-]+: ?)?", lines[n])
    lines[n] = (head[0] if head else "") + snippet


@on_lines
def begin_line(lines: list[str], n: int, _: int, snippet: str) -> None:
    lines[n] = snippet + lines[n]


OPERATIONS = [insert, delete, truncate, delete_line, duplicate_line, swap_lines, indent_line, replace_value, begin_line]


def broken(good: bytes, changes: list[Change], raw: tuple[int, bytes] | None) -> bytes:
    """Return a file's bytes after the changes."""
    text = good.decode()
    for operation, first, second, snippet in changes:
        text = operation(text, first, second, snippet)
    data = text.encode("utf-8", "surrogatepass")
    return data if raw is None else data[: raw[0] % (len(data) + 1)] + raw[1] + data[raw[0] % (len(data) + 1) :]


def lines_of(path: Path) -> int:
    """Return the number of lines of a file, at least 1."""
    return len(re.findall(rb"\r\n|\r|\n", path.read_bytes())) + 1 if path.is_file() else 1


def faults(root: Path, mistake: Mistake) -> Iterator[str]:
    """Yield what is wrong with a message."""
    if not 1 <= mistake.line <= lines_of(root / mistake.file):
        yield "line outside of the file"
    if not mistake.problem.strip() or not mistake.remedy.strip():
        yield "nothing said"
    if not FORM.fullmatch(str(mistake)):
        yield "not of the form"
    # The name of the file is whoever gave it's.
    if english := ENGLISH.search(QUOTED.sub("", f"{mistake.problem} ; {mistake.remedy}")):
        yield f"English: {english[0]}"
    if len(str(mistake)) > 900:
        yield "too long"


def mistakes(root: Path) -> list[Mistake] | None:
    """Return the mistakes of a project, or None if it loads."""
    try:
        load(root)
    except MistakesError as error:
        return error.mistakes
    return None
