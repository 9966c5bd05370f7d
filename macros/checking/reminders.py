"""What is right and may still be an oversight: it is said after the check, and stops nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import chain

from macros.checking.addresses import AROUND, ELSEWHERE
from macros.checking.assistants import perhaps_assistant
from macros.checking.former import former_state, touched
from macros.checking.hosts import doubtful
from macros.checking.layout import passages
from macros.checking.links import outside
from macros.checking.notices import says
from macros.checking.persons import perhaps_named, perhaps_person
from macros.checking.punctuation import apart, misplaced
from macros.checking.sentences import of_data
from macros.checking.telephones import unusual
from macros.checking.twins import perhaps_copied
from macros.checking.wording import ours, theirs
from macros.checking.written_days import miswritten
from macros.mistakes import Mistake
from macros.model.addresses import is_restricted
from macros.model.avis import ArticleModifie, Avis, FichierAvis
from macros.model.base import host_error
from macros.model.kinds import of
from macros.model.plateformes import Plateforme, Statuts
from macros.model.relectures import FichierRelectures
from macros.project import Project
from macros.reading.draft import TEXTS, Draft, text_name

# The words of a link that are those of any other (SGQRI 008).
WORDLESS = re.compile(
    r"(?<!!)\[ *((?:(?:cliquez|cliquer|appuyez) )?ici|(?:(?:ce|le|suivez ce|voir le|cliquez sur ce) )?lien|lire la suite|en savoir plus"
    r"|(?:click )?here) *\]\(",
    re.I,
)
# Words in capitals that follow one another, as a notice shouts them; of names made of initials, none has five letters and two vowels.
CAPITALS = "A-ZÀ-ÖØ-ÞŒ"
SHOUTED = re.compile(rf"(?<![\w/.'’-])[{CAPITALS}][{CAPITALS}'’-]*(?: [{CAPITALS}][{CAPITALS}'’-]*){{2,}}(?![\w/@])")
SPOKEN = re.compile(rf"(?=[{CAPITALS}]{{5}})(?:[{CAPITALS}]*[AEIOUYÀ-ÆÈ-ÏÒ-ÖÙ-ÝŒ]){{2}}")
BOLD = re.compile(r"\*\*[^*\n]{1,80}(?<![.!?])\*\* *:?")
STARTED = re.compile(r"Centre de services scolaire à nommer|Remplacez ces mots par ceux de votre texte")


def reminders(project: Project, today: date) -> list[Mistake]:
    """Return what an editor may have forgotten, each at its place, with what to do about it."""
    draft = project.draft
    dated = [*early(project, today), *overdue(project, today), *corrected(project, today)]
    of_project = [part(project) for part in (one_sided, unfollowed, unwritten, perhaps_copied, wordless, untitled, doubtful)]
    of_words = [part(draft) for part in (apart, loose, restricted, perhaps_assistant, perhaps_person, perhaps_named, shouted, of_texts)]
    return [*dated, *chain.from_iterable([*of_project, *of_words])]


def of_texts(draft: Draft) -> Iterator[Mistake]:
    """Yield what would be a slip in the site's own words, and that a text may say so: it is a source."""
    for part in (misplaced, miswritten, unusual):
        yield from (replace(mistake, remedy=f"{mistake.remedy}, sauf si le texte adopté le dit ainsi") for mistake in part(theirs(draft)))


def wordless(project: Project) -> Iterator[Mistake]:
    """Yield the links whose words say nothing to who hears them alone."""
    for page in project.draft.pages.values():
        for number, line in enumerate(page.prose, 1):
            if found := WORDLESS.search(line):
                remedy = "dites où mène le lien : un lecteur d'écran peut lire les liens seuls, l'un après l'autre"
                yield page.blame(number, f"« {found[1]} » ne dit pas où mène ce lien", remedy)


def loose(draft: Draft) -> Iterator[Mistake]:
    """Yield the files beside the folders of the site that look like a page or data: they are in the project and on no page."""
    for name in draft.tree.loose:
        yield Mistake(name, 1, "personne ne lit ce fichier", "déplacez-le dans docs si c'est une page, dans data si ce sont des données")


def restricted(draft: Draft) -> Iterator[Mistake]:
    """Yield the addresses that may open for some readers alone, in the pages and in the data."""
    typed = ((file, line, found[0].rstrip(AROUND)) for file, line, text in of_data(draft) for found in ELSEWHERE.finditer(text) if "://" in text)
    for file, line, address in (*outside(draft), *typed):
        if not host_error(address) and is_restricted(address):
            problem = f"l'adresse « {address} » ne s'ouvre peut-être qu'avec un compte, ou dans un réseau"
            yield Mistake(file, line, problem, "vérifiez que vos lecteurs l'ouvrent ou, si c'est un document, déposez-le en PDF dans docs/")


def shouted(draft: Draft) -> Iterator[Mistake]:
    """Yield the words in capitals of the site's own texts: they are slow to read, and a screen reader may spell them."""
    for file, line, text in ours(draft):
        for found in (one for one in SHOUTED.finditer(text) if SPOKEN.search(one[0])):
            yield Mistake(
                file, line, f"« {found[0]} » est en majuscules", "écrivez ces mots en minuscules : ils se lisent mieux, et s'entendent mieux"
            )


