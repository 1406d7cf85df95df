#include "bench/file_measures.h"
#include "bench/generator.h"
#include "bench/measures.h"
#include "bench/quality.h"
#include "bench/selections.h"
#include "bench/sql_measures.h"
#include "bench/tile_measures.h"
#include "bench/window_measures.h"
#include "directory/match_index.h"
#include "directory/match_words.h"
#include "directory/versions.h"
#include "exchange/writer.h"

#include <QApplication>
#include <QCommandLineParser>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace repere;

namespace {

constexpr char kParts[] = "geography,coverage,matching,catalogue,sql,tiles";
constexpr char kFileParts[] = "file,window";
constexpr int kCoverageSize = 10'000;  // ateliers, as the design asks
constexpr int kMatchingSize = 100'000; // ateliers, as the design asks

int fail(const QString &message)
{
    std::fprintf(stderr, "repere-bench: %s\n", qPrintable(message));
    return 3;
}

int generate(const QString &path, int count, std::uint64_t seed,
             const std::shared_ptr<const geography::Gazetteer> &gazetteer,
             const std::shared_ptr<const Vocabularies> &vocabularies)
{
    bench::Generator generator(gazetteer, vocabularies, seed);
    const exchange::ExportOptions options{.format = exchange::OutputFormat::Csv,
                                          .profile = exchange::CsvProfile::OpenData,
                                          .columns = {},
                                          .french = true};
    const exchange::LabelSource labels{.vocabularies = vocabularies.get(), .regionName = {}, .departementName = {}};
    int made = 0;
    const exchange::ExportSource source = [&](exchange::ExportedAtelier &line) -> Result<bool> {
        if (made == count)
            return false;
        ++made;
        line = {.atelier = generator.next(), .distanceMetres = std::nullopt};
        return true;
    };
    JobContext job;
    const auto written = exchange::writeFile(path, options, labels, source, count, job);
    if (!written)
        return fail(written.error().message);
    std::fprintf(stderr, "repere-bench: %d ateliers in %s\n", *written, qPrintable(path));
    return 0;
}

/// What was told wrongly or is near to it, with what each part of the score added, best first.
void printMistakes(std::vector<bench::LabelledPair> pairs)
{
    constexpr double kNear = 0.1;
    std::ranges::stable_sort(pairs, std::greater(), &bench::LabelledPair::total);
    for (const bench::LabelledPair &pair : pairs) {
        const bool merged = pair.total >= kSurelyTwins;
        const char *mistake = nullptr;
        switch (pair.label) {
        case bench::LabelledPair::Label::Twin: mistake = merged ? nullptr : "missed"; break;
        case bench::LabelledPair::Label::Apart:
            mistake = merged                                ? "wrong"
                      : pair.total >= kPerhapsTwins         ? "asked"
                      : pair.total >= kPerhapsTwins - kNear ? "near"
                                                            : nullptr;
            break;
        case bench::LabelledPair::Label::Unclear: mistake = merged ? "unclear" : nullptr; break;
        }
        if (!mistake)
            continue;
        QStringList parts;
        for (const MatchScore::Part &part : matchScore(pair.a, pair.b).parts)
            parts.append(u"%1 (%2)"_s.arg(part.weight, 0, 'f', 2).arg(directory::matchWords(part)));
        std::fprintf(stderr, "%-7s %.3f %s\n        %s\n", mistake, pair.total, qPrintable(pair.names),
                     qPrintable(parts.join(u", "_s)));
    }
}

void printMistakes(const std::vector<bench::LabelledPhrase> &phrases)
{
    for (const bench::LabelledPhrase &phrase : phrases) {
        QStringList expected = phrase.expected;
        QStringList found = phrase.found;
        expected.sort();
        found.sort();
        if (expected != found) {
            std::fprintf(stderr, "words “%s”: %s, not %s\n", qPrintable(phrase.phrase),
                         found.isEmpty() ? "to review" : qPrintable(found.join(u'|')),
                         expected.isEmpty() ? "to review" : qPrintable(expected.join(u'|')));
        }
    }
}

/// Pairs that the index finds and nobody judged: precision is told of judged ones only, so there should be none.
int printUnjudged(const bench::LabelledPlaces &places)
{
    directory::MatchIndex index;
    for (const MatchRecord &record : places.census())
        index.add(record);
    int unjudged = 0;
    const auto look = [&](const MatchRecord &record) {
        for (const auto &candidate : index.candidates(record)) {
            if (candidate.id > record.id || places.isLabelled(candidate.id, record.id))
                continue;
            ++unjudged;
            std::fprintf(stderr, "unjudged %.3f [%lld] [%lld]\n", candidate.score.total,
                         static_cast<long long>(candidate.id), static_cast<long long>(record.id));
        }
    };
    for (const MatchRecord &record : places.census())
        look(record);
    for (const MatchRecord &record : places.fablabsIo())
        look(record);
    return unjudged;
}

/// `tuning`: tells only of the half that may be looked at, and what of it was told wrongly: whoever works on weights or words
/// sees nothing of the half held out, not even its figures.
int quality(const QString &dataFolder, const QString &testData, const QString &fablabsIo, bool tuning)
{
    const auto knowledge = directory::Knowledge::load(dataFolder);
    if (!knowledge)
        return fail(knowledge.error().message);
    const auto places = bench::LabelledPlaces::read(testData, fablabsIo, *knowledge);
    if (!places)
        return fail(places.error().message);
    auto pairs = places->pairs();
    if (tuning) {
        std::erase_if(pairs, &bench::LabelledPair::heldOut);
        printMistakes(pairs);
        std::fputs(bench::thresholdTable(pairs).toUtf8().constData(), stderr);
    }
    if (const int unjudged = printUnjudged(*places); unjudged > 0)
        std::fprintf(stderr, "%d pairs that are found were never judged\n", unjudged);
    auto rows = bench::matchQuality(pairs);
    for (const Vocabulary *vocabulary : {&knowledge->vocabularies().equipment, &knowledge->vocabularies().types}) {
        auto phrases = bench::readPhrases(testData, *vocabulary);
        if (!phrases)
            return fail(phrases.error().message);
        if (tuning) {
            std::erase_if(*phrases, &bench::LabelledPhrase::heldOut);
            printMistakes(*phrases);
        }
        const auto more = bench::phraseQuality(u"words of %1"_s.arg(vocabulary->kind()), *phrases);
        rows.insert(rows.end(), more.begin(), more.end());
    }
    std::fputs(bench::qualityTable(rows).toUtf8().constData(), stderr);
    std::fputs(bench::qualityJson(rows).constData(), stdout);
    return 0;
}

/// What is measured, in the order of the table.
using Measures = Result<std::vector<bench::Measure>>;
Measures measurePart(const QString &part, const QList<int> &sizes, const QString &path, int times,
                     const directory::Knowledge &knowledge,
                     const std::shared_ptr<const geography::Gazetteer> &gazetteer,
                     const std::shared_ptr<const Vocabularies> &vocabularies)
{
    if (part == u"geography")
        return bench::measureGeography(knowledge.dataFolder(), times);
    if (part == u"coverage")
        return bench::measureNearest(gazetteer, vocabularies, kCoverageSize, times);
    if (part == u"matching")
        return bench::measureMatching(gazetteer, vocabularies, kMatchingSize);
    if (part == u"tiles")
        return bench::measureTiles(knowledge.dataFolder(), times);
    if (part == u"file" && !path.isEmpty())
        return bench::measureFile(knowledge, path, times);
    if (part == u"window" && !path.isEmpty())
        return bench::measureWindow(knowledge, path, times);
    if (part != u"catalogue" && part != u"sql")
        return failure(ErrorCode::Usage, u"--parts: “%1” is none of %2, nor with --file of %3."_s.arg(
                                             part, QLatin1StringView(kParts), QLatin1StringView(kFileParts)));
    std::vector<bench::Measure> measures;
    for (const int size : sizes) {
        const auto more = part == u"sql" ? bench::measureBesideSql(gazetteer, vocabularies, size, times)
                                         : Measures(bench::measureCatalogue(gazetteer, vocabularies, size, times));
        if (!more)
            return more;
        measures.insert(measures.end(), more->begin(), more->end());
    }
    return measures;
}

} // namespace

