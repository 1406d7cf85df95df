#!/usr/bin/env bash
# check_qmllint.sh SOURCE BUILD: qmllint finds nothing to warn of in the QML of the map, C++ types included.
set -euo pipefail
source=$1 build=$2

# The folders that hold our modules: as far above each qmldir as its module's name has parts.
imports=()
while IFS= read -r -d '' qmldir; do
    module=$(sed -n 's/^module //p' "$qmldir")
    folder=$(dirname -- "$qmldir")
    IFS=. read -r -a parts <<<"$module"
    for _ in "${parts[@]}"; do folder=$(dirname -- "$folder"); done
    imports+=(-I "$folder")
done < <(find "$build" -name qmldir -not -path '*/test-home/*' -print0)

mapfile -d '' files < <(find "$source/ui" -name '*.qml' -print0)
if ((${#files[@]} == 0)); then
    echo "No QML file under $source/ui"
    exit 1
fi
"$(qmake6 -query QT_INSTALL_BINS)/qmllint" --max-warnings 0 "${imports[@]}" "${files[@]}"
