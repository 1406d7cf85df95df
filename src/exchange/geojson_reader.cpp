#include "exchange/own_readers.h"

#include "core/atelier_json.h"
#include "exchange/column_table.h"
#include "exchange/json_fields.h"
#include "exchange/json_records.h"
#include "exchange/json_text.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace repere::exchange {

namespace {

using Json = nlohmann::ordered_json;

/// Context of the translated sentences.
struct Sentences {
    Q_DECLARE_TR_FUNCTIONS(Exchange)
};

/// Reads the features of a FeatureCollection (RFC 7946) one by one; the properties have the keys of `search`.
class OwnGeoJsonReader final : public Reader
{
public:
    Result<void> open(const QString &path)
    {
        return m_records.open(
            path, {.lists = {"features"},
                   .missing = Sentences::tr("%1: no \"features\" were found, as a GeoJSON FeatureCollection has "
                                            "them. Nothing was imported.")
                                  .arg(path)});
    }

    Result<std::unique_ptr<Draft>> next() override
    {
        Result<std::optional<JsonRecords::Record>> record = m_records.next();
        if (!record)
            return std::unexpected(record.error());
        if (!*record)
            return nullptr;
        return readFeature((*record)->value, (*record)->line);
    }

    double progress() const override { return m_records.progress(); }

private:
    std::unique_ptr<Draft> readFeature(Json &feature, std::int64_t line) const
    {
        auto draft = std::make_unique<Draft>();
        draft->line = line;
        const auto reject = [&](const QString &column, const QString &value, const QString &cause) {
            draft->rejections.push_back({m_records.path(), line, column, value, cause, notImported()});
        };
        const auto properties = feature.is_object() ? feature.find("properties") : feature.end();
        if (!feature.is_object() || properties == feature.end() || !properties->is_object()) {
            reject(QStringLiteral("properties"), writtenJson(feature),
                   Sentences::tr("a GeoJSON feature with properties was expected"));
            return draft;
        }
        if (const auto geometry = feature.find("geometry"); geometry != feature.end() && !geometry->is_null()) {
            if (!takeGeometry(*geometry, *properties)) {
                reject(QStringLiteral("geometry"), writtenJson(*geometry),
                       Sentences::tr("a point with longitude and latitude was expected"));
                return draft;
            }
        }
        for (const auto &member : properties->items()) {
            if (const QString key = toQString(member.key()); columnNamed(key))
                draft->fields.append(key);
        }
        if (const auto personal = properties->find("personal"); personal != properties->end() && !personal->is_null()) {
            if (auto data = personalFromJson(toQString(personal->dump(-1, ' ', false, Json::error_handler_t::replace))))
                draft->personal = std::move(*data);
            else
                reject(QStringLiteral("personal"), writtenJson(*personal), data.error().message);
        }
        FieldsRead read = readFields(*properties);
        for (const FieldProblem &problem : read.problems)
            reject(problem.key, problem.value, problem.cause);
        draft->atelier = std::move(read.atelier);
        draft->atelier.id = 0; // the number belongs to the file that it came from
        // Words and ids cannot be told apart without the vocabularies.
        draft->typeWords = std::exchange(draft->atelier.types, {});
        draft->serviceWords = std::exchange(draft->atelier.services, {});
        draft->publicWords = std::exchange(draft->atelier.publics, {});
        draft->statusWord = std::exchange(draft->atelier.status, {});
        return draft;
    }

    /// The geometry is what other programs move; it wins over the properties.
    static bool takeGeometry(const Json &geometry, Json &properties)
    {
        if (!geometry.is_object() || geometry.value("type", Json()) != "Point")
            return false;
        const auto coordinates = geometry.find("coordinates");
        if (coordinates == geometry.end() || !coordinates->is_array() || coordinates->size() < 2
            || !(*coordinates)[0].is_number() || !(*coordinates)[1].is_number()) {
            return false;
        }
        properties["lon"] = (*coordinates)[0];
        properties["lat"] = (*coordinates)[1];
        return true;
    }

    JsonRecords m_records;
};

} // namespace

int recogniseOwnGeoJson(const QByteArray &head, const QString &)
{
    const QByteArray text = (head.startsWith("\xEF\xBB\xBF") ? head.sliced(3) : head).trimmed();
    if (!text.startsWith('{'))
        return 0;
    if (!text.contains("\"features\""))
        return text.contains("\"FeatureCollection\"") ? 20 : 0;
    // Ours tell what no other file has; one that only has a name is read better as somebody else's.
    static const QRegularExpression machines(QStringLiteral("\"equipment\"\\s*:\\s*\\["));
    for (const char *key : {"\"uid\"", "\"as_of\"", "\"evidence\"", "\"founded\""}) {
        if (text.contains(key))
            return 95;
    }
    if (machines.match(QString::fromUtf8(text)).hasMatch())
        return 95;
    return 30;
}

Result<std::unique_ptr<Reader>> openOwnGeoJson(const ReadRequest &request)
{
    const QString &path = request.paths.front();
    auto reader = std::make_unique<OwnGeoJsonReader>();
    if (Result<void> opened = reader->open(path); !opened)
        return std::unexpected(opened.error());
    return reader;
}

} // namespace repere::exchange
