"""`mkdocs.yml` says what runs during a build: it holds what programmers agreed on, and nothing else.

`make settings` writes the fingerprint of each of its keys in `settings.json`, after a change that is meant.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import yaml

from macros.checking.runner import checks
from macros.mistakes import Mistake
from macros.reading.draft import Draft
from macros.reading.files import read_text
from macros.reading.nodes import Source, compose

FILE = "mkdocs.yml"
AGREED = Path(__file__).with_name("settings.json")
RESTORE = "rétablissez le fichier à partir de l'historique du dépôt : il règle la construction du site ; le menu est dans data/menu.yml"

Settings = dict[str, tuple[int, str]]


@checks
def check(draft: Draft) -> Iterator[Mistake]:
    """Yield a mistake for each key that is not as agreed; the file is read without building any of its objects."""
    if FILE not in draft.tree.files:
        yield Mistake(FILE, 1, "le fichier manque", RESTORE)
        return
    source = Source(FILE)
    found = settings(draft.root, source)
    yield from (replace(mistake, remedy=RESTORE) for mistake in source.mistakes)
    if found is not None:
        yield from compare(found, json.loads(AGREED.read_text(encoding="utf-8")))


def compare(found: Settings, agreed: dict[str, str]) -> Iterator[Mistake]:
    """Compare the settings with the fingerprints agreed on, by key."""
    for key, (line, fingerprint) in found.items():
        if key not in agreed:
            yield Mistake(FILE, line, f"la clé « {key} » n'est pas prévue", RESTORE)
        elif fingerprint != agreed[key]:
            yield Mistake(FILE, line, f"ce que dit « {key} » n'est pas ce qui est prévu", RESTORE)
    for key in agreed.keys() - found.keys():
        yield Mistake(FILE, 1, f"la clé « {key} » manque", RESTORE)


def settings(root: Path, source: Source) -> Settings | None:
    """Return the line and the fingerprint of each key, or None after adding to the source what keeps one from reading them."""
    text, mistakes = read_text(root / FILE, FILE)
    source.mistakes += mistakes
    node = compose(text, source, tags=True) if text is not None and not mistakes else None
    if node is not None and not isinstance(node, yaml.MappingNode):
        source.note(1, "le fichier n'est pas fait de clés", RESTORE)
    found: Settings = {}
    for key_node, value in node.value if isinstance(node, yaml.MappingNode) else ():
        key, line = str(key_node.value), key_node.start_mark.line + 1
        if not isinstance(key_node, yaml.ScalarNode):
            source.note(line, "une clé n'est pas un mot", RESTORE)
        elif key in found:
            source.note(line, f"la clé « {key} » est déjà donnée à la ligne {found[key][0]}", RESTORE)
        found.setdefault(key, (line, sha256(repr(plain(value)).encode()).hexdigest()[:32]))
    return None if source.mistakes else found


def plain(node: yaml.Node) -> object:
    """Return all that a node says, but for its layout."""
    if isinstance(node, yaml.MappingNode):
        return node.tag, [(plain(key), plain(value)) for key, value in node.value]
    return node.tag, [plain(item) for item in node.value] if isinstance(node, yaml.SequenceNode) else node.value
