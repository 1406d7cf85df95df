#pragma once

#include "core/filter.h"
#include "core/search_values.h"
#include "directory/knowledge.h"

namespace repere::models {

/// How positions are written: degrees with decimals, degrees with minutes and seconds, or the official plane system.
enum class CoordinateForm { Decimal, Sexagesimal, Plane };

/// How the window says things: labels and definitions of every facet value, and numbers, distances, dates and quotes in
/// the typography of its language. A cheap value; any thread.
class Words
{
public:
    Words(directory::Knowledge knowledge, bool french) : m_knowledge(std::move(knowledge)), m_french(french) {}

    bool french() const { return m_french; }

    /// "Bretagne", "Découpe laser", "Ain (01)"; for kUnknown the words of that facet: "non renseigné".
    QString label(Facet facet, const QString &id) const;
    /// Empty for places and for the unknown.
    QString definition(Facet facet, const QString &id) const;
    QString facetName(Facet facet) const;
    /// "in Bretagne", "dans le Grand Est", "à La Réunion", "au Havre": French articles are a rule, not a translation.
    QString in(Facet facet, const QString &id) const;
    QString inCommune(const QString &insee) const;
    /// "within 30 km of Murat (15)": "à moins de 30 km de Murat", "d’Aubière", "du Havre".
    QString within(double metres, const QString &place) const;
    QString communeName(const QString &insee) const;
    QString departementName(const QString &code) const; ///< without its code

    /// "Aubière · Puy-de-Dôme", as far as known.
    QString place(const QString &city, const QString &departement) const;
    QString number(qint64 value) const; ///< "12 345" with U+202F in French
    QString decimal(double value, int digits) const;
    QString percent(double share) const;         ///< "15 %", "3,4 %"
    QString distance(double metres) const;       ///< "850 m", "6,4 km", "63 km"
    QString date(const QString &iso) const;      ///< "31/05/2024", "05/2024" or "2024"
    QString quoted(const QString &text) const;   ///< « laser »
    QString countOf(int count, int total) const; ///< "9 sur 379"
    /// Takes the singular for 1, in French for 0 as well, and puts the number where %1 stands.
    QString plural(qint64 count, const QString &one, const QString &many) const;
    /// Distance and one of eight directions: "42 km north", "à 42 km au nord"; "here" within some metres.
    QString way(GeoPoint from, GeoPoint to) const;
    /// "45,1107° N · 2,8686° E"; "45° 06′ 39″ N · 2° 52′ 07″ E"; "X 689 661 · Y 6 445 668 (Lambert-93)", which is the
    /// decimal form where France has no official system.
    QString coordinates(GeoPoint point, CoordinateForm form = CoordinateForm::Decimal) const;
    /// As other programs read them: "45.110700, 2.868600", and the plane ones in metres, "689661.2, 6445668.4".
    QString plainCoordinates(GeoPoint point, CoordinateForm form) const;

private:
    directory::Knowledge m_knowledge;
    bool m_french = true;
};

} // namespace repere::models
