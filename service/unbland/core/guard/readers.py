"""Readers: a deed comes from or goes to the reader only where a source says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from unbland.core.guard.doers import doer
from unbland.core.guard.evidence import Case
from unbland.core.guard.grammar import MARKERS, YOU
from unbland.core.guard.model import Violation, ViolationClass
from unbland.core.guard.reading import Reading
from unbland.core.guard.roles import same_deeds
from unbland.core.guard.word import Word


def check(case: Case) -> Iterator[Violation]:
    """Reports "to you" that are yours to give, and deeds "by you" or "from you" that the source gives to nobody so."""
    for place, word in enumerate(case.claim.words):
        if word.content and word.verb and word.start in case.rests:
            yield from _turned_on_you(case, place)
    yield from _by_you(case)
    yield from _as_somebody(case)


def _turned_on_you(case: Case, place: int) -> Iterator[Violation]:
    """What is done to you here ("report to you"), and by you in the source."""
    word, after = case.claim.words[place], case.claim.words[place + 1 : place + 3]
    if [other.plain for other in after] != ["to", "you"]:
        return
    theirs = [
        doer(case.readings[rest.reading], case.readings[rest.reading].places[rest.word.start])
        for rest in same_deeds(case, place)
    ]
    if theirs and all(found == {YOU} for found in theirs):
        yield _violation(f"in the cited source it is you who {word.text!r}")


def _by_you(case: Case) -> Iterator[Violation]:
    """What comes "from you" or is done "by you", of which no source says so."""
    for before, word in pairwise(case.claim.words):
        if word.plain != "you" or before.plain not in ("by", "from") or word.denied:
            continue
        rests = case.of_clause(before.clause) or case.of_clause(max(before.clause - 1, 0))
        theirs = {(rest.reading, rest.word.clause) for rest in rests}
        if theirs and not any(_is_yours(case.readings[number], clause) for number, clause in theirs):
            yield _violation(f"no cited source says that it is done {before.text} you")


def _as_somebody(case: Case) -> Iterator[Violation]:
    """The reader "as" somebody whom the source has do something else: "as principal librarian, you rent music"."""
    words = case.claim.words
    for place, word in enumerate(words):
        if (
            word.plain != "as"
            or not _opens(words, place)
            or any(reading.plain.startswith(" as ") for reading in case.readings)
        ):
            continue
        name = list(takewhile(lambda other: not (other.party or other.comma), words[place + 1 :]))
        title = list(takewhile(lambda other: other.plain not in MARKERS, name))
        head = next((other for other in reversed(title) if other.content), None)
        if head and head.start in case.rests and any(w.content and w.meaning not in case.named for w in title):
            rest = case.rests[head.start]
            ties = case.readings[rest.reading].standing.get(rest.word.start, ())
            if rest.word.names_doer or any(tie == "does" for tie, _ in ties):
                yield _violation(f"the cited source says {head.text!r} of somebody else")


def _opens(words: Sequence[Word], place: int) -> bool:
    """Whether a statement begins with "as", or goes on with it behind a comma or the reader."""
    word = words[place]
    return not place or word.comma or words[place - 1].statement != word.statement or _is_you(words, place)


def _is_you(words: Sequence[Word], place: int) -> bool:
    """Whether the reader comes in before "as": "you join as our head cook"."""
    own = [
        word for word in words[:place] if word.clause == words[place].clause or word.clause == words[place].clause - 1
    ]
    return bool(own) and own[0].party == YOU and not any(word.content and not word.verb for word in own[1:])


def _is_yours(reading: Reading, clause: int) -> bool:
    """Whether the clause speaks to the reader, or orders something."""
    words = [word for word in reading.words if word.clause == clause]
    deeds = (word for word in words if word.verb in ("verb", "ing"))
    yours = any(YOU in (found := doer(reading, reading.places[word.start])) or not found for word in deeds)
    return yours or any(word.party == YOU or word.plain in ("your", "yours") for word in words)


def _violation(detail: str) -> Violation:
    return Violation(class_=ViolationClass.ROLE, detail=detail)
