#pragma once

#include <QString>

namespace repere {

// Texts of others, as people may see them among our own. What is stored and exported stays as it is; this is for lists,
// fiches, dialogs, messages, pictures and terminals. Pure; a text that needs nothing comes back as it is.

/// Without what acts on its neighbours: control characters (line ends and tabs stay) and overrides, embeddings and isolates of
/// direction (UAX #9), which turn round the words that follow. Longer than `most`, it is cut, and "…" says so.
QString shownText(const QString &text, qsizetype most = 5'000);

/// The same in one line: line ends, tabs and other separators are spaces.
QString shownLine(const QString &text, qsizetype most = 300);

} // namespace repere
