#include "models/map_layers.h"

#include "core/class_breaks.h"
#include "directory/territories.h"
#include "models/sentences.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

#include <algorithm>
#include <cmath>

namespace repere::models {

using Kind = LayerSettings::Kind;

namespace {

constexpr qsizetype kLongestChoices = 60; // characters: two lines of a legend

} // namespace

MapLayers::MapLayers(Workspace &workspace, Words words, QObject *parent)
    : QObject(parent), m_workspace(workspace), m_words(std::move(words))
{
    connect(&workspace, &Workspace::resultChanged, this, &MapLayers::compute);
}

void MapLayers::setSettings(const LayerSettings &settings)
{
    if (m_settings == settings)
        return;
    const bool onlyPlaces = [&] {
        LayerSettings before = m_settings;
        before.places = settings.places;
        return before == settings;
    }();
    m_settings = settings;
    if (onlyPlaces) {
        emit settingsChanged();
        return;
    }
    m_outlined.clear();
    m_hoverText.clear();
    emit settingsChanged();
    emit hoverChanged();
    compute();
}

void MapLayers::setKind(int kind)
{
    LayerSettings settings = m_settings;
    settings.kind = static_cast<Kind>(std::clamp(kind, 0, 2));
    setSettings(settings);
}

void MapLayers::setShowsPlaces(bool shown)
{
    LayerSettings settings = m_settings;
    settings.places = shown;
    setSettings(settings);
}

void MapLayers::compute()
{
    if (m_settings.kind != Kind::Territories) {
        m_figures.clear();
        m_breaks.clear();
        m_classes.clear();
    }
    if (m_settings.kind != Kind::Uncovered)
        m_covered.reset();
    if (!m_workspace.result() || m_settings.kind == Kind::None)
        show(nullptr, nullptr);
    else if (m_settings.kind == Kind::Territories)
        computeTerritories();
    else
        computeCoverage();
}

void MapLayers::show(std::shared_ptr<const MapOverlay::Territories> territories,
                     std::shared_ptr<const MapOverlay::Uncovered> uncovered)
{
    if (!uncovered)
        m_coverage.reset();
    m_overlay = {std::move(territories), std::move(uncovered)};
    emit overlayChanged();
}

void MapLayers::computeTerritories()
{
    // As in the facets: what is chosen of the level itself does not empty its neighbours, it is framed.
    const auto result = m_workspace.result();
    const quint64 generation = ++m_generation;
    Filter others = result->filter();
    others[facet()] = {};
    if (others == result->filter())
        return compareTerritories(*result);
    using Answer = Result<std::shared_ptr<const directory::SearchResult>>;
    m_workspace.ask<Answer>(
        this, [others](directory::Directory &directory) -> Answer { return directory.search(others); },
        [this, generation](const Answer &answer) {
            if (answer && generation == m_generation)
                compareTerritories(**answer); // a failure is told by the workspace's own question
        });
}

void MapLayers::compareTerritories(const directory::SearchResult &result)
{
    const bool share = m_settings.measure == TerritoryMeasure::Share;
    m_figures = directory::territoryFigures(m_workspace.knowledge().gazetteer(), result, m_settings.level,
                                            share ? m_settings.equipment : QString());
    m_classes.clear();
    // Nothing is a class of its own: bounds are laid among what there is.
    std::vector<double> values;
    for (const TerritoryFigure &figure : m_figures) {
        if (const auto value = figure.value(m_settings.measure); value && *value > 0)
            values.push_back(*value);
    }
    switch (m_settings.method) {
    case ClassMethod::Quantiles: m_breaks = quantileBreaks(std::move(values), m_settings.classes); break;
    case ClassMethod::Equal: m_breaks = equalBreaks(values, m_settings.classes); break;
    case ClassMethod::Custom: m_breaks = m_settings.bounds; break;
    }

    auto territories = std::make_shared<MapOverlay::Territories>();
    territories->steps = static_cast<int>(m_breaks.size()) + 1;
    for (const TerritoryFigure &figure : m_figures) {
        for (const QString &departement : departementsOf(figure.code))
            territories->shades.push_back({departement, stepOf(figure)});
    }
    territories->outlined = framed();
    describeClasses();
    show(std::move(territories), nullptr);
    if (!m_hoverText.isEmpty())
        setHoverText(describe(m_outlined));
}

int MapLayers::stepOf(const TerritoryFigure &figure) const
{
    const auto value = figure.value(m_settings.measure);
    if (!value)
        return MapOverlay::kNoData;
    return *value > 0 ? classOf(*value, m_breaks) : MapOverlay::kNothing;
}

void MapLayers::describeClasses()
{
    const int steps = static_cast<int>(m_breaks.size()) + 1;
    std::vector<QStringList> members(static_cast<std::size_t>(steps));
    std::vector<std::pair<double, double>> ranges(members.size(), {INFINITY, -INFINITY});
    QStringList nothing;
    QStringList noData;
    for (const TerritoryFigure &figure : m_figures) {
        const int step = stepOf(figure);
        if (step == MapOverlay::kNoData) {
            noData << figure.code;
        } else if (step == MapOverlay::kNothing) {
            nothing << figure.code;
        } else {
            const double value = *figure.value(m_settings.measure);
            members[static_cast<std::size_t>(step)] << figure.code;
            auto &[low, high] = ranges[static_cast<std::size_t>(step)];
            low = std::min(low, value);
            high = std::max(high, value);
        }
    }
    const bool regions = m_settings.level == TerritoryLevel::Region;
    const auto add = [&](int step, const QString &text, const QStringList &codes) {
        const QString detail = regions ? m_words.plural(codes.size(), tr("%1 région"), tr("%1 régions"))
                                       : m_words.plural(codes.size(), tr("%1 département"), tr("%1 départements"));
        m_classes << MapLayerClass{step, steps, text, detail, codes};
    };
    if (!nothing.isEmpty())
        add(MapOverlay::kNothing, m_settings.measure == TerritoryMeasure::Share ? valueText(0) : tr("no place"),
            nothing);
    for (int step = 0; step < steps; ++step) {
        const QStringList &codes = members[static_cast<std::size_t>(step)];
        if (codes.isEmpty())
            continue;
        const auto &[low, high] = ranges[static_cast<std::size_t>(step)];
        const QString from = valueText(low);
        const QString to = valueText(high);
        add(step, from == to ? from : QStringLiteral("%1 – %2").arg(from, to), codes);
    }
    if (!noData.isEmpty())
        add(MapOverlay::kNoData,
            m_settings.measure == TerritoryMeasure::Share ? tr("no place") : tr("population unknown"), noData);
}

void MapLayers::computeCoverage()
{
    const auto result = m_workspace.result();
    if (m_covered == result && m_coveredRadius == m_settings.radiusKilometres)
        return; // computed, or about to be
    m_covered = result;
    m_coveredRadius = m_settings.radiusKilometres;
    const quint64 generation = ++m_generation;
    QThreadPool::globalInstance()->start([guard = QPointer(this), knowledge = m_workspace.knowledge(), result,
                                          radius = m_settings.radiusKilometres * 1000.0, generation] {
        const geography::Gazetteer &gazetteer = knowledge.gazetteer();
        auto coverage = std::make_shared<directory::Coverage>(directory::coverage(gazetteer, *result, radius));
        auto uncovered = std::make_shared<MapOverlay::Uncovered>();
        uncovered->radiusMetres = radius;
        for (int i = 0; i < result->count(); ++i) {
            if (const auto point = result->at(i).point)
                uncovered->ateliers.push_back(*point);
        }
        for (const directory::UncoveredCommune &commune : coverage->uncovered)
            uncovered->communes.push_back({gazetteer.commune(commune.insee)->centre, commune.population});
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [guard, generation, coverage, uncovered] {
                if (!guard || guard->m_generation != generation || guard->m_settings.kind != Kind::Uncovered)
                    return;
                guard->m_coverage = coverage;
                guard->show(nullptr, uncovered);
            },
            Qt::QueuedConnection);
    });
}

