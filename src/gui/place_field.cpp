#include "gui/place_field.h"

#include "directory/filter_words.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QTimer>

#include <algorithm>

namespace repere::gui {

namespace {
constexpr int kRadiusKilometres[] = {5, 10, 20, 30, 50, 100, 0};
constexpr int kDefaultKilometres = 30;
} // namespace

PlaceField::PlaceField(models::Workspace &workspace, const models::Words &words, QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_words(words),
      m_model(new models::PlaceModel(workspace.knowledge(), words, this)), m_edit(new QLineEdit(this)),
      m_radius(new QComboBox(this)), m_completer(new QCompleter(this))
{
    m_edit->setObjectName(QStringLiteral("place"));
    m_edit->setPlaceholderText(tr("Distance from… (town, postcode)"));
    m_edit->setAccessibleName(tr("Distance from"));
    m_edit->setClearButtonEnabled(true);
    m_edit->setMinimumWidth(fontMetrics().averageCharWidth() * 27);
    m_radius->setObjectName(QStringLiteral("radius"));
    m_radius->setAccessibleName(tr("How far"));
    for (const int kilometres : kRadiusKilometres)
        m_radius->addItem(kilometres > 0 ? tr("within %1").arg(words.distance(kilometres * 1000.0))
                                         : tr("at any distance"),
                          kilometres);
    m_radius->setCurrentIndex(m_radius->findData(kDefaultKilometres));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(m_edit, 1);
    row->addWidget(m_radius);

    m_completer->setModel(m_model);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setWidget(m_edit);
    m_completer->popup()->setObjectName(QStringLiteral("placeChoices"));
    connect(m_edit, &QLineEdit::textEdited, this, [this](const QString &text) {
        if (text.trimmed().isEmpty()) {
            Filter filter = m_workspace.filter();
            filter.near.reset();
            m_workspace.setFilter(filter);
            return;
        }
        m_model->setWords(text);
        if (m_model->rowCount() > 0)
            m_completer->complete();
        else
            m_completer->popup()->hide();
    });
    connect(m_edit, &QLineEdit::returnPressed, this, &PlaceField::understand);
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this,
            [this](const QModelIndex &index) {
                if (!index.isValid() || index.row() >= m_model->rowCount())
                    return;
                const PlaceCandidate candidate = m_model->candidate(index.row());
                setNear(candidate.point, candidate.label);
                emit said({}); // nothing is left to ask
            });
    connect(m_radius, &QComboBox::activated, this, [this] {
        if (const auto &near = m_workspace.filter().near)
            setNear(near->centre, near->label);
        else if (!m_edit->text().trimmed().isEmpty())
            understand();
    });
    connect(&workspace, &models::Workspace::filterChanged, this, &PlaceField::showFilter);
    showFilter();
}

void PlaceField::understand()
{
    m_completer->popup()->hide();
    const QString text = m_edit->text().trimmed();
    const auto &near = m_workspace.filter().near;
    if (text.isEmpty() || (near && near->label == text))
        return;
    const auto place = directory::placeFromWords(text, m_workspace.knowledge());
    if (place) {
        setNear(place->point, place->label);
        emit said(place->remark);
        return;
    }
    emit said(place.error().message);
    if (place.error().code == ErrorCode::Ambiguous) { // choose, do not guess
        m_model->setWords(text);
        QTimer::singleShot(0, this, [this, text] {
            if (m_edit->text().trimmed() == text) // the same key may have taken a line of the list that was open
                m_completer->complete();
        });
    }
}

void PlaceField::setNear(GeoPoint centre, const QString &label)
{
    Filter filter = m_workspace.filter();
    filter.near = Near{centre, m_radius->currentData().toInt() * 1000.0, label};
    m_workspace.setFilter(filter);
    showFilter();
}

void PlaceField::showFilter()
{
    const auto &near = m_workspace.filter().near;
    if (!near) {
        if (!m_edit->hasFocus() || m_edit->text() == m_shown) // words being typed stay
            m_edit->clear();
        return;
    }
    m_shown = near->label;
    m_edit->setText(near->label);
    m_edit->setCursorPosition(0);
    showRadius(near->radiusMetres);
}

void PlaceField::showRadius(double metres)
{
    const auto isOffered = [](int kilometres) { return std::ranges::contains(kRadiusKilometres, kilometres); };
    for (int i = m_radius->count() - 1; i >= 0; --i) { // of a circle that was another one a moment ago
        if (const int kilometres = m_radius->itemData(i).toInt();
            !isOffered(kilometres) && kilometres * 1000.0 != metres)
            m_radius->removeItem(i);
    }
    const int kilometres = static_cast<int>(metres / 1000);
    if (m_radius->findData(kilometres) < 0) { // drawn, or said on the command line: among its neighbours
        int row = 0;
        while (row < m_radius->count() - 1 && m_radius->itemData(row).toInt() < kilometres)
            ++row;
        m_radius->insertItem(row, tr("within %1").arg(m_words.distance(metres)), kilometres);
    }
    m_radius->setCurrentIndex(m_radius->findData(kilometres));
}

} // namespace repere::gui
