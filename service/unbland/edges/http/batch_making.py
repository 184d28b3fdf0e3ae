"""A new batch over HTTP: its body read as it comes, once for all where there is a key."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request, Response, status

from unbland.application.batch.making import Making
from unbland.application.batch.model import Batch, Limits, NewItem
from unbland.application.rewrite import Engine
from unbland.edges.http.batch_bodies import FORM, LINES, LIST, Body
from unbland.edges.http.batch_resources import BatchResource, batch_resource, new_batch
from unbland.edges.http.callers import Rewriting
from unbland.edges.http.errors import problems
from unbland.edges.http.preferences import Keyed
from unbland.edges.http.queries import known_words
from unbland.edges.http.requests import service_of

#: A body of lines is no JSON, so it has no strict route; what it holds is read line by line, each as strictly.
router = APIRouter(tags=["batches"])

#: Items that are put in together.
_PART = 200

_DRAFT = {"content": "Ferry Clerk\n\nDuties\n- Sell tickets for 3 ferries\n"}

#: What the API page shows and sends when it is tried out.
FORM_EXAMPLE = {"file": "id,title,description\n7,Ferry Clerk,Sell tickets for 3 ferries\n"}
BATCH_EXAMPLE = json.dumps({"custom_id": "job-7", "draft": _DRAFT}) + "\n"

_BODY: dict[str, Any] = {
    "required": True,
    "description": "A posting a line, each a JSON object: `draft` as for a rewrite, `facts` and `custom_id` if you "
    "like. Or a list of such objects. Or a form with one field `file`: CSV, TSV, JSON lines, the JSON export of an "
    "applicant tracking system, an XML feed, or a zip of HTML, Markdown, text, Word and PDF files. What cannot be used "
    "becomes an error of its own, and the others are rewritten.",
    "content": {
        LINES: {"schema": {"type": "string"}, "example": BATCH_EXAMPLE},
        LIST: {"schema": {"type": "array", "items": {"type": "object"}}, "example": [json.loads(BATCH_EXAMPLE)]},
        FORM: {
            "schema": {"type": "object", "properties": {"file": {"type": "string", "format": "binary"}}},
            "example": FORM_EXAMPLE,
        },
    },
}

MaxTokens = Annotated[int | None, Query(ge=1, le=2**31, description="Stop when so many tokens are spent.")]
Verify = Annotated[bool, Query(description="Whether a verifier model may settle what the guard doubts.")]
Rpm = Annotated[int | None, Query(ge=1, le=10**6, description="Calls to the provider a minute.")]
Tpm = Annotated[int | None, Query(ge=1, le=2**31, description="Tokens a minute.")]


@router.post(
    "/v1/batches",
    status_code=status.HTTP_201_CREATED,
    responses=problems(400, 409, 413, 415, 422, 503),
    openapi_extra={"requestBody": _BODY},
    dependencies=[Depends(known_words)],
)
async def create_batch(  # noqa: PLR0913, PLR0917 - each option of a request is a parameter
    request: Request,
    response: Response,
    caller: Rewriting,
    body: Body,
    key: Keyed,
    engine: Annotated[Engine, Query(description="Who writes; auto asks a model where one is set.")] = Engine.AUTO,
    verify: Verify = True,  # noqa: FBT002 - the framework reads it by name
    max_tokens: MaxTokens = None,
    rpm: Rpm = None,
    tpm: Tpm = None,
) -> BatchResource:
    """Rewrite many postings; what was asked before to the letter is not asked again."""
    service = service_of(request)
    service.application.rewriter.refuse(engine)
    room = service.batch
    limits = Limits(tokens=max_tokens, rpm=rpm, tpm=tpm)
    made = new_batch(caller.tenant, room.writer, limits, engine=engine, verify=verify)
    made = replace(made, near=room.model is not None and engine is not Engine.EDITOR)
    batch = await room.making.create(made, key)
    if batch.id == made.id:
        await _begun(room.making, batch, body)
        await room.worker.resume(batch.id)
    else:
        async for _ in body.items():
            pass
        await room.making.same(batch, body.fingerprint)
        response.headers["Idempotency-Replayed"] = "true"
    response.headers["Location"] = f"/v1/batches/{batch.id}"
    found = await room.batches.get(caller.tenant, batch.id)
    return replace(batch_resource(found, await room.batches.counts(found)), columns=body.shown)


async def _begun(making: Making, batch: Batch, body: Body) -> None:
    """Put in what the body holds and let the work begin; whatever breaks it off, half a batch is none."""
    try:
        part: list[NewItem] = []
        async for item in body.items():
            part.append(item)
            if len(part) == _PART:
                await making.fill(batch, part)
                part = []
        await making.fill(batch, part)
        await making.begin(batch, body.fingerprint)
    except BaseException:
        await asyncio.shield(making.discard(batch))
        raise
