"""Tables: a row of cells becomes one line; a table that only lays out the page becomes the rows in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby, takewhile

from unbland.core.document.criteria import Cell, columns_of, criteria
from unbland.core.document.rows import Row
from unbland.core.document.traced import joined


def with_table_lines(rows: Sequence[Row]) -> list[Row]:
    """The rows with each table row's cells put together; rows that keep a cell are table lines."""
    groups = [(n, list(group)) for n, group in groupby(rows, key=lambda row: row.cell[0] if row.cell else 0)]
    lines: list[Row] = []
    columns: Mapping[int, str] = {}
    for place, (number, cells) in enumerate(groups):
        if not number:
            columns = {}
            lines += cells
        elif not columns and _is_data(cells) and (columns := _columns(cells, groups[place + 1 :])):
            lines.append(replace(_line(cells), header=True))
        elif columns and not any(row.bullet or row.heading for row in cells):
            lines += criteria(cells[0], list(_cells(cells)), columns)
        else:
            lines += [_line(cells)] if _is_data(cells) else [replace(row, cell=None) for row in cells]
    return lines


def _columns(cells: Sequence[Row], after: Sequence[tuple[int, Sequence[Row]]]) -> Mapping[int, str]:
    """The columns of criteria that a row heads, if it does."""
    below = [list(_cells(row)) for _, row in takewhile(lambda group: group[0] > 0, after)]
    return columns_of(list(_cells(cells)), below)


def _is_data(rows: Sequence[Row]) -> bool:
    """Whether the cells hold a text each; one cell alone, or one with a list or headings in it, is layout."""
    places = [row.cell for row in rows]
    return len(set(places)) > 1 and not any(row.bullet or row.heading for row in rows)


def _cells(rows: Sequence[Row]) -> Iterator[Cell]:
    """The cells of one table row; a cell of several rows is put together."""
    for place, cell in groupby(rows, key=lambda row: row.cell):
        if place is not None:
            yield Cell(place[1], joined([row.text for row in cell], " "))


def _line(rows: Sequence[Row]) -> Row:
    cells = [cell.text for cell in _cells(rows)]
    pair = len(cells) == len(("label", "value"))
    glue = " " if pair and cells[0].text.endswith(":") else ": " if pair else " | "
    return replace(rows[0], text=joined(cells, glue))
