"""The row below a title that tells company, place, pay and hours between bars, as values of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from unbland.core.ledger.labels import Label, label
from unbland.core.ledger.model import Kind, Modality
from unbland.core.ledger.rows import is_a_name, names_place
from unbland.core.ledger.titles import reads_as_title

#: What parts the values of such a row, and the picture that stands for a label.
_BAR = re.compile(r"\s+[|·•]\s+")
_SIGN = re.compile(r"[^\w$£€₹(]+")

#: What such a row tells; two of them, or it is a list of something else (`Excel | Word`).
_TOLD = frozenset({Kind.LOCATION, Kind.PAY, Kind.SCHEDULE})
_FEWEST = 2
#: When an advertisement was put up, and its number.
_POSTED = re.compile(r"(?:posted|updated|job id|req(?:uisition)?|ref)\b", re.IGNORECASE)

#: Words: no value of a row has more, but for a sentence behind the last bar.
_WORDS = 10


#: A title that tells the pay, too: `Java Developer Leeds £45k plus bonus`.
_PRICED = re.compile(
    r"(?P<title>[^$£€]{4,80}?)[\s,–—-]+"
    r"(?P<pay>(?:(?i:up to|from|circa|c\.?|salary|basic|paying) )*[$£€] ?\d.*)"
)


class Value(NamedTuple):
    """One value between bars: its half-open span in the row, and what it speaks of."""

    start: int
    end: int
    known: Label


def values(text: str, *, titled: bool = False) -> tuple[Value, ...]:
    """The values of a row that tells two or more of place, pay and hours, or a town among names; none of any other.

    `titled`: it names the job, and may tell its pay behind that.
    """
    found = [*_values(text)] if _BAR.search(text) else []
    if titled and not found:
        return _priced(text)
    told = sum(value.known.kind in _TOLD for value in found) >= _FEWEST or _is_of_names(text, found)
    short = all(len(text[value.start : value.end].split()) <= _WORDS for value in found[:-1])
    return tuple(found) if told and short else ()


def _priced(text: str) -> tuple[Value, ...]:
    """A title and the pay behind it; none where it tells no pay."""
    found = _PRICED.fullmatch(text)
    if found is None or not reads_as_title(found["title"]) or label(found["pay"]).kind is not Kind.PAY:
        return ()
    return (
        Value(*found.span("title"), Label(Kind.TITLE, Modality.NONE)),
        Value(*found.span("pay"), Label(Kind.PAY, Modality.NONE)),
    )


def _is_of_names(text: str, found: Sequence[Value]) -> bool:
    """Whether a row holds nothing but names, a town with its region among them: `Firth & Co | Sales | Omaha, NE`."""
    said = [text[value.start : value.end] for value in found]
    named = all(is_a_name(part) or names_place(part) or _POSTED.match(part) for part in said)
    return named and len(found) > _FEWEST and any(map(names_place, said))


def _values(text: str) -> Iterator[Value]:
    begins = [0, *(bar.end() for bar in _BAR.finditer(text))]
    ends = [*(bar.start() for bar in _BAR.finditer(text)), len(text)]
    for begin, end in zip(begins, ends, strict=True):
        sign = _SIGN.match(text, begin, end)
        start = sign.end() if sign else begin
        if start < end:
            yield Value(start, end, _known(text[start:end], begins=begin == 0))


def _known(text: str, *, begins: bool) -> Label:
    """What one value speaks of; a name by itself is the employer's, and a university that hires asks for none."""
    known = label(text)
    if begins and reads_as_title(text):
        return Label(Kind.TITLE, Modality.NONE)
    name = known.kind is Kind.REQUIREMENT and is_a_name(text)
    return Label(Kind.COMPANY, Modality.NONE) if name or known.kind is Kind.BOILERPLATE else known
