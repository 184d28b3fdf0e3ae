"""Lists without signs: the short rows right below a line that ends with a colon."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from unbland.core.document.rows import Row
from unbland.core.document.signs import sign_length
from unbland.core.document.titles import is_heading, is_labelled
from unbland.core.document.wraps import NARROWEST, is_open

#: What such a line ends in; behind others an address stands, row by row, or a text begins.
_LEADS = re.compile(
    r"\b(?:who|you|you(?:['’](?:ll|d|re))|we|have|be|will|would|can|need|offer|get|like|must|should|are|bring|include"
    r"|includes|including|following|able to|ability to)\s*:$",
    re.IGNORECASE,
)

#: Over the fields of a form that applicants fill in: `Share your CV with below details:`.
_ASKS_FIELDS = re.compile(
    r"\b(?:(?:below|following|these|your)(?: \w+)? (?:details|information|particulars)|details below)\s*:(?:\s*-)?$",
    re.IGNORECASE,
)
_FIELD = re.compile(r"[A-Z][^:]{1,40}:[\s_.–-]*")

#: Rows: a single one may be the rest of its sentence.
_FEWEST = 2

#: Characters: longer rows are paragraphs, which stand by themselves.
_LONGEST = 60


def with_led_items(rows: Sequence[Row]) -> list[Row]:
    """The rows, where those of such a list are bullets: `We'd love someone who:` above `can fillet a fish`."""
    rows = [*_dotted(rows)]
    made: list[Row] = []
    place = 0
    while place < len(rows):
        made.append(rows[place])
        place += 1
        if _LEADS.search(made[-1].text.text.rstrip()):
            below = [*_below(rows, place)]
            if not _are_items(below):
                continue
        elif _ASKS_FIELDS.search(made[-1].text.text.rstrip()):
            below = [_unlabelled(row) for row in takewhile(_is_field, rows[place:])]
        else:
            continue
        made += [replace(row, bullet=True, soft=False) for row in below]
        place += len(below)
    return made


def _is_field(row: Row) -> bool:
    """Whether a row is a label with nothing behind it."""
    return not (row.bullet or row.cell) and _FIELD.fullmatch(row.text.text) is not None


def _unlabelled(row: Row) -> Row:
    """A field without the colon behind it."""
    return replace(row, text=row.text.part(0, row.text.text.index(":")).stripped())


def _dotted(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows, where those of a run that begin with a stop (`. Police check`) are items."""
    dots = [row.text.text.startswith(". ") for row in rows]
    for place, row in enumerate(rows):
        if dots[place] and any(dots[max(0, place - 1) : place] + dots[place + 1 : place + 2]):
            yield replace(row, text=row.text.part(1).stripped(), bullet=True, soft=False)
        else:
            yield row


def _below(rows: Sequence[Row], place: int) -> Iterator[Row]:
    """The plain rows right below, up to a gap, a sign of a list or a heading."""
    for row in rows[place:]:
        text = row.text.text
        plain = row.soft and not (row.gap or row.bullet or row.depth or row.cell or sign_length(text))
        if not plain or is_labelled(row) or is_heading(row):
            return
        yield row


def _are_items(rows: Sequence[Row]) -> bool:
    """Whether no row goes on in the next: a page is nowhere wrapped so early, and no item ends in the middle."""
    texts = [row.text.text for row in rows]
    early = any(len(text) < NARROWEST for text in texts[:-1])
    return len(texts) >= _FEWEST and early and not any(len(text) > _LONGEST or is_open(text) for text in texts[:-1])
