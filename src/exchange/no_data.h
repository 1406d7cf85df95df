#pragma once

#include <QByteArray>
#include <QString>

namespace repere::exchange {

/// A page for people (HTML) rather than data, by its first bytes.
bool isPage(const QByteArray &head);

/// What a file is that nobody can import, and what to do about it, translated: a page, a PDF, a picture, something packed.
/// Empty for anything else. `path` is how people know the file.
QString whyNoData(const QByteArray &head, const QString &path);

} // namespace repere::exchange
