"""Calendar dates in text, brought to one form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from unbland.core.language.words import folded

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}

#: "May" is a verb and "March" one too, so a month alone is no date: it needs a day or a year beside it.
#: A stop belongs to a month only where it is cut short: "retired in May. 14 sites" holds no date.
_MONTH = rf"(?P<month>{'|'.join(MONTHS)})\b(?:(?<!may)(?<!june)(?<!july)(?<![a-z]{{5}})\.)?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)\b"
_DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b",
        rf"\b{_DAY}(?:\s+of)?\s+{_MONTH}(?:,?\s+{_YEAR})?",
        rf"\b{_MONTH}\s+{_DAY}\b(?!:)(?:,?\s+{_YEAR})?",
        rf"\b{_MONTH},?\s+(?:of\s+)?{_YEAR}",
        r"\b(?P<first>\d{1,2})[/.](?P<second>\d{1,2})[/.](?P<year>(?:19|20)\d\d)\b",
        rf"\b(?P<quarter>Q[1-4])\s+(?:of\s+)?{_YEAR}",
    )
)


class Day(NamedTuple):
    """A date, as far as the text gives it, and its half-open place."""

    written: str
    start: int
    end: int


def dates(text: str) -> Iterator[Day]:
    """Each date as `2026-12-18`, `--12-18` (no year), `2026-12` (no day), `2026-Q3`, or as written if ambiguous."""
    taken = bytearray(len(text))
    for pattern in _DATES:
        for match in pattern.finditer(text):
            if not any(taken[match.start() : match.end()]):
                taken[match.start() : match.end()] = b"\1" * len(match.group())
                yield Day(_day(match), match.start(), match.end())


def _day(match: re.Match[str]) -> str:
    parts = match.groupdict()
    if "quarter" in parts:
        return f"{parts['year']}-{parts['quarter'].upper()}"
    if "first" in parts:
        return _slashed(int(parts["first"]), int(parts["second"]), parts["year"])
    month = folded(parts["month"])
    number = int(month) if month.isdigit() else MONTHS[month]
    day = f"-{int(parts['day']):02}" if parts.get("day") else ""
    return f"{parts['year'] or '-'}-{number:02}{day}"


def _slashed(first: int, second: int, year: str) -> str:
    """`12/18/2026` can only be December; `05/06/2026` may be May or June, so it stays as it is."""
    months = len(set(MONTHS.values()))
    if second > months >= first:
        return f"{year}-{first:02}-{second:02}"
    if first > months >= second:
        return f"{year}-{second:02}-{first:02}"
    return f"{first}/{second}/{year}"
