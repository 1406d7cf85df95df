#include "geography/gazetteer.h"
#include "geography/gazetteer_data.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace repere::geography {

namespace {

/// "Murat (15)" as its parts; each may be empty.
struct PlaceWords {
    QString name;
    QString code;   ///< five characters: postcode or INSEE code
    QString around; ///< département, région or postcode that the commune lies in, as written
    bool codeIsPostcode = false;
};

/// A five-character code: "15300", "2A004", also "1500".
QString toCode(const QString &word)
{
    static const QRegularExpression corsican(QStringLiteral("^2[ABab][0-9]{3}$"));
    if (corsican.match(word).hasMatch())
        return word.toUpper();
    return normalisedPostcode(word);
}

PlaceWords takeApart(const QString &words)
{
    PlaceWords parts;
    QString rest = words.simplified();
    // The label that an answer gives to a postcode; also in French.
    static const QRegularExpression shared(QStringLiteral("^([0-9]{5}) ?\\([0-9]+ communes?\\)$"));
    if (const auto match = shared.match(rest); match.hasMatch()) {
        parts.code = match.captured(1);
        parts.codeIsPostcode = true;
        return parts;
    }
    if (const QString code = toCode(rest); !code.isEmpty()) {
        parts.code = code;
        return parts;
    }
    static const QRegularExpression bracket(QStringLiteral("^(.*?) ?[(\\[]([^()\\[\\]]+)[)\\]]$"));
    if (const auto match = bracket.match(rest); match.hasMatch()) {
        rest = match.captured(1);
        parts.around = match.captured(2);
    } else if (const auto comma = rest.indexOf(u','); comma >= 0) {
        parts.around = rest.sliced(comma + 1).trimmed();
        rest = rest.first(comma).trimmed();
        // "Murat, 15300" and "15300, Murat": the code goes with the name.
        if (!toCode(parts.around).isEmpty() || !toCode(rest).isEmpty())
            rest += u' ' + std::exchange(parts.around, {});
    }
    const auto space = rest.indexOf(u' ');
    const auto lastSpace = rest.lastIndexOf(u' ');
    static const QRegularExpression five(QStringLiteral("^([0-9]{5}|2[ABab][0-9]{3})$"));
    if (space > 0 && five.match(rest.first(space)).hasMatch()) {
        parts.code = rest.first(space).toUpper();
        rest = rest.sliced(space + 1);
    } else if (lastSpace > 0 && five.match(rest.sliced(lastSpace + 1)).hasMatch()
               && !rest.contains(QStringLiteral("cedex"), Qt::CaseInsensitive)) {
        parts.code = rest.sliced(lastSpace + 1).toUpper();
        rest = rest.first(lastSpace);
    }
    parts.name = rest;
    return parts;
}

PlaceCandidate toCandidate(const Commune &commune)
{
    return {.label = placeLabel(commune),
            .commune = commune.code,
            .point = commune.centre,
            .population = commune.population,
            .approximate = false};
}

/// A postcode as one place: its commune, or the centre of its communes weighted by their people.
std::optional<PlaceCandidate> postcodeCandidate(const QString &postcode, std::vector<const Commune *> communes)
{
    std::erase_if(communes, [](const Commune *commune) { return !commune->centre.isValid(); });
    if (communes.empty())
        return std::nullopt;
    if (communes.size() == 1)
        return toCandidate(*communes.front());
    PlaceCandidate candidate;
    candidate.label =
        QCoreApplication::translate("Gazetteer", "%1 (%n communes)", nullptr, static_cast<int>(communes.size()))
            .arg(postcode);
    candidate.approximate = true;
    double weights = 0;
    for (const Commune *commune : communes) {
        const double weight = static_cast<double>(commune->population) + 1; // six communes have no people
        candidate.population += commune->population;
        candidate.point.latitude += commune->centre.latitude * weight;
        candidate.point.longitude += commune->centre.longitude * weight;
        weights += weight;
    }
    candidate.point.latitude /= weights;
    candidate.point.longitude /= weights;
    return candidate;
}

/// One meaning, or one ten times more populous than the next: taken. Else it is for the person to say.
PlaceAnswer decide(std::vector<PlaceCandidate> candidates)
{
    std::erase_if(candidates, [](const PlaceCandidate &candidate) { return !candidate.point.isValid(); });
    std::ranges::stable_sort(candidates, std::ranges::greater{}, &PlaceCandidate::population);
    PlaceAnswer answer;
    const bool clear = candidates.size() == 1
                       || (candidates.size() > 1 && candidates[0].population > 0
                           && candidates[0].population >= 10 * candidates[1].population);
    if (clear) {
        answer.chosen = std::move(candidates.front());
        candidates.erase(candidates.begin());
    }
    answer.others = std::move(candidates);
    return answer;
}

PlaceAnswer decide(const std::vector<const Commune *> &communes)
{
    std::vector<PlaceCandidate> candidates;
    for (const Commune *commune : communes)
        candidates.push_back(toCandidate(*commune));
    return decide(std::move(candidates));
}

/// "paris 11", "lyon 3eme arrondissement" → "paris 11e"; anything else as it is.
QString arrondissementName(const QString &key)
{
    static const QRegularExpression pattern(
        QStringLiteral("^(paris|lyon|marseille) 0?([1-9][0-9]?) ?(er|ere|e|eme|nd|ieme)?( arrondissement| arr)?$"));
    const auto match = pattern.match(key);
    if (!match.hasMatch())
        return key;
    const QString number = match.captured(2);
    return match.captured(1) + u' ' + number + (number == u"1" ? QStringLiteral("er") : QStringLiteral("e"));
}

} // namespace

