"""Relations: what binds a statement to its time, its condition or its denial stays bound."""

from __future__ import annotations

from collections.abc import Iterator

from unbland.core.guard.evidence import Case
from unbland.core.guard.model import Violation, ViolationClass
from unbland.core.guard.reading import Reading
from unbland.core.ledger.model import Kind

#: Words whose whole sense is in the word they govern: "after 90 days" is not "from day one".
_GOVERNING = frozenset({"after", "before", "until", "unless", "except", "without", "from", "because", "instead"})

#: Words that bind what is offered; any word of a group keeps the bond.
_CONDITIONS = (
    ("if", "when", "once", "provided", "subject", "depending"),
    ("after", "once", "following", "from", "when"),
    ("unless", "except", "excluding"),
    ("only",),
)

_DENIALS = frozenset({"not", "no", "never", "without", "cannot", "nor", "neither", "none", "don't", "doesn't", "can't"})

#: A line that uses so much of its source has no excuse for a denial less.
_MOST = 0.7


def check(case: Case) -> Iterator[Violation]:
    """A governing word stands before what it governs in a source; a condition and a denial are not lost."""
    known = {pair for reading in case.readings for pair in _governed(reading)}
    words = {word for word, _ in known}
    for word, governed in _governed(case.claim):
        if word in words and (word, governed) not in known:
            yield _violation(ViolationClass.SCOPE, f"no cited source says {word!r} of this")
    for source, reading in zip(case.sources, case.readings, strict=True):
        if source.kind in (Kind.BENEFIT, Kind.PAY):
            yield from _unbound(case.claim, reading)
        for word, governed in _governed(reading):
            if word == "except" and governed in case.content and f" {word} " not in case.claim.plain:
                yield _violation(ViolationClass.SCOPE, "the exception of the cited source is gone")
    if len(case.readings) == 1:
        yield from _undenied(case.claim, case.readings[0])


def _governed(reading: Reading) -> Iterator[tuple[str, str]]:
    """Each governing word with the meaning of the next word of content."""
    for place, word in enumerate(reading.words):
        if word.plain in _GOVERNING:
            after = (other.meaning for other in reading.words[place + 1 :] if other.content)
            yield word.plain, next(after, "")


def _unbound(claim: Reading, reading: Reading) -> Iterator[Violation]:
    """A condition of an offer that the line leaves out."""
    for group in _CONDITIONS:
        there = next((word for word in group if f" {word} " in reading.plain), None)
        if there and not any(f" {word} " in claim.plain for word in group):
            yield _violation(ViolationClass.SCOPE, f"the condition of the cited source is gone: {there!r}")


def _undenied(claim: Reading, reading: Reading) -> Iterator[Violation]:
    """A denial less than in the one source whose words the line takes over."""
    mine, theirs = (sum(word.plain in _DENIALS for word in one.words) for one in (claim, reading))
    words = {word.meaning for word in reading.words if word.content}
    taken = words & {word.meaning for word in claim.words if word.content}
    if mine < theirs and len(taken) >= _MOST * len(words):
        yield _violation(ViolationClass.NEGATION, "the line denies less than the cited source")


def _violation(class_: ViolationClass, detail: str) -> Violation:
    return Violation(class_=class_, detail=detail)
