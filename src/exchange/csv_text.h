#pragma once

#include "core/result.h"
#include "exchange/text_encoding.h"

#include <QByteArray>
#include <QFile>
#include <QString>

#include <cstdint>
#include <vector>

namespace repere::exchange {

/// One record of a separated text, as bytes.
struct CsvRecord {
    std::vector<QByteArray> cells; ///< unquoted
    std::int64_t line = 0;         ///< 1-based line where it begins
    bool brokenQuote = false; ///< a quote is never closed, or closed before more text: cells are what could be read
    qsizetype brokenCell = 0; ///< index of that cell
    bool tooLong = false;     ///< longer than any record may be; brokenQuote is set, too
};

/// Cuts a file into records (RFC 4180, with any separator; CRLF, LF or CR), in bounded memory. After a broken quote it
/// goes on at the next line, so that one slip costs one record. A line of nothing is no record and is skipped; a line of
/// separators alone is one, with empty cells.
class CsvScanner
{
public:
    explicit CsvScanner(char separator) : m_separator(separator) {}

    Result<void> open(const QString &path, TextEncoding encoding = TextEncoding::Utf8);
    /// The cells are UTF-8 (or, in a file taken for UTF-8, the bytes as they are). False at the end of the file.
    Result<bool> next(CsvRecord &record);
    double progress() const;

    /// The first record of a text that may be cut anywhere. For recognition.
    static CsvRecord firstRecord(const QByteArray &head, char separator);
    /// The first records of such a text, `most` at the most, the one that is cut left out unless it is the only one.
    static std::vector<CsvRecord> firstRecords(const QByteArray &head, char separator, int most);

private:
    enum class Outcome { Complete, NeedMore, BrokenQuote };
    struct Cut {
        Outcome outcome = Outcome::NeedMore;
        qsizetype length = 0; ///< bytes, line end included
        std::int64_t lineEnds = 0;
    };
    Cut cut(const char *begin, const char *end, bool atEnd, CsvRecord &record) const;
    Result<void> refill();
    /// Goes past the rest of a broken line that is longer than what was read of it.
    Result<void> skipLine();

    char m_separator;
    QFile m_file;
    qint64 m_size = 0; // of the file when it was opened: asking for it each time is a call of the system
    Utf8Stream m_utf8;
    QByteArray m_buffer;
    qsizetype m_position = 0;
    std::int64_t m_line = 1;
    bool m_atEnd = false;
    bool m_sawBrokenQuote = false;
    bool m_skipsLine = false;
};

/// One cell for a file: quoted where needed, guarded against being taken for a formula when it is text.
/// `lineEnds` cells are quoted too.
void appendCsvCell(QByteArray &out, const QString &text, char separator, bool isText);

/// Takes off the one apostrophe that the guard put there.
QString withoutGuard(const QString &text);

} // namespace repere::exchange
