"""The macro calls of a page: how they are written, their names, their values."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, Literal, get_args, get_origin, get_type_hints

from jinja2 import Environment, TemplateSyntaxError, nodes
from pydantic_core import PydanticCustomError

from macros.checking.known import known_ids, unknown
from macros.checking.pages import in_braces
from macros.checking.runner import checks
from macros.checking.sentences import of_data
from macros.mistakes import Mistake
from macros.model.base import Mot, Renvoi
from macros.model.kinds import CITED, PAGES
from macros.reading.draft import Draft, text_name
from macros.reading.marks import COUNT, MAIL, MARK
from macros.reading.page import Page
from macros.words import closest, nearest, one_of

CALL = re.compile(r"{{((?:(?!{{).)*?)}}")
STRAY = re.compile(r"{{|}}|{%|%}|{#|#}")
BLOCK = re.compile(r"{{\s*(\w+)\([^{}]*}}")
# What makes a block of the macro of sentences: the words of an article.
WORDS = re.compile(r"(?:mots *=|,) *[Tt]rue")
# What stands before a citation: « l' » does not go with a number nor a table, « article » with what says « annexe » or « tableau » itself.
INTRODUCED = re.compile(
    r"\b(?P<article>(?:(?:à|de) )?[ld]['’])?(?P<word>(?:articles?|annexes?|tableaux?) )?"
    r"(?P<call>{{ *art\( *[\"'][\w-]+/(?P<kind>[0-9]|annexe|tableau)[^{}]*}})",
    re.I,
)
# What an elided article becomes before « article », and before « tableau ».
BEFORE_ARTICLE = {"d": "de l'", "D": "De l'"}
BEFORE_TABLE = {"l": "le", "à l": "au", "de l": "du", "d": "du"}
# A quotation mark, with the space that French has inside its own.
TYPED_QUOTE = re.compile(r"\s*»|[\"'“”‘’]|«\s*")
LONGEST = 500
MOST_CALLS = 50
# What each macro takes, found once.
hints_of, signature_of = cache(get_type_hints), cache(inspect.signature)
TYPES = {bool: ("True ou False", "écrivez ce mot sans guillemets"), str: ("un texte", "écrivez le texte entre guillemets droits")}


@checks
def check(draft: Draft) -> Iterator[Mistake]:
    """Yield the mistakes of the macro calls of every page."""
    for page in draft.pages.values():
        for number, line in enumerate(page.markdown.split("\n"), 1):
            yield from (page.blame(number, *wrong) for wrong in in_line(line, draft))
            yield from (page.blame(number, *wrong) for wrong in out_of_place(line, page, draft))


@checks
def bare(draft: Draft) -> Iterator[Mistake]:
    """Yield a mistake for each call that stands in the prose of a page or in the data without its braces: it would be read as it is typed."""
    prose = ((page.file, number, line) for page in draft.pages.values() for number, line in enumerate(page.prose, 1))
    for file, line, text in (*prose, *of_data(draft)):
        if found := without_braces(draft, text):
            typed = TYPED_QUOTE.sub('"', found)
            remedy = f"écrivez {{{{ {typed} }}}}" if file.startswith(PAGES) else "nommez l'article en mots : les données n'appellent pas de macro"
            yield Mistake(file, line, f"{found} est une macro sans ses accolades", remedy)


@checks
def alone(draft: Draft) -> Iterator[Mistake]:
    """Yield a mistake for each call of a macro that makes blocks and is not alone on its line, or that the page calls already."""
    for page in draft.pages.values():
        first: dict[str, int] = {}
        for number, line in enumerate(page.markdown.split("\n"), 1):
            for found in BLOCK.finditer(line):
                if found[1] not in draft.macros or (found[1] in WITHIN_SENTENCES and not WORDS.search(found[0])):
                    continue
                if line.rstrip() != found[0] or not page.unfenced[number - 1]:
                    problem = f"la macro « {found[1]} » n'est pas seule sur sa ligne, ou se trouve dans du code"
                    yield page.blame(number, problem, "laissez-la seule sur sa ligne, sans rien devant ni après")
                elif found[1] not in WITHIN_SENTENCES and first.setdefault(found[0], number) != number:
                    yield page.blame(number, f"cette page appelle déjà cette macro, à la ligne {first[found[0]]}", "supprimez l'un des deux appels")


@checks
def introduced(draft: Draft) -> Iterator[Mistake]:
    """Yield a mistake for each citation that does not go with the word before it, once published."""
    for page in draft.pages.values():
        for number, line in enumerate(page.unfenced, 1):
            for found in INTRODUCED.finditer(line):
                if remedy := ill_introduced(found):
                    yield page.blame(number, f"« {found[0]} » ne se lirait pas comme une phrase", remedy)


def ill_introduced(found: re.Match[str]) -> str | None:
    """Return the remedy for a citation that does not go with the words before it, or None."""
    article, word, call, kind = found["article"] or "", (found["word"] or "").strip(), found["call"], found["kind"].lower()
    if kind.isdigit():
        right = BEFORE_ARTICLE.get(article[:-1], article)
        return f"écrivez « {right}article {call} »" if article and not word else None
    if word and not article:
        return f"enlevez « {word} » : ce renvoi dit déjà « {kind} »"
    if kind == "tableau" and article:
        return f"écrivez « {before_table(article)} {call} »"
    return f"écrivez « {article}{call} »" if word else None


def before_table(article: str) -> str:
    """Return what an elided article is before « tableau », with its capital."""
    right = BEFORE_TABLE[article[:-1].lower()]
    return right.capitalize() if article[0].isupper() else right


def without_braces(draft: Draft, text: str) -> str | None:
    """Return the first call of a macro in a text that holds no brace, or None."""
    found = None if "{" in text or "(" not in text or not draft.macros else any_call(tuple(draft.macros)).search(text)
    return found[0] if found else None


@cache
def any_call(macros: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds a call of one of some macros."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(macros)})\((?:[\"'“”‘’«][^()\n]*)?\)")


def out_of_place(line: str, page: Page, draft: Draft) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with the macros that a text calls: those that make a page would quote the text without end."""
    if text_name(page.file) is not None:
        for name in re.findall(r"{{\s*(\w+)", line):
            if name in draft.macros and name not in WITHIN_TEXTS:
                yield f"la macro « {name} » n'a pas sa place dans un texte", "employez-la dans une autre page : ici, " + ", ".join(WITHIN_TEXTS)
        if any(WORDS.search(code) for code in CALL.findall(line)):
            yield "un texte ne montre pas les mots d'un autre article", "enlevez « mots=True » : le renvoi suffit ici"


