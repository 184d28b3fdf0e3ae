"""Events of applicant tracking systems: verified over the bytes as they came, then noted, and answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Path, Request

from unbland.application.connectors.refusals import WrongSignature
from unbland.edges.http.errors import refusals
from unbland.edges.http.requests import JsonRoute, service_of
from unbland.edges.http.statuses import SAID

router = APIRouter(route_class=JsonRoute, tags=["connectors"])

#: What the API page shows: the least that the systems send, in the vendors' names.
GREENHOUSE_EXAMPLE = {"action": "job_post_updated", "payload": {"id": 1813002, "job_id": 1842002}}
ASHBY_EXAMPLE = {
    "action": "jobPostingUpdate",
    "data": {"jobPosting": {"id": "11111111-0000-4000-8000-000000000001"}},
}

_BODY: dict[str, Any] = {
    "required": True,
    "description": "An event as the system sends it, of which only the action and the id of the posting are read.",
    "content": {
        "application/json": {
            "schema": {"type": "object"},
            "examples": {"greenhouse": {"value": GREENHOUSE_EXAMPLE}, "ashby": {"value": ASHBY_EXAMPLE}},
        }
    },
}

_SAID = {
    400: "The event is no JSON object, or is about a posting and does not name it",
    401: "The bytes are not signed with the secret",
    404: "There is no such system, or no secret for it",
    413: "The event is larger than a posting can be",
    415: "The body is packed",
    503: SAID[503],
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What was made of an event."""

    #: Whether a posting is looked at; an event about anything else is taken and left.
    noted: bool


@router.post(
    "/v1/connectors/{system}/events",
    responses=refusals(_SAID),
    openapi_extra={"requestBody": _BODY},
)
async def hear_event(
    system: Annotated[str, Path(description="Whose event it is: `greenhouse` or `ashby`.")], request: Request
) -> Heard:
    """Be told by an applicant tracking system that a posting changed, signed as it signs its webhooks.

    The posting is read anew and a text proposed for it, which waits for a person. No key of ours is asked for.
    """
    room = service_of(request).hints
    of, events = room.events(system)
    if not events.is_signed(request.headers, await request.body()):
        raise WrongSignature
    posting = events.posting_of(await request.json())
    if posting is not None:
        await room.hints.note(of, posting)
    return Heard(noted=posting is not None)
