"""Times of day in text, in minutes after midnight."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from unbland.core.language.words import folded

#: A dot parts hours from minutes only before `am` or `pm` ("7.30pm"): "7.50" alone is a number.
CLOCK = re.compile(
    r"(?<![\w$£€.,:])(?:(?P<hour>\d{1,2})(?:[:h](?P<minute>\d\d)|\.(?P<dotted>\d\d)(?=\s?[ap]\.?m))?"
    r"(?:\s?(?P<half>[ap])(?:\.m\.|m\b))?|(?P<named>noon|midday|midnight))(?![\w%])(?!,\d)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s?(?:-|–|—|to|until|till|and|through)\s?", re.IGNORECASE)

_NAMED = {"noon": 720, "midday": 720, "midnight": 0}
_HALF_DAY = 720
_HOUR = 60


class Time(NamedTuple):
    """A time of day, or a span of two, and its half-open place."""

    low: int
    high: int
    start: int
    end: int


def times(text: str) -> Iterator[Time]:
    """Each time and each span of times; a bare number is one only as an end of a span with a certain time."""
    pending: re.Match[str] | None = None
    for clock in CLOCK.finditer(text):
        if _minutes(clock) >= _HALF_DAY * 2 + _HOUR:
            continue
        if pending and _BETWEEN.fullmatch(text, pending.end(), clock.start()) and _certain(pending, clock):
            yield _span(pending, clock)
            pending = None
            continue
        if pending and _certain(pending):
            yield _span(pending, pending)
        pending = clock
    if pending and _certain(pending):
        yield _span(pending, pending)


def _certain(*clocks: re.Match[str]) -> bool:
    """Whether one of them can only be a time."""
    return any(clock["half"] or clock["minute"] or clock["named"] for clock in clocks)


def _minutes(clock: re.Match[str]) -> int:
    """Minutes after midnight; without `am` or `pm` the hour is taken as it stands."""
    if clock["named"]:
        return _NAMED[folded(clock["named"])]
    hour, half = int(clock["hour"]), (clock["half"] or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return hour * _HOUR + int(clock["minute"] or clock["dotted"] or 0)


def _span(first: re.Match[str], last: re.Match[str]) -> Time:
    """Both as one; the end that says no half of the day takes the one that puts the start nearest before the end."""
    low, high = _minutes(first), _minutes(last)
    if last["half"] and first["hour"] and not first["half"] and low <= high - _HALF_DAY:
        low += _HALF_DAY
    if first["half"] and last["hour"] and not last["half"] and high <= low < high + _HALF_DAY:
        high += _HALF_DAY
    if first is not last and not first["half"] and not last["half"] and last["hour"] and high <= low < _HALF_DAY:
        high += _HALF_DAY  # "8:00 to 4:30"
    return Time(low, high, first.start(), last.end())
