#include "gui/import_details.h"

#include "core/shown_text.h"
#include "directory/import_sources.h"
#include "directory/match_words.h"
#include "gui/theme.h"
#include "models/field_pairs.h"
#include "models/field_words.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace repere::gui {

namespace {

QLabel *text(const QString &value, QWidget *parent)
{
    auto *label = new QLabel(shownText(value), parent);
    label->setTextFormat(Qt::PlainText); // from a file of others
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QLabel *muted(QLabel *label)
{
    label->setProperty("muted", true);
    return label;
}

} // namespace

ImportDetails::ImportDetails(const models::Words &words, QWidget *parent)
    : QWidget(parent), m_words(words), m_column(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("sheet"));
    m_column->setContentsMargins(14, 12, 14, 12);
    m_column->setSpacing(6);
}

void ImportDetails::clear()
{
    while (QLayoutItem *item = m_column->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide(); // a button may be answering its click
            widget->deleteLater();
        }
        delete item;
    }
}

void ImportDetails::add(QWidget *widget)
{
    m_column->addWidget(widget);
}

QLabel *ImportDetails::addLabel(const QString &value)
{
    QLabel *label = text(value, this);
    add(label);
    return label;
}

void ImportDetails::addHeading(const QString &value)
{
    m_column->addSpacing(8);
    addLabel(value)->setFont(bold(font()));
}

void ImportDetails::showNothing(const QString &why)
{
    clear();
    muted(addLabel(why));
    m_column->addStretch(1);
}

void ImportDetails::showRecord(const ImportRecord &record, const std::optional<Atelier> &other, bool decided)
{
    clear();
    const QString name = record.incoming.name.isEmpty() ? tr("(no name)") : record.incoming.name;
    addLabel(name)->setFont(bold(scaled(font(), 1.15)));
    if (record.outcome == ImportOutcome::Gone) {
        muted(addLabel(tr("%1 had this place; its list has it no more.").arg(record.source)));
        addLabel(tr("Ticked, it is flagged as gone; it is not removed, and the flag goes when the list has it again."));
        addSides(record, std::nullopt);
        m_column->addStretch(1);
        return;
    }
    QStringList where{directory::fileLabel(record.file)};
    if (record.line > 0)
        where << tr("line %1").arg(m_words.number(record.line));
    if (!record.recordKey.isEmpty() && !record.recordKey.contains(u'|')) // else it is made of its name and town
        where << tr("identifier %1 of the source").arg(record.recordKey);
    muted(addLabel(where.join(QStringLiteral(" · "))));
    for (const ImportReport::Rejection &rejection : record.rejections) {
        QString said = rejection.cause;
        if (!rejection.column.isEmpty())
            said = tr("%1: %2").arg(models::fieldName(rejection.column, m_words), said);
        if (!rejection.value.isEmpty())
            said += u' ' + m_words.quoted(rejection.value.left(200));
        addLabel(said)->setProperty("warning", true);
    }
    addQuestion(record, decided);
    const bool offers = std::ranges::any_of(record.repairs, &ImportReport::Repair::proposed);
    if (offers)
        addRepairs(record);
    if (record.outcome != ImportOutcome::Rejected)
        addSides(record, other);
    if (!offers)
        addRepairs(record);
    m_column->addStretch(1);
}

