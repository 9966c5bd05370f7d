"""Only files of this project are read: links, devices, endless folders, confusing names and huge files are told, never opened."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from io import BytesIO
from pathlib import Path
from zlib import crc32

import pytest
from pikepdf import Encryption, Pdf
from PIL import Image, ImageFile

from macros.checking import pictures
from macros.checking.uploads import HEAVIEST, HEAVIEST_IMAGE
from macros.loading import load
from macros.mistakes import MistakesError
from macros.model.base import Modele, Texte
from macros.reading import tree
from macros.reading.files import LARGEST, LONGEST_LINE, MOST_LINES
from macros.reading.nodes import DEEPEST, read_yaml
from macros.reading.tree import MOST_FILES
from macros.reading.validation import MOST_TOLD, build
from tests.copie import frozen
from tests.processus import python

ROOT = Path(__file__).resolve().parent.parent
LINK = "c'est un lien symbolique ; remplacez-le par le fichier lui-même, ou supprimez-le"
SAME = (
    "que par des majuscules ou par la façon d'écrire ses accents ; "
    "renommez-le ou supprimez-le : sous Windows et macOS, l'un prend la place de l'autre"
)


def saved(kind: str, side: int = 8, **options: object) -> bytes:
    """Return the file of a picture of this kind."""
    out = BytesIO()
    Image.effect_noise((side, side), 90).convert("RGB").save(out, kind, **options)
    return out.getvalue()


def document(pages: int = 1, **options: object) -> bytes:
    """Return a PDF file of so many pages."""
    out = BytesIO()
    with Pdf.new() as made:
        for _ in range(pages):
            made.add_blank_page()
        made.save(out, **options)  # type: ignore[arg-type]
    return out.getvalue()


PNG = saved("PNG")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The small project of the cases."""
    root = tmp_path / "projet"
    shutil.copytree(ROOT / "tests/erreurs/projet", root)
    shutil.copy(ROOT / "mkdocs.yml", root)
    return root


def told(root: Path) -> list[str]:
    """Return the mistakes of a project."""
    with pytest.raises(MistakesError) as caught:
        load(root)
    return [str(mistake) for mistake in caught.value.mistakes]


@pytest.mark.parametrize(
    "place", ["docs/image.png", "docs/page.md", "data/roles2.yml", "data/plateformes/x.yml", "overrides/main.html", "docs/.cache"]
)
def test_a_link_to_a_file_of_the_system_is_refused(copy: Path, tmp_path: Path, place: str) -> None:
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    (copy / place).parent.mkdir(exist_ok=True)
    (copy / place).symlink_to(tmp_path / "secret")
    assert told(copy) == [f"{place}:1 : {LINK}"]


@pytest.mark.parametrize("target", ["..", ".", "absent", "/etc", "plateformes"])
def test_a_link_is_refused_wherever_it_leads(copy: Path, target: str) -> None:
    for place in ("docs/boucle", "data/boucle"):
        (copy / place).symlink_to(target)
    assert told(copy) == [f"data/boucle:1 : {LINK}", f"docs/boucle:1 : {LINK}"]


@pytest.mark.parametrize("place", ["docs", "data", "data/plateformes", "docs/encadrements", "mkdocs.yml", "docs/index.md", "data/roles.yml"])
def test_what_the_site_reads_may_not_be_a_link_even_to_itself(copy: Path, place: str) -> None:
    (copy / place).rename(copy / "ailleurs")
    (copy / place).symlink_to(copy / "ailleurs")
    assert told(copy) == [f"{place}:1 : {LINK}"]


def test_a_device_is_never_opened(copy: Path) -> None:
    os.mkfifo(copy / "data/plateformes/tube.yml")
    os.mkfifo(copy / "docs/tube.md")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(os.path.relpath(copy / "docs/prise.md"))
    neither = "ce n'est ni un fichier ni un dossier ; supprimez-le"
    assert told(copy) == [f"{place}:1 : {neither}" for place in ("data/plateformes/tube.yml", "docs/prise.md", "docs/tube.md")]


