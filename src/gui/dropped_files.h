#pragma once

#include <QStringList>

class QDropEvent;
class QWidget;

namespace repere::gui {

/// The files that are dragged here; empty when anything else is among them.
QStringList droppedFiles(const QDropEvent &event);

/// A field of text would write the address of a dragged file into itself: files go past it to the window around it, while
/// texts are still taken. GUI thread.
void letFilesPass(QWidget &field);

} // namespace repere::gui
