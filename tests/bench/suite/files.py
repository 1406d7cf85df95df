"""Import and export through the command line, beside ogr2ogr."""

import os

import rows
from processes import Failed, timed

TO_TABLE = ["-oo", "X_POSSIBLE_NAMES=lon", "-oo", "Y_POSSIBLE_NAMES=lat", "-a_srs", "EPSG:4326"]


def invent(tools, size, folder):
    """The CSV of so many invented ateliers."""
    path = os.path.join(folder, f"{size}.csv")
    timed([tools.bench, "--generate", size, "--to", path])
    return path


def remove(path):
    for ending in ("", "-wal", "-shm", "-journal"):
        if os.path.exists(path + ending):
            os.remove(path + ending)


def line_count(path):
    with open(path, "rb") as file:
        return sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 20), b""))


def measure_import(tools, csv, size, effort):
    """CSV → directory file, beside CSV → GeoPackage. Leaves both files: the paths come with the row."""
    ours, theirs = csv[:-4] + ".gpkg", csv[:-4] + "-ogr.gpkg"
    own, other = [], []
    for _ in effort:
        remove(ours)
        own.append(timed([tools.cli, "--directory", ours, "import", csv]))
        if tools.ogr2ogr:
            remove(theirs)
            other.append(timed([tools.ogr2ogr, "-f", "GPKG", theirs, csv, "-nln", "ateliers", *TO_TABLE]))
    made = rows.row("CSV imported", size, "ms", own)
    if other:
        made["peer"] = rows.peer("ogr2ogr", 3, other)
    else:
        made["limit"] = {"value": 1e-2 * size + 1000, "of": "median", "own": True}
    return made, ours, theirs if other else None


def measure_export(tools, ours, theirs, size, effort):
    """The whole directory → CSV, beside GeoPackage → CSV."""
    target, target_ogr = ours[:-5] + "-out.csv", ours[:-5] + "-ogr-out.csv"
    own, other = [], []
    for _ in effort:
        remove(target)
        own.append(timed([tools.cli, "--directory", ours, "export", "--profile", "open-data", "--to", target]))
        if theirs:
            remove(target_ogr)
            other.append(timed([tools.ogr2ogr, "-f", "CSV", target_ogr, theirs, "-lco", "GEOMETRY=AS_XY"]))
    for path in [target] + [target_ogr] * bool(theirs):
        if line_count(path) != size + 1:
            raise Failed(f"{path} has {line_count(path)} lines, not {size + 1}")
        os.remove(path)
    made = rows.row("CSV exported", size, "ms", own)
    if other:
        made["peer"] = rows.peer("ogr2ogr", 0.5, other)
    else:
        made["limit"] = {"value": 5e-3 * size + 1000, "of": "median", "own": True}
    return made
