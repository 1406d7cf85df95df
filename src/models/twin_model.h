#pragma once

#include "core/twin.h"
#include "models/words.h"

#include <QAbstractTableModel>

namespace repere::models {

/// The questions whether two places are one, as they come from Directory::twins: how alike, the two names, why. GUI thread.
class TwinModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Likeness, First, Second, Why, ColumnCount };

    explicit TwinModel(Words words, QObject *parent = nullptr);

    void setPairs(std::vector<TwinPair> pairs);
    const TwinPair &at(int row) const { return m_pairs[static_cast<std::size_t>(row)]; }
    int waitingCount() const;
    /// Rows (ascending) of questions at least this much alike.
    std::vector<int> rowsFrom(double score) const;
    /// Takes out what the decisions answer, and questions about places that they took into others.
    void remove(const std::vector<TwinDecision> &decisions);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString placeText(const Atelier &atelier) const;

    Words m_words;
    std::vector<TwinPair> m_pairs;
};

} // namespace repere::models
