"""What a build does not hold while it waits: values made again when they are asked for, texts that wait in a file."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cached_property
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, NamedTuple, TypeVar

V = TypeVar("V")


class Lazy(Mapping[str, V]):
    """A mapping that makes the value of a name each time that it is asked for."""

    def __init__(self, names: Iterable[str], make: Callable[[str], V]) -> None:
        self.names, self.make = dict.fromkeys(names), make

    def __getitem__(self, name: str) -> V:
        """Return the value of a name. Raises KeyError for any other."""
        if name not in self.names:
            raise KeyError(name)
        return self.make(name)

    def __contains__(self, name: object) -> bool:
        """Tell whether a name has a value, which is not made for that."""
        return name in self.names

    def __iter__(self) -> Iterator[str]:
        """Yield the names, in their order."""
        return iter(self.names)

    def __len__(self) -> int:
        """Return how many names there are."""
        return len(self.names)


class Place(NamedTuple):
    """Where a text waits."""

    start: int
    length: int


class Aside:
    """Texts that wait, in the order in which they came: in a nameless file of a folder, or in memory without one that can be written."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder

    def put(self, text: str) -> Place:
        """Put a text aside; return what gives it back."""
        data = text.encode(errors="surrogatepass")
        place = Place(self.file.seek(0, os.SEEK_END), len(data))
        self.file.write(data)
        return place

    def get(self, place: Place) -> str:
        """Return a text that waits."""
        self.file.seek(place.start)
        return self.file.read(place.length).decode(errors="surrogatepass")

    @cached_property
    def file(self) -> IO[bytes]:
        """The file, which goes when it is closed, however the build ends."""
        with suppress(OSError):
            return TemporaryFile(dir=self.folder) if self.folder else BytesIO()
        return BytesIO()

    def close(self) -> None:
        """Let the texts go."""
        self.file.close()
