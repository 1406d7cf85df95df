#include "bench/quality.h"

#include "directory/normalise.h"
#include "exchange/reader.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

#include <algorithm>

namespace repere::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr AtelierId kFirstOfFablabsIo = 100'001;

/// Rows of cells; the first row of the file is the heading and is left out.
Result<std::vector<QStringList>> readTable(const QString &path, qsizetype columns, bool hasHeading)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::Unreadable, u"%1: %2"_s.arg(path, file.errorString()));
    std::vector<QStringList> rows;
    for (int line = 1; !file.atEnd(); ++line) {
        const QStringList cells = QString::fromUtf8(file.readLine()).chopped(1).split(u'\t');
        if (cells.size() != columns)
            return failure(ErrorCode::Unreadable,
                           u"%1:%2: %3 cells, not %4"_s.arg(path).arg(line).arg(cells.size()).arg(columns));
        if (line > 1 || !hasHeading)
            rows.push_back(cells);
    }
    return rows;
}

/// id name address postcode city lat lon position website types
Result<std::vector<MatchRecord>> readPlaces(const QString &path, const directory::Knowledge &knowledge,
                                            QHash<QString, std::size_t> &rowOf, QStringList &names)
{
    auto rows = readTable(path, 10, true);
    if (!rows)
        return std::unexpected(rows.error());
    std::vector<MatchRecord> records;
    for (const QStringList &cells : *rows) {
        Atelier atelier;
        atelier.id = cells[0].toLongLong();
        atelier.name = cells[1];
        atelier.address = cells[2];
        atelier.postcode = cells[3];
        atelier.city = cells[4];
        if (!cells[5].isEmpty())
            atelier.point = GeoPoint{.latitude = cells[5].toDouble(), .longitude = cells[6].toDouble()};
        atelier.precision = precisionFromString(cells[7]).value_or(PositionPrecision::None);
        atelier.website = cells[8];
        if (!cells[9].isEmpty())
            atelier.types = cells[9].split(u'|');
        auto completed = directory::completePlace(std::move(atelier), knowledge);
        if (!completed)
            return std::unexpected(completed.error());
        rowOf.insert(cells[0], records.size());
        names.append(u"%1 · %2 · %3"_s.arg(cells[1], cells[2], cells[4]));
        records.push_back(matchRecord(*completed, knowledge.vocabularies().equipment.compounds()));
    }
    return records;
}

/// As an import reads them; by slug.
Result<std::vector<MatchRecord>> readFablabsIo(const QString &path, const directory::Knowledge &knowledge,
                                               QHash<QString, std::size_t> &rowOf, QStringList &names)
{
    auto reader = exchange::openReader({.paths = {path}, .mapping = {}}, u"fablabs.io"_s);
    if (!reader)
        return std::unexpected(reader.error());
    std::vector<MatchRecord> records;
    while (true) {
        auto draft = (*reader)->next();
        if (!draft)
            return std::unexpected(draft.error());
        if (!*draft)
            return records;
        auto understood = directory::understand(**draft, knowledge);
        if (!understood)
            return std::unexpected(understood.error());
        Atelier &atelier = understood->atelier;
        atelier.id = kFirstOfFablabsIo + static_cast<AtelierId>(records.size());
        rowOf.insert((*draft)->recordKey, records.size());
        names.append(u"%1 · %2 · %3"_s.arg(atelier.name, atelier.address, atelier.city));
        records.push_back(matchRecord(atelier, knowledge.vocabularies().equipment.compounds()));
    }
}

std::optional<LabelledPair::Label> labelFrom(const QString &word)
{
    if (word == u"twin")
        return LabelledPair::Label::Twin;
    if (word == u"apart")
        return LabelledPair::Label::Apart;
    if (word == u"unclear")
        return LabelledPair::Label::Unclear;
    return std::nullopt;
}

} // namespace

