#!/usr/bin/env python3
"""Makes the GeoPackages of the base map, one per licence, and foreign.geojson.

usage: make_basemap.py PACKAGES OUTPUT_FOLDER      OUTPUT_FOLDER holds geography/ (made) and basemap/
"""

import collections
import math
import pathlib
import re
import sys

from osgeo import gdal, ogr, osr
from shapely import STRtree, clip_by_rect, make_valid, set_precision, simplify, wkb
from shapely.geometry import Point, Polygon, box
from shapely.ops import linemerge, unary_union

import gshhg
from geodata import FRENCH_A2, FRENCH_A3, LLIVIA, Packages, polygons, read_geojson, read_table, write_geojson

ZONES = {"metro": box(-12, 39, 17, 54.5), "971": box(-62.5, 15.3, -60.5, 17), "972": box(-61.6, 14.1, -60.5, 15.2),
         "973": box(-56, 1.5, -50.5, 6.5), "974": box(54.8, -21.7, 56.2, -20.6), "976": box(44.6, -13.3, 45.6, -12.3)}
FRENCH_TOLERANCE, METRO_TOLERANCE, OVERSEAS_TOLERANCE = 0.0002, 0.001, 0.0005  # degrees
RIVER_TOLERANCE, BORDER_TOLERANCE = 0.0003, 0.0005
SMALLEST_FRENCH, SMALLEST_FOREIGN = 2e-6, 2e-4  # square degrees: islets below are left out
SMALLEST_WATER, FEWEST_WATER_POINTS = 4e-4, 9   # holes of the land below are crude: median of four vertices
FOREIGN_REACH = 0.5  # degrees around France; snapping reaches 25 km
SMALLEST_TOWN, SMALLEST_FOREIGN_TOWN = 2000, 100000
FIXED_DATE = "2026-11-22T00:00:00.000Z"  # so that the same input gives the same bytes

gdal.UseExceptions()
gdal.SetConfigOption("OGR_CURRENT_DATE", FIXED_DATE)


class GeoPackage:
    def __init__(self, path):
        path.unlink(missing_ok=True)
        self.path = path
        self.source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
        self.reference = osr.SpatialReference()
        self.reference.ImportFromEPSG(4326)
        self.reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)

    def write(self, name, kind, fields, rows):
        """fields: name → OGR type; rows: (values, geometry)."""
        layer = self.source.CreateLayer(name, self.reference, kind, options=["SPATIAL_INDEX=YES"])
        for field, field_type in fields.items():
            layer.CreateField(ogr.FieldDefn(field, field_type))
        self.source.StartTransaction()
        for values, geometry in rows:
            feature = ogr.Feature(layer.GetLayerDefn())
            for field, value in zip(fields, values):
                feature[field] = value
            if kind != ogr.wkbPoint:
                geometry = set_precision(geometry, 1e-5, mode="pointwise")
            feature.SetGeometry(ogr.CreateGeometryFromWkb(wkb.dumps(geometry)))
            layer.CreateFeature(feature)
        self.source.CommitTransaction()
        print(f"{self.path.name}: {name}, {layer.GetFeatureCount()} features")


def land_and_water(packages):
    """Rows of the layers land (a3, zone) and water (zone, km²)."""
    land, water = [], []
    for a3, geometry in packages.countries():
        french = a3 in FRENCH_A3
        for polygon in polygons(geometry):
            for zone, extent in ZONES.items():
                # France holds its overseas land a second time
                if not polygon.envelope.intersects(extent) or (a3 == "FRA" and zone != "metro"):
                    continue
                tolerance = FRENCH_TOLERANCE if french else METRO_TOLERANCE if zone == "metro" else OVERSEAS_TOLERANCE
                outer = make_valid(Polygon(polygon.exterior))
                if not extent.contains(polygon.envelope):
                    outer = clip_by_rect(outer, *extent.bounds)
                smallest = SMALLEST_FRENCH if french else SMALLEST_FOREIGN
                land += [((a3, zone), p) for p in polygons(simplify(outer, tolerance)) if p.area > smallest]
                water += water_in(polygon, a3, zone, extent)
    return land, water


def water_in(polygon, a3, zone, extent):
    rows = []
    for ring in polygon.interiors:
        hole = make_valid(Polygon(ring))
        if hole.area < SMALLEST_WATER or len(ring.coords) < FEWEST_WATER_POINTS or not hole.intersects(extent):
            continue
        if a3 == "FRA" and hole.contains(Point(LLIVIA)):
            continue
        for part in polygons(simplify(hole, FRENCH_TOLERANCE)):
            km2 = part.area * 111.19 ** 2 * math.cos(math.radians(part.centroid.y))
            rows.append(((zone, round(km2, 2)), part))
    return rows


