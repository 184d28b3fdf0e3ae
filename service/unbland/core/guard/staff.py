"""Staff: what is offered to all who work for an employer is offered to the reader."""

from __future__ import annotations

from collections.abc import Sequence

from unbland.core.guard.evidence import Case
from unbland.core.guard.grammar import YOU
from unbland.core.guard.reading import Reading
from unbland.core.guard.word import Word
from unbland.core.language.words import word_set

_ALL_OF_THEM = word_set("employees staff")
#: Stand before them where no attribute does.
_BARE = word_set("for all our the to")
#: Behind them these go on with others, or say from when.
_GOES_ON = word_set("and from")
#: Behind "from" these are a time, and no place that only some are from.
_TIMES = word_set("the first day")


def is_reader(case: Case, reading: Reading, word: Word) -> bool:
    """Whether a source names all who work there, with nothing that parts some from others, and the line says "you"."""
    if word.plain not in _ALL_OF_THEM or not any(one.party == YOU for one in case.claim.words):
        return False
    at = reading.places[word.start]
    before, after = reading.words[max(0, at - 1) : at], reading.words[at + 1 : at + 3]
    bare = bool(before) and before[0].plain in _BARE
    return bare and (not after or _is_all(word, after))


def _is_all(word: Word, after: Sequence[Word]) -> bool:
    """Whether what stands behind a word for all who work there parts none of them from the others."""
    ends = after[0].comma or after[0].statement != word.statement or after[0].plain in _GOES_ON
    placed = len(after) > 1 and after[0].plain == "from" and not (after[1].figure or after[1].plain in _TIMES)
    return ends and not placed
