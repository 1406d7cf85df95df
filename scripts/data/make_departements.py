#!/usr/bin/env python3
"""Makes departements.geojson: outlines of the 101 départements with the coast and frontier of OpenStreetMap.

usage: make_departements.py PACKAGES OUTPUT_FOLDER       reads communes.csv in OUTPUT_FOLDER
"""

import collections
import pathlib
import sys

import numpy as np
from osgeo import osr
from shapely import STRtree
from shapely.geometry import Point, Polygon, box
from shapely.ops import transform, unary_union

from geodata import FRENCH_A3, LLIVIA, OVERSEAS_A3, Packages, area_only, filled, polygons, read_table, write_geojson
from svg_outlines import metropolitan_outlines

GROWTH_STEP, GROWTH_STEPS = 0.008, 14  # degrees: about ten kilometres in all, past every crude coast
METROPOLE = box(-6, 41, 10, 52)

osr.UseExceptions()


def area_km2(geometry, code):
    """Equal-area: Lambert of Europe (EPSG:3035), or the cylindrical EPSG:6933 overseas."""
    def reference(epsg):
        system = osr.SpatialReference()
        system.ImportFromEPSG(epsg)
        system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        return system
    change = osr.CoordinateTransformation(reference(4326), reference(6933 if code.startswith("97") else 3035))

    def project(x, y):
        points = np.array(change.TransformPoints(np.column_stack([x, y])))
        return points[:, 0], points[:, 1]
    return transform(project, geometry).area / 1e6


def french_land(packages):
    """alpha-3 → land with its inland water, Llívia left out."""
    land = {}
    for a3, geometry in packages.countries():
        if a3 not in FRENCH_A3:
            continue
        parts = [p for p in polygons(geometry)
                 if a3 != "FRA" or METROPOLE.contains(Point(p.exterior.coords[0]))]
        land[a3] = area_only(unary_union([filled(p, Point(LLIVIA)) for p in parts]))
    return land


def grown(outlines):
    """Each outline grown outwards over the sea and the frontier, never into a neighbour."""
    codes = list(outlines)
    for _ in range(GROWTH_STEPS):
        tree = STRtree([outlines[c] for c in codes])
        larger = {}
        for code in codes:
            reach = outlines[code].buffer(GROWTH_STEP, quad_segs=2)
            others = [outlines[codes[j]] for j in tree.query(reach) if codes[j] != code]
            larger[code] = area_only(reach.difference(unary_union(others)))
        tree = STRtree([larger[c] for c in codes])  # where two grew into the same place, the first takes it
        settled = {}
        for i, code in enumerate(codes):
            rest = larger[code]
            for j in tree.query(rest):
                if j < i:
                    rest = rest.difference(settled[codes[j]])
            settled[code] = area_only(rest)
        outlines = settled
    return outlines


class CommuneBoxes:
    """Which département a far islet belongs to, by the commune whose box holds it most centrally."""

    def __init__(self, packages):
        self.codes, boxes = zip(*packages.boxes("communes"))
        self.boxes = np.array(boxes)
        self.tree = STRtree([box(*b) for b in boxes])

    def departement_at(self, point):
        near = self.tree.query(point, predicate="intersects")
        if len(near) == 0:
            near = self.tree.query(point.buffer(0.3))
        if len(near) == 0:
            return None
        west, south, east, north = self.boxes[near].T
        u = (point.x - (west + east) / 2) / ((east - west) / 2)
        v = (point.y - (south + north) / 2) / ((north - south) / 2)
        code = self.codes[near[np.argmin(np.maximum(abs(u), abs(v)))]]
        return code[:3] if code.startswith("97") else code[:2]


def cut_on_land(outlines, land, boxes):
    """The land of France shared out among the grown outlines; islets out of reach by the communes' boxes."""
    reach = grown(outlines)
    parts = {code: [area_only(land["FRA"].intersection(reach[code]))] for code in outlines}
    for islet in polygons(area_only(land["FRA"].difference(unary_union(list(reach.values()))))):
        code = boxes.departement_at(islet.representative_point())
        if code in parts:
            parts[code].append(islet)
    result = {code: area_only(unary_union(found)) for code, found in parts.items()}
    return result | {code: land[a3] for a3, code in OVERSEAS_A3.items()}


def main(packages, output):
    packages, output = Packages(packages), pathlib.Path(output)
    names = {d["code"]: d for d in packages.json("etalab-decoupage-administratif/data/departements.json")}
    regions = {r["code"]: r["nom"] for r in packages.json("etalab-decoupage-administratif/data/regions.json")}
    population, communes = collections.Counter(), collections.Counter()
    for row in read_table(output / "communes.csv"):
        if row["type"] == "commune-actuelle":
            population[row["dep"]] += int(row["population"] or 0)
            communes[row["dep"]] += 1
    outlines = cut_on_land(metropolitan_outlines(packages), french_land(packages), CommuneBoxes(packages))

    def properties(code):
        region = names[code]["region"]
        return {"code": code, "nom": names[code]["nom"], "reg": region, "reg_nom": regions[region],
                "chef_lieu": names[code]["chefLieu"], "population": population[code], "communes": communes[code],
                "surface_km2": round(area_km2(outlines[code], code), 1)}
    write_geojson(output / "departements.geojson", "departements", [(properties(c), outlines[c]) for c in sorted(outlines)])
    print(f"departements.geojson: {len(outlines)} départements, {sum(len(polygons(g)) for g in outlines.values())} polygons")


if __name__ == "__main__":
    main(*sys.argv[1:])
