#!/usr/bin/env bash
# Print which lines the tests run, of Python and of the scripts; what is given names the tests (all of them otherwise).
set -euo pipefail
cd "$(dirname "$0")/.."
run=.venv/bin/python
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

export COVERAGE_FILE=$folder/python/donnees SCRIPT_COVERAGE=$folder/scripts
mkdir "$folder/python" "$folder/scripts"
$run -m tools.browser >/dev/null
# What fails is said, and what ran is printed all the same.
failed=0
$run -m coverage run -m pytest -n auto --maxprocesses 4 --dist worksteal "$@" || failed=$?
bash tools/scripts.sh install
NODE_V8_COVERAGE=$folder/scripts/node npm run --silent test >/dev/null || failed=$?
printf '\n== Python\n'
$run -m coverage combine --quiet "$folder/python"
$run -m coverage report --skip-covered --show-missing
printf '\n== Scripts: lines of code, lines that never ran\n'
$run -m tools.script_coverage "$folder/scripts"
exit "$failed"
