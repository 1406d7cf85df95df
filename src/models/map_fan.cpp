// Places at one spot, fanned out around it.
#include "models/map_fan.h"

#include "models/map_labels.h"
#include "models/map_state.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace repere::models {

namespace {

constexpr double kLeg = 14; // the least that shows of a leg, pixels

} // namespace

std::vector<QPointF> fanOffsets(int count, double centreRadius, double signRadius)
{
    std::vector<QPointF> offsets;
    if (count < 1)
        return offsets;
    // Two neighbours on the circle are 2 R sin(π / count) apart.
    const double apart = 2 * signRadius + kFanGap;
    const double wanted = count > 1 ? apart / (2 * std::sin(std::numbers::pi / count)) : 0;
    const double radius = std::max(wanted, centreRadius + kLeg + signRadius);
    const double start = count == 2 ? 0 : -std::numbers::pi / 2;
    for (int i = 0; i < count; ++i) {
        const double angle = start + i * 2 * std::numbers::pi / count;
        offsets.emplace_back(radius * std::cos(angle), radius * std::sin(angle));
    }
    return offsets;
}

void MapState::offer(QList<MapChoice> choices, GeoPoint at)
{
    m_choices = std::move(choices);
    m_choicesAt = {at.latitude, at.longitude};
    m_fanned = !m_choices.isEmpty() && m_choices.size() <= kMostFanned;
    m_fanFocus = -1;
    if (m_fanned)
        layFan();
    emit choicesChanged();
}

void MapState::layFan()
{
    const int count = static_cast<int>(m_choices.size());
    const double signRadius = m_measures.signDiameter(1) / 2;
    const double centreRadius = fanHole();
    const std::vector<QPointF> offsets = fanOffsets(count, centreRadius, signRadius);
    // The signs first, then the one in the middle, which no name may cover.
    std::vector<LabelledSign> signs;
    for (int i = 0; i < count; ++i)
        signs.push_back({.centre = choicesSpot() + offsets[static_cast<std::size_t>(i)],
                         .radius = signRadius,
                         .textWidth = m_measures.textWidth(m_choices[i].name)});
    signs.push_back({.centre = choicesSpot(), .radius = centreRadius});
    const std::vector<MapLabel::Side> sides =
        placeLabels(signs, m_measures.textHeight, QRectF(QPointF(), m_camera.size));
    for (int i = 0; i < count; ++i) {
        MapChoice &choice = m_choices[i];
        choice.offset = offsets[static_cast<std::size_t>(i)];
        choice.labelSide = sides[static_cast<std::size_t>(i)];
        choice.spoken = choice.name + QStringLiteral(", ") + m_words.countOf(i + 1, count);
    }
}

double MapState::fanHole() const
{
    return m_measures.signDiameter(static_cast<int>(m_choices.size())) / 2;
}

void MapState::closeChoices()
{
    if (m_choices.isEmpty())
        return;
    m_choices.clear();
    m_fanned = false;
    const bool focused = std::exchange(m_fanFocus, -1) >= 0;
    emit choicesChanged();
    if (focused)
        speakSigns();
}

void MapState::choose(int choice)
{
    const AtelierId id = choice >= 0 && choice < m_choices.size() ? m_choices[choice].id : 0;
    // A fan stays open: the next place of it may be wanted, too.
    if (!m_fanned || id == 0)
        closeChoices();
    if (id != 0)
        emit placeActivated(id);
}

void MapState::hoverChoice(int choice)
{
    emit placeHovered(choice >= 0 && choice < m_choices.size() ? m_choices[choice].id : 0);
}

void MapState::moveInFan(int step)
{
    const int count = static_cast<int>(m_choices.size());
    m_fanFocus = m_fanFocus < 0 ? 0 : (m_fanFocus + step + count) % count;
    hoverChoice(m_fanFocus);
    speakSigns();
    emit focusChanged();
}

} // namespace repere::models