def untitled(project: Project) -> Iterator[Mistake]:
    """Yield the words in bold that are alone in their passage, as those of a heading: a screen reader finds no heading there."""
    for page in (page for name, page in project.draft.pages.items() if text_name(name) is None):
        for number, passage in passages(page.prose):
            if BOLD.fullmatch(passage.strip()):
                yield page.blame(number, f"« {passage.strip()} » est en gras, seul sur sa ligne", "si c'est un intertitre, écrivez-le après « ## »")


def unfollowed(project: Project) -> Iterator[Mistake]:
    """Yield the book of what was read again if it follows no clause: what rests on one is then asked of nobody when its words change."""
    if not project.draft.model(FichierRelectures).relectures:
        yield project.draft.source(FichierRelectures).blame(
            ("relectures",),
            "aucun article n'est suivi : si ses mots changent, rien ne dira quoi relire",
            "rétablissez ces lignes à partir de l'historique du dépôt ; si le site est nouveau, « make relectures » les écrit",
        )


def unwritten(project: Project) -> Iterator[Mistake]:
    """Yield the words with which a new site starts (`tools/nouveau/`), in the place of those of its organisation."""
    lines = ((page.file, number, line) for page in project.draft.pages.values() for number, line in enumerate(page.prose, 1))
    for file, line, text in (*of_data(project.draft), *lines):
        if found := STARTED.search(text):
            yield Mistake(file, line, f"« {found[0]} » est ce que dit un site neuf", "écrivez ce qui vaut pour votre organisation")


def early(project: Project, today: date) -> Iterator[Mistake]:
    """Yield the notices whose day has not come, or that of their correction: the site shows them as soon as they are there."""
    for rank, notice in enumerate(project.all(Avis).values()):
        for key, verb, day in (("publie_le", "paraître", notice.publie_le), ("corrige_le", "être corrigé", notice.corrige_le)):
            if day and today < day:
                yield project.draft.source(FichierAvis).blame(
                    ("avis", rank, key),
                    f"cet avis dit {verb} le {day}, et le site le montre dès qu'il y est",
                    "ne l'ajoutez que ce jour-là, ou corrigez le jour",
                )


def overdue(project: Project, today: date) -> Iterator[Mistake]:
    """Yield the clauses whose new wording holds and still stands in its notice alone: the page has the old one."""
    for rank, notice in enumerate(project.all(Avis).values()):
        for index, changed in enumerate(notice.articles):
            if changed.nouveau and not notice.a_venir(today) and not followed(project, notice, changed):
                page = f"{TEXTS}/{changed.article.document}.md"
                yield project.draft.source(FichierAvis).blame(
                    ("avis", rank, "articles", index, "nouveau"),
                    f"« {changed.article} » a ces nouveaux mots depuis le {notice.en_vigueur}, et sa page garde les anciens",
                    f"recopiez-les dans {page}, et gardez ici les anciens sous « ancien: »",
                )


def corrected(project: Project, today: date) -> Iterator[Mistake]:
    """Yield the notices that a proposal has announce something else without saying so: who read one, or follows the feed, would not know."""
    source = project.draft.source(FichierAvis)
    before = former_state(project.draft) if source.file in touched(project.draft) else None
    file = before.found(FichierAvis) if before else None
    former = {notice.id: notice for notice in file.avis} if file else {}
    for rank, notice in enumerate(project.all(Avis).values()):
        then = former.get(notice.id)
        if then and notice.differs_from(then) and notice.corrige_le in (None, then.corrige_le) and then.publie_le <= today:
            yield source.blame(
                ("avis", rank),
                f"cet avis, paru le {then.publie_le}, dit maintenant autre chose, et ceux qui l'ont lu ne le sauront pas",
                f"écrivez « corrige_le: {today} » sous son jour de parution, sauf si seule une faute de frappe change",
            )


def followed(project: Project, notice: Avis, changed: ArticleModifie) -> bool:
    """Tell whether the page of a clause has the new words of a notice, or has gone on from them: a later one is about that clause too."""
    later = (one for one in project.all(Avis).values() if one.en_vigueur > notice.en_vigueur)
    gone_on = any(other.article == changed.article and other.ancien for one in later for other in one.articles)
    return gone_on or says(project.passages[changed.article], changed.nouveau)


def one_sided(project: Project) -> Iterator[Mistake]:
    """Yield the platforms of which a proposal changes the statuses for one audience and leaves those of the other as they were."""
    files = {id_: of(Plateforme).file_of(id_) for id_ in project.plateformes}
    # The former state takes as long to read as the new one.
    before = former_state(project.draft) if touched(project.draft).keys() & {*files.values()} else None
    for id_, file in files.items():
        platform, former = project.plateformes[id_], before.models.get(file) if before else None
        changed = [people for people in Statuts.model_fields if differ(former, platform, people)]
        if len(changed) == 1 and isinstance(former, Plateforme):
            (other,) = [people for people in Statuts.model_fields if people not in changed]
            yield project.draft.sources[file].blame(
                ("statuts", other), f"les statuts changent pour « {changed[0]} », et rien ne change pour « {other} »", "vérifiez que c'est voulu"
            )


def differ(former: object, platform: Plateforme, people: str) -> bool:
    """Tell whether what a platform says of an audience is not what it said."""
    return isinstance(former, Plateforme) and getattr(former.statuts, people) != getattr(platform.statuts, people)
