"""Batches over HTTP: many postings in one body, followed, stopped, and read when they are done."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Iterable
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Header, Path, Query, Request
from fastapi.responses import StreamingResponse
from fastapi.sse import EventSourceResponse, ServerSentEvent

from unbland.application.batch.model import Batch, BatchItem, BatchState, ItemState, Limits, Via
from unbland.edges.http.batch_bodies import LINES
from unbland.edges.http.batch_making import MaxTokens, Rpm, Tpm
from unbland.edges.http.batch_resources import BatchPage, BatchResource, batch_event, batch_resource
from unbland.edges.http.callers import Rewriting
from unbland.edges.http.errors import problems
from unbland.edges.http.queries import known_words
from unbland.edges.http.requests import JsonRoute, service_of
from unbland.edges.wire import rewrite_json
from unbland.errors import BatchByFile, BatchComing

router = APIRouter(route_class=JsonRoute, tags=["batches"])

BatchId = Annotated[str, Path(description="The id of a batch.")]

#: Batches on a page without a word, and at most.
_PAGE, _LONGEST_PAGE = 20, 100

_SHOWN = json.dumps({"custom_id": "job-8", "place": "line 8", "error": {"code": "empty_draft", "message": "…"}}) + "\n"

_LINES: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "A line for each, in their order",
        "content": {LINES: {"schema": {"type": "string"}, "example": _SHOWN}},
    }
}


@router.get("/v1/batches", responses=problems(404, 422), dependencies=[Depends(known_words)])
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


async def _theirs(batch: BatchId, request: Request, caller: Rewriting) -> Batch:
    """The batch that is followed; a stream that has begun can no longer say that there is none."""
    return await service_of(request).batch.batches.get(caller.tenant, batch)


@router.get("/v1/batches/{batch}/events", response_class=EventSourceResponse, responses=problems(404))
async def follow_batch(
    found: Annotated[Batch, Depends(_theirs)],
    request: Request,
    last_event_id: Annotated[str, Header(max_length=64, description="The id of the last event that was seen.")] = "",
) -> AsyncIterator[ServerSentEvent]:
    """How far a batch is, now and whenever that changes, until it is over."""
    async for batch, counts in service_of(request).batch.batches.follow(found.tenant, found.id):
        event = batch_event(batch, counts)
        if event.id != last_event_id or batch.state.over:
            yield event


@router.get("/v1/batches/{batch}/output", response_class=StreamingResponse, responses=problems(404) | _LINES)
async def read_output(batch: BatchId, request: Request, caller: Rewriting) -> StreamingResponse:
    """The results so far, each as a rewrite with its `custom_id`."""
    return await _stream(request, caller, batch, (ItemState.DONE,))


@router.get("/v1/batches/{batch}/errors", response_class=StreamingResponse, responses=problems(404) | _LINES)
async def read_errors(batch: BatchId, request: Request, caller: Rewriting) -> StreamingResponse:
    """What has no result, and why."""
    return await _stream(request, caller, batch, (ItemState.FAILED, ItemState.CANCELLED))


@router.post("/v1/batches/{batch}/cancel", responses=problems(404, 409))
async def cancel_batch(batch: BatchId, request: Request, caller: Rewriting) -> BatchResource:
    """Begin nothing more of it; what is done stays, and a second call changes nothing."""
    await _whole(request, caller, batch)
    await service_of(request).batch.batches.cancel(caller.tenant, batch)
    return await _resource(request, caller, batch)


@router.post("/v1/batches/{batch}/resume", responses=problems(404, 409, 422), dependencies=[Depends(known_words)])
async def resume_batch(  # noqa: PLR0913, PLR0917 - the same
    batch: BatchId, request: Request, caller: Rewriting, max_tokens: MaxTokens = None, rpm: Rpm = None, tpm: Tpm = None
) -> BatchResource:
    """Go on with what was halted or cancelled; a limit that is given takes the place of the batch's own."""
    room = service_of(request).batch
    found = await _whole(request, caller, batch)
    if found.via is not Via.LIVE:  # nobody here has its replies: all of it would be asked anew
        raise BatchByFile
    own = found.limits
    limits = Limits(
        cost=own.cost, price=own.price, tokens=max_tokens or own.tokens, rpm=rpm or own.rpm, tpm=tpm or own.tpm
    )
    await room.batches.resume(caller.tenant, batch, limits)
    await room.worker.resume(batch)
    return await _resource(request, caller, batch)


async def _whole(request: Request, caller: Rewriting, id_: str) -> Batch:
    """A batch whose postings are all there; raises NoSuchBatch and BatchComing."""
    found = await service_of(request).batch.batches.get(caller.tenant, id_)
    if found.state is BatchState.VALIDATING:
        raise BatchComing
    return found


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
    return about | {"error": {"code": item.why.code, "message": item.why.detail}}
