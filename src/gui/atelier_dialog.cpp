#include "gui/atelier_dialog.h"

#include "gui/theme.h"
#include "ui_atelier_dialog.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QRegularExpression>

namespace repere::gui {

namespace {

enum MachineColumn { MachineId, MachineRaw, MachineModel, MachineCount, MachineConditions, MachineColumns };

QStringList checkedIds(const QListWidget &list, const QStringList &former)
{
    QStringList ids;
    for (int row = 0; row < list.count(); ++row)
        if (list.item(row)->checkState() == Qt::Checked)
            ids << list.item(row)->data(Qt::UserRole).toString();
    // The most important first: what stood keeps its order.
    QStringList ordered;
    for (const QString &id : former)
        if (ids.removeAll(id) > 0)
            ordered << id;
    return ordered + ids;
}

/// "45,1107 2,8686", "45.1107, 2.8686", "45.1107;2.8686".
std::optional<GeoPoint> pointFrom(const QString &text)
{
    static const QRegularExpression pattern(
        QStringLiteral(R"(^\s*(-?\d+(?:[.,]\d+)?)\s*[,;\s]\s*(-?\d+(?:[.,]\d+)?)\s*$)"));
    const auto match = pattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const auto number = [&](int group) { return match.captured(group).replace(u',', u'.').toDouble(); };
    const GeoPoint point{number(1), number(2)};
    return point.isValid() ? std::optional(point) : std::nullopt;
}

QString pointText(GeoPoint point)
{
    const QLocale locale;
    const QString between = locale.decimalPoint() == u"," ? QStringLiteral(" ") : QStringLiteral(", ");
    return locale.toString(point.latitude, 'f', 5) + between + locale.toString(point.longitude, 'f', 5);
}

/// "31/05/2024", "5/2024" as ISO; anything else as it is.
QString isoDate(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral(R"(^(?:(\d{1,2})/)?(\d{1,2})/(\d{4})$)"));
    const auto match = pattern.match(text);
    if (!match.hasMatch())
        return text;
    QString iso = match.captured(3) + u'-' + match.captured(2).rightJustified(2, u'0');
    if (!match.captured(1).isEmpty())
        iso += u'-' + match.captured(1).rightJustified(2, u'0');
    return iso;
}

} // namespace

AtelierDialog::AtelierDialog(models::Workspace &workspace, const models::Words &words, Atelier atelier, QWidget *parent)
    : QDialog(parent), m_workspace(workspace), m_words(words), m_atelier(std::move(atelier)),
      m_ui(std::make_unique<Ui::AtelierDialog>())
{
    m_ui->setupUi(this);
    setWindowTitle(m_atelier.id == 0 ? tr("Add a place") : tr("Edit %1").arg(m_words.quoted(m_atelier.name)));
    const Vocabularies &vocabularies = workspace.knowledge().vocabularies();
    m_ui->name->setText(m_atelier.name);
    fillList(m_ui->types, vocabularies.types, m_atelier.types);
    m_ui->status->addItem(tr("not stated"), QString());
    for (const VocabularyEntry &entry : vocabularies.statuses.entries())
        m_ui->status->addItem(entry.label.in(m_words.french()), entry.id);
    m_ui->status->setCurrentIndex(std::max(0, m_ui->status->findData(m_atelier.status)));
    m_ui->address->setText(m_atelier.address);
    m_ui->postcode->setText(m_atelier.postcode);
    m_ui->city->setText(m_atelier.city);
    m_ui->position->setPlaceholderText(tr("empty: at the centre of its commune"));
    if (m_atelier.point && m_atelier.precision != PositionPrecision::Commune)
        m_ui->position->setText(pointText(*m_atelier.point));

    m_ui->equipment->setColumnCount(MachineColumns);
    m_ui->equipment->setHorizontalHeaderLabels(
        {tr("Machine"), tr("Words of the source"), tr("Model"), tr("Number"), tr("Conditions")});
    m_ui->equipment->verticalHeader()->hide();
    m_ui->equipment->horizontalHeader()->setStretchLastSection(true);
    m_ui->equipment->setSelectionBehavior(QAbstractItemView::SelectRows);
    for (const EquipmentItem &item : m_atelier.equipment)
        addMachine(item);
    connect(m_ui->addMachine, &QPushButton::clicked, this, [this] {
        addMachine({});
        m_ui->equipment->setCurrentCell(m_ui->equipment->rowCount() - 1, MachineId);
    });
    connect(m_ui->removeMachine, &QPushButton::clicked, this,
            [this] { m_ui->equipment->removeRow(m_ui->equipment->currentRow()); });

    m_ui->hours->setText(m_atelier.openingHours);
    fillList(m_ui->services, vocabularies.services, m_atelier.services);
    fillList(m_ui->publics, vocabularies.publics, m_atelier.publics);
    m_ui->website->setText(m_atelier.website);
    m_ui->email->setText(m_atelier.email);
    m_ui->phone->setText(m_atelier.phone);
    m_ui->organisation->setText(m_atelier.organisation);
    if (m_atelier.founded)
        m_ui->founded->setText(QString::number(*m_atelier.founded));
    if (m_atelier.surface)
        m_ui->surface->setText(QString::number(*m_atelier.surface, 'g', 10).replace(u'.', QLocale().decimalPoint()));
    m_ui->asOf->setText(m_words.date(m_atelier.asOf));
    m_ui->notes->setPlainText(m_atelier.notes);
    m_ui->message->setProperty("warning", true);
    m_ui->message->hide();

    m_save = m_ui->buttons->addButton(tr("&Save"), QDialogButtonBox::AcceptRole);
    m_save->setObjectName(QStringLiteral("save"));
    setPrimary(*m_save);
    m_save->setDefault(true);
    connect(m_save, &QPushButton::clicked, this, &AtelierDialog::save);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(fontMetrics().averageCharWidth() * 92, fontMetrics().height() * 32);
}

