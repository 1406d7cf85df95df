#include "exchange/csv_text.h"

#include <QCoreApplication>
#include <QStringConverter>

#include <algorithm>
#include <iterator>

namespace repere::exchange {

namespace {

constexpr qsizetype kChunk = 256 * 1024;
/// A record longer than this is taken for a quote that was never closed…
constexpr qsizetype kLongestRecord = 4 * 1024 * 1024;
/// …and once a file had such a quote, sooner: a file full of them would be read again and again.
constexpr qsizetype kLongestAfterSlip = 64 * 1024;
/// A head as long as this one is cut somewhere; a shorter one is the whole file.
constexpr qsizetype kHeadSize = 64 * 1024;
constexpr char kByteOrderMark[] = "\xEF\xBB\xBF";

bool beginsFormula(QChar c)
{
    return c == u'=' || c == u'+' || c == u'-' || c == u'@' || c == u'\t' || c == u'\r' || c == u'\'';
}

} // namespace

Result<void> CsvScanner::open(const QString &path, TextEncoding encoding)
{
    m_utf8 = Utf8Stream(encoding);
    m_file.setFileName(path);
    if (!m_file.exists()) {
        return failure(ErrorCode::Missing,
                       QCoreApplication::translate("Exchange", "%1: this file does not exist.").arg(path));
    }
    if (!m_file.open(QIODevice::ReadOnly)) {
        return failure(
            ErrorCode::Unreadable,
            QCoreApplication::translate("Exchange", "%1: cannot be opened (%2).").arg(path, m_file.errorString()));
    }
    m_size = m_file.size();
    if (const Result<void> read = refill(); !read)
        return read;
    if (m_buffer.startsWith(kByteOrderMark))
        m_position = 3;
    return {};
}

Result<void> CsvScanner::refill()
{
    m_buffer.remove(0, m_position);
    m_position = 0;
    // Doubles when a record is long, so that cutting it again from its start stays cheap.
    const QByteArray more = m_file.read(std::max(kChunk, m_buffer.size()));
    if (more.isEmpty()) {
        if (m_file.error() != QFileDevice::NoError) {
            return failure(ErrorCode::Unreadable,
                           QCoreApplication::translate("Exchange", "%1: reading stopped at line %2 (%3).")
                               .arg(m_file.fileName(), QString::number(m_line), m_file.errorString()));
        }
        m_atEnd = true;
    }
    m_buffer += m_utf8.converted(more);
    return {};
}

CsvScanner::Cut CsvScanner::cut(const char *begin, const char *end, bool atEnd, CsvRecord &record) const
{
    record.brokenQuote = false;
    record.tooLong = false;
    Cut result;
    const char *at = begin;
    std::size_t count = 0; // of cells: those of the record before keep their room
    const auto broken = [&] {
        record.brokenQuote = true;
        record.brokenCell = static_cast<qsizetype>(count) - 1;
        record.cells.resize(count);
        result.outcome = Outcome::BrokenQuote;
        return result;
    };
    while (true) {
        if (count == record.cells.size())
            record.cells.emplace_back();
        QByteArray &cell = record.cells[count++];
        cell.truncate(0);
        if (at < end && *at == '"') {
            ++at;
            while (true) {
                const char *quote = std::find(at, end, '"');
                cell.append(at, quote - at);
                if (quote == end)
                    return atEnd ? broken() : result;
                if (quote + 1 == end && !atEnd)
                    return result; // the next byte decides
                at = quote + 1;
                if (at == end || *at != '"')
                    break;
                cell += '"';
                ++at;
            }
            result.lineEnds += cell.count('\n');
            if (at < end && *at != m_separator && *at != '\r' && *at != '\n')
                return broken();
        } else {
            const char *from = at;
            while (at < end && *at != m_separator && *at != '\r' && *at != '\n')
                ++at;
            cell.append(from, at - from);
        }
        if (at == end) {
            if (!atEnd)
                return result;
            break;
        }
        const char stop = *at++;
        if (stop == m_separator)
            continue;
        if (stop == '\r') {
            if (at == end && !atEnd)
                return result;
            if (at < end && *at == '\n')
                ++at;
        }
        ++result.lineEnds;
        break;
    }
    record.cells.resize(count);
    result.outcome = Outcome::Complete;
    result.length = at - begin;
    return result;
}

Result<void> CsvScanner::skipLine()
{
    while (m_skipsLine) {
        if (m_position == m_buffer.size()) {
            if (m_atEnd)
                return {};
            if (Result<void> read = refill(); !read)
                return read;
            continue;
        }
        const char *begin = m_buffer.constData() + m_position;
        const char *end = m_buffer.constData() + m_buffer.size();
        const char *lineEnd = std::find_if(begin, end, [](char c) { return c == '\n' || c == '\r'; });
        m_position += lineEnd - begin;
        if (lineEnd == end)
            continue;
        m_skipsLine = false;
        // The line end itself makes an empty line, which is skipped and counted as any.
    }
    return {};
}

Result<bool> CsvScanner::next(CsvRecord &record)
{
    if (const Result<void> skipped = skipLine(); !skipped)
        return std::unexpected(skipped.error());
    while (true) {
        if (m_position == m_buffer.size() && !m_atEnd) {
            if (const Result<void> read = refill(); !read)
                return std::unexpected(read.error());
        }
        if (m_position == m_buffer.size() && m_atEnd)
            return false;
        const char *begin = m_buffer.constData() + m_position;
        const char *end = m_buffer.constData() + m_buffer.size();
        const qsizetype longest = m_sawBrokenQuote ? kLongestAfterSlip : kLongestRecord;
        // A record too long is cut as if the file ended there, which shows the quote that was left open.
        const bool tooLong = end - begin > longest;
        Cut result = cut(begin, tooLong ? begin + longest : end, m_atEnd || tooLong, record);
        if (result.outcome == Outcome::NeedMore) {
            if (const Result<void> read = refill(); !read)
                return std::unexpected(read.error());
            continue;
        }
        record.line = m_line;
        const bool isEmptyLine = *begin == '\n' || *begin == '\r';
        if (tooLong && result.length == longest) {
            record.brokenQuote = true;
            record.tooLong = true;
            result.outcome = Outcome::BrokenQuote;
        }
        if (result.outcome == Outcome::BrokenQuote) {
            m_sawBrokenQuote = true;
            const char *lineEnd = std::find_if(begin, end, [](char c) { return c == '\n' || c == '\r'; });
            if (lineEnd != end && *lineEnd == '\r' && lineEnd + 1 != end && lineEnd[1] == '\n')
                ++lineEnd;
            m_skipsLine = lineEnd == end; // the line is longer than what has been read
            result.length = m_skipsLine ? end - begin : lineEnd + 1 - begin;
            result.lineEnds = m_skipsLine ? 0 : 1;
        }
        m_position += result.length;
        m_line += result.lineEnds;
        if (isEmptyLine)
            continue;
        return true;
    }
}

double CsvScanner::progress() const
{
    if (m_size <= 0)
        return -1;
    return std::clamp(double(m_file.pos() - (m_buffer.size() - m_position)) / double(m_size), 0.0, 1.0);
}

CsvRecord CsvScanner::firstRecord(const QByteArray &head, char separator)
{
    std::vector<CsvRecord> records = firstRecords(head, separator, 1);
    return records.empty() ? CsvRecord{.cells = {QByteArray()}, .line = 1} : std::move(records.front());
}

std::vector<CsvRecord> CsvScanner::firstRecords(const QByteArray &head, char separator, int most)
{
    const CsvScanner scanner(separator);
    std::vector<CsvRecord> records;
    const char *at = head.constData() + (head.startsWith(kByteOrderMark) ? 3 : 0);
    const char *const end = head.constData() + head.size();
    std::int64_t line = 1;
    while (std::ssize(records) < most) {
        for (; at < end && (*at == '\n' || *at == '\r'); ++at)
            line += *at == '\n' ? 1 : 0;
        if (at == end)
            break;
        CsvRecord record;
        const Cut result = scanner.cut(at, end, true, record);
        record.line = line;
        const bool isCut = result.outcome != Outcome::Complete || at + result.length == end;
        if (isCut && !records.empty() && head.size() >= kHeadSize)
            break;
        records.push_back(std::move(record));
        if (result.outcome != Outcome::Complete)
            break;
        at += result.length;
        line += result.lineEnds;
    }
    return records;
}

void appendCsvCell(QByteArray &out, const QString &text, char separator, bool isText)
{
    if (text.isEmpty())
        return;
    const qsizetype begin = out.size();
    if (isText && beginsFormula(text.front()))
        out += '\'';
    QStringEncoder encoder(QStringConverter::Utf8, QStringConverter::Flag::Stateless);
    const qsizetype from = out.size();
    out.resizeForOverwrite(from + encoder.requiredSpace(text.size()));
    out.truncate(encoder.appendToBuffer(out.data() + from, text) - out.constData());

    bool quote = false;
    qsizetype quotes = 0;
    bool hasNul = false;
    for (const char c : QByteArrayView(out).sliced(begin)) {
        quotes += c == '"';
        quote = quote || c == separator || c == '"' || c == '\n' || c == '\r';
        hasNul = hasNul || c == '\0';
    }
    // NUL would cut the cell short in most programs, and no reader takes it back.
    if (hasNul)
        out.replace(begin, out.size() - begin, out.sliced(begin).replace('\0', ""));
    if (!quote)
        return;
    // From the end, so that every byte is moved once.
    qsizetype read = out.size();
    out.resizeForOverwrite(read + quotes + 2);
    char *const data = out.data();
    qsizetype write = out.size();
    data[--write] = '"';
    while (read > begin) {
        const char c = data[--read];
        data[--write] = c;
        if (c == '"')
            data[--write] = '"';
    }
    data[--write] = '"';
    Q_ASSERT(write == begin);
}

QString withoutGuard(const QString &text)
{
    return text.size() > 1 && text[0] == u'\'' && beginsFormula(text[1]) ? text.sliced(1) : text;
}

} // namespace repere::exchange
