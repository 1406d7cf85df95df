"""The result as a page: for the terminal and for docs/performance.md."""

import rows

BEGIN, END = "<!-- measured: written by scripts/bench --docs -->", "<!-- end of measured -->"


def circumstances(result):
    """Where, with what and how busy, a line each."""
    place = result["machine"]
    yield ", ".join(
        [place["date"], place["processor"], f"{place['threads']} threads", f"{place['memory_gb']} GB", place["system"]]
    )
    versions = place["versions"]
    yield "; ".join(str(version) for name, version in versions.items() if version and name != "commit")
    loads = [" ".join(map(str, place[when])) for when in ("load_before", "load_after")]
    yield f"Load (1, 5, 15 minutes) before {loads[0]}, after {loads[1]}; commit {versions['commit']}"
    parts = ", ".join(f"{part} {spent:.0f}" for part, spent in result["seconds"].items())
    yield f"Took {round(sum(result['seconds'].values()))} s: {parts}"
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
    growth = (
        "### How each cost grows\n\n"
        "From one size to the next, ten times as many ateliers; × is what the cost is multiplied by.\n\n"
    )
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
