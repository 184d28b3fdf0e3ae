"""How texts are written before pieces of patterns are looked for in them, and how rare a piece is.

Small letters, `0` for every digit, and one blank for any row of signs that are no part of a word.
"""

from __future__ import annotations

import re
from functools import lru_cache

#: Signs between words that are rare enough to tell something; each stands between blanks.
_RARE = "@<{[?!:#$£€"

#: From here on a piece is found in about every line and tells nothing.
TOO_FREQUENT = 1.3

#: How much rarer each letter makes a piece, and each blank that ties it to the end of a word; rough, since it only
#: chooses between pieces.
_LETTER, _BLANK = 0.25, 0.5

#: Words of nearly every line, and how many lines hold one of them.
_COMMON_WORDS = (
    "the and of to in for with our your you we will are is this that as be have from or at by on an it not no"
)
_COMMON = frozenset(_COMMON_WORDS.split())
_COMMON_WORD = 0.3

_ASCII_SIGNS = 128


def written(sign: str) -> str:
    """One sign as it is written in pieces; capitals and what a pattern without regard to case takes for them alike."""
    if sign in _RARE:
        return f" {sign} "
    if sign.isdecimal():
        return "0"
    if not (sign.isalnum() or sign == "_"):
        return " "
    lower = _ALIKE.get(sign, sign.lower())
    return lower if len(lower) == 1 else sign


#: Letters that small letters do not bring together, and such a pattern does.
_ALIKE = {"İ": "i", "ı": "i", "ſ": "s", "Σ": "σ", "ς": "σ"}


class _Signs(dict[int, str]):
    """Each sign as it is written, by its number; a sign is looked up once."""

    def __missing__(self, code: int) -> str:
        self[code] = sign = written(chr(code))
        return sign


_SIGNS = _Signs()
_BLANKS = re.compile(" {2,}")
_STRANGE = re.compile(r"[^\x00-\x7f]+")
_ASCII = "".join(written(chr(code)).strip() or " " for code in range(_ASCII_SIGNS)).encode() + bytes(_ASCII_SIGNS)


@lru_cache(maxsize=256)
def in_pieces(text: str) -> str:
    """A text as it is written for pieces, with a blank before and behind it; several nets look at one in turn."""
    if not text.isascii():  # mostly a dash or an apostrophe, and plain without it
        text = _STRANGE.sub(lambda signs: signs[0].translate(_SIGNS), text)
    if text.isascii():
        plain = text.encode().translate(_ASCII).decode()
        for sign in _RARE:
            plain = plain.replace(sign, f" {sign} ")
    else:
        plain = text.translate(_SIGNS)
    return f" {' '.join(plain.split())} "


def in_a_row(signs: str) -> str:
    """Signs in a row as they are written, with one blank where two would meet."""
    return _BLANKS.sub(" ", signs.translate(_SIGNS))


def frequency(pieces: frozenset[str]) -> float:
    """About how many of these pieces a line holds."""
    return sum(_frequency(piece) for piece in pieces)


@lru_cache(maxsize=4_096)
def _frequency(piece: str) -> float:
    core = piece.strip()
    if core in _COMMON:
        return _COMMON_WORD
    return _LETTER ** len(core) * _BLANK ** (len(piece) - len(core)) if core else TOO_FREQUENT
