#include "core/atelier_json.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace repere {

namespace {

/// Context of the translated sentences.
struct Sentences {
    Q_DECLARE_TR_FUNCTIONS(AtelierJson)
};

/// In the order of PersonalDatum::Kind.
const std::array<QString, 3> kPersonalKinds = {QStringLiteral("name"), QStringLiteral("email"),
                                               QStringLiteral("phone")};

/// Members are written by hand: in the order of the contract, which QJsonObject would sort.
class ObjectWriter
{
public:
    explicit ObjectWriter(QString &out) : m_out(out) { m_out += u'{'; }
    void text(QLatin1StringView key, const QString &value)
    {
        if (value.isEmpty())
            return;
        beginMember(key);
        appendQuoted(value);
    }
    void number(QLatin1StringView key, int value)
    {
        beginMember(key);
        m_out += QString::number(value);
    }
    void flag(QLatin1StringView key)
    {
        beginMember(key);
        m_out += QLatin1StringView("true");
    }
    void close() { m_out += u'}'; }

private:
    void beginMember(QLatin1StringView key)
    {
        if (!m_first)
            m_out += u',';
        m_first = false;
        m_out += u'"';
        m_out += key;
        m_out += QLatin1StringView("\":");
    }
    void appendQuoted(const QString &value)
    {
        m_out += u'"';
        for (QChar c : value) {
            switch (c.unicode()) {
            case u'"': m_out += QLatin1StringView("\\\""); break;
            case u'\\': m_out += QLatin1StringView("\\\\"); break;
            case u'\n': m_out += QLatin1StringView("\\n"); break;
            case u'\r': m_out += QLatin1StringView("\\r"); break;
            case u'\t': m_out += QLatin1StringView("\\t"); break;
            default:
                // Qt's parser drops a byte-order mark at the start of a text unless it is escaped.
                if (c.unicode() < 0x20 || c.unicode() == 0xFEFF)
                    m_out += QStringLiteral("\\u%1").arg(int(c.unicode()), 4, 16, QLatin1Char('0'));
                else
                    m_out += c;
            }
        }
        m_out += u'"';
    }

    QString &m_out;
    bool m_first = true;
};

/// Reads the members of one object; the first problem is kept.
class ObjectReader
{
public:
    ObjectReader(const QJsonObject &object, qsizetype position) : m_object(object), m_position(position) {}

    QString text(const QString &key)
    {
        const QJsonValue value = m_object.value(key);
        if (value.isUndefined() || value.isNull())
            return {};
        // A source's values may come as an object rather than as its text.
        if (value.isObject())
            return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
        if (!value.isString())
            complain(key);
        return value.toString();
    }
    std::optional<int> count(const QString &key)
    {
        const QJsonValue value = m_object.value(key);
        if (value.isUndefined() || value.isNull())
            return std::nullopt;
        const double number = value.toDouble(-1);
        if (!value.isDouble() || number < 0 || number > std::numeric_limits<int>::max()
            || number != std::floor(number)) {
            complain(key);
            return std::nullopt;
        }
        return static_cast<int>(number);
    }
    bool flag(const QString &key)
    {
        const QJsonValue value = m_object.value(key);
        if (!value.isUndefined() && !value.isNull() && !value.isBool())
            complain(key);
        return value.toBool();
    }
    void complain(const QString &key)
    {
        if (m_problem.isEmpty())
            m_problem =
                Sentences::tr("element %1: \"%2\" has the wrong type").arg(QString::number(m_position + 1), key);
    }
    const QString &problem() const { return m_problem; }

private:
    const QJsonObject &m_object;
    qsizetype m_position;
    QString m_problem;
};

Result<QJsonArray> parseArray(const QString &text)
{
    if (text.trimmed().isEmpty())
        return QJsonArray();
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8(), &error);
    if (error.error != QJsonParseError::NoError) {
        return failure(ErrorCode::Unreadable, Sentences::tr("broken JSON at character %1").arg(error.offset));
    }
    if (!document.isArray())
        return failure(ErrorCode::Unreadable, Sentences::tr("a JSON list was expected"));
    return document.array();
}

