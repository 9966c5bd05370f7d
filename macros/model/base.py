"""The types that a value of a data file may have, and the French reason when it has another."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from html import unescape
from typing import Annotated, Any, ClassVar
from urllib.parse import SplitResult, urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from macros.days import readings
from macros.model.addresses import carried
from macros.school_year import FIRST_MONTH
from macros.signs import misread
from macros.typography import french
from macros.words import fold

HTML = re.compile(r"</?[a-zA-Z!?][^<>\n]*>?")
# A mark with one brace on each side.
SINGLE = re.compile(r"(?<![{%#]){ *[^\W\d_]\w*(?: [\w-]+)* *}(?![}])")
# A brace alone or a link: Markdown would read it. Macro signs are told when the file is read.
MARKUP = re.compile(r"(?<![{%#}])[{}](?![{%#}])|\]\(")
# What Markdown would show in bold, in italics, as code or as a title, where an editor plainly meant it: neither « école* », « 2 * 3 »,
# « nom_de_fichier » nor a line to fill (« ____ »).
EMPHASIS = re.compile(
    r"(?<![\w*])(?P<stars>\*{1,3})(?![\s*])[^*]*(?<![\s*])(?P=stars)(?![\w*])"
    r"|(?<!\w)(?P<lines>_{1,3})(?![\s_])(?:[^_]|(?<=[^\W_])_+(?=[^\W_]))*(?<![\s_])(?P=lines)(?!\w)"
    r"|`[^`]+`|^#{1,6} "
)
# A character written as HTML's code of it, with or without the semicolon that browsers do without.
ENTITY = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|lt|gt|(?:amp|quot)(?![a-z])|[a-zA-Z][a-zA-Z0-9]*(?=;));?", re.I)
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
YEARS = range(1900, 2200)
WEB = re.compile(r"https://[^\s<>\"]+")
HOST = re.compile(r"[\w-]+(?:\.[\w-]+)*")
# A browser takes such a host for the number of a machine, which may be written in many ways; this one shows it.
NUMBER = re.compile(r"(?:.*\.)?(?:[0-9]+|0x[0-9a-f]*)", re.I)
PLAIN_NUMBER = re.compile(r"(?:0|[1-9][0-9]{0,2})(?:\.(?:0|[1-9][0-9]{0,2})){3}")
# The letters that a name of Canada may have: any other is drawn as one of these, or unknown to the reader.
KEYBOARD = re.compile(r"[a-z0-9.àâäæçéèêëîïôœöùûüÿ_-]*")
AGAIN = "copiez-la de nouveau dans la barre d'adresse du navigateur"
# A text and the number of one of its clauses, which has a digit, or the slash between the two; a word alone that says « article » names no text.
CITATION = re.compile(
    r"(?!(?:art|article|section|point|page|chapitre|paragraphe|loi|annexe|tableau)\b)([a-z0-9-]+)(?:\s*/\s*|\s*,?\s+(?:art(?:icle|\.)?\s*)?(?=[0-9]))([a-z0-9]+(?:[.-][a-z0-9]+)*)"
)
# What ends the name of a data file or of a page, which an id does without; what parts the ends of a range of clauses.
ENDING, RANGE = re.compile(r"\.(?:ya?ml|md)$"), re.compile(r"\s+(?:a|au|et|jusqu'a)\s+|\s+-\s+|\.{2,}|\u2026|\s*[\u2013\u2014]\s*")
# What parts names that are written on one line.
SEVERAL = re.compile(r"\s*[,;]\s+(?=\S)|\s+/\s+")
LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?"
MAIL = re.compile(rf"[A-Za-z0-9_+-]+(?:\.[A-Za-z0-9_+-]+)*@{LABEL}(?:\.{LABEL})*\.[A-Za-z]{{2,}}")

# What parts an address from the name of who has it; what a message puts around one, or a sentence after it.
BESIDE = re.compile(r"[\s<>()\[\],;]+")
AROUND = re.compile(r"^[\s<]*(?:mailto:)?|[\s>.,;:]*$", re.I)


def wrong(problem: str, remedy: str, meant: str | None = None) -> PydanticCustomError:
    """Return the error a validator raises: a problem and a remedy, both in French, and what was meant if the remedy leaves no choice."""
    return PydanticCustomError("francais", "{problem} ; {remedy}", {"problem": problem, "remedy": remedy, "meant": meant})


def malformed(value: str, problem: str, remedy: str, meant: str | None = None) -> PydanticCustomError:
    """Return the error of a code that has not its form: the sign of Word that it holds, if there is one, or else the form expected."""
    if sign := misread(value):
        return wrong(f"{problem} : {sign[0]} s'y trouve", f"remplacez ce signe par {sign[1]}")
    return wrong(problem, remedy, meant)


class Modele(BaseModel):
    """A mapping of a data file: its keys are exactly these, and it never changes once read."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def as_text(value: Any) -> Any:
    """Refuse HTML and anything but text; return the text with its French typography."""
    if not isinstance(value, str):
        return value
    if found := HTML.search(value):
        raise wrong(f"ce texte contient du HTML (« {found.group()} »)", "écrivez le texte seul, sans balise")
    if found := SINGLE.search(value):
        problem = f"ce texte contient « {found.group()} », une accolade de chaque côté"
        raise wrong(problem, "mettez-en deux si c'est une marque ; sinon, supprimez-les")
    if found := MARKUP.search(value):
        raise wrong(f"ce texte contient « {found.group()} », qui est un code de mise en forme", "écrivez le texte seul, sans accolade ni lien")
    if found := EMPHASIS.search(value):
        raise wrong(
            f"ce texte contient « {found.group()} », une mise en forme", "écrivez le texte seul, sans astérisque, trait bas, accent grave ni dièse"
        )
    if found := next((m for m in ENTITY.finditer(value) if unescape(m[0]) != m[0]), None):
        raise wrong(f"ce texte contient « {found.group()} », un code HTML", "écrivez le signe lui-même")
    return french(value)


