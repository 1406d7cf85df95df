#!/usr/bin/env bash
# check_starter.sh SOURCE BUILD: every place of a new starter directory has its commune and stands near it, or
# data/starter/unresolved.md says why not.
set -euo pipefail
source=$1 cli=$2/bin/repere-cli

work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
export XDG_DATA_HOME=$work/data XDG_STATE_HOME=$work/state XDG_CONFIG_HOME=$work/config XDG_CACHE_HOME=$work/cache
export REPERE_DATA=$source/data LC_ALL=C.UTF-8

"$cli" new "$work/starter.gpkg" --starter
"$cli" --directory "$work/starter.gpkg" search --limit 0 --format json >"$work/places.json"
python3 -B "$source/scripts/data/check_starter" "$work/places.json"
