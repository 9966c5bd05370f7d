#!/usr/bin/env bash
# Look for what is unsafe in the forge's workflows, without asking any host. Fails if there is something.
set -euo pipefail
cd "$(dirname "$0")/.."
tool=$(mktemp -d)
trap 'rm -rf "$tool"' EXIT
python3 -m venv "$tool" && "$tool/bin/pip" install --quiet --disable-pip-version-check zizmor==1.31.1
"$tool/bin/zizmor" --offline --no-progress .github/workflows
