"""Runs inside QGIS (qgis --code): says when the first picture with points was complete, then how long each filter takes until
the picture is complete again, and leaves. Times are counted from REPERE_QGIS_START (CLOCK_MONOTONIC, seconds)."""

import json
import os
import time

from qgis.core import QgsRectangle
from qgis.PyQt.QtCore import QEventLoop, QTimer
from qgis.utils import iface

SIZE = 1440, 900  # that of the window of Repère
MAINLAND = QgsRectangle(-5.2, 41.3, 9.6, 51.2)
PATIENCE = 60_000  # ms


def refreshed(canvas, act):
    """Milliseconds and processor time from `act` until the canvas has a whole new picture."""
    loop = QEventLoop()
    canvas.mapCanvasRefreshed.connect(loop.quit)
    QTimer.singleShot(PATIENCE, lambda: loop.exit(1))
    start, work = time.monotonic(), time.process_time()
    act()
    if loop.exec() != 0:
        os._exit(3)
    canvas.mapCanvasRefreshed.disconnect(loop.quit)
    return {"value": (time.monotonic() - start) * 1000, "processor": (time.process_time() - work) * 1000}


def has_points(canvas):
    """Whether anything is drawn: pixels of another colour than the ground's."""
    image = canvas.grab().toImage()
    ground = image.pixel(image.width() - 1, image.height() - 1)
    steps = range(0, image.width(), 2), range(0, image.height(), 2)
    return sum(image.pixel(x, y) != ground for x in steps[0] for y in steps[1]) > 50


def main():
    canvas = iface.mapCanvas()
    layer = iface.activeLayer()
    # Without a window manager QGIS is small when it comes, and looks elsewhere.
    iface.mainWindow().resize(*SIZE)
    act = canvas.zoomToFullExtent
    while True:
        refreshed(canvas, act)
        first = {
            "value": (time.monotonic() - float(os.environ["REPERE_QGIS_START"])) * 1000,
            "processor": time.process_time() * 1000,
        }
        if has_points(canvas):
            break
        act = canvas.refresh
    picture = os.environ.get("REPERE_QGIS_PICTURE")
    if picture:
        iface.mainWindow().grab().save(picture)
    answer = {"first": first, "features": layer.featureCount(), "filters": []}
    canvas.setCachingEnabled(False)

    def look_at_mainland():
        canvas.setExtent(MAINLAND)
        canvas.refresh()

    refreshed(canvas, look_at_mainland)
    for text in json.loads(os.environ["REPERE_QGIS_FILTERS"]):
        answer["filters"].append(refreshed(canvas, lambda text=text: layer.setSubsetString(text)))
        answer["left"] = layer.featureCount()
    with open(os.environ["REPERE_QGIS_ANSWER"], "w", encoding="utf-8") as file:
        json.dump(answer, file)
    os._exit(0)


QTimer.singleShot(0, main)
