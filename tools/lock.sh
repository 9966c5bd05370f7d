#!/usr/bin/env bash
# Resolve the pins of pyproject.toml into requirements.lock, with hashes, for every platform; then that of an engine that `make bench` measures.
set -euo pipefail
cd "$(dirname "$0")/.."
tool=$(mktemp -d)
trap 'rm -rf "$tool"' EXIT
python3 -m venv "$tool" && "$tool/bin/pip" install --quiet uv==0.13.9
resolve() { "$tool/bin/uv" pip compile "$@" --generate-hashes --universal --python-version 3.11 --custom-compile-command "make lock" --quiet; }
resolve pyproject.toml --group dev --output-file requirements.lock
resolve - --output-file tools/bench/zensical.txt <<<"zensical==0.0.73"