void ImportDetails::addQuestion(const ImportRecord &record, bool decided)
{
    if (record.outcome != ImportOutcome::Doubtful && !decided) {
        if (record.outcome == ImportOutcome::Merged || record.outcome == ImportOutcome::Unchanged) {
            muted(addLabel(
                record.score >= 1
                    ? tr("The directory has it under this identifier.")
                    : tr("Surely %1 (%2).").arg(m_words.quoted(record.matchName), m_words.percent(record.score))));
        }
        return;
    }
    addHeading(tr("Is it %1?").arg(m_words.quoted(record.matchName)));
    const QStringList reasons = directory::matchWords(directory::matchPartsFromJson(record.parts));
    muted(addLabel(tr("Likeness %1: %2.").arg(m_words.percent(record.score), reasons.join(QStringLiteral(", ")))));
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 2, 0, 2);
    const auto button = [&](const QString &label, const char *objectName, const QString &tip, bool chosen,
                            std::optional<bool> answer) {
        auto *made = new QPushButton(label, row);
        made->setObjectName(QString::fromLatin1(objectName));
        made->setToolTip(tip);
        made->setAutoDefault(false);
        made->setCheckable(true);
        made->setChecked(chosen);
        connect(made, &QPushButton::clicked, this, [this, answer] { emit answered(answer); });
        layout->addWidget(made);
    };
    const bool same = decided && record.outcome != ImportOutcome::New;
    button(tr("The sa&me place"), "same", tr("Merges the two (key 1)"), same, true);
    button(tr("A&nother place"), "another", tr("Adds it as a place of its own (key 2)"), decided && !same, false);
    button(tr("&Undecided"), "undecided", tr("Keeps the question for later (key 0)"), !decided, std::nullopt);
    layout->addStretch(1);
    add(row);
}

void ImportDetails::addSides(const ImportRecord &record, const std::optional<Atelier> &other)
{
    auto *table = new QWidget(this);
    table->setObjectName(QStringLiteral("sides"));
    auto *grid = new QGridLayout(table);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(6);
    grid->setVerticalSpacing(1);
    m_column->addSpacing(8);
    int row = 0;
    const auto cell = [table](const QString &value, const char *tag = "even") {
        QLabel *label = text(value, table);
        label->setProperty("tag", QString::fromLatin1(tag));
        label->setIndent(0); // the style has its padding
        return label;
    };
    if (other) {
        grid->addWidget(muted(cell(tr("This file"))), row, 1);
        grid->addWidget(muted(cell(other->id != 0 ? tr("The directory") : tr("Another record"))), row, 2);
        ++row;
    }
    for (const models::FieldPair &pair : models::fieldPairs(record.incoming, other ? &*other : nullptr, m_words)) {
        grid->addWidget(muted(cell(pair.name, "name")), row, 0, Qt::AlignTop);
        QLabel *incoming = cell(pair.incoming.left(600), pair.differs ? "matched" : "even");
        if (pair.differs)
            incoming->setAccessibleDescription(tr("differs"));
        grid->addWidget(incoming, row, 1, Qt::AlignTop);
        if (other)
            grid->addWidget(cell(pair.present.left(600)), row, 2, Qt::AlignTop);
        ++row;
    }
    grid->setColumnStretch(0, 2);
    grid->setColumnStretch(1, 4);
    if (other)
        grid->setColumnStretch(2, 4);
    add(table);
}

void ImportDetails::addRepairs(const ImportRecord &record)
{
    if (record.repairs.empty())
        return;
    addHeading(m_words.plural(std::ssize(record.repairs), tr("%1 repair"), tr("%1 repairs")));
    bool offered = false;
    for (const ImportReport::Repair &repair : record.repairs) {
        const QString unknown = tr("nothing");
        QString said =
            tr("%1: %2 → %3")
                .arg(models::fieldName(repair.field, m_words), repair.from.isEmpty() ? unknown : repair.from.left(200),
                     repair.to.isEmpty() ? unknown : repair.to.left(200));
        if (repair.proposed)
            said = tr("Proposed: %1").arg(said);
        addLabel(said);
        muted(addLabel(repair.why));
        offered |= repair.proposed;
    }
    if (offered && record.outcome != ImportOutcome::Rejected) {
        auto *take = new QPushButton(tr("Take &what is proposed"), this);
        take->setObjectName(QStringLiteral("take"));
        take->setAutoDefault(false);
        connect(take, &QPushButton::clicked, this, &ImportDetails::proposalTaken);
        m_column->addWidget(take, 0, Qt::AlignLeft);
    }
}

} // namespace repere::gui
