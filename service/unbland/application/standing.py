"""How a measured part of an eval set stands against its committed figures, and how a run of several parts does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum


class Standing(StrEnum):
    """How a part, or the whole run, stands."""

    #: It holds the committed figures, or none apply and something was measured.
    HOLDS = "holds"
    SHORT = "falls short"
    #: There was nothing to measure: never a pass.
    EMPTY = "nothing measured"
    #: Figures are held for this part, and nobody has committed any.
    UNCOMMITTED = "no committed figures"


#: The worse hides the better: a run is as bad as its worst part.
_WORST_FIRST = (Standing.UNCOMMITTED, Standing.EMPTY, Standing.SHORT, Standing.HOLDS)


def standing_of(*, measured: bool, committed: bool, shortfalls: Sequence[str]) -> Standing:
    """How a part stands that is held against figures; `shortfalls` are those that it does not hold."""
    if not measured:
        return Standing.EMPTY
    if not committed:
        return Standing.UNCOMMITTED
    return Standing.SHORT if shortfalls else Standing.HOLDS


def worst(standings: Iterable[Standing]) -> Standing:
    """How a run of these parts stands; a run of no part measured nothing."""
    found = set(standings)
    return next((standing for standing in _WORST_FIRST if standing in found), Standing.EMPTY)
