"""The forge's workflows: they may only read, keep nothing, and run what is named by its commit."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.copie import ROOT, unbuilt

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.y*ml"))
COMMIT = re.compile(r"uses: [\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
each = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)


def read(path: Path) -> dict[str, Any]:
    """Return a workflow; `on` stays a word."""
    found: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
    return found


def steps(path: Path) -> list[dict[str, Any]]:
    """Return the steps of all of a workflow's jobs."""
    return [step for job in read(path)["jobs"].values() for step in job["steps"]]


def test_there_are_workflows() -> None:
    assert [path.stem for path in WORKFLOWS] == ["code", "contenu", "liens", "publication", "vulnerabilites"]


@each
def test_an_action_is_named_by_its_commit(path: Path) -> None:
    lines = [line.strip("- ") for line in path.read_text(encoding="utf-8").splitlines() if "uses:" in line]
    assert len(lines) == len([step for step in steps(path) if "uses" in step])
    assert [line for line in lines if not COMMIT.fullmatch(line)] == []


@each
def test_a_job_may_only_read(path: Path) -> None:
    workflow = read(path)
    assert workflow["permissions"] == {}
    granted = {name: job["permissions"] for name, job in workflow["jobs"].items()}
    # What puts the site on line may do that, and nothing else: it runs nothing of the repository.
    if granted.pop("publication", None) == {"pages": "write", "id-token": "write"}:
        (step,) = workflow["jobs"]["publication"]["steps"]
        assert step["uses"].startswith("actions/deploy-pages@")
        assert {*workflow["on"]} == {"push", "schedule"}
    assert {*map(str, granted.values())} == {str({"contents": "read"})}
    checkouts = [step for step in steps(path) if step.get("uses", "").startswith("actions/checkout@")]
    assert [step["with"]["persist-credentials"] for step in checkouts] == ["false"]
    assert not {"pull_request_target", "workflow_run", "issue_comment"} & {*workflow["on"]}


@each
def test_no_value_of_a_proposal_is_in_a_command(path: Path) -> None:
    assert [step for step in steps(path) if "${{" in step.get("run", "")] == []


@each
def test_a_job_ends(path: Path) -> None:
    workflow = read(path)
    assert all(0 < int(job["timeout-minutes"]) <= 60 for job in workflow["jobs"].values())
    assert workflow["concurrency"]["cancel-in-progress"] == "true"


def test_the_gate_of_the_code_runs_for_any_file_that_is_not_content_on_either_forge() -> None:
    """On GitHub, all but the content; on GitLab, the files that are named, where « * » does not pass a folder and « ** » does."""
    gate = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text(encoding="utf-8"))["code"]["rules"][0]["changes"]["paths"]
    patterns = [re.compile(re.escape(path).replace(r"/\*\*/\*", "/.+").replace(r"\*", "[^/]*")) for path in gate]
    files = subprocess.run(["git", "-C", str(ROOT), "ls-files"], capture_output=True, text=True, check=True).stdout.split("\n")
    code = [file for file in filter(None, files) if not file.startswith(("docs/", "data/", "contribuer/"))]
    assert "package-lock.json" in code
    assert [file for file in code if not any(pattern.fullmatch(file) for pattern in patterns)] == []


def test_known_vulnerabilities_are_looked_for_each_week_and_when_the_lock_changes() -> None:
    found = read(ROOT / ".github/workflows/vulnerabilites.yml")["on"]
    assert re.fullmatch(r"\d+ \d+ \* \* \d", found["schedule"][0]["cron"])
    assert "requirements.lock" in found["pull_request"]["paths"]
    assert re.search(r"pip-audit==\d+\.\d+\.\d+$", (ROOT / "tools/vulnerabilities.sh").read_text(encoding="utf-8"), re.M)


# What the machine of the tests does not run as it is written, and why.
NOT_HERE = {
    "sudo apt-get update -qq && sudo apt-get install -y -qq libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0": "changes the machine",
    "make test": "is what runs this",
    "make adresses": "asks other hosts; tests/test_adresses.py runs it on this machine's own",
    "bash tools/vulnerabilities.sh": "asks the index of packages",
}


# The gate of a proposal, which opens each page.
GATE = "make contenu DOSSIER=apercu"


@pytest.fixture(scope="module")
def proposal(small_built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository that holds a small site, as a proposal leaves it: a changed sentence, committed on its own branch."""
    root = unbuilt(small_built, tmp_path_factory.mktemp("flux") / "projet")
    shutil.copy2(ROOT / "Makefile", root)
    shutil.copy2(ROOT / "requirements.lock", root)
    (root / ".gitignore").write_text(".venv\n.cache\nsite\napercu\nsite.zip\n", encoding="utf-8")
    (root / ".venv").symlink_to(ROOT / ".venv")
    for command in ("init -q -b main", "add -A", "commit -q -m Base", "checkout -q -b proposition"):
        git(root, *command.split())
    page = root / "docs/encadrements/directive.md"
    page.write_text(page.read_text(encoding="utf-8").replace("Une seule plateforme suffit", "Une seule plateforme vous suffit"), encoding="utf-8")
    git(root, "commit", "-q", "-a", "-m", "Proposition")
    return root


def git(root: Path, *arguments: str) -> None:
    """Run a command of git that must succeed."""
    who = ("-c", "user.name=Essai", "-c", "user.email=essai@exemple.ca", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", str(root), *who, *arguments], capture_output=True, check=True)


def test_each_command_runs_here_or_is_known_not_to() -> None:
    commands = {step["run"] for path in WORKFLOWS for step in steps(path) if "run" in step}
    assert {*NOT_HERE} < commands
    assert commands - {*NOT_HERE} == {GATE, "make incidences", "make archive"}


@pytest.mark.long
@pytest.mark.parametrize("name", ["contenu", "publication"])
def test_each_step_runs_as_it_is_written(proposal: Path, name: str) -> None:
    # As on the forge's machine, but for the environment, which is that of the tests: make takes it as ready.
    kept = {key: value for key, value in os.environ.items() if key not in ("SITE_URL", "SOURCE_DATE_EPOCH", "BASE", "MAKELEVEL")}
    summary = proposal / ".cache" / "resume.md"
    summary.parent.mkdir(exist_ok=True)
    forge = {"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": str(summary), "MAKEFLAGS": "-o .venv/ready"}
    for step in steps(ROOT / ".github/workflows" / f"{name}.yml"):
        if "run" not in step or step["run"] in NOT_HERE:
            continue
        given = {key: "" if "${{" in value else value for key, value in step.get("env", {}).items()}
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
        done = subprocess.run(command, cwd=proposal, env=kept | forge | given, capture_output=True, text=True, encoding="utf-8", check=False)
        said = f"{step['run']}\n{done.stdout}{done.stderr}"
        if step["run"] == GATE:
            pages = done.stdout.partition("Chaque page dans un navigateur\n")[2].splitlines()
            assert pages == ["25 pages ouvertes dans un navigateur, 0 à revoir.", "Le contenu est prêt."], said
        assert done.returncode == 0, said
    left = {"contenu": ["apercu/index.html", ".cache/incidences.html"], "publication": ["site/index.html", "site.zip"]}
    assert [file for file in left[name] if not (proposal / file).is_file()] == []
    if name == "contenu":
        assert "Une seule plateforme" in (proposal / ".cache/incidences.html").read_text(encoding="utf-8")
        assert "directive/2.1" in summary.read_text(encoding="utf-8")
