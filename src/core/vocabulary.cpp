#include "core/vocabulary.h"

#include <algorithm>
#include <iterator>

namespace repere {

namespace {

void appendOnce(QStringList &list, const QString &value)
{
    if (!list.contains(value))
        list.append(value);
}

} // namespace

bool Vocabulary::isStopWord(const QString &token)
{
    static const QStringList words = {
        QStringLiteral("a"),    QStringLiteral("and"), QStringLiteral("au"),  QStringLiteral("aux"),
        QStringLiteral("avec"), QStringLiteral("d"),   QStringLiteral("de"),  QStringLiteral("des"),
        QStringLiteral("du"),   QStringLiteral("en"),  QStringLiteral("et"),  QStringLiteral("for"),
        QStringLiteral("in"),   QStringLiteral("l"),   QStringLiteral("la"),  QStringLiteral("le"),
        QStringLiteral("les"),  QStringLiteral("of"),  QStringLiteral("ou"),  QStringLiteral("par"),
        QStringLiteral("pour"), QStringLiteral("sur"), QStringLiteral("the"), QStringLiteral("un"),
        QStringLiteral("une")};
    return std::binary_search(words.begin(), words.end(), token);
}

Vocabulary::Vocabulary(QString kind, std::vector<VocabularyEntry> entries, std::vector<VocabularyGroup> groups,
                       std::vector<AmbiguousWords> ambiguous, Compounds compounds)
    : m_kind(std::move(kind)), m_entries(std::move(entries)), m_groups(std::move(groups)),
      m_ambiguous(std::move(ambiguous)), m_compounds(std::move(compounds))
{
    index();
}

void Vocabulary::index()
{
    for (std::size_t i = 0; i < m_ambiguous.size(); ++i) {
        for (const QString &words : std::as_const(m_ambiguous[i].words))
            m_ambiguousByKey.insert(nameKey(words), static_cast<int>(i));
    }

    const auto note = [this](const QString &key, const QStringList &ids) {
        const QStringList tokens = key.split(u' ', Qt::SkipEmptyParts);
        m_longestName = std::max(m_longestName, static_cast<int>(tokens.size()));
        for (const QString &token : tokens) {
            m_knownTokens.append(token);
            if (isStopWord(token))
                continue;
            for (const QString &id : ids)
                m_byToken.emplace_back(token, id);
        }
    };
    // An own id or label wins over another entry's synonym: names of a lower rank are only added where the key is free.
    QHash<QString, QStringList> rank;
    const auto name = [&](const QString &words, const QStringList &ids) {
        const QString key = nameKey(words);
        if (key.isEmpty())
            return;
        note(key, ids);
        for (const QString &id : ids)
            appendOnce(rank[key], id);
    };
    const auto endRank = [&](QHash<QString, QStringList> &names) {
        for (auto it = rank.cbegin(); it != rank.cend(); ++it) {
            if (!names.contains(it.key()))
                names.insert(it.key(), it.value());
        }
        rank.clear();
    };

    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const VocabularyEntry &entry = m_entries[i];
        m_byId.insert(entry.id, static_cast<int>(i));
        for (const QString &words : {entry.id, entry.label.french, entry.label.english})
            name(words, {entry.id});
    }
    endRank(m_byName);
    for (const VocabularyEntry &entry : m_entries) {
        for (const QString &words : entry.synonyms + entry.brands)
            name(words, {entry.id});
    }
    endRank(m_byName);
    for (auto it = m_byName.cbegin(); it != m_byName.cend(); ++it) {
        const QString bare = bareKey(it.key().split(u' '));
        if (bare.isEmpty() || m_byName.contains(bare) || m_ambiguousByKey.contains(bare))
            continue;
        for (const QString &id : *it)
            appendOnce(m_byBareName[bare], id);
    }
    m_byBareName.removeIf([](const auto &bare) { return bare.value().size() > 1; }); // two values: neither
    for (const VocabularyGroup &group : m_groups) {
        for (const QString &words : QStringList{group.id, group.label.french, group.label.english} + group.synonyms)
            name(words, group.members);
    }
    endRank(m_byGroupName);
    for (auto it = m_ambiguousByKey.cbegin(); it != m_ambiguousByKey.cend(); ++it)
        note(it.key(), {});

    std::sort(m_knownTokens.begin(), m_knownTokens.end());
    m_knownTokens.removeDuplicates();
    std::sort(m_byToken.begin(), m_byToken.end());
    m_byToken.erase(std::unique(m_byToken.begin(), m_byToken.end()), m_byToken.end());
}

QString Vocabulary::bareKey(const QStringList &tokens)
{
    QStringList kept;
    std::ranges::copy_if(tokens, std::back_inserter(kept), [](const QString &token) { return !isStopWord(token); });
    return kept.join(u' ');
}

QString Vocabulary::nameKey(const QString &words) const
{
    return m_compounds.tokens(fold(words)).join(u' ');
}

QStringList Vocabulary::candidatesOfKey(const QString &key) const
{
    if (m_byName.contains(key))
        return {};
    const auto it = m_ambiguousByKey.constFind(key);
    return it != m_ambiguousByKey.cend() ? m_ambiguous[*it].candidates : m_byGroupName.value(key);
}

const VocabularyEntry *Vocabulary::find(const QString &id) const
{
    const auto it = m_byId.constFind(id);
    return it == m_byId.cend() ? nullptr : &m_entries[*it];
}

QString Vocabulary::label(const QString &id, bool french) const
{
    const VocabularyEntry *entry = find(id);
    return entry ? entry->label.in(french) : id;
}

QStringList Vocabulary::idsNamed(const QString &words) const
{
    if (m_byId.contains(words))
        return {words};
    const QString key = nameKey(words);
    const auto it = m_byName.constFind(key);
    return it != m_byName.cend() ? *it : m_byGroupName.value(key);
}

QStringList Vocabulary::idsWithWord(const QString &token, bool prefix) const
{
    QStringList ids;
    if (token.isEmpty())
        return ids;
    auto it = std::lower_bound(m_byToken.begin(), m_byToken.end(), token,
                               [](const auto &entry, const QString &wanted) { return entry.first < wanted; });
    for (; it != m_byToken.end(); ++it) {
        if (prefix ? !it->first.startsWith(token) : it->first != token)
            break;
        appendOnce(ids, it->second);
    }
    return ids;
}

QStringList Vocabulary::idsMeant(const QStringList &tokens, bool prefix) const
{
    if (tokens.isEmpty())
        return {};
    const QString key = tokens.join(u' ');
    const QString bare = bareKey(tokens);
    for (const QStringList &named :
         {m_byName.value(key), m_byGroupName.value(key), m_byName.value(bare), m_byBareName.value(bare)}) {
        if (!named.isEmpty())
            return named;
    }
    prefix = prefix && tokens.last().size() >= kShortestPrefix;
    if (tokens.size() == 1)
        return idsWithWord(tokens.first(), prefix);
    QStringList ids;
    for (auto it = m_byName.cbegin(); prefix && it != m_byName.cend(); ++it) {
        if (it.key().startsWith(key)) {
            for (const QString &id : *it)
                appendOnce(ids, id);
        }
    }
    ids.sort();
    return ids;
}

const Vocabulary *Vocabularies::of(Facet facet) const
{
    switch (facet) {
    case Facet::Type: return &types;
    case Facet::Equipment: return &equipment;
    case Facet::Status: return &statuses;
    case Facet::Public: return &publics;
    case Facet::Service: return &services;
    case Facet::Region:
    case Facet::Departement: break;
    }
    return nullptr;
}

} // namespace repere
