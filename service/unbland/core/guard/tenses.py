"""Tenses: what happened is not told as coming, nor what comes as done, where it says how things came about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from unbland.core.guard.evidence import Case
from unbland.core.guard.grammar import AUXILIARIES, BE, MARKERS, WE
from unbland.core.guard.model import Violation, ViolationClass
from unbland.core.guard.reading import Reading
from unbland.core.guard.standing import is_deed
from unbland.core.guard.word import Word
from unbland.core.language import wordnet
from unbland.core.language.words import word_set
from unbland.core.ledger.model import Kind

#: Kinds that tell how things came about; what the reader will do is no forecast.
_TOLD = frozenset({Kind.REASON, Kind.COMPANY})

#: What makes the verb behind it one of a time to come; the same for a form in "-ing", and for one in "-ed".
_WILL = re.compile(
    r"(?:\b(?:will|shall|going to|about to|due to|plans? to|planning to)|['’]ll)(?: \w+ly| soon| now)? $"
)
_WILL_HAVE = re.compile(r"(?:\b(?:will|shall)|['’]ll) have(?: \w+ly)? $")
_IS = re.compile(r"(?:\b(?:am|is|are)|['’](?:re|s|m))(?: \w+ly| soon| now)? $", re.IGNORECASE)
_WILL_BE = re.compile(
    r"(?:\b(?:will|shall|going to|about to|due to)|['’]ll) be $|(?:\b(?:is|are)|['’](?:re|s)) being $"
)
#: What a participle stands behind that is of no time of its own.
_OPEN = re.compile(r"(?:\b(?:am|is|are|be|being|to|get|gets)|['’](?:re|m))(?: \w+ly| not)? $", re.IGNORECASE)
#: Forms of the past that are words of their own as well.
_PAST = frozenset({"left", "fell", "rose", "found"})
_PERFECT = frozenset({"have", "has", "had"})
#: Of what is so now, and of what is no more or not yet.
_NOW = word_set("current present existing")
_NOT_NOW = word_set("last former previous past earlier next future later new coming old")
_READER = re.compile(r"\byou(?:['’]ll| will)(?: \w+ly| soon| now)? (?:be )?$", re.IGNORECASE)


def check(case: Case) -> Iterator[Violation]:
    """A deed that the cited source tells as done and the line as coming, or the other way round."""
    for word, rest in case.resting():
        # "Is retiring" told as "the cook of 19 years retired"; "moved" told as "moves".
        is_verb = word.verb or rest.word.verb == "ing" or _is_told_now(case.claim, word)
        if not is_verb or case.sources[rest.reading].kind not in _TOLD:
            continue
        mine, theirs = _times(case.claim, word, case.readings[rest.reading], rest.word)
        if mine and theirs and mine != theirs:
            detail = f"the line tells {word.text!r} as {mine}, the cited source as {theirs}"
            yield Violation(class_=ViolationClass.DATE, detail=detail)


def check_now(case: Case) -> Iterator[Violation]:
    """What is so now, of what a source says that it was or will be: "your last employer" as "your current employer"."""
    for word, noun in pairwise(case.claim.words):
        if word.plain in _NOW and noun.start in case.rests and not _says_now(case):
            rest = case.rests[noun.start]
            reading = case.readings[rest.reading]
            at = reading.places[rest.word.start]
            if any(other.plain in _NOT_NOW for other in reading.words[max(0, at - 1) : at]):
                detail = (
                    f"the line says {word.text!r} of {noun.text!r}, the cited source {reading.words[at - 1].text!r}"
                )
                yield Violation(class_=ViolationClass.DATE, detail=detail)


def _says_now(case: Case) -> bool:
    return any(word.plain in _NOW for reading in case.readings for word in reading.words)


def _times(claim: Reading, mine: Word, reading: Reading, theirs: Word) -> tuple[str, str]:
    """How a line and its source tell the time of a deed; empty where they do not tell it."""
    told, said = _time(claim.text, mine), _time(reading.text, theirs)
    if told == "done" and not said and _is_told(claim, mine) and is_present(reading, theirs):
        return told, "so now or to come"
    if said == "done" and not told and _is_told(reading, theirs) and is_present(claim, mine):
        return "so now or to come", said
    return told, said


def is_present(reading: Reading, word: Word) -> bool:
    """Whether a verb is told of now, or of what is planned: "goes", "we open", but not "to open" and "will open"."""
    if word.verb != "verb" or _is_past(word) or word.form.endswith("ing"):
        return seems_present(reading, word)
    place = reading.places[word.start]
    before = reading.words[place - 1] if place else None
    by_us = before is not None and (before.party == WE or before.content) and before.plain not in AUXILIARIES
    return word.third or by_us


def seems_present(reading: Reading, word: Word) -> bool:
    """Whether a word that may be a noun is what a clause tells: it stands behind a noun, and a small word behind it."""
    own = reading.clauses[word.clause]
    at = reading.places[word.start]
    before, behind = reading.words[max(0, at - 1) : at], reading.words[at + 1 : at + 2]
    alone = not (word.verb or word.hyphened) and not any(map(_is_predicate, own))
    marked = bool(behind) and bool(MARKERS.get(behind[0].plain))
    return alone and marked and bool(before) and _is_subject(before[0], word)


def _is_predicate(word: Word) -> bool:
    return is_deed(word) or word.plain in BE or bool(word.party)


def _is_subject(noun: Word, word: Word) -> bool:
    return noun.content and noun.clause == word.clause and not noun.verb


def _is_told_now(claim: Reading, word: Word) -> bool:
    """Whether a word that may be a noun goes with its subject: "moves", "they move", but not "a framework win"."""
    before = claim.words[max(0, claim.places[word.start] - 1) : claim.places[word.start]]
    several = bool(before) and before[0].plain.endswith("s")
    return seems_present(claim, word) and (word.third or several)


def _is_told(claim: Reading, word: Word) -> bool:
    """Whether a form of the past is what its clause tells: "we moved", but not "hives rented by growers"."""
    place = claim.places[word.start]
    behind = claim.words[place + 1 : place + 2]
    own = claim.clauses[word.clause]
    still = any(other.plain in ("have", "has", "had", "'ve") for other in own) and "since" in claim.text
    if still or any(other.plain in ("by", "that", "which") for other in behind):
        return False
    finite = (other for other in own if other is not word and (_is_finite(other) or other.plain in BE | _PERFECT))
    return word.verb == "verb" or not any(finite)


def _is_finite(word: Word) -> bool:
    """Whether the form of a verb shows that it is what its clause tells."""
    return word.verb == "verb" and (word.third or _is_past(word))


def _time(text: str, word: Word) -> str:
    """`done` or `to come`; empty where the form of a verb does not tell, as that of an attribute ("paid parking")."""
    before = text[: word.start]
    if _READER.search(before) or word.attribute:
        return ""
    if (
        _WILL.search(before)
        or _WILL_HAVE.search(before)
        or _WILL_BE.search(before)
        or (word.form.endswith("ing") and _IS.search(before))
    ):
        return "to come"
    return "done" if _is_past(word) and not _OPEN.search(before) else ""


def _is_past(word: Word) -> bool:
    """Whether a verb has a form of the past; "need" and "goes" have none."""
    ended = word.form.endswith("ed") and not word.form.endswith("eed")
    return not word.third and (ended or word.form in _PAST or wordnet.irregular(word.form) != word.form)
