#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QFile>
#include <QString>

#include <cstdint>

namespace repere::exchange {

/// Walks through a JSON file token by token and cuts out whole values, so that a file of any size is read in bounded
/// memory. Errors name file, line and column.
class JsonScanner
{
public:
    Result<void> open(const QString &path);

    /// The next byte that is no white space, without taking it; '\0' at the end of the file.
    Result<char> peek();
    /// Takes the next byte that is no white space; another one than `wanted` is an error.
    Result<void> expect(char wanted);
    /// Takes a text, its escapes left as they are.
    Result<QByteArray> key();

    /// A whole value as written, and where it begins.
    struct Slice {
        QByteArray text;
        std::int64_t line = 1;
        std::int64_t column = 1;
    };
    Result<Slice> value();
    /// Goes past a value of any length.
    Result<void> skipValue();

    std::unexpected<Error> broken(std::int64_t line, std::int64_t column) const;
    std::unexpected<Error> brokenHere() const { return broken(m_line, m_column); }
    const QString &path() const { return m_path; }
    double progress() const;

private:
    bool fill();
    Result<void> take(QByteArray *into);
    Result<void> skipSpace();
    void advance();

    QString m_path;
    QFile m_file;
    QByteArray m_buffer;
    qsizetype m_position = 0;
    std::int64_t m_line = 1;
    std::int64_t m_column = 1;
};

} // namespace repere::exchange
