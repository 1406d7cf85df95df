#include "gui/chip_row.h"

#include "core/shown_text.h"
#include "gui/flow_layout.h"
#include "gui/plain_texts.h"

#include <QStyleOptionToolButton>
#include <QStylePainter>
#include <QToolButton>

namespace repere::gui {

namespace {
constexpr qsizetype kMostOfChip = 80; // characters
constexpr int kNarrowestChip = 120;   // pixels

/// Shorter in the middle where the row is narrow: a long choice must not widen the list and push the map aside.
class ChipButton final : public QToolButton
{
public:
    explicit ChipButton(QWidget *parent) : QToolButton(parent)
    {
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    }

    QSize minimumSizeHint() const override { return sizeHint().boundedTo(QSize(kNarrowestChip, QWIDGETSIZE_MAX)); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QStylePainter painter(this);
        QStyleOptionToolButton option;
        initStyleOption(&option);
        if (const int missing = sizeHint().width() - width(); missing > 0) {
            const int room = option.fontMetrics.horizontalAdvance(option.text) - missing;
            option.text = option.fontMetrics.elidedText(option.text, Qt::ElideMiddle, room);
        }
        painter.drawComplexControl(QStyle::CC_ToolButton, option);
    }
};
} // namespace

ChipRow::ChipRow(models::Workspace &workspace, const models::Words &words, QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_words(words), m_flow(new FlowLayout(6, this))
{
    setObjectName(QStringLiteral("chips"));
    setAccessibleName(tr("Active choices"));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&workspace, &models::Workspace::filterChanged, this, &ChipRow::refresh);
    refresh();
}

bool ChipRow::removeLast()
{
    // Of the filter as it is now: the chips may be those of the question before.
    const auto chips = models::chipsOf(m_workspace.filter(), m_words, m_chips);
    if (chips.empty())
        return false;
    m_workspace.setFilter(chips.back().without);
    return true;
}

void ChipRow::refresh()
{
    m_chips = models::chipsOf(m_workspace.filter(), m_words, m_chips);
    while (QLayoutItem *item = m_flow->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // this may be its own click
        delete item;
    }
    for (const models::Chip &chip : m_chips) {
        auto *button = new ChipButton(this);
        button->setProperty("chip", true);
        button->setObjectName(QStringLiteral("chip-") + chip.key);
        button->setText(onButton(shownLine(chip.text, kMostOfChip)) + QStringLiteral("\u2002×"));
        button->setToolTip(chip.text + u'\n' + tr("Take this choice away (Esc takes the last one)"));
        button->setAccessibleName(tr("Take away: %1").arg(chip.text));
        connect(button, &QToolButton::clicked, this,
                [this, without = chip.without] { m_workspace.setFilter(without); });
        m_flow->addWidget(button);
        button->show();
    }
    if (!m_chips.empty()) {
        auto *reset = new QToolButton(this);
        reset->setProperty("link", true);
        reset->setObjectName(QStringLiteral("resetFilter"));
        reset->setCursor(Qt::PointingHandCursor);
        reset->setText(tr("Reset"));
        reset->setToolTip(tr("Take every choice away"));
        connect(reset, &QToolButton::clicked, this, [this] { m_workspace.setFilter({}); });
        m_flow->addWidget(reset);
        reset->show();
    }
    setVisible(!m_chips.empty());
    updateGeometry();
}

} // namespace repere::gui
