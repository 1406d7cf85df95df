#include "gui/import_columns_page.h"

#include "core/shown_text.h"
#include "directory/import_sources.h"
#include "gui/dialogs.h"
#include "gui/theme.h"
#include "models/field_pairs.h"
#include "models/field_words.h"
#include "ui_import_columns_page.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QTimer>

#include <algorithm>

namespace repere::gui {

namespace {

constexpr int kMostColumns = 200; // of a table with more, the others keep their guess
constexpr int kPlaces = 6;
constexpr int kPreviewDelay = 150; // ms

enum { Heading, Field, Samples, Why, ColumnsCount };

QString separatorWords(const QString &separator, const models::Words &words)
{
    if (separator == u",")
        return ImportColumnsPage::tr("separated by commas");
    if (separator == u";")
        return ImportColumnsPage::tr("separated by semicolons");
    if (separator == u"\t")
        return ImportColumnsPage::tr("separated by tabs");
    return ImportColumnsPage::tr("separated by %1").arg(words.quoted(separator));
}

QTableWidgetItem *cell(const QString &text)
{
    auto *item = new QTableWidgetItem(shownLine(text));
    item->setToolTip(shownText(text));
    return item;
}

void prepare(QTableWidget &table)
{
    table.verticalHeader()->hide();
    table.setEditTriggers(QAbstractItemView::NoEditTriggers);
    table.setSelectionMode(QAbstractItemView::NoSelection);
    table.setShowGrid(false);
    table.setWordWrap(false);
    table.horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table.horizontalHeader()->setHighlightSections(false);
}

} // namespace

ImportColumnsPage::ImportColumnsPage(models::Workspace &workspace, const models::Words &words, QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_words(words), m_ui(std::make_unique<Ui::ImportColumnsPage>()),
      m_previewTimer(new QTimer(this))
{
    m_ui->setupUi(this);
    m_ui->about->setProperty("muted", true);
    prepare(*m_ui->columns);
    prepare(*m_ui->first);
    m_ui->columns->setColumnCount(ColumnsCount);
    m_ui->columns->setHorizontalHeaderLabels({tr("Column"), tr("Taken as"), tr("First values"), tr("Why")});
    m_ui->first->horizontalHeader()->setStretchLastSection(true);
    m_ui->first->setFixedHeight(fontMetrics().height() * 11);
    m_previewTimer->setSingleShot(true);
    m_previewTimer->setInterval(kPreviewDelay);
    connect(m_previewTimer, &QTimer::timeout, this, &ImportColumnsPage::preview);
    connect(m_ui->headings, &QCheckBox::clicked, this, [this](bool headings) {
        m_mapping.hasHeadings = headings;
        readAgain();
    });
    connect(m_ui->sourceName, &QLineEdit::textEdited, this,
            [this](const QString &text) { m_mapping.sourceName = text.trimmed(); });
    connect(m_ui->licence, &QLineEdit::textEdited, this,
            [this](const QString &text) { m_mapping.licence = text.trimmed(); });
    connect(m_ui->load, &QPushButton::clicked, this, [this] { chooseProfile(false); });
    connect(m_ui->save, &QPushButton::clicked, this, [this] { chooseProfile(true); });
}

ImportColumnsPage::~ImportColumnsPage() = default;

void ImportColumnsPage::show(const QString &path, const QString &formatId, const ColumnMapping &mapping)
{
    m_path = path;
    m_formatId = formatId;
    m_mapping = mapping;
    if (m_mapping.sourceName.isEmpty())
        m_mapping.sourceName = QFileInfo(path).completeBaseName();
    fill();
}

void ImportColumnsPage::fill()
{
    QStringList about{directory::fileLabel(m_path)};
    if (!m_mapping.layer.isEmpty())
        about << tr("layer %1").arg(m_words.quoted(m_mapping.layer));
    if (!m_mapping.encoding.isEmpty())
        about << m_mapping.encoding;
    if (!m_mapping.separator.isEmpty())
        about << separatorWords(m_mapping.separator, m_words);
    if (!m_mapping.crs.isEmpty())
        about << m_mapping.crs;
    m_ui->about->setText(about.join(QStringLiteral(" · ")));
    m_ui->headings->setVisible(!m_mapping.separator.isEmpty());
    m_ui->headings->setChecked(m_mapping.hasHeadings);
    m_ui->sourceName->setText(m_mapping.sourceName);
    m_ui->licence->setText(m_mapping.licence);

    const int rows = std::min(kMostColumns, static_cast<int>(std::ssize(m_mapping.columns)));
    m_ui->columns->setRowCount(0);
    m_ui->columns->setRowCount(rows);
    for (int row = 0; row < rows; ++row) {
        const auto at = static_cast<std::size_t>(row);
        const ColumnMapping::Column &column = m_mapping.columns[at];
        m_ui->columns->setItem(row, Heading, cell(column.heading));
        auto *why = cell(column.why);
        why->setForeground(Theme::current().muted);
        m_ui->columns->setItem(row, Why, why);
        m_ui->columns->setItem(
            row, Samples,
            cell(column.samples.first(std::min<qsizetype>(3, column.samples.size())).join(QStringLiteral(" · "))));
        auto *field = new QComboBox(m_ui->columns);
        field->setProperty("cell", true);
        field->setObjectName(QStringLiteral("field%1").arg(row));
        field->setAccessibleName(tr("What the column %1 holds").arg(m_words.quoted(column.heading)));
        field->addItem(tr("left aside"));
        for (const QString &key : ColumnMapping::fields())
            field->addItem(models::fieldName(key, m_words), key);
        field->setCurrentIndex(std::max(0, field->findData(column.field)));
        m_ui->columns->setCellWidget(row, Field, field);
        connect(field, &QComboBox::currentIndexChanged, this, [this, field, at, row] {
            m_mapping.columns[at].field = field->currentData().toString();
            m_mapping.columns[at].confidence = 100;
            m_mapping.columns[at].why = tr("chosen by you");
            m_ui->columns->item(row, Why)->setText(m_mapping.columns[at].why);
            m_previewTimer->start();
        });
        m_ui->columns->setRowHeight(row, field->sizeHint().height() + 4);
    }
    QHeaderView *header = m_ui->columns->horizontalHeader();
    const int character = fontMetrics().averageCharWidth();
    header->resizeSection(Heading, character * 24);
    header->resizeSection(Field, character * 30);
    header->resizeSection(Samples, character * 36);
    header->setStretchLastSection(true);
    preview();
}

void ImportColumnsPage::readAgain()
{
    m_workspace.ask<Result<directory::FileLook>>(
        this,
        [path = m_path, format = m_formatId, wish = m_mapping](directory::Directory &) {
            return directory::lookAt(path, format, wish);
        },
        [this, turn = ++m_turn](const Result<directory::FileLook> &look) {
            if (turn != m_turn)
                return;
            if (look && look->mapping)
                show(m_path, m_formatId, *look->mapping);
            else if (!look)
                emit problem(look.error().message);
        });
}

void ImportColumnsPage::preview()
{
    m_ready = std::ranges::any_of(m_mapping.columns, [](const auto &column) { return column.field == u"name"; });
    emit changed();
    if (!m_ready) {
        ++m_turn;
        m_ui->first->setRowCount(0);
        emit problem(tr("Say which column holds the names of the places."));
        return;
    }
    m_workspace.ask<Result<std::vector<exchange::Draft>>>(
        this,
        [path = m_path, format = m_formatId, mapping = m_mapping](directory::Directory &) {
            return directory::firstPlaces(path, format, mapping, kPlaces);
        },
        [this, turn = ++m_turn](const Result<std::vector<exchange::Draft>> &places) {
            if (turn != m_turn)
                return;
            emit problem(places ? QString() : places.error().message);
            if (places)
                showPlaces(*places);
        });
}

void ImportColumnsPage::showPlaces(const std::vector<exchange::Draft> &places)
{
    // What the drafts say, raw: words are understood and places found only later.
    std::vector<std::pair<QString, QStringList>> columns;
    const auto add = [&](const QString &key, auto &&text) {
        QStringList texts;
        for (const exchange::Draft &draft : places)
            texts << text(draft);
        if (key == u"name" || std::ranges::any_of(texts, [](const QString &value) { return !value.isEmpty(); }))
            columns.emplace_back(models::fieldName(key, m_words), texts);
    };
    const auto list = [](const QStringList &words) { return words.join(QStringLiteral(", ")); };
    add(QStringLiteral("name"), [](const auto &draft) {
        return draft.rejections.empty() ? draft.atelier.name : draft.rejections.front().cause;
    });
    const auto rejected = [&](int row) { return !places[static_cast<std::size_t>(row)].rejections.empty(); };
    add(QStringLiteral("types"), [&](const auto &draft) { return list(draft.typeWords); });
    add(QStringLiteral("equipment"), [&](const auto &draft) { return list(draft.equipmentWords); });
    for (const QString &key :
         {QStringLiteral("address"), QStringLiteral("postcode"), QStringLiteral("city"), QStringLiteral("insee"),
          QStringLiteral("position"), QStringLiteral("website"), QStringLiteral("email"), QStringLiteral("phone")})
        add(key, [&](const auto &draft) { return models::fieldWords(draft.atelier, key, m_words); });

    m_ui->first->clear();
    m_ui->first->setColumnCount(static_cast<int>(columns.size()));
    m_ui->first->setRowCount(static_cast<int>(places.size()));
    for (int column = 0; column < m_ui->first->columnCount(); ++column) {
        const auto &[name, texts] = columns[static_cast<std::size_t>(column)];
        m_ui->first->setHorizontalHeaderItem(column, new QTableWidgetItem(shownLine(name)));
        for (int row = 0; row < m_ui->first->rowCount(); ++row)
            m_ui->first->setItem(row, column, cell(texts[row]));
        for (int row = 0; column == 0 && row < m_ui->first->rowCount(); ++row) {
            if (rejected(row)) // no name, but why there is no place
                m_ui->first->item(row, column)->setForeground(Theme::current().warning);
        }
    }
    m_ui->first->resizeColumnsToContents();
    for (int column = 0; column < m_ui->first->columnCount(); ++column)
        m_ui->first->setColumnWidth(
            column, std::min(m_ui->first->columnWidth(column) + 12, fontMetrics().averageCharWidth() * 36));
}

void ImportColumnsPage::loadProfile(const QString &profile)
{
    m_workspace.ask<Result<ColumnMapping>>(
        this,
        [profile, table = m_mapping, path = m_path](directory::Directory &) {
            return directory::readProfile(profile, table, path);
        },
        [this](const Result<ColumnMapping> &mapping) {
            if (mapping)
                show(m_path, m_formatId, *mapping);
            else
                emit problem(mapping.error().message);
        });
}

void ImportColumnsPage::saveProfile(const QString &profile)
{
    m_workspace.ask<Result<void>>(
        this,
        [profile, mapping = m_mapping](directory::Directory &) { return directory::writeProfile(profile, mapping); },
        [this, profile](const Result<void> &written) {
            emit problem(written ? QString() : written.error().message);
            if (written)
                m_ui->about->setText(tr("Profile saved: %1").arg(shownText(profile)));
        });
}

void ImportColumnsPage::chooseProfile(bool save)
{
    auto *dialog = new QFileDialog(this, save ? tr("Save as a profile") : tr("Load a profile"),
                                   QFileInfo(m_path).absolutePath(), tr("Profiles (*.json);;All files (*)"));
    dialog->setAcceptMode(save ? QFileDialog::AcceptSave : QFileDialog::AcceptOpen);
    if (save) {
        dialog->setDefaultSuffix(QStringLiteral("json"));
        dialog->selectFile(QFileInfo(m_path).completeBaseName() + QStringLiteral(".json"));
    }
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, save](const QString &path) { save ? saveProfile(path) : loadProfile(path); });
    openDialog(dialog);
}

} // namespace repere::gui
