#include "core/match_record.h"

#include "core/match_name_words.h"

#include <algorithm>
#include <array>
#include <span>

namespace repere {

namespace {

using namespace Qt::StringLiterals;

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
    setNameWords(record, atelier, compounds);
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