AtelierDialog::~AtelierDialog() = default;

void AtelierDialog::fillList(QListWidget *list, const Vocabulary &vocabulary, const QStringList &chosen)
{
    const auto add = [&](const QString &id, const QString &label, const QString &definition) {
        auto *item = new QListWidgetItem(label, list);
        item->setData(Qt::UserRole, id);
        item->setToolTip(definition);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsUserCheckable | Qt::ItemIsSelectable);
        item->setCheckState(chosen.contains(id) ? Qt::Checked : Qt::Unchecked);
    };
    list->setSpacing(2);
    for (const VocabularyEntry &entry : vocabulary.entries())
        add(entry.id, entry.label.in(m_words.french()), entry.definition.in(m_words.french()));
    for (const QString &id : chosen) // a newer file may know values that we do not
        if (!vocabulary.find(id))
            add(id, id, {});
}

void AtelierDialog::addMachine(const EquipmentItem &item)
{
    QTableWidget *table = m_ui->equipment;
    const int row = table->rowCount();
    table->insertRow(row);
    auto *machine = new QComboBox(table);
    machine->setAccessibleName(tr("Machine"));
    machine->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon); // room for the other columns
    machine->setMinimumContentsLength(20);
    machine->addItem(tr("to review"), QString());
    for (const VocabularyEntry &entry : m_workspace.knowledge().vocabularies().equipment.entries())
        machine->addItem(entry.label.in(m_words.french()), entry.id);
    if (!item.id.isEmpty() && machine->findData(item.id) < 0)
        machine->addItem(item.id, item.id);
    machine->setCurrentIndex(machine->findData(item.id));
    machine->setProperty("guessed", item.guessed ? item.id : QString());
    table->setCellWidget(row, MachineId, machine);
    table->setItem(row, MachineRaw, new QTableWidgetItem(item.raw));
    table->setItem(row, MachineModel, new QTableWidgetItem(item.model));
    table->setItem(row, MachineCount, new QTableWidgetItem(item.count ? QString::number(*item.count) : QString()));
    table->setItem(row, MachineConditions, new QTableWidgetItem(item.conditions));
    table->resizeColumnsToContents();
    table->resizeRowsToContents();
}

std::vector<EquipmentItem> AtelierDialog::machines() const
{
    std::vector<EquipmentItem> items;
    const QTableWidget *table = m_ui->equipment;
    for (int row = 0; row < table->rowCount(); ++row) {
        const auto *machine = static_cast<const QComboBox *>(table->cellWidget(row, MachineId));
        const auto text = [&](int column) {
            const QTableWidgetItem *item = table->item(row, column);
            return item ? item->text().trimmed() : QString();
        };
        EquipmentItem item;
        item.id = machine->currentData().toString();
        item.raw = text(MachineRaw);
        if (item.raw.isEmpty() && !item.id.isEmpty())
            item.raw = machine->currentText();
        item.model = text(MachineModel);
        bool isNumber = false;
        if (const int count = text(MachineCount).toInt(&isNumber); isNumber && count > 0)
            item.count = count;
        item.conditions = text(MachineConditions);
        // A guess stays one until somebody chooses otherwise.
        item.guessed = !item.id.isEmpty() && machine->property("guessed").toString() == item.id;
        if (!item.id.isEmpty() || !item.raw.isEmpty())
            items.push_back(std::move(item));
    }
    return items;
}

