#!/usr/bin/env bash
# Make .venv with exactly the locked versions. Says what is missing where it cannot install it.
set -euo pipefail
cd "$(dirname "$0")/.."
python=${PYTHON:-python3}

fail() { printf '%s\n' "$1" >&2; exit 1; }

can_install() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }

command -v "$python" >/dev/null || { can_install && apt-get update -qq && apt-get install -y -qq python3 python3-venv; } ||
  fail "Python 3.11 or later is missing. Remedy: install python3, then run the command again."
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
  fail "$("$python" --version) is too old. Remedy: install Python 3.11 or later, then run: make PYTHON=python3.11 …"
"$python" -c 'import ensurepip, venv' 2>/dev/null || { can_install && apt-get update -qq && apt-get install -y -qq python3-venv; } ||
  fail "Python's venv module is missing. Remedy: apt-get install python3-venv, then run the command again."

echo "Setting up .venv (locked versions, checked by hash)…"
"$python" -m venv --clear .venv
.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock ||
  fail "The locked packages could not be installed. Remedy: check the access to the package index, then run the command again."

# WeasyPrint lays the PDF sheets out with Pango and cuts their fonts with HarfBuzz: libraries of the system.
has_pango() { .venv/bin/python -W ignore -c 'import sys; from weasyprint.text import ffi; sys.exit(ffi.harfbuzz_subset is None)' 2>/dev/null; }
libraries="libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
# shellcheck disable=SC2086
has_pango || { can_install && apt-get update -qq && apt-get install -y -qq $libraries && has_pango; } ||
  fail "Pango or HarfBuzz is missing: the PDF sheets need them. Remedy: install them (Debian: apt-get install $libraries; macOS: brew install pango), then run the command again."
touch .venv/ready
