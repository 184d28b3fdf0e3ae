"""Rewrites over HTTP: asked for, waited for or followed, answered, decided on."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Annotated, Any

from fastapi import APIRouter, Body, Depends, Header, HTTPException, Path, Query, Request, status
from fastapi.sse import EventSourceResponse, ServerSentEvent
from pydantic import AfterValidator, BeforeValidator

from unbland.application.rewrites.model import Decider, Order, Record, Verdict
from unbland.application.rewrites.service import Rewrites
from unbland.application.rewrites.tracing import Trace, trace_of
from unbland.edges.http.bodies import (
    ANSWERS_EXAMPLE,
    DECISION_EXAMPLE,
    REWRITE_EXAMPLE,
    AnswersBody,
    DecisionBody,
    RewriteBody,
)
from unbland.edges.http.callers import Caller, Deciding, Rewriting
from unbland.edges.http.errors import failed, problems
from unbland.edges.http.limits import quotas_told
from unbland.edges.http.preferences import Wish, Wished
from unbland.edges.http.requests import JsonRoute, draft_in, service_of
from unbland.edges.http.resources import Finished, Page, Pending, resource
from unbland.errors import NotDone

router = APIRouter(route_class=JsonRoute, tags=["rewrites"])

RewriteId = Annotated[str, Path(description="The id of a revision.")]

#: Rewrites on a page without a word, and at most.
_PAGE, _LONGEST_PAGE = 20, 100

#: The highest number that an event can have, as the databases count them.
_HIGHEST_EVENT = 2**31 - 1

_ACCEPTED: dict[int | str, dict[str, Any]] = {
    202: {"model": Pending, "description": "It is being worked on; follow `Location`"}
}

_NOTHING_MORE: dict[int | str, dict[str, Any]] = {204: {"description": "The last event was seen; ask no more"}}


@router.post("/v1/rewrites", responses=problems(400, 409, 413, 415, 422, 503) | _ACCEPTED)
async def create_rewrite(
    body: Annotated[RewriteBody, Body(examples=[REWRITE_EXAMPLE])],
    request: Request,
    caller: Rewriting,
    wish: Wished,
) -> Finished | Pending:
    """Rewrite a posting from what the draft and the facts say, and ask for what neither does."""
    service, options = service_of(request), body.options
    draft = await draft_in(body.draft, request)
    order = Order(draft=draft, facts=body.facts, engine=options.engine, verify=options.verify)
    service.application.rewriter.refuse(options.engine)
    async with quotas_told(request, caller.tenant):
        record, replayed = await service.rewrites.submit(caller.tenant, order, await wish.once())
    return await _answer(service.rewrites, record, wish, replayed=replayed)


@router.get("/v1/rewrites", responses=problems(404, 422))
async def list_rewrites(
    request: Request,
    caller: Rewriting,
    limit: Annotated[int, Query(ge=1, le=_LONGEST_PAGE)] = _PAGE,
    starting_after: Annotated[str | None, Query(max_length=64, description="The last id of the page before.")] = None,
) -> Page:
    """The rewrites, the newest first."""
    rewrites = service_of(request).rewrites
    found = await rewrites.page(caller.tenant, after=starting_after, limit=limit + 1)
    return Page(data=tuple(resource(record) for record in found[:limit]), has_more=len(found) > limit)


@router.get("/v1/rewrites/{rewrite}", responses=problems(404))
async def get_rewrite(rewrite: RewriteId, request: Request, caller: Rewriting) -> Finished | Pending:
    """One revision, as it is now."""
    return resource(await service_of(request).rewrites.get(caller.tenant, rewrite))


@router.get("/v1/rewrites/{rewrite}/trace", responses=problems(404, 409))
async def trace_rewrite(rewrite: RewriteId, request: Request, caller: Rewriting) -> Trace:
    """Where the result comes from: hashes, models, prompts, checks and who decided; none of its text."""
    record = await service_of(request).rewrites.get(caller.tenant, rewrite)
    if record.result is None:
        raise NotDone
    return trace_of(record, record.result)


@router.get("/v1/rewrites/{rewrite}/revisions", responses=problems(404))
async def list_revisions(rewrite: RewriteId, request: Request, caller: Rewriting) -> Page:
    """Every revision of a rewrite, the first one first."""
    found = await service_of(request).rewrites.history(caller.tenant, rewrite)
    return Page(data=tuple(resource(record) for record in found), has_more=False)


@router.post("/v1/rewrites/{rewrite}/answers", responses=problems(400, 404, 409, 413, 415, 422) | _ACCEPTED)
async def answer_questions(
    rewrite: RewriteId,
    body: Annotated[AnswersBody, Body(examples=[ANSWERS_EXAMPLE])],
    request: Request,
    caller: Rewriting,
    wish: Wished,
) -> Finished | Pending:
    """Rewrite again with the facts that were asked for; the revision before stays as it is."""
    rewrites = service_of(request).rewrites
    async with quotas_told(request, caller.tenant):
        record, replayed = await rewrites.answer(caller.tenant, rewrite, body.facts, await wish.once())
    return await _answer(rewrites, record, wish, replayed=replayed)


@router.post("/v1/rewrites/{rewrite}/accept", responses=problems(400, 404, 409, 415, 422))
async def accept_rewrite(
    rewrite: RewriteId,
    body: Annotated[DecisionBody, Body(examples=[DECISION_EXAMPLE])],
    request: Request,
    caller: Deciding,
) -> Finished | Pending:
    """Keep that somebody accepted the result; the first decision counts."""
    return await _decided(rewrite, request, caller, (Verdict.ACCEPTED, body.by))


@router.post("/v1/rewrites/{rewrite}/reject", responses=problems(400, 404, 409, 415, 422))
async def reject_rewrite(
    rewrite: RewriteId,
    body: Annotated[DecisionBody, Body(examples=[DECISION_EXAMPLE])],
    request: Request,
    caller: Deciding,
) -> Finished | Pending:
    """Keep that somebody rejected the result; the first decision counts."""
    return await _decided(rewrite, request, caller, (Verdict.REJECTED, body.by))


async def _decided(rewrite: str, request: Request, caller: Caller, said: tuple[Verdict, str]) -> Finished | Pending:
    rewrites = service_of(request).rewrites
    verdict, by = said
    return resource(await rewrites.decide(caller.tenant, rewrite, verdict, Decider(by=by, key=caller.key)))


def _none_seen(text: object) -> object:
    """An empty id says that no event was seen (HTML standard, 9.2.6)."""
    return text or 0


def _an_event(number: int) -> int:
    """Refuse what no event is called; the description has stood without this bound since v1."""
    if number > _HIGHEST_EVENT:
        raise ValueError("write the id of an event that was seen")
    return number


LastEvent = Annotated[
    int,
    Header(ge=0, description="The id of the last event that was seen."),
    BeforeValidator(_none_seen),
    AfterValidator(_an_event),
]


async def _theirs(rewrite: RewriteId, request: Request, caller: Rewriting, last_event_id: LastEvent = 0) -> Record:
    """The rewrite whose events are followed; a stream that has begun can no longer say that there is none.

    Nor that no event is left: a browser asks again whenever a stream ends, and stops at a 204 (HTML standard, 9.2).
    """
    rewrites = service_of(request).rewrites
    record = await rewrites.get(caller.tenant, rewrite)
    if record.state.over and not [event async for event in rewrites.follow(record.tenant, record.id, last_event_id)]:
        raise HTTPException(status.HTTP_204_NO_CONTENT)
    return record


@router.get(
    "/v1/rewrites/{rewrite}/events", response_class=EventSourceResponse, responses=problems(404, 422) | _NOTHING_MORE
)
async def follow_rewrite(
    record: Annotated[Record, Depends(_theirs)],
    request: Request,
    last_event_id: LastEvent = 0,
) -> AsyncIterator[ServerSentEvent]:
    """The stages of a rewrite as they come, until the last one; the result itself is at the rewrite."""
    async for event in service_of(request).rewrites.follow(record.tenant, record.id, last_event_id):
        data = {"rewrite": record.id, "at": event.at.isoformat(), **event.data}
        yield ServerSentEvent(id=str(event.number), event=event.name, data=data)


async def _answer(rewrites: Rewrites, record: Record, wish: Wish, *, replayed: bool) -> Finished | Pending:
    """The result where it comes in time, else where to find it; raises what made it fail."""
    record = await rewrites.settled(record, wish.seconds)
    wish.headers["Location"] = f"/v1/rewrites/{record.id}"
    if wish.applied:
        wish.headers["Preference-Applied"] = wish.applied
    if replayed:
        wish.headers["Idempotency-Replayed"] = "true"
    if record.failure is not None:
        raise failed(record.failure)
    if not record.state.over:
        wish.response.status_code = status.HTTP_202_ACCEPTED
        wish.headers["Retry-After"] = "1"
    return resource(record)
