#include "gui/motion.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace repere::gui {

namespace {

constexpr int kPatience = 2000; // ms
using Groups = QMap<QString, QVariantMap>;

} // namespace

void askForLessMotion(QObject *receiver, std::function<void(bool less)> answer)
{
    if (qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS"))
        return; // asking would start a bus
    qDBusRegisterMetaType<Groups>();
    const QString appearance = QStringLiteral("org.freedesktop.appearance");
    const QString gnome = QStringLiteral("org.gnome.desktop.interface");
    QDBusMessage question = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.portal.Desktop"), QStringLiteral("/org/freedesktop/portal/desktop"),
        QStringLiteral("org.freedesktop.portal.Settings"), QStringLiteral("ReadAll"));
    question.setAutoStartService(false);
    question << QStringList{appearance, gnome};
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(question, kPatience), receiver);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, receiver,
                     [watcher, appearance, gnome, answer = std::move(answer)] {
                         watcher->deleteLater();
                         const QDBusPendingReply<Groups> reply = *watcher;
                         if (reply.isError())
                             return; // no portal
                         const QVariant reduced = reply.value()[appearance].value(QStringLiteral("reduced-motion"));
                         const QVariant animated = reply.value()[gnome].value(QStringLiteral("enable-animations"));
                         if (reduced.isValid() || animated.isValid())
                             answer(reduced.toUInt() == 1 || (animated.isValid() && !animated.toBool()));
                     });
}

} // namespace repere::gui
