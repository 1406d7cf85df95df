#include "basemap/tile_address.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <optional>

namespace repere::basemap {

namespace {

constexpr qsizetype kMaxPathLength = 200;
constexpr int kBadRequest = 400;
constexpr int kNotFound = 404;
constexpr int kUriTooLong = 414;

/// Digits only: no sign, no space, no sixteenth decimal.
std::optional<int> number(QStringView text)
{
    if (text.isEmpty() || text.size() > 7 || !std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; }))
        return std::nullopt;
    return text.toInt();
}

struct Style {
    QLatin1StringView name;
    Theme theme;
    bool named;
};
constexpr std::array kStyles{Style{QLatin1StringView("light"), Theme::Light, true},
                             Style{QLatin1StringView("dark"), Theme::Dark, true},
                             Style{QLatin1StringView("light-bare"), Theme::Light, false},
                             Style{QLatin1StringView("dark-bare"), Theme::Dark, false}};

} // namespace

size_t qHash(const TileAddress &a, size_t seed)
{
    return qHashMulti(seed, a.ground, static_cast<int>(a.theme), a.named, a.scale, a.z, a.x, a.y);
}

std::expected<TileAddress, int> parseTilePath(const QString &path, const QString &secret)
{
    if (path.size() > kMaxPathLength)
        return std::unexpected(kUriTooLong);
    const QStringList parts = path.split(u'/');
    if (parts.size() < 2 || parts[1] != secret)
        return std::unexpected(kNotFound);
    if (parts.size() != 8 || !parts[7].endsWith(u".png"))
        return std::unexpected(kBadRequest);
    const auto *const style = std::ranges::find(kStyles, parts[3], &Style::name);
    if (style == kStyles.end())
        return std::unexpected(kBadRequest);
    const auto ground = number(parts[2]);
    const auto scale = number(parts[4]);
    const auto z = number(parts[5]);
    const auto x = number(parts[6]);
    const auto y = number(QStringView(parts[7]).chopped(4));
    if (!ground || !scale || !z || !x || !y)
        return std::unexpected(kBadRequest);
    const bool there = (*scale == 1 || *scale == 2) && *z <= kMaxTileZoom && *x < (1 << *z) && *y < (1 << *z);
    if (!there)
        return std::unexpected(kNotFound);
    return TileAddress{
        .ground = *ground, .theme = style->theme, .named = style->named, .scale = *scale, .z = *z, .x = *x, .y = *y};
}

QString tilePathStart(const QString &secret, int ground, Theme theme, int scale, bool named)
{
    const auto *const style =
        std::ranges::find_if(kStyles, [&](const Style &each) { return each.theme == theme && each.named == named; });
    return QStringLiteral("/%1/%2/%3/%4/").arg(secret).arg(ground).arg(style->name).arg(scale > 1 ? 2 : 1);
}

} // namespace repere::basemap
