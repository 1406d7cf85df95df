#pragma once

#include "core/filter.h"
#include "core/text.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

namespace repere {

/// A text in the two languages of the product.
struct BilingualText {
    QString french;
    QString english;

    bool operator==(const BilingualText &) const = default;
    const QString &in(bool wantFrench) const { return wantFrench ? french : english; }
};

/// One controlled value: a type, a machine, a status, a service, a public.
struct VocabularyEntry {
    QString id; ///< English, stable: "laser-cutter"
    BilingualText label;
    BilingualText definition;
    QStringList synonyms; ///< either language, singular; publishers' keys included
    QStringList brands;
    QString icon; ///< name in resources/icons, empty = none
};

/// Several entries with a common name ("comaking"): looking for it finds them all.
struct VocabularyGroup {
    QString id;
    BilingualText label;
    BilingualText definition;
    QStringList synonyms;
    QStringList members;
};

/// Words that never decide alone ("plotter"): kept raw, put to review.
struct AmbiguousWords {
    QStringList words;
    QStringList candidates;
    BilingualText note;
};

/// A closed list of values with their words, as read from data/vocabulary. Immutable once built; any thread.
class Vocabulary
{
public:
    Vocabulary() = default;
    Vocabulary(QString kind, std::vector<VocabularyEntry> entries, std::vector<VocabularyGroup> groups,
               std::vector<AmbiguousWords> ambiguous, Compounds compounds);

    const QString &kind() const { return m_kind; }
    const std::vector<VocabularyEntry> &entries() const { return m_entries; }
    const std::vector<VocabularyGroup> &groups() const { return m_groups; }
    const std::vector<AmbiguousWords> &ambiguous() const { return m_ambiguous; }
    const Compounds &compounds() const { return m_compounds; }
    /// nullptr when no entry has this id.
    const VocabularyEntry *find(const QString &id) const;
    /// The label, or the id itself when the vocabulary does not know it.
    QString label(const QString &id, bool french) const;

    /// One value named exactly — id, label, synonym, brand, key, or group (all members) — any case, accents, plural.
    /// Empty when unknown.
    QStringList idsNamed(const QString &words) const;

    /// The key under which names are compared: tokens joined by one space ("Découpes laser" → "decoupe laser").
    QString nameKey(const QString &words) const;
    /// Ids of an entry's name given as its key; empty when unknown, or the name of a group.
    QStringList idsOfKey(const QString &key) const { return m_byName.value(key); }
    /// Likewise where words like "de" and "à" were left out of the key; a name that is written in that way comes first.
    QStringList idsOfBareKey(const QString &key) const { return m_byBareName.value(key); }
    /// The key without these words.
    static QString bareKey(const QStringList &tokens);
    /// What words that never decide alone, or a group's name, given as their key, may mean; empty for all others.
    QStringList candidatesOfKey(const QString &key) const;
    /// Every word of every name and of the ambiguous words, sorted, without repetition.
    const QStringList &knownTokens() const { return m_knownTokens; }
    /// The number of words of the longest name or ambiguous words.
    int longestName() const { return m_longestName; }

    /// Ids whose label, synonyms or brands contain a word equal to (or, with `prefix`, beginning with) this token.
    /// Used when people type: "trot" → laser-cutter. `token` is folded, as made by Compounds::tokens.
    QStringList idsWithWord(const QString &token, bool prefix) const;

    /// What people mean who type these words: the values that have them for a name ("laser" is no sintering printer,
    /// "découpe laser" no vinyl cutter), "de" and the like left out where that helps. Of several words of which the last is
    /// still being typed (`prefix`), also the values with a name that begins so; of one word that names nothing, the values
    /// with that word in a name. Tokens as made by Compounds::tokens. Empty where nothing is meant.
    QStringList idsMeant(const QStringList &tokens, bool prefix) const;
    /// A word still being typed stands for values only from this length on: "l" is not every laser.
    static constexpr int kShortestPrefix = 3;
    /// "de", "la", "the": finds nothing by itself.
    static bool isStopWord(const QString &token);

private:
    void index();

    QString m_kind;
    std::vector<VocabularyEntry> m_entries;
    std::vector<VocabularyGroup> m_groups;
    std::vector<AmbiguousWords> m_ambiguous;
    Compounds m_compounds;
    QHash<QString, int> m_byId;
    QHash<QString, QStringList> m_byName; // name key → ids
    QHash<QString, QStringList> m_byBareName;
    QHash<QString, QStringList> m_byGroupName;
    QHash<QString, int> m_ambiguousByKey;
    QStringList m_knownTokens;
    int m_longestName = 0;
    std::vector<std::pair<QString, QString>> m_byToken; // sorted (token, id)
};

/// All vocabularies of the product.
struct Vocabularies {
    Vocabulary types;
    Vocabulary equipment;
    Vocabulary statuses;
    Vocabulary services;
    Vocabulary publics;

    /// The vocabulary behind a facet; nullptr for Region and Departement, which geography knows.
    const Vocabulary *of(Facet facet) const;
};

/// Below this confidence words are not taken for what they seem to mean: the item waits for review. Found on the labelled
/// phrases of tests/data, see docs/decisions/0026.
inline constexpr double kSureOfWords = 0.60;

/// What free text was understood as.
struct PhraseMatch {
    QStringList ids;      ///< without repetition, in order of appearance
    bool guessed = false; ///< by a typo or by words contained, not by a whole name
    bool review =
        false; ///< words that never decide alone, that nothing matches or not surely enough: keep the raw words
    /// 1 the whole is a name; less by words of the phrase that no name explains, and by slips of the pen; 0 nothing found.
    double confidence = 0;
};

/// Understands one cell of free text ("imprimantes 3D, découpe laser Trotec"). The whole cell as a name; else split on
/// | ; and line ends, then on commas, then on / + & "et" "and", each part being tried as a name before it is split
/// further. What cannot be split: the longest names contained as whole words ("de", "à" and the like may stand between
/// them or not), unless words that never decide alone stand beside them with other candidates ("fraiseuse à bois"); else
/// words that never decide alone → review (a group's name likewise: "comaking" does not say which type a place is); else
/// the same with one typo in words of five letters and more (two from nine on); else review. Ids that are told with less
/// than kSureOfWords are left out: "electronic testing hardware" names electronics with one word in three.
/// One pair per part: its words as written, and what they mean. Nothing for an empty cell.
std::vector<std::pair<QString, PhraseMatch>> matchPhrase(const Vocabulary &vocabulary, const QString &cell);

} // namespace repere
