"""The guard on its labelled sentences: each part measured and held against its committed figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from unbland.application.standing import Standing, standing_of, worst
from unbland.core.evaluation.sentences.committed import Committed, Part
from unbland.core.evaluation.sentences.labelled import Trade
from unbland.core.evaluation.sentences.measuring import Measured, measure
from unbland.errors import EvalSetInvalid


@dataclass(frozen=True, slots=True, kw_only=True)
class PartReport:
    """One part and how it stands."""

    name: str
    measured: Measured
    standing: Standing
    #: Whether committed figures apply: they are of whole parts.
    held: bool = True
    shortfalls: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GuardReport:
    """Every part that was measured."""

    parts: tuple[PartReport, ...]

    @property
    def standing(self) -> Standing:
        """How the run stands."""
        return worst(part.standing for part in self.parts)


def hold(
    parts: Mapping[Part, Sequence[Trade]], figures: Mapping[Part, Committed], only: Part | None = None
) -> GuardReport:
    """Measure whole parts and hold them against their figures.

    A part that has neither sentences nor figures is no part yet, and is left out unless it is asked for.
    """
    wanted = [part for part in parts if (parts[part] or part in figures if only is None else part is only)]
    return GuardReport(parts=tuple(_held(part, parts[part], figures.get(part)) for part in wanted))


def look_at(parts: Mapping[str, Sequence[Trade]]) -> GuardReport:
    """Measure any sentences; committed figures are of whole parts of the set, so none apply."""
    reports = []
    for name, trades in parts.items():
        measured = measure(trades)
        standing = Standing.HOLDS if measured.judged else Standing.EMPTY
        reports.append(PartReport(name=name, measured=measured, standing=standing, held=False))
    return GuardReport(parts=tuple(reports))


def only_trade(parts: Mapping[str, Sequence[Trade]], name: str) -> dict[str, tuple[Trade, ...]]:
    """The part that has this trade, with it alone; raises EvalSetInvalid where none has."""
    found = {
        part: tuple(trade for trade in trades if trade.trade.casefold() == name.casefold())
        for part, trades in parts.items()
    }
    if not any(found.values()):
        known = ", ".join(sorted(trade.trade for trades in parts.values() for trade in trades))
        raise EvalSetInvalid(f"There is no trade {name!r}; there are {known or 'none'}.")
    return {part: trades for part, trades in found.items() if trades}


def _held(part: Part, trades: Sequence[Trade], committed: Committed | None) -> PartReport:
    measured = measure(trades)
    shortfalls = committed.shortfalls(measured) if committed and measured.judged else ()
    standing = standing_of(measured=bool(measured.judged), committed=committed is not None, shortfalls=shortfalls)
    return PartReport(name=part, measured=measured, standing=standing, shortfalls=shortfalls)
