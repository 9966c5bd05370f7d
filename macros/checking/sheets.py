"""The letters and forms: each field has its place and what suits its kind; what a sheet says is what its clauses say."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, partial

from macros.checking.runner import Sound, at, checks
from macros.checking.texts import Clean
from macros.clauses.passages import Passage
from macros.mistakes import Mistake
from macros.model.base import Mot
from macros.model.encadrements import FichierEncadrements
from macros.model.formulaires import BLANC, TIERS, Champ, Formulaire
from macros.model.genres import FIELDS
from macros.model.kinds import of
from macros.model.meanings import BLOCKS, PROPOSED, WORDINGS
from macros.model.regles import FichierRegles
from macros.model.vocabulaire import FichierVocabulaire
from macros.reading.draft import Draft
from macros.reading.models import walk
from macros.reading.nodes import Path_
from macros.sheets.proposals import callers
from macros.words import closest, nearest

Wrong = tuple[Path_, str, str]

# What was meant as a blank, once those that are one are away.
LONE = re.compile(r"\[[^\[\]\s]*(?:[^\[\]]*\])?|\]")
# A line or a box that is typed: no one fills it on a screen, and it is in no file to fill.
DRAWN = re.compile(r"_{3,}|\.{4,}|…{2,}|[☐□❏❑]")
# What a clause that asks for a writing says.
WRITING = re.compile(r"\bécrit|\bformulaire|\bsigner\b|\bdocument\b", re.I)

# The characters and the lines of a field, at most: those of a sheet of paper.
LONGEST, MOST_LINES = 3000, 60


@checks
def check(draft: Draft, forms: Sound[Formulaire]) -> Iterator[Mistake]:
    """Yield the mistakes of the letters and forms that are seen without anything else."""
    yield from each(draft, forms, in_form)


@checks
def grounds(draft: Draft, forms: Sound[Formulaire], register: FichierEncadrements) -> Iterator[Mistake]:
    """Check that the clauses are the organisation's."""
    owners = {str(text.id): str(text.organisation) for text in register.encadrements}
    yield from each(draft, forms, partial(foreign, owners))


@checks
def writings(draft: Draft, forms: Sound[Formulaire], clean: Clean) -> Iterator[Mistake]:
    """Check that the clauses said to ask for a writing speak of one."""
    yield from each(draft, forms, partial(writing, clean))


@checks
def bases(draft: Draft, forms: Sound[Formulaire]) -> Iterator[Mistake]:
    """Check what else a form says of its clauses, unless one does not exist: it may be any of those that are meant."""
    yield from each(draft, Sound({id_: form for id_, form in forms.items() if draft.passages.keys() >= {*form.articles}}), basis)


@checks
def forces(draft: Draft, forms: Sound[Formulaire], vocabulary: FichierVocabulaire, clean: Clean) -> Iterator[Mistake]:
    """Check that each force that a sheet says, by the words of the vocabulary, is one of its clauses'."""
    yield from each(draft, forms, partial(unfounded, vocabulary, clean))


@checks
def proposals(draft: Draft, forms: Sound[Formulaire], rules: FichierRegles) -> Iterator[Mistake]:
    """Check that the rules call for a form in which platforms are proposed."""
    for id_, form in forms.items():
        if not callers(rules.conditions, id_, form):
            for index in (index for index, champ in enumerate(form.champs) if champ.propose and PROPOSED[champ.propose].source == "plateformes"):
                problem = "aucune plateforme ne sera jamais proposée : aucune condition ne nomme ce document ni ne cite l'un de ses articles"
                remedy = "nommez-le dans une condition de data/regles.yml, ou supprimez cette ligne"
                yield draft.sources[of(Formulaire).file_of(id_)].blame(("champs", index, "propose"), problem, remedy)


@checks
def others(draft: Draft, forms: Sound[Formulaire]) -> Iterator[Mistake]:
    """Check what a form takes of another one: the answers of its statements, its return that a letter recalls."""
    yield from each(draft, forms, partial(taking, forms))


