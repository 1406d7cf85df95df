#pragma once

#include "gui/main_window.h"
#include "gui/support/french_rules.h"
#include "gui/support/text_walk.h"
#include "models/map_state.h"
#include "models/support/sample_directory.h"

#include <QPointer>

class QAction;
class QDialog;
class QLabel;
class QQuickItem;
class QQuickWidget;

namespace repere::testing {

inline constexpr int kPatience = 30'000; ///< ms: other work may run on this machine

/// The window in French with its map over the starter directory and two more places: one of which everything is known, to
/// the day (the starter directory knows years only), and one of which only the name is. It looks at what is on the screen
/// and remembers what is wrong.
class FrenchWindow : public QObject
{
    Q_OBJECT
public:
    static const QString kFull;
    static const QString kBare;

    /// Opens everything; false when something does not come.
    bool open();

    /// Looks at everything that is shown now.
    void look(const QString &state);
    /// What is wrong with the texts seen since the last call.
    QString takeFaults();
    TextWalk &walk() { return m_walk; }

    models::Workspace &workspace() { return *m_workspace; }
    gui::MainWindow &window() { return *m_window; }
    const QTemporaryDir &folder() const { return m_folder; }

    AtelierId idOf(const QString &name) const;
    bool setFilter(const Filter &filter); ///< waits for its answer
    bool bannerSays(const QString &part); ///< waits for it
    QAction *action(const QKeySequence &keys) const;
    QLabel *label(const QString &name) const;
    QQuickWidget *map() const;
    /// The first item of the map of this QML type.
    QQuickItem *mapItem(const char *type, QQuickItem *from = nullptr) const;
    models::MapState *mapState() const;

    template <typename T> T ask(std::function<T(directory::Directory &)> work)
    {
        std::optional<T> answer;
        m_workspace->ask<T>(this, std::move(work), [&answer](T value) { answer = std::move(value); });
        if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, kPatience))
            qFatal("the directory does not answer");
        return std::move(*answer);
    }
    /// The dialog of this class once it is on the screen.
    template <typename T> T *shown()
    {
        T *dialog = nullptr;
        const auto there = [&] {
            for (T *candidate : m_window->findChildren<T *>())
                if (candidate->isVisible())
                    dialog = candidate;
            return dialog != nullptr;
        };
        return QTest::qWaitFor(there, kPatience) ? dialog : nullptr;
    }
    static bool close(QDialog *dialog); ///< waits until it is gone

private:
    void teachRules();
    bool addPlaces();

    QTemporaryDir m_folder;
    directory::Knowledge m_knowledge = shippedKnowledge();
    FrenchRules m_rules;
    TextWalk m_walk;
    QStringList m_faults;
    std::unique_ptr<models::Workspace> m_workspace;
    std::unique_ptr<gui::MainWindow> m_window; // destroyed before the workspace
};

} // namespace repere::testing
