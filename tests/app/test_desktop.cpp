// The built window as its own process on an X display, driven by real keys and mouse; what it did is read in its files
// and on the screen.
#include <QDir>
#include <QImage>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

namespace {

constexpr int kPatience = 60'000; // ms; software OpenGL on a busy machine

/// An X server of its own.
class Screen
{
public:
    Screen()
    {
        m_server.start(QStringLiteral("Xvfb"),
                       {QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-screen"),
                        QStringLiteral("0"), QStringLiteral("1440x900x24"), QStringLiteral("-nolisten"),
                        QStringLiteral("tcp")});
        if (m_server.waitForReadyRead(30'000))
            m_name = u':' + QString::fromLatin1(m_server.readLine()).trimmed();
    }
    ~Screen()
    {
        m_server.terminate();
        m_server.waitForFinished(5000);
    }
    bool isUp() const { return !m_name.isEmpty(); }
    const QString &name() const { return m_name; }

    QByteArray run(const QString &program, const QStringList &arguments) const
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("DISPLAY"), m_name);
        process.setProcessEnvironment(environment);
        process.start(program, arguments);
        process.waitForFinished(30'000);
        return process.readAllStandardOutput();
    }
    void keys(const QStringList &keys) const
    {
        for (const QString &key : keys) {
            run(QStringLiteral("xdotool"), {QStringLiteral("key"), key});
            QTest::qWait(150);
        }
    }
    void type(const QString &text) const
    {
        run(QStringLiteral("xdotool"), {QStringLiteral("type"), QStringLiteral("--delay"), QStringLiteral("25"), text});
    }
    void click(QPoint at) const
    {
        run(QStringLiteral("xdotool"), {QStringLiteral("mousemove"), QString::number(at.x()), QString::number(at.y())});
        QTest::qWait(150);
        run(QStringLiteral("xdotool"), {QStringLiteral("click"), QStringLiteral("1")});
    }
    QImage screen() const
    {
        return QImage::fromData(run(QStringLiteral("import"),
                                    {QStringLiteral("-window"), QStringLiteral("root"), QStringLiteral("png:-")}));
    }

private:
    QProcess m_server;
    QString m_name;
};

/// The window, with a home of its own.
class Window
{
public:
    Window(const Screen &display, const QString &home) : m_display(display), m_home(home)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("DISPLAY"), display.name());
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
        environment.insert(QStringLiteral("LIBGL_ALWAYS_SOFTWARE"), QStringLiteral("1"));
        environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("fr_FR.UTF-8"));
        environment.insert(QStringLiteral("HOME"), home);
        for (const char *name : {"XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"})
            environment.insert(QString::fromLatin1(name), home + u'/' + QString::fromLatin1(name).toLower());
        m_process.setProcessEnvironment(environment);
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QStringLiteral(REPERE_BIN "/repere"), QStringList());
    }
    ~Window() { kill(); }

    bool isOpen() const
    {
        return QTest::qWaitFor([this] { return !state(QStringLiteral("files/last")).toString().isEmpty(); }, kPatience);
    }
    QVariant state(const QString &key) const
    {
        return QSettings(m_home + QStringLiteral("/xdg_state_home/repere/window.ini"), QSettings::IniFormat).value(key);
    }
    QJsonObject filter() const
    {
        return QJsonDocument::fromJson(state(QStringLiteral("work/filter")).toByteArray()).object();
    }
    void kill()
    {
        if (m_process.state() == QProcess::NotRunning)
            return;
        ::kill(static_cast<pid_t>(m_process.processId()), SIGKILL);
        m_process.waitForFinished(10'000);
    }
    int quit()
    {
        m_display.keys({QStringLiteral("ctrl+q")});
        m_process.waitForFinished(20'000);
        return m_process.state() == QProcess::NotRunning && m_process.exitStatus() == QProcess::NormalExit
                   ? m_process.exitCode()
                   : -1;
    }

private:
    const Screen &m_display;
    QString m_home;
    QProcess m_process;
};

QStringList linesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readAll()).split(QStringLiteral("\r\n"), Qt::SkipEmptyParts);
}

/// The upper edge of the first sign of the map: a pixel in the colour of fablabs, right of the list and above the legend.
std::optional<QPoint> firstSign(const QImage &screen)
{
    const QColor fablab(0x1f, 0x6f, 0x78);
    for (int y = 190; y < 760; ++y) {
        for (int x = 640; x < 1060; ++x) {
            const QColor pixel = screen.pixelColor(x, y);
            if (std::abs(pixel.red() - fablab.red()) + std::abs(pixel.green() - fablab.green())
                    + std::abs(pixel.blue() - fablab.blue())
                < 24)
                return QPoint(x, y);
        }
    }
    return std::nullopt;
}

} // namespace

