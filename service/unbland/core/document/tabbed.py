"""Tables of criteria whose cells are parted by tabs, as they come out of a word processor or a PDF."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from unbland.core.document.criteria import Cell, columns_of, criteria
from unbland.core.document.names import is_name
from unbland.core.document.rows import Row
from unbland.core.document.titles import ends_sentence

_CELL = re.compile(r"[^\t]+")

#: What the letters of the last column stand for: `Key: A = application, I = interview`.
_KEY = re.compile(r"(?:key: *)?\(?[A-Z]{1,2}\)? ?[=:–-] ?\w+.*\b[A-Z]{1,2}\)? ?[=:–-] ?\w", re.IGNORECASE)

#: Characters of the name of a category.
_LONGEST_NAME = 60

#: Cells: two words with a tab between are a label and its value.
_FEWEST = 3


def with_tabbed_criteria(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows, where those below `Criteria⇥Essential⇥Desirable` are criteria, each with its column."""
    columns: Mapping[int, str] = {}
    for place, row in enumerate(rows):
        cells = _cells(row)
        is_row = len(cells) > 1
        if not is_row and columns and not _names_category(row, rows[place + 1 : place + 2]):
            columns = {} if _KEY.match(row.text.text) is None else columns
            yield replace(row, cell=(place + 1, 1), header=True) if columns else row
            continue
        head = columns_of(cells, below) if len(cells) >= _FEWEST and (below := [*_below(rows, place)]) else {}
        if head or (columns and not is_row):
            columns = head or columns
            yield replace(row, cell=(place + 1, 1), header=True)
        elif columns:
            yield from criteria(replace(row, cell=(place + 1, 1)), cells, columns)
        else:
            yield row


def _names_category(row: Row, after: Sequence[Row]) -> bool:
    """Whether a row of one cell names the criteria below it: `Qualifications`."""
    text = row.text.text
    over = bool(after) and len(_cells(after[0])) > 1
    return is_name(text) or (over and len(text) <= _LONGEST_NAME and not ends_sentence(text))


def _below(rows: Sequence[Row], place: int) -> Iterator[Sequence[Cell]]:
    """The cells of the next rows that have some, to know a header by."""
    for row in rows[place + 1 : place + 1 + _FEWEST]:
        if len(cells := _cells(row)) > 1:
            yield cells


def _cells(row: Row) -> list[Cell]:
    """The cells of a row between its tabs, without the empty ones; none in a row of a table."""
    text = row.text
    if row.cell or "\t" not in text.text:
        return []
    found = [*_CELL.finditer(text.text)]
    return [
        Cell(text.text.count("\t", 0, cell.start()) + 1, text.part(*cell.span()).stripped())
        for cell in found
        if cell[0].strip()
    ]
