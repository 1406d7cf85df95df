#pragma once

#include "core/twin.h"
#include "directory/provenance.h"
#include "models/words.h"

#include <QAbstractTableModel>

namespace repere::models {

/// Two places side by side, field by field. Where they differ a tick stands beside what the merged place would say; people
/// tick the other one, or the same again to leave it to the order of the sources. GUI thread.
class TwinComparison final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Field, First, Second, ColumnCount };
    enum Role { DiffersRole = Qt::UserRole + 1 };

    explicit TwinComparison(Words words, QObject *parent = nullptr);

    void clear();
    void show(const TwinPair &pair, const directory::SourcePriorities &priorities);
    /// Column First or Second of a row that differs.
    void choose(int row, Column side);
    /// What the merged place shall say; nothing when people left all as it settles by itself.
    std::optional<Atelier> result() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        QString field;
        QString texts[2];
        bool differs = false;
        std::optional<Column> chosen;
    };
    bool isTicked(const Row &row, Column side) const;
    const Row &at(const QModelIndex &index) const { return m_rows[static_cast<std::size_t>(index.row())]; }

    Words m_words;
    TwinPair m_pair;
    Atelier m_settled;
    std::vector<Row> m_rows;
};

} // namespace repere::models
