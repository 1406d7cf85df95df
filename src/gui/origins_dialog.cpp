#include "gui/origins_dialog.h"

#include "core/shown_text.h"
#include "directory/atelier_fields.h"
#include "gui/theme.h"
#include "models/field_words.h"
#include "ui_origins_dialog.h"

#include <QHeaderView>
#include <QPushButton>

namespace repere::gui {

namespace {

enum Column { Value, Source, Date, Licence };
constexpr int kField = Qt::UserRole;
constexpr int kStored = Qt::UserRole + 1;
constexpr int kPresent = Qt::UserRole + 2;

} // namespace

OriginsDialog::OriginsDialog(models::Workspace &workspace, const models::Words &words, const Atelier &atelier,
                             const QString &field, QWidget *parent)
    : QDialog(parent), m_workspace(workspace), m_words(words), m_atelier(atelier),
      m_ui(std::make_unique<Ui::OriginsDialog>())
{
    m_ui->setupUi(this);
    setWindowTitle(tr("Where the values of %1 come from").arg(shownLine(atelier.name, 80)));
    m_ui->note->setProperty("muted", true);
    m_take = m_ui->buttons->addButton(tr("&Show this value"), QDialogButtonBox::ActionRole);
    m_take->setObjectName(QStringLiteral("take"));
    setPrimary(*m_take);
    connect(m_take, &QPushButton::clicked, this, &OriginsDialog::choose);
    connect(m_ui->values, &QTreeWidget::currentItemChanged, this, &OriginsDialog::showState);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&workspace, &models::Workspace::directoryChanged, this, &OriginsDialog::load);
    const int em = fontMetrics().averageCharWidth();
    resize(em * 130, fontMetrics().height() * 34);
    m_ui->values->header()->resizeSection(Value, em * 56);
    m_ui->values->header()->resizeSection(Source, em * 36);
    m_ui->values->header()->resizeSection(Date, em * 16);
    show(field);
}

OriginsDialog::~OriginsDialog() = default;

void OriginsDialog::load()
{
    m_workspace.ask<Result<Atelier>>(
        this, [id = m_atelier.id](directory::Directory &directory) { return directory.read(id); },
        [this](const Result<Atelier> &atelier) {
            if (!atelier) {
                m_ui->note->setText(atelier.error().message);
                return;
            }
            const QTreeWidgetItem *current = m_ui->values->currentItem();
            const QString field = current ? current->data(0, kField).toString() : QString();
            m_atelier = *atelier;
            show(field);
        });
}

void OriginsDialog::show(const QString &field)
{
    m_ui->values->clear();
    QTreeWidgetItem *wanted = nullptr;
    for (const QString &key : directory::mergedFields()) {
        const std::vector<FieldValue> values = directory::valuesOf(m_atelier, key);
        if (values.empty())
            continue;
        auto *top = new QTreeWidgetItem(m_ui->values, {models::fieldName(key, m_words)});
        top->setData(0, kField, key);
        top->setFont(Value, bold(font()));
        for (const FieldValue &value : values) {
            // Where several sources differ, a list may be the sum of what they say.
            const QString shown = models::fieldValueText(key, value.text, m_words);
            auto *item = new QTreeWidgetItem(top);
            item->setText(Value, shown.isEmpty() ? tr("nothing") : shown);
            item->setToolTip(Value, item->text(Value));
            const QString source = models::sourceText(value);
            item->setText(Source, value.gone ? tr("%1 (gone from its list)").arg(source) : source);
            item->setToolTip(Source, item->text(Source));
            item->setText(Date, m_words.date(value.asOf));
            const bool ofOne = !value.byHand && (!value.asOf.isEmpty() || !value.source.contains(QLatin1String(" + ")));
            item->setText(Licence, ofOne && value.licence.isEmpty() ? tr("none stated") : shownLine(value.licence));
            item->setData(0, kField, key);
            item->setData(0, kStored, value.text);
            item->setData(0, kPresent, value.present);
            item->setCheckState(Value, value.present ? Qt::Checked : Qt::Unchecked);
            item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
            if (!value.present)
                for (int column = 0; column < 4; ++column)
                    item->setForeground(column, Theme::current().muted);
        }
        if (key == field)
            wanted = top;
    }
    m_ui->values->expandAll();
    if (!wanted)
        wanted = m_ui->values->topLevelItem(0);
    if (wanted) {
        m_ui->values->setCurrentItem(wanted);
        m_ui->values->scrollToItem(wanted, QAbstractItemView::PositionAtTop);
    }
    showState();
}

void OriginsDialog::showState()
{
    const QTreeWidgetItem *item = m_ui->values->currentItem();
    const bool isValue = item && item->parent();
    const bool writable = m_workspace.readOnlyReason().isEmpty();
    m_take->setEnabled(writable && isValue && !item->data(0, kPresent).toBool());
    m_ui->note->setText(!writable ? m_workspace.readOnlyReason()
                        : m_ui->values->topLevelItemCount() == 0
                            ? tr("Nothing is recorded of this place.")
                            : tr("A tick stands beside what the place shows. Choose another value to show that one: it "
                                 "then stays, whatever the sources say."));
}

void OriginsDialog::choose()
{
    const QTreeWidgetItem *item = m_ui->values->currentItem();
    if (!item || !item->parent())
        return;
    Atelier next = m_atelier;
    const QString field = item->data(0, kField).toString();
    if (!directory::setFieldText(next, field, item->data(0, kStored).toString()))
        return;
    m_take->setEnabled(false);
    m_workspace.ask<Result<void>>(
        this, [next](directory::Directory &directory) { return directory.update(next); },
        [this, field](const Result<void> &done) {
            if (!done) {
                showState();
                m_ui->note->setText(done.error().message);
                return;
            }
            m_workspace.refresh();
            emit chosen(models::fieldName(field, m_words));
        });
}

} // namespace repere::gui
