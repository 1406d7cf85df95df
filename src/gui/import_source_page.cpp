#include "gui/import_source_page.h"

#include "core/shown_text.h"
#include "gui/dialogs.h"
#include "gui/dropped_files.h"
#include "gui/jobs.h"
#include "gui/theme.h"
#include "ui_import_source_page.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QKeyEvent>
#include <QStandardPaths>

namespace repere::gui {

namespace {

QString downloads()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + QStringLiteral("/repere/downloads");
}

} // namespace

ImportSourcePage::ImportSourcePage(models::Workspace &workspace, const models::Words &words, QString folder,
                                   QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_words(words), m_ui(std::make_unique<Ui::ImportSourcePage>()),
      m_folder(std::move(folder))
{
    m_ui->setupUi(this);
    m_ui->format->addItem(tr("Recognised by its content"));
    for (const directory::ImportFormat &format : directory::importFormats())
        m_ui->format->addItem(format.name, format.id);
    m_ui->sourceNotes->setProperty("muted", true);
    m_ui->files->setFixedHeight(fontMetrics().height() * 7);
    m_ui->sourceNotes->setMinimumHeight(fontMetrics().lineSpacing() * 3);
    m_ui->sourceNotes->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_ui->sourceNotes->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    setFocusProxy(m_ui->choose);
    m_ui->files->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_ui->files->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_ui->files->header()->setStretchLastSection(false);
    m_ui->remove->setEnabled(false);
    m_ui->fetch->setEnabled(false);
    connect(m_ui->choose, &QPushButton::clicked, this, &ImportSourcePage::chooseFiles);
    connect(m_ui->files, &QTreeWidget::itemSelectionChanged, this,
            [this] { m_ui->remove->setEnabled(!m_ui->files->selectedItems().isEmpty()); });
    connect(m_ui->remove, &QPushButton::clicked, this, [this] {
        for (const QTreeWidgetItem *item : m_ui->files->selectedItems())
            m_files.removeAll(item->data(0, Qt::UserRole).toString());
        look();
    });
    connect(m_ui->format, &QComboBox::currentIndexChanged, this, &ImportSourcePage::look);
    m_ui->address->installEventFilter(this);
    connect(m_ui->address, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_ui->fetch->setEnabled(!text.trimmed().isEmpty()); });
    connect(m_ui->fetch, &QPushButton::clicked, this, &ImportSourcePage::fetchAddress);
    connect(m_ui->sources, &QTreeWidget::currentItemChanged, this, &ImportSourcePage::showSource);
    connect(m_ui->fetchSource, &QPushButton::clicked, this, [this] {
        const int row = m_ui->sources->indexOfTopLevelItem(m_ui->sources->currentItem());
        if (row >= 0)
            fetch(m_sources[static_cast<std::size_t>(row)].address);
    });
    // A list is whole, or a part, or (neither) what it looks like.
    connect(m_ui->partial, &QCheckBox::toggled, this, [this](bool on) {
        if (on)
            m_ui->complete->setChecked(false);
    });
    connect(m_ui->complete, &QCheckBox::toggled, this, [this](bool on) {
        if (on)
            m_ui->partial->setChecked(false);
    });
    letFilesPass(*m_ui->address);
    fillSources();
    look();
}

ImportSourcePage::~ImportSourcePage() = default;

bool ImportSourcePage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_ui->address && event->type() == QEvent::KeyPress) {
        // Return fetches, and does not press the button of the dialog as well.
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            fetchAddress();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ImportSourcePage::fetchAddress()
{
    const QString text = m_ui->address->text().trimmed();
    const QUrl address(text, QUrl::StrictMode);
    if (!address.isValid() || address.host().isEmpty())
        emit problem(tr("%1 is no address that can be read: one begins with https://.").arg(m_words.quoted(text)));
    else
        fetch(address);
}

QString ImportSourcePage::formatId() const
{
    return m_ui->format->currentData().toString();
}

bool ImportSourcePage::keepPersonal() const
{
    return m_ui->personal->isChecked();
}

bool ImportSourcePage::partial() const
{
    return m_ui->partial->isChecked();
}

bool ImportSourcePage::complete() const
{
    return m_ui->complete->isChecked();
}

void ImportSourcePage::chooseFiles()
{
    auto *dialog = new QFileDialog(this, tr("Import places"), m_folder,
                                   tr("Tables and maps (*.csv *.tsv *.txt *.json *.geojson *.jsonld *.xlsx *.ods *.kml "
                                      "*.gpx *.gpkg *.shp *.fgb);;All files (*)"));
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &ImportSourcePage::addFiles);
    openDialog(dialog);
}

void ImportSourcePage::addFiles(const QStringList &paths)
{
    for (const QString &path : paths) {
        if (!m_files.contains(path))
            m_files << path;
    }
    if (!paths.isEmpty())
        m_folder = QFileInfo(paths.first()).absolutePath();
    look();
}

