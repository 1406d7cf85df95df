#include "exchange/delimited_text.h"
#include "exchange/fetch.h"
#include "exchange/table_source.h"

#include <QCoreApplication>

namespace repere::exchange {

namespace {

class DelimitedSource final : public TableSource
{
public:
    Result<void> open(const ReadRequest &request)
    {
        m_path = request.paths.front();
        const Result<QByteArray> head = readHead(m_path);
        if (!head)
            return std::unexpected(head.error());
        SniffedText sniffed = sniffText(*head);
        const ColumnMapping *mapping = request.mapping ? &*request.mapping : nullptr;
        if (mapping && !mapping->encoding.isEmpty()) {
            const std::optional<TextEncoding> named = encodingNamed(mapping->encoding);
            if (!named) {
                return failure(ErrorCode::Usage,
                               QCoreApplication::translate("Exchange", "\"%1\" is no encoding that can be read.")
                                   .arg(mapping->encoding));
            }
            sniffed.encoding = *named;
        }
        char separator = sniffed.separator;
        if (mapping && mapping->separator.size() == 1 && mapping->separator.front().unicode() < 0x80)
            separator = mapping->separator.front().toLatin1();
        m_scanner.emplace(separator);
        if (Result<void> opened = m_scanner->open(m_path, sniffed.encoding); !opened)
            return opened;
        const bool isChosen = mapping && !mapping->columns.empty();
        const bool isSniffed = sniffed.separator == separator;
        const std::optional<std::size_t> named = isSniffed ? headingRow(sniffed.rows) : std::optional<std::size_t>(0);
        m_description.hasHeadings = isChosen ? mapping->hasHeadings : named.has_value();
        const std::size_t above = m_description.hasHeadings ? named.value_or(0) : 0;
        bool first = true;
        for (std::size_t i = 0; first && i <= static_cast<std::size_t>(sniffed.skipped) + above; ++i) {
            const Result<bool> more = m_scanner->next(m_record);
            if (!more)
                return std::unexpected(more.error());
            first = *more;
        }
        const qsizetype columns = first ? std::ssize(m_record.cells) : 0;
        if (columns > kMostColumns)
            return tooManyColumns(m_path, columns);
        for (qsizetype i = 0; i < columns; ++i) {
            const QString words =
                m_description.hasHeadings ? cellText(m_record.cells[std::size_t(i)]).trimmed() : QString();
            m_description.headings.append(words.isEmpty() ? columnName(i) : words);
        }
        m_pending = first && !m_description.hasHeadings;
        m_description.encoding = encodingName(sniffed.encoding);
        m_description.separator = QString(QLatin1Char(separator));
        m_description.title = titleOfFile(m_path);
        return {};
    }

    Result<bool> next(TableRow &row) override
    {
        if (!m_pending) {
            const Result<bool> more = m_scanner->next(m_record);
            if (!more || !*more)
                return more;
        }
        m_pending = false;
        row = {};
        row.line = m_record.line;
        row.problem = recordProblem(m_record, m_description.headings, m_path);
        for (qsizetype i = 0; i < m_description.headings.size(); ++i) {
            const auto index = static_cast<std::size_t>(i);
            row.cells.append(index < m_record.cells.size() ? cellText(m_record.cells[index]) : QString());
        }
        return true;
    }

    double progress() const override { return m_scanner->progress(); }

private:
    QString m_path;
    std::optional<CsvScanner> m_scanner;
    CsvRecord m_record;
    bool m_pending = false; ///< the first record has been read and is a place
};

} // namespace

Result<std::unique_ptr<TableSource>> openDelimitedSource(const ReadRequest &request)
{
    auto source = std::make_unique<DelimitedSource>();
    if (Result<void> opened = source->open(request); !opened)
        return std::unexpected(opened.error());
    return source;
}

QString columnName(qsizetype index)
{
    return QCoreApplication::translate("Exchange", "Column %1").arg(index + 1);
}

std::unexpected<Error> tooManyColumns(const QString &path, qsizetype columns)
{
    return failure(ErrorCode::Unreadable,
                   QCoreApplication::translate("Exchange", "%1: %2 columns are more than a table of places has (%3 at "
                                                           "most). Nothing was imported.")
                       .arg(path, QString::number(columns), QString::number(kMostColumns)));
}

} // namespace repere::exchange
