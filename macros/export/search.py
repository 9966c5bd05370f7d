"""The French search: its source files and what it knows of the answers, joined in one script under the name by which the theme loads it."""

from __future__ import annotations

import json
import shutil
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from macros.model.plateformes import Plateforme
from macros.project import Project
from macros.rendering.context import Context
from macros.rendering.platform_macros import address
from macros.rendering.situation_macros import Placed, answers, every, name_of
from macros.rules.table import Answer

# Numbered in the order in which they are joined. The build copies them like any file of the theme.
SOURCES = "assets/recherche"
LANGUAGES = "assets/javascripts/lunr"
PUBLISHED = f"{LANGUAGES}/min/lunr.fr.min.js"
# What the theme's worker loads before any language.
STEMMERS = "lunr.stemmer.support.min.js"

Period = dict[str, str | None]


def write(context: Context, site: Path) -> Path:
    """Replace the sources that the build copied below the site's folder, and what the theme has for other languages, with the one script.

    Return its path.
    """
    published = site / PUBLISHED
    script = joined(site / SOURCES, facts(context.project))
    for path in sorted((site / LANGUAGES).rglob("*.js")):
        if path.name != STEMMERS:
            path.unlink()
    published.write_text(script, encoding="utf-8")
    shutil.rmtree(site / SOURCES)
    return published


def joined(folder: Path, known: dict[str, Any]) -> str:
    """Return the files of a folder as one classic script, whose names stay its own, after what it knows of the answers."""
    parts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.js"))]
    data = f"const SITE = {json.dumps(known, ensure_ascii=False, separators=(',', ':'))};\n"
    return '(() => {\n"use strict";\n\n' + "\n".join([data, *parts]) + "})();\n"


def facts(project: Project) -> dict[str, Any]:
    """Return what the search shows before the clauses: the answers about each means and each situation, in words and by dates."""
    mentions = project.mentions
    return {
        "verdicts": {code: mention.model_dump(include={"nom", "ton"}) for code, mention in mentions["verdicts"].items()},
        "publics": {code: mention.nom for code, mention in mentions["publics"].items()},
        "moyens": [means(project, id_, platform) for id_, platform in project.plateformes.items()],
        "situations": {placed.address: situation(project, placed) for placed in every(project)},
        "lettres": lettered(project),
    }


def lettered(project: Project) -> dict[str, list[str]]:
    """Return the clauses that hold each lettered item, which has no result of its own, by the item's anchor (`art-2-2-a`)."""
    found: dict[str, list[str]] = defaultdict(list)
    for passage in project.passages.values():
        if passage.number != passage.clause.number:
            found[passage.anchor].append(project.passages[passage.clause.reference].address)
    return dict(found)


def means(project: Project, id_: str, platform: Plateforme) -> dict[str, Any]:
    """Return a means: its name, its page, all its names, the clauses of its statuses, the answers for each audience."""
    own = project.answers_about(id_)
    audiences = {public: [a for a in own if a.combination.destinataire == public] for public in project.mentions["publics"]}
    return {
        "nom": platform.usuel,
        "adresse": address(id_),
        "tient_lieu": platform.tient_lieu,
        "noms": platform.noms,
        "articles": sorted(
            {project.passages[article].address for public in audiences for s in getattr(platform.statuts, public) for article in s.articles}
        ),
        "reponses": {public: periods(found) for public, found in audiences.items()},
    }


def situation(project: Project, placed: Placed) -> dict[str, Any]:
    """Return a situation: its question, its words, the answers to each of its cases."""
    cases: dict[str, list[Answer]] = {}
    for cas in placed.situation.cas:
        for public in cas.destinataires:
            cases.setdefault(name_of(project, cas), []).extend(answers(project, cas, public))
    named = [{"nom": nom, "periodes": periods(found)} for nom, found in cases.items()]
    return {"question": placed.situation.question, "mots": placed.situation.mots, "cas": named}


def periods(found: Iterable[Answer]) -> list[Period]:
    """Return the verdicts of some answers with their days, each once."""
    every = [(a.du.isoformat(), a.au.isoformat() if a.au else None, str(a.regle.verdict)) for a in found]
    return [{"du": du, "au": au, "verdict": verdict} for du, au, verdict in dict.fromkeys(every)]