def test_a_folder_named_as_a_file_is_refused(copy: Path) -> None:
    (copy / "docs/page.md").mkdir()
    (copy / "data/plateformes/x.yml").mkdir()
    message = "c'est un dossier, qui porte le nom d'un fichier ; renommez-le, ou supprimez-le"
    assert told(copy) == [f"data/plateformes/x.yml:1 : {message}", f"docs/page.md:1 : {message}"]


def test_folders_without_end_are_refused(copy: Path) -> None:
    (copy / "docs" / "/".join("a" * 40)).mkdir(parents=True)
    deepest = "docs" + "/a" * 12
    assert told(copy) == [f"{deepest}:1 : plus de 12 dossiers sont l'un dans l'autre ; rapprochez-les de la racine"]


def test_a_folder_or_a_file_that_cannot_be_opened_is_told(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened, scanned = Path.open, os.scandir

    def refuse_file(path: Path, *args: object, **kwargs: object) -> object:
        if path.name == "texto.md":
            raise PermissionError(path)
        return opened(path, *args, **kwargs)  # type: ignore[call-overload]

    def refuse_folder(path: object) -> object:
        if getattr(path, "name", "") == "modeles":
            raise PermissionError
        return scanned(path)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse_file)
    unread = "docs/plateformes/texto.md:1 : le fichier ne peut pas être lu ; rendez-le lisible, ou supprimez-le et déposez-le de nouveau"
    assert told(copy) == [unread]
    monkeypatch.setattr(tree.os, "scandir", refuse_folder)
    assert told(copy) == ["docs/modeles:1 : ce dossier ne peut pas être ouvert ; rendez-le lisible, ou supprimez-le"]


def test_too_many_files_are_refused(copy: Path) -> None:
    (copy / "docs/photos").mkdir()
    for number in range(MOST_FILES + 10):
        (copy / f"docs/photos/{number}.png").touch()
    (message,) = told(copy)
    assert "le projet contient plus de 5\u00a0000 fichiers ; supprimez ceux qui sont de trop" in message


def test_two_names_that_another_system_confuses_are_refused(copy: Path) -> None:
    for name in ("Index.md", "PLATEFORMES/note.md", "modeles/\u00e9te\u0301.png", "modeles/\u00e9t\u00e9.png"):
        (copy / "docs" / name).parent.mkdir(exist_ok=True)
        (copy / "docs" / name).write_bytes(PNG if name.endswith("png") else b"# Note\n\nTexte.\n")
    (copy / "overrides").mkdir()
    for name in ("Main.html", "main.html"):
        (copy / "overrides" / name).touch()
    found = told(copy)
    assert f"docs/Index.md:1 : ce nom ne diffère de « docs/index.md » {SAME}" in found
    assert f"docs/PLATEFORMES/note.md:1 : ce nom ne diffère de « docs/plateformes » {SAME}" in found
    assert f"overrides/Main.html:1 : ce nom ne diffère de « overrides/main.html » {SAME}" in found
    assert [message for message in found if message.startswith("docs/modeles/") and message.endswith(SAME)]


