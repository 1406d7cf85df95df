#include "gui/duplicates_dialog.h"

#include "core/match_score.h"
#include "gui/jobs.h"
#include "gui/theme.h"
#include "ui_duplicates_dialog.h"

#include <QAction>
#include <QHeaderView>
#include <QScreen>
#include <QShortcut>
#include <QStyledItemDelegate>

#include <algorithm>

namespace repere::gui {

namespace {

constexpr int kQuick = 20'000; // places among which twins are found before anybody waits

/// Values that differ stand out, equal ones step back.
class SideDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const Theme &theme = Theme::current();
        const bool differs = index.data(models::TwinComparison::DiffersRole).toBool();
        option->palette.setColor(QPalette::Text, differs && index.column() != 0 ? theme.ink : theme.muted);
        if (differs)
            option->backgroundBrush = theme.goldTint;
        if (index.data(Qt::CheckStateRole).toInt() == Qt::Checked)
            option->font.setBold(true);
    }
};

} // namespace

DuplicatesDialog::DuplicatesDialog(models::Workspace &workspace, const models::Words &words, QAction *undo,
                                   QWidget *parent)
    : QDialog(parent), m_workspace(workspace), m_words(words), m_ui(std::make_unique<Ui::DuplicatesDialog>()),
      m_questions(new models::TwinModel(words, this)), m_sides(new models::TwinComparison(words, this)),
      m_writable(workspace.readOnlyReason().isEmpty())
{
    m_ui->setupUi(this);
    m_ui->questions->setModel(m_questions);
    m_ui->comparison->setModel(m_sides);
    m_ui->comparison->setItemDelegate(new SideDelegate(m_ui->comparison));
    m_ui->comparison->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_ui->from->setSuffix(m_words.french() ? QStringLiteral("\u00A0%") : QStringLiteral("%"));
    for (QWidget *text : {m_ui->choice, m_ui->note, m_ui->noneText})
        text->setProperty("muted", true);
    setPrimary(*m_ui->same);
    const auto follow = [this, undo] {
        m_ui->undo->setToolTip(undo->text().remove(u'&'));
        m_ui->undo->setEnabled(undo->isEnabled() && !m_answering);
    };
    follow();
    connect(undo, &QAction::changed, this, follow);
    connect(m_ui->undo, &QPushButton::clicked, undo, &QAction::trigger);
    connect(m_ui->same, &QPushButton::clicked, this, [this] { answer(true); });
    connect(m_ui->two, &QPushButton::clicked, this, [this] { answer(false); });
    connect(m_ui->later, &QPushButton::clicked, this, &DuplicatesDialog::later);
    connect(m_ui->again, &QPushButton::clicked, this, &DuplicatesDialog::search);
    connect(m_ui->close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->selectFrom, &QPushButton::clicked, this, &DuplicatesDialog::selectFrom);
    for (const auto &[key, button] :
         {std::pair{Qt::Key_1, m_ui->same}, {Qt::Key_2, m_ui->two}, {Qt::Key_0, m_ui->later}}) {
        auto *shortcut = new QShortcut(QKeySequence(key), this);
        connect(shortcut, &QShortcut::activated, button, &QPushButton::click);
    }
    const QItemSelectionModel *selection = m_ui->questions->selectionModel();
    connect(selection, &QItemSelectionModel::currentRowChanged, this, &DuplicatesDialog::showCurrent);
    connect(selection, &QItemSelectionModel::selectionChanged, this, &DuplicatesDialog::showState);
    connect(&workspace, &models::Workspace::directoryChanged, this, &DuplicatesDialog::reload);

    const int em = fontMetrics().averageCharWidth();
    resize(QSize(em * 176, fontMetrics().height() * 42).boundedTo(screen()->availableSize() - QSize(40, 60)));
    m_ui->splitter->setSizes({100, 190});
    const int likeness = fontMetrics().horizontalAdvance(tr("Likeness")) + 4 * em;
    QHeaderView *header = m_ui->questions->header();
    header->resizeSection(models::TwinModel::Likeness, likeness);
    header->resizeSection(models::TwinModel::First, em * 44);
    header->resizeSection(models::TwinModel::Second, em * 52);
    m_ui->comparison->header()->resizeSection(models::TwinComparison::Field, em * 24);
    m_ui->comparison->header()->resizeSection(models::TwinComparison::First, em * 60);
    m_ui->questions->setFocus();
    search();
}

DuplicatesDialog::~DuplicatesDialog() = default;

void DuplicatesDialog::search()
{
    if (m_searching) {
        m_again = true;
        return;
    }
    m_searching = true;
    showState();
    runJob<Found>(
        m_workspace, this, tr("Looking for duplicates…"),
        [](directory::Directory &directory, JobContext &job) -> Result<Found> {
            auto pairs = directory.twins(kPerhapsTwins, job);
            if (!pairs)
                return std::unexpected(pairs.error());
            auto order = directory.sourceOrder();
            if (!order)
                return std::unexpected(order.error());
            return Found{std::move(*pairs), std::move(order->priorities)};
        },
        [this](Result<Found> found) { take(std::move(found)); });
}

