#include "fuzz/fuzzing.h"

#include <QFile>
#include <QTemporaryDir>

#include <cstdio>
#include <cstdlib>

namespace repere::fuzz {

using namespace exchange;

void require(bool holds, const char *invariant, const QString &detail)
{
    if (holds)
        return;
    std::fprintf(stderr, "broken: %s %s\n", invariant, qPrintable(detail.left(400)));
    std::abort();
}

QString inputFile(const QByteArray &content, const QString &suffix)
{
    static const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("input.") + suffix);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s: %s", qPrintable(path), qPrintable(file.errorString()));
    return path;
}

namespace {

void requireSense(const Draft &draft)
{
    for (const ImportReport::Rejection &rejection : draft.rejections)
        require(!rejection.cause.isEmpty(), "a rejection says why", draft.atelier.name);
    for (const ImportReport::Repair &repair : draft.repairs) {
        require(!repair.field.isEmpty() && !repair.why.isEmpty(), "a repair says of what and why", repair.field);
        require(repair.from != repair.to, "a repair changes something", repair.from);
    }
    if (!draft.rejections.empty())
        return;
    require(!draft.atelier.name.trimmed().isEmpty(), "a draft has a name");
    require(!draft.atelier.name.contains(QChar::Null), "a name has no NUL", draft.atelier.name);
    require(!draft.atelier.point || draft.atelier.point->isValid(), "a position is valid or none", draft.atelier.name);
}

} // namespace

void readToTheEnd(const ReadRequest &request, const QString &formatId, std::size_t mostRecords)
{
    const auto reader = openReader(request, formatId);
    if (!reader) {
        require(!reader.error().message.isEmpty(), "an error has a message");
        return;
    }
    for (std::size_t records = 0;; ++records) {
        require(records <= mostRecords, "the records end");
        const auto draft = (*reader)->next();
        if (!draft) {
            require(!draft.error().message.isEmpty(), "an error has a message");
            return;
        }
        if (!*draft)
            break;
        requireSense(**draft);
        require((*reader)->progress() <= 1, "progress ends at 1");
    }
    for (const QString &remark : (*reader)->remarks())
        require(!remark.isEmpty(), "a remark says something");
}

} // namespace repere::fuzz
