#include "directory/licences.h"

#include "core/field_value.h"
#include "core/text.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace repere::directory {

const QString kStarterSource = QStringLiteral("Repère, annuaire de départ");

namespace {

struct LicenceText {
    Q_DECLARE_TR_FUNCTIONS(Licences)
};

constexpr qsizetype kMostNamed = 3;

/// "CGET 2019, Makery, TerNum and 2 more"
QString named(const QStringList &sources)
{
    const QString names = sources.first(std::min(sources.size(), kMostNamed)).join(QStringLiteral(", "));
    const int more = static_cast<int>(sources.size() - kMostNamed);
    return more > 0 ? LicenceText::tr("%1 and %2 more").arg(names).arg(more) : names;
}

/// The licence that stands in brackets behind the name of a source: "Recensement 2019 (Licence Ouverte 2.0)".
QString licenceInName(const QString &source)
{
    static const QRegularExpression brackets(QStringLiteral("\\(([^()]+)\\)\\s*$"));
    const QString inside = brackets.match(source).captured(1).trimmed();
    const LicenceKind kind = licenceKind(inside);
    return kind == LicenceKind::Other || kind == LicenceKind::Unstated ? QString() : inside;
}

/// Without a licence in brackets: it has its own place in the report, and the source's own list is named without.
QString nameOf(const Provenance &record)
{
    if (record.source.isEmpty())
        return record.url;
    return licenceInName(record.source).isEmpty() ? record.source
                                                  : record.source.first(record.source.lastIndexOf(u'(')).trimmed();
}

QStringList sourcesOf(const LicenceReport &report, std::initializer_list<LicenceKind> kinds)
{
    QStringList sources;
    for (const LicenceReport::Use &use : report.uses) {
        if (std::ranges::find(kinds, use.kind) != kinds.end())
            sources += use.sources;
    }
    sources.removeDuplicates();
    return sources;
}

} // namespace

LicenceKind licenceKind(const QString &licence)
{
    const QString words = u' ' + fold(licence) + u' ';
    const auto has = [&words](std::initializer_list<const char16_t *> any) {
        return std::ranges::any_of(any, [&words](const char16_t *part) { return words.contains(QStringView(part)); });
    };
    if (words.trimmed().isEmpty())
        return LicenceKind::Unstated;
    if (has({u" nc ", u" nd ", u"non commercial", u"noncommercial", u"pas d utilisation commerciale",
             u"pas de modification", u"all rights reserved", u"tous droits reserves"}))
        return LicenceKind::Restricted;
    if (has({u"odbl", u"open database licen"}))
        return LicenceKind::ShareAlikeData;
    if (has({u" by sa ", u"sharealike", u"share alike", u"partage dans les memes conditions"}))
        return LicenceKind::ShareAlikeWorks;
    if (has({u" cc0 ", u" cc 0 ", u"pddl", u"public domain", u"domaine public"}))
        return LicenceKind::Free;
    if (has({u"licence ouverte", u"open licence", u"etalab", u" lov2 ", u" cc by ", u" odc by ", u"attribution"}))
        return LicenceKind::Attribution;
    return LicenceKind::Other;
}

void LicenceCount::add(const Atelier &atelier)
{
    QSet<QString> seen;
    for (const Provenance &record : atelier.provenance) {
        if (record.source == kByHand)
            continue;
        const QString licence =
            record.licence.trimmed().isEmpty() ? licenceInName(record.source) : record.licence.trimmed();
        const bool taken = !record.values.isEmpty() && record.source != kStarterSource;
        if ((licence.isEmpty() && !taken) || nameOf(record).isEmpty())
            continue;
        Entry &entry = m_entries[licence];
        entry.sources.insert(nameOf(record));
        if (!seen.contains(licence))
            ++entry.places;
        seen.insert(licence);
    }
}

void LicenceCount::add(const LicenceCount &other)
{
    for (auto it = other.m_entries.begin(); it != other.m_entries.end(); ++it) {
        Entry &entry = m_entries[it.key()];
        entry.sources |= it->sources;
        entry.places += it->places;
    }
}

LicenceReport LicenceCount::report() const
{
    LicenceReport report;
    for (auto it = m_entries.begin(); it != m_entries.end(); ++it) {
        QStringList sources(it->sources.begin(), it->sources.end());
        sources.sort();
        report.uses.push_back({it.key(), licenceKind(it.key()), std::move(sources), it->places});
    }
    std::ranges::stable_sort(report.uses, std::greater{}, &LicenceReport::Use::places);
    return report;
}

QString licenceWords(const LicenceReport &report)
{
    QStringList words;
    for (const LicenceReport::Use &use : report.uses) {
        const QString licence = use.licence.isEmpty() ? LicenceText::tr("licence not stated") : use.licence;
        words.append(QStringLiteral("%1 (%2)").arg(licence, named(use.sources)));
    }
    return words.join(QStringLiteral(", "));
}

QStringList licenceWarnings(const LicenceReport &report)
{
    using enum LicenceKind;
    QStringList warnings;
    const auto warn = [&](std::initializer_list<LicenceKind> kinds, const QString &sentence) {
        if (const QStringList sources = sourcesOf(report, kinds); !sources.isEmpty())
            warnings.append(sentence.arg(named(sources)));
    };
    warn({Unstated}, LicenceText::tr("No licence is stated by %1: for your own use, not to be published again."));
    warn({Restricted}, LicenceText::tr("The licence of %1 does not allow every use: read it before you publish."));
    warn({Other}, LicenceText::tr("Repère does not know the licence of %1: read it before you publish."));
    const bool works = !sourcesOf(report, {ShareAlikeWorks}).isEmpty();
    const bool data = !sourcesOf(report, {ShareAlikeData}).isEmpty();
    if (data && works)
        warnings.append(
            LicenceText::tr("ODbL (%1) and CC BY-SA (%2) both want the whole under their own terms: they "
                            "cannot be published in one file.")
                .arg(named(sourcesOf(report, {ShareAlikeData})), named(sourcesOf(report, {ShareAlikeWorks}))));
    else if (data && std::ranges::any_of(report.uses, [](const auto &use) { return use.kind != ShareAlikeData; }))
        warnings.append(
            LicenceText::tr("Because of %1, this file may only be published under ODbL, naming every source.")
                .arg(named(sourcesOf(report, {ShareAlikeData}))));
    return warnings;
}

} // namespace repere::directory
