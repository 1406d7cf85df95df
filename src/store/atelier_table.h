#pragma once

#include "core/atelier.h"
#include "core/result.h"
#include "core/text.h"
#include "store/id_range.h"
#include "store/query.h"
#include "store/repeated_rows.h"
#include "store/repeated_texts.h"

#include <QByteArray>

#include <array>
#include <functional>
#include <optional>

namespace SQLite {
class Database;
}

namespace repere::store {

/// Reads rows of `atelier`, with equipment as stated and provenance when `details`. Throws SQLite::Exception.
class AtelierReader
{
public:
    AtelierReader(const SQLite::Database &database, bool details);

    /// nullopt when nothing has this id.
    Result<std::optional<Atelier>> read(AtelierId id);
    /// By ascending id until `visit` returns false.
    Result<void> forEach(const std::function<bool(const Atelier &)> &visit);
    /// Those of a range, by ascending id.
    Result<void> forEach(IdRange range, const std::function<void(Atelier &&)> &visit);

private:
    Result<Atelier> current(const Query &row);
    void readProvenance(Atelier &atelier);
    Provenance provenanceOf(const Query &row);

    const SQLite::Database &m_database;
    bool m_details;
    Query m_one;
    Query m_provenance;
    RepeatedTexts m_texts;
};

/// Writes rows of `atelier` and `provenance`. Its statements keep what was true of triggers when it was made: make it
/// after switching them. Throws SQLite::Exception.
class AtelierWriter
{
public:
    /// `many`: a whole import is to come, whose rows repeat texts.
    AtelierWriter(const SQLite::Database &database, const Compounds &compounds, bool many = false);

    /// `atelier` has its id and uid.
    void insert(const Atelier &atelier);
    /// `before` is what the file holds; provenance is written only where it differs.
    void update(const Atelier &before, const Atelier &after);
    void remove(AtelierId id);

private:
    static constexpr std::size_t kColumnCount = 35;

    void bind(Query &query, const Atelier &atelier);
    void bindText(Query &query, int parameter, QStringView text);
    void bindIds(Query &query, int parameter, const QStringList &ids);
    void bindEquipment(Query &query, const std::vector<EquipmentItem> &items);
    void appendWords(const QString &text);
    void appendRepeatedWords(QByteArray &utf8, const QString &text);
    void insertProvenance(AtelierId id, const Provenance &record);
    void bindProvenance(Query &query, const Provenance &record);

    const Compounds &m_compounds;
    Query m_insert;
    Query m_update;
    Query m_remove;
    Query m_insertProvenance;
    Query m_updateProvenance;
    Query m_removeProvenance;
    Query m_provenanceIds;
    RepeatedRows m_repeated;
    std::array<QByteArray, kColumnCount + 1> m_utf8; // the bound text, by parameter, until the statement has run
    QString m_text;                                  // keeps its room
};

/// Of the column `precision`.
PositionPrecision precisionOf(QByteArrayView word);

/// Why this atelier cannot be stored, as a sentence; empty when it can.
QString unstorable(const Atelier &atelier);

} // namespace repere::store
