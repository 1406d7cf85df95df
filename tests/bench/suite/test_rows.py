"""The arithmetic of the tables."""

import unittest

import rows


def samples(*values):
    return [{"value": value, "processor": value / 2} for value in values]


class TestRows(unittest.TestCase):
    def test_quantiles(self):
        hundred = list(range(100, 0, -1))
        self.assertEqual(rows.quantile(hundred, 0.95), 95)
        self.assertEqual(rows.quantile([7], 0.95), 7)
        self.assertEqual(rows.summary(samples(3, 1, 2))["median"], 2)

    def test_a_budget_is_for_the_percentile_it_names(self):
        for of, expected in (("p95", 4.0), ("median", 2.0)):
            made = rows.row("it", 0, "ms", samples(10, 20, 20, 20, 40), {"value": 10, "of": of, "own": False})
            ((words, allowed, ratio, processor),) = rows.references(made)
            self.assertTrue(words.startswith("budget 10.0"))
            self.assertEqual((allowed, ratio, processor), (10, expected, 1.0))

    def test_a_peer_allows_a_multiple_or_a_part(self):
        made = rows.row("it", 0, "ms", samples(30, 30, 30))
        for factor, ratio, words in ((3, 1.0, "3 × other 10.0"), (0.5, 6.0, "1/2 of other 10.0"), (1, 3.0, "other 10.0")):
            made["peer"] = rows.peer("other", factor, samples(10, 10, 1000))
            ((said, _, found, _),) = rows.references(made)
            self.assertEqual((said, found), (words, ratio))

    def test_growth_compares_with_the_size_before(self):
        table = [rows.row("it", size, "ms", samples(cost)) for size, cost in ((1000, 2), (10_000, 30), (1_000_000, 60))]
        table += [rows.row("once", 1000, "ms", samples(1)), rows.row("no size", 0, "ms", samples(1))]
        headings, lines = rows.growth(table)
        self.assertEqual(headings[2:], ["1 000", "10 000", "×", "1 000 000", "×"])
        self.assertEqual(lines, [["it", "ms", "2.000", "30.0", "15.0", "60.0", "2.0"]])


unittest.main(argv=["test_rows"])
