#include "gui/layer_panel.h"

#include "core/collation.h"
#include "directory/table_file.h"
#include "gui/dialogs.h"
#include "models/territory_model.h"
#include "models/uncovered_model.h"
#include "ui_layer_panel.h"

#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QHeaderView>
#include <QSortFilterProxyModel>

namespace repere::gui {

namespace {

using Kind = models::LayerSettings::Kind;

/// Sorts numbers as numbers and names as French readers do.
class FigureOrder final : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

protected:
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override
    {
        const QVariant a = left.data(Qt::UserRole);
        const QVariant b = right.data(Qt::UserRole);
        if (a.typeId() == QMetaType::QString)
            return m_collation.less(a.toString(), b.toString());
        return a.toDouble() < b.toDouble();
    }

private:
    FrenchCollation m_collation;
};

constexpr int kWidth = 52; // characters: the name of a département and three numbers

constexpr int kLinesMeasured = 150; // all territories; of the communes the largest, which come first

double unitOf(const models::LayerSettings &settings)
{
    return settings.measure == TerritoryMeasure::Share ? 0.01 : 1;
}

} // namespace

LayerPanel::LayerPanel(models::MapLayers &layers, const models::Workspace &workspace, const models::Words &words,
                       QWidget *parent)
    : QWidget(parent), m_layers(layers), m_workspace(workspace), m_words(words),
      m_ui(std::make_unique<Ui::LayerPanel>()), m_territories(new models::TerritoryModel(layers, words, this)),
      m_uncovered(new models::UncoveredModel(layers, words, this)), m_sorted(new FigureOrder(this))
{
    m_ui->setupUi(this);
    m_ui->note->setProperty("muted", true);
    m_ui->table->setProperty("dense", true);
    m_ui->table->header()->setTextElideMode(Qt::ElideRight);
    m_ui->table->setModel(m_sorted);
    m_ui->table->installEventFilter(this);
    m_ui->table->viewport()->installEventFilter(this);
    fill();
    follow();
    showSettings();
}

LayerPanel::~LayerPanel() = default;

QSize LayerPanel::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * kWidth, fontMetrics().height() * 30};
}

QSize LayerPanel::minimumSizeHint() const
{
    // Narrower, the table would hide its last column.
    return {sizeHint().width(), QWidget::minimumSizeHint().height()};
}

void LayerPanel::fill()
{
    m_ui->kind->addItems({tr("None: the places alone"), tr("Territories"), tr("Uncovered areas")});
    m_ui->level->addItems({tr("Région"), tr("Département")});
    m_ui->measure->addItems(
        {tr("Number of places"), tr("Places per 100,000 inhabitants"), tr("Share of places that have a machine")});
    m_ui->method->addItems({tr("As many in each"), tr("Equal steps"), tr("Own bounds")});
    m_ui->classes->setRange(models::LayerSettings::kLeastClasses, models::LayerSettings::kMostClasses);
    m_ui->radius->setRange(1, models::LayerSettings::kMostRadius);
    m_ui->radius->setSuffix(QStringLiteral("\u00a0km"));
    m_ui->radius->setKeyboardTracking(false); // half a number is no question
    m_ui->bounds->setPlaceholderText(tr("for example 1; 2; 5"));
    for (const VocabularyEntry &machine : m_workspace.knowledge().vocabularies().equipment.entries())
        m_ui->equipment->addItem(m_words.label(Facet::Equipment, machine.id), machine.id);
    m_ui->equipment->model()->sort(0);
}

void LayerPanel::follow()
{
    for (QComboBox *box : {m_ui->kind, m_ui->level, m_ui->measure, m_ui->equipment, m_ui->method})
        connect(box, &QComboBox::activated, this, &LayerPanel::takeSettings);
    for (QSpinBox *box : {m_ui->classes, m_ui->radius})
        connect(box, &QSpinBox::valueChanged, this, &LayerPanel::takeSettings);
    connect(m_ui->bounds, &QLineEdit::editingFinished, this, &LayerPanel::takeSettings);
    connect(m_ui->exportTable, &QPushButton::clicked, this, &LayerPanel::exportTable);
    connect(m_ui->table, &QTreeView::clicked, this, &LayerPanel::activate);
    connect(m_ui->table, &QTreeView::activated, this, &LayerPanel::activate);
    connect(m_ui->table, &QTreeView::entered, this,
            [this](const QModelIndex &index) { m_layers.outline(territoryAt(index)); });
    connect(m_ui->table->selectionModel(), &QItemSelectionModel::currentChanged, this, &LayerPanel::frameCurrent);
    connect(&m_layers, &models::MapLayers::settingsChanged, this, &LayerPanel::showSettings);
    connect(&m_layers, &models::MapLayers::overlayChanged, this, &LayerPanel::showFigures);
}

