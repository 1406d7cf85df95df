#include "gui/import_dialog.h"

#include "gui/dropped_files.h"
#include "gui/import_columns_page.h"
#include "gui/import_preview_page.h"
#include "gui/import_source_page.h"
#include "gui/jobs.h"
#include "gui/theme.h"
#include "ui_import_dialog.h"

#include <QDropEvent>
#include <QScreen>

namespace repere::gui {

namespace {
using Planned = Result<std::shared_ptr<directory::ImportPlan>>;
}

ImportDialog::ImportDialog(models::Workspace &workspace, const models::Words &words, const QString &folder,
                           QWidget *parent)
    : QDialog(parent), m_workspace(workspace), m_words(words), m_ui(std::make_unique<Ui::ImportDialog>()),
      m_source(new ImportSourcePage(workspace, words, folder)), m_columns(new ImportColumnsPage(workspace, words)),
      m_preview(new ImportPreviewPage(workspace, words))
{
    m_ui->setupUi(this);
    setAcceptDrops(true);
    m_ui->step->setFont(bold(scaled(font(), 1.1)));
    m_ui->problem->setProperty("warning", true);
    m_ui->pages->addWidget(m_source);
    m_ui->pages->addWidget(m_columns);
    m_ui->pages->addWidget(m_preview);
    setPrimary(*m_ui->go);
    connect(m_source, &ImportSourcePage::changed, this, &ImportDialog::showState);
    connect(m_source, &ImportSourcePage::problem, this, &ImportDialog::showProblem);
    connect(m_columns, &ImportColumnsPage::changed, this, &ImportDialog::showState);
    connect(m_columns, &ImportColumnsPage::problem, this, &ImportDialog::showProblem);
    connect(m_preview, &ImportPreviewPage::changed, this, &ImportDialog::showState);
    connect(m_preview, &ImportPreviewPage::problem, this, &ImportDialog::showProblem);
    connect(m_ui->back, &QPushButton::clicked, this, &ImportDialog::back);
    connect(m_ui->cancel, &QPushButton::clicked, this, &ImportDialog::reject);
    connect(m_ui->go, &QPushButton::clicked, this, &ImportDialog::goOn);
    resize(QSize(fontMetrics().averageCharWidth() * 176, fontMetrics().height() * 42)
               .boundedTo(screen()->availableSize() - QSize(40, 60)));
    turnTo(Source);
    m_source->setFocus();
}

ImportDialog::~ImportDialog() = default;

void ImportDialog::addFiles(const QStringList &paths)
{
    turnTo(Source);
    m_source->addFiles(paths);
}

QString ImportDialog::folder() const
{
    return m_source->folder();
}

ImportDialog::Page ImportDialog::page() const
{
    return static_cast<Page>(m_ui->pages->currentIndex());
}

void ImportDialog::turnTo(Page page)
{
    showProblem({});
    if (page != Preview)
        m_preview->clear();
    m_ui->pages->setCurrentIndex(page);
    const QString titles[] = {tr("Where the places come from"), tr("What the columns hold"), tr("What would change")};
    m_ui->step->setText(titles[page]);
    showState();
}

void ImportDialog::showState()
{
    m_ui->back->setVisible(page() != Source);
    switch (page()) {
    case Source:
        m_ui->go->setText(tr("&Next"));
        m_ui->go->setEnabled(m_source->isReady());
        break;
    case Columns:
        m_ui->go->setText(tr("&Next"));
        m_ui->go->setEnabled(m_columns->isReady());
        break;
    case Preview: {
        const models::ImportModel *model = m_preview->model();
        const models::ImportCounts counts = model ? model->counts() : models::ImportCounts();
        const int doubtful = counts[ImportOutcome::Doubtful];
        const int gone = counts.flagged;
        m_ui->go->setEnabled(counts.accepted + doubtful + gone > 0);
        if (counts.accepted > 0)
            m_ui->go->setText(m_words.plural(counts.accepted, tr("&Import %1 place"), tr("&Import %1 places")));
        else if (gone > 0)
            m_ui->go->setText(m_words.plural(gone, tr("&Flag %1 place as gone"), tr("&Flag %1 places as gone")));
        else if (doubtful > 0)
            m_ui->go->setText(m_words.plural(doubtful, tr("&Keep %1 question"), tr("&Keep %1 questions")));
        else
            m_ui->go->setText(tr("Nothing to import"));
        break;
    }
    }
}

void ImportDialog::showProblem(const QString &text)
{
    m_ui->problem->setText(text);
    m_ui->problem->setVisible(!text.isEmpty());
}

void ImportDialog::back()
{
    turnTo(page() == Preview && m_source->tableMapping() ? Columns : Source);
}

void ImportDialog::goOn()
{
    if (page() == Preview) {
        commit();
    } else if (page() == Source && m_source->tableMapping()) {
        turnTo(Columns);
        if (m_guess != m_source->tableMapping()
            || m_columns->path() != m_source->tableFile()) { // else what people chose stays
            m_guess = m_source->tableMapping();
            m_columns->show(m_source->tableFile(), m_source->formatId(), *m_guess);
        }
    } else {
        plan();
    }
}

void ImportDialog::plan()
{
    directory::ImportRequest request{.files = m_source->files(), .formatId = m_source->formatId()};
    request.keepPersonal = m_source->keepPersonal();
    request.partial = m_source->partial();
    request.complete = m_source->complete();
    if (m_source->tableMapping())
        request.mapping = m_columns->mapping();
    runJob<std::shared_ptr<directory::ImportPlan>>(
        m_workspace, this, tr("Reading and comparing…"),
        [request](directory::Directory &directory, JobContext &job) -> Planned {
            return directory.planImport(request, job).transform([](std::unique_ptr<directory::ImportPlan> plan) {
                return std::shared_ptr<directory::ImportPlan>(std::move(plan));
            });
        },
        [this](Planned plan) {
            if (plan) {
                turnTo(Preview);
                m_preview->show(std::move(*plan));
                m_preview->setFocus();
            } else if (plan.error().code != ErrorCode::Cancelled) {
                showProblem(plan.error().message);
            }
        });
}

void ImportDialog::commit()
{
    runJob<ImportReport>(
        m_workspace, this, tr("Importing…"),
        [plan = m_preview->model()->plan()](directory::Directory &directory, JobContext &job) {
            return directory.commitImport(*plan, job);
        },
        [this](const Result<ImportReport> &report) {
            if (report) {
                emit imported(*report);
                accept();
            } else if (report.error().code != ErrorCode::Cancelled) {
                showProblem(report.error().message);
            }
        });
}

void ImportDialog::dragEnterEvent(QDragEnterEvent *event)
{
    if (page() == Source && !droppedFiles(*event).isEmpty())
        event->acceptProposedAction();
}

void ImportDialog::dropEvent(QDropEvent *event)
{
    addFiles(droppedFiles(*event));
    event->acceptProposedAction();
}

} // namespace repere::gui