QString MapLayers::title() const
{
    if (m_settings.kind == Kind::None || !m_workspace.result())
        return subject();
    Filter filter = m_workspace.result()->filter();
    if (m_settings.kind == Kind::Territories)
        filter[facet()] = {}; // the neighbours of those chosen are shown, too
    if (filter.near && filter.near->radiusMetres <= 0)
        filter.near.reset(); // orders the list, leaves nothing out
    QStringList parts{subject(), choicesSentence(filter, m_words, kLongestChoices)};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

QString MapLayers::subject() const
{
    const bool regions = m_settings.level == TerritoryLevel::Region;
    switch (m_settings.kind) {
    case Kind::None: return {};
    case Kind::Uncovered:
        return tr("Farther than %1 from any place").arg(m_words.distance(m_settings.radiusKilometres * 1000.0));
    case Kind::Territories: break;
    }
    switch (m_settings.measure) {
    case TerritoryMeasure::Count: return regions ? tr("Places by région") : tr("Places by département");
    case TerritoryMeasure::Per100k:
        return regions ? tr("Places per 100,000 inhabitants, by région")
                       : tr("Places per 100,000 inhabitants, by département");
    case TerritoryMeasure::Share: {
        const QString machine = m_words.label(Facet::Equipment, m_settings.equipment);
        return regions ? tr("Share of places with: %1, by région").arg(machine)
                       : tr("Share of places with: %1, by département").arg(machine);
    }
    }
    return {};
}

QString MapLayers::summary() const
{
    if (m_settings.kind != Kind::Uncovered)
        return {};
    if (!m_coverage)
        return tr("Being computed…");
    const double share = m_coverage->population > 0 ? static_cast<double>(m_coverage->uncoveredPopulation)
                                                          / static_cast<double>(m_coverage->population)
                                                    : 0;
    return tr("%1 of %2 communes, %3 inhabitants (%4)")
        .arg(m_words.number(static_cast<qint64>(m_coverage->uncovered.size())), m_words.number(m_coverage->communes),
             m_words.number(m_coverage->uncoveredPopulation), m_words.percent(share));
}

QString MapLayers::valueText(std::optional<double> value) const
{
    if (!value)
        return {};
    switch (m_settings.measure) {
    case TerritoryMeasure::Count: return m_words.number(std::llround(*value));
    case TerritoryMeasure::Per100k: return m_words.decimal(*value, 2);
    case TerritoryMeasure::Share: return m_words.percent(*value);
    }
    return {};
}

QString MapLayers::nameOf(const TerritoryFigure &figure) const
{
    return m_words.label(facet(), figure.code);
}

Facet MapLayers::facet() const
{
    return m_settings.level == TerritoryLevel::Region ? Facet::Region : Facet::Departement;
}

QStringList MapLayers::framed() const
{
    if (!m_outlined.isEmpty())
        return departementsOf(m_outlined);
    QStringList codes;
    for (const QString &chosen : m_workspace.filter()[facet()].values)
        codes << departementsOf(chosen);
    return codes;
}

QStringList MapLayers::departementsOf(const QString &code) const
{
    if (code.isEmpty() || m_settings.level == TerritoryLevel::Departement)
        return code.isEmpty() ? QStringList() : QStringList{code};
    QStringList codes;
    for (const Departement &departement : m_workspace.knowledge().gazetteer().departements()) {
        if (departement.region == code)
            codes << departement.code;
    }
    return codes;
}

QString MapLayers::territoryAt(const QGeoCoordinate &at) const
{
    if (m_settings.kind != Kind::Territories || !at.isValid())
        return {};
    const auto location = m_workspace.knowledge().locate({at.latitude(), at.longitude()});
    if (!location || location->snapped)
        return {};
    const QString code = m_settings.level == TerritoryLevel::Region ? location->region : location->departement;
    const bool compared = std::ranges::contains(m_figures, code, &TerritoryFigure::code);
    return compared ? code : QString();
}

QString MapLayers::describe(const QString &code) const
{
    const auto found = std::ranges::find(m_figures, code, &TerritoryFigure::code);
    if (found == m_figures.end())
        return {};
    const TerritoryFigure &figure = *found;
    QStringList lines{nameOf(figure), m_words.plural(figure.ateliers, tr("%1 place"), tr("%1 places"))};
    if (const auto density = figure.value(TerritoryMeasure::Per100k))
        lines << tr("%1 per 100,000 inhabitants").arg(m_words.decimal(*density, 2));
    if (m_settings.measure == TerritoryMeasure::Share && figure.ateliers > 0) {
        lines << tr("%1: %2 (%3)")
                     .arg(m_words.label(Facet::Equipment, m_settings.equipment), m_words.number(figure.having),
                          m_words.percent(*figure.value(TerritoryMeasure::Share)));
        if (figure.silent > 0)
            lines << m_words.plural(figure.silent, tr("%1 says nothing of its machines"),
                                    tr("%1 say nothing of their machines"));
    }
    return lines.join(u'\n');
}

void MapLayers::hover(const QGeoCoordinate &at)
{
    const QString code = territoryAt(at);
    frame(code);
    setHoverText(describe(code));
}

void MapLayers::outline(const QString &code)
{
    frame(code);
    setHoverText({}); // the pointer is no longer what points
}

void MapLayers::setHoverText(const QString &text)
{
    if (m_hoverText == text)
        return;
    m_hoverText = text;
    emit hoverChanged();
}

void MapLayers::frame(const QString &code)
{
    if (m_outlined == code || m_settings.kind != Kind::Territories)
        return;
    m_outlined = code;
    if (!m_overlay.territories)
        return;
    auto territories = std::make_shared<MapOverlay::Territories>(*m_overlay.territories);
    territories->outlined = framed();
    m_overlay.territories = std::move(territories);
    emit outlineChanged();
}

void MapLayers::choose(const QGeoCoordinate &at)
{
    if (const QString code = territoryAt(at); !code.isEmpty())
        chooseTerritories({code});
}

void MapLayers::chooseTerritories(const QStringList &codes)
{
    Filter filter = m_workspace.filter();
    FacetChoice &choice = filter[facet()];
    choice.values = choice.values == codes ? QStringList() : codes;
    emit filterWanted(filter);
}

void MapLayers::chooseClass(int index)
{
    if (index >= 0 && index < m_classes.size() && !m_classes[index].codes.isEmpty())
        chooseTerritories(m_classes[index].codes);
}

} // namespace repere::models
