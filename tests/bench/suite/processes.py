"""Programs run to be measured."""

import os
import subprocess
import time


class Failed(Exception):
    """A program that was to be measured did not do its work."""


def timed(command, **options):
    """Runs a program to its end: {"value": ms, "processor": ms of all its threads and children}."""
    start = time.monotonic()
    with subprocess.Popen(
        [str(word) for word in command], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **options
    ) as process:
        said = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise Failed(f"{command[0]} ended with {process.returncode}: {said.decode(errors='replace')[-500:]}")
    return {"value": (time.monotonic() - start) * 1000, "processor": (usage.ru_utime + usage.ru_stime) * 1000}


class Effort:
    """So many repetitions, but no longer than patience lasts; three at least, two where one takes tens of seconds."""

    def __init__(self, repetitions, patience=25):
        self.repetitions = repetitions
        self.patience = patience

    def __iter__(self):
        start = time.monotonic()
        for done in range(self.repetitions):
            spent = time.monotonic() - start
            least = 2 if done and spent / done > 10 else 3
            if done >= least and spent > self.patience:
                return
            yield done
