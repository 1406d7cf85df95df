#include "gui/ground_consent.h"

#include "gui/theme.h"
#include "ui_ground_consent.h"

#include <QLayout>
#include <QPushButton>

namespace repere::gui {

GroundConsent::GroundConsent(const basemap::TileProvider &provider, QWidget *parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::GroundConsent>())
{
    m_ui->setupUi(this);
    m_ui->title->setText(tr("Connect to “%1”?").arg(provider.name));
    m_ui->title->setFont(bold(scaled(font(), 1.2)));
    m_ui->who->setText(
        tr("Repère opens no connection by itself. To show this map it asks %1 (%2) for the squares of the "
           "map that you look at.")
            .arg(provider.operatorName, provider.hosts().join(QStringLiteral(", "))));
    const QUrl terms(provider.terms);
    m_ui->terms->setVisible(terms.scheme() == QLatin1StringView("https"));
    m_ui->terms->setText(QStringLiteral("<a href=\"%1\">%2</a>")
                             .arg(terms.toString().toHtmlEscaped(), tr("Conditions of use of this map")));
    connect(m_ui->terms, &QLabel::linkActivated, this, [this](const QString &link) { emit linkRequested(QUrl(link)); });
    QPushButton *connectButton = m_ui->buttons->addButton(tr("&Connect"), QDialogButtonBox::AcceptRole);
    connectButton->setObjectName(QStringLiteral("connect"));
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    QPushButton *cancel = m_ui->buttons->button(QDialogButtonBox::Cancel);
    cancel->setDefault(true);
    cancel->setFocus();
    const int width = fontMetrics().averageCharWidth() * 72;
    resize(width, layout()->totalHeightForWidth(width)); // lines that wrap tell their height for a width only
}

GroundConsent::~GroundConsent() = default;

} // namespace repere::gui
