#include "gui/export_dialog.h"

#include "core/shown_text.h"
#include "gui/dialogs.h"
#include "gui/jobs.h"
#include "gui/theme.h"
#include "models/sentences.h"
#include "ui_export_dialog.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QPointer>
#include <QPushButton>

namespace repere::gui {

namespace {

using exchange::CsvProfile;
using exchange::OutputFormat;

/// What most people need in a spreadsheet; the rest is for machines and for coming back without loss.
const QStringList kEssential = {QStringLiteral("name"),        QStringLiteral("types"),    QStringLiteral("status"),
                                QStringLiteral("address"),     QStringLiteral("postcode"), QStringLiteral("city"),
                                QStringLiteral("departement"), QStringLiteral("region"),   QStringLiteral("equipment"),
                                QStringLiteral("website"),     QStringLiteral("as_of")};

} // namespace

ExportDialog::ExportDialog(models::Workspace &workspace, const models::Words &words, const QString &folder,
                           const QDate &today, QWidget *parent)
    : QDialog(parent), m_workspace(workspace), m_words(words), m_result(workspace.result()),
      m_ui(std::make_unique<Ui::ExportDialog>())
{
    m_ui->setupUi(this);
    const QString count = m_words.plural(m_result->count(), tr("%1 place"), tr("%1 places"));
    setWindowTitle(tr("Export %1").arg(count));
    m_ui->summary->setText(
        tr("The places of the list, in its order: %1.").arg(models::countSentence(m_result->counts(), m_words)));

    const std::pair<OutputFormat, QString> formats[] = {{OutputFormat::Csv, tr("CSV, for a spreadsheet (.csv)")},
                                                        {OutputFormat::Xlsx, tr("Excel workbook (.xlsx)")},
                                                        {OutputFormat::Ods, tr("LibreOffice workbook (.ods)")},
                                                        {OutputFormat::GeoJson, tr("GeoJSON, for maps (.geojson)")},
                                                        {OutputFormat::GeoPackage, tr("GeoPackage, for QGIS (.gpkg)")},
                                                        {OutputFormat::Kml, tr("KML, for Google Earth (.kml)")}};
    for (const auto &[format, name] : formats)
        m_ui->format->addItem(name, static_cast<int>(format));
    m_ui->profile->addItem(tr("For Excel in French (semicolon, decimal comma)"), static_cast<int>(CsvProfile::ExcelFr));
    m_ui->profile->addItem(tr("Open data (comma, decimal point, JSON keys)"), static_cast<int>(CsvProfile::OpenData));
    m_ui->columns->setSpacing(2);
    m_ui->columns->setMinimumHeight(fontMetrics().height() * 10); // whatever the licences take
    for (const exchange::Column &column : exchange::columns()) {
        auto *item = new QListWidgetItem(column.label.in(m_words.french()), m_ui->columns);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsUserCheckable | Qt::ItemIsSelectable);
        item->setData(Qt::UserRole, column.key);
        item->setCheckState(Qt::Checked);
    }
    for (QToolButton *link : {m_ui->all, m_ui->essential})
        link->setProperty("link", true);
    m_ui->path->setText(
        QFileInfo(folder + u'/')
            .absoluteDir()
            .filePath(models::proposedFileName(m_workspace.filter(), today, m_words) + QStringLiteral(".csv")));
    m_ui->path->setMinimumWidth(fontMetrics().averageCharWidth() * 60);
    m_ui->hint->setProperty("muted", true);
    sayPercent(*m_ui->progress);
    m_ui->progress->hide();
    m_go = m_ui->buttons->addButton(tr("&Export"), QDialogButtonBox::AcceptRole);
    m_go->setObjectName(QStringLiteral("go"));
    setPrimary(*m_go);
    m_go->setDefault(true);

    connect(m_ui->format, &QComboBox::currentIndexChanged, this, &ExportDialog::showFormat);
    connect(m_ui->profile, &QComboBox::currentIndexChanged, this, &ExportDialog::showState);
    connect(m_ui->path, &QLineEdit::textChanged, this, &ExportDialog::showState);
    connect(m_ui->columns, &QListWidget::itemChanged, this, &ExportDialog::showState);
    connect(m_ui->all, &QToolButton::clicked, this, [this] { showColumns(true); });
    connect(m_ui->essential, &QToolButton::clicked, this, [this] { showColumns(false); });
    connect(m_ui->browse, &QPushButton::clicked, this, &ExportDialog::browse);
    connect(m_go, &QPushButton::clicked, this, &ExportDialog::start);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &ExportDialog::reject);
    m_ui->licences->setProperty("muted", true);
    showState();
    readLicences();
}

ExportDialog::~ExportDialog()
{
    m_licencesJob->cancel();
    if (m_job)
        m_job->cancel();
}

QString ExportDialog::path() const
{
    return m_ui->path->text().trimmed();
}

exchange::ExportOptions ExportDialog::options() const
{
    exchange::ExportOptions options;
    options.format = static_cast<OutputFormat>(m_ui->format->currentData().toInt());
    options.profile = static_cast<CsvProfile>(m_ui->profile->currentData().toInt());
    options.french = m_words.french();
    options.personal = m_ui->personal->isChecked();
    bool all = true;
    for (int row = 0; row < m_ui->columns->count(); ++row) {
        const QListWidgetItem *item = m_ui->columns->item(row);
        if (item->checkState() == Qt::Checked)
            options.columns << item->data(Qt::UserRole).toString();
        else
            all = false;
    }
    if (all)
        options.columns.clear();
    return options;
}

