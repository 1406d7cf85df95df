#include "models/import_model.h"

#include "core/shown_text.h"

#include <QTimer>

#include <algorithm>
#include <numeric>

namespace repere::models {

namespace {

constexpr int kPage = 100;
constexpr int kPagesKept = 60;

Result<ImportCounts> countsOf(const directory::ImportPlan &plan)
{
    ImportCounts counts;
    for (std::size_t i = 0; i < counts.of.size(); ++i) {
        const auto outcome = static_cast<ImportOutcome>(i);
        const auto count = plan.records().count({.outcome = outcome, .words = {}});
        if (!count)
            return std::unexpected(count.error());
        counts.of[i] = *count;
        if (outcome != ImportOutcome::New && outcome != ImportOutcome::Merged && outcome != ImportOutcome::Gone)
            continue;
        const auto accepted = plan.records().acceptedCount({.outcome = outcome, .words = {}});
        if (!accepted)
            return std::unexpected(accepted.error());
        (outcome == ImportOutcome::Gone ? counts.flagged : counts.accepted) += *accepted;
    }
    return counts;
}

bool canBeTicked(const ImportRecord &record)
{
    return record.outcome == ImportOutcome::New || record.outcome == ImportOutcome::Merged
           || record.outcome == ImportOutcome::Gone;
}

} // namespace

int ImportCounts::total() const
{
    return std::accumulate(of.begin(), of.end(), 0) - (*this)[ImportOutcome::Gone];
}

QString outcomeWord(ImportOutcome outcome)
{
    switch (outcome) {
    case ImportOutcome::New: return ImportModel::tr("New");
    case ImportOutcome::Merged: return ImportModel::tr("Merged");
    case ImportOutcome::Unchanged: return ImportModel::tr("Unchanged");
    case ImportOutcome::Doubtful: return ImportModel::tr("Doubtful");
    case ImportOutcome::Rejected: return ImportModel::tr("Rejected");
    case ImportOutcome::Gone: return ImportModel::tr("Gone");
    }
    return {};
}

QString outcomeCount(ImportOutcome outcome, int count, const Words &words)
{
    switch (outcome) {
    case ImportOutcome::New: return words.plural(count, ImportModel::tr("%1 new"), ImportModel::tr("%1 new ones"));
    case ImportOutcome::Merged:
        return words.plural(count, ImportModel::tr("%1 merged"), ImportModel::tr("%1 merged ones"));
    case ImportOutcome::Unchanged:
        return words.plural(count, ImportModel::tr("%1 unchanged"), ImportModel::tr("%1 unchanged ones"));
    case ImportOutcome::Doubtful:
        return words.plural(count, ImportModel::tr("%1 doubtful"), ImportModel::tr("%1 doubtful ones"));
    case ImportOutcome::Rejected:
        return words.plural(count, ImportModel::tr("%1 rejected"), ImportModel::tr("%1 rejected ones"));
    case ImportOutcome::Gone: return words.plural(count, ImportModel::tr("%1 gone"), ImportModel::tr("%1 gone ones"));
    }
    return {};
}

ImportModel::ImportModel(Workspace &workspace, Words words, std::shared_ptr<directory::ImportPlan> plan,
                         QObject *parent)
    : QAbstractTableModel(parent), m_workspace(workspace), m_words(std::move(words)), m_plan(std::move(plan)),
      m_pages(kPagesKept), m_fetch(new QTimer(this))
{
    m_fetch->setSingleShot(true);
    m_fetch->setInterval(0);
    connect(m_fetch, &QTimer::timeout, this, &ImportModel::fetchPages);
    setSelection({});
}

ImportModel::~ImportModel()
{
    // The file behind the plan is closed in the thread that it belongs to.
    m_workspace.ask<int>(nullptr, [plan = std::move(m_plan)](directory::Directory &) { return 0; }, [](int) {});
}

void ImportModel::setSelection(const store::Staging::Selection &selection)
{
    m_selection = selection;
    struct Answer {
        int rows = 0;
        ImportCounts counts;
        Page first;
    };
    m_workspace.ask<Result<Answer>>(
        this,
        [plan = m_plan, selection](directory::Directory &) -> Result<Answer> {
            const auto rows = plan->records().count(selection);
            if (!rows)
                return std::unexpected(rows.error());
            const auto counts = countsOf(*plan);
            if (!counts)
                return std::unexpected(counts.error());
            auto first = plan->records().page(selection, 0, kPage);
            if (!first)
                return std::unexpected(first.error());
            return Answer{*rows, *counts, std::move(*first)};
        },
        [this, turn = ++m_turn](Result<Answer> answer) {
            if (turn != m_turn)
                return;
            if (!answer) {
                emit failed(answer.error());
                return;
            }
            beginResetModel();
            m_rows = answer->rows;
            m_pages.clear();
            m_wanted.clear();
            m_asked.clear();
            ++m_pageTurn;
            m_pages.insert(0, new Page(std::move(answer->first)));
            m_counts = answer->counts;
            endResetModel();
            emit countsChanged();
        });
}

const ImportRecord *ImportModel::recordAt(int row) const
{
    if (row < 0 || row >= m_rows)
        return nullptr;
    const int page = row / kPage;
    const Page *records = m_pages.object(page);
    if (!records) {
        m_wanted.insert(page);
        if (!m_fetch->isActive())
            m_fetch->start();
        return nullptr;
    }
    const auto at = static_cast<std::size_t>(row % kPage);
    return at < records->size() ? &(*records)[at] : nullptr;
}

void ImportModel::fetchPages()
{
    const QSet<int> wanted = std::exchange(m_wanted, {});
    for (const int page : wanted) {
        if (m_asked.contains(page))
            continue;
        m_asked.insert(page);
        m_workspace.ask<Result<Page>>(
            this,
            [plan = m_plan, selection = m_selection, page](directory::Directory &) {
                return plan->records().page(selection, page * kPage, kPage);
            },
            [this, page, turn = m_pageTurn](Result<Page> records) {
                if (turn != m_pageTurn)
                    return;
                m_asked.remove(page);
                if (records)
                    takePage(page, std::move(*records));
                else
                    emit failed(records.error());
            });
    }
}

void ImportModel::takePage(int page, Page records)
{
    const int first = page * kPage;
    const int last = std::min(m_rows, first + static_cast<int>(records.size())) - 1;
    m_pages.insert(page, new Page(std::move(records)));
    if (last < first)
        return;
    emit dataChanged(index(first, 0), index(last, ColumnCount - 1));
    for (int row = first; row <= last; ++row)
        emit recordChanged(row);
}

int ImportModel::rowOf(int number) const
{
    for (const int page : m_pages.keys()) {
        const Page &records = *m_pages.object(page);
        const auto found = std::ranges::find(records, number, &ImportRecord::number);
        if (found != records.end())
            return page * kPage + static_cast<int>(found - records.begin());
    }
    return -1;
}

void ImportModel::change(int number, std::function<Result<void>(directory::ImportPlan &)> work)
{
    struct Answer {
        ImportRecord record;
        ImportCounts counts;
    };
    m_workspace.ask<Result<Answer>>(
        this,
        [plan = m_plan, work = std::move(work), number](directory::Directory &) -> Result<Answer> {
            if (const auto done = work(*plan); !done)
                return std::unexpected(done.error());
            auto changed = plan->records().read(number);
            if (!changed)
                return std::unexpected(changed.error());
            const auto counts = countsOf(*plan);
            if (!counts)
                return std::unexpected(counts.error());
            return Answer{std::move(*changed), *counts};
        },
        [this](Result<Answer> answer) {
            if (!answer) {
                emit failed(answer.error());
                return;
            }
            m_counts = answer->counts;
            takeChanged(std::move(answer->record));
            emit countsChanged();
        });
}

void ImportModel::takeChanged(ImportRecord record)
{
    const int row = rowOf(record.number);
    if (row < 0)
        return; // it will come as it is now
    const int page = row / kPage;
    if (!m_selection.outcome || *m_selection.outcome == record.outcome) {
        (*m_pages.object(page))[static_cast<std::size_t>(row % kPage)] = std::move(record);
        emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
        emit recordChanged(row);
        return;
    }
    beginRemoveRows({}, row, row);
    --m_rows;
    // Those behind it move up: what was cut into pages before is asked again.
    ++m_pageTurn;
    m_asked.clear();
    for (const int other : m_pages.keys()) {
        if (other > page)
            m_pages.remove(other);
    }
    Page &records = *m_pages.object(page);
    records.erase(records.begin() + row % kPage);
    if (page * kPage + static_cast<int>(std::ssize(records)) < m_rows)
        m_pages.remove(page); // its last one is on the next page
    endRemoveRows();
}

void ImportModel::decide(int row, std::optional<bool> same)
{
    const ImportRecord *record = recordAt(row);
    if (!record || (record->outcome != ImportOutcome::Doubtful && !isDecided(record->number)))
        return;
    const int number = record->number;
    if (same)
        m_decided.insert(number);
    else
        m_decided.remove(number);
    change(number, [number, same](directory::ImportPlan &plan) {
        return same ? plan.decide(number, *same) : plan.reopen(number);
    });
}

void ImportModel::takeProposal(int row)
{
    const ImportRecord *record = recordAt(row);
    if (!record)
        return;
    change(record->number, [number = record->number, knowledge = m_workspace.knowledge()](directory::ImportPlan &plan) {
        return plan.takeProposal(number, knowledge);
    });
}

void ImportModel::setAllAccepted(bool accepted)
{
    m_workspace.ask<Result<void>>(
        this,
        [plan = m_plan, selection = m_selection, accepted](directory::Directory &) -> Result<void> {
            for (const ImportOutcome outcome : {ImportOutcome::New, ImportOutcome::Merged, ImportOutcome::Gone}) {
                const bool shown = selection.outcome ? *selection.outcome == outcome : outcome != ImportOutcome::Gone;
                if (!shown)
                    continue;
                if (const auto done = plan->setAllAccepted({.outcome = outcome, .words = selection.words}, accepted);
                    !done)
                    return done;
            }
            return {};
        },
        [this](const Result<void> &done) {
            if (done)
                setSelection(m_selection);
            else
                emit failed(done.error());
        });
}

int ImportModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int ImportModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ImportModel::remark(const ImportRecord &record) const
{
    if (record.outcome == ImportOutcome::Gone)
        return (record.accepted ? tr("gone from the list of %1") : tr("not in the list of %1, not flagged"))
            .arg(shownLine(record.source));
    if (!record.accepted)
        return tr("left out");
    QStringList parts;
    switch (record.outcome) {
    case ImportOutcome::Doubtful:
        parts << tr("may be %1 (%2)").arg(m_words.quoted(record.matchName), m_words.percent(record.score));
        break;
    case ImportOutcome::Merged:
    case ImportOutcome::Unchanged:
        if (record.matchName != record.incoming.name)
            parts << tr("is %1").arg(m_words.quoted(record.matchName));
        break;
    case ImportOutcome::Rejected:
        if (!record.rejections.empty()) {
            const auto &first = record.rejections.front();
            parts << tr("line %1: %2").arg(m_words.number(record.line), first.cause);
        }
        break;
    case ImportOutcome::New:
    case ImportOutcome::Gone: break;
    }
    const auto proposed = static_cast<int>(std::ranges::count_if(record.repairs, &ImportReport::Repair::proposed));
    const int done = static_cast<int>(std::ssize(record.repairs)) - proposed;
    if (proposed > 0)
        parts << m_words.plural(proposed, tr("%1 repair proposed"), tr("%1 repairs proposed"));
    if (done > 0)
        parts << m_words.plural(done, tr("%1 repair"), tr("%1 repairs"));
    return parts.join(QStringLiteral(" · "));
}

QVariant ImportModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const ImportRecord *record = recordAt(index.row());
    if (!record)
        return role == Qt::DisplayRole && index.column() == Name ? QVariant(QStringLiteral("…")) : QVariant();
    if (role == OutcomeRole)
        return static_cast<int>(record->outcome);
    if (role == NumberRole)
        return record->number;
    if (role == Qt::CheckStateRole && index.column() == Name && canBeTicked(*record))
        return static_cast<int>(record->accepted ? Qt::Checked : Qt::Unchecked);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case Name: return record->incoming.name.isEmpty() ? tr("(no name)") : shownLine(record->incoming.name);
    case Place: return m_words.place(record->incoming.city, record->incoming.departement);
    case Outcome: return outcomeWord(record->outcome);
    case Remark: return remark(*record);
    default: return {};
    }
}

bool ImportModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const ImportRecord *record = role == Qt::CheckStateRole ? recordAt(index.row()) : nullptr;
    if (!record || index.column() != Name || !canBeTicked(*record))
        return false;
    const bool accepted = value.toInt() == Qt::Checked;
    change(record->number, [number = record->number, accepted](directory::ImportPlan &plan) {
        return plan.setAccepted(number, accepted);
    });
    return true;
}

QVariant ImportModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return tr("Name");
    case Place: return tr("Place");
    case Outcome: return tr("Outcome");
    case Remark: return tr("Remark");
    default: return {};
    }
}

Qt::ItemFlags ImportModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    const ImportRecord *record = index.isValid() && index.column() == Name ? recordAt(index.row()) : nullptr;
    if (record && canBeTicked(*record))
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

} // namespace repere::models
