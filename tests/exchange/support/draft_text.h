#pragma once

#include "exchange/reader.h"

#include <QByteArray>

namespace repere::exchange {

/// A draft as one JSON object, only what it says: the fields by their keys, words under "types", "equipment"…, "key", "url",
/// "personal", "repairs" ("field: from → to") and "rejected" ("column=value: cause"). For comparing with what is expected.
QByteArray draftJson(const Draft &draft);
/// All that reading gives, as text: "format: …", one line per draft, "error: …" (the path as FILE), "source: name | licence |
/// as of", "remark: …".
QByteArray readingOf(const ReadRequest &request, const QString &formatId = {});

} // namespace repere::exchange
