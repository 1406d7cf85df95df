#include "core/match_record.h"

#include <algorithm>
#include <array>
#include <span>

namespace repere {

namespace {

using namespace Qt::StringLiterals;

/// Words that tell nothing: French and English articles and their like.
constexpr auto kArticles = std::to_array<QStringView>(
    {u"a",    u"an",  u"and", u"at", u"au",  u"aux",  u"by",  u"chez", u"d",  u"dan",   u"de",  u"des", u"du", u"en",
     u"et",   u"for", u"in",  u"l",  u"la",  u"le",   u"les", u"mon",  u"my", u"notre", u"of",  u"on",  u"ou", u"par",
     u"pour", u"qu",  u"s",   u"se", u"son", u"sous", u"sur", u"the",  u"to", u"un",    u"une", u"ver", u"y"});

/// Words that many places bear and how much each still tells: what the 1 512 names of the census of 2019 and the 379 of the
/// starter directory repeat without being a chain, and kin of it. A fixed list, so that a score never depends on what else
/// is in the directory.
struct CommonWord {
    QStringView text;
    double weight;
};
constexpr auto kCommonWords = std::to_array<CommonWord>({
    {u"association", 0.2}, {u"atelier", 0.4},    {u"bureau", 0.35},      {u"cafe", 0.4},        {u"centre", 0.25},
    {u"co", 0.2},          {u"collectif", 0.4},  {u"cooperative", 0.3},  {u"commune", 0.3},     {u"cowork", 0.25},
    {u"coworker", 0.25},   {u"coworking", 0.2},  {u"cyberbase", 0.3},    {u"digital", 0.5},     {u"entreprise", 0.35},
    {u"epn", 0.3},         {u"espace", 0.2},     {u"fab", 0.25},         {u"fablab", 0.2},      {u"fabrik", 0.5},
    {u"fabrique", 0.5},    {u"factory", 0.5},    {u"france", 0.3},       {u"hackerspace", 0.3}, {u"hacklab", 0.3},
    {u"hotel", 0.4},       {u"hub", 0.5},        {u"incubateur", 0.4},   {u"innovation", 0.4},  {u"lab", 0.25},
    {u"labfab", 0.3},      {u"labo", 0.35},      {u"laboratoire", 0.35}, {u"lieu", 0.3},        {u"lycee", 0.4},
    {u"maison", 0.4},      {u"makerspace", 0.3}, {u"mediatheque", 0.4},  {u"mini", 0.4},        {u"mjc", 0.4},
    {u"mobile", 0.4},      {u"msap", 0.3},       {u"numerique", 0.35},   {u"office", 0.4},      {u"open", 0.5},
    {u"ouvert", 0.5},      {u"partage", 0.4},    {u"pepiniere", 0.4},    {u"place", 0.4},       {u"pole", 0.4},
    {u"projet", 0.4},      {u"relais", 0.4},     {u"saint", 0.4},        {u"sainte", 0.4},      {u"space", 0.25},
    {u"studio", 0.5},      {u"telecentre", 0.3}, {u"teletravail", 0.3},  {u"tierslieu", 0.2},   {u"travail", 0.3},
    {u"village", 0.5},     {u"work", 0.3},       {u"working", 0.3},
});

constexpr double kArticleWeight = 0;
constexpr double kCommuneWeight = 0.3; // "Fablab Lannion" in Lannion: half of them are called so
constexpr double kNumberWeight = 0.6;
constexpr double kTellingWeight = 0.55; // and more

/// What an address is made of besides names.
constexpr auto kStreetWords = std::to_array<QStringView>(
    {u"a",     u"ac",     u"allee",   u"av",        u"ave",    u"avenue",   u"b",       u"bat", u"batiment",
     u"bd",    u"bis",    u"bld",     u"boulevard", u"bp",     u"c",        u"cedex",   u"cc",  u"chemin",
     u"cours", u"cs",     u"d",       u"de",        u"des",    u"docteur",  u"dr",      u"du",  u"esplanade",
     u"et",    u"etage",  u"france",  u"general",   u"hameau", u"immeuble", u"impasse", u"l",   u"la",
     u"le",    u"les",    u"passage", u"place",     u"pl",     u"quai",     u"quater",  u"r",   u"route",
     u"rue",   u"square", u"ter",     u"zi",        u"zone"});

bool isIn(std::span<const QStringView> words, const QString &word)
{
    return std::ranges::find(words, QStringView(word)) != words.end();
}

double weightOf(const QString &word)
{
    if (isIn(kArticles, word))
        return kArticleWeight;
    for (const CommonWord &common : kCommonWords) {
        if (common.text == QStringView(word))
            return common.weight;
    }
    return word[0].isDigit() ? kNumberWeight : 1;
}

std::uint64_t lettersOf(const QString &word)
{
    std::uint64_t letters = 0;
    for (const QChar c : word)
        letters |= std::uint64_t(1) << (c.unicode() % 64);
    return letters;
}

/// "TechF@ctory", "Coh@bit": an at sign within a word is read as an a.
QString withoutAtSigns(QString text)
{
    for (qsizetype i = 1; i + 1 < text.size(); ++i) {
        if (text[i] == u'@' && text[i - 1].isLetter() && text[i + 1].isLetter())
            text[i] = u'a';
    }
    return text;
}

void setName(MatchRecord &record, const Atelier &atelier, const Compounds &compounds)
{
    const QStringList commune = compounds.tokens(fold(atelier.city));
    const QStringList words = compounds.tokens(fold(withoutAtSigns(atelier.name)));
    const auto add = [&](const QString &word, double weight, bool ofCommune) {
        if (std::ranges::none_of(record.name, [&](const MatchWord &known) { return known.text == word; }))
            record.name.push_back({.text = word, .weight = weight, .ofCommune = ofCommune, .letters = lettersOf(word)});
    };
    QString everything;
    for (const QString &word : words) {
        const double weight = weightOf(word);
        everything += word;
        if (weight <= 0)
            continue;
        const bool ofCommune = commune.contains(word);
        add(word, ofCommune ? std::min(weight, kCommuneWeight) : weight, ofCommune);
        if (!ofCommune) {
            record.nameKey += word;
            if (weight >= kTellingWeight)
                record.tellingKey += word;
        }
    }
    if (record.name.empty()) { // "Le Un": nothing but articles, so they are the name
        for (const QString &word : words)
            add(word, 1, false);
        record.tellingKey = everything;
    }
    if (record.nameKey.isEmpty())
        record.nameKey = everything;
}

/// The number of the house is the first one before a word of streets, else the first one at all.
void setAddress(MatchRecord &record, const Atelier &atelier)
{
    const QStringList commune = fold(atelier.city).split(u' ', Qt::SkipEmptyParts);
    const QStringList words = fold(atelier.address).split(u' ', Qt::SkipEmptyParts);
    QString first;
    for (qsizetype i = 0; i < words.size(); ++i) {
        QString digits;
        for (const QChar c : words[i]) {
            if (!c.isDigit())
                break;
            digits += c;
        }
        if (!digits.isEmpty()) {
            const QString rest = words[i].sliced(digits.size());
            const bool isNumber =
                digits.size() <= 4 && (rest.size() <= 1 || isIn(kStreetWords, rest)); // "12b", "12bis"
            if (!isNumber)
                continue;
            if (first.isEmpty())
                first = digits;
            const qsizetype next = i + 1 < words.size() && isIn(kStreetWords, words[i + 1]) ? i + 1 : -1;
            if (next >= 0 && record.houseNumber.isEmpty())
                record.houseNumber = digits;
            continue;
        }
        if (!isIn(kStreetWords, words[i]) && !commune.contains(words[i]) && !record.street.contains(words[i]))
            record.street.append(words[i]);
    }
    if (record.houseNumber.isEmpty())
        record.houseNumber = first;
    record.street.sort();
}

QString departementOf(const MatchRecord &record)
{
    const QString &code = record.commune.isEmpty() ? record.postcode : record.commune;
    if (code.size() != 5)
        return {};
    if (record.commune.isEmpty() && code.startsWith(u"20"))
        return code[2] == u'0' || code[2] == u'1' ? u"2A"_s : u"2B"_s;
    return code.first(code.startsWith(u"97") || code.startsWith(u"98") ? 3 : 2);
}

/// Hosts that many publishers share: the site is told by the path, or it is no site of the place.
constexpr auto kSharedHosts = std::to_array<QStringView>({u"about.me",
                                                          u"airtable.com",
                                                          u"bit.ly",
                                                          u"calameo.com",
                                                          u"canva.com",
                                                          u"cal.com",
                                                          u"discord.com",
                                                          u"discord.gg",
                                                          u"drive.google.com",
                                                          u"docs.google.com",
                                                          u"eventbrite.com",
                                                          u"eventbrite.fr",
                                                          u"fablabs.io",
                                                          u"facebook.com",
                                                          u"facebook.fr",
                                                          u"fb.com",
                                                          u"fb.me",
                                                          u"flickr.com",
                                                          u"framasite.org",
                                                          u"github.com",
                                                          u"gitlab.com",
                                                          u"goo.gl",
                                                          u"google.com",
                                                          u"google.fr",
                                                          u"hackerspaces.org",
                                                          u"helloasso.com",
                                                          u"instagram.com",
                                                          u"issuu.com",
                                                          u"linkedin.com",
                                                          u"linktr.ee",
                                                          u"makery.info",
                                                          u"mastodon.social",
                                                          u"medium.com",
                                                          u"meetup.com",
                                                          u"movilab.org",
                                                          u"netvibes.com",
                                                          u"notion.site",
                                                          u"on.fb.me",
                                                          u"openagenda.com",
                                                          u"pagesjaunes.fr",
                                                          u"pinterest.com",
                                                          u"sites.google.com",
                                                          u"sketchfab.com",
                                                          u"slack.com",
                                                          u"t.co",
                                                          u"t.me",
                                                          u"thingiverse.com",
                                                          u"tiers-lieux.fr",
                                                          u"tierslieux.net",
                                                          u"tiktok.com",
                                                          u"tinyurl.com",
                                                          u"twitch.tv",
                                                          u"twitter.com",
                                                          u"vimeo.com",
                                                          u"wikifactory.com",
                                                          u"wikipedia.org",
                                                          u"x.com",
                                                          u"youtu.be",
                                                          u"youtube.com"});

/// Platforms that give each of their publishers a host.
constexpr auto kPlatforms = std::to_array<QStringView>({u"blogspot.com",    u"blogspot.fr",
                                                        u"canalblog.com",   u"chez.com",
                                                        u"e-monsite.com",   u"eklablog.com",
                                                        u"free.fr",         u"frama.space",
                                                        u"github.io",       u"gitlab.io",
                                                        u"gogocarto.fr",    u"hautetfort.com",
                                                        u"jimdo.com",       u"jimdofree.com",
                                                        u"jimdosite.com",   u"mystrikingly.com",
                                                        u"netlify.app",     u"ning.com",
                                                        u"orange.fr",       u"over-blog.com",
                                                        u"over-blog.fr",    u"pagesperso-orange.fr",
                                                        u"squarespace.com", u"strikingly.com",
                                                        u"tumblr.com",      u"typepad.com",
                                                        u"vercel.app",      u"webnode.fr",
                                                        u"weebly.com",      u"wifeo.com",
                                                        u"wix.com",         u"wixsite.com",
                                                        u"wordpress.com",   u"wordpress.org",
                                                        u"yolasite.com"});

/// `domain` is `parent` or lies under it.
bool liesUnder(const QString &domain, QStringView parent)
{
    return domain.endsWith(parent)
           && (domain.size() == parent.size() || domain[domain.size() - parent.size() - 1] == u'.');
}

} // namespace

MatchRecord matchRecord(const Atelier &atelier, const Compounds &compounds)
{
    MatchRecord record;
    record.id = atelier.id;
    if (!atelier.uid.isEmpty())
        record.sharedIds.append(u"uid:"_s + atelier.uid);
    for (const Provenance &provenance : atelier.provenance) {
        if (!provenance.source.isEmpty() && !provenance.recordKey.isEmpty())
            record.sharedIds.append(provenance.source + u'/' + provenance.recordKey);
    }
    record.sharedIds.sort();
    record.point = atelier.point;
    record.precision = atelier.point ? atelier.precision : PositionPrecision::None;
    record.commune = atelier.insee;
    record.postcode = atelier.postcode;
    record.departement = atelier.departement.isEmpty() ? departementOf(record) : atelier.departement;
    record.phone = phoneDigits(atelier.phone);
    record.domain = websiteDomain(atelier.website);
    record.types = atelier.types;
    setName(record, atelier, compounds);
    setAddress(record, atelier);
    return record;
}

QString websiteDomain(const QString &website)
{
    QString host = website.trimmed().toLower();
    if (const qsizetype scheme = host.indexOf("://"_L1); scheme >= 0)
        host = host.sliced(scheme + 3);
    const auto ends = [](QChar c) {
        return c == u'/' || c == u'?' || c == u'#' || c == u':' || c == u',' || c == u'|' || c.isSpace();
    };
    host.truncate(std::ranges::find_if(host, ends) - host.begin());
    if (host.contains(u'@'))
        return {}; // an e-mail address
    while (host.endsWith(u'.'))
        host.chop(1);
    for (const QLatin1StringView prefix : {"www."_L1, "m."_L1}) {
        if (host.startsWith(prefix))
            host = host.sliced(prefix.size());
    }
    const auto belongs = [](QChar c) { return c.isLetterOrNumber() || c == u'-' || c == u'.' || c == u'_'; };
    const qsizetype dot = host.lastIndexOf(u'.');
    if (dot <= 0 || host.size() - dot < 3 || !host.back().isLetter() || host.contains(".."_L1)
        || !std::ranges::all_of(host, belongs))
        return {};
    if (std::ranges::any_of(kSharedHosts, [&](auto shared) { return liesUnder(host, shared); }))
        return {};
    const bool isPlatform = std::ranges::any_of(kPlatforms, [&](auto platform) { return host == platform; });
    return isPlatform ? QString() : host;
}

QString publisherOf(const QString &domain)
{
    if (std::ranges::any_of(kPlatforms, [&](auto platform) { return liesUnder(domain, platform); }))
        return domain;
    const qsizetype last = domain.lastIndexOf(u'.');
    const qsizetype before = last > 0 ? domain.lastIndexOf(u'.', last - 1) : -1;
    return domain.sliced(before + 1);
}

QString phoneDigits(const QString &phone)
{
    QString digits;
    for (const QChar c : phone) {
        if (c.unicode() < 128 && c.isDigit())
            digits += c;
        else if (c.isLetter() && !digits.isEmpty())
            break; // "04 70 99 12 34 poste 12"
    }
    for (const QLatin1StringView prefix : {"0033"_L1, "33"_L1}) {
        // Nine digits remain, or ten with the 0 that people write in brackets.
        if (digits.startsWith(prefix) && digits.size() - prefix.size() >= 9) {
            digits = digits.sliced(prefix.size());
            break;
        }
    }
    if (digits.size() >= 10 && digits.startsWith(u'0'))
        digits = digits.sliced(1, 9);
    return digits.size() >= 8 ? digits : QString();
}

} // namespace repere
