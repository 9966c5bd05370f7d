"""The commands `python -m macros check`, `proof`, `coverage`, `links`, `relectures`, `incidences`, `schemas` and `stale`, and `finish` on a site."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from macros.checking import rereading
from macros.checking.links import outside
from macros.checking.reminders import reminders
from macros.incidences.command import incidences
from macros.lists.coverage import coverage
from macros.loading import load_known
from macros.mistakes import MistakesError, annotate, told, typeset
from macros.model.kinds import PLACES
from macros.model.relectures import FichierRelectures
from macros.project import Project
from macros.published import editing
from macros.reading.draft import read, text_name
from macros.reading.tree import walk
from macros.refusals import phrase
from macros.rendering.context import build_day
from macros.rendering.pages import site_context
from macros.rules.proof import prove
from macros.school_year import far_horizon
from macros.sound import FILE as SOUND
from macros.sound import Sound
from macros.words import many

ROOT = Path(__file__).resolve().parent.parent


def main(command: str, *place: str) -> int:
    """Run a command, on a place where it asks for one; return the exit code.

    Every mistake of the data and the clauses is printed, or what the system refuses, in French.
    """
    try:
        if command in ON_FILES:
            return ON_FILES[command](ROOT)
        if command in ON_SITE:
            return ON_SITE[command](*map(Path, place))
        return ON_PROJECT[command](load_known(ROOT, Sound(ROOT / SOUND), again=True))
    except MistakesError as error:
        print(told(error.mistakes))
    except OSError as error:
        print(typeset(phrase(error)))
    return 1


def check(project: Project) -> int:
    """Say how much was read without a mistake, then what may have been forgotten."""
    clauses = sum(len(found) for found in project.clauses.values())
    print(f"Aucune erreur\u00a0: {len(project.draft.sources)} fichiers de données, {many(clauses, 'article')}.")
    if found := reminders(project, build_day()):
        told = "\n".join(["À vérifier, sans que rien n'empêche de publier :", *map(str, found)])
        print("\n".join(filter(None, [annotate(found, mild=True), typeset(told)])))
    return 0


def proof(project: Project) -> int:
    """Ask every question on every day, and print what was tried and what failed."""
    done = prove(project.facts, project.reponses, far_horizon(build_day()))
    print(
        f"Questions : {done.combinations} (plateformes × destinataires × contenus).",
        f"Jours : {done.days}, du {done.first} au {done.last}.",
        f"Cas : {done.cases}.",
        f"Règles : {done.rules} ; réponses datées : {done.periods}.",
        *done.failures[:20],
        f"Résultat : {len(done.failures)} échec(s)." if done.failures else "Résultat : chaque cas a une réponse et une seule ; chaque règle sert.",
        sep="\n",
    )
    return 1 if done.failures else 0


def covered(project: Project) -> int:
    """Print, for each obligation and interdiction to cover, the questions that carry it out."""
    clauses = [clause for text in project.documents.values() if text.couverture for clause in project.clauses[text.id]]
    if not clauses:
        print(typeset("Aucun texte n'est à couvrir : aucun ne porte « couverture: oui » dans data/encadrements.yml."))
    for carried in coverage(clauses, project.listes, project.passages, project.personnel):
        print(f"{carried.clause.reference:36}{carried.force:14}{', '.join(carried.questions) or 'AUCUNE QUESTION'}")
    return 0


def links(project: Project) -> int:
    """Print the links of the pages that lead to another host, for who reads a proposal."""
    for file, line, address in outside(project.draft):
        print(f"{file}:{line} : {address}")
    return 0


def schemas(root: Path) -> int:
    """Write what helps editors type, from the models."""
    editing.write(root)
    return 0


def relectures(root: Path) -> int:
    """Give each clause that has none its line of the book of what was read again, with the words that it has.

    Raises MistakesError rather than lose the lines of a book, or of a text, that cannot be read.
    """
    book, draft = root / PLACES[FichierRelectures], read(root, walk(root))
    of_texts = [mistake for page in draft.pages.values() if text_name(page.file) for mistake in page.mistakes]
    if lost := [mistake for mistake in (*draft.mistakes, *of_texts) if book.is_file() or mistake.file != PLACES[FichierRelectures]]:
        raise MistakesError(lost)
    model = draft.found(FichierRelectures)
    known = {str(one.article) for one in model.relectures} if model else set()
    book.write_text(rereading.written(draft), encoding="utf-8")
    print(f"{PLACES[FichierRelectures]}\u00a0: {many(len(draft.passages), 'ligne')}, dont {len(draft.passages.keys() - known)} de plus.")
    return 0


def stale(root: Path) -> int:
    """Name, for programmers, what the models would now write otherwise."""
    found = editing.stale(root)
    if found:
        print(f"No longer what the models say: {', '.join(found)}. Remedy: run « make schemas », then commit what changed.")
    return 1 if found else 0


def finished(site: Path) -> int:
    """Finish the site that an engine left as data, in its folder: what Zensical's build is followed by."""
    from macros.adapter.address import asked
    from macros.adapter.zensical.finish import finish

    finish(site_context(load_known(ROOT, Sound(ROOT / SOUND), again=False)), site, asked())
    return 0


ON_PROJECT = {"check": check, "proof": proof, "coverage": covered, "links": links}
ON_SITE = {"finish": finished}
ON_FILES = {"schemas": schemas, "stale": stale, "relectures": relectures, "incidences": incidences}

USAGE = f"usage: python -m macros {'|'.join([*ON_PROJECT, *ON_FILES])}, or {'|'.join(ON_SITE)} SITE"

if __name__ == "__main__":
    commands = ON_SITE if len(sys.argv) == 3 else {**ON_PROJECT, **ON_FILES}
    if len(sys.argv) not in (2, 3) or sys.argv[1] not in commands:
        sys.exit(USAGE)
    try:
        code = main(*sys.argv[1:])
        sys.stdout.flush()
    except BrokenPipeError:
        # Who reads has read enough (`… | head`): nothing is left to be said, at the exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 1
    sys.exit(code)
