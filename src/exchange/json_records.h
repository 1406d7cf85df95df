#pragma once

#include "exchange/json_scanner.h"

#include <nlohmann/json.hpp>

#include <QList>

#include <optional>

namespace repere::exchange {

/// Reads the records of a JSON file one by one, in bounded memory. They are the elements of a bare list, of a list that is a
/// member of the outer object ("features", "data", "elements"…), or, where the shape allows, that member's or the outer
/// object itself. Errors (Unreadable) name file, line and column; a file that is cut or goes on after its end is one.
class JsonRecords
{
public:
    using Json = nlohmann::ordered_json;

    /// Where records may be.
    struct Shape {
        QList<QByteArray> lists = {}; ///< members that may hold them, a list or one object; the first met is taken
        bool bareList = false;        ///< the file may be a list
        bool keyed = false;           ///< the member may hold them by their ids: {"5f00": {"name": …}, …}
        bool outerObject = false;     ///< without such a member, the outer object is the one record
        QList<QByteArray> keep = {};  ///< members of the outer object that say something of the whole
        QString missing = {};         ///< translated: what to say when there are no records
    };

    struct Record {
        Json value;
        std::int64_t line = 1; ///< 1-based line where it begins
    };

    Result<void> open(const QString &path, Shape shape);
    /// The next record; nullopt at the end.
    Result<std::optional<Record>> next();
    /// The members asked for by `keep` met so far: those before the records, at the end those after them, too.
    const Json &outer() const { return m_outer; }
    /// The records are elements of a list, not the only one.
    bool isList() const { return m_isList; }
    const QString &path() const { return m_scanner.path(); }
    double progress() const { return m_scanner.progress(); }

private:
    enum class Where { Start, List, OneMember, Keyed, Outer, Done };

    Result<void> seek();
    Result<std::optional<Record>> finish();
    Result<Json> parse(const JsonScanner::Slice &slice) const;
    Result<Record> record();
    Result<std::optional<Record>> keyedOrOnly();
    Result<std::optional<Record>> nextKeyed();

    JsonScanner m_scanner;
    Shape m_shape;
    Json m_outer = Json::object();
    Where m_where = Where::Start;
    bool m_isList = false;
    bool m_first = true;
    bool m_bare = false;
    std::int64_t m_line = 1;
};

/// A value as it would be written, short enough for a message.
QString writtenJson(const JsonRecords::Json &value);

} // namespace repere::exchange
