#include "core/text.h"
#include "geography/gazetteer_data.h"

#include <array>

namespace repere::geography {

QString nameKey(const QString &name)
{
    const QString folded = fold(name);
    QString key;
    key.reserve(folded.size() + 8);
    qsizetype begin = 0;
    while (begin < folded.size()) {
        qsizetype end = folded.indexOf(u' ', begin);
        if (end < 0)
            end = folded.size();
        const QStringView token = QStringView(folded).sliced(begin, end - begin);
        if (token == u"cedex" && begin > 0)
            break;
        if (!key.isEmpty())
            key += u' ';
        if (token == u"st")
            key += u"saint";
        else if (token == u"ste")
            key += u"sainte";
        else if (token == u"sts")
            key += u"saints";
        else if (token == u"s" && begin > 0 && end < folded.size())
            key += u"sur";
        else
            key += token;
        begin = end + 1;
    }
    return key;
}

QString withoutArticle(const QString &key)
{
    for (const QStringView article : std::array<QStringView, 4>{u"le ", u"la ", u"les ", u"l "}) {
        if (key.startsWith(article))
            return key.sliced(article.size());
    }
    return key;
}

QString normalisedPostcode(const QString &text)
{
    QString digits;
    for (const QChar c : text) {
        if (c >= u'0' && c <= u'9')
            digits += c;
        else if (!c.isSpace())
            return {};
    }
    if (digits.size() == 4)
        digits.prepend(u'0');
    return digits.size() == 5 ? digits : QString();
}

QStringList departementsOfPostcode(const QString &postcode)
{
    if (postcode.startsWith(u"97") || postcode.startsWith(u"98"))
        return {postcode.first(3)};
    if (postcode.startsWith(u"20")) {
        // South 200 and 201, north 202 and 206; CEDEX codes keep to it.
        return {postcode[2] == u'0' || postcode[2] == u'1' ? QStringLiteral("2A") : QStringLiteral("2B")};
    }
    return {postcode.first(2)};
}

QString cityWithArrondissements(const QString &departement)
{
    if (departement == u"75")
        return QStringLiteral("75056");
    if (departement == u"69")
        return QStringLiteral("69123");
    if (departement == u"13")
        return QStringLiteral("13055");
    return {};
}

} // namespace repere::geography
