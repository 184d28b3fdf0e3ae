"""Sites: what a source says of one place, or of those who work there, is not told without the place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from unbland.core.guard.evidence import Case
from unbland.core.guard.grammar import BE
from unbland.core.guard.model import Violation, ViolationClass
from unbland.core.guard.standing import is_deed
from unbland.core.guard.word import Word

#: What a place has, or what is given there.
_HAS = BE | {"has", "have", "offers", "receive", "receives"}


def check(case: Case) -> Iterator[Violation]:
    """What a clause tells of a subject with a name, in a line without the name: "staff in Derby get a space"."""
    for number, reading in enumerate(case.readings):
        for clause in reading.clauses.values():
            subject = list(takewhile(lambda word: not _tells(word), clause))
            rest = [word for word in clause[len(subject) + 1 :] if word.content]
            kept = sum(word.start in case.taken[number] for word in rest)
            named = _named(case, subject) if 2 * kept > len(rest) else None
            if named and not _is_told(case, number, subject):
                detail = f"the cited source says it of {named.text!r} alone"
                yield Violation(class_=ViolationClass.SCOPE, detail=detail)


def _named(case: Case, subject: Sequence[Word]) -> Word | None:
    """The name that tells which is meant by a subject; none where the reader or the employer is."""
    if any(word.party for word in subject):
        return None
    return next((word for word, after in pairwise([*subject, None]) if word and _is_name(case, word, after)), None)


def _tells(word: Word) -> bool:
    return word.plain in _HAS or (is_deed(word) and not word.text[0].isupper())


def _is_name(case: Case, word: Word, after: Word | None) -> bool:
    """Whether a word within a subject is a name that tells which is meant: "the Selby yard", "staff in Derby"."""
    name = word.content and word.text[0].isupper() and not word.text.isupper() and bool(word.start)
    tells = word.marker == "in" or (after is not None and after.content and after.text[0].islower())
    return name and tells and not case.is_named(word)


def _is_told(case: Case, number: int, subject: Sequence[Word]) -> bool:
    """Whether the line has something of a subject."""
    meanings = {word.meaning for word in case.claim.words}
    told = any(word.start in case.taken[number] for word in subject if word.content and word.text[0].isupper())
    return told or any(word.meaning in meanings for word in subject if word.content and word.text[0].isupper())
