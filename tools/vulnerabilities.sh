#!/usr/bin/env bash
# Look for known vulnerabilities of the locked packages, in the advisories of the Python index.
# Fails if there is one, or if a package could not be looked up.
set -euo pipefail
cd "$(dirname "$0")/.."
tool=$(mktemp -d)
trap 'rm -rf "$tool"' EXIT
python3 -m venv "$tool" && "$tool/bin/pip" install --quiet --disable-pip-version-check pip-audit==2.10.1
"$tool/bin/pip-audit" --requirement requirements.lock --require-hashes --disable-pip --strict --progress-spinner off
