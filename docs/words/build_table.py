"""Build WordNet 3.0's table of words and meanings: `python docs/words/build_table.py docs/words/vocabulary.txt`.

Reads `/usr/share/wordnet` (Debian package `wordnet-base`) and a vocabulary, one lower-case word a line, and writes
`service/unbland/core/language/wordnet.tsv`. One row a word: the word, how often it is a verb (`v` mostly, `b` at times,
`n` rarely, `-` never), and the numbers of the meanings that it shares with another word of the vocabulary. An irregular
form has `=` and the word it is a form of.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

WORDNET = Path("/usr/share/wordnet")
TABLE = Path(__file__).parents[2] / "service" / "unbland" / "core" / "language" / "wordnet.tsv"
PARTS = {"noun": "1", "verb": "2", "adj": "3", "adv": "4"}

#: Only a word's first meanings, which WordNet orders by how common they are: the rare ones join words ("draw" and
#: "run") that nobody takes for each other.
MEANINGS = {"noun": 3, "verb": 4, "adj": 3, "adv": 2}

#: Shares of a word's uses as a verb, above which it is mostly one and below which rarely.
MOSTLY, RARELY = 0.7, 0.25

#: Letters that two words of one root begin with: "choose" and "choice".
ROOT = 3

#: Endings of words for people, who are not what they do: "teach" and "teacher".
PERSONS = ("er", "or", "ist", "ee")

NOTICE = (
    "# From WordNet 3.0, Copyright 2006 by Princeton University. All rights reserved. Used under its licence,"
    " https://wordnet.princeton.edu/license-and-commercial-use"
)


def main(vocabulary: Path) -> None:
    """Write the table."""
    known = set(vocabulary.read_text("utf-8").split())
    members = {part: _members(part) for part in PARTS}
    uses = _uses()
    meanings: dict[str, list[str]] = defaultdict(list)
    parts: dict[str, set[str]] = defaultdict(set)
    for part in PARTS:
        for lemma, offsets in _index(part):
            if lemma in known:
                parts[lemma].add(part)
                shared = (o for o in offsets[: MEANINGS[part]] if len(known.intersection(members[part][o])) > 1)
                meanings[lemma] += [f"{part}{offset}" for offset in shared]
    for number, pair in enumerate(_derived(known)):
        for word in pair:
            parts.setdefault(word, set())
            meanings[word].append(f"derived{number}")
    numbers = {name: number for number, name in enumerate(sorted({m for row in meanings.values() for m in row}))}
    codes = {lemma: " ".join(sorted(f"{numbers[name]:x}" for name in row)) for lemma, row in meanings.items()}
    rows = (
        f"{lemma}\t{_verbness(parts[lemma], uses[lemma])}\t{codes.get(lemma, '')}"
        for lemma in sorted(parts)
        if meanings[lemma] or "verb" in parts[lemma]
    )
    irregular = (f"{form}\t=\t{lemma}" for form, lemma in _irregular() if lemma in parts)
    TABLE.write_text("\n".join([NOTICE, *rows, *irregular]) + "\n", "utf-8")


def _members(part: str) -> dict[str, list[str]]:
    """Offset of each meaning → the words that share it."""
    found = {}
    for line in (WORDNET / f"data.{part}").read_text("latin-1").splitlines():
        if not line.startswith("  "):
            fields = line.split()
            words = (fields[4 + 2 * place] for place in range(int(fields[3], 16)))
            found[fields[0]] = [re.sub(r"\(.*\)", "", word).lower() for word in words]
    return found


def _derived(known: set[str]) -> list[tuple[str, str]]:
    """Pairs of words of one root in two parts of speech: "decide" and "decision"."""
    words = {(part, offset): row for part in PARTS for offset, row in _members(part).items()}
    pairs = set()
    for part in PARTS:
        for line in (WORDNET / f"data.{part}").read_text("latin-1").splitlines():
            for match in re.finditer(r" \+ (\d{8}) ([nvar]) (\d\d)(\d\d)", line.partition("|")[0]):
                other = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}[match[2]]
                one = words[part, line[:8]][int(match[3], 16) - 1]
                two = words[other, match[1]][int(match[4], 16) - 1]
                alike = one[:ROOT] == two[:ROOT] and min(len(one), len(two)) >= ROOT and {one, two} <= known
                if alike and not any(word.endswith(PERSONS) for word in (one, two)):
                    pairs.add((min(one, two), max(one, two)))
    return sorted(pair for pair in pairs if pair[0] != pair[1])


def _index(part: str) -> list[tuple[str, list[str]]]:
    """Each single word with the offsets of its meanings, the most common first."""
    lines = (line.split() for line in (WORDNET / f"index.{part}").read_text("latin-1").splitlines() if line[0] != " ")
    return [(fields[0], fields[-int(fields[2]) :]) for fields in lines if "_" not in fields[0]]


def _irregular() -> list[tuple[str, str]]:
    """Each form that no rule makes, with its word: "taught" and "teach"."""
    lines = [
        line.split()
        for part in ("verb", "noun")
        for line in (WORDNET / f"{part}.exc").read_text("latin-1").splitlines()
    ]
    return sorted({(line[0], line[1]) for line in lines if "_" not in line[0]})


def _uses() -> dict[str, Counter[str]]:
    """Word → part of speech → how often WordNet's texts have it."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for line in (WORDNET / "cntlist.rev").read_text("latin-1").splitlines():
        key, _, count = line.split()
        lemma, _, rest = key.partition("%")
        found[lemma][{"5": "3"}.get(rest[0], rest[0])] += int(count)
    return found


def _verbness(parts: set[str], uses: Counter[str]) -> str:
    if "verb" not in parts:
        return "-"
    # One more of each part that it can be, so that a word without counts is judged by what it can be.
    weights = {PARTS[part]: uses[PARTS[part]] + 1 for part in parts}
    share = weights["2"] / sum(weights.values())
    return "v" if share >= MOSTLY else "n" if share < RARELY else "b"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
