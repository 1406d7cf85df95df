#pragma once

#include <QDBusConnection>
#include <QImage>
#include <QRect>
#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace repere::testing {

/// One thing on the screen, as assistive technology is told of it.
struct Thing {
    QString name;
    QString role; ///< "label", "push button", "tree item"…
    QRect rect;   ///< pixels of the screen
    bool enabled = false;
};

/// What a person without a mouse would read on the screen: the tree of the accessibility bus (AT-SPI 2), limited to what
/// is showing. Needs a session bus and programs started with QT_LINUX_ACCESSIBILITY_ALWAYS_ON.
class Screen
{
public:
    Screen();

    /// Everything that shows, windows in the order of their appearance. Cells outside their list are left out.
    std::vector<Thing> things() const;
    /// The first thing with this name; with a role, of this role.
    std::optional<Thing> find(const QString &name, const QString &role = {}) const;
    std::optional<Thing> find(const std::function<bool(const Thing &)> &wanted) const;
    /// What shows inside the first thing with this name.
    std::vector<Thing> inside(const QString &name) const;

    /// The pixels of the whole screen.
    static QImage picture();

private:
    struct Node {
        QString service;
        QString path;
    };
    std::optional<Thing> describe(const Node &node) const;
    std::vector<Node> children(const Node &node, const QRect &within) const;
    /// Visits what shows below a node; a visit that returns false ends the walk.
    bool walk(const Node &node, int depth, const QRect &within,
              const std::function<bool(const Node &, const Thing &)> &visit) const;
    bool walkAll(const std::function<bool(const Node &, const Thing &)> &visit) const;

    QDBusConnection m_bus;
};

} // namespace repere::testing
