"""What the service answers: parse, one call of the application, render."""

from __future__ import annotations

import asyncio
from typing import Annotated, Any

from fastapi import APIRouter, Body, Request

from unbland.application.intake import taken_in
from unbland.application.result import Rewrite
from unbland.application.review import Draft, look
from unbland.bootstrap import Application
from unbland.core.guide.model import Review
from unbland.edges.drafts import draft_from
from unbland.edges.http.bodies import REVIEW_EXAMPLE, REWRITE_EXAMPLE, DraftBody, ReviewBody, RewriteBody
from unbland.edges.http.errors import MEDIA_TYPE, Problem
from unbland.edges.http.requests import JsonRoute
from unbland.edges.wire import review_of

_REFUSALS = {
    400: "The body is no JSON",
    413: "The draft is too large",
    415: "The body is not sent as JSON",
    422: "A field is wrong, the facts contradict themselves, or the draft holds no text",
    503: "The llm engine is asked for and no model is set",
}

#: The refusals as the API page shows them. (`Any` is the framework's own type for it.)
_PROBLEMS: dict[int | str, dict[str, Any]] = {
    status: {"description": text, "content": {MEDIA_TYPE: {"schema": Problem.model_json_schema()}}}
    for status, text in _REFUSALS.items()
}

router = APIRouter(route_class=JsonRoute)


@router.post("/v1/rewrites", responses=_PROBLEMS, tags=["postings"])
async def create_rewrite(body: Annotated[RewriteBody, Body(examples=[REWRITE_EXAMPLE])], request: Request) -> Rewrite:
    """Rewrite a posting from what the draft and the facts say, and ask for what neither does."""
    application = _application(request)
    draft = await _draft(body.draft, application)
    options = body.options
    return await application.rewriter.rewrite(draft, body.facts, options.engine, verify=options.verify)


@router.post("/v1/reviews", responses=_PROBLEMS, tags=["postings"])
async def create_review(body: Annotated[ReviewBody, Body(examples=[REVIEW_EXAMPLE])], request: Request) -> Review:
    """Say what the guide says of a posting, and score it; nothing is rewritten and no model is asked."""
    draft, facts = taken_in(await _draft(body.draft, _application(request)), body.facts)
    return review_of(await asyncio.to_thread(look, draft, facts, body.options.options))


@router.get("/healthz", tags=["operation"])
async def is_alive() -> dict[str, str]:
    """Whether the process answers."""
    return {"status": "ok"}


@router.get("/readyz", tags=["operation"])
async def is_ready(request: Request) -> dict[str, str]:
    """Whether it can rewrite, and with what."""
    return {"status": "ok", "engine": "llm" if _application(request).model else "editor"}


async def _draft(body: DraftBody, application: Application) -> Draft:
    """The draft; a file is read in a process of its own, for which nobody else waits."""
    return await asyncio.to_thread(draft_from, body.content, body.format, application.settings.max_draft_bytes)


def _application(request: Request) -> Application:
    application: Application = request.app.state.application
    return application
