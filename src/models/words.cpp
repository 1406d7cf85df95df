#include "models/words.h"

#include "core/shown_text.h"
#include "core/text.h"

#include <QCoreApplication>
#include <QHash>

#include <cmath>

namespace repere::models {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Words)
};
constexpr QChar kThin(0x202f);
constexpr QChar kNoBreak(0x00a0);
constexpr double kHere = 25; // metres: nearer than that a direction says nothing

/// Separates the thousands of the digits before `end`.
void group(QString &digits, qsizetype end, bool french)
{
    for (qsizetype at = end - 3; at > 0 && digits[at - 1].isDigit(); at -= 3)
        digits.insert(at, french ? kThin : QChar(u','));
}

QString decimalText(double value, int digits, bool french)
{
    QString text = QString::number(value, 'f', digits);
    const qsizetype point = text.indexOf(u'.');
    if (french)
        text.replace(u'.', u',');
    group(text, point < 0 ? text.size() : point, french);
    return text;
}

/// "45° 06′ 39″"; rounded as a whole, so that no 60 is ever written.
QString sexagesimal(double degrees)
{
    const qint64 seconds = std::llround(std::abs(degrees) * 3600);
    const auto two = [](qint64 value) { return QStringLiteral("%1").arg(value, 2, 10, QLatin1Char('0')); };
    return QString::number(seconds / 3600) + u'°' + kNoBreak + two(seconds / 60 % 60) + u'′' + kNoBreak
           + two(seconds % 60) + u'″';
}

} // namespace

QString Words::facetName(Facet facet) const
{
    switch (facet) {
    case Facet::Region: return Text::tr("Region");
    case Facet::Departement: return Text::tr("Département");
    case Facet::Type: return Text::tr("Type");
    case Facet::Equipment: return Text::tr("Equipment");
    case Facet::Status: return Text::tr("Status");
    case Facet::Public: return Text::tr("Open to");
    case Facet::Service: return Text::tr("Services");
    }
    return {};
}

QString Words::label(Facet facet, const QString &id) const
{
    if (id == kUnknown)
        return facet == Facet::Region || facet == Facet::Departement ? Text::tr("not located") : Text::tr("not stated");
    if (facet == Facet::Region) {
        const Region *region = m_knowledge.gazetteer().region(id);
        return region ? region->name : id;
    }
    if (facet == Facet::Departement) {
        const QString name = departementName(id);
        return name == id ? id : QStringLiteral("%1 (%2)").arg(name, id);
    }
    const Vocabulary *vocabulary = m_knowledge.vocabularies().of(facet);
    return vocabulary ? vocabulary->label(id, m_french) : id;
}

QString Words::definition(Facet facet, const QString &id) const
{
    const Vocabulary *vocabulary = m_knowledge.vocabularies().of(facet);
    const VocabularyEntry *entry = vocabulary ? vocabulary->find(id) : nullptr;
    return entry ? entry->definition.in(m_french) : QString();
}

QString Words::in(Facet facet, const QString &id) const
{
    const QString name = label(facet, id);
    if (!m_french)
        return QStringLiteral("in %1").arg(name);
    if (facet == Facet::Departement)
        return QStringLiteral("dans le département %1").arg(name);
    static const QHash<QString, QString> prepositions = {{QStringLiteral("04"), QStringLiteral("à")},
                                                         {QStringLiteral("06"), QStringLiteral("à")},
                                                         {QStringLiteral("32"), QStringLiteral("dans les")},
                                                         {QStringLiteral("44"), QStringLiteral("dans le")},
                                                         {QStringLiteral("52"), QStringLiteral("dans les")}};
    return prepositions.value(id, QStringLiteral("en")) + u' ' + name;
}

QString Words::inCommune(const QString &insee) const
{
    const QString name = communeName(insee);
    if (!m_french)
        return QStringLiteral("in %1").arg(name);
    if (name.startsWith(u"Le "))
        return QStringLiteral("au ") + name.sliced(3);
    if (name.startsWith(u"Les "))
        return QStringLiteral("aux ") + name.sliced(4);
    return QStringLiteral("à ") + name;
}

QString Words::within(double metres, const QString &place) const
{
    if (!m_french)
        return QStringLiteral("within %1 of %2").arg(distance(metres), place);
    QString of = QStringLiteral("de ") + place;
    if (place.startsWith(u"Le "))
        of = QStringLiteral("du ") + place.sliced(3);
    else if (place.startsWith(u"Les "))
        of = QStringLiteral("des ") + place.sliced(4);
    else if (const QString folded = fold(place); !folded.isEmpty() && QStringView(u"aeiouy").contains(folded.front()))
        of = QStringLiteral("d’") + place;
    return QStringLiteral("à moins de %1 %2").arg(distance(metres), of);
}

QString Words::communeName(const QString &insee) const
{
    if (insee == kUnknown)
        return Text::tr("not located");
    const Commune *commune = m_knowledge.gazetteer().commune(insee);
    return commune ? commune->name : insee;
}

