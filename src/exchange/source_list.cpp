#include "exchange/source_list.h"

#include "exchange/http_client.h"
#include "exchange/json_text.h"

#include <QCoreApplication>
#include <QDir>
#include <QRegularExpression>

#include <algorithm>

namespace repere::exchange {

namespace {

using Json = nlohmann::ordered_json;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(SourceList)
};

QString textOf(const Json &object, const char *key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? toQString(found->get_ref<const std::string &>()) : QString();
}

BilingualText bilingual(const Json &object, const char *key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_object() ? BilingualText{textOf(*found, "fr"), textOf(*found, "en")}
                                                       : BilingualText();
}

/// Null, or a text that is not empty.
bool isTextOrNull(const Json &object, const char *key)
{
    const auto found = object.find(key);
    return found != object.end() && (found->is_null() || !textOf(object, key).isEmpty());
}

/// Null, or an address that would be asked: encrypted, or on this computer.
bool isAddressOrNull(const Json &object, const char *key)
{
    const QUrl url(textOf(object, key), QUrl::StrictMode);
    return isTextOrNull(object, key) && (object[key].is_null() || checkAddress(url).has_value());
}

bool isComplete(const BilingualText &text)
{
    return !text.french.isEmpty() && !text.english.isEmpty();
}

bool isId(const QString &text, const QString &joints)
{
    const QRegularExpression id(QStringLiteral("^[a-z0-9]+([%1][a-z0-9]+)*$").arg(joints));
    return id.match(text).hasMatch();
}

/// The field that is wrong with an entry; empty when all are right.
QString wrongField(const Json &entry, const OpenSource &source)
{
    if (!isId(source.id, QStringLiteral("-")))
        return QStringLiteral("id");
    if (!isComplete(source.name))
        return QStringLiteral("name");
    if (!isId(source.format, QStringLiteral(".-")))
        return QStringLiteral("format");
    for (const char *key : {"address", "home", "licence_url"}) {
        if (!isAddressOrNull(entry, key))
            return QString::fromLatin1(key);
    }
    if (!isTextOrNull(entry, "licence") || (source.licence.isEmpty() && !source.licenceUrl.isEmpty()))
        return QStringLiteral("licence");
    if (source.attribution.isEmpty())
        return QStringLiteral("attribution");
    if (!entry.contains("personal") || !entry["personal"].is_boolean())
        return QStringLiteral("personal");
    if (!isComplete(source.notes))
        return QStringLiteral("notes");
    return {};
}

OpenSource sourceOf(const Json &entry)
{
    const auto address = [&](const char *key) { return QUrl(textOf(entry, key), QUrl::StrictMode); };
    return {.id = textOf(entry, "id"),
            .name = bilingual(entry, "name"),
            .format = textOf(entry, "format"),
            .address = address("address"),
            .home = address("home"),
            .licence = textOf(entry, "licence"),
            .licenceUrl = address("licence_url"),
            .attribution = textOf(entry, "attribution"),
            .personal = entry.contains("personal") && entry["personal"] == true,
            .notes = bilingual(entry, "notes")};
}

} // namespace

Result<std::vector<OpenSource>> readSourceList(const QString &dataFolder)
{
    const QString path = QDir(dataFolder).filePath(QStringLiteral("sources.json"));
    const QString native = QDir::toNativeSeparators(path);
    const auto unreadable = [&native](const QString &reason) {
        return failure(
            ErrorCode::Unreadable,
            Text::tr("The list of open data sets, %1, cannot be read: %2. None is offered.").arg(native, reason));
    };
    const auto document = readJsonFile(path);
    if (!document)
        return std::unexpected(document.error());
    if (!document->is_object() || !document->contains("sources") || !(*document)["sources"].is_array())
        return unreadable(QStringLiteral("“sources”"));
    std::vector<OpenSource> sources;
    for (const Json &entry : (*document)["sources"]) {
        const OpenSource source = entry.is_object() ? sourceOf(entry) : OpenSource();
        QString wrong = wrongField(entry, source);
        if (wrong.isEmpty() && std::ranges::contains(sources, source.id, &OpenSource::id))
            wrong = QStringLiteral("id");
        if (!wrong.isEmpty()) {
            return failure(ErrorCode::Unreadable,
                           Text::tr("The list of open data sets, %1: entry %2, field “%3” is wrong. None is offered.")
                               .arg(native)
                               .arg(sources.size() + 1)
                               .arg(wrong));
        }
        sources.push_back(source);
    }
    return sources;
}

} // namespace repere::exchange
