"""The header of a page: YAML between two lines of three hyphens, at its very top."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import yaml

from macros.checking.runner import checks
from macros.mistakes import Mistake
from macros.model.base import EMPHASIS, SEVERAL, on_one_line
from macros.model.kinds import PAGES
from macros.reading.draft import Draft, text_name
from macros.reading.nodes import Source, compose, parse
from macros.reading.page import Page
from macros.reading.rendered import FRONT_MATTER, HTML
from macros.signs import RULE, SPACES
from macros.words import closest, nearest

TEMPLATES = ("accueil.html",)
KEYS = ("title", "description", "hide", "template", "recherche")
HIDDEN = ("navigation", "toc")
# A text that is all between quotation marks, which would show.
QUOTED = re.compile(r"[«“”„][^«»“”„]*[»”“]")
HOME = f"{PAGES}/index.md"
TEXT = "tag:yaml.org,2002:str"
FENCE = "---"
# MkDocs would take such a first line away.
SWALLOWED = re.compile(r" {0,3}[A-Za-z0-9_-]+:")
LINK = re.compile(r"\[[^\[\]]*\]\([^()]*\)")
# A key of a header, whatever stands between it and its colon.
KEY = re.compile(rf"[ {SPACES}]*({'|'.join(KEYS)}|titre)[ {SPACES}]*:", re.I)
# A line that is nothing else, wherever it stands.
SURELY = re.compile(r"(?:title|template|hide|recherche): *\S")
# What an assistant puts around the page that it gives, and how that page begins.
FENCED, WHOLE = re.compile(r"`{3,}\s*(?:markdown|md|ya?ml)?"), re.compile(rf"{RULE.pattern}$|# |{KEY.pattern}", re.I)
# What ends a header elsewhere.
ENDED = re.compile(r"\s*(?:\.{3}|…)\s*")
# Three hyphens, followed or surrounded by something else.
SPOILT = re.compile(rf"[ {SPACES}]*---(?!-)[ {SPACES}]*\S")
AROUND = f"écrivez « {FENCE} », en trois traits d'union, seul sur la ligne d'avant et sur la ligne d'après"
ALONE = f"écrivez « {FENCE} » : trois traits d'union, sans rien d'autre sur la ligne"


@checks
def check(draft: Draft) -> Iterator[Mistake]:
    """Yield the mistakes of the pages' headers; that a text has one is told with its clauses."""
    for page in draft.pages.values():
        yield from of_page(draft, page)


def of_page(draft: Draft, page: Page) -> Iterator[Mistake]:
    """Yield the mistakes of the header of a page."""
    if page.lines[0].rstrip(" \t") == FENCE:
        yield from (wrongs := [*front_matter(draft, page)])
    elif text_name(page.file) is None:
        yield from (wrongs := [page.blame(*wrong)] if (wrong := opening(page.markdown)) else [])
    else:
        return
    yield from () if wrongs else astray(page)


def opening(markdown: str) -> tuple[int, str, str] | None:
    """Return the line, the problem and the remedy of the beginning of a page that was meant as a header and is none; or None."""
    lines = markdown.split("\n")
    first = next((index for index, line in enumerate(lines) if line.strip()), 0)
    line = lines[first].strip()
    if first and line == FENCE:
        return 1, "une ligne vide précède l'en-tête de la page", "supprimez-la : l'en-tête commence sur la première ligne"
    if is_rule(lines[first]) or SPOILT.match(lines[first]):
        return first + 1, f"« {line} » n'ouvre pas l'en-tête de la page", ALONE
    if coded(lines[first:]):
        return first + 1, f"« {line} » fait du code de la page", "supprimez cette ligne, et celle des mêmes signes qui ferme ce passage"
    if found := KEY.match(lines[first]):
        return first + 1, f"« {found[0].strip()} » se trouve hors d'un en-tête", AROUND
    if found := SWALLOWED.match(lines[0]):
        return 1, f"la page commence par « {found[0]} », qui serait pris pour un en-tête", "commencez-la par son titre, après un dièse"
    return None


def is_rule(line: str) -> bool:
    """Tell whether a line is made of dashes, which an editor may have escaped."""
    return RULE.fullmatch(line.replace("\\", "")) is not None