Result<Atelier> AtelierDialog::edited() const
{
    Atelier atelier = m_atelier;
    const auto wrong = [](const QString &field, const QString &value) {
        return failure(ErrorCode::Usage, tr("%1: “%2” is not understood; nothing was saved.").arg(field, value));
    };
    atelier.name = m_ui->name->text().trimmed();
    if (atelier.name.isEmpty())
        return failure(ErrorCode::Usage, tr("A place needs a name; nothing was saved."));
    atelier.types = checkedIds(*m_ui->types, m_atelier.types);
    atelier.status = m_ui->status->currentData().toString();
    atelier.address = m_ui->address->text().trimmed();
    atelier.postcode = m_ui->postcode->text().trimmed();
    atelier.city = m_ui->city->text().trimmed();
    // Another town: its code, département and place at the commune follow anew.
    if (atelier.postcode != m_atelier.postcode || atelier.city != m_atelier.city) {
        atelier.insee.clear();
        atelier.departement.clear();
        atelier.region.clear();
    }
    const QString position = m_ui->position->text().trimmed();
    const bool hadOwnPoint = m_atelier.point && m_atelier.precision != PositionPrecision::Commune;
    if (position.isEmpty()) {
        if (hadOwnPoint || atelier.insee.isEmpty()) {
            atelier.point.reset();
            atelier.precision = PositionPrecision::None;
        }
    } else if (!hadOwnPoint || position != pointText(*m_atelier.point)) {
        const auto point = pointFrom(position);
        if (!point)
            return wrong(tr("Position"), position);
        atelier.point = point;
        atelier.precision = PositionPrecision::Exact;
        atelier.departement.clear();
        atelier.region.clear();
    }
    atelier.equipment = machines();
    atelier.openingHours = m_ui->hours->text().trimmed();
    atelier.services = checkedIds(*m_ui->services, m_atelier.services);
    atelier.publics = checkedIds(*m_ui->publics, m_atelier.publics);
    atelier.website = m_ui->website->text().trimmed();
    atelier.email = m_ui->email->text().trimmed();
    atelier.phone = m_ui->phone->text().trimmed();
    atelier.organisation = m_ui->organisation->text().trimmed();
    bool isNumber = false;
    const QString founded = m_ui->founded->text().trimmed();
    atelier.founded.reset();
    if (!founded.isEmpty()) {
        const int year = founded.toInt(&isNumber);
        if (!isNumber || year < 1800 || year > 2100)
            return wrong(tr("Founded in"), founded);
        atelier.founded = year;
    }
    const QString surface = m_ui->surface->text().trimmed();
    atelier.surface.reset();
    if (!surface.isEmpty()) {
        const double metres = QString(surface).replace(u',', u'.').toDouble(&isNumber);
        if (!isNumber || metres <= 0)
            return wrong(tr("Surface"), surface);
        atelier.surface = metres;
    }
    const QString asOf = m_ui->asOf->text().trimmed();
    atelier.asOf = isoDate(asOf);
    const bool dayExists = atelier.asOf.size() != 10 || QDate::fromString(atelier.asOf, Qt::ISODate).isValid();
    if (!asOf.isEmpty() && (!atelier.asOfYear() || !dayExists))
        return wrong(tr("Information of"), asOf);
    atelier.notes = m_ui->notes->toPlainText().trimmed();
    return atelier;
}

void AtelierDialog::save()
{
    const auto atelier = edited();
    const auto complain = [this](const QString &message) {
        m_ui->message->setText(message);
        m_ui->message->show();
    };
    if (!atelier) {
        complain(atelier.error().message);
        return;
    }
    if (*atelier == m_atelier) {
        accept();
        return;
    }
    m_save->setEnabled(false);
    m_workspace.ask<Result<AtelierId>>(
        this,
        [atelier = *atelier](directory::Directory &directory) -> Result<AtelierId> {
            auto completed = directory.completed(atelier);
            if (!completed)
                return std::unexpected(completed.error());
            if (completed->id == 0)
                return directory.add(*completed);
            if (auto updated = directory.update(*completed); !updated)
                return std::unexpected(updated.error());
            return completed->id;
        },
        [this, complain](const Result<AtelierId> &id) {
            m_save->setEnabled(true);
            if (!id) {
                complain(id.error().message);
                return;
            }
            m_workspace.refresh();
            emit saved(*id);
            accept();
        });
}

} // namespace repere::gui
