"""The lines of a batch as they come in: read as a stream, each an item or the reason why it is none."""

from __future__ import annotations

import asyncio
import codecs
from collections.abc import AsyncIterator

from fastapi import Request
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

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

#: Bytes of a body, and lines in it: what OpenAI's Batch API takes (batch guide).
MOST_BYTES, MOST_LINES = 200_000_000, 50_000

#: Characters of a line for each byte of the largest draft, as for a body of one posting.
_LINE_FACTOR = 2

#: Characters of a name.
_NAME = 200


class LineBody(BaseModel):
    """One posting of a batch."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    custom_id: str | None = Field(
        default=None, min_length=1, max_length=_NAME, description="Your own name for it, used once; else line-N."
    )
    draft: DraftBody
    facts: Facts = Field(default=NO_FACTS, description="What the company states beside it, every field optional.")


_LINE_BODY = TypeAdapter(LineBody)


async def items_in(request: Request, limit: int) -> AsyncIterator[NewItem]:
    """The items of a body of JSON lines, empty ones passed over; raises Refusal for a body that is too large."""
    number = count = 0
    async for line in _lines(request, _LINE_FACTOR * limit):
        number += 1
        if not line.strip():
            continue
        count += 1
        if count > MOST_LINES:
            raise Refusal(413, f"The body has more than {MOST_LINES:,} postings; send it in parts.")
        yield await _item(line, number, limit)


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


async def _item(line: str, number: int, limit: int) -> NewItem:
    place = f"line {number}"
    key = f"line-{number}"
    try:
        value = json_value(line)
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
    return key if isinstance(key, str) and 0 < len(key) <= _NAME and _is_whole(key) else ""


def _is_whole(text: str) -> bool:
    """Whether it has no halves of characters, and no NUL, which no database keeps."""
    return "\x00" not in text and not any("\ud800" <= sign <= "\udfff" for sign in text)


def _failed(key: str, place: str, code: str, error: str) -> NewItem:
    return NewItem(labels=Labels(key=key, place=place), failure=Failure(code=code, detail=error))
