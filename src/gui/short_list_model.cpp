#include "gui/short_list_model.h"

#include "core/text.h"
#include "models/facet_model.h"

namespace repere::gui {

using models::FacetModel;

ShortListModel::ShortListModel(int limit, bool unknownAlways, QObject *parent)
    : QSortFilterProxyModel(parent), m_limit(limit), m_unknownAlways(unknownAlways)
{
    // Which rows are short depends on their place in the source.
    setAutoAcceptChildRows(false);
}

void ShortListModel::setWords(const QString &words)
{
    m_folded = fold(words);
    invalidateFilter();
}

void ShortListModel::setExpanded(bool expanded)
{
    m_expanded = expanded;
    invalidateFilter();
}

int ShortListModel::hiddenCount() const
{
    int hidden = 0;
    for (int row = 0; sourceModel() && row < sourceModel()->rowCount(); ++row)
        hidden += fits(row) ? 0 : 1;
    return hidden;
}

bool ShortListModel::fits(int row) const
{
    const QModelIndex at = sourceModel()->index(row, 0);
    // Hiding one or two values behind a link would cost more room than it saves.
    return row < m_limit || sourceModel()->rowCount() <= m_limit + 3 || at.data(FacetModel::CheckedRole).toBool()
           || at.data(FacetModel::ExcludedRole).toBool()
           || (at.data(FacetModel::UnknownRole).toBool()
               && (m_unknownAlways || at.data(FacetModel::CountRole).toInt() > 0));
}

bool ShortListModel::filterAcceptsRow(int row, const QModelIndex &) const
{
    if (!m_folded.isEmpty())
        return fold(sourceModel()->index(row, 0).data(FacetModel::LabelRole).toString()).contains(m_folded);
    return m_expanded || fits(row);
}

} // namespace repere::gui
