#include "gui/facet_panel.h"

#include "gui/facet_section.h"

#include <QListView>
#include <QVBoxLayout>

namespace repere::gui {

FacetPanel::FacetPanel(models::Workspace &workspace, const models::Words &words, QWidget *parent) : QScrollArea(parent)
{
    setObjectName(QStringLiteral("facetPanel"));
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setFrameShape(QFrame::NoFrame);
    auto *content = new QWidget;
    content->setObjectName(QStringLiteral("paper"));
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 8, 0, 8);
    column->setSpacing(2);
    QWidget *before = nullptr;
    for (const Facet facet : kFacets) {
        auto *section = new FacetSection(workspace, words, facet, content);
        column->addWidget(section);
        if (before)
            QWidget::setTabOrder(before, section->list());
        before = section->list();
        m_sections[facet] = section;
    }
    column->addStretch();
    setWidget(content);
}

QSize FacetPanel::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 38, 600};
}

QSize FacetPanel::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 28, QScrollArea::minimumSizeHint().height()};
}

} // namespace repere::gui
