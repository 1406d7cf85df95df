#include "exchange/formats/opening_hours.h"

#include <QRegularExpression>

namespace repere::exchange {

std::optional<QString> hoursSpan(const QString &words)
{
    static const QRegularExpression span(QRegularExpression::anchoredPattern(QStringLiteral(
        "\\s*(?:de\\s+)?(\\d{1,2})\\s*[hH:.]\\s*(\\d{2})?\\s*(?:-|–|—|/|à|a)\\s*(\\d{1,2})\\s*[hH:.]\\s*(\\d{2})?\\s*")));
    const QRegularExpressionMatch match = span.match(words);
    if (!match.hasMatch())
        return std::nullopt;
    const int from = match.captured(1).toInt();
    const int to = match.captured(3).toInt();
    const int fromMinute = match.captured(2).toInt();
    const int toMinute = match.captured(4).toInt();
    if (from > 24 || to > 24 || fromMinute > 59 || toMinute > 59 || from * 60 + fromMinute >= to * 60 + toMinute)
        return std::nullopt;
    return QStringLiteral("%1:%2-%3:%4")
        .arg(from, 2, 10, QLatin1Char('0'))
        .arg(fromMinute, 2, 10, QLatin1Char('0'))
        .arg(to, 2, 10, QLatin1Char('0'))
        .arg(toMinute, 2, 10, QLatin1Char('0'));
}

QString weekHours(const std::array<QStringList, 7> &spansByDay)
{
    static const std::array<QString, 7> days = {QStringLiteral("Mo"), QStringLiteral("Tu"), QStringLiteral("We"),
                                                QStringLiteral("Th"), QStringLiteral("Fr"), QStringLiteral("Sa"),
                                                QStringLiteral("Su")};
    QStringList rules;
    for (std::size_t first = 0; first < 7;) {
        std::size_t end = first + 1;
        while (end < 7 && spansByDay[end] == spansByDay[first])
            ++end;
        if (!spansByDay[first].isEmpty()) {
            const QString range = end - first == 1 ? days[first] : days[first] + u'-' + days[end - 1];
            rules.append(range + u' ' + spansByDay[first].join(u','));
        }
        first = end;
    }
    return rules.join(QStringLiteral("; "));
}

} // namespace repere::exchange