def in_line(line: str, draft: Draft) -> Iterator[tuple[str, str]]:
    """Yield the problem and the remedy of each wrong call of a line: a call stands on one line."""
    if "{" not in line and "}" not in line:
        return
    if line.count("{{") > MOST_CALLS:
        yield "trop de macros sont appelées sur cette ligne", "partagez-la en plusieurs lignes"
        return
    if found := STRAY.search(CALL.sub("", line)):
        # Jinja takes « {# » for a comment, even in code.
        yield in_braces(found[0]) if found[0] == "{#" else malformed("", draft)
        return
    for match in CALL.finditer(line):
        if wrong := in_call(match[1], draft):
            yield wrong


def in_call(code: str, draft: Draft) -> tuple[str, str] | None:
    """Return what is wrong with the code between two pairs of braces, or None."""
    expression = parsed(code)
    if MARK.fullmatch(f"{{{{{code}}}}}") and draft.marks.perhaps(" ".join(code.split())):
        # What marks stand for is not known: that is told where it is given.
        return None
    if wrong := unknown_mark(code, draft):
        return wrong
    if isinstance(expression, nodes.Name):
        return unknown_macro(expression.name, draft) or ("les parenthèses de la macro manquent", f"écrivez {example(expression.name, draft)}")
    if not isinstance(expression, nodes.Call) or not isinstance(expression.node, nodes.Name):
        return malformed(code, draft)
    return unknown_macro(expression.node.name, draft) or arguments(expression, draft.macros[expression.node.name], draft)


def unknown_mark(code: str, draft: Draft) -> tuple[str, str] | None:
    """Return what is wrong with a mark whose first word is right or nearly so (`{{ courriel secretaria }}`), or None."""
    name = code.strip()
    firsts = {mark.split(" ")[0] for mark in draft.marks.values} | ({MAIL, COUNT} if draft.marks.values else set())
    if "(" not in name and (name.split(" ")[0] in firsts or closest(name, firsts)):
        return f"la marque « {name} » n'existe pas", draft.marks.meant(name)
    return None


def malformed(code: str, draft: Draft) -> tuple[str, str]:
    """Return what is wrong with what is no call, and how it is written: itself, if its quotation marks alone are wrong."""
    straight = TYPED_QUOTE.sub('"', code).strip()
    call = parsed(straight)
    if isinstance(call, nodes.Call) and isinstance(call.node, nodes.Name) and call.node.name in draft.macros:
        return "un appel de macro est mal écrit", f"écrivez {{{{ {straight} }}}}, avec des guillemets droits"
    remedy = f"écrivez par exemple {example('art', draft)}, avec deux accolades de chaque côté et des guillemets droits"
    return "un appel de macro est mal écrit", remedy


