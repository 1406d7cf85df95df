#include "models/twin_model.h"

#include "core/shown_text.h"
#include "directory/match_words.h"

#include <algorithm>

namespace repere::models {

TwinModel::TwinModel(Words words, QObject *parent) : QAbstractTableModel(parent), m_words(std::move(words)) {}

void TwinModel::setPairs(std::vector<TwinPair> pairs)
{
    beginResetModel();
    m_pairs = std::move(pairs);
    endResetModel();
}

int TwinModel::waitingCount() const
{
    return static_cast<int>(std::ranges::count_if(m_pairs, [](const TwinPair &pair) { return pair.waiting != 0; }));
}

std::vector<int> TwinModel::rowsFrom(double score) const
{
    std::vector<int> rows;
    for (int row = 0; row < rowCount(); ++row) {
        if (at(row).score >= score)
            rows.push_back(row);
    }
    return rows;
}

void TwinModel::remove(const std::vector<TwinDecision> &decisions)
{
    const auto answered = [&](const TwinPair &pair) {
        return std::ranges::any_of(decisions, [&pair](const TwinDecision &decision) {
            if (decision.waiting != 0)
                return pair.waiting == decision.waiting;
            if (decision.same && (pair.first.id == decision.second || pair.second.id == decision.second))
                return true;
            return pair.waiting == 0 && pair.first.id == decision.first && pair.second.id == decision.second;
        });
    };
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (!answered(at(row)))
            continue;
        beginRemoveRows({}, row, row);
        m_pairs.erase(m_pairs.begin() + row);
        endRemoveRows();
    }
}

int TwinModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_pairs.size());
}

int TwinModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString TwinModel::placeText(const Atelier &atelier) const
{
    const QString where = m_words.place(atelier.city, atelier.departement);
    const QString name = shownLine(atelier.name);
    return where.isEmpty() ? name : QStringLiteral("%1 — %2").arg(name, where);
}

QVariant TwinModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const TwinPair &pair = at(index.row());
    if (role == Qt::TextAlignmentRole && index.column() == Likeness)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case Likeness: return m_words.percent(pair.score);
    case First: return pair.first.id == 0 ? tr("the place is gone") : placeText(pair.first);
    case Second: return pair.waiting == 0 ? placeText(pair.second) : tr("%1 (waiting)").arg(placeText(pair.second));
    case Why: return directory::matchWords(directory::matchPartsFromJson(pair.parts)).join(QStringLiteral(", "));
    default: return {};
    }
}

QVariant TwinModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Likeness: return tr("Likeness");
    case First: return tr("In the directory");
    case Second: return tr("Perhaps the same");
    case Why: return tr("Why");
    default: return {};
    }
}

} // namespace repere::models
