"""The suite of measurements: run it with scripts/bench, which builds what it needs."""

import argparse
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import types

import clusters
import files
import machine
import page
import rows
import windows
from processes import Effort, Failed

PARTS = ["geography", "coverage", "matching", "catalogue", "sql", "files", "tiles", "window", "start", "memory"]
WINDOW_SIZE = 100_000  # as the design asks; QGIS is measured with it
WINDOW_SIZES = [1000, WINDOW_SIZE, 1_000_000]


def say(*words):
    print("repere:", *words, file=sys.stderr, flush=True)


def find_tools(binaries, supercluster):
    """The programs; None for a peer that is not there."""
    tools = types.SimpleNamespace(
        cli=os.path.join(binaries, "repere-cli"),
        window=os.path.join(binaries, "repere"),
        bench=os.path.join(binaries, "repere-bench"),
        ogr2ogr=shutil.which("ogr2ogr"),
        qgis=shutil.which("qgis"),
        node=shutil.which("node"),
        supercluster=supercluster if supercluster and os.path.exists(os.path.join(supercluster, "index.js")) else None,
    )
    absent = []
    if not tools.ogr2ogr:
        absent.append("ogr2ogr (gdal-bin)")
    if not tools.node or not tools.supercluster:
        absent.append("supercluster (nodejs, npm)")
    if not tools.qgis:
        absent.append("QGIS (qgis, python3-qgis)")
    return tools, absent


def in_process(tools, *arguments):
    """The rows of repere-bench."""
    done = subprocess.run([tools.bench, *map(str, arguments)], stdout=subprocess.PIPE, check=False)
    if done.returncode != 0:
        raise Failed(f"repere-bench ended with {done.returncode}")
    return json.loads(done.stdout)["measures"]


def in_order(measures):
    """Rows of one name by size, where the first of them stands."""
    names = list(dict.fromkeys(measure["name"] for measure in measures))
    return sorted(measures, key=lambda measure: (names.index(measure["name"]), measure["size"] or 0))


class Suite:
    """Measures part by part; the files made for one serve the later ones."""

    def __init__(self, tools, sizes, repetitions, folder):
        self.tools = tools
        self.sizes = sizes
        self.repetitions = repetitions
        self.folder = folder
        self.directories = {}  # by size
        self.points = {}  # GeoPackages of ogr2ogr by size

    def run(self, part):
        measure = getattr(self, f"measure_{part}", None)
        if measure:
            return measure()
        sizes = ",".join(map(str, self.sizes))
        return in_process(self.tools, "--parts", part, "--sizes", sizes, "--repetitions", self.repetitions)

    def measure_catalogue(self):
        sizes = ",".join(map(str, self.sizes))
        measures = in_process(self.tools, "--parts", "catalogue", "--sizes", sizes, "--repetitions", self.repetitions)
        if self.tools.node and self.tools.supercluster:
            clusters.add_supercluster(self.tools, measures, self.sizes, self.folder, self.repetitions)
        return in_order(measures)

    def measure_sql(self):
        sizes = ",".join(map(str, self.sizes))
        return in_order(in_process(self.tools, "--parts", "sql", "--sizes", sizes, "--repetitions", self.repetitions))

    def directory(self, size):
        """A directory file of so many ateliers."""
        if size not in self.directories:
            csv = files.invent(self.tools, size, self.folder)
            _, self.directories[size], self.points[size] = files.measure_import(self.tools, csv, size, Effort(1))
        return self.directories[size]

    def measure_files(self):
        measures = []
        for size in self.sizes:
            csv = files.invent(self.tools, size, self.folder)
            measure, self.directories[size], self.points[size] = files.measure_import(
                self.tools, csv, size, Effort(self.repetitions)
            )
            measures.append(measure)
            effort = Effort(self.repetitions)
            measures.append(files.measure_export(self.tools, self.directories[size], self.points[size], size, effort))
            measures += self.over_file("file", size)
        return in_order(measures)

    def over_file(self, part, size):
        return in_process(self.tools, "--parts", part, "--file", self.directory(size), "--repetitions", self.repetitions)

    def measure_window(self):
        measures = []
        for size in WINDOW_SIZES if WINDOW_SIZE in self.sizes else self.sizes:
            if size in self.sizes:
                measures += self.over_file("window", size)
        if self.tools.qgis and self.points.get(WINDOW_SIZE):
            points = self.points[WINDOW_SIZE]
            windows.add_qgis_filter(self.tools, measures, WINDOW_SIZE, points, self.folder, self.repetitions)
        return in_order(measures)

    def measure_start(self):
        path = windows.starter(self.tools, self.folder)
        measures = windows.measure_start(self.tools, path, self.folder, self.repetitions)
        if self.tools.qgis:
            windows.add_qgis_start(self.tools, measures, path, self.folder, self.repetitions)
        return measures

    def measure_memory(self):
        directories = {size: self.directory(size) for size in self.sizes if size >= 100_000}
        return windows.measure_memory(self.tools, directories, self.folder, min(self.repetitions, 5))


