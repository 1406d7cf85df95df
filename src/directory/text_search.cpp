#include "directory/text_search.h"

#include "core/text.h"

#include <algorithm>

namespace repere::directory {

namespace {

/// A word still being typed stands for values of the vocabularies only from this length on: "l" is not every laser.
constexpr int kShortestValuePrefix = 3;

const Compounds &compounds(const Knowledge &knowledge)
{
    return knowledge.vocabularies().types.compounds();
}

bool hasWord(const Knowledge &knowledge, const QString &text, const SearchWord &word)
{
    const QStringList tokens = compounds(knowledge).tokens(fold(text));
    return std::any_of(tokens.begin(), tokens.end(), [&word](const QString &token) {
        return word.prefix ? token.startsWith(word.token) : token == word.token;
    });
}

QStringList valuesNamed(Facet facet, const SearchWord &word, const Knowledge &knowledge)
{
    const bool prefix = word.prefix && word.token.size() >= kShortestValuePrefix;
    if (const Vocabulary *vocabulary = knowledge.vocabularies().of(facet)) {
        QStringList ids = vocabulary->idsWithWord(word.token, prefix);
        for (const QString &id : vocabulary->idsNamed(word.token)) { // groups: "comaking" is several types
            if (!ids.contains(id))
                ids.append(id);
        }
        return ids;
    }
    const SearchWord exact{word.token, prefix};
    QStringList codes;
    if (facet == Facet::Region) {
        for (const Region &region : knowledge.gazetteer().regions()) {
            if (hasWord(knowledge, region.name, exact))
                codes.append(region.code);
        }
    } else {
        for (const Departement &departement : knowledge.gazetteer().departements()) {
            if (hasWord(knowledge, departement.name, exact))
                codes.append(departement.code);
        }
    }
    return codes;
}

} // namespace

std::vector<SearchWord> searchWords(const QString &text, const Knowledge &knowledge)
{
    std::vector<SearchWord> words;
    for (const QString &token : compounds(knowledge).tokens(fold(text)))
        words.push_back({token, false});
    if (!words.empty() && !text.back().isSpace())
        words.back().prefix = true;
    return words;
}

Result<std::vector<catalogue::WordMatch>> matchWords(const std::vector<SearchWord> &words, const Knowledge &knowledge,
                                                     const store::Store &store)
{
    std::vector<catalogue::WordMatch> matches;
    matches.reserve(words.size());
    for (const SearchWord &word : words) {
        auto ids = store.matchWord(word.token, word.prefix);
        if (!ids)
            return std::unexpected(ids.error());
        catalogue::WordMatch match;
        match.ids = std::move(*ids);
        for (const Facet facet : kFacets)
            match.values[static_cast<std::size_t>(facet)] = valuesNamed(facet, word, knowledge);
        matches.push_back(std::move(match));
    }
    return matches;
}

std::vector<MatchReason> explainMatch(const Atelier &atelier, const std::vector<SearchWord> &words,
                                      const Knowledge &knowledge)
{
    using Kind = MatchReason::Kind;
    std::vector<MatchReason> reasons;
    for (const SearchWord &word : words) {
        MatchReason reason{word.token, Kind::Other, {}, {}};
        const QStringList machines = valuesNamed(Facet::Equipment, word, knowledge);
        const auto item = std::find_if(atelier.equipment.begin(), atelier.equipment.end(), [&](const EquipmentItem &e) {
            return machines.contains(e.id) || hasWord(knowledge, e.raw, word);
        });
        const auto firstOf = [&](Facet facet, const QStringList &values) -> QString {
            for (const QString &id : valuesNamed(facet, word, knowledge)) {
                if (values.contains(id))
                    return id;
            }
            return {};
        };
        if (item != atelier.equipment.end()) {
            reason.kind = Kind::Equipment;
            reason.id = item->id;
            reason.stated = item->raw;
        } else if (hasWord(knowledge, atelier.name, word)) {
            reason.kind = Kind::Name;
        } else if (const QString type = firstOf(Facet::Type, atelier.types); !type.isEmpty()) {
            reason.kind = Kind::Type;
            reason.id = type;
        } else if (const QString service = firstOf(Facet::Service, atelier.services); !service.isEmpty()) {
            reason.kind = Kind::Service;
            reason.id = service;
        } else if (hasWord(knowledge, atelier.city, word) || hasWord(knowledge, atelier.address, word)
                   || hasWord(knowledge, atelier.postcode, word)
                   || !firstOf(Facet::Departement, {atelier.departement}).isEmpty()
                   || !firstOf(Facet::Region, {atelier.region}).isEmpty()) {
            reason.kind = Kind::Place;
        }
        reasons.push_back(reason);
    }
    return reasons;
}

} // namespace repere::directory
