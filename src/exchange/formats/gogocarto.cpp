#include "exchange/fetch.h"
#include "exchange/formats/format.h"
#include "exchange/formats/registry.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace repere::exchange {

namespace {

/// Context of the translated sentences.
struct Sentences {
    Q_DECLARE_TR_FUNCTIONS(Exchange)
};

/// Maps made with GoGoCarto (https://gogocarto.fr): /api/elements.json in its full and compact ontologies, as JSON-LD, one
/// element alone; and the national map of tiers-lieux, made with COstum, whose elements have the same address and geo.
///
/// `status` is the moderation of the entry, not the state of the place: below zero it was refused, deleted or doubled.
/// Categories come as names, as objects with names, or as numbers that only the map's taxonomy explains.
class GogocartoReader final : public JsonFormatReader
{
public:
    Result<void> open(const QString &path)
    {
        const Result<QByteArray> head = readHead(path);
        if (!head)
            return std::unexpected(head.error());
        if (isRefusal(*head)) {
            return failure(
                ErrorCode::Unreadable,
                Sentences::tr("%1: this map gives its places only to those who have a token; it answered \"%2\". "
                              "Nothing was imported.")
                    .arg(path, QString::fromUtf8(trimmedHead(*head).left(120))));
        }
        m_map = addressOfFetched(path).host();
        return JsonFormatReader::open(path, {.lists = {"data", "@graph", "elements", "results", "entities"},
                                             .bareList = true,
                                             .keyed = true,
                                             .outerObject = true,
                                             .keep = {"licence", "ontology", "mapping"},
                                             .missing = {}});
    }

    SourceInfo source() const override
    {
        const QString licence = textOf(records().outer(), "licence");
        const bool isOdbl = licence.contains(QStringLiteral("odbl"), Qt::CaseInsensitive);
        // There are hundreds of maps; a file does not say of which one it is.
        const QString name =
            m_map.isEmpty() ? QStringLiteral("GoGoCarto") : QStringLiteral("GoGoCarto (%1)").arg(m_map);
        return {.name = m_isCostum ? QStringLiteral("Carte nationale des tiers-lieux") : name,
                .licence = isOdbl ? QStringLiteral("ODbL 1.0") : licence,
                .url = {},
                .asOf = {}};
    }

    bool isWholeList() const override { return (m_isCostum || !m_map.isEmpty()) && JsonFormatReader::isWholeList(); }

    QStringList remarks() const override
    {
        if (m_numbered == 0)
            return {};
        return {Sentences::tr(
                    "%1 places have categories given as numbers, which only the taxonomy of the map explains: these "
                    "were left aside.")
                    .arg(m_numbered)};
    }

    /// What a protected map answers instead of places.
    static bool isRefusal(const QByteArray &head)
    {
        const QByteArray text = trimmedHead(head);
        return text.startsWith("You need to provide a token") || text.startsWith("The token you provided");
    }

private:
    void fill(const Json &element, DraftFiller &draft) override
    {
        if (element.is_array())
            fillCompact(element, draft);
        else if (element.contains("error") && !element.contains("name"))
            draft.reject(QStringLiteral("error"), textOf(element, "error"), Sentences::tr("the map answered an error"));
        else
            fillFull(element, draft);
    }

    static bool isRefused(const QString &status, DraftFiller &draft)
    {
        if (!status.startsWith(u'-'))
            return false;
        draft.reject(QStringLiteral("status"), status,
                     Sentences::tr("the map's moderation refused or removed this entry"));
        return true;
    }

    /// ["id", "name" or [values of "mapping"], latitude, longitude, [categories], status?, moderation?]
    void fillCompact(const Json &element, DraftFiller &draft)
    {
        const auto at = [&element](std::size_t index) { return index < element.size() ? &element[index] : nullptr; };
        draft.key(textOf(at(0)));
        const Json *name = at(1);
        const std::size_t index = nameIndex();
        draft.text("name",
                   name && name->is_array() ? textOf(index < name->size() ? &(*name)[index] : nullptr) : textOf(name));
        if (isRefused(textOf(at(5)), draft))
            return;
        draft.point(textOf(at(2)), textOf(at(3)), PositionPrecision::Approximate);
        takeCategories(textsOf(at(4)), draft);
    }

    /// Which of the values of a compact element is the name.
    std::size_t nameIndex() const
    {
        const Json *mapping = memberOf(records().outer(), "mapping");
        if (!mapping || !mapping->is_array() || mapping->size() < 2 || !(*mapping)[1].is_array())
            return 0;
        const Json &fields = (*mapping)[1];
        const auto found = std::ranges::find(fields, Json("name"));
        return found == fields.end() ? 0 : static_cast<std::size_t>(found - fields.begin());
    }

    static QString idOf(const Json &element)
    {
        for (const char *key : {"id", "_id", "@id"}) {
            const Json *id = memberOf(element, key);
            if (!id)
                continue;
            for (const char *inner : {"$id", "$oid"}) {
                if (const QString text = textOf(*id, inner); !text.isEmpty())
                    return text;
            }
            if (const QString text = textOf(id); !text.isEmpty())
                return text;
        }
        return {};
    }

