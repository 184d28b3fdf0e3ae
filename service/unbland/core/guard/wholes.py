"""Wholes: what a line says of all, every, each or any of a kind, a source says of as many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import dropwhile, pairwise, takewhile

from unbland.core.guard.days import CALENDAR, TURNS
from unbland.core.guard.equivalents import Rest
from unbland.core.guard.evidence import Case
from unbland.core.guard.grammar import DETERMINERS, MARKERS
from unbland.core.guard.model import Violation, ViolationClass
from unbland.core.guard.reading import Reading
from unbland.core.guard.word import Word
from unbland.core.language.numbers import ORDINALS
from unbland.core.language.synonyms import meaning
from unbland.core.language.units import SPANS
from unbland.core.language.words import word_set
from unbland.core.ledger.model import Kind

#: Say that something holds of a whole kind; "per" only that it is counted by it.
#: Before several of a thing, these say that they are not all.
_PARTS = frozenset({"some", "most", "certain", "several", "selected", "many", "few", "major", "larger", "all", "both"})
_ALL = frozenset({"all", "every", "each", "any"})
_EACH = _ALL | {"per"}
#: What "each" stands for where its noun was said before.
_OF_THEM = "<each of them>"
#: More words than these do not stand between "all" and its noun.
_ATTRIBUTES = 4
#: Days and the like, whose "every" is a frequency.
_DAYS = frozenset(CALENDAR.values()) | frozenset(map(meaning, CALENDAR.values()))
#: Of these, the names of days and months; "every evening" is more than "evenings".
_DATES = _DAYS - frozenset(map(meaning, ("morning", "afternoon", "evening", "night", "weekend", "weekday")))
#: Between "every" and a day these make it fewer of them.
_SECOND = frozenset(map(meaning, ("second", "other", "third")))


#: Words with the ending of a superlative that are none.
_NO_SUPERLATIVE = word_set("test rest guest request interest forest honest west harvest contest invest protest chest")


def check(case: Case) -> Iterator[Violation]:
    """A word for all of a kind where no source says it of that kind, or says it of fewer."""
    yield from _every(case)
    yield from _widened(case)
    yield from _several(case)
    yield from _foremost(case)


def _foremost(case: Case) -> Iterator[Violation]:
    """The first of some told as the first of all: "the nearest free crew" as "the nearest crew"."""
    for word, noun in pairwise(case.claim.words):
        rest, foremost = case.rests.get(noun.start), case.rests.get(word.start)
        if rest is None or foremost is None or not _is_superlative(word) or rest.reading != foremost.reading:
            continue
        between = _between(case.readings[rest.reading], foremost.word, rest.word)
        if lost := next((other for other in between if other.meaning not in case.said), None):
            yield _scope(f"the cited source says {word.text!r} of fewer: {lost.text} {rest.word.text}")


def _between(reading: Reading, word: Word, noun: Word) -> Sequence[Word]:
    """What stands between two words, where it is a few attributes and nothing else."""
    between = reading.words[reading.places[word.start] + 1 : reading.places[noun.start]]
    plain = len(between) < _ATTRIBUTES and all(other.content and not other.comma for other in between)
    return between if plain else ()


def _is_superlative(word: Word) -> bool:
    return word.plain.endswith("est") and word.plain not in _NO_SUPERLATIVE and not word.verb


def _every(case: Case) -> Iterator[Violation]:
    """A word for all of a kind ("all", "every", "each", "any") where no source says it of that kind."""
    known = {noun for reading in case.readings for _, noun in _each(reading, wide=True)}
    known |= {noun for reading in case.readings for noun in _one(reading)}
    denied = {
        after.meaning for reading in case.readings for word, after in pairwise(reading.words) if word.plain == "no"
    }
    for word, noun in _each(case.claim):
        if noun in _DATES and not known & _SECOND and not _is_numbered(case, noun):
            continue  # how often is judged by `claims`, but "every Friday" is not "every second Friday"
        if noun == _OF_THEM and any(w.plain in _ALL | {"both"} for reading in case.readings for w in reading.words):
            continue
        if word.lower() == "any" and noun in denied:
            continue  # "no changes without approval": any change must be approved
        if word.lower() == "any" and _is_task(case, noun):
            continue
        loose = word.lower() == "each" and noun in case.content and noun not in _DAYS
        if noun not in known and not loose:
            yield _scope(f"no cited source says {word!r} of this")


def _is_task(case: Case, noun: str) -> bool:
    """Whether a duty names several of a thing and counts none: "report faults" is "report any faults"."""
    return any(
        word.meaning == noun and _are_several(word, after) and not (before is not None and before.plain in _PARTS)
        for source, reading in zip(case.sources, case.readings, strict=True)
        if source.kind is Kind.DUTY and not any(figure.unit and noun in figure.unit for figure in reading.figures)
        for before, word, after in zip((None, *reading.words), reading.words, (*reading.words[1:], None), strict=False)
    )


def _are_several(word: Word, after: Word | None) -> bool:
    """Whether a word, or the noun whose attribute it is, has the ending of several: "used items"."""
    if word.third and not word.verb:
        return True
    return after is not None and after.content and after.third and not (after.verb or after.marker or after.comma)


def _each(reading: Reading, *, wide: bool = False) -> list[tuple[str, str]]:
    """Each such word with the meaning of the word behind it, or `wide` of three; a span of time is a frequency."""
    found = []
    for place, (word, after) in enumerate(pairwise(reading.words)):
        if word.plain not in _EACH or after.plain in SPANS.keys() | TURNS or _is_vain(reading, place):
            continue
        nouns = [other.meaning for other in reading.words[place + 2 :] if other.content][:2]
        if word.plain == "each" and after.verb == "verb":
            found.append((word.text, _OF_THEM))
        elif after.content or after.plain in ORDINALS:
            found.append((word.text, after.meaning))
            found += [(word.text, noun) for noun in nouns] if wide and after.content else []
        elif after.party and word.plain == "all":
            found.append((word.text, after.party))
        elif word.plain in ("each", "all") and after.plain in MARKERS and after.plain != "of":
            found.append((word.text, _OF_THEM))
        elif after.plain in DETERMINERS | {"of"}:
            found += [(word.text, noun) for noun in nouns[: 2 if wide and _is_list(reading, place + 2) else 1]]
    return found


def _is_list(reading: Reading, place: int) -> bool:
    """Whether "and" or "or" stands right behind a word: "all our gyms and pools"."""
    return any(word.plain in ("and", "or") for word in reading.words[place + 1 : place + 2])


def _is_numbered(case: Case, day: str) -> bool:
    """Whether every source that names a day of the week counts it: "the first Sunday", "two Saturdays in three"."""
    found = [
        before is not None and before.figure
        for reading in case.readings
        for before, word in pairwise((None, *reading.words))
        if word is not None and word.meaning == day
    ]
    return bool(found) and all(found)


def _is_vain(reading: Reading, place: int) -> bool:
    """Whether "any" says no more than "a" here: "before any work begins"."""
    is_any = reading.words[place].plain == "any"
    if place > 1 and reading.words[place - 1].plain.endswith("ing"):
        place -= 1  # "before opening any door"
    before = MARKERS.get(reading.words[place - 1].plain) if place else None
    return is_any and before in ("before", "if", "without")


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
    return after if after.marker in ("via", "which", "with", "from") or after.verb == "ing" else None


def _several(case: Case) -> Iterator[Violation]:
    """One thing told as several: "a shop" as "shops"; behind a small word ("off a ladder") it stands for its kind."""
    for word, _ in case.resting():
        many = word.content and not (word.verb or word.possessive or word.phrase) and word.third
        if many and all(_is_one(case.readings[rest.reading], rest) for rest in case.candidates[word.start]):
            yield _scope(f"the cited source says one, the line {word.text!r}")


def _is_one(reading: Reading, rest: Rest) -> bool:
    """Whether "a" stands before a noun and its attributes."""
    at, noun = reading.places[rest.word.start], rest.word
    after = next(iter(reading.words[at + 1 :]), None)
    goes_on = after is not None and after.content and after.clause == noun.clause and not (after.marker or after.comma)
    before = dropwhile(_is_attribute, reversed(reading.words[max(0, at - _ATTRIBUTES) : at]))
    article = next(before, None)
    single = article is not None and article.plain in ("a", "an") and article.clause == noun.clause
    return single and not (goes_on or rest.akin or noun.verb or noun.third)


def _is_attribute(word: Word) -> bool:
    return word.content and not word.verb


def _scope(detail: str) -> Violation:
    return Violation(class_=ViolationClass.SCOPE, detail=detail)
