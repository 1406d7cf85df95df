#include "exchange/table_mapping.h"

#include "core/text.h"
#include "exchange/json_fields.h"
#include "exchange/json_text.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

namespace repere::exchange {

namespace {

using Json = nlohmann::ordered_json;

/// Context of the translated sentences.
struct Sentences {
    Q_DECLARE_TR_FUNCTIONS(Exchange)
};

struct TextMember {
    const char *key;
    QString ColumnMapping::*member;
};
constexpr TextMember kTexts[] = {
    {"encoding", &ColumnMapping::encoding},
    {"separator", &ColumnMapping::separator},
    {"layer", &ColumnMapping::layer},
    {"crs", &ColumnMapping::crs},
    {"list_separator", &ColumnMapping::listSeparator},
    {"source_name", &ColumnMapping::sourceName},
    {"licence", &ColumnMapping::licence},
};

std::unexpected<Error> wrong(const QString &fileName, const QString &key, const Json &value, const QString &cause)
{
    return failure(ErrorCode::Unreadable,
                   Sentences::tr("%1, %2, value %3: %4. The profile was not read.")
                       .arg(fileName, key,
                            shortened(toQString(value.dump(-1, ' ', false, Json::error_handler_t::replace))), cause));
}

} // namespace

QByteArray mappingToJson(const ColumnMapping &mapping)
{
    Json profile = Json::object();
    for (const auto &[key, member] : kTexts)
        profile[key] = toStdString(mapping.*member);
    profile["has_headings"] = mapping.hasHeadings;
    profile["columns"] = Json::array();
    for (const ColumnMapping::Column &column : mapping.columns) {
        profile["columns"].push_back(
            {{"heading", toStdString(column.heading)},
             {"field", column.field.isEmpty() ? Json(nullptr) : Json(toStdString(column.field))}});
    }
    return QByteArray::fromStdString(profile.dump(2, ' ', false, Json::error_handler_t::replace)) + '\n';
}

Result<ColumnMapping> mappingFromJson(const QByteArray &text, const QString &fileName)
{
    const Result<Json> profile = parseJson(text, fileName);
    if (!profile)
        return std::unexpected(profile.error());
    const auto columns = profile->is_object() ? profile->find("columns") : profile->end();
    if (!profile->is_object() || columns == profile->end() || !columns->is_array())
        return wrong(fileName, QStringLiteral("columns"), *profile, Sentences::tr("a list of columns was expected"));
    ColumnMapping mapping;
    for (const auto &[key, member] : kTexts) {
        const auto value = profile->find(key);
        if (value == profile->end() || value->is_null())
            continue;
        if (!value->is_string())
            return wrong(fileName, QString::fromUtf8(key), *value, Sentences::tr("a text was expected"));
        mapping.*member = toQString(value->get_ref<const std::string &>());
    }
    if (const auto value = profile->find("has_headings"); value != profile->end()) {
        if (!value->is_boolean())
            return wrong(fileName, QStringLiteral("has_headings"), *value, Sentences::tr("true or false was expected"));
        mapping.hasHeadings = value->get<bool>();
    }
    for (const Json &entry : *columns) {
        const QString where = QStringLiteral("columns[%1]").arg(mapping.columns.size());
        const auto heading = entry.is_object() ? entry.find("heading") : entry.end();
        const auto field = entry.is_object() ? entry.find("field") : entry.end();
        const bool hasHeading = entry.is_object() && heading != entry.end() && heading->is_string();
        const bool hasField = entry.is_object() && field != entry.end() && field->is_string();
        if (!hasHeading || (!hasField && entry.is_object() && field != entry.end() && !field->is_null()))
            return wrong(fileName, where, entry, Sentences::tr("a heading with a field or null was expected"));
        const QString key = hasField ? toQString(field->get_ref<const std::string &>()) : QString();
        if (!key.isEmpty() && !ColumnMapping::fields().contains(key)) {
            return wrong(fileName, where, *field,
                         Sentences::tr("this is no field; known are %1")
                             .arg(ColumnMapping::fields().join(QStringLiteral(", "))));
        }
        mapping.columns.push_back({.heading = toQString(heading->get_ref<const std::string &>()),
                                   .field = key,
                                   .confidence = 100,
                                   .why = Sentences::tr("chosen"),
                                   .samples = {}});
    }
    return mapping;
}

Result<ColumnMapping> readMapping(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return failure(ErrorCode::Missing, Sentences::tr("%1: this file does not exist.").arg(path));
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(ErrorCode::Unreadable,
                       Sentences::tr("%1: cannot be opened (%2).").arg(path, file.errorString()));
    }
    return mappingFromJson(file.read(16 * 1024 * 1024), path);
}

Result<ColumnMapping> fittedMapping(ColumnMapping profile, const QStringList &headings, bool hasHeadings,
                                    const QString &path)
{
    std::vector<ColumnMapping::Column> fitted;
    bool found = false;
    for (qsizetype i = 0; i < headings.size(); ++i) {
        ColumnMapping::Column column{.heading = headings[i], .field = {}, .confidence = 0, .why = {}, .samples = {}};
        const auto match = hasHeadings
                               ? std::ranges::find_if(profile.columns,
                                                      [&](const ColumnMapping::Column &known) {
                                                          return known.heading == headings[i]
                                                                 || (!fold(known.heading).isEmpty()
                                                                     && fold(known.heading) == fold(headings[i]));
                                                      })
                           : i < std::ssize(profile.columns) ? profile.columns.begin() + i
                                                             : profile.columns.end();
        if (match != profile.columns.end()) {
            column.field = match->field;
            column.confidence = match->confidence;
            column.why = match->why;
            found = found || !match->field.isEmpty();
            if (hasHeadings)
                profile.columns.erase(
                    match); // a heading that is there twice counts once, unless the profile has it twice
        }
        fitted.push_back(std::move(column));
    }
    if (!found) {
        return failure(
            ErrorCode::Usage,
            Sentences::tr("%1: none of the columns of the mapping is there. Nothing was imported.").arg(path));
    }
    profile.columns = std::move(fitted);
    return profile;
}

} // namespace repere::exchange
