#!/usr/bin/env bash
# The gate of the content, in French for who edits it: data and texts, expectations, strict build, each page in a browser.
# `tools/contenu.sh DOSSIER` leaves the site in that folder.
set -euo pipefail
cd "$(dirname "$0")/.."
run=.venv/bin/python
export NO_MKDOCS_2_WARNING=1

step() { printf '\n== %s\n' "$1"; }

log=$(mktemp)
made=
trap 'rm -rf "$log" "$made"' EXIT
site=${1:-}
if [ -z "$site" ]; then
  made=$(mktemp -d)
  site=$made
fi
# MkDocs empties the folder first.
if [ -e "$site" ] && [ ! -e "$site/404.html" ] && [ -n "$(ls -A "$site")" ]; then
  echo "Le dossier « $site » contient autre chose qu'un site, qui serait effacé ; donnez un dossier vide ou nouveau : make contenu DOSSIER=apercu" >&2
  exit 1
fi
step "Données, textes et attendus"
$run -m macros check
step "Construction du site"
unset SITE_URL SOURCE_DATE_EPOCH
# Not --quiet, with which --strict counts no warning.
$run -m mkdocs build --strict --site-dir "$site" >"$log" 2>&1 || { cat "$log"; exit 1; }
tail -1 "$log"
step "Chaque page dans un navigateur"
$run -m tools.browser >/dev/null
$run -m tools.visit "$site"
echo "Le contenu est prêt."
