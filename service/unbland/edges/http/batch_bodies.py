"""The body of a new batch, in any of its forms: its items as they come in, and then what it said, to the letter."""

from __future__ import annotations

import hashlib
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from typing import Annotated

from fastapi import Depends, Query, Request

from unbland.application.batch.model import NewItem
from unbland.core.batch.columns import NAMES, Mapped
from unbland.edges.http.batch_files import file_items
from unbland.edges.http.batch_lines import line_items, list_items
from unbland.edges.http.errors import Refusal
from unbland.edges.http.requests import service_of
from unbland.errors import BadInput

#: Postings of a body: what OpenAI's Batch API takes (batch guide).
MOST_ITEMS = 50_000

LINES = "application/x-ndjson"
LIST = "application/json"
FORM = "multipart/form-data"
_KINDS = {LINES: LINES, "application/jsonl": LINES, "application/jsonlines": LINES, LIST: LIST, FORM: FORM}

_NONE = "The body holds no postings; send a JSON object a line."
_NONE_IN_FILE = "The file holds no postings; send rows below the names of columns, or a zip of texts, not of tables."

Columns = Annotated[
    list[str] | None,
    Query(
        alias="column",
        description=f"`FIELD=COLUMN`: which column of a file holds what ({', '.join(NAMES)}); guessed without a word.",
    ),
]


@dataclass(slots=True)
class Received:
    """A body that is read once."""

    request: Request
    columns: dict[str, str]
    kind: str
    #: Field → column, once a file has shown it.
    shown: Mapping[str, str] | None = None
    _digest: hashlib._Hash = field(default_factory=hashlib.sha256)

    def __post_init__(self) -> None:
        """Begin the fingerprint with what is asked beside the body."""
        self._digest.update(repr([self.kind, sorted(self.request.query_params.multi_items())]).encode())

    async def items(self) -> AsyncIterator[NewItem]:
        """The items in their order; raises Refusal for a body that cannot be read, and BadInput for a file."""
        count = 0
        async for item in self._parts():
            count += 1
            if count > MOST_ITEMS:
                raise Refusal(413, f"The body has more than {MOST_ITEMS:,} postings; send it in parts.")
            yield item
        if not count:
            raise Refusal(400, _NONE_IN_FILE if self.kind == FORM else _NONE)

    @property
    def fingerprint(self) -> str:
        """What was sent, to the letter: of all of it once all items were read."""
        return self._digest.hexdigest()

    def _parts(self) -> AsyncIterator[NewItem]:
        limit, hear = service_of(self.request).settings.max_draft_bytes, self._digest.update
        if self.kind == LINES:
            return line_items(self.request, limit, hear)
        if self.kind == LIST:
            return list_items(self.request, limit, hear)
        return file_items(self.request, self.columns, hear, self._show)

    def _show(self, mapping: Mapped) -> None:
        self.shown = mapping.columns


def received(request: Request, columns: Columns = None) -> Received:
    """The body of a request; raises Refusal for one of a kind that is not read."""
    kind = _KINDS.get(request.headers.get("content-type", "").partition(";")[0].strip().lower())
    if kind is None:
        raise Refusal(
            415, f"Send JSON lines, and say so: `Content-Type: {LINES}`; or a JSON list, or a form with a file."
        )
    if request.headers.get("content-encoding", "identity").strip().lower() != "identity":
        raise Refusal(415, "Send the body as it is, without `Content-Encoding`.")
    told = dict(each.partition("=")[::2] for each in columns or ())
    if not all(told) or not all(told.values()):
        raise BadInput("Write column=FIELD=COLUMN, such as column=body=description.")
    return Received(request, told, kind)


Body = Annotated[Received, Depends(received)]
