#include "gui/dropped_files.h"

#include <QDropEvent>
#include <QMimeData>
#include <QUrl>
#include <QWidget>

namespace repere::gui {

namespace {

class FilesPass final : public QObject
{
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        // What is refused on entering goes to the widget around, and the drop with it.
        if (event->type() == QEvent::DragEnter && !droppedFiles(*static_cast<QDropEvent *>(event)).isEmpty()) {
            event->ignore();
            return true;
        }
        return QObject::eventFilter(watched, event);
    }
};

} // namespace

QStringList droppedFiles(const QDropEvent &event)
{
    QStringList files;
    for (const QUrl &url : event.mimeData()->urls()) {
        if (!url.isLocalFile())
            return {};
        files << url.toLocalFile();
    }
    return files;
}

void letFilesPass(QWidget &field)
{
    field.installEventFilter(new FilesPass(&field));
}

} // namespace repere::gui
