"""What came of a batch, in files: results and errors by the line, a table for other systems, a book to review."""

from __future__ import annotations

import asyncio
import csv
import fcntl
import json
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

from unbland.adapters.database.rows import RESULT
from unbland.application.batch.model import Batch, BatchItem
from unbland.application.result import Rewrite
from unbland.core.batch.cells import safe

#: Postings in one page of the review book: an hour's work, and what a browser holds with ease.
_PAGE = 200

_COLUMNS = (
    *("key", "status", "title", "html", "text", "score before", "score after", "questions", "conflicts"),
    *("degraded", "copied from", "place"),
)


@dataclass(slots=True)
class Written:
    """What was written."""

    files: list[Path] = field(default_factory=list)
    results: int = 0
    errors: int = 0


async def write_outputs(folder: Path, batch: Batch, items: AsyncIterator[BatchItem]) -> Written:
    """Write the items of a batch, each file whole or not at all; raises OSError.

    One after the other: somebody may ask for what there is in the moment in which whoever works on it is done.
    """
    written, book = Written(), _Book(folder, batch)
    with ExitStack() as stack:
        lock = stack.enter_context((folder / ".files.lock").open("w"))
        await asyncio.to_thread(fcntl.flock, lock, fcntl.LOCK_EX)
        results = stack.enter_context(_whole(folder / "results.jsonl"))
        errors = stack.enter_context(_whole(folder / "errors.jsonl"))
        table = csv.writer(stack.enter_context(_whole(folder / "postings.csv", "utf-8-sig")))
        table.writerow(_COLUMNS)
        async for item in items:
            if item.result is None:
                errors.write(error_line(item))
                written.errors += 1
                continue
            results.write(result_line(item, item.result))
            table.writerow([safe(cell) for cell in _cells(item, item.result)])
            book.add(item)
            written.results += 1
        pages = book.finish()
    written.files = [folder / name for name in ("results.jsonl", "errors.jsonl", "postings.csv")] + pages
    return written


def result_line(item: BatchItem, result: Rewrite) -> str:
    """The line of an item with a result: the result as every edge writes it, and which item it is of."""
    about: dict[str, object] = {"custom_id": item.labels.key, "place": item.labels.place}
    if item.copied_from:
        about["copied_from"] = item.copied_from
    return json.dumps(about | RESULT.dump_python(result, mode="json"), ensure_ascii=False) + "\n"


def error_line(item: BatchItem) -> str:
    """The line of an item without a result: why."""
    error = {"code": item.why.code, "message": item.why.detail}
    about = {"custom_id": item.labels.key, "place": item.labels.place, "error": error}
    return json.dumps(about, ensure_ascii=False) + "\n"


def _cells(item: BatchItem, result: Rewrite) -> Iterator[object]:
    yield from (item.labels.key, result.status.value, result.posting.title, result.rendered.html, result.rendered.text)
    yield from (result.score.before.total, result.score.after.total)
    yield " / ".join(question.ask for question in result.questions)
    yield " / ".join(conflict.message for conflict in result.conflicts)
    yield from (result.provenance.degraded or "", item.copied_from, item.labels.place)


class _Book:
    """The review book, a page after the other."""

    def __init__(self, folder: Path, batch: Batch) -> None:
        self._folder = folder
        self._batch = batch
        self._items: list[BatchItem] = []
        self._pages: list[Path] = []

    def add(self, item: BatchItem) -> None:
        """Put one in; a copy is reviewed with what it is a copy of, one that is only worded like another by itself."""
        if item.copied_from.startswith(self._batch.id) and not item.near:
            return
        self._items.append(item)
        if len(self._items) == _PAGE:
            self._write()

    def finish(self) -> list[Path]:
        """The pages, and away with those of a longer batch before."""
        if self._items or not self._pages:
            self._write()
        for number in range(len(self._pages) + 1, len(self._pages) + 1000):
            old = self._folder / f"review-{number}.html"
            if not old.exists():
                break
            old.unlink()
        return self._pages

    def _write(self) -> None:
        from unbland.adapters.pages.pages import page  # noqa: PLC0415 - only here, and slow to load

        number = len(self._pages) + 1
        file = self._folder / ("review.html" if number == 1 else f"review-{number}.html")
        with _whole(file) as stream:
            stream.write(page("review_book", batch=self._batch, items=self._items, number=number))
        self._pages.append(file)
        self._items = []


class _whole:  # noqa: N801 - reads as a verb where it is used
    """A file that takes the place of the one before in one step, once it is whole."""

    def __init__(self, file: Path, encoding: str = "utf-8") -> None:
        self._file = file
        self._beside = file.with_name(f".{file.name}.part")
        self._stream = self._beside.open("w", encoding=encoding, errors="replace", newline="")

    def __enter__(self) -> TextIO:
        return self._stream

    def __exit__(self, kind: object, *_: object) -> None:
        try:
            self._stream.close()  # what waits is written only now, and the disk may be full
            if kind is None:
                self._beside.replace(self._file)
        finally:
            self._beside.unlink(missing_ok=True)