def coded(lines: list[str]) -> bool:
    """Tell whether the first of some lines makes code of a page that begins on the next one."""
    return len(lines) > 1 and FENCED.fullmatch(lines[0].strip()) is not None and WHOLE.match(lines[1]) is not None


def astray(page: Page) -> Iterator[Mistake]:
    """Tell the first key of a header that stands further down a page, and that would be published."""
    lines = ["", *page.prose]
    line = next((at for at in range(1, len(lines)) if SURELY.match(lines[at]) or (KEY.match(lines[at]) and RULE.fullmatch(lines[at - 1]))), 0)
    if line:
        remedy = f"mettez ces lignes au tout début de la page, entre deux lignes « {FENCE} », s'il n'y en a pas déjà; sinon, supprimez-les"
        if not SURELY.match(lines[line]):
            remedy += f"; si c'est une phrase, laissez une ligne vide entre « {lines[line - 1].strip()} » et elle"
        yield page.blame(line, f"« {lines[line].strip()} » se trouve hors d'un en-tête, et serait publié", remedy)


def front_matter(draft: Draft, page: Page) -> Iterator[Mistake]:
    """Check the YAML that opens a page, as MkDocs reads it: with its marks."""
    match = FRONT_MATTER.match(page.typed)
    if page.lines[1:] and page.lines[1].rstrip() == FENCE:
        remedy = "supprimez ces deux lignes « --- », ou écrivez entre elles la ligne « title: » et le titre"
        yield page.blame(1, "l'en-tête de la page est vide", remedy)
    elif line := nearly_closed(page.typed, match[1].count("\n") if match else None):
        yield page.blame(line, f"« {page.lines[line - 1].strip()} » ne ferme pas l'en-tête de la page", ALONE)
    elif match is None:
        yield page.blame(1, "l'en-tête de la page n'est pas fermé", "ajoutez une ligne « --- » après la dernière clé de l'en-tête")
    else:
        yield from keys(draft, page, "\n" + match[1])
        yield from again(page, match[0].count("\n"))


def again(page: Page, length: int) -> Iterator[Mistake]:
    """Tell a second header, which would be published below the first one, of some lines."""
    line = next((number for number, line in enumerate(page.lines[length:], length + 1) if line.strip()), 0)
    if line and (RULE.fullmatch(page.lines[line - 1]) or KEY.match(page.lines[line - 1])):
        problem = f"la page a déjà un en-tête, et « {page.lines[line - 1].strip()} » serait publié"
        yield page.blame(line, problem, "gardez un seul en-tête, au tout début de la page")


def nearly_closed(markdown: str, length: int | None) -> int | None:
    """Return the line that was meant to close a header of some lines, None if it is not closed; or None if there is no such line."""
    within = markdown.split("\n")[1 : None if length is None else length + 1]
    return next((number for number, line in enumerate(within, 2) if is_rule(line) or SPOILT.match(line) or ENDED.fullmatch(line)), None)


def keys(draft: Draft, page: Page, text: str) -> Iterator[Mistake]:
    """Check the YAML of a header, which stands on the same lines as in its page."""
    source = Source(page.file)
    parse(text, source)
    yield from source.mistakes
    if source.value is not None:
        told = {mistake.line for mistake in source.mistakes}
        yield from (found for found in header(draft, source, compose(text, Source(page.file))) if found.line not in told)


def header(draft: Draft, source: Source, node: yaml.Node | None) -> Iterator[Mistake]:
    """Check the keys of a page's header and their values."""
    if not isinstance(node, yaml.MappingNode):
        yield Mistake(source.file, 2, "l'en-tête de la page n'est pas fait de clés", "écrivez une ligne « title: » suivie du titre de la page")
        return
    for key_node, value in node.value:
        # A key that is no word is told as such.
        if isinstance(key_node, yaml.ScalarNode) and (wrong := header_key(draft, key_node.value, value)):
            yield source.blame((key_node.value,), *wrong)


