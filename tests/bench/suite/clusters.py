"""supercluster: the points that a filter leaves indexed anew and the view asked, as a web map does it."""

import json
import os
import subprocess

import rows
from processes import Failed, timed

SCRIPT = os.path.join(os.path.dirname(__file__), "peers", "supercluster.mjs")
ROWS = {"all": "filter change that leaves all", "rounds": "eleven filters in three views, in turn"}


def add_supercluster(tools, measures, sizes, folder, repetitions):
    """Sets the peer beside the filter changes of repere-bench."""
    for size in sizes:
        chosen = os.path.join(folder, f"selections-{size}")
        os.makedirs(chosen)
        timed([tools.bench, "--selections", size, "--to", chosen])
        done = subprocess.run(
            [tools.node, "--max-old-space-size=8192", SCRIPT, tools.supercluster, chosen, str(repetitions)],
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode != 0:
            raise Failed(f"supercluster: {done.stderr[-500:]}")
        samples = json.loads(done.stdout)
        for measure in measures:
            for kind, name in ROWS.items():
                if measure["name"] == name and measure["size"] == size:
                    # The design asks it of a million that are all indexed anew.
                    factor = 1 / 200 if kind == "all" and size >= 1_000_000 else 1
                    measure["peer"] = rows.peer("supercluster", factor, samples[kind])
