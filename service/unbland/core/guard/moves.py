"""Moves: a count or frequency that left the deed a source tells it of, and stands with another one in the line."""

from __future__ import annotations

from collections.abc import Iterable

from unbland.core.guard.equivalents import Rest
from unbland.core.guard.evidence import Case
from unbland.core.guard.reading import Reading
from unbland.core.guard.word import Turn, Word
from unbland.core.language.quantities import Quantity, QuantityKind


def is_moved(case: Case, figure: Quantity | Turn, other: Quantity | Turn, reading: Reading) -> bool:
    """Whether a figure stands with a deed of another clause of a source, whose own deed or count the line leaves."""
    mine, theirs = case.claim.clause_at(figure.start), reading.clause_at(other.start)
    before = [word for word in mine if word.end <= figure.start]
    deed, own = _deed(word for word in before if word.start in case.candidates), _deed(theirs)
    if deed is None or own is None:
        return False
    rests = _apart(case, reading, deed, own)
    if not rests:
        return False
    if isinstance(other, Turn):
        return _is_behind(other, own) and _is_in_another(case, deed, own)
    return before[-1] is deed and other.kind is QuantityKind.COUNT and _has_rival(reading, other, rests[0].word)


def _deed(words: Iterable[Word]) -> Word | None:
    """The last verb among some words."""
    verbs = [word for word in words if word.verb == "verb"]
    return verbs[-1] if verbs else None


def _apart(case: Case, reading: Reading, deed: Word, own: Word) -> list[Rest]:
    """What a deed of the line may rest on in a source, as far as all of it are deeds of other clauses than its own."""
    number = next(at for at, one in enumerate(case.readings) if one is reading)
    rests = [rest for rest in case.candidates[deed.start] if rest.reading == number]
    return rests if all(rest.word.clause != own.clause and rest.word.verb == "verb" for rest in rests) else []


def _is_behind(turn: Turn, own: Word) -> bool:
    """Whether a frequency of more than one word stands behind the deed of its clause."""
    return " " in turn.text and own.end < turn.start


def _is_in_another(case: Case, deed: Word, own: Word) -> bool:
    """Whether the line tells the source's own deed in another clause than the one it has the figure in."""
    return any(rest.word is own and word.clause != deed.clause for word, rest in case.resting())


def _has_rival(reading: Reading, figure: Quantity, word: Word) -> bool:
    """Whether the clause of a word has a figure of the same kind."""
    clause = reading.clauses[word.clause]
    return any(one.kind is figure.kind and clause[0].start <= one.start < clause[-1].end for one in reading.figures)
