#include "exchange/json_records.h"

#include "exchange/json_fields.h"
#include "exchange/json_text.h"

namespace repere::exchange {

QString writtenJson(const JsonRecords::Json &value)
{
    return shortened(toQString(value.dump(-1, ' ', false, JsonRecords::Json::error_handler_t::replace)));
}

Result<void> JsonRecords::open(const QString &path, Shape shape)
{
    m_shape = std::move(shape);
    if (Result<void> opened = m_scanner.open(path); !opened)
        return opened;
    const Result<char> begin = m_scanner.peek();
    if (!begin)
        return std::unexpected(begin.error());
    if (*begin == '[' && m_shape.bareList) {
        m_bare = true;
        m_isList = true;
        m_where = Where::List;
        return m_scanner.expect('[');
    }
    if (*begin == '[')
        return failure(ErrorCode::Unreadable, m_shape.missing);
    if (Result<void> brace = m_scanner.expect('{'); !brace)
        return brace;
    return seek();
}

Result<void> JsonRecords::seek()
{
    for (bool first = true;; first = false) {
        const Result<char> c = m_scanner.peek();
        if (!c)
            return std::unexpected(c.error());
        if (*c == '}') {
            if (!m_shape.outerObject)
                return failure(ErrorCode::Unreadable, m_shape.missing);
            m_where = Where::Outer;
            return {};
        }
        if (!first) {
            if (Result<void> comma = m_scanner.expect(','); !comma)
                return comma;
        }
        const Result<QByteArray> key = m_scanner.key();
        if (!key)
            return std::unexpected(key.error());
        if (Result<void> colon = m_scanner.expect(':'); !colon)
            return colon;
        if (m_shape.lists.contains(*key)) {
            const Result<char> kind = m_scanner.peek();
            if (!kind)
                return std::unexpected(kind.error());
            if (*kind == '[') {
                m_isList = true;
                m_where = Where::List;
                return m_scanner.expect('[');
            }
            if (*kind == '{') {
                m_where = Where::OneMember;
                return {};
            }
        }
        if (!m_shape.outerObject && !m_shape.keep.contains(*key)) {
            if (Result<void> skipped = m_scanner.skipValue(); !skipped)
                return skipped;
            continue;
        }
        const Result<JsonScanner::Slice> slice = m_scanner.value();
        if (!slice)
            return std::unexpected(slice.error());
        Result<Json> value = parse(*slice);
        if (!value)
            return std::unexpected(value.error());
        // The key is a text with its escapes; keys that we look for have none.
        m_outer[key->toStdString()] = std::move(*value);
    }
}

Result<JsonRecords::Record> JsonRecords::record()
{
    const Result<JsonScanner::Slice> slice = m_scanner.value();
    if (!slice)
        return std::unexpected(slice.error());
    Result<Json> value = parse(*slice);
    if (!value)
        return std::unexpected(value.error());
    return Record{.value = std::move(*value), .line = slice->line};
}

Result<std::optional<JsonRecords::Record>> JsonRecords::next()
{
    switch (m_where) {
    case Where::Start:
    case Where::Done: return std::nullopt;
    case Where::Outer: {
        Record whole{.value = m_outer, .line = 1};
        m_where = Where::Done;
        if (const auto end = finish(); !end)
            return std::unexpected(end.error());
        return whole;
    }
    case Where::Keyed: return nextKeyed();
    case Where::OneMember: {
        if (m_shape.keyed)
            return keyedOrOnly();
        Result<Record> only = record();
        if (!only)
            return std::unexpected(only.error());
        m_where = Where::Done;
        if (const auto end = finish(); !end)
            return std::unexpected(end.error());
        return std::move(*only);
    }
    case Where::List: break;
    }
    const Result<char> c = m_scanner.peek();
    if (!c)
        return std::unexpected(c.error());
    if (*c == ']') {
        m_where = Where::Done;
        if (const Result<void> bracket = m_scanner.expect(']'); !bracket)
            return std::unexpected(bracket.error());
        return finish();
    }
    if (!m_first) {
        if (const Result<void> comma = m_scanner.expect(','); !comma)
            return std::unexpected(comma.error());
    }
    m_first = false;
    Result<Record> element = record();
    if (!element)
        return std::unexpected(element.error());
    return std::move(*element);
}

/// The member is one record, or records by their ids: then its first value is an object with a name.
Result<std::optional<JsonRecords::Record>> JsonRecords::keyedOrOnly()
{
    if (const Result<void> brace = m_scanner.expect('{'); !brace)
        return std::unexpected(brace.error());
    Record only{.value = Json::object(), .line = 1};
    for (bool first = true;; first = false) {
        const Result<char> c = m_scanner.peek();
        if (!c)
            return std::unexpected(c.error());
        if (*c == '}')
            break;
        if (!first) {
            if (const Result<void> comma = m_scanner.expect(','); !comma)
                return std::unexpected(comma.error());
        }
        const Result<QByteArray> key = m_scanner.key();
        if (!key)
            return std::unexpected(key.error());
        if (const Result<void> colon = m_scanner.expect(':'); !colon)
            return std::unexpected(colon.error());
        Result<Record> value = record();
        if (!value)
            return std::unexpected(value.error());
        if (first && value->value.is_object() && value->value.contains("name")) {
            m_isList = true;
            m_where = Where::Keyed;
            return std::move(*value);
        }
        only.value[key->toStdString()] = std::move(value->value);
    }
    if (const Result<void> brace = m_scanner.expect('}'); !brace)
        return std::unexpected(brace.error());
    m_where = Where::Done;
    if (const auto end = finish(); !end)
        return std::unexpected(end.error());
    return only;
}

Result<std::optional<JsonRecords::Record>> JsonRecords::nextKeyed()
{
    const Result<char> c = m_scanner.peek();
    if (!c)
        return std::unexpected(c.error());
    if (*c == '}') {
        m_where = Where::Done;
        if (const Result<void> brace = m_scanner.expect('}'); !brace)
            return std::unexpected(brace.error());
        return finish();
    }
    if (const Result<void> comma = m_scanner.expect(','); !comma)
        return std::unexpected(comma.error());
    if (const Result<QByteArray> key = m_scanner.key(); !key)
        return std::unexpected(key.error());
    if (const Result<void> colon = m_scanner.expect(':'); !colon)
        return std::unexpected(colon.error());
    Result<Record> element = record();
    if (!element)
        return std::unexpected(element.error());
    return std::move(*element);
}

/// Goes to the end of the file: a cut file must not pass for a whole one.
Result<std::optional<JsonRecords::Record>> JsonRecords::finish()
{
    while (!m_bare) {
        const Result<char> c = m_scanner.peek();
        if (!c)
            return std::unexpected(c.error());
        if (*c != ',')
            break;
        Result<void> step = m_scanner.expect(',');
        if (step) {
            const Result<QByteArray> key = m_scanner.key();
            step = key ? m_scanner.expect(':') : std::unexpected(key.error());
            if (step && m_shape.keep.contains(*key)) {
                Result<Record> value = record();
                if (!value)
                    return std::unexpected(value.error());
                m_outer[key->toStdString()] = std::move(value->value);
                continue;
            }
        }
        if (step)
            step = m_scanner.skipValue();
        if (!step)
            return std::unexpected(step.error());
    }
    if (!m_bare) {
        if (const Result<void> brace = m_scanner.expect('}'); !brace)
            return std::unexpected(brace.error());
    }
    const Result<char> end = m_scanner.peek();
    if (!end)
        return std::unexpected(end.error());
    if (*end != '\0')
        return m_scanner.brokenHere();
    return std::nullopt;
}

Result<JsonRecords::Json> JsonRecords::parse(const JsonScanner::Slice &slice) const
{
    try {
        return Json::parse(slice.text.cbegin(), slice.text.cend());
    } catch (const nlohmann::json::parse_error &error) {
        const TextPosition at = positionOf(slice.text, static_cast<qsizetype>(error.byte) - 1);
        return m_scanner.broken(slice.line + at.line - 1, at.line == 1 ? slice.column + at.column - 1 : at.column);
    } catch (const std::exception &) {
        return m_scanner.broken(slice.line, slice.column); // a number that no machine can hold
    }
}

} // namespace repere::exchange
