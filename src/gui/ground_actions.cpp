#include "gui/ground_actions.h"

#include "gui/dialogs.h"
#include "gui/ground_consent.h"
#include "gui/plain_texts.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QtConcurrentRun>

#include <algorithm>

namespace repere::gui {

namespace {

/// What people agreed to: this map from these hosts. Another host is another question.
QString agreementOn(const basemap::TileProvider &provider)
{
    return (QStringList(provider.id) + provider.hosts()).join(u' ');
}

} // namespace

GroundActions::GroundActions(QString dataFolder, bool french, GroundChoice choice, QWidget *window)
    : QObject(window), menu(new QMenu(tr("&Ground"), window)), m_dataFolder(std::move(dataFolder)),
      m_choice(std::move(choice)), m_window(window), m_group(new QActionGroup(this))
{
    menu->setObjectName(QStringLiteral("ground"));
    makeMenu();
    QtConcurrent::run([folder = m_dataFolder, french] {
        return basemap::readTileProviders(folder, french);
    }).then(this, [this](const Result<std::vector<basemap::TileProvider>> &providers) { takeProviders(providers); });
}

void GroundActions::takeProviders(const Result<std::vector<basemap::TileProvider>> &providers)
{
    m_listed = true;
    if (providers)
        m_providers = *providers;
    else
        emit said(providers.error().message);
    makeMenu();
    if (m_tiles)
        setTiles(*m_tiles);
}

void GroundActions::makeMenu()
{
    menu->clear();
    m_online.clear();
    const auto add = [this](const QString &text, auto &&slot) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setActionGroup(m_group);
        connect(action, &QAction::triggered, this, slot);
        return action;
    };
    m_painted = add(tr("&Drawn by Repère, without network"), [this] { showPainted(); });
    m_file = add(QString(), [this] { showFile(m_choice.file); });
    for (const basemap::TileProvider &provider : m_providers) {
        // A question is still to be asked: the dots say so.
        m_online.emplace_back(add(QString(), [this, provider] { askOnline(provider); }), provider);
    }
    menu->addSeparator();
    connect(menu->addAction(tr("MBTiles &file…")), &QAction::triggered, this, [this] { askFile(); });
    m_withdraw = menu->addAction(tr("&Withdraw the consent to connect"));
    connect(m_withdraw, &QAction::triggered, this, [this] { withdraw(); });
    mark();
}

void GroundActions::mark()
{
    m_file->setVisible(!m_choice.file.isEmpty());
    m_file->setText(onButton(QFileInfo(m_choice.file).fileName()));
    m_file->setToolTip(m_choice.file);
    m_painted->setChecked(true);
    if (m_choice.fromFile)
        m_file->setChecked(true);
    for (const auto &[action, provider] : m_online) {
        const bool agreed = m_choice.agreed.contains(agreementOn(provider));
        action->setText((agreed ? tr("%1 (online)") : tr("%1 (online)…")).arg(provider.name));
        if (m_choice.online == provider.id && agreed)
            action->setChecked(true);
    }
    m_withdraw->setEnabled(!m_choice.agreed.isEmpty());
}

void GroundActions::setTiles(basemap::TileService &tiles)
{
    if (!m_tiles)
        connect(&tiles, &basemap::TileService::providerFailed, this, &GroundActions::said);
    m_tiles = &tiles;
    if (m_choice.fromFile) {
        showFile(m_choice.file);
    } else if (!m_choice.online.isEmpty() && m_listed) {
        const auto provider = std::ranges::find(m_providers, m_choice.online, &basemap::TileProvider::id);
        if (provider != m_providers.end() && m_choice.agreed.contains(agreementOn(*provider)))
            showOnline(*provider);
        else
            showPainted(); // it is no longer offered, or its address is another one
    }
}

QString GroundActions::onlineHosts() const
{
    const auto provider = std::ranges::find(m_providers, m_choice.online, &basemap::TileProvider::id);
    return m_tiles && provider != m_providers.end() ? provider->hosts().join(QStringLiteral(", ")) : QString();
}

void GroundActions::showPainted()
{
    ++m_asked;
    m_choice.online.clear();
    m_choice.fromFile = false;
    if (m_tiles)
        m_tiles->showPainted();
    mark();
    emit changed();
}

void GroundActions::askFile()
{
    auto *dialog = new QFileDialog(m_window, tr("Open a map"), QFileInfo(m_choice.file).absolutePath(),
                                   tr("MBTiles maps (*.mbtiles);;All files (*)"));
    dialog->setObjectName(QStringLiteral("groundFile"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &GroundActions::openFile);
    openDialog(dialog);
}

void GroundActions::openFile(const QString &path)
{
    showFile(path);
}

void GroundActions::showFile(const QString &path)
{
    mark(); // until it is known to be good
    const int asked = ++m_asked;
    using Opened = Result<std::shared_ptr<const basemap::TileFile>>;
    QtConcurrent::run([path] {
        return basemap::TileFile::open(path);
    }).then(this, [this, path, asked](const Opened &opened) {
        if (asked != m_asked || !m_tiles)
            return;
        if (!opened) {
            emit said(opened.error().message);
            if (m_choice.fromFile && m_choice.file == path)
                showPainted(); // it was there the last time
            return;
        }
        m_choice.online.clear();
        m_choice.fromFile = true;
        m_choice.file = path;
        m_tiles->showFile(*opened);
        mark();
        emit changed();
    });
}

void GroundActions::askOnline(const basemap::TileProvider &provider)
{
    mark(); // until it is agreed
    if (m_choice.agreed.contains(agreementOn(provider)))
        return showOnline(provider);
    auto *dialog = new GroundConsent(provider, m_window);
    dialog->setObjectName(QStringLiteral("groundConsent"));
    connect(dialog, &GroundConsent::linkRequested, this, &GroundActions::linkRequested);
    connect(dialog, &QDialog::accepted, this, [this, provider] {
        m_choice.agreed << agreementOn(provider);
        showOnline(provider);
    });
    openDialog(dialog);
}

void GroundActions::showOnline(const basemap::TileProvider &provider)
{
    ++m_asked;
    m_choice.online = provider.id;
    m_choice.fromFile = false;
    if (m_tiles)
        m_tiles->showOnline(provider);
    mark();
    emit changed();
}

void GroundActions::withdraw()
{
    m_choice.agreed.clear();
    if (m_choice.online.isEmpty()) {
        mark();
        emit changed();
    } else {
        showPainted();
    }
    emit said(tr("Repère no longer connects to any online map."));
}

} // namespace repere::gui
