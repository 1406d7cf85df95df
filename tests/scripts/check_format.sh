#!/usr/bin/env bash
# check_format.sh SOURCE BUILD: all C++ is as clang-format 19 writes it; scripts/format mends it.
set -euo pipefail

if [[ $(clang-format --version) != *" version 19."* ]]; then
    echo "Skipped: another clang-format writes other code. $(clang-format --version)"
    exit 77
fi
"$1/scripts/format" --check
