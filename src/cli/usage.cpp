#include "cli/usage.h"

#include <CLI/CLI.hpp>

#include <QCoreApplication>
#include <QRegularExpression>

namespace repere::cli {

namespace {

struct UsageText {
    Q_DECLARE_TR_FUNCTIONS(Usage)
};

QString afterColon(const QString &text)
{
    const qsizetype colon = text.indexOf(QStringLiteral(": "));
    return colon < 0 ? text : text.mid(colon + 2);
}

QString notAllowed(const QString &option, const QString &value, QString allowed)
{
    return UsageText::tr("%1 \"%2\" is not allowed; allowed: %3.")
        .arg(option, value, allowed.replace(u',', QStringLiteral(", ")));
}

} // namespace

QString usageSentence(const CLI::ParseError &error)
{
    const QString detail = QString::fromUtf8(error.what());
    const QString name = QString::fromStdString(error.get_name());
    // The parser names option, value and what it allows in English of its own: take them out and say them in ours.
    static const QRegularExpression outOfRange(QStringLiteral("^(.*): Value (.*) not in range"));
    static const QRegularExpression notAmong(QStringLiteral("^(.*): (.*) not in \\{(.*)\\}$"));
    static const QRegularExpression transformed(QStringLiteral("^(.*): Check (.*) value in \\{(.*)\\} OR .* FAILED$"));
    static const QRegularExpression arrow(QStringLiteral("->[^,]*"));
    QString sentence;
    if (const auto word = transformed.match(detail); word.hasMatch())
        sentence = notAllowed(word.captured(1), word.captured(2), word.captured(3).remove(arrow));
    else if (const auto match = outOfRange.match(detail); match.hasMatch())
        sentence = UsageText::tr("%1 \"%2\" is not in the range allowed.").arg(match.captured(1), match.captured(2));
    else if (const auto among = notAmong.match(detail); among.hasMatch())
        sentence = notAllowed(among.captured(1), among.captured(2), among.captured(3));
    else if (name == u"ExtrasError" || detail.contains(QStringLiteral("not expected")))
        sentence = UsageText::tr("Not understood: %1.").arg(afterColon(detail));
    else if (name == u"RequiredError" && detail.contains(QStringLiteral("subcommand")))
        sentence = UsageText::tr("A command is missing.");
    else if (name == u"RequiredError")
        sentence = UsageText::tr("Missing: %1.").arg(detail.section(QStringLiteral(" is required"), 0, 0));
    else if (name == u"ConversionError")
        sentence = UsageText::tr("Not a number: %1.").arg(afterColon(detail));
    else if (name == u"ArgumentMismatch")
        sentence = UsageText::tr("A value is missing: %1.").arg(detail.section(u':', 0, 0));
    else
        sentence = UsageText::tr("Value not allowed: %1.").arg(detail);
    return sentence + u' ' + UsageText::tr("Nothing was done; repere-cli --help lists what exists.");
}

} // namespace repere::cli
