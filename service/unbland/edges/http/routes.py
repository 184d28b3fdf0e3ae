"""What the service answers: parse, one call of the application, render."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Body, Request, Response
from fastapi.responses import PlainTextResponse

from unbland.application.intake import taken_in
from unbland.application.review import look
from unbland.core.guide.model import Review
from unbland.edges.drafts import draft_from
from unbland.edges.http.bodies import REVIEW_EXAMPLE, ReviewBody
from unbland.edges.http.callers import Reviewing
from unbland.edges.http.errors import problems
from unbland.edges.http.metrics import CONTENT_TYPE, Metrics
from unbland.edges.http.requests import JsonRoute, service_of
from unbland.edges.wire import review_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Readiness:
    """Whether the service can do its work."""

    status: str
    #: Who writes.
    engine: str
    #: The parts that are in the way, as machine words: `database`, `schema`, `disk`.
    wrong: list[str] = field(default_factory=list)


router = APIRouter(route_class=JsonRoute)


@router.post("/v1/reviews", responses=problems(400, 413, 415, 422), tags=["postings"])
async def create_review(
    body: Annotated[ReviewBody, Body(examples=[REVIEW_EXAMPLE])],
    request: Request,
    _: Reviewing,
) -> Review:
    """Say what the guide says of a posting, and score it; nothing is rewritten and no model is asked."""
    return await asyncio.to_thread(_reviewed, body, service_of(request).settings.max_draft_bytes)


def _reviewed(body: ReviewBody, limit: int) -> Review:
    """All of the work, in one thread."""
    draft, facts = taken_in(draft_from(body.draft.content, body.draft.format, limit), body.facts)
    return review_of(look(draft, facts, body.options.options))


@router.get("/healthz", tags=["operation"])
async def is_alive() -> dict[str, str]:
    """Whether the process answers."""
    return {"status": "ok"}


@router.get("/readyz", tags=["operation"], responses={503: {"model": Readiness, "description": "It cannot"}})
async def is_ready(request: Request, response: Response) -> Readiness:
    """Whether it can rewrite, with what, and what is wrong where it cannot."""
    service = service_of(request)
    health = service.application.health()
    wrong = await service.wrong()
    wants = service.settings.engine == "llm"
    if wrong or (health.refused and wants):
        response.status_code = HTTPStatus.SERVICE_UNAVAILABLE
        return Readiness(status="unavailable", engine="", wrong=[*wrong, *health.wrong])
    engine = "llm" if service.application.model else "editor"
    return Readiness(status="degraded" if health.wrong else "ok", engine=engine, wrong=list(health.wrong))


@router.get("/metrics", tags=["operation"], response_class=PlainTextResponse)
async def metrics(request: Request) -> Response:
    """What was asked, what models were called, and what became of it, for Prometheus."""
    counted: Metrics = request.app.state.metrics
    return Response(counted.page(), media_type=CONTENT_TYPE)
