"""Each of pydantic's errors becomes a sentence with its line; what a model says of its keys."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import product
from typing import Any, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from macros.mistakes import RESTORE, Mistake
from macros.model.base import Mot, as_text
from macros.reading.nodes import Path_, Source
from macros.reading.yaml_errors import BY_HASH, COMMENT, touching
from macros.signs import misread
from macros.words import closest, enumerated, nearest, plain, uncapitalized

# The shortest beginning of a key that is an abbreviation.
LEAST_BEGUN = 3
# One word between French quotation marks: no code, no day and no id has them.
IN_QUOTES = re.compile(r"«\s*([\w./-]+)\s*»")
# What editors type in the place of a key, in English or by its meaning, where no slip links the two.
ALSO_TYPED = {
    "nom": ("name", "appellation"),
    "titre": ("title", "intitule"),
    "courriel": ("mail", "email", "e-mail", "adresse", "adresse-courriel"),
    "du": ("from", "start", "debut", "depuis", "a-partir-du", "des-le"),
    "au": ("to", "until", "end", "fin", "jusqu-au", "jusqu-a"),
    "jour": ("date", "day"),
    "resume": ("summary", "description"),
    "aussi_appelee": ("alias", "aliases", "synonymes", "autres-noms"),
    "ordre": ("order", "rang", "position"),
    "texte": ("text", "contenu"),
    "libelle": ("label", "etiquette"),
    "requis": ("required", "obligatoire"),
    "mots": ("keywords", "mots-cles"),
}


def explain(details: ErrorDetails, model: type[BaseModel], source: Source, found: list[ErrorDetails]) -> Mistake:
    """Return the mistake that says one of pydantic's errors in French; `found` are all those of the file."""
    path: Path_ = details["loc"]
    homes = [d["loc"][:-1] for d in missing(found) if d["loc"][-1:] == path[-1:]]
    if details["type"] == "extra_forbidden" and homes:
        remedy = f"alignez-la avec les clés qui suivent la ligne {source.line(homes[0])}"
        return source.blame(path, f"la clé « {path[-1]} » n'est pas à sa place", remedy)
    if details["type"] == "extra_forbidden" and odd(str(path[-1]), model_at(model, path[:-1])):
        return source.blame(path, *stranger(str(path[-1]), [*model_at(model, path[:-1]).model_fields], ()))
    if details["type"] == "extra_forbidden" and (other := replaced(details, found)):
        problem = f"la clé « {path[-1]} » est inconnue, et « {other} » manque"
        return source.blame(path, problem, f"écrivez « {other} » à sa place si elle donne ceci : {meaning(model_at(model, path[:-1]), other)}")
    if typed := as_typed(details, model):
        return source.blame(path, *typed)
    if details["type"] == "extra_forbidden":
        return source.blame(path, *stranger(str(path[-1]), [*model_at(model, path[:-1]).model_fields], given(source, path[:-1])))
    return source.blame(path, *sentences(details, model_at(model, path[:-1])))


def as_typed(details: ErrorDetails, model: type[BaseModel]) -> tuple[str, str] | None:
    """Return what is wrong with the signs of a code, as a word processor types them, and the remedy; or None."""
    if quoted := in_quotes(details, model):
        return f"« {quoted} » est entre guillemets français", f"écrivez {quoted}, sans guillemets"
    sign = misread(code := mistaken(details))
    return (f"{sign[0]} se trouve dans « {code} »", f"remplacez ce signe par {sign[1]}") if sign else None


def in_quotes(details: ErrorDetails, model: type[BaseModel]) -> str:
    """Return the word that a wrong value has between French quotation marks, if its place takes it; or nothing. `model` is that of the file."""
    found = IN_QUOTES.fullmatch(details["input"]) if isinstance(details["input"], str) else None
    return found[1] if found and any(takes(kind, found[1]) for kind in kinds_at(model, details["loc"])) else ""


def takes(kind: Any, value: str) -> bool:
    """Tell whether a kind of value, unless it takes any text, has a value; what a model does with one is no kind."""
    if kind is str or not (isinstance(kind, type) or get_origin(kind)):
        return False
    try:
        return TypeAdapter(kind).validate_python(value) is not None
    except ValidationError:
        return False


