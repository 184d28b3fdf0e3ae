"""Batches over HTTP: many postings in one body, followed, stopped, and read when they are done."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Iterable
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request, status
from fastapi.responses import StreamingResponse

from unbland.application.batch.model import BatchItem, ItemState, Limits, NewItem
from unbland.application.rewrite import Engine
from unbland.edges.http.batch_lines import items_in
from unbland.edges.http.batch_resources import BatchPage, BatchResource, batch_resource, new_batch
from unbland.edges.http.callers import Rewriting
from unbland.edges.http.errors import Refusal, problems
from unbland.edges.http.requests import JsonRoute, service_of
from unbland.edges.wire import rewrite_json

#: A body of lines is no JSON, so it has no strict route; what it holds is read line by line, each as strictly.
lines_router = APIRouter(tags=["batches"])
router = APIRouter(route_class=JsonRoute, tags=["batches"])

BatchId = Annotated[str, Path(description="The id of a batch.")]

#: Batches on a page without a word, and at most.
_PAGE, _LONGEST_PAGE = 20, 100

#: Items that are put in together.
_PART = 200

LINES = "application/x-ndjson"
_KINDS = frozenset({LINES, "application/jsonl", "application/jsonlines"})

_DRAFT = {"content": "Ferry Clerk\n\nDuties\n- Sell tickets for 3 ferries\n"}

#: What the API page shows and sends when it is tried out.
BATCH_EXAMPLE = json.dumps({"custom_id": "job-7", "draft": _DRAFT}) + "\n"

_BODY: dict[str, Any] = {
    "required": True,
    "description": "A posting a line, each a JSON object: `draft` as for a rewrite, `facts` and `custom_id` if you "
    "like. A line that cannot be used becomes an error of its own, and the others are rewritten.",
    "content": {LINES: {"schema": {"type": "string"}, "example": BATCH_EXAMPLE}},
}

_SHOWN = json.dumps({"custom_id": "job-8", "place": "line 8", "error": {"code": "empty_draft", "message": "…"}}) + "\n"

_LINES: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "A line for each, in their order",
        "content": {LINES: {"schema": {"type": "string"}, "example": _SHOWN}},
    }
}

MaxTokens = Annotated[int | None, Query(ge=1, le=2**31, description="Stop when so many tokens are spent.")]
Verify = Annotated[bool, Query(description="Whether a verifier model may settle what the guard doubts.")]
Rpm = Annotated[int | None, Query(ge=1, le=10**6, description="Calls to the provider a minute.")]
Tpm = Annotated[int | None, Query(ge=1, le=2**31, description="Tokens a minute.")]


@lines_router.post(
    "/v1/batches",
    status_code=status.HTTP_201_CREATED,
    responses=problems(400, 413, 415, 422, 503),
    openapi_extra={"requestBody": _BODY},
)
async def create_batch(  # noqa: PLR0913, PLR0917 - each option of a request is a parameter
    request: Request,
    caller: Rewriting,
    engine: Annotated[Engine, Query(description="Who writes; auto asks a model where one is set.")] = Engine.AUTO,
    verify: Verify = True,  # noqa: FBT002 - the framework reads it by name
    max_tokens: MaxTokens = None,
    rpm: Rpm = None,
    tpm: Tpm = None,
) -> BatchResource:
    """Rewrite many postings; what was asked before to the letter is not asked again."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in _KINDS:
        raise Refusal(415, f"Send JSON lines, and say so: `Content-Type: {LINES}`.")
    service = service_of(request)
    service.application.rewriter.refuse(engine)
    room = service.batch
    limits = Limits(tokens=max_tokens, rpm=rpm, tpm=tpm)
    batch = await room.batches.create(new_batch(caller.tenant, room.writer, limits, engine=engine, verify=verify))
    try:
        part: list[NewItem] = []
        async for item in items_in(request, service.settings.max_draft_bytes):
            part.append(item)
            if len(part) == _PART:
                await room.batches.fill(batch, part)
                part = []
        await room.batches.fill(batch, part)
    except BaseException:  # whatever broke it off: half a batch is none
        await asyncio.shield(room.batches.discard(batch))
        raise
    begun = await room.batches.begin(batch)
    if not begun.total:
        await room.batches.discard(batch)
        raise Refusal(400, "The body holds no postings; send a JSON object a line.")
    await room.worker.resume(batch.id)
    return await _resource(request, caller, batch.id)


