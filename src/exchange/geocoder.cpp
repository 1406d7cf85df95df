#include "exchange/geocoder.h"

#include "exchange/csv_text.h"
#include "exchange/json_text.h"

#include <QCoreApplication>
#include <QHash>
#include <QHostAddress>
#include <QTemporaryFile>
#include <QUrlQuery>

#include <algorithm>
#include <functional>
#include <thread>

namespace repere::exchange {

namespace {

constexpr qint64 kMostBytes = 64 * 1024 * 1024; // of one answer
constexpr std::chrono::milliseconds kBetween{25};

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Geocoder)
};

/// A whole answer in memory.
class Answer final : public HttpSink
{
public:
    explicit Answer(HttpCall call) : m_call(std::move(call)) {}

    HttpCall call() override { return m_call; }
    Result<Next> begin(const HttpHead &) override
    {
        bytes.clear(); // of a try that broke off
        return Next::Take;
    }
    Result<void> take(const QByteArray &more) override
    {
        bytes += more;
        if (bytes.size() > kMostBytes)
            return failure(ErrorCode::Unreadable, Text::tr("%1 sends more than is asked for.").arg(m_call.url.host()));
        return {};
    }

    QByteArray bytes;

private:
    const HttpCall m_call;
};

Error notUnderstood(const QUrl &url)
{
    return {ErrorCode::Unreadable, Text::tr("%1: the answer of the geocoder is not understood.").arg(url.host())};
}

QString textOf(const nlohmann::ordered_json &properties, const char *key)
{
    const auto found = properties.find(key);
    return found != properties.end() && found->is_string() ? toQString(found->get_ref<const std::string &>())
                                                           : QString();
}

std::optional<GeocodedPlace> placeOf(const nlohmann::ordered_json &feature)
{
    if (!feature.is_object())
        return std::nullopt;
    const auto geometry = feature.find("geometry");
    const auto properties = feature.find("properties");
    if (geometry == feature.end() || properties == feature.end() || !geometry->is_object() || !properties->is_object())
        return std::nullopt;
    const auto coordinates = geometry->find("coordinates");
    if (coordinates == geometry->end() || !coordinates->is_array() || coordinates->size() < 2
        || !(*coordinates)[0].is_number() || !(*coordinates)[1].is_number())
        return std::nullopt;
    GeocodedPlace place;
    place.point = {(*coordinates)[1].get<double>(), (*coordinates)[0].get<double>()};
    place.label = textOf(*properties, "label");
    place.type = textOf(*properties, "type");
    place.insee = textOf(*properties, "citycode");
    place.postcode = textOf(*properties, "postcode");
    place.city = textOf(*properties, "city");
    if (const auto score = properties->find("score"); score != properties->end() && score->is_number())
        place.score = score->get<double>();
    return place.point.isValid() && !place.label.isEmpty() ? std::optional(place) : std::nullopt;
}

/// One field of a form (RFC 7578).
QByteArray formField(const QByteArray &boundary, const char *name, const QByteArray &value,
                     const char *fileName = nullptr)
{
    QByteArray part = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + '"';
    if (fileName)
        part += QByteArray("; filename=\"") + fileName + "\"\r\nContent-Type: text/csv";
    return part + "\r\n\r\n" + value + "\r\n";
}

/// A form with the questions as a file; the number of each comes back beside its answer.
HttpCall formOf(const QUrl &url, std::span<const GeocodeQuestion> questions)
{
    QByteArray table = "n,q,insee,postcode\n";
    for (std::size_t i = 0; i < questions.size(); ++i) {
        table += QByteArray::number(static_cast<qulonglong>(i)) + ',';
        appendCsvCell(table, questions[i].words.simplified(), ',', false);
        table += ',';
        appendCsvCell(table, questions[i].insee, ',', false);
        table += ',';
        appendCsvCell(table, questions[i].postcode, ',', false);
        table += '\n';
    }
    const QByteArray boundary = "----RepereForm7d1c6b52e0f94a83";
    HttpCall call{url, {{"Content-Type", "multipart/form-data; boundary=" + boundary}}, QByteArray()};
    call.body = formField(boundary, "columns", "q") + formField(boundary, "citycode", "insee")
                + formField(boundary, "postcode", "postcode") + formField(boundary, "data", table, "questions.csv")
                + "--" + boundary + "--\r\n";
    return call;
}

