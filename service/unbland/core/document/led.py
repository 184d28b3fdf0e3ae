"""Lists without signs: the short rows right below a line that ends with a colon."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

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
            if _are_items(below):
                made += [replace(row, bullet=True, soft=False) for row in below]
                place += len(below)
    return made


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
