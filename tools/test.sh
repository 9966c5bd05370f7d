#!/usr/bin/env bash
# Everything that must hold before a change lands; stops at the first step that fails.
# With arguments, they are those of pytest, and only these tests are run.
set -euo pipefail
cd "$(dirname "$0")/.."
run=.venv/bin/python
# Otherwise each process would compile the tests again, for five seconds.
unset PYTHONDONTWRITEBYTECODE

step() { printf '\n== %s\n' "$1"; }

if [ ! -d tests ]; then
  # A site that `make nouveau` started: the tests of the code stayed where the code is changed.
  step "Les essais du code restent dans le dépôt d'où vient ce site : seul le contenu est vérifié"
  exec bash tools/contenu.sh
fi
if [ $# -gt 0 ]; then
  $run -m tools.browser >/dev/null
  bash tools/scripts.sh install
  unset SITE_URL SOURCE_DATE_EPOCH
  exec $run -m pytest "$@"
fi
# Its own folder: two runs at once do not test each other's site.
site=$(mktemp -d)
unset SITE_URL SOURCE_DATE_EPOCH
# Beside what comes first, on another core: the frozen site, which the tests of the code look at.
NO_MKDOCS_2_WARNING=1 $run -m tests.fige & frozen=$!
trap 'wait; rm -rf "$site"' EXIT
bash tools/lint.sh
step "Browser and server"
$run -m tools.browser
$run -m tools.nginx
step "Content"
bash tools/contenu.sh "$site"
wait "$frozen"
step "Tests"
BUILT_SITE=$site $run -m pytest -n auto --maxprocesses 4 --dist worksteal
