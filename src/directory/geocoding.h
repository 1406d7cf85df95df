#pragma once

#include "core/atelier.h"
#include "core/job.h"
#include "directory/knowledge.h"
#include "directory/provenance.h"
#include "exchange/geocoder.h"

#include <optional>
#include <vector>

namespace repere::directory {

/// A place whose address the national geocoder may be asked, and all that it would be told.
struct AddressQuestion {
    AtelierId id = 0;
    QString name;
    QString insee; ///< as the directory has it; empty = unknown
    QString postcode;
    std::optional<GeoPoint> point; ///< where it is now
    PositionPrecision precision = PositionPrecision::None;
    exchange::GeocodeQuestion asked;
};

/// Why a person should look at an answer before it is written.
enum class AddressDoubt {
    None,
    OtherCommune, ///< it lies in another commune than the directory says
    TownOnly,     ///< neither street nor locality was found
    LowScore,     ///< the words fit badly
};

/// What the geocoder says of one place.
struct AddressAnswer {
    AtelierId id = 0;
    exchange::GeocodedPlace place;
    PositionPrecision precision = PositionPrecision::None; ///< that the place would have
    AddressDoubt doubt = AddressDoubt::None;
};

/// Answers in the order of the questions, nullopt where nothing fits; as far as they came when something went wrong.
struct AddressAnswers {
    std::vector<std::optional<AddressAnswer>> answers; ///< shorter than the questions when `stopped` is set
    std::optional<Error> stopped;
};

/// Answers that fit worse are not taken without a person's yes.
inline constexpr double kSureAddress = 0.7;

/// Nothing when the geocoder could not help: no street is known and the commune's centre is there already, or no town either.
/// Places with a position of their own are asked only when `placedToo`.
std::optional<AddressQuestion> addressQuestion(const Atelier &atelier, bool placedToo, const Knowledge &knowledge);

/// Asks the national geocoder, in pieces. Blocks; nothing but GeocodeQuestion is sent. Errors: Cancelled. Any other trouble
/// comes with the answers that arrived before it.
Result<AddressAnswers> askAddresses(const std::vector<AddressQuestion> &questions, const Knowledge &knowledge,
                                    JobContext &job);
/// Who is asked: "data.geopf.fr". Whose answers they are, and under which licence.
QString geocoderHost();
QString geocoderSource();
QString geocoderLicence();

/// The place where the answer says, as a record of the geocoder's beside those of the other sources. A person wanted it: it
/// stands also where another source is believed before. What follows from the position is completed. ISO date.
Result<Atelier> withAddress(const Atelier &atelier, const AddressAnswer &answer, const SourcePriorities &priorities,
                            const QString &date, const Knowledge &knowledge);

} // namespace repere::directory
