#include "exchange/own_readers.h"

#include "exchange/column_table.h"
#include "exchange/json_fields.h"
#include "exchange/json_scanner.h"
#include "exchange/json_text.h"

#include <QCoreApplication>

namespace repere::exchange {

namespace {

using Json = nlohmann::ordered_json;

/// Context of the translated sentences.
struct Sentences {
    Q_DECLARE_TR_FUNCTIONS(Exchange)
};

QString written(const Json &value)
{
    return shortened(toQString(value.dump(-1, ' ', false, Json::error_handler_t::replace)));
}

/// Reads the features of a FeatureCollection (RFC 7946) one by one; the properties have the keys of `search`.
class OwnGeoJsonReader final : public Reader
{
public:
    Result<void> open(const QString &path)
    {
        if (Result<void> opened = m_scanner.open(path); !opened)
            return opened;
        if (Result<void> brace = m_scanner.expect('{'); !brace)
            return brace;
        return seekFeatures();
    }

    Result<std::unique_ptr<Draft>> next() override
    {
        if (m_done)
            return nullptr;
        const Result<char> c = m_scanner.peek();
        if (!c)
            return std::unexpected(c.error());
        if (*c == ']')
            return finish();
        if (!m_first) {
            if (const Result<void> comma = m_scanner.expect(','); !comma)
                return std::unexpected(comma.error());
        }
        m_first = false;
        const Result<JsonScanner::Slice> slice = m_scanner.value();
        if (!slice)
            return std::unexpected(slice.error());
        Result<Json> feature = parse(*slice);
        if (!feature)
            return std::unexpected(feature.error());
        return readFeature(*feature, slice->line);
    }

    double progress() const override { return m_scanner.progress(); }

private:
    Result<void> seekFeatures()
    {
        for (bool first = true;; first = false) {
            const Result<char> c = m_scanner.peek();
            if (!c)
                return std::unexpected(c.error());
            if (*c == '}') {
                return failure(
                    ErrorCode::Unreadable,
                    Sentences::tr(
                        "%1: no \"features\" were found, as a GeoJSON FeatureCollection has them. Nothing was imported.")
                        .arg(m_scanner.path()));
            }
            if (!first) {
                if (Result<void> comma = m_scanner.expect(','); !comma)
                    return comma;
            }
            const Result<QByteArray> key = m_scanner.key();
            if (!key)
                return std::unexpected(key.error());
            if (Result<void> colon = m_scanner.expect(':'); !colon)
                return colon;
            if (*key == "features")
                return m_scanner.expect('[');
            if (Result<void> skipped = m_scanner.skipValue(); !skipped)
                return skipped;
        }
    }

    /// Goes to the end of the file: a cut file must not pass for a whole one.
    Result<std::unique_ptr<Draft>> finish()
    {
        m_done = true;
        if (const Result<void> bracket = m_scanner.expect(']'); !bracket)
            return std::unexpected(bracket.error());
        while (true) {
            const Result<char> c = m_scanner.peek();
            if (!c)
                return std::unexpected(c.error());
            if (*c != ',')
                break;
            Result<void> step = m_scanner.expect(',');
            if (step) {
                const Result<QByteArray> key = m_scanner.key();
                step = key ? m_scanner.expect(':') : std::unexpected(key.error());
            }
            if (step)
                step = m_scanner.skipValue();
            if (!step)
                return std::unexpected(step.error());
        }
        if (const Result<void> brace = m_scanner.expect('}'); !brace)
            return std::unexpected(brace.error());
        const Result<char> end = m_scanner.peek();
        if (!end)
            return std::unexpected(end.error());
        if (*end != '\0')
            return m_scanner.brokenHere();
        return nullptr;
    }

    Result<Json> parse(const JsonScanner::Slice &slice) const
    {
        try {
            return Json::parse(slice.text.cbegin(), slice.text.cend());
        } catch (const nlohmann::json::parse_error &error) {
            const TextPosition at = positionOf(slice.text, static_cast<qsizetype>(error.byte) - 1);
            return m_scanner.broken(slice.line + at.line - 1, at.line == 1 ? slice.column + at.column - 1 : at.column);
        } catch (const std::exception &) {
            return m_scanner.broken(slice.line, slice.column); // a number that no machine can hold
        }
    }

    std::unique_ptr<Draft> readFeature(Json &feature, std::int64_t line) const
    {
        auto draft = std::make_unique<Draft>();
        draft->line = line;
        const auto reject = [&](const QString &column, const QString &value, const QString &cause) {
            draft->rejections.push_back({m_scanner.path(), line, column, value, cause, notImported()});
        };
        const auto properties = feature.is_object() ? feature.find("properties") : feature.end();
        if (!feature.is_object() || properties == feature.end() || !properties->is_object()) {
            reject(QStringLiteral("properties"), written(feature),
                   Sentences::tr("a GeoJSON feature with properties was expected"));
            return draft;
        }
        if (const auto geometry = feature.find("geometry"); geometry != feature.end() && !geometry->is_null()) {
            if (!takeGeometry(*geometry, *properties)) {
                reject(QStringLiteral("geometry"), written(*geometry),
                       Sentences::tr("a point with longitude and latitude was expected"));
                return draft;
            }
        }
        for (const auto &member : properties->items()) {
            if (const QString key = toQString(member.key()); columnNamed(key))
                draft->fields.append(key);
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

    JsonScanner m_scanner;
    bool m_first = true;
    bool m_done = false;
};

} // namespace

int recogniseOwnGeoJson(const QByteArray &head, const QString &fileName)
{
    const QByteArray text = (head.startsWith("\xEF\xBB\xBF") ? head.sliced(3) : head).trimmed();
    if (!text.startsWith('{'))
        return 0;
    if (text.contains("\"FeatureCollection\""))
        return 95;
    const QString name = fileName.toLower();
    return name.endsWith(QStringLiteral(".geojson")) || name.endsWith(QStringLiteral(".json")) ? 30 : 10;
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
