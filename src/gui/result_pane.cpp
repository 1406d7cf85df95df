#include "gui/result_pane.h"

#include "gui/chip_row.h"
#include "gui/empty_state.h"
#include "gui/flow_layout.h"
#include "gui/result_list.h"
#include "gui/theme.h"
#include "models/sentences.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace repere::gui {

namespace {

QFrame *rule(QWidget *parent)
{
    auto *line = new QFrame(parent);
    line->setObjectName(QStringLiteral("rule"));
    line->setFixedHeight(1);
    return line;
}

} // namespace

ResultPane::ResultPane(models::Workspace &workspace, const models::Words &words, QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_words(words), m_chips(new ChipRow(workspace, words, this)),
      m_count(new QLabel(this)), m_sort(new QToolButton(this)), m_have(new QLabel(this)),
      m_unknown(new QToolButton(this)), m_stack(new QStackedWidget(this)),
      m_list(new ResultList(workspace, words, this)), m_empty(new EmptyState(workspace, words, this))
{
    setObjectName(QStringLiteral("sheet"));
    m_count->setObjectName(QStringLiteral("count"));
    m_count->setFont(bold(font()));
    m_sort->setObjectName(QStringLiteral("sort"));
    m_sort->setPopupMode(QToolButton::InstantPopup);
    m_sort->setMenu(new QMenu(m_sort));
    m_sort->setToolTip(tr("Order of the list"));
    connect(m_sort->menu(), &QMenu::aboutToShow, this, &ResultPane::fillSortMenu);
    m_have->setObjectName(QStringLiteral("honest"));
    m_have->setFont(scaled(font(), 0.92));
    m_have->setProperty("muted", true);
    m_unknown->setObjectName(QStringLiteral("honestUnknown"));
    m_unknown->setFont(scaled(font(), 0.92));
    m_unknown->setProperty("link", true);
    m_unknown->setCursor(Qt::PointingHandCursor);
    m_unknown->setToolTip(tr("Show the places that say nothing about their machines"));
    connect(m_unknown, &QToolButton::clicked, this, [this] {
        Filter filter = m_workspace.filter();
        filter[Facet::Equipment] = {};
        filter[Facet::Equipment].values << QString(kUnknown);
        filter.anyEquipment = false;
        m_workspace.setFilter(filter);
    });

    auto *countRow = new QHBoxLayout;
    countRow->addWidget(m_count, 1);
    countRow->addWidget(m_sort);
    m_honest = new QWidget(this);
    auto *honestFlow = new FlowLayout(2, m_honest);
    honestFlow->addWidget(m_have);
    honestFlow->addWidget(m_unknown);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    m_honest->setSizePolicy(policy);

    auto *top = new QVBoxLayout;
    top->setContentsMargins(12, 8, 8, 7);
    top->setSpacing(5);
    top->addWidget(m_chips);
    top->addLayout(countRow);
    top->addWidget(m_honest);

    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(rule(this));
    column->addWidget(m_stack, 1);

    connect(&workspace, &models::Workspace::resultChanged, this, &ResultPane::refresh);
    refresh();
}

QSize ResultPane::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 47, 600};
}

void ResultPane::refresh()
{
    const auto result = m_workspace.result();
    if (!result) {
        m_count->setText(tr("Opening…"));
        m_honest->hide();
        m_sort->hide();
        return;
    }
    const FilterCounts &counts = result->counts();
    m_count->setText(models::countSentence(counts, m_words));
    const models::HonestSentence sentence = models::honestSentence(result->filter(), counts, m_words);
    m_have->setText(sentence.unknown.isEmpty()
                        ? sentence.have
                        : sentence.have + (m_words.french() ? QStringLiteral("\u202f;") : QStringLiteral(";")));
    m_honest->setVisible(!sentence.have.isEmpty());
    m_unknown->setText(sentence.unknown);
    m_unknown->setVisible(!sentence.unknown.isEmpty());

    const QString names[] = {tr("name"), tr("commune"), tr("distance"), tr("date"), tr("département")};
    m_sort->setText(tr("Sort: %1 ▾").arg(names[static_cast<int>(m_workspace.sortKey())]));
    m_sort->setAccessibleName(m_sort->text());
    m_sort->show();

    if (result->count() == 0)
        m_empty->ask();
    m_stack->setCurrentWidget(result->count() == 0 ? static_cast<QWidget *>(m_empty) : m_list);
}

void ResultPane::fillSortMenu()
{
    QMenu *menu = m_sort->menu();
    menu->clear();
    const std::pair<SortKey, QString> keys[] = {{SortKey::Name, tr("By &name")},
                                                {SortKey::City, tr("By &commune")},
                                                {SortKey::Departement, tr("By d&épartement")},
                                                {SortKey::Distance, tr("By &distance")},
                                                {SortKey::Updated, tr("By d&ate")}};
    auto *group = new QActionGroup(menu);
    for (const auto &[key, text] : keys) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setActionGroup(group);
        action->setChecked(key == m_workspace.sortKey());
        // A distance needs a place to be measured from.
        action->setEnabled(key != SortKey::Distance || m_workspace.filter().near.has_value());
        connect(action, &QAction::triggered, this, [this, key] {
            m_workspace.setSort(key, key == SortKey::Updated ? SortOrder::Descending : SortOrder::Ascending);
        });
    }
    menu->addSeparator();
    QAction *reverse = menu->addAction(tr("&Reverse order"));
    connect(reverse, &QAction::triggered, this, [this] {
        m_workspace.setSort(m_workspace.sortKey(), m_workspace.sortOrder() == SortOrder::Ascending
                                                       ? SortOrder::Descending
                                                       : SortOrder::Ascending);
    });
}

} // namespace repere::gui