/// The table that came back: columns by their headings, rows by their number.
Result<void> readTable(const QByteArray &bytes, std::span<std::optional<GeocodedPlace>> places, const QUrl &url)
{
    QTemporaryFile file; // the scanner reads files
    if (!file.open() || file.write(bytes) != bytes.size() || !file.flush())
        return failure(ErrorCode::Unwritable, Text::tr("%1 cannot be written.").arg(file.fileName()));
    CsvScanner scanner(',');
    if (const auto opened = scanner.open(file.fileName()); !opened)
        return std::unexpected(opened.error());
    CsvRecord record;
    QHash<QByteArray, std::size_t> columns;
    const auto head = scanner.next(record);
    if (!head)
        return std::unexpected(head.error());
    for (std::size_t i = 0; i < record.cells.size(); ++i)
        columns.insert(record.cells[i], i);
    for (const char *needed : {"n", "latitude", "longitude", "result_score"}) {
        if (!*head || !columns.contains(needed))
            return std::unexpected(notUnderstood(url));
    }
    const auto cell = [&](const char *name) {
        const std::size_t at = columns.value(name, record.cells.size());
        return at < record.cells.size() ? record.cells[at] : QByteArray();
    };
    for (;;) {
        const auto more = scanner.next(record);
        if (!more)
            return std::unexpected(more.error());
        if (!*more)
            return {};
        bool isNumber = false;
        const std::size_t number = cell("n").toULongLong(&isNumber);
        bool isLatitude = false;
        bool isLongitude = false;
        const GeoPoint point{cell("latitude").toDouble(&isLatitude), cell("longitude").toDouble(&isLongitude)};
        if (!isNumber || number >= places.size())
            return std::unexpected(notUnderstood(url));
        if (!isLatitude || !isLongitude || !point.isValid())
            continue; // nothing fits: the cells are empty
        places[number] = GeocodedPlace{.label = decoded(cell("result_label")),
                                       .point = point,
                                       .score = cell("result_score").toDouble(),
                                       .type = decoded(cell("result_type")),
                                       .insee = decoded(cell("result_citycode")),
                                       .postcode = decoded(cell("result_postcode")),
                                       .city = decoded(cell("result_city"))};
    }
}

} // namespace

QUrl Geocoder::address()
{
    const QUrl own(qEnvironmentVariable("REPERE_GEOCODER"), QUrl::StrictMode);
    if (own.isValid() && QHostAddress(own.host()).isLoopback())
        return own;
    return QUrl(QStringLiteral("https://data.geopf.fr/geocodage"));
}

Geocoder::Geocoder(QUrl address, HttpPatience patience) : m_address(std::move(address)), m_client(patience) {}

void Geocoder::keepPace()
{
    std::this_thread::sleep_until(m_next);
    m_next = std::chrono::steady_clock::now() + kBetween;
}

Result<std::vector<GeocodedPlace>> Geocoder::search(const GeocodeQuestion &question, int limit, JobContext &job)
{
    QUrlQuery query;
    const auto add = [&query](const char *key, const QString &value) {
        if (!value.isEmpty())
            query.addQueryItem(QString::fromLatin1(key), QString::fromLatin1(QUrl::toPercentEncoding(value)));
    };
    add("q", question.words.simplified().left(200)); // the service takes no more
    add("limit", QString::number(std::clamp(limit, 1, 20)));
    add("citycode", question.insee);
    add("postcode", question.postcode);
    QUrl url = m_address;
    url.setPath(url.path() + QStringLiteral("/search"));
    url.setQuery(query);

    keepPace();
    Answer answer({url, {{"Accept", "application/json"}}, std::nullopt});
    if (const auto asked = m_client.ask(answer, job); !asked)
        return std::unexpected(asked.error());
    const auto document = parseJson(answer.bytes, url.host());
    if (!document || !document->is_object() || !document->contains("features") || !(*document)["features"].is_array())
        return std::unexpected(notUnderstood(url));
    std::vector<GeocodedPlace> places;
    for (const auto &feature : (*document)["features"]) {
        if (auto place = placeOf(feature))
            places.push_back(std::move(*place));
    }
    std::ranges::stable_sort(places, std::greater{}, &GeocodedPlace::score);
    return places;
}

Result<std::vector<std::optional<GeocodedPlace>>> Geocoder::searchSome(std::span<const GeocodeQuestion> questions,
                                                                       JobContext &job)
{
    Q_ASSERT(questions.size() <= kMostLines);
    std::vector<std::optional<GeocodedPlace>> places(questions.size());
    if (questions.empty())
        return places;
    QUrl url = m_address;
    url.setPath(url.path() + QStringLiteral("/search/csv"));
    keepPace();
    Answer answer(formOf(url, questions));
    if (const auto asked = m_client.ask(answer, job); !asked)
        return std::unexpected(asked.error());
    if (const auto read = readTable(answer.bytes, places, url); !read)
        return std::unexpected(read.error());
    return places;
}

} // namespace repere::exchange