@pytest.mark.parametrize(
    ("name", "problem", "remedy"),
    [
        ("aux.md", "Windows réserve le nom « aux.md »", "renommez-le"),
        ("com1.tar.png", "Windows réserve le nom « com1.tar.png »", "renommez-le"),
        ("nul/a.md", "Windows réserve le nom « nul »", "renommez-le"),
        ("a:b.md", "Windows refuse le nom « a:b.md »", "renommez-le, sans signe spécial, et sans point ni espace à la fin"),
        ("a /b.md", "Windows refuse le nom « a »", "renommez-le, sans signe spécial, et sans point ni espace à la fin"),
        ("Été.md", "le nom « Été.md » n'a pas la bonne forme", "renommez-le docs/ete.md"),
        ("page.MD", "le nom « page.MD » n'a pas la bonne forme", "renommez-le docs/page.md"),
        ("_brouillon.md", "le nom « _brouillon.md » n'a pas la bonne forme", "renommez-le docs/brouillon.md"),
        ("README.md", "le nom « README.md » n'a pas la bonne forme", "renommez-le docs/readme.md"),
        ("日.md", "le nom « 日.md » n'a pas la bonne forme", "n'utilisez que des minuscules sans accent, des chiffres et des traits d'union"),
        (".cachee.md", "MkDocs ne publie pas un fichier de ce nom", "renommez-le, sans point au début et hors de docs/templates/"),
        ("templates/a.md", "MkDocs ne publie pas un fichier de ce nom", "renommez-le, sans point au début et hors de docs/templates/"),
        ("page.html", "un fichier « .html » ne peut pas être publié ici", "écrivez une page .md, ou déposez un PDF ou une image"),
        ("cname", "un fichier sans extension ne peut pas être publié ici", "écrivez une page .md, ou déposez un PDF ou une image"),
        ("script.js", "un fichier « .js » ne peut pas être publié ici", "écrivez une page .md, ou déposez un PDF ou une image"),
    ],
)
def test_a_name_that_is_no_address_is_refused(copy: Path, name: str, problem: str, remedy: str) -> None:
    (copy / "docs" / name).parent.mkdir(exist_ok=True)
    (copy / "docs" / name).write_bytes(PNG if name.endswith("png") else b"# Note\n\nTexte.\n")
    assert told(copy) == [f"docs/{name}:1 : {problem} ; {remedy}"]


def test_a_page_renamed_badly_is_one_mistake(copy: Path) -> None:
    (copy / "docs/plateformes/texto.md").rename(copy / "docs/plateformes/Texto.md")
    (copy / "docs/encadrements/directive.md").rename(copy / "docs/encadrements/Directive.md")
    assert told(copy) == [
        "docs/encadrements/Directive.md:1 : le nom « encadrements/Directive.md » n'a pas la bonne forme ; renommez-le docs/encadrements/directive.md",
        "docs/plateformes/Texto.md:1 : le nom « plateformes/Texto.md » n'a pas la bonne forme ; renommez-le docs/plateformes/texto.md",
    ]


def test_what_the_system_hides_is_neither_read_nor_told(copy: Path) -> None:
    for place in ("docs/.DS_Store", "data/.gitkeep", "docs/.idea/a.js"):
        (copy / place).parent.mkdir(exist_ok=True)
        (copy / place).write_text("x", encoding="utf-8")
    load(copy)


@pytest.mark.parametrize("file", ["docs/.gitattributes", "data/plateformes/.gitIgnore", "docs/modeles/.gitmodules"])
def test_what_git_obeys_is_refused(copy: Path, file: str) -> None:
    (copy / file).parent.mkdir(exist_ok=True)
    (copy / file).write_text("* export-ignore -diff\n", encoding="utf-8")
    assert told(copy) == [f"{file}:1 : git obéirait à ce fichier, et pourrait taire ou changer ce que dit une proposition ; supprimez-le"]


@pytest.mark.parametrize("file", ["data/roles.yml", "docs/index.md"])
@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("a\n" * (LARGEST // 2 + 1), 1, "le fichier dépasse 1 Mo"),
        ("\n" * MOST_LINES + "a", MOST_LINES + 1, "le fichier dépasse 10\u00a0000 lignes"),
        ("a\n" + "](" * LONGEST_LINE, 2, "la ligne dépasse 5\u00a0000 caractères"),
    ],
)
def test_a_file_beyond_the_limits_is_not_looked_through(copy: Path, file: str, text: str, line: int, problem: str) -> None:
    (copy / file).write_text(text, encoding="utf-8")
    assert [message.partition(" ; ")[0] for message in told(copy)] == [f"{file}:{line} : {problem}"]


def test_a_file_at_the_limits_is_read(copy: Path) -> None:
    page = copy / "docs/index.md"
    page.write_text("# Accueil\n\n" + "é" * LONGEST_LINE + "\n" * (MOST_LINES - 3), encoding="utf-8")
    load(copy)


