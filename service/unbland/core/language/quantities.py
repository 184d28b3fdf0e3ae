"""Typed quantities in text: money, percentages, spans of time, dates, times, counts and ordinals, with their bounds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import TypedDict

from unbland.core.language import amounts
from unbland.core.language.amounts import Amount
from unbland.core.language.clock import CLOCK, times
from unbland.core.language.dates import MONTHS, Day, dates
from unbland.core.language.measures import is_measured, measure
from unbland.core.language.net import Net
from unbland.core.language.ranges import as_range
from unbland.core.language.units import DOLLARS, SPAN_SCALES
from unbland.core.language.words import folded

_PHONE = re.compile(r"(?<![\w$])(?:\+\d{1,3}[ .-]?)?(?:\(\d{2,4}\)\s?|\d{3,4}[ .-])\d{3,4}[ .-]\d{3,4}(?!\w)")

_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"(?:19|20)\d\d")
#: The letters that every month begins with.
_MONTHS = frozenset(month[:3] for month in MONTHS)


#: Without any of these a text has no figure.
_NUMBER = Net((_DIGIT, amounts.NUMERAL, CLOCK))


class QuantityKind(StrEnum):
    """What a figure measures."""

    MONEY = "money"
    PERCENT = "percent"
    DURATION = "duration"
    DATE = "date"
    TIME = "time"
    #: A number of things, and any number of which the text does not say what it counts.
    COUNT = "count"
    ORDINAL = "ordinal"


#: Kinds that say how much, and kinds that say when.
SUMS = frozenset({QuantityKind.MONEY, QuantityKind.PERCENT, QuantityKind.DURATION, QuantityKind.COUNT})
MOMENTS = frozenset({QuantityKind.DATE, QuantityKind.TIME})


class Bound(StrEnum):
    """How far a figure commits its writer."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    RANGE = "range"
    ABOUT = "about"


@dataclass(frozen=True, kw_only=True)
class Quantity:
    """One figure of a text, in one form however it was written, with its half-open place."""

    kind: QuantityKind
    bound: Bound
    text: str
    start: int
    end: int
    #: Both ends of a range; the same value twice for an exact figure; None for an end that is open. Times are minutes
    #: after midnight.
    low: Decimal | None = None
    high: Decimal | None = None
    #: A span of time (`year`), a date as far as it is known (`2026-12-18`), the stems of the nouns that are counted.
    unit: str = ""
    #: ISO 4217, or `$` where the text does not say which dollar.
    currency: str = ""
    #: What it is counted or paid for: `year`, `week`, `hour`; empty where the text does not say.
    period: str = ""

    @cached_property
    def values(self) -> tuple[QuantityKind, Bound, Decimal | None, Decimal | None, str]:
        """What two figures must share to be the same one, in the smallest units: 12 months are 1 year."""
        if self.kind is QuantityKind.COUNT:
            unit, scale = "", measure(self.unit)[1]
        else:
            unit, scale = SPAN_SCALES.get(self.unit, (self.unit, Decimal(1)))
        low, high = (None if end is None else end * scale for end in (self.low, self.high))
        return (self.kind, self.bound, low, high, unit)

    def says(self, other: Quantity) -> bool:
        """Whether this figure says no more and no less than the other: value, bound, currency, period, what is counted.

        A bare `$` here may stand for any dollar there, never the other way round.
        """
        return (
            self.values == other.values
            and self.period == other.period
            and (self.currency == other.currency or (self.currency == "$" and other.currency in DOLLARS))
            and _counts_the_same(self, other)
        )


class _Place(TypedDict):
    text: str
    start: int
    end: int


_EXACT = Quantity(kind=QuantityKind.COUNT, bound=Bound.EXACT, text="", start=0, end=0)