@cache
def parsed(code: str) -> nodes.Expr | None:
    """Return the only expression of a call, or None if it is not one."""
    if len(code) > LONGEST:
        return None
    try:
        body = Environment().parse(f"{{{{{code}}}}}").body
    except (TemplateSyntaxError, RecursionError, ValueError):
        return None
    if len(body) != 1 or not isinstance(body[0], nodes.Output) or len(body[0].nodes) != 1:
        return None
    return body[0].nodes[0]


# What a sentence may call: the others make blocks.
WITHIN_SENTENCES = ("art",)
# What a text may call: the others make pages, which quote the texts in turn.
WITHIN_TEXTS = ("acces", "art", "logiciels", "renseignements", "tableau")


def unknown_macro(name: str, draft: Draft) -> tuple[str, str] | None:
    """Return what is wrong with the name of a macro, or None."""
    return None if name in draft.macros else (f"la macro « {name} » n'existe pas", nearest(name, sorted(draft.macros)))


def arguments(call: nodes.Call, function: Callable[..., str], draft: Draft) -> tuple[str, str] | None:
    """Return what is wrong with the values of a call, by the macro's own signature, or None."""
    name = function.__name__
    bound = bind(call, function)
    if bound is None and (unquoted := with_quotes(call, name)):
        return f"la valeur donnée à la macro « {name} » n'est pas entre guillemets droits", f"écrivez {unquoted}"
    if bound is None:
        return f"les valeurs données à la macro « {name} » ne conviennent pas", f"écrivez par exemple {example(name, draft)}"
    hints = hints_of(function)
    return next((wrong for parameter, value in bound.items() if (wrong := argument(hints[parameter], value, draft))), None)


def with_quotes(call: nodes.Call, name: str) -> str | None:
    """Return a call whose only value is an id without its quotation marks (`teams`, `clic-ecole`) as it should be, or None for another."""
    id_ = bare_id(call.args[0]) if len(call.args) == 1 and not call.kwargs else ""
    return f'{{{{ {name}("{id_}") }}}}' if id_ else None


def bare_id(node: nodes.Node) -> str:
    """Return the id that a name, or names parted by hyphens, was typed for; nothing for something else."""
    if isinstance(node, nodes.Sub):
        ends = [bare_id(node.left), bare_id(node.right)]
        return "-".join(ends) if all(ends) else ""
    return node.name if isinstance(node, nodes.Name) else ""


def bind(call: nodes.Call, function: Callable[..., str]) -> dict[str, Any] | None:
    """Return the values of a call by parameter, or None if they are not constants that the macro takes."""
    values = [*call.args, *(keyword.value for keyword in call.kwargs)]
    keywords = {keyword.key: keyword.value for keyword in call.kwargs}
    if call.dyn_args or call.dyn_kwargs or len(keywords) < len(call.kwargs) or not all(isinstance(v, nodes.Const) for v in values):
        return None
    try:
        bound = signature_of(function).bind(None, *call.args, **keywords)
    except TypeError:
        return None
    return {parameter: value.value for parameter, value in list(bound.arguments.items())[1:]}


def argument(kind: Any, value: Any, draft: Draft) -> tuple[str, str] | None:
    """Return the problem and the remedy of one value, or None."""
    if get_origin(kind) is Literal:
        allowed = [str(choice) for choice in get_args(kind)]
        return None if value in allowed else (f"« {value} » n'est pas une valeur permise", one_of(allowed))
    if isinstance(kind, type) and issubclass(kind, Mot):
        try:
            return unknown(kind.lire(str(value)), draft)
        except PydanticCustomError as error:
            context = error.context or {}
            return context["problem"], context["remedy"]
    expected, remedy = TYPES.get(kind, ("une autre valeur", "comparez avec l'exemple de CONTRIBUER.md"))
    return None if isinstance(value, kind) else (f"« {value} » se trouve là où il faut {expected}", remedy)


def example(name: str, draft: Draft) -> str:
    """Return a correct call of a macro: its required values, each from what exists."""
    function = draft.macros[name]
    hints = hints_of(function)
    required = [p.name for p in list(signature_of(function).parameters.values())[1:] if p.default is p.empty]
    values = ", ".join(f'"{sample(hints[parameter], draft)}"' for parameter in required)
    return f"{{{{ {name}({values}) }}}}"


def sample(kind: Any, draft: Draft) -> str:
    """Return a value that a parameter of this type may have."""
    if get_origin(kind) is Literal:
        return str(get_args(kind)[0])
    known = draft.passages if kind is Renvoi else known_ids(CITED[kind], draft) if kind in CITED else None
    return next(iter(known or ["…"]))
