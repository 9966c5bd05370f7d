"""Everything read from the project, perhaps with mistakes: what the checks work on."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar

from macros.clauses.parsing import Text, parse
from macros.clauses.passages import Passage, passages
from macros.mistakes import RESTORE, Mistake
from macros.model.base import Modele, Mot
from macros.model.encadrements import Encadrement, FichierEncadrements
from macros.model.kinds import FOLDERS, KINDS, PAGES, PLACES, SINGLE_FILES, Kind, of
from macros.reading.astray import ENDINGS, copied_from, data_in_pages, is_one_of, meant, page_astray, pages_in_data, texts_astray
from macros.reading.choices import readings, ungiven
from macros.reading.keyless_lists import reunite
from macros.reading.marks import Marks, marks
from macros.reading.meant import UNWRITTEN
from macros.reading.models import typed, walk
from macros.reading.nodes import Path_, Source, Value, read_yaml
from macros.reading.page import Page, read_page
from macros.reading.titled import name_by_id
from macros.reading.tree import HIDDEN, PAGE, Tree, of_folder, page_name, proper
from macros.reading.validation import build, settled
from macros.words import closest

M = TypeVar("M", bound=Modele)

TEXTS = of(Encadrement).pages
MODELS = Path(__file__).resolve().parents[1] / "model"
DECLARE = "donnez à son modèle sa ligne dans macros/model/kinds.py"
# What a system adds to the name of the copy of a data file.
COPY = re.compile(r"^copie-(?:de-)?|-(?:copie|copy|[0-9]+)$")
# The parts whose ids, all alike, make a file the copy of another.
MANY = 4
OUT_OF_PLACE = "ce fichier n'est pas dans son dossier"
# Pages of the texts' folder that are not texts.
NOT_TEXTS = ("index", "articles")


@dataclass
class Draft:
    """What was read.

    A model is None when how its file was meant is not known; `unread` names the texts that could not be read, `copies` the files set aside, `moved`
    where each page stands that is read as if it were in its place, `homes` the place of each data file that its keys alone show. The runner of the
    checks keeps in `memo` what it found once, and in `skipped` the names of the checks that something unsound kept it from calling.
    """

    root: Path
    tree: Tree
    macros: Mapping[str, Callable[..., str]] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    models: dict[str, Modele | None] = field(default_factory=dict)
    pages: dict[str, Page] = field(default_factory=dict)
    texts: dict[str, Text] = field(default_factory=dict)
    marks: Marks = field(default_factory=Marks)
    unread: set[str] = field(default_factory=set)
    file_mistakes: list[Mistake] = field(default_factory=list)
    copies: set[str] = field(default_factory=set)
    moved: dict[str, str] = field(default_factory=dict)
    homes: dict[str, str] = field(default_factory=dict)
    memo: dict[Any, Any] = field(default_factory=dict)
    skipped: list[str] = field(default_factory=list)

    @cached_property
    def sound(self) -> dict[str, Modele]:
        """The models without mistakes, by file."""
        return {file: model for file, model in self.models.items() if model is not None}

    @cached_property
    def values(self) -> dict[str, list[tuple[Path_, str]]]:
        """The texts, codes and ids of each data file without mistakes, each with its path: several checks look at them all."""
        leaves = {file: walk(model) for file, model in self.sound.items()}
        return {file: [(path, value) for path, value in found if isinstance(value, str) and value != UNWRITTEN] for file, found in leaves.items()}

    @cached_property
    def worded(self) -> dict[str, tuple[tuple[Path_, int, str], ...]]:
        """The texts of each data file whose keys and lists were read as they were meant, each with its path and line, but for lines already told."""
        told = {file: source.lines_told for file, source in self.sources.items() if not source.unsure}
        return {file: tuple(text for text in self.sources[file].texts if text[1] not in lines) for file, lines in told.items()}

    def references(self, file: str) -> Iterator[tuple[Path_, Mot]]:
        """Yield the ids and citations of a data file with their paths; of one with mistakes, if its keys and lists were read as they were meant."""
        source = self.sources[file]
        if file in self.values:
            yield from ((path, value) for path, value in self.values[file] if isinstance(value, Mot))
        elif not source.unsure and source.value is not None:
            yield from typed(model_of(file), source.value)

    @cached_property
    def renderable(self) -> dict[str, Page]:
        """The pages that nothing keeps from being rendered."""
        return {name: page for name, page in self.pages.items() if not page.excesses}

    @cached_property
    def legible(self) -> dict[str, Page]:
        """The pages whose text could be read."""
        return {name: page for name, page in self.pages.items() if page.readable}

    def readings(self) -> Iterator[Draft]:
        """Yield the same draft with each of the values that a mistake leaves a choice of, in all the files where one does."""
        models = {name: model_of(name) for name in self.sources}
        unsettled = {name: source for name, source in self.sources.items() if source.unsettled}
        ids = ungiven(self.sources, models) if unsettled else []
        choices = {name: readings(models[name], source, ids) for name, source in unsettled.items()}
        for rank in range(max(map(len, choices.values()), default=0)):
            chosen: dict[str, Modele | None] = {name: read[rank % len(read)] for name, read in choices.items() if read}
            yield replace(self, models=self.models | chosen, memo={}, skipped=[])

    def forget(self, *but: Hashable) -> None:
        """Let go what only checks look at, and what they found but for some of it; it is found again if it is asked for."""
        self.memo = {key: found for key, found in self.memo.items() if key in but}
        for found in ("values", "worded"):
            vars(self).pop(found, None)

    def found(self, kind: type[M]) -> M | None:
        """Return the model of a single file, or None if the file has mistakes."""
        model = self.models.get(PLACES[kind])
        return model if isinstance(model, kind) else None

    def source(self, kind: type[Modele]) -> Source:
        """Return the source of a single file."""
        return self.sources[PLACES[kind]]

    def model(self, kind: type[M]) -> M:
        """Return the model of a single file of a checked project."""
        model = self.found(kind)
        assert model is not None
        return model

    def named(self, kind: type[Modele]) -> list[str]:
        """Return the ids of the things of which each has its file, whether it has mistakes or not."""
        return [*(self.things[kind] or ())]

    @cached_property
    def things(self) -> dict[type[Modele], dict[str, Modele | None] | None]:
        """What was read of each kind, by id; None in the place of a thing, or of all those of a file, that has mistakes."""
        return {kind.entry: self.files_of(kind) if kind.alone else self.listed(kind) for kind in KINDS if kind.alone or kind.key}

    def files_of(self, kind: Kind) -> dict[str, Modele | None]:
        """Return the models of the files of a kind's folder, by name."""
        return {Path(file).stem: model for file, model in self.models.items() if file.startswith(kind.where)}

    def listed(self, kind: Kind) -> dict[str, Modele | None] | None:
        """Return the things that a kind's file lists and that have an id, by it; None if the file has mistakes."""
        model = self.models.get(kind.place)
        return {str(thing.id): thing for thing in getattr(model, kind.key) if hasattr(thing, "id")} if model else None

    @cached_property
    def passages(self) -> dict[str, Passage]:
        """All that can be cited in the texts, by citation."""
        return {p.reference: p for text in self.texts.values() for p in passages(text.clauses)}

    @property
    def mistakes(self) -> list[Mistake]:
        """The mistakes of reading: missing files, YAML, models, form of the clauses."""
        return [
            *self.file_mistakes,
            *(m for source in self.sources.values() for m in source.mistakes),
            *(m for text in self.texts.values() for m in text.mistakes),
        ]


