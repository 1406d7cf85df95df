#pragma once

#include <QDialog>

class QMenuBar;

namespace repere::gui {

/// Every shortcut of the menus, plus those of list, facets and map. Made from the actions themselves.
class ShortcutsDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit ShortcutsDialog(const QMenuBar &menus, QWidget *parent = nullptr);
};

} // namespace repere::gui