def _counts_the_same(one: Quantity, other: Quantity) -> bool:
    """Whether two counts share a noun or a measure; a figure that names none may count anything."""
    if one.kind is not QuantityKind.COUNT or not one.unit or not other.unit:
        return True
    mine, its = measure(one.unit)[0], measure(other.unit)[0]
    # "Bottles of 19 kg" are not 19 bottles.
    return not mine.isdisjoint(its) and is_measured(one.unit) is is_measured(other.unit)


@lru_cache(maxsize=4_096)
def quantities(text: str) -> tuple[Quantity, ...]:
    """Every figure of a text, in order."""
    if not _NUMBER.caught(text):
        return ()
    fixed = [*_fixed(text)]
    taken = _places(text, fixed)
    free = [amount for amount in amounts.find(text) if not any(taken[amount.start : amount.end])]
    return tuple(sorted([*fixed, *_measured(text, free)], key=lambda quantity: quantity.start))


def without_figures(text: str) -> str:
    """The words of a text around its figures."""
    for figure in reversed(quantities(text)):
        text = f"{text[: figure.start]} {text[figure.end :]}"
    return text


def _places(text: str, found: Iterable[Quantity | Day]) -> bytearray:
    """One byte for each character, set where one of these stands."""
    taken = bytearray(len(text))
    for one in found:
        taken[one.start : one.end] = b"\1" * (one.end - one.start)
    return taken


def _fixed(text: str) -> Iterator[Quantity]:
    """The dates, the times of day that are no part of one, and the telephone numbers: each is one figure as a whole."""
    days = [*dates(text)] if _may_hold_date(text) else []
    taken = _places(text, days)
    for day in days:
        yield replace(_EXACT, kind=QuantityKind.DATE, unit=day.written, **_place(text, day.start, day.end))
    for time in times(text):
        if not taken[time.start]:
            low, high = Decimal(time.low), Decimal(time.high)
            bound = Bound.EXACT if low == high else Bound.RANGE
            place = _place(text, time.start, time.end)
            yield replace(_EXACT, kind=QuantityKind.TIME, bound=bound, low=low, high=high, **place)
    for phone in _PHONE.finditer(text) if _DIGIT.search(text) else ():
        number = Decimal("".join(filter(str.isdecimal, phone.group())))
        yield replace(_EXACT, kind=QuantityKind.COUNT, low=number, high=number, **_place(text, *phone.span()))


def _may_hold_date(text: str) -> bool:
    """Whether a text has what no date is without: a digit, and a year or the name of a month."""
    if not _DIGIT.search(text):
        return False
    return _YEAR.search(text) is not None or any(month in folded(text) for month in _MONTHS)


def _place(text: str, start: int, end: int) -> _Place:
    return {"text": text[start:end], "start": start, "end": end}


def _measured(text: str, found: Sequence[Amount]) -> Iterator[Quantity]:
    """Amounts as quantities, two of them as one where the text makes them a range."""
    waiting: Amount | None = None
    for amount in found:
        if waiting and (ends := as_range(text, waiting, amount)):
            yield _quantity(text, *ends)
            waiting = None
            continue
        if waiting:
            yield _quantity(text, waiting, waiting)
        waiting = amount
    if waiting:
        yield _quantity(text, waiting, waiting)


def _quantity(text: str, first: Amount, last: Amount) -> Quantity:
    start, end = first.start, last.end
    bound, low, high = Bound.RANGE, first.value, last.value
    if first is last:
        bound = Bound(first.bound)
    return Quantity(
        kind=_kind(last),
        bound=bound,
        low=None if bound is Bound.AT_MOST else low,
        high=None if bound is Bound.AT_LEAST else high,
        unit=last.unit,
        currency=last.currency,
        period=last.period or first.period,
        text=text[start:end],
        start=start,
        end=end,
    )


def _kind(amount: Amount) -> QuantityKind:
    if amount.currency:
        return QuantityKind.MONEY
    if amount.ordinal:
        return QuantityKind.ORDINAL
    if amount.percent:
        return QuantityKind.PERCENT
    return QuantityKind.DURATION if amount.unit in SPAN_SCALES else QuantityKind.COUNT
