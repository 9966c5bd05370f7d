"""The forge's workflows: they may only read, keep nothing, and run what is named by its commit."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
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
    assert [path.stem for path in WORKFLOWS] == ["code", "contenu", "publication", "vulnerabilites"]


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


def test_known_vulnerabilities_are_looked_for_each_week_and_when_the_lock_changes() -> None:
    found = read(ROOT / ".github/workflows/vulnerabilites.yml")["on"]
    assert re.fullmatch(r"\d+ \d+ \* \* \d", found["schedule"][0]["cron"])
    assert "requirements.lock" in found["pull_request"]["paths"]
    assert re.search(r"pip-audit==\d+\.\d+\.\d+$", (ROOT / "tools/vulnerabilities.sh").read_text(encoding="utf-8"), re.M)