def odd(key: str, model: type[BaseModel]) -> bool:
    """Tell whether a key is a known one between quotation marks, or the comment of another program."""
    return (unquoted(key) != key and unquoted(key) in model.model_fields) or COMMENT.match(key) is not None


def given(source: Source, path: Path_) -> Collection[str]:
    """Return the keys that stand at a place of a file."""
    value: Any = source.value
    for part in path:
        value = value[part]
    return value if isinstance(value, dict) else ()


def missing(found: list[ErrorDetails]) -> list[ErrorDetails]:
    """Return the errors that say that a key is missing."""
    return [d for d in found if d["type"] == "missing"]


def told(details: ErrorDetails, found: list[ErrorDetails]) -> bool:
    """Tell whether a missing key is there under a wrong name or in a wrong place, which is told already."""
    if details["type"] != "missing":
        return False
    *parent, key = details["loc"]
    unknown = [d for d in found if d["type"] == "extra_forbidden"]
    here = [d for d in unknown if [*d["loc"][:-1]] == parent]
    return any(key == str(d["loc"][-1]).partition(":")[0] for d in unknown) or any(
        key in (slip_of(str(d["loc"][-1]), lacking(parent, found)), replaced(d, found)) for d in here
    )


def lacking(parent: list[str | int], found: list[ErrorDetails]) -> list[str]:
    """Return the keys that are missing at a place."""
    return [str(d["loc"][-1]) for d in missing(found) if [*d["loc"][:-1]] == parent]


def key_meant(key: str, known: Collection[str], beside: Collection[str]) -> str | None:
    """Return the known key, which is not beside it yet, that an unknown one was typed for; or None."""
    return slip_of(key, [name for name in known if name not in beside])


def slip_of(key: str, known: Collection[str]) -> str | None:
    """Return the known key that an unknown one was typed for, by a slip, by its meaning or as an abbreviation; or None."""
    said = (name for name, typed in ALSO_TYPED.items() if name in known and plain(key) in typed)
    return closest(unquoted(key), known) or next(said, None) or whole(unquoted(key), known)


def whole(key: str, known: Collection[str]) -> str | None:
    """Return the only known key of which three letters or more are the beginning, or None."""
    found = [name for name in known if len(key) >= LEAST_BEGUN and name.startswith(plain(key))]
    return found[0] if len(found) == 1 else None


def replaced(details: ErrorDetails, found: list[ErrorDetails]) -> str | None:
    """Return the only key that is missing where a key is the only unknown one, if no slip links any of these; or None."""
    *parent, key = details["loc"]
    absent = lacking(parent, found)
    unknown = [str(d["loc"][-1]) for d in found if d["type"] == "extra_forbidden" and [*d["loc"][:-1]] == parent]
    return absent[0] if len(absent) == 1 and unknown == [key] and not slip_of(str(key), absent) else None


def sentences(details: ErrorDetails, model: type[BaseModel]) -> tuple[str, str]:
    """Return the problem and the remedy; `model` describes the keys allowed where the error stands."""
    key = str(details["loc"][-1]) if details["loc"] else ""
    context = details.get("ctx", {})
    match details["type"]:
        case "francais":
            return context["problem"], context["remedy"]
        case "missing":
            return f"la clé « {key} » manque", f"ajoutez la ligne « {key}: » et sa valeur ({meaning(model, key)})"
        case "literal_error" if isinstance(details["input"], str):
            return f"« {details['input']} » n'est pas une valeur permise", nearest(details["input"], literals(context["expected"]))
        case "too_short":
            return f"la liste {named(details['loc'])} est vide", "ajoutez au moins un élément, sur une ligne qui commence par un tiret"
        case kind:
            return wrong_type(kind, details, model)


def mistaken(details: ErrorDetails) -> str:
    """Return the code that is not one of those expected, or nothing for another error."""
    if details["type"] == "extra_forbidden":
        return str(details["loc"][-1])
    return details["input"] if details["type"] == "literal_error" and isinstance(details["input"], str) else ""


