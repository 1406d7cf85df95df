#include "exchange/formats/format.h"
#include "exchange/formats/osm_element.h"
#include "exchange/formats/registry.h"

#include "exchange/json_text.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace repere::exchange {

namespace {

/// Context of the translated sentences.
struct Sentences {
    Q_DECLARE_TR_FUNCTIONS(Exchange)
};

/// OpenStreetMap as the Overpass API answers it in JSON (https://wiki.openstreetmap.org/wiki/Overpass_API), nodes as well
/// as ways and relations asked for with `out center`.
class OverpassReader final : public JsonFormatReader
{
public:
    Result<void> open(const QString &path)
    {
        const Result<QByteArray> head = readHead(path);
        if (!head)
            return std::unexpected(head.error());
        if (trimmedHead(*head).startsWith('<')) {
            return failure(
                ErrorCode::Unreadable,
                Sentences::tr("%1: the server answered a page instead of places: it was overloaded or refused "
                              "the question. Ask it again later. Nothing was imported.")
                    .arg(path));
        }
        return JsonFormatReader::open(
            path,
            {.lists = {"elements", "features"},
             .keep = {"osm3s", "remark"},
             .missing = Sentences::tr("%1: no \"elements\" were found, as Overpass answers them. Nothing was imported.")
                            .arg(path)});
    }

    SourceInfo source() const override { return osmSource(baseDate()); }

    /// An answer does not say what area was asked for: yesterday France, today a town.
    bool isWholeList() const override { return false; }

    QStringList remarks() const override
    {
        const QString remark = textOf(records().outer(), "remark");
        return remark.isEmpty()
                   ? QStringList()
                   : QStringList(Sentences::tr("The server says that its answer may be incomplete: %1").arg(remark));
    }

private:
    QString baseDate() const
    {
        const Json *osm3s = memberOf(records().outer(), "osm3s");
        return osm3s ? textOf(*osm3s, "timestamp_osm_base").left(10) : QString();
    }

    void fill(const Json &record, DraftFiller &draft) override
    {
        fillOsmElement(memberOf(record, "properties") ? elementOf(record) : record, baseDate(), draft);
    }

    /// A GeoJSON feature as overpass turbo exports it, as an element: "@id" or the feature's id is "node/123".
    static Json elementOf(const Json &feature)
    {
        const Json &properties = *memberOf(feature, "properties");
        const QString inside = textOf(properties, "@id");
        const QString id = inside.isEmpty() ? textOf(feature, "id") : inside;
        Json element = {{"type", id.section(u'/', 0, 0).toStdString()}, {"id", id.section(u'/', 1).toStdString()}};
        element["tags"] = properties;
        if (const QStringList point = pointOfGeometry(memberOf(feature, "geometry")); point.size() >= 2)
            element["center"] = {{"lat", point[1].toStdString()}, {"lon", point[0].toStdString()}};
        return element;
    }
};

int recognise(const QByteArray &head, const QString &)
{
    const QByteArray text = trimmedHead(head);
    if (text.startsWith('<')) {
        const QByteArray lower = text.toLower();
        const bool isPage = lower.contains("<html") || lower.startsWith("<!doctype html");
        return isPage && (lower.contains("osm3s") || lower.contains("overpass")) ? 80 : 0;
    }
    if (isJsonWith(head, {"\"osm3s\""}))
        return 96;
    static const QRegularExpression exported(QStringLiteral("\"@?id\"\\s*:\\s*\"(?:node|way|relation)/[0-9]"));
    if (isJsonWith(head, {"\"FeatureCollection\""}) && exported.match(QString::fromUtf8(head)).hasMatch())
        return 94;
    return isJsonWith(head, {"\"elements\"", "\"tags\"", "\"type\""}) ? 85 : 0;
}

} // namespace

InputFormat overpass()
{
    return {.id = QStringLiteral("overpass"),
            .name = QCoreApplication::translate("Exchange", "OpenStreetMap (Overpass JSON)"),
            .recognise = recognise,
            .open = openFirstPath<OverpassReader>};
}

} // namespace repere::exchange
