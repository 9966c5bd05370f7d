#!/usr/bin/env bash
# Check the scripts: lint and format, types, tests of the search. `tools/scripts.sh format` writes them in the common format instead;
# `install` only sets up what that needs.
set -euo pipefail
cd "$(dirname "$0")/.."

fail() { printf '%s\n' "$1" >&2; exit 1; }

can_install() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }

has_npm() { command -v node >/dev/null && command -v npm >/dev/null; }

install_npm() {
  echo "Installing nodejs, npm…"
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends nodejs npm >/dev/null
}

has_npm || { can_install && install_npm && has_npm; } ||
  fail "Node.js or npm is missing: the checks of the scripts need them. Remedy: install Node.js 18.18 or later (Debian: apt-get install nodejs npm), then run the command again."
node -e 'const [major, minor] = process.versions.node.split("."); process.exit(Number(major) * 100 + Number(minor) < 1818 ? 1 : 0)' ||
  fail "Node.js $(node --version) is too old. Remedy: install Node.js 18.18 or later, then run the command again."
[ node_modules/.package-lock.json -nt package-lock.json ] || npm ci --silent --no-audit --no-fund || { rm -rf node_modules; false; } ||
  fail "The locked npm packages could not be installed. Remedy: check the access to the npm registry, then run the command again."

case "${1:-}" in
  format) exec npm run --silent format ;;
  install) exit ;;
esac
npm run --silent lint
npm run --silent types
npm run --silent test
