"""Signs that begin an item only where the next rows begin alike: letters, Roman digits, a picture."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from unbland.core.document.rows import Row
from unbland.core.document.signs import picture_length, sign_length

#: `A. Run the site`; the next letter stands not many rows off, or it is an initial.
_LETTER = re.compile(r"([A-Z])\.\s+(?=\w)|([a-h])[.)]\s+(?=[A-Z])")
_SIGN_LENGTH = 2
_NEAR = 3

#: `i. A degree`, `v. A licence`: an item where `ii.` or `iv.` stands near.
_ROMAN = re.compile(r"[ivx]\.\s+(?=\w)", re.IGNORECASE)
_LONG_ROMAN = re.compile(r"[ivx]{2,4}[.)]\s", re.IGNORECASE)


def with_pictures(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows, where one that ends in a picture, too, is an item for the one that lines around it begin with."""
    for before, row, after in zip((None, *rows), rows, (*rows[1:], None), strict=False):
        text = row.text.text
        near = () if row.cell or sign_length(text) else (it.text.text for it in (before, after) if it is not None)
        end = next((end for it in near if (end := picture_length(text, it))), 0)
        yield replace(row, text=row.text.part(end).stripped(), bullet=True, soft=False) if end else row


def with_letters(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows, where those of a run of letters (`A. Run the site`, `B. Hold meetings`) begin items of a list.

    No sentence begins with a small letter and a stop: `a. Run the site` is an item by itself, below the one around it.
    """
    signs = [_LETTER.match(row.text.text) for row in rows]
    for place, (row, sign) in enumerate(zip(rows, signs, strict=True)):
        around = (*signs[max(0, place - _NEAR) : place], *signs[place + 1 : place + 1 + _NEAR])
        is_item = sign is not None and (sign[2] or _is_of_run(sign[1], around))
        if not is_item and not _is_roman(rows, place):
            yield row
            continue
        depth = row.depth + 1 if row.depth and sign and sign[2] else row.depth
        yield replace(row, text=row.text.part(_SIGN_LENGTH).stripped(), bullet=True, depth=depth)


def _is_roman(rows: Sequence[Row], place: int) -> bool:
    """Whether a row begins with a number of one Roman digit, and one near it with more."""
    near = (*rows[max(0, place - _NEAR) : place], *rows[place + 1 : place + 1 + _NEAR])
    return _ROMAN.match(rows[place].text.text) is not None and any(_LONG_ROMAN.match(row.text.text) for row in near)


def _is_of_run(letter: str, around: Sequence[re.Match[str] | None]) -> bool:
    """Whether the letter before or behind this one stands near."""
    near = {sign[1] for sign in around if sign is not None}
    return chr(ord(letter) - 1) in near or chr(ord(letter) + 1) in near
