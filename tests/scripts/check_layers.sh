#!/usr/bin/env bash
# check_layers.sh SOURCE BUILD: no layer includes what it may not, and the check itself finds what it must.
set -euo pipefail

layers=$(dirname -- "${BASH_SOURCE[0]}")/layers.py
python3 "$layers" --self-test
python3 "$layers" "$1"