def read(root: Path, tree: Tree, macros: Mapping[str, Callable[..., str]] | None = None, named: Marks | None = None) -> Draft:
    """Read all the data files and all the texts below `root`, whose files are those of `tree`.

    `macros` are those that pages may call: the checks read their signatures. `named` says what marks stand for and how the organisation of
    the site is called, if not what these files say.
    """
    draft = Draft(root, tree, macros or {})
    read_data(draft, named)
    astray = pages_in_data(tree, registered(draft)) | texts_astray(tree, registered(draft))
    read_pages(draft, astray)
    draft.file_mistakes += [*left(tree), *misplaced(tree, draft.homes)]
    draft.file_mistakes += [page_astray(file, astray) for file in dict.fromkeys([*astray, *filter(PAGE.search, tree.within("data"))])]
    return draft


def read_data(draft: Draft, named: Marks | None) -> None:
    """Read the data files of a draft, put names and counts in the place of their marks, and build the models."""
    draft.sources = {name: read_yaml(draft.root / file, draft.root) for name, file in data_files(draft.tree).items()}
    draft.homes = homes(draft)
    draft.sources |= {name: read_yaml(draft.root / file, draft.root) for file, name in draft.homes.items()}
    for name, source in draft.sources.items():
        reunite(model_of(name), source)
    set_aside(draft, same(draft))
    elsewhere(draft)
    draft.marks = named or marks(draft.sources)
    if named:
        named.name(draft.sources)
    models = {name: model_of(name) for name in draft.sources}
    for name, source in draft.sources.items():
        draft.marks.place(source)
        draft.models[name] = build(models[name], source)
    for name in sorted(name_by_id(draft.sources, models)):
        draft.models[name] = settled(models[name], draft.sources[name])


