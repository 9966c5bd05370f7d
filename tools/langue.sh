#!/usr/bin/env bash
# Spelling and grammar of the content, as advice. Grammalecte (GPL) comes from Debian at one version, checked by its hash; it is only unpacked
# in .cache/, neither installed nor published.
set -euo pipefail
cd "$(dirname "$0")/.."
version="2.1.2+ds2-2"
hash="61d23c2b2c100213b77aec3ad7473382c538f1471783b7959063825290f7d4fe"
file="python3-grammalecte_${version}_all.deb"
folder="$PWD/.cache/langue"

for command in apt-get dpkg-deb; do
  command -v "$command" >/dev/null || { printf '%s\n' "make langue needs $command, which Debian and Ubuntu have." >&2; exit 1; }
done
mkdir -p "$folder"
[ -f "$folder/$file" ] || (cd "$folder" && apt-get download -qq "python3-grammalecte=$version")
echo "$hash  $folder/$file" | sha256sum --check --quiet
[ -d "$folder/$version" ] || { dpkg-deb -x "$folder/$file" "$folder/$version.part" && mv "$folder/$version.part" "$folder/$version"; }
.venv/bin/python -m tools.langue "$folder/$version/usr/lib/python3/dist-packages"
