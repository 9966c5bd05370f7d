"""Each link of a page leads to a page, or to a clause, that exists; each image is one of the site's own."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from os.path import isfile
from unicodedata import normalize
from urllib.parse import unquote, urlsplit

from macros.checking.known import absence_told
from macros.checking.runner import checks
from macros.checking.targets import anchor
from macros.checking.uploads import BEGINNINGS, OTHER_PICTURES, PICTURES
from macros.mistakes import Mistake
from macros.model.addresses import carried, local
from macros.model.base import host_error
from macros.model.kinds import PAGES
from macros.reading.draft import Draft
from macros.reading.markup import is_elsewhere, scheme
from macros.reading.page import Page
from macros.reading.tree import proper
from macros.words import closest, enumerated

# What a browser would run, or show as a page of the site.
SCRIPTS = ("javascript:", "vbscript:", "data:")
SAFE = ("https://", "mailto:", "tel:")
WEB = ("https:", "http:")
SPACE_REMEDY = "écrivez « %20 » à sa place, ou enlevez-la si elle est de trop"
PATH_REMEDY = "donnez le chemin d'un fichier .md à partir de cette page"
# What begins as the address of a site or of a person does, without what makes it one.
HOST = re.compile(r"(?:https?:?/*|/*)((?:www\.|[\w-]+(?:\.[\w-]+)*\.(?:ca|com|org|net|info|io|fr|edu|quebec)(?![\w.-]))[^\s]*)", re.I)
MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
# What is meant as such an address, or as a number, whatever stands before it; and what needs no more.
PERSON = re.compile(rf"(?:[^<>@]*<)?(?:mail(?:to)?:)?/*(?:\s|%20)*({MAIL.pattern})>?", re.I)
NUMBER = re.compile(
    r"(?:t[ée]l[ée]?(?:phone)?:)?/*(?:\s|%20)*(\+?[0-9(][0-9 ().\u00a0\u2010-\u2013-]+)(?P<poste>[ \u00a0,;]*(?:poste|ext\.?|p\.|#)\s*[0-9]+)?", re.I
)
RIGHT = re.compile(r"(?:mailto|tel):[^\s/%]\S*")
# The same amid other words, as the address of a person is not; and any host after « https:// ».
SITE = re.compile(rf"(?<![\w@./-])(?:https?:/*[\w-]+(?:\.[\w-]+)+[^\s]*|{HOST.pattern})(?!@)", re.I)
# A number of this continent, and one that is dialled on its own.
APART = r"[ \u00a0.\u2010\u2013-]"
PHONE = re.compile(rf"(?<![\w-])(?:\+?1{APART}?)?\(?[2-9][0-9]{{2}}(?:\){APART}{{0,2}}|{APART}{{1,2}})[0-9]{{3}}{APART}{{1,2}}[0-9]{{4}}(?![\w-])")
SHORT = re.compile(r"\+?[0-9(][0-9 ().*\u2010-]+")
COMPLETE = re.compile(r"https://[^/?#\s]+\.[^/?#\s]+|mailto:[^@\s]+@[^@\s]+\.[^@\s]+|tel:\+?[0-9]")
# What a message may be given besides who gets it: anything else is hidden from who follows the link.
GIVEN = ("subject", "body")
BODY = re.compile(r"(?<=[?&])body=[^&]*", re.I)
BREAK = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]")
# The words of a footnote, or a comment, which are told as such, where a reference would have its address.
FOOTNOTE = re.compile(r" {0,3}\[(?:\^[^\]\s]+|//)\]:")
# An address and the title of its link, whose quotation marks are not those of a keyboard.
QUOTE = "\"'\u00ab\u00bb\u2018\u2019\u201a\u201c\u201d\u201e\u2032\u2033\uff02"
TITLED = re.compile(rf"(?P<address>\S+)\s+[{QUOTE}].*[{QUOTE}]")
# The part of a page that an address names.
PART = re.compile(r"#[\w.-]+")
# The pages that a remedy names, at most.
MOST_SHOWN = 12


@checks
def check(draft: Draft) -> Iterator[Mistake]:
    """Yield the mistakes of the links and the images of every page."""
    for page in draft.pages.values():
        for line, kind, address in addresses(page):
            foreign = kind == "image" and is_elsewhere(address)
            wrong = elsewhere(address) if foreign else destination(draft, page, address) or (unshown(address) if kind == "image" else None)
            if wrong:
                yield page.blame(line, *wrong)
        for line, thing in page.findings:
            if thing.kind == "shown" and (wrong := misleading(*thing.text.split("\n"))):
                yield page.blame(line, *wrong)


def misleading(shown: str, address: str) -> tuple[str, str] | None:
    """Return what is wrong with a link whose words show an address or a number and that leads to another host, person or line, or None."""
    if scheme(address) not in (*WEB, "mailto:", "tel:"):
        return None
    # An ideographic full stop is a dot for browsers.
    words = normalize("NFKC", shown).replace("\u3002", ".")
    if number := next((found for found in numbers(words, address) if digits(found) != digits(address)), None):
        return f"le lien montre le numéro « {number} » et mène à « {address} »", "donnez-lui le même numéro, ou un texte qui n'en est pas un"
    if place := next((found for found in places(words) if destined(found) != destined(address)), None):
        return f"le lien montre l'adresse « {place} » et mène à « {address} »", "donnez-lui la même adresse, ou un texte qui n'en est pas une"
    return None


def numbers(words: str, address: str) -> list[str]:
    """Return the telephone numbers that the words of a link show: short ones, where it calls, if they stand alone."""
    short = scheme(address) == "tel:" and SHORT.fullmatch(words)
    return [words] if short else [found[0] for found in PHONE.finditer(words)]


def digits(number: str) -> str:
    """Return the digits of a number or of an address that calls, without the country nor the extension; empty for another address."""
    if scheme(number) not in ("", "tel:"):
        return ""
    found = "".join(re.findall(r"[0-9]", re.split(r"[;,a-z]", unquote(number).lower().removeprefix("tel:"), maxsplit=1)[0]))
    return found[1:] if len(found) == 11 and found[0] == "1" else found


def places(words: str) -> list[str]:
    """Return the addresses of persons and of hosts that the words of a link show."""
    return [found[0].rstrip(".,;:!?)»\"'") for pattern in (MAIL, SITE) for found in pattern.finditer(words)]


def destined(address: str) -> str:
    """Return the person or the host that an address leads to, without the « www. » that many do without."""
    if scheme(address) == "mailto:" or MAIL.fullmatch(address):
        return unquote(urlsplit(address).path).lower()
    whole = address if scheme(address) in (*WEB, "tel:") else f"https://{address.lstrip('/')}"
    return "" if host_error(whole) else (urlsplit(whole).hostname or "").removeprefix("www.")


def addresses(page: Page) -> Iterator[tuple[int, str, str]]:
    """Yield the line, the kind (`link` or `image`) and the address of each link and image of a page, however it is written."""
    for line, thing in page.findings:
        if thing.kind in ("link", "image") and not FOOTNOTE.match(page.lines[line - 1]):
            yield line, thing.kind, thing.text


def outside(draft: Draft) -> Iterator[tuple[str, int, str]]:
    """Yield the file, the line and the address of each link of a page that leads to another host."""
    for page in draft.pages.values():
        for line, _, address in addresses(page):
            if scheme(address) in WEB:
                yield page.file, line, address


def elsewhere(address: str) -> tuple[str, str]:
    """Return what is wrong with an image of another host."""
    return f"l'image « {address} » vient d'un autre site", "déposez l'image dans docs/ et donnez son chemin"


def unshown(address: str) -> tuple[str, str] | None:
    """Return what is wrong with an image whose address leads to something of the site that is no picture, or None."""
    if posixpath.splitext(address)[1].lower() in (*PICTURES, *OTHER_PICTURES):
        return None
    return (
        f"« {address} » n'est pas une image",
        f"donnez le chemin d'un fichier {enumerated([*PICTURES], 'ou')}, ou enlevez « ! » pour en faire un lien",
    )


def destination(draft: Draft, page: Page, address: str) -> tuple[str, str] | None:
    """Return what is wrong with the address of a link or of an image of the site, or None."""
    if wrong := writing(address) or respelled(address):
        return wrong
    if found := TITLED.fullmatch(address):
        alone = without_space(draft, page, address) if not scheme(address) else f"écrivez « {found['address']} »"
        return "le titre de ce lien n'est pas entre guillemets droits", f'{alone}, sans le titre, ou mettez-le entre guillemets droits ("…")'
    if re.search(r"\s", address):
        return "une espace se trouve dans l'adresse d'un lien", without_space(draft, page, address)
    if address.startswith(SAFE):
        incomplete = None if COMPLETE.match(address) else (f"l'adresse « {address} » n'est pas complète", "copiez-la de nouveau, en entier")
        return incomplete or given_unseen(address) or (None if host_error(address) else carried(address))
    return abroad(address) or within(draft, page, address)


def writing(address: str) -> tuple[str, str] | None:
    """Return what is wrong with an address wherever it leads, or None."""
    if scheme(address) in SCRIPTS:
        return f"« {scheme(address)} » n'est pas une adresse permise", "enlevez ce lien"
    if not address:
        return "le lien n'a pas d'adresse", "écrivez l'adresse entre les parenthèses, sans espace ni guillemets"
    return None


def respelled(address: str) -> tuple[str, str] | None:
    """Return what is wrong with an address that is surely that of a person, a number or a site, with other signs around it; or None."""
    if address[:1] in QUOTE and (bare := address.strip(f"{QUOTE} \u00a0\u202f")).startswith("https://"):
        return "des guillemets entourent l'adresse d'un lien", f"écrivez « {bare} »"
    if RIGHT.fullmatch(address):
        return None
    problem = "une espace se trouve dans l'adresse d'un lien" if re.search(r"\s", address) else f"le lien « {address} » ne mène à aucune page"
    if found := PERSON.fullmatch(address):
        return problem, f"écrivez « mailto:{found[1]} »"
    number = digits(f"tel:{found[1]}") if (found := NUMBER.fullmatch(address)) else ""
    in_words = ", et donnez le poste dans les mots du lien" if found and found["poste"] else ""
    return (problem, f"écrivez « tel:{number[:3]}-{number[3:6]}-{number[6:]} »{in_words}") if len(number) == 10 else None


def given_unseen(address: str) -> tuple[str, str] | None:
    """Return what is wrong with an e-mail address that also says, unseen, who else gets the message or what goes with it; or None."""
    if scheme(address) != "mailto:":
        return None
    # A line break ends the line of a message that says who gets it, and begins another; within the message, it is one.
    if BREAK.search(unquote(BODY.sub("", address))):
        return f"l'adresse « {address} » contient un saut de ligne caché", "enlevez « %0A » ou « %0D »"
    asked = urlsplit(address).query
    keys = [unquote(part.partition("=")[0]) for part in asked.split("&") if part]
    key = next((key for key in keys if key.lower() not in GIVEN), None)
    if key is None:
        return None
    return f"l'adresse « {address} » remplit « {key} » dans le message, sans que le lecteur le sache", "enlevez cette partie de l'adresse"


def without_space(draft: Draft, page: Page, address: str) -> str:
    """Return the remedy for an address that has a space: no page nor telephone number has one, an address of elsewhere may."""
    whole = "".join(address.split())
    if scheme(address):
        return SPACE_REMEDY if scheme(address) in (*WEB, "mailto:") else f"écrivez « {whole} »"
    folder = posixpath.dirname(page.file)
    for path in (proper(address.partition("#")[0]), re.split(r"\s", address)[0], whole):
        if meant := meant_page(draft, path, posixpath.normpath(posixpath.join(folder, path))):
            part = PART.search(address)
            return f"écrivez « {posixpath.relpath(meant, folder)}{part[0] if part else ''} »"
    if posixpath.splitext(named := proper(address))[1] in BEGINNINGS:
        return f"écrivez « {named} », et donnez ce nom au fichier"
    return f"{PATH_REMEDY}, sans espace"


def abroad(address: str) -> tuple[str, str] | None:
    """Return what is wrong with an address that leaves the site otherwise than safely, or None if it does not leave it."""
    problem = f"le lien « {address} » ne mène à aucune page"
    if scheme(address) == "http:":
        insecure = f"le lien « {address} » n'est pas sécurisé", "écrivez une adresse qui commence par https://"
        return None if host_error(address) else local(address) or insecure
    if found := HOST.fullmatch(address):
        return problem, f"écrivez « https://{found[1]} »"
    return (problem, "écrivez une adresse qui commence par https://, ou le chemin d'un fichier .md") if is_elsewhere(address) else None


def within(draft: Draft, page: Page, address: str) -> tuple[str, str] | None:
    """Return what is wrong with a link to another page of the site, or None."""
    path, hash_, fragment = address.partition("#")
    if hash_ and not fragment:
        remedy = f"écrivez « {path} »" if path else "donnez l'adresse où mène ce lien, ou enlevez-le"
        return f"le lien « {address} » ne nomme aucune partie de la page", remedy
    folder = posixpath.dirname(page.file)
    file = posixpath.normpath(posixpath.join(folder, path)) if path else page.file
    # A page is no folder: MkDocs would leave its address as it is.
    outside = path.endswith(".md/") or posixpath.normpath(posixpath.join(posixpath.relpath(folder, PAGES), path)).startswith("..")
    if file in draft.pages and not outside:
        return anchor(draft, draft.pages[file], fragment) if fragment else None
    if not outside and (absence_told(draft, file) or is_published(draft, file)):
        return None
    path, file = (found.partition("?")[0] for found in (path, file))
    meant = file if is_published(draft, file) and not outside else meant_page(draft, path, file)
    remedy = f"écrivez « {posixpath.relpath(meant, folder)}{'#' + fragment if fragment else ''} »" if meant else instead(draft, file)
    return f"le lien « {address} » ne mène à aucune page", remedy


def is_published(draft: Draft, file: str) -> bool:
    """Tell whether a file is there, among the pages."""
    return file.startswith(f"{PAGES}/") and isfile(draft.root / file)


def meant_page(draft: Draft, path: str, file: str) -> str | None:
    """Return the page that a path was meant for, which leads to `file`: its address on the site, its path from `docs/`, its name alone, a slip."""
    stem = re.sub(r"(?:/index)?(?:\.(?:html?|md))?/*$", "", file)
    from_docs = posixpath.normpath(f"{PAGES}/{path.lstrip('/')}")
    named = [page for page in draft.pages if posixpath.basename(page) == posixpath.basename(f"{stem}.md")]
    sure = (file, f"{stem}.md", f"{stem}/index.md", from_docs, f"{from_docs}.md", f"{from_docs}/index.md", *(named if len(named) == 1 else ()))
    return next((page for page in sure if page in draft.pages), None) or closest(file, list(draft.pages))


def instead(draft: Draft, file: str) -> str:
    """Return the remedy for a path that leads nowhere: the pages of its folder, or how a path is written; a file that is no page is to be added."""
    suffix = posixpath.splitext(file)[1].lower()
    if suffix not in ("", ".md", ".html"):
        as_it_is = suffix in BEGINNINGS
        return (
            "déposez ce fichier dans docs/, ou corrigez son chemin"
            if as_it_is
            else f"donnez le chemin d'un fichier {enumerated([*BEGINNINGS], 'ou')}"
        )
    beside = [posixpath.basename(page) for page in draft.pages if posixpath.dirname(page) == posixpath.dirname(file)]
    shown = ", ".join(beside[:MOST_SHOWN]) + ("…" if len(beside) > MOST_SHOWN else "")
    return f"{PATH_REMEDY} (ce dossier contient : {shown})" if beside else PATH_REMEDY
