#include "cli/usage.h"

#include <CLI/CLI.hpp>

#include <QCoreApplication>

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

} // namespace

QString usageSentence(const CLI::ParseError &error)
{
    const QString detail = QString::fromUtf8(error.what());
    const QString name = QString::fromStdString(error.get_name());
    QString sentence;
    if (name == u"ExtrasError")
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
