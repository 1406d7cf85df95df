#include "gui/import_preview_page.h"

#include "gui/import_details.h"
#include "gui/theme.h"
#include "ui_import_preview_page.h"

#include <QButtonGroup>
#include <QHeaderView>
#include <QKeyEvent>
#include <QShortcut>
#include <QStyledItemDelegate>
#include <QTimer>
#include <QToolButton>

namespace repere::gui {

namespace {

constexpr int kAll = 6;           // chip of every outcome
constexpr int kSearchDelay = 200; // ms

/// The outcome in its colour.
class OutcomeDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->state &= ~QStyle::State_HasFocus; // the whole row is chosen
        const QVariant outcome = index.data(models::ImportModel::OutcomeRole);
        if (!outcome.isValid())
            return;
        const Theme &theme = Theme::current();
        if (index.column() == models::ImportModel::Outcome) {
            switch (static_cast<ImportOutcome>(outcome.toInt())) {
            case ImportOutcome::New:
            case ImportOutcome::Merged: option->palette.setColor(QPalette::Text, theme.accent); break;
            case ImportOutcome::Doubtful: option->font = bold(option->font); break;
            case ImportOutcome::Rejected:
            case ImportOutcome::Gone: option->palette.setColor(QPalette::Text, theme.warning); break;
            case ImportOutcome::Unchanged: option->palette.setColor(QPalette::Text, theme.muted); break;
            }
        } else if (index.column() != models::ImportModel::Name) {
            option->palette.setColor(QPalette::Text, theme.muted);
        }
    }
};

} // namespace

ImportPreviewPage::ImportPreviewPage(models::Workspace &workspace, const models::Words &words, QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_words(words), m_ui(std::make_unique<Ui::ImportPreviewPage>()),
      m_chips(new QButtonGroup(this)), m_details(new ImportDetails(words)), m_searchTimer(new QTimer(this))
{
    m_ui->setupUi(this);
    m_ui->details->setWidget(m_details);
    m_ui->remarks->setProperty("muted", true);
    setFocusProxy(m_ui->list);
    for (QToolButton *link : {m_ui->tickAll, m_ui->tickNone}) {
        link->setProperty("link", true);
        link->setCursor(Qt::PointingHandCursor);
    }
    makeChips();
    QTableView *list = m_ui->list;
    list->verticalHeader()->hide();
    list->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    list->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 10);
    list->horizontalHeader()->setHighlightSections(false);
    list->setShowGrid(false);
    list->setWordWrap(false);
    list->setSelectionBehavior(QAbstractItemView::SelectRows);
    list->setSelectionMode(QAbstractItemView::SingleSelection);
    list->setTabKeyNavigation(false);
    list->setItemDelegate(new OutcomeDelegate(list));
    list->installEventFilter(this);
    m_ui->search->installEventFilter(this);
    const int character = fontMetrics().averageCharWidth();
    m_ui->splitter->setSizes({character * 84, character * 62});
    m_ui->splitter->setStretchFactor(0, 1);
    m_ui->splitter->setStretchFactor(1, 1);
    m_ui->details->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_searchTimer->setSingleShot(true);
    m_searchTimer->setInterval(kSearchDelay);
    connect(m_searchTimer, &QTimer::timeout, this, &ImportPreviewPage::choose);
    connect(m_ui->search, &QLineEdit::textChanged, m_searchTimer, qOverload<>(&QTimer::start));
    connect(m_chips, &QButtonGroup::idClicked, this, &ImportPreviewPage::choose);
    connect(m_ui->tickAll, &QToolButton::clicked, this, [this] { m_model->setAllAccepted(true); });
    connect(m_ui->tickNone, &QToolButton::clicked, this, [this] { m_model->setAllAccepted(false); });
    connect(m_details, &ImportDetails::answered, this, &ImportPreviewPage::answer);
    connect(m_details, &ImportDetails::proposalTaken, this,
            [this] { m_model->takeProposal(m_ui->list->currentIndex().row()); });
    const std::pair<Qt::Key, std::optional<bool>> answers[] = {
        {Qt::Key_1, true}, {Qt::Key_2, false}, {Qt::Key_0, std::nullopt}};
    for (const auto &[key, same] : answers) { // the field of names takes its digits before they come here
        auto *shortcut = new QShortcut(key, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, same] { answer(same); });
    }
}