def model_of(file: str) -> type[Modele]:
    """Return the model of a data file, by its name."""
    return SINGLE_FILES.get(file) or FOLDERS[posixpath.dirname(file)]


def read_pages(draft: Draft, astray: Mapping[str, str]) -> None:
    """Read the pages of a draft, which has its data, and the texts that they are; `astray` are those out of place, each with its place."""
    root, tree = draft.root, draft.tree
    # A page whose name is wrong counts under the right one, unless another has it: only its name is then a mistake.
    set_aside(draft, {file: first for file in tree.within(PAGES) if PAGE.search(file) and (first := original(file, {*tree.files}))})
    for file in sorted({*tree.within(PAGES)} - draft.copies, key=lambda file: (page_name(file) != file, file)):
        if PAGE.search(file) and page_name(file) not in draft.pages and file not in astray:
            keep(draft, read_page(root / file, root, draft.marks), page_name(file))
    for file, name in astray.items():
        draft.moved[name] = file
        # Its links lead from where it is to go.
        keep(draft, replace(read_page(root / file, root, draft.marks), file=name), name)


def same(draft: Draft) -> dict[str, str]:
    """Return the copies of things of which each is a file, each with the first: by its name, or by what it holds if it has no page."""
    found: dict[str, str] = {}
    for kind in (kind for kind in KINDS if kind.alone):
        files = [file for file in draft.sources if file.startswith(kind.where)]
        held = {file: told_apart(value) for file in files if (value := draft.sources[file].value)}
        for file in files:
            alike = [other for other in held if other != file and held[other] == held.get(file)]
            paged = kind.page_of(kind.named(file)) in draft.tree.files
            if first := original(file, {*files}) or next((other for other in alike if not paged and other not in found), None):
                found[file] = first
    return found


def told_apart(value: Value) -> str:
    """Return what tells a thing from another of its kind: the ids of its parts, if it has as many as no other would share, or all that it holds."""
    lists = [part for part in (value.values() if isinstance(value, dict) else ()) if isinstance(part, list)]
    ids = [[part["id"] for part in parts if isinstance(part, dict) and part.get("id")] for parts in lists]
    most = max(ids, key=len, default=[])
    return str(most if len(most) >= MANY else value)


def registered(draft: Draft) -> list[str]:
    """Return the ids of the register of the texts, as its file has them."""
    source = draft.sources.get(PLACES[FichierEncadrements])
    listed = source.value.get("encadrements") if source and isinstance(source.value, dict) else None
    return [str(one.get("id")) for one in (listed if isinstance(listed, list) else []) if isinstance(one, dict)]


