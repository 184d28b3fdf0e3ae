"""Which trade a job's title names, and what everybody in that trade handles (`trades.txt` beside this file)."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from unbland.core.language.words import is_content, stem, tokens

#: Words of the longest name of a trade: "early years teacher".
_LONGEST = 3

_WORD = re.compile(r"[a-z0-9][a-z0-9.+#&-]*|\.net")


class Trade(NamedTuple):
    """A trade, and the stems of what goes without saying in it."""

    name: str
    everyday: frozenset[str]


@cache
def trades() -> tuple[Trade, ...]:
    """All trades of the table."""
    return tuple(Trade(name, _stems(everyday)) for name, _, everyday in _rows())


@lru_cache(maxsize=2_048)
def trade_of(title: str) -> Trade | None:
    """The trade that a title names, by the longest name in it and the last of those; None where none is known."""
    words = _WORD.findall(title.lower())
    named = _named()
    for length in range(_LONGEST, 0, -1):
        for start in range(len(words) - length, -1, -1):
            phrase = " ".join(words[start : start + length])
            found = named.get(phrase) or named.get(phrase.removesuffix("s"))
            if found is not None:
                return found
    return None


@cache
def everyday(name: str) -> frozenset[str]:
    """The stems of what goes without saying in a trade, by its name; empty for none that is known."""
    return next((trade.everyday for trade in trades() if trade.name == name), frozenset())


@cache
def everyday_somewhere() -> frozenset[str]:
    """The stems of what goes without saying in any trade."""
    return frozenset[str]().union(*(trade.everyday for trade in trades()))


@cache
def _named() -> dict[str, Trade]:
    """Names of trades, in small letters, with their trades; the first row that has a name keeps it."""
    named: dict[str, Trade] = {}
    for trade, (_, names, _) in zip(trades(), _rows(), strict=True):
        for name in names.split(","):
            named.setdefault(name.strip(), trade)
    return named


@cache
def _rows() -> tuple[tuple[str, str, str], ...]:
    text = files(__package__).joinpath("trades.txt").read_text("utf-8")
    rows = (line.split("|") for line in text.splitlines() if line and not line.startswith("#"))
    return tuple((name.strip(), names, everyday) for name, names, everyday in rows)


def _stems(words: str) -> frozenset[str]:
    return frozenset(stem(token.text) for token in tokens(words) if is_content(token.text))