PlaceAnswer Gazetteer::findPlace(const QString &words) const
{
    const PlaceWords parts = takeApart(words);

    if (parts.name.isEmpty()) {
        const auto communesThere = communesOfPostcode(parts.code);
        const auto byPostcode = postcodeCandidate(parts.code, communesThere);
        const Commune *byInsee = parts.codeIsPostcode ? nullptr : commune(currentCommune(parts.code));
        const bool same = byInsee && communesThere.size() == 1 && communesThere.front() == byInsee;
        if (!byInsee || !byInsee->centre.isValid() || same)
            return {.chosen = byPostcode, .others = {}};
        const PlaceCandidate insee = toCandidate(*byInsee);
        if (!byPostcode)
            return {.chosen = insee, .others = {}};
        if (insee.population >= 10 * byPostcode->population)
            return {.chosen = insee, .others = {*byPostcode}};
        return {.chosen = byPostcode, .others = {insee}};
    }

    if (!parts.code.isEmpty()) {
        // "15300 Murat": the name decides among the postcode's communes; a CEDEX code by its département.
        const Commune *named = commune(resolveCommune(parts.code, parts.name));
        if (const Commune *byInsee = commune(currentCommune(parts.code));
            byInsee && std::ranges::contains(communesNamed(parts.name), byInsee))
            named = byInsee;
        if (named && named->centre.isValid())
            return {.chosen = toCandidate(*named), .others = {}};
        return {};
    }

    if (const auto whole = communesNamed(words); !whole.empty() && !parts.around.isEmpty())
        return decide(whole); // "Château-Chinon (Ville)" is a name
    auto found = communesNamed(arrondissementName(nameKey(parts.name)));
    QString departement;
    QString region;
    if (!parts.around.isEmpty() && nameKey(parts.around) != u"france") {
        departement = departementNamed(parts.around);
        region = regionNamed(parts.around);
        if (departement.isEmpty() && region.isEmpty())
            return {};
    } else if (found.empty()) {
        // "Murat Cantal", "Murat 15": the last words may say where.
        const QString key = nameKey(parts.name);
        for (auto space = key.indexOf(u' '); space > 0 && found.empty(); space = key.indexOf(u' ', space + 1)) {
            departement = departementNamed(key.sliced(space + 1));
            if (!departement.isEmpty())
                found = communesNamed(key.first(space));
        }
    }
    if (!departement.isEmpty() || !region.isEmpty()) {
        // "(01)" is Ain, not the région Guadeloupe: the département's code or name goes first.
        std::erase_if(found, [&](const Commune *commune) {
            return departement.isEmpty() ? commune->region != region : commune->departement != departement;
        });
    }
    return decide(found);
}

