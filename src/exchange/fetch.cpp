#include "exchange/fetch.h"

#include "exchange/connection.h"
#include "exchange/gunzip.h"
#include "exchange/no_data.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QLockFile>
#include <QRegularExpression>
#include <QSaveFile>

#include <filesystem>

namespace repere::exchange {

namespace {

constexpr qsizetype kHead = 1024; // bytes that tell a page for people

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Fetch)
};

/// What the server said of the version of a file.
struct Version {
    QByteArray etag;
    QByteArray lastModified;
    QByteArray encoding; ///< of the bytes of a part: empty or "gzip"

    bool isKnown() const { return !etag.isEmpty() || !lastModified.isEmpty(); }
    /// What If-Range may carry: a strong tag, or a date (RFC 9110, section 13.1.5).
    QByteArray strong() const { return !etag.isEmpty() && !etag.startsWith("W/") ? etag : lastModified; }
};

Version readVersion(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    return {object[u"etag"].toString().toLatin1(), object[u"last_modified"].toString().toLatin1(),
            object[u"encoding"].toString().toLatin1()};
}

void writeVersion(const QString &path, const Version &version, const QUrl &url)
{
    // Without it the whole is fetched once more: no reason to fail.
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return;
    file.write(QJsonDocument(QJsonObject{{QStringLiteral("url"), url.toString()},
                                         {QStringLiteral("etag"), QString::fromLatin1(version.etag)},
                                         {QStringLiteral("last_modified"), QString::fromLatin1(version.lastModified)},
                                         {QStringLiteral("encoding"), QString::fromLatin1(version.encoding)}})
                   .toJson());
    file.commit();
}

/// "labs.json" of the address behind a digest of the whole: people see what it is, and no two are one.
QString fileNameOf(const QUrl &url)
{
    static const QRegularExpression foreign(QStringLiteral("[^A-Za-z0-9._-]+"));
    const QByteArray digest =
        QCryptographicHash::hash(url.toEncoded(QUrl::RemoveFragment), QCryptographicHash::Sha256).toHex().first(16);
    QString name = url.fileName().replace(foreign, QStringLiteral("-")).right(60);
    while (name.startsWith(u'.'))
        name.removeFirst();
    return QString::fromLatin1(digest) + u'-' + (name.isEmpty() ? QStringLiteral("data") : name);
}

/// The file on its way into the cache.
class Incoming final : public HttpSink
{
public:
    Incoming(const FetchRequest &request, JobContext &job)
        : m_request(request), m_job(job), m_path(QDir(request.cacheFolder).filePath(fileNameOf(request.url))),
          m_part(m_path + QStringLiteral(".part"))
    {
    }

    QString lockPath() const { return m_path + QStringLiteral(".lock"); }

    HttpCall call() override
    {
        m_file.close();
        HttpCall call{m_request.url, {}, std::nullopt};
        const qint64 have = QFileInfo(m_part).size();
        const Version part = readVersion(partVersionPath());
        if (have > 0 && !part.strong().isEmpty()) {
            call.headers = {{"Range", "bytes=" + QByteArray::number(have) + '-'},
                            {"If-Range", part.strong()},
                            {"Accept-Encoding", part.encoding.isEmpty() ? QByteArray("identity") : part.encoding}};
            return call;
        }
        call.headers = {{"Accept-Encoding", "gzip"}};
        const Version known = QFile::exists(m_path) ? readVersion(versionPath()) : Version();
        if (!known.etag.isEmpty())
            call.headers.emplace_back("If-None-Match", known.etag);
        if (!known.lastModified.isEmpty())
            call.headers.emplace_back("If-Modified-Since", known.lastModified);
        return call;
    }

    Result<Next> begin(const HttpHead &head) override
    {
        m_url = head.url;
        m_unchanged = head.status == 304;
        if (m_unchanged)
            return Next::Done;
        if (head.status == 416) { // what is there is no part of it
            drop();
            return Next::Again;
        }
        m_received = 0;
        if (head.status == 206) {
            static const QRegularExpression range(QStringLiteral("^bytes (\\d+)-\\d+/"));
            const auto match = range.match(QString::fromLatin1(head.contentRange.trimmed()));
            m_received = QFileInfo(m_part).size();
            if (!match.hasMatch() || match.captured(1).toLongLong() != m_received
                || head.encoding != readVersion(partVersionPath()).encoding) {
                drop();
                return Next::Again;
            }
        } else {
            if (!head.encoding.isEmpty() && head.encoding != "gzip") {
                return failure(ErrorCode::Unreadable,
                               Text::tr("%1: the server packs in a way that nobody asked for (%2). Nothing was read.")
                                   .arg(head.url.host(), QString::fromLatin1(head.encoding)));
            }
            m_version = {head.etag, head.lastModified, head.encoding};
            QFile::remove(m_part);
            if (!m_version.strong().isEmpty())
                writeVersion(partVersionPath(), m_version, head.url);
            else
                QFile::remove(partVersionPath());
        }
        m_endIsSure = head.endIsSure || !head.encoding.isEmpty(); // what is packed says where it ends
        m_whole = head.length < 0 ? -1 : m_received + head.length;
        if (m_whole > m_request.mostBytes)
            return std::unexpected(tooLarge());
        m_file.setFileName(m_part);
        if (!m_file.open(QIODevice::WriteOnly | QIODevice::Append))
            return std::unexpected(unwritable());
        return Next::Take;
    }

    Result<void> take(const QByteArray &bytes) override
    {
        m_received += bytes.size();
        if (m_received > m_request.mostBytes) {
            drop();
            return std::unexpected(tooLarge());
        }
        if (m_file.write(bytes) != bytes.size())
            return std::unexpected(unwritable());
        m_job.report(m_whole > 0 ? static_cast<double>(m_received) / static_cast<double>(m_whole) : -1);
        return {};
    }

