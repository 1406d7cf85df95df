#!/usr/bin/env python3
"""Makes departements.csv and regions.csv: names, seats, population and boxes.

usage: make_tables.py PACKAGES OUTPUT_FOLDER       reads communes.csv and departements.geojson in OUTPUT_FOLDER
The collectivités overseas that are no département stand at the end of both, with the same code: they have no outline,
their box is that of their communes' points.
"""

import collections
import pathlib
import sys

from geodata import Packages, box_text, read_geojson, read_table, write_table

NO_SEAT = {"984", "989"}  # administered from elsewhere; nobody lives there


def united(boxes):
    boxes = [b for b in boxes if b]
    if not boxes:
        return None
    west, south, east, north = zip(*boxes)
    return min(west), min(south), max(east), max(north)


def main(packages, output):
    packages, output = Packages(packages), pathlib.Path(output)
    official = {d["code"]: d for d in packages.json("etalab-decoupage-administratif/data/departements.json")}
    regions = {r["code"]: r for r in packages.json("etalab-decoupage-administratif/data/regions.json")}
    communes = read_table(output / "communes.csv")
    commune_name = {row["code"]: row["nom"] for row in communes}
    members = collections.defaultdict(list)
    for row in communes:
        if row["type"] == "commune-actuelle":
            members[row["dep"]].append(row)
    outlines = {p["code"]: (p, g.bounds) for p, g in read_geojson(output / "departements.geojson")}

    def line_of(code):
        """population, communes, area, box"""
        population = sum(int(row["population"] or 0) for row in members[code])
        if code in outlines:
            properties, box = outlines[code]
            return population, len(members[code]), round(properties["surface_km2"]), box
        points = [(float(row["lon"]), float(row["lat"])) for row in members[code] if row["lat"]]
        return population or "", len(members[code]), "", united([(x, y, x, y) for x, y in points])

    def seat_of(code, entry):
        seat = "" if code in NO_SEAT else entry["chefLieu"]
        return [seat, commune_name.get(seat, "")]

    ordered = sorted(official, key=lambda code: (code not in outlines, code))
    lines = {code: line_of(code) for code in ordered}
    rows = [[code, official[code]["nom"], official[code]["region"], "departement" if code in outlines else "collectivite",
             *seat_of(code, official[code]), *lines[code][:3], box_text(lines[code][3])] for code in ordered]
    write_table(output / "departements.csv", "code name region kind seat seat_name population communes area_km2 bbox".split(), rows)

    parts = collections.defaultdict(list)
    for code in ordered:
        parts[official[code]["region"]].append(code)
    rows = []
    for code in sorted(regions, key=lambda code: (code in official and code not in outlines and len(code) == 3, code)):
        held = parts[code]
        kind = "region" if all(c in outlines for c in held) else "collectivite"
        sums = [sum(lines[c][i] for c in held) if kind == "region" else lines[held[0]][i] for i in range(3)]
        rows.append([code, regions[code]["nom"], kind, *seat_of(code, regions[code]), *sums, " ".join(held),
                     box_text(united([lines[c][3] for c in held]))])
    write_table(output / "regions.csv", "code name kind seat seat_name population communes area_km2 departements bbox".split(), rows)
    print(f"departements.csv: {len(ordered)} rows; regions.csv: {len(rows)} rows")


if __name__ == "__main__":
    main(*sys.argv[1:])