def test_a_deep_list_is_refused(copy: Path) -> None:
    (copy / "data/roles.yml").write_text("roles:\n" + "- " * (DEEPEST + 1) + "x\n", encoding="utf-8")
    assert told(copy) == ["data/roles.yml:2 : trop de niveaux sont imbriqués ; reprenez son exemple, dans contribuer/exemples.md"]


def test_a_file_wrong_on_every_line_is_told_in_part(copy: Path) -> None:
    (copy / "data/menu.yml").write_text("rubriques:\n" + "  - titr: b\n    pages:\n      - x\n" * 3000, encoding="utf-8")
    found = told(copy)
    assert 1 < len(found) <= MOST_TOLD + 1
    assert [message for message in found if message.endswith("la suite du fichier contient d'autres erreurs ; corrigez d'abord celles-ci")]


def test_a_file_that_is_not_what_its_name_says_is_not_published(copy: Path) -> None:
    (copy / "docs/lourd.pdf").write_bytes(b"%PDF-1.7" + b"0" * HEAVIEST)
    (copy / "docs/lourde.png").write_bytes(PNG + b"0" * HEAVIEST_IMAGE)
    (copy / "docs/page.pdf").write_bytes(b"<script>")
    for name, side in (("immense", 8_000), ("immense2", 100_000)):
        (copy / f"docs/{name}.png").write_bytes(of_size(PNG, side))
    (copy / "docs/vraie.pdf").write_bytes(document())
    for kind in ("PNG", "JPEG", "WEBP"):
        (copy / f"docs/vraie.{kind.lower()}").write_bytes(saved(kind))
    huge = "l'image a plus de 50 millions de points, et bloquerait un téléphone ; réduisez-la, puis déposez-la de nouveau"
    assert told(copy) == [
        f"docs/immense.png:1 : {huge}",
        f"docs/immense2.png:1 : {huge}",
        "docs/lourd.pdf:1 : le fichier dépasse 10 Mo ; allégez-le",
        "docs/lourde.png:1 : le fichier dépasse 1 Mo ; allégez-le",
        "docs/page.pdf:1 : ce n'est pas un fichier « .pdf » ; enregistrez-le de nouveau sous ce format, puis déposez-le",
    ]


def of_size(png: bytes, side: int) -> bytes:
    """Return the file of a picture that says that it has this many dots a side."""
    head = b"IHDR" + side.to_bytes(4) * 2 + png[24:29]
    return png[:12] + head + crc32(head).to_bytes(4) + png[33:]


