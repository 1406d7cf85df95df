#include "app/command_line.h"

#include <CLI/CLI.hpp>

#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>

namespace repere::app {

namespace {

constexpr int kUsage = 2;
constexpr int kSmallest = 64;
constexpr int kLargest = 20000;
constexpr int kLeastDpi = 30;
constexpr int kMostDpi = 600;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

QString text(const std::string &value)
{
    return QString::fromStdString(value);
}

QStringList texts(const std::vector<std::string> &values)
{
    QStringList list;
    for (const std::string &value : values)
        list << text(value);
    return list;
}

/// The parser's complaint in the language of the person.
QString usageSentence(const CLI::ParseError &error)
{
    const QString what = text(error.what());
    const QString option = what.section(u':', 0, 0).section(u' ', 0, 0);
    if (dynamic_cast<const CLI::ExtrasError *>(&error))
        return Text::tr("Unknown argument: %1. Nothing was done.").arg(what.section(u':', 1).trimmed());
    if (dynamic_cast<const CLI::ArgumentMismatch *>(&error))
        return Text::tr("%1 needs one value. Nothing was done.").arg(option);
    if (dynamic_cast<const CLI::ConversionError *>(&error))
        return Text::tr("A value is not a number: %1. Nothing was done.").arg(what);
    return Text::tr("%1. Nothing was done.").arg(what);
}

/// The words that the parser itself writes in its help.
void translateParser(CLI::App &app)
{
    app.option_defaults()->group(Text::tr("Options").toStdString());
    app.set_help_flag("-h,--help", Text::tr("Print this help and leave").toStdString());
    for (const auto &[key, words] :
         {std::pair{"Positionals", Text::tr("Arguments")}, std::pair{"TEXT", Text::tr("TEXT")},
          std::pair{"FLOAT", Text::tr("NUMBER")}, std::pair{"INT", Text::tr("NUMBER")}})
        app.get_formatter()->label(key, words.toStdString());
}

std::optional<QSize> sizeFrom(const QString &words)
{
    static const QRegularExpression pattern(QStringLiteral(R"(^(\d+)[xX×](\d+)$)"));
    const auto match = pattern.match(words);
    const QSize size(match.captured(1).toInt(), match.captured(2).toInt());
    const auto fits = [](int length) { return length >= kSmallest && length <= kLargest; };
    return match.hasMatch() && fits(size.width()) && fits(size.height()) ? std::optional(size) : std::nullopt;
}

bool readView(const QString &words, CommandLine &line)
{
    const QStringList parts = words.split(u',');
    if (parts.size() != 3)
        return false;
    bool latitude = false;
    bool longitude = false;
    bool zoom = false;
    const GeoPoint centre{parts[0].toDouble(&latitude), parts[1].toDouble(&longitude)};
    line.zoom = parts[2].toDouble(&zoom);
    line.centre = centre;
    return latitude && longitude && zoom && centre.isValid() && line.zoom >= 0 && line.zoom <= 20;
}

/// What the options say of the layer; a sentence when they make no sense.
struct LayerWords {
    std::string layer, by, measure, machine;
    std::optional<int> radius;
    bool places = false;

