#!/usr/bin/env bash
# Count what the project holds.
set -euo pipefail
cd "$(dirname "$0")/.."
texts=$(find docs/encadrements -name '*.md' ! -name index.md ! -name articles.md)
matches() { cat $texts | grep -cE "$1"; }
lines() { find "$@" -type f -print0 | xargs -0 cat | wc -l; }
echo "clauses:                $(matches '^#{2,4} ')"
echo "lettered items:         $(matches '^[a-z]\) ')"
echo "data files:             $(find data -name '*.yml' | wc -l)"
echo "checks across files:    $(cat macros/checking/*.py | grep -c '^@checks') in $(grep -l '^@checks' macros/checking/*.py | wc -l) modules"
echo "cases of bad files:     $(find tests/erreurs/cas -name '*.txt' | wc -l)"
echo "components:             $(find overrides/composants -name gabarit.html | wc -l) (examples: $(cat overrides/composants/*/exemples.yml | grep -c '^[^ ]'))"
echo "lines of Python:        $(lines macros tools -name '*.py') (tests: $(lines tests -name '*.py'))"
echo "lines of JavaScript:    $(lines overrides -name '*.js' ! -path '*/papaparse/*') (tests: $(lines tests -name '*.mjs'))"
echo "lines of templates:     $(lines overrides -name '*.html')"
echo "lines of CSS:           $(lines overrides -name '*.css')"
