#include "exchange/formats/format.h"
#include "exchange/formats/registry.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <functional>

namespace repere::exchange {

namespace {

/// Context of the translated sentences.
struct Sentences {
    Q_DECLARE_TR_FUNCTIONS(Exchange)
};

/// Lists are joined by | in version 1 of the standard, by ; in version 0.
QStringList parts(const QString &cell)
{
    static const QRegularExpression separator(QStringLiteral("[|;]"));
    QStringList parts;
    for (const QString &part : cell.split(separator)) {
        const QString trimmed = part.trimmed();
        if (!trimmed.isEmpty() && !parts.contains(trimmed))
            parts.append(trimmed);
    }
    return parts;
}

using Cells = std::function<QString(const char *column)>;

/// One place of the standard "lieux de médiation numérique" (https://lamednum.coop/schema-de-donnees-des-lieux-de-mediation-
/// numerique-2/), versions 0 and 1, whatever the file. Of the many kinds of places only tiers-lieux and fablabs are ours.
/// `pivot` (SIRET) and `source` (who collected it) have no field here.
void fillPlace(const Cells &cell, DraftFiller &draft)
{
    static const QStringList ours = {QStringLiteral("TIERS_LIEUX"), QStringLiteral("FABLAB")};
    static const QStringList alsoTypes = {QStringLiteral("BIB"), QStringLiteral("EPN")};
    draft.text("name", cell("nom"));
    draft.key(cell("id"));
    const QString kinds = cell("typologie");
    QStringList types;
    bool isOurs = false;
    for (const QString &kind : parts(kinds)) {
        isOurs = isOurs || ours.contains(kind);
        if (ours.contains(kind) || alsoTypes.contains(kind))
            types.append(kind);
    }
    if (!isOurs) {
        draft.reject(QStringLiteral("typologie"), kinds, Sentences::tr("neither a tiers-lieu nor a fablab"));
        return;
    }
    draft.types(types);
    QStringList address = {cell("adresse"), cell("complement_adresse")};
    address.removeAll(QString());
    draft.text("address", address.join(QStringLiteral(", ")));
    QString postcode = cell("code_postal");
    const QString city = cell("commune");
    static const QRegularExpression digits(QRegularExpression::anchoredPattern(QStringLiteral("[0-9]{4,5}")));
    if (digits.match(city).hasMatch()) {
        draft.repair(QStringLiteral("city"), city, {}, Sentences::tr("a postcode stood where the commune belongs"));
        if (postcode.isEmpty())
            postcode = city;
    } else {
        draft.text("city", city);
    }
    draft.text("postcode", postcode);
    draft.text("insee", cell("code_insee"));
    draft.point(cell("latitude"), cell("longitude"), PositionPrecision::Approximate);
    draft.text("phone", cell("telephone"));
    const QString mails = cell("courriels");
    draft.text("email", parts(mails.isEmpty() ? cell("courriel") : mails).value(0));
    draft.text("website", ownSiteOf(parts(cell("site_web"))));
    draft.text("opening_hours", cell("horaires"));
    draft.note(cell("presentation_resume"));
    draft.note(cell("presentation_detail"));
    draft.asOf(cell("date_maj"));
    draft.services(parts(cell("services")));
    if (cell("itinerance").startsWith(QStringLiteral("Itin"), Qt::CaseInsensitive))
        draft.services({QStringLiteral("itinérant")});
    const QString publics = cell("publics_specifiquement_adresses");
    draft.publics(parts(publics.isEmpty() ? cell("publics_accueillis") : publics));
    const QString parent = cell("structure_parente");
    if (!numberOf(parent))
        draft.text("organisation", parent);
}

SourceInfo sourceOfAll()
{
    return {.name = QStringLiteral("Médiation numérique"),
            .licence = QStringLiteral("Licence Ouverte"),
            .url = QStringLiteral("https://cartographie.societenumerique.gouv.fr/"),
            .asOf = {}};
}

class TableOfPlaces final : public TableFormatReader
{
public:
    SourceInfo source() const override { return sourceOfAll(); }

private:
    void fill(DraftFiller &draft) override
    {
        fillPlace([this](const char *column) { return table().cell(column); }, draft);
    }
};

class JsonOfPlaces final : public JsonFormatReader
{
public:
    Result<void> open(const QString &path)
    {
        return JsonFormatReader::open(
            path, {.lists = {"data", "results", "lieux", "records", "features"},
                   .bareList = true,
                   .missing = Sentences::tr("%1: no list of places was found. Nothing was imported.").arg(path)});
    }
    SourceInfo source() const override { return sourceOfAll(); }

private:
    void fill(const Json &record, DraftFiller &draft) override
    {
        const Json place = unwrapped(record);
        fillPlace([&place](const char *column) { return textsOf(memberOf(place, column)).join(u'|').trimmed(); },
                  draft);
    }
};

bool isJson(const QByteArray &head)
{
    const QByteArray text = trimmedHead(head);
    return text.startsWith('[') || text.startsWith('{');
}

int recognise(const QByteArray &head, const QString &)
{
    if (isJson(head))
        return isJsonWith(head, {"\"nom\"", "\"code_insee\"", "\"commune\""})
                       && (head.contains("\"typologie\"") || head.contains("\"date_maj\""))
                   ? 92
                   : 0;
    return sniffText(head).hasHeadings({"id", "nom", "commune", "typologie", "services", "date_maj"}) ? 96 : 0;
}

Result<std::unique_ptr<Reader>> open(const ReadRequest &request)
{
    const Result<QByteArray> head = readHead(request.paths.front());
    if (!head)
        return std::unexpected(head.error());
    return isJson(*head) ? openFirstPath<JsonOfPlaces>(request) : openFirstPath<TableOfPlaces>(request);
}

} // namespace

InputFormat mediationNumerique()
{
    return {.id = QStringLiteral("mediation-numerique"),
            .name = QCoreApplication::translate("Exchange", "Places of digital mediation (standard)"),
            .recognise = recognise,
            .open = open};
}

} // namespace repere::exchange
