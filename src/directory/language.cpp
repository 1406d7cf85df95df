#include "directory/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace repere::directory {

QString chooseLanguage(const QString &option)
{
    if (option == u"fr" || option == u"en")
        return option;
    for (const char *variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const QString locale = qEnvironmentVariable(variable).section(u'.', 0, 0);
        if (locale.isEmpty())
            continue;
        const bool silent = locale == u"C" || locale == u"POSIX";
        return silent || locale.startsWith(u"fr") ? QStringLiteral("fr") : QStringLiteral("en");
    }
    return QStringLiteral("fr");
}

void installLanguage(QCoreApplication &application, const QString &language)
{
    const bool french = language == u"fr";
    QLocale::setDefault(french ? QLocale(QLocale::French, QLocale::France)
                               : QLocale(QLocale::English, QLocale::UnitedKingdom));
    if (!french)
        return;
    for (const QString &file : {QLibraryInfo::path(QLibraryInfo::TranslationsPath) + QStringLiteral("/qtbase_fr.qm"),
                                QStringLiteral(":/i18n/repere_fr.qm")}) {
        auto *translator = new QTranslator(&application);
        if (translator->load(file))
            application.installTranslator(translator);
    }
}

} // namespace repere::directory
