#!/usr/bin/env bash
# check_bench.sh SOURCE BUILD: scripts/bench works, with one repetition of a thousand ateliers, every line is held against
# something, and its tables come into the page.
set -euo pipefail
source=$1 bin=$2/bin suite=$1/tests/bench/suite

for program in repere-bench repere-cli; do
    if [[ ! -x $bin/$program ]]; then
        echo "Skipped: $bin/$program is not built"
        exit 77
    fi
done
work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
export XDG_DATA_HOME=$work/data XDG_STATE_HOME=$work/state XDG_CONFIG_HOME=$work/config XDG_CACHE_HOME=$work/cache
export REPERE_DATA=$source/data LC_ALL=C.UTF-8

python3 -B "$suite/test_rows.py"
python3 -B "$suite/run.py" --source "$source" --binaries "$bin" --work "$work" --sizes 1000,2000 --repetitions 1 \
    --parts geography,catalogue,sql,files >"$work/bench.json" 2>"$work/table" || { cat -- "$work/table"; exit 1; }
python3 -B "$suite/test_result.py" "$work/bench.json" "$source/docs/performance.md"
