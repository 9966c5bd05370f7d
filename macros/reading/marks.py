"""The marks that stand for what `data/organisations.yml` and the things of `data/` say once: `{{ sigle }}`, `{{ nombre textes }}`.

They are put in place as soon as the files are read, before anything looks at them: a datum, a page and a sheet never see one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from macros.model.base import MAIL as ADDRESS
from macros.model.base import Id
from macros.model.kinds import CITED, PLACES, Kind
from macros.model.organisations import AGREEMENTS, Determinant, FichierOrganisations, with_determinant
from macros.reading.models import slip_of
from macros.reading.nodes import Source, Value
from macros.words import in_words, meant_by, nearest

# « du {{ sigle }} » : what stands before agrees with the organisation's own determiner.
MARK = re.compile(r"(?:\b(?P<before>[Ll]e|[Dd]u|[Aa]u) )?{{ *(?P<name>\w+(?: +[\w-]+)*) *}}")
NAME, ACRONYM, TITLE, MAIL, COUNT = "nom", "sigle", "titre", "courriel", "nombre"
ORGANISATIONS = PLACES[FichierOrganisations]


def named(match: re.Match[str]) -> str:
    """Return the name of a mark, with a space between its words."""
    return " ".join(match["name"].split())


@dataclass(frozen=True)
class Marks:
    """What each mark stands for, by its name, and the determiner of the site's organisation; `unsure` are the families of which one is not known."""

    values: Mapping[str, str] = field(default_factory=dict)
    determinant: Determinant = "le"
    unsure: tuple[str, ...] = ()

    def put(self, text: str) -> str:
        """Return a text with what its marks stand for; an unknown one stays."""
        return MARK.sub(self.shown, text) if "{{" in text else text

    def shown(self, match: re.Match[str]) -> str:
        """Return what a mark stands for, after the word that agrees with it."""
        value = self.values.get(named(match))
        if value is None:
            return match[0]
        if not match["before"] or named(match) not in (NAME, ACRONYM):
            return match[0][: match[0].index("{{")] + value
        return with_determinant(match["before"], self.determinant, value)

    def place(self, source: Source) -> None:
        """Put the marks of a data file in place; an unknown one is a mistake of the file. What was typed stays in `source.typed`."""
        source.typed = source.value
        marked = [(path, text) for path, _, text in source.texts if "{{" in text]
        for path, text in marked:
            for match in MARK.finditer(text):
                name = named(match)
                if not self.perhaps(name):
                    source.mistakes.append(source.blame(path, f"la marque « {name} » n'existe pas", self.meant(name)))
        if marked:
            source.value = self.within(source.value)

    def within(self, value: Value) -> Value:
        """Return a value of a data file with its marks in place."""
        if isinstance(value, dict):
            return {key: self.within(inner) for key, inner in value.items()}
        if isinstance(value, list):
            return [self.within(inner) for inner in value]
        return self.put(value) if value else value

    def name(self, sources: Mapping[str, Source]) -> None:
        """Give the organisation of the site the name, the acronym and the determiner that these marks have."""
        if self.values and ORGANISATIONS in sources:
            source = sources[ORGANISATIONS]
            source.value = deepcopy(source.value)
            site_of(mapping(source.value)).update({key: self.values[key] for key in (NAME, ACRONYM)} | {"determinant": self.determinant})
            source.texts = source.texts_of(source.value)

    def perhaps(self, name: str) -> bool:
        """Tell whether a mark exists, or may once what keeps one from knowing is mended: that is told where it is given."""
        return name in self.values or not self.values or name.split(maxsplit=1)[0] in self.unsure

    def meant(self, name: str) -> str:
        """Return the remedy for an unknown mark: the one that a slip has made of it, or those of its family, or all."""
        family = [known for known in self.values if known.split()[0] == name.split(maxsplit=1)[0]]
        if name.startswith(f"{MAIL} ") and not meant_by(name, family):
            others = f", ou écrivez l'une de celles-ci : {', '.join(family)}" if family else ""
            return f"donnez sa ligne « courriel: » au contact de ce nom, dans {ORGANISATIONS}{others}"
        return nearest(name, family or [*self.values])


def marks(sources: Mapping[str, Source]) -> Marks:
    """Return the marks of a project whose data files were read; none if the organisation of the site is not told as it should."""
    file = mapping(sources[ORGANISATIONS].value) if ORGANISATIONS in sources else {}
    own = site_of(file)
    named = {key: str(own[key]) for key in (ACRONYM, NAME) if isinstance(own.get(key), str)}
    if len(named) < 2:
        return Marks()
    title = {TITLE: str(file[TITLE])} if isinstance(file.get(TITLE), str) else {}
    mailed = [(c.get("id"), mail) for c in map(mapping, items(file.get("contacts"))) if (mail := mail_of(c))]
    mails = {f"{MAIL} {id_}": mail for id_, mail in mailed if is_id(id_)}
    counts = {f"{COUNT} {kind.plural}": in_words(count(sources, kind), kind.feminine) for kind in counted()}
    determinant = own.get("determinant", "le")
    unsure = (MAIL,) * (len(mails) < len(mailed))
    return Marks(named | title | mails | counts, determinant if determinant in AGREEMENTS["le"] else "le", unsure)


def is_id(value: Any) -> bool:
    """Tell whether a value has the form of an id."""
    return isinstance(value, str) and Id.forme.fullmatch(value) is not None


def mail_of(contact: Mapping[str, Any]) -> str | None:
    """Return the address of a contact, whose key may be mistyped: that is told with the key; or None."""
    mail = next((mail for key, mail in contact.items() if isinstance(mail, str) and MAIL in (key, slip_of(key, [MAIL]))), None)
    # What is around it is told with it.
    return found[0] if mail and (found := ADDRESS.search(mail)) else mail


def site_of(file: Mapping[str, Any]) -> dict[str, Any]:
    """Return the organisation of the site among those of their file; an empty one if it is not told."""
    return next((o for o in map(mapping, items(file.get("organisations"))) if o.get("id") and o.get("id") == file.get("site")), {})


def counted() -> list[Kind]:
    """Return the kinds of things that a mark counts: those that have a name of one word, of which there are several."""
    return [kind for kind in CITED.values() if kind.plural]


def count(sources: Mapping[str, Source], kind: Kind) -> int:
    """Return how many things of a kind the data files have."""
    if kind.alone:
        return sum(file.startswith(kind.where) for file in sources)
    return len(items(mapping(sources[kind.place].value).get(kind.key))) if kind.place in sources else 0


def mapping(value: Any) -> dict[str, Any]:
    """Return a value if it has keys, else nothing."""
    return value if isinstance(value, dict) else {}


def items(value: Any) -> list[Any]:
    """Return a value if it is a list, else an empty one."""
    return value if isinstance(value, list) else []
