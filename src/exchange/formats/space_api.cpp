#include "exchange/formats/format.h"
#include "exchange/formats/registry.h"

#include "exchange/json_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QRegularExpression>
#include <QTimeZone>
#include <QUrl>

namespace repere::exchange {

namespace {

/// Context of the translated sentences.
struct Sentences {
    Q_DECLARE_TR_FUNCTIONS(Exchange)
};

/// SpaceAPI (https://spaceapi.io/docs), versions 0.13 to 15: one hackerspace, or a list of them as the collector keeps it
/// ({"url", "data"} each). `state.open` tells whether the door is open now, which is no status of a place.
class SpaceApiReader final : public JsonFormatReader
{
public:
    Result<void> open(const QString &path)
    {
        const Result<QByteArray> head = readHead(path);
        if (!head)
            return std::unexpected(head.error());
        if (isDirectory(*head))
            return readDirectory(path);
        return JsonFormatReader::open(
            path,
            {.bareList = true,
             .outerObject = true,
             .missing =
                 Sentences::tr("%1: no space was found, as SpaceAPI describes it. Nothing was imported.").arg(path)});
    }

    Result<std::unique_ptr<Draft>> next() override
    {
        if (m_path.isEmpty())
            return JsonFormatReader::next();
        if (m_nextAddress == m_addresses.size())
            return nullptr;
        const auto &[name, address] = m_addresses[m_nextAddress++];
        DraftFiller draft(m_path, 0);
        draft.text("name", name);
        draft.key(name);
        draft.reject(name, address,
                     Sentences::tr("only the address where this space describes itself; import that address"));
        return draft.take();
    }
    bool isWholeList() const override { return m_path.isEmpty() && JsonFormatReader::isWholeList(); }
    QStringList remarks() const override
    {
        if (m_path.isEmpty())
            return {};
        QStringList french;
        for (const auto &[name, address] : m_addresses) {
            if (QUrl(address).host().endsWith(QStringLiteral(".fr"), Qt::CaseInsensitive) && french.size() < 20)
                french.append(address);
        }
        return {Sentences::tr(
                    "This is the directory of SpaceAPI, with addresses and no place. Import the address of a space "
                    "instead; these may be in France: %1.")
                    .arg(french.isEmpty() ? Sentences::tr("none") : french.join(QStringLiteral(", ")))};
    }

    SourceInfo source() const override
    {
        return {.name = QStringLiteral("SpaceAPI"),
                .licence = {},
                .url = QStringLiteral("https://spaceapi.io/"),
                .asOf = {}};
    }

    /// {"name": "https://…", …}: the directory's whole content.
    static bool isDirectory(const QByteArray &head)
    {
        static const QRegularExpression entries(QStringLiteral(
            "^\\{\\s*\"(?:[^\"\\\\]|\\\\.)*\"\\s*:\\s*\"https?:[^\"]*\"\\s*(?:,\\s*\"(?:[^\"\\\\]|\\\\.)*\"\\s*:\\s*"
            "\"https?:[^\"]*\"\\s*)*(?:\\}|,|$)"));
        const QByteArray text = trimmedHead(head);
        return text.startsWith('{') && !text.contains("\"space\"")
               && entries.match(QString::fromUtf8(text.left(4096))).hasMatch();
    }

private:
    /// The directory has names and the addresses where spaces describe themselves, worldwide. To take its names for places
    /// would fill a directory with hundreds of entries without town or position; so each is rejected, with what to do.
    Result<void> readDirectory(const QString &path)
    {
        const Result<Json> directory = readJsonFile(path);
        if (!directory)
            return std::unexpected(directory.error());
        for (const auto &entry : directory->items())
            m_addresses.emplace_back(toQString(entry.key()), textOf(&entry.value()));
        m_path = path;
        return {};
    }

