#pragma once

#include "exchange/fetch.h"
#include "support/http_server.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <memory>

namespace repere::testing {

inline const QByteArray kData = "id;nom\n1;Fablab de la Gare\n2;Atelier du Port\n";

inline QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline QByteArray gzipped(const QByteArray &data)
{
    // qCompress: 4 bytes of length, then zlib, whose inside is what gzip frames, too.
    const QByteArray deflated = qCompress(data).sliced(4 + 2).chopped(4);
    quint32 crc = ~0U;
    for (const char byte : data) {
        crc ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ (crc & 1 ? 0xEDB88320U : 0);
    }
    crc = ~crc;
    QByteArray result("\x1f\x8b\x08\0\0\0\0\0\0\xff", 10);
    result += deflated;
    for (const quint32 number : {crc, static_cast<quint32>(data.size())}) {
        for (int byte = 0; byte < 4; ++byte)
            result += static_cast<char>(number >> (8 * byte));
    }
    return result;
}

/// What tests of fetching share: a cache of their own, and little patience.
class FetchTest : public QObject
{
protected:
    std::unique_ptr<QTemporaryDir> m_folder;

    exchange::FetchRequest request(const QUrl &url) const
    {
        exchange::FetchRequest request;
        request.url = url;
        request.cacheFolder = m_folder->filePath(QStringLiteral("cache"));
        request.patience = {.silence = std::chrono::milliseconds(400),
                            .tries = 4,
                            .firstPause = std::chrono::milliseconds(10),
                            .longestPause = std::chrono::milliseconds(1500)};
        return request;
    }
    Result<exchange::Fetched> get(const QUrl &url) const
    {
        JobContext job;
        return exchange::fetch(request(url), job);
    }
    /// Files of the cache, without the version notes.
    QStringList cached() const
    {
        QStringList names = QDir(m_folder->filePath(QStringLiteral("cache"))).entryList(QDir::Files);
        names.removeIf([](const QString &name) { return name.endsWith(u".version"); });
        return names;
    }
};

} // namespace repere::testing
