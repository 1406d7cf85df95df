#pragma once

#include "models/chips.h"
#include "models/workspace.h"

#include <QWidget>

namespace repere::gui {

class FlowLayout;

/// What is active, one chip each; a click takes it away. Hidden while nothing is chosen.
class ChipRow final : public QWidget
{
    Q_OBJECT
public:
    ChipRow(models::Workspace &workspace, const models::Words &words, QWidget *parent = nullptr);

    const std::vector<models::Chip> &chips() const { return m_chips; }
    /// Takes away what was chosen last; false when nothing is.
    bool removeLast();

private:
    void refresh();

    models::Workspace &m_workspace;
    models::Words m_words;
    std::vector<models::Chip> m_chips;
    FlowLayout *m_flow;
};

} // namespace repere::gui
