#pragma once

#include "core/match_score.h"
#include "core/result.h"
#include "core/vocabulary.h"
#include "directory/knowledge.h"

#include <QHash>

#include <functional>
#include <vector>

namespace repere::bench {

/// How well something was told, against labels made by hand.
struct Quality {
    QString what = {};
    int wanted = 0; ///< by the labels
    int found = 0;  ///< by the program
    int right = 0;  ///< both

    double precision() const { return found == 0 ? 1 : static_cast<double>(right) / found; }
    double recall() const { return wanted == 0 ? 1 : static_cast<double>(right) / wanted; }
};

/// Two real places and whether they are one, as a person judged.
struct LabelledPair {
    enum class Label { Twin, Apart, Unclear };
    MatchRecord a;
    MatchRecord b;
    QString names; ///< for people
    Label label = Label::Unclear;
    bool heldOut = false;  ///< not looked at while the weights were chosen (odd ids)
    bool sameList = false; ///< both of the census; else one of fablabs.io
    double total = 0;
};

/// The places and pairs of tests/data (tests/data/README.md), completed as an import does. The list of fablabs.io states no
/// licence, so it does not come with the project: its pairs are there when `fablabsIo` names a copy that somebody fetched
/// (the API's or the mirror's), and left out when it is empty.
class LabelledPlaces
{
public:
    static Result<LabelledPlaces> read(const QString &testData, const QString &fablabsIo,
                                       const directory::Knowledge &knowledge);

    const std::vector<LabelledPair> &pairs() const { return m_pairs; }
    const std::vector<MatchRecord> &census() const { return m_census; }       ///< ids are those of the list
    const std::vector<MatchRecord> &fablabsIo() const { return m_fablabsIo; } ///< ids from 100 001 on
    /// Whether somebody judged these two; either order.
    bool isLabelled(AtelierId a, AtelierId b) const { return m_labelled.contains({std::min(a, b), std::max(a, b)}); }

private:
    std::vector<MatchRecord> m_census;
    std::vector<MatchRecord> m_fablabsIo;
    std::vector<LabelledPair> m_pairs;
    QHash<std::pair<AtelierId, AtelierId>, bool> m_labelled;
};

/// Twins at one threshold among the pairs that `among` says.
Quality qualityAt(const std::vector<LabelledPair> &pairs, double threshold, const QString &what,
                  const std::function<bool(const LabelledPair &)> &among);
/// The best precision that any threshold gives while it finds this part of the twins.
Quality bestAtRecall(const std::vector<LabelledPair> &pairs, double recall, const QString &what);
/// The whole table: both thresholds, each list, the half that was tuned on and the other.
std::vector<Quality> matchQuality(const std::vector<LabelledPair> &pairs);

/// What each threshold would merge, of `pairs` as they are and with one fact withheld from one record of each: the street, the
/// website, the position. A table for people who choose a threshold on the half that they may look at.
QString thresholdTable(const std::vector<LabelledPair> &pairs);

/// One phrase of the tables in tests/data.
struct LabelledPhrase {
    QString phrase;
    QStringList expected; ///< ids; empty: it must wait for review
    QStringList found;    ///< ids of what is sure enough
    bool asMet = false;   ///< of phrases_met_*.tsv: as people write, not all of them understood
    bool heldOut = false; ///< every other one
};
/// Those that must be understood (phrases_*.tsv) and those as people write (phrases_met_*.tsv) of one vocabulary.
Result<std::vector<LabelledPhrase>> readPhrases(const QString &testData, const Vocabulary &vocabulary);
/// Ids told, over all phrases, over those as met, and over every other one of these.
std::vector<Quality> phraseQuality(const QString &what, const std::vector<LabelledPhrase> &phrases);

QByteArray qualityJson(const std::vector<Quality> &rows);
QString qualityTable(const std::vector<Quality> &rows);

} // namespace repere::bench