@pytest.mark.parametrize("lenient", [False, True])
def test_a_file_that_is_cut_is_not_published(copy: Path, lenient: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    # As a build leaves it, whose sheets show what they can of a picture.
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", lenient)
    for kind in ("PNG", "JPEG", "WEBP"):
        whole = saved(kind, 100)
        (copy / f"docs/coupee.{kind.lower()}").write_bytes(whole[: len(whole) * 2 // 3])
        (copy / f"docs/vide.{kind.lower()}").write_bytes(whole[:16])
    whole = document()
    (copy / "docs/coupe.pdf").write_bytes(whole[:-50])
    (copy / "docs/vide.pdf").write_bytes(b"%PDF-1.7\n%%EOF\n")
    (copy / "docs/ferme.pdf").write_bytes(document(encryption=Encryption(owner="x", user="y")))
    (copy / "docs/permis.pdf").write_bytes(document(encryption=Encryption(owner="x", user="")))
    # What is cut and saved again stays without its end.
    remedy = "reprenez l'original ou exportez-le de nouveau, puis déposez-le"
    picture = f"l'image est coupée ou abîmée, et ne se verrait pas en entier ; {remedy}"
    paper = f"ce PDF est coupé ou abîmé ; {remedy}"
    pictures_told = [f"docs/{name}.{kind}:1 : {picture}" for name in ("coupee", "vide") for kind in ("jpeg", "png", "webp")]
    papers_told = [f"docs/{name}.pdf:1 : {paper}" for name in ("coupe", "vide")]
    locked = "docs/ferme.pdf:1 : ce PDF demande un mot de passe ; enregistrez-le sans mot de passe, puis déposez-le"
    assert told(copy) == sorted([*pictures_told, *papers_told, locked])
    assert ImageFile.LOAD_TRUNCATED_IMAGES is lenient


def acting(catalog: str, objects: str = "") -> bytes:
    """Return a PDF file of one page, with these entries in its catalogue and these objects besides."""
    page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"
    body = f"1 0 obj<</Type/Catalog/Pages 2 0 R{catalog}>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj{page}endobj {objects}"
    lines = body.replace("endobj ", "endobj\n")
    with Pdf.open(BytesIO(f"%PDF-1.7\n{lines}\ntrailer<</Root 1 0 R>>\n%%EOF\n".encode())) as read:
        out = BytesIO()
        read.save(out, fix_metadata_version=False)
    return out.getvalue()


@pytest.mark.parametrize(
    ("catalog", "objects", "act"),
    [
        ("/OpenAction<</S/JavaScript/JS(x)>>", "", "contient un programme (JavaScript)"),
        ("/OpenAction 4 0 R", "4 0 obj<</S/#4aavaScript/JS 5 0 R>>endobj 5 0 obj(x)endobj", "contient un programme (JavaScript)"),
        ("/Names<</JavaScript<</Names[(a)<</S/JavaScript/JS(x)>>]>>>>", "", "contient un programme (JavaScript)"),
        ("/OpenAction<</S/Launch/F(a.exe)>>", "", "ouvre un fichier ou un programme de l'ordinateur"),
        ("/A<</S/URI/URI(file://exemple.test/a)>>", "", "ouvre un fichier ou un programme de l'ordinateur"),
        ("/A<</S/GoToR/F(//exemple.test/a.pdf)>>", "", "ouvre un fichier ou un programme de l'ordinateur"),
        ("/A<</S/SubmitForm/F(https://exemple.test)>>", "", "envoie ailleurs ce qu'on y écrit"),
        ("/Names<</EmbeddedFiles<</Names[(a)<</EF<</F 4 0 R>>>>]>>>>", "4 0 obj(MZ)endobj", "contient un autre fichier"),
        ("/AcroForm<</XFA(x)/Fields[]>>", "", "contient un formulaire que les navigateurs ne montrent pas (XFA)"),
        # What a thing is may stand in an object of its own.
        ("/A<</S 4 0 R/F(a.exe)>>", "4 0 obj/Launch endobj", "ouvre un fichier ou un programme de l'ordinateur"),
        ("/A<</S 4 0 R/F(https://exemple.test)>>", "4 0 obj/SubmitForm endobj", "envoie ailleurs ce qu'on y écrit"),
        ("/A<</S/URI/URI 4 0 R>>", "4 0 obj(file://exemple.test/a)endobj", "ouvre un fichier ou un programme de l'ordinateur"),
        ("/A<</S/URI/URI 4 0 R>>", "4 0 obj(\\\\\\\\hote\\\\a)endobj", "ouvre un fichier ou un programme de l'ordinateur"),
        ("/A<</S/URI/URI( javascript:x)>>", "", "contient un programme (JavaScript)"),
        ("/A<</Subtype 4 0 R>>", "4 0 obj/Movie endobj", "contient un son, une vidéo ou un objet animé"),
        ("/A<</S/Rendition>>", "", "contient un son, une vidéo ou un objet animé"),
        ("/OpenAction<</S/GoTo/D[3 0 R/Fit]/Next<</S/Named/N/Print>>>>", "", "fait quelque chose dès qu'on l'ouvre"),
        ("/A<</Subtype/RichMedia>>", "", "contient un son, une vidéo ou un objet animé"),
        ("/AA<</WC<</S/URI/URI(https://exemple.test)>>>>", "", "fait quelque chose sans qu'on le demande"),
        ("/OpenAction 4 0 R", "4 0 obj<</S/URI/URI(https://exemple.test)>>endobj", "fait quelque chose dès qu'on l'ouvre"),
    ],
)
def test_a_pdf_that_does_more_than_show_its_pages_is_not_published(copy: Path, catalog: str, objects: str, act: str) -> None:
    (copy / "docs/agit.pdf").write_bytes(acting(catalog, objects))
    remedy = "faites-en un PDF qui n'en garde que les pages (« Imprimer », puis « Enregistrer au format PDF »), et déposez celui-ci"
    assert told(copy) == [f"docs/agit.pdf:1 : ce PDF {act} ; {remedy}"]


@pytest.mark.parametrize(
    "catalog",
    [
        "",
        "/OpenAction[3 0 R/Fit]",
        "/OpenAction<</S/GoTo/D[3 0 R/Fit]>>",
        "/A<</S/URI/URI(https://exemple.test/JS/AA/XFA/Launch?a=/S/JavaScript)>>",
        "/T(Dossier 12/AA, /JS et /XFA)",
        "/AcroForm<</Fields[]>>",
    ],
)
def test_a_pdf_that_shows_its_pages_is_published(copy: Path, catalog: str) -> None:
    (copy / "docs/page.pdf").write_bytes(acting(catalog))
    load(copy)


def test_a_pdf_whose_properties_cannot_be_read_prints_nothing(copy: Path, caplog: pytest.LogCaptureFixture) -> None:
    metadata = "4 0 obj<</Type/Metadata/Subtype/XML/Length 9>>stream\n<x:broken\nendstream endobj"
    (copy / "docs/page.pdf").write_bytes(acting("/Metadata 4 0 R", metadata))
    caplog.clear()
    load(copy)
    assert caplog.records == []


def noted(kind: str, **wanted: object) -> bytes:
    """Return a small picture with Exif's tags: of itself, of its place (`gps`), of its camera (`appareil`), or XMP's words."""
    image, exif, out = Image.new("RGB", (8, 8)), Image.Exif(), BytesIO()
    exif[0x10F] = "Appareil"
    exif.update(wanted.get("tags", {}))  # type: ignore[call-overload]
    for name, tag in (("gps", 0x8825), ("appareil", 0x8769)):
        exif.get_ifd(tag).update(wanted.get(name, {}))  # type: ignore[call-overload]
    image.save(out, kind, exif=exif, **({"xmp": wanted["xmp"]} if "xmp" in wanted else {}))
    return out.getvalue()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_picture_that_says_a_place_or_a_person_is_not_published(copy: Path, kind: str) -> None:
    end = {"JPEG": "jpg"}.get(kind, kind.lower())
    gps = {1: "N", 2: (45.0, 30.0, 0.0), 3: "W", 4: (73.0, 0.0, 0.0)}
    pictures = {
        "auteur": noted(kind, tags={0x13B: "Xéna Testard"}),
        "deux": noted(kind, tags={0x13B: "Xéna"}, gps=gps),
        "lieu": noted(kind, gps=gps),
        "permise": noted(kind, tags={0x112: 6, 0x132: "2026:09-01 10:00:00"}, gps={0: b"\2\2\0\0"}),
        "proprietaire": noted(kind, appareil={0xA430: "Xéna Testard"}),
    }
    for name, data in pictures.items():
        (copy / f"docs/{name}.{end}").write_bytes(data)
    remedy = "enlevez-en les propriétés (ou faites-en une capture d'écran), puis déposez-la de nouveau"
    things = {"auteur": "une personne", "deux": "le lieu et une personne", "lieu": "le lieu", "proprietaire": "une personne"}
    assert told(copy) == [f"docs/{name}.{end}:1 : l'image dit {thing}, sans le montrer ; {remedy}" for name, thing in things.items()]


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_blank_author_is_nobody(kind: str) -> None:
    blank = {0x13B: "        ", 0x9C9D: "  \0".encode("utf-16-le")}
    assert pictures.wrong(noted(kind, tags=blank, appareil={0xA430: "\0\0"})) is None
    assert pictures.wrong(noted(kind, tags={0x9C9D: "Odon\0".encode("utf-16-le")})) == pictures.wrong(noted(kind, tags={0x13B: "Odon"}))


def test_what_is_cut_among_the_properties_of_a_picture_prints_nothing(recwarn: pytest.WarningsRecorder) -> None:
    out = BytesIO()
    Image.new("RGB", (8, 8)).save(out, "JPEG", exif=b"Exif\0\0II*\0\x08\0\0\0\xff\xff cut")
    assert (pictures.wrong(out.getvalue()), list(recwarn)) == (None, [])


@pytest.mark.parametrize("kind", ["JPEG", "WEBP"])
def test_a_picture_whose_xmp_names_who_is_seen_is_not_published(copy: Path, kind: str) -> None:
    (copy / f"docs/vue.{'jpg' if kind == 'JPEG' else 'webp'}").write_bytes(noted(kind, xmp=b"<x><PersonInImage>Odon</PersonInImage></x>"))
    assert "dit une personne, sans le montrer" in "".join(told(copy))


def captioned(*lines: tuple[int, bytes]) -> bytes:
    """Return a small JPEG with the lines of a caption (IPTC), each with its number."""
    caption = b"".join(b"\x1c\2" + bytes([number]) + len(words).to_bytes(2, "big") + words for number, words in lines)
    block = b"Photoshop 3.0\0" + b"8BIM\4\4\0\0" + len(caption).to_bytes(4, "big") + caption + bytes(len(caption) % 2)
    whole = saved("JPEG", 8)
    return whole[:2] + b"\xff\xed" + (len(block) + 2).to_bytes(2, "big") + block + whole[2:]


def test_a_picture_whose_caption_says_a_place_or_a_person_is_not_published() -> None:
    things = {80: "une personne", 90: "le lieu", 92: "le lieu"}
    for number, thing in things.items():
        assert pictures.wrong(captioned((number, b"Odon"))) == (f"l'image dit {thing}, sans le montrer", pictures.UNSHOWN)
        assert pictures.wrong(captioned((number, b"  "), (25, b"rentree"))) is None
    # One that cannot be read says nothing, and the picture is whole.
    assert pictures.wrong(captioned((25, b"\x1c")).replace(b"\x1c\2\x19", b"\x1d\2\x19")) is None


@pytest.mark.parametrize("said", [b'photoshop:City="Alma"', b"<Iptc4xmpCore:Location>\xc3\x89cole</Iptc4xmpCore:Location>"])
def test_a_picture_whose_xmp_says_where_it_was_taken_is_not_published(said: bytes) -> None:
    assert pictures.wrong(noted("JPEG", xmp=b"<x %b>" % said)) == ("l'image dit le lieu, sans le montrer", pictures.UNSHOWN)
    assert pictures.wrong(noted("JPEG", xmp=b"<x photoshop:City=\"\" Iptc4xmpCore:Location=''><photoshop:City></photoshop:City></x>")) is None


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_picture_that_something_follows_is_not_published(copy: Path, kind: str) -> None:
    end, whole = {"JPEG": "jpg"}.get(kind, kind.lower()), saved(kind, 100)
    # What a telephone films around a photograph, the rest of a picture that was cropped, a page, an archive.
    for name, more in (("film", b"\0\0\0\x18ftypmp42"), ("rogne", whole[40:]), ("page", b"<script>x</script>"), ("archive", b"PK\3\4")):
        (copy / f"docs/{name}.{end}").write_bytes(whole + more)
    (copy / f"docs/seule.{end}").write_bytes(whole + bytes(64))
    remedy = "faites-en une capture d'écran, et déposez celle-ci"
    problem = "le fichier continue après l'image : un film, ou ce qui a été rogné et que l'on peut ravoir"
    assert told(copy) == [f"docs/{name}.{end}:1 : {problem} ; {remedy}" for name in ("archive", "film", "page", "rogne")]


@pytest.mark.parametrize("options", [{"progressive": True}, {"restart_marker_blocks": 2}, {"exif": b"Exif\0\0MM\0*\0\0\0\x08\0\0"}])
def test_a_jpeg_ends_where_it_ends_whatever_it_is_made_of(options: dict[str, object]) -> None:
    whole = saved("JPEG", 64, **options)
    assert (pictures.wrong(whole), pictures.wrong(whole + b"x")) == (None, pictures.FOLLOWED)


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_a_picture_that_moves_is_not_published(kind: str) -> None:
    out, (first, second) = BytesIO(), [Image.new("RGB", (8, 8), colour) for colour in ("red", "white")]
    first.save(out, kind, save_all=True, append_images=[second], duration=50, loop=0)
    assert pictures.wrong(out.getvalue()) == pictures.MOVES


def test_a_photograph_that_holds_another_is_told() -> None:
    out, picture = BytesIO(), Image.new("RGB", (8, 8))
    picture.save(out, "MPO", save_all=True, append_images=[picture])
    assert pictures.wrong(out.getvalue()) == pictures.FOLLOWED


def test_a_picture_is_read_or_refused_wherever_it_is_cut() -> None:
    whole = noted("JPEG", gps={2: (45.0, 30.0, 0.0)}, tags={0x13B: "x"})
    for length in range(16, len(whole) - 2):
        assert pictures.wrong(whole[:length]) in (pictures.BROKEN, pictures.wrong(whole))
    assert "le lieu et une personne" in str(pictures.wrong(whole))


def test_a_file_in_the_place_of_a_form_is_told(copy: Path) -> None:
    form = next((copy / "data/formulaires").glob("*.yml")).stem
    (copy / f"docs/modeles/{form}.pdf").write_bytes(document())
    (copy / "docs/modeles/autre-nom.pdf").write_bytes(document())
    assert told(copy) == [
        f"docs/modeles/{form}.pdf:1 : le site fait déjà le PDF de ce nom, à partir du formulaire ; supprimez ce fichier, ou donnez-lui un autre nom"
    ]


def test_what_builds_make_is_no_part_of_the_repository(copy: Path) -> None:
    for place in (".cache/feuilles/a.pdf", ".cache/pages.sqlite", "site/index.html", "node_modules/a.js"):
        (copy / place).parent.mkdir(parents=True, exist_ok=True)
        (copy / place).write_text("x", encoding="utf-8")
    for command in (["init", "-q"], ["add", "--force", ".cache", "site"]):
        subprocess.run(["git", *command], cwd=copy, check=True)
    made = "ce fichier est fait par une construction, et n'a pas sa place dans le dépôt ; retirez-le de la proposition, avec ce qui l'accompagne"
    assert told(copy) == [f".cache/feuilles/a.pdf:1 : {made}", f"site/index.html:1 : {made}"]


def test_a_build_stops_before_it_follows_a_link(tmp_path: Path) -> None:
    root = tmp_path / "projet"
    frozen(root, "macros", "data", "docs", "overrides")
    (tmp_path / "cles").mkdir()
    (tmp_path / "cles/id.png").write_bytes(PNG)
    (root / "docs/boucle").symlink_to(".")
    (root / "docs/lien").symlink_to(tmp_path / "cles")
    done = python(root, "-m", "mkdocs", "build", "--strict")
    assert done.returncode == 1
    assert f"docs/boucle:1 : {LINK}\ndocs/lien:1 : {LINK}\n2 erreurs à corriger." in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert not (root / "site").exists()


class Chose(Modele):
    """A thing with a name."""

    nom: Texte


def test_what_is_read_once_for_all_is_not_changed_by_what_was_meant(tmp_path: Path) -> None:
    path = tmp_path / "chose.yml"
    path.write_text("nome: Une chose\n", encoding="utf-8")
    source = read_yaml(path, tmp_path)
    lines = dict(source.lines)
    assert build(Chose, source) == Chose(nom="Une chose")
    assert source.lines != lines
    assert read_yaml(path, tmp_path).lines == lines
