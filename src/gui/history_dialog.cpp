#include "gui/history_dialog.h"

#include "core/shown_text.h"
#include "gui/theme.h"
#include "ui_history_dialog.h"

#include <QAction>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>

namespace repere::gui {

namespace {
constexpr int kShown = 500;
}

HistoryDialog::HistoryDialog(models::Workspace &workspace, const models::Words &words, QAction *undo, QAction *redo,
                             QWidget *parent)
    : QDialog(parent), m_workspace(workspace), m_words(words), m_ui(std::make_unique<Ui::HistoryDialog>())
{
    m_ui->setupUi(this);
    m_ui->note->setProperty("muted", true);
    for (QAction *action : {undo, redo}) {
        QPushButton *button = m_ui->buttons->addButton(action->text(), QDialogButtonBox::ActionRole);
        const auto follow = [button, action] {
            button->setText(action->text());
            button->setEnabled(action->isEnabled());
        };
        follow();
        connect(action, &QAction::changed, button, follow);
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
    }
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&workspace, &models::Workspace::directoryChanged, this, &HistoryDialog::load);
    resize(fontMetrics().averageCharWidth() * 95, fontMetrics().height() * 24);
    load();
}

HistoryDialog::~HistoryDialog() = default;

void HistoryDialog::load()
{
    m_workspace.ask<Result<std::vector<Change>>>(
        this, [](directory::Directory &directory) { return directory.history(kShown); },
        [this](const Result<std::vector<Change>> &changes) {
            m_ui->changes->clear();
            if (!changes) {
                m_ui->note->setText(changes.error().message);
                return;
            }
            for (const Change &change : *changes) {
                QStringList places;
                if (change.inserted > 0)
                    places << QStringLiteral("+%1").arg(m_words.number(change.inserted));
                if (change.updated > 0)
                    places << QStringLiteral("~%1").arg(m_words.number(change.updated));
                if (change.removed > 0)
                    places << QStringLiteral("−%1").arg(m_words.number(change.removed));
                auto *item = new QTreeWidgetItem(m_ui->changes);
                const QDateTime time = change.time.toLocalTime();
                item->setText(0, m_words.date(time.date().toString(Qt::ISODate)) + u' '
                                     + time.toString(QStringLiteral("HH:mm")));
                const QString name = shownLine(change.name);
                item->setText(1, change.undone ? tr("%1 (undone)").arg(name) : name);
                item->setText(2, places.join(u' '));
                item->setText(3, shownLine(change.author));
                if (change.undone || !change.undoable)
                    for (int column = 0; column < 4; ++column)
                        item->setForeground(column, Theme::current().muted);
            }
            const int gap = 2 * fontMetrics().averageCharWidth();
            for (int column = 0; column < 4; ++column) {
                m_ui->changes->resizeColumnToContents(column);
                m_ui->changes->setColumnWidth(column, m_ui->changes->columnWidth(column) + gap);
            }
            m_ui->note->setText(changes->empty() ? tr("Nothing has been changed in this file yet.")
                                                 : tr("+ added, ~ changed, − removed"));
        });
}

} // namespace repere::gui
