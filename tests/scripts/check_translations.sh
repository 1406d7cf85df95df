#!/usr/bin/env bash
# check_translations.sh SOURCE BUILD: every text of the sources has a finished French translation.
set -euo pipefail
source=$1

work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
cp -- "$source/resources/translations/repere_fr.ts" "$work/repere_fr.ts"
# On a copy: what the sources have and the file has not comes out as unfinished.
"$(qmake6 -query QT_INSTALL_BINS)/lupdate" -silent -no-obsolete -locations none -extensions cpp,h,ui,qml -I "$source/src" \
    "$source/src" "$source/ui" -ts "$work/repere_fr.ts" 2>"$work/warnings"
# A tr() of no known class gets another context here than when the program runs: it would never be translated.
if [[ -s $work/warnings ]]; then
    cat -- "$work/warnings"
    echo "Write these with QCoreApplication::translate(\"Context\", …) or in a class with Q_DECLARE_TR_FUNCTIONS(Context)"
    exit 1
fi
python3 "$(dirname -- "${BASH_SOURCE[0]}")/translations.py" "$work/repere_fr.ts"
