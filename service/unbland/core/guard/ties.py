"""Ties: a figure is tied to what happens as in the source: "within 60 days" is not "60 days after"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import itemgetter

from unbland.core.guard.days import CALENDAR
from unbland.core.guard.evidence import Case
from unbland.core.guard.model import Violation, ViolationClass
from unbland.core.guard.moves import is_moved
from unbland.core.guard.reading import Reading
from unbland.core.guard.word import Turn, Word
from unbland.core.language.quantities import MOMENTS, SUMS, Quantity, QuantityKind
from unbland.core.language.words import word_set

#: Figures that are tied in time, and those of them that are a point in it.
_SPANS = frozenset({QuantityKind.DURATION, QuantityKind.DATE, QuantityKind.TIME, QuantityKind.ORDINAL})

#: Small words before a span of time or a date → how they tie it to what happens.
_BEFORE = {
    **dict.fromkeys(("within", "in"), "within"),
    **dict.fromkeys(("after", "once", "following", "from", "since"), "after"),
    **dict.fromkeys(("before", "until"), "before"),
    **dict.fromkeys(("for", "during"), "for"),
    "every": "every",
}
#: The same for small words behind it.
_BEHIND = {"after": "after", "from": "after", "before": "before"}
#: Ties that say different things of one span; the others may stand for each other.
_OPPOSED = {frozenset(pair) for pair in (("within", "after"), ("before", "after"), ("for", "after"), ("within", "for"),
            ("every", "for"), ("every", "within"), ("every", "after"))}  # fmt: skip

#: Stand between a small word and its figure: "after the first season".
_ARTICLES = word_set("the your our")

#: Words: a clause of which the span is the end is no longer.
_CLAUSE = 6

#: Ends what stands between the beginning of a change and where it goes: "31 days in returns down to 10".
_GOES_TO = " to "
#: Small words that tie a figure before them to what stands behind them, which is so many words away at most.
_TIED = word_set("of after before following from once when if during until")
_BESIDE = 4
_GOES_ON = re.compile(r"; |,? (?:and|or|but) ")
#: Before a figure these say that something ends there.
_REACHED = frozenset({"in", "within", "to", "by", "below", "under"})

#: Between two times: at either of them; and whatever a line may say instead.
_EITHER = re.compile(r",? (?:and|or) (?:also )?(?:on|at|in|after|before|from|during) (?:all |the )?")
_ANY_JOINT = re.compile(r"\b(?:and|or|plus|also|as well as)\b|[,&;/]")
#: Between two figures: both, or all from the one to the other.
_JOINTS = {"and": "and", "&": "and", "to": "to", "until": "to", "through": "to", "-": "to", "–": "to"}


def check(case: Case) -> Iterator[Violation]:
    """A figure to which something comes, told as one by which it goes; a span that is tied in another way."""
    for figure in case.claim.figures:
        same = case.same_figures(figure)
        mine, theirs = _way(case.claim, figure), [_way(reading, other) for other, reading in same]
        if mine and theirs and all(way and way != mine for way in theirs):
            detail = f"the cited source says {theirs[0]!r} {figure.text!r}"
            yield Violation(class_=ViolationClass.NUMBER, detail=detail)
        mine, theirs = _tie(case.claim, figure), [_tie(reading, other) for other, reading in same]
        if figure.kind in _SPANS and theirs and all(frozenset({mine, tie}) in _OPPOSED for tie in theirs):
            detail = f"the line says {mine!r} of {figure.text!r}, the cited source {theirs[0]!r}"
            yield Violation(class_=ViolationClass.DATE, detail=detail)


def check_starts(case: Case) -> Iterator[Violation]:
    """From where a change begins, told as where it goes: "a backlog of 31 days, down to 10" as "in 31 days"."""
    for figure in case.claim.figures:
        before = _word_before(case.claim, figure) if figure.kind in SUMS else ""
        same = case.same_figures(figure) if before in _REACHED else []
        if same and all(is_left(reading, other) for other, reading in same):
            detail = f"the line says {before!r} {figure.text!r}, from where the cited source begins"
            yield Violation(class_=ViolationClass.NUMBER, detail=detail)


def check_reach(case: Case) -> Iterator[Violation]:
    """A figure tied to what a source joins to it by "and": "every hour, and daily after a storm"."""
    told: tuple[Quantity | Turn, ...] = (*case.claim.figures, *case.claim.turns)
    for figure in told:
        tied = _tied(case, figure)
        if tied is None:
            continue
        theirs = [
            _is_joined(reading, other, rest.word)
            for other, reading in _same(case, figure)
            for rest in case.candidates[tied.start]
            if case.readings[rest.reading] is reading
        ]
        if theirs and all(theirs):
            detail = f"the cited source says {tied.text!r} of something else than {figure.text!r}"
            yield Violation(class_=ViolationClass.DATE, detail=detail)


def _tied(case: Case, figure: Quantity | Turn) -> Word | None:
    """The first word with evidence behind a figure and the small word that ties the figure to it."""
    behind = [word for word in case.claim.words if word.start >= figure.end][:_BESIDE]
    if not behind or behind[0].plain not in _TIED or behind[0].comma:
        return None
    tied = next((word for word in behind[1:] if word.start in case.rests), None)
    return tied if tied and tied.clause == behind[0].clause else None


def check_moved(case: Case) -> Iterator[Violation]:
    """A count or frequency that went over to another deed: "order parts, and compare their prices twice a year"."""
    told: tuple[Quantity | Turn, ...] = (*case.claim.figures, *case.claim.turns)
    for figure in told if any(len(reading.clauses) > 1 for reading in case.readings) else ():
        same = _same(case, figure)
        if len(same) == 1 and is_moved(case, figure, *same[0]):
            detail = f"the cited source says {figure.text!r} of another deed"
            yield Violation(class_=ViolationClass.NUMBER, detail=detail)


def _same(case: Case, figure: Quantity | Turn) -> Sequence[tuple[Quantity | Turn, Reading]]:
    """The figures or frequencies of the cited sources that say as much."""
    if isinstance(figure, Quantity):
        return case.same_figures(figure)
    return [(turn, reading) for reading in case.readings for turn in reading.turns if turn.span == figure.span]


def _is_joined(reading: Reading, figure: Quantity | Turn, word: Word) -> bool:
    """Whether a source goes on from a figure by "and" or the like before it comes to a word."""
    return _GOES_ON.search(reading.text, figure.end, max(figure.end, word.start)) is not None


def is_left(reading: Reading, figure: Quantity) -> bool:
    """Whether a change begins with a figure and goes to the next one of its statement: "31 days, down to 10"."""
    after = next((other for other in reading.figures if other.start >= figure.end), None)
    if after is None or reading.statement_at(after.start) != reading.statement_at(figure.start):
        return False
    alike = after.kind is figure.kind or (after.kind is QuantityKind.COUNT and not after.unit)
    way = reading.text[figure.end : after.start]
    return alike and way.endswith(_GOES_TO)


def check_joints(case: Case) -> Iterator[Violation]:
    """Two figures or days that became the ends of a span, or the other way round: "24 and 31 December"."""
    theirs = {pair: joint for reading in case.readings for pair, joint in _joints(reading)}
    for pair, joint in _joints(case.claim):
        if theirs.get(pair, joint) != joint:
            detail = f"the cited source says {theirs[pair]!r} between these, the line {joint!r}"
            yield Violation(class_=ViolationClass.DATE, detail=detail)


def check_both(case: Case) -> Iterator[Violation]:
    """Two times at either of which something holds, told as one: "after 6 pm and on Sundays"."""
    mine = [frozenset(pair) for pair, way in _times(case.claim) if not _ANY_JOINT.search(way)]
    for reading in case.readings if mine else ():
        if any(frozenset(pair) in mine and _EITHER.fullmatch(way) for pair, way in _times(reading)):
            yield Violation(class_=ViolationClass.DATE, detail="the cited source says 'and' between these times")


def _times(reading: Reading) -> Iterator[tuple[tuple[object, object], str]]:
    """Each two moments that follow each other, with what stands between them."""
    figures = [(one.start, one.end, one.values) for one in reading.figures if one.kind in MOMENTS]
    days = [(w.start, w.end, CALENDAR[w.plain]) for w in reading.words if w.plain in CALENDAR and not w.figure]
    for one, other in pairwise(sorted([*figures, *days], key=itemgetter(0))):
        yield (one[2], other[2]), reading.text[one[1] : other[0]].lower()


def _joints(reading: Reading) -> Iterator[tuple[tuple[object, object], str]]:
    """Each two figures, and each two days or months, that "and" or "to" joins, with that word."""
    figures = [(figure.start, figure.end, figure.values) for figure in reading.figures]
    days = [(w.start, w.end, CALENDAR[w.plain]) for w in reading.words if w.plain in CALENDAR and not w.figure]
    for one, other in (*pairwise(figures), *pairwise(days)):
        joint = _JOINTS.get(reading.text[one[1] : other[0]].strip().lower())
        if joint:
            between = reading.text[: one[0]].lower().endswith("between ")
            yield (one[2], other[2]), "to" if between else joint


def _way(reading: Reading, figure: Quantity) -> str:
    """Whether something comes "to" a figure, or goes "by" as much."""
    before = _word_before(reading, figure)
    return before if before in ("to", "by") and figure.kind not in MOMENTS else ""


def _tie(reading: Reading, figure: Quantity) -> str:
    """How a figure is tied to what happens, by the small word on either side of it."""
    before = _word_before(reading, figure)
    after = next((word.plain for word in reading.words if word.start >= figure.end), "")
    if before == "for" and any(w.plain in ("once", "after") for w in reading.words if w.start < figure.start):
        return "after"  # "once you have been here for six months"
    if figure.kind is QuantityKind.ORDINAL and before in ("from", "since", "for", "during"):
        return "within"  # "from the first year" is not "after the first year"
    return _BEFORE.get(before) or _BEHIND.get(after, "") or _opened(reading, figure)


def _opened(reading: Reading, figure: Quantity) -> str:
    """The "until" of a clause that ends with the span: "until you have been here 2 years"."""
    before = [word for word in reading.words if word.end <= figure.start][-_CLAUSE:]
    opened = [at for at, word in enumerate(before) if word.plain == "until"]
    return "before" if opened and not any(w.figure or w.comma for w in before[opened[-1] + 1 :]) else ""


def _word_before(reading: Reading, figure: Quantity) -> str:
    before = (word.plain for word in reversed(reading.words) if word.end <= figure.start)
    return next((word for word in before if word not in _ARTICLES), "")
