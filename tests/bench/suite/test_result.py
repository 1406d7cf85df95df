"""test_result.py RESULT.json PAGE.md: what scripts/bench wrote is whole, and comes into the page as it is."""

import json
import os
import shutil
import sys
import tempfile

import page

with open(sys.argv[1], encoding="utf-8") as file:
    result = json.load(file)

assert not result["failures"], result["failures"]
names = {measure["name"] for measure in result["measures"]}
wanted = {"filter change: counts, total, clusters", "counts of all facets", "CSV imported", "file opened, ready to filter"}
assert wanted <= names, wanted - names
for measure in result["measures"]:
    assert measure["against"], f"{measure['name']} is held against nothing"
    assert measure["repetitions"] >= 1 and 0 <= measure["median"] <= measure["p95"], measure
    for reference in measure["against"]:
        assert reference["ratio"] > 0 or measure["median"] == 0, measure

with tempfile.TemporaryDirectory() as folder:
    copy = os.path.join(folder, "page.md")
    shutil.copy(sys.argv[2], copy)
    page.put_into(copy, result)
    page.put_into(copy, result)  # again: the marks are still there
    with open(copy, encoding="utf-8") as file:
        text = file.read()
    with open(sys.argv[2], encoding="utf-8") as file:
        before = file.read()
assert page.markdown(result) in text
for kept in (before.split(page.BEGIN)[0], before.split(page.END)[1]):
    assert kept in text, "the page lost what stands around the tables"
