#include "cli/filter_options.h"
#include "cli/output.h"

#include "core/match_score.h"
#include "directory/match_words.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace repere::cli {

namespace {

using Json = nlohmann::ordered_json;

struct DuplicatesText {
    Q_DECLARE_TR_FUNCTIONS(Duplicates)
};

struct Options {
    double minScore = kPerhapsTwins;
    std::vector<std::string> same;
    std::vector<std::string> different;
    std::vector<std::int64_t> ids;
    OutputFormat format = OutputFormat::Table;
};

/// Waiting records have numbers of their own: "w12".
QString numberOf(const TwinPair &pair)
{
    return pair.waiting != 0 ? u'w' + QString::number(pair.waiting) : QString::number(pair.second.id);
}

QString placeOf(const Atelier &atelier)
{
    return QStringList{atelier.address, (atelier.postcode + u' ' + atelier.city).trimmed()}
        .filter(QRegularExpression(QStringLiteral("\\S")))
        .join(QStringLiteral(", "));
}

Json jsonOf(const Atelier &atelier)
{
    Json object = {{"id", atelier.id == 0 ? Json(nullptr) : Json(atelier.id)},
                   {"name", jsonText(atelier.name)},
                   {"address", jsonText(atelier.address)},
                   {"postcode", jsonText(atelier.postcode)},
                   {"city", jsonText(atelier.city)},
                   {"website", jsonText(atelier.website)}};
    object["sources"] = Json::array();
    for (const Provenance &record : atelier.provenance) {
        if (!record.source.startsWith(QStringLiteral("repere:")))
            object["sources"].push_back(record.source.toStdString());
    }
    return object;
}

void printJsonPairs(Context &context, const std::vector<TwinPair> &pairs)
{
    Json document = {{"count", pairs.size()}};
    document["pairs"] = Json::array();
    for (const TwinPair &pair : pairs) {
        Json entry;
        entry["first"] = pair.first.id == 0 ? Json(nullptr) : jsonOf(pair.first);
        entry["second"] = jsonOf(pair.second);
        entry["waiting"] = pair.waiting == 0 ? Json(nullptr) : Json("w" + std::to_string(pair.waiting));
        entry["score"] = std::round(pair.score * 1000) / 1000;
        entry["parts"] = Json::parse(pair.parts.toStdString(), nullptr, false);
        document["pairs"].push_back(std::move(entry));
    }
    printJson(context.out, document);
}

void printPairs(Context &context, const std::vector<TwinPair> &pairs)
{
    std::vector<QStringList> rows;
    for (const TwinPair &pair : pairs) {
        rows.push_back({QString::number(pair.score, 'f', 2),
                        pair.first.id == 0 ? QString() : QString::number(pair.first.id), pair.first.name,
                        placeOf(pair.first), numberOf(pair), pair.second.name, placeOf(pair.second),
                        directory::matchWords(directory::matchPartsFromJson(pair.parts)).join(QStringLiteral(", "))});
    }
    printTable(context.out,
               {DuplicatesText::tr("Score"), DuplicatesText::tr("No."), DuplicatesText::tr("Place"),
                DuplicatesText::tr("Where"), DuplicatesText::tr("No."), DuplicatesText::tr("May be the same"),
                DuplicatesText::tr("Where"), DuplicatesText::tr("Why")},
               rows, {true, true, false, false, true, false, false, false});
}

int list(Context &context, const directory::Directory &directory, const Options &options)
{
    JobContext job;
    const auto pairs = directory.twins(options.minScore, job);
    if (!pairs)
        return context.report(pairs.error());
    if (options.format == OutputFormat::Json)
        printJsonPairs(context, *pairs);
    else if (!pairs->empty())
        printPairs(context, *pairs);
    if (pairs->empty() && options.format == OutputFormat::Table)
        context.remark(DuplicatesText::tr("No two places look like one."));
    return pairs->empty() ? NothingMatches : Done;
}

/// "w12", or two numbers joined by a comma.
Result<TwinDecision> decisionOf(const QString &text, bool same, const std::vector<TwinPair> &pairs)
{
    const auto unusable = [&text] {
        return failure(ErrorCode::Usage,
                       DuplicatesText::tr("\"%1\": the number of a waiting record (w12) or two numbers (3,17) are "
                                          "needed; nothing was changed.")
                           .arg(text));
    };
    if (text.startsWith(u'w')) {
        bool ok = false;
        const qlonglong number = text.sliced(1).toLongLong(&ok);
        const auto pair = std::ranges::find(pairs, number, &TwinPair::waiting);
        if (!ok || number == 0 || pair == pairs.end())
            return unusable();
        return TwinDecision{.same = same, .first = pair->first.id, .second = 0, .waiting = number};
    }
    const QStringList numbers = text.split(u',');
    if (numbers.size() != 2 || numbers[0].toLongLong() <= 0 || numbers[1].toLongLong() <= 0)
        return unusable();
    return TwinDecision{.same = same, .first = numbers[0].toLongLong(), .second = numbers[1].toLongLong()};
}

int decide(Context &context, directory::Directory &directory, const Options &options)
{
    JobContext job;
    const auto pairs = directory.twins(1.1, job); // what waits only
    if (!pairs)
        return context.report(pairs.error());
    std::vector<TwinDecision> decisions;
    for (const bool same : {true, false}) {
        for (const QString &words : texts(same ? options.same : options.different)) {
            const auto decision = decisionOf(words, same, *pairs);
            if (!decision)
                return context.report(decision.error());
            decisions.push_back(*decision);
        }
    }
    const auto done = directory.decide(decisions);
    return done ? Done : context.report(done.error());
}

int runDuplicates(Context &context, const Options &options)
{
    const auto directory = context.open();
    if (!directory)
        return context.report(directory.error());
    if (!options.same.empty() || !options.different.empty())
        return decide(context, **directory, options);
    return list(context, **directory, options);
}

int runMerge(Context &context, const Options &options)
{
    const auto directory = context.open();
    if (!directory)
        return context.report(directory.error());
    const auto merged = (*directory)->merge(options.ids);
    return merged ? Done : context.report(merged.error());
}

} // namespace

void addDuplicates(CLI::App &app, Action &chosen)
{
    const auto options = std::make_shared<Options>();
    CLI::App *duplicates =
        app.add_subcommand("duplicates", DuplicatesText::tr("List what may be the same place twice").toStdString());
    duplicates
        ->add_option("--min-score", options->minScore,
                     DuplicatesText::tr("Likeness from here on, 0 to 1").toStdString())
        ->check(CLI::Range(0.0, 1.0));
    addRepeatable(*duplicates, "--same", options->same,
                  DuplicatesText::tr("Merge a waiting record (w12) or a pair (3,17)").toStdString());
    addRepeatable(*duplicates, "--different", options->different,
                  DuplicatesText::tr("Keep a waiting record (w12) or a pair (3,17) apart").toStdString());
    addFormat(*duplicates, options->format, {OutputFormat::Table, OutputFormat::Json});
    duplicates->callback(
        [options, &chosen] { chosen = [options](Context &context) { return runDuplicates(context, *options); }; });

    CLI::App *merge = app.add_subcommand(
        "merge", DuplicatesText::tr("Take places into the first of them; undo separates them").toStdString());
    merge->add_option("ids", options->ids, DuplicatesText::tr("Numbers of the places").toStdString())->required();
    merge->callback(
        [options, &chosen] { chosen = [options](Context &context) { return runMerge(context, *options); }; });
}

} // namespace repere::cli
