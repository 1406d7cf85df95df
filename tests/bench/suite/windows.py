"""The window in a process of its own: its start and its memory; QGIS beside it."""

import json
import os
import re
import select
import subprocess
import tempfile
import time

import rows
from processes import Effort, Failed, timed

QGIS_SCRIPT = os.path.join(os.path.dirname(__file__), "peers", "qgis_canvas.py")
PATIENCE = 120  # seconds for one start
STEP = re.compile(rb"^start: (\d+) ms, processor (\d+) ms: (\w+)$", re.MULTILINE)


def starter(tools, folder):
    """The directory that everybody begins with, and its points for QGIS."""
    path = os.path.join(folder, "starter.gpkg")
    timed([tools.cli, "new", path, "--starter"])
    return path


def points_of(tools, directory):
    """The same ateliers as a plain GeoPackage with its spatial index, which QGIS likes best."""
    path = directory[:-5] + "-points.gpkg"
    if not os.path.exists(path):
        timed([tools.cli, "--directory", directory, "export", "--to", path])
    return path


def own_folders(folder):
    """Settings and caches that belong to the bench: the same for every start, nothing of the person's."""
    kinds = {kind: os.path.join(folder, "xdg", kind.lower()) for kind in ("CONFIG", "STATE", "DATA", "CACHE")}
    return {**os.environ, **{f"XDG_{kind}_HOME": path for kind, path in kinds.items()}}


def start_window(tools, path, folder, quits):
    """The window in a process that says when its steps are done (REPERE_TRACE_START)."""
    environment = {**own_folders(folder), "REPERE_TRACE_START": "quit" if quits else "1"}
    return subprocess.Popen(
        [tools.window, path], env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )


def steps_until(process, last):
    """{step: {"value", "processor"}}, read until the step `last`."""
    said = b""
    end = time.monotonic() + PATIENCE
    while last.encode() not in (match[2] for match in STEP.findall(said)):
        ready, _, _ = select.select([process.stderr], [], [], max(0, end - time.monotonic()))
        more = os.read(process.stderr.fileno(), 65536) if ready else b""
        if not more:
            raise Failed(f"the window did not say “{last}”: {said.decode(errors='replace')[-300:]}")
        said += more
    return {step.decode(): {"value": float(wall), "processor": float(work)} for wall, work, step in STEP.findall(said)}


def measure_start(tools, path, folder, repetitions):
    usable, still = [], []
    for _ in Effort(repetitions):
        with start_window(tools, path, folder, quits=True) as process:
            try:
                steps = steps_until(process, "still")
                usable.append(steps["usable"])
                still.append(steps["still"])
                process.wait(PATIENCE)
            finally:
                process.kill()
    return [
        rows.row("window usable from a cold process", 0, "ms", usable, {"value": 1000, "of": "p95", "own": False}),
        rows.row("window complete, tiles too", 0, "ms", still, {"value": 2000, "of": "p95", "own": True}),
    ]


def memory_of(tools, path, folder):
    """Bytes of the window at rest, its share of what it has in common with others (PSS)."""
    with start_window(tools, path, folder, quits=False) as process:
        try:
            steps_until(process, "still")
            time.sleep(0.5)
            with open(f"/proc/{process.pid}/smaps_rollup", encoding="ascii") as rollup:
                for line in rollup:
                    if line.startswith("Pss:"):
                        return int(line.split()[1]) * 1024
        finally:
            process.kill()
    raise Failed("smaps_rollup has no Pss")


def measure_memory(tools, files, folder, repetitions):
    """Bytes per atelier beyond the window with an empty directory; `files` by size."""
    empty = os.path.join(folder, "empty.gpkg")
    timed([tools.cli, "new", empty])
    emptiness = [memory_of(tools, empty, folder) for _ in range(repetitions)]
    base = sorted(emptiness)[len(emptiness) // 2]
    measures = []
    for size, path in files.items():
        samples = []
        for _ in Effort(repetitions, 20):
            value = (memory_of(tools, path, folder) - base) / size
            samples.append({"value": value, "processor": value})
        limit = {"value": 600, "of": "median", "own": False}
        measures.append(rows.row("memory of the process per atelier", size, "bytes", samples, limit))
    return measures


def run_qgis(tools, points, folder, filters=()):
    """QGIS in a new process over a file of points: {"first": sample, "filters": [sample]}."""
    answer = os.path.join(folder, "qgis.json")
    with tempfile.TemporaryDirectory(dir=folder) as profiles:
        environment = {
            **own_folders(folder),
            "REPERE_QGIS_ANSWER": answer,
            "REPERE_QGIS_FILTERS": json.dumps(list(filters)),
            "REPERE_QGIS_START": repr(time.monotonic()),
            "QT_QPA_PLATFORM": "xcb",
        }
        command = [tools.qgis, "--nologo", "--noversioncheck", "--profiles-path", profiles]
        command += ["--code", QGIS_SCRIPT, points]
        patience = PATIENCE + 5 * len(filters)
        done = subprocess.run(command, env=environment, capture_output=True, check=False, timeout=patience)
    if not os.path.exists(answer):
        raise Failed(f"QGIS ended with {done.returncode}: {done.stderr.decode(errors='replace')[-500:]}")
    with open(answer, encoding="utf-8") as file:
        said = json.load(file)
    os.remove(answer)
    return said


def add_qgis_start(tools, measures, path, folder, repetitions):
    points = points_of(tools, path)
    run_qgis(tools, points, folder)  # once, so that its files are in memory as ours are
    samples = [run_qgis(tools, points, folder)["first"] for _ in Effort(repetitions, 50)]
    for measure in measures:
        if measure["name"] == "window usable from a cold process":
            measure["peer"] = rows.peer("QGIS, first picture", 0.5, samples)


def add_qgis_filter(tools, measures, size, points, folder, repetitions):
    """Filter → picture, over the GeoPackage of ogr2ogr; some of the window's filters, in QGIS's words."""
    usual = [
        "\"region\" = '84'",
        "\"region\" = '84' AND \"equipment\" LIKE '%3d-printer%'",
        "\"region\" IN ('84', '53', '11')",
        "",
    ]
    wanted = [usual[i % len(usual)] for i in range(repetitions)]
    samples = run_qgis(tools, points, folder, wanted)["filters"]
    for measure in measures:
        if measure["name"] == "window: filter change painted" and measure["size"] == size:
            measure["peer"] = rows.peer("QGIS, setSubsetString", 1, samples)
