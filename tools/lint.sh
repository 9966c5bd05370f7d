#!/usr/bin/env bash
# What can be said of the code without running it; stops at the first step that fails.
set -euo pipefail
cd "$(dirname "$0")/.."
run=.venv/bin/python

step() { printf '\n== %s\n' "$1"; }

step "Lint"
$run -m ruff check .
$run -m ruff format --check .
step "Types"
$run -m mypy
step "Floors"
.venv/bin/lint-imports --no-logo --cache-dir .cache/imports
step "Schemas"
$run -m macros stale
step "Scripts"
bash tools/scripts.sh
step "Workflows"
.venv/bin/actionlint -no-color .github/workflows/*.yml
.venv/bin/zizmor --offline --no-progress --quiet .github
