#!/usr/bin/env bash
# Everything that must hold before a change lands; stops at the first step that fails.
# With arguments, they are those of pytest, and only these tests are run.
set -euo pipefail
cd "$(dirname "$0")/.."
run=.venv/bin/python

step() { printf '\n== %s\n' "$1"; }

if [ ! -d tests ]; then
  # A site that `make nouveau` started: the tests of the code stayed where the code is changed.
  step "Les essais du code restent dans le dépôt d'où vient ce site : seul le contenu est vérifié"
  exec bash tools/contenu.sh "$@"
fi
# What is imported is compiled once, not by each worker and each build that a test starts.
unset PYTHONDONTWRITEBYTECODE SITE_URL SOURCE_DATE_EPOCH
if [ $# -gt 0 ]; then
  $run -m tools.browser >/dev/null
  bash tools/scripts.sh install
  exec $run -m pytest "$@"
fi
# Their own folder: two runs at once do not test each other's site.
work=$(mktemp -d)
trap 'wait; rm -rf "$work"' EXIT
step "Browser and server"
$run -m tools.browser
$run -m tools.nginx
bash tools/scripts.sh install
# On another core, beside lint and the frozen site, which the tests of the code look at: the content. What it says comes after.
bash tools/contenu.sh "$work/site" >"$work/said" 2>&1 & beside=$!
bash tools/lint.sh
step "Frozen site"
NO_MKDOCS_2_WARNING=1 $run -m tests.fige
step "Content"
wait "$beside" && failed=0 || failed=$?
cat "$work/said"
[ "$failed" = 0 ] || exit "$failed"
step "Tests"
BUILT_SITE=$work/site $run -m pytest -n auto --maxprocesses 4 --dist worksteal
