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

/// A file of text that is renamed into place when whole. Errors: Unwritable.
class TextFile
{
public:
    explicit TextFile(const QString &path) : m_file(path) {}

    Result<void> open();
    Result<void> write(const QByteArray &text);
    Result<void> commit();

private:
    QSaveFile m_file;
};

/// For the formats that are a stream of text: a buffer over such a file.
class TextSink : public LineSink
{
public:
    explicit TextSink(const SinkContext &context) : m_context(context), m_file(context.path) {}

protected:
    Result<void> openFile() { return m_file.open(); }
    /// Writes the buffer out once it is large.
    Result<void> flushWhenLarge();
    Result<void> commitFile();

    SinkContext m_context;
    QByteArray m_buffer;

private:
    Result<void> flush();

    TextFile m_file;
};

/// "PATH: cannot be written (REASON). Nothing was changed."
std::unexpected<Error> unwritable(const QString &path, const QString &reason);

/// "The export was cancelled. Nothing was changed."
std::unexpected<Error> cancelledExport();

/// Text without what XML forbids (control characters, lone surrogates).
QString xmlText(QString text);

} // namespace repere::exchange
