"""Borne: what the employer pays a part of, or only lends, is not told as paid whole or given."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from unbland.core.guard.evidence import Case
from unbland.core.guard.model import Violation, ViolationClass
from unbland.core.guard.reading import Reading
from unbland.core.language.quantities import Quantity
from unbland.core.language.words import word_set
from unbland.core.ledger.model import Kind

_PAYS = r"(?:pays?|covers?|refunds?|reimburses?|contributes?|bears?|meets?|funds?)"
_A_PART = r"(?:half|a (?:third|quarter|fifth)|two thirds|three quarters|\d[\d.]* ?%|[$£€]?\d[\d.,]*|[a-z]+)"
#: "We pay five of it", "of which we pay €600", "we pay half".
_PAYS_PART = re.compile(
    rf"\b(?:we|the company|the employer) (?:will |also )?{_PAYS} "
    rf"(?:{_A_PART}(?: percent| per cent)?) (?:of|towards) (?:it|this|that|these|those|them|which)\b"
    rf"|\bof which (?:we|the company|the employer) (?:will |also )?{_PAYS} {_A_PART}"
    rf"|\b(?:we|the company|the employer) (?:will |also )?{_PAYS} (?:50%|half|a (?:third|quarter))(?= ?(?:[,.;)]|$))",
    re.IGNORECASE,
)
#: Says in a line that the employer pays.
_TOLD = re.compile(
    rf"\b(?:we {_PAYS}|by us|paid|covered|refunded|reimbursed|funded|free|at our (?:expense|cost))\b", re.IGNORECASE
)
#: Says in a line that it is a part.
_SHARED = re.compile(
    r"\b(?:half|third|quarter|two thirds|part|partly|share|towards|of (?:it|which))\b|50%", re.IGNORECASE
)

_LENDING = word_set("lend lends lent lending loan loaned loans loaning borrow borrows borrowed borrowing")
#: With one of these a line says that it changes hands for good.
_GIVING = word_set(
    "give gives given giving get gets getting receive receives go goes own donate donates donated keep keeps"
)


def check(case: Case) -> Iterator[Violation]:
    """The whole of a figure told as paid where the employer pays a part of it."""
    line = case.claim.text
    if not _TOLD.search(line) or _SHARED.search(line):
        return
    for reading in case.readings:
        part = _PAYS_PART.search(reading.text) if " we " in reading.plain else None
        if part is not None and _tells_whole(case.claim.figures, reading.figures, part):
            yield Violation(class_=ViolationClass.PAY, detail=f"the cited source says {part.group()!r}")


def _tells_whole(mine: Sequence[Quantity], theirs: Sequence[Quantity], part: re.Match[str]) -> bool:
    """Whether a line has the figure of the whole, which stands before the part, and not the part's."""
    wholes = {figure.values for figure in theirs if figure.end <= part.start()}
    inner = {figure.low for figure in theirs if part.start() <= figure.start < part.end()}
    return not wholes.isdisjoint(one.values for one in mine) and inner.isdisjoint(one.low for one in mine)


def check_lent(case: Case) -> Iterator[Violation]:
    """What is lent told as given: "we lend you a laptop" as "you get a laptop"."""
    if any(word.plain in _LENDING for word in case.claim.words):
        return
    for source, reading, taken in zip(case.sources, case.readings, case.taken, strict=True):
        lent = _lent(reading, taken)
        gives = source.kind is Kind.BENEFIT or any(word.plain in _GIVING for word in case.claim.words)
        if lent and gives:
            yield Violation(class_=ViolationClass.SCOPE, detail=f"the cited source says {lent!r}, the line does not")


def _lent(reading: Reading, taken: frozenset[int]) -> str:
    """The word for lending of whose next words of content the line has one; empty if none."""
    for place, word in enumerate(reading.words):
        if word.plain not in _LENDING or not word.verb:
            continue
        behind = [other for other in reading.words[place + 1 :] if other.statement == word.statement]
        known = [other for other in behind if other.content and not other.figure][:2]
        if any(other.start in taken for other in known):
            return word.text
    return ""