def original(file: str, files: set[str]) -> str | None:
    """Return the file, among some, of which a name says that it is the copy; or None."""
    first = copied_from(file)
    return first if first in files else None


def set_aside(draft: Draft, copies: Mapping[str, str]) -> None:
    """Tell each copy with its first, and look at it no more."""
    for file, first in copies.items():
        there = source.file if (source := draft.sources.pop(file, None)) else file
        remedy = f"gardez un seul des deux, sous le nom {first} ; si c'est autre chose, donnez-lui un nom et un contenu à lui"
        draft.file_mistakes.append(Mistake(there, 1, f"ce fichier est une copie de {first}", remedy))
    draft.copies |= {*copies}


def elsewhere(draft: Draft) -> None:
    """Tell each file whose keys are those of another kind of things, with where it belongs, and look at it no more."""
    for file, source in [*draft.sources.items()]:
        own = model_of(file)
        keys = {*source.value} if isinstance(source.value, dict) else set()
        other = next((kind for kind in KINDS if kind.file is not own and is_made_of(kind.file, keys)), None)
        if other and source.file == file and not keys & {*own.model_fields} >= required(own):
            given = f"déplacez-le dans {other.where}" if other.alone else f"mettez ce qu'il contient dans {other.place}, puis supprimez-le"
            draft.file_mistakes.append(Mistake(file, 1, f"ce fichier a les clés de {other.where}, et non celles de son dossier", given))
            del draft.sources[file]
            draft.copies.add(file)


def homes(draft: Draft) -> dict[str, str]:
    """Return the files of `data/` that are in no folder of things and whose name does not show their place, each with the one that its keys show."""
    found: dict[str, str] = {}
    for file in (file for file in strangers(draft.tree) if file.endswith(".yml") and not meant(file, draft.tree)):
        value = read_yaml(draft.root / file, draft.root).value
        kinds = [kind for kind in KINDS if kind.alone and isinstance(value, dict) and is_made_of(kind.file, {*value})]
        if len(kinds) == 1 and (name := kinds[0].file_of(Path(proper(file)).stem)) not in draft.sources:
            found[file] = name
    return found


def is_made_of(model: type[Modele], keys: set[str]) -> bool:
    """Tell whether keys are those of a file of a model: all that it must have, and no other."""
    return required(model) <= keys <= {*model.model_fields}


@cache
def required(model: type[Modele]) -> frozenset[str]:
    """Return the keys that a file of a model must have."""
    return frozenset(name for name, field in model.model_fields.items() if field.is_required())


def data_files(tree: Tree) -> dict[str, str]:
    """Return the data files that are there, by the name that each counts under: its own or, if that one is wrong, the one that was meant."""
    read = [*filter(tree.files.__contains__, SINGLE_FILES), *(file for folder in FOLDERS for file in tree.within(folder) if is_one_of(file, folder))]
    astray = {file: name for file in tree.within("data") if (name := meant(file, tree)) and name not in read}
    astray |= {file: name for file, name in data_in_pages(tree).items() if name and name not in read and name not in astray.values()}
    # Of several copies of what is gone, the first alone has its name: the others are told as its copies.
    meant_for = {name: file for file, name in reversed(astray.items())}
    others = {file for file, name in astray.items() if meant_for[name] != file and copied_from(file) == name}
    return {file: file for file in read if file not in astray or file in others} | meant_for


def keep(draft: Draft, page: Page, name: str) -> None:
    """Add a page to the draft under a name and, if it is a text, its clauses."""
    draft.pages[name] = page
    if (text := text_name(name)) is None:
        return
    if page.readable:
        draft.texts[text] = parse(text, page.file, page.markdown)
    else:
        draft.unread.add(text)


def text_name(file: str) -> str | None:
    """Return the id of the text whose page this is, or None."""
    folder, _, name = file.removesuffix(".md").rpartition("/")
    return name if folder == TEXTS and name not in NOT_TEXTS else None


