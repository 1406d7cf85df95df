// repere-soak: uses the window at random for a while. After each lap every count is that of SQL, and what the process holds
// at rest does not grow. Run by scripts/soak, on a display of its own.
#include "basemap/map_painter.h"
#include "gui/map_pane.h"
#include "gui/result_list.h"
#include "gui/result_pane.h"
#include "gui/theme.h"
#include "soak/growth.h"
#include "soak/held.h"
#include "soak/monkey.h"
#include "support/filter_sql.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDesktopServices>
#include <QDockWidget>
#include <QElapsedTimer>
#include <QFile>
#include <QMenu>
#include <QPixmapCache>
#include <QPointer>
#include <QQmlEngine>
#include <QQuickWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

#include <SQLiteCpp/SQLiteCpp.h>

#include <execinfo.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdio>
#include <cstring>

using namespace repere;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatience = 60'000;                   // ms, for one answer
constexpr int kLeastLaps = soak::kWarmUpSteps + 10; // fewer say nothing about growth
constexpr double kAllowedBytes = 2'000'000;         // of growth, in the whole run after its warm-up
constexpr std::size_t kFillingLaps = 125;           // in a run of fewer, its warm-up ends while caches still fill…
constexpr double kAllowedFilling = 25'000'000;      // …which an hour's run had ended 20 MB higher
constexpr int kActsBetweenChecks = 6;

/// When the process dies of a fault, the log shall tell after what, and where it was seen. Nothing here allocates: the heap may be
/// what is broken.
void tellLastWords(int signal)
{
    std::signal(signal, SIG_DFL);
    const auto say = [](const char *text) { (void)!write(STDERR_FILENO, text, std::strlen(text)); };
    say("repere-soak: a fault after");
    say(soak::Monkey::lastWords());
    say("\n");
    std::array<void *, 64> frames{};
    backtrace_symbols_fd(frames.data(), backtrace(frames.data(), static_cast<int>(frames.size())), STDERR_FILENO);
    std::raise(signal);
}

struct Plan {
    qint64 milliseconds = 60'000;
    int acts = 18; ///< of a lap
    quint32 seed = 1;
    QStringList only; ///< acts; empty: all
    int leak = 0;     ///< bytes lost on purpose with every act: does the alarm ring?
};

class Soak : public QObject
{
    Q_OBJECT
public:
    explicit Soak(const Plan &plan)
        : m_plan(plan), m_random(plan.seed),
          m_knowledge(*directory::Knowledge::load(QStringLiteral(REPERE_SOURCE_DATA))),
          m_painter(*basemap::MapPainter::load(m_knowledge.dataFolder())),
          m_workspace(m_knowledge, directory::Clock::system()),
          m_window(m_workspace, models::Words(m_knowledge, true), gui::WindowState{}, {u"soak"_s}),
          m_monkey(m_window, m_workspace, m_folder.path(), plan.seed)
    {
        std::array<void *, 1> frame{};
        backtrace(frame.data(), 1); // loads what it needs
        for (const int signal : {SIGABRT, SIGSEGV, SIGBUS})
            std::signal(signal, &tellLastWords);
        for (const char *scheme : {"http", "https", "file", "geo", "mailto", "tel"})
            QDesktopServices::setUrlHandler(QString::fromLatin1(scheme), this, "swallow");
    }

    /// 0: nothing is wrong.
    int run()
    {
        if (!m_plan.only.isEmpty() && !m_monkey.only(m_plan.only))
            return fault(u"there is no such act"_s);
        if (!begin())
            return fault(u"the window does not open"_s);
        QElapsedTimer time;
        time.start();
        if (!freshFile() || !warmUp())
            return fault(u"the window does not come to rest"_s);
        std::printf("lap    s  acts checks    heap/kB resident/kB widgets files\n");
        for (int lap = 0; time.elapsed() < m_plan.milliseconds || lap < kLeastLaps; ++lap) {
            m_monkey.takeStory();
            if (!freshFile())
                return fault(u"the file does not open"_s);
            for (int act = 0; act < m_plan.acts; ++act) {
                m_monkey.act();
                lose();
                if (act % kActsBetweenChecks == kActsBetweenChecks - 1 && !check())
                    return fault(m_monkey.takeStory().join(u"; "_s));
            }
            if (!rest())
                return fault(u"the window does not come to rest: "_s + m_monkey.takeStory().join(u"; "_s));
            const soak::Held held = soak::heldNow();
            m_laps.push_back(held);
            std::printf("%3d %4lld %5d %6d %10lld %11lld %7d %5d\n", lap, static_cast<long long>(time.elapsed() / 1000),
                        (lap + 1) * m_plan.acts, m_checks, static_cast<long long>(held.heap / 1000),
                        static_cast<long long>(held.resident / 1000), held.widgets, held.files);
            std::fflush(stdout);
        }
        return judge();
    }

public slots:
    void swallow(const QUrl &) {}

private:
    bool begin()
    {
        m_base = m_folder.filePath(u"base.gpkg"_s);
        if (!directory::Directory::open({.path = m_base, .mode = store::OpenMode::Create, .seed = true}, m_knowledge,
                                        directory::Clock::system()))
            return false;
        gui::applyTheme(*qApp, gui::ThemeChoice::Light);
        m_window.resize(1280, 800);
        m_window.show();
        m_window.setMap(m_painter);
        return QTest::qWaitForWindowExposed(&m_window, kPatience);
    }