@router.get("/v1/batches", responses=problems(404, 422))
async def list_batches(
    request: Request,
    caller: Rewriting,
    limit: Annotated[int, Query(ge=1, le=_LONGEST_PAGE)] = _PAGE,
    starting_after: Annotated[str | None, Query(max_length=64, description="The last id of the page before.")] = None,
) -> BatchPage:
    """The batches, the newest first."""
    batches = service_of(request).batch.batches
    found = await batches.page(caller.tenant, after=starting_after, limit=limit + 1)
    data = [batch_resource(batch, await batches.counts(batch)) for batch in found[:limit]]
    return BatchPage(data=tuple(data), has_more=len(found) > limit)


@router.get("/v1/batches/{batch}", responses=problems(404))
async def get_batch(batch: BatchId, request: Request, caller: Rewriting) -> BatchResource:
    """One batch, as it is now."""
    return await _resource(request, caller, batch)


@router.get("/v1/batches/{batch}/output", response_class=StreamingResponse, responses=problems(404) | _LINES)
async def read_output(batch: BatchId, request: Request, caller: Rewriting) -> StreamingResponse:
    """The results so far, each as a rewrite with its `custom_id`."""
    return await _stream(request, caller, batch, (ItemState.DONE,))


@router.get("/v1/batches/{batch}/errors", response_class=StreamingResponse, responses=problems(404) | _LINES)
async def read_errors(batch: BatchId, request: Request, caller: Rewriting) -> StreamingResponse:
    """What has no result, and why."""
    return await _stream(request, caller, batch, (ItemState.FAILED, ItemState.CANCELLED))


@router.post("/v1/batches/{batch}/cancel", responses=problems(404))
async def cancel_batch(batch: BatchId, request: Request, caller: Rewriting) -> BatchResource:
    """Begin nothing more of it; what is done stays, and a second call changes nothing."""
    await service_of(request).batch.batches.cancel(caller.tenant, batch)
    return await _resource(request, caller, batch)


@router.post("/v1/batches/{batch}/resume", responses=problems(404, 409, 422))
async def resume_batch(  # noqa: PLR0913, PLR0917 - the same
    batch: BatchId, request: Request, caller: Rewriting, max_tokens: MaxTokens = None, rpm: Rpm = None, tpm: Tpm = None
) -> BatchResource:
    """Go on with what was halted or cancelled; a limit that is given takes the place of the batch's own."""
    room = service_of(request).batch
    own = (await room.batches.get(caller.tenant, batch)).limits
    limits = Limits(
        cost=own.cost, price=own.price, tokens=max_tokens or own.tokens, rpm=rpm or own.rpm, tpm=tpm or own.tpm
    )
    await room.batches.resume(caller.tenant, batch, limits)
    await room.worker.resume(batch)
    return await _resource(request, caller, batch)


async def _resource(request: Request, caller: Rewriting, id_: str) -> BatchResource:
    batches = service_of(request).batch.batches
    batch = await batches.get(caller.tenant, id_)
    return batch_resource(batch, await batches.counts(batch))


async def _stream(request: Request, caller: Rewriting, id_: str, states: Iterable[ItemState]) -> StreamingResponse:
    """The items of a batch in these states, a line each."""
    batches = service_of(request).batch.batches
    batch = await batches.get(caller.tenant, id_)

    async def lines() -> AsyncIterator[bytes]:
        async for item in batches.items(batch, tuple(states)):
            yield (json.dumps(_line(item), ensure_ascii=False) + "\n").encode()

    return StreamingResponse(lines(), media_type=LINES)


def _line(item: BatchItem) -> dict[str, object]:
    about: dict[str, object] = {"custom_id": item.labels.key, "place": item.labels.place}
    if item.result is not None:
        copied = {"copied_from": item.copied_from} if item.copied_from else {}
        return about | copied | rewrite_json(item.result)
    failure = item.failure
    error = {"code": failure.code, "message": failure.detail} if failure else {"code": str(item.state), "message": ""}
    return about | {"error": error}
