#pragma once

#include <QSortFilterProxyModel>

namespace repere::gui {

/// The first values of a facet, plus those that are chosen and the unknown; or all; or those that hold some words.
class ShortListModel final : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    /// `unknownAlways`: the unknown stands in the short list even when nothing is unknown, so that the lists keep their
    /// height while people choose.
    ShortListModel(int limit, bool unknownAlways, QObject *parent = nullptr);

    void setWords(const QString &words);
    void setExpanded(bool expanded);
    bool isExpanded() const { return m_expanded; }
    bool isSearching() const { return !m_folded.isEmpty(); }
    /// Values that the short list leaves out (0 when expanded or when nearly all fit).
    int hiddenCount() const;

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    bool fits(int row) const;

    int m_limit;
    bool m_unknownAlways;
    bool m_expanded = false;
    QString m_folded;
};

} // namespace repere::gui