def taking(forms: Sound[Formulaire], form: Formulaire) -> Iterator[Wrong]:
    """Check what a form takes of others."""
    yield from recalling(forms, form)
    for index, champ in enumerate(form.champs):
        yield from (((("champs", index, key)), problem, remedy) for key, problem, remedy in repeating(forms, champ))


def each(draft: Draft, forms: Sound[Formulaire], part: Callable[[Formulaire], Iterator[Wrong]]) -> Iterator[Mistake]:
    """Yield what is wrong with each form."""
    for id_, form in forms.items():
        yield from (draft.sources[of(Formulaire).file_of(id_)].blame(*wrong) for wrong in part(form))


def in_form(form: Formulaire) -> Iterator[Wrong]:
    """Check a form: its words, when it is needed, its fields, where they stand."""
    yield from adopted(form)
    yield from moment(form)
    for index, champ in enumerate(form.champs):
        yield from (((("champs", index, key)), problem, remedy) for key, problem, remedy in in_field(form, champ))
    yield from drawn(form)
    for path, sentence in sentences(form):
        yield from blanks(form, path, sentence)
    yield from lists_of_fields(form)
    yield from unplaced(form)


def foreign(owners: dict[str, str], form: Formulaire) -> Iterator[Wrong]:
    """Check that the clauses of a form are its organisation's, given the organisation of each text."""
    for index, article in enumerate(form.articles):
        if owners.get(article.document, form.organisation) != form.organisation:
            problem = f"le texte « {article.document} » est celui d'une autre organisation que « {form.organisation} »"
            yield ("articles", index), problem, "citez un article de cette organisation, ou changez la ligne « organisation: »"


def basis(form: Formulaire) -> Iterator[Wrong]:
    """Check that the clause that words the form is that of a text that calls for it, and that those said to ask for a writing do too."""
    if form.modele and form.modele.document not in {article.document for article in form.articles}:
        remedy = "citez un article de l'un des textes qui demandent le document"
        yield ("modele",), f"aucun des « articles » ne vient du texte « {form.modele.document} »", remedy
    for index, article in enumerate(form.ecrit):
        if article not in form.articles:
            remedy = "ajoutez-le à « articles », ou supprimez cette ligne"
            yield ("ecrit", index), f"« {article} » n'est pas parmi les « articles » du document", remedy


def writing(passages: dict[str, Passage], form: Formulaire) -> Iterator[Wrong]:
    """Check the clauses said to ask for this writing."""
    for index, article in enumerate(form.ecrit):
        if article in form.articles and not all(WRITING.search(passage.markdown) for passage in at(passages, article)):
            problem = f"l'article « {article} » ne parle d'aucun écrit"
            yield ("ecrit", index), problem, "supprimez cette ligne : le document s'y appuie, sans que l'article le demande"


def adopted(form: Formulaire) -> Iterator[Wrong]:
    """Check that the words of an adopted form are those of one, and that someone confirmed them; and that nobody confirms the site's."""
    confirmed = {"confirme_par": form.confirme_par, "confirme_le": form.confirme_le}
    if WORDINGS[form.mots].confirmed:
        if form.modele is None:
            remedy = "ajoutez la ligne « modele: » et cet article, ou supprimez « mots: »"
            yield ("mots",), "aucun article ne donne le texte de ce document", remedy
        if lacking := [key for key, value in confirmed.items() if not value]:
            remedy = f"ajoutez {' et '.join(f'« {key}: »' for key in lacking)}"
            yield ("mots",), "rien ne dit qui a confirmé ces mots, ou quand", remedy
    else:
        remedy = f"ajoutez {' ou '.join(f'« mots: {code} »' for code, words in WORDINGS.items() if words.confirmed)}, ou supprimez cette ligne"
        for key in (key for key, value in confirmed.items() if value):
            yield (key,), "les mots de la feuille sont ceux du site : personne ne les confirme", remedy


