#include "directory/filter_words.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>
#include <functional>

namespace repere::directory {

namespace {

struct FilterWordsText {
    Q_DECLARE_TR_FUNCTIONS(FilterWordsText)
};

std::optional<std::vector<double>> numbers(const QString &list, qsizetype expected)
{
    const QStringList parts = list.split(u',');
    if (parts.size() != expected)
        return std::nullopt;
    std::vector<double> values;
    for (const QString &part : parts) {
        bool ok = false;
        values.push_back(part.trimmed().toDouble(&ok));
        if (!ok)
            return std::nullopt;
    }
    return values;
}

QString listed(const std::vector<PlaceCandidate> &candidates)
{
    QStringList labels;
    for (const PlaceCandidate &candidate : candidates) {
        labels.append(QStringLiteral("%1 [%2]").arg(
            candidate.label, candidate.commune.isEmpty() ? FilterWordsText::tr("postcode") : candidate.commune));
        if (labels.size() == 12) {
            labels.append(QStringLiteral("…"));
            break;
        }
    }
    return labels.join(QStringLiteral(", "));
}

Result<QStringList> vocabularyIds(const QStringList &words, const QString &option, const Vocabulary &vocabulary)
{
    QStringList ids;
    for (const QString &word : words) {
        if (word == kUnknown) {
            ids.append(word);
            continue;
        }
        const QStringList named = vocabulary.idsNamed(word);
        if (named.isEmpty()) {
            QStringList known;
            for (const VocabularyEntry &entry : vocabulary.entries())
                known.append(entry.id);
            return failure(
                ErrorCode::Usage,
                FilterWordsText::tr("%1 \"%2\" is not known; the filter was not applied. Known: %3, unknown.")
                    .arg(option, word, known.join(QStringLiteral(", "))));
        }
        ids.append(named);
    }
    return ids;
}

Result<QStringList> placeCodes(const QStringList &words, const QString &option,
                               const std::function<QString(const QString &)> &codeOf)
{
    QStringList codes;
    for (const QString &word : words) {
        const QString code = word == kUnknown ? word : codeOf(word);
        if (code.isEmpty())
            return failure(
                ErrorCode::Usage,
                FilterWordsText::tr("%1 \"%2\" is neither a name nor an INSEE code; the filter was not applied.")
                    .arg(option, word));
        codes.append(code);
    }
    return codes;
}

} // namespace

Result<UnderstoodPlace> placeFromWords(const QString &words, const Knowledge &knowledge)
{
    if (const auto coordinates = numbers(words, 2)) {
        const GeoPoint point{(*coordinates)[0], (*coordinates)[1]};
        if (!point.isValid())
            return failure(
                ErrorCode::Usage,
                FilterWordsText::tr("\"%1\" is no position: latitude is between -90 and 90, longitude between "
                                    "-180 and 180.")
                    .arg(words));
        return UnderstoodPlace{point, words, {}, false, {}};
    }
    const PlaceAnswer answer = knowledge.gazetteer().findPlace(words);
    if (!answer.chosen) {
        if (answer.others.empty())
            return failure(ErrorCode::NotFound,
                           FilterWordsText::tr("No commune or postcode is called \"%1\".").arg(words));
        return failure(ErrorCode::Ambiguous,
                       FilterWordsText::tr("\"%1\" may be: %2. Add the département, as in \"%3\".")
                           .arg(words, listed(answer.others), answer.others.front().label));
    }
    UnderstoodPlace place{
        answer.chosen->point, answer.chosen->label, answer.chosen->commune, answer.chosen->approximate, {}};
    if (!answer.others.empty())
        place.remark = FilterWordsText::tr("\"%1\" was taken as %2; also: %3.")
                           .arg(words, answer.chosen->label, listed(answer.others));
    return place;
}

Result<UnderstoodFilter> filterFromWords(const FilterWords &words, const Knowledge &knowledge)
{
    UnderstoodFilter understood;
    Filter &filter = understood.filter;
    filter.text = words.text;
    filter.anyEquipment = words.anyEquipment;
    filter.asOfAfter = words.asOfAfter;

    const Vocabularies &vocabularies = knowledge.vocabularies();
    const geography::Gazetteer &gazetteer = knowledge.gazetteer();
    const auto take = [](Result<QStringList> ids, QStringList &into) -> Result<void> {
        if (!ids)
            return std::unexpected(ids.error());
        into = std::move(*ids);
        return {};
    };
    const auto regionCode = [&](const QString &word) { return gazetteer.regionNamed(word); };
    const auto departementCode = [&](const QString &word) { return gazetteer.departementNamed(word); };

    const std::vector<std::pair<std::function<Result<QStringList>()>, QStringList *>> parts = {
        {[&] { return placeCodes(words.regions, QStringLiteral("--region"), regionCode); },
         &filter[Facet::Region].values},
        {[&] { return placeCodes(words.departements, QStringLiteral("--departement"), departementCode); },
         &filter[Facet::Departement].values},
        {[&] { return vocabularyIds(words.types, QStringLiteral("--type"), vocabularies.types); },
         &filter[Facet::Type].values},
        {[&] { return vocabularyIds(words.equipment, QStringLiteral("--equipment"), vocabularies.equipment); },
         &filter[Facet::Equipment].values},
        {[&] {
             return vocabularyIds(words.withoutEquipment, QStringLiteral("--without-equipment"),
                                  vocabularies.equipment);
         },
         &filter[Facet::Equipment].excluded},
        {[&] { return vocabularyIds(words.statuses, QStringLiteral("--status"), vocabularies.statuses); },
         &filter[Facet::Status].values},
        {[&] { return vocabularyIds(words.publics, QStringLiteral("--public"), vocabularies.publics); },
         &filter[Facet::Public].values},
        {[&] { return vocabularyIds(words.services, QStringLiteral("--service"), vocabularies.services); },
         &filter[Facet::Service].values},
    };
    for (const auto &[understand, into] : parts) {
        if (const auto taken = take(understand(), *into); !taken)
            return std::unexpected(taken.error());
    }

    for (const QString &word : words.communes) {
        if (word == kUnknown) {
            filter.communes.append(word);
            continue;
        }
        // An INSEE code is meant before a postcode here; elsewhere a number is a postcode first.
        if (const QString code = gazetteer.currentCommune(word.trimmed()); !code.isEmpty()) {
            filter.communes.append(gazetteer.codesWithin(code));
            continue;
        }
        const auto place = placeFromWords(word, knowledge);
        if (!place) {
            // A commune that does not exist is a wrong option here, not an empty answer.
            return failure(place.error().code == ErrorCode::NotFound ? ErrorCode::Usage : place.error().code,
                           place.error().message);
        }
        if (place->commune.isEmpty()) {
            for (const Commune *commune : gazetteer.communesOfPostcode(word.trimmed()))
                filter.communes.append(commune->code);
        } else {
            filter.communes.append(gazetteer.codesWithin(place->commune));
        }
        if (!place->remark.isEmpty())
            understood.remarks.append(place->remark);
    }

    if (words.withinKilometres && (*words.withinKilometres <= 0 || !std::isfinite(*words.withinKilometres)))
        return failure(ErrorCode::Usage,
                       FilterWordsText::tr("--within %1: a distance in kilometres greater than 0 is needed.")
                           .arg(*words.withinKilometres));
    if (words.withinKilometres && words.near.isEmpty())
        return failure(ErrorCode::Usage, FilterWordsText::tr("--within needs --near PLACE."));
    if (!words.near.isEmpty()) {
        const auto place = placeFromWords(words.near, knowledge);
        if (!place)
            return failure(place.error().code == ErrorCode::NotFound ? ErrorCode::Usage : place.error().code,
                           place.error().message);
        filter.near = Near{place->point, words.withinKilometres.value_or(0) * 1000, place->label};
        if (!place->remark.isEmpty())
            understood.remarks.append(place->remark);
    }

    if (!words.box.isEmpty()) {
        const auto sides = numbers(words.box, 4);
        if (!sides || (*sides)[0] > (*sides)[2] || (*sides)[1] > (*sides)[3])
            return failure(ErrorCode::Usage,
                           FilterWordsText::tr("--bbox \"%1\": four numbers W,S,E,N with W ≤ E and S ≤ N are needed.")
                               .arg(words.box));
        filter.box = GeoBox{(*sides)[0], (*sides)[1], (*sides)[2], (*sides)[3]};
    }
    return understood;
}

} // namespace repere::directory