def wrong_type(kind: str, details: ErrorDetails, model: type[BaseModel]) -> tuple[str, str]:
    """Return the sentences for a value that is not of the type expected."""
    expected, remedy = EXPECTED.get(kind, ("une autre valeur", "comparez avec son exemple, dans contribuer/exemples.md"))
    path, value = details["loc"], details["input"]
    if value is None and not path:
        return "le fichier ne contient aucune donnée", RESTORE
    if value is None and isinstance(path[-1], int):
        return "rien ne suit ce tiret", f"écrivez {expected} après le tiret, ou supprimez la ligne"
    if value is None:
        return f"rien ne suit la clé {named(path)}", f"donnez-lui {expected}" + (", ou supprimez la ligne" if optional(model, details) else "")
    if kind in WITHIN and (keys := keys_within(model, path)):
        remedy = f"{WITHIN[kind][isinstance(path[-1], int)]} {keys}, chacune suivie de sa valeur"
    if kind == "string_type" and isinstance(value, list) and isinstance(path[-1], int):
        remedy = "gardez un seul tiret devant chaque texte"
    if isinstance(value, dict) and kind in ("string_type", "literal_error"):
        remedy = 'mettez le texte entre guillemets droits "…" s\'il contient un deux-points, sinon écrivez-le sans clé'
    return f"{named(path)} demande {expected}, et non {kind_of(value)}", remedy


EXPECTED = {
    "string_type": ("un texte", "écrivez le texte sur la ligne de la clé, sans tiret"),
    "list_type": ("une liste", "écrivez chaque élément sur sa propre ligne, après un tiret et une espace"),
    "model_type": ("des clés", "écrivez des lignes « clé: valeur », avec un retrait de deux espaces"),
    "date_type": ("une date", "écrivez une date sous la forme 2026-06-30"),
    "bool_type": ("oui ou non", "écrivez oui ou non, sans guillemets"),
    "int_type": ("un nombre entier", "écrivez un nombre en chiffres, par exemple 10"),
    "literal_error": ("un mot", "écrivez le mot sur la ligne de la clé"),
}

# What to write in the place of a value that has keys of its own, under a key and within a list, before these.
WITHIN = {
    "list_type": ("écrivez chaque élément après un tiret, sur ses propres lignes :",) * 2,
    "model_type": ("écrivez sous cette clé, avec un retrait de deux espaces, les lignes", "écrivez après le tiret, l'une sous l'autre, les lignes"),
}


def keys_within(model: type[BaseModel], path: Path_) -> str:
    """Return the keys that a value of a model, or each element of its list, must have, or may have if one alone is a must; nothing for a text."""
    name = next((part for part in reversed(path) if isinstance(part, str)), "")
    fields = (model if path and isinstance(path[-1], int) else next(inner_models(model.model_fields.get(name)), BaseModel)).model_fields
    musts = [f"« {key}: »" for key, field in fields.items() if field.is_required()]
    return enumerated(musts) if len(musts) > 1 else "celles qu'il faut parmi " * bool(fields) + enumerated([f"« {key}: »" for key in fields])


def meaning(model: type[BaseModel], key: str) -> str:
    """Return what a key holds, as its model says it, to be read within a sentence."""
    return uncapitalized((model.model_fields[key].description or "").rstrip("."))


def optional(model: type[BaseModel], details: ErrorDetails) -> bool:
    """Tell whether the key that an error stands at may be left out."""
    field = model.model_fields.get(str(details["loc"][-1]))
    return field is not None and not field.is_required()


def kind_of(value: Any) -> str:
    """Return what an editor would call the value."""
    names: dict[type, str] = {str: "un texte", list: "une liste", dict: "un groupe de clés"}
    return names.get(type(value), "une valeur")


def named(path: Path_) -> str:
    """Return what stands at a path: a key, an element of a list, the file."""
    if not path:
        return "le fichier"
    if isinstance(path[-1], int):
        return f"un élément de la liste « {path[-2]} »" if len(path) > 1 else "un élément du fichier"
    return f"« {path[-1]} »"


def unquoted(key: str) -> str:
    """Return a key without the quotation marks that its author put around it."""
    return key.strip("\"'«»“”„‘’ \u00a0")