ImportPreviewPage::~ImportPreviewPage()
{
    m_ui->list->setModel(nullptr); // it goes before the view
}

void ImportPreviewPage::makeChips()
{
    const char *names[] = {"new", "merged", "unchanged", "doubtful", "rejected", "gone", "all"};
    for (const int id : {kAll, 0, 1, 3, 2, 4, 5}) {
        auto *chip = new QToolButton(this);
        chip->setObjectName(QString::fromLatin1(names[id]));
        chip->setCheckable(true);
        chip->setProperty("choice", true);
        chip->setFocusPolicy(Qt::TabFocus); // a click leaves the keys to the list
        m_chips->addButton(chip, id);
        m_ui->chips->addWidget(chip);
    }
    m_ui->chips->addStretch(1);
    m_chips->button(kAll)->setChecked(true);
}

void ImportPreviewPage::show(std::shared_ptr<directory::ImportPlan> plan)
{
    clear();
    const ImportReport &report = plan->report();
    // Of a table, what readers remark is how its columns are taken: people have just seen it.
    m_remarks = plan->request().mapping ? QStringList() : report.remarks;
    if (report.personal > 0)
        m_remarks << m_words.plural(report.personal, tr("%1 value about persons is left out."),
                                    tr("%1 values about persons are left out."));

    m_model = std::make_unique<models::ImportModel>(m_workspace, m_words, std::move(plan));
    m_ui->list->setModel(m_model.get());
    QHeaderView *header = m_ui->list->horizontalHeader();
    const int character = fontMetrics().averageCharWidth();
    header->resizeSection(models::ImportModel::Name, character * 30);
    header->resizeSection(models::ImportModel::Place, character * 27);
    header->resizeSection(models::ImportModel::Outcome, character * 11);
    header->setStretchLastSection(true);
    connect(m_ui->list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ImportPreviewPage::showRecord);
    connect(m_model.get(), &models::ImportModel::countsChanged, this, &ImportPreviewPage::showCounts);
    connect(m_model.get(), &models::ImportModel::modelReset, this, &ImportPreviewPage::selectFirst);
    connect(m_model.get(), &models::ImportModel::rowsRemoved, this, &ImportPreviewPage::showRecord,
            Qt::QueuedConnection);
    connect(m_model.get(), &models::ImportModel::recordChanged, this, [this](int row) {
        if (row == m_ui->list->currentIndex().row())
            showRecord();
    });
    connect(m_model.get(), &models::ImportModel::failed, this,
            [this](const Error &error) { emit problem(error.message); });
    showCounts();
    showRecord();
}

void ImportPreviewPage::clear()
{
    m_ui->list->setModel(nullptr);
    m_model.reset();
    m_chips->button(kAll)->setChecked(true);
    const QSignalBlocker quiet(m_ui->search);
    m_ui->search->clear();
    m_searchTimer->stop();
}

void ImportPreviewPage::choose()
{
    if (!m_model)
        return;
    store::Staging::Selection selection;
    if (const int id = m_chips->checkedId(); id != kAll)
        selection.outcome = static_cast<ImportOutcome>(id);
    m_ui->list->setColumnHidden(models::ImportModel::Outcome, selection.outcome.has_value()); // the chip says it
    selection.words = m_ui->search->text().trimmed();
    m_model->setSelection(selection);
}

