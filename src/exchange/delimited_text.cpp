#include "exchange/delimited_text.h"

#include "core/text.h"
#include "exchange/json_fields.h"
#include "exchange/json_text.h"
#include "exchange/own_readers.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace repere::exchange {

namespace {

/// Context of the translated sentences.
struct Sentences {
    Q_DECLARE_TR_FUNCTIONS(Exchange)
};

constexpr char kSeparators[] = {';', ',', '\t', '|'};
constexpr int kSniffedRows = 20;

std::ptrdiff_t countOf(const std::vector<CsvRecord> &records, std::size_t cells)
{
    return std::ranges::count_if(
        records, [cells](const CsvRecord &record) { return !record.brokenQuote && record.cells.size() == cells; });
}

/// How well a separator explains the lines: all of one length, and many cells. A title above the headings is shorter.
double consistency(const std::vector<CsvRecord> &records)
{
    std::size_t cells = records.empty() ? 0 : records.front().cells.size();
    std::ptrdiff_t same = countOf(records, cells);
    for (const CsvRecord &record : records) {
        if (const std::ptrdiff_t others = countOf(records, record.cells.size()); others > same) {
            cells = record.cells.size();
            same = others;
        }
    }
    return cells < 2 ? 0 : double(same) / double(records.size()) + double(std::min<std::size_t>(cells, 100)) / 1000;
}

/// Spreadsheets may say the separator in a first line of its own: "sep=;".
std::optional<char> statedSeparator(const QByteArray &utf8)
{
    const qsizetype end = utf8.indexOf('\n');
    const QByteArray line = utf8.first(std::max<qsizetype>(end, 0)).trimmed().toLower();
    if (!line.startsWith("sep=") || line.size() != 5 || !std::ranges::contains(kSeparators, line.back()))
        return std::nullopt;
    return line.back();
}

} // namespace

bool SniffedText::hasHeadings(std::initializer_list<const char *> headings) const
{
    if (rows.empty())
        return false;
    QStringList keys;
    for (const QString &cell : rows.front())
        keys.append(fold(cell));
    return std::ranges::all_of(headings,
                               [&](const char *heading) { return keys.contains(fold(QString::fromUtf8(heading))); });
}

QString cellText(const QByteArray &cell)
{
    return withoutGuard(cell.isValidUtf8() ? decoded(cell) : fromWindows1252(cell));
}

SniffedText sniffText(const QByteArray &head)
{
    SniffedText sniffed{.encoding = detectEncoding(head), .rows = {}};
    const QByteArray utf8 = Utf8Stream(sniffed.encoding).converted(head);
    double best = -1;
    std::vector<CsvRecord> records;
    const std::optional<char> stated = statedSeparator(utf8);
    sniffed.skipped = stated ? 1 : 0;
    for (const char separator : kSeparators) {
        if (stated && separator != *stated)
            continue;
        std::vector<CsvRecord> cut = CsvScanner::firstRecords(utf8, separator, kSniffedRows);
        cut.erase(cut.begin(), cut.begin() + std::min<std::ptrdiff_t>(sniffed.skipped, std::ssize(cut)));
        const double score = consistency(cut);
        if (score <= best)
            continue;
        best = score;
        sniffed.separator = separator;
        records = std::move(cut);
    }
    for (const CsvRecord &record : records) {
        QStringList row;
        for (const QByteArray &cell : record.cells)
            row.append(cellText(cell));
        sniffed.rows.push_back(std::move(row));
    }
    return sniffed;
}

Result<QByteArray> readHead(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return failure(ErrorCode::Missing, Sentences::tr("%1: this file does not exist.").arg(path));
    if (info.isDir())
        return failure(ErrorCode::Unreadable, Sentences::tr("%1: this is a folder, a file was expected.").arg(path));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(ErrorCode::Unreadable,
                       Sentences::tr("%1: cannot be opened (%2).").arg(path, file.errorString()));
    }
    QByteArray head = file.read(64 * 1024);
    if (head.isEmpty() && file.error() != QFileDevice::NoError)
        return failure(ErrorCode::Unreadable, Sentences::tr("%1: cannot be read (%2).").arg(path, file.errorString()));
    if (head.isEmpty())
        return failure(ErrorCode::Unreadable, Sentences::tr("%1: the file is empty. Nothing was imported.").arg(path));
    return head;
}

std::optional<ImportReport::Rejection> recordProblem(const CsvRecord &record, const QStringList &headings,
                                                     const QString &file)
{
    const auto problem = [&](qsizetype column, const QString &value, const QString &cause) {
        return ImportReport::Rejection{file,  record.line,  headings.value(column), shortened(value),
                                       cause, notImported()};
    };
    if (record.tooLong)
        return problem(-1, {}, Sentences::tr("the record is longer than any place can be"));
    if (record.brokenQuote) {
        const auto cell = static_cast<std::size_t>(record.brokenCell);
        return problem(record.brokenCell, cell < record.cells.size() ? cellText(record.cells[cell]) : QString(),
                       Sentences::tr("a quote is never closed, or closed before more text"));
    }
    for (std::size_t i = 0; i < record.cells.size(); ++i) {
        if (record.cells[i].contains('\0')) {
            return problem(static_cast<qsizetype>(i), cellText(record.cells[i]).remove(QChar(u'\0')),
                           Sentences::tr("the cell holds a NUL byte"));
        }
    }
    const qsizetype expected = headings.size();
    const qsizetype cells = std::ssize(record.cells);
    const bool restIsEmpty = cells > expected
                             && std::all_of(record.cells.begin() + expected, record.cells.end(),
                                            [](const QByteArray &cell) { return cell.trimmed().isEmpty(); });
    if (cells != expected && !restIsEmpty)
        return problem(-1, QString::number(cells),
                       Sentences::tr("%1 cells were expected as in the headings").arg(expected));
    return std::nullopt;
}

QString NamedTable::key(const char *heading)
{
    return fold(QString::fromUtf8(heading));
}

Result<void> NamedTable::open(const QString &path)
{
    m_path = path;
    const Result<QByteArray> head = readHead(path);
    if (!head)
        return std::unexpected(head.error());
    const SniffedText sniffed = sniffText(*head);
    m_scanner.emplace(sniffed.separator);
    if (Result<void> opened = m_scanner->open(path, sniffed.encoding); !opened)
        return opened;
    for (int line = 0; line <= sniffed.skipped; ++line) {
        const Result<bool> headings = m_scanner->next(m_record);
        if (!headings)
            return std::unexpected(headings.error());
    }
    for (const QByteArray &cell : m_record.cells) {
        m_headings.append(cellText(cell).trimmed());
        const QString name = fold(m_headings.back());
        if (!m_columns.contains(name))
            m_columns.insert(name, m_headings.size() - 1);
    }
    return {};
}

Result<bool> NamedTable::next()
{
    return m_scanner->next(m_record);
}

QString NamedTable::cell(const char *heading) const
{
    const auto column = m_columns.constFind(key(heading));
    return column == m_columns.cend() ? QString() : cell(*column);
}

QString NamedTable::cell(qsizetype column) const
{
    const auto index = static_cast<std::size_t>(column);
    return index < m_record.cells.size() ? cellText(m_record.cells[index]).trimmed() : QString();
}

std::optional<ImportReport::Rejection> NamedTable::problem() const
{
    return recordProblem(m_record, m_headings, m_path);
}

bool NamedTable::isBlank() const
{
    return std::ranges::all_of(m_record.cells, [](const QByteArray &cell) { return cell.trimmed().isEmpty(); });
}

} // namespace repere::exchange
