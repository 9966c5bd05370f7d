"""A code added to a closed vocabulary says in French all that it still lacks; once it has all, the site can use it."""

from __future__ import annotations

import re
from pathlib import Path

from macros.checking.codes import EVERY
from macros.model.meanings import TABLES
from macros.model.vocabulaire import CodeTon
from tests.copie import copied
from tests.processus import python

ROOT = Path(__file__).resolve().parent.parent
MEANINGS, GENRES = "macros/model/meanings.py", "macros/model/genres.py"
# A vocabulary, a code to add to it, and what it then lacks: the places, then the words of `data/vocabulaire.yml`.
ADDED = {
    "CodeStatut": ("suspendue", ["le statut « suspendue » n'a pas d'entrée dans STATUSES"], "statuts"),
    "CodeVerdict": (
        "peut-etre",
        ["la réponse « peut-etre » n'a pas d'entrée dans VERDICTS", "la réponse « peut-etre » n'a pas d'entrée dans STATUSES"],
        "verdicts",
    ),
    "CodeForce": ("conseil", ["la force « conseil » n'a pas d'entrée dans FORCES"], "forces"),
    "CodeCote": ("robustesse", ["la famille de critères « robustesse » n'a pas d'entrée dans FAMILIES"], None),
    "CodeContenu": ("video", ["le contenu « video » n'a pas d'entrée dans QUESTIONS"], "contenus"),
    "CodePublic": (
        "voisins",
        ["le public « voisins » n'a pas d'entrée dans QUESTIONS", "le public « voisins » n'a pas d'entrée dans Statuts"],
        "publics",
    ),
    "CodeDestruction": ("differee", [], "destructions"),
    "CodeEtape": ("longtemps-apres", ["l'étape « longtemps-apres » n'a pas d'entrée dans STEPS"], "etapes"),
    "CodeFichier": (
        "memoires",
        ["le fichier publié « memoires » n'a pas d'entrée dans FILES", "le fichier publié « memoires » n'a pas d'entrée dans ITEMS"],
        None,
    ),
    "CodeNature": ("affiche", ["la nature « affiche » n'a pas d'entrée dans NATURES"], None),
    "CodeMots": ("deux", ["l'origine des mots « deux » n'a pas d'entrée dans WORDINGS"], None),
    "CodeBloc": ("encadre", ["le bloc « encadre » n'a pas d'entrée dans BLOCKS", "le bloc « encadre » n'a pas d'entrée dans Bloc"], None),
    "CodeListe": ("classe", ["la colonne « classe » n'a pas d'entrée dans LISTED"], None),
    "CodeSens": ("precise", ["le sens « precise » n'a pas d'entrée dans SENSES"], None),
    "Determinant": ("les", ["le déterminant « les » n'a pas d'entrée dans AGREEMENTS"], None),
    "CodeGenre": ("essai-de-genre", ["le genre de champ « essai-de-genre » n'a pas d'entrée dans FIELDS"], None),
    "CodePart": (
        "tuteur",
        ["la partie « tuteur » n'a pas d'entrée dans STAFF", "la partie « tuteur » n'a pas d'entrée dans FILLERS"],
        None,
    ),
    "CodeValeur": ("ecole", ["la valeur proposée « ecole » n'a pas d'entrée dans PROPOSED"], None),
    "CodeLimite": ("remise", ["la valeur proposée « remise » n'a pas d'entrée dans PROPOSED"], None),
    "CodeRegistre": ("foyer", ["la ligne du registre « foyer » n'a pas d'entrée dans REGISTER"], None),
}


def patched(root: Path, vocabulary: str, code: str) -> Path:
    """Return a copy of a project in which a vocabulary has one more code."""
    (file,) = (path for path in (root / "macros").rglob("*.py") if re.search(rf"^{vocabulary} = Literal\[", path.read_text("utf-8"), re.M))
    add(file, rf"^({vocabulary} = Literal\[[^]]*?)\s*\]$", rf'\1, "{code}"]')
    return root


def add(file: Path, pattern: str, replacement: str) -> None:
    """Replace the only place of a file that matches."""
    text, count = re.subn(pattern, replacement, file.read_text(encoding="utf-8"), flags=re.M)
    assert count == 1
    file.write_text(text, encoding="utf-8")


def check(root: Path) -> list[str]:
    """Return what `python -m macros check` says of a project, line by line; it never says a traceback."""
    done = python(root, "-m", "macros", "check")
    assert done.stderr == ""
    return done.stdout.replace("\u00a0", " ").splitlines()


# One check of all: each sentence names its code, and says nothing of the others.
def test_a_new_code_says_what_it_lacks(tmp_path: Path) -> None:
    root = copied(tmp_path, {})
    for vocabulary, (code, _, _) in ADDED.items():
        patched(root, vocabulary, code)
    told = check(root)[:-1]
    problems = [line.split(" : ", 1)[1].split("; ")[0] for line in told]
    for code, lacking, words in ADDED.values():
        own = {problem for problem in problems if f"« {code} »" in problem}
        assert own == {*lacking} | ({f"le code « {code} » n'a pas de nom"} if words else set())
        for line in (line for line, problem in zip(told, problems, strict=True) if problem in own):
            file, number, _ = line.split(":", 2)
            blamed = (tmp_path / file).read_text(encoding="utf-8").splitlines()[int(number) - 1]
            assert blamed.startswith((*(start for table in EVERY for start in (table.name, f"class {table.name}(")), f"{words}:"))
    assert len({*problems}) == sum(len(lacking) + bool(words) for _, lacking, words in ADDED.values())