Result<LabelledPlaces> LabelledPlaces::read(const QString &testData, const QString &fablabsIo,
                                            const directory::Knowledge &knowledge)
{
    LabelledPlaces places;
    QHash<QString, std::size_t> censusRow;
    QHash<QString, std::size_t> fablabsRow;
    QStringList censusNames;
    QStringList fablabsNames;
    auto census = readPlaces(testData + u"/places_cget.tsv"_s, knowledge, censusRow, censusNames);
    if (!census)
        return std::unexpected(census.error());
    places.m_census = std::move(*census);
    if (!fablabsIo.isEmpty()) {
        auto fablabs = readFablabsIo(fablabsIo, knowledge, fablabsRow, fablabsNames);
        if (!fablabs)
            return std::unexpected(fablabs.error());
        places.m_fablabsIo = std::move(*fablabs);
    }

    for (const bool sameList : {true, false}) {
        if (!sameList && fablabsIo.isEmpty())
            continue;
        const QString path = testData + (sameList ? u"/pairs_cget.tsv"_s : u"/pairs_cget_fablabsio.tsv"_s);
        auto rows = readTable(path, 4, true);
        if (!rows)
            return std::unexpected(rows.error());
        const auto &secondRow = sameList ? censusRow : fablabsRow;
        for (const QStringList &cells : *rows) {
            const auto label = labelFrom(cells[2]);
            if (!sameList && !secondRow.contains(cells[1]))
                continue; // a newer copy may have lost it
            if (!censusRow.contains(cells[0]) || !secondRow.contains(cells[1]) || !label)
                return failure(ErrorCode::Unreadable, u"%1: %2"_s.arg(path, cells.join(u' ')));
            const std::size_t first = censusRow[cells[0]];
            const std::size_t second = secondRow[cells[1]];
            LabelledPair pair{.a = places.m_census[first],
                              .b = sameList ? places.m_census[second] : places.m_fablabsIo[second],
                              .names = u"[%1] %2  —  [%3] %4"_s.arg(
                                  cells[0], censusNames[static_cast<qsizetype>(first)], cells[1],
                                  (sameList ? censusNames : fablabsNames)[static_cast<qsizetype>(second)]),
                              .label = *label,
                              .heldOut = cells[0].toLongLong() % 2 == 1,
                              .sameList = sameList,
                              .total = 0};
            pair.total = matchTotal(pair.a, pair.b);
            places.m_labelled.insert({std::min(pair.a.id, pair.b.id), std::max(pair.a.id, pair.b.id)}, true);
            places.m_pairs.push_back(std::move(pair));
        }
    }
    return places;
}

Quality bestAtRecall(const std::vector<LabelledPair> &pairs, double recall, const QString &what)
{
    Quality best{.what = what};
    for (int hundredths = 100; hundredths > 0; --hundredths) {
        const Quality here = qualityAt(pairs, hundredths / 100.0, what, [](const LabelledPair &) { return true; });
        if (here.recall() < recall)
            continue;
        if (best.found == 0 || here.precision() > best.precision())
            best = here;
    }
    return best;
}

Quality qualityAt(const std::vector<LabelledPair> &pairs, double threshold, const QString &what,
                  const std::function<bool(const LabelledPair &)> &among)
{
    Quality quality{.what = what};
    for (const LabelledPair &pair : pairs) {
        if (pair.label == LabelledPair::Label::Unclear || !among(pair))
            continue;
        const bool twin = pair.label == LabelledPair::Label::Twin;
        const bool found = pair.total >= threshold;
        quality.wanted += twin;
        quality.found += found;
        quality.right += twin && found;
    }
    return quality;
}

std::vector<Quality> matchQuality(const std::vector<LabelledPair> &pairs)
{
    std::vector<Quality> rows;
    for (const auto &[threshold, name] :
         {std::pair(kSurelyTwins, u"twins merged"_s), std::pair(kPerhapsTwins, u"twins merged or asked"_s)}) {
        rows.push_back(qualityAt(pairs, threshold, name, [](const auto &) { return true; }));
        rows.push_back(
            qualityAt(pairs, threshold, name + u", census"_s, [](const auto &pair) { return pair.sameList; }));
        if (std::ranges::any_of(pairs, [](const auto &pair) { return !pair.sameList; }))
            rows.push_back(qualityAt(pairs, threshold, name + u", census × fablabs.io"_s,
                                     [](const auto &pair) { return !pair.sameList; }));
        rows.push_back(
            qualityAt(pairs, threshold, name + u", half tuned on"_s, [](const auto &pair) { return !pair.heldOut; }));
        if (std::ranges::any_of(pairs, &LabelledPair::heldOut))
            rows.push_back(qualityAt(pairs, threshold, name + u", half held out"_s,
                                     [](const auto &pair) { return pair.heldOut; }));
    }
    rows.push_back(bestAtRecall(pairs, 0.90, u"best threshold that finds 90 % of the twins"_s));
    return rows;
}