    /// The transfer broke off: what can be continued is kept.
    void stop()
    {
        m_file.close();
        if (!readVersion(partVersionPath()).isKnown())
            drop();
    }

    Result<Fetched> finish()
    {
        if (m_unchanged) {
            writeVersion(versionPath(), readVersion(versionPath()), m_request.url);
            return Fetched{m_path, m_url, true};
        }
        const bool written = m_file.flush();
        m_file.close();
        if (!written)
            return std::unexpected(unwritable());
        // A part that was continued says what it is a part of.
        if (const Version part = readVersion(partVersionPath()); part.isKnown())
            m_version = part;
        QString whole = m_part;
        if (m_version.encoding == "gzip") {
            whole = m_path + QStringLiteral(".unpacked");
            if (const auto unpacked = unpackGzip(m_part, whole, m_request.mostBytes, m_job); !unpacked) {
                if (unpacked.error().code != ErrorCode::Cancelled)
                    drop();
                return std::unexpected(unpacked.error());
            }
        }
        if (const auto checked = check(whole); !checked) {
            drop();
            QFile::remove(whole);
            return std::unexpected(checked.error());
        }
        // The file first: with the new version and the old file the server would say "unchanged" of the wrong one.
        std::error_code trouble;
        std::filesystem::rename(QFile(whole).filesystemFileName(), QFile(m_path).filesystemFileName(), trouble);
        if (trouble)
            return failure(ErrorCode::Unwritable,
                           Text::tr("%1 cannot be written: %2.")
                               .arg(QDir::toNativeSeparators(m_path), QString::fromStdString(trouble.message())));
        drop();
        m_version.encoding.clear();
        // A file that may be cut must not be called unchanged the next time. Its address is kept in any case: the one that
        // people asked for, wherever it led.
        writeVersion(versionPath(), m_endIsSure ? m_version : Version(), m_request.url);
        m_job.report(1);
        return Fetched{m_path, m_url, false};
    }

private:
    QString versionPath() const { return m_path + QStringLiteral(".version"); }
    QString partVersionPath() const { return m_path + QStringLiteral(".part.version"); }

    Result<void> check(const QString &path) const
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly) || file.size() == 0) {
            return failure(ErrorCode::Unreadable,
                           Text::tr("%1: the server sent nothing. Nothing was read.").arg(m_request.url.host()));
        }
        if (isPage(file.read(kHead))) {
            return failure(
                ErrorCode::Unreadable,
                Text::tr("%1: the server sent a page for people instead of data: it may be overloaded, or ask "
                         "who you are. Nothing was read.")
                    .arg(m_request.url.host()));
        }
        return {};
    }

    Error tooLarge() const
    {
        return {ErrorCode::Unreadable,
                Text::tr("%1: the file is larger than %2. Nothing was read.")
                    .arg(m_request.url.host(), QLocale().formattedDataSize(m_request.mostBytes))};
    }

    Error unwritable() const
    {
        return {ErrorCode::Unwritable,
                Text::tr("%1 cannot be written: %2.").arg(QDir::toNativeSeparators(m_part), m_file.errorString())};
    }

    void drop()
    {
        m_file.close();
        QFile::remove(m_part);
        QFile::remove(partVersionPath());
    }

    const FetchRequest &m_request;
    JobContext &m_job;
    const QString m_path;
    const QString m_part;
    QFile m_file;
    Version m_version;
    QUrl m_url;
    qint64 m_received = 0;
    qint64 m_whole = -1;
    bool m_unchanged = false;
    bool m_endIsSure = false;
};

} // namespace

Result<Fetched> fetch(const FetchRequest &request, JobContext &job)
{
    if (const auto allowed = checkAddress(request.url); !allowed)
        return std::unexpected(allowed.error());
    if (!QDir().mkpath(request.cacheFolder)) {
        return failure(ErrorCode::Unwritable,
                       Text::tr("The folder %1 cannot be made.").arg(QDir::toNativeSeparators(request.cacheFolder)));
    }
    Incoming incoming(request, job);
    QLockFile lock(incoming.lockPath());
    if (!lock.tryLock()) {
        return failure(ErrorCode::Locked,
                       Text::tr("%1 is being fetched by another Repère already.").arg(request.url.toDisplayString()));
    }
    HttpClient client(request.patience);
    if (const auto asked = client.ask(incoming, job); !asked) {
        incoming.stop();
        return std::unexpected(asked.error());
    }
    return incoming.finish();
}

QUrl addressOfFetched(const QString &path)
{
    QFile file(path + QStringLiteral(".version"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QUrl url(QJsonDocument::fromJson(file.read(64 * 1024)).object()[u"url"].toString(), QUrl::StrictMode);
    return !url.host().isEmpty() && QFileInfo(path).fileName() == fileNameOf(url) ? url : QUrl();
}

QString nameOfFile(const QString &path)
{
    if (isConnection(path))
        return withoutPassword(path);
    const QUrl address = addressOfFetched(path);
    return address.isEmpty() ? QFileInfo(path).fileName() : address.host() + address.path();
}

QString titleOfFile(const QString &path)
{
    const QUrl address = addressOfFetched(path);
    if (address.isEmpty())
        return QFileInfo(path).completeBaseName();
    const QString name = QFileInfo(address.fileName()).completeBaseName();
    return name.isEmpty() ? address.host() : QStringLiteral("%1 (%2)").arg(name, address.host());
}

} // namespace repere::exchange
