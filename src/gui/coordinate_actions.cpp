#include "gui/coordinate_actions.h"

#include "gui/map_pane.h"

#include <QActionGroup>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QToolButton>
#include <QUrl>

#include <array>
#include <cmath>

namespace repere::gui {

namespace {

using models::CoordinateForm;
constexpr std::array kForms = {CoordinateForm::Decimal, CoordinateForm::Sexagesimal, CoordinateForm::Plane};

QString degrees(double value)
{
    return QString::number(value, 'f', 6);
}

/// Text for a menu: an ampersand is no mnemonic.
QString plain(QString text)
{
    return text.replace(u'&', QStringLiteral("&&"));
}

} // namespace

CoordinateActions::CoordinateActions(models::Workspace &workspace, const models::Words &words, QWidget *window)
    : QObject(window), m_workspace(workspace), m_words(words), m_window(window), m_button(new QToolButton(window))
{
    m_button->setObjectName(QStringLiteral("coordinates"));
    m_button->setAutoRaise(true);
    m_button->setPopupMode(QToolButton::InstantPopup);
    m_button->setToolTip(tr("Coordinates under the pointer; click to write them otherwise"));
    m_button->setFocusPolicy(Qt::TabFocus);
    auto *forms = new QMenu(m_button);
    connect(forms, &QMenu::aboutToShow, this, [this, forms] {
        forms->clear();
        addForms(forms);
    });
    m_button->setMenu(forms);
    show();
}

void CoordinateActions::setMap(MapPane *map)
{
    m_map = map;
    connect(map, &MapPane::pointerAt, this, [this](double latitude, double longitude) {
        m_pointer = std::isnan(latitude) ? std::nullopt : std::optional(GeoPoint{latitude, longitude});
        show();
    });
    connect(map, &MapPane::viewChanged, this, [this] {
        if (!m_pointer)
            show();
    });
    connect(map, &MapPane::menuRequested, this,
            [this](const GeoPoint &point, const QPoint &at) { menuAt(point)->popup(at); });
    show();
}

void CoordinateActions::setForm(CoordinateForm form)
{
    if (m_form == form)
        return;
    m_form = form;
    show();
    emit formChanged();
}

void CoordinateActions::show()
{
    const std::optional<GeoPoint> at = m_pointer ? m_pointer : m_map ? std::optional(m_map->centre()) : std::nullopt;
    const QString text = at ? m_words.coordinates(*at, m_form) : QString();
    m_button->setText(text);
    m_button->setAccessibleName(tr("Coordinates: %1").arg(text));
    // Wide enough once and for all: the status bar does not tremble under the pointer.
    m_button->setMinimumWidth(std::max(m_button->minimumWidth(), m_button->sizeHint().width()));
}

void CoordinateActions::addForms(QMenu *menu)
{
    auto *group = new QActionGroup(menu);
    const auto add = [&](CoordinateForm form, const QString &text) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(form == m_form);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, form] { setForm(form); });
    };
    add(CoordinateForm::Decimal, tr("&Decimal degrees"));
    add(CoordinateForm::Sexagesimal, tr("Degrees, &minutes, seconds"));
    add(CoordinateForm::Plane, tr("&Lambert-93, or the local system overseas"));
}

QMenu *CoordinateActions::menuAt(GeoPoint point)
{
    auto *menu = new QMenu(m_window);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("spotMenu"));

    QMenu *copy = menu->addMenu(tr("&Copy the coordinates"));
    for (const CoordinateForm form : kForms) {
        const QString text = m_words.plainCoordinates(point, form);
        QAction *action = copy->addAction(plain(m_words.coordinates(point, form)));
        connect(action, &QAction::triggered, this, [text] { QGuiApplication::clipboard()->setText(text); });
    }
    QMenu *forms = menu->addMenu(tr("&Write coordinates as"));
    addForms(forms);
    menu->addSeparator();
    connect(menu->addAction(tr("&Distance from here")), &QAction::triggered, this, [this, point] {
        if (m_map)
            m_map->measureFrom(point);
    });
    menu->addSeparator();
    QMenu *open = menu->addMenu(tr("&Open in"));
    const double zoom = m_map ? m_map->zoom() : 12;
    const auto link = [&](const QString &text, const QUrl &url) {
        connect(open->addAction(text), &QAction::triggered, this, [this, url] { emit linkRequested(url); });
    };
    link(tr("the &maps application"), geoUrl(point));
    link(QStringLiteral("&OpenStreetMap"), openStreetMapUrl(point, zoom));
    link(QStringLiteral("&Géoportail"), geoportailUrl(point, zoom));
    return menu;
}

QUrl CoordinateActions::geoUrl(GeoPoint point)
{
    return QUrl(QStringLiteral("geo:%1,%2").arg(degrees(point.latitude), degrees(point.longitude)));
}

QUrl CoordinateActions::openStreetMapUrl(GeoPoint point, double zoom)
{
    return QUrl(QStringLiteral("https://www.openstreetmap.org/?mlat=%1&mlon=%2#map=%3/%1/%2")
                    .arg(degrees(point.latitude), degrees(point.longitude))
                    .arg(std::lround(zoom)));
}

QUrl CoordinateActions::geoportailUrl(GeoPoint point, double zoom)
{
    return QUrl(QStringLiteral("https://www.geoportail.gouv.fr/carte?c=%1,%2&z=%3&permalink=yes")
                    .arg(degrees(point.longitude), degrees(point.latitude))
                    .arg(std::lround(zoom)));
}

} // namespace repere::gui
