#include "gui/poster_dialog.h"

#include "gui/jobs.h"
#include "gui/map_picture.h"
#include "gui/theme.h"
#include "models/sentences.h"
#include "ui_poster_dialog.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QPushButton>
#include <QSignalBlocker>
#include <QtConcurrentRun>

#include <algorithm>

namespace repere::gui {

namespace {

/// What a line of the format list stands for.
struct Format {
    const char *suffix;
    int dpi;
};
constexpr Format kFormats[] = {{"pdf", 150}, {"svg", 150}, {"png", 150}, {"png", 300}};

} // namespace

PosterDialog::PosterDialog(models::Workspace &workspace, const models::Words &words,
                           std::shared_ptr<const basemap::MapPainter> painter, GeoBox view, const QString &folder,
                           const QDate &today, QWidget *parent)
    : QDialog(parent), m_workspace(workspace), m_words(words), m_painter(std::move(painter)),
      m_result(workspace.result()), m_today(today), m_ui(std::make_unique<Ui::PosterDialog>())
{
    m_ui->setupUi(this);
    m_ui->summary->setText(tr("The map of the list, %1, on a sheet with legend, scale, date and sources.")
                               .arg(models::countSentence(m_result->counts(), m_words)));
    const auto addArea = [this](const QString &name, const GeoBox &box, Facet facet = {}, const QString &code = {}) {
        m_ui->area->addItem(name);
        m_areas.push_back({.box = box, .facet = facet, .code = code});
    };
    const directory::Knowledge &knowledge = m_workspace.knowledge();
    addArea(tr("The places of the list"), posterArea(*m_result, knowledge));
    addArea(tr("What the map shows"), view);
    for (const Region &region : knowledge.gazetteer().regions()) {
        if (region.bounds != GeoBox{})
            addArea(region.name, region.bounds, Facet::Region, region.code);
    }
    for (const Departement &departement : knowledge.gazetteer().departements()) {
        if (departement.bounds != GeoBox{})
            addArea(m_words.label(Facet::Departement, departement.code), departement.bounds, Facet::Departement,
                    departement.code);
    }
    for (const QString &paper :
         {QStringLiteral("A4"), QStringLiteral("A3"), QStringLiteral("A2"), QStringLiteral("A1"), QStringLiteral("A0")})
        m_ui->paper->addItem(paper);
    m_ui->orientation->addItems({tr("Portrait"), tr("Landscape")});
    m_ui->theme->addItems({tr("Light"), tr("Dark")});
    m_ui->format->addItems({tr("PDF, sharp at any size"), tr("SVG, to work on in a drawing program"),
                            tr("PNG, 150 dots an inch"), tr("PNG, 300 dots an inch")});
    m_ui->heading->setPlaceholderText(tr("the places chosen, or their number"));
    m_ui->path->setText(
        QFileInfo(folder + u'/')
            .absoluteDir()
            .filePath(models::proposedFileName(m_workspace.filter(), today, m_words) + QStringLiteral(".pdf")));
    m_ui->path->setMinimumWidth(fontMetrics().averageCharWidth() * 60);
    m_ui->hint->setProperty("muted", true);
    sayPercent(*m_ui->progress);
    m_ui->progress->hide();
    m_go = m_ui->buttons->addButton(tr("Make the po&ster"), QDialogButtonBox::AcceptRole);
    m_go->setObjectName(QStringLiteral("go"));
    setPrimary(*m_go);
    m_go->setDefault(true);

    connect(m_ui->format, &QComboBox::currentIndexChanged, this, &PosterDialog::showFormat);
    connect(m_ui->path, &QLineEdit::textChanged, this, &PosterDialog::takeFormat);
    connect(m_ui->browse, &QPushButton::clicked, this, &PosterDialog::browse);
    connect(m_go, &QPushButton::clicked, this, &PosterDialog::start);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &PosterDialog::reject);
    showState();
}

PosterDialog::~PosterDialog()
{
    if (m_job)
        m_job->cancel();
}

QString PosterDialog::path() const
{
    return m_ui->path->text().trimmed();
}

