"""Tellings: what else a figure may be told as, and meant as, without being another one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from unbland.core.guard.reading import Reading
from unbland.core.language.quantities import Bound, Quantity, QuantityKind
from unbland.core.language.units import SPAN_SCALES, SPANS
from unbland.core.ledger.model import Kind, Modality, Source

#: "30 hours over 4 days", "62 places over four rooms": spread over as many, not more than that.
_SPREAD = re.compile(r"over\s", re.IGNORECASE)
#: Before the longest time that something may take.
_WITHIN = re.compile(r"\bwithin (?:(?:the|your|our) )?(?:(?:first|next) )?$", re.IGNORECASE)
#: More or less than the figure before.
_THAT = re.compile(r"\b(?:above|over|beyond|more than) (?:that|this|it)\b", re.IGNORECASE)
_BY_WHEN = re.compile(
    r"\b(?:within|in|after|before|every|each) (?:(?:the|your|our) )?(?:(?:first|next|last) )?$", re.IGNORECASE
)
_APART = re.compile(r" (?:before|after|prior|ahead)\b", re.IGNORECASE)
_AFTER = re.compile(r"\bafter (?:the |your )?$", re.IGNORECASE)
#: Behind hours: of how many weeks or months they are.
_OF_WEEKS = re.compile(r" (?:per|every|each|over|in|a) ?(?:\d|two|three|four|month|fortnight)", re.IGNORECASE)
_WHOLE = 100
_FROM = re.compile(r"\bfrom (?:the |your |our )?$", re.IGNORECASE)
#: Hours: a schedule that names more than a shift may have tells of a week.
_DAY = 16
#: Characters: the longest of what is looked for right before a figure.
_REACH = 32


def told(figure: Quantity, claim: Reading) -> Iterator[Quantity]:
    """A figure of the line, and what else it may be meant as."""
    yield figure
    if figure.kind is QuantityKind.COUNT and figure.unit and figure.text.lower().startswith("from "):
        yield replace(figure, bound=Bound.EXACT, high=figure.low, text=figure.text[5:])  # "order from three suppliers"
    if _SPREAD.match(figure.text) and _has_figure_before(claim, figure):
        yield replace(figure, bound=Bound.EXACT, high=figure.low)  # "40 hours over five days"
    if _is_within(figure, claim):
        yield replace(figure, bound=Bound.AT_MOST, low=None)
    if figure.kind is QuantityKind.COUNT and not figure.unit:
        for unit in {SPANS[word.plain] for word in claim.words if word.plain in SPANS}:
            yield replace(figure, kind=QuantityKind.DURATION, unit=unit)  # "hours past 40 a week"


def _is_within(figure: Quantity, reading: Reading) -> bool:
    """Whether a span of time is the longest that something may take: "within 45 days"."""
    exact = figure.kind is QuantityKind.DURATION and figure.bound is Bound.EXACT
    return exact and _WITHIN.search(_before(reading, figure)) is not None


def _beyond(reading: Reading, figure: Quantity) -> Iterator[Quantity]:
    """What a figure bounds where it is named again by "that": "up to $75, anything above that"."""
    match = _THAT.search(reading.text, figure.end)
    value = figure.low if figure.low is not None else figure.high
    nearest = match and not any(figure.end <= other.start < match.start() for other in reading.figures)
    if match and nearest and figure.kind is not QuantityKind.ORDINAL:
        yield replace(figure, bound=Bound.AT_LEAST, low=value, high=None, text=match.group())


def stated(source: Source, reading: Reading) -> Iterator[Quantity]:
    """The figures of a source, and what else each may be told as."""
    for figure in reading.figures:
        yield figure
        if _SPREAD.match(figure.text) and _has_figure_before(reading, figure):
            yield replace(figure, bound=Bound.EXACT, high=figure.low)
        if _is_within(figure, reading):
            yield replace(figure, bound=Bound.AT_MOST, low=None)
        if figure.text.lower().startswith("from ") and _APART.match(reading.text, figure.end):
            yield replace(figure, bound=Bound.EXACT, high=figure.low)  # "from 90 minutes before"
        yield from _past_hours(source, reading, figure)
        yield from _beyond(reading, figure)
        yield from _counting(reading, figure)
        yield from _next_of_them(reading, figure)
        if (
            source.kind is Kind.SCHEDULE
            and _is_week(reading, figure)
            and not any(_is_weekly(one) for one in reading.figures)
        ):
            yield replace(figure, period="week")  # "35 hours, Monday to Friday"
        yield from _in_money(figure)
        if figure.kind is QuantityKind.COUNT and "cent" not in figure.unit.split():
            yield from _unsaid(reading, figure)
            yield from _labelled(reading, figure)
        asked = (figure.kind, figure.bound) == (QuantityKind.DURATION, Bound.EXACT) and not _is_time(reading, figure)
        if source.modality is Modality.REQUIRED and asked:
            yield replace(figure, bound=Bound.AT_LEAST, high=None)  # "one year" of a deal-breaker


def _is_week(reading: Reading, figure: Quantity) -> bool:
    """Whether hours are more than a day can have, and not those of so many weeks."""
    if _OF_WEEKS.match(reading.text, figure.end):
        return False
    return figure.unit == "hour" and not figure.period and figure.low is not None and figure.low > _DAY


def _is_weekly(figure: Quantity) -> bool:
    return (figure.unit, figure.period) == ("hour", "week")


def tells_of_week(source: Source, reading: Reading) -> bool:
    """Whether a schedule gives hours that can only be those of a week: "37.5 hours, Monday to Friday"."""
    return source.kind is Kind.SCHEDULE and any(_is_week(reading, figure) for figure in reading.figures)


def _has_figure_before(reading: Reading, figure: Quantity) -> bool:
    """Whether another figure stands before one in its clause, of what is spread over it."""
    clause = reading.clause_at(figure.start)
    spread = reading.text[: figure.start].rstrip().lower().endswith("spread")
    return spread or (bool(clause) and any(clause[0].start <= other.start < figure.start for other in reading.figures))


def _counting(reading: Reading, figure: Quantity) -> Iterator[Quantity]:
    """What an ordinal says of a span: "from the first day", "after the third month"."""
    if figure.kind is not QuantityKind.ORDINAL:
        return
    before = _before(reading, figure)
    yield replace(figure, bound=Bound.EXACT, high=figure.low)
    if _FROM.search(before):
        yield replace(figure, bound=Bound.AT_LEAST, high=None)
    if _AFTER.search(before) and figure.unit in SPAN_SCALES:
        yield replace(figure, kind=QuantityKind.DURATION, high=figure.low)


def _next_of_them(reading: Reading, figure: Quantity) -> Iterator[Quantity]:
    """An ordinal with the span that an earlier one counts: "three in the first year, four from the third"."""
    if figure.kind is QuantityKind.ORDINAL and not figure.unit:
        earlier = (o for o in reading.figures if o.start < figure.start and o.kind is figure.kind and o.unit in SPANS)
        yield from (replace(figure, unit=other.unit) for other in earlier)


def _in_money(figure: Quantity) -> Iterator[Quantity]:
    """So many cents as a part of the unit: "61 cents" are "$0.61"."""
    if figure.kind is QuantityKind.COUNT and figure.unit == "cent" and figure.low is not None:
        part = figure.low / _WHOLE
        for currency in ("$", "EUR", "CAD", "USD"):
            yield replace(figure, kind=QuantityKind.MONEY, low=part, high=part, unit="", currency=currency)


def _labelled(reading: Reading, figure: Quantity) -> Iterator[Quantity]:
    """The figure with what a label before it counts: "paid volunteering days: two a year"."""
    here = reading.word_at(figure.start)
    for word in reading.words if here and not figure.unit and figure.period else ():
        if word.end <= figure.start and word.plain in SPANS and here and here.statement - word.statement == 1:
            yield replace(figure, kind=QuantityKind.DURATION, unit=SPANS[word.plain])


def _past_hours(source: Source, reading: Reading, figure: Quantity) -> Iterator[Quantity]:
    """The hours behind which more is paid, as a least: "time and a half after 40 hours"."""
    paid = figure.unit == "hour" and source.kind in (Kind.PAY, Kind.BENEFIT)
    if paid and _AFTER.search(_before(reading, figure)):
        yield replace(figure, bound=Bound.AT_LEAST, high=None, text=f"over {figure.text}")


def _unsaid(reading: Reading, figure: Quantity) -> Iterator[Quantity]:
    """The figure with what is counted beside it and said once: "15 days, 20 after two years"."""
    own = reading.statement_at(figure.start) if not figure.unit else ()
    for other in reading.figures:
        counted = other.kind in (QuantityKind.DURATION, QuantityKind.PERCENT)
        if counted and own and own[0].start <= other.start < own[-1].end:
            yield replace(figure, kind=other.kind, unit=other.unit)


def _is_time(reading: Reading, figure: Quantity) -> bool:
    """Whether a span says by when, and not how much: "within six months", "in your first two years"."""
    return _BY_WHEN.search(_before(reading, figure)) is not None


def _before(reading: Reading, figure: Quantity) -> str:
    """What stands right before a figure."""
    return reading.text[max(0, figure.start - _REACH) : figure.start]