def as_one_name(value: str) -> str:
    """Refuse several names on one line: each is looked for as it is written."""
    if len(names := SEVERAL.split(value)) > 1:
        raise wrong(*on_one_line(value, names), names[0])
    return value


def on_one_line(value: str, names: list[str]) -> tuple[str, str]:
    """Return what is wrong with several names that stand on one line, and the remedy."""
    written = ", ".join(f"« - {name} »" for name in names)
    return (
        f"« {value} » donne plusieurs noms sur une ligne : personne ne tape tout cela",
        f"écrivez chacun sur sa propre ligne, après un tiret : {written}",
    )


def as_day(value: Any) -> Any:
    """Return the date written `AAAA-MM-JJ`."""
    if not isinstance(value, str):
        return value
    try:
        day = date.fromisoformat(value) if DAY.fullmatch(value) else None
    except ValueError:
        day = None
    if day and day.year not in YEARS:
        endless = ", ou supprimez la ligne « au » si le statut dure encore" if day.year > YEARS[0] else ""
        raise wrong(f"l'année de « {value} » est trop lointaine", f"corrigez l'année{endless}")
    if day:
        return day
    if len(meant := readings(value)) == 1 and meant[0].year in YEARS:
        raise wrong(f"« {value} » n'est pas écrit comme une date des données", f"écrivez {meant[0]} (année-mois-jour)", str(meant[0]))
    last = last_of_month(value) if DAY.fullmatch(value) else None
    remedy = "écrivez une date qui existe sous la forme 2026-06-30 (année-mois-jour)"
    raise malformed(value, f"« {value} » n'est pas une date", f"{remedy}, comme {last}, le dernier jour de ce mois" if last else remedy, last)


def last_of_month(written: str) -> str | None:
    """Return the last day of the month of a date that comes after it, or None if its month is none."""
    year, month, day = map(int, written.split("-"))
    return str(date(year, month, monthrange(year, month)[1])) if year in YEARS and month in range(1, 13) and day else None


