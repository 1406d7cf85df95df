#include "core/atelier_json.h"

#include "core/flat_json.h"

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
        qsizetype plain = 0; // begin of what needs no escape
        for (qsizetype i = 0; i < value.size(); ++i) {
            const char16_t c = value[i].unicode();
            // Qt's parser drops a byte-order mark at the start of a text unless it is escaped.
            if (c >= 0x20 && c != u'"' && c != u'\\' && c != 0xFEFF)
                continue;
            m_out += QStringView(value).sliced(plain, i - plain);
            plain = i + 1;
            switch (c) {
            case u'"': m_out += QLatin1StringView("\\\""); break;
            case u'\\': m_out += QLatin1StringView("\\\\"); break;
            case u'\n': m_out += QLatin1StringView("\\n"); break;
            case u'\r': m_out += QLatin1StringView("\\r"); break;
            case u'\t': m_out += QLatin1StringView("\\t"); break;
            default: m_out += QStringLiteral("\\u%1").arg(int(c), 4, 16, QLatin1Char('0'));
            }
        }
        m_out += QStringView(value).sliced(plain);
        m_out += u'"';
    }

    QString &m_out;
    bool m_first = true;
};

/// Reads the members of one object, of either kind; the first problem is kept.
class ObjectReader
{
public:
    ObjectReader(const QJsonObject &object, qsizetype position) : m_object(&object), m_position(position) {}
    ObjectReader(const FlatObject &object, qsizetype position) : m_flat(&object), m_position(position) {}

    QString text(QLatin1StringView key)
    {
        if (m_flat) {
            const FlatObject::Member *member = find(key, [](auto kind) { return kind == FlatObject::Kind::Text; });
            return member ? member->text.toString() : QString();
        }
        const QJsonValue value = m_object->value(key);
        if (value.isUndefined() || value.isNull())
            return {};
        // A source's values may come as an object rather than as its text.
        if (value.isObject())
            return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
        if (!value.isString())
            complain(key);
        return value.toString();
    }
    std::optional<int> count(QLatin1StringView key)
    {
        if (m_flat) {
            const FlatObject::Member *member = find(key, [](auto kind) { return kind == FlatObject::Kind::Number; });
            return member ? std::optional(member->text.toInt()) : std::nullopt;
        }
        const QJsonValue value = m_object->value(key);
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
    bool flag(QLatin1StringView key)
    {
        if (m_flat) {
            const FlatObject::Member *member =
                find(key, [](auto kind) { return kind == FlatObject::Kind::True || kind == FlatObject::Kind::False; });
            return member && member->kind == FlatObject::Kind::True;
        }
        const QJsonValue value = m_object->value(key);
        if (!value.isUndefined() && !value.isNull() && !value.isBool())
            complain(key);
        return value.toBool();
    }
    void complain(QLatin1StringView key)
    {
        if (m_problem.isEmpty())
            m_problem =
                Sentences::tr("element %1: \"%2\" has the wrong type").arg(QString::number(m_position + 1), key);
    }
    const QString &problem() const { return m_problem; }

private:
    /// The member when it has the right kind.
    template <typename IsRight> const FlatObject::Member *find(QLatin1StringView key, IsRight isRight)
    {
        const FlatObject::Member *member = m_flat->find(key);
        if (!member || isRight(member->kind))
            return member;
        complain(key);
        return nullptr;
    }

    const QJsonObject *m_object = nullptr;
    const FlatObject *m_flat = nullptr;
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
    std::vector<Item> items;
    if (const auto list = readFlatList(text)) {
        items.reserve(list->size());
        for (std::size_t i = 0; i < list->size(); ++i) {
            ObjectReader reader((*list)[i], static_cast<qsizetype>(i));
            items.push_back(read(reader));
            if (!reader.problem().isEmpty())
                return failure(ErrorCode::Unreadable, reader.problem());
        }
        return items;
    }
    const Result<QJsonArray> array = parseArray(text);
    if (!array)
        return std::unexpected(array.error());
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
        item.id = reader.text(QLatin1StringView("id"));
        item.raw = reader.text(QLatin1StringView("raw"));
        item.model = reader.text(QLatin1StringView("model"));
        item.count = reader.count(QLatin1StringView("count"));
        item.conditions = reader.text(QLatin1StringView("conditions"));
        item.guessed = reader.flag(QLatin1StringView("guessed"));
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
        datum.value = reader.text(QLatin1StringView("value"));
        const auto *const kind = std::ranges::find(kPersonalKinds, reader.text(QLatin1StringView("kind")));
        if (kind == kPersonalKinds.end())
            reader.complain(QLatin1StringView("kind"));
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
        record.source = reader.text(QLatin1StringView("source"));
        record.recordKey = reader.text(QLatin1StringView("record_key"));
        record.url = reader.text(QLatin1StringView("url"));
        record.licence = reader.text(QLatin1StringView("licence"));
        record.asOf = reader.text(QLatin1StringView("as_of"));
        record.values = reader.text(QLatin1StringView("values"));
        record.goneSince = reader.text(QLatin1StringView("gone_since"));
        return record;
    });
}

} // namespace repere
