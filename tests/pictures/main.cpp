// repere-pictures FOLDER [NAME …]: takes the pictures of docs/map.md in the real window, all or those named.
#include "directory/language.h"
#include "pictures/scenes.h"

#include <QApplication>
#include <QTextStream>

using namespace repere;

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("repere"));
    QApplication::setCursorFlashTime(0); // a picture is taken when nothing changes any more
    directory::installLanguage(application, QStringLiteral("fr"));
    QTextStream err(stderr);
    const QStringList arguments = application.arguments();
    if (arguments.size() < 2) {
        err << "usage: repere-pictures FOLDER [NAME …]" << Qt::endl;
        return 2;
    }
    const QDir folder(arguments[1]);
    const QStringList wanted = arguments.mid(2);
    folder.mkpath(QStringLiteral("."));

    const auto knowledge = directory::Knowledge::load(QStringLiteral(REPERE_SOURCE_DATA));
    if (!knowledge) {
        err << knowledge.error().message << Qt::endl;
        return 3;
    }
    for (const bool dark : {false, true}) {
        std::unique_ptr<pictures::Stage> stage;
        for (const pictures::Scene &scene : pictures::scenes()) {
            if (scene.dark != dark || (!wanted.isEmpty() && !wanted.contains(scene.name)))
                continue;
            if (!stage) {
                stage = std::make_unique<pictures::Stage>();
                if (!stage->open(*knowledge, dark ? gui::ThemeChoice::Dark : gui::ThemeChoice::Light)) {
                    err << "the window does not open" << Qt::endl;
                    return 3;
                }
            }
            stage->reset();
            const QString path = folder.filePath(scene.name + QStringLiteral(".png"));
            if (!scene.take(*stage).save(path)) {
                err << "not written: " << path << Qt::endl;
                return 3;
            }
            QTextStream(stdout) << path << Qt::endl;
        }
    }
    return 0;
}
