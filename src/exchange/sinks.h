#pragma once

#include "exchange/column_table.h"

#include <QSaveFile>

#include <memory>

namespace repere::exchange {

/// What a format's writer needs to know.
struct SinkContext {
    QString path;
    ExportOptions options;
    std::vector<ColumnId> columns;
    const LabelSource &labels;
};

/// Takes lines and writes them beside the target. Destroyed before `commit`, it leaves nothing behind.
class LineSink
{
public:
    virtual ~LineSink() = default;
    virtual Result<void> begin() = 0;
    virtual Result<void> write(const ExportedAtelier &line) = 0;
    /// Finishes the file and renames it into place.
    virtual Result<void> commit() = 0;
};

std::unique_ptr<LineSink> makeCsvSink(const SinkContext &context);
std::unique_ptr<LineSink> makeGeoJsonSink(const SinkContext &context);
std::unique_ptr<LineSink> makeKmlSink(const SinkContext &context);
/// GeoPackage, XLSX and ODS, through the drivers of GDAL.
std::unique_ptr<LineSink> makeOgrSink(const SinkContext &context);

/// For the formats that are a stream of text: a buffer over a file that is renamed into place when whole.
class TextSink : public LineSink
{
public:
    explicit TextSink(const SinkContext &context) : m_context(context), m_file(context.path) {}

protected:
    Result<void> openFile();
    /// Writes the buffer out once it is large.
    Result<void> flushWhenLarge();
    Result<void> commitFile();

    SinkContext m_context;
    QByteArray m_buffer;

private:
    Result<void> flush();

    QSaveFile m_file;
};

/// "PATH: cannot be written (REASON). Nothing was changed."
std::unexpected<Error> unwritable(const QString &path, const QString &reason);

/// Text without what XML forbids (control characters, lone surrogates).
QString xmlText(QString text);

} // namespace repere::exchange
