"""Qualifiers: a part, a rank, a past, a single one or a subject that narrows what a source says is not lost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from unbland.core.guard.days import CALENDAR
from unbland.core.guard.equivalents import Rest
from unbland.core.guard.evidence import Case
from unbland.core.guard.model import Violation, ViolationClass
from unbland.core.guard.reading import Reading
from unbland.core.guard.staff import is_reader
from unbland.core.guard.word import Word
from unbland.core.language import wordnet
from unbland.core.language.quantities import Bound, Quantity, QuantityKind
from unbland.core.language.thesaurus import JOINT
from unbland.core.language.words import stem, word_set
from unbland.core.ledger.model import Kind

#: Say that something holds for a part, or that it held once.
_PARTS = word_set("unpaid some certain selected several many most various part half few")
_PAST = word_set("formerly previously former ex past used")
#: Those of a firm to whom an offer may be bound.
_STAFF = word_set("staff employees people workers members timers full part apprentices interns trainees families")
#: Before these a verb does not say what is.
_NO_PRESENT = word_set("to if when once after have has had did")
#: Verbs of what is not done yet.
_INTENTS = frozenset(map(stem, word_set("plan hope try learn aim intend attempt seek strive want wish")))
#: Parts that a figure may tell instead: "half", "a few".
_COUNTED = word_set("half part few")

_ONE = word_set("a an one 1 each every per once")
_DAY_TIMES = word_set("night evening morning afternoon weekend")
#: What one pays oneself, and the words with which a line may say so.
_COST = word_set("cost costs expense expenses")
_PAID = word_set("cost costs expense expenses pay pays paid paying buy")
#: Ranks below or above the bare word for a post.
_RANKS = word_set(
    "assistant deputy vice associate junior trainee acting interim co sous senior lead head chief principal"
    " master regional graduate student apprentice"
)

#: Papers that are given in a subject, and are another one in another subject.
_PAPERS = frozenset(
    map(stem, word_set("degree diploma certificate certification qualification bachelor master license"))
)
#: So many words of content behind a figure, or behind "in", may name what is counted, or the subject.
_NAMES = 3


def check(case: Case) -> Iterator[Violation]:
    """Qualifiers of the cited sources that the line leaves out of what it takes over."""
    for source, reading, taken in zip(case.sources, case.readings, case.taken, strict=True):
        yield from _parts(case.claim, reading, taken)
        yield from _past(case.claim, reading)
        yield from _group(case, source.kind, reading, taken)
        yield from _at_own_cost(case.claim, reading, taken)
        yield from _times(case, source.kind, reading, taken)
        yield from _tense(case) if source is case.sources[0] else ()
        yield from _intent(case, source.kind, reading, taken)
        yield from _ranks(case.claim, reading, taken)
        yield from _single(case.claim, reading, taken)
        if source.kind is Kind.REQUIREMENT:
            yield from _subjects(reading, taken)


def _parts(claim: Reading, reading: Reading, taken: frozenset[int]) -> Iterator[Violation]:
    """A part told as the whole, and what was told as what is."""
    if any(f" {word} " in claim.plain for word in _PARTS):
        return
    was = " have " in claim.plain or " had " in claim.plain
    for place, (word, following) in enumerate(pairwise(reading.words)):
        if (
            word.plain not in _PARTS | _PAST
            or (was and word.plain in _PAST)
            or word.figure
            or (word.denied and word.plain in _COUNTED)
            or f" {word.plain} " in claim.plain
        ):
            continue
        if (word.plain == "used" and following.plain != "to") or (claim.figures and word.plain in _COUNTED):
            continue
        after = next((other for other in reading.words[place + 1 :] if other.content), None)
        if after and after.start in taken and after.clause == word.clause:
            yield _violation(ViolationClass.SCOPE, f"the line leaves out {word.text!r}")


def _past(claim: Reading, reading: Reading) -> Iterator[Violation]:
    """What was, told as what is."""
    told = {word.meaning for clause in claim.clauses.values() if _is_present(clause) for word in clause if word.content}
    for clause in reading.clauses.values():
        was = next((word for word in clause if word.plain in ("was", "were")), None)
        if was and told & {word.meaning for word in clause if word.content and word.start > was.start}:
            yield _violation(ViolationClass.SCOPE, f"the cited source says {was.text!r}, the line that it is so")


def _group(case: Case, kind: Kind, reading: Reading, taken: frozenset[int]) -> Iterator[Violation]:
    """An offer to some of the staff, told as an offer to the reader: "dental cover for full-time staff"."""
    if kind not in (Kind.BENEFIT, Kind.PAY):
        return
    for clause in reading.clauses.values():
        group = [w for w in clause if w.phrase == "for" and w.content and not is_reader(case, reading, w)]
        before = [word for word in clause if group and word.content and word.start < group[0].start]
        some = any(word.plain in _STAFF or (word.names_doer and word.plain.endswith("s")) for word in group)
        if some and before and before[-1].start in taken and not any(word.start in taken for word in group):
            detail = f"the cited source says it for {' '.join(word.text for word in group)!r} alone"
            yield _violation(ViolationClass.SCOPE, detail)


def _at_own_cost(claim: Reading, reading: Reading, taken: frozenset[int]) -> Iterator[Violation]:
    """What somebody may have and has to pay for, told without the paying: "add a partner at your own cost"."""
    for place, word in enumerate(reading.words):
        if word.plain not in _COST or word.marker != "in" or any(w.plain in _PAID for w in claim.words):
            continue
        between = reading.words[max(0, place - _NAMES) : place]
        if not any(other.plain in ("own", "their") or other.possessive for other in between):
            continue
        before = [w for w in reading.words[:place] if w.content and not w.verb and w.clause == word.clause]
        things = [w for w in before if w.plain != "own" and not w.possessive]
        if things and things[-1].start in taken:
            yield _violation(ViolationClass.BENEFIT, f"the cited source says {things[-1].text!r} at one's own cost")


def _times(case: Case, kind: Kind, reading: Reading, taken: frozenset[int]) -> Iterator[Violation]:
    """When what is paid or offered takes place, left out before its name: "Saturday lessons" as "lessons"."""
    for word, noun in pairwise(reading.words if kind in (Kind.BENEFIT, Kind.PAY) else ()):
        timed = word.plain in CALENDAR or word.plain.removesuffix("s") in _DAY_TIMES
        if timed and noun.content and noun.start in taken and not noun.comma and word.clause == noun.clause:
            same = {other.meaning for other in case.claim.words} | {CALENDAR.get(w.plain, "") for w in case.claim.words}
            if not {word.meaning, CALENDAR.get(word.plain, word.meaning)} & same:
                yield _violation(ViolationClass.SCOPE, f"the cited source says it of {word.text!r} {noun.text!r} alone")


def _tense(case: Case) -> Iterator[Violation]:
    """What somebody did, told as what they do: "we supplied the navy"."""
    for word, rest in case.resting():
        theirs = [option.word for option in case.candidates[word.start]]
        near = {other.plain for other in case.claim.clauses[word.clause] if other.start < word.start}
        acts = word.verb == "verb" and not _is_done(word) and not near & _NO_PRESENT
        past = all(other.verb == "verb" and _is_done(other) for other in theirs) and not _is_ahead(case, rest)
        if acts and theirs and past:
            yield _violation(ViolationClass.SCOPE, f"the cited source says {rest.word.text!r}, the line that it is so")


def _is_ahead(case: Case, rest: Rest) -> bool:
    """Whether it is to have been done by then: "in your first 90 days you will have interviewed"."""
    return " will have " in case.readings[rest.reading].plain and not case.claim.plain.count(" had ")


def _is_done(word: Word) -> bool:
    return word.ended or (wordnet.irregular(word.form) != word.form and not word.third)


def _intent(case: Case, kind: Kind, reading: Reading, taken: frozenset[int]) -> Iterator[Violation]:
    """What is only planned, hoped for, tried or learned, told as done; a goal is one without the word."""
    if kind in (Kind.GOAL, Kind.REASON) or " like to " in case.claim.plain or _INTENTS & {*case.claim.stems.split()}:
        return
    for word, small, deed in zip(reading.words, reading.words[1:], reading.words[2:], strict=False):
        if word.stem in _INTENTS and small.plain == "to" and deed.verb and deed.start in taken:
            yield _violation(ViolationClass.MODALITY, f"the cited source says {word.text!r} to {deed.text!r}")


def _is_present(clause: Sequence[Word]) -> bool:
    """Whether a clause says what is, and not what was."""
    plain = {word.plain for word in clause}
    return bool(plain & {"is", "are"}) and not plain & {"was", "were"}


def _ranks(claim: Reading, reading: Reading, taken: frozenset[int]) -> Iterator[Violation]:
    """A rank before a post that the line names without it."""
    said = {word.meaning for word in claim.words}
    for word, post in pairwise(reading.words):
        is_rank = word.plain in _RANKS and not word.verb and word.clause == post.clause and not post.comma
        if is_rank and post.content and post.start in taken and word.meaning not in said:
            yield _violation(ViolationClass.SENIORITY, f"the cited source says {word.text!r} of this post")


def _single(claim: Reading, reading: Reading, taken: frozenset[int]) -> Iterator[Violation]:
    """One of something told as several: "one guest" as "guests"."""
    if any(figure.low == 1 for figure in claim.figures):
        return
    several = {word.meaning for word in claim.words if word.plain.endswith("s") and not word.possessive}
    for figure in filter(_is_one, reading.figures):
        nouns = [word for word in reading.words if word.start >= figure.end and word.content][:_NAMES]
        unit, one = {*figure.unit.split()}, (word for word in nouns if not word.plain.endswith("s"))
        noun = next((word for word in one if unit & {*word.stem.split(JOINT)}), None)
        if noun and noun.plain in _DAY_TIMES and noun.start in taken and _is_uncounted(claim, noun):
            yield _violation(ViolationClass.SCOPE, f"the cited source says {figure.text!r} {noun.text}")
        elif noun and noun.start in taken and several & {noun.meaning, noun.meaning.partition(JOINT)[0]}:
            yield _violation(ViolationClass.NUMBER, f"the cited source says {figure.text!r} {noun.text}")


def _is_uncounted(claim: Reading, noun: Word) -> bool:
    """Whether the line has one of a part of the day without its "one": "one evening" as "evening work"."""
    told = (
        claim.words[max(0, at - _NAMES) : at] for at, word in enumerate(claim.words) if word.meaning == noun.meaning
    )
    return not any(word.plain in _ONE for before in told for word in before)


def _is_one(figure: Quantity) -> bool:
    return figure.low == figure.high == 1 and figure.bound is Bound.EXACT and figure.kind is QuantityKind.COUNT


def _subjects(reading: Reading, taken: frozenset[int]) -> Iterator[Violation]:
    """A paper whose subject the line leaves out: "a degree in a life science"."""
    words = [word for word in reading.words if word.content]
    papers = [word for word in words if word.stem in _PAPERS]
    for paper, subject in pairwise(words):
        if paper not in papers or subject.phrase != "in" or subject.clause != paper.clause:
            continue
        named = [word for word in words if word.start >= subject.start and word.clause == subject.clause][:_NAMES]
        asked = any(word.start in taken for word in papers if word.clause == paper.clause)
        if asked and not any(word.start in taken for word in named):
            yield _violation(ViolationClass.SCOPE, f"the cited source asks for one in {subject.text!r}")


def _violation(class_: ViolationClass, detail: str) -> Violation:
    return Violation(class_=class_, detail=detail)