std::vector<PlaceCandidate> Gazetteer::complete(const QString &words, int limit) const
{
    std::vector<PlaceCandidate> candidates;
    const QString key = nameKey(words);
    if (key.isEmpty() || limit <= 0)
        return candidates;
    static const QRegularExpression digits(QStringLiteral("^[0-9]{2,5}$"));
    if (digits.match(key).hasMatch()) {
        int from = key.toInt();
        int to = from + 1;
        for (auto i = key.size(); i < 5; ++i) {
            from *= 10;
            to *= 10;
        }
        auto at = std::ranges::lower_bound(d->byPostcode, from, {}, &Private::PostcodeOfCommune::postcode);
        while (at != d->byPostcode.end() && at->postcode < to) {
            const int value = at->postcode;
            const QString postcode = QStringLiteral("%1").arg(value, 5, 10, QLatin1Char('0'));
            if (auto candidate = postcodeCandidate(postcode, communesOfPostcode(postcode)))
                candidates.push_back(std::move(*candidate));
            at = std::ranges::upper_bound(at, d->byPostcode.end(), value, {}, &Private::PostcodeOfCommune::postcode);
        }
    } else {
        std::vector<const Commune *> found;
        auto at = std::ranges::lower_bound(d->byName, key, {}, &Private::NamedCommune::key);
        for (; at != d->byName.end() && at->key.startsWith(key); ++at) {
            const Commune *commune = &d->communes[at->commune];
            if (commune->centre.isValid())
                found.push_back(commune);
        }
        std::ranges::sort(found); // "la …" is listed with and without its article
        found.erase(std::ranges::unique(found).begin(), found.end());
        for (const Commune *commune : found)
            candidates.push_back(toCandidate(*commune));
    }
    std::ranges::stable_sort(candidates, std::ranges::greater{}, &PlaceCandidate::population);
    if (candidates.size() > static_cast<std::size_t>(limit))
        candidates.resize(static_cast<std::size_t>(limit));
    return candidates;
}

QString Gazetteer::resolveCommune(const QString &postcode, const QString &city) const
{
    const QString code = normalisedPostcode(postcode);
    // Sources write "Murat (15)", "Lyon 3e", "GRENOBLE CEDEX 9", "15300 Murat".
    static const QRegularExpression extra(QStringLiteral("[(\\[][^()]*[)\\]]|\\b[0-9]{5}\\b"));
    QString name = nameKey(city);
    auto named = communesNamed(name); // "Château-Chinon (Ville)" is a name
    if (named.empty()) {
        name = arrondissementName(nameKey(QString(city).remove(extra)));
        named = communesNamed(name);
    }

    if (code.isEmpty()) {
        if (named.size() == 1)
            return named.front()->code;
        const PlaceAnswer answer = findPlace(city);
        return answer.chosen && answer.others.empty() ? answer.chosen->commune : QString();
    }
    const auto there = communesOfPostcode(code);
    const auto isThere = [&](const Commune *commune) { return std::ranges::contains(there, commune); };
    if (const auto both = std::ranges::find_if(named, isThere); both != named.end())
        return (*both)->code;
    // "75011 Paris": the whole city stood back for its arrondissement.
    if (there.size() == 1 && there.front()->isArrondissement && !named.empty()
        && named.front()->code == wholeCommune(there.front()->code))
        return there.front()->code;
    const QStringList departements = departementsOfPostcode(code);
    for (const Commune *commune : named) {
        if (departements.contains(commune->departement))
            return commune->code;
    }
    for (const Commune *commune : d->named(d->byFormerName, name)) {
        if (departements.contains(commune->departement))
            return commune->code;
    }
    // "Saint-Denis La Plaine", "Clermont" for Clermont-Ferrand: one of the postcode's names begins the other.
    const Commune *similar = nullptr;
    int similarCount = 0;
    for (const Commune *commune : there) {
        const QString key = nameKey(commune->name);
        if (!name.isEmpty() && ((key + u' ').startsWith(name + u' ') || (name + u' ').startsWith(key + u' '))) {
            similar = commune;
            ++similarCount;
        }
    }
    if (similarCount == 1)
        return similar->code;
    return there.size() == 1 ? there.front()->code : QString();
}

} // namespace repere::geography
