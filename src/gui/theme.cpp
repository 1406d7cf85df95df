#include "gui/theme.h"

#include <QApplication>
#include <QPalette>
#include <QPushButton>
#include <QStyle>
#include <QStyleFactory>
#include <QStyleHints>

namespace repere::gui {

namespace {

Theme &store()
{
    static Theme theme = Theme::light(); // written in the GUI thread only, by applyTheme
    return theme;
}

QPalette paletteOf(const Theme &theme)
{
    QPalette palette;
    palette.setColor(QPalette::Window, theme.paper);
    palette.setColor(QPalette::WindowText, theme.ink);
    palette.setColor(QPalette::Base, theme.sheet);
    palette.setColor(QPalette::AlternateBase, theme.paper);
    palette.setColor(QPalette::Text, theme.ink);
    palette.setColor(QPalette::Button, theme.sheet);
    palette.setColor(QPalette::ButtonText, theme.ink);
    palette.setColor(QPalette::BrightText, theme.warning);
    palette.setColor(QPalette::PlaceholderText, theme.muted);
    palette.setColor(QPalette::Highlight, theme.accent);
    palette.setColor(QPalette::HighlightedText, theme.onAccent);
    palette.setColor(QPalette::Accent, theme.accent);
    palette.setColor(QPalette::Link, theme.accent);
    palette.setColor(QPalette::LinkVisited, theme.accent);
    palette.setColor(QPalette::ToolTipBase, theme.sheet);
    palette.setColor(QPalette::ToolTipText, theme.ink);
    palette.setColor(QPalette::Light, theme.sheet);
    palette.setColor(QPalette::Midlight, theme.paper);
    palette.setColor(QPalette::Mid, theme.line);
    palette.setColor(QPalette::Dark, theme.muted);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, theme.muted);
    return palette;
}

/// Only what a palette cannot say: round corners, hairlines, the filled button.
QString styleSheetOf(const Theme &theme)
{
    return QStringLiteral(R"(
QMenuBar { background: %bar; border-bottom: 1px solid %line; padding: 2px; }
QMenuBar::item { padding: 4px 9px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: %hover; }
QStatusBar { background: %bar; border-top: 1px solid %line; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: %muted; padding: 2px 8px; }
QToolBar#searchBar { background: %paper; border: none; border-bottom: 1px solid %line; padding: 0; spacing: 0; }
QMainWindow::separator { background: %line; width: 1px; height: 1px; }
QSplitter::handle { background: %line; }
QScrollArea, QScrollArea > QWidget > QWidget#sheet { background: %sheet; border: none; }
QToolButton[quiet="true"] { padding: 0 4px; }
QWidget#paper { background: %paper; }
QWidget#sheet { background: %sheet; }
QLineEdit, QComboBox, QSpinBox, QPlainTextEdit, QDateEdit {
  background: %sheet; border: 1px solid %line; border-radius: 6px; padding: 5px 8px;
  selection-background-color: %accent; selection-color: %onaccent; }
QLineEdit:focus, QComboBox:focus, QSpinBox:focus, QPlainTextEdit:focus { border-color: %accent; }
QComboBox::drop-down { border: none; width: 18px; }
QComboBox::down-arrow { image: url(:/icons/arrow-down-%kind.svg); width: 9px; height: 6px; }
QSpinBox { padding-right: 20px; }
QSpinBox::up-button, QSpinBox::down-button { border: none; background: transparent; width: 18px; }
QSpinBox::up-button { subcontrol-origin: border; subcontrol-position: top right; margin: 3px 3px 0 0; }
QSpinBox::down-button { subcontrol-origin: border; subcontrol-position: bottom right; margin: 0 3px 3px 0; }
QSpinBox::up-arrow { image: url(:/icons/arrow-up-%kind.svg); width: 9px; height: 6px; }
QSpinBox::down-arrow { image: url(:/icons/arrow-down-%kind.svg); width: 9px; height: 6px; }
QPushButton { background: %sheet; border: 1px solid %line; border-radius: 6px; padding: 6px 13px; }
QPushButton:hover { background: %hover; }
QPushButton:focus { border-color: %accent; }
QPushButton:disabled { color: %muted; background: %paper; }
QPushButton[primary="true"] { background: %accent; color: %onaccent; border-color: %accent; font-weight: 600; }
QPushButton[primary="true"]:focus { border: 2px solid %gold; padding: 5px 12px; }
QPushButton[primary="true"]:disabled { background: %line; border-color: %line; color: %muted; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 4px; padding: 2px 5px; }
QToolButton:hover { background: %hover; }
QToolButton:focus { border-color: %accent; }
QToolButton::menu-indicator { image: none; }
QToolButton[link="true"] { color: %accent; padding: 1px 0; margin: 0; border: none; text-align: left; }
QToolButton[link="true"]:disabled { color: %muted; }
QToolButton[link="true"]:hover { text-decoration: underline; background: transparent; }
QToolButton[chip="true"] { background: %tint; color: %ink; border: 1px solid %chipline; border-radius: 11px; padding: 2px 8px; }
QToolButton[chip="true"]:hover, QToolButton[chip="true"]:focus { border-color: %accent; }
QToolButton[choice="true"] { background: %sheet; border: 1px solid %line; border-radius: 11px; padding: 3px 10px; }
QToolButton[choice="true"]:hover, QToolButton[choice="true"]:focus { border-color: %accent; }
QToolButton[choice="true"]:checked { background: %tint; border-color: %accent; }
QToolButton[choice="true"]:disabled { color: %muted; background: %paper; }
QPushButton:checked { background: %tint; border-color: %accent; }
QComboBox[cell="true"] { border-color: transparent; padding: 2px 6px; }
QComboBox[cell="true"]:hover, QComboBox[cell="true"]:focus { border-color: %accent; }
QLabel[tag="plain"] { background: %paper; border: 1px solid %line; border-radius: 4px; padding: 2px 7px; }
QLabel[tag="matched"] { background: %goldtint; border: 1px solid %gold; border-radius: 4px; padding: 2px 7px; }
QLabel[tag="even"] { border: 1px solid transparent; padding: 2px 7px; }
QLabel[tag="name"] { border: 1px solid transparent; padding: 2px 0; }
QLabel[muted="true"] { color: %muted; }
QLabel[warning="true"] { color: %warning; }
QFrame#rule { background: %line; max-height: 1px; border: none; }
QFrame#banner { background: %goldtint; border: none; border-bottom: 1px solid %gold; }
QListView, QTreeView, QTableView { background: %sheet; border: none; outline: none; }
QTreeView::item { padding: 2px 3px; }
QListView#facet { background: transparent; }
QListView#placeChoices { border: 1px solid %line; }
QListView#placeChoices::item { padding: 4px 9px; }
QDialog QListView, QDialog QTreeView, QDialog QTableView, QDialog QTextBrowser, QDialog QScrollArea { border: 1px solid %line; border-radius: 6px; }
QDialog QListView::item { padding: 2px 3px; }
QDialog QListView::item:selected:disabled { background: %line; color: %muted; }
QDialog QListView::indicator, QDialog QTreeView::indicator, QDialog QTableView::indicator, QDialog QCheckBox::indicator { width: 0.85em; height: 0.85em; border: 1px solid %muted; border-radius: 3px; background: %sheet; }
QDialog QTreeView::indicator { width: 0.7em; height: 0.7em; }
QDialog QListView::indicator:checked, QDialog QTreeView::indicator:checked, QDialog QTableView::indicator:checked,
QDialog QCheckBox::indicator:checked { background: %accent; border-color: %accent; image: url(:/icons/check-%kind.svg); }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QTabWidget::pane { border: 1px solid %line; border-radius: 6px; }
QHeaderView::section { background: %paper; color: %muted; border: none; border-bottom: 1px solid %line;
  border-right: 1px solid %line; padding: 5px 8px; }
QHeaderView::section:last { border-right: none; }
QTreeView[dense="true"] QHeaderView::section, QDialog QHeaderView::section { padding: 5px 4px; }
QMenu { background: %sheet; border: 1px solid %line; padding: 4px; }
QMenu::item { padding: 5px 26px 5px 22px; border-radius: 4px; }
QMenu::item:selected { background: %tint; color: %ink; }
QMenu::item:disabled { color: %muted; }
QMenu::separator { height: 1px; background: %line; margin: 4px 6px; }
QToolTip { background: %sheet; color: %ink; border: 1px solid %line; padding: 4px; }
QProgressBar { background: %line; border: none; border-radius: 5px; text-align: right; margin-right: 3.4em; }
QProgressBar::chunk { background: %accent; border-radius: 5px; }
QScrollBar:vertical { background: transparent; width: 11px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 11px; margin: 0; }
QScrollBar::handle { background: %line; border-radius: 4px; min-height: 28px; min-width: 28px; margin: 2px; }
QScrollBar::handle:hover { background: %muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
)")
        .replace(QLatin1String("%bar"), theme.bar.name())
        .replace(QLatin1String("%paper"), theme.paper.name())
        .replace(QLatin1String("%sheet"), theme.sheet.name())
        .replace(QLatin1String("%muted"), theme.muted.name())
        .replace(QLatin1String("%chipline"),
                 (theme.kind == basemap::Theme::Light ? theme.tint.darker(112) : theme.tint.lighter(135)).name())
        .replace(QLatin1String("%line"), theme.line.name())
        .replace(QLatin1String("%onaccent"), theme.onAccent.name())
        .replace(QLatin1String("%accent"), theme.accent.name())
        .replace(QLatin1String("%tint"), theme.tint.name())
        .replace(QLatin1String("%goldtint"), theme.goldTint.name())
        .replace(QLatin1String("%gold"), theme.gold.name())
        .replace(QLatin1String("%warning"), theme.warning.name())
        .replace(QLatin1String("%hover"), theme.shadowTint.name())
        .replace(QLatin1String("%ink"), theme.ink.name())
        .replace(QLatin1String("%kind"),
                 theme.kind == basemap::Theme::Light ? QLatin1String("light") : QLatin1String("dark"));
}

} // namespace

Theme Theme::light()
{
    return {.kind = basemap::Theme::Light,
            .bar = QColor(0xefece4),
            .paper = QColor(0xfaf9f5),
            .sheet = QColor(0xfffefb),
            .ink = QColor(0x22211e),
            .muted = QColor(0x69655b),
            .line = QColor(0xdedacf),
            .accent = QColor(0x1f6f78),
            .onAccent = QColor(0xffffff),
            .tint = QColor(0xdcebec),
            .gold = QColor(0xdfa92f),
            .goldTint = QColor(0xfdf1cf),
            .warning = QColor(0xa4361c),
            .shadowTint = QColor(0xe9e6dc)};
}

Theme Theme::dark()
{
    return {.kind = basemap::Theme::Dark,
            .bar = QColor(0x191b1c),
            .paper = QColor(0x1f2223),
            .sheet = QColor(0x252829),
            .ink = QColor(0xe9e6df),
            .muted = QColor(0xaeaa9f),
            .line = QColor(0x3a3e3f),
            .accent = QColor(0x6ab9c2),
            .onAccent = QColor(0x10211f),
            .tint = QColor(0x23434a),
            .gold = QColor(0xd6a53f),
            .goldTint = QColor(0x453a1c),
            .warning = QColor(0xf29176),
            .shadowTint = QColor(0x2f3334)};
}

const Theme &Theme::current()
{
    return store();
}

void applyTheme(QApplication &application, ThemeChoice choice)
{
    const bool dark =
        choice == ThemeChoice::Dark
        || (choice == ThemeChoice::System && application.styleHints()->colorScheme() == Qt::ColorScheme::Dark);
    store() = dark ? Theme::dark() : Theme::light();
    QStyle *style = QStyleFactory::create(QStringLiteral("Fusion"));
    application.setStyle(style);
    application.setPalette(paletteOf(store()));
    application.setStyleSheet(styleSheetOf(store()));
}

void setPrimary(QPushButton &button)
{
    button.setProperty("primary", true);
    // A style sheet is read once for each widget: properties set later ask for it again.
    button.style()->unpolish(&button);
    button.style()->polish(&button);
}

QFont scaled(QFont font, double factor)
{
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * factor);
    else
        font.setPixelSize(static_cast<int>(font.pixelSize() * factor));
    return font;
}

QFont bold(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont italic(QFont font)
{
    font.setItalic(true);
    return font;
}

} // namespace repere::gui