bool LayerPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Leave || event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        frameCurrent();
    return QWidget::eventFilter(watched, event);
}

QString LayerPanel::territoryAt(const QModelIndex &index) const
{
    return index.isValid() && m_sorted->sourceModel() == m_territories
               ? m_territories->codeAt(m_sorted->mapToSource(index).row())
               : QString();
}

void LayerPanel::frameCurrent()
{
    // The line of the keyboard, as long as the keyboard is here.
    m_layers.outline(m_ui->table->hasFocus() ? territoryAt(m_ui->table->currentIndex()) : QString());
    showNote();
}

void LayerPanel::takeSettings()
{
    if (m_showing)
        return;
    models::LayerSettings settings = m_layers.settings();
    settings.kind = static_cast<Kind>(m_ui->kind->currentIndex());
    settings.level = static_cast<TerritoryLevel>(m_ui->level->currentIndex());
    settings.measure = static_cast<TerritoryMeasure>(m_ui->measure->currentIndex());
    settings.equipment = m_ui->equipment->currentData().toString();
    settings.method = static_cast<ClassMethod>(m_ui->method->currentIndex());
    settings.classes = m_ui->classes->value();
    settings.radiusKilometres = m_ui->radius->value();
    if (settings.method == ClassMethod::Custom) {
        const bool first = m_layers.settings().method != ClassMethod::Custom;
        const bool otherMeasure = m_layers.settings().measure != settings.measure;
        // One begins with the bounds that were seen; those of another measure mean nothing.
        settings.bounds = first          ? m_layers.breaks()
                          : otherMeasure ? std::vector<double>()
                                         : models::boundsFromText(m_ui->bounds->text(), unitOf(settings));
    }
    m_layers.setSettings(settings);
    showSettings(); // what was typed is shown as it was understood
}

void LayerPanel::showSettings()
{
    const models::LayerSettings &settings = m_layers.settings();
    m_showing = true;
    m_ui->kind->setCurrentIndex(static_cast<int>(settings.kind));
    m_ui->level->setCurrentIndex(static_cast<int>(settings.level));
    m_ui->measure->setCurrentIndex(static_cast<int>(settings.measure));
    m_ui->equipment->setCurrentIndex(std::max(0, m_ui->equipment->findData(settings.equipment)));
    m_ui->method->setCurrentIndex(static_cast<int>(settings.method));
    m_ui->classes->setValue(settings.classes);
    m_ui->bounds->setText(models::boundsToText(settings.bounds, unitOf(settings)));
    m_ui->radius->setValue(settings.radiusKilometres);
    m_showing = false;

    const bool territories = settings.kind == Kind::Territories;
    const bool uncovered = settings.kind == Kind::Uncovered;
    QFormLayout *form = m_ui->form;
    form->setRowVisible(m_ui->level, territories);
    form->setRowVisible(m_ui->measure, territories);
    form->setRowVisible(m_ui->equipment, territories && settings.measure == TerritoryMeasure::Share);
    form->setRowVisible(m_ui->classRow, territories);
    m_ui->classes->setVisible(territories && settings.method != ClassMethod::Custom);
    form->setRowVisible(m_ui->bounds, territories && settings.method == ClassMethod::Custom);
    form->setRowVisible(m_ui->radius, uncovered);
    m_ui->table->setVisible(settings.kind != Kind::None);
    m_ui->exportTable->setVisible(settings.kind != Kind::None);

    QAbstractItemModel *wanted = uncovered     ? static_cast<QAbstractItemModel *>(m_uncovered)
                                 : territories ? static_cast<QAbstractItemModel *>(m_territories)
                                               : nullptr;
    if (m_sorted->sourceModel() != wanted) {
        m_sorted->setSourceModel(wanted);
        QHeaderView *header = m_ui->table->header();
        header->setStretchLastSection(false);
        if (wanted) {
            header->setMinimumSectionSize(fontMetrics().averageCharWidth() * 4);
            header->setSectionResizeMode(QHeaderView::Interactive);
            header->setSectionResizeMode(uncovered ? int(models::UncoveredModel::Nearest) : 0, QHeaderView::Stretch);
            header->resizeSection(0, fontMetrics().averageCharWidth() * 20);
            m_ui->table->sortByColumn(uncovered ? int(models::UncoveredModel::Inhabitants)
                                                : int(models::TerritoryModel::Value),
                                      Qt::DescendingOrder);
        }
    }
    showFigures();
}