    /// Everything that is kept once it was shown: the names of every zoom in both themes, the outlines of every layer.
    bool warmUp()
    {
        for (const basemap::Theme theme : {basemap::Theme::Dark, basemap::Theme::Light}) {
            m_window.map()->setTheme(theme);
            for (int zoom = 3; zoom <= 13; ++zoom) {
                m_window.map()->setView({46.6, 2.4}, zoom);
                QTest::qWait(120);
            }
        }
        for (const TerritoryLevel level : {TerritoryLevel::Region, TerritoryLevel::Departement}) {
            models::LayerSettings settings;
            settings.kind = models::LayerSettings::Kind::Territories;
            settings.level = level;
            m_window.layers().setSettings(settings);
            QTest::qWait(200);
        }
        models::LayerSettings settings;
        settings.kind = models::LayerSettings::Kind::Uncovered;
        m_window.layers().setSettings(settings);
        QTest::qWait(200);
        return rest();
    }

    /// Each lap begins with the same directory under another name: what a lap adds does not count as growth.
    bool freshFile()
    {
        m_file = m_folder.filePath(u"lap%1.gpkg"_s.arg(m_laps.size() % 2));
        for (const char *suffix : {"", "-wal", "-shm"})
            QFile::remove(m_file + QString::fromLatin1(suffix));
        if (!QFile::copy(m_base, m_file))
            return false;
        m_workspace.open({.path = m_file, .mode = store::OpenMode::ReadWrite, .seed = false});
        return QTest::qWaitFor([this] { return m_workspace.path() == m_file && m_workspace.result(); }, kPatience)
               && answered();
    }

    /// Waits until the directory has nothing to do and the answer on the screen is that of the present filter.
    bool answered()
    {
        for (int round = 0; round < 2; ++round) {
            bool back = false;
            m_workspace.ask<int>(this, [](directory::Directory &) { return 0; }, [&back](int) { back = true; });
            if (!QTest::qWaitFor([&back] { return back; }, kPatience))
                return false;
        }
        return QTest::qWaitFor(
            [this] { return m_workspace.result() && m_workspace.result()->filter() == m_workspace.filter(); },
            kPatience);
    }

