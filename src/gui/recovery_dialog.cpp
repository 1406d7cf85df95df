#include "gui/recovery_dialog.h"

#include "gui/theme.h"
#include "ui_recovery_dialog.h"

#include <QFileInfo>
#include <QHeaderView>
#include <QLayout>
#include <QPushButton>
#include <QtConcurrentRun>

namespace repere::gui {

RecoveryDialog::RecoveryDialog(const QString &path, const Error &problem, const directory::Knowledge &knowledge,
                               const models::Words &words, QWidget *parent)
    : QDialog(parent), m_words(words), m_ui(std::make_unique<Ui::RecoveryDialog>()),
      m_copies(directory::safeCopies(path))
{
    m_ui->setupUi(this);
    m_ui->title->setFont(bold(scaled(font(), 1.2)));
    m_ui->note->setProperty("muted", true);
    m_ui->noCopies->setProperty("muted", true);
    m_putBack = m_ui->buttons->addButton(tr("&Put this copy back"), QDialogButtonBox::ActionRole);
    m_putBack->setObjectName(QStringLiteral("putBack"));
    m_salvage = m_ui->buttons->addButton(tr("&Save what can be read"), QDialogButtonBox::ActionRole);
    m_salvage->setObjectName(QStringLiteral("salvage"));
    setPrimary(m_copies.empty() ? *m_salvage : *m_putBack);
    say(path, problem);
    showCopies();
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_ui->copies, &QTreeWidget::itemSelectionChanged, this,
            [this] { m_putBack->setEnabled(!m_ui->copies->selectedItems().isEmpty()); });
    connect(m_putBack, &QPushButton::clicked, this, [this] {
        const auto &copy = m_copies[static_cast<std::size_t>(m_ui->copies->currentIndex().row())];
        emit copyChosen(copy.path, when(copy));
        accept();
    });
    connect(m_salvage, &QPushButton::clicked, this, [this] {
        emit salvageChosen();
        accept();
    });
    m_ui->damage->setFixedHeight(fontMetrics().lineSpacing() * 6);
    const int width = fontMetrics().averageCharWidth() * 88;
    resize(width, std::max(layout()->totalHeightForWidth(width), m_copies.empty() ? 0 : fontMetrics().height() * 22));
    QWidget *first = m_ui->copies;
    if (m_copies.empty())
        first = m_salvage;
    QMetaObject::invokeMethod(
        first, [first] { first->setFocus(); },
        Qt::QueuedConnection); // after the dialog has given it to its first field
    load(path, problem.code == ErrorCode::Unreadable && !problem.message.isEmpty(), knowledge);
}

RecoveryDialog::~RecoveryDialog()
{
    m_trial->cancel();
}

void RecoveryDialog::say(const QString &path, const Error &problem)
{
    const QString name = QFileInfo(path).fileName();
    const bool there = QFileInfo::exists(path);
    const bool asked = problem.message.isEmpty();
    m_ui->title->setText(asked   ? tr("Put a copy of “%1” back").arg(name)
                         : there ? tr("“%1” is damaged").arg(name)
                                 : tr("“%1” is not there any more").arg(name));
    m_ui->problem->setText(asked
                               ? tr("Repère keeps copies by itself, a while after a file was opened that had changed.")
                               : problem.message);
    m_ui->note->setText(there ? tr("Nothing is deleted: the present file is kept beside, under another name.")
                              : tr("The copy gets the name of the file that is gone."));
    m_salvage->setVisible(there && !asked);
    m_ui->readable->setVisible(m_salvage->isVisibleTo(this) && problem.code == ErrorCode::Unreadable);
    m_ui->damage->setVisible(there && problem.code == ErrorCode::Unreadable && !asked);
}

QString RecoveryDialog::when(const directory::SafeCopy &copy) const
{
    const QDateTime made = copy.made.toLocalTime();
    return tr("%1, %2", "a day and a time")
        .arg(m_words.date(made.date().toString(Qt::ISODate)), made.time().toString(QStringLiteral("HH:mm")));
}

void RecoveryDialog::showCopies()
{
    m_ui->noCopies->setVisible(m_copies.empty());
    m_ui->copiesLabel->setVisible(!m_copies.empty());
    m_ui->copies->setVisible(!m_copies.empty());
    m_putBack->setVisible(!m_copies.empty());
    for (const directory::SafeCopy &copy : m_copies) {
        auto *item = new QTreeWidgetItem(m_ui->copies);
        item->setText(0, when(copy));
        item->setText(1, QStringLiteral("…"));
        item->setText(2, tr("%1 MB", "megabytes").arg(m_words.number(std::max<qint64>(1, copy.bytes / 1'000'000))));
        item->setToolTip(0, copy.path);
        for (const int column : {1, 2})
            item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    }
    m_ui->copies->header()->setStretchLastSection(false);
    m_ui->copies->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    for (const int column : {1, 2}) {
        m_ui->copies->headerItem()->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
        m_ui->copies->header()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    }
    if (!m_copies.empty())
        m_ui->copies->setCurrentItem(m_ui->copies->topLevelItem(0));
}

void RecoveryDialog::load(const QString &path, bool damaged, const directory::Knowledge &knowledge)
{
    QtConcurrent::run([copies = m_copies, knowledge] {
        std::vector<directory::CopyContent> contents;
        for (const directory::SafeCopy &copy : copies)
            contents.push_back(directory::contentOf(copy, knowledge));
        return contents;
    }).then(this, [this](const std::vector<directory::CopyContent> &contents) {
        for (int row = 0; row < m_ui->copies->topLevelItemCount(); ++row) {
            const auto &content = contents[static_cast<std::size_t>(row)];
            m_ui->copies->topLevelItem(row)->setText(1, content.readable ? m_words.number(content.places)
                                                                         : tr("unreadable"));
        }
    });
    if (!damaged)
        return;
    QtConcurrent::run([path] {
        return directory::examine(path);
    }).then(this, [this](const Result<std::vector<store::Finding>> &findings) {
        QStringList lines;
        if (findings)
            for (const store::Finding &finding : *findings)
                lines << finding.message;
        else
            lines << findings.error().message;
        m_ui->damage->setPlainText(lines.join(u'\n'));
    });
    QtConcurrent::run([path, job = m_trial] {
        return directory::trySalvage(path, *job);
    }).then(this, [this](const Result<directory::Salvaged> &tried) { takeTried(tried); });
}

void RecoveryDialog::takeTried(const Result<directory::Salvaged> &tried)
{
    if (tried) {
        QString sentence =
            m_words.plural(tried->places, tr("%1 place can still be read."), tr("%1 places can still be read."));
        if (tried->lostPlaces > 0)
            sentence += u' ' + m_words.plural(tried->lostPlaces, tr("%1 is lost."), tr("%1 are lost."));
        m_ui->readable->setText(sentence);
    } else if (tried.error().code == ErrorCode::Unreadable) {
        m_ui->readable->setText(tried.error().message);
        m_salvage->setEnabled(false);
        m_salvage->setToolTip(tried.error().message);
        if (m_copies.empty())
            m_ui->buttons->button(QDialogButtonBox::Close)->setFocus();
    } else {
        m_ui->readable->clear(); // it is found out when it is asked for
    }
    m_ui->readable->setVisible(!m_ui->readable->text().isEmpty());
    resize(width(), std::max(height(), layout()->totalHeightForWidth(width())));
}

} // namespace repere::gui
