"""The books over HTTP: what a tenant used and may use, and the trail of who decided what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated

from fastapi import APIRouter, Query, Request

from unbland.application.books.model import MICROS, Day, Entry, Limits, Usage
from unbland.edges.http.callers import Auditing, Rewriting
from unbland.edges.http.errors import problems
from unbland.edges.http.requests import JsonRoute, service_of

router = APIRouter(route_class=JsonRoute, tags=["books"])

_DAYS, _MOST_DAYS = 30, 400
_PAGE, _LONGEST_PAGE = 50, 200


@dataclass(frozen=True, slots=True, kw_only=True)
class UsageDay:
    """What was used on one day."""

    #: In UTC.
    day: date
    #: Rewrites that ended.
    rewrites: int
    #: Calls to models.
    calls: int
    input_tokens: int
    output_tokens: int
    #: US dollars at list prices; 0 where a model has none.
    cost: float


@dataclass(frozen=True, slots=True, kw_only=True)
class UsageLimits:
    """What may be used; null: any number."""

    tokens_per_day: int | None
    #: US dollars.
    cost_per_day: float | None
    under_way: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class UsageBody:
    """What a tenant used, and may use."""

    #: Rewrites that wait or are worked on now.
    under_way: int
    #: Tokens that are set aside for them.
    tokens_set_aside: int
    limits: UsageLimits
    #: The days that something was used on, the newest first.
    days: Sequence[UsageDay]


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditEntry:
    """One line of the audit trail."""

    id: str
    at: datetime
    #: Who, as the caller named them; `operator` for a command on the service's machine.
    actor: str
    #: The id of the key that was used; empty where none is asked for.
    key: str
    action: str
    #: The id of the rewrite or the key.
    subject: str
    #: The SHA-256 of the Markdown that was decided on; empty for keys.
    artifact: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditPage:
    """Some of the audit trail, the newest first."""

    data: Sequence[AuditEntry]
    #: Whether there are older ones; `starting_after` the last id gives them.
    has_more: bool


@router.get("/v1/usage", responses=problems(422, 503))
async def get_usage(
    request: Request,
    caller: Rewriting,
    days: Annotated[int, Query(ge=1, le=_MOST_DAYS, description="How many days back.")] = _DAYS,
) -> UsageBody:
    """What the tenant used day by day in UTC, what is under way, and the limits."""
    return _usage(await service_of(request).books.usage(caller.tenant, days))


@router.get("/v1/audit", responses=problems(404, 422, 503))
async def list_audit(
    request: Request,
    caller: Auditing,
    limit: Annotated[int, Query(ge=1, le=_LONGEST_PAGE)] = _PAGE,
    starting_after: Annotated[str | None, Query(max_length=64, description="The last id of the page before.")] = None,
) -> AuditPage:
    """Who accepted, rejected, made, rotated or revoked what, and when; never text."""
    found = await service_of(request).books.entries(caller.tenant, after=starting_after, limit=limit + 1)
    return AuditPage(data=[_entry(entry) for entry in found[:limit]], has_more=len(found) > limit)


def _usage(usage: Usage) -> UsageBody:
    return UsageBody(
        under_way=usage.standing.under_way,
        tokens_set_aside=usage.standing.aside.tokens,
        limits=_limits(usage.limits),
        days=[_day(day) for day in usage.days],
    )


def _limits(limits: Limits) -> UsageLimits:
    return UsageLimits(
        tokens_per_day=limits.tokens or None,
        cost_per_day=limits.micros / MICROS if limits.micros else None,
        under_way=limits.under_way or None,
    )


def _day(day: Day) -> UsageDay:
    return UsageDay(
        day=day.day,
        rewrites=day.rewrites,
        calls=day.spent.calls,
        input_tokens=day.spent.input_tokens,
        output_tokens=day.spent.output_tokens,
        cost=day.spent.micros / MICROS,
    )


def _entry(entry: Entry) -> AuditEntry:
    return AuditEntry(
        id=entry.id,
        at=entry.at,
        actor=entry.actor,
        key=entry.key,
        action=entry.action,
        subject=entry.subject,
        artifact=entry.artifact,
    )
