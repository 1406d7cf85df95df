#include "directory/geocoding.h"

#include "core/text.h"
#include "directory/atelier_fields.h"
#include "directory/normalise.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <span>

namespace repere::directory {

namespace {

constexpr qsizetype kMostWords = 200; // characters: the service takes no more

/// What the geocoder's record may say; the rest of its answer only explains the position.
const QStringList kSaid{QStringLiteral("position"), QStringLiteral("insee"), QStringLiteral("departement"),
                        QStringLiteral("region")};

bool hasOwnPosition(const Atelier &atelier)
{
    return atelier.point && atelier.precision != PositionPrecision::Commune;
}

PositionPrecision precisionOf(const QString &type)
{
    if (type == u"housenumber")
        return PositionPrecision::Exact;
    return type == u"municipality" ? PositionPrecision::Commune : PositionPrecision::Approximate;
}

/// The commune that a code of any age, or of an arrondissement, means today.
QString communeOf(const QString &insee, const Knowledge &knowledge)
{
    const geography::Gazetteer &gazetteer = knowledge.gazetteer();
    return gazetteer.wholeCommune(gazetteer.currentCommune(insee));
}

/// By codes where both are known, else by postcode; and what is not in the département is not in the commune.
Result<bool> isElsewhere(const AddressQuestion &question, const exchange::GeocodedPlace &place,
                         const Knowledge &knowledge)
{
    const QString known = communeOf(question.insee, knowledge);
    const QString found = communeOf(place.insee, knowledge);
    if (!known.isEmpty() && !found.isEmpty()) {
        if (known != found)
            return true;
    } else if (!question.postcode.isEmpty() && !place.postcode.isEmpty() && question.postcode != place.postcode) {
        return true;
    }
    const auto location = knowledge.locate(place.point);
    if (!location)
        return std::unexpected(location.error());
    const Commune *commune = knowledge.gazetteer().commune(known.isEmpty() ? found : known);
    if (!commune)
        return location->departement.isEmpty();
    // The collectivités overseas have no outline, and a point there no département.
    const auto within = knowledge.isWithin(commune->departement, place.point, 2'000);
    if (!within)
        return std::unexpected(within.error());
    return !*within && !location->departement.isEmpty();
}

Result<AddressAnswer> judged(const AddressQuestion &question, exchange::GeocodedPlace place, const Knowledge &knowledge)
{
    const auto elsewhere = isElsewhere(question, place, knowledge);
    if (!elsewhere)
        return std::unexpected(elsewhere.error());
    AddressAnswer answer{.id = question.id, .place = std::move(place), .precision = {}, .doubt = AddressDoubt::None};
    answer.precision = precisionOf(answer.place.type);
    if (*elsewhere)
        answer.doubt = AddressDoubt::OtherCommune;
    else if (answer.precision == PositionPrecision::Commune)
        answer.doubt = AddressDoubt::TownOnly;
    else if (!(answer.place.score >= kSureAddress))
        answer.doubt = AddressDoubt::LowScore;
    return answer;
}

/// Without a position that only follows from the commune, whoever is noted to have said it.
Atelier withoutCommuneCentre(Atelier atelier)
{
    if (!hasOwnPosition(atelier))
        copyField(atelier, Atelier{}, QStringLiteral("position"));
    for (Provenance &record : atelier.provenance) {
        if (record.source != kByHand)
            continue;
        QJsonObject values = QJsonDocument::fromJson(record.values.toUtf8()).object();
        Atelier said;
        if (setFieldText(said, QStringLiteral("position"), values.value(QLatin1StringView("position")).toString())
            && !hasOwnPosition(said)) {
            values.remove(QLatin1StringView("position"));
            record.values =
                values.isEmpty() ? QString() : QString::fromUtf8(QJsonDocument(values).toJson(QJsonDocument::Compact));
        }
    }
    std::erase_if(atelier.provenance,
                  [](const Provenance &record) { return record.source == kByHand && record.values.isEmpty(); });
    return atelier;
}

} // namespace

QString geocoderHost()
{
    return exchange::Geocoder::address().host();
}

QString geocoderSource()
{
    return QStringLiteral("Base Adresse Nationale");
}

QString geocoderLicence()
{
    return QStringLiteral("Licence Ouverte 2.0");
}

std::optional<AddressQuestion> addressQuestion(const Atelier &atelier, bool placedToo, const Knowledge &knowledge)
{
    if (hasOwnPosition(atelier) && !placedToo)
        return std::nullopt;
    const QString address = atelier.address.simplified();
    const QString town = QStringList{atelier.postcode, atelier.city}.join(u' ').simplified();
    if (address.isEmpty() && (atelier.point || town.isEmpty()))
        return std::nullopt;
    AddressQuestion question{.id = atelier.id,
                             .name = atelier.name,
                             .insee = atelier.insee,
                             .postcode = atelier.postcode,
                             .point = atelier.point,
                             .precision = atelier.precision,
                             .asked = {}};
    // An address may say its town itself: "2 rue du Port, 63000 Clermont-Ferrand".
    const bool saysTown = !atelier.city.isEmpty() && fold(address).endsWith(fold(atelier.city));
    question.asked.words = QStringList{address, saysTown ? QString() : town}.join(u' ').simplified().left(kMostWords);
    // The service codes Paris, Lyon and Marseille by their arrondissements, and a town of two codes is no narrowing.
    const QString commune = communeOf(atelier.insee, knowledge);
    if (!commune.isEmpty() && knowledge.gazetteer().codesWithin(commune).size() == 1)
        question.asked.insee = commune;
    return question;
}

Result<AddressAnswers> askAddresses(const std::vector<AddressQuestion> &questions, const Knowledge &knowledge,
                                    JobContext &job)
{
    exchange::Geocoder geocoder;
    AddressAnswers all;
    while (all.answers.size() < questions.size()) {
        job.report(static_cast<double>(all.answers.size()) / static_cast<double>(questions.size()));
        const auto piece = std::span(questions).subspan(
            all.answers.size(), std::min(exchange::Geocoder::kMostLines, questions.size() - all.answers.size()));
        std::vector<exchange::GeocodeQuestion> asked;
        for (const AddressQuestion &question : piece)
            asked.push_back(question.asked);
        auto places = geocoder.searchSome(asked, job);
        if (job.isCancelled())
            return failure(ErrorCode::Cancelled, {});
        if (!places) {
            all.stopped = places.error();
            return all;
        }
        for (std::size_t i = 0; i < piece.size(); ++i) {
            if (!(*places)[i]) {
                all.answers.emplace_back();
                continue;
            }
            auto answer = judged(piece[i], std::move(*(*places)[i]), knowledge);
            if (!answer)
                return std::unexpected(answer.error());
            all.answers.emplace_back(std::move(*answer));
        }
    }
    job.report(1);
    return all;
}

Result<Atelier> withAddress(const Atelier &atelier, const AddressAnswer &answer, const SourcePriorities &priorities,
                            const QString &date, const Knowledge &knowledge)
{
    Atelier next = withoutCommuneCentre(atelier);
    Atelier placed = next;
    placed.point = answer.place.point;
    placed.precision = answer.precision;
    placed.positionSource = answer.place.type;
    auto completed = completePlace(std::move(placed), knowledge);
    if (!completed)
        return std::unexpected(completed.error());

    Provenance record{.source = geocoderSource(),
                      .recordKey = {},
                      .url = {},
                      .licence = geocoderLicence(),
                      .asOf = date,
                      .values = {}};
    QJsonObject values;
    for (const QString &field : kSaid) {
        if (field == u"position" || !sameField(*completed, atelier, field))
            values.insert(field, fieldText(*completed, field));
    }
    record.values = QString::fromUtf8(QJsonDocument(values).toJson(QJsonDocument::Compact));
    const Atelier settled = withRecord(next, record, priorities);

    // Only what the answer is about: everything else stays as it was.
    next.provenance = settled.provenance;
    Atelier before = next;
    for (const QString &field : kSaid) {
        copyField(before, settled, field);
        copyField(next, *completed, field);
    }
    noteByHand(before, next, date); // what another source would have overruled
    return next;
}

} // namespace repere::directory
