#include "gui/empty_state.h"

#include "gui/plain_texts.h"
#include "gui/theme.h"
#include "models/sentences.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace repere::gui {

EmptyState::EmptyState(models::Workspace &workspace, const models::Words &words, QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_words(words), m_title(new QLabel(this)), m_text(new QLabel(this)),
      m_links(new QVBoxLayout)
{
    setObjectName(QStringLiteral("sheet"));
    m_title->setFont(bold(scaled(font(), 1.15)));
    m_title->setWordWrap(true);
    m_text->setWordWrap(true);
    m_text->setProperty("muted", true);
    m_links->setSpacing(6);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(18, 34, 18, 18);
    column->setSpacing(10);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addLayout(m_links);
    column->addStretch();
}

void EmptyState::ask()
{
    clear();
    const auto result = m_workspace.result();
    if (result && result->counts().total == 0) {
        showEmptyDirectory();
        return;
    }
    m_title->setText(tr("No place matches"));
    m_text->setText({});
    const Filter filter = m_workspace.filter();
    m_workspace.ask<Result<directory::Suggestion>>(
        this, [filter](directory::Directory &directory) { return directory.suggest(filter); },
        [this, filter](const Result<directory::Suggestion> &suggestion) {
            if (suggestion && filter == m_workspace.filter())
                showSuggestion(*suggestion, filter);
        });
}

void EmptyState::clear()
{
    while (QLayoutItem *item = m_links->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
}

void EmptyState::addLink(const QString &name, const QString &text, std::function<void()> action)
{
    const int room = std::max(width(), 240) - 48;
    auto *button = new QPushButton(onButton(fontMetrics().elidedText(text, Qt::ElideMiddle, room)), this);
    button->setObjectName(name);
    button->setAccessibleName(text);
    button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // long names must not widen the pane
    button->setToolTip(text);
    connect(button, &QPushButton::clicked, this, std::move(action));
    m_links->addWidget(button);
}

void EmptyState::showSuggestion(const directory::Suggestion &suggestion, const Filter &filter)
{
    clear();
    if (suggestion.nearest) {
        const AtelierSummary &nearest = *suggestion.nearest;
        const QString where = m_words.place(nearest.city, nearest.departement);
        m_text->setText(suggestion.distanceMetres
                            ? tr("The nearest one that matches otherwise is %1 away: %2, %3.")
                                  .arg(m_words.distance(*suggestion.distanceMetres), nearest.name, where)
                            : tr("One that matches otherwise: %1, %2.").arg(nearest.name, where));
        addLink(QStringLiteral("showNearest"), tr("Show %1").arg(nearest.name), [this, filter, id = nearest.id] {
            m_workspace.setFilter(models::withoutPlace(filter));
            m_workspace.select(id);
        });
    } else {
        m_text->setText(tr("No place of the directory satisfies all these choices together."));
    }
    for (const auto &option : suggestion.options) {
        const QString places = m_words.plural(option.count, tr("%1 place"), tr("%1 places"));
        addLink(QStringLiteral("drop%1").arg(static_cast<int>(option.drop)),
                tr("%1: %2").arg(models::dropText(option.drop, filter, m_words), places),
                [this, filter, drop = option.drop] { m_workspace.setFilter(models::dropped(filter, drop)); });
    }
    addLink(QStringLiteral("dropAll"), tr("Take every choice away"), [this] { m_workspace.setFilter({}); });
}

void EmptyState::showEmptyDirectory()
{
    m_title->setText(tr("This directory is empty"));
    m_text->setText(tr("Add a first place, or import a file of places: nothing leaves this computer."));
    addLink(QStringLiteral("emptyAdd"), tr("Add a place…"), [this] { emit addRequested(); });
    addLink(QStringLiteral("emptyImport"), tr("Import…"), [this] { emit importRequested(); });
}

} // namespace repere::gui