# What the command says of a project, what is made of its new codes, and what it says once a platform has the new status: in one process.
USED = """
from datetime import date
from pathlib import Path
from macros.__main__ import main
from macros.components import Components
from macros.loading import load
from macros.sheets.docx import docx
from macros.sheets.pdf import pdf
from macros.sheets.sheet import sheet
assert main("check") == 0
project = load(Path("."))
print(project.lient["engagement"])
found = sheet(project, "confirmation", date(2026, 9, 1))
assert pdf(found, Components(Path("overrides/composants").resolve())).startswith(b"%PDF")
assert docx(found)
texto = Path("data/plateformes/texto.yml")
former, new = ("  eleves:\\n    - statut: " + status for status in ("proscrite", "suspendue"))
assert texto.read_text(encoding="utf-8").count(former) == 1
texto.write_text(texto.read_text(encoding="utf-8").replace(former, new), encoding="utf-8")
assert main("check") == 1
"""


# One copy for the four codes: each is checked with the others, and what lacks is told of one at a time.
def test_new_codes_are_used_once_they_have_all(tmp_path: Path) -> None:
    root = copied(tmp_path, {})
    with_status(root)
    with_verdict(root)
    with_kind_of_field(root)
    with_force(root)
    *told, _ = check(root)
    assert [line.split(" : ", 1)[1] for line in told] == [
        "la réponse « avis » n'a pas d'entrée dans STATUSES; ajoutez-la : un statut au moins la permet",
        "la réponse « avis » n'a pas d'entrée dans CodeDit; ajoutez-la : un article peut la dire à lui seul",
    ]
    add(root / "macros/model/regles.py", r"^(CodeDit = Literal\[.*)\]$", r'\1, "avis"]')
    add(root / MEANINGS, r'^(    "suspendue": StatusMeaning\(\("interdit",)\)', r'\1 "avis")')
    done = python(root, "-c", USED)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    sound, *_, forces, told, _ = done.stdout.replace("\u00a0", " ").splitlines()
    assert sound.startswith("Aucune erreur")
    assert forces == "('engagement', 'engagements')"
    assert "aucune règle ne répond pour texto (eleves), statut « suspendue »" in told


def with_status(root: Path) -> None:
    """Add a status with all that it needs."""
    add(patched(root, "CodeStatut", "suspendue") / MEANINGS, r"^(STATUSES: .*)$", r'\1\n    "suspendue": StatusMeaning(("interdit",)),')
    words = "  - id: suspendue\n    nom: Suspendue\n    icone: pause\n    ton: arret\n    sens: Vous ne pouvez plus l'utiliser pour l'instant."
    add(root / "data/vocabulaire.yml", r"^statuts:$", f"statuts:\n{words}")


def with_verdict(root: Path) -> None:
    """Add a verdict with all that it needs but its place among those that a clause may say alone."""
    meaning = r'\1\n    "avis": VerdictMeaning("À annoncer", sure=True, against=("interdit",)),'
    add(patched(root, "CodeVerdict", "avis") / MEANINGS, r"^(VERDICTS: .*)$", meaning)
    words = "  - id: avis\n    nom: Oui, après un avis\n    icone: bullhorn\n    ton: prudence\n    sens: Les textes le permettent après un avis."
    add(root / "data/vocabulaire.yml", r"^verdicts:$", f"verdicts:\n{words}")


def with_force(root: Path) -> None:
    """Add a force that binds with all that it needs."""
    add(
        patched(root, "CodeForce", "engagement") / MEANINGS,
        r"^(FORCES: .*)$",
        r'\1\n    "engagement": ForceMeaning(asks=True, asked=True, binds=True),',
    )
    words = "  - id: engagement\n    nom: Engagement\n    pluriel: Engagements\n    icone: handshake\n    sens: L'article dit que l'on s'y engage."
    add(root / "data/vocabulaire.yml", r"^forces:$", f"forces:\n{words}")


def with_kind_of_field(root: Path) -> None:
    """Add a kind of field with all that it needs, and a field of that kind."""
    meaning = r'\1\n    "essai-de-genre": FieldMeaning(written=True, in_sentence=True, control="tel"),'
    add(patched(root, "CodeGenre", "essai-de-genre") / GENRES, r"^(FIELDS: .*)$", meaning)
    add(
        root / "data/formulaires/confirmation.yml",
        r"(  - id: nom\n    qui: enseignant\n)(.*\n)    longueur: 80\n",
        r"\1    genre: essai-de-genre\n\2",
    )


def test_each_tone_has_its_colours() -> None:
    style = (ROOT / "overrides/assets/site/site.css").read_text(encoding="utf-8")
    assert re.findall(r'^\[data-ton="([a-z-]+)"\]', style, re.M) == [*CodeTon.__args__]


def test_no_style_has_a_rule_for_a_value_of_the_data() -> None:
    codes = {code for table in TABLES if table.name in ("STATUSES", "VERDICTS", "FORCES") for code in table.entries}
    names = re.compile(rf"\.(?!camp|comparer__case)[\w-]+--(?:{'|'.join(sorted(codes))})\b")
    found = [(path.name, match[0]) for path in (ROOT / "overrides").rglob("*.css") for match in names.finditer(path.read_text(encoding="utf-8"))]
    assert found == []