    QString into(CommandLine &line) const;
};

QString LayerWords::into(CommandLine &line) const
{
    using Kind = models::LayerSettings::Kind;
    models::LayerSettings &settings = line.layer;
    if (layer == "territories")
        settings.kind = Kind::Territories;
    else if (layer == "uncovered")
        settings.kind = Kind::Uncovered;
    else if (!layer.empty())
        return Text::tr("--layer: “%1” is neither territories nor uncovered. Nothing was done.").arg(text(layer));
    if (settings.kind != Kind::Territories && !(by.empty() && measure.empty() && machine.empty()))
        return Text::tr("--by, --measure and --machine are only for --layer territories. Nothing was done.");
    if (settings.kind != Kind::Uncovered && radius)
        return Text::tr("--radius is only for --layer uncovered. Nothing was done.");
    if (settings.kind == Kind::None && places)
        return Text::tr("--with-places is only for --layer. Nothing was done.");
    settings.places = places;

    if (by == "region")
        settings.level = TerritoryLevel::Region;
    else if (!by.empty() && by != "departement")
        return Text::tr("--by: “%1” is neither region nor departement. Nothing was done.").arg(text(by));
    line.machine = text(machine);
    if (measure == "count")
        settings.measure = TerritoryMeasure::Count;
    else if (measure == "share" || (measure.empty() && !machine.empty()))
        settings.measure = TerritoryMeasure::Share;
    else if (!measure.empty() && measure != "per-100k")
        return Text::tr("--measure: “%1” is none of count, per-100k, share. Nothing was done.").arg(text(measure));
    if (!machine.empty() && settings.measure != TerritoryMeasure::Share)
        return Text::tr("--machine is only for --measure share. Nothing was done.");
    settings.radiusKilometres = radius.value_or(settings.radiusKilometres);
    if (settings.radiusKilometres < 1 || settings.radiusKilometres > models::LayerSettings::kMostRadius)
        return Text::tr("--radius: %1 is not between 1 and %2 km. Nothing was done.")
            .arg(settings.radiusKilometres)
            .arg(models::LayerSettings::kMostRadius);
    return {};
}

bool isFile(const QString &word)
{
    return word.endsWith(QLatin1String(".gpkg"), Qt::CaseInsensitive) || QFileInfo(word).isFile();
}

} // namespace

ParsedCommandLine parseCommandLine(const QStringList &arguments)
{
    std::vector<std::string> words, regions, departements, communes, types, equipment, without, statuses, publics,
        services;
    std::string near, box, snapshot, size, view, language, demo, poster, title, theme;
    LayerWords layer;
    int dpi = 150;
    bool landscape = false;
    std::optional<double> within;
    std::optional<int> asOfAfter;
    bool any = false;

    CLI::App app(Text::tr("Repère: the map and directory of the ateliers of France").toStdString(), "repere");
    translateParser(app);
    app.set_version_flag("--version", "repere " REPERE_VERSION, Text::tr("Print the version and leave").toStdString());
    const auto repeatable = [&](const char *name, std::vector<std::string> &into, const QString &help) {
        // A list would swallow the words that follow: one value per option.
        app.add_option(name, into, help.toStdString())->allow_extra_args(false);
    };
    app.add_option("words", words, Text::tr("A directory FILE to open, then words to look for").toStdString());
    app.add_option("--snapshot", snapshot,
                   Text::tr("Write a picture of the map (png, svg, pdf) and leave").toStdString());
    app.add_option("--size", size, Text::tr("Size of the picture, WxH").toStdString());
    app.add_option("--poster", poster, Text::tr("Write a poster on this paper, A0 to A4, instead").toStdString());
    app.add_flag("--landscape", landscape, Text::tr("The poster is wider than high").toStdString());
    app.add_option("--title", title, Text::tr("Heading of the poster").toStdString());
    app.add_option("--dpi", dpi, Text::tr("Resolution of a poster as png: 150 or 300, for example").toStdString());
    app.add_option("--theme", theme, Text::tr("Colours of the picture: light or dark").toStdString());
    app.add_option("--layer", layer.layer,
                   Text::tr("Colour of the picture's ground: territories or uncovered").toStdString());
    app.add_option("--by", layer.by, Text::tr("Territories: region or departement").toStdString());
    app.add_option("--measure", layer.measure,
                   Text::tr("What of the territories: count, per-100k or share").toStdString());
    app.add_option("--machine", layer.machine, Text::tr("Machine whose share is told: laser-cutter").toStdString());
    app.add_option("--radius", layer.radius, Text::tr("Kilometres beyond which land is uncovered: 30").toStdString());
    app.add_flag("--with-places", layer.places, Text::tr("The places over the layer, too").toStdString());
    app.add_option("--view", view, Text::tr("View of the map: LAT,LON,ZOOM").toStdString());
    app.add_option("--language", language, Text::tr("fr or en").toStdString());
    app.add_option("--demo", demo)->group("");
    repeatable("--region", regions, Text::tr("Name or INSEE code of a région"));
    repeatable("--departement", departements, Text::tr("Name or INSEE code of a département"));
    repeatable("--commune", communes, Text::tr("Name, postcode or INSEE code of a commune"));
    repeatable("--type", types, Text::tr("Type of place"));
    repeatable("--equipment", equipment, Text::tr("Machine; several: all of them"));
    repeatable("--without-equipment", without, Text::tr("Machine that must not be there"));
    app.add_flag("--any-equipment", any, Text::tr("Any of the machines instead of all of them").toStdString());
    repeatable("--status", statuses, Text::tr("Situation: embryo, planned, open, dormant, closed, unknown"));
    repeatable("--public", publics, Text::tr("Public welcomed"));
    repeatable("--service", services, Text::tr("Service offered"));
    app.add_option("--near", near, Text::tr("Place or LAT,LON").toStdString());
    app.add_option("--within", within, Text::tr("Kilometres from --near").toStdString());
    app.add_option("--bbox", box, Text::tr("W,S,E,N in degrees").toStdString());
    app.add_option("--as-of-after", asOfAfter, Text::tr("Only information newer than this year").toStdString());

    ParsedCommandLine parsed;
    const auto wrong = [&](const QString &sentence) {
        parsed.text = sentence;
        parsed.status = kUsage;
        return parsed;
    };
    std::vector<std::string> reversed; // as CLI11 takes them
    for (qsizetype i = arguments.size() - 1; i > 0; --i)
        reversed.push_back(arguments[i].toStdString());
    try {
        app.parse(reversed);
    } catch (const CLI::CallForVersion &) {
        parsed.text = QStringLiteral("repere " REPERE_VERSION);
        return parsed;
    } catch (const CLI::Success &) {
        parsed.text = text(app.help()).trimmed();
        return parsed;
    } catch (const CLI::ParseError &error) {
        return wrong(usageSentence(error));
    }

    CommandLine &line = parsed.line;
    QStringList positional = texts(words);
    if (!positional.isEmpty() && isFile(positional.first()))
        line.file = QFileInfo(positional.takeFirst()).absoluteFilePath();
    line.language = text(language);
    if (!line.language.isEmpty() && line.language != u"fr" && line.language != u"en")
        return wrong(Text::tr("--language: “%1” is neither fr nor en. Nothing was done.").arg(line.language));
    line.snapshot = text(snapshot);
    if (!size.empty()) {
        const auto wanted = sizeFrom(text(size));
        if (!wanted)
            return wrong(
                Text::tr("--size: “%1” is not WIDTHxHEIGHT between 64 and 20000. Nothing was done.").arg(text(size)));
        line.size = *wanted;
    }
    if (!view.empty() && !readView(text(view), line))
        return wrong(Text::tr("--view: “%1” is not LAT,LON,ZOOM. Nothing was done.").arg(text(view)));
    if (line.snapshot.isEmpty() && !size.empty())
        return wrong(Text::tr("--size is only for --snapshot. Nothing was done."));
    if (!poster.empty()) {
        const auto paper = basemap::paperNamed(text(poster));
        if (!paper)
            return wrong(Text::tr("--poster: “%1” is none of A0, A1, A2, A3, A4. Nothing was done.").arg(text(poster)));
        if (!size.empty())
            return wrong(Text::tr("--poster and --size exclude each other. Nothing was done."));
        line.poster = basemap::PosterSheet{.paper = *paper, .landscape = landscape};
    } else if (landscape || !title.empty()) {
        return wrong(Text::tr("--landscape and --title are only for --poster. Nothing was done."));
    }
    if (line.snapshot.isEmpty() && (line.poster || !theme.empty()))
        return wrong(Text::tr("--poster and --theme are only for --snapshot. Nothing was done."));
    if (const QString complaint = layer.into(line); !complaint.isEmpty())
        return wrong(complaint);
    if (line.snapshot.isEmpty() && line.layer.kind != models::LayerSettings::Kind::None)
        return wrong(Text::tr("--layer is only for --snapshot. Nothing was done."));
    line.title = text(title);
    if (dpi < kLeastDpi || dpi > kMostDpi)
        return wrong(
            Text::tr("--dpi: %1 is not between %2 and %3. Nothing was done.").arg(dpi).arg(kLeastDpi).arg(kMostDpi));
    line.dpi = dpi;
    if (!theme.empty() && theme != "light" && theme != "dark")
        return wrong(Text::tr("--theme: “%1” is neither light nor dark. Nothing was done.").arg(text(theme)));
    line.theme = theme == "dark" ? basemap::Theme::Dark : basemap::Theme::Light;
    line.demo = text(demo);
    line.filter = {.text = positional.join(u' '),
                   .regions = texts(regions),
                   .departements = texts(departements),
                   .communes = texts(communes),
                   .types = texts(types),
                   .equipment = texts(equipment),
                   .statuses = texts(statuses),
                   .publics = texts(publics),
                   .services = texts(services),
                   .withoutEquipment = texts(without),
                   .anyEquipment = any,
                   .near = text(near),
                   .withinKilometres = within,
                   .box = text(box),
                   .asOfAfter = asOfAfter};
    line.hasFilter = !positional.isEmpty() || !near.empty() || !box.empty() || asOfAfter || any || within;
    for (const auto *list :
         {&regions, &departements, &communes, &types, &equipment, &without, &statuses, &publics, &services})
        line.hasFilter |= !list->empty();
    return parsed;
}

} // namespace repere::app
