#pragma once

#include <QHash>
#include <QString>

#include <cstdint>
#include <optional>
#include <utility>

namespace repere::directory {

/// Which line of an import had a uid first. A million of them are looked up one by one: the 32 hex digits that a uid is are
/// kept as two numbers, a fifth of the memory of the text. Any other text is kept as it is.
class LinesByUid
{
public:
    /// The line that had it before; nothing when this one is the first, which is noted.
    std::optional<std::int64_t> seen(const QString &uid, std::int64_t line);

private:
    using Digits = std::pair<quint64, quint64>;
    static std::optional<Digits> digitsOf(const QString &uid);

    QHash<Digits, std::int64_t> m_lines;
    QHash<QString, std::int64_t> m_others;
};

} // namespace repere::directory
