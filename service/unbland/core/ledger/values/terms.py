"""On what terms the work is done: the contract, its length, probation, the hours and the shift."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from unbland.core.language.quantities import Quantity, QuantityKind, quantities
from unbland.core.ledger.lexicon.conditions import (
    ANY_SHIFT,
    EMPLOYMENTS,
    EXCLUSIVE,
    NEVER,
    NOT_THE_JOBS,
    NOT_THE_SHIFT,
    SHIFTS,
)
from unbland.core.ledger.lexicon.cue import shape
from unbland.core.ledger.model import Source
from unbland.core.ledger.values.common import Names, Span, Words, around, span

#: `24 hours, Monday to Friday`: a week's work has ten hours or more, a shift is named one.
_HOURS = re.compile(r"(?<![\d:.–-])(?P<hours>[1-9]\d(?:\.\d+)?) ?(?:hours?|hrs?)(?:,|\.|$|[ -]week\b)", re.IGNORECASE)
_OTHER_HOURS = shape(
    r"\b(?:overtime|notice|within|up to \d+ hours? of (?:training|volunteer)|response|respond|on[- ]call)\b"
)
_LONGEST_WEEK = Decimal(80)

#: Days in each unit, so that three months of probation are ninety days.
_DAYS = {"day": Decimal(1), "week": Decimal(7), "month": Decimal("30.4"), "year": Decimal(365)}
_NEARLY = Decimal("0.05")

_TERM_AFTER = shape(
    r"^[-'’s ]*(?:[\w-]+ ){0,2}?(?:fixed[- ]term|contract|assignment|term\b|temporary|placement|secondment|internship"
    r"|maternity|parental|project\b)(?!s?\b.{0,15}\b(?:with|at) (?:client|customer))"
)
_TERM_BEFORE = shape(
    r"\b(?:contract|fixed[- ]term|duration|temporary|assignment|internship|placement|term of employment)\b"
    r"(?: (?:is|of|for|lasts|will last|runs|length|period|duration|position|role|the))*\W*$"
)
_CHOICE = shape(r"^\W*(?:full|part)[- ]?time(?: hours)?\s*[:–-]\s")
_AFTER_IT = shape(r"\b(?:exten\w+|renew\w+|possib\w+|after|every|within|experience|minimum of|at least)\b")
_PROBATION_AFTER = shape(r"^[-'’s ]*(?:(?:long|paid|initial) )*probation")
_PROBATION_BEFORE = shape(r"\bprobation\w*(?: period)?(?: (?:is|of|lasts|will|be|for))*\W*$")

_EMPLOYMENTS, _SHIFTS = Names(EMPLOYMENTS), Names(SHIFTS)


class Employment(NamedTuple):
    """How the person is employed."""

    terms: Words
    #: Whether it heads what holds for one of several contracts: `Part time: Monday to Friday`.
    choice: bool = False


def employment(source: Source) -> Employment | None:
    """How the person is employed; what the job may become, and what others are, is left out."""
    found = _EMPLOYMENTS.of(NOT_THE_JOBS.sub("", source.text))
    return Employment(found, choice=_CHOICE.match(source.text) is not None) if found else None


def employments_agree(one: Employment, other: Employment) -> bool:
    """Whether no term of the one shuts out those of the other."""
    mine, theirs = one.terms, other.terms
    return not any(_apart(mine, theirs, *pair) or _apart(theirs, mine, *pair) for pair in EXCLUSIVE)


def employments_can_stand(one: Employment, other: Employment) -> bool:
    """Whether one draft can say both: it may list contracts to choose from."""
    return one.choice or other.choice or employments_agree(one, other)


def _apart(one: Words, other: Words, left: Words, right: Words) -> bool:
    """Whether the one says only what is on the left, and the other only what is on the right."""
    return bool(one & left and other & right) and not (one & right or other & left)


def weekly_hours(source: Source) -> Span | None:
    """The hours of a week."""
    text = source.text
    weekly = [
        q for q in quantities(text) if q.unit == "hour" and q.period == "week" and q.kind is QuantityKind.DURATION
    ]
    spans = [span(hours, most=_LONGEST_WEEK) for hours in weekly]
    spans += [Span(Decimal(found["hours"]), Decimal(found["hours"])) for found in _HOURS.finditer(text) if not weekly]
    if not spans or _OTHER_HOURS.search(text) or _CHOICE.match(text):
        return None
    return Span(min(s.low for s in spans), max(s.high for s in spans))


def spans_meet(one: Span, other: Span) -> bool:
    """Whether one number can be meant by both."""
    return one.meets(other)


def contract_length(source: Source) -> Span | None:
    """How long the contract runs, in days."""
    text = source.text
    for time in _times(text):
        before, after = around(text, time)
        if _AFTER_IT.search(before[-30:]) or _PROBATION_AFTER.match(after):
            continue
        if _TERM_AFTER.match(after) or _TERM_BEFORE.search(f"{source.heading or ''}: {before}"):
            return _in_days(time)
    return None


def probation(source: Source) -> Span | None:
    """How long the person is on probation, in days."""
    text = source.text
    if "probation" not in text.lower():
        return None
    return next(
        (
            _in_days(time)
            for time in _times(text)
            for before, after in [around(text, time)]
            if _PROBATION_AFTER.match(after) or _PROBATION_BEFORE.search(before)
        ),
        None,
    )


def _times(text: str) -> tuple[Quantity, ...]:
    return tuple(q for q in quantities(text) if q.kind is QuantityKind.DURATION and q.unit in _DAYS and not q.period)


def _in_days(time: Quantity) -> Span:
    """A time in days; months are not all of one length."""
    found = span(time, most=Decimal(10_000))
    return Span(found.low * _DAYS[time.unit] * (1 - _NEARLY), found.high * _DAYS[time.unit] * (1 + _NEARLY))


#: `You will work nights`, `Shift: days`: the job has no other.
_WHOLE_JOB = shape(
    r"\b(?:you(?:['’]ll| will)? (?:be )?work\w*|this is an?|(?:role|job|position|post) is)\b"
    r"|^\W*(?:the )?(?:shifts?|hours|schedule|working hours|work schedule)(?: is| are)?\b ?:?"
)


class Worked(NamedTuple):
    """Shifts, or days, that are worked and that are not."""

    works: Words
    never: Words = frozenset()
    #: Whether it is said of the job as a whole, and not of one of several shifts.
    firm: bool = False


def shifts(source: Source) -> Worked | None:
    """The shifts that are worked, by name or by the clock; what is paid for other shifts is left out."""
    text = NOT_THE_SHIFT.sub("", source.text)
    if ANY_SHIFT.search(text):
        return Worked(frozenset(SHIFTS))
    never = frozenset(found["shift"].lower().removesuffix("s") for found in NEVER.finditer(text))
    never = frozenset({"night" if name.startswith("overnight") else name for name in never})
    kept = NEVER.sub("", text)
    works = (_SHIFTS.of(kept) or frozenset()) | _by_the_clock(kept)
    known = never & SHIFTS.keys()
    return Worked(works, known, firm=_WHOLE_JOB.search(text) is not None) if works or known else None


def _by_the_clock(text: str) -> Words:
    """The shifts whose hours a text names."""
    times = (q for q in quantities(text) if q.kind is QuantityKind.TIME and q.low != q.high)
    return frozenset(_shift_of(int(time.low), int(time.high)) for time in times if time.low is not None and time.high)


def _shift_of(start: int, end: int) -> str:
    """The shift that lasts from … to, in minutes after midnight."""
    if end < start or start < 4 * 60:
        return "night"
    return "day" if start < 12 * 60 else "evening"


def worked_agree(one: Worked, other: Worked) -> bool:
    """Whether neither works what the other never does, and both work something in common."""
    denied = (one.works & other.never) | (other.works & one.never)
    return not denied and (not one.works or not other.works or not one.works.isdisjoint(other.works))


def worked_can_stand(one: Worked, other: Worked) -> bool:
    """Whether one draft can say both: it may list shifts to choose from, but not what it rules out."""
    if one.firm and other.firm:
        return worked_agree(one, other)
    return not (one.works & other.never) and not (other.works & one.never)
