#!/usr/bin/env bash
# Make .venv with exactly the locked versions. Says what is missing where it cannot install it.
# It is made apart and takes its place once it works: a set-up that fails or is killed leaves the former one.
set -euo pipefail
cd "$(dirname "$0")/.."
python=${PYTHON:-python3}
new=.cache/venv-$$
log=.cache/environment.log

fail() { printf '%s\n' "$1" >&2; exit 1; }

can_install() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }

# What went wrong, from what the tools said.
because() {
  case $(cat "$log") in
    *"No space left"* | *"quota exceeded"*) echo "the disk is full. Remedy: free about 500 MB, then run the command again." ;;
    *"Read-only file system"* | *"Permission denied"*) echo "this folder cannot be written. Remedy: work in a copy of the project, then run the command again." ;;
    *"DO NOT MATCH THE HASHES"*) echo "a package is not the one that requirements.lock names by its hash. Remedy: do not use it; if you changed a version, run: make lock; otherwise check the package index." ;;
    *) echo "$1" ;;
  esac
}

attempt() { # the remedy when nothing better is known, then the command
  local otherwise=$1
  shift
  "$@" >"$log" 2>&1 || fail "The environment was not made: $(because "$otherwise") Details: $log"
}

command -v "$python" >/dev/null || { can_install && apt-get update -qq && apt-get install -y -qq python3 python3-venv; } || true
command -v "$python" >/dev/null ||
  fail "Python 3.11 or later is missing ($python). Remedy: install python3, then run the command again; PYTHON=/path/to/python3 names another."
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
  fail "$("$python" --version 2>&1) is too old. Remedy: install Python 3.11 or later, then run: make PYTHON=python3.11 …"
"$python" -c 'import ensurepip, venv' 2>/dev/null || { can_install && apt-get update -qq && apt-get install -y -qq python3-venv; } ||
  fail "Python's venv module is missing. Remedy: apt-get install python3-venv, then run the command again."

mkdir -p .cache 2>/dev/null && : 2>/dev/null >"$log" || fail ".cache cannot be written here. Remedy: free some space, or work in a copy of the project that can be written."
# Killed, a set-up left half an environment; between its two renames, the former one too.
for left in .cache/venv-[0-9]*; do kill -0 "${left##*-}" 2>/dev/null || rm -rf "$left"; done
[ -e .venv ] || for former in .cache/venv-former-*; do [ ! -e "$former" ] || { mv "$former" .venv && break; }; done
trap 'rm -rf "$new"' EXIT

echo "Setting up .venv (locked versions, checked by hash)…"
attempt "Python could not make it. Remedy: check that its venv module works, then run the command again." "$python" -m venv --prompt .venv "$new"
attempt "the locked packages could not be installed. Remedy: check the access to the package index, then run the command again." \
  "$new/bin/python" -m pip install --no-input --disable-pip-version-check --require-hashes --requirement requirements.lock

# WeasyPrint lays the PDF sheets out with Pango and cuts their fonts with HarfBuzz: libraries of the system.
has_pango() { "$new/bin/python" -W ignore -c 'import sys; from weasyprint.text import ffi; sys.exit(ffi.harfbuzz_subset is None)' 2>/dev/null; }
libraries="libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
# shellcheck disable=SC2086
has_pango || { can_install && apt-get update -qq && apt-get install -y -qq $libraries && has_pango; } ||
  fail "Pango or HarfBuzz is missing: the PDF sheets need them. Remedy: install them (Debian: apt-get install $libraries; macOS: brew install pango), then run the command again."

# Put it in place. The scripts of bin/ name the folder where they were made.
"$python" - "$new" ".cache/venv-former-$$" <<'PYTHON'
import sys
from pathlib import Path

made, former, place = Path(sys.argv[1]), Path(sys.argv[2]), Path(".venv")
old, new = (str(path.absolute()).encode() for path in (made, place))
for script in (made / "bin").iterdir():
    if script.is_file() and not script.is_symlink() and old in (text := script.read_bytes()):
        script.write_bytes(text.replace(old, new))
(made / "ready").touch()
if place.exists() or place.is_symlink():
    place.rename(former)
made.rename(place)
PYTHON
rm -rf .cache/venv-former-* "$log"
