"""Rows of a CSV file and lines of a JSONL file, one after the other; a bad one is told and the next one read."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from unbland.adapters.batch.records import Records, unusable
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
        reader = csv.reader(text, delimiter=_delimiter(text), strict=False)
        names = next(reader, [])
        records.columns(names)
        while True:
            number = reader.line_num + 1
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
            if len(row) > len(names):
                yield unusable(place, "bad_row", f"This row has {len(row)} cells where the header has {len(names)}.")
                continue
            yield records.item(dict(zip(names, row, strict=False)), place)


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
