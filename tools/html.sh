#!/usr/bin/env bash
# Check every built page with the Nu HTML checker (npm vnu-jar), kept in .cache/.
set -euo pipefail
cd "$(dirname "$0")/.."
command -v java >/dev/null || { echo "Java is missing. Remedy: install a Java runtime (Debian: apt-get install default-jre-headless)." >&2; exit 1; }
command -v npm >/dev/null || { echo "npm is missing. Remedy: install Node.js." >&2; exit 1; }
jar=.cache/vnu/node_modules/vnu-jar/build/dist/vnu.jar
[ -f "$jar" ] || npm install --silent --no-save --prefix .cache/vnu vnu-jar@26.9.27 >/dev/null
# What it does not know: properties of today's CSS, and « autocomplete » on what one ticks, without which Firefox ticks again what a reader left.
known='.*(field-sizing|vector-effect|paint-order|padding-block-end)”: Property .* doesn.t exist.*|.*Attribute “autocomplete” is only allowed when the input type is .*'
java -jar "$jar" --errors-only --skip-non-html --filterpattern "$known" site && echo "No error on $(find site -name '*.html' | wc -l) pages."
