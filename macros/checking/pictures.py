"""What a picture says besides what it shows, a place or who is seen or who took it, and whether browsers show it whole and still."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING

from macros.checking.remainders import remains

if TYPE_CHECKING:
    from PIL.ImageFile import ImageFile as Image

FORMATS = ("JPEG", "PNG", "WEBP")
# The tags of Exif: the list of the place and what makes it one; the list of the camera; who took the picture, who owns the camera.
PLACE, POSITION, CAMERA, AUTHORS, OWNER = 0x8825, {2, 4}, 0x8769, {0x013B, 0x9C9D}, 0xA430
# The same in XMP, with the names of who is seen.
PLACE_SAID = re.compile(rb"""GPSL(?:at|ong)itude|GPSPosition|(?:photoshop:City|Iptc4xmpCore:Location)(?:=["'][^"']|>[^<])""")
PERSON_SAID = re.compile(rb"PersonInImage|PersonDisplayName|mwg-rs:Name|dc:creator|^(?:Author|Artist)\0", re.I)
# What photographers' programs write beside both (IPTC): where in the town, the town; who took the picture.
PLACES, PERSONS = {(2, 92), (2, 90)}, {(2, 80)}
# A few bytes may say more dots than the memory of a telephone holds.
MOST_DOTS = 50_000_000
HUGE = (
    f"l'image a plus de {MOST_DOTS // 1_000_000} millions de points, et bloquerait un téléphone",
    "réduisez-la, puis déposez-la de nouveau",
)
BROKEN = "l'image est coupée ou abîmée, et ne se verrait pas en entier", "reprenez l'original ou exportez-le de nouveau, puis déposez-le"
FOLLOWED = (
    "le fichier continue après l'image : un film, ou ce qui a été rogné et que l'on peut ravoir",
    "faites-en une capture d'écran, et déposez celle-ci",
)
# A photograph of a telephone holds another one, which no browser shows after it (MPO).
MOVING = ("PNG", "WEBP")
MOVES = (
    "l'image est animée : on ne peut pas l'arrêter, et elle peut clignoter",
    "faites-en une image fixe, par exemple une capture d'écran, et déposez celle-ci",
)
UNSHOWN = "enlevez-en les propriétés (ou faites-en une capture d'écran), puis déposez-la de nouveau"


def wrong(data: bytes) -> tuple[str, str] | None:
    """Return what is wrong with a picture, from the bytes of its file, and the remedy; None where nothing is."""
    # Loaded where there is a picture, which few sites have.
    from PIL import Image

    try:
        with strictly():
            image = Image.open(BytesIO(data), formats=FORMATS)
            if image.width * image.height > MOST_DOTS:
                return HUGE
            image.load()
            things, followed = said(image), remains(str(image.format), data)
            moves = image.format in MOVING and getattr(image, "is_animated", False)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        return HUGE
    except Exception:
        return BROKEN
    if things:
        return f"l'image dit {things}, sans le montrer", UNSHOWN
    return MOVES if moves else FOLLOWED if followed else None


@contextmanager
def strictly() -> Iterator[None]:
    """Have Pillow refuse a picture that is cut, or has too many dots, while one is read."""
    from PIL import Image, ImageFile

    # WeasyPrint, where it is loaded, has the whole process take what is left of a picture.
    lenient, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        with warnings.catch_warnings():
            # What Pillow warns of, in English, are properties that nobody can read.
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = lenient


def said(image: Image) -> str:
    """Return what a picture says that it does not show: « le lieu », « une personne », or nothing."""
    exif = image.getexif()
    words, written = list(noted(image)), captioned(image)
    place = bool(POSITION & exif.get_ifd(PLACE).keys() or PLACES & written) or any(map(PLACE_SAID.search, words))
    names = [*(exif.get(tag) for tag in AUTHORS), exif.get_ifd(CAMERA).get(OWNER)]
    person = any(map(is_written, names)) or bool(PERSONS & written) or any(map(PERSON_SAID.search, words))
    return " et ".join(thing for thing, is_said in (("le lieu", place), ("une personne", person)) if is_said)


def is_written(value: object) -> bool:
    """Tell whether a tag says anything: a camera without an author writes it blank."""
    return bool(value.strip(b"\0 ") if isinstance(value, bytes) else value and str(value).strip("\0 "))


def captioned(image: Image) -> set[tuple[int, int]]:
    """Return the numbers of what the caption of a picture (IPTC) says; nothing for one that cannot be read."""
    from PIL.IptcImagePlugin import getiptcinfo

    try:
        caption = getiptcinfo(image) or {}
    except SyntaxError:
        return set()
    return {number for number, words in caption.items() if any(map(is_written, words if isinstance(words, list) else [words]))}


def noted(image: Image) -> Iterator[bytes]:
    """Yield what programs wrote in a picture: the parts of a JPEG that are theirs, the words of a PNG, XMP."""
    yield from (content for _, content in getattr(image, "applist", ()))
    yield from (f"{name}\0{words}".encode() for name, words in getattr(image, "text", {}).items())
    if isinstance(xmp := image.info.get("xmp"), bytes):
        yield xmp
