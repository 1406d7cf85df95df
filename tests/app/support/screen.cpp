#include "screen.h"

#include <QDBusArgument>
#include <QDBusMessage>
#include <QProcess>

namespace repere::testing {

namespace {

// Names, states and calls: https://gitlab.gnome.org/GNOME/at-spi2-core/-/tree/main/xml
constexpr uint kEnabled = 8;
constexpr uint kShowing = 25;
constexpr uint kScreenCoordinates = 0;
constexpr int kDeepest = 60;
constexpr int kTimeout = 5000; // ms for one answer
const QString kAccessible = QStringLiteral("org.a11y.atspi.Accessible");

QVariantList call(const QDBusConnection &bus, const QString &service, const QString &path, const QString &interface,
                  const QString &method, const QVariantList &arguments = {})
{
    QDBusMessage message = QDBusMessage::createMethodCall(service, path, interface, method);
    message.setArguments(arguments);
    const QDBusMessage answer = bus.call(message, QDBus::Block, kTimeout);
    return answer.type() == QDBusMessage::ReplyMessage ? answer.arguments() : QVariantList();
}

QVariant property(const QDBusConnection &bus, const QString &service, const QString &path, const QString &name)
{
    const QVariantList answer = call(bus, service, path, QStringLiteral("org.freedesktop.DBus.Properties"),
                                     QStringLiteral("Get"), {kAccessible, name});
    return answer.isEmpty() ? QVariant() : answer.first().value<QDBusVariant>().variant();
}

QString accessibilityBus()
{
    const QVariantList answer =
        call(QDBusConnection::sessionBus(), QStringLiteral("org.a11y.Bus"), QStringLiteral("/org/a11y/bus"),
             QStringLiteral("org.a11y.Bus"), QStringLiteral("GetAddress"));
    return answer.value(0).toString();
}

} // namespace

Screen::Screen() : m_bus(QDBusConnection::connectToBus(accessibilityBus(), QStringLiteral("accessibility"))) {}

std::optional<Thing> Screen::describe(const Node &node) const
{
    const auto ask = [&](const QString &interface, const QString &method, const QVariantList &arguments = {}) {
        return call(m_bus, node.service, node.path, interface, method, arguments);
    };
    const QVariantList states = ask(kAccessible, QStringLiteral("GetState"));
    if (states.isEmpty())
        return std::nullopt;
    const auto bits = qdbus_cast<QList<uint>>(states.first().value<QDBusArgument>());
    if (bits.isEmpty() || !(bits.first() >> kShowing & 1))
        return std::nullopt;
    Thing thing;
    thing.enabled = bits.first() >> kEnabled & 1;
    thing.name = property(m_bus, node.service, node.path, QStringLiteral("Name")).toString();
    thing.role = ask(kAccessible, QStringLiteral("GetRoleName")).value(0).toString();
    const QVariantList extents = ask(QStringLiteral("org.a11y.atspi.Component"), QStringLiteral("GetExtents"),
                                     {QVariant::fromValue(kScreenCoordinates)});
    if (!extents.isEmpty()) {
        const auto argument = extents.first().value<QDBusArgument>();
        int x = 0, y = 0, width = 0, height = 0;
        argument.beginStructure();
        argument >> x >> y >> width >> height;
        argument.endStructure();
        thing.rect = {x, y, width, height};
    }
    return thing;
}

std::vector<Screen::Node> Screen::children(const Node &node, const QRect &within) const
{
    std::vector<Node> nodes;
    const int count = property(m_bus, node.service, node.path, QStringLiteral("ChildCount")).toInt();
    for (int i = 0; i < count; ++i) {
        const QVariantList answer =
            call(m_bus, node.service, node.path, kAccessible, QStringLiteral("GetChildAtIndex"), {i});
        if (answer.isEmpty())
            break;
        const auto argument = answer.first().value<QDBusArgument>();
        Node child;
        QDBusObjectPath path;
        argument.beginStructure();
        argument >> child.service >> path;
        argument.endStructure();
        child.path = path.path();
        nodes.push_back(child);
        // A list of thousands: what comes below its lower edge does not show.
        if (count > 60 && i % 16 == 15) {
            const auto thing = describe(child);
            if (thing && within.isValid() && thing->rect.top() > within.bottom())
                break;
        }
    }
    return nodes;
}

bool Screen::walk(const Node &node, int depth, const QRect &within,
                  const std::function<bool(const Node &, const Thing &)> &visit) const
{
    const auto thing = describe(node);
    if (!thing || depth > kDeepest)
        return true;
    if (within.isValid() && thing->rect.isValid() && !within.intersects(thing->rect))
        return true;
    if (!visit(node, *thing))
        return false;
    for (const Node &child : children(node, thing->rect)) {
        if (!walk(child, depth + 1, thing->rect.isValid() ? thing->rect : within, visit))
            return false;
    }
    return true;
}

bool Screen::walkAll(const std::function<bool(const Node &, const Thing &)> &visit) const
{
    const Node registry{QStringLiteral("org.a11y.atspi.Registry"), QStringLiteral("/org/a11y/atspi/accessible/root")};
    for (const Node &application : children(registry, {})) {
        for (const Node &window : children(application, {})) {
            if (!walk(window, 0, {}, visit))
                return false;
        }
    }
    return true;
}

std::vector<Thing> Screen::things() const
{
    std::vector<Thing> all;
    walkAll([&all](const Node &, const Thing &thing) {
        all.push_back(thing);
        return true;
    });
    return all;
}

std::optional<Thing> Screen::find(const std::function<bool(const Thing &)> &wanted) const
{
    std::optional<Thing> found;
    walkAll([&](const Node &, const Thing &thing) {
        if (wanted(thing))
            found = thing;
        return !found;
    });
    return found;
}

std::optional<Thing> Screen::find(const QString &name, const QString &role) const
{
    return find([&](const Thing &thing) { return thing.name == name && (role.isEmpty() || thing.role == role); });
}

std::vector<Thing> Screen::inside(const QString &name) const
{
    std::vector<Thing> all;
    walkAll([&](const Node &node, const Thing &thing) {
        if (thing.name != name)
            return true;
        walk(node, 0, {}, [&all](const Node &, const Thing &part) {
            all.push_back(part);
            return true;
        });
        return false;
    });
    return all;
}

QImage Screen::picture()
{
    QProcess import;
    import.start(QStringLiteral("import"),
                 {QStringLiteral("-window"), QStringLiteral("root"), QStringLiteral("png:-")});
    if (!import.waitForFinished(20'000))
        return {};
    return QImage::fromData(import.readAllStandardOutput(), "PNG");
}

} // namespace repere::testing
