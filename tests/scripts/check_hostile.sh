#!/usr/bin/env bash
# check_hostile.sh SOURCE BUILD: what keeps texts of others from being more than texts, as far as it can be read in the source:
# QML texts are plain, HTML is made in two places only, the desktop is asked in one, and no program is started.
set -euo pipefail
cd -- "$1"
status=0

fail() {
    printf '%s\n' "$@"
    status=1
}

# Every Text { … } of the map says that it is plain; the default takes HTML for HTML and fetches its pictures.
for file in ui/map/*.qml; do
    missing=$(awk '
        /^ *Text \{$/ { indent = match($0, /[^ ]/); plain = 0; line = NR; inside = 1; next }
        inside && /textFormat: Text\.PlainText/ { plain = 1 }
        inside && match($0, /[^ ]/) == indent && /^ *\}$/ { if (!plain) print FILENAME ":" line; inside = 0 }' "$file")
    [[ -z $missing ]] || fail "A Text without textFormat: Text.PlainText:" "$missing"
done

# allowed PATTERN FILE …: the pattern is in the source of these files only.
allowed() {
    local pattern=$1 found
    shift
    found=$(grep -rlE --include='*.cpp' --include='*.h' --include='*.ui' "$pattern" src ui | sort | grep -vxF "$(printf '%s\n' "$@")" || :)
    [[ -z $found ]] || fail "$pattern is not expected in:" "$found"
}
allowed 'Qt::RichText|Qt::MarkdownText|setHtml|setMarkdown|insertHtml' \
    src/gui/fiche_parts.cpp src/gui/about_dialog.cpp ui/ground_consent.ui
allowed 'QDesktopServices::openUrl' src/gui/main_window.cpp src/gui/recovery_actions.cpp # there the folder of the file
allowed 'QProcess|std::system|[^a-zA-Z_.> ]::system|popen|posix_spawn|[^a-zA-Z_]exec[lv]p?e?\(' none
allowed 'setOpenExternalLinks' none

exit "$status"