def header_key(draft: Draft, key: str, value: yaml.Node) -> tuple[str, str] | None:
    """Return what is wrong with a key of a page's header, or None."""
    if key not in KEYS:
        return f"la clé « {key} » est inconnue", nearest(key, KEYS)
    if key == "hide":
        return hiding(value)
    if key == "recherche":
        return sought(value)
    if value.tag != TEXT:
        return f"« {key} » n'est pas suivi d'un texte", 'écrivez le texte sur la même ligne, entre guillemets droits "…"'
    if key == "template" and value.value not in TEMPLATES:
        meant = closest(value.value, TEMPLATES)
        return f"le modèle de page « {value.value} » n'existe pas", f"écrivez « {meant} »" if meant else "supprimez cette ligne"
    return header_text(key, value.value)


def hiding(value: yaml.Node) -> tuple[str, str] | None:
    """Return what is wrong with the list of what a page hides, or None."""
    if not isinstance(value, yaml.SequenceNode) or not all(isinstance(one, yaml.ScalarNode) for one in value.value):
        return "« hide » demande une liste de mots", "écrivez par exemple « hide: [navigation, toc] »"
    strange = next((one.value for one in value.value if one.value not in HIDDEN), None)
    return None if strange is None else (f"une page ne peut pas cacher « {strange} »", nearest(strange, HIDDEN))


def sought(value: yaml.Node) -> tuple[str, str] | None:
    """Return what is wrong with the words by which a page is looked for, or None."""
    if not isinstance(value, yaml.SequenceNode) or not value.value:
        return "« recherche » demande une liste", "écrivez par exemple « recherche: [qui appeler, personne-ressource] »"
    if any(one.tag != TEXT or not one.value.strip() for one in value.value):
        return "« recherche » a un élément qui n'est pas un texte", "mettez-le entre guillemets droits, ou supprimez-le"
    several = next((one.value for one in value.value if SEVERAL.search(one.value)), "")
    return on_one_line(several, SEVERAL.split(several)) if several else None


def header_text(key: str, text: str) -> tuple[str, str] | None:
    """Return what is wrong with a text of a page's header, as YAML decodes it, or None."""
    if not text.strip():
        return f"« {key} » n'est suivi de rien", "écrivez le texte après le deux-points, ou supprimez cette ligne"
    if QUOTED.fullmatch(text.strip()):
        return f"les guillemets de « {key} » paraîtraient", "enlevez-les, ou mettez des guillemets droits à leur place"
    if found := HTML.search(text):
        return f"« {key} » contient du HTML (« {found[0]} »)", "écrivez le texte seul, sans balise"
    if found := EMPHASIS.search(text) or LINK.search(text):
        return f"« {key} » contient « {found[0]} », une mise en forme qui paraîtrait", "écrivez le texte seul"
    return None


@checks
def home(draft: Draft) -> Iterator[Mistake]:
    """Check that the home page has its template with what it shows, and that no other page has it."""
    for page in draft.legible.values():
        shows, found = re.search(r"{{ *accueil *\(", page.markdown), FRONT_MATTER.match(page.typed)
        keys = dict(re.findall(r"^(\w+): *(.*)", found[1], re.M)) if found else {}
        template = keys.get("template", "").strip("\"' ")
        if template in TEMPLATES:
            yield from (page.blame(*wrong) for wrong in at_home(page, keys))
            if page.file == HOME and not shows:
                yield page.blame(1, "la page d'accueil ne montre pas ce que son modèle annonce", "remettez la ligne « {{ accueil() }} »")
        elif shows and not closest(template, TEMPLATES):
            problem = "la page d'accueil n'a pas son modèle : elle serait publiée sans son titre ni son bandeau"
            yield page.blame(1, problem, f"ajoutez la ligne « template: {TEMPLATES[0]} » à son en-tête")


def at_home(page: Page, keys: Mapping[str, str]) -> Iterator[tuple[int, str, str]]:
    """Yield what is wrong with a page that has the template of the home page, and with the keys of its header."""
    line = next(number for number, text in enumerate(page.lines, 1) if text.startswith("template:"))
    if page.file != HOME:
        yield line, "ce modèle est celui de la page d'accueil", "supprimez cette ligne"
        return
    for key in ("title", "description"):
        if key not in keys:
            yield line, f"la page d'accueil n'a pas de « {key} », que son modèle montre", f"ajoutez la ligne « {key}: » à son en-tête, avec ce texte"
    for number, text in enumerate(page.prose, 1):
        if re.match(r"#(?!#)", text):
            yield number, "la page a déjà un titre, celui de son en-tête", "commencez cette ligne par deux dièses (##), qui font un intertitre"
