"""Links: words that a line puts side by side belong together in a source, and in the same way."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from unbland.core.guard.evidence import Case
from unbland.core.guard.grammar import BE, DETERMINERS, PRONOUNS
from unbland.core.guard.model import Violation, ViolationClass
from unbland.core.guard.neighbours import LISTS, Pair
from unbland.core.guard.word import Word
from unbland.core.language.synonyms import HARMLESS, LIGHT_STEMS

#: Say of an offer only that it is one.
_PAYING = frozenset({"pay", "pays", "paid", "earn", "earns", "earned"})


def check(case: Case) -> Iterator[Violation]:
    """Neighbours that no source has together, or only the other way round; who does a deed is judged by `roles`."""
    atoms = [word for word in case.claim.words if word.figure or word.party or _is_held(case, word)]
    for place, (one, other) in enumerate(pairwise(atoms)):
        if not _are_neighbours(case, one, other):
            continue
        if other.marker:
            if not _stand_near(case, one, other):
                detail = f"the line joins {one.text!r} and {other.text!r}, which stand apart in the sources"
                yield Violation(class_=ViolationClass.SCOPE, detail=detail)
        elif not any(_are_linked(case, one, later) for later in (other, *_attributes(atoms[place + 1 :]))):
            detail = f"no cited source says {one.text!r} and {other.text!r} of each other so"
            yield Violation(class_=ViolationClass.ROLE, detail=detail)


def _is_held(case: Case, word: Word) -> bool:
    """Whether it rests on a word of its own: no light word, and no acronym of several."""
    rest = case.rests.get(word.start)
    if word.meaning in LIGHT_STEMS or word.plain in HARMLESS:
        return False
    if word.plain in _PAYING and case.gives:
        return False  # "we pay mileage" of "mileage at 45p"
    return rest is not None and not (rest.akin and word.text[:2].isupper())


def _are_neighbours(case: Case, one: Word, other: Word) -> bool:
    """Whether nothing that parts them, says the one of the other, or is unknown stands between two words."""
    if any(word.figure or word.party for word in (one, other)) or other.verb == "verb" or _is_parted(one, other):
        return False
    between = [word for word in case.claim.words if one.start < word.start < other.start]
    if (one.phrase or not (one.verb or other.marker)) and any(word.plain in DETERMINERS for word in between):
        return False  # a new phrase begins: "after six months your fees are paid", "show externs our workflow"
    return not any(word.content or word.plain in BE | PRONOUNS for word in between)


def _is_parted(one: Word, other: Word) -> bool:
    return one.clause != other.clause or other.comma or other.marker in LISTS | {"which"}


def _attributes(atoms: list[Word]) -> Iterator[Word]:
    """The words after the first that go on with nothing between: the attributes of one head, and that head."""
    for one, other in pairwise(atoms):
        if other.figure or other.party or other.marker or other.verb or _is_parted(one, other):
            return
        yield other


def _are_linked(case: Case, one: Word, other: Word) -> bool:
    """Whether a source says of each other two words on which these may rest."""
    return any(
        Pair(one=one, other=other, first=a.word, second=b.word, reading=case.readings[a.reading]).belongs()
        for a in case.candidates[one.start]
        for b in case.candidates[other.start]
        if a.reading == b.reading
    )


def _stand_near(case: Case, one: Word, other: Word) -> bool:
    """Whether two words stand in one statement of a source, or in two that follow each other."""
    return any(
        a.reading == b.reading and abs(a.word.statement - b.word.statement) <= 1
        for a in case.candidates[one.start]
        for b in case.candidates[other.start]
    )
