"""The script of the « Puis-je? » helper: its answers, then what gives them. The pages that hold the helper read this one file at the first touch."""

from __future__ import annotations

import json
from pathlib import Path

import rcssmin

from macros.components import Components
from macros.export.guard import check
from macros.export.scripts import published
from macros.rendering.context import Context
from macros.rendering.helper_answers import FOLDER, PARTS, SCRIPT, known
from macros.rendering.pages import ALWAYS

TEMPLATES = "overrides/composants/reponses/gabarit.html"


def write(context: Context, site: Path) -> Path:
    """Write the script below the built site's folder, and return its path. Raises MistakesError with what no page may hold."""
    path = site / SCRIPT
    path.parent.mkdir(parents=True, exist_ok=True)
    style = styles(context.components)
    answers = context.lasting(f"{SCRIPT}\n{style}", lambda: script(context, style))
    tools = [published(context.components.folder.parent / name) for name in tool(context.components)]
    path.write_text("\n".join([answers, *tools]), encoding="utf-8")
    return path


def styles(components: Components) -> str:
    """Return the styles of the answers, as one: no page needs them before there is an answer."""
    paths = [components.folder.parent / path for path in components.assets(PARTS, "css")]
    return "\n".join(str(rcssmin.cssmin(path.read_text(encoding="utf-8"))) for path in paths)


def tool(components: Components) -> list[str]:
    """Return the scripts that give the answers, in order, as paths in the site, but for those that every page has."""
    there = components.assets(ALWAYS, "js")
    return [path for path in components.assets(PARTS, "js") if path not in there]


def script(context: Context, style: str) -> str:
    """Return the script of the answers, which brings a style too. Raises MistakesError with what no page may hold."""
    brought = known(Context(context.project, context.components, FOLDER, context.today))
    html = "".join(brought["html"].values())
    check(html, SCRIPT, TEMPLATES)
    return f"window.PuisJe = {json.dumps(brought | {'style': style}, ensure_ascii=False, separators=(',', ':'))};\n"