/// Calls `read` for each object of a JSON list.
template <typename Item, typename Read> Result<std::vector<Item>> readItems(const QString &text, Read read)
{
    const Result<QJsonArray> array = parseArray(text);
    if (!array)
        return std::unexpected(array.error());
    std::vector<Item> items;
    items.reserve(array->size());
    for (qsizetype i = 0; i < array->size(); ++i) {
        const QJsonValue value = array->at(i);
        if (!value.isObject())
            return failure(ErrorCode::Unreadable, Sentences::tr("element %1 is no JSON object").arg(i + 1));
        const QJsonObject object = value.toObject();
        ObjectReader reader(object, i);
        items.push_back(read(reader));
        if (!reader.problem().isEmpty())
            return failure(ErrorCode::Unreadable, reader.problem());
    }
    return items;
}

} // namespace

QString equipmentToJson(const std::vector<EquipmentItem> &items)
{
    QString out = QStringLiteral("[");
    for (const EquipmentItem &item : items) {
        if (out.size() > 1)
            out += u',';
        ObjectWriter writer(out);
        writer.text(QLatin1StringView("id"), item.id);
        writer.text(QLatin1StringView("raw"), item.raw);
        writer.text(QLatin1StringView("model"), item.model);
        if (item.count)
            writer.number(QLatin1StringView("count"), *item.count);
        writer.text(QLatin1StringView("conditions"), item.conditions);
        if (item.guessed)
            writer.flag(QLatin1StringView("guessed"));
        writer.close();
    }
    return out + u']';
}

Result<std::vector<EquipmentItem>> equipmentFromJson(const QString &text)
{
    return readItems<EquipmentItem>(text, [](ObjectReader &reader) {
        EquipmentItem item;
        item.id = reader.text(QStringLiteral("id"));
        item.raw = reader.text(QStringLiteral("raw"));
        item.model = reader.text(QStringLiteral("model"));
        item.count = reader.count(QStringLiteral("count"));
        item.conditions = reader.text(QStringLiteral("conditions"));
        item.guessed = reader.flag(QStringLiteral("guessed"));
        return item;
    });
}

QString personalToJson(const std::vector<PersonalDatum> &data)
{
    QString out = QStringLiteral("[");
    for (const PersonalDatum &datum : data) {
        if (out.size() > 1)
            out += u',';
        ObjectWriter writer(out);
        writer.text(QLatin1StringView("kind"), kPersonalKinds[static_cast<std::size_t>(datum.kind)]);
        writer.text(QLatin1StringView("value"), datum.value);
        writer.close();
    }
    return out + u']';
}

Result<std::vector<PersonalDatum>> personalFromJson(const QString &text)
{
    return readItems<PersonalDatum>(text, [](ObjectReader &reader) {
        PersonalDatum datum;
        datum.value = reader.text(QStringLiteral("value"));
        const auto *const kind = std::ranges::find(kPersonalKinds, reader.text(QStringLiteral("kind")));
        if (kind == kPersonalKinds.end())
            reader.complain(QStringLiteral("kind"));
        else
            datum.kind = static_cast<PersonalDatum::Kind>(kind - kPersonalKinds.begin());
        return datum;
    });
}

QString provenanceToJson(const std::vector<Provenance> &records)
{
    QString out = QStringLiteral("[");
    for (const Provenance &record : records) {
        if (out.size() > 1)
            out += u',';
        ObjectWriter writer(out);
        writer.text(QLatin1StringView("source"), record.source);
        writer.text(QLatin1StringView("record_key"), record.recordKey);
        writer.text(QLatin1StringView("url"), record.url);
        writer.text(QLatin1StringView("licence"), record.licence);
        writer.text(QLatin1StringView("as_of"), record.asOf);
        writer.text(QLatin1StringView("values"), record.values);
        writer.text(QLatin1StringView("gone_since"), record.goneSince);
        writer.close();
    }
    return out + u']';
}

Result<std::vector<Provenance>> provenanceFromJson(const QString &text)
{
    return readItems<Provenance>(text, [](ObjectReader &reader) {
        Provenance record;
        record.source = reader.text(QStringLiteral("source"));
        record.recordKey = reader.text(QStringLiteral("record_key"));
        record.url = reader.text(QStringLiteral("url"));
        record.licence = reader.text(QStringLiteral("licence"));
        record.asOf = reader.text(QStringLiteral("as_of"));
        record.values = reader.text(QStringLiteral("values"));
        record.goneSince = reader.text(QStringLiteral("gone_since"));
        return record;
    });
}

} // namespace repere
