#!/usr/bin/env python3
"""The layer test: which folder of src/ may include which, and which outside libraries.

    layers.py SOURCE       names every forbidden #include of SOURCE/src; status 1 if there is one
    layers.py --self-test  proves on a small made-up tree that forbidden ones are found and allowed ones are not

The table is that of docs/architecture.md. The standard library and QtCore are open to all.
"""

import functools
import re
import subprocess
import sys
import tempfile
from pathlib import Path

# layer: (layers, outside libraries)
TABLE = {
    "core": ([], []),
    "store": (["core"], ["SQLiteCpp", "SQLite"]),
    "geography": (["core"], ["GDAL", "PROJ"]),
    "exchange": (["core"], ["GDAL", "nlohmann", "QtNetwork"]),
    "catalogue": (["core"], ["Boost", "CRoaring"]),
    "directory": (["core", "store", "geography", "exchange", "catalogue"], ["QtConcurrent"]),
    "basemap": (
        ["core", "geography"],
        ["QtGui", "QtSvg", "QtHttpServer", "QtNetwork", "GDAL", "SQLiteCpp", "SQLite"],
    ),
    "models": (["core", "directory"], ["QtPositioning", "QtQml", "QtQmlIntegration"]),
    "gui": (
        ["models", "directory", "basemap", "core"],
        ["QtGui", "QtWidgets", "QtQuick", "QtQuickWidgets", "QtQml"],
    ),
    "cli": (["directory", "exchange", "core"], ["CLI11"]),
    "app": (["directory", "exchange", "core", "gui", "basemap"], ["CLI11", "QtGui", "QtWidgets"]),
}

# What the design's table does not have, and why it is allowed.
ALSO = {
    ("exchange", "zlib"): "packed downloads are checked to their end, which Qt does not do",
    ("basemap", "QtConcurrent"): "tiles are painted away from the thread of the service",
    ("gui", "QtDBus"): "the desktop is asked whether people want less motion",
    ("gui", "QtConcurrent"): "a picture of the map is painted away from the GUI thread",
    ("gui", "QtPositioning"): "the map's QML tells its centre as a coordinate",
    ("app", "QtConcurrent"): "the directory is opened away from the GUI thread",
    ("gui", "QtQmlIntegration"): "the map's QML sees types of this layer",
    ("cli", "nlohmann"): "exchange hands out JSON values; to print one takes its type",
}

# The session API is C and stays behind the store's headers.
ONLY_IN_CPP = {("store", "SQLite")}

LIBRARIES = [
    (r"SQLiteCpp/", "SQLiteCpp"),
    (r"sqlite3(ext)?\.h$", "SQLite"),
    (r"(gdal|ogr|cpl_|vrt)[a-z0-9_]*\.h$", "GDAL"),
    (r"proj(_[a-z]+)?\.h$|proj/", "PROJ"),
    (r"nlohmann/", "nlohmann"),
    (r"CLI/", "CLI11"),
    (r"boost/", "Boost"),
    (r"roaring/", "CRoaring"),
    (r"zlib\.h$", "zlib"),
]
# The standard library, C's and POSIX's headers.
STANDARD = re.compile(
    r"[a-z_]+$|(sys|netinet|arpa)/|(assert|ctype|dirent|errno|fcntl|float|limits|malloc|math|poll|pwd|sched|signal|stddef"
    r"|stdint|stdio|stdlib|string|time|unistd|wchar|linux/[a-z]+)\.h$"
)
GENERATED = re.compile(r"(ui_[a-z0-9_]+\.h|[a-z0-9_]+\.moc|moc_[a-z0-9_]+\.cpp)$")
INCLUDE = re.compile(r'^\s*#\s*include\s*(?:"([^"]+)"|<([^>]+)>)')


@functools.cache
def qt_headers() -> Path:
    query = subprocess.run(
        ["qmake6", "-query", "QT_INSTALL_HEADERS"], capture_output=True, text=True, check=True
    )
    return Path(query.stdout.strip())


@functools.cache
def library(header: str) -> str | None:
    """The outside library that a header belongs to; "" for the standard library and QtCore."""
    for pattern, name in LIBRARIES:
        if re.match(pattern, header):
            return name
    if header.startswith("Qt") and "/" in header:
        name = header.split("/")[0]
        return "" if name == "QtCore" else name
    if re.match(r"[Qq]", header):
        modules = sorted(path.parent.name for path in qt_headers().glob(f"Qt*/{header}"))
        if modules:
            return "" if "QtCore" in modules else modules[0]
    return "" if STANDARD.match(header) else None


