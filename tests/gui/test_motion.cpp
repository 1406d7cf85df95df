// Less motion, as the settings portal of a desktop says it: a bus of our own with a portal that answers as told.
#include "gui/motion.h"

#include <QDBusConnection>
#include <QDBusMetaType>
#include <QProcess>
#include <QTest>

using Groups = QMap<QString, QVariantMap>;

class Portal : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")
public:
    Groups settings;
public slots:
    QMap<QString, QVariantMap> ReadAll(const QStringList &) { return settings; }
};

class TestMotion : public QObject
{
    Q_OBJECT

    QProcess m_bus;
    Portal m_portal;

private slots:
    void initTestCase()
    {
        m_bus.start(QStringLiteral("dbus-daemon"),
                    {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address")});
        QVERIFY(m_bus.waitForReadyRead(10'000));
        const QString address = QString::fromUtf8(m_bus.readLine()).trimmed();
        // Without a bus nothing is asked, and nothing answered.
        qunsetenv("DBUS_SESSION_BUS_ADDRESS");
        repere::gui::askForLessMotion(this, [](bool) { QFAIL("asked"); });
        qputenv("DBUS_SESSION_BUS_ADDRESS", address.toUtf8());
        qDBusRegisterMetaType<Groups>();
        QDBusConnection connection = QDBusConnection::connectToBus(address, QStringLiteral("portal"));
        QVERIFY(connection.isConnected());
        QVERIFY(connection.registerObject(QStringLiteral("/org/freedesktop/portal/desktop"), &m_portal,
                                          QDBusConnection::ExportAllSlots));
        QVERIFY(connection.registerService(QStringLiteral("org.freedesktop.portal.Desktop")));
    }

    void cleanupTestCase()
    {
        QDBusConnection::disconnectFromBus(QStringLiteral("portal"));
        m_bus.terminate();
        m_bus.waitForFinished();
    }

    void theDesktopIsHeard_data()
    {
        QTest::addColumn<Groups>("settings");
        QTest::addColumn<int>("less"); // -1: nothing is said
        const QString appearance = QStringLiteral("org.freedesktop.appearance");
        const QString gnome = QStringLiteral("org.gnome.desktop.interface");
        const QString reduced = QStringLiteral("reduced-motion");
        const QString animated = QStringLiteral("enable-animations");
        QTest::newRow("nothing said") << Groups{} << -1;
        QTest::newRow("other settings") << Groups{{appearance, {{QStringLiteral("color-scheme"), 1U}}}} << -1;
        QTest::newRow("no preference") << Groups{{appearance, {{reduced, 0U}}}} << 0;
        QTest::newRow("less, asked for") << Groups{{appearance, {{reduced, 1U}}}} << 1;
        QTest::newRow("GNOME without animations") << Groups{{gnome, {{animated, false}}}} << 1;
        QTest::newRow("GNOME with animations") << Groups{{gnome, {{animated, true}}}} << 0;
    }

    void theDesktopIsHeard()
    {
        QFETCH(Groups, settings);
        QFETCH(int, less);
        m_portal.settings = settings;
        int heard = -1;
        QObject receiver;
        repere::gui::askForLessMotion(&receiver, [&heard](bool wanted) { heard = wanted; });
        if (less < 0)
            QTest::qWait(300);
        else
            QTRY_VERIFY(heard >= 0);
        QCOMPARE(heard, less);
    }
};

QTEST_GUILESS_MAIN(TestMotion)
#include "test_motion.moc"