def arguments():
    parser = argparse.ArgumentParser(prog="scripts/bench", description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--parts", default=",".join(PARTS), help="what to measure (default: all):\n" + ", ".join(PARTS))
    parser.add_argument("--sizes", default="1000,10000,100000,1000000", help="numbers of ateliers (default: %(default)s)")
    parser.add_argument("--repetitions", type=int, default=20, help="of everything (default: %(default)s)")
    parser.add_argument("--quick", action="store_true", help="1000 and 10000 ateliers, three repetitions: does it run?")
    parser.add_argument("--docs", action="store_true", help="put the tables into docs/performance.md as well")
    parser.add_argument("--from", dest="earlier", metavar="FILE.json", help="show an earlier result instead of measuring")
    parser.add_argument("--binaries", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--source", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--supercluster", help=argparse.SUPPRESS)
    parser.add_argument("--work", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.quick:
        chosen.sizes, chosen.repetitions = "1000,10000", 3
    chosen.sizes = sorted(int(size) for size in chosen.sizes.split(","))
    chosen.parts = chosen.parts.split(",")
    for part in chosen.parts:
        if part not in PARTS:
            parser.error(f"--parts: “{part}” is none of {', '.join(PARTS)}")
    return chosen


def measure(chosen):
    tools, absent = find_tools(chosen.binaries, chosen.supercluster)
    result = {"machine": machine.describe(tools, chosen.source), "repetitions": chosen.repetitions}
    result["absent"] = absent
    measures, failures, spent = [], [], {}
    with tempfile.TemporaryDirectory(prefix="repere-bench-", dir=chosen.work) as folder:
        suite = Suite(tools, chosen.sizes, chosen.repetitions, folder)
        for part in PARTS:
            if part not in chosen.parts:
                continue
            start = time.monotonic()
            say(f"Measuring {part}")
            try:
                measures += suite.run(part)
            except Failed as failure:
                say(f"{part}: {failure}")
                failures.append({"part": part, "what": str(failure)})
            except KeyboardInterrupt:  # what is measured is kept
                failures.append({"part": part, "what": "interrupted"})
                break
            finally:
                spent[part] = round(time.monotonic() - start, 1)
    result["machine"]["load_after"] = machine.load()
    result |= {"seconds": spent, "failures": failures, "measures": list(rows.with_ratios(measures))}
    return result


def main():
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    chosen = arguments()
    if chosen.earlier:
        with open(chosen.earlier, encoding="utf-8") as file:
            result = json.load(file)
    else:
        result = measure(chosen)
        json.dump(result, sys.stdout, ensure_ascii=False, indent=1)
        print()
    print(page.text(result), file=sys.stderr)
    if chosen.docs:
        page.put_into(os.path.join(chosen.source, "docs", "performance.md"), result)
    sys.exit(1 if result["failures"] else 0)


main()
