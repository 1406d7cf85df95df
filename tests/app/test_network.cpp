// A minute of use under strace: no connection leaves the machine. The same watch finds one outside address when there
// is one.
#include "support/connections.h"
#include "support/desktop.h"
#include "support/screen.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

using repere::testing::Connections;
using repere::testing::Desk;
using repere::testing::Screen;
using repere::testing::Thing;

namespace {

constexpr int kPatience = 120'000; // ms; a traced program is slow
constexpr int kUse = 60'000;

QString french(const char *text)
{
    return QString::fromUtf8(text);
}

QStringList strace(const QString &log)
{
    return {french("strace"), french("-f"), french("--kill-on-exit"),
            french("-qq"),    french("-e"), french("trace=network"),
            french("-o"),     log};
}

bool isReady(const Screen &screen)
{
    return QTest::qWaitFor(
        [&] {
            return screen.find(french("Seulement dans la vue")).has_value()
                   && screen.find([](const Thing &thing) { return thing.name.startsWith(french("Exporter ")); });
        },
        kPatience);
}

/// Words, facets, map and fiche, again and again: what makes the window ask for something.
void useFor(int milliseconds, const Screen &screen)
{
    QElapsedTimer time;
    time.start();
    const auto map = screen.find(french("Carte"));
    const auto box = screen.find(french("Rechercher"), french("text"));
    QVERIFY(map && box);
    const QPoint middle = map->rect.center();
    for (int round = 0; time.elapsed() < milliseconds; ++round) {
        Desk::click(box->rect.center());
        Desk::key(french("ctrl+a"));
        Desk::type(round % 2 ? french("fablab lyon") : french("laser"));
        Desk::key(french("ctrl+a"));
        Desk::key(french("BackSpace"));
        for (const char *label : {"Bretagne, ", "Découpe laser, "}) {
            const auto row = screen.find([&](const Thing &thing) { return thing.name.startsWith(french(label)); });
            if (row)
                Desk::click(row->rect.center());
        }
        Desk::key(french("Escape"));
        Desk::key(french("Escape"));
        Desk::wheel(middle, 2);
        Desk::drag(middle, middle + QPoint(120, 60));
        Desk::wheel(middle, -2);
        Desk::click(middle);
        Desk::key(french("Escape"));
        Desk::key(french("ctrl+0"));
        const auto list = screen.find(french("Lieux"));
        QVERIFY(list);
        Desk::click({list->rect.center().x(), list->rect.top() + 40 + 50 * (round % 5)});
        Desk::key(french("F1"));
        Desk::key(french("Escape"));
        QTest::qWait(500);
    }
}

Connections readLog(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? repere::testing::connectionsOf(QString::fromUtf8(file.readAll()))
                                          : Connections();
}

} // namespace

class TestNetwork : public QObject
{
    Q_OBJECT

private slots:
    void theWatchKnowsTheCalls_data()
    {
        QTest::addColumn<QString>("log");
        QTest::addColumn<int>("local");
        QTest::addColumn<int>("own");
        QTest::addColumn<int>("strange");
        const QString listening =
            french("9 getsockname(12, {sa_family=AF_INET, sin_port=htons(40123), sin_addr=inet_addr(\"127.0.0.1\")}, "
                   "[16]) = 0\n");
        QTest::newRow("display") << french(
            "9 connect(3, {sa_family=AF_UNIX, sun_path=@\"/tmp/.X11-unix/X99\"}, 20) = 0")
                                 << 1 << 0 << 0;
        QTest::newRow("own tiles") << listening
                                          + french("7 connect(14, {sa_family=AF_INET, sin_port=htons(40123), "
                                                   "sin_addr=inet_addr(\"127.0.0.1\")}, 16) = -1 EINPROGRESS")
                                   << 0 << 1 << 0;
        QTest::newRow("another port of this machine")
            << listening
                   + french("7 connect(14, {sa_family=AF_INET, sin_port=htons(631), "
                            "sin_addr=inet_addr(\"127.0.0.1\")}, 16) = 0")
            << 0 << 0 << 1;
        QTest::newRow("outside") << listening
                                        + french("7 connect(14, {sa_family=AF_INET, sin_port=htons(40123), "
                                                 "sin_addr=inet_addr(\"192.0.2.1\")}, 16) = 0")
                                 << 0 << 0 << 1;
        QTest::newRow("outside, version 6")
            << french("7 connect(14, {sa_family=AF_INET6, sin6_port=htons(443), sin6_flowinfo=htonl(0), "
                      "inet_pton(AF_INET6, \"2001:db8::1\", &sin6_addr), sin6_scope_id=0}, 28) = 0")
            << 0 << 0 << 1;
        QTest::newRow("a question to a name server")
            << french("7 sendto(14, \"\\1\\2\", 30, 0, {sa_family=AF_INET, sin_port=htons(53), "
                      "sin_addr=inet_addr(\"192.0.2.53\")}, 16) = 30")
            << 0 << 0 << 1;
    }

    void theWatchKnowsTheCalls()
    {
        QFETCH(QString, log);
        const Connections found = repere::testing::connectionsOf(log);
        QTEST(found.local, "local");
        QTEST(found.own, "own");
        QTEST(static_cast<int>(found.strange.size()), "strange");
    }

    void aMinuteOfUseStaysOnThisMachine()
    {
        Desk desk;
        const Screen screen;
        const QString log = desk.path(french("network.log"));
        QVERIFY(desk.open({}, strace(log)));
        QVERIFY(isReady(screen));
        useFor(kUse, screen);
        QVERIFY(desk.isOpen());
        desk.kill();
        const Connections found = readLog(log);
        QVERIFY2(found.strange.isEmpty(), qPrintable(found.strange.join(u'\n')));
        QVERIFY(found.local > 0); // the X server: the watch does see
        QVERIFY(found.own > 0);   // the tiles
    }

    void oneOutsideAddressIsFound()
    {
        Desk desk;
        const Screen screen;
        const QString log = desk.path(french("network.log"));
        // The address is one of those that no machine has (RFC 5737).
        const QStringList alsoOutside{french("bash"), french("-c"),
                                      french("(exec 9<>/dev/udp/192.0.2.1/9); exec \"$@\""), french("bash")};
        QVERIFY(desk.open({}, strace(log) + alsoOutside));
        QVERIFY(isReady(screen));
        useFor(3000, screen);
        desk.kill();
        const Connections found = readLog(log);
        QCOMPARE(found.strange.size(), 1);
        QVERIFY(found.strange.first().contains(french("192.0.2.1")));
    }
};

int main(int argc, char **argv)
{
    repere::testing::needDesktop(argv);
    QCoreApplication application(argc, argv);
    TestNetwork test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_network.moc"
