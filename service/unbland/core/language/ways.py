"""The ways in which a stretch of what a pattern matches may read, as far as they can be written out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from unbland.core.language.pieces import TOO_FREQUENT, frequency

#: Stands for `\b`: a blank, where a sign of a word stands before it or comes behind it.
EDGE = "\b"

#: More ways than this to write one stretch are not followed.
MOST_WAYS = 48

#: How a stretch may read.
Ways = frozenset[str]
NOTHING: Ways = frozenset({""})
BLANK: Ways = frozenset({" "})


class Walked(NamedTuple):
    """What is known after some parts."""

    #: How the text may read up to here, since the last place that may hold anything.
    ways: Ways
    needs: tuple[Ways, ...] = ()
    #: Whether `ways` goes on from the ways before, as nothing between may hold anything.
    unbroken: bool = True

    def all(self) -> tuple[Ways, ...]:
        """What the text needs if the pattern ends here."""
        return (*self.needs, finished(self.ways))


def broken(ways: Ways) -> Walked:
    """Anything may stand here: a new stretch begins."""
    return Walked(NOTHING, (finished(ways),), unbroken=False)


def either(without: Ways, once: Walked) -> Walked:
    """The ways with and without what may be left out."""
    together = without | once.ways
    return Walked(together) if once.unbroken and len(together) <= MOST_WAYS else broken(without)


def extended(ways: Ways, signs: Ways) -> Walked:
    """Every way with every sign behind it."""
    longer = frozenset(way for known in ways for sign in signs if (way := _plus(known, sign)) is not None)
    return Walked(longer) if len(longer) <= MOST_WAYS else Walked(signs, (finished(ways),), unbroken=False)


def _plus(way: str, sign: str) -> str | None:
    """A way with one sign behind it; None where an edge forbids that."""
    gap = sign.startswith(" ")
    if not way.endswith(EDGE):
        return way + (sign[1:] if gap and way.endswith(" ") else sign)
    before = way[:-1]
    if not before:
        return sign if gap else f" {sign}"
    return before + sign if before.endswith(" ") is not gap else None


def finished(ways: Ways) -> Ways:
    """The ways as pieces; an edge behind a word is a blank."""
    return frozenset(way.replace(f" {EDGE}", " ").replace(EDGE, " " if len(way) > 1 else "") for way in ways)


def rarest_of(known: Iterable[Ways]) -> Ways | None:
    """The pieces that are the rarest in text; None where none are rare enough."""
    rarest = min(known, key=frequency)
    return rarest if frequency(rarest) < TOO_FREQUENT else None
