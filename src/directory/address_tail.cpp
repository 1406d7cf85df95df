#include "directory/address_tail.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace repere::directory {

namespace {

struct RepairText {
    Q_DECLARE_TR_FUNCTIONS(Repair)
};

} // namespace

void splitAddressTail(exchange::Draft &draft, const geography::Gazetteer &gazetteer)
{
    Atelier &atelier = draft.atelier;
    if (!atelier.city.isEmpty() || atelier.address.isEmpty())
        return;
    static const QRegularExpression tail(
        QRegularExpression::anchoredPattern(
            QStringLiteral("(.*?)[\\s,;–-]*\\b(?:F-)?([0-9]{5})[\\s,]+([^0-9,;]+?(?:\\s+cedex(?:\\s+[0-9]+)?)?)"
                           "(?:\\s*[,;]\\s*France)?\\s*\\.?")),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    const QRegularExpressionMatch match = tail.match(atelier.address);
    if (!match.hasMatch())
        return;
    const QString postcode = match.captured(2);
    const QString city = match.captured(3).simplified();
    const bool contradicts = !atelier.postcode.isEmpty() && atelier.postcode != postcode;
    if (contradicts || gazetteer.resolveCommune(postcode, city).isEmpty())
        return;
    const QString whole = atelier.address;
    atelier.address = match.captured(1).trimmed();
    draft.repairs.push_back({.id = 0,
                             .field = QStringLiteral("address"),
                             .from = whole,
                             .to = atelier.address,
                             .why = RepairText::tr("postcode and commune stood in the address"),
                             .proposed = false});
    for (const auto &[field, value, text] : {std::tuple(QStringLiteral("postcode"), &atelier.postcode, postcode),
                                             std::tuple(QStringLiteral("city"), &atelier.city, city)}) {
        if (value->isEmpty())
            draft.repairs.push_back({.id = 0,
                                     .field = field,
                                     .from = {},
                                     .to = text,
                                     .why = RepairText::tr("postcode and commune stood in the address"),
                                     .proposed = false});
        *value = text;
        if (!draft.fields.contains(field))
            draft.fields.append(field);
    }
}

} // namespace repere::directory
