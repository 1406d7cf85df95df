"""What was measured: rows, their ratios, and how they are shown."""

import statistics


def quantile(values, part):
    return sorted(values)[int(part * (len(values) - 1) + 0.5)]


def row(name, size, unit, samples, limit=None):
    """A row of samples, each {"value", "processor"}. limit: {"value", "of": "median"|"p95", "own": bool}."""
    made = {"name": name, "size": size, "unit": unit, **summary(samples)}
    if limit:
        made["limit"] = limit
    return made


def summary(samples):
    values = [sample["value"] for sample in samples]
    return {
        "repetitions": len(values),
        "median": statistics.median(values),
        "p95": quantile(values, 0.95),
        "processor": statistics.median(sample["processor"] for sample in samples),
    }


def peer(name, factor, samples):
    """Another program that did the same: its median times `factor` is what is allowed."""
    return {"name": name, "factor": factor, **summary(samples)}


def references(measure):
    """(words, allowed, ratio, ratio of processor times) of everything that a row is held against."""
    limit = measure.get("limit")
    if limit:
        kind = "own mark" if limit["own"] else "budget"
        yield (
            f"{kind} {number(limit['value'])}" + (" (median)" if limit["of"] == "median" else ""),
            limit["value"],
            measure[limit["of"]] / limit["value"],
            measure["processor"] / limit["value"],
        )
    for other in peers(measure):
        allowed = other["median"] * other["factor"]
        work = other["processor"] * other["factor"]
        yield (
            f"{factor_words(other['factor'])}{other['name']} {number(other['median'])}",
            allowed,
            measure["median"] / allowed if allowed else None,
            measure["processor"] / work if work else None,
        )


def peers(measure):
    return ([measure["peer"]] if "peer" in measure else []) + measure.get("peers", [])


def factor_words(factor):
    if factor == 1:
        return ""
    return f"{factor:g} × " if factor > 1 else f"1/{1 / factor:g} of "


def number(value):
    if value == 0:
        return "0"
    return f"{value:.3f}" if abs(value) < 10 else f"{value:.1f}" if abs(value) < 1000 else f"{value:.0f}"


def with_ratios(measures):
    """The rows with "against", the list of what they are held against, for the JSON."""
    for measure in measures:
        against = [
            {"against": words, "allowed": allowed, "ratio": ratio, "ratio_processor": processor}
            for words, allowed, ratio, processor in references(measure)
        ]
        yield {**measure, "against": against}


HEADINGS = ["measure", "ateliers", "times", "median", "95th pct", "processor", "unit", "against", "ratio", "by processor"]


def lines(measures):
    """One line for each thing that a row is held against."""
    for measure in measures:
        first = True
        for words, _, ratio, processor in references(measure):
            yield [
                measure["name"] if first else "  the same",
                grouped(measure["size"]) if measure["size"] else "–",
                grouped(measure["repetitions"]),
                number(measure["median"]),
                number(measure["p95"]),
                number(measure["processor"]),
                measure["unit"],
                words,
                ratio_words(ratio),
                ratio_words(None if measure["unit"] in ("bytes", "%") else processor),
            ]
            first = False


def ratio_words(ratio):
    if ratio is None:
        return "–"
    return f"{ratio:.2f}" if ratio >= 0.01 else f"{ratio:.4f}"


def grouped(count):
    return f"{count:,}".replace(",", " ")


def growth(measures):
    """How often the cost of ten times as many ateliers is that of the former: 10 is in proportion."""
    by_name = {}
    for measure in measures:
        if measure["size"]:
            by_name.setdefault(measure["name"], {})[measure["size"]] = measure
    sizes = sorted({size for found in by_name.values() if len(found) > 1 for size in found})
    headings = ["cost, median", "unit"]
    for i, size in enumerate(sizes):
        headings.append(grouped(size))
        if i:
            headings.append("×")
    table = []
    for name, found in by_name.items():
        if len(found) < 2:
            continue
        line = [name.strip(), next(iter(found.values()))["unit"]]
        former = None
        for i, size in enumerate(sizes):
            here = found.get(size)
            line.append(number(here["median"]) if here else "–")
            if i:
                line.append(f"{here['median'] / former['median']:.1f}" if here and former and former["median"] else "–")
            former = here
        table.append(line)
    return headings, table


def text_table(headings, table):
    rows = [headings, *table]
    widths = [max(len(line[column]) for line in rows) for column in range(len(headings))]
    left = {column for column, word in enumerate(headings) if word in ("measure", "unit", "against", "cost, median")}
    return "\n".join(
        "  ".join(
            cell.ljust(widths[column]) if column in left else cell.rjust(widths[column]) for column, cell in enumerate(line)
        ).rstrip()
        for line in rows
    )
