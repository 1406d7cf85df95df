#include "directory/match_words.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace repere::directory {

namespace {

struct MatchText {
    Q_DECLARE_TR_FUNCTIONS(Match)
};

/// In the order of MatchScore::Kind.
const std::array<QString, 8> kKinds = {
    QStringLiteral("shared-id"), QStringLiteral("name"),  QStringLiteral("distance"), QStringLiteral("commune"),
    QStringLiteral("address"),   QStringLiteral("phone"), QStringLiteral("domain"),   QStringLiteral("types")};

double rounded(double value)
{
    return std::round(value * 1000) / 1000;
}

QString distanceWords(double metres)
{
    if (metres < 15)
        return MatchText::tr("at the same spot");
    if (metres < 1000)
        return MatchText::tr("%1 m apart").arg(std::lround(metres));
    return MatchText::tr("%1 km apart").arg(QLocale().toString(metres / 1000, 'f', metres < 10'000 ? 1 : 0));
}

} // namespace

QString matchPartsToJson(const std::vector<MatchScore::Part> &parts)
{
    QJsonArray array;
    for (const MatchScore::Part &part : parts) {
        QJsonObject object;
        object.insert(u"kind", kKinds[static_cast<std::size_t>(part.kind)]);
        object.insert(u"value", rounded(part.value));
        object.insert(u"weight", rounded(part.weight));
        if (part.kind == MatchScore::Kind::Distance)
            object.insert(u"amount", std::round(part.amount));
        if (!part.words.isEmpty())
            object.insert(u"words", part.words);
        array.append(object);
    }
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

std::vector<MatchScore::Part> matchPartsFromJson(const QString &json)
{
    std::vector<MatchScore::Part> parts;
    for (const QJsonValue &value : QJsonDocument::fromJson(json.toUtf8()).array()) {
        const QJsonObject object = value.toObject();
        const auto *const kind = std::ranges::find(kKinds, object.value(u"kind").toString());
        if (kind == kKinds.end())
            continue;
        parts.push_back({.kind = static_cast<MatchScore::Kind>(kind - kKinds.begin()),
                         .value = object.value(u"value").toDouble(),
                         .weight = object.value(u"weight").toDouble(),
                         .amount = object.value(u"amount").toDouble(),
                         .words = object.value(u"words").toString()});
    }
    return parts;
}

QString matchWords(const MatchScore::Part &part)
{
    const bool same = part.value >= 0.99;
    const bool alike = part.value >= 0.5;
    switch (part.kind) {
    case MatchScore::Kind::SharedId: return MatchText::tr("the same record");
    case MatchScore::Kind::Name:
        return same ? MatchText::tr("same name") : alike ? MatchText::tr("similar name") : MatchText::tr("other name");
    case MatchScore::Kind::Distance: return distanceWords(part.amount);
    case MatchScore::Kind::Commune:
        return same    ? MatchText::tr("same commune")
               : alike ? MatchText::tr("another commune of the same département")
                       : MatchText::tr("another département");
    case MatchScore::Kind::Address:
        return same    ? MatchText::tr("same address")
               : alike ? MatchText::tr("similar address")
                       : MatchText::tr("other address");
    case MatchScore::Kind::Phone:
        return same ? MatchText::tr("same telephone number") : MatchText::tr("another telephone number");
    case MatchScore::Kind::Domain:
        return same    ? MatchText::tr("same website")
               : alike ? MatchText::tr("websites of one publisher")
                       : MatchText::tr("another website");
    case MatchScore::Kind::Types: return same ? MatchText::tr("same type") : MatchText::tr("another type");
    }
    return {};
}

QStringList matchWords(const std::vector<MatchScore::Part> &parts)
{
    std::vector<MatchScore::Part> sorted = parts;
    std::ranges::stable_sort(sorted,
                             [](const auto &a, const auto &b) { return std::abs(a.weight) > std::abs(b.weight); });
    QStringList words;
    for (const MatchScore::Part &part : sorted)
        words.append(matchWords(part));
    return words;
}

} // namespace repere::directory