def unfounded(vocabulary: FichierVocabulaire, clean: Clean, form: Formulaire) -> Iterator[Wrong]:
    """Check the forces that a sheet says; one of which the texts have mistakes is left aside."""
    cited = {*form.articles, *([form.modele] if form.modele else [])}
    known = {force for article in cited for passage in at(clean, article) for force in passage.clause.forces}
    for path, text in texts(form):
        for force, word in said(vocabulary, text):
            if force not in known and cited <= clean.keys():
                problem = f"« {word} » dit la force « {force} », qu'aucun article de ce document n'a"
                yield path, problem, f"dites-le comme l'article ({', '.join(sorted(known))}), ou citez l'article qui le dit"


def texts(form: Formulaire) -> Iterator[tuple[Path_, str]]:
    """Yield all that a form says, with its places; what it is for is said elsewhere by the clauses themselves."""
    yield from ((path, value) for path, value in walk(form) if isinstance(value, str) and not isinstance(value, Mot))


def said(vocabulary: FichierVocabulaire, text: str) -> Iterator[tuple[str, str]]:
    """Yield each force that a text says and the word that says it, after the vocabulary."""
    for mention in vocabulary.forces:
        if mention.mots and (found := any_of(tuple(mention.mots)).search(text)):
            yield str(mention.id), found[0]


@cache
def any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds one of some words."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.I)


def moment(form: Formulaire) -> Iterator[Wrong]:
    """Check that a form says when it is needed, once."""
    if form.echeance and form.quand:
        yield ("quand",), "« echeance » et « quand » disent tous deux le moment", "gardez « echeance », ou supprimez-la et gardez « quand »"
    elif not form.echeance and not form.quand:
        yield (), "rien ne dit quand employer ce document", "ajoutez une ligne « echeance: », ou une ligne « quand: » et le moment en mots"


def recalling(forms: Sound[Formulaire], form: Formulaire) -> Iterator[Wrong]:
    """Check that a letter that recalls a form is made for the pupils of a class, as that form is, and that something of it comes back."""
    other = forms.get(form.rappel_de) if form.rappel_de else None
    if form.rappel_de and not form.classe:
        remedy = "ajoutez la ligne « classe: oui » au document, ou supprimez cette ligne"
        yield ("rappel_de",), "ce document ne se fait pas pour toute une classe", remedy
    if other and not (other.classe and any(champ.qui in TIERS for champ in other.champs)):
        problem = f"personne ne remet « {form.rappel_de} » pour chaque élève d'une classe"
        yield ("rappel_de",), problem, "nommez un document « classe: oui » qu'un parent ou un élève remplit, ou supprimez cette ligne"


def unwritable(champ: Champ) -> Iterator[tuple[str, str, str]]:
    """Yield what is wrong with a length or a number of lines in which nobody could write: the key at fault, the problem, the remedy."""
    for key, asked, most in (("longueur", champ.longueur, LONGEST), ("lignes", champ.lignes, MOST_LINES)):
        if asked is not None and not 1 <= asked <= most:
            yield key, f"« {key}: {asked} » n'est pas entre 1 et {most}", "corrigez ce nombre, ou supprimez la ligne"


def uncountable(champ: Champ) -> Iterator[tuple[str, str, str]]:
    """Yield what is wrong with the bounds of a number that one writes: the key at fault, the problem, the remedy."""
    least, most = champ.minimum, champ.maximum
    for key, other in (("minimum", "maximum"), ("maximum", "minimum")):
        if getattr(champ, key) is None:
            continue
        if not champ.sens.one_line:
            yield key, f"un champ « {champ.genre} » n'a pas de {key}", f"supprimez cette ligne, ou écrivez {kinds('one_line')}"
        elif getattr(champ, other) is None:
            yield key, f"ce champ n'a pas de {other}", f"ajoutez une ligne « {other}: », ou supprimez cette ligne"
    if least is not None and most is not None and least >= most:
        yield "maximum", f"« maximum: {most} » n'est pas plus grand que « minimum: {least} »", "corrigez l'un des deux nombres"
    if most is not None and champ.longueur and len(str(most)) > champ.longueur:
        yield "longueur", f"« {most} » ne s'écrit pas en « longueur: {champ.longueur} »", "corrigez l'un des deux nombres"


def kinds(trait: str) -> str:
    """Return the lines that one can write so that a field has a trait of its kind."""
    return " ou ".join(f"« genre: {code} »" for code, meaning in FIELDS.items() if getattr(meaning, trait))


