"""The days of the week on which the work is done, as one line states them."""

from __future__ import annotations

import re
from typing import NamedTuple

from unbland.core.ledger.model import Source

#: The first letters by which a day is told.
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?\.?"
#: Alone, only the whole name is a day: Sun Systems, SAT, Fri.
_WHOLE = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|weekends?)"
_WEEKDAYS, _WEEKEND = frozenset(range(5)), frozenset({5, 6})

_RANGE = re.compile(rf"\b({_DAY})\s*(?:to|through|thru|until|[-–—])\s*({_DAY})\b", re.IGNORECASE)
_NAMED = re.compile(rf"\b(?:{_WHOLE}|weekdays?)\b", re.IGNORECASE)
_OFF = re.compile(
    rf"\b(?:no|never|not|without|free) (?:work(?:ing)? |shifts? )?(?:on |at |during )?(?:the )?{_WHOLE}\b"
    rf"(?: work| shifts?)?|\b{_WHOLE}(?: (?:and|or) {_WHOLE})? (?:off|free)\b",
    re.IGNORECASE,
)
#: What is worked now and then, what can be chosen, and days that are not those of the work.
_LOOSE = re.compile(
    r"\b(?:occasional\w*|sometimes|some|may|might|could|can|if|as needed|when|on[- ]call|overtime|flexib\w+|rota\w*"
    r"|alternat\w+|every (?:other|second|third|fourth)|one|two|three|once|twice|\d+ (?:in|out of) \d+|option\w*|choose"
    r"|choice|or|office|on[- ]?site|home|remote\w*|train\w*|open\w*|close[sd]?|premium|extra|paid|pay|start\w*|by|until"
    r"|interview\w*|assessment|visit\w*|meet\w*|before|after|deliver\w*|season\w*|summer|first|last)\b",
    re.IGNORECASE,
)


class Week(NamedTuple):
    """Days from Monday, 0, to Sunday, 6."""

    on: frozenset[int]
    #: Days that are said to be free.
    off: frozenset[int]
    #: Whether it tells the whole week, as `Monday to Friday` does.
    whole: bool


def week(source: Source) -> Week | None:
    """The days that are worked and those that are free; what is said of now and then, or of a choice, is left out."""
    text = source.text
    free = [match[0] for match in _OFF.finditer(text)]
    off = frozenset(day for words in free for found in _NAMED.finditer(words) for day in _days(found[0]))
    rest = _OFF.sub(" ", text)
    ranges = list(_RANGE.finditer(rest))
    if _LOOSE.search(_RANGE.sub(" ", rest)):
        return Week(frozenset(), off, whole=False) if off else None
    on = frozenset(day for match in ranges for day in _from_to(match[1], match[2]))
    on |= frozenset(day for found in _NAMED.finditer(_RANGE.sub(" ", rest)) for day in _days(found[0]))
    return Week(on, off, whole=bool(ranges)) if on or off else None


def weeks_agree(one: Week, other: Week) -> bool:
    """Whether both can be true of one job: neither works on what the other leaves out."""
    if one.whole and other.whole and one.on != other.on:
        return False
    beyond = (one.on - other.on if other.whole else frozenset()) | (other.on - one.on if one.whole else frozenset())
    return not beyond and weeks_can_stand(one, other)


def weeks_can_stand(one: Week, other: Week) -> bool:
    """Whether one draft can say both: a second line may add days, but not those that the first says are free."""
    return one.on.isdisjoint(other.off) and other.on.isdisjoint(one.off)


def _days(name: str) -> frozenset[int]:
    lower = name.lower()
    if lower.startswith("week"):
        return _WEEKEND if lower.startswith("weekend") else _WEEKDAYS
    return frozenset({_DAYS.index(lower[:3])})


def _from_to(first: str, last: str) -> frozenset[int]:
    """The days from … to, over the end of the week where it comes between."""
    start, end = (_DAYS.index(name.lower()[:3]) for name in (first, last))
    return frozenset(day % 7 for day in range(start, end + 1 if end >= start else end + 8))
