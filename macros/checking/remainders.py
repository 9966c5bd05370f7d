"""What the file of a picture holds after it: a film, or what was cropped and stayed there, which nobody sees and anyone can take out."""

from __future__ import annotations

import re
from collections.abc import Callable

# Programs fill the end of a file with these.
FILLING = b"\0\r\n "
# What comes after the lines of a JPEG: another of its parts, or its end. (0 and D0 to D7 are within its lines.)
PART = re.compile(rb"\xff+([\x01-\xcf\xd8-\xfe])", re.S)
END_OF_JPEG, LONE = 0xD9, frozenset({0x01, 0xD8})


def remains(kind: str, data: bytes) -> bool:
    """Tell whether a whole picture of this kind (`PNG`, `JPEG`, `MPO` for several in one, `WEBP`) is followed by something else in its file."""
    return bool(data[ENDS[kind](data) :].strip(FILLING))


def end_of_png(data: bytes) -> int:
    """Return where a PNG ends: after its last chunk, each with its length before and its sum behind."""
    at, name = 8, b""
    while name != b"IEND" and at < len(data):
        length, name = int.from_bytes(data[at : at + 4]), data[at + 4 : at + 8]
        at += length + 12
    return at


def end_of_jpeg(data: bytes) -> int:
    """Return where the first picture of a JPEG ends: its parts say their lengths, but for its lines, which end where a part begins."""
    at = 0
    while found := PART.search(data, at):
        part, at = found[1][0], found.end()
        if part == END_OF_JPEG:
            return at
        at += 0 if part in LONE else int.from_bytes(data[at : at + 2])
    return len(data)


def end_of_webp(data: bytes) -> int:
    """Return where a WebP ends, as it says itself."""
    length = int.from_bytes(data[4:8], "little")
    return 8 + length + length % 2


ENDS: dict[str, Callable[[bytes], int]] = {"PNG": end_of_png, "JPEG": end_of_jpeg, "MPO": end_of_jpeg, "WEBP": end_of_webp}