def complaint(layer: str, file: Path, quoted: str | None, angled: str | None) -> str | None:
    """What is wrong with one include of a file of the layer."""
    layers, libraries = TABLE[layer]
    if quoted:
        target = quoted.split("/")[0]
        if target in TABLE and "/" in quoted:
            if target != layer and target not in layers:
                return f"{layer} may not include {target}"
            return None
        if GENERATED.match(quoted):
            return None
    name = library(quoted or angled)
    if name is None and quoted:
        return 'a project header is written "layer/file.h"'
    if name is None:
        return "of no library that the table knows"
    if name and name not in libraries and (layer, name) not in ALSO:
        return f"{layer} may not use {name}"
    if (layer, name) in ONLY_IN_CPP and file.suffix == ".h":
        return f"{layer} may use {name} in .cpp files only"
    return None


def complaints(source: Path) -> list[str]:
    found = []
    for file in sorted((source / "src").rglob("*")):
        if file.suffix not in (".cpp", ".h"):
            continue
        layer = file.relative_to(source / "src").parts[0]
        if layer not in TABLE:
            found.append(f"{file.relative_to(source)}: src/{layer} is no layer of the table")
            continue
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
            if match := INCLUDE.match(line):
                if why := complaint(layer, file, match[1], match[2]):
                    found.append(f"{file.relative_to(source)}:{number}: {line.strip()}: {why}")
    return found


def self_test() -> None:
    rows = [  # file, include, part of the complaint or None
        ("core/a.h", '"core/b.h"', None),
        ("core/a.h", "<expected>", None),
        ("core/a.h", "<QString>", None),
        ("core/a.cpp", "<QtCore/QString>", None),
        ("core/a.h", '"store/store.h"', "core may not include store"),
        ("core/a.h", "<QColor>", "core may not use QtGui"),
        ("core/a.cpp", "<QtWidgets/QLabel>", "core may not use QtWidgets"),
        ("core/a.cpp", "<nlohmann/json.hpp>", "core may not use nlohmann"),
        ("core/a.cpp", '"b.h"', 'written "layer/file.h"'),
        ("store/a.cpp", "<sqlite3.h>", None),
        ("store/a.h", "<sqlite3.h>", "in .cpp files only"),
        ("store/a.cpp", '"geography/gazetteer.h"', "store may not include geography"),
        ("exchange/a.cpp", '"store/store.h"', "exchange may not include store"),
        ("exchange/a.cpp", "<ogrsf_frmts.h>", None),
        ("catalogue/a.cpp", "<SQLiteCpp/Database.h>", "catalogue may not use SQLiteCpp"),
        ("directory/a.cpp", '"store/store.h"', None),
        ("directory/a.cpp", "<QtConcurrentRun>", None),
        ("models/a.cpp", '"store/store.h"', "models may not include store"),
        ("models/a.h", "<QWidget>", "models may not use QtWidgets"),
        ("gui/a.cpp", '"ui_window.h"', None),
        ("gui/a.cpp", '"catalogue/catalogue.h"', "gui may not include catalogue"),
        ("cli/a.cpp", "  <QApplication>", "cli may not use QtWidgets"),
        ("cli/a.cpp", "<nlohmann/json.hpp>", None),
        ("app/a.cpp", "<CLI/CLI.hpp>", None),
        ("app/a.cpp", "<libsomething/x.h>", "of no library"),
        ("extra/a.cpp", "<vector>", "no layer of the table"),
    ]
    for file, include, expected in rows:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "src", file)
            path.parent.mkdir(parents=True)
            path.write_text(f"#pragma once\n#include {include}\n", encoding="utf-8")
            found = complaints(Path(folder))
        good = found == [] if expected is None else len(found) == 1 and expected in found[0]
        if not good:
            sys.exit(f"layers.py --self-test: {file}, #include {include}: expected {expected}, found {found}")


def main() -> None:
    if sys.argv[1:] == ["--self-test"]:
        self_test()
        return
    found = complaints(Path(sys.argv[1]))
    for line in found:
        print(line)
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