def as_yes_no(value: Any) -> Any:
    """Return True for « oui », False for « non », and accept nothing else."""
    if not isinstance(value, str):
        return value
    if (meant := value.lower()) in ("oui", "non") and meant != value:
        raise wrong(f"« {value} » n'est pas écrit en minuscules", f"écrivez {meant}, sans guillemets", meant)
    if value not in ("oui", "non"):
        raise malformed(value, f"« {value} » n'est ni oui ni non", "écrivez oui ou non, sans guillemets")
    return value == "oui"


def as_number(value: Any) -> Any:
    """Return the whole number written in digits."""
    if isinstance(value, str) and not re.fullmatch(r"[0-9]{1,9}", value):
        raise malformed(value, f"« {value} » n'est pas un nombre entier", "écrivez un nombre en chiffres, par exemple 10")
    return value


def as_web_address(value: Any) -> Any:
    """Return an https address."""
    if isinstance(value, str) and not WEB.fullmatch(value):
        raise malformed(value, f"« {value} » n'est pas une adresse Web", "écrivez une adresse complète qui commence par https://")
    if isinstance(value, str) and (misleading := host_error(value) or unclean(value)):
        raise wrong(*misleading)
    return value


def unclean(address: str) -> tuple[str, str] | None:
    """Return what is wrong with an address whose host lacks its ending, that has the end of a sentence, or more than itself; or None."""
    if "." not in (urlsplit(address).hostname or ""):
        return f"l'adresse « {address} » n'est pas complète", AGAIN
    if address[-1] in ".,;:" or (address[-1] == ")" and "(" not in address):
        return f"l'adresse « {address} » finit par « {address[-1]} »", "enlevez ce signe"
    return carried(address)


def host_error(address: str) -> tuple[str, str] | None:
    """Return what is wrong with an address that a machine could not read, or that a reader would take for that of another host; or None."""
    if (found := parts_of(address)) is None:
        return f"l'adresse « {address} » est mal écrite", AGAIN
    if "@" in found.netloc:
        return f"l'adresse « {address} » mène à « {found.hostname} », malgré ce qui précède « @ »", "enlevez ce qui se trouve entre « // » et « @ »"
    if not KEYBOARD.fullmatch(name := decoded(found.hostname or "")):
        return f"l'adresse « {address} » mène à « {name} », qui n'est pas écrit avec les lettres du clavier", AGAIN
    return None


def decoded(host: str) -> str:
    """Return the name of a host as its letters, which may be in a code; with a sign that no host has if that code has no meaning."""
    try:
        return ".".join(label[4:].encode().decode("punycode") if label.startswith("xn--") else label for label in host.split("."))
    except UnicodeError:
        return f"{host} (\N{REPLACEMENT CHARACTER})"


def parts_of(address: str) -> SplitResult | None:
    """Return the parts of an address, or None if a browser would not find them where they seem to be."""
    try:
        found = urlsplit(address)
        host = found.hostname or ""
        hidden = NUMBER.fullmatch(host) and not PLAIN_NUMBER.fullmatch(host)
        return found if HOST.fullmatch(host) and not hidden and found.port != 0 else None
    except ValueError:
        return None


def mails(value: str) -> list[str]:
    """Return the e-mail addresses that a value holds, once each."""
    return [*dict.fromkeys(filter(MAIL.fullmatch, (AROUND.sub("", part) for part in BESIDE.split(value))))]


def perhaps_meant(value: str) -> list[str]:
    """Return the e-mail addresses that a value may have been meant for: those that it holds; all of it, but for a space that parts it."""
    found = mails(value)
    words = value.split()
    whole = ["".join(words)] if len(words) == 2 and not (found and "@" in words[0]) else []
    if len(words) == 1 and value.count("@") == 1:
        # A comma typed for a point.
        return [*filter(MAIL.fullmatch, [re.sub(r",(?=[A-Za-z])", ".", AROUND.sub("", value))])] or found
    return [*filter(MAIL.fullmatch, whole), *found]


