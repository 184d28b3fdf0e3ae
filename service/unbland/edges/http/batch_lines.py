"""Postings of a batch as clients write them: lines read as a stream, or a list; each an item, or why it is none."""

from __future__ import annotations

import asyncio
import codecs
import json
from collections.abc import AsyncIterator, Callable
from typing import Annotated

from fastapi import Request
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from unbland.application.batch.model import NewItem
from unbland.application.rewrites.model import Failure, Order
from unbland.core.batch.triaged import Labels
from unbland.core.document.decode import marked
from unbland.core.facts import NO_FACTS
from unbland.core.strict_json import Unreadable, json_value
from unbland.edges.complaint import faults, sentence
from unbland.edges.drafts import draft_from
from unbland.edges.http.bodies import DraftBody
from unbland.edges.http.errors import Refusal
from unbland.edges.wire import Facts
from unbland.errors import UnblandError

#: Bytes of a body: what OpenAI's Batch API takes (batch guide).
MOST_BYTES = 200_000_000

#: Bytes of a list, which is in memory as a whole.
MOST_LISTED = 20_000_000

#: Characters of a line for each byte of the largest draft, as for a body of one posting.
_LINE_FACTOR = 2

#: Characters of a name.
_NAME = 200


def _named(key: str) -> str:
    """A name that can be kept; raises ValueError."""
    if not _is_whole(key):
        raise ValueError("write it without NULs")
    return key


class LineBody(BaseModel):
    """One posting of a batch."""

    #: A number as a name is taken as it is written: a list of such ids from a database is no mistake.
    model_config = ConfigDict(extra="forbid", frozen=True, coerce_numbers_to_str=True)
    custom_id: Annotated[str, AfterValidator(_named)] | None = Field(
        default=None,
        min_length=1,
        max_length=_NAME,
        description="Your own name for it, used once; else line-N or item-N.",
    )
    draft: DraftBody
    facts: Facts = Field(default=NO_FACTS, description="What the company states beside it, every field optional.")


_LINE_BODY = TypeAdapter(LineBody)


async def line_items(request: Request, limit: int, hear: Callable[[bytes], None]) -> AsyncIterator[NewItem]:
    """The items of a body of JSON lines, empty ones passed over; raises Refusal for a body that is too large.

    `hear` is told what each line says.
    """
    number = 0
    async for line in _lines(request, _LINE_FACTOR * limit):
        number += 1
        if line.strip():
            hear(line.encode("utf-8", "surrogatepass") + b"\n")
            yield await _item(lambda line=line: json_value(line), f"line {number}", limit)  # type: ignore[misc]


async def list_items(request: Request, limit: int, hear: Callable[[bytes], None]) -> AsyncIterator[NewItem]:
    """The items of a body that is a JSON list; raises Refusal for one that is none, or too large."""
    parts, size = [], 0
    async for part in request.stream():
        size += len(part)
        if size > MOST_LISTED:
            raise Refusal(413, f"A list may have {MOST_LISTED:,} bytes; send JSON lines, of which more are read.")
        parts.append(part)
    try:
        values = await asyncio.to_thread(json_value, b"".join(parts))
    except Unreadable as error:
        raise Refusal(400, f"The body cannot be read: {error}.") from None
    if not isinstance(values, list):
        raise Refusal(400, 'The body is no list; send `[{"draft": …}, …]`, or JSON lines as `application/x-ndjson`.')
    for number, value in enumerate(values, 1):
        hear(json.dumps(value, sort_keys=True).encode() + b"\n")
        yield await _item(lambda value=value: value, f"item {number}", limit)  # type: ignore[misc]


async def _lines(request: Request, most: int) -> AsyncIterator[str]:
    """The lines of a body in UTF-8, or in what its mark says; bytes that are none become signs that say so."""
    decoder: codecs.IncrementalDecoder | None = None
    rest, size = "", 0
    async for part in request.stream():
        size += len(part)
        if size > MOST_BYTES:
            raise Refusal(413, f"The body has more than {MOST_BYTES:,} bytes; send it in parts.")
        if decoder is None and part:
            decoder = codecs.getincrementaldecoder(marked(part) or "utf-8")("replace")
        text = rest + (decoder.decode(part) if decoder else "")
        *whole, rest = text.split("\n")
        for line in whole:
            if len(line) > most:
                raise Refusal(413, f"A line of the body has more than {most:,} characters.")
            yield line
        if len(rest) > most:
            raise Refusal(413, f"A line of the body has more than {most:,} characters.")
    rest += decoder.decode(b"", final=True) if decoder else ""
    if rest:
        yield rest


async def _item(read: Callable[[], object], place: str, limit: int) -> NewItem:
    key = place.replace(" ", "-")
    try:
        value = read()
        key = _key(value) or key
        body = _LINE_BODY.validate_python(value)
        draft = await asyncio.to_thread(draft_from, body.draft.content, body.draft.format, limit)
    except Unreadable as error:
        return _failed(key, place, "bad_json", f"The line cannot be read: {error}.")
    except ValidationError as error:
        return _failed(key, place, "invalid_line", sentence(faults(error.errors(), LineBody)))
    except UnblandError as error:
        return _failed(key, place, error.code, str(error))
    facts = body.facts
    labels = Labels(
        key=key,
        place=place,
        title=facts.role.title[:_NAME],
        company=facts.company.name[:_NAME],
        team=facts.role.team[:_NAME],
    )
    return NewItem(labels=labels, order=Order(draft=draft, facts=facts))


def _key(value: object) -> str:
    """The caller's name of a line, where it is one."""
    key = value.get("custom_id") if isinstance(value, dict) else None
    key = str(key) if isinstance(key, int | float) and not isinstance(key, bool) else key
    return key if isinstance(key, str) and 0 < len(key) <= _NAME and _is_whole(key) else ""


def _is_whole(text: str) -> bool:
    """Whether it has no halves of characters, and no NUL, which no database keeps."""
    return "\x00" not in text and not any("\ud800" <= sign <= "\udfff" for sign in text)


def _failed(key: str, place: str, code: str, error: str) -> NewItem:
    return NewItem(labels=Labels(key=key, place=place), failure=Failure(code=code, detail=error))
