#!/usr/bin/env bash
# check_vocabulary.sh SOURCE BUILD: the vocabularies keep their rules, and a second reading of them, written apart from the
# program's, understands the tables of phrases.
set -euo pipefail

python3 -B "$1/scripts/data/check_vocabulary" "$1/data" "$1/tests/data"
