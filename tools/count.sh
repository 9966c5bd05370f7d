#!/usr/bin/env bash
# Count what the project holds.
set -euo pipefail
cd "$(dirname "$0")/.."
lines() { git ls-files -co --exclude-standard -- "$@" | grep -v '\.min\.css$' | xargs -r cat | wc -l; }
echo "clauses:                $(grep -rchE '^#{2,4} ' docs/encadrements/*.md --exclude=index.md --exclude=articles.md | paste -sd+ | bc)"
echo "lettered items:         $(grep -rhcE '^[a-z]\) ' docs/encadrements/*.md | paste -sd+ | bc)"
echo "data files:             $(find data -name '*.yml' | wc -l)"
echo "cases of bad files:     $(find tests/erreurs/cas -name attendu.txt | wc -l)"
echo "lines of Python:        $(lines 'macros/*.py' 'tools/*.py') (tests: $(lines 'tests/*.py'))"
echo "lines of JavaScript:    $(lines 'overrides/*.js')"
echo "lines of templates:     $(lines 'overrides/*.html')"
echo "lines of CSS:           $(lines 'overrides/*.css')"
