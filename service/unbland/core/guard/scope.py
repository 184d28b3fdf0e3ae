"""Scope: nothing holds for more than its source says: all, always, only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise, takewhile

from unbland.core.guard.days import CALENDAR, TURNS
from unbland.core.guard.evidence import Case
from unbland.core.guard.grammar import DETERMINERS, MARKERS
from unbland.core.guard.model import Violation, ViolationClass
from unbland.core.guard.reading import Reading
from unbland.core.guard.word import SAID, Word
from unbland.core.language.numbers import ORDINALS
from unbland.core.language.synonyms import meaning
from unbland.core.language.units import SPANS

#: Words that make a statement hold for more than its source says; the words of a line mean the same.
_WIDE = (
    ("always", "at all times"),
    ("never",),
    ("only", "solely", "exclusively"),
    ("unlimited", "endless", "uncapped"),
    ("guaranteed", "guarantee", "guarantees", "ensured"),
    ("anywhere", "worldwide", "everywhere"),
    ("anyone", "everyone", "anybody", "everybody"),
    ("entire", "whole", "full"),
    ("completely", "fully", "entirely", "totally"),
    ("for life", "lifetime", "forever"),
    ("majority", "most"),
    ("more", "additional", "extra", "further", "another", "other"),
    ("many", "numerous"),
    ("several",),
    ("both",),
    ("whatever", "whoever", "regardless"),
    ("whether",),
    ("few", "fewer", "less"),
    ("throughout",),
)
_ANYBODY = frozenset({"anyone", "anybody"})
_NOBODY = re.compile(r"\b(?:nobody|no one|no-one)\b")
#: Say that something holds of a whole kind; "per" only that it is counted by it.
_ALL = frozenset({"all", "every", "each", "any"})
_EACH = _ALL | {"per"}
#: More words than these do not stand between "all" and its noun.
_ATTRIBUTES = 4
#: Short of all.
_NEARLY = re.compile(r"\b(?:nearly|almost|virtually|practically|not) (?:all|every|each|everyone)\b")
_ALL_OF = re.compile(r"\b(?:all|every|each|everyone)\b")
_SO_IS = re.compile(r"\bso (?:is|are|does|do|will|can|must)\b")
#: Told with "only" as well: "not without a permit", "needs a permit", "nothing but".
_BINDS = re.compile(r"\b(?:without|unless|until|needs?|must|subject to|requires?|not|no|never|alone)\b")
#: Words for a limit, and the words of a source that say as much or more.
_LIMITS = (
    ({"after"}, frozenset({"after", "once", "following", "since", "from", "when", "upon", "behind"})),
    ({"before", "until", "till"}, frozenset({"before", "until", "till", "by"})),
    ({"except"}, frozenset({"except", "excluding", "not", "no", "unless", "but", "without", "only", "other"})),
)
#: Words that take something out, whatever stands behind them.
_EXCEPTING = frozenset({"except", "excluding", "unless", "but", "without", "other"})
#: Days and the like, whose "every" is a frequency.
_DAYS = frozenset(CALENDAR.values()) | frozenset(map(meaning, CALENDAR.values()))
#: Between "every" and a day these make it fewer of them.
_SECOND = frozenset(map(meaning, ("second", "other", "third")))


def check(case: Case) -> Iterator[Violation]:
    """Words that widen a statement beyond what its source says, and limits that no source has."""
    texts = [reading.text.lower() for reading in case.readings]
    yield from _wide(case, texts)
    yield from _every(case)
    yield from _excepted(case)
    if case.asks and " own " in case.claim.plain and not any(" own " in reading.plain for reading in case.readings):
        yield _scope("no cited source asks for one's own")
    yield from _widened(case)
    yield from _nearly(case, texts)
    yield from _so_is(case)


def _so_is(case: Case) -> Iterator[Violation]:
    """What is said of one more ("so is …"), and in the source in another statement."""
    match = _SO_IS.search(case.claim.text.lower())
    if match:
        before = {(r.reading, r.word.statement) for start, r in case.rests.items() if start < match.start()}
        after = [(r.reading, r.word.statement) for start, r in sorted(case.rests.items()) if start >= match.end()]
        if after and after[0] not in before:
            yield _scope(f"no cited source says {match.group()!r} of this")


def _nearly(case: Case, texts: list[str]) -> Iterator[Violation]:
    """Nearly all told as all."""
    match = next((found for text in texts if (found := _NEARLY.search(text))), None)
    if match and not _NEARLY.search(case.claim.text.lower()) and _ALL_OF.search(case.claim.text.lower()):
        yield _scope(f"the cited source says {match.group()!r}")


def _wide(case: Case, texts: list[str]) -> Iterator[Violation]:
    """A word that makes a statement hold for more, of which no source has one that means the same."""
    for group in _WIDE:
        found = next((word for word in group if f" {word} " in case.claim.plain), None)
        told = found == "only" and any(map(_BINDS.search, texts))
        told = told or found == "other" or (found == "both" and any(" and " in text for text in texts))
        told = told or (found in _ANYBODY and any(_NOBODY.search(text) for text in texts))
        told = told or (found == "more" and " or more " in case.claim.plain)
        told = told or (found == "never" and any(" no " in text for text in texts))
        known = any(f" {word} " in reading.plain for word in group for reading in case.readings)
        if found and not told and not known:
            yield _scope(f"{found!r} is in no cited source")


def _excepted(case: Case) -> Iterator[Violation]:
    """A limit ("after", "before", "except") where no cited source has anything like it."""
    for told, like in _LIMITS:
        word = next((word for word in case.claim.words if word.plain in told and not word.figure), None)
        said = any(other.plain in like for reading in case.readings for other in reading.words)
        if word and (not said or (word.plain == "except" and not _is_excepted(case, word))):
            yield _scope(f"no cited source says {word.text!r} of this")


def _is_excepted(case: Case, word: Word) -> bool:
    """Whether a source takes it out: it says "except" and the like, or denies what follows."""
    if any(other.plain in _EXCEPTING for reading in case.readings for other in reading.words):
        return True
    after = next((other for other in case.claim.words if other.start > word.start and other.content), None)
    rest = case.rests.get(after.start) if after else None
    return rest is None or rest.word.denied != SAID


def _every(case: Case) -> Iterator[Violation]:
    """A word for all of a kind ("all", "every", "each", "any") where no source says it of that kind."""
    known = {noun for reading in case.readings for _, noun in _each(reading, wide=True)}
    known |= {noun for reading in case.readings for noun in _one(reading)}
    for word, noun in _each(case.claim):
        if noun in _DAYS and not known & _SECOND:
            continue  # how often is judged by `claims`, but "every Friday" is not "every second Friday"
        loose = word.lower() == "each" and noun in case.content and noun not in _DAYS
        if noun not in known and not loose:
            yield _scope(f"no cited source says {word!r} of this")


def _each(reading: Reading, *, wide: bool = False) -> list[tuple[str, str]]:
    """Each such word with the meaning of the word behind it, or `wide` of three; a span of time is a frequency."""
    found = []
    for place, (word, after) in enumerate(pairwise(reading.words)):
        if word.plain not in _EACH or after.plain in SPANS.keys() | TURNS or _is_vain(reading, place):
            continue
        nouns = [other.meaning for other in reading.words[place + 2 :] if other.content][:2]
        if after.content or after.plain in ORDINALS:
            found.append((word.text, after.meaning))
            found += [(word.text, noun) for noun in nouns] if wide and after.content else []
        elif after.party and word.plain == "all":
            found.append((word.text, after.party))
        elif word.plain == "each" and after.plain in MARKERS and after.plain != "of":
            found.append((word.text, "<each of them>"))
        elif after.plain in DETERMINERS | {"of"}:
            found += [(word.text, noun) for noun in nouns[:1]]
    return found


def _is_vain(reading: Reading, place: int) -> bool:
    """Whether "any" says no more than "a" here: "before any work begins"."""
    before = MARKERS.get(reading.words[place - 1].plain) if place else None
    return reading.words[place].plain == "any" and before in ("before", "if", "without")


def _one(reading: Reading) -> Iterator[str]:
    """Nouns that stand for each of their kind after "a" behind a figure: "four pieces a sprint"."""
    for before, word, after in zip(reading.words, reading.words[1:], reading.words[2:], strict=False):
        if word.plain in ("a", "an") and (before.figure or before.plain.endswith("s")) and after.content:
            yield after.meaning


def _widened(case: Case) -> Iterator[Violation]:
    """All of some told as all: "all Spanish hearings" as "all hearings"."""
    for word, after in pairwise(case.claim.words):
        rest = case.rests.get(after.start)
        if word.plain not in _ALL or rest is None:
            continue
        reading = case.readings[rest.reading]
        lost = [w for w in _attributes(reading, rest.word) if w.meaning not in case.said]
        if lost:
            yield _scope(f"the cited source says {word.text!r} of fewer: {lost[0].text} {rest.word.text}")
        elif (tail := _tail(reading, rest.word)) and tail.meaning not in case.said:
            yield _scope(f"the cited source says {word.text!r} of fewer: {rest.word.text} … {tail.text}")


def _attributes(reading: Reading, noun: Word) -> list[Word]:
    """What stands between "all" and its noun; nothing where no such word stands near before it."""
    at = reading.places[noun.start]
    between = list(takewhile(lambda word: word.plain not in _EACH, reversed(reading.words[:at])))
    if len(between) == at or len(between) > _ATTRIBUTES:
        return []
    return [word for word in between if word.content and word.clause == noun.clause and not word.verb]


def _tail(reading: Reading, noun: Word) -> Word | None:
    """The first word of what tells which of them are meant: "every practical using acids"."""
    at = reading.places[noun.start]
    every = any(word.plain in _ALL for word in reading.words[max(0, at - _ATTRIBUTES) : at])
    after = next((word for word in reading.words[at + 1 :] if word.content), None)
    if after is None or not every or after.comma or after.statement != noun.statement:
        return None
    return after if after.marker in ("via", "which") or after.verb == "ing" else None


def _scope(detail: str) -> Violation:
    return Violation(class_=ViolationClass.SCOPE, detail=detail)
