"""`make serve`: the policy of the published pages, live reload, and a port that is taken."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.copie import unbuilt
from tools.preview import TAKEN, port_asked

PASTED = "<p id=colle>a</p><script>window.lu = 1</script>"


def command(folder: Path, port: int | str) -> subprocess.Popen[str]:
    """Start the preview of a copy."""
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PORT": str(port)}
    return subprocess.Popen(
        [sys.executable, "-m", "tools.preview"], cwd=folder, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8"
    )


@pytest.fixture(scope="module")
def folder(small_built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project to preview."""
    return unbuilt(small_built, tmp_path_factory.mktemp("apercu") / "projet")


@pytest.fixture(scope="module")
def preview(folder: Path) -> Iterator[str]:
    """The address of its preview."""
    with socket.create_server(("127.0.0.1", 0)) as found:
        port = found.getsockname()[1]
    server = command(folder, port)
    for _ in range(600):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0 or server.poll() is not None:
                break
        time.sleep(0.1)
    assert server.poll() is None, server.communicate()[0]
    yield f"http://127.0.0.1:{port}"
    server.terminate()
    server.communicate()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page, and what it says."""
    context = browser.new_context(locale="fr-CA")
    yield context.new_page()
    context.close()


def test_live_reload_works_under_the_policy(folder: Path, preview: str, page: Page) -> None:
    said: list[str] = []
    page.context.on("console", lambda message: said.append(message.text))
    form = page.context.new_page()
    for shown, path in ((page, ""), (form, "modeles/confirmation/")):
        shown.goto(f"{preview}/{path}")
        policy = shown.locator('meta[http-equiv="Content-Security-Policy"]').get_attribute("content") or ""
        scripts = next(part for part in policy.split("; ") if part.startswith("script-src"))
        assert scripts.count("'sha256-") == 1, path
        assert {"default-src 'none'", "connect-src 'self'", "form-action 'none'"} <= set(policy.split("; ")), path
        assert "unsafe" not in policy, path
    home = folder / "docs" / "index.md"
    with page.expect_navigation(timeout=60000), form.expect_navigation(timeout=60000):
        home.write_text(f"{home.read_text(encoding='utf-8')}\nRelu deux fois.\n", encoding="utf-8")
    expect(page.get_by_text("Relu deux fois.")).to_be_visible()
    expect(form.get_by_role("main")).to_be_visible()
    assert said == ["Enabled live reload"] * len(said)


def test_a_page_says_what_stops_the_build_and_comes_back_at_its_place(folder: Path, preview: str, page: Page) -> None:
    home = folder / "docs" / "index.md"
    sound = home.read_text(encoding="utf-8")
    page.set_viewport_size({"width": 600, "height": 300})
    page.goto(f"{preview}/")
    place = page.evaluate("scrollTo(0, 50); scrollY")
    home.write_text(f'{sound}\n{{{{ art("rien/1") }}}}\n', encoding="utf-8")
    expect(page.get_by_text("docs/index.md:")).to_be_visible(timeout=60000)
    expect(page.get_by_text("le texte « rien »")).to_be_visible()
    home.write_text(sound, encoding="utf-8")
    expect(page.locator("article")).to_be_visible(timeout=60000)
    page.wait_for_function("(place) => scrollY === place", arg=place)


def test_a_pasted_script_does_not_run(preview: str, page: Page) -> None:
    def paste(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace("<article", f"{PASTED}<article", 1))

    page.route("**/plateformes/teams/", paste)
    page.goto(f"{preview}/plateformes/teams/")
    expect(page.locator("#colle")).to_have_count(1)
    assert page.evaluate("window.lu") is None


def test_a_port_that_is_taken_is_told_before_anything_is_built(folder: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as found:
        port = found.getsockname()[1]
        server = command(folder, port)
        said, _ = server.communicate(timeout=60)
    assert server.returncode == 1
    assert said == TAKEN.format(port=port, other=port + 1) + "\n"


REFUSED = "PORT={0} : un port est un nombre, de 1 à 65534\nPORT={0}: a port is a number, from 1 to 65534"


def test_a_port_that_is_no_port(folder: Path) -> None:
    server = command(folder, "abc")
    said, _ = server.communicate(timeout=60)
    assert server.returncode == 1
    assert said == REFUSED.format("abc") + "\n"


@pytest.mark.parametrize("port", ["0", "65535", "70000", "-1", "²"])
def test_a_number_that_is_no_port(port: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", port)
    with pytest.raises(SystemExit) as refused:
        port_asked()
    assert str(refused.value) == REFUSED.format(port)