void ExportDialog::showFormat()
{
    const auto format = static_cast<OutputFormat>(m_ui->format->currentData().toInt());
    const QFileInfo file(path());
    if (!file.fileName().isEmpty())
        m_ui->path->setText(file.dir().filePath(file.completeBaseName() + u'.' + exchange::extensionOf(format)));
    const bool csv = format == OutputFormat::Csv;
    m_ui->profile->setVisible(csv);
    m_ui->profileLabel->setVisible(csv);
    showState();
}

void ExportDialog::showColumns(bool all)
{
    for (int row = 0; row < m_ui->columns->count(); ++row) {
        QListWidgetItem *item = m_ui->columns->item(row);
        item->setCheckState(all || kEssential.contains(item->data(Qt::UserRole).toString()) ? Qt::Checked
                                                                                            : Qt::Unchecked);
    }
}

void ExportDialog::showState()
{
    const exchange::ExportOptions chosen = options();
    bool any = false;
    for (int row = 0; row < m_ui->columns->count(); ++row)
        any |= m_ui->columns->item(row)->checkState() == Qt::Checked;
    QStringList hint;
    if (!any)
        hint << tr("Choose at least one column.");
    if (chosen.format == OutputFormat::Csv && chosen.profile == CsvProfile::ExcelFr)
        hint << tr(
            "Excel shows 01500 as 1500 when the file is opened with a double click: to keep the zeros, use Data, "
            "From Text/CSV, and choose Text for the columns of codes.");
    if (chosen.format == OutputFormat::Csv && !chosen.columns.isEmpty()
        && !(chosen.columns.contains(QStringLiteral("equipment_details"))
             && chosen.columns.contains(QStringLiteral("provenance"))))
        hint << tr("Without the two last columns the file cannot come back into Repère without loss.");
    if (QFileInfo::exists(path()) && !m_job)
        hint << tr("This file exists and will be replaced.");
    m_ui->hint->setText(hint.join(u'\n'));
    m_ui->hint->setVisible(!hint.isEmpty());
    m_ui->hint->setStyleSheet({});
    m_go->setEnabled(any && !m_job && !path().isEmpty() && !QFileInfo(path()).isDir());
    for (QWidget *field : {static_cast<QWidget *>(m_ui->format), static_cast<QWidget *>(m_ui->profile),
                           static_cast<QWidget *>(m_ui->path), static_cast<QWidget *>(m_ui->browse),
                           static_cast<QWidget *>(m_ui->columns), static_cast<QWidget *>(m_ui->all),
                           static_cast<QWidget *>(m_ui->essential), static_cast<QWidget *>(m_ui->personal)})
        field->setEnabled(!m_job);
}

void ExportDialog::readLicences()
{
    m_ui->licences->setText(tr("Licences of the sources: being read…"));
    m_licencesJob = std::make_shared<JobContext>();
    m_workspace.ask<Result<directory::LicenceReport>>(
        this,
        [result = m_result, job = m_licencesJob](directory::Directory &directory) {
            return directory.licences(*result, *job);
        },
        [this](const Result<directory::LicenceReport> &report) {
            if (!report) {
                m_ui->licences->setText(report.error().message);
                return;
            }
            const QString words = directory::licenceWords(*report);
            QStringList lines{words.isEmpty() ? tr("No source of these places names a licence.")
                                              : tr("Licences of the sources: %1.").arg(words)};
            const QStringList warnings = directory::licenceWarnings(*report);
            for (const QString &warning : warnings)
                lines << QStringLiteral("⚠ ") + warning;
            if (!warnings.isEmpty())
                m_ui->licences->setStyleSheet(QStringLiteral("color: %1").arg(Theme::current().warning.name()));
            m_ui->licences->setText(shownText(lines.join(u'\n')));
        });
}

void ExportDialog::showProblem(const QString &text)
{
    m_ui->hint->setText(text);
    m_ui->hint->setStyleSheet(QStringLiteral("color: %1").arg(Theme::current().warning.name()));
    m_ui->hint->show();
}

void ExportDialog::browse()
{
    auto *dialog = new QFileDialog(this, tr("Export to"), path());
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(exchange::extensionOf(options().format));
    connect(dialog, &QFileDialog::fileSelected, m_ui->path, &QLineEdit::setText);
    openDialog(dialog);
}

void ExportDialog::start()
{
    if (m_job || !m_go->isEnabled())
        return;
    m_licencesJob->cancel(); // the export comes first
    const QString target = path();
    m_ui->progress->setValue(0);
    m_ui->progress->show();
    m_job = std::make_shared<JobContext>(
        [dialog = QPointer<ExportDialog>(this), app = QPointer<QObject>(qApp)](double fraction) {
            // Called in the thread of the work: only a value goes to the window.
            QMetaObject::invokeMethod(
                app,
                [dialog, fraction] {
                    if (!dialog)
                        return;
                    dialog->m_ui->progress->setMaximum(fraction < 0 ? 0 : 1000);
                    dialog->m_ui->progress->setValue(static_cast<int>(fraction * 1000));
                },
                Qt::QueuedConnection);
        });
    showState();
    m_workspace.ask<Result<int>>(
        this,
        [target, chosen = options(), result = m_result, job = m_job](directory::Directory &directory) {
            return directory.exportTo(target, chosen, *result, *job);
        },
        [this, target](const Result<int> &count) {
            m_job.reset();
            m_ui->progress->hide();
            showState();
            if (count) {
                emit exported(target, *count);
                accept();
            } else if (count.error().code != ErrorCode::Cancelled) {
                showProblem(count.error().message);
            }
        });
}

void ExportDialog::reject()
{
    if (m_job)
        m_job->cancel(); // the answer comes and the dialog is itself again
    else
        QDialog::reject();
}

} // namespace repere::gui
