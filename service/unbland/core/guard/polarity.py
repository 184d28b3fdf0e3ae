"""Polarity: what a source denies stays denied, no wider than it denies it, and nothing else is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from unbland.core.guard.equivalents import Rest
from unbland.core.guard.evidence import Case
from unbland.core.guard.grammar import BE, HEDGES, LEFT_OUT, NEGATORS
from unbland.core.guard.model import Violation, ViolationClass
from unbland.core.guard.word import DENIED, MAYBE, SAID, Word
from unbland.core.language.synonyms import LIGHT_STEMS
from unbland.core.language.words import word_set

#: Words that stand with a denial of something else as well: "you do not have to", "not yet".
_AUXILIARY = word_set("be have has had having do does get gets give take make use come go also well yet")
#: Behind an exception these say what holds of it.
_TELLS = word_set("when where which who whose")
#: "Not without a permit" and "only with a permit" say one thing.
_ONLY = (" only ", " unless ", " until ")
_NOT_WITHOUT = frozenset({"without", "unless", "until", "except"})
#: Small words behind what is denied that bound the denial.
_BOUNDS = frozenset({"in", "over", "under", "during", "before", "after", "without", "if"})


def check(case: Case) -> Iterator[Violation]:
    """Words that the source denies and the line says, or the other way round; denials without any support."""
    yield from _reversed(case)
    yield from _unsupported(case)
    if " not only " in case.claim.plain and not any(" not only " in reading.plain for reading in case.readings):
        yield _violation("no cited source says 'not only'")
    yield from _figures(case)
    yield from _wider(case)
    yield from _parallel(case)


def _figures(case: Case) -> Iterator[Violation]:
    """A figure that is denied on one side alone: "open, but not at 7:30"."""
    for figure in case.claim.figures:
        mine = case.claim.word_at(figure.start)
        theirs = [reading.word_at(other.start) for other, reading in case.same_figures(figure)]
        denials = {word.denied for word in theirs if word}
        alone = mine and not any(w.denied and w.content and not w.figure for w in case.claim.clauses[mine.clause])
        if mine and alone and theirs and MAYBE not in {mine.denied, *denials} and mine.denied not in denials:
            says, denies = ("denies", "says") if mine.denied else ("says", "denies")
            yield _violation(f"the line {says} {figure.text!r}, which the cited source {denies}")


def _reversed(case: Case) -> Iterator[Violation]:
    """A word that is denied on one side alone."""
    for word, rest in case.resting():
        if (
            word.plain in _AUXILIARY
            or word.plain in HEDGES
            or word.party
            or word.denied == MAYBE
            or _agrees(case, word, rest)
        ):
            continue
        if turns_around(case, rest) or _goes_with(case, word) or _is_told_further(case, rest):
            continue
        if word.verb and rest.word.denied == DENIED and _denies_behind(case, word):
            continue  # "bound by no instructions"
        if _is_idle(case, word, rest):
            continue  # "you work 30 hours" beside "no weekend work"
        if _changed_sides(case, word, rest):
            continue
        says, denies = ("denies", "says") if word.denied else ("says", "denies")
        yield _violation(f"the line {says} {word.text!r}, which the cited source {denies}")


def _is_idle(case: Case, word: Word, rest: Rest) -> bool:
    """Whether it is only a frame for what is said: a light word, or "paid" beside "no pay for travel"."""
    if word.meaning not in LIGHT_STEMS and rest.word.plain not in ("pay", "paid"):
        return False
    return bool(word.verb) != bool(rest.word.verb) or not _has_company(case, word, rest)


def _is_told_further(case: Case, rest: Rest) -> bool:
    """Whether the line tells what holds of an exception: "except on Fridays, when you take them"."""
    reading, taken = case.readings[rest.reading], case.taken[rest.reading]
    excepted = any(word.plain == "except" for word in reading.clauses[rest.word.clause])
    behind = reading.clauses.get(rest.word.clause + 1, ()) if excepted else ()
    tells = bool(behind) and behind[0].plain in _TELLS and behind[0].statement == rest.word.statement
    return tells and any(word.start in taken and word.meaning not in LIGHT_STEMS for word in behind)


def _has_company(case: Case, word: Word, rest: Rest) -> bool:
    """Whether another word of its clause rests on the clause that denies it, or on the one that says it."""
    others = (w for w in case.claim.clauses[word.clause] if w is not word and w.content and w.start in case.rests)
    return any(case.rests[other.start].clause == rest.clause for other in others)


def _changed_sides(case: Case, word: Word, rest: Rest) -> bool:
    """Whether a denial is told of what it was told for: "no fines for late books", "late books carry no fines"."""
    here, there = (
        {w.meaning for w in words if w.denied == DENIED and w.content and w is not own}
        for words, own in (
            (case.claim.clauses[word.clause], word),
            (case.readings[rest.reading].clauses[rest.word.clause], rest.word),
        )
    )
    said, denied = (word, rest.word) if rest.word.denied else (rest.word, word)
    return bool(here & there) and said.denied == SAID and bool(denied.phrase) and not denied.verb


def _agrees(case: Case, word: Word, rest: Rest) -> bool:
    """Whether the word rests on one that is denied as it is, in the same statement."""
    options = case.candidates[word.start]
    if word.marker and any(option.word.marker == word.marker for option in options):
        options = tuple(option for option in options if option.word.marker == word.marker)
    if word.verb and any(option.word.verb for option in options):
        options = tuple(option for option in options if option.word.verb)
    return any(option.word.denied in (word.denied, MAYBE) and option.reading == rest.reading for option in options)


def turns_around(case: Case, rest: Rest) -> bool:
    """Whether the source says "not … without" of this word, and the line "only … with"."""
    statement = {w.plain for w in case.readings[rest.reading].words if w.statement == rest.word.statement}
    double = statement & _NOT_WITHOUT and statement & NEGATORS - _NOT_WITHOUT
    return bool(double) and any(word in case.claim.plain for word in _ONLY)


def _goes_with(case: Case, word: Word) -> bool:
    """Whether a denied noun stands by a verb that the source denies as well: "cannot cover the contract"."""
    if word.denied != DENIED:
        return False
    if word.verb:
        return _denies_object(case, word)
    verbs = (other for other in case.claim.clauses[word.clause] if other.verb and other.denied == DENIED)
    return any(verb.start in case.rests and case.rests[verb.start].word.denied == DENIED for verb in verbs)


def _denies_object(case: Case, verb: Word) -> bool:
    """Whether all that a verb is said not to do is what the source denies: "we build schools, not housing"."""
    things = [w for w in case.claim.clauses[verb.clause] if w.content and not w.verb and w.start in case.rests]
    return bool(things) and all(case.rests[w.start].word.denied == DENIED for w in things)


def _denies_behind(case: Case, verb: Word) -> bool:
    """Whether what stands behind a verb is denied in the line and in the source."""
    clause = case.claim.clauses[verb.clause]
    return any(
        word.denied == DENIED and word.start in case.rests and case.rests[word.start].word.denied == DENIED
        for word in clause
        if word.content and word.start > verb.start and not word.attribute  # an "unused" denies no deed
    )


def _unsupported(case: Case) -> Iterator[Violation]:
    """A clause that denies and of which the sources deny nothing."""
    for clause in case.claim.clauses.values():
        denied = [word for word in clause if word.denied == DENIED and word.content]
        told = [word for word in clause if word.denied] if all(w.stem in LEFT_OUT for w in denied) else denied
        rests = [rest for word in told if word.start in case.rests for rest in case.candidates[word.start]]
        if denied and not any(rest.word.denied or turns_around(case, rest) for rest in rests):
            yield _violation(f"no cited source denies {' '.join(word.text for word in denied)!r}")


def _wider(case: Case) -> Iterator[Violation]:
    """A denial that lost a word denies more: "no unpaid overtime", "no chainsaw above shoulder height"."""
    for word, rest in case.resting():
        if word.denied == DENIED == rest.word.denied:
            for other in _bounding(case.readings[rest.reading].words, rest.word):
                if other.meaning not in case.said | LIGHT_STEMS:
                    detail = f"the denial lost {other.text!r}, so it denies more"
                    yield Violation(class_=ViolationClass.SCOPE, detail=detail)


def _bounding(words: Sequence[Word], word: Word) -> Iterator[Word]:
    """The denied words beside a denied one that make the denial narrower: its attribute, and what bounds it."""
    at = words.index(word)
    before = words[at - 1] if at and not word.marker and not word.comma and not word.verb else None
    after = next((other for other in words[at + 1 :] if other.content), None)
    if after is not None and (after.marker not in _BOUNDS or after.clause != word.clause):
        after = None
    for other in (before, after):
        if other is not None and other.content and other.denied == DENIED and not other.verb:
            yield other


def _parallel(case: Case) -> Iterator[Violation]:
    """A clause of the line that takes over a clause with "not" or "never" in it, and says neither."""
    for number, clause in case.claim.clauses.items():
        rests = case.of_clause(number)
        if (
            not rests
            or (len(rests) == 1 and rests[0].word.marker and not rests[0].word.verb)
            or any(word.denied or word.plain in NEGATORS | {"only"} for word in clause)
        ):
            continue
        theirs, count = Counter(rest.clause for rest in rests).most_common(1)[0]
        words = [word for word in case.readings[theirs[0]].words if word.clause == theirs[1]]
        denying = next((word for word in words if word.plain in ("not", "never") and not word.figure), None)
        if denying is None or count < len(rests) or any(rest.word.denied == SAID for rest in rests):
            continue
        if not _is_before(denying, clause, words, max(rest.word.end for rest in rests)):
            yield _violation(f"the cited source says {denying.text!r} of this, and the line does not")


def _is_before(denying: Word, clause: Sequence[Word], theirs: Sequence[Word], end: int) -> bool:
    """Whether what a clause rests on ends before the word that denies, and is not what that denies.

    "With the game designers" of "work with them to shorten what does not fit"; "where the digger cannot pass" tells
    of another place than what is done there.
    """
    where = any(word.plain == "where" and end <= word.start < denying.start for word in theirs)
    return where or (end <= denying.start and _stands_aside(clause))


def _stands_aside(clause: Sequence[Word]) -> bool:
    """Whether a clause only hangs on the one before it: "with" and who goes along."""
    told = [word for word in clause if word.content or word.party]
    return bool(told) and told[0].marker == "with" and not any(word.verb or word.plain in BE for word in clause)


def _violation(detail: str) -> Violation:
    return Violation(class_=ViolationClass.NEGATION, detail=detail)
