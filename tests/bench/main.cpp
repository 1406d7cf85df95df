#include "bench/generator.h"
#include "bench/measures.h"
#include "bench/quality.h"
#include "bench/tile_measures.h"
#include "bench/window_measures.h"
#include "exchange/vocabulary_reader.h"
#include "exchange/writer.h"

#include <QApplication>
#include <QCommandLineParser>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace repere;

namespace {

constexpr int kCoverageSize = 10'000;  // ateliers, as the design asks
constexpr int kMatchingSize = 100'000; // ateliers, as the design asks
constexpr int kWindowSize = 100'000;   // ateliers, as the design asks

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

/// What was told wrongly, one a line: where to look when the weights or the words are worked on.
void printMistakes(const std::vector<bench::LabelledPair> &pairs)
{
    for (const bench::LabelledPair &pair : pairs) {
        const bool merged = pair.total >= kSurelyTwins;
        const char *mistake = nullptr;
        switch (pair.label) {
        case bench::LabelledPair::Label::Twin: mistake = merged ? nullptr : "missed"; break;
        case bench::LabelledPair::Label::Apart:
            mistake = merged ? "wrong" : pair.total >= kPerhapsTwins ? "asked" : nullptr;
            break;
        case bench::LabelledPair::Label::Unclear: mistake = merged ? "unclear" : nullptr; break;
        }
        if (mistake)
            std::fprintf(stderr, "%-7s %.3f %s %s\n", mistake, pair.total, pair.heldOut ? "held out" : "tuned on",
                         qPrintable(pair.names));
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
            std::fprintf(stderr, "words %s “%s”: %s, not %s\n", phrase.heldOut ? "held out" : "tuned on",
                         qPrintable(phrase.phrase), found.isEmpty() ? "to review" : qPrintable(found.join(u'|')),
                         expected.isEmpty() ? "to review" : qPrintable(expected.join(u'|')));
        }
    }
}

