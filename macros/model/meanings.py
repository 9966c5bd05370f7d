"""What the codes of the closed vocabularies mean to the code; their words, icons and tones are in `data/vocabulaire.yml`.

A code that lacks its entry is told by the checks, before all else: `TABLES` lists what each must have.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

from macros.model.formulaires import STAFF, Bloc, CodeBloc, CodeListe, CodeMots, CodeNature, CodePart, CodeRegistre, CodeValeur
from macros.model.genres import FIELDS, CodeGenre
from macros.model.listes import CodeCote, CodeForce
from macros.model.organisations import AGREEMENTS, Determinant
from macros.model.plateformes import CodeStatut, Statuts
from macros.model.regles import CodeContenu, CodeDit, CodeEtape, CodePublic, CodeVerdict
from macros.model.relectures import SENSES, CodeSens


@dataclass(frozen=True)
class StatusMeaning:
    """The verdicts that a status allows, whether it is approved, whether the texts settle it, whether one may begin to use what has it."""

    allows: Collection[CodeVerdict]
    approved: bool = False
    settled: bool = True
    begun: bool = True

    @property
    def open(self) -> bool:
        """Whether a text lets one use what has it, approved or not, without an authorization nor an end."""
        return self.settled and "permis" in self.allows


STATUSES: Mapping[CodeStatut, StatusMeaning] = {
    "approuvee": StatusMeaning(("permis", "conditions", "a-clarifier"), approved=True),
    "permise": StatusMeaning(("permis", "conditions", "a-clarifier")),
    "autorisation": StatusMeaning(("autorisation", "a-clarifier")),
    "toleree": StatusMeaning(("conditions", "autorisation", "a-clarifier"), begun=False),
    "proscrite": StatusMeaning(["interdit"]),
    "a-clarifier": StatusMeaning(["a-clarifier"], settled=False),
    "hors-champ": StatusMeaning(("permis", "conditions", "a-clarifier"), settled=False),
}


@dataclass(frozen=True)
class VerdictMeaning:
    """What a verdict makes of an answer.

    `todo` is the title of its conditions, `later` that of conditions that only come after, if it is another one. `sure` says that one
    may go ahead, `refuses` that one may not, `settled` that the texts answer. `against` are what clauses cannot say beside it,
    `apart` what asks for something else even if one can do both; `alone` says that no clause may ask for more.
    """

    todo: str
    later: str = ""
    sure: bool = False
    refuses: bool = False
    settled: bool = True
    alone: bool = False
    against: tuple[CodeVerdict, ...] = ()
    apart: tuple[CodeVerdict, ...] = ()


VERDICTS: Mapping[CodeVerdict, VerdictMeaning] = {
    "permis": VerdictMeaning("À faire", sure=True, alone=True, against=("autorisation", "interdit")),
    "conditions": VerdictMeaning("Conditions à remplir", sure=True, against=("interdit",), apart=("autorisation",)),
    "autorisation": VerdictMeaning("À faire", against=("permis", "interdit"), apart=("conditions",)),
    "interdit": VerdictMeaning("Si vous l'employiez déjà", refuses=True, against=("permis", "conditions", "autorisation")),
    "a-clarifier": VerdictMeaning("Si la réponse est oui", later="Si vous l'employiez déjà", settled=False),
}


# The verdicts that clauses give.
SETTLED = [verdict for verdict, meaning in VERDICTS.items() if meaning.settled]


@dataclass(frozen=True)
class ForceMeaning:
    """What a force makes of a clause.

    `asks` says that it asks for something, or sets on what one may do it; `advises`, that it only advises. `asked` says that a question
    must ask about it, `binds` that to miss it is a failing: what it is called in `data/vocabulaire.yml` then has a plural. `tempered` says
    that the words in parentheses beside it make it less, rather than say what it bears on: who asks about it says so.
    """

    asks: bool = False
    advises: bool = False
    asked: bool = False
    binds: bool = False
    tempered: bool = False


FORCES: Mapping[CodeForce, ForceMeaning] = {
    "obligation": ForceMeaning(asks=True, asked=True, binds=True, tempered=True),
    "interdiction": ForceMeaning(asks=True, asked=True, binds=True, tempered=True),
    "demande": ForceMeaning(asks=True, asked=True, tempered=True),
    "limite": ForceMeaning(asks=True, asked=True, binds=True),
    "preference": ForceMeaning(advises=True, tempered=True),
    "recommandation": ForceMeaning(advises=True, tempered=True),
    "permission": ForceMeaning(asks=True),
    "droit": ForceMeaning(asks=True),
    "information": ForceMeaning(),
}

# The forces that ask for something, that only advise, that a question must ask about, that bind, that words temper.
ASKING = tuple(force for force, meaning in FORCES.items() if meaning.asks)
ADVISING = tuple(force for force, meaning in FORCES.items() if meaning.advises)
ASKED = tuple(force for force, meaning in FORCES.items() if meaning.asked)
TEMPERED = tuple(force for force, meaning in FORCES.items() if meaning.tempered)
BINDING = tuple(force for force, meaning in FORCES.items() if meaning.binds)


@dataclass(frozen=True)
class FamilyMeaning:
    """What a family of rated criteria is called.

    `eliminating` is how one of its criteria that nothing may make up for is told, after « critère »; none of them may be that without it.
    """

    name: str
    eliminating: str = ""


FAMILIES: Mapping[CodeCote, FamilyMeaning] = {
    "utilisation": FamilyMeaning("Utilisation"),
    "securite": FamilyMeaning("Sécurité", eliminating="de sécurité"),
}


@dataclass(frozen=True)
class StepMeaning:
    """What a step says of its conditions: the forces that their clauses have, whether they must be met, about what was done, or only advised."""

    forces: Collection[CodeForce] = ASKING
    must: bool = True
    past: bool = False
    advises: bool = False


STEPS: Mapping[CodeEtape, StepMeaning] = {
    "avant": StepMeaning(),
    "pendant": StepMeaning(),
    "apres": StepMeaning(past=True),
    "conseil": StepMeaning(ADVISING, must=False, advises=True),
    # The texts are silent: whatever they say, none of them asks to ask.
    "demander": StepMeaning(get_args(CodeForce), must=False),
}

# What is asked, as it reads after the name of the platform and a colon.
QUESTIONS: Mapping[CodeContenu, Mapping[CodePublic, str]] = {
    "information-generale": {
        "parents": "communiquer de l'information générale aux parents",
        "eleves": "communiquer de l'information générale aux élèves",
    },
    "realisation-ou-photo": {
        "parents": "montrer à d'autres parents une réalisation ou une photo d'un élève",
        "eleves": "montrer à d'autres élèves une réalisation ou une photo d'un élève",
    },
    "renseignement-personnel": {
        "parents": "communiquer à un parent un renseignement personnel sur son enfant",
        "eleves": "communiquer à un élève un renseignement personnel sur lui-même",
    },
    "renseignement-a-d-autres": {
        "parents": "communiquer à d'autres que ses parents un renseignement personnel sur un élève",
        "eleves": "communiquer à d'autres élèves un renseignement personnel sur l'un d'eux",
    },
}


@dataclass(frozen=True)
class NatureMeaning:
    """What a nature makes of a document.

    `look` is how paper shows it: as a letter, or as a form, which keeps its lines for what is to be filled. `word` says that its words
    may be adapted, in a Word file; `headed`, that the name of the school stands in its heading; `chosen`, that it is made for a class
    unless one leaves it out, if its text binds the staff.
    """

    look: Literal["lettre", "formulaire"]
    word: bool = False
    headed: bool = False
    chosen: bool = False


# In the order in which they are handed out.
NATURES: Mapping[CodeNature, NatureMeaning] = {
    "lettre": NatureMeaning("lettre", word=True, headed=True),
    "formulaire": NatureMeaning("formulaire", chosen=True),
}


@dataclass(frozen=True)
class WordingMeaning:
    """What a sheet says of its words where a clause gives its text, and whether someone confirmed them on a day (« {jour} », « {contact} »)."""

    notice: str
    confirmed: bool = False


WORDINGS: Mapping[CodeMots, WordingMeaning] = {
    "site": WordingMeaning("Mots du site, en langage clair : c'est le formulaire adopté qui prévaut."),
    "adoptes": WordingMeaning("Mots du formulaire adopté, confirmés le {jour} par : {contact}.", confirmed=True),
}


@dataclass(frozen=True)
class BlockMeaning:
    """What a block of a sheet is: `fields`, each with its label; else a `list`, with bullets or numbers; else one paragraph, perhaps `small`."""

    fields: bool = False
    list: Literal["", "ul", "ol"] = ""
    small: bool = False


BLOCKS: Mapping[CodeBloc, BlockMeaning] = {
    "texte": BlockMeaning(),
    "puces": BlockMeaning(list="ul"),
    "numeros": BlockMeaning(list="ol"),
    "champs": BlockMeaning(fields=True),
    "note": BlockMeaning(small=True),
    "visa": BlockMeaning(),
}

# What a class list says of a pupil, in the order in which a field shows it.
LISTED: Mapping[CodeListe, tuple[Literal["nom", "prenom"], ...]] = {
    "nom-complet": ("prenom", "nom"),
    "nom": ("nom",),
    "prenom": ("prenom",),
}

# Who fills a field, as it reads after « à remplir par ».
FILLERS: Mapping[CodePart, str] = {
    "enseignant": "le membre du personnel",
    "direction": "la direction",
    "direction-generale": "la direction générale",
    "personne": "la personne concernée",
    "parent": "le parent ou tuteur",
    "eleve": "l’élève",
}

# Where a proposed value comes from: the school year, the year of its September until that month is over, the day on which one reads, the
# platforms whose answers call for the form, the last day of the deadline that says so, what « Mon école » keeps.
CodeSource = Literal["annee", "septembre", "jour", "plateformes", "limite", "ecole"]


@dataclass(frozen=True)
class ProposedMeaning:
    """What a proposed value is: the kind of field that it suits, where it comes from; `keys` of « Mon école », the first that is written."""

    suits: CodeGenre
    source: CodeSource
    keys: tuple[str, ...] = ()


PROPOSED: Mapping[CodeValeur, ProposedMeaning] = {
    "annee-scolaire": ProposedMeaning("ligne", "annee"),
    "annee-septembre": ProposedMeaning("ligne", "septembre"),
    "plateformes": ProposedMeaning("ligne", "plateformes"),
    "destruction": ProposedMeaning("date", "limite"),
    "aujourd-hui": ProposedMeaning("date", "jour"),
    "mon-ecole": ProposedMeaning("ligne", "ecole", ("nom",)),
    "mon-nom": ProposedMeaning("ligne", "ecole", ("expediteur",)),
    "mon-courriel": ProposedMeaning("courriel", "ecole", ("courriel",)),
    "mon-retour": ProposedMeaning("courriel", "ecole", ("retour", "courriel")),
}

# What the register says of the class, where the documents ask for it.
REGISTER: Mapping[CodeRegistre, str] = {
    "ecole": "École",
    "groupe": "Groupe",
    "annee": "Année scolaire",
    "personnel": "Membre du personnel",
    "plateforme": "Plateforme",
    "moyen": "Moyen",
}


@dataclass(frozen=True)
class Table:
    """A place where each code of a vocabulary, or of a list, has an entry: what a code is called, what the entry says, its name and file."""

    codes: Any
    entries: Collection[str]
    called: str
    says: str
    name: str
    file: str = "macros/model/meanings.py"

    @property
    def lacking(self) -> list[str]:
        """The codes without an entry."""
        return [code for code in get_args(self.codes) or self.codes if code not in self.entries]

    @property
    def line(self) -> int:
        """The line (from 1) at which it begins."""
        text = (Path(__file__).parents[2] / self.file).read_text(encoding="utf-8")
        return next(
            (
                number
                for number, line in enumerate(text.splitlines(), 1)
                if line.startswith((f"{self.name}:", f"{self.name} =", f"class {self.name}("))
            ),
            1,
        )


TABLES = (
    Table(CodeStatut, STATUSES, "le statut", "ce que ce statut permet", "STATUSES"),
    Table(CodeVerdict, VERDICTS, "la réponse", "ce que cette réponse permet et comment elle se présente", "VERDICTS"),
    # A rule may give an answer that the status of the platform allows: one that none allows would never be given.
    Table(CodeVerdict, {code for status in STATUSES.values() for code in status.allows}, "la réponse", "un statut au moins la permet", "STATUSES"),
    # An answer is what its clauses say: one that none may say would never be given.
    Table(SETTLED, get_args(CodeDit), "la réponse", "un article peut la dire à lui seul", "CodeDit", "macros/model/regles.py"),
    Table(CodeEtape, STEPS, "l'étape", "ce que cette étape dit de ses conditions", "STEPS"),
    Table(CodeForce, FORCES, "la force", "ce qu'elle demande, et si elle oblige", "FORCES"),
    Table(CodeCote, FAMILIES, "la famille de critères", "son nom, et si un manque grave peut y être éliminatoire", "FAMILIES"),
    Table(CodeContenu, QUESTIONS, "le contenu", "la question à poser pour chaque public", "QUESTIONS"),
    *(Table(CodePublic, phrases, "le public", f"la question à poser pour « {content} »", "QUESTIONS") for content, phrases in QUESTIONS.items()),
    Table(CodePublic, Statuts.model_fields, "le public", "les statuts pour ce public", "Statuts", "macros/model/plateformes.py"),
    Table(CodeNature, NATURES, "la nature", "comment se présente un document de cette nature, et quels fichiers il a", "NATURES"),
    Table(CodeMots, WORDINGS, "l'origine des mots", "ce qu'en dit la feuille, et si quelqu'un les a confirmés", "WORDINGS"),
    Table(CodeBloc, BLOCKS, "le bloc", "des champs, une liste ou un paragraphe", "BLOCKS"),
    Table(CodeBloc, Bloc.model_fields, "le bloc", "la clé qui le contient", "Bloc", "macros/model/formulaires.py"),
    Table(CodeListe, LISTED, "la colonne", "ce qu'elle dit d'un élève", "LISTED"),
    Table(CodeGenre, FIELDS, "le genre de champ", "comment ce champ se remplit", "FIELDS", "macros/model/genres.py"),
    Table(CodePart, STAFF, "la partie", "si elle est du personnel", "STAFF", "macros/model/formulaires.py"),
    Table(CodePart, FILLERS, "la partie", "comment nommer qui la remplit", "FILLERS"),
    Table(CodeValeur, PROPOSED, "la valeur proposée", "le genre de champ qui lui convient, et d'où elle vient", "PROPOSED"),
    Table(CodeSens, SENSES, "le sens", "ce qui va avec lui", "SENSES", "macros/model/relectures.py"),
    *(
        Table(Determinant, agreed, "le déterminant", f"ce que « {masculine} » devient", "AGREEMENTS", "macros/model/organisations.py")
        for masculine, agreed in AGREEMENTS.items()
    ),
    Table(CodeRegistre, REGISTER, "la ligne du registre", "le nom de cette ligne", "REGISTER"),
)