QString Words::departementName(const QString &code) const
{
    const Departement *departement = m_knowledge.gazetteer().departement(code);
    return departement ? departement->name : code;
}

QString Words::place(const QString &city, const QString &departement) const
{
    QStringList parts;
    if (!city.isEmpty())
        parts << shownLine(city);
    if (!departement.isEmpty() && !parts.contains(departementName(departement))) // Paris is both
        parts << departementName(departement);
    return parts.isEmpty() ? Text::tr("place not stated") : parts.join(QStringLiteral(" · "));
}

QString Words::number(qint64 value) const
{
    QString digits = QString::number(std::abs(value));
    group(digits, digits.size(), m_french);
    return value < 0 ? QChar(0x2212) + digits : digits;
}

QString Words::distance(double metres) const
{
    if (metres < 950)
        return QStringLiteral("%1%2m").arg(std::lround(metres / 50) * 50).arg(kNoBreak);
    const bool whole = std::fmod(metres, 1000) == 0; // a radius that was chosen, not a distance that was measured
    if (metres < 9950 && !whole)
        return decimalText(metres / 1000, 1, m_french) + kNoBreak + QStringLiteral("km");
    return number(std::llround(metres / 1000)) + kNoBreak + QStringLiteral("km");
}

QString Words::way(GeoPoint from, GeoPoint to) const
{
    const double metres = distanceMetres(from, to);
    if (metres < kHere)
        return m_french ? QStringLiteral("ici") : QStringLiteral("here");
    // Clockwise from the north, an eighth of a turn each.
    static const char *const english[] = {"north", "north-east", "east", "south-east",
                                          "south", "south-west", "west", "north-west"};
    static const char *const french[] = {"au nord", "au nord-est",  "à l’est",   "au sud-est",
                                         "au sud",  "au sud-ouest", "à l’ouest", "au nord-ouest"};
    const auto eighth = static_cast<std::size_t>(std::lround(bearingDegrees(from, to) / 45)) % 8;
    return (m_french ? QStringLiteral("à %1 %2") : QStringLiteral("%1 %2"))
        .arg(distance(metres), QString::fromUtf8(m_french ? french[eighth] : english[eighth]));
}

QString Words::decimal(double value, int digits) const
{
    return decimalText(value, digits, m_french);
}

QString Words::percent(double share) const
{
    const double percents = share * 100;
    const bool whole = percents >= 9.95 || percents == 0 || percents != percents;
    const QString text = decimalText(percents, whole ? 0 : 1, m_french);
    return m_french ? text + kNoBreak + u'%' : text + u'%';
}

QString Words::date(const QString &iso) const
{
    const QStringList parts = iso.split(u'-');
    if (!m_french || parts.size() < 2)
        return iso;
    return parts.size() == 2 ? parts[1] + u'/' + parts[0] : parts[2].left(2) + u'/' + parts[1] + u'/' + parts[0];
}

QString Words::quoted(const QString &text) const
{
    const QString shown = shownLine(text);
    return m_french ? QStringLiteral("«%1%2%1»").arg(kNoBreak).arg(shown) : QStringLiteral("“%1”").arg(shown);
}

QString Words::countOf(int count, int total) const
{
    return Text::tr("%1 of %2").arg(number(count), number(total));
}

QString Words::plural(qint64 count, const QString &one, const QString &many) const
{
    const bool singular = count == 1 || (m_french && count == 0);
    const QString &text = singular ? one : many;
    return text.contains(QStringLiteral("%1")) ? text.arg(number(count)) : text;
}

QString Words::coordinates(GeoPoint point, CoordinateForm form) const
{
    if (form == CoordinateForm::Plane) {
        if (const auto plane = m_knowledge.officialPosition(point)) {
            return QStringLiteral("X%1%2 · Y%1%3 (%4)")
                .arg(kNoBreak)
                .arg(number(std::llround(plane->easting)), number(std::llround(plane->northing)), plane->system);
        }
    }
    const auto angle = [&](double degrees) {
        return form == CoordinateForm::Sexagesimal ? sexagesimal(degrees) : decimal(std::abs(degrees), 4) + u'°';
    };
    const QString north = point.latitude < 0 ? QStringLiteral("S") : QStringLiteral("N");
    const QString west = m_french ? QStringLiteral("O") : QStringLiteral("W");
    return QStringLiteral("%1 %2 · %3 %4")
        .arg(angle(point.latitude), north, angle(point.longitude), point.longitude < 0 ? west : QStringLiteral("E"));
}

QString Words::plainCoordinates(GeoPoint point, CoordinateForm form) const
{
    if (form == CoordinateForm::Sexagesimal)
        return coordinates(point, form);
    if (form == CoordinateForm::Plane) {
        if (const auto plane = m_knowledge.officialPosition(point)) {
            return QStringLiteral("%1, %2").arg(QString::number(plane->easting, 'f', 1),
                                                QString::number(plane->northing, 'f', 1));
        }
    }
    return QStringLiteral("%1, %2").arg(QString::number(point.latitude, 'f', 6),
                                        QString::number(point.longitude, 'f', 6));
}

} // namespace repere::models
