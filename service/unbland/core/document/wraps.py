"""Hard-wrapped text: which line breaks are no more than the edge of a page."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from unbland.core.document.rows import Row

#: No page is wrapped outside of these columns; shorter lines are lists, longer ones are not wrapped at all.
_NARROWEST, _WIDEST = 40, 100

#: So many lines that run on in the next show that a draft is wrapped.
_ENOUGH = 2

#: Columns: the widest line need not be among those that show the width.
_SLACK = 3

_STOPS = (".", "!", "?", ":")


def wrap_width(rows: Sequence[Row]) -> int:
    """The column a draft is wrapped at, 0 where it is not."""
    running = [a.width for a, b in pairwise(rows) if _runs_on(a, b) and a.width <= _WIDEST]
    return max(running) if len(running) >= _ENOUGH else 0


def continues(before: Row, row: Row, width: int) -> bool:
    """Whether `row` is the rest of the line `before`: it runs on, or its first word had no room there."""
    if not row.soft or row.gap:
        return False
    full = before.width <= width + _SLACK and width < before.width + 1 + len(row.text.text.split(None, 1)[0])
    return full or _runs_on(before, row)


def _runs_on(before: Row, row: Row) -> bool:
    joins = row.soft and not row.gap and row.text.text[0].islower()
    return joins and before.width >= _NARROWEST and not before.text.text.endswith(_STOPS)
