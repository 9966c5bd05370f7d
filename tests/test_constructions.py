"""A site broken at random builds, or says why not; see `constructions.py`, and `make fuzz` for more of them."""

from __future__ import annotations

import pytest

from macros.loading import load
from tests.constructions import Site

pytestmark = pytest.mark.long

EXAMPLES = 60


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return Site(tmp_path_factory.mktemp("constructions") / "site")


def test_the_site_that_is_broken_is_whole(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ENGINE", "zensical")
    site.renew()
    # What the build reads before its macros are called, and letters as macOS writes them.
    (site.root / "docs" / "contacts.md").write_text("# Écrire au {{ sigle }}\n\nUn e\u0301te\u0301.\n\n{{ contacts() }}\n", encoding="utf-8")
    avis = site.root / "docs" / "avis.md"
    avis.write_text(f"---\ntitle: Avis re\u0301cents\n---\n\n{avis.read_text(encoding='utf-8')}", encoding="utf-8")
    assert load(site.root)
    assert site.failure() == ""


@pytest.mark.parametrize("part", range(4))
def test_a_broken_site_is_built_or_explained(site: Site, part: int) -> None:
    results = [site.tried(number) for number in range(part, EXAMPLES, 4)]
    assert [result for result in results if result.outcome == "echec"] == []
    assert {"refuse", "bati"} <= {result.outcome for result in results}
