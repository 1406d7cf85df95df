"""Reference reading of data/vocabulary, written apart from the C++ one so that each checks the other.

matcher = Matcher.load("data/vocabulary", "equipment"); matcher.match("Prusa et découpe laser") -> {"3d-printer", "laser-cutter"}
"""

import json
import pathlib
import re
import unicodedata

REVIEW = "to review"


def fold(text):
    """Lower case without accents; œ and æ spelt out; runs of anything else than letters and digits are one space."""
    text = text.casefold().replace("œ", "oe").replace("æ", "ae")
    text = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return " ".join(re.findall(r"[a-z0-9]+", text))


def singular(token):
    return token[:-1] if len(token) >= 4 and token[-1] in "sx" else token


class Matcher:
    def __init__(self, vocabulary, compounds):
        self.vocabulary = vocabulary
        self.compounds = sorted(({tuple(singular(p) for p in c): "".join(c) for c in compounds}).items(),
                                key=lambda item: -len(item[0]))
        self.names = {}      # tuple of tokens -> set of ids
        self.ambiguous = {}  # tuple of tokens -> words as written
        self.clashes = []
        for entry in vocabulary["entries"]:
            self._add(entry["id"], [entry["id"]])
            words = list(entry["label"].values()) + entry["synonyms"] + entry["brands"]
            for keys in entry["keys"].values():
                words += keys
            for word in words:
                self._add(word, [entry["id"]])
        for group in vocabulary["groups"]:
            for word in [group["id"], *group["label"].values(), *group["synonyms"]]:
                self._add(word, group["members"])
        for rule in vocabulary["ambiguous"]:
            for word in rule["words"]:
                tokens = self.tokens(word)
                if tokens in self.names:
                    self.clashes.append(f"“{word}” is ambiguous and also names {sorted(self.names[tokens])}")
                if tokens in self.ambiguous:
                    self.clashes.append(f"“{word}” is ambiguous twice")
                self.ambiguous[tokens] = word

    @classmethod
    def load(cls, folder, kind):
        folder = pathlib.Path(folder)
        read = lambda name: json.loads((folder / name).read_text(encoding="utf-8"))
        return cls(read(f"{kind}.json"), read("compounds.json")["compounds"])

    def _add(self, word, ids):
        tokens = self.tokens(word)
        known = self.names.setdefault(tokens, set(ids))
        if known != set(ids):
            self.clashes.append(f"“{word}” names both {sorted(known)} and {sorted(ids)}")

    def tokens(self, text):
        words, result, i = fold(text).split(), [], 0
        while i < len(words):
            for parts, joined in self.compounds:
                if tuple(singular(w) for w in words[i:i + len(parts)]) == parts:
                    result.append(joined)
                    i += len(parts)
                    break
            else:
                result.append(words[i])
                i += 1
        return tuple(singular(w) for w in result)

    def match(self, cell):
        """The set of ids of a cell; REVIEW is a member for words that are ambiguous or not understood."""
        whole = self.tokens(cell)
        if not whole:
            return set()
        if whole in self.ambiguous:
            return {REVIEW}
        if whole in self.names:
            return set(self.names[whole])
        found = set()
        for part in re.split(r"[|;,/+&\n]|\bet\b|\band\b", cell, flags=re.IGNORECASE):
            if tokens := self.tokens(part):
                found |= self._match_part(tokens)
        return found

    def _match_part(self, tokens):
        if tokens in self.ambiguous:
            return {REVIEW}
        if tokens in self.names:
            return set(self.names[tokens])
        spans = self._contained(tokens)
        if spans:
            return {REVIEW} if any(ids is None for ids in spans) else set().union(*spans)
        return self._typo(tokens) or {REVIEW}

    def _contained(self, tokens):
        """Longest names and ambiguous words inside, not overlapping; None stands for an ambiguous one."""
        taken, result = [False] * len(tokens), []
        for length in range(len(tokens), 0, -1):
            for start in range(len(tokens) - length + 1):
                piece = tokens[start:start + length]
                if any(taken[start:start + length]):
                    continue
                ids = self.names.get(piece)
                if ids is None and piece not in self.ambiguous:
                    continue
                taken[start:start + length] = [True] * length
                result.append(ids)
        return result

    def _typo(self, tokens):
        best, found = 99, set()
        for name, ids in list(self.names.items()) + [(n, None) for n in self.ambiguous]:
            if len(name) != len(tokens):
                continue
            total = 0
            for word, wanted in zip(tokens, name):
                limit = 2 if len(wanted) >= 9 else 1 if len(wanted) >= 5 else 0
                distance = edit_distance(word, wanted)
                if distance > limit:
                    break
                total += distance
            else:
                if total < best:
                    best, found = total, set()
                if total == best:
                    found |= {REVIEW} if ids is None else ids
        return found


def edit_distance(a, b):
    """Levenshtein distance in which two neighbours exchanged count once."""
    before, previous = None, list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        current = [i]
        for j, y in enumerate(b, 1):
            cost = min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (x != y))
            if before and i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, before[j - 2] + 1)
            current.append(cost)
        before, previous = previous, current
    return previous[-1]
