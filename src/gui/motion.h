#pragma once

#include <functional>

class QObject;

namespace repere::gui {

/// Asks the desktop whether this person wants less motion: "reduced-motion" of the settings portal (freedesktop
/// appearance), or animations switched off in GNOME. `answer` comes in the GUI thread while `receiver` lives, and only
/// when the desktop says something; no service is started for it.
void askForLessMotion(QObject *receiver, std::function<void(bool less)> answer);

} // namespace repere::gui
