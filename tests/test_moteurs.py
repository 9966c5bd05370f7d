"""The engines that continue MkDocs, and its theme, make the same site, byte for byte; one of them without MkDocs."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from tests.copie import ROOT, changed, copied, frozen
from tests.moteurs import MKDOCS, by, without
from tools.build import engine

COMPONENTS = "overrides/composants"


def published(site: Path) -> dict[str, bytes]:
    """Return the files of a site."""
    files = sorted(path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in files if path.suffix != ".gz"}


@pytest.mark.long
@pytest.mark.parametrize("name", ["properdocs", "zensical"])
def test_another_engine_makes_the_same_site(name: str, site: Path, tmp_path: Path) -> None:
    done = by(name, frozen(tmp_path / "projet"), alone=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert_same(published(site), published(tmp_path / "projet" / "site"))


def assert_same(one: dict[str, bytes], other: dict[str, bytes]) -> None:
    """Compare two sites by what they publish."""
    assert list(one) == list(other)
    assert [name for name in one if one[name] != other[name]] == []


# What Zensical alone would make otherwise of a page than MkDocs, and what MkDocs makes of it: a header's tab, ways to a page, code.
WRITTEN = """---
title:\tQui appeler
---

# Contacts

[a](contacts.md#b) [c](./index.md) [d](plateformes/../contacts.md) [e](./plateformes/../puis-je/index.md)

## Code { #b }

```python
x = {1: 2}
```

{{ contacts() }}
"""
MADE = (
    '<p><a href="./#b">a</a> <a href="../">c</a> <a href="./">d</a> <a href="../puis-je/">e</a></p>',
    '<pre><code class="language-python">x = {1: 2}\n</code></pre>',
    "<title>Qui appeler",
)


def test_zensical_gives_the_pages_their_addresses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_URL", "https://exemple.ca/a b/é")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    home = changed("docs/index.md", ("\n\n", "\n\n[a](index.md) [b](./index.md#c)\n\n## C { #c }\n\n"))
    done = by("zensical", copied(tmp_path, {"docs/contacts.md": WRITTEN, **home}))
    assert done.returncode == 0, done.stderr
    address, site = "https://exemple.ca/a%20b/%C3%A9/", tmp_path / "site"
    places = sorted(path.parent.relative_to(site).as_posix() for path in site.rglob("index.html"))
    listed = re.findall("<loc>(.*)</loc>\n         <lastmod>2026-09-21</lastmod>", (site / "sitemap.xml").read_text(encoding="utf-8"))
    assert sorted(listed) == [f"{address}{'' if place == '.' else f'{place}/'}" for place in places]
    assert f'<link rel="canonical" href="{address}contacts/">' in (site / "contacts" / "index.html").read_text(encoding="utf-8")
    assert 'href="/a%20b/%C3%A9/contacts/"' in (site / "404.html").read_text(encoding="utf-8")
    page = (site / "contacts" / "index.html").read_text(encoding="utf-8")
    assert [made for made in MADE if made not in page] == []
    assert '<p><a href="./">a</a> <a href="./#c">b</a></p>' in (site / "index.html").read_text(encoding="utf-8")
    assert_finished_apart(tmp_path, site)


def assert_finished_apart(project: Path, site: Path) -> None:
    """Build again by the engine's own command, then by the step that follows it: the site is the same, and is then no data to be finished."""
    work = project / ".cache" / "zensical"
    lone = without(MKDOCS, "from zensical.main import cli; cli(['build', '-f', '.cache/zensical/mkdocs.yml'])", project)
    assert lone.returncode == 0, lone.stderr
    step = "import runpy; sys.argv[1:] = ['finish', '.cache/zensical/site']; runpy.run_module('macros', run_name='__main__')"
    assert without(MKDOCS, step, project).returncode == 0
    assert_same(published(site), published(work / "site"))
    again = without(MKDOCS, step, project)
    assert again.returncode == 1
    assert "this is no page that Zensical left as data. Remedy: " in again.stderr


@pytest.mark.parametrize(
    ("template", "added", "told"),
    [
        # In what a page shows, as Zensical renders it.
        (f"{COMPONENTS}/contacts/gabarit.html", "\n{{ 3 | enumere }}", f"{COMPONENTS}/contacts/gabarit.html:"),
        # In the theme around it, once Zensical is done.
        ("overrides/partials/footer.html", "\n{{ nav.items.rien.url }}", "overrides/partials/footer.html:"),
    ],
)
def test_what_stops_a_template_is_told_at_its_line(template: str, added: str, told: str, tmp_path: Path) -> None:
    text = (ROOT / template).read_text(encoding="utf-8") + added
    project = copied(tmp_path, {template: text})
    (project / "site").mkdir()
    done = by("zensical", project)
    assert done.returncode == 1
    assert f"{told}{len(text.splitlines())}\u00a0: " in done.stderr
    assert "Traceback" not in done.stderr
    assert [*(project / "site").iterdir()] == []


def test_an_interruption_is_told(tmp_path: Path) -> None:
    # As each page is made; Zensical would then exit with 0, and leave no site.
    stopped = "import os, signal; from macros.adapter.zensical import extension; made = extension.made; "
    stopped += "extension.made = lambda *args: os.kill(os.getpid(), signal.SIGINT) or made(*args); "
    done = without(MKDOCS, f"{stopped}from tools.build import main; sys.exit(main())", copied(tmp_path, {}), ENGINE="zensical")
    assert (done.returncode, done.stderr) == (1, "Interrupted: the site is as it was.\n")


def test_the_theme_is_found_in_the_package_that_is_there(small_root: Path) -> None:
    done = without(
        ("material", *MKDOCS),
        "from pathlib import Path; from macros.loading import load; load(Path.cwd()); "
        "from macros.theme_package import THEME; print(THEME.parent.name)",
        small_root,
        alone=True,
        PYTHONPATH=str(ROOT),
    )
    assert (done.returncode, done.stdout.split()) == (0, ["zensical"]), done.stderr


def test_without_either_package_the_theme_is_told_missing() -> None:
    done = without(("material", "zensical"), "import macros.theme_package", alone=True)
    assert "None of material, zensical is installed: the theme's templates are missing." in done.stderr


def test_another_name_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ENGINE", "hugo")
    with pytest.raises(click.ClickException, match="ENGINE=hugo: the engines are mkdocs, properdocs, zensical"):
        engine()