class TestDesktop : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY2(m_display.isUp(), "Xvfb did not start"); }

    void searchSelectExportKillReopen()
    {
        QTemporaryDir home;
        const QString csv = home.filePath(QStringLiteral("trotec.csv"));
        {
            Window window(m_display, home.path());
            QVERIFY(window.isOpen());
            m_display.keys({QStringLiteral("ctrl+f")});
            m_display.type(QStringLiteral("Trotec"));
            QTRY_COMPARE_WITH_TIMEOUT(window.filter()[u"text"].toString(), QStringLiteral("Trotec"), kPatience);
            m_display.keys(
                {QStringLiteral("ctrl+e"), QStringLiteral("Tab"), QStringLiteral("Tab"), QStringLiteral("ctrl+a")});
            m_display.type(csv);
            m_display.keys({QStringLiteral("Return")});
            QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(csv), kPatience);
            const QStringList lines = linesOf(csv);
            QVERIFY(lines.size() > 10);
            QVERIFY(lines.first().startsWith(QChar(0xfeff)) && lines.first().contains(u';'));
            for (const QString &line : lines.sliced(1))
                QVERIFY2(line.contains(QStringLiteral("Découpe laser")), qPrintable(line));
            // A line of the list, by mouse: the selection is remembered.
            m_display.click({420, 320});
            QTRY_VERIFY_WITH_TIMEOUT(window.state(QStringLiteral("work/selected")).toLongLong() > 0, kPatience);
            window.kill();
        }
        Window again(m_display, home.path());
        QVERIFY(again.isOpen());
        QCOMPARE(again.filter()[u"text"].toString(), QStringLiteral("Trotec"));
        const qlonglong selected = again.state(QStringLiteral("work/selected")).toLongLong();
        QVERIFY(selected > 0);
        // The same export from the reopened window gives the same file.
        QTest::qWait(3000);
        const QString second = home.filePath(QStringLiteral("second.csv"));
        m_display.keys(
            {QStringLiteral("ctrl+e"), QStringLiteral("Tab"), QStringLiteral("Tab"), QStringLiteral("ctrl+a")});
        m_display.type(second);
        m_display.keys({QStringLiteral("Return")});
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(second), kPatience);
        QCOMPARE(linesOf(second), linesOf(csv));
        QCOMPARE(again.quit(), 0);
        QCOMPARE(again.state(QStringLiteral("work/selected")).toLongLong(), selected);
    }

    void clickingAFacetAndAClusterAtTheirPixels()
    {
        QTemporaryDir home;
        Window window(m_display, home.path());
        QVERIFY(window.isOpen());
        // The first values of the first facet are régions: a row is hit somewhere below its heading.
        QStringList regions;
        for (int y = 130; y < 260 && regions.isEmpty(); y += 12) {
            m_display.click({110, y});
            QTest::qWait(2500); // longer than the state waits before it is written
            regions = window.filter()[u"region"].toVariant().toStringList();
        }
        QCOMPARE(regions.size(), 1);
        const double zoom = window.state(QStringLiteral("map/zoom")).toDouble();
        std::optional<QPoint> sign;
        QTRY_VERIFY_WITH_TIMEOUT(sign = firstSign(m_display.screen()), kPatience);
        QTest::qWait(2000); // the map stands still
        sign = firstSign(m_display.screen());
        QVERIFY(sign);
        m_display.click(*sign + QPoint(0, 6));
        // A cluster zooms in; a lone place is selected.
        QTRY_VERIFY_WITH_TIMEOUT(window.state(QStringLiteral("map/zoom")).toDouble() > zoom + 0.3
                                     || window.state(QStringLiteral("work/selected")).toLongLong() > 0,
                                 kPatience);
        m_display.keys({QStringLiteral("Escape")});
        QTRY_VERIFY_WITH_TIMEOUT(window.filter().isEmpty(), kPatience);
        QCOMPARE(window.quit(), 0);
    }

    void theDemonstrationLeavesPictureAndFile()
    {
        QTemporaryDir home;
        const QString folder = home.filePath(QStringLiteral("demo"));
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("DISPLAY"), m_display.name());
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
        environment.insert(QStringLiteral("LIBGL_ALWAYS_SOFTWARE"), QStringLiteral("1"));
        environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("fr_FR.UTF-8"));
        for (const char *name : {"XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"})
            environment.insert(QString::fromLatin1(name), home.filePath(QString::fromLatin1(name).toLower()));
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(REPERE_BIN "/repere"), {QStringLiteral("--demo"), folder});
        QVERIFY(process.waitForFinished(240'000));
        QCOMPARE(process.exitCode(), 0);
        const QStringList named = QString::fromUtf8(process.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(named.size(), 2);
        const QImage picture(named[0]);
        QVERIFY(picture.width() > 1000);
        const QStringList lines = linesOf(named[1]);
        QVERIFY(lines.size() > 2);
        for (const QString &line : lines.sliced(1))
            QVERIFY2(line.contains(QStringLiteral("Auvergne-Rhône-Alpes"))
                         && line.contains(QStringLiteral("Découpe laser")),
                     qPrintable(line));
    }

private:
    Screen m_display;
};

QTEST_GUILESS_MAIN(TestDesktop)
#include "test_desktop.moc"
