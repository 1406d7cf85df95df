#include "exchange/sinks.h"

#include "core/atelier_json.h"
#include "exchange/csv_rows.h"
#include "exchange/json.h"
#include "exchange/json_text.h"

#include <QCoreApplication>
#include <QSet>
#include <QXmlStreamWriter>

namespace repere::exchange {

namespace {

class CsvSink final : public TextSink
{
public:
    explicit CsvSink(const SinkContext &context) : TextSink(context), m_rows(context.options, context.columns) {}

    Result<void> begin() override
    {
        m_rows.appendHeadings(m_buffer);
        return openFile();
    }
    Result<void> write(const ExportedAtelier &line) override
    {
        m_rows.appendLine(m_buffer, line, m_context.labels);
        return flushWhenLarge();
    }
    Result<void> commit() override { return commitFile(); }

private:
    CsvRows m_rows;
};

/// RFC 7946: a FeatureCollection in WGS 84, the properties having the keys of `search`.
class GeoJsonSink final : public TextSink
{
public:
    explicit GeoJsonSink(const SinkContext &context) : TextSink(context)
    {
        for (ColumnId column : context.columns)
            m_keys.insert(specOf(column).key);
        if (m_keys.contains(specOf(ColumnId::EquipmentDetails).key)
            || m_keys.contains(specOf(ColumnId::EquipmentRaw).key))
            m_keys.insert(specOf(ColumnId::Equipment).key);
        if (m_keys.contains(specOf(ColumnId::Sources).key))
            m_keys.insert(specOf(ColumnId::Provenance).key);
        m_personal = m_keys.contains(specOf(ColumnId::Personal).key);
    }

    Result<void> begin() override
    {
        m_buffer += "{\"type\":\"FeatureCollection\",\"name\":\"ateliers\",\"features\":[";
        return openFile();
    }
    Result<void> write(const ExportedAtelier &line) override
    {
        nlohmann::ordered_json properties = atelierToJson(line.atelier, line.distanceMetres);
        if (!m_context.options.columns.isEmpty()) {
            nlohmann::ordered_json chosen = nlohmann::ordered_json::object();
            for (auto &[key, value] : properties.items()) {
                if (m_keys.contains(QByteArray::fromStdString(key)))
                    chosen[key] = std::move(value);
            }
            properties = std::move(chosen);
        }
        if (m_personal && !line.atelier.personal.empty())
            properties["personal"] = nlohmann::ordered_json::parse(toStdString(personalToJson(line.atelier.personal)));
        nlohmann::ordered_json feature;
        feature["type"] = "Feature";
        feature["id"] = line.atelier.id;
        feature["geometry"] = nullptr;
        if (line.atelier.point) {
            feature["geometry"] = {{"type", "Point"},
                                   {"coordinates", {line.atelier.point->longitude, line.atelier.point->latitude}}};
        }
        feature["properties"] = std::move(properties);
        m_buffer += m_first ? "\n" : ",\n";
        m_first = false;
        m_buffer += QByteArray::fromStdString(feature.dump());
        return flushWhenLarge();
    }
    Result<void> commit() override
    {
        m_buffer += "\n]}\n";
        return commitFile();
    }

private:
    QSet<QByteArray> m_keys;
    bool m_personal = false;
    bool m_first = true;
};

/// OGC KML 2.3: one Placemark per atelier, every chosen column as ExtendedData.
class KmlSink final : public TextSink
{
public:
    explicit KmlSink(const SinkContext &context) : TextSink(context), m_style(styleOf(context.options)), m_xml(&m_text)
    {
        m_style.decimalComma = false;
    }