def in_field(form: Formulaire, champ: Champ) -> Iterator[tuple[str, str, str]]:
    """Check that what a field holds suits its kind: yield the key at fault, the problem, the remedy."""
    kind, meaning = champ.genre, champ.sens
    if meaning.offered and not champ.options and not champ.enonces_de:
        yield "genre", f"un champ « {kind} » demande des réponses", "ajoutez une liste « options: », chacune avec « id » et « libelle »"
    if not meaning.offered and champ.options:
        yield "options", f"un champ « {kind} » n'offre pas de réponses", f"supprimez « options », ou écrivez {kinds('offered')}"
    if not meaning.several_lines and champ.lignes:
        yield "lignes", f"un champ « {kind} » n'a pas de nombre de lignes", f"supprimez cette ligne, ou écrivez {kinds('several_lines')}"
    if not meaning.sized and champ.longueur:
        yield "longueur", f"un champ « {kind} » n'a pas de longueur", "supprimez cette ligne"
    yield from unwritable(champ)
    yield from uncountable(champ)
    yield from unproposed(champ)
    if champ.liste:
        yield from listed(form, champ)
    if champ.registre:
        yield from recalled(form, champ)


def unproposed(champ: Champ) -> Iterator[tuple[str, str, str]]:
    """Check that what a field proposes suits its kind: yield the key at fault, the problem, the remedy."""
    proposed = PROPOSED[champ.propose] if champ.propose else None
    if proposed and champ.libre:
        yield "propose", "le site ne peut pas remplir ce champ à la place de la personne", "supprimez la ligne « propose: »"
    elif proposed and champ.genre != proposed.suits:
        problem = f"« {champ.propose} » ne va pas dans un champ « {champ.genre} »"
        yield "propose", problem, f"écrivez « genre: {proposed.suits} », ou supprimez cette ligne"
    if champ.public and not (proposed and proposed.source == "plateformes"):
        yield "public", "ce champ ne propose pas de plateformes", "supprimez cette ligne, ou écrivez « propose: plateformes »"


def repeating(forms: Sound[Formulaire], champ: Champ) -> Iterator[tuple[str, str, str]]:
    """Check that the answers that are another form's statements are offered, and that it has some."""
    if not champ.enonces_de:
        return
    if not champ.sens.offered:
        yield (
            "enonces_de",
            f"un champ « {champ.genre} » n'offre pas de réponses",
            f"supprimez cette ligne, ou écrivez {kinds('offered')}",
        )
    if champ.options:
        yield "enonces_de", "les réponses sont dites deux fois", "gardez « enonces_de », ou supprimez-la et gardez « options »"
    other = forms.get(champ.enonces_de)
    if other and not other.numeros:
        yield (
            "enonces_de",
            f"« {champ.enonces_de} » n'a aucun énoncé à « Oui » ou « Non »",
            "nommez un document qui en a, ou écrivez les réponses dans « options »",
        )


def listed(form: Formulaire, champ: Champ) -> Iterator[tuple[str, str, str]]:
    """Check that a field may be filled from a class list: names, in a form made per pupil, by the staff."""
    if not form.classe:
        yield "liste", "ce document ne se fait pas pour toute une classe", "ajoutez la ligne « classe: oui » au document, ou supprimez cette ligne"
    if champ.libre or not champ.sens.one_line:
        problem = "la liste de classe ne peut pas remplir ce champ"
        yield "liste", problem, "supprimez cette ligne : la liste ne remplit qu'une ligne que le personnel remplit"


def recalled(form: Formulaire, champ: Champ) -> Iterator[tuple[str, str, str]]:
    """Check that the register may recall a field: one that the staff write once for a whole class."""
    if not form.classe or champ.libre or champ.liste or not champ.sens.written:
        remedy = "supprimez cette ligne : il ne rappelle que ce que le personnel écrit une fois pour toute une classe"
        yield "registre", "le registre des retours ne peut pas rappeler ce champ", remedy


