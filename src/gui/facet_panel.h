#pragma once

#include "models/words.h"
#include "models/workspace.h"

#include <QScrollArea>

#include <map>

namespace repere::gui {

class FacetSection;

/// All facets, one under the other.
class FacetPanel final : public QScrollArea
{
    Q_OBJECT
public:
    FacetPanel(models::Workspace &workspace, const models::Words &words, QWidget *parent = nullptr);

    FacetSection *section(Facet facet) const { return m_sections.at(facet); }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override; ///< a window that is made small does not squeeze its words

private:
    std::map<Facet, FacetSection *> m_sections;
};

} // namespace repere::gui
