#include "gui/shortcuts_dialog.h"

#include "gui/theme.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace repere::gui {

namespace {

QString withoutMnemonic(QString text)
{
    return text.remove(u'&').remove(QStringLiteral("…"));
}

void add(QTreeWidgetItem *group, const QString &keys, const QString &what)
{
    new QTreeWidgetItem(group, {what, keys});
}

} // namespace

ShortcutsDialog::ShortcutsDialog(const QMenuBar &menus, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Keyboard shortcuts"));
    auto *tree = new QTreeWidget(this);
    tree->setAccessibleName(windowTitle());
    tree->setHeaderLabels({tr("What"), tr("Keys")});
    tree->setRootIsDecorated(false);
    for (const QAction *menu : menus.actions()) {
        auto *group = new QTreeWidgetItem({withoutMnemonic(menu->text())});
        for (const QAction *action : menu->menu() ? menu->menu()->actions() : QList<QAction *>())
            if (!action->shortcut().isEmpty())
                add(group, action->shortcut().toString(QKeySequence::NativeText), withoutMnemonic(action->iconText()));
        if (group->childCount() > 0)
            tree->addTopLevelItem(group);
        else
            delete group;
    }
    auto *work = new QTreeWidgetItem(tree, {tr("Filters and list")});
    add(work, tr("Esc"), tr("Take the last choice away"));
    add(work, tr("Space"), tr("Choose the value under the cursor"));
    add(work, tr("Alt+Space, Alt+click"), tr("Exclude the value"));
    add(work, tr("Up, Down"), tr("Previous and next place"));
    add(work, tr("Shift or Ctrl+click"), tr("Several places, to copy them"));
    tree->setSelectionMode(QAbstractItemView::NoSelection);
    tree->setStyleSheet(QStringLiteral("QTreeWidget::item { padding: 2px 14px 2px 2px; }"));
    for (int i = 0; i < tree->topLevelItemCount(); ++i)
        tree->topLevelItem(i)->setFont(0, bold(font()));
    tree->setFocusPolicy(Qt::TabFocus); // read, not chosen: no row looks taken
    tree->expandAll();
    tree->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->addWidget(tree);
    column->addWidget(buttons);
    buttons->button(QDialogButtonBox::Close)->setFocus();
    resize(fontMetrics().averageCharWidth() * 72, fontMetrics().height() * 34);
}

} // namespace repere::gui
