#include "exchange/json_scanner.h"

#include <QCoreApplication>

#include <algorithm>

namespace repere::exchange {

namespace {

/// One record of a directory is a few kilobytes; deeper or longer values are no records of ours.
constexpr qsizetype kLongestValue = 16 * 1024 * 1024;
constexpr int kDeepest = 100;

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

} // namespace

Result<void> JsonScanner::open(const QString &path)
{
    m_path = path;
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
    if (fill() && m_buffer.startsWith("\xEF\xBB\xBF"))
        m_position = 3;
    return {};
}

bool JsonScanner::fill()
{
    if (m_position < m_buffer.size())
        return true;
    m_buffer = m_file.read(256 * 1024);
    m_position = 0;
    return !m_buffer.isEmpty();
}

void JsonScanner::advance()
{
    const char c = m_buffer[m_position++];
    if (c == '\n') {
        ++m_line;
        m_column = 1;
    } else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) {
        ++m_column;
    }
}

Result<void> JsonScanner::skipSpace()
{
    while (fill() && isSpace(m_buffer.at(m_position)))
        advance();
    if (m_file.error() != QFileDevice::NoError) {
        return failure(ErrorCode::Unreadable,
                       QCoreApplication::translate("Exchange", "%1: reading stopped at line %2 (%3).")
                           .arg(m_path, QString::number(m_line), m_file.errorString()));
    }
    return {};
}

Result<char> JsonScanner::peek()
{
    if (const Result<void> space = skipSpace(); !space)
        return std::unexpected(space.error());
    return fill() ? m_buffer.at(m_position) : '\0';
}

Result<void> JsonScanner::expect(char wanted)
{
    const Result<char> c = peek();
    if (!c)
        return std::unexpected(c.error());
    if (*c != wanted)
        return brokenHere();
    advance();
    return {};
}

Result<QByteArray> JsonScanner::key()
{
    const Result<char> c = peek();
    if (!c)
        return std::unexpected(c.error());
    if (*c != '"')
        return brokenHere();
    QByteArray text;
    if (const Result<void> taken = take(&text); !taken)
        return std::unexpected(taken.error());
    return text.sliced(1, text.size() - 2);
}

Result<void> JsonScanner::take(QByteArray *into)
{
    int depth = 0;
    bool inText = false;
    qsizetype length = 0;
    while (fill()) {
        const char c = m_buffer.at(m_position);
        if (!inText && depth == 0 && length > 0 && (isSpace(c) || c == ',' || c == ']' || c == '}' || c == ':'))
            return {}; // the end of a number or word
        if (into)
            into->append(c);
        advance();
        ++length;
        if (into && length > kLongestValue)
            return brokenHere();
        if (inText) {
            if (c == '\\') {
                if (!fill())
                    break;
                if (into)
                    into->append(m_buffer.at(m_position));
                advance();
            } else if (c == '"') {
                inText = false;
                if (depth == 0)
                    return {};
            }
            continue;
        }
        if (c == '"') {
            inText = true;
        } else if (c == '{' || c == '[') {
            if (++depth > kDeepest)
                return brokenHere();
        } else if (c == '}' || c == ']') {
            if (--depth <= 0)
                return depth == 0 ? Result<void>() : brokenHere();
        }
    }
    return depth == 0 && !inText && length > 0 ? Result<void>() : brokenHere();
}

Result<JsonScanner::Slice> JsonScanner::value()
{
    const Result<char> c = peek();
    if (!c)
        return std::unexpected(c.error());
    Slice slice{.text = {}, .line = m_line, .column = m_column};
    if (const Result<void> taken = take(&slice.text); !taken)
        return std::unexpected(taken.error());
    return slice;
}

Result<void> JsonScanner::skipValue()
{
    const Result<char> c = peek();
    if (!c)
        return std::unexpected(c.error());
    return take(nullptr);
}

std::unexpected<Error> JsonScanner::broken(std::int64_t line, std::int64_t column) const
{
    return failure(
        ErrorCode::Unreadable,
        QCoreApplication::translate("Exchange", "%1, line %2, column %3: this is no valid JSON. Nothing was imported.")
            .arg(m_path, QString::number(line), QString::number(column)));
}

double JsonScanner::progress() const
{
    const qint64 size = m_file.size();
    if (size <= 0)
        return -1;
    return std::clamp(double(m_file.pos() - (m_buffer.size() - m_position)) / double(size), 0.0, 1.0);
}

} // namespace repere::exchange
