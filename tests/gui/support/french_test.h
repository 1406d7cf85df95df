#pragma once

#include "gui/support/french_window.h"
#include "gui/support/own_display.h"

#include <QApplication>
#include <QTest>

namespace repere::testing {

/// What the fiche shows of an atelier as it is in the data.
QStringList dataOf(const Atelier &atelier);
/// The letters that two things in a window answer to with Alt.
QStringList clashingMnemonics(const QWidget &window);
void hidePopups();

/// A test that opens the window in French and looks at one state after the other; what is wrong with a text fails it.
class FrenchTest : public QObject
{
    Q_OBJECT

protected:
    FrenchWindow m_french;

    void look(const char *state) { m_french.look(QString::fromUtf8(state)); }
    bool saw(const char *part) { return m_french.walk().saw(QString::fromUtf8(part)); }
    QAction *action(const QKeySequence &keys) { return m_french.action(keys); }

private slots:
    void initTestCase();
    void cleanup();
};

/// main() of such a test, on a display and in a home of its own.
template <typename Test> int runFrenchTest(int argc, char **argv)
{
    takeOwnDisplay(argc, argv);
    const QTemporaryDir home; // nothing of the person's
    for (const char *name : {"XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"})
        qputenv(name, home.path().toUtf8());
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("repere"));
    Test test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace repere::testing
