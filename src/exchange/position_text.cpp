#include "exchange/position_text.h"

#include "core/geo.h"
#include "core/text.h"
#include "exchange/draft_filler.h"

#include <QRegularExpression>
#include <QStringList>

#include <cmath>

namespace repere::exchange {

std::optional<double> degreesOf(const QString &text)
{
    if (const std::optional<double> number = numberOf(text))
        return number;
    static const QRegularExpression sexagesimal(
        QRegularExpression::anchoredPattern(QStringLiteral(
            "\\s*([NSEWO])?\\s*([+-]?[0-9]{1,3})\\s*(?:°|º|d)\\s*(?:([0-9]{1,2}(?:[.,][0-9]+)?)\\s*['’′m]\\s*"
            "(?:([0-9]{1,2}(?:[.,][0-9]+)?)\\s*(?:\"|”|″|''|’’|′′|s)?)?)?\\s*([NSEWO])?\\s*")),
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = sexagesimal.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const double minutes = numberOf(match.captured(3)).value_or(0);
    const double seconds = numberOf(match.captured(4)).value_or(0);
    if (minutes >= 60 || seconds >= 60)
        return std::nullopt;
    const QString whole = match.captured(2);
    const double size = std::abs(whole.toDouble()) + minutes / 60 + seconds / 3600;
    const QString side = (match.captured(1) + match.captured(5)).toUpper();
    const bool isNegative = whole.startsWith(u'-') || side == u"S" || side == u"W" || side == u"O";
    return isNegative ? -size : size;
}

std::optional<PositionPair> positionPairOf(const QString &cell)
{
    static const QString number = QStringLiteral("(-?[0-9]+(?:\\.[0-9]+)?)");
    static const QRegularExpression geometry(
        QStringLiteral("^\\s*(?:SRID=[0-9]+;)?\\s*(?:MULTI)?POINT\\s*Z?\\s*\\(+\\s*%1\\s+%1[^,]*$").arg(number),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression geoJson(QStringLiteral("\"coordinates\"\\s*:\\s*\\[\\s*%1\\s*,\\s*%1").arg(number));
    for (const QRegularExpression &pattern : {geometry, geoJson}) {
        if (const QRegularExpressionMatch match = pattern.match(cell); match.hasMatch())
            return PositionPair{.north = match.captured(2), .east = match.captured(1)};
    }
    static const QRegularExpression plain(QRegularExpression::anchoredPattern(
        QStringLiteral("\\s*[\\[(]?\\s*%1\\s*[,; ]\\s*%1\\s*[\\])]?\\s*").arg(number)));
    static const QRegularExpression commas(QRegularExpression::anchoredPattern(
        QStringLiteral("\\s*[\\[(]?\\s*(-?[0-9]+,[0-9]+)\\s*(?:[;/ ]|, )\\s*(-?[0-9]+,[0-9]+)\\s*[\\])]?\\s*")));
    QRegularExpressionMatch match = plain.match(cell);
    if (!match.hasMatch())
        match = commas.match(cell);
    if (!match.hasMatch())
        return std::nullopt;
    const QString first = match.captured(1).replace(u',', u'.');
    const QString second = match.captured(2).replace(u',', u'.');
    const GeoPoint asWritten{first.toDouble(), second.toDouble()};
    const GeoPoint swapped{asWritten.longitude, asWritten.latitude};
    if (!mayBeInFrance(asWritten) && mayBeInFrance(swapped))
        return PositionPair{.north = second, .east = first};
    return PositionPair{.north = first, .east = second};
}

std::optional<bool> tickOf(const QString &cell)
{
    static const QStringList yes = {QStringLiteral("oui"),  QStringLiteral("o"), QStringLiteral("yes"),
                                    QStringLiteral("true"), QStringLiteral("x"), QStringLiteral("vrai")};
    static const QStringList no = {
        QStringLiteral("non"), QStringLiteral("n"),     QStringLiteral("no"), QStringLiteral("faux"),
        QStringLiteral("nan"), QStringLiteral("false"), QStringLiteral("na"), QString()};
    const QString text = cell.trimmed();
    if (text == u"✓" || text == u"✔")
        return true;
    if (const std::optional<double> count = numberOf(text))
        return *count >= 0 ? std::optional(*count > 0) : std::nullopt;
    const QString word = fold(text);
    if (yes.contains(word))
        return true;
    return no.contains(word) ? std::optional(false) : std::nullopt;
}

} // namespace repere::exchange
