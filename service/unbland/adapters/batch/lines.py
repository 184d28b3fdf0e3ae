"""Rows of a CSV file and lines of a JSONL file, one after the other; a bad one is told and the next one read."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from unbland.adapters.batch.postings import unusable
from unbland.adapters.batch.records import Records
from unbland.adapters.batch.texts import opened
from unbland.application.batch.items import Item
from unbland.core.strict_json import Unreadable, json_value

#: Characters of one field: no posting is so long, and an unclosed quote makes the rest of a file one field.
_FIELD = 5_000_000

#: Characters of one line: a posting of the most characters that are read, with facts, many times over.
_LINE = 5_000_000

_DELIMITERS = ",;\t|"


def rows(file: Path, encoding: str, records: Records) -> Iterator[Item]:
    """The rows of a CSV file; raises BadInput where its columns cannot be mapped."""
    csv.field_size_limit(_FIELD)
    with opened(file, encoding, newline="") as text:
        delimiter = _delimiter(text)
        read = _Rows(text)
        reader = csv.reader(read, delimiter=delimiter, strict=False)
        names = next(reader, [])
        records.columns(names)
        while True:
            number = reader.line_num + 1
            read.row.clear()
            place = f"{file.name}, line {number}"
            try:
                row = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                yield unusable(place, "bad_row", f"This row cannot be read: {error}.")
                continue
            if not any(cell.strip() for cell in row):
                continue
            if read.is_over and _is_open(read.row, delimiter):
                yield unusable(place, "bad_row", "A quotation mark opens here and never closes; the rest is in it.")
                return
            if len(row) > len(names):
                yield unusable(place, "bad_row", f"This row has {len(row)} cells where the header has {len(names)}.")
                continue
            yield records.item(dict(zip(names, row, strict=False)), place)


class _Rows:
    """The lines of a table, with those of the row that is read, and whether they were the last."""

    def __init__(self, text: TextIO) -> None:
        self._text = text
        self._next = next(text, None)
        self.row: list[str] = []

    @property
    def is_over(self) -> bool:
        """Whether no line is left."""
        return self._next is None

    def __iter__(self) -> Iterator[str]:
        while (line := self._next) is not None:
            self._next = next(self._text, None)
            self.row.append(line)
            yield line


def _is_open(row: list[str], delimiter: str) -> bool:
    """Whether a row ends within quotation marks, which the reader passes over."""
    try:
        list(csv.reader(row, delimiter=delimiter, strict=True))
    except csv.Error as error:
        return "end of data" in str(error)
    return False


def lines(file: Path, encoding: str, records: Records) -> Iterator[Item]:
    """The lines of a JSONL file, empty ones passed over."""
    with opened(file, encoding) as text:
        number = 0
        while line := text.readline(_LINE):
            number += 1
            place = f"{file.name}, line {number}"
            if not line.endswith("\n") and len(line) >= _LINE:
                _skip(text)
                yield unusable(place, "line_too_long", f"This line has more than {_LINE:,} characters.")
            elif line.strip():
                yield read_line(line, place, records)


def read_line(line: str, place: str, records: Records) -> Item:
    """The item of one line of JSON."""
    try:
        value = json_value(line)
    except Unreadable as error:
        return unusable(place, "bad_json", f"This line is no JSON that can be used: {error}.")
    return records.item(value, place)


def _skip(text: TextIO) -> None:
    """Read on to the end of a line that is too long."""
    while (rest := text.readline(_LINE)) and not rest.endswith("\n"):
        pass


def _delimiter(text: TextIO) -> str:
    """The sign that parts the header; the file is then at its beginning again."""
    header = text.readline(_FIELD)
    text.seek(0)
    found = Counter(sign for sign in header if sign in _DELIMITERS)
    return found.most_common(1)[0][0] if found else ","
