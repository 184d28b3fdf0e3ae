"""A file of postings as it is sent in a form: spooled to disk, and read as `unbland batch run` reads it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from fastapi import Request
from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser

from unbland.application.batch.model import NewItem
from unbland.bootstrap.batch import Input, ready_items
from unbland.core.batch.answers import Answers
from unbland.core.batch.columns import Mapped
from unbland.edges.http.batch_lines import MOST_BYTES
from unbland.edges.http.errors import Refusal
from unbland.errors import BadInput

#: What is read of a file that a stranger sends; Parquet is not, whose reader trusts its files.
_SUFFIXES = (".csv", ".json", ".jsonl", ".ndjson", ".tsv", ".xml", ".zip")

#: Bytes of a file that is in memory as a whole.
_MOST_WHOLE = 20_000_000

_ONE_FILE = "The form cannot be used; send one field, which is a file called `file`: `-F file=@postings.csv`."

#: Items that are read together in a thread.
_PART = 50

_CHUNK = 1 << 20


async def file_items(
    request: Request, columns: dict[str, str], hear: Callable[[bytes], None], show: Callable[[Mapped], None]
) -> AsyncIterator[NewItem]:
    """The items of the field `file` of a form; raises Refusal for a form that is none, and BadInput for a file.

    `hear` is told what the file says, `show` which columns were taken for what.
    """
    limit: int = request.app.state.service.settings.max_draft_bytes
    with TemporaryDirectory(prefix="unbland-") as folder:
        path = await _saved(_bounded(request), Path(folder), hear)
        items = ready_items(
            Input(path=path, columns=columns), Answers(), limit, lambda mapping, _: show(mapping), alone=False
        )
        try:
            while part := await asyncio.to_thread(lambda: list(islice(items, _PART))):
                for item in part:
                    yield item
        except BadInput as error:  # said as it is asked for here
            raise BadInput(str(error).replace("--column ", "?column=")) from None


async def _saved(request: Request, folder: Path, hear: Callable[[bytes], None]) -> Path:
    """The file of the form on disk, under its own suffix."""
    try:
        form = await MultiPartParser(request.headers, request.stream(), max_files=1, max_fields=0).parse()
    except (MultiPartException, KeyError):  # a type without its boundary is a KeyError
        raise Refusal(400, _ONE_FILE) from None
    try:
        sent = form.get("file")
        if not isinstance(sent, UploadFile):
            raise Refusal(400, _ONE_FILE)
        suffix = Path(sent.filename or "").suffix.lower()
        if suffix not in _SUFFIXES:
            raise Refusal(415, f"A file of this name is not read; send one that ends in {', '.join(_SUFFIXES)}.")
        if suffix == ".json" and (sent.size or 0) > _MOST_WHOLE:
            raise Refusal(413, f"A JSON file may have {_MOST_WHOLE:,} bytes; send JSON lines, of which more are read.")
        hear(suffix.encode())
        path = folder / f"file{suffix}"
        await asyncio.to_thread(_copy, sent, path, hear)
        return path
    finally:
        await form.close()


def _copy(sent: UploadFile, path: Path, hear: Callable[[bytes], None]) -> None:
    with path.open("wb") as kept:
        while chunk := sent.file.read(_CHUNK):
            hear(chunk)
            kept.write(chunk)


def _bounded(request: Request) -> Request:
    """The same request, whose body ends in a refusal where it is too large."""
    left = MOST_BYTES

    async def receive() -> object:
        nonlocal left
        message = await request.receive()
        left -= len(message.get("body", b""))
        if left < 0:
            raise Refusal(413, f"The body has more than {MOST_BYTES:,} bytes; send it in parts.")
        return message

    return Request(request.scope, receive)  # type: ignore[arg-type] # a message as it came
