"""Limits: a bounded figure, or a share, that limits what a source says is not lost on the way."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from unbland.core.guard.bonds import DEALS
from unbland.core.guard.evidence import Case
from unbland.core.guard.grammar import DETERMINERS
from unbland.core.guard.model import Violation, ViolationClass
from unbland.core.guard.prices import ahead, cheaper, costs, share
from unbland.core.guard.reading import Reading
from unbland.core.guard.word import Word
from unbland.core.language.quantities import Bound, Quantity, QuantityKind
from unbland.core.ledger.model import Kind

#: "Over 4 days" may be spread over them.
_SPREAD = re.compile(r"over (?![$£€])", re.IGNORECASE)

#: Between a figure and the only time that it holds for.
_FOR_A_TIME = re.compile(r" (?:for|during|in) (?:the |your )?")

_TIMED = DEALS | {Kind.DUTY}
_FIRST_TIME = re.compile(r"\b(?:for|during|in|over|throughout) (?:the |your |our )?first ?(?=\S)", re.IGNORECASE)
#: "Before it is lifted for the first time": the side clause tells which time is meant.
_DEBUT = re.compile(
    r"\b(?:before|when|whenever|once|after|if|until|(?<!, )who|that) (?P<what>[^,.;:]{3,80}?) for the first time\b",
    re.IGNORECASE,
)
_FIRST = re.compile(r"\b(?:first|initial\w*|new|newly|never)\b", re.IGNORECASE)

#: So much of what is limited must stand in the line before the limit is missed.
_USED = 0.5
#: So many words of content before a figure in a deal tell what it limits, and elsewhere so many.
_NEAR, _NEXT = 4, 2
#: Words: what a figure is a part of stands within so many behind it, "of" included.
_PART = 4
#: A statement of more words than a few, of which the line has most, is taken over whole.
_FEW, _MOST = 3, 0.7


def check(case: Case) -> Iterator[Violation]:
    """What limits a thing or a figure, and goes missing while that stays."""
    yield from _lost_limits(case)
    for reading in case.readings:
        for figure, first, time in zip(reading.figures, reading.figures[1:], reading.figures[2:], strict=False):
            told = any(_are_alike(one, figure) for one in case.claim.figures)
            bound = first.text == "first" and _FOR_A_TIME.fullmatch(reading.text[figure.end : first.start])
            if told and bound and not any(one.low == time.low and one.unit == time.unit for one in case.claim.figures):
                yield _violation(f"the cited source says {figure.text!r} for the first {time.text!r} alone")


def check_terms(case: Case) -> Iterator[Violation]:
    """What holds for a first time alone, told without it: "no rent for the first six months"."""
    for source, reading, taken in zip(case.sources, case.readings, case.taken, strict=True):
        for term in _FIRST_TIME.finditer(reading.text) if source.kind in _TIMED and "first" in reading.text else ():
            figure = _figure_at(reading, term.end())
            if figure is None or any(_are_alike(one, figure) for one in case.claim.figures):
                continue
            if _keeps(case.claim, _told_before(reading, term.start()), taken):
                yield _violation(f"the cited source says it {(term.group() + figure.text)!r} alone")


def check_debut(case: Case) -> Iterator[Violation]:
    """What holds for the first time of a thing alone, told of any time: "who order for the first time"."""
    for reading, taken in zip(case.readings, case.taken, strict=True):
        for time in _DEBUT.finditer(reading.text) if "the first time" in reading.text.lower() else ():
            own = [word for word in reading.words if time.start() <= word.start and word.end <= time.end("what")]
            told = [word for word in own if word.content][-1:]
            if told and told[0].start in taken and not _FIRST.search(case.claim.text):
                yield _violation("the cited source says it 'for the first time' alone")


def _figure_at(reading: Reading, place: int) -> Quantity | None:
    """The figure that begins at a place, or right behind it."""
    return next((figure for figure in reading.figures if place <= figure.start <= place + 1), None)


def _told_before(reading: Reading, place: int) -> Sequence[Word]:
    """The last words of content before a place in its clause, those of figures left out."""
    own = (word for word in reading.clause_at(place) if word.end <= place)
    return [word for word in own if word.content and not word.figure][-_NEAR:]


def _keeps(claim: Reading, words: Sequence[Word], taken: frozenset[int]) -> bool:
    """Whether a line has half of these words of a source, and the last of them."""
    # What is denied for a time stands in the line as denied, on whatever word of the source it rests.
    denied = {word.meaning for word in claim.words if word.denied}
    kept = [word.start in taken or (bool(word.denied) and word.meaning in denied) for word in words]
    return bool(kept) and kept[-1] and sum(kept) >= _USED * len(kept)


def _lost_limits(case: Case) -> Iterator[Violation]:
    """A bounded figure, or a share of something, that goes missing while what it limits stays."""
    for source, reading, taken in zip(case.sources, case.readings, case.taken, strict=True):
        for figure in reading.figures:
            spread = _SPREAD.match(figure.text) and _is_spread(reading, figure)
            if spread or any(_are_alike(other, figure) for other in case.claim.figures):
                continue
            whole = _whole(reading, figure)
            told = figure.low == 1 and " one of " in case.claim.text.lower()
            if whole and whole.start in taken and not told and not _is_shared(case.claim, whole.meaning):
                yield _violation(f"the line leaves out {figure.text!r} of it")
            elif source.kind in DEALS and costs(case.claim, reading, figure, taken):
                yield _violation(f"the line leaves out the price {figure.text!r}")
            elif source.kind in DEALS and (noun := cheaper(reading, figure, taken)):
                yield _violation(f"the line leaves out that {noun.text!r} have only {figure.text!r}")
            elif _limits(reading, figure) and (
                _takes_over(reading, figure, taken, in_deal=source.kind in DEALS)
                or _follows(case.claim, reading, figure)
            ):
                yield _violation(f"the line leaves out the limit {figure.text!r}")


def _is_spread(reading: Reading, figure: Quantity) -> bool:
    """Whether "over" spreads something: "24 hours over three days", "spread over 12 instalments"."""
    before = reading.text[: figure.start].rstrip()
    spread = before.endswith(("spread", "paid", "split", "out"))
    return spread or (
        not before.endswith((" of", " every", " each")) and any(other.end <= figure.start for other in reading.figures)
    )


def _are_alike(one: Quantity, other: Quantity) -> bool:
    """Whether two figures bound alike and by as much, whatever they count."""
    if QuantityKind.ORDINAL in (one.kind, other.kind) and one.kind is not other.kind:
        return False
    return one.values == other.values or (one.bound, one.low, one.high) == (other.bound, other.low, other.high)


def _limits(reading: Reading, figure: Quantity) -> bool:
    """Whether a figure bounds something on one side; with nothing before it, it is what is said."""
    bounds = figure.bound in (Bound.AT_LEAST, Bound.AT_MOST) and figure.kind is not QuantityKind.ORDINAL
    return bounds and any(word.end <= figure.start for word in reading.words)


def _follows(claim: Reading, reading: Reading, figure: Quantity) -> bool:
    """Whether a limit stands right behind a figure that the line has: "we match 100%, up to 4% of pay"."""
    before = next((one for one in reversed(reading.figures) if one.end <= figure.start), None)
    if before is None or figure.bound is not Bound.AT_MOST or not any(_are_alike(one, before) for one in claim.figures):
        return False
    between = reading.text[before.end : figure.start]
    parted = any(sign in between for sign in ",.;:(")
    return not parted and not any(before.end <= w.start < figure.start for w in reading.words if w.content)


def _takes_over(reading: Reading, figure: Quantity, taken: frozenset[int], *, in_deal: bool) -> bool:
    """Whether the line takes over what a figure limits: what stands before it in its clause, else what follows it."""
    own = [word for word in reading.clause_at(figure.start) if word.content]
    before = _before(reading, figure, own, in_deal=in_deal)
    if not in_deal:
        return any(word.start in taken and not word.verb for word in before[-_NEXT:])
    if _takes_all(reading, figure, taken):
        return True
    limited = [word for word in before if not word.verb]
    limited = limited or [word for word in own if word.start >= figure.end and not word.marker]
    return bool(limited) and share(limited[-_NEAR:], taken) >= _USED


def _before(reading: Reading, figure: Quantity, own: Sequence[Word], *, in_deal: bool) -> Sequence[Word]:
    """What stands before a figure in its clause, outside of its brackets, or in a deal ahead of it."""
    before = [word for word in own if word.end <= figure.start] or _outside(reading, figure)
    return before or (ahead(reading, figure) if in_deal else [])


def _outside(reading: Reading, figure: Quantity) -> list[Word]:
    """The words before a figure in brackets: in them, or before them."""
    here = reading.word_at(figure.start)
    if here is None or not here.bracket:
        return []
    before = [word for word in reading.words if word.end <= here.start]
    inside = [word for word in before if word.statement == here.statement]
    return [word for word in inside or (w for w in before if not w.bracket) if word.content][-_NEXT:]


def _takes_all(reading: Reading, figure: Quantity, taken: frozenset[int]) -> bool:
    """Whether the line has most of the statement that ends with the figure."""
    own = [word for word in reading.statement_at(figure.start) if word.content]
    before = [word for word in own if word.end <= figure.start]
    ends = not any(word.start >= figure.end for word in own)
    here = reading.word_at(figure.start)
    aside = here is None or here.bracket
    return ends and not aside and len(before) > _FEW and share(before, taken) >= _MOST


def _whole(reading: Reading, figure: Quantity) -> Word | None:
    """What a figure is a part of: "30% of our families"."""
    after = [word for word in reading.words if word.start >= figure.end][:_PART]
    if not after or after[0].plain != "of" or figure.bound is Bound.RANGE:
        return None
    if figure.kind not in (QuantityKind.PERCENT, QuantityKind.COUNT):
        return None
    if len(after) > 1 and after[1].plain in ("them", "which", "whom"):
        return next((word for word in after[2:] if word.content), None)
    parted = figure.kind is QuantityKind.PERCENT or (
        len(after) > 1 and (after[1].plain in DETERMINERS or after[1].figure)
    )
    parted = parted or (figure.low == 1 and any(word.comma or word.plain in ("and", "or") for word in after[2:]))
    return next((word for word in after if word.content and not word.figure), None) if parted else None


def _is_shared(claim: Reading, meaning: str) -> bool:
    """Whether the line takes a part of it too."""
    wholes = (_whole(claim, figure) for figure in claim.figures)
    return any(whole is not None and whole.meaning == meaning for whole in wholes)


def _violation(detail: str) -> Violation:
    return Violation(class_=ViolationClass.SCOPE, detail=detail)
