#include "gui/geocode_dialog.h"

#include "gui/jobs.h"
#include "gui/theme.h"
#include "ui_geocode_dialog.h"

#include <QKeyEvent>
#include <QScreen>
#include <QStyledItemDelegate>

namespace repere::gui {

namespace {

using models::AddressModel;

/// What a person should look at stands out, what was not found steps back.
class AnswerDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const Theme &theme = Theme::current();
        switch (static_cast<AddressModel::State>(index.data(AddressModel::StateRole).toInt())) {
        case AddressModel::State::Doubtful:
            if (index.column() == AddressModel::Position)
                option->palette.setColor(QPalette::Text, theme.warning);
            break;
        case AddressModel::State::Nothing: option->palette.setColor(QPalette::Text, theme.muted); break;
        case AddressModel::State::Found:
        case AddressModel::State::Unasked: break;
        }
    }
};

} // namespace

GeocodeDialog::GeocodeDialog(models::Workspace &workspace, const models::Words &words, std::vector<AtelierId> list,
                             std::vector<AtelierId> selected, Scope scope, QWidget *parent)
    : QDialog(parent), m_workspace(workspace), m_words(words), m_ui(std::make_unique<Ui::GeocodeDialog>()),
      m_model(new AddressModel(words, this)), m_list(std::move(list)), m_selected(std::move(selected)),
      m_who(directory::geocoderHost())
{
    m_ui->setupUi(this);
    m_ui->title->setFont(bold(scaled(font(), 1.2)));
    m_ui->problem->setProperty("warning", true);
    m_ui->problem->hide();
    m_ui->noneText->setProperty("muted", true);
    setPrimary(*m_ui->go);
    for (QToolButton *link : {m_ui->tickAll, m_ui->tickNone}) {
        link->setProperty("link", true);
        link->setCursor(Qt::PointingHandCursor);
    }
    m_ui->scope->addItem(tr("Those of the list without a position of their own"));
    if (!m_selected.empty()) {
        m_ui->scope->addItem(m_words.plural(static_cast<qint64>(m_selected.size()), tr("The selected place"),
                                            tr("The %1 selected places")));
        m_ui->scope->setCurrentIndex(scope);
    }
    m_ui->places->setModel(m_model);
    m_ui->places->setItemDelegate(new AnswerDelegate(m_ui->places));
    m_ui->places->installEventFilter(this);
    connect(m_ui->scope, &QComboBox::currentIndexChanged, this, &GeocodeDialog::collect);
    connect(m_model, &AddressModel::tickedChanged, this, &GeocodeDialog::showState);
    connect(m_ui->cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->back, &QPushButton::clicked, this, &GeocodeDialog::collect);
    connect(m_ui->go, &QPushButton::clicked, this, [this] { m_answered ? write() : ask(); });
    const auto tick = [this](bool ticked) {
        QModelIndexList rows;
        for (int row = 0; row < m_model->rowCount(); ++row)
            rows << m_model->index(row, 0);
        m_model->setTicked(rows, ticked);
    };
    connect(m_ui->tickAll, &QToolButton::clicked, this, [tick] { tick(true); });
    connect(m_ui->tickNone, &QToolButton::clicked, this, [tick] { tick(false); });
    connect(&workspace, &models::Workspace::readOnlyChanged, this, &GeocodeDialog::showState);
    resize(QSize(fontMetrics().averageCharWidth() * 176, fontMetrics().height() * 38)
               .boundedTo(screen()->availableSize() - QSize(40, 60)));
    m_ui->places->setFocus();
    collect();
}

GeocodeDialog::~GeocodeDialog() = default;

bool GeocodeDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_ui->places && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space) {
        const QModelIndexList rows = m_ui->places->selectionModel()->selectedRows();
        const QModelIndex current = m_ui->places->currentIndex().siblingAtColumn(0);
        if (const QVariant ticked = current.data(Qt::CheckStateRole); ticked.isValid())
            m_model->setTicked(rows, ticked.toInt() != Qt::Checked);
        return true;
    }
    return QDialog::eventFilter(watched, event);
}

void GeocodeDialog::collect()
{
    m_answered = false;
    m_working = true;
    m_model->setQuestions({});
    showProblem({});
    const bool selected = m_ui->scope->currentIndex() == Selected;
    using Questions = std::vector<directory::AddressQuestion>;
    runJob<Questions>(
        m_workspace, this, tr("Looking for places without a position…"),
        [ids = selected ? m_selected : m_list, selected](directory::Directory &directory, JobContext &job) {
            return directory.addressQuestions(ids, selected, job);
        },
        [this](Result<Questions> questions) {
            m_working = false;
            if (questions)
                m_model->setQuestions(std::move(*questions));
            else
                showProblem(questions.error().code == ErrorCode::Cancelled ? tr("The search was cancelled.")
                                                                           : questions.error().message);
            showColumns();
        });
}

void GeocodeDialog::ask()
{
    m_working = true;
    showProblem({});
    showState();
    runJob<directory::AddressAnswers>(
        m_workspace, this, tr("Asking %1…").arg(m_who),
        [questions = m_model->questions()](directory::Directory &directory, JobContext &job) {
            return directory::askAddresses(questions, directory.knowledge(), job);
        },
        [this](const Result<directory::AddressAnswers> &answers) { takeAnswers(answers); });
}