def as_mail_address(value: Any) -> Any:
    """Return an e-mail address."""
    if isinstance(value, str) and not MAIL.fullmatch(value):
        meant = " ou ".join(f"« {one} »" for one in perhaps_meant(value))
        one = "n'en gardez qu'une : " if len(mails(value)) > 1 else ""
        remedy = f"{one}écrivez {meant}" if meant else "écrivez une adresse de la forme nom@domaine.ca"
        raise malformed(value, f"« {value} » n'est pas une adresse de courriel", remedy)
    return value


Texte = Annotated[str, BeforeValidator(as_text)]
NomCherche = Annotated[Texte, AfterValidator(as_one_name)]
Jour = Annotated[date, BeforeValidator(as_day)]
OuiNon = Annotated[bool, BeforeValidator(as_yes_no)]
Nombre = Annotated[int, BeforeValidator(as_number)]
AdresseWeb = Annotated[str, BeforeValidator(as_web_address)]
Courriel = Annotated[str, BeforeValidator(as_mail_address)]


class Fiche(Modele):
    """A thing that has a file of its own, with its rank among those of its kind."""

    ordre: Nombre


class Mot(str):
    """Text of a fixed form. Subclasses stay distinct once read, so that references can be found by type."""

    forme: ClassVar[re.Pattern[str]] = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
    attendu: ClassVar[str] = "n'utilisez que des minuscules sans accent, des chiffres et des traits d'union"

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Read the text, then check its form."""
        return core_schema.no_info_after_validator_function(cls.lire, core_schema.str_schema())

    @classmethod
    def lire(cls, value: str) -> Mot:
        """Return the value as this type; raise when its form is not the one expected."""
        if not cls.forme.fullmatch(value):
            raise malformed(value, f"« {value} » n'a pas la bonne forme", cls.remede(value), cls.meant(value))
        return cls(value)

    @classmethod
    def meant(cls, value: str) -> str | None:
        """Return what a value that has not the form expected was meant for, if it leaves no choice."""
        return None

    @classmethod
    def remede(cls, value: str) -> str:
        """Return what to write in the place of a value that has not the form expected: that of an id, as its words make it."""
        made = cls.made(value)
        return f"{cls.attendu}, par exemple « {made} »" if made and cls.attendu == Mot.attendu else cls.attendu

    @staticmethod
    def made(value: str) -> str:
        """Return the id that the words of a value make; that of a thing, if it is the name of its file."""
        return "-".join(re.findall(r"[a-z0-9]+", ENDING.sub("", fold(value))))


class Id(Mot):
    """The id of the thing described: explicit, stable, unique in its file. A browser keeps answers under it: a test compares with `dossiers.js`."""

    LONGEST: ClassVar[int] = 60
    RESERVED: ClassVar[tuple[str, ...]] = ("constructor", "prototype")

    @classmethod
    def lire(cls, value: str) -> Mot:
        """Return the value as this type; raise when it is too long or otherwise than expected, or a word of the browsers' own."""
        if unkept := cls.unkept(value):
            raise malformed(value, *unkept)
        return super().lire(value)

    @classmethod
    def unkept(cls, value: str) -> tuple[str, str] | None:
        """Return what keeps a browser from keeping anything under an id, and the remedy; or None."""
        if len(value) > cls.LONGEST:
            return f"cet identifiant a {len(value)} caractères, au lieu de {cls.LONGEST} au plus", "abrégez-le"
        if value in cls.RESERVED:
            return f"« {value} » est un mot que les navigateurs se réservent", "choisissez un autre identifiant"
        return None


