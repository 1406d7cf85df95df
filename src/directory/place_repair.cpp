#include "directory/place_repair.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace repere::directory {

namespace {

using namespace Qt::StringLiterals;

struct RepairText {
    Q_DECLARE_TR_FUNCTIONS(Repair)
};

/// A point that lies nearer than this to a stated département does not contradict it: outlines are drawn coarsely.
constexpr double kBorderMetres = 2'000;
/// A point farther than this from its commune, in another département, is not where the address says.
constexpr double kFarMetres = 20'000;

bool isZero(const QString &code)
{
    return !code.isEmpty() && std::ranges::all_of(code, [](QChar c) { return c == u'0'; });
}

bool isDigits(const QString &code, qsizetype length)
{
    return code.size() == length && std::ranges::all_of(code, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// A code as tables write it, without what spreadsheets and countries add: "29600.0", "F-44 300".
QString plainCode(const QString &text)
{
    static const QRegularExpression additions(u"^\\s*(F|FR)\\s*-\\s*|\\s+|\\.0+$"_s,
                                              QRegularExpression::CaseInsensitiveOption);
    return QString(text).remove(additions).toUpper();
}

QString withoutCedex(const QString &city)
{
    static const QRegularExpression cedex(u"\\s*\\bCEDEX\\b(\\s*\\d+)?\\s*"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    return QString(city).replace(cedex, u" "_s).simplified();
}

class PlaceRepairer
{
public:
    PlaceRepairer(Atelier &atelier, const QStringList &fields, const Knowledge &knowledge)
        : m_atelier(atelier), m_fields(fields), m_knowledge(knowledge), m_gazetteer(knowledge.gazetteer())
    {
    }

    Result<std::vector<ImportReport::Repair>> run()
    {
        cleanCodes();
        restoreZeros();
        if (const auto located = locate(); !located)
            return std::unexpected(located.error());
        if (const auto settled = settleCommune(); !settled)
            return std::unexpected(settled.error());
        if (const auto settled = settlePosition(); !settled)
            return std::unexpected(settled.error());
        if (const auto settled = settleDepartement(); !settled)
            return std::unexpected(settled.error());
        settlePostcode();
        return std::move(m_repairs);
    }

private:
    void note(const QString &field, const QString &from, const QString &to, const QString &why, bool proposed = false)
    {
        m_repairs.push_back({.id = 0, .field = field, .from = from, .to = to, .why = why, .proposed = proposed});
    }

    void cleanCodes();
    void restoreZeros();
    void restoreCommuneZero();
    Result<void> locate();
    Result<void> settleCommune();
    Result<void> settlePosition();
    Result<void> settleDepartement();
    void settlePostcode();
    void dropPosition(const QString &why, std::optional<GeoPoint> proposed);

    QString departementOfCommune(const QString &code) const
    {
        const Commune *commune = m_gazetteer.commune(m_gazetteer.currentCommune(code));
        return commune ? commune->departement : QString();
    }
    QStringList departementsOfPostcode(const QString &postcode) const;
    QString communeNamedHere() const;
    /// Whether the position lies in the stated département, or so near that it does not speak against it.
    bool positionIsNearStated() const
    {
        return m_atelier.point
               && m_knowledge.isWithin(m_atelier.departement, *m_atelier.point, kBorderMetres).value_or(false);
    }
    /// Whether what else is said of the place allows this département: the position, the stated one, or nothing at all.
    Result<bool> isSupported(const QString &departement) const;

    Atelier &m_atelier;
    const QStringList &m_fields;
    const Knowledge &m_knowledge;
    const geography::Gazetteer &m_gazetteer;
    std::vector<ImportReport::Repair> m_repairs;
    QString m_rawPostcode; ///< as the source wrote them
    QString m_rawInsee;
    Location m_location;
    QString m_byAddress; ///< the commune of postcode and name
};

QStringList PlaceRepairer::departementsOfPostcode(const QString &postcode) const
{
    QStringList departements;
    for (const Commune *commune : m_gazetteer.communesOfPostcode(postcode)) {
        if (!departements.contains(commune->departement))
            departements.append(commune->departement);
    }
    if (departements.isEmpty() && isDigits(postcode, 5)) { // a CEDEX code
        const QString head = postcode.first(postcode.startsWith(u"97") || postcode.startsWith(u"98") ? 3 : 2);
        if (head == u"20")
            departements = {u"2A"_s, u"2B"_s};
        else if (m_gazetteer.departement(head))
            departements = {head};
    }
    return departements;
}

void PlaceRepairer::cleanCodes()
{
    m_rawPostcode = m_atelier.postcode;
    m_rawInsee = m_atelier.insee;
    m_atelier.postcode = plainCode(m_atelier.postcode);
    m_atelier.insee = plainCode(m_atelier.insee);
    if (m_atelier.postcode.contains(u"CEDEX"))
        m_atelier.postcode = m_atelier.postcode.first(m_atelier.postcode.indexOf(u"CEDEX"));
    if (isZero(m_atelier.postcode))
        m_atelier.postcode.clear();
    if (isZero(m_atelier.insee))
        m_atelier.insee.clear();
    if (const QString city = withoutCedex(m_atelier.city); city != m_atelier.city) {
        note(u"city"_s, m_atelier.city, city, RepairText::tr("CEDEX belongs to the post, not to the commune"));
        m_atelier.city = city;
    }
    QString departement = plainCode(m_atelier.departement);
    if (isDigits(departement, 1))
        departement.prepend(u'0');
    if (m_gazetteer.departement(departement)) {
        if (departement != m_atelier.departement)
            note(u"departement"_s, m_atelier.departement, departement, RepairText::tr("a leading zero was lost"));
        m_atelier.departement = departement;
    } else if (!m_atelier.departement.isEmpty()) {
        m_atelier.departement = m_gazetteer.departementNamed(m_atelier.departement);
    }
}

void PlaceRepairer::restoreZeros()
{
    restoreCommuneZero();
    QString &postcode = m_atelier.postcode;
    if (isDigits(postcode, 4)) {
        // The zero is put back where that code exists and the rest does not say otherwise.
        const QString whole = u'0' + postcode;
        const QStringList departements = departementsOfPostcode(whole);
        const QString ofCommune = departementOfCommune(m_atelier.insee);
        const bool named =
            !m_gazetteer.resolveCommune(whole, m_atelier.city).isEmpty()
            && departements.contains(departementOfCommune(m_gazetteer.resolveCommune(whole, m_atelier.city)));
        const bool contradicted = (!ofCommune.isEmpty() && !departements.contains(ofCommune))
                                  || (!m_atelier.departement.isEmpty() && !departements.contains(m_atelier.departement))
                                  || (!m_atelier.city.isEmpty() && !named);
        if (!departements.isEmpty() && !contradicted) {
            note(u"postcode"_s, m_rawPostcode, whole, RepairText::tr("a leading zero was lost"));
            postcode = whole;
        }
    }
    if (isDigits(postcode, 5) && m_rawPostcode != postcode && m_rawPostcode.trimmed() != postcode
        && (m_repairs.empty() || m_repairs.back().field != u"postcode")) {
        note(u"postcode"_s, m_rawPostcode, postcode, RepairText::tr("written as a postcode"));
    }
}

void PlaceRepairer::restoreCommuneZero()
{
    QString &insee = m_atelier.insee;
    if (isDigits(insee, 4) && !m_gazetteer.currentCommune(u'0' + insee).isEmpty()) {
        insee.prepend(u'0');
        note(u"insee"_s, m_rawInsee, insee, RepairText::tr("a leading zero was lost"));
        return;
    }
    if (isDigits(insee, 5) && insee.startsWith(u"20")) {
        // Corsica was 20 before it was 2A and 2B.
        const auto named = m_gazetteer.communesNamed(m_atelier.city);
        for (const QString &half : {u"2A"_s, u"2B"_s}) {
            const Commune *commune = m_gazetteer.commune(m_gazetteer.currentCommune(half + insee.sliced(2)));
            if (commune && (m_atelier.city.isEmpty() || std::ranges::find(named, commune) != named.end())) {
                insee = half + insee.sliced(2);
                note(u"insee"_s, m_rawInsee, insee, RepairText::tr("Corsica has the codes 2A and 2B"));
                return;
            }
        }
    }
}

Result<void> PlaceRepairer::locate()
{
    if (m_atelier.point && m_atelier.point->latitude == 0 && m_atelier.point->longitude == 0) {
        note(u"lat"_s, u"0"_s, {}, RepairText::tr("0, 0 is no position"));
        m_atelier.point.reset();
        m_atelier.precision = PositionPrecision::None;
    }
    const bool isPostcode = isDigits(m_atelier.postcode, 5);
    m_byAddress = m_gazetteer.resolveCommune(isPostcode ? m_atelier.postcode : QString(), m_atelier.city);
    if (m_atelier.point) {
        auto location = m_knowledge.locate(*m_atelier.point);
        if (!location)
            return std::unexpected(location.error());
        m_location = std::move(*location);
    }
    if (m_byAddress.isEmpty() && !m_atelier.city.isEmpty())
        m_byAddress = communeNamedHere();
    return {};
}

/// The commune of this name in the département of the position, else in the stated one; many have namesakes elsewhere.
QString PlaceRepairer::communeNamedHere() const
{
    const QString here = m_location.departement.isEmpty() ? m_atelier.departement : m_location.departement;
    QString found;
    for (const Commune *commune : m_gazetteer.communesNamed(m_atelier.city)) {
        if (commune->departement != here)
            continue;
        if (!found.isEmpty())
            return {};
        found = commune->code;
    }
    return found;
}

Result<bool> PlaceRepairer::isSupported(const QString &departement) const
{
    if (m_location.departement.isEmpty() && m_atelier.departement.isEmpty())
        return true;
    if (departement == m_location.departement || departement == m_atelier.departement)
        return true;
    return m_atelier.point ? m_knowledge.isWithin(departement, *m_atelier.point, kBorderMetres) : false;
}

Result<void> PlaceRepairer::settleCommune()
{
    QString &insee = m_atelier.insee;
    const bool hasColumn = m_fields.contains(u"insee"_s);
    const QString byAddressIn = departementOfCommune(m_byAddress);
    if (!m_byAddress.isEmpty() && m_atelier.postcode.isEmpty() && m_atelier.point) {
        // A name alone: many communes bear the same one, so the position must allow it.
        const auto supported = isSupported(byAddressIn);
        if (!supported)
            return std::unexpected(supported.error());
        if (!*supported)
            m_byAddress.clear();
    }
    if (!m_gazetteer.currentCommune(insee).isEmpty()) {
        const QString stated = departementOfCommune(insee);
        const auto supported = isSupported(stated);
        if (!supported)
            return std::unexpected(supported.error());
        const QStringList ofPostcode = departementsOfPostcode(m_atelier.postcode);
        const bool others = *supported || ofPostcode.contains(stated);
        if (!others && !m_byAddress.isEmpty() && byAddressIn != stated) {
            note(u"insee"_s, m_rawInsee, m_byAddress,
                 RepairText::tr("postcode, name and position say %1").arg(m_gazetteer.commune(m_byAddress)->name));
            insee = m_byAddress;
        } else if (!others && m_byAddress.isEmpty() && !m_location.commune.isEmpty() && !m_location.snapped) {
            note(u"insee"_s, m_rawInsee, m_location.commune,
                 RepairText::tr("the position lies in %1, and nothing else says %2")
                     .arg(m_gazetteer.commune(m_location.commune)->name, insee));
            insee = m_location.commune;
        }
        return {};
    }
    if (!insee.isEmpty() || !m_rawInsee.isEmpty() || hasColumn) {
        QString found = m_byAddress;
        QString why = RepairText::tr("from postcode and name");
        if (m_atelier.postcode.isEmpty())
            why = RepairText::tr("from the name of the commune and its département");
        else if (m_atelier.city.isEmpty())
            why = RepairText::tr("from the postcode");
        if (found.isEmpty()
            && (m_atelier.departement.isEmpty() || m_atelier.departement == m_location.departement
                || !positionIsNearStated())) {
            found = m_location.commune;
            why = RepairText::tr("from the position: the nearest commune of its département");
        }
        if (!found.isEmpty() || !insee.isEmpty())
            note(u"insee"_s, m_rawInsee, found, found.isEmpty() ? RepairText::tr("no commune has this code") : why);
        insee = found;
    }
    return {};
}

void PlaceRepairer::dropPosition(const QString &why, std::optional<GeoPoint> proposed)
{
    const auto degrees = [](double value) { return QString::number(value, 'f', 6); };
    const GeoPoint was = *m_atelier.point;
    QString latitude;
    QString longitude;
    if (proposed) {
        latitude = degrees(proposed->latitude);
        longitude = degrees(proposed->longitude);
    } else if (const Commune *commune = m_gazetteer.commune(m_gazetteer.currentCommune(m_atelier.insee));
               commune && commune->centre.isValid()) {
        latitude = degrees(commune->centre.latitude);
        longitude = degrees(commune->centre.longitude);
    }
    note(u"lat"_s, degrees(was.latitude), latitude, why, proposed.has_value());
    note(u"lon"_s, degrees(was.longitude), longitude, why, proposed.has_value());
    m_atelier.point.reset();
    m_atelier.precision = PositionPrecision::None;
    m_location = {};
}

/// Latitude and longitude swapped, or a position that has nothing to do with the address.
Result<void> PlaceRepairer::settlePosition()
{
    if (!m_atelier.point)
        return {};
    const QString code = m_gazetteer.currentCommune(m_atelier.insee.isEmpty() ? m_byAddress : m_atelier.insee);
    const Commune *commune = m_gazetteer.commune(code);
    const GeoPoint swapped{.latitude = m_atelier.point->longitude, .longitude = m_atelier.point->latitude};
    if (commune && commune->centre.isValid()) {
        const double metres = distanceMetres(*m_atelier.point, commune->centre);
        if (metres > kFarMetres && swapped.isValid() && distanceMetres(swapped, commune->centre) < kFarMetres) {
            dropPosition(RepairText::tr("latitude and longitude are swapped: the other way round it lies in %1")
                             .arg(commune->name),
                         swapped);
            return {};
        }
        // Two statements at least must agree against the position before it is given up.
        const bool postcodeAgrees = departementsOfPostcode(m_atelier.postcode).contains(commune->departement);
        const bool nameAgrees = m_byAddress == code;
        if (metres > kFarMetres && postcodeAgrees && nameAgrees
            && (m_atelier.departement.isEmpty() || m_atelier.departement == commune->departement)) {
            const auto inside = m_knowledge.isWithin(commune->departement, *m_atelier.point, kBorderMetres);
            if (!inside)
                return std::unexpected(inside.error());
            if (!*inside) {
                dropPosition(RepairText::tr("it lies %1 km from %2, where postcode and name say it is; put there")
                                 .arg(QString::number(metres / 1000, 'f', 0), commune->name),
                             std::nullopt);
            }
        }
        return {};
    }
    if (m_location.departement.isEmpty() && swapped.isValid()) {
        const auto other = m_knowledge.locate(swapped);
        if (!other)
            return std::unexpected(other.error());
        if (!other->departement.isEmpty()) {
            dropPosition(RepairText::tr("latitude and longitude are swapped: the other way round it lies in France"),
                         swapped);
        }
    }
    return {};
}

Result<void> PlaceRepairer::settleDepartement()
{
    const QString stated = m_atelier.departement;
    QString settled;
    QString why;
    if (!m_location.departement.isEmpty()) {
        const auto departement = settledDepartement(m_atelier, m_location, m_knowledge);
        if (!departement)
            return std::unexpected(departement.error());
        settled = *departement;
        const QString name = m_gazetteer.departement(settled)->name;
        why = settled == m_location.departement ? RepairText::tr("the position lies in %1").arg(name)
                                                : RepairText::tr("commune and postcode say %1").arg(name);
    } else {
        settled = departementOfCommune(m_atelier.insee.isEmpty() ? m_byAddress : m_atelier.insee);
        why = RepairText::tr("the commune lies there");
    }
    if (settled.isEmpty() || settled == stated)
        return {};
    if (!stated.isEmpty()) {
        note(u"departement"_s, stated, settled, why);
        m_atelier.region.clear();
    }
    m_atelier.departement = settled;
    return {};
}

void PlaceRepairer::settlePostcode()
{
    QString &postcode = m_atelier.postcode;
    const bool wrote = !m_rawPostcode.trimmed().isEmpty();
    if (!wrote && !m_fields.contains(u"postcode"_s))
        return;
    const bool known = isDigits(postcode, 5) && !m_gazetteer.communesOfPostcode(postcode).empty();
    if (known)
        return;
    const QString here = m_atelier.insee.isEmpty() ? m_byAddress : m_atelier.insee;
    const Commune *commune = m_gazetteer.commune(m_gazetteer.currentCommune(here));
    if (!commune || commune->postcodes.isEmpty()) {
        if (wrote && postcode.isEmpty())
            note(u"postcode"_s, m_rawPostcode, {}, RepairText::tr("0 is no postcode"));
        return;
    }
    const auto take = [&](const QString &code, const QString &why) {
        note(u"postcode"_s, m_rawPostcode, code, why);
        postcode = code;
    };
    QStringList longer;
    for (const QString &candidate : commune->postcodes) {
        if (postcode.size() == 4 && (candidate.startsWith(postcode) || candidate.endsWith(postcode)))
            longer.append(candidate);
    }
    if (longer.size() == 1) {
        take(longer.front(), RepairText::tr("a digit was lost; %1 has this postcode").arg(commune->name));
    } else if (commune->postcodes.size() == 1) {
        const bool cedex = isDigits(postcode, 5);
        take(commune->postcodes.front(),
             cedex ? RepairText::tr("a CEDEX code; %1 has only this postcode").arg(commune->name)
                   : RepairText::tr("%1 has only this postcode").arg(commune->name));
    } else if (wrote && postcode.isEmpty()) {
        note(u"postcode"_s, m_rawPostcode, {},
             RepairText::tr("0 is no postcode, and %1 has several").arg(commune->name));
    }
}

} // namespace

Result<QString> settledDepartement(const Atelier &atelier, const Location &location, const Knowledge &knowledge)
{
    const QString &stated = atelier.departement;
    if (location.departement.isEmpty())
        return stated;
    const geography::Gazetteer &gazetteer = knowledge.gazetteer();
    const Commune *commune = gazetteer.commune(gazetteer.currentCommune(atelier.insee));
    if (commune && commune->departement == location.departement)
        return location.departement;
    const auto ofPostcode = gazetteer.communesOfPostcode(atelier.postcode);
    const auto postcodeLiesIn = [&ofPostcode](const QString &departement) {
        return std::ranges::any_of(ofPostcode, [&](const Commune *one) { return one->departement == departement; });
    };
    if (commune && commune->departement != location.departement
        && (stated.isEmpty() || postcodeLiesIn(commune->departement))) {
        // Just across the border, the codes know better than outlines that are drawn coarsely.
        const auto near = knowledge.isWithin(commune->departement, *atelier.point, kBorderMetres);
        if (!near)
            return std::unexpected(near.error());
        if (*near)
            return commune->departement;
    }
    if (stated.isEmpty() || stated == location.departement || (commune && commune->departement != stated)
        || (!ofPostcode.empty() && !postcodeLiesIn(stated)))
        return location.departement;
    const auto near = knowledge.isWithin(stated, *atelier.point, kBorderMetres);
    if (!near)
        return std::unexpected(near.error());
    return *near ? stated : location.departement;
}

Result<std::vector<ImportReport::Repair>> repairPlace(Atelier &atelier, const QStringList &fields,
                                                      const Knowledge &knowledge)
{
    return PlaceRepairer(atelier, fields, knowledge).run();
}

} // namespace repere::directory
