#include "gui/edit_actions.h"

#include "core/shown_text.h"
#include "gui/atelier_dialog.h"
#include "gui/dialogs.h"
#include "gui/duplicates_dialog.h"
#include "gui/geocode_dialog.h"
#include "gui/history_dialog.h"
#include "gui/origins_dialog.h"
#include "gui/plain_texts.h"
#include "gui/result_list.h"
#include "gui/sources_dialog.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QItemSelectionModel>

namespace repere::gui {

namespace {

constexpr int kHistoryRead = 50; // enough to find the change to undo and the one to redo
constexpr int kMostCopied = 5000;
constexpr qsizetype kMostOfName = 80; // characters of a change in the menu

QAction *action(QObject *parent, const QString &text, const QKeySequence &keys = {})
{
    auto *made = new QAction(text, parent);
    made->setShortcut(keys);
    return made;
}

} // namespace

EditActions::EditActions(models::Workspace &workspace, const models::Words &words, ResultList &list, QWidget *window)
    : QObject(window), undo(action(this, tr("&Undo"), QKeySequence::Undo)),
      redo(action(this, tr("&Redo"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z))),
      copy(action(this, tr("&Copy the selected places"), QKeySequence::Copy)),
      add(action(this, tr("&Add a place…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N))),
      edit(action(this, tr("&Edit the place…"), QKeySequence(Qt::Key_F2))),
      remove(action(this, tr("Re&move the selected places"), QKeySequence(Qt::CTRL | Qt::Key_Delete))),
      history(action(this, tr("&History…"), QKeySequence(Qt::CTRL | Qt::Key_H))),
      duplicates(action(this, tr("Dup&licates…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D))),
      sources(action(this, tr("&Order of the sources…"))),
      addresses(action(this, tr("Find addresses o&nline…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_G))),
      m_workspace(workspace), m_words(words), m_list(list), m_window(window)
{
    undo->setIconText(undo->iconText()); // its short name stays when the text says what would be undone
    redo->setIconText(redo->iconText());
    connect(undo, &QAction::triggered, this, [this] { step(true); });
    connect(redo, &QAction::triggered, this, [this] { step(false); });
    connect(copy, &QAction::triggered, this, &EditActions::copySelected);
    connect(add, &QAction::triggered, this, [this] { editAtelier({}); });
    connect(edit, &QAction::triggered, this, &EditActions::editSelected);
    connect(remove, &QAction::triggered, this, &EditActions::removeSelected);
    connect(history, &QAction::triggered, this, [this] {
        auto *dialog = new HistoryDialog(m_workspace, m_words, undo, redo, m_window);
        openDialog(dialog);
    });
    connect(duplicates, &QAction::triggered, this,
            [this] { openDialog(new DuplicatesDialog(m_workspace, m_words, undo, m_window)); });
    connect(addresses, &QAction::triggered, this, [this] { findAddresses(0); });
    connect(sources, &QAction::triggered, this, [this] {
        auto *dialog = new SourcesDialog(m_workspace, m_words, m_window);
        connect(dialog, &SourcesDialog::applied, this, [this](int changed) {
            emit said(
                m_words.plural(changed, tr("%1 place follows the new order."), tr("%1 places follow the new order.")),
                changed > 0 ? tr("Undo") : QString(), [this] { step(true); });
        });
        openDialog(dialog);
    });
    for (const auto signal : {&models::Workspace::directoryChanged, &models::Workspace::opened}) {
        connect(&workspace, signal, this, &EditActions::readHistory);
        connect(&workspace, signal, this, &EditActions::countWaiting);
    }
    connect(&workspace, &models::Workspace::selectedChanged, this, &EditActions::enable);
    connect(&workspace, &models::Workspace::readOnlyChanged, this, &EditActions::enable);
    connect(list.selectionModel(), &QItemSelectionModel::selectionChanged, this, &EditActions::enable);
    enable();
}

void EditActions::readHistory()
{
    m_workspace.ask<Result<std::vector<Change>>>(
        this, [](directory::Directory &directory) { return directory.history(kHistoryRead); },
        [this](const Result<std::vector<Change>> &changes) {
            m_undoName.clear();
            m_redoName.clear();
            if (changes) {
                // Newest first: undone ones stand before the change that undo takes; the last of them comes back first.
                for (const Change &change : *changes) {
                    if (!change.undone) {
                        if (change.undoable)
                            m_undoName = shownLine(change.name, kMostOfName);
                        break;
                    }
                    m_redoName = shownLine(change.name, kMostOfName);
                }
            }
            enable();
        });
}

void EditActions::countWaiting()
{
    m_workspace.ask<Result<int>>(
        this, [](directory::Directory &directory) { return directory.waitingCount(); },
        [this](const Result<int> &count) { emit waitingChanged(count.value_or(0)); });
}

void EditActions::enable()
{
    const bool open = !m_workspace.path().isEmpty();
    const bool writable = open && m_workspace.readOnlyReason().isEmpty();
    const bool selected = !m_list.selectedIds().empty();
    undo->setEnabled(writable && !m_undoName.isEmpty());
    redo->setEnabled(writable && !m_redoName.isEmpty());
    undo->setText(m_undoName.isEmpty() ? tr("&Undo") : tr("&Undo: %1").arg(onButton(m_undoName)));
    redo->setText(m_redoName.isEmpty() ? tr("&Redo") : tr("&Redo: %1").arg(onButton(m_redoName)));
    copy->setEnabled(selected);
    add->setEnabled(writable);
    edit->setEnabled(writable && m_workspace.selected() != 0);
    remove->setEnabled(writable && selected);
    history->setEnabled(open);
    duplicates->setEnabled(open);
    sources->setEnabled(open);
    addresses->setEnabled(writable);
}

void EditActions::step(bool back)
{
    m_workspace.ask<Result<Change>>(
        this, [back](directory::Directory &directory) { return back ? directory.undo() : directory.redo(); },
        [this, back](const Result<Change> &change) {
            if (!change) {
                emit said(change.error().message, {}, {});
                return;
            }
            m_workspace.refresh();
            emit said(back ? tr("Undone: %1").arg(change->name) : tr("Done again: %1").arg(change->name), {}, {});
        });
}

void EditActions::copySelected()
{
    std::vector<AtelierId> ids = m_list.selectedIds();
    if (ids.size() > kMostCopied) // a clipboard is no export
        ids.resize(kMostCopied);
    const auto near = m_workspace.filter().near;
    m_workspace.ask<Result<QString>>(
        this,
        [ids, near, french = m_words.french()](directory::Directory &directory) -> Result<QString> {
            std::vector<exchange::ExportedAtelier> lines;
            for (const AtelierId id : ids) {
                auto atelier = directory.read(id);
                if (!atelier)
                    return std::unexpected(atelier.error());
                std::optional<double> distance;
                if (near && atelier->point)
                    distance = distanceMetres(near->centre, *atelier->point);
                lines.push_back({std::move(*atelier), distance});
            }
            exchange::ExportOptions options;
            options.french = french;
            return exchange::toTabSeparated(lines, options, directory.knowledge().labels());
        },
        [this, count = ids.size()](const Result<QString> &text) {
            if (!text) {
                emit said(text.error().message, {}, {});
                return;
            }
            QGuiApplication::clipboard()->setText(*text);
            emit said(m_words.plural(static_cast<qint64>(count), tr("%1 place copied: paste it into a spreadsheet."),
                                     tr("%1 places copied: paste them into a spreadsheet.")),
                      {}, {});
        });
}

void EditActions::editSelected()
{
    const AtelierId id = m_workspace.selected();
    m_workspace.ask<Result<Atelier>>(
        this, [id](directory::Directory &directory) { return directory.read(id); },
        [this](const Result<Atelier> &atelier) {
            if (atelier)
                editAtelier(*atelier);
            else
                emit said(atelier.error().message, {}, {});
        });
}

void EditActions::editAtelier(const Atelier &atelier)
{
    auto *dialog = new AtelierDialog(m_workspace, m_words, atelier, m_window);
    connect(dialog, &AtelierDialog::saved, this, [this, isNew = atelier.id == 0](qint64 id) {
        m_workspace.select(id);
        emit said(isNew ? tr("The place was added.") : tr("The place was saved."), tr("Undo"), [this] { step(true); });
    });
    openDialog(dialog);
}

void EditActions::showOrigins(const Atelier &atelier, const QString &field)
{
    auto *dialog = new OriginsDialog(m_workspace, m_words, atelier, field, m_window);
    connect(dialog, &OriginsDialog::chosen, this, [this](const QString &fieldName) {
        emit said(tr("%1: the value that you chose stays, whatever the sources say.").arg(fieldName), tr("Undo"),
                  [this] { step(true); });
    });
    openDialog(dialog);
}

void EditActions::findAddresses(AtelierId one)
{
    const auto result = m_workspace.result();
    if (!result)
        return;
    auto *dialog = new GeocodeDialog(m_workspace, m_words, result->ids(),
                                     one == 0 ? m_list.selectedIds() : std::vector<AtelierId>{one},
                                     one == 0 ? GeocodeDialog::List : GeocodeDialog::Selected, m_window);
    connect(dialog, &GeocodeDialog::written, this, [this](int count) {
        emit said(m_words.plural(count, tr("%1 place has a position by its address."),
                                 tr("%1 places have a position by their address.")),
                  count > 0 ? tr("Undo") : QString(), [this] { step(true); });
    });
    openDialog(dialog);
}

void EditActions::removeSelected()
{
    const std::vector<AtelierId> ids = m_list.selectedIds();
    if (ids.empty())
        return;
    m_workspace.ask<Result<int>>(
        this,
        [ids](directory::Directory &directory) -> Result<int> {
            if (auto removed = directory.remove(ids); !removed)
                return std::unexpected(removed.error());
            return static_cast<int>(ids.size());
        },
        [this](const Result<int> &count) {
            if (!count) {
                emit said(count.error().message, {}, {});
                return;
            }
            m_workspace.select(0);
            m_workspace.refresh();
            emit said(m_words.plural(*count, tr("%1 place removed."), tr("%1 places removed.")), tr("Undo"),
                      [this] { step(true); });
        });
}

} // namespace repere::gui