void LayerPanel::fitNumbers()
{
    if (!m_sorted->sourceModel())
        return;
    const int pad = fontMetrics().averageCharWidth();
    const int arrow = 3 * pad; // of the order
    const QHeaderView *header = m_ui->table->header();
    for (int column = 1; column < m_sorted->columnCount(); ++column) {
        if (header->sectionResizeMode(column) == QHeaderView::Stretch)
            continue;
        const QString heading = m_sorted->headerData(column, Qt::Horizontal).toString();
        int width = fontMetrics().horizontalAdvance(heading) + arrow;
        for (int row = 0; row < std::min(m_sorted->rowCount(), kLinesMeasured); ++row)
            width = std::max(width, fontMetrics().horizontalAdvance(m_sorted->index(row, column).data().toString()));
        m_ui->table->setColumnWidth(column, width + pad);
    }
}

void LayerPanel::showFigures()
{
    const models::LayerSettings &settings = m_layers.settings();
    const bool share = settings.measure == TerritoryMeasure::Share;
    const bool territories = settings.kind == Kind::Territories;
    m_ui->table->setColumnHidden(models::TerritoryModel::Silent, territories && !share);
    m_ui->table->setColumnHidden(models::TerritoryModel::Inhabitants, territories && share); // says nothing of a share
    fitNumbers();
    showNote();
    m_ui->exportTable->setEnabled(m_sorted->sourceModel() && m_sorted->rowCount() > 0);
}

void LayerPanel::showNote()
{
    const models::LayerSettings &settings = m_layers.settings();
    switch (settings.kind) {
    case Kind::None:
        m_ui->note->setText(tr("Colour the territories by their places, or show what is far from any of them. The "
                               "layer follows the filter."));
        break;
    case Kind::Territories: {
        const bool share = settings.measure == TerritoryMeasure::Share;
        m_ui->note->setMinimumHeight(fontMetrics().lineSpacing() * (share ? 3 : 2)); // the table stays where it is
        const QString code = m_ui->table->hasFocus() ? territoryAt(m_ui->table->currentIndex()) : QString();
        m_ui->note->setText(m_layers.figures().empty() ? tr("Being computed…")
                            : !code.isEmpty()          ? m_layers.describe(code).replace(u'\n', QStringLiteral(" · "))
                                                       : tr("A click on a line or on the map chooses the territory."));
        break;
    }
    case Kind::Uncovered: {
        QStringList lines{m_layers.summary()};
        if (const auto coverage = m_layers.coverage(); coverage && coverage->withoutPosition > 0)
            lines << m_words.plural(coverage->withoutPosition, tr("%1 place without a position is near nobody."),
                                    tr("%1 places without a position are near nobody."));
        m_ui->note->setText(lines.join(u'\n'));
        break;
    }
    }
}

void LayerPanel::activate(const QModelIndex &index)
{
    const int row = m_sorted->mapToSource(index).row();
    if (m_sorted->sourceModel() == m_territories) {
        m_layers.chooseTerritories({m_territories->codeAt(row)});
    } else if (const Commune *commune = m_workspace.knowledge().gazetteer().commune(m_uncovered->at(row).insee)) {
        emit placeWanted(commune->centre);
    }
}

void LayerPanel::exportTable()
{
    auto *dialog = new QFileDialog(this, tr("Save the table"), m_folder.isEmpty() ? QDir::homePath() : m_folder,
                                   tr("Table for a spreadsheet (*.csv)"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(m_layers.settings().kind == Kind::Uncovered ? tr("uncovered-communes.csv")
                                                                   : tr("territories.csv"));
    connect(dialog, &QFileDialog::fileSelected, this, &LayerPanel::writeTo);
    openDialog(dialog);
}

void LayerPanel::writeTo(const QString &path)
{
    const QAbstractItemModel *source = m_sorted->sourceModel();
    if (!source)
        return;
    QStringList headings{tr("Code")};
    std::vector<int> columns;
    for (int column = 0; column < source->columnCount(); ++column) {
        if (source == m_territories && column == models::TerritoryModel::Silent && m_ui->table->isColumnHidden(column))
            continue; // of a share only
        columns.push_back(column);
        headings << source->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    }
    std::vector<QVariantList> rows;
    for (int row = 0; row < m_sorted->rowCount(); ++row) {
        const int from = m_sorted->mapToSource(m_sorted->index(row, 0)).row();
        QVariantList cells{source == m_uncovered ? m_uncovered->at(from).insee : m_territories->codeAt(from)};
        for (const int column : columns) {
            const QModelIndex cell = source->index(from, column);
            const bool unknown = cell.data(Qt::DisplayRole).toString().isEmpty();
            QVariant value = cell.data(Qt::UserRole);
            if (source == m_uncovered && column == models::UncoveredModel::Kilometres)
                value = value.toDouble() / 1000;
            if (value.typeId() == QMetaType::Double)
                value = std::round(value.toDouble() * 1000) / 1000; // as repere-cli writes them
            cells << (unknown ? QVariant(QString()) : value);
        }
        rows.push_back(cells);
    }
    const auto written = directory::writeTable(path, headings, rows);
    emit said(written ? tr("Table saved: %1").arg(path) : written.error().message);
}

} // namespace repere::gui
