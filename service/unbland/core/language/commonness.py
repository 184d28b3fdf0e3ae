"""How common words and pairs of words are in postings, over all of them and over those of one trade.

The counts beside this file (`postings.tsv`) are made by `docs/words/count_postings.py` from 2,574 real postings; the
table holds counts only, no sentence.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import NamedTuple

#: Shares are written as parts of so many.
_UNIT = 10_000

#: A word that the table lacks stands in fewer postings than this share, in bits 11.
_RAREST = 0.0005

#: Being common in one trade makes a word half as common as being so in all.
_IN_TRADE = 0.5


class _Table(NamedTuple):
    """Shares of postings, from 0 to 1."""

    words: Mapping[str, float]
    pairs: frozenset[tuple[str, str]]
    trades: Mapping[str, Mapping[str, float]]


@lru_cache(maxsize=65_536)
def surprise(stem: str, trade: str = "") -> float:
    """How much a word tells, in bits: 1 where every second posting has it, 11 where hardly any does."""
    table = _table()
    return -math.log2(max(table.words.get(stem, 0.0), _IN_TRADE * table.trades.get(trade, {}).get(stem, 0.0), _RAREST))


def is_counted(stem: str) -> bool:
    """Whether several boards' postings have a word."""
    return stem in _table().words


def common_pairs(stems: Sequence[str]) -> int:
    """How many neighbours among these words of content are a pair that many postings have: "communic skill"."""
    pairs = _table().pairs
    return sum(pair in pairs for pair in pairwise(stems))


@cache
def _table() -> _Table:
    """The counts, read once."""
    words: dict[str, float] = {}
    pairs: set[tuple[str, str]] = set()
    trades: dict[str, dict[str, float]] = {}
    for line in files(__package__).joinpath("postings.tsv").read_text("utf-8").splitlines():
        kind, *rest = line.split("\t")
        if kind == "word":
            words[rest[0]] = int(rest[1]) / _UNIT
        elif kind == "pair":
            pairs.add((rest[0], rest[1]))
        elif kind == "trade":
            pairs_of_trade = (pair.rpartition(":") for pair in rest[1].split())
            trades[rest[0]] = {stem: int(share) / _UNIT for stem, _, share in pairs_of_trade}
    return _Table(words, frozenset(pairs), trades)