void DuplicatesDialog::take(Result<Found> found)
{
    m_searching = false;
    if (std::exchange(m_again, false)) {
        search();
        return;
    }
    const int row = std::max(0, m_ui->questions->currentIndex().row());
    m_problem.clear();
    if (found) {
        m_priorities = std::move(found->priorities);
        m_questions->setPairs(std::move(found->pairs));
    } else {
        m_questions->setPairs({});
        m_problem =
            found.error().code == ErrorCode::Cancelled ? tr("The search was cancelled.") : found.error().message;
    }
    select(row);
}

void DuplicatesDialog::reload()
{
    if (m_answering)
        return; // the answer searches itself
    const auto result = m_workspace.result();
    if (result && result->counts().total <= kQuick)
        search();
    else
        m_ui->note->setText(tr("The directory has changed since this search."));
}

void DuplicatesDialog::select(int row)
{
    if (const int count = m_questions->rowCount(); count > 0)
        m_ui->questions->setCurrentIndex(m_questions->index(std::min(row, count - 1), 0));
    showCurrent();
    showState();
}

std::vector<int> DuplicatesDialog::selectedRows() const
{
    std::vector<int> rows;
    for (const QModelIndex &index : m_ui->questions->selectionModel()->selectedRows())
        rows.push_back(index.row());
    std::ranges::sort(rows);
    return rows;
}

void DuplicatesDialog::showCurrent()
{
    const QModelIndex current = m_ui->questions->currentIndex();
    if (!current.isValid()) {
        m_sides->clear();
        m_ui->why->clear();
        return;
    }
    m_sides->show(m_questions->at(current.row()), m_priorities);
    m_ui->why->setText(
        QStringLiteral("%1 — %2").arg(current.siblingAtColumn(models::TwinModel::Likeness).data().toString(),
                                      current.siblingAtColumn(models::TwinModel::Why).data().toString()));
}

void DuplicatesDialog::showState()
{
    const int count = m_questions->rowCount();
    const int waiting = m_questions->waitingCount();
    QString text =
        m_searching ? tr("Looking for duplicates…") : m_words.plural(count, tr("%1 question"), tr("%1 questions"));
    if (!m_searching && waiting > 0)
        text += QStringLiteral(" · ")
                + m_words.plural(waiting, tr("%1 record of an import waits"), tr("%1 records of imports wait"));
    m_ui->count->setText(text);
    m_ui->pages->setCurrentWidget(count > 0 ? m_ui->work : m_ui->none);
    m_ui->noneText->setText(m_searching            ? QString()
                            : !m_problem.isEmpty() ? m_problem
                                                   : tr("No two places look like one, and nothing waits.\nAfter an "
                                                        "import, doubtful records wait here."));
    const std::vector<int> rows = selectedRows();
    const bool gone = std::ranges::any_of(rows, [this](int row) { return m_questions->at(row).first.id == 0; });
    const bool ready = !rows.empty() && !m_searching && !m_answering;
    m_ui->same->setEnabled(ready && m_writable && !gone);
    m_ui->two->setEnabled(ready && m_writable);
    m_ui->later->setEnabled(ready);
    m_ui->again->setEnabled(!m_searching && !m_answering);
    for (QWidget *part : {static_cast<QWidget *>(m_ui->fromLabel), static_cast<QWidget *>(m_ui->from),
                          static_cast<QWidget *>(m_ui->selectFrom)})
        part->setEnabled(count > 0 && !m_searching);
    m_ui->choice->setVisible(rows.size() == 1);
    if (!m_writable)
        m_ui->note->setText(m_workspace.readOnlyReason());
    else if (rows.size() > 1)
        m_ui->note->setText(m_words.plural(static_cast<qint64>(rows.size()), tr("%1 question selected"),
                                           tr("%1 questions selected: one answer for all")));
    else
        m_ui->note->clear();
}

void DuplicatesDialog::selectFrom()
{
    QItemSelection selection;
    // A spin box says whole percents, as the list shows them.
    for (const int row : m_questions->rowsFrom((m_ui->from->value() - 0.5) / 100))
        selection.select(m_questions->index(row, 0), m_questions->index(row, models::TwinModel::ColumnCount - 1));
    m_ui->questions->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    m_ui->questions->setFocus();
}

void DuplicatesDialog::later()
{
    const std::vector<int> rows = selectedRows();
    if (!rows.empty())
        select(rows.back() + 1);
}

void DuplicatesDialog::answer(bool same)
{
    const std::vector<int> rows = selectedRows();
    if (rows.empty() || m_answering || m_searching)
        return;
    std::vector<TwinDecision> decisions;
    for (const int row : rows) {
        const TwinPair &pair = m_questions->at(row);
        decisions.push_back({.same = same,
                             .first = pair.first.id,
                             .second = pair.waiting == 0 ? pair.second.id : 0,
                             .waiting = pair.waiting});
    }
    if (same && rows.size() == 1 && rows.front() == m_ui->questions->currentIndex().row())
        decisions.front().result = m_sides->result();
    m_answering = true;
    showState();
    m_workspace.ask<Result<void>>(
        this, [decisions](directory::Directory &directory) { return directory.decide(decisions); },
        [this, decisions, row = rows.front()](const Result<void> &done) {
            m_answering = false;
            if (!done) {
                showState();
                m_ui->note->setText(done.error().message);
                return;
            }
            m_questions->remove(decisions);
            select(row);
            m_ui->questions->setFocus(); // else a disabled button hands it on to the next, which undoes
            m_workspace.refresh();       // and, among few places, the search anew
        });
}

} // namespace repere::gui