const PosterDialog::Area &PosterDialog::area() const
{
    return m_areas[static_cast<std::size_t>(m_ui->area->currentIndex())];
}

basemap::PosterRequest PosterDialog::request() const
{
    const basemap::PosterSheet sheet{
        .paper = basemap::paperNamed(m_ui->paper->currentText()).value_or(QPageSize::A4),
        .landscape = m_ui->orientation->currentIndex() == 1,
    };
    basemap::PosterRequest poster =
        posterOf(*m_result, sheet, area().box, m_ui->heading->text().trimmed(),
                 m_ui->theme->currentIndex() == 1 ? basemap::Theme::Dark : basemap::Theme::Light, m_today, m_words);
    // A territory that the filter does not choose: its name is the heading, and the title counts what is in it.
    const Area &chosen = area();
    if (!chosen.code.isEmpty() && m_result->filter()[chosen.facet].values.isEmpty()) {
        if (m_ui->heading->text().trimmed().isEmpty())
            poster.heading = m_ui->area->currentText();
        FilterCounts counts = m_result->counts();
        const auto &values = counts[chosen.facet];
        const auto inside = std::ranges::find(values, chosen.code, &FacetCount::id);
        counts.count = inside == values.end() ? 0 : inside->count;
        poster.picture.title = pictureTitle(counts, m_result->filter(), m_words);
    }
    if (m_layer)
        m_layer(poster.picture);
    poster.dpi = kFormats[m_ui->format->currentIndex()].dpi;
    return poster;
}

void PosterDialog::showFormat()
{
    const QFileInfo info(path());
    const QString suffix = QString::fromLatin1(kFormats[m_ui->format->currentIndex()].suffix);
    if (!path().isEmpty())
        m_ui->path->setText(info.dir().filePath(info.completeBaseName() + u'.' + suffix));
    showState();
}

void PosterDialog::takeFormat()
{
    const QString suffix = QFileInfo(path()).suffix().toLower();
    const auto named = [&suffix](const Format &format) { return suffix == QLatin1StringView(format.suffix); };
    if (!named(kFormats[m_ui->format->currentIndex()])) {
        const auto *format = std::ranges::find_if(kFormats, named);
        const QSignalBlocker still(m_ui->format);
        if (format != std::end(kFormats))
            m_ui->format->setCurrentIndex(static_cast<int>(format - kFormats));
    }
    showState();
}

void PosterDialog::showState()
{
    const bool writable = QFileInfo(path()).absoluteDir().exists();
    m_ui->hint->setText(path().isEmpty()                      ? tr("Say where the poster is to be written.")
                        : !writable                           ? tr("This folder does not exist.")
                        : QFileInfo::exists(path()) && !m_job ? tr("This file exists and will be replaced.")
                                                              : QString());
    m_go->setEnabled(!m_job && !path().isEmpty() && writable);
    m_ui->progress->setVisible(m_job != nullptr);
}

void PosterDialog::browse()
{
    auto *dialog = new QFileDialog(this, tr("Poster"), path(), tr("Pictures (*.png *.svg *.pdf)"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, m_ui->path, &QLineEdit::setText);
    dialog->open();
}

void PosterDialog::start()
{
    m_job = std::make_shared<JobContext>();
    showState();
    auto *watcher = new QFutureWatcher<Result<void>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, to = path()] {
        const Result<void> done = watcher->result();
        watcher->deleteLater();
        m_job.reset();
        showState();
        if (done) {
            emit written(to);
            accept();
        } else if (done.error().code == ErrorCode::Cancelled) {
            m_ui->hint->setText(QString());
        } else {
            m_ui->hint->setText(done.error().message);
        }
    });
    // The request is made here, for it reads the window; painting is the long part.
    watcher->setFuture(QtConcurrent::run([to = path(), painter = m_painter, poster = request(), job = m_job] {
        return basemap::writePoster(to, *painter, poster, *job);
    }));
}

void PosterDialog::reject()
{
    if (m_job)
        m_job->cancel();
    else
        QDialog::reject();
}

} // namespace repere::gui
