"""The French search as two scripts: what finds, with all that it knows of the pages and of the answers, and what draws in the page.

The first runs in a worker, or in the page itself where one opens the site from a folder: it starts no worker there. Neither is asked for before
the first sign of a search.
"""

from __future__ import annotations

import json
import shutil
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import rcssmin

from macros.export.guard import check
from macros.export.scripts import published
from macros.model.plateformes import Plateforme
from macros.project import Project
from macros.rendering import sheet_macros
from macros.rendering.context import Context
from macros.rendering.platform_macros import address, stand_in
from macros.rendering.situation_macros import Placed, answers, every, name_of
from macros.rules.table import Answer
from macros.sheets.basis import reference

# What finds: numbered in the order in which its files are joined. The build copies them like any file of the theme.
SOURCES = "assets/recherche"
DAYS = "composants/commun/jours.js"
# What draws, in its order, and the styles that it brings.
PAGE = ("composants/commun/elements.js", "composants/commun/styles.js", f"{SOURCES}/page/resultats.js")
STYLE = f"{SOURCES}/page/resultats.css"
NOTHING = "recherche-rien"
ENGINE, DRAWN = "search/moteur.js", "search/page.js"

Period = dict[str, str | None]


def write(context: Context, site: Path, pages: Iterable[list[Any]]) -> None:
    """Publish the two scripts of a built site, in the place of their sources.

    `pages` are the sections of the pages (index.py), the first of a page with its own words if it has some.
    """
    (site / ENGINE).parent.mkdir(exist_ok=True)
    with (site / ENGINE).open("w", encoding="utf-8") as file:
        file.writelines(engine(site, context.lasting(ENGINE, lambda: as_json(facts(context.project))), pages))
    (site / DRAWN).write_text("\n".join(drawing(site, nothing(context))), encoding="utf-8")
    shutil.rmtree(site / SOURCES)


def engine(site: Path, known: str, pages: Iterable[list[Any]]) -> Iterator[str]:
    """Yield the pieces of what finds, as one classic script, whose names stay its own, after what it knows of the answers and of the pages.

    `site` holds the sources as the build copied them, `known` is what it knows of the answers, as JSON.
    """
    # What it shares with the pages asks for their window, which is the scope of a worker.
    yield f'(() => {{\n"use strict";\nconst window = self;\nconst SITE = {known};\nconst DOCUMENTS = ['
    for number, page in enumerate(pages):
        yield f"{',' if number else ''}{as_json(page)}"
    sources = [site / DAYS, *sorted((site / SOURCES).glob("*.js"))]
    yield "\n".join(["];", *map(published, sources)]) + "})();\n"


def nothing(context: Context) -> str:
    """Return what the page shows where nothing is found; its links start from the site's root.

    Raises MistakesError with what no page may hold.
    """
    root = Context(context.project, context.components, "", context.today)
    html = root.render(NOTHING, autres=stand_in(context.project))
    check(html, DRAWN, f"overrides/composants/{NOTHING}/gabarit.html")
    return html


def drawing(site: Path, nothing: str) -> Iterator[str]:
    """Yield the pieces of what draws: the styles of the results and what it shows of none, then the scripts."""
    style = str(rcssmin.cssmin((site / STYLE).read_text(encoding="utf-8")))
    yield f"window.Commun.rien = {as_json({'style': style, 'html': nothing})};"
    yield from (published(site / name) for name in PAGE)


def as_json(value: object) -> str:
    """Return a value as JSON without blanks, which a script may hold."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def facts(project: Project) -> dict[str, Any]:
    """Return what the search shows before the clauses: the answers about each means and each situation, in words and by dates."""
    mentions = project.mentions
    return {
        "verdicts": {code: mention.model_dump(include={"nom", "ton"}) for code, mention in mentions["verdicts"].items()},
        "publics": {code: mention.nom for code, mention in mentions["publics"].items()},
        "moyens": [means(project, id_, platform) for id_, platform in project.plateformes.items()],
        "situations": {placed.address: situation(project, placed) for placed in every(project)},
        "lettres": lettered(project),
        "references": unbound(project),
        "synonymes": project.synonymes,
    }


def lettered(project: Project) -> dict[str, list[str]]:
    """Return the clauses that hold each lettered item, which has no result of its own, by the item's anchor (`art-2-2-a`)."""
    found: dict[str, list[str]] = defaultdict(list)
    for passage in project.passages.values():
        if passage.number != passage.clause.number:
            found[passage.anchor].append(project.passages[passage.clause.reference].address)
    return dict(found)


def unbound(project: Project) -> dict[str, str]:
    """Return the organization of each sheet that rests on no text that binds the staff, by its page."""
    forms = project.formulaires.items()
    return {sheet_macros.address(id_): project.organisations[form.organisation].sigle for id_, form in forms if reference(project, form)}


def means(project: Project, id_: str, platform: Plateforme) -> dict[str, Any]:
    """Return a means: its name, its page, all its names, the clauses of its statuses, the answers for each audience."""
    own = project.answers_about(id_)
    audiences = {public: [a for a in own if a.combination.destinataire == public] for public in project.mentions["publics"]}
    return {
        "nom": platform.usuel,
        "adresse": address(id_),
        "tient_lieu": platform.tient_lieu,
        "noms": platform.noms,
        **said(project, id_),
        "articles": sorted(
            {project.passages[article].address for public in audiences for s in getattr(platform.statuts, public) for article in s.articles}
        ),
        "reponses": {public: periods(found) for public, found in audiences.items()},
    }


def situation(project: Project, placed: Placed) -> dict[str, Any]:
    """Return a situation: its question, its words, the answers to each of its cases, and what is to be known with them: its finding, a silence."""
    cases: dict[str, list[Answer]] = {}
    for cas in placed.situation.cas:
        for public in cas.destinataires:
            cases.setdefault(name_of(project, cas), []).extend(answers(project, cas, public))
    named = [{"nom": nom, "periodes": periods(found), **said(project, found[0].combination.plateforme)} for nom, found in cases.items()]
    own = placed.situation
    around = {"constat": own.constat, "silence": bool(own.silence)}
    return {"question": own.question, "mots": own.mots, "cas": named, **{key: value for key, value in around.items() if value}}


def said(project: Project, platform: str) -> dict[str, str]:
    """Return what the yes of a platform supposes, if the texts leave it unsaid."""
    reserve = project.facts.reserve(platform)
    return {"reserve": reserve} if reserve else {}


def periods(found: Iterable[Answer]) -> list[Period]:
    """Return the verdicts of some answers with their days, each once."""
    every = [(a.du.isoformat(), a.au.isoformat() if a.au else None, str(a.regle.verdict)) for a in found]
    return [{"du": du, "au": au, "verdict": verdict} for du, au, verdict in dict.fromkeys(every)]