void ImportPreviewPage::showCounts()
{
    const models::ImportCounts &counts = m_model->counts();
    m_chips->button(kAll)->setText(m_words.plural(counts.total(), tr("%1 record read"), tr("%1 records read")));
    for (int id = 0; id < kAll; ++id) {
        const auto outcome = static_cast<ImportOutcome>(id);
        m_chips->button(id)->setText(models::outcomeCount(outcome, counts[outcome], m_words));
        m_chips->button(id)->setEnabled(counts[outcome] > 0 || m_chips->checkedId() == id);
        if (outcome == ImportOutcome::Gone) // is nothing that was read
            m_chips->button(id)->setVisible(counts[outcome] > 0);
    }
    const auto shown = m_model->selection().outcome;
    const auto canBeTicked = [&](ImportOutcome outcome) { return (!shown || shown == outcome) && counts[outcome] > 0; };
    for (QToolButton *link : {m_ui->tickAll, m_ui->tickNone})
        link->setEnabled(canBeTicked(ImportOutcome::New) || canBeTicked(ImportOutcome::Merged)
                         || (shown && canBeTicked(ImportOutcome::Gone)));
    QStringList remarks = m_remarks;
    if (counts.flagged > 0)
        remarks << m_words.plural(
            counts.flagged,
            tr("%1 place that its source had is not in the list: it will be flagged as gone, not removed."),
            tr("%1 places that their source had are not in the list: they will be flagged as gone, not removed."));
    if (const int left = counts[ImportOutcome::Gone] - counts.flagged; left > 0)
        remarks << m_words.plural(
            left, tr("%1 place that its source had is not in the list and will not be flagged: it may be an extract."),
            tr("%1 places that their source had are not in the list and will not be flagged: it may be an extract."));
    if (counts[ImportOutcome::Doubtful] > 0)
        remarks << tr("What is doubtful is not added: answer here, or later in Edit, Duplicates.");
    m_ui->remarks->setText(remarks.join(u' '));
    m_ui->remarks->setVisible(!remarks.isEmpty());
    emit changed();
}

void ImportPreviewPage::selectFirst()
{
    if (m_model->rowCount() > 0)
        m_ui->list->selectRow(0);
    showRecord();
}

void ImportPreviewPage::showRecord()
{
    const int turn = ++m_turn;
    const int row = m_ui->list->currentIndex().row();
    const ImportRecord *record = m_model ? m_model->recordAt(row) : nullptr;
    if (!record) {
        const bool nothing = !m_model || m_model->rowCount() == 0;
        m_details->showNothing(!nothing                                ? tr("Choose a record to see what it says.")
                               : !m_model                              ? QString()
                               : m_model->counts().total() == 0        ? tr("There is no place in it.")
                               : !m_model->selection().words.isEmpty() ? tr("No record has this name.")
                                                                       : tr("Nothing of this kind."));
        return;
    }
    using Other = Result<std::optional<Atelier>>;
    m_workspace.ask<Other>(
        this,
        [plan = m_model->plan(), record = *record](directory::Directory &directory) {
            return directory.otherSide(*plan, record);
        },
        [this, turn, row](const Other &other) {
            const ImportRecord *shown = turn == m_turn && m_model ? m_model->recordAt(row) : nullptr;
            if (!shown)
                return;
            if (!other)
                emit problem(other.error().message);
            m_details->showRecord(*shown, other ? *other : std::nullopt, m_model->isDecided(shown->number));
        });
}

void ImportPreviewPage::answer(std::optional<bool> same)
{
    m_model->decide(m_ui->list->currentIndex().row(), same);
    m_ui->list->setFocus();
}

bool ImportPreviewPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_ui->search && event->type() == QEvent::KeyPress) {
        // Who has typed a name goes on in the list, and imports nothing by it.
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Down) {
            m_ui->list->setFocus();
            return true;
        }
    }
    if (watched == m_ui->list && event->type() == QEvent::KeyPress && m_model) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Space) {
            const QModelIndex name = m_ui->list->currentIndex().siblingAtColumn(models::ImportModel::Name);
            const QVariant ticked = name.data(Qt::CheckStateRole);
            if (ticked.isValid())
                m_model->setData(name, ticked.toInt() == Qt::Checked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace repere::gui