int main(int argc, char **argv)
{
    const bool hasScreen = qEnvironmentVariableIsSet("DISPLAY");
    const std::unique_ptr<QCoreApplication> app(hasScreen ? new QApplication(argc, argv)
                                                          : new QCoreApplication(argc, argv));
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Measures Repère in one process, JSON on stdout; scripts/bench adds the rest."_s);
    parser.addHelpOption();
    const QCommandLineOption parts(u"parts"_s, u"What to measure."_s, u"PART,PART"_s, QLatin1StringView(kParts));
    const QCommandLineOption sizes(u"sizes"_s, u"Numbers of ateliers."_s, u"N,N"_s, u"1000,10000,100000"_s);
    const QCommandLineOption repetitions(u"repetitions"_s, u"Times that each thing is measured."_s, u"N"_s, u"20"_s);
    const QCommandLineOption data(u"data"_s, u"Data folder."_s, u"FOLDER"_s,
                                  qEnvironmentVariable("REPERE_DATA", QStringLiteral(REPERE_SOURCE_DATA)));
    const QCommandLineOption file(u"file"_s, u"A directory file for the parts file (opening, full text) and window."_s,
                                  u"FILE.gpkg"_s);
    const QCommandLineOption number(u"generate"_s, u"Write N invented ateliers instead of measuring."_s, u"N"_s);
    const QCommandLineOption chosen(
        u"selections"_s, u"Write the points of N ateliers and what the usual filters choose of them."_s, u"N"_s);
    const QCommandLineOption target(
        u"to"_s, u"The CSV (open-data profile) for --generate, the folder for --selections."_s, u"FILE"_s);
    const QCommandLineOption seed(u"seed"_s, u"Another seed gives other ateliers."_s, u"N"_s, u"2026"_s);
    const QCommandLineOption versions(u"versions"_s, u"Name the libraries that this runs with, instead."_s);
    const QCommandLineOption qualityOption(u"quality"_s,
                                           u"Tell precision and recall on the labelled pairs and phrases."_s);
    const QCommandLineOption fablabsIo(
        u"fablabs-io"_s, u"With --quality: a copy of the list of fablabs.io, which does not come with Repère."_s,
        u"FILE"_s);
    const QCommandLineOption mistakes(
        u"mistakes"_s, u"With --quality: what was told wrongly, and only of the half that weights are chosen on."_s);
    const QCommandLineOption testData(u"test-data"_s, u"Where the labels are."_s, u"FOLDER"_s,
                                      QStringLiteral(REPERE_TEST_DATA));
    parser.addOptions({parts, sizes, repetitions, data, file, number, chosen, target, seed, versions, qualityOption,
                       fablabsIo, mistakes, testData});
    parser.process(*app);

    if (parser.isSet(versions)) {
        std::puts(qPrintable(directory::libraryVersions().join(u"; ")));
        return 0;
    }
    if (parser.isSet(qualityOption))
        return quality(parser.value(data), parser.value(testData), parser.value(fablabsIo), parser.isSet(mistakes));
    const auto knowledge = directory::Knowledge::load(parser.value(data));
    if (!knowledge)
        return fail(knowledge.error().message);
    const auto gazetteer = std::shared_ptr<const geography::Gazetteer>(&knowledge->gazetteer(), [](auto *) {});
    const auto vocabularies = std::shared_ptr<const Vocabularies>(&knowledge->vocabularies(), [](auto *) {});
    if ((parser.isSet(number) || parser.isSet(chosen)) != parser.isSet(target))
        return fail(u"--generate N or --selections N and --to go together."_s);
    if (parser.isSet(number))
        return generate(parser.value(target), parser.value(number).toInt(), parser.value(seed).toULongLong(), gazetteer,
                        vocabularies);
    if (parser.isSet(chosen)) {
        const auto written =
            bench::writeSelections(gazetteer, vocabularies, parser.value(chosen).toInt(), parser.value(target));
        return written ? 0 : fail(written.error().message);
    }

    QList<int> counts;
    for (const QString &count : parser.value(sizes).split(u',', Qt::SkipEmptyParts)) {
        counts.append(count.toInt());
        if (counts.back() <= 0)
            return fail(u"--sizes: “%1” is no number of ateliers."_s.arg(count));
    }
    const int times = std::max(1, parser.value(repetitions).toInt());
    std::vector<bench::Measure> measures;
    for (const QString &part : parser.value(parts).split(u',')) {
        if (!hasScreen && (part == u"tiles" || part == u"window")) {
            std::fprintf(stderr, "repere-bench: without a display %s is not measured\n", qPrintable(part));
            continue;
        }
        const Measures more = measurePart(part, counts, parser.value(file), times, *knowledge, gazetteer, vocabularies);
        if (!more)
            return fail(more.error().message);
        measures.insert(measures.end(), more->begin(), more->end());
    }
    std::fputs(bench::toJson(measures).constData(), stdout);
    return 0;
}