def border_lines(departements):
    """Rows (dep1, dep2, is_region) of the inland borders, each once."""
    codes = [p["code"] for p, _ in departements]
    regions = [p["reg"] for p, _ in departements]
    shapes = [make_valid(g) for _, g in departements]
    tree, rows = STRtree(shapes), []
    for i, outline in enumerate(shapes):
        for j in tree.query(outline):
            if j <= i:
                continue
            common = outline.boundary.intersection(shapes[j].boundary.buffer(1e-5))
            lines = [g for g in getattr(common, "geoms", [common]) if g.geom_type == "LineString" and not g.is_empty]
            merged = linemerge(lines) if len(lines) > 1 else unary_union(lines)
            for line in getattr(merged, "geoms", [merged]):
                if line.length > 0.002:
                    rows.append(((codes[i], codes[j], int(regions[i] != regions[j])), simplify(line, BORDER_TOLERANCE)))
    return rows


def foreign_land(land, departements):
    """Foreign land near France, one geometry per country."""
    near = unary_union([simplify(make_valid(g), 0.01) for _, g in departements]).buffer(FOREIGN_REACH)
    parts = collections.defaultdict(list)
    for (a3, _), polygon in land:
        if a3 not in FRENCH_A3:
            parts[a3] += [p for p in polygons(make_valid(polygon).intersection(near)) if p.area > 1e-6]
    return [({"a3": a3}, unary_union(parts[a3])) for a3 in sorted(parts) if parts[a3]]


def exonyms():
    """Name in GeoNames → (French, English), empty for what is not shown."""
    lines = (pathlib.Path(__file__).parent / "exonyms.tsv").read_text(encoding="utf-8").splitlines()
    return {name: (french, english) for name, french, english in (l.split("\t") for l in lines if not l.startswith("#"))}


def towns(packages, communes):
    """Rows (name, name_en, country, kind, population), largest first; French names and populations are INSEE's."""
    official = {(row["lat"], row["lon"]): (row["nom"], int(row["population"] or 0)) for row in communes
                if row["type"] == "commune-actuelle" and row["coord_source"].startswith("geonames:")}
    translated, rows = exonyms(), []
    for place in packages.geonames():
        if place.kind == "PPLX":
            continue
        point = Point(place.lon, place.lat)
        if place.country in FRENCH_A2:
            if place.population < SMALLEST_TOWN or re.match(r"(Paris|Lyon|Marseille) \d\d", place.name):
                continue
            name, population = official.get((f"{place.lat:.5f}", f"{place.lon:.5f}"), (place.name, 0))
            rows.append(((name, name, place.country, place.kind, population or place.population), point))
        elif place.population >= SMALLEST_FOREIGN_TOWN and ZONES["metro"].contains(point):
            french, english = translated.get(place.name, (place.name, place.name))
            if french:
                rows.append(((french, english, place.country, place.kind, place.population), point))
    return sorted(rows, key=lambda row: (-row[0][4], row[0][0]))


def main(packages, output):
    packages, geography, basemap = Packages(packages), pathlib.Path(output) / "geography", pathlib.Path(output) / "basemap"
    departements = read_geojson(geography / "departements.geojson")
    text, whole, real = ogr.OFTString, ogr.OFTInteger, ogr.OFTReal

    land, water = land_and_water(packages)
    osm = GeoPackage(basemap / "osm.gpkg")
    osm.write("land", ogr.wkbPolygon, {"a3": text, "zone": text}, land)
    osm.write("water", ogr.wkbPolygon, {"zone": text, "km2": real}, water)
    write_geojson(geography / "foreign.geojson", "foreign", foreign_land(land, departements))

    lines = GeoPackage(basemap / "gshhg.gpkg")
    lines.write("rivers", ogr.wkbLineString, {"level": whole},
                [((level,), simplify(line, RIVER_TOLERANCE)) for level, line in gshhg.rivers()])
    lines.write("lakes", ogr.wkbPolygon, {"km2": real}, [((km2,), lake) for km2, lake in gshhg.lakes()])

    borders = GeoPackage(basemap / "boundaries.gpkg")
    borders.write("dep_lines", ogr.wkbLineString, {"dep1": text, "dep2": text, "is_region": whole}, border_lines(departements))

    places = GeoPackage(basemap / "places.gpkg")
    places.write("places", ogr.wkbPoint, {"name": text, "name_en": text, "cc": text, "fc": text, "pop": whole},
                 towns(packages, read_table(geography / "communes.csv")))


if __name__ == "__main__":
    main(*sys.argv[1:])
