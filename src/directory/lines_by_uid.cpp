#include "directory/lines_by_uid.h"

namespace repere::directory {

std::optional<LinesByUid::Digits> LinesByUid::digitsOf(const QString &uid)
{
    if (uid.size() != 32)
        return std::nullopt;
    quint64 halves[2] = {0, 0};
    for (qsizetype i = 0; i < uid.size(); ++i) {
        const char16_t c = uid[i].unicode();
        quint64 digit = 0;
        if (c >= u'0' && c <= u'9')
            digit = static_cast<quint64>(c - u'0');
        else if (c >= u'a' && c <= u'f') // a capital is another text
            digit = static_cast<quint64>(c - u'a') + 10;
        else
            return std::nullopt;
        quint64 &half = halves[i / 16];
        half = half << 4 | digit;
    }
    return Digits(halves[0], halves[1]);
}

std::optional<std::int64_t> LinesByUid::seen(const QString &uid, std::int64_t line)
{
    const auto look = [line](auto &lines, const auto &key) -> std::optional<std::int64_t> {
        const auto size = lines.size();
        std::int64_t &first = lines[key];
        if (lines.size() == size)
            return first;
        first = line;
        return std::nullopt;
    };
    if (const auto digits = digitsOf(uid))
        return look(m_lines, *digits);
    return look(m_others, uid);
}

} // namespace repere::directory