class Renvoi(Mot):
    """A clause, cited as `document/numéro`."""

    forme = re.compile(r"[a-z0-9-]+/[a-z0-9]+(?:[.-][a-z0-9]+)*")
    attendu = "citez un article par le nom de sa page et son numéro, sous la forme texte/5.5.3 ou texte/tableau-a"

    @classmethod
    def remede(cls, value: str) -> str:
        """Return how to cite a clause, or several that were written on one line."""
        cited = re.split(r"\s*[,;]\s*|\s+et\s+", value)
        if len(cited) > 1 and all(map(cls.forme.fullmatch, cited)):
            return f"citez chaque article sur sa propre ligne, après un tiret : {', '.join(f'« - {one} »' for one in cited)}"
        first = RANGE.split(fold(value))[0]
        if first != fold(value) and cls.forme.fullmatch(first):
            return f"citez chaque article sur sa propre ligne, après un tiret : le premier est « - {first} »"
        return f"écrivez « {meant} »" if (meant := cls.meant(value)) else cls.attendu

    @classmethod
    def meant(cls, value: str) -> str | None:
        """Return the citation that was written with capitals, accents or the word « article », or without its slash; or None."""
        found = CITATION.fullmatch(fold(value))
        return f"{found[1]}/{found[2]}" if found else None

    @property
    def document(self) -> str:
        """The id of the document that holds the clause."""
        return self.partition("/")[0]

    @property
    def numero(self) -> str:
        """The clause's number within its document."""
        return self.partition("/")[2]


class IdTexte(Mot):
    """The id of a text of `data/encadrements.yml`."""


class IdOrganisation(Mot):
    """The id of an organisation of `data/organisations.yml`."""


class IdContact(Mot):
    """The id of a contact of `data/organisations.yml`."""


class IdRole(Mot):
    """The id of a role of `data/roles.yml`."""


class IdGroupe(Mot):
    """The id of a group of roles of `data/roles.yml`."""


class IdAvis(Mot):
    """The id of a notice of `data/avis.yml`."""


class IdContradiction(Mot):
    """The id of a point to clarify of `data/contradictions.yml`."""


class IdCondition(Mot):
    """The id of a condition of `data/regles.yml`."""


class IdFormulaire(Mot):
    """The id of a letter or form: the name of its file in `data/formulaires/`."""


class IdEcheance(Mot):
    """The id of a deadline of `data/echeances.yml`."""


class IdListe(Mot):
    """The id of a self-assessment: the name of its file in `data/listes/`."""


class IdMoyen(Mot):
    """The id of a means of collection of `data/collecte.yml`."""


class IdTheme(Mot):
    """The id of a theme of situations: the name of its file in `data/situations/`."""


class IdPlateforme(Mot):
    """The id of a platform: the name of its file in `data/plateformes/`."""


class JourAnnee(Mot):
    """A day of any year, written `MM-JJ` (`06-30`)."""

    forme = re.compile(r"(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])")
    attendu = 'écrivez un mois et un jour qui existent chaque année, entre guillemets, sous la forme "06-30"'

    @classmethod
    def lire(cls, value: str) -> Mot:
        """Return the day; raise when a year without 29 February lacks it, when the day comes before the month, or when it is in words."""
        if len(meant := readings(f"{value} 2025")) == 1:
            raise wrong(
                f"« {value} » n'est pas écrit comme un jour des données", f'écrivez "{meant[0]:%m-%d}", entre guillemets', f"{meant[0]:%m-%d}"
            )
        if (turned := re.sub(r"(..)-(..)", r"\2-\1", value)) != value and cls.forme.fullmatch(turned) and not cls.forme.fullmatch(value):
            raise wrong(f"« {value} » donne le jour avant le mois", f'écrivez "{turned}", le mois d\'abord', turned)
        day = super().lire(value)
        try:
            date.fromisoformat(f"2025-{day}")
        except ValueError:
            raise wrong(f"« {value} » n'est pas un jour de chaque année", cls.attendu) from None
        return day

    def de(self, annee: int) -> date:
        """Return the date of this day in the school year that begins in a year."""
        month, day = map(int, self.split("-"))
        return date(annee + (month < FIRST_MONTH), month, day)


Renvois = Annotated[list[Renvoi], Field(min_length=1)]
Textes = Annotated[list[Texte], Field(min_length=1)]
NomsCherches = Annotated[list[NomCherche], Field(min_length=1)]
