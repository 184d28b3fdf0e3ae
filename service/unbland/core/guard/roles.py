"""Roles: who does what to whom; authority that no source gives, and a doer and a done-to that changed places."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from unbland.core.guard.deeds import AUTHORITY, LOWERING, YOU, Deed, deeds, granted_verbs, is_verb, verbs
from unbland.core.guard.evidence import Case
from unbland.core.guard.model import Violation, ViolationClass
from unbland.core.guard.reading import Reading, Word

_TOGETHER = frozenset({"together", "jointly", "alongside"})


def check(case: Case) -> Iterator[Violation]:
    """New authority, a help that became a deed, and roles that turned around."""
    allowed = [word for reading in case.readings for word in granted_verbs(reading)]
    granted = {word.stem for word in allowed} | {word.meaning for word in allowed}
    for word in verbs(case.claim):
        if word.stem in AUTHORITY | LOWERING and word.stem not in granted and word.meaning not in granted:
            yield _violation(f"no cited source says that anybody should {word.text.lower()!r} here")
    theirs = [deed for reading in case.readings for clause in reading.clauses for deed in deeds(clause)]
    for clause in case.claim.clauses:
        for deed in deeds(clause):
            same = [other for other in theirs if other.verb == deed.verb]
            if same and all(_turned(deed, other) for other in same):
                yield _violation(f"the cited source has another one {deed.text.lower()!r} here")
    for reading in case.readings:
        yield from _shared_deeds(case.claim, reading)
    owned = {pair for reading in case.readings for pair in _owned(reading)}
    for whose, what in _owned(case.claim):
        other = "your" if whose == "our" else "our"
        if (whose, what) not in owned and (other, what) in owned:
            yield _violation(f"the cited source says {other!r} of what the line calls {whose!r}")


def _owned(reading: Reading) -> Iterator[tuple[str, str]]:
    """What is ours and what is the reader's."""
    for word, after in pairwise(reading.words):
        if word.plain in ("our", "your"):
            yield word.plain, after.meaning


def _shared_deeds(claim: Reading, source: Reading) -> Iterator[Violation]:
    """A deed that the source shares with somebody and the line gives to the reader alone."""
    told = {word.plain for word in claim.words}
    for clause in source.clauses:
        alone = 3 * len(clause.content & claim.content) < len(clause.content)
        helped = next((word for at, word in enumerate(clause.words) if _lowers(clause.words, at)), None)
        if helped and not alone and not any(word.stem in LOWERING for word in claim.words):
            yield _violation(f"the cited source says {helped.text!r}, and the line leaves it out")
        beside = next((word.text for word in clause.words if word.plain in _TOGETHER), None)
        if beside and not alone and not told & (_TOGETHER | {"with"}):
            yield _violation(f"the cited source says {beside!r}, and the line leaves it out")


def _lowers(words: tuple[Word, ...], place: int) -> bool:
    return words[place].stem in LOWERING and is_verb(words, place)


def _turned(deed: Deed, other: Deed) -> bool:
    """Whether the doer here is not the one there but one of those it is done to, or one that is named nowhere."""
    if not deed.doer or not other.doer or deed.doer & other.doer:
        return False
    return bool(deed.doer & other.rest) or other.doer == {YOU} or deed.doer == {YOU}


def _violation(detail: str) -> Violation:
    return Violation(class_=ViolationClass.ROLE, detail=detail)