def left(tree: Tree) -> Iterator[Mistake]:
    """Yield a mistake for the first file that another program left: the others are named with it."""
    for file in tree.left[:1]:
        others = f" ({len(tree.left)} endroits : {' · '.join(tree.left)})" if len(tree.left) > 1 else ""
        yield Mistake(file, 1, f"ce fichier est laissé par Word, Excel ou Windows, et ne contient rien du site{others}", "supprimez-le")


def misplaced(tree: Tree, homes: Mapping[str, str]) -> list[Mistake]:
    """Return a mistake for each single file that is missing and each file of `data/` that nothing would read; `homes` are known places of some."""
    astray = data_in_pages(tree).values()
    missing = {Path(file).stem: file for file in SINGLE_FILES if file not in tree.files and file not in astray}
    mistakes = [
        Mistake(name, 1, "personne ne lit ce dossier", f"déplacez ce qu'il contient dans {' ou '.join(homes)}") for name, homes in tree.beside.items()
    ]
    for file in tree.files:
        if file.startswith("data/") and HIDDEN.fullmatch(posixpath.basename(file)):
            mistakes.append(Mistake(file, 1, "un point commence ce nom : personne ne lit ce fichier", "enlevez ce point, ou supprimez le fichier"))
    for file in (file for file in strangers(tree) if not PAGE.search(file)):
        name = homes.get(file) or meant(file, tree) or fellow(file) or missing.get(closest(COPY.sub("", Path(proper(file)).stem), missing) or "")
        missing = {stem: other for stem, other in missing.items() if other != name}
        given = DECLARE if undeclared(file) else "donnez-lui le nom d'un fichier prévu (il finit par .yml) ou supprimez-le"
        remedy = rename(name, tree) if (name := name or beside(file, tree)) else given
        mistakes.append(of_folder(file, name or "", tree) or Mistake(file, 1, "aucune page ne lit ce fichier", remedy))
    for file in tree.within("data"):
        if posixpath.dirname(file) in FOLDERS and (name := meant(file, tree)) in SINGLE_FILES:
            missing.pop(Path(name).stem, None)
            mistakes.append(Mistake(file, 1, OUT_OF_PLACE, f"renommez-le {name}"))
    return mistakes + [Mistake(file, 1, "le fichier manque", RESTORE) for file in missing.values()]


def beside(file: str, tree: Tree) -> str | None:
    """Return the file of which a name says that it is the copy, if it is there; or None."""
    first = copied_from(file)
    return first if first in tree.files else None


def rename(name: str, tree: Tree) -> str:
    """Return what to do of a file that was meant to have a name: another one may have it."""
    taken = f"{name} existe déjà ; reportez-y ce qui change, puis supprimez celui-ci"
    return taken if name in tree.files else f"renommez-le {name}"


def fellow(file: str) -> str | None:
    """Return the name that a file would have among the things of its folder, if it ends as one of them may; or None."""
    name = f"{ENDINGS.sub('', file)}.yml"
    return name if ENDINGS.search(file) and not file.endswith(".txt") and any(is_one_of(name, folder) for folder in FOLDERS) else None


def undeclared(file: str) -> bool:
    """Tell whether a module says that it is the model of a file of `data/`, of which no kind of things speaks."""
    name = PurePosixPath(file).parts[1].removesuffix(".yml")
    # Looked for among those there are: the name of a file of the data may be too long for a module.
    module = next((path for path in MODELS.glob("*.py") if path.stem == name), None)
    spoken = any(kind.place in (f"data/{name}", f"data/{name}.yml") for kind in KINDS)
    return not spoken and module is not None and module.read_text(encoding="utf-8").startswith(f'"""`data/{name}')


def strangers(tree: Tree) -> list[str]:
    """Return the files of `data/` that nothing would read, but for those that a dot hides."""
    shown = (file for file in tree.within("data") if not any(part.startswith(".") for part in file.split("/")))
    return [file for file in shown if file not in SINGLE_FILES and not any(is_one_of(file, folder) for folder in FOLDERS)]