def stranger(key: str, known: list[str], beside: Collection[str]) -> tuple[str, str]:
    """Return what is wrong with a key that a model has not, which may be a known one glued to its value, and the remedy; others are beside it."""
    name, _, value = key.partition(":")
    if unquoted(key) != key and unquoted(key) in known:
        return (
            f"la clé « {unquoted(key)} » est entre des guillemets qui ne sont pas ceux du clavier",
            f"écrivez « {unquoted(key)}: », sans guillemets",
        )
    if found := COMMENT.match(key):
        return f"« {found[0]} » ne commence pas un commentaire ici", BY_HASH
    if value and name in known:
        return touching(name, value)
    meant = key_meant(key, known, beside)
    return f"la clé « {key} » est inconnue", f"écrivez « {meant} »" if meant else nearest(key, known)


def literals(expected: str) -> list[str]:
    """Return the words of pydantic's list of literals."""
    return re.findall(r"'([^']*)'", expected)


def model_at(model: type[BaseModel], path: Path_) -> type[BaseModel]:
    """Return the model that describes what stands at `path`."""
    for part in path:
        if isinstance(part, str) and (inner := next(inner_models(model.model_fields.get(part)), None)):
            model = inner
    return model


def of_text(model: type[BaseModel], path: Path_) -> bool:
    """Tell whether what stands at `path` is a text in words, or one of a list of them."""
    return any(getattr(kind, "func", None) is as_text for kind in kinds_at(model, path))


def kinds_at(model: type[BaseModel], path: Path_) -> Iterator[Any]:
    """Yield each kind of value that what stands at `path` may have, and what a model does with it: the parts of its annotation."""
    listed = bool(path) and isinstance(path[-1], int)
    *before, key = path[:-1] if listed else path or ("",)
    field = model_at(model, tuple(before)).model_fields.get(str(key))
    yield from parts_of(field.rebuild_annotation(), listed) if field else ()


def parts_of(annotation: Any, listed: bool) -> Iterator[Any]:
    """Yield an annotation and its parts; what a list holds, only if `listed`."""
    yield annotation
    if listed or get_origin(annotation) is not list:
        for one in get_args(annotation):
            yield from parts_of(one, listed)


def inner_models(annotation: Any) -> Iterator[type[BaseModel]]:
    """Yield the models named in a field's annotation, however wrapped."""
    annotation = getattr(annotation, "annotation", annotation)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in getattr(annotation, "__args__", ()):
        yield from inner_models(argument)


def typed(annotation: Any, value: Any, path: Path_ = ()) -> Iterator[tuple[Path_, Mot]]:
    """Yield each id and each citation of plain values as the annotation of a model says them, with its path, if it has the right form."""
    yield from ((place, kind(text)) for place, kind, text in words_of(annotation, value, path) if kind.forme.fullmatch(text))


def words_of(annotation: Any, value: Any, path: Path_ = ()) -> Iterator[tuple[Path_, type[Mot], str]]:
    """Yield each text that stands where the annotation of a model asks for an id or a citation, with its path and what is asked for."""
    annotation = getattr(annotation, "annotation", annotation)
    if isinstance(annotation, type) and issubclass(annotation, Mot):
        yield from [(path, annotation, value)] if isinstance(value, str) else ()
    elif isinstance(annotation, type) and issubclass(annotation, BaseModel):
        for key in annotation.model_fields.keys() & (value.keys() if isinstance(value, dict) else ()):
            yield from words_of(annotation.model_fields[key], value[key], (*path, key))
    else:
        inside = [((*path, index), item) for index, item in enumerate(value)] if isinstance(value, list) else [(path, value)]
        for argument, (place, inner) in product(getattr(annotation, "__args__", ()), inside):
            yield from words_of(argument, inner, place)


def walk(value: BaseModel | list[Any], path: Path_ = ()) -> Iterator[tuple[Path_, Any]]:
    """Yield each leaf of a model with its path, which is the path of its YAML node."""
    for key, inner in inside(value):
        if isinstance(inner, (BaseModel, list)):
            yield from walk(inner, (*path, key))
        else:
            yield (*path, key), inner


def inside(value: BaseModel | list[Any]) -> Iterable[tuple[str | int, Any]]:
    """Return what a model or a list holds, each with its key or its rank."""
    return enumerate(value) if isinstance(value, list) else [(name, getattr(value, name)) for name in type(value).model_fields]
