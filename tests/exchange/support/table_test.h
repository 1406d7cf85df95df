#pragma once

#include "exchange/reader.h"

#include <QFile>
#include <QTemporaryDir>

namespace repere::testing {

/// What tests of tables share: files of their own, and what is said of them.
class TableTest : public QObject
{
protected:
    QTemporaryDir m_folder;
    int m_number = 0;

    QString fileOf(const QByteArray &content, const QString &suffix = QStringLiteral("csv"))
    {
        const QString path = m_folder.filePath(QStringLiteral("t%1.%2").arg(++m_number).arg(suffix));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write the fixture");
        return path;
    }
    QString errorOf(const QString &path, const exchange::ReadRequest &request = {})
    {
        exchange::ReadRequest whole = request;
        whole.paths = {path};
        const auto reader = exchange::openReader(whole);
        if (!reader)
            return reader.error().message.mid(path.size());
        while (true) {
            const auto draft = (*reader)->next();
            if (!draft)
                return draft.error().message.mid(path.size());
            if (!*draft)
                return {};
        }
    }
};

} // namespace repere::testing