QString thresholdTable(const std::vector<LabelledPair> &pairs)
{
    const auto without = [&pairs](const auto &withhold) {
        std::vector<LabelledPair> less = pairs;
        for (LabelledPair &pair : less) {
            withhold(pair.b);
            pair.total = matchTotal(pair.a, pair.b);
        }
        return less;
    };
    const std::vector<std::pair<QString, std::vector<LabelledPair>>> sets = {
        {u"as they are"_s, pairs},
        {u"no street"_s, without([](MatchRecord &record) {
             record.street.clear();
             record.houseNumber.clear();
         })},
        {u"no website"_s, without([](MatchRecord &record) { record.domain.clear(); })},
        {u"no position"_s, without([](MatchRecord &record) {
             record.point.reset();
             record.precision = PositionPrecision::None;
         })},
    };
    QString text;
    QTextStream out(&text);
    out << u"merged from"_s;
    for (const auto &[name, set] : sets)
        out << name.rightJustified(13) << u": right wrong"_s;
    out << u'\n';
    for (int hundredths = 60; hundredths <= 90; ++hundredths) {
        out << QString::number(hundredths / 100.0, 'f', 2).leftJustified(11);
        for (const auto &[name, set] : sets) {
            const Quality here = qualityAt(set, hundredths / 100.0, {}, [](const LabelledPair &) { return true; });
            out << QString::number(here.right).rightJustified(20)
                << QString::number(here.found - here.right).rightJustified(6);
        }
        out << u'\n';
    }
    return text;
}

Result<std::vector<LabelledPhrase>> readPhrases(const QString &testData, const Vocabulary &vocabulary)
{
    std::vector<LabelledPhrase> phrases;
    for (const QString &table : {u"%1/phrases_%2.tsv"_s, u"%1/phrases_met_%2.tsv"_s}) {
        auto rows = readTable(table.arg(testData, vocabulary.kind()), 2, false);
        if (!rows)
            return std::unexpected(rows.error());
        for (const QStringList &cells : *rows) {
            LabelledPhrase phrase{.phrase = cells[0],
                                  .expected = {},
                                  .found = {},
                                  .asMet = table.contains(u"met"),
                                  .heldOut = phrases.size() % 2 == 1};
            const bool isGroup = std::ranges::contains(vocabulary.groups(), cells[1], &VocabularyGroup::id);
            if (cells[1] != u"to review" && !isGroup) // a group does not say which of its members
                phrase.expected = cells[1].split(u'|');
            for (const auto &[words, match] : matchPhrase(vocabulary, cells[0])) {
                if (!match.review)
                    phrase.found += match.ids;
            }
            phrase.found.removeDuplicates();
            phrases.push_back(std::move(phrase));
        }
    }
    return phrases;
}

std::vector<Quality> phraseQuality(const QString &what, const std::vector<LabelledPhrase> &phrases)
{
    Quality all{.what = what};
    Quality asMet{.what = what + u", phrases as met"_s};
    Quality heldOut{.what = what + u", of these those held out"_s};
    for (const LabelledPhrase &phrase : phrases) {
        const auto right = static_cast<int>(
            std::ranges::count_if(phrase.found, [&](const QString &id) { return phrase.expected.contains(id); }));
        const auto count = [&](Quality &row) {
            row.wanted += static_cast<int>(phrase.expected.size());
            row.found += static_cast<int>(phrase.found.size());
            row.right += right;
        };
        count(all);
        if (phrase.asMet)
            count(asMet);
        if (phrase.asMet && phrase.heldOut)
            count(heldOut);
    }
    std::vector<Quality> rows{all, asMet};
    if (std::ranges::any_of(phrases, &LabelledPhrase::heldOut))
        rows.push_back(heldOut);
    return rows;
}

QByteArray qualityJson(const std::vector<Quality> &rows)
{
    QJsonArray list;
    for (const Quality &row : rows) {
        list.append(QJsonObject{{u"name"_s, row.what},
                                {u"wanted"_s, row.wanted},
                                {u"found"_s, row.found},
                                {u"right"_s, row.right},
                                {u"precision"_s, row.precision()},
                                {u"recall"_s, row.recall()}});
    }
    const QJsonObject document{{u"version"_s, QStringLiteral(REPERE_VERSION)},
                               {u"thresholds"_s, QJsonObject{{u"merged"_s, kSurelyTwins}, {u"asked"_s, kPerhapsTwins}}},
                               {u"quality"_s, list}};
    return QJsonDocument(document).toJson();
}

QString qualityTable(const std::vector<Quality> &rows)
{
    QString text;
    QTextStream out(&text);
    const auto line = [&](const QString &name, const QString &wanted, const QString &found, const QString &right,
                          const QString &precision, const QString &recall) {
        out << name.leftJustified(46) << wanted.rightJustified(8) << found.rightJustified(8) << right.rightJustified(8)
            << precision.rightJustified(11) << recall.rightJustified(9) << u'\n';
    };
    line(u"told"_s, u"labelled"_s, u"found"_s, u"right"_s, u"precision"_s, u"recall"_s);
    for (const Quality &row : rows) {
        line(row.what, QString::number(row.wanted), QString::number(row.found), QString::number(row.right),
             QString::number(row.precision(), 'f', 3), QString::number(row.recall(), 'f', 3));
    }
    return text;
}

} // namespace repere::bench