    Result<void> begin() override
    {
        m_xml.setAutoFormatting(true);
        m_xml.setAutoFormattingIndent(1);
        m_xml.writeStartDocument();
        m_xml.writeStartElement(QStringLiteral("kml"));
        m_xml.writeDefaultNamespace(QStringLiteral("http://www.opengis.net/kml/2.2"));
        m_xml.writeStartElement(QStringLiteral("Document"));
        m_xml.writeTextElement(QStringLiteral("name"), QStringLiteral("ateliers"));
        takeText();
        return openFile();
    }
    Result<void> write(const ExportedAtelier &line) override
    {
        const Atelier &atelier = line.atelier;
        m_xml.writeStartElement(QStringLiteral("Placemark"));
        m_xml.writeTextElement(QStringLiteral("name"), xmlText(atelier.name));
        QStringList description;
        for (ColumnId column : {ColumnId::Types, ColumnId::Address, ColumnId::Postcode, ColumnId::City,
                                ColumnId::Equipment, ColumnId::Website, ColumnId::Notes}) {
            if (const QString text = xmlText(cellText(column, line, m_style, m_context.labels)); !text.isEmpty())
                description.append(text);
        }
        if (!description.isEmpty())
            m_xml.writeTextElement(QStringLiteral("description"), description.join(u'\n'));
        m_xml.writeStartElement(QStringLiteral("ExtendedData"));
        for (ColumnId column : m_context.columns) {
            const QString text = xmlText(cellText(column, line, m_style, m_context.labels));
            if (text.isEmpty())
                continue;
            m_xml.writeStartElement(QStringLiteral("Data"));
            m_xml.writeAttribute(QStringLiteral("name"), QString::fromUtf8(specOf(column).key));
            m_xml.writeTextElement(QStringLiteral("displayName"), headingOf(column, m_style));
            m_xml.writeTextElement(QStringLiteral("value"), text);
            m_xml.writeEndElement();
        }
        m_xml.writeEndElement();
        if (atelier.point) {
            m_xml.writeStartElement(QStringLiteral("Point"));
            m_xml.writeTextElement(QStringLiteral("coordinates"),
                                   QString::number(atelier.point->longitude, 'f', QLocale::FloatingPointShortest) + u','
                                       + QString::number(atelier.point->latitude, 'f', QLocale::FloatingPointShortest));
            m_xml.writeEndElement();
        }
        m_xml.writeEndElement();
        takeText();
        return flushWhenLarge();
    }
    Result<void> commit() override
    {
        m_xml.writeEndDocument();
        takeText();
        return commitFile();
    }

private:
    /// The writer goes on where it stood in the bytes of a device, so it has a text, to which it adds.
    void takeText()
    {
        m_buffer += m_text.toUtf8();
        m_text.resize(0);
    }

    CellStyle m_style;
    QString m_text;
    QXmlStreamWriter m_xml;
};

} // namespace

Result<void> TextFile::open()
{
    if (!m_file.open(QIODevice::WriteOnly))
        return unwritable(m_file.fileName(), m_file.errorString());
    return {};
}

Result<void> TextFile::write(const QByteArray &text)
{
    if (m_file.write(text) != text.size())
        return unwritable(m_file.fileName(), m_file.errorString());
    return {};
}

Result<void> TextFile::commit()
{
    if (!m_file.commit())
        return unwritable(m_file.fileName(), m_file.errorString());
    return {};
}

Result<void> TextSink::flushWhenLarge()
{
    return m_buffer.size() < 256 * 1024 ? Result<void>() : flush();
}

Result<void> TextSink::flush()
{
    Result<void> written = m_file.write(m_buffer);
    m_buffer.resize(0); // keeps the memory
    return written;
}

Result<void> TextSink::commitFile()
{
    return flush().and_then([this] { return m_file.commit(); });
}

std::unexpected<Error> unwritable(const QString &path, const QString &reason)
{
    return failure(
        ErrorCode::Unwritable,
        QCoreApplication::translate("Exchange", "%1: cannot be written (%2). Nothing was changed.").arg(path, reason));
}

std::unexpected<Error> cancelledExport()
{
    return failure(ErrorCode::Cancelled,
                   QCoreApplication::translate("Exchange", "The export was cancelled. Nothing was changed."));
}

QString xmlText(QString text)
{
    text = QString::fromUtf8(text.toUtf8()); // lone surrogates become U+FFFD
    text.removeIf([](QChar c) {
        const char16_t u = c.unicode();
        return (u < 0x20 && u != u'\t' && u != u'\n' && u != u'\r') || u == 0xFFFE || u == 0xFFFF;
    });
    return text;
}

std::unique_ptr<LineSink> makeCsvSink(const SinkContext &context)
{
    return std::make_unique<CsvSink>(context);
}

std::unique_ptr<LineSink> makeGeoJsonSink(const SinkContext &context)
{
    return std::make_unique<GeoJsonSink>(context);
}

std::unique_ptr<LineSink> makeKmlSink(const SinkContext &context)
{
    return std::make_unique<KmlSink>(context);
}

} // namespace repere::exchange
