#include "gui/facet_section.h"

#include "gui/facet_delegate.h"
#include "gui/short_list_model.h"
#include "gui/theme.h"

#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMouseEvent>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace repere::gui {

namespace {

using models::FacetModel;

/// How many values are seen before "more…": enough to choose from, few enough to see every facet.
int shortLength(Facet facet)
{
    switch (facet) {
    case Facet::Equipment: return 8;
    case Facet::Type: return 6;
    case Facet::Status: return 6;
    default: return 5;
    }
}

QToolButton *linkButton(QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setProperty("link", true);
    button->setCursor(Qt::PointingHandCursor);
    return button;
}

} // namespace

FacetSection::FacetSection(models::Workspace &workspace, const models::Words &words, Facet facet, QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_words(words), m_model(new FacetModel(workspace, words, facet, this)),
      m_short(new ShortListModel(shortLength(facet), facet != Facet::Region && facet != Facet::Departement, this)),
      m_list(new QListView(this)), m_searchRow(new QWidget(this)), m_search(new QLineEdit(m_searchRow)),
      m_find(new QToolButton(this)), m_more(linkButton(this)), m_definition(new QLabel(this)), m_later(new QTimer(this))
{
    const QString name = words.facetName(facet);
    setObjectName(QStringLiteral("facet-") + facetKey(facet));
    setAccessibleName(name);
    m_short->setSourceModel(m_model);

    auto *heading = new QLabel(name, this);
    heading->setFont(bold(scaled(font(), 0.95)));
    auto *top = new QHBoxLayout;
    top->setContentsMargins(12, 4, 8, 1);
    top->addWidget(heading, 1);
    if (facet == Facet::Equipment) {
        m_any = new QToolButton(this);
        m_any->setCheckable(true);
        m_any->setFont(bold(scaled(font(), 0.85)));
        m_any->setObjectName(QStringLiteral("anyEquipment"));
        m_any->setAccessibleName(tr("Any of the machines instead of all"));
        m_any->setToolTip(
            tr("AND: places that have all the machines chosen. OR: places that have at least one of them."));
        top->addWidget(m_any);
        connect(m_any, &QToolButton::clicked, this, [this](bool any) {
            Filter filter = m_workspace.filter();
            filter.anyEquipment = any;
            m_workspace.setFilter(filter);
        });
    }
    for (QToolButton *button : {m_find, m_any})
        if (button) {
            button->setProperty("quiet", true);
            button->setFixedHeight(fontMetrics().height() + 2);
        }
    m_find->setText(QStringLiteral("⌕"));
    m_find->setCheckable(true);
    m_find->setAccessibleName(tr("Search in %1").arg(name));
    m_find->setToolTip(m_find->accessibleName());
    top->addWidget(m_find);
    connect(m_find, &QToolButton::toggled, this, [this](bool on) {
        m_searchRow->setVisible(on);
        if (on)
            m_search->setFocus();
        else
            m_search->clear();
    });

    m_search->setClearButtonEnabled(true);
    m_search->setPlaceholderText(tr("Search in %1").arg(name));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_short->setWords(text);
        refresh();
    });
    m_searchRow->setVisible(false); // its margins must not stand while it is hidden
    auto *searchRow = new QHBoxLayout(m_searchRow);
    searchRow->setContentsMargins(12, 2, 12, 3);
    searchRow->addWidget(m_search);

    m_list->setObjectName(QStringLiteral("facet"));
    m_list->setAccessibleName(name);
    m_list->setModel(m_short);
    m_list->setItemDelegate(new FacetDelegate(m_list));
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setSelectionMode(QAbstractItemView::NoSelection);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->installEventFilter(this);
    m_list->viewport()->installEventFilter(this);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) {
        activate(index, QGuiApplication::keyboardModifiers() & Qt::AltModifier);
    });
    connect(m_list, &QListView::customContextMenuRequested, this, &FacetSection::showMenu);

    connect(m_more, &QToolButton::clicked, this, [this] {
        m_short->setExpanded(!m_short->isExpanded());
        refresh();
    });
    auto *moreRow = new QHBoxLayout;
    moreRow->setContentsMargins(8, 1, 12, 0);
    moreRow->addWidget(m_more);
    moreRow->addStretch();

    m_definition->setWordWrap(true);
    m_definition->setTextFormat(Qt::PlainText);
    m_definition->setFont(scaled(font(), 0.88));
    m_definition->setProperty("muted", true);
    m_definition->setContentsMargins(12, 3, 12, 2);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 7);
    column->setSpacing(1);
    column->addLayout(top);
    column->addWidget(m_searchRow);
    column->addWidget(m_list);
    column->addWidget(m_definition);
    column->addLayout(moreRow);

    // One refresh after all the changes of one answer: the short list depends on several rows.
    m_later->setSingleShot(true);
    connect(m_later, &QTimer::timeout, this, &FacetSection::refresh);
    const auto later = [this] { m_later->start(); };
    connect(m_model, &FacetModel::dataChanged, this, later);
    connect(m_model, &FacetModel::layoutChanged, this, later);
    connect(m_model, &FacetModel::rowsInserted, this, later);
    connect(m_model, &FacetModel::rowsRemoved, this, later);
    connect(&workspace, &models::Workspace::filterChanged, this, &FacetSection::refresh);
    refresh();
}

