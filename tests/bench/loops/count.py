"""Instructions of the inner loops (repere-loops --count under callgrind) against what stands in instructions.json.

count.py BINARIES            fails when a loop takes 10 % more instructions than noted; skips (77) when they were counted with
                             another compiler, Qt, libc, processor or valgrind, for then they say nothing
count.py BINARIES --renew    notes what is counted now
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

BASELINE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "instructions.json")
ALLOWED = 1.10
ATELIERS = 5000
SKIPPED = 77


def skip(reason):
    print("Skipped:", reason)
    sys.exit(SKIPPED)


def count(program, data):
    """({circumstance: value}, {loop: instructions}, {loop: result})."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": folder,
            "XDG_CACHE_HOME": folder,
            "LC_ALL": "C.UTF-8",
            "QT_HASH_SEED": "0",
            "QT_QPA_PLATFORM": "offscreen",
            "REPERE_DATA": data,
        }
        command = ["valgrind", "--tool=callgrind", "--instr-atstart=no", "--separate-threads=yes"]
        command += [f"--callgrind-out-file={folder}/out"]
        command += [program, "--count", f"--ateliers={ATELIERS}"]
        done = subprocess.run(command, env=environment, cwd=folder, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            sys.exit(f"repere-loops under valgrind ended with {done.returncode}: {done.stderr[-1000:]}")
        said = [line.split("\t") for line in done.stdout.splitlines()]
        circumstances = {line[0]: line[1] for line in said if len(line) == 2}
        circumstances["valgrind"] = subprocess.run(
            ["valgrind", "--version"], capture_output=True, text=True, check=True
        ).stdout.strip()
        results = {line[1]: int(line[2]) for line in said if line[0] == "result"}
        counts = {}
        for name in (entry.name for entry in os.scandir(folder) if entry.is_file()):
            with open(os.path.join(folder, name), encoding="utf-8", errors="replace") as file:
                text = file.read() if name.endswith("-01") else ""  # the thread that runs the loops
            trigger = re.search(r"^desc: Trigger: Client Request: (.+)$", text, re.MULTILINE)
            total = re.search(r"^totals: (\d+)", text, re.MULTILINE)
            if trigger and total:
                counts[trigger[1]] = int(total[1])
        return circumstances, counts, results


def main():
    binaries, renew = os.path.abspath(sys.argv[1]), "--renew" in sys.argv[2:]
    program = os.path.join(binaries, "repere-loops")
    if not shutil.which("valgrind"):
        skip("valgrind is not here")
    if not os.path.exists(program):
        skip(f"{program} is not built")
    source = os.path.abspath(os.path.join(os.path.dirname(BASELINE), "..", "..", ".."))
    circumstances, counts, results = count(program, os.path.join(source, "data"))
    if not counts or counts.keys() != results.keys() or not all(counts.values()):
        sys.exit(f"counted {counts} for {list(results)}: was repere-loops built without valgrind/callgrind.h?")
    now = {"circumstances": circumstances, "ateliers": ATELIERS, "instructions": counts, "results": results}
    if renew:
        with open(BASELINE, "w", encoding="utf-8") as file:
            json.dump(now, file, indent=2, sort_keys=True)
            file.write("\n")
        print(f"Noted in {BASELINE}")
    with open(BASELINE, encoding="utf-8") as file:
        noted = json.load(file)
    others = {
        name: (noted["circumstances"].get(name), value)
        for name, value in circumstances.items()
        if noted["circumstances"].get(name) != value
    }
    if others:
        differences = ", ".join(f"{name} {here}, not {then}" for name, (then, here) in others.items())
        skip(f"counted with other circumstances: {differences}")
    worse = []
    for name in results:
        instructions = counts[name]
        before = noted["instructions"].get(name)
        ratio = instructions / before if before else float("inf")
        print(f"{name:20} {instructions:>12,} instructions, {before or 0:>12,} noted: {(ratio - 1) * 100:+.1f} %")
        if ratio > ALLOWED:
            worse.append(name)
        elif ratio < 1 / ALLOWED:
            print("  Better: scripts/bench --instructions --renew keeps it so")
        if results[name] != noted["results"].get(name):
            print(f"  Its result is {results[name]}, and was {noted['results'].get(name)}: not the same work")
    if worse:
        sys.exit(
            f"More than 10 % above what was noted: {', '.join(worse)}. If it must be so, say why in the commit and note it with"
            " scripts/bench --instructions --renew"
        )


main()
