#pragma once

#include "models/words.h"
#include "models/workspace.h"

#include <QAbstractListModel>
#include <QPersistentModelIndex>

namespace repere::models {

/// The values of one facet with their counts under the present filter. A check chooses a value; an exclusion is its own
/// state. Rows never move under a click in their own facet; after any other change the useful ones come first: régions
/// and départements by name, the rest by count, values that no place has after them, the unknown last.
class FacetModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        IdRole = Qt::UserRole + 1,
        LabelRole,
        DefinitionRole,
        CountRole,
        CheckedRole,
        ExcludedRole,
        UnknownRole
    };

    FacetModel(Workspace &workspace, Words words, Facet facet, QObject *parent = nullptr);

    Facet facet() const { return m_facet; }
    int rowOf(const QString &id) const; ///< -1 when absent

    /// Chooses the value, or takes the choice or exclusion back.
    void toggle(int row);
    /// "None of these": excludes the value, or takes that back.
    void toggleExcluded(int row);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QHash<int, QByteArray> roleNames() const override;

private:
    struct Row {
        QString id;
        QString label;
        int count = 0;
        bool checked = false;
        bool excluded = false;
    };
    void takeResult();
    void takeFilter();
    void sortRows();

    Workspace &m_workspace;
    Words m_words;
    Facet m_facet;
    std::vector<Row> m_rows;
    FacetChoice m_choiceOfOrder;          // the own choice when the rows were last ordered
    std::optional<FacetChoice> m_clicked; // what the last click here made of it
};

} // namespace repere::models
