"""Causes: a line that says why says it because a source does, of the same two things."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from unbland.core.guard.days import CALENDAR
from unbland.core.guard.evidence import Case
from unbland.core.guard.grammar import BE
from unbland.core.guard.model import Violation, ViolationClass
from unbland.core.guard.reading import Reading
from unbland.core.guard.word import Word
from unbland.core.language.net import Gated
from unbland.core.ledger.model import Kind

#: Join a cause to what it explains. "Since" and "as" do where a clause follows them, not a date or a post.
_CAUSE = Gated(
    r"\bbecause\b|\bso that\b|\bwhich is why\b|\bthat is why\b|\bthis is why\b|\btherefore\b|\bthus\b|\bhence\b"
    r"|\bthat means\b|\bwhich means\b|\bmeaning\b|,? so (?=we|you|our|the|your|another|an? )|\bdue to\b|\bin order to\b"
    r"|\bthanks to\b|\bowing to\b|\bas a result\b|\bon account of\b|\bgiven that\b|\bin light of\b"
    r"|\bto make up for\b|\bto compensate\b|\bto offset\b|\bin (?:return|exchange) for\b"
    r"|\bnow that\b|\b(?:is|are) why\b|\bthe reason\b"
    r"|^with .{4,120}, we (?:are hiring|need|want|are looking|are adding|hire|seek)\b"
    r"|^with .{4,120}, [a-z&' -]{2,40} (?:has|have) created (?:a|an|the|this) (?:new )?(?:post|role|job|position)\b"
    r"|\band (?:so |now )?(?:need|seek|are (?:now )?(?:looking for|hiring|recruiting|seeking))\b"
    r"|\bwe (?:now |still )?need\b|\bneeds? (?:another|somebody|someone)\b|\bto help (?:us|you)\b",
    re.IGNORECASE,
)
#: Of these, the ones that join two sides, whichever way round they are told.
_JOINT = re.compile(
    r"\b(?:because|since|as|due to|owing to|thanks to|so|therefore|which is why|that is why|which means"
    r"|and (?:so |now )?need)\b",
    re.IGNORECASE,
)
#: Of these, the ones behind which the effect stands, and before which the cause.
_EFFECT_FOLLOWS = ("so", "which", "that", "this", "therefore", "thus", "hence", "and")

#: A colon, a bracket or a dash may explain: "Exempt role: no overtime pay".
_EXPLAINS = re.compile(r": | \(| [-–—] ")

#: With "be" the verbs that are no deeds.
_HAVE = frozenset({"have", "has", "had"})
#: Characters: a cause that begins within so many begins the line.
_HEAD = 4
#: Words: a clause that "since" or "as" opens has its verb within so many.
_AHEAD = 8


def check(case: Case) -> Iterator[Violation]:
    """A cause where no cited source gives one, or one that is put together from two sources."""
    found = _cause(case.claim)
    if found is None or _goes_along(case, found):
        return
    telling = _telling(case, found)
    if not telling:
        yield _violation(f"no cited source gives a cause, and the line says {case.claim.text[slice(*found)].strip()!r}")
        return
    first, last = _side(case.claim.text, found)
    cause = [start for start in case.rests if first <= start < last]
    effect = [start for start in case.rests if not first <= start < last]
    if not effect and not any(case.sources[number].kind is Kind.REASON for number in telling):
        yield _violation("the line gives a cause, and no cited source says of what")
    if _is_made_up(case, found, telling, effect):
        yield _violation("the line makes one thing the cause of the other, the cited source does not")
    if effect and any(_is_effect(case, number, cause) for number in telling):
        yield _violation("the line gives as a cause what the cited source says follows")
    if any(_is_turned(case, found, number) for number in telling):
        yield _violation("the line gives as a cause what the cited source says follows")
    told = sum(case.rests[start].reading in telling for start in cause)
    if cause and 2 * told <= len(cause):
        yield _violation("the line gives as a cause what another source says, and not as one")


def _telling(case: Case, found: tuple[int, int]) -> list[int]:
    """The readings that give a cause; one that only explains does where the line rests on no other."""
    alone = len({rest.reading for rest in case.rests.values()}) == 1
    return [
        number
        for number, (source, reading) in enumerate(zip(case.sources, case.readings, strict=True))
        if source.kind is Kind.REASON or _cause(reading) is not None or (alone and _explains(case, found, number))
    ]


def _explains(case: Case, found: tuple[int, int], number: int) -> bool:
    """Whether a colon, a bracket or a dash of the source stands between the two things, side by side."""
    (first, last), reading = _side(case.claim.text, found), case.readings[number]
    told, rest = set[int](), set[int]()
    for start, one in case.rests.items():
        if one.reading == number:
            (told if first <= start < last else rest).add(one.word.statement)
    for mark in _EXPLAINS.finditer(reading.text):
        before = [word.statement for word in reading.words if word.end <= mark.start() + 1][-1:]
        after = [word.statement for word in reading.words if word.start >= mark.end() - 1][:1]
        if before and after and any({before[0], after[0]} == {one, other} for one in told for other in rest):
            return True
    return False


def _goes_along(case: Case, found: tuple[int, int]) -> bool:
    """Whether "as" stands before the same words in the source: "as volumes change"."""
    after = next((word for word in case.claim.words if word.start >= found[1] and word.content), None)
    rest = case.rests.get(after.start) if after else None
    if rest is None or case.claim.text[slice(*found)].lower() != "as":
        return False
    reading = case.readings[rest.reading]
    place = reading.places[rest.word.start]
    return any(word.plain == "as" for word in reading.words[max(0, place - 2) : place])


def _is_effect(case: Case, number: int, cause: Sequence[int]) -> bool:
    """Whether all that the line gives as a cause is what the source says comes of one."""
    told = [case.rests[start] for start in cause if case.rests[start].reading == number]
    found = _cause(case.readings[number])
    if not told or found is None or case.readings[number].text[slice(*found)].strip(", ").lower() != "so":
        return False
    return all(rest.word.start >= found[1] for rest in told)


def _is_turned(case: Case, found: tuple[int, int], number: int) -> bool:
    """Whether cause and effect changed places: all of each that one word alone carries stands in the other."""
    reading = case.readings[number]
    theirs = _cause(reading)
    if not theirs or not _is_joint(case.claim.text, found) or not _is_joint(reading.text, theirs):
        return False
    mine, its = _side(case.claim.text, found), _side(reading.text, theirs)
    inside: dict[bool, list[bool]] = {True: [], False: []}
    for word, rest in case.resting():
        if word.content and rest.reading == number and len(case.candidates[word.start]) == 1:
            inside[mine[0] <= word.start < mine[1]].append(its[0] <= rest.word.start < its[1])
    return bool(inside[True] and inside[False]) and not any(inside[True]) and all(inside[False])


def _is_joint(text: str, span: tuple[int, int]) -> bool:
    return _JOINT.search(text[slice(*span)]) is not None


def _is_made_up(case: Case, found: tuple[int, int], telling: Sequence[int], effect: Sequence[int]) -> bool:
    """Whether the effect is a deed of the very reasons, and none of those says what comes of it."""
    if any(_cause(case.readings[number]) is not None for number in telling):
        return False
    inside = all(case.rests[start].reading in telling for start in effect)
    acts = any(case.rests[start].word.verb for start in effect)
    return inside and acts and not any(_explains(case, found, number) for number in telling)


def _side(text: str, found: tuple[int, int]) -> tuple[int, int]:
    """Where the cause stands: after the word for it, to the next comma where the line begins with it."""
    start, end = found
    if text[start:end].strip(", ").lower().startswith(_EFFECT_FOLLOWS):
        return 0, start
    comma = text.find(",", end) if start < _HEAD else -1
    return end, comma if comma > 0 else len(text)


def _cause(reading: Reading) -> tuple[int, int] | None:
    """Where a text gives a cause."""
    match = _CAUSE.search(reading.text)
    if match:
        return match.span()
    return next((span for place in range(len(reading.words)) if (span := _opened(reading.words, place))), None)


def _opened(words: Sequence[Word], place: int) -> tuple[int, int] | None:
    """Where "since", or "as" at the head of a clause, stands before a clause with a verb of its own."""
    word, after = words[place], words[place + 1 : place + 1 + _AHEAD]
    if word.plain not in ("since", "as") or (after and _tells_no_cause(word, after)):
        return None
    own = takewhile(lambda other: not other.comma and other.statement == word.statement, after)
    told = word.plain == "as" and bool(after) and (after[0].plain == "there" or after[0].party != "")
    begins = (
        told or place == 0 or word.comma or words[place - 1].bracket or words[place - 1].statement != word.statement
    )
    acts = any(other.verb == "verb" or other.plain in BE | _HAVE for other in own)
    return (word.start, word.end) if acts and (begins or word.plain == "since") else None


def _tells_no_cause(word: Word, after: Sequence[Word]) -> bool:
    """Whether a moment follows "since", or what somebody is follows "as": "as a loader you do not drive"."""
    if after[0].plain in ("a", "an"):
        first = next((other for other in after if other.party or other.verb or other.plain in BE), None)
        return word.plain == "as" and first is not None and bool(first.party)
    return (after[0].figure and word.plain == "since") or after[0].plain in CALENDAR.keys() | {"then"}


def _violation(detail: str) -> Violation:
    return Violation(class_=ViolationClass.REASON, detail=detail)
