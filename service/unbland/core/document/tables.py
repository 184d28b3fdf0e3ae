"""Tables: a row of cells becomes one line; a table that only lays out the page becomes the rows in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from unbland.core.document.rows import Row
from unbland.core.document.traced import joined


def with_table_lines(rows: Sequence[Row]) -> list[Row]:
    """The rows with each table row's cells put together; rows that keep a cell are table lines."""
    lines: list[Row] = []
    for number, group in groupby(rows, key=lambda row: row.cell[0] if row.cell else 0):
        cells = list(group)
        lines += (
            [_line(cells)]
            if number and _is_data(cells)
            else cells
            if not number
            else [replace(row, cell=None) for row in cells]
        )
    return lines


def _is_data(rows: Sequence[Row]) -> bool:
    """Whether the cells hold a text each; one cell alone, or one with a list or headings in it, is layout."""
    places = [row.cell for row in rows]
    return len(set(places)) > 1 and not any(row.bullet or row.heading for row in rows)


def _line(rows: Sequence[Row]) -> Row:
    cells = [joined([row.text for row in cell], " ") for _, cell in groupby(rows, key=lambda row: row.cell)]
    pair = len(cells) == len(("label", "value"))
    glue = " " if pair and cells[0].text.endswith(":") else ": " if pair else " | "
    return replace(rows[0], text=joined(cells, glue))