int quality(const QString &dataFolder, const QString &testData, const QString &fablabsIo, bool mistakes)
{
    const auto knowledge = directory::Knowledge::load(dataFolder);
    if (!knowledge)
        return fail(knowledge.error().message);
    const auto places = bench::LabelledPlaces::read(testData, fablabsIo, *knowledge);
    if (!places)
        return fail(places.error().message);
    auto rows = bench::matchQuality(places->pairs());
    if (mistakes)
        printMistakes(places->pairs());
    for (const Vocabulary *vocabulary : {&knowledge->vocabularies().equipment, &knowledge->vocabularies().types}) {
        const auto phrases = bench::readPhrases(testData, *vocabulary);
        if (!phrases)
            return fail(phrases.error().message);
        if (mistakes)
            printMistakes(*phrases);
        const auto more = bench::phraseQuality(u"words of %1"_s.arg(vocabulary->kind()), *phrases);
        rows.insert(rows.end(), more.begin(), more.end());
    }
    std::fputs(bench::qualityTable(rows).toUtf8().constData(), stderr);
    std::fputs(bench::qualityJson(rows).constData(), stdout);
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    const bool hasScreen = qEnvironmentVariableIsSet("DISPLAY");
    const std::unique_ptr<QCoreApplication> app(hasScreen ? new QApplication(argc, argv)
                                                          : new QCoreApplication(argc, argv));
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Measures Repère against its budgets: a table on stderr, JSON on stdout."_s);
    parser.addHelpOption();
    const QCommandLineOption million(u"million"_s, u"Measure 1 000 000 ateliers, too."_s);
    const QCommandLineOption sizes(u"sizes"_s, u"Numbers of ateliers."_s, u"N,N"_s, u"1000,10000,100000"_s);
    const QCommandLineOption repetitions(u"repetitions"_s, u"Times that each thing is measured."_s, u"N"_s, u"20"_s);
    const QCommandLineOption data(u"data"_s, u"Data folder."_s, u"FOLDER"_s,
                                  qEnvironmentVariable("REPERE_DATA", QStringLiteral(REPERE_SOURCE_DATA)));
    const QCommandLineOption number(u"generate"_s, u"Write N invented ateliers instead of measuring."_s, u"N"_s);
    const QCommandLineOption target(u"to"_s, u"The CSV (open-data profile) for --generate."_s, u"FILE"_s);
    const QCommandLineOption seed(u"seed"_s, u"Another seed gives other ateliers."_s, u"N"_s, u"2026"_s);
    const QCommandLineOption qualityOption(u"quality"_s,
                                           u"Tell precision and recall on the labelled pairs and phrases."_s);
    const QCommandLineOption fablabsIo(
        u"fablabs-io"_s, u"With --quality: a copy of the list of fablabs.io, which does not come with Repère."_s,
        u"FILE"_s);
    const QCommandLineOption mistakes(u"mistakes"_s, u"With --quality: what was told wrongly, too."_s);
    const QCommandLineOption testData(u"test-data"_s, u"Where the labels are."_s, u"FOLDER"_s,
                                      QStringLiteral(REPERE_TEST_DATA));
    const QCommandLineOption withoutMatching(u"without-matching"_s, u"Leave out the search for duplicates."_s);
    parser.addOptions({withoutMatching, qualityOption, fablabsIo, mistakes, testData, million, sizes, repetitions, data,
                       number, target, seed});
    parser.process(*app);

    if (parser.isSet(qualityOption))
        return quality(parser.value(data), parser.value(testData), parser.value(fablabsIo), parser.isSet(mistakes));
    auto gazetteer = geography::Gazetteer::load(parser.value(data));
    if (!gazetteer)
        return fail(gazetteer.error().message);
    auto read = exchange::readVocabularies(parser.value(data) + u"/vocabulary"_s);
    if (!read)
        return fail(read.error().message);
    const auto vocabularies = std::make_shared<const Vocabularies>(std::move(*read));

    if (parser.isSet(number) != parser.isSet(target))
        return fail(u"--generate N and --to FILE go together."_s);
    if (parser.isSet(number))
        return generate(parser.value(target), parser.value(number).toInt(), parser.value(seed).toULongLong(),
                        *gazetteer, vocabularies);

    const int times = std::max(1, parser.value(repetitions).toInt());
    auto measures = bench::measureGeography(parser.value(data), times);
    const auto append = [&measures](const std::vector<bench::Measure> &more) {
        measures.insert(measures.end(), more.begin(), more.end());
    };
    append(bench::measureNearest(*gazetteer, vocabularies, kCoverageSize, times));
    if (!parser.isSet(withoutMatching))
        append(bench::measureMatching(*gazetteer, vocabularies, kMatchingSize));
    QStringList counts = parser.value(sizes).split(u',', Qt::SkipEmptyParts);
    if (parser.isSet(million))
        counts.append(u"1000000"_s);
    for (const QString &count : std::as_const(counts)) {
        if (count.toInt() <= 0)
            return fail(u"--sizes: “%1” is no number of ateliers."_s.arg(count));
        append(bench::measureCatalogue(*gazetteer, vocabularies, count.toInt(), times));
    }
    if (hasScreen) {
        const auto knowledge = directory::Knowledge::load(parser.value(data));
        if (!knowledge)
            return fail(knowledge.error().message);
        for (const auto &more :
             {bench::measureTiles(parser.value(data), times),
              bench::measureWindow(*knowledge, bench::Generator(*gazetteer, vocabularies), kWindowSize, times)}) {
            if (!more)
                return fail(more.error().message);
            append(*more);
        }
    } else {
        std::fputs("repere-bench: without a display tiles and window are not measured\n", stderr);
    }
    std::fputs(bench::toTable(measures).toUtf8().constData(), stderr);
    std::fputs(bench::toJson(measures).constData(), stdout);
    return 0;
}
