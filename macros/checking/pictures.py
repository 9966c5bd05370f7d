"""What a picture says besides what it shows: a telephone writes in it where it was taken, a program who is seen or who took it."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

# The parts of each kind of file in which others write: their kind, then their content.
JPEG, PNG = b"\xff\xd8", b"\x89PNG"
NOTED = (b"\xe1", b"\xed", b"eXIf", b"iTXt", b"tEXt", b"EXIF", b"XMP ")
# The tags of Exif: the list of the place and what makes it one; the list of the camera; who took the picture, who owns the camera.
PLACE, POSITION, CAMERA, AUTHORS, OWNER = 0x8825, {2, 4}, 0x8769, {0x013B, 0x9C9D}, 0xA430
# The same in XMP, with the names of who is seen.
PLACE_SAID = re.compile(rb"GPSL(?:at|ong)itude|GPSPosition")
PERSON_SAID = re.compile(rb"PersonInImage|PersonDisplayName|mwg-rs:Name|dc:creator|^(?:Author|Artist)\0")
MOST_TAGS = 500
# A few bytes of PNG may say more dots than the memory of a telephone holds.
MOST_DOTS = 50_000_000


def said(data: bytes) -> str:
    """Return what a picture says that it does not show: « le lieu », « une personne », or nothing."""
    found = {thing for part in parts(data) for thing in told(part)}
    return " et ".join(thing for thing in ("le lieu", "une personne") if thing in found)


def beyond(data: bytes) -> bool:
    """Tell whether a drawing in PNG has more dots than browsers show."""
    if not data.startswith(PNG):
        return False
    width, height = struct.unpack_from(">II", data.ljust(24, b"\0"), 16)
    return bool(width * height > MOST_DOTS)


def parts(data: bytes) -> Iterator[bytes]:
    """Yield the parts of a picture in which something may be noted; a file that is cut has those before."""
    at = 2 if data.startswith(JPEG) else 8 if data.startswith(PNG) else 12
    while at + 8 <= len(data):
        if data.startswith(JPEG):
            kind, size, begins = data[at + 1 : at + 2], int.from_bytes(data[at + 2 : at + 4]) + 2, at + 4
        elif data.startswith(PNG):
            kind, size, begins = data[at + 4 : at + 8], int.from_bytes(data[at : at + 4]) + 12, at + 8
        else:
            (size,), kind, begins = struct.unpack_from("<I", data, at + 4), data[at : at + 4], at + 8
            size += 8 + size % 2
        if kind in (b"\xda", b"IEND"):
            return
        if kind in NOTED:
            yield data[begins : at + size]
        at += max(size, 2)


def told(part: bytes) -> set[str]:
    """Return what a part says: in Exif's lists, or in XMP's words."""
    start = part.find(b"II*\0") if b"II*\0" in part[:16] else part.find(b"MM\0*")
    place = PLACE_SAID.search(part) is not None
    person = PERSON_SAID.search(part) is not None
    if 0 <= start < 16:
        exif = part[start:]
        tags = listed(exif, struct.unpack_from("<I" if exif.startswith(b"II") else ">I", exif.ljust(8, b"\0"), 4)[0])
        place |= bool(POSITION & listed(exif, tags.get(PLACE, 0)).keys())
        person |= bool(AUTHORS & tags.keys()) or OWNER in listed(exif, tags.get(CAMERA, 0))
    return {thing for thing, is_said in (("le lieu", place), ("une personne", person)) if is_said}


def listed(exif: bytes, at: int) -> dict[int, int]:
    """Return the tags of one of Exif's lists, with where each leads; none where there is no list."""
    order = "<" if exif.startswith(b"II") else ">"
    if not 0 < at <= len(exif) - 2:
        return {}
    (count,) = struct.unpack_from(f"{order}H", exif, at)
    entries = range(at + 2, min(at + 2 + 12 * min(count, MOST_TAGS), len(exif) - 11), 12)
    return {tag: value for tag, _, _, value in (struct.unpack_from(f"{order}HHII", exif, entry) for entry in entries)}
