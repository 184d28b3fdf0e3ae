"""Postings that say nearly the same: signatures whose share of equal numbers is the share of words in common."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rensa import RMinHash

#: Numbers of a signature: the share is then off by 0.03 at most times (the root of 0.8 × 0.2 / 128).
_NUMBERS = 128

#: Any: the same for all signatures that are held together.
_SEED = 7

#: Words in a row that count as one; two jobs of one company share words, and hardly five in a row.
_ROW = 5

#: Numbers that must all be equal for two postings to be looked at: half of the pairs that have 0.92 in common share
#: such a band nearly always, those with 0.5 in common hardly ever (1 - (1 - 0.5⁸)¹⁶ is 6 in 100).
_BAND = 8

#: The share from which two postings are one posting, changed here and there.
ALIKE = 0.8

_WORD = re.compile(r"\w+")


def signature_of(text: str) -> tuple[int, ...]:
    """The signature of a text; empty for one without words."""
    words = _WORD.findall(text.casefold())
    rows = [" ".join(words[start : start + _ROW]) for start in range(max(1, len(words) - _ROW + 1))]
    if not words:
        return ()
    made = RMinHash(num_perm=_NUMBERS, seed=_SEED)
    made.update(rows)
    return tuple(made.digest())


def bands_of(signature: Sequence[int]) -> tuple[int, ...]:
    """What two postings share in one place at least if they are alike; within 63 bits."""
    return tuple(
        hash((start, *signature[start : start + _BAND])) & 0x7FFF_FFFF_FFFF_FFFF
        for start in range(0, len(signature), _BAND)
    )


def alike(one: Sequence[int], other: Sequence[int]) -> bool:
    """Whether two signatures are of nearly the same text."""
    equal = sum(a == b for a, b in zip(one, other, strict=True))
    return equal >= ALIKE * len(one)