def sentences(form: Formulaire) -> Iterator[tuple[Path_, str]]:
    """Yield the sentences in which a field may stand, with their places."""
    for part, partie in enumerate(form.parties):
        for number, bloc in enumerate(partie.blocs):
            where = ("parties", part, "blocs", number, bloc.genre)
            if BLOCKS[bloc.genre].list:
                yield from (((*where, index), line) for index, line in enumerate(bloc.lignes))
            elif not BLOCKS[bloc.genre].fields:
                yield where, bloc.lignes[0]
    if form.retour:
        yield ("retour",), form.retour


def drawn(form: Formulaire) -> Iterator[Wrong]:
    """Check that no line nor box is drawn where a field is meant."""
    for path, text in texts(form):
        if found := DRAWN.search(text):
            remedy = "faites-en un champ, dans « champs: », et placez-le : entre crochets dans une phrase, comme [nom], ou dans un bloc « champs: »"
            yield path, f"« {found[0]} » ne se remplirait que sur papier", remedy


def blanks(form: Formulaire, path: Path_, sentence: str) -> Iterator[Wrong]:
    """Check that each blank of a sentence names a field that can stand in one."""
    for found, meant in lone(form, sentence):
        remedy = f"écrivez [{meant}]" if meant else "écrivez l'identifiant du champ entre deux crochets, comme [nom], ou enlevez ces signes"
        yield path, f"« {found} » ne nomme aucun champ, et serait imprimé tel quel", remedy
    for name in dict.fromkeys(BLANC.findall(sentence)):
        champ = form.par_id.get(name)
        if champ is None:
            yield path, f"« [{name}] » ne nomme aucun champ", nearest(name, list(form.par_id))
        elif not champ.sens.in_sentence:
            remedy = "placez-le dans un bloc « champs: », entre deux paragraphes"
            yield path, f"le champ « {name} » ({champ.genre}) n'entre pas dans une phrase", remedy


def lone(form: Formulaire, sentence: str) -> list[tuple[str, str | None]]:
    """Return what stands between brackets and is no blank: each field plainly meant; of the rest, the first, unless it is a bracket left over."""
    found = [(signs, Mot.made(signs)) for signs in dict.fromkeys(LONE.findall(BLANC.sub("", sentence)))]
    known = [(signs, made) for signs, made in found if made in form.par_id]
    return [*known, *[(signs, None) for signs, made in found if made not in form.par_id and (made or not known)][:1]]


def lists_of_fields(form: Formulaire) -> Iterator[Wrong]:
    """Check the blocks of fields: each names a field that exists and that stands in no other block."""
    seen: set[str] = set()
    for part, partie in enumerate(form.parties):
        for number, bloc in enumerate(partie.blocs):
            for index, name in enumerate(bloc.champs or ()):
                path = ("parties", part, "blocs", number, "champs", index)
                if name not in form.par_id:
                    yield path, f"le champ « {name} » n'existe pas", nearest(name, list(form.par_id))
                elif name in seen:
                    yield (
                        path,
                        f"le champ « {name} » est déjà placé plus haut",
                        f"supprimez cette ligne, ou répétez sa valeur dans une phrase avec [{name}]",
                    )
                seen.add(name)


def unplaced(form: Formulaire) -> Iterator[Wrong]:
    """Check that each field stands somewhere on the sheet; a misspelt name, told above, may be its own, unless it is plainly another's."""
    placed = {str(name) for partie in form.parties for bloc in partie.blocs for name in bloc.champs or ()}
    placed |= {name for _, sentence in sentences(form) for name in (*BLANC.findall(sentence), *(meant for _, meant in lone(form, sentence) if meant))}
    meant = {closest(name, form.par_id) for name in placed - form.par_id.keys()}
    for index, champ in enumerate(form.champs):
        if champ.id not in placed and not {champ.id, None} & meant:
            written = f"écrivez [{champ.id}] dans une phrase, " if champ.sens.in_sentence else ""
            remedy = f"{written}ajoutez-le à un bloc « champs: », ou supprimez-le"
            yield ("champs", index, "id"), f"le champ « {champ.id} » n'est placé nulle part", remedy
