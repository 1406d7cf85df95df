#pragma once

#include "directory/import_plan.h"
#include "models/words.h"
#include "models/workspace.h"

#include <QAbstractTableModel>
#include <QCache>
#include <QSet>

#include <array>
#include <optional>

class QTimer;

namespace repere::models {

/// How many records of an import have which outcome, by now.
struct ImportCounts {
    std::array<int, 6> of{}; ///< by ImportOutcome
    int accepted = 0;        ///< new or merged and not left out: what a commit writes
    int flagged = 0;         ///< gone, and not unticked

    int total() const; ///< records read: without what is gone
    int operator[](ImportOutcome outcome) const { return of[static_cast<std::size_t>(outcome)]; }
    bool operator==(const ImportCounts &) const = default;
};

/// The records of a planned import, for people to look at, tick and decide. Records come page by page from the directory's
/// thread, to which the plan belongs; a row that has not come yet shows "…". GUI thread.
class ImportModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, Place, Outcome, Remark, ColumnCount };
    enum Role { OutcomeRole = Qt::UserRole, NumberRole };

    ImportModel(Workspace &workspace, Words words, std::shared_ptr<directory::ImportPlan> plan,
                QObject *parent = nullptr);
    ~ImportModel() override;

    const std::shared_ptr<directory::ImportPlan> &plan() const { return m_plan; }
    const ImportCounts &counts() const { return m_counts; }
    const store::Staging::Selection &selection() const { return m_selection; }
    /// The model is reset when the answer comes.
    void setSelection(const store::Staging::Selection &selection);
    /// Nothing while it has not come; valid until the next event.
    const ImportRecord *recordAt(int row) const;
    /// A question that people answered here: it can be asked again.
    bool isDecided(int number) const { return m_decided.contains(number); }

    /// The same place, another one, or (nothing) the question again. What no longer belongs to the selection leaves it.
    void decide(int row, std::optional<bool> same);
    void takeProposal(int row);
    /// Ticks or unticks all that is shown.
    void setAllAccepted(bool accepted);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    void countsChanged();
    void recordChanged(int row); ///< has come, or has been decided
    void failed(const repere::Error &error);

private:
    using Page = std::vector<ImportRecord>;
    void fetchPages();
    void takePage(int page, Page records);
    /// Changes the plan in its thread, then takes the record and the counts as they are.
    void change(int number, std::function<Result<void>(directory::ImportPlan &)> work);
    void takeChanged(ImportRecord record);
    int rowOf(int number) const; ///< among those that have come; -1 = not there
    QString remark(const ImportRecord &record) const;

    Workspace &m_workspace;
    const Words m_words;
    std::shared_ptr<directory::ImportPlan> m_plan;
    store::Staging::Selection m_selection;
    ImportCounts m_counts;
    QSet<int> m_decided;
    int m_rows = 0;
    int m_turn = 0;     // answers to older selections are let go
    int m_pageTurn = 0; // and pages of the rows as they were before
    QCache<int, Page> m_pages;
    QTimer *m_fetch;
    mutable QSet<int> m_wanted;
    QSet<int> m_asked;
};

/// "New", "Doubtful"… of one record or of many.
QString outcomeWord(ImportOutcome outcome);
QString outcomeCount(ImportOutcome outcome, int count, const Words &words); ///< "12 nouveaux"

} // namespace repere::models
