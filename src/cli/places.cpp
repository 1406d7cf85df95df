#include "cli/output.h"
#include "exchange/geocoder.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace repere::cli {

namespace {

struct PlacesText {
    Q_DECLARE_TR_FUNCTIONS(Places)
};

struct Options {
    std::vector<std::string> words;
    OutputFormat format = OutputFormat::Table;
    bool online = false;
};

constexpr int kCandidates = 5;

int locate(Context &context, const Options &options)
{
    const auto knowledge = context.knowledge();
    if (!knowledge)
        return context.report(knowledge.error());
    const QString words = texts(options.words).join(u' ');
    if (words.count(u',') != 1)
        return context.report({ErrorCode::Usage, PlacesText::tr("\"%1\": LAT,LON is needed.").arg(words)});
    const auto place = directory::placeFromWords(words, *knowledge);
    if (!place || !place->commune.isEmpty())
        return context.report({ErrorCode::Usage, place ? PlacesText::tr("\"%1\": LAT,LON is needed.").arg(words)
                                                       : place.error().message});
    const auto location = knowledge->locate(place->point);
    if (!location)
        return context.report(location.error());
    const bool found = !location->departement.isEmpty();
    if (options.format == OutputFormat::Json) {
        printJson(context.out, {{"commune", jsonText(location->commune)},
                                {"departement", jsonText(location->departement)},
                                {"region", jsonText(location->region)},
                                {"snapped", location->snapped}});
    } else if (found) {
        const auto &gazetteer = knowledge->gazetteer();
        const Commune *commune = gazetteer.commune(location->commune);
        context.out << (commune ? commune->name : PlacesText::tr("unknown commune")) << " · "
                    << knowledge->label(Facet::Departement, location->departement, context.french) << " · "
                    << knowledge->label(Facet::Region, location->region, context.french);
        if (location->snapped)
            context.out << PlacesText::tr(" (nearest coast or border)");
        context.out << '\n';
    } else {
        context.err << PlacesText::tr("%1 is not in France.").arg(words) << Qt::endl;
    }
    return found ? Done : NothingMatches;
}

/// Asks the national geocoder: the best candidate, and the others behind it.
int geocodeOnline(Context &context, const Options &options)
{
    const QString words = texts(options.words).join(u' ').simplified();
    const QUrl address = exchange::Geocoder::address();
    context.remark(PlacesText::tr("Asking %1.").arg(address.host()));
    exchange::Geocoder geocoder(address);
    JobContext job;
    const auto places = geocoder.search({words, {}, {}}, kCandidates, job);
    if (!places)
        return context.report(places.error());
    if (places->empty())
        return context.report(
            {ErrorCode::NotFound, PlacesText::tr("The geocoder knows no place for \"%1\".").arg(words)});
    const auto entry = [](const exchange::GeocodedPlace &place) {
        return nlohmann::ordered_json{
            {"label", place.label.toStdString()},   {"insee", jsonText(place.insee)}, {"lat", place.point.latitude},
            {"lon", place.point.longitude},         {"score", place.score},           {"type", jsonText(place.type)},
            {"postcode", jsonText(place.postcode)}, {"city", jsonText(place.city)}};
    };
    if (options.format == OutputFormat::Json) {
        nlohmann::ordered_json document = entry(places->front());
        document["candidates"] = nlohmann::ordered_json::array();
        for (const exchange::GeocodedPlace &place : *places)
            document["candidates"].push_back(entry(place));
        printJson(context.out, document);
        return Done;
    }
    const QLocale locale;
    for (const exchange::GeocodedPlace &place : *places) {
        context.out << QString::number(place.point.latitude, 'f', 5) << ','
                    << QString::number(place.point.longitude, 'f', 5) << "  " << place.label
                    << PlacesText::tr(" (fits by %1 %)").arg(locale.toString(std::lround(place.score * 100))) << '\n';
    }
    return Done;
}

int geocode(Context &context, const Options &options)
{
    if (options.online)
        return geocodeOnline(context, options);
    const auto knowledge = context.knowledge();
    if (!knowledge)
        return context.report(knowledge.error());
    const auto place = directory::placeFromWords(texts(options.words).join(u' '), *knowledge);
    if (!place)
        return context.report(place.error());
    if (!place->remark.isEmpty())
        context.remark(place->remark);
    if (options.format == OutputFormat::Json) {
        printJson(context.out, {{"label", place->label.toStdString()},
                                {"insee", jsonText(place->commune)},
                                {"lat", place->point.latitude},
                                {"lon", place->point.longitude},
                                {"approximate", place->approximate}});
    } else {
        context.out << QString::number(place->point.latitude, 'f', 5) << ','
                    << QString::number(place->point.longitude, 'f', 5) << "  " << place->label;
        if (place->approximate)
            context.out << PlacesText::tr(" (approximate)");
        context.out << '\n';
    }
    return Done;
}

} // namespace

void addPlaces(CLI::App &app, Action &chosen)
{
    const auto options = std::make_shared<Options>();
    const auto addTextFormat = [options](CLI::App &command) {
        command.add_option("--format", options->format, PlacesText::tr("Form of the answer").toStdString())
            ->transform(CLI::CheckedTransformer(std::vector<std::pair<std::string, OutputFormat>>{
                {"text", OutputFormat::Table}, {"json", OutputFormat::Json}}));
    };
    CLI::App *locateCommand =
        app.add_subcommand("locate", PlacesText::tr("Commune, département and région of a position").toStdString());
    locateCommand->add_option("position", options->words, PlacesText::tr("LAT,LON").toStdString())->required();
    addTextFormat(*locateCommand);
    locateCommand->callback(
        [options, &chosen] { chosen = [options](Context &context) { return locate(context, *options); }; });
    CLI::App *geocodeCommand = app.add_subcommand(
        "geocode", PlacesText::tr("Position of a commune or postcode, or of an address with --online").toStdString());
    geocodeCommand->add_option("place", options->words, PlacesText::tr("Murat (15), 15300, 15138…").toStdString())
        ->required();
    geocodeCommand->add_flag(
        "--online", options->online,
        PlacesText::tr("Ask the national geocoder (data.geopf.fr), which learns the words").toStdString());
    addTextFormat(*geocodeCommand);
    geocodeCommand->callback(
        [options, &chosen] { chosen = [options](Context &context) { return geocode(context, *options); }; });
}

} // namespace repere::cli
