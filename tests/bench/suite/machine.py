"""Where and with what was measured."""

import datetime
import json
import os
import platform
import shutil
import subprocess


def first_line(*command):
    """What a program says of itself; None when it is not there."""
    if not shutil.which(command[0]):
        return None
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    said = (done.stdout or done.stderr).strip().splitlines()
    return said[0] if said else None


def package_version(folder):
    with open(os.path.join(folder, "package.json"), encoding="utf-8") as file:
        return json.load(file)["version"]


def debian_version(package):
    """QGIS itself takes seconds to say its version, and wants a display."""
    said = first_line("dpkg-query", "--show", "--showformat=${Package} ${Version}", package)
    return said or package


def processor_model():
    with open("/proc/cpuinfo", encoding="utf-8") as info:
        for line in info:
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    return platform.machine()


def memory_gigabytes():
    return round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30, 1)


def load():
    return [round(value, 2) for value in os.getloadavg()]


def describe(tools, source):
    said = subprocess.run([tools.cli, "--version"], capture_output=True, text=True, check=True).stdout.strip()
    commit = first_line("git", "-C", source, "describe", "--always", "--dirty")
    system = platform.freedesktop_os_release().get("PRETTY_NAME", platform.system())
    return {
        "date": datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d %H:%M UTC"),
        "processor": processor_model(),
        "threads": os.cpu_count(),
        "memory_gb": memory_gigabytes(),
        "system": f"{system}, Linux {platform.release()}",
        "load_before": load(),
        "versions": {
            "repere": " · ".join(said.splitlines()),
            "commit": commit,
            "libraries": subprocess.run([tools.bench, "--versions"], capture_output=True, text=True, check=True).stdout.strip(),
            "gcc": first_line("g++", "--version"),
            "ogr2ogr": first_line("ogr2ogr", "--version"),
            "node": tools.node and f"node {first_line(tools.node, '--version')}",
            "supercluster": tools.supercluster and f"supercluster {package_version(tools.supercluster)}",
            "qgis": tools.qgis and debian_version("qgis"),
        },
    }