void ImportSourcePage::fetch(const QUrl &address)
{
    emit problem({});
    runJob<directory::FetchedFile>(
        m_workspace, this, tr("Fetching %1…").arg(address.host()),
        [address, folder = downloads()](directory::Directory &, JobContext &job) {
            return directory::fetchSource(address, folder, job);
        },
        [this](const Result<directory::FetchedFile> &fetched) {
            if (fetched) {
                if (fetched->unchanged)
                    m_sameAsBefore.insert(fetched->path);
                else
                    m_sameAsBefore.remove(fetched->path);
                const QString folder = m_folder;
                addFiles({fetched->path});
                m_folder = folder;
            } else if (fetched.error().code != ErrorCode::Cancelled) {
                emit problem(fetched.error().message);
            }
        });
}

void ImportSourcePage::look()
{
    m_ready = false;
    m_tableFile.clear();
    m_mapping.reset();
    m_ui->files->clear();
    for (const QString &path : m_files) {
        auto *item = new QTreeWidgetItem(m_ui->files, {directory::fileLabel(path), QStringLiteral("…")});
        item->setData(0, Qt::UserRole, path);
        item->setToolTip(0, path);
    }
    if (m_files.isEmpty()) {
        auto *hint = new QTreeWidgetItem(m_ui->files, {tr("Choose files, or drop them here.")});
        hint->setFlags(Qt::NoItemFlags);
        hint->setFirstColumnSpanned(true);
    }
    emit problem({});
    emit changed();
    const int turn = ++m_turn;
    if (m_files.isEmpty())
        return;
    m_workspace.ask<std::vector<Look>>(
        this,
        [files = m_files, format = formatId()](directory::Directory &) {
            std::vector<Look> looks;
            for (const QString &path : files)
                looks.push_back(directory::lookAt(path, format));
            return looks;
        },
        [this, turn](const std::vector<Look> &looks) {
            if (turn == m_turn)
                takeLooks(looks);
        });
}

void ImportSourcePage::takeLooks(const std::vector<Look> &looks)
{
    m_ready = true;
    QString trouble;
    for (std::size_t i = 0; i < looks.size(); ++i) {
        QTreeWidgetItem *item = m_ui->files->topLevelItem(static_cast<int>(i));
        const Look &look = looks[i];
        item->setText(1, !look ? tr("cannot be read")
                         : m_sameAsBefore.contains(m_files[static_cast<qsizetype>(i)])
                             ? tr("%1, unchanged since last time").arg(look->format.name)
                             : look->format.name);
        if (!look) {
            m_ready = false;
            item->setForeground(1, Theme::current().warning);
            item->setToolTip(1, look.error().message);
            if (trouble.isEmpty())
                trouble = look.error().message;
        } else if (look->mapping && !m_mapping) {
            m_tableFile = m_files[static_cast<qsizetype>(i)];
            m_mapping = look->mapping;
        }
    }
    emit problem(trouble);
    emit changed();
}

void ImportSourcePage::fillSources()
{
    auto sources = directory::openSources(m_workspace.knowledge().dataFolder());
    if (!sources) {
        m_ui->sourceNotes->setText(sources.error().message);
        m_ui->fetchSource->setEnabled(false);
        return;
    }
    m_sources = std::move(*sources);
    for (const exchange::OpenSource &source : m_sources) {
        const QString where = source.address.isEmpty() ? tr("from a file") : source.address.host();
        auto *item =
            new QTreeWidgetItem(m_ui->sources, {source.name.in(m_words.french()),
                                                source.licence.isEmpty() ? tr("not stated") : source.licence, where});
        item->setToolTip(2, source.address.toString());
    }
    m_ui->sources->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_ui->sources->header()->setStretchLastSection(false);
    for (const int column : {1, 2})
        m_ui->sources->header()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    m_ui->sources->setCurrentItem(m_ui->sources->topLevelItem(0));
    showSource();
}

void ImportSourcePage::showSource()
{
    const int row = m_ui->sources->indexOfTopLevelItem(m_ui->sources->currentItem());
    m_ui->fetchSource->setEnabled(row >= 0 && !m_sources[static_cast<std::size_t>(row)].address.isEmpty());
    if (row < 0)
        return;
    const exchange::OpenSource &source = m_sources[static_cast<std::size_t>(row)];
    QStringList notes{source.notes.in(m_words.french())};
    if (source.personal)
        notes << tr("May hold personal data, which are kept out unless you tick them.");
    const QString address = source.address.isEmpty() ? QString() : source.address.toString() + u'\n';
    m_ui->sourceNotes->setText(shownText(address + notes.join(u' ')));
}

} // namespace repere::gui
