#include "exchange/formats/format.h"
#include "exchange/formats/osm_element.h"
#include "exchange/formats/registry.h"

#include "exchange/json_text.h"

#include <QCoreApplication>
#include <QFile>
#include <QHash>
#include <QXmlStreamReader>

namespace repere::exchange {

namespace {

using Json = nlohmann::ordered_json;

/// Context of the translated sentences.
struct Sentences {
    Q_DECLARE_TR_FUNCTIONS(Exchange)
};

/// Positions of nodes are kept for the ways that follow; of more than this many none is, so that memory stays bounded.
constexpr qsizetype kMostNodes = 2'000'000;

/// OpenStreetMap in XML, as JOSM, the website and Overpass write it (https://wiki.openstreetmap.org/wiki/OSM_XML). Elements
/// without a tag only draw others: they are no records.
class OsmXmlReader final : public Reader
{
public:
    Result<void> open(const QString &path)
    {
        m_file.setFileName(path);
        if (!m_file.open(QIODevice::ReadOnly))
            return failure(ErrorCode::Unreadable,
                           Sentences::tr("%1: cannot be opened (%2).").arg(path, m_file.errorString()));
        m_xml.setDevice(&m_file);
        if (!m_xml.readNextStartElement() || m_xml.name() != u"osm")
            return broken();
        return {};
    }

    SourceInfo source() const override { return osmSource(m_baseDate); }
    /// A file does not say what area it holds.
    bool isWholeList() const override { return false; }
    double progress() const override
    {
        return m_file.size() > 0 ? static_cast<double>(m_file.pos()) / static_cast<double>(m_file.size()) : -1;
    }

    Result<std::unique_ptr<Draft>> next() override
    {
        while (m_xml.readNextStartElement()) {
            const QString name = m_xml.name().toString();
            if (name == u"meta")
                m_baseDate = attribute("osm_base").left(10);
            if (name != u"node" && name != u"way" && name != u"relation") {
                m_xml.skipCurrentElement();
                continue;
            }
            const std::int64_t line = m_xml.lineNumber();
            const Json element = readElement(name);
            if (m_xml.hasError())
                break;
            if (!element.contains("tags"))
                continue;
            DraftFiller draft(m_file.fileName(), line);
            fillOsmElement(element, m_baseDate, draft);
            return draft.take();
        }
        if (m_xml.hasError())
            return std::unexpected(broken().error());
        return nullptr;
    }

private:
    Result<void> broken() const
    {
        return failure(ErrorCode::Unreadable,
                       Sentences::tr("%1, line %2, column %3: this is no valid XML of OpenStreetMap. "
                                     "Nothing was imported.")
                           .arg(m_file.fileName())
                           .arg(m_xml.lineNumber())
                           .arg(m_xml.columnNumber()));
    }
    QString attribute(const char *key) const { return m_xml.attributes().value(QLatin1StringView(key)).toString(); }

    /// The element in the form of Overpass' JSON; reads to its end.
    Json readElement(const QString &kind)
    {
        Json element = {{"type", kind.toStdString()}, {"id", toStdString(attribute("id"))}};
        const qint64 id = attribute("id").toLongLong();
        for (const char *key : {"lat", "lon", "timestamp"}) {
            if (const QString value = attribute(key); !value.isEmpty())
                element[key] = toStdString(value);
        }
        if (kind == u"node")
            remember(id);
        std::optional<GeoBox> box; // of the nodes of a way
        while (m_xml.readNextStartElement()) {
            if (m_xml.name() == u"tag") {
                element["tags"][toStdString(attribute("k"))] = toStdString(attribute("v"));
            } else if (m_xml.name() == u"center") {
                element["center"] = {{"lat", toStdString(attribute("lat"))}, {"lon", toStdString(attribute("lon"))}};
            } else if (m_xml.name() == u"nd") {
                if (const auto node = m_nodes.constFind(attribute("ref").toLongLong()); node != m_nodes.cend())
                    box = box ? box->united(*node) : GeoBox::around(*node);
            }
            m_xml.skipCurrentElement();
        }
        if (box && !element.contains("center")) {
            const GeoPoint middle = box->centre();
            element["center"] = {{"lat", middle.latitude}, {"lon", middle.longitude}};
        }
        return element;
    }

    void remember(qint64 id)
    {
        bool hasLatitude = false;
        bool hasLongitude = false;
        const GeoPoint point{.latitude = attribute("lat").toDouble(&hasLatitude),
                             .longitude = attribute("lon").toDouble(&hasLongitude)};
        if (hasLatitude && hasLongitude && m_nodes.size() < kMostNodes)
            m_nodes.insert(id, point);
    }

    QFile m_file;
    QXmlStreamReader m_xml;
    QString m_baseDate;
    QHash<qint64, GeoPoint> m_nodes;
};

int recognise(const QByteArray &head, const QString &)
{
    const QByteArray text = trimmedHead(head);
    return text.startsWith('<') && (text.contains("<osm ") || text.contains("<osm>")) ? 96 : 0;
}

} // namespace

InputFormat osmXml()
{
    return {.id = QStringLiteral("osm-xml"),
            .name = QCoreApplication::translate("Exchange", "OpenStreetMap (XML)"),
            .recognise = recognise,
            .open = openFirstPath<OsmXmlReader>};
}

} // namespace repere::exchange
