"""The result as a page: for the terminal and for docs/performance.md."""

import rows

BEGIN, END = "<!-- measured: written by scripts/bench --docs -->", "<!-- end of measured -->"


def circumstances(result):
    """Where, with what and how busy, a line each."""
    place = result["machine"]
    yield f"{place['date']}, {place['processor']}, {place['threads']} threads, {place['memory_gb']} GB, {place['system']}"
    versions = place["versions"]
    yield "; ".join(str(version) for name, version in versions.items() if version and name != "commit")
    before, after = place["load_before"], place["load_after"]
    yield f"Load (1, 5, 15 minutes) before {before[0]} {before[1]} {before[2]}, after {after[0]} {after[1]} {after[2]}; commit {versions['commit']}"
    yield f"Took {round(sum(result['seconds'].values()))} s: " + ", ".join(f"{part} {spent:.0f}" for part, spent in result["seconds"].items())
    if result["absent"]:
        yield "Absent: " + ", ".join(result["absent"])
    for failure in result["failures"]:
        yield f"Failed: {failure['part']}: {failure['what']}"


def tables(result):
    yield rows.text_table(rows.HEADINGS, list(rows.lines(result["measures"])))
    headings, table = rows.growth(result["measures"])
    if table:
        yield rows.text_table(headings, table)


def text(result):
    return "\n\n".join(["\n".join(circumstances(result)), *tables(result)])


def markdown(result):
    facts = "\n".join(f"- {line}" for line in circumstances(result))
    parts = [f"```\n{table}\n```" for table in tables(result)]
    growth = "### How each cost grows\n\nFrom one size to the next, ten times as many ateliers; × is what the cost is multiplied by.\n\n"
    return "\n\n".join([facts, parts[0], *(growth + part for part in parts[1:])])


def put_into(path, result):
    """Replaces what stands between the two marks of the page."""
    with open(path, encoding="utf-8") as file:
        page = file.read()
    if page.count(BEGIN) != 1 or page.count(END) != 1:
        raise SystemExit(f"repere: {path}: the marks “{BEGIN}” and “{END}” must both be there once")
    before, rest = page.split(BEGIN)
    _, after = rest.split(END)
    with open(path, "w", encoding="utf-8") as file:
        file.write(f"{before}{BEGIN}\n\n{markdown(result)}\n\n{END}{after}")
