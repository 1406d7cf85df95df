#pragma once

#include <QCoreApplication>
#include <QProcess>
#include <QTest>

namespace repere::testing {

inline constexpr char kInside[] = "REPERE_TEST_FOLDER";

/// Whether this is the second run, inside: the folder is in kInside.
inline bool isInside()
{
    return qEnvironmentVariableIsSet(kInside);
}

/// The current test row again, in a namespace of its own (unshare), after `preparation` ("$1" is the folder). Empty when it
/// passed, "skip" when this machine allows no such namespace, else its output.
inline QByteArray runAgain(const QString &unshareOption, const QString &preparation, const QString &folder)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QString::fromLatin1(kInside), folder);
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    const QString row = QString::fromUtf8(QTest::currentTestFunction())
                        + (QTest::currentDataTag() ? u':' + QString::fromUtf8(QTest::currentDataTag()) : QString());
    process.start(QStringLiteral("unshare"),
                  {unshareOption, QStringLiteral("sh"), QStringLiteral("-c"),
                   QStringLiteral("{ ") + preparation + QStringLiteral("; } || exit 77; exec \"$2\" \"$3\""),
                   QStringLiteral("sh"), folder, QCoreApplication::applicationFilePath(), row});
    if (!process.waitForFinished(120'000))
        return "not finished";
    const QByteArray output = process.readAll();
    if (process.exitCode() == 77 || output.startsWith("unshare"))
        return "skip";
    return process.exitCode() == 0 ? QByteArray() : output + " ";
}

} // namespace repere::testing