void GeocodeDialog::takeAnswers(const Result<directory::AddressAnswers> &answers)
{
    m_working = false;
    if (!answers) {
        if (answers.error().code != ErrorCode::Cancelled)
            showProblem(answers.error().message);
    } else {
        if (answers->stopped)
            showProblem(answers->answers.empty()
                            ? answers->stopped->message
                            : tr("%1 The answers that came before are above.").arg(answers->stopped->message));
        m_answered = !answers->answers.empty();
        if (m_answered)
            m_model->setAnswers(answers->answers);
    }
    showColumns();
    if (m_answered && m_model->rowCount() > 0)
        m_ui->places->setCurrentIndex(m_model->index(0, 0));
    m_ui->places->setFocus();
}

void GeocodeDialog::write()
{
    m_working = true;
    showProblem({});
    showState();
    runJob<int>(
        m_workspace, this, tr("Writing the positions…"),
        [answers = m_model->ticked()](directory::Directory &directory, JobContext &job) {
            return directory.takeAddresses(answers, job);
        },
        [this](const Result<int> &count) {
            m_working = false;
            if (!count) {
                if (count.error().code != ErrorCode::Cancelled)
                    showProblem(count.error().message);
                showState();
                return;
            }
            m_workspace.refresh();
            emit written(*count);
            accept();
        });
}

void GeocodeDialog::showColumns()
{
    for (int column : {AddressModel::Answer, AddressModel::Fit, AddressModel::Position})
        m_ui->places->setColumnHidden(column, !m_answered);
    const int em = fontMetrics().averageCharWidth();
    m_ui->places->setColumnWidth(AddressModel::Place, em * (m_answered ? 28 : 60));
    m_ui->places->setColumnWidth(AddressModel::Asked, em * 38);
    m_ui->places->setColumnWidth(AddressModel::Answer, em * 38);
    m_ui->places->setColumnWidth(AddressModel::Fit, fontMetrics().horizontalAdvance(tr("Score")) + 4 * em);
    showState();
}

void GeocodeDialog::showProblem(const QString &text)
{
    m_ui->problem->setText(text);
    m_ui->problem->setVisible(!text.isEmpty());
}

void GeocodeDialog::showState()
{
    const models::AddressCounts counts = m_model->counts();
    const int total = m_model->rowCount();
    const QString readOnly = m_workspace.readOnlyReason();
    m_ui->title->setText(m_answered ? tr("What %1 answers").arg(m_who) : tr("Ask %1?").arg(m_who));
    m_ui->what->setText(
        m_answered
            ? tr("A ticked answer becomes the position of its place; what is doubtful waits for your tick. It is one "
                 "change, which Undo takes back. The answers are kept as those of the %1 (%2).")
                  .arg(directory::geocoderSource(), directory::geocoderLicence())
            : tr("Repère opens no connection by itself. When you click, it asks the national geocoder (%1, IGN) where these "
                 "addresses are. It learns the words of the column “What is sent”, the code of the commune, and the "
                 "address of your computer on the Internet; neither names nor anything else of your directory.")
                  .arg(m_who));
    m_ui->pages->setCurrentWidget(total > 0 ? m_ui->work : m_ui->none);
    m_ui->noneText->setText(m_working ? QString()
                            : m_ui->scope->currentIndex() == Selected
                                ? tr("Nothing selected says a street or a town that could be looked for.")
                                : tr("Every place of the list has a position of its own, or says no address that could "
                                     "be looked for."));
    m_ui->scopeLabel->setVisible(!m_answered);
    m_ui->scope->setVisible(!m_answered);
    m_ui->scope->setEnabled(!m_working);
    QStringList count;
    if (!m_answered) {
        if (total > 0)
            count << m_words.plural(total, tr("%1 place"), tr("%1 places"));
    } else {
        count << m_words.plural(counts.found, tr("%1 found"), tr("%1 found", "several"));
        if (counts.doubtful > 0)
            count << m_words.plural(counts.doubtful, tr("%1 doubtful"), tr("%1 doubtful", "several"));
        if (counts.nothing > 0)
            count << m_words.plural(counts.nothing, tr("%1 not found"), tr("%1 not found", "several"));
        if (counts.unasked > 0)
            count << m_words.plural(counts.unasked, tr("%1 not asked"), tr("%1 not asked", "several"));
    }
    m_ui->count->setText(count.join(QStringLiteral(" · ")));
    for (QWidget *part : {static_cast<QWidget *>(m_ui->tickAll), static_cast<QWidget *>(m_ui->tickNone),
                          static_cast<QWidget *>(m_ui->back)}) {
        part->setVisible(m_answered);
        part->setEnabled(!m_working);
    }
    if (!readOnly.isEmpty())
        showProblem(readOnly);
    const bool possible = m_answered ? counts.ticked > 0 : total > 0;
    m_ui->go->setEnabled(readOnly.isEmpty() && possible && !m_working);
    m_ui->go->setText(m_answered ? m_words.plural(counts.ticked, tr("&Write %1 position"), tr("&Write %1 positions"))
                                 : tr("&Ask %1").arg(m_who));
}

} // namespace repere::gui
