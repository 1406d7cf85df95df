"""Runs inside QGIS (qgis --code): says when the first picture of the layer was complete, then how long each filter takes
until the picture is complete again, and leaves. Times are counted from REPERE_QGIS_START (CLOCK_MONOTONIC, seconds)."""

import json
import os
import time

from qgis.PyQt.QtCore import QEventLoop, QTimer
from qgis.utils import iface


def refreshed(canvas, act):
    """Milliseconds and processor time from `act` until the canvas has a whole new picture."""
    loop = QEventLoop()
    canvas.mapCanvasRefreshed.connect(loop.quit)
    start, work = time.monotonic(), time.process_time()
    act()
    loop.exec()
    canvas.mapCanvasRefreshed.disconnect(loop.quit)
    return {"value": (time.monotonic() - start) * 1000, "processor": (time.process_time() - work) * 1000}


def main():
    canvas = iface.mapCanvas()
    layer = iface.activeLayer()
    if canvas.layerCount() == 0 or canvas.isDrawing():
        refreshed(canvas, lambda: None)
    answer = {
        "first": {
            "value": (time.monotonic() - float(os.environ["REPERE_QGIS_START"])) * 1000,
            "processor": time.process_time() * 1000,
        },
        "features": layer.featureCount(),
        "filters": [],
    }
    canvas.setCachingEnabled(False)
    for text in json.loads(os.environ["REPERE_QGIS_FILTERS"]):
        answer["filters"].append(refreshed(canvas, lambda text=text: layer.setSubsetString(text)))
    with open(os.environ["REPERE_QGIS_ANSWER"], "w", encoding="utf-8") as file:
        json.dump(answer, file)
    os._exit(0)


QTimer.singleShot(0, main)