    void fillFull(const Json &element, DraftFiller &draft)
    {
        m_isCostum = m_isCostum || memberOf(element, "_id");
        draft.key(idOf(element));
        const QString name = textOf(element, "name");
        draft.text("name", name.isEmpty() ? textOf(element, "title") : name);
        if (isRefused(textOf(element, "status"), draft))
            return;
        const Json *address = memberOf(element, "address");
        const QString country = address ? textOf(*address, "addressCountry") : QString();
        if (isForeignCountry(country) && !country.isEmpty()) {
            draft.reject(QStringLiteral("addressCountry"), country, notInFrance());
            return;
        }
        if (address && address->is_object()) {
            draft.text("address", textOf(*address, "streetAddress"));
            draft.text("postcode", textOf(*address, "postalCode"));
            draft.text("city", textOf(*address, "addressLocality"));
            draft.text("insee", textOf(*address, "codeInsee"));
        } else {
            draft.text("address", textOf(address));
        }
        const Json *geo = memberOf(element, "geo");
        const Json &place = geo ? *geo : element;
        draft.point(textOf(place, "latitude"), textOf(place, "longitude"), PositionPrecision::Approximate);
        takeCategories(categoriesOf(element), draft);
        // Each map has fields of its own; these are what they call machines.
        for (const char *key : {"machines", "equipements", "equipement", "equipment", "materiel", "outils"}) {
            for (const QString &words : textsOf(memberOf(element, key)))
                draft.equipment({words});
        }
        fillContact(element, draft);
        for (const char *key : {"shortDescription", "abstract", "description", "descriptionMore"})
            draft.note(textOf(element, key));
        const QString updated = textOf(element, "updatedAt");
        draft.asOf(updated.isEmpty() ? textOf(element, "modified") : updated);
    }

    static QStringList categoriesOf(const Json &element)
    {
        QStringList categories;
        if (const Json *full = memberOf(element, "categoriesFull"); full && full->is_array()) {
            for (const Json &category : *full)
                categories.append(textOf(category, "name"));
            return categories;
        }
        for (const char *key : {"categories", "taxonomy", "tags"})
            categories += textsOf(memberOf(element, key));
        return categories;
    }

    void takeCategories(const QStringList &categories, DraftFiller &draft)
    {
        bool numbered = false;
        for (const QString &category : categories) {
            if (category.trimmed().isEmpty())
                continue;
            if (numberOf(category))
                numbered = true;
            else
                draft.types({category});
        }
        m_numbered += numbered ? 1 : 0;
    }

    static void fillContact(const Json &element, DraftFiller &draft)
    {
        const auto first = [&element](std::initializer_list<const char *> keys) {
            for (const char *key : keys) {
                // "hidden" and "private" only say that there is one.
                const Json *value = memberOf(element, key);
                if (value && value->is_object() && !value->empty()) // COstum: {"fixe": […], "mobile": […]}
                    value = &*value->begin();
                const QString text = textsOf(value).value(0).trimmed();
                if (!text.isEmpty() && text != u"hidden" && text != u"private")
                    return text;
            }
            return QString();
        };
        draft.text("website", first({"website", "url", "siteWeb", "site_web"}));
        draft.text("email", first({"email"}));
        draft.text("phone", first({"telephone", "phone"}));
        QStringList hours;
        if (const Json *open = memberOf(element, "openHours"); open && open->is_object()) {
            for (const char *day : {"Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"}) {
                static const QRegularExpression between(QStringLiteral("\\s+(?=[0-9])"));
                QString spans = textOf(*open, day).trimmed();
                if (!spans.isEmpty())
                    hours.append(QString::fromUtf8(day) + u' ' + spans.replace(between, QStringLiteral(",")));
            }
        }
        const QString more = first({"openHoursMoreInfos"});
        draft.text("opening_hours", hours.isEmpty() ? more : hours.join(QStringLiteral("; ")));
    }

    QString m_map; ///< host of the map, when it was fetched
    bool m_isCostum = false;
    int m_numbered = 0; ///< places with categories given as numbers
};

int recognise(const QByteArray &head, const QString &)
{
    if (GogocartoReader::isRefusal(head))
        return 95;
    if (isJsonWith(head, {"\"ontology\"", "gogo"}))
        return 97;
    if (isJsonWith(head, {"\"geo\"", "\"latitude\"", "\"address\"", "\"addressLocality\""}))
        return 93;
    return isJsonWith(head, {"\"@graph\"", "\"geo\""}) ? 80 : 0;
}

} // namespace

InputFormat gogocarto()
{
    return {.id = QStringLiteral("gogocarto"),
            .name = QCoreApplication::translate("Exchange", "GoGoCarto map"),
            .recognise = recognise,
            .open = openFirstPath<GogocartoReader>};
}

} // namespace repere::exchange
