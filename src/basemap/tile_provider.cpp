#include "basemap/tile_provider.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>

namespace repere::basemap {

namespace {

struct TileProviderText {
    Q_DECLARE_TR_FUNCTIONS(TileProvider)
};

/// Encrypted, but for a server on this machine.
bool isAllowed(const QUrl &url)
{
    return url.isValid() && !url.host().isEmpty() && url.userInfo().isEmpty()
           && (url.scheme() == u"https" || (url.scheme() == u"http" && QHostAddress(url.host()).isLoopback()));
}

/// The field that is wrong with an entry; empty when all are right.
QString wrongField(const TileProvider &provider)
{
    static const QRegularExpression id(QStringLiteral("^[a-z0-9]+(-[a-z0-9]+)*$"));
    static const QRegularExpression subdomain(QStringLiteral("^[a-z0-9]+$"));
    if (!id.match(provider.id).hasMatch())
        return QStringLiteral("id");
    if (provider.name.isEmpty())
        return QStringLiteral("name");
    if (provider.operatorName.isEmpty())
        return QStringLiteral("operator");
    if (provider.attribution.isEmpty())
        return QStringLiteral("attribution");
    for (const QString &name : provider.subdomains) {
        if (!subdomain.match(name).hasMatch())
            return QStringLiteral("subdomains");
    }
    for (const QStringView part : {u"{z}", u"{x}", u"{y}"}) {
        if (provider.url.count(part) != 1)
            return QStringLiteral("url");
    }
    if (provider.url.contains(u"{s}") == provider.subdomains.isEmpty() || !isAllowed(provider.tileUrl(0, 0, 0)))
        return QStringLiteral("url");
    if (provider.minZoom < 0 || provider.maxZoom > 22 || provider.minZoom > provider.maxZoom)
        return QStringLiteral("max_zoom");
    if (provider.connections < 1 || provider.connections > 6)
        return QStringLiteral("connections");
    return {};
}

} // namespace

QUrl TileProvider::tileUrl(int z, int x, int y) const
{
    QString text = url;
    if (!subdomains.isEmpty())
        text.replace(QLatin1StringView("{s}"), subdomains[(x + y) % subdomains.size()]);
    return QUrl(text.replace(QLatin1StringView("{z}"), QString::number(z))
                    .replace(QLatin1StringView("{x}"), QString::number(x))
                    .replace(QLatin1StringView("{y}"), QString::number(y)),
                QUrl::StrictMode);
}

QStringList TileProvider::hosts() const
{
    QStringList result;
    for (int i = 0; i < std::max<int>(1, static_cast<int>(subdomains.size())); ++i)
        result << tileUrl(0, i, 0).host();
    return result;
}

Result<std::vector<TileProvider>> readTileProviders(const QString &dataFolder, bool french)
{
    const QString path = QDir(dataFolder).filePath(QStringLiteral("map_sources.json"));
    const QString native = QDir::toNativeSeparators(path);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(ErrorCode::Missing,
                       TileProviderText::tr("The list of online maps, %1, cannot be read: %2. None is offered.")
                           .arg(native, file.errorString()));
    }
    QJsonParseError trouble;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &trouble);
    if (!document.object()[u"sources"].isArray()) {
        return failure(ErrorCode::Unreadable,
                       TileProviderText::tr("The list of online maps, %1, cannot be read: %2. None is offered.")
                           .arg(native, trouble.error != QJsonParseError::NoError ? trouble.errorString()
                                                                                  : QStringLiteral("“sources”")));
    }
    const QString language = french ? QStringLiteral("fr") : QStringLiteral("en");
    std::vector<TileProvider> providers;
    QSet<QString> ids;
    for (const QJsonValue &value : document.object()[u"sources"].toArray()) {
        const QJsonObject entry = value.toObject();
        TileProvider provider;
        provider.id = entry[u"id"].toString();
        provider.name = entry[u"name"].toObject()[language].toString();
        provider.operatorName = entry[u"operator"].toString();
        provider.url = entry[u"url"].toString();
        for (const QJsonValue &subdomain : entry[u"subdomains"].toArray())
            provider.subdomains << subdomain.toString();
        provider.attribution = entry[u"attribution"].toString();
        provider.terms = entry[u"terms"].toString();
        provider.minZoom = entry[u"min_zoom"].toInt(-1);
        provider.maxZoom = entry[u"max_zoom"].toInt(-1);
        provider.connections = entry[u"connections"].toInt(2);
        QString wrong = wrongField(provider);
        if (wrong.isEmpty() && ids.contains(provider.id))
            wrong = QStringLiteral("id");
        if (!wrong.isEmpty()) {
            return failure(
                ErrorCode::Unreadable,
                TileProviderText::tr("The list of online maps, %1: entry %2, field “%3” is wrong. None is offered.")
                    .arg(native)
                    .arg(providers.size() + 1)
                    .arg(wrong));
        }
        ids += provider.id;
        providers.push_back(std::move(provider));
    }
    return providers;
}

} // namespace repere::basemap
