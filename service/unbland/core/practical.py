"""What a reader must know to apply and no source says, or says only in part: each a question.

Years of experience are never asked for: a posting without them is complete, and the question would invite a bar
that shuts people out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from unbland.core.language.quantities import Bound, QuantityKind, quantities
from unbland.core.ledger.lexicon.cue import shape
from unbland.core.ledger.model import MUTE_KINDS, Kind, Ledger, Source
from unbland.core.ledger.values import days, money, names, places, presence, terms
from unbland.core.ledger.whereabouts import is_placed, names_a_town
from unbland.core.question import Question

#: Pay of a draft without a period is a year's from here on, and nobody has to ask.
_A_YEARS = 10_000

_PERIOD = shape(
    r"\b(?:year|annum|month|week|day|hour|hr|annual|dai|p\.?a\b)(?:ly|s)?\b"
    r"|\b(?:jahr|monat|stunde|jaar|maand|uur)\b|\bannually\b|\d ?p\.?h\b|\d ?/ ?h\b"
)
_CURRENCY = shape(r"\b[A-Z]{3}\b|[$£€₹¥₱₦₺₩₫฿₪]|zł\b")
_SHIFT_WORK = shape(r"\bshifts?\b|\bshift work\b")
#: `Night Nurse`, `Nurse (Nights)`: the title tells which.
_SHIFT_IN_TITLE = shape(r"\b(?:nights?|evenings?|overnights?|twilight|days)\b")
_ITS_DAYS = shape(
    r"\b(?:mon|tues|wednes|thurs|fri)days?\b|\b(?:mon|tue|wed|thu|fri)[rs]{0,2} ?[/,&–-] ?(?:mon|tue|wed|thu|fri)\b"
    r"|\b(?:\d|one|two|three|four)(?: or \w+)? days? (?:in|at)\b"
)
_IN_OFFICE = shape(r"\b(?:in|at) (?:the |our )?office\b")
_ANNOUNCED = shape(
    r"\bdeadline\b|\bclosing date\b|\bapplications? (?:close|must be received)\b|\bapply (?:before|by)\b"
)
_OPEN_ENDED = shape(
    r"\brolling\b|\b(?:until|when|once) (?:filled|the (?:position|role|job|vacancy))|\bas soon as\b|\bopen until\b"
    r"|\bno (?:deadline|closing date)\b"
    r"|^\W*(?:open|n/?a|none|ongoing)\W*$"
)


class Need(NamedTuple):
    """One thing that a reader needs, and whether the sources leave it open."""

    question: Question
    is_open: Callable[[Ledger], bool]


def half_told_pay(ledger: Ledger) -> tuple[Question, ...]:
    """A question for what the pay leaves open: the other end of a range, its period, its currency."""
    missing = tuple(_missing_of_pay(ledger))
    if not missing:
        return ()
    asked = missing[0] if len(missing) == 1 else f"{', '.join(missing[:-1])} and {missing[-1]}"
    return (
        Question(
            field="pay",
            ask=f"The pay is told in part: what is {asked}?",
            why="A pay that leaves this open tells nobody what the job pays.",
        ),
    )


def _missing_of_pay(ledger: Ledger) -> Iterator[str]:
    fact = ledger.by_field.get("pay")
    if fact is not None:
        if fact.text.endswith("and up") or fact.text.startswith("up to"):
            yield _OTHER_END
        if not _PERIOD.search(fact.text):
            yield _WHICH_PERIOD
        if not _CURRENCY.search(fact.text):
            yield _WHICH_CURRENCY
        return
    yield from _missing_in_draft(ledger.of(Kind.PAY))


def _missing_in_draft(sources: tuple[Source, ...]) -> Iterator[str]:
    """What all the pay lines of a draft together leave open."""
    amounts = [amount for source in sources for amount in money.base_amounts(source.text)]
    if {amount.bound for amount in amounts} in ({Bound.AT_LEAST}, {Bound.AT_MOST}):
        yield _OTHER_END
    said = any(_PERIOD.search(source.text) for source in sources)
    if amounts and not said and not any((a.high or a.low or 0) >= _A_YEARS for a in amounts):
        yield _WHICH_PERIOD
    if not amounts and any(q.kind is QuantityKind.COUNT and q.period for s in sources for q in quantities(s.text)):
        yield _WHICH_CURRENCY


_OTHER_END = "the other end of the range"
_WHICH_PERIOD = "the period it is paid for (hour, week, month or year)"
_WHICH_CURRENCY = "its currency"


def _no_title(ledger: Ledger) -> bool:
    told = any(names.title(source) or names.sought(source.text) for source in _said(ledger) if source.from_draft)
    return not told and not ledger.of(Kind.TITLE)


def _no_place(ledger: Ledger) -> bool:
    """Whether no source says where the work is done; who works from home needs no town."""
    if any(name in ledger.by_field for name in ("role.location", "role.workplace")):
        return False
    here = (source for source in _said(ledger) if places.towns(source) or names_a_town(source))
    return not (ledger.of(Kind.LOCATION) or any(here) or any(map(is_placed, ledger.of(Kind.TITLE))))


def _no_employment(ledger: Ledger) -> bool:
    said = _said(ledger)
    return not any(terms.employment(source) or terms.weekly_hours(source) for source in said)


def _hybrid_without_days(ledger: Ledger) -> bool:
    """Whether the job is hybrid and nobody says on how many days one must come."""
    said = _said(ledger)
    hybrid = any((places.workplaces(source) or frozenset()) == {"hybrid"} for source in said)
    told = (source for source in said if source.field != "role.workplace")
    return hybrid and not any(presence.presence(source) or _names_its_days(source) for source in told)


def _names_its_days(source: Source) -> bool:
    """Whether a line on where the work is done names or counts its days."""
    placed = places.workplaces(source) is not None or _IN_OFFICE.search(source.text) is not None
    return placed and _ITS_DAYS.search(source.text) is not None


def _shifts_without_which(ledger: Ledger) -> bool:
    said = [source for source in _said(ledger) if source.kind in {Kind.SCHEDULE, Kind.DUTY, Kind.REQUIREMENT}]
    works = any(_SHIFT_WORK.search(source.text) for source in said if source.kind is Kind.SCHEDULE)
    named = any(_SHIFT_IN_TITLE.search(source.text) for source in ledger.of(Kind.TITLE))
    return works and not named and not any(terms.shifts(source) for source in said)


def _deadline_without_date(ledger: Ledger) -> bool:
    """Whether a deadline is announced and no date says when; a posting that announces none is complete."""
    said = [source for source in _said(ledger) if source.kind in {Kind.PROCESS, Kind.CONTACT}]
    announced = [s for s in said if _ANNOUNCED.search(f"{s.heading or ''}: {s.text}")]
    if not announced or any(_OPEN_ENDED.search(source.text) for source in announced):
        return False
    return not any(days.deadline(source) or _has_a_date(source) for source in announced)


def _has_a_date(source: Source) -> bool:
    return any(quantity.kind is QuantityKind.DATE for quantity in quantities(source.text))


def _said(ledger: Ledger) -> tuple[Source, ...]:
    """What draft and facts say of this job."""
    return tuple(source for source in ledger.sources if source.kind not in MUTE_KINDS)


TITLE = Need(
    Question(
        field="role.title",
        ask="What is the job called?",
        why="People search by title, and no source gives one.",
    ),
    _no_title,
)

PLACE = Need(
    Question(
        field="role.location",
        ask="Where is the work done: which town, or from home?",
        why="Nobody applies without knowing where, and no source says it.",
    ),
    _no_place,
)

#: What is asked after the questions that tell the job from others, first what most people would not apply without.
TERMS: tuple[Need, ...] = (
    Need(
        Question(
            field="role.employment_type",
            ask="Is the job full-time, part-time, a contract, temporary or an internship?",
            why="It decides who can take the job, and no source says it.",
        ),
        _no_employment,
    ),
    Need(
        Question(
            field="role.schedule",
            ask="The job is hybrid: on how many days a week must one be on site?",
            why="`Hybrid` alone may mean one day a month or four a week.",
        ),
        _hybrid_without_days,
    ),
    Need(
        Question(
            field="role.schedule",
            ask="Which shifts are worked: days, evenings, nights or in turn, and from when to when?",
            why="The posting speaks of shifts and does not say which.",
        ),
        _shifts_without_which,
    ),
    Need(
        Question(
            field="process.deadline",
            ask="Until which day can people apply?",
            why="The posting speaks of a deadline and gives no date.",
        ),
        _deadline_without_date,
    ),
)