    /// Every count against SQL on the same file.
    bool check()
    {
        QTest::qWait(250); // the search field waits for the end of a word
        if (!answered())
            return fault(u"no answer"_s) == 0;
        const auto result = m_workspace.result();
        std::vector<testing::SearchWord> words;
        const QString text = result->filter().text;
        if (!text.trimmed().isEmpty()) {
            const auto known = std::ranges::find_if(testing::searchWords(), [&text](const testing::SearchWord &word) {
                return word.typed == text || word.typed.trimmed() == text;
            });
            // A word half typed means something else, which the table does not say.
            if (known == testing::searchWords().end() || (known->typed != text && known->typed.endsWith(u' ')))
                return true;
            words.push_back(*known);
        }
        SQLite::Database database(m_workspace.path().toStdString(), SQLite::OPEN_READONLY, 5'000);
        QStringList wrong = testing::differencesFromSql(database, *result, words);
        const int rows = m_window.results()->list()->model()->rowCount();
        if (rows != result->count())
            wrong << u"the list has %1 rows of %2"_s.arg(rows).arg(result->count());
        ++m_checks;
        for (const QString &difference : wrong)
            std::fprintf(stderr, "%s\n", qPrintable(difference));
        return wrong.isEmpty();
    }

    /// Back to where each lap ends: no dialog, no filter, the same view, caches as at the beginning.
    bool rest()
    {
        m_monkey.closeAll();
        m_window.resize(1280, 800);
        for (QDockWidget *dock : m_window.findChildren<QDockWidget *>())
            dock->show();
        m_window.layers().setSettings({});
        m_window.map()->draw(models::MapSelection::Tool::None);
        m_window.map()->setOnlyInView(false);
        m_workspace.setFilter({});
        m_workspace.select(0);
        m_window.say({});
        gui::applyTheme(*qApp, gui::ThemeChoice::Light);
        m_window.map()->setTheme(basemap::Theme::Light);
        m_window.map()->setView({46.6, 2.4}, 5.5);
        m_window.findChild<QMenu *>(u"ground"_s)->actions().first()->trigger(); // forgets its tiles
        if (!answered() || !check())
            return false;
        QTest::qWait(800);
        QThreadPool::globalInstance()->waitForDone();
        QTest::qWait(100);
        QQuickWidget *map = m_window.map()->findChild<QQuickWidget *>();
        map->engine()->collectGarbage();
        QPixmapCache::clear();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        return true;
    }

    void lose()
    {
        if (m_plan.leak > 0)
            m_lost.push_back(std::make_unique<char[]>(static_cast<std::size_t>(m_plan.leak)).release());
    }

    static int fault(const QString &text)
    {
        std::fprintf(stderr, "repere-soak: %s\n", qPrintable(text));
        return 1;
    }

    std::vector<double> series(auto member) const
    {
        std::vector<double> values;
        for (const soak::Held &held : m_laps)
            values.push_back(static_cast<double>(held.*member));
        return soak::afterWarmUp(values);
    }

    int judge() const
    {
        int status = 0;
        const auto look = [&](const char *what, const std::vector<double> &values, double allowed) {
            const soak::Growth growth = soak::growthOf(values);
            const bool grows = growth.isMoreThan(allowed);
            std::printf("%s: %+.1f a lap, %+.0f in %d laps after the warm-up (allowed %.0f), score %.1f%s\n", what,
                        growth.perStep, growth.total(), growth.steps, allowed, growth.score, grows ? ": GROWS" : "");
            status |= grows ? 1 : 0;
        };
        look("heap, bytes", series(&soak::Held::heap), m_laps.size() < kFillingLaps ? kAllowedFilling : kAllowedBytes);
        look("widgets", series(&soak::Held::widgets), 8);
        look("open files", series(&soak::Held::files), 4);
        const soak::Growth resident = soak::growthOf(series(&soak::Held::resident));
        std::printf("resident, bytes: %+.0f in %d laps, score %.1f (not judged: arenas keep what was freed)\n",
                    resident.total(), resident.steps, resident.score);
        std::printf("%zu laps, %zu acts, %d comparisons with SQL, seed %u: %s\n", m_laps.size(),
                    m_laps.size() * static_cast<std::size_t>(m_plan.acts), m_checks, m_plan.seed,
                    status == 0 ? "nothing is wrong" : "something grows");
        return status;
    }

    const Plan m_plan;
    QTemporaryDir m_folder;
    QRandomGenerator m_random;
    directory::Knowledge m_knowledge;
    std::shared_ptr<const basemap::MapPainter> m_painter;
    models::Workspace m_workspace;
    gui::MainWindow m_window; // destroyed before the workspace
    soak::Monkey m_monkey;
    QString m_base;
    QString m_file;
    std::vector<soak::Held> m_laps;
    std::vector<char *> m_lost;
    int m_checks = 0;
};

} // namespace

int main(int argc, char **argv)
{
    QTemporaryDir home; // the monkey saves where it likes
    for (const char *name : {"HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"})
        qputenv(name, home.path().toUtf8());
    qputenv("LIBGL_ALWAYS_SOFTWARE", "1");
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"repere"_s);

    QCommandLineParser parser;
    parser.addOptions({{u"seconds"_s, u"How long; at least 22 laps."_s, u"n"_s, u"60"_s},
                       {u"acts"_s, u"Acts of a lap."_s, u"n"_s, u"18"_s},
                       {u"seed"_s, u"Of the random acts."_s, u"n"_s, u"1"_s},
                       {u"only"_s, u"Only acts of these names, with commas between."_s, u"names"_s},
                       {u"leak"_s, u"Bytes lost with every act, to hear the alarm."_s, u"n"_s, u"0"_s}});
    parser.addHelpOption();
    parser.process(application);
    return Soak({.milliseconds = parser.value(u"seconds"_s).toLongLong() * 1000,
                 .acts = std::max(1, parser.value(u"acts"_s).toInt()),
                 .seed = parser.value(u"seed"_s).toUInt(),
                 .only = parser.value(u"only"_s).split(u',', Qt::SkipEmptyParts),
                 .leak = parser.value(u"leak"_s).toInt()})
        .run();
}

#include "main.moc"