    void fill(const Json &entry, DraftFiller &draft) override
    {
        const Json *data = memberOf(entry, "data");
        const Json &space = data && data->is_object() ? *data : entry;
        const QString name = textOf(space, "space");
        draft.text("name", name);
        draft.key(name, data ? textOf(entry, "url") : QString());
        const Json *location = memberOf(space, "location");
        if (location && !fillLocation(*location, draft))
            return;
        draft.types({QStringLiteral("hackerspace")});
        draft.text("website", textOf(space, "url"));
        if (const Json *contact = memberOf(space, "contact")) {
            draft.text("email", textOf(*contact, "email"));
            draft.text("phone", textOf(*contact, "phone"));
        }
        if (const Json *state = memberOf(space, "state")) {
            // When the space last told something of itself.
            const Json *changed = memberOf(*state, "lastchange");
            const double seconds = changed && changed->is_number() ? changed->get<double>() : 0;
            if (seconds > 0 && seconds < 4e9) {
                draft.asOf(QDateTime::fromSecsSinceEpoch(static_cast<qint64>(seconds), QTimeZone::UTC)
                               .date()
                               .toString(Qt::ISODate));
            }
        }
    }

    /// False when the space is not in France: by its country, its position, or the last words of its address.
    static bool fillLocation(const Json &location, DraftFiller &draft)
    {
        const QString country = textOf(location, "country_code");
        if (!country.isEmpty() && !isFrenchCountry(country)) {
            draft.reject(QStringLiteral("country_code"), country.toUpper(), notInFrance());
            return false;
        }
        const QString latitude = textOf(location, "lat");
        const QString longitude = textOf(location, "lon");
        draft.point(latitude, longitude, PositionPrecision::Approximate);
        const std::optional<GeoPoint> &point = draft.atelier().point;
        if (point && !mayBeInFrance(*point)) {
            draft.reject(QStringLiteral("location"), latitude + QStringLiteral(", ") + longitude, notInFrance());
            return false;
        }
        static const QRegularExpression parts(QRegularExpression::anchoredPattern(
            QStringLiteral("(.*?)[,\\s]*\\b([0-9]{5})\\s+([^,]+?)(?:\\s*,\\s*([^,]+))?")));
        const QString address = textOf(location, "address").simplified();
        const QRegularExpressionMatch match = parts.match(address);
        const QString last = address.section(u',', -1).trimmed();
        static const QStringList elsewhere = {
            QStringLiteral("germany"),        QStringLiteral("deutschland"), QStringLiteral("belgium"),
            QStringLiteral("belgique"),       QStringLiteral("switzerland"), QStringLiteral("schweiz"),
            QStringLiteral("suisse"),         QStringLiteral("italy"),       QStringLiteral("italia"),
            QStringLiteral("spain"),          QStringLiteral("españa"),      QStringLiteral("luxembourg"),
            QStringLiteral("united kingdom"), QStringLiteral("uk"),          QStringLiteral("netherlands"),
            QStringLiteral("the netherlands")};
        if (country.isEmpty() && elsewhere.contains(last.toLower())) {
            draft.reject(QStringLiteral("address"), last, notInFrance());
            return false;
        }
        if (!match.hasMatch()) {
            draft.text("address", address);
            return true;
        }
        draft.text("address", match.captured(1));
        draft.text("postcode", match.captured(2));
        draft.text("city", match.captured(3));
        return true;
    }

    QString m_path; ///< of the directory, when this is it
    std::vector<std::pair<QString, QString>> m_addresses;
    std::size_t m_nextAddress = 0;
};

int recognise(const QByteArray &head, const QString &)
{
    const bool versioned = head.contains("\"api\"") || head.contains("\"api_compatibility\"");
    const bool isSpace = head.contains("\"location\"") || head.contains("\"state\"") || head.contains("\"contact\"");
    if (isJsonWith(head, {"\"space\""}) && isSpace && versioned)
        return 95;
    return SpaceApiReader::isDirectory(head) ? 70 : 0;
}

} // namespace

InputFormat spaceApi()
{
    return {.id = QStringLiteral("spaceapi"),
            .name = QStringLiteral("SpaceAPI"),
            .recognise = recognise,
            .open = openFirstPath<SpaceApiReader>};
}

} // namespace repere::exchange
