#!/usr/bin/env bash
# check_instructions.sh SOURCE BUILD: no inner loop takes 10 % more instructions than noted: the measure for busy machines.
set -euo pipefail

python3 -B "$1/tests/bench/loops/count.py" "$2/bin"
