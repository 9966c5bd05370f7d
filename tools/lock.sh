#!/usr/bin/env bash
# Resolve the pins of pyproject.toml into requirements.lock, with hashes, for every platform.
set -euo pipefail
cd "$(dirname "$0")/.."
tool=$(mktemp -d)
trap 'rm -rf "$tool"' EXIT
python3 -m venv "$tool" && "$tool/bin/pip" install --quiet uv==0.13.9
"$tool/bin/uv" pip compile pyproject.toml --group dev --output-file requirements.lock \
  --generate-hashes --universal --python-version 3.11 --custom-compile-command "make lock" --quiet
