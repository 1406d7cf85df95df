#pragma once

#include "core/geo.h"
#include "exchange/http_client.h"

#include <QString>

#include <span>
#include <vector>

namespace repere::exchange {

/// A place that the national geocoder offers for words.
struct GeocodedPlace {
    QString label; ///< "18 Rue Duhesme 75018 Paris"
    GeoPoint point;
    double score = 0; ///< 0…1, how well it fits the words
    QString type;     ///< "housenumber", "street", "locality", "municipality", "poi" …
    QString insee;
    QString postcode;
    QString city;

    bool operator==(const GeocodedPlace &) const = default;
};

/// What is looked for.
struct GeocodeQuestion {
    QString words;    ///< "18 rue Duhesme, Paris"
    QString insee;    ///< only within this commune; empty: everywhere
    QString postcode; ///< likewise

    bool operator==(const GeocodeQuestion &) const = default;
};

/// The national geocoder (Géoplateforme, addresses of the BAN): https://data.geopf.fr/geocodage. It is asked only when the
/// user wants it, and learns the words that are looked for. At most 40 questions a second, for it takes 50.
/// Blocks, as HttpClient does.
class Geocoder
{
public:
    /// Where it is: the environment's REPERE_GEOCODER when that is a server on this computer (for tests), else the service.
    static QUrl address();

    explicit Geocoder(QUrl address = Geocoder::address(), HttpPatience patience = {});

    /// The candidates for one place, best first; none when nothing fits.
    Result<std::vector<GeocodedPlace>> search(const GeocodeQuestion &question, int limit, JobContext &job);

    /// The best candidate for each of at most `kMostLines` questions, asked as one file; nullopt where nothing fits.
    Result<std::vector<std::optional<GeocodedPlace>>> searchSome(std::span<const GeocodeQuestion> questions,
                                                                 JobContext &job);
    static constexpr std::size_t kMostLines =
        500; ///< the service takes 200 000; fewer tell how far it is, can be stopped, and are kept when the next fail

private:
    void keepPace();

    const QUrl m_address;
    HttpClient m_client;
    std::chrono::steady_clock::time_point m_next{};
};

} // namespace repere::exchange
