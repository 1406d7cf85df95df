#include "exchange/formats/format.h"
#include "exchange/formats/registry.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>

namespace repere::exchange {

namespace {

/// fablabs.io: the list of its API (one bare list), and the mirror on OpenDataSoft, which joins lists in texts and has the
/// address of the page instead of its last part. Both name a lab by that part, the slug.
///
/// `county` is left aside: people write country, region, département or town there. `kind_name` null means a fab lab.
/// `activity_status` goes on as it is: "corona" says neither open nor closed, so that it waits for a person; null says
/// nothing.
class FablabsIoReader final : public JsonFormatReader
{
public:
    Result<void> open(const QString &path)
    {
        return JsonFormatReader::open(
            path,
            {.lists = {"labs", "data", "results", "records", "features"},
             .bareList = true,
             .outerObject = true,
             .missing = QCoreApplication::translate(
                            "Exchange", "%1: no list of labs was found, as fablabs.io gives it. Nothing was imported.")
                            .arg(path)});
    }

    SourceInfo source() const override
    {
        return {.name = QStringLiteral("fablabs.io"),
                .licence = {},
                .url = QStringLiteral("https://www.fablabs.io/labs"),
                .asOf = {}};
    }

private:
    void fill(const Json &record, DraftFiller &draft) override
    {
        const Json lab = unwrapped(record);
        const QString name = textOf(lab, "name");
        const QString code = textOf(lab, "country_code");
        draft.text("name", name);
        if (!code.trimmed().isEmpty() && !isFrenchCountry(code)) {
            draft.reject(QStringLiteral("country_code"), code.trimmed().toUpper(), notInFrance());
            return;
        }
        const QString slug = slugOf(lab);
        draft.key(slug, slug.isEmpty() ? QString() : QStringLiteral("https://www.fablabs.io/labs/") + slug);

        const QString kind = textOf(lab, "kind_name");
        draft.types({kind.isEmpty() ? QStringLiteral("fab_lab") : kind});
        if (kind == u"mobile")
            draft.services({kind});
        draft.status(textOf(lab, "activity_status"));
        draft.equipment(capabilitiesOf(lab));
        fillAddress(lab, draft);
        fillPoint(lab, draft);
        draft.text("website", ownSiteOf(linksOf(lab)));
        draft.text("email", textOf(lab, "email"));
        draft.text("phone", textOf(lab, "phone"));
        draft.note(textOf(lab, "blurb"));
        draft.note(textOf(lab, "description"));
        draft.note(textOf(lab, "address_notes"));
    }

    static QString slugOf(const Json &lab)
    {
        const QString slug = textOf(lab, "slug");
        return slug.isEmpty() ? QUrl(textOf(lab, "url")).path().section(u'/', -1, -1, QString::SectionSkipEmpty) : slug;
    }

    static QStringList capabilitiesOf(const Json &lab)
    {
        const Json *capabilities = memberOf(lab, "capabilities");
        return capabilities && capabilities->is_string() ? listOf(textOf(capabilities), u';') : textsOf(capabilities);
    }

    static QStringList linksOf(const Json &lab)
    {
        QStringList addresses;
        const Json *links = memberOf(lab, "links");
        if (links && links->is_array()) {
            for (const Json &link : *links)
                addresses.append(link.is_object() ? textOf(link, "url") : textOf(&link));
        } else {
            addresses = listOf(textOf(links), u';');
        }
        return addresses;
    }

    static void fillAddress(const Json &lab, DraftFiller &draft)
    {
        const QString city = textOf(lab, "city").trimmed();
        QStringList address;
        for (const char *line : {"address_1", "address_2"}) {
            const QString text = textOf(lab, line).trimmed();
            if (!text.isEmpty() && text.compare(city, Qt::CaseInsensitive) != 0 && !address.contains(text))
                address.append(text);
        }
        draft.text("address", address.join(QStringLiteral(", ")));
        draft.text("postcode", textOf(lab, "postal_code"));
        draft.text("city", city);
    }

    /// Labs put their own mark on a map: about there.
    static void fillPoint(const Json &lab, DraftFiller &draft)
    {
        QString latitude = textOf(lab, "latitude");
        QString longitude = textOf(lab, "longitude");
        if (latitude.isEmpty() || longitude.isEmpty()) {
            const Json *coordinates = memberOf(lab, "coordinates");
            QStringList pair = textsOf(coordinates); // the mirror's: latitude first
            if (coordinates && coordinates->is_object()) {
                pair = {textOf(*coordinates, "lat"), textOf(*coordinates, "lon")};
            } else if (pair.size() < 2) {
                pair = pointOfGeometry(memberOf(lab, "geometry"));
                std::ranges::reverse(pair);
            }
            latitude = pair.value(0);
            longitude = pair.value(1);
        }
        draft.point(latitude, longitude, PositionPrecision::Approximate);
    }
};

int recognise(const QByteArray &head, const QString &)
{
    if (!isJsonWith(head, {"\"kind_name\""}))
        return 0;
    return head.contains("\"country_code\"") || head.contains("fablabs.io") ? 95 : 60;
}

} // namespace

InputFormat fablabsIo()
{
    return {.id = QStringLiteral("fablabs.io"),
            .name = QStringLiteral("fablabs.io"),
            .recognise = recognise,
            .open = openFirstPath<FablabsIoReader>};
}

} // namespace repere::exchange
