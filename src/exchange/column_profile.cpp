#include "exchange/column_profile.h"

#include "exchange/draft_filler.h"
#include "exchange/json_fields.h"
#include "exchange/position_text.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <cmath>

namespace repere::exchange {

namespace {

bool isWhole(const QRegularExpression &pattern, const QString &value)
{
    return pattern.match(value).hasMatch();
}

QRegularExpression wholly(const char *pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(QString::fromUtf8(pattern)),
                              QRegularExpression::CaseInsensitiveOption);
}

/// Latitudes of the mainland, the Antilles, Guyane, La Réunion and Mayotte, Saint-Pierre, and the Pacific.
bool isFrenchLatitude(double value)
{
    return (value > 41 && value < 51.6) || (value > 14 && value < 18.5) || (value > 2 && value < 6)
           || (value > -23.5 && value < -7);
}
bool isFrenchLongitude(double value)
{
    return (value > -5.6 && value < 10) || (value > -64 && value < -51) || (value > 44.5 && value < 56)
           || (value > 158 && value < 172) || (value > -179 && value < -134);
}

} // namespace

ColumnProfile profileOf(const QStringList &values)
{
    static const QRegularExpression postcode = wholly("(?:0?[1-9]|[1-8][0-9]|9[0-8])[0-9]{3}");
    static const QRegularExpression insee = wholly("(?:(?:0?[1-9]|[1-8][0-9]|9[0-8])[0-9]{3}|2[AB][0-9]{3})");
    static const QRegularExpression web =
        wholly("(?:https?://\\S+|www\\.\\S+|[a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.(?:fr|com|org|net|eu|io|"
               "info|re|bzh|alsace|paris|coop|space|cc|me|tv)(?:/\\S*)?)");
    static const QRegularExpression mail =
        wholly("[^@\\s|;,]+@[^@\\s|;,]+\\.[a-z]{2,}(?:[|;,\\s]+[^@\\s|;,]+@[^@\\s|;,]+)*");
    // As France writes and dials them, the leading zero perhaps lost; elsewhere with the country's code.
    static const QRegularExpression phone = wholly(
        "(?:(?:\\+|00)[1-9](?:[ .\\-/()]*[0-9]){7,13}|0[1-9](?:[ .\\-/]*[0-9]{2}){4}|[1-9][0-9]{8})(?:\\s*[|;,/].*)?");

    ColumnProfile profile;
    QSet<QString> different;
    for (const QString &raw : values) {
        const QString value = raw.trimmed();
        if (value.isEmpty())
            continue;
        ++profile.filled;
        profile.length += double(value.size());
        different.insert(value);
        const std::optional<double> number = degreesOf(value);
        const bool isMail = isWhole(mail, value);
        const bool isWeb = !isMail && isWhole(web, value);
        const std::optional<QString> date = isoDate(value.left(10));
        const bool isDay = date && date->size() == 10;
        const bool isPhone = isWhole(phone, value) && !isDay;
        if (number) {
            ++profile.number;
            profile.fraction += *number != std::floor(*number) ? 1 : 0;
            profile.latitude += isFrenchLatitude(*number) ? 1 : 0;
            profile.longitude += isFrenchLongitude(*number) ? 1 : 0;
            profile.planeX += *number > 50'000 && *number < 1'300'000 ? 1 : 0;
            profile.planeY += *number > 1'600'000 && *number < 7'200'000 ? 1 : 0;
            profile.year += *number >= 1900 && *number <= 2100 && value.size() == 4 ? 1 : 0;
        }
        const bool isPair = !number && positionPairOf(value) && value.contains(u'.');
        profile.pair += isPair ? 1 : 0;
        const std::optional<double> count = numberOf(value);
        profile.tick += tickOf(value) && (!count || *count < 100) ? 1 : 0;
        profile.postcode += isWhole(postcode, value) ? 1 : 0;
        profile.insee += isWhole(insee, value) ? 1 : 0;
        profile.web += isWeb ? 1 : 0;
        profile.mail += isMail ? 1 : 0;
        profile.phone += isPhone ? 1 : 0;
        profile.date += isDay ? 1 : 0;
        const bool hasLetters = std::ranges::any_of(value, [](QChar c) { return c.isLetter(); });
        profile.words += hasLetters && !isMail && !isWeb && !isDay && !isPair && !number ? 1 : 0;
    }
    if (profile.filled == 0)
        return profile;
    for (double *share :
         {&profile.number, &profile.fraction, &profile.latitude, &profile.longitude, &profile.pair, &profile.planeX,
          &profile.planeY, &profile.postcode, &profile.insee, &profile.web, &profile.mail, &profile.phone,
          &profile.date, &profile.year, &profile.tick, &profile.words, &profile.length})
        *share /= profile.filled;
    profile.distinct = double(different.size()) / profile.filled;
    return profile;
}

QStringList samplesOf(const QStringList &values)
{
    constexpr qsizetype kMost = 3;
    QStringList samples;
    for (const QString &raw : values) {
        const QString value = shortened(raw.simplified());
        if (!value.isEmpty() && !samples.contains(value))
            samples.append(value);
        if (samples.size() == kMost)
            break;
    }
    return samples;
}

} // namespace repere::exchange
