#include "gui/sources_dialog.h"

#include "core/shown_text.h"
#include "directory/atelier_fields.h"
#include "gui/jobs.h"
#include "gui/theme.h"
#include "models/field_words.h"
#include "ui_sources_dialog.h"

#include <QPushButton>
#include <QSignalBlocker>

namespace repere::gui {

SourcesDialog::SourcesDialog(models::Workspace &workspace, const models::Words &words, QWidget *parent)
    : QDialog(parent), m_workspace(workspace), m_words(words), m_ui(std::make_unique<Ui::SourcesDialog>())
{
    m_ui->setupUi(this);
    m_ui->note->setProperty("muted", true);
    m_apply = m_ui->buttons->addButton(tr("&Apply"), QDialogButtonBox::AcceptRole);
    m_apply->setObjectName(QStringLiteral("apply"));
    setPrimary(*m_apply);
    m_ui->field->addItem(tr("all fields"), QString());
    for (const QString &key : directory::mergedFields())
        m_ui->field->addItem(models::fieldName(key, m_words), key);
    connect(m_ui->field, &QComboBox::currentIndexChanged, this, &SourcesDialog::showField);
    connect(m_ui->ordered, &QCheckBox::toggled, this, [this] {
        takeOrder();
        showState();
    });
    connect(m_ui->sources->model(), &QAbstractItemModel::rowsMoved, this, &SourcesDialog::takeOrder);
    connect(m_ui->sources, &QListWidget::currentRowChanged, this, &SourcesDialog::showState);
    connect(m_ui->up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_ui->down, &QPushButton::clicked, this, [this] { move(1); });
    connect(m_apply, &QPushButton::clicked, this, &SourcesDialog::apply);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(fontMetrics().averageCharWidth() * 80, fontMetrics().height() * 24);
    showField();
    load();
}

SourcesDialog::~SourcesDialog() = default;

QString SourcesDialog::field() const
{
    return m_ui->field->currentData().toString();
}

void SourcesDialog::load()
{
    m_workspace.ask<Result<directory::SourceOrder>>(
        this, [](directory::Directory &directory) { return directory.sourceOrder(); },
        [this](Result<directory::SourceOrder> order) {
            if (!order) {
                m_ui->note->setText(order.error().message);
                return;
            }
            m_order = std::move(*order);
            m_loaded = true;
            showField();
        });
}

void SourcesDialog::showField()
{
    const QSignalBlocker quiet(m_ui->ordered);
    const QStringList own = m_order.priorities.sources(field());
    // A field without an order of its own begins with that of all fields.
    const QStringList first = own.isEmpty() ? m_order.priorities.sources({}) : own;
    m_ui->ordered->setText(field().isEmpty() ? tr("&Believe the sources in this order (else the newest statement)")
                                             : tr("An o&rder of its own (else that of all fields)"));
    m_ui->ordered->setChecked(!own.isEmpty());
    m_ui->sources->clear();
    const auto add = [this](const directory::SourceOrder::Source &source) {
        auto *item = new QListWidgetItem(
            QStringLiteral("%1 — %2").arg(shownLine(source.name),
                                          m_words.plural(source.places, tr("%1 place"), tr("%1 places"))),
            m_ui->sources);
        item->setData(Qt::UserRole, source.name);
    };
    for (const QString &name : first) {
        const auto known = std::ranges::find(m_order.sources, name, &directory::SourceOrder::Source::name);
        add(known == m_order.sources.end() ? directory::SourceOrder::Source{name, 0} : *known);
    }
    for (const auto &source : m_order.sources) {
        if (!first.contains(source.name))
            add(source);
    }
    m_ui->sources->setCurrentRow(0);
    showState();
}

void SourcesDialog::showState()
{
    const bool writable = m_workspace.readOnlyReason().isEmpty();
    const bool ordered = m_ui->ordered->isChecked();
    const int row = m_ui->sources->currentRow();
    const int count = m_ui->sources->count();
    m_ui->ordered->setEnabled(writable && count > 0);
    m_ui->sources->setEnabled(writable && ordered);
    m_ui->up->setEnabled(writable && ordered && row > 0);
    m_ui->down->setEnabled(writable && ordered && row >= 0 && row + 1 < count);
    m_apply->setEnabled(writable && m_loaded && count > 0);
    if (!writable)
        m_ui->note->setText(m_workspace.readOnlyReason());
    else if (m_loaded)
        m_ui->note->setText(count == 0 ? tr("No import has said where its values come from yet.") : QString());
}

void SourcesDialog::takeOrder()
{
    QStringList names;
    if (m_ui->ordered->isChecked()) {
        for (int row = 0; row < m_ui->sources->count(); ++row)
            names << m_ui->sources->item(row)->data(Qt::UserRole).toString();
    }
    m_order.priorities.set(field(), names);
}

void SourcesDialog::move(int step)
{
    const int row = m_ui->sources->currentRow();
    m_ui->sources->insertItem(row + step, m_ui->sources->takeItem(row));
    m_ui->sources->setCurrentRow(row + step);
    takeOrder();
}

void SourcesDialog::apply()
{
    m_apply->setEnabled(false);
    runJob<int>(
        m_workspace, this, tr("Settling the places…"),
        [priorities = m_order.priorities](directory::Directory &directory, JobContext &job) {
            return directory.setPriorities(priorities, job);
        },
        [this](const Result<int> &changed) {
            showState();
            if (!changed) {
                if (changed.error().code != ErrorCode::Cancelled)
                    m_ui->note->setText(changed.error().message);
                return;
            }
            m_workspace.refresh();
            emit applied(*changed);
            accept();
        });
}

} // namespace repere::gui
