#include "exchange/support/draft_text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace repere::exchange {

QByteArray draftJson(const Draft &draft)
{
    QJsonObject object;
    const auto text = [&object](const char *key, const QString &value) {
        if (!value.isEmpty())
            object.insert(QLatin1StringView(key), value);
    };
    const auto list = [&object](const char *key, const QStringList &values) {
        if (!values.isEmpty())
            object.insert(QLatin1StringView(key), QJsonArray::fromStringList(values));
    };
    const Atelier &atelier = draft.atelier;
    object.insert(QLatin1StringView("line"), qint64(draft.line));
    text("name", atelier.name);
    list("types", draft.typeWords);
    text("status", draft.statusWord);
    text("address", atelier.address);
    text("postcode", atelier.postcode);
    text("city", atelier.city);
    text("insee", atelier.insee);
    text("departement", atelier.departement);
    text("region", atelier.region);
    if (atelier.point) {
        text(
            "at",
            QStringLiteral("%1 %2").arg(atelier.point->latitude, 0, 'g', 10).arg(atelier.point->longitude, 0, 'g', 10));
        text("position", precisionToString(atelier.precision));
    }
    text("position_source", atelier.positionSource);
    list("equipment", draft.equipmentWords);
    list("services", draft.serviceWords);
    list("publics", draft.publicWords);
    text("website", atelier.website);
    text("email", atelier.email);
    text("phone", atelier.phone);
    text("opening_hours", atelier.openingHours);
    if (atelier.founded)
        object.insert(QLatin1StringView("founded"), *atelier.founded);
    if (atelier.surface)
        object.insert(QLatin1StringView("surface"), *atelier.surface);
    text("organisation", atelier.organisation);
    text("notes", atelier.notes);
    text("as_of", atelier.asOf);
    text("key", draft.recordKey);
    text("url", draft.recordUrl);
    QStringList personal;
    for (const PersonalDatum &datum : draft.personal)
        personal.append(datum.value);
    list("personal", personal);
    QStringList repairs;
    for (const ImportReport::Repair &repair : draft.repairs)
        repairs.append(QStringLiteral("%1: %2 → %3").arg(repair.field, repair.from, repair.to));
    list("repairs", repairs);
    QStringList rejected;
    for (const ImportReport::Rejection &rejection : draft.rejections)
        rejected.append(QStringLiteral("%1=%2: %3").arg(rejection.column, rejection.value, rejection.cause));
    list("rejected", rejected);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray readingOf(const ReadRequest &request, const QString &formatId)
{
    const auto withoutPath = [&request](QString text) {
        for (const QString &path : request.paths)
            text.replace(path, QStringLiteral("FILE"));
        return text.toUtf8() + '\n';
    };
    const auto format = formatOf(request.paths.front(), formatId);
    if (!format)
        return "error: " + withoutPath(format.error().message);
    QByteArray text = "format: " + (*format)->id.toUtf8() + '\n';
    const auto reader = openReader(request, formatId);
    if (!reader)
        return text + "error: " + withoutPath(reader.error().message);
    while (true) {
        const auto draft = (*reader)->next();
        if (!draft) {
            text += "error: " + withoutPath(draft.error().message);
            break;
        }
        if (!*draft)
            break;
        text += withoutPath(QString::fromUtf8(draftJson(**draft)));
    }
    const SourceInfo source = (*reader)->source();
    text +=
        "source: " + withoutPath(QStringList({source.name, source.licence, source.asOf}).join(QStringLiteral(" | ")));
    for (const QString &remark : (*reader)->remarks())
        text += "remark: " + withoutPath(remark);
    return text;
}

} // namespace repere::exchange
