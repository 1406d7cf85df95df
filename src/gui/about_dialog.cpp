#include "gui/about_dialog.h"

#include "gui/fiche_parts.h"
#include "gui/theme.h"
#include "ui_about_dialog.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace repere::gui {

namespace {

/// Each data set: title, credit, licence with its link.
QString creditsHtml(const QString &dataFolder, bool french)
{
    QFile file(dataFolder + QStringLiteral("/credits.json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QString language = french ? QStringLiteral("fr") : QStringLiteral("en");
    QString html;
    for (const QJsonValue &value : QJsonDocument::fromJson(file.readAll()).array()) {
        const QJsonObject set = value.toObject();
        const QUrl url = webAddress(set[u"licence_url"].toString());
        const QString licence = set[u"licence"].toString().toHtmlEscaped();
        // Otherwise U+202F would become an ordinary space.
        html += QStringLiteral("<p style=\"white-space:pre-wrap\"><b>%1</b><br>%2<br>%3</p>")
                    .arg(set[u"title"].toObject()[language].toString().toHtmlEscaped(),
                         set[u"credit"].toObject()[language].toString().toHtmlEscaped(),
                         url.isValid()
                             ? QStringLiteral("<a href=\"%1\">%2</a>").arg(url.toString().toHtmlEscaped(), licence)
                             : licence);
    }
    return html;
}

} // namespace

AboutDialog::AboutDialog(const QString &dataFolder, const QStringList &versions, bool french, QWidget *parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::AboutDialog>())
{
    m_ui->setupUi(this);
    m_ui->title->setText(QStringLiteral("Repère " REPERE_VERSION));
    m_ui->title->setFont(bold(scaled(font(), 1.5)));
    m_ui->creditsTitle->setFont(bold(font()));
    m_ui->versions->setText(versions.join(QStringLiteral(" · ")));
    m_ui->versions->setProperty("muted", true);
    m_ui->credits->setHtml(creditsHtml(dataFolder, french));
    connect(m_ui->credits, &QTextBrowser::anchorClicked, this, [this](const QUrl &url) { emit linkRequested(url); });
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(fontMetrics().averageCharWidth() * 80, fontMetrics().height() * 30);
}

AboutDialog::~AboutDialog() = default;

} // namespace repere::gui
