"""An export of an applicant tracking system in one JSON file, and rows of a Parquet file."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from unbland.adapters.batch.postings import vendors
from unbland.adapters.batch.records import Records
from unbland.adapters.batch.texts import bytes_of, opened, size_of
from unbland.application.batch.items import Item
from unbland.core.ats import AtsFormat, recognise
from unbland.core.strict_json import json_value
from unbland.errors import BadInput, Misconfigured

#: Bytes: a board of 5,000 jobs comes in 60 MB, and one JSON text is read whole.
_MOST = 200_000_000

#: Fields in which an interface wraps a list of postings.
_WRAPS = ("jobs", "data", "results", "postings", "offers", "content", "items", "@graph")

#: One posting of a Personio feed.
_POSITION = re.compile(r"<position>.*?</position>", re.DOTALL)

#: Its number, by which Personio knows it.
_ID = re.compile(r"<id>\s*(\d{1,20})\s*</id>")

#: Bytes that tell which feed a file is.
_HEAD = 4096

#: Rows that are in memory at a time.
_ROWS = 256


def export(file: Path, encoding: str, records: Records) -> Iterator[Item]:
    """The postings of a JSON file: a list, a list in a field of it, or one; raises BadInput."""
    if size_of(file) > _MOST:
        raise BadInput(f"{file.name} is larger than {_MOST:,} bytes; write it as JSONL, a posting a line.")
    with opened(file, encoding) as text:
        try:
            value = json_value(text.read())
        except ValueError as error:
            raise BadInput(f"{file.name} is no JSON that can be used: {error}.") from None
    for number, each in enumerate(_listed(value), 1):
        yield records.item(each, f"{file.name}, posting {number}")


def positions(file: Path) -> Iterator[Item]:
    """The postings of a Personio feed, each opened as a document of its own; raises BadInput."""
    if size_of(file) > _MOST:
        raise BadInput(f"{file.name} is larger than {_MOST:,} bytes; ask for the feed in parts.")
    with opened(file, "utf-8") as stream:
        text = stream.read()
    for number, found in enumerate(_POSITION.finditer(text), 1):
        place = f"{file.name}, position {number}"
        known = _ID.search(found[0])
        item = vendors(f"<workzag-jobs>{found[0]}</workzag-jobs>", place, AtsFormat.PERSONIO)
        yield replace(item, labels=replace(item.labels, key=known[1] if known else place))


def is_personio(file: Path) -> bool:
    """Whether a file begins as a Personio feed does."""
    with bytes_of(file) as stream:
        return b"<workzag-jobs" in stream.read(_HEAD)


def table(file: Path, records: Records) -> Iterator[Item]:
    """The rows of a Parquet file, some at a time; raises Misconfigured where its library is missing, and BadInput."""
    if importlib.util.find_spec("pyarrow") is None:
        raise Misconfigured("Reading Parquet needs another library; install `unbland[parquet]`.")
    import pyarrow as pa  # noqa: PLC0415 - comes with an extra
    from pyarrow import parquet  # noqa: PLC0415

    try:
        opened_file: Any = parquet.ParquetFile(file)
        records.columns(list(opened_file.schema_arrow.names))
        number = 0
        for batch in opened_file.iter_batches(batch_size=_ROWS):
            for row in batch.to_pylist():
                number += 1
                yield records.item(row, f"{file.name}, row {number}")
    except pa.ArrowException:
        raise BadInput(f"{file.name} is no Parquet file that can be read.") from None


def _listed(value: object) -> list[object]:
    """The postings in what a file holds."""
    for _ in range(3):
        if isinstance(value, list):
            return value
        if not isinstance(value, dict) or recognise(value) is not None:
            break
        value = next((value[name] for name in _WRAPS if isinstance(value.get(name), list | dict)), [value])
    return value if isinstance(value, list) else [value]