QModelIndex FacetSection::reveal(const QString &id)
{
    m_find->setChecked(false);
    const int row = m_model->rowOf(id);
    if (row < 0)
        return {};
    QModelIndex index = m_short->mapFromSource(m_model->index(row));
    if (!index.isValid()) {
        m_short->setExpanded(true);
        refresh();
        index = m_short->mapFromSource(m_model->index(row));
    }
    return index;
}

void FacetSection::activate(const QModelIndex &index, bool exclude)
{
    if (!index.isValid())
        return;
    const int row = m_short->mapToSource(index).row();
    if (exclude)
        m_model->toggleExcluded(row);
    else
        m_model->toggle(row);
}

void FacetSection::showMenu(const QPoint &position)
{
    const QModelIndex index = m_list->indexAt(position);
    if (!index.isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const bool checked = index.data(FacetModel::CheckedRole).toBool();
    const bool excluded = index.data(FacetModel::ExcludedRole).toBool();
    const QPersistentModelIndex kept = index;
    menu->addAction(checked ? tr("&Do not choose any more") : tr("&Choose"), this, [this, kept, excluded] {
        if (excluded)
            activate(kept, true);
        activate(kept, false);
    });
    menu->addAction(excluded ? tr("Do not &exclude any more") : tr("&Exclude (Alt+click)"), this,
                    [this, kept] { activate(kept, true); });
    const QString definition = index.data(FacetModel::DefinitionRole).toString();
    if (!definition.isEmpty()) {
        menu->addSeparator();
        QAction *text = menu->addAction(
            QFontMetrics(font()).elidedText(definition, Qt::ElideRight, 60 * fontMetrics().averageCharWidth()));
        text->setEnabled(false);
    }
    menu->popup(m_list->viewport()->mapToGlobal(position));
}

bool FacetSection::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (watched == m_list
            && (key->key() == Qt::Key_Space || key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)) {
            activate(m_list->currentIndex(), key->modifiers() & Qt::AltModifier);
            return true;
        }
        if (watched == m_search && key->key() == Qt::Key_Escape) {
            m_find->setChecked(false);
            m_list->setFocus();
            return true;
        }
    }
    // The list is as tall as its rows: the wheel belongs to the panel around it.
    if (watched == m_list->viewport() && event->type() == QEvent::Wheel) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void FacetSection::refresh()
{
    m_short->invalidate();
    const int rows = m_short->rowCount();
    const int rowHeight = FacetDelegate::rowHeight(QFontMetrics(m_list->font()));
    m_list->setFixedHeight(std::max(1, rows) * rowHeight);

    const int hidden = m_short->hiddenCount();
    m_find->setVisible(m_model->rowCount() > 12);
    m_more->setVisible(hidden > 0 && !m_short->isSearching());
    m_more->setText(m_short->isExpanded() ? tr("Show fewer") : m_words.plural(hidden, tr("%1 more…"), tr("%1 more…")));

    const Filter &filter = m_workspace.filter();
    const QStringList &chosen = filter[m_model->facet()].values;
    QString definition;
    if (!chosen.isEmpty() && chosen.last() != kUnknown)
        definition = m_words.definition(m_model->facet(), chosen.last());
    if (m_definition->text() != definition)
        m_definition->setText(definition);
    m_definition->setVisible(!definition.isEmpty());

    if (m_any) {
        m_any->setChecked(filter.anyEquipment);
        // Capitals say which of the two holds.
        m_any->setText(filter.anyEquipment ? tr("and ⇄ OR") : tr("AND ⇄ or"));
        m_any->setEnabled(chosen.size() > 1 || filter.anyEquipment);
    }
}

} // namespace repere::gui
