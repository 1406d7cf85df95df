#pragma once

#include "exchange/delimited_text.h"
#include "exchange/draft_filler.h"
#include "exchange/json_records.h"
#include "exchange/reader.h"

namespace repere::exchange {

/// A format whose records are JSON values. The format's own class says what they mean.
class JsonFormatReader : public Reader
{
public:
    using Json = JsonRecords::Json;

    Result<void> open(const QString &path, JsonRecords::Shape shape);
    Result<std::unique_ptr<Draft>> next() override;
    double progress() const override { return m_records.progress(); }
    /// One record that stands alone is no list.
    bool isWholeList() const override { return m_records.isList(); }

protected:
    /// Puts one record into a draft, or rejects it. A record that is null, or an empty object or list, does not come here.
    virtual void fill(const Json &record, DraftFiller &draft) = 0;
    const JsonRecords &records() const { return m_records; }

private:
    JsonRecords m_records;
};

/// A format whose records are lines of a separated text with known headings.
class TableFormatReader : public Reader
{
public:
    Result<void> open(const QString &path) { return m_table.open(path); }
    Result<std::unique_ptr<Draft>> next() override;
    double progress() const override { return m_table.progress(); }

protected:
    /// Puts the present record into a draft, or rejects it. Records that are blank or broken do not come here.
    virtual void fill(DraftFiller &draft) = 0;
    const NamedTable &table() const { return m_table; }

private:
    NamedTable m_table;
};

/// Opens a reader of a class with `open(path)`: what most formats' `open` is.
template <typename Format> Result<std::unique_ptr<Reader>> openFirstPath(const ReadRequest &request)
{
    auto reader = std::make_unique<Format>();
    if (Result<void> opened = reader->open(request.paths.front()); !opened)
        return std::unexpected(opened.error());
    return reader;
}

/// A record as its publisher wrote it, taken out of what portals and maps wrap around it: a GeoJSON feature, a record of
/// OpenDataSoft. Its geometry stays beside the rest ("geometry").
JsonRecords::Json unwrapped(const JsonRecords::Json &record);
/// Longitude and latitude of a GeoJSON geometry as written, the middle of what is no point; empty when there is none.
QStringList pointOfGeometry(const JsonRecords::Json *geometry);

/// The text of a file without byte-order mark and space at its start: what recognition of JSON looks at.
QByteArray trimmedHead(const QByteArray &head);
/// Whether a text begins like a JSON list or object and holds all these words.
bool isJsonWith(const QByteArray &head, std::initializer_list<const char *> words);

} // namespace repere::exchange
