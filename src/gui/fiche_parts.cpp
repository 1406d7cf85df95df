#include "gui/fiche_parts.h"

#include "core/shown_text.h"
#include "gui/flow_layout.h"
#include "gui/theme.h"

#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace repere::gui {

namespace {

constexpr qsizetype kMostOfTag = 44; // characters
constexpr qsizetype kLongWord = 60;  // longer than any word or address that people write

/// Words that are longer than the sheet is wide may break; what people would copy stays as it is.
QString breakable(const QString &text)
{
    QString broken;
    qsizetype run = 0;
    for (const QChar c : text) {
        run = c.isSpace() ? 0 : run + 1;
        if (run > kLongWord && run % (kLongWord / 3) == 0 && !c.isLowSurrogate())
            broken += QChar(0x200B);
        broken += c;
    }
    return broken;
}

} // namespace

void FicheParts::heading(const QString &text)
{
    space(9);
    auto *label = new QLabel(text, m_body);
    label->setFont(scaled(m_body->font(), 0.9));
    label->setProperty("muted", true);
    m_column->addWidget(label);
}

QLabel *FicheParts::line(const QString &text)
{
    auto *label = new QLabel(breakable(shownText(text)), m_body);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setFocusPolicy(Qt::NoFocus);
    label->setMinimumWidth(1); // one long word must not widen the sheet
    m_column->addWidget(label);
    return label;
}

void FicheParts::unknown(const QString &text)
{
    QLabel *label = line(text);
    label->setFont(italic(m_body->font()));
    label->setProperty("muted", true);
}

void FicheParts::link(const QString &text, const QUrl &url, std::function<void(QUrl)> open)
{
    auto *label =
        new QLabel(QStringLiteral("<a href=\"%1\">%2</a>")
                       .arg(QString::fromUtf8(url.toEncoded()).toHtmlEscaped(), shownLine(text).toHtmlEscaped()),
                   m_body);
    label->setTextFormat(Qt::RichText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    label->setFocusPolicy(Qt::StrongFocus);
    label->setMinimumWidth(1);
    label->setToolTip(shownLine(url.toDisplayString()));
    QObject::connect(label, &QLabel::linkActivated, m_body, [url, open = std::move(open)] { open(url); });
    m_column->addWidget(label);
}

void FicheParts::action(const QString &text, const QString &name, std::function<void()> act)
{
    auto *button = new QToolButton(m_body);
    button->setObjectName(name);
    button->setText(text);
    button->setProperty("link", true);
    QObject::connect(button, &QToolButton::clicked, m_body, std::move(act));
    m_column->addWidget(button, 0, Qt::AlignLeft);
}

void FicheParts::tags(const std::vector<Tag> &tags)
{
    auto *box = new QWidget(m_body);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    box->setSizePolicy(policy);
    auto *flow = new FlowLayout(5, box);
    for (const Tag &tag : tags) {
        auto *label = new QLabel(shownLine(tag.text, kMostOfTag), box);
        label->setMinimumWidth(1);
        label->setTextFormat(Qt::PlainText);
        label->setProperty("tag", tag.matched ? QStringLiteral("matched") : QStringLiteral("plain"));
        label->setToolTip(tag.tip);
        if (tag.doubtful)
            label->setFont(italic(label->font()));
        flow->addWidget(label);
    }
    m_column->addWidget(box);
}

void FicheParts::space(int pixels)
{
    m_column->addSpacing(pixels);
}

QUrl webAddress(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return {};
    // Sources often leave the scheme out.
    const bool hasScheme = trimmed.contains(QLatin1String("://"));
    const QUrl url(hasScheme ? trimmed : QStringLiteral("https://") + trimmed, QUrl::TolerantMode);
    const bool web = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    return web && url.isValid() && url.host().contains(u'.') ? url : QUrl();
}

QString shownAddress(const QUrl &url)
{
    QString host = url.host();
    if (host.startsWith(QLatin1String("www.")))
        host.remove(0, 4);
    const QString path = url.path() == QLatin1String("/") ? QString() : url.path();
    return host + path;
}

} // namespace repere::gui
