#include "directory/text_search.h"

#include "core/text.h"

#include <algorithm>
#include <iterator>

namespace repere::directory {

namespace {

const Compounds &compounds(const Knowledge &knowledge)
{
    return knowledge.vocabularies().types.compounds();
}

/// The text has all words of the term.
bool hasWords(const Knowledge &knowledge, const QString &text, const SearchTerm &term)
{
    const QStringList tokens = compounds(knowledge).tokens(fold(text));
    return std::ranges::all_of(term.words, [&](const QString &word) {
        const bool prefix = term.prefix && &word == &term.words.last();
        return std::ranges::any_of(
            tokens, [&](const QString &token) { return prefix ? token.startsWith(word) : token == word; });
    });
}

/// A territory is meant by a word of its name, or by all of them.
bool isMeant(const QString &name, const SearchTerm &term, const Knowledge &knowledge)
{
    SearchTerm exact = term;
    exact.prefix = term.prefix && term.words.last().size() >= Vocabulary::kShortestPrefix;
    return hasWords(knowledge, name, exact)
           && (term.words.size() == 1 || compounds(knowledge).tokens(fold(name)).size() == term.words.size());
}

/// Whether these words are the name of a value.
bool isName(const SearchTerm &term, const Knowledge &knowledge)
{
    return std::ranges::any_of(kFacets, [&](Facet facet) { return !valuesMeant(facet, term, knowledge).isEmpty(); });
}

/// How many of the words from here on are the name of one value: the longest such name; 1 where there is none.
qsizetype wordsOfName(const QStringList &words, qsizetype from, bool prefix, const Knowledge &knowledge)
{
    constexpr qsizetype kLongest = 8; // "Provence Alpes Côte d Azur" has five
    const qsizetype left = words.size() - from;
    for (qsizetype length = std::min(left, kLongest); length > 1; --length) {
        if (isName({words.sliced(from, length), prefix && length == left}, knowledge))
            return length;
    }
    return 1;
}

/// "de" between words says nothing; at the beginning it may belong to the name of a place ("La Fabrique"), unless what
/// follows is the name of a value ("les fablabs").
bool isIdle(const QStringList &words, qsizetype at, const Knowledge &knowledge)
{
    if (!Vocabulary::isStopWord(words[at]))
        return false;
    if (at > 0 || words.size() == 1)
        return at > 0;
    return std::ranges::any_of(kFacets, [&](Facet facet) {
        const Vocabulary *vocabulary = knowledge.vocabularies().of(facet);
        return vocabulary && !vocabulary->idsNamed(words[at + 1]).isEmpty();
    });
}

/// Places that both hold.
std::vector<AtelierId> common(const std::vector<AtelierId> &a, const std::vector<AtelierId> &b)
{
    std::vector<AtelierId> both;
    std::ranges::set_intersection(a, b, std::back_inserter(both));
    return both;
}

} // namespace

std::vector<SearchTerm> searchTerms(const QString &text, const Knowledge &knowledge)
{
    const QStringList words = compounds(knowledge).tokens(fold(text));
    const bool prefix = !words.isEmpty() && !text.back().isSpace();
    std::vector<SearchTerm> terms;
    for (qsizetype at = 0; at < words.size();) {
        const qsizetype length = wordsOfName(words, at, prefix, knowledge);
        const bool isLast = at + length == words.size();
        if (length > 1 || (prefix && isLast) || !isIdle(words, at, knowledge))
            terms.push_back({words.sliced(at, length), prefix && isLast});
        at += length;
    }
    return terms;
}

QStringList valuesMeant(Facet facet, const SearchTerm &term, const Knowledge &knowledge)
{
    if (const Vocabulary *vocabulary = knowledge.vocabularies().of(facet))
        return vocabulary->idsMeant(term.words, term.prefix);
    QStringList codes;
    if (facet == Facet::Region) {
        for (const Region &region : knowledge.gazetteer().regions()) {
            if (isMeant(region.name, term, knowledge))
                codes.append(region.code);
        }
    } else {
        for (const Departement &departement : knowledge.gazetteer().departements()) {
            if (isMeant(departement.name, term, knowledge))
                codes.append(departement.code);
        }
    }
    return codes;
}

Result<std::vector<catalogue::TermMatch>> matchTerms(const std::vector<SearchTerm> &terms, const Knowledge &knowledge,
                                                     const store::Store &store)
{
    std::vector<catalogue::TermMatch> matches;
    matches.reserve(terms.size());
    for (const SearchTerm &term : terms) {
        catalogue::TermMatch match;
        for (qsizetype i = 0; i < term.words.size(); ++i) {
            auto ids = store.matchWord(term.words[i], term.prefix && i == term.words.size() - 1);
            if (!ids)
                return std::unexpected(ids.error());
            match.ids = i == 0 ? std::move(*ids) : common(match.ids, *ids);
        }
        for (const Facet facet : kFacets)
            match.values[static_cast<std::size_t>(facet)] = valuesMeant(facet, term, knowledge);
        matches.push_back(std::move(match));
    }
    return matches;
}

std::vector<MatchReason> explainMatch(const Atelier &atelier, const std::vector<SearchTerm> &terms,
                                      const Knowledge &knowledge)
{
    using Kind = MatchReason::Kind;
    std::vector<MatchReason> reasons;
    for (const SearchTerm &term : terms) {
        MatchReason reason{term.words.join(u' '), Kind::Other, {}, {}};
        const QStringList machines = valuesMeant(Facet::Equipment, term, knowledge);
        const auto item = std::ranges::find_if(atelier.equipment, [&](const EquipmentItem &e) {
            return machines.contains(e.id) || hasWords(knowledge, e.raw, term);
        });
        const auto firstOf = [&](Facet facet, const QStringList &values) -> QString {
            for (const QString &id : valuesMeant(facet, term, knowledge)) {
                if (values.contains(id))
                    return id;
            }
            return {};
        };
        if (item != atelier.equipment.end()) {
            reason.kind = Kind::Equipment;
            reason.id = item->id;
            reason.stated = item->raw;
        } else if (hasWords(knowledge, atelier.name, term)) {
            reason.kind = Kind::Name;
        } else if (const QString type = firstOf(Facet::Type, atelier.types); !type.isEmpty()) {
            reason.kind = Kind::Type;
            reason.id = type;
        } else if (const QString service = firstOf(Facet::Service, atelier.services); !service.isEmpty()) {
            reason.kind = Kind::Service;
            reason.id = service;
        } else if (hasWords(knowledge, atelier.city, term) || hasWords(knowledge, atelier.address, term)
                   || hasWords(knowledge, atelier.postcode, term)
                   || !firstOf(Facet::Departement, {atelier.departement}).isEmpty()
                   || !firstOf(Facet::Region, {atelier.region}).isEmpty()) {
            reason.kind = Kind::Place;
        }
        reasons.push_back(reason);
    }
    return reasons;
}

} // namespace repere::directory
