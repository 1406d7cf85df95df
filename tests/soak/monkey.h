#pragma once

#include "gui/main_window.h"
#include "models/workspace.h"

#include <QPoint>
#include <QRandomGenerator>
#include <QStringList>
#include <QTimer>

#include <functional>
#include <vector>

class QAbstractItemView;
class QDialog;
class QWidget;

namespace repere::soak {

/// Uses the window as nobody in his right mind would: random keys, clicks and drags in random order, on what is there. The
/// same seed does the same, as far as answers come at the same moments. It stays in its folder and asks no network.
class Monkey
{
public:
    Monkey(gui::MainWindow &window, models::Workspace &workspace, QString folder, quint32 seed);

    /// One act, and some time for the window to follow, or not.
    void act();
    /// From now on only acts of these names, to find which one does harm; false when there is none.
    bool only(const QStringList &names);
    /// What it did since the last call, for a report.
    QStringList takeStory();
    /// The same, for a process that is dying: no allocation, any thread.
    static const char *lastWords();
    /// Shuts every dialog and popup.
    void closeAll();

private:
    struct Act {
        const char *name;
        int weight;
        std::function<void()> run;
    };

    void answerPopup();
    void listActs();
    void type();
    void typePlace();
    void clickFacet();
    void moveMap();
    void draw();
    void changeLayer();
    void clickList();
    void clickFiche();
    void importSome();
    void exportSome();
    void triggerAction();
    void pokeDialog();
    void resize();
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);

    int below(int limit) { return static_cast<int>(m_random.bounded(limit)); }
    bool chance(int percent) { return below(100) < percent; }
    QPoint pointIn(const QWidget &widget);
    template <typename T> T *oneOf(const QList<T *> &items);
    template <typename T> T *shownChild(QWidget &parent, const std::function<bool(T &)> &fits = {});
    QDialog *dialog() const;
    void clickRow(QAbstractItemView &view, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    QString writtenTable();

    gui::MainWindow &m_window;
    models::Workspace &m_workspace;
    const QString m_folder;
    QRandomGenerator m_random;
    std::vector<Act> m_acts;
    void note(const QString &act);         ///< begins an act of the story
    void noteMore(const QString &details); ///< of the act that was noted last
    QStringList m_story;
    int m_files = 0;
    QTimer m_popups; ///< a menu of a button waits in an event loop of its own
};

} // namespace repere::soak
