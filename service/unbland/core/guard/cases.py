"""Cases: what holds for one of two, begins in a span, or tells which are meant, is not told without saying so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from unbland.core.guard.evidence import Case
from unbland.core.guard.model import Violation, ViolationClass
from unbland.core.guard.reading import Reading
from unbland.core.guard.word import Word
from unbland.core.language.quantities import MOMENTS, SUMS, Bound, Quantity
from unbland.core.ledger.model import Kind

_DEALS = frozenset({Kind.BENEFIT, Kind.PAY, Kind.SCHEDULE, Kind.REQUIREMENT, Kind.LEGAL})
#: Behind the second of two figures, the case that it is for: ", £4 a day for guests", ", 40 in harvest".
_CASE = re.compile(r"(?: (?:a|an|per|each) [a-z]+)? (?:for|in|during|at) (?:the |all )?([a-z]{4,})\b", re.IGNORECASE)
_SECOND = re.compile(r"(?:,|;|\band|\bbut) (?:only |about |up to )?$", re.IGNORECASE)
#: Before a span of time, that something begins or ends in it, or that one may choose in it.
_WITHIN = re.compile(
    r"\b(?:(?P<ends>begin|start|end|finish|open|close|arrive)(?:s|es|ing)?"
    r"|(?P<free>choose|pick|flexible|flexibly|set your)[^,.;]{0,40}?)"
    r"(?: any ?time| somewhere)? (?:between|from|in)? ?$",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\b(?:begin|start|end|finish|open|clos|arriv)", re.IGNORECASE)
_FREE = re.compile(
    r"\b(?:cho(?:os|ic|se)|prefer|pick|flexib|your own|yourself|any ?time|free|you like|suit|up to you)", re.IGNORECASE
)


def check(case: Case) -> Iterator[Violation]:
    """A case told with the figure of the other: "32 hours a week, 40 in harvest" as "32 hours, also in harvest"."""
    lows = {figure.low for figure in case.claim.figures}
    values = {figure.values for figure in case.claim.figures}
    for source, reading, taken in zip(case.sources, case.readings, case.taken, strict=True):
        for figure in reading.figures if source.kind in _DEALS else ():
            word = _its_case(reading, figure)
            if word and word.start in taken and figure.low not in lows and figure.values not in values:
                detail = f"the cited source says {figure.text!r} of {word.text!r}, and the line does not"
                yield Violation(class_=ViolationClass.SCOPE, detail=detail)


def _its_case(reading: Reading, figure: Quantity) -> Word | None:
    """The word for the case that the second of two figures is for."""
    found = _CASE.match(reading.text, figure.end) if figure.kind in SUMS else None
    word = reading.word_at(found.start(1)) if found and _SECOND.search(reading.text[: figure.start]) else None
    return word if word and word.content else None


def check_within(case: Case) -> Iterator[Violation]:
    """A span in which something begins, told as if it lasted so long: "shifts begin between 6 and 9 am"."""
    for reading in case.readings if case.claim.figures else ():
        for figure in reading.figures:
            within = _WITHIN.search(reading.text[: figure.start]) if figure.bound is Bound.RANGE else None
            if within is None or not any(mine.values == figure.values for mine in case.claim.figures):
                continue
            if not (_ENDS if within["ends"] else _FREE).search(case.claim.text):
                detail = f"the cited source says {within.group().strip()!r} of {figure.text!r}"
                yield Violation(class_=ViolationClass.DATE, detail=detail)


def check_which(case: Case) -> Iterator[Violation]:
    """The time that tells which are meant, told of the deed: "lorries that come before noon" as "before noon"."""
    values = {figure.values for figure in case.claim.figures}
    for reading, taken in zip(case.readings, case.taken, strict=True):
        for meant, clause in reading.told_of() if values else ():
            deed = next((word for word in clause if word.verb and word.content), None)
            if deed is None or meant.start not in taken or deed.start in taken or deed.meaning in case.said:
                continue
            if moment := next((one for one in _moments(reading, clause, deed) if one.values in values), None):
                detail = f"the cited source says {moment.text!r} of what is {deed.text!r}"
                yield Violation(class_=ViolationClass.DATE, detail=detail)


def _moments(reading: Reading, clause: Sequence[Word], deed: Word) -> Iterator[Quantity]:
    """The dates and hours between a deed and the end of its clause."""
    end = next((word.start for word in clause if word.comma), clause[-1].end)
    inside = (one for one in reading.figures if deed.end <= one.start < end)
    return (one for one in inside if one.kind in MOMENTS)
