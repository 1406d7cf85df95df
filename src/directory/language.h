#pragma once

#include <QString>

class QCoreApplication;

namespace repere::directory {

/// "fr" or "en": the option when given, else the locale of the environment (LC_ALL, LC_MESSAGES, LANG); French when it says
/// nothing ("", "C", "POSIX"), English for any other language than French.
QString chooseLanguage(const QString &option);

/// Loads our translation and Qt's own for "fr", nothing for "en" (the source language), and sets the default QLocale.
void installLanguage(QCoreApplication &application, const QString &language);

} // namespace repere::directory
