"""Webhooks over HTTP: endpoints named, rotated, deleted; deliveries seen and had again."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Body, Path, Query, Request, Response, status
from pydantic import BaseModel, ConfigDict, Field

from unbland.application.webhooks.model import Delivery, Endpoint, Told
from unbland.application.webhooks.service import Webhooks
from unbland.edges.http.callers import Webhooking
from unbland.edges.http.errors import problems
from unbland.edges.http.requests import JsonRoute, service_of

router = APIRouter(route_class=JsonRoute, tags=["webhooks"], prefix="/v1/webhooks")

WebhookId = Annotated[str, Path(description="The id of an endpoint.")]

WEBHOOK_EXAMPLE = {"url": "https://ats.example.com/hooks/unbland", "events": ["rewrite.done"]}


class WebhookBody(BaseModel):
    """An endpoint to be told."""

    model_config = ConfigDict(extra="forbid", title="Webhook")

    url: str = Field(description="Where deliveries go: https, port 443, a public host.", max_length=2000)
    events: tuple[Told, ...] = Field(default=(), description="What it is told of; without a word, everything.")


@dataclass(frozen=True, slots=True, kw_only=True)
class WebhookOut:
    """An endpoint."""

    id: str
    url: str
    events: tuple[Told, ...]
    created: datetime
    #: Why it is told nothing any more; a new secret by `rotate` switches it on again.
    disabled: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewWebhook(WebhookOut):
    """An endpoint with a new secret, which is shown this once."""

    secret: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WebhookList:
    """The tenant's endpoints, the oldest first."""

    data: tuple[WebhookOut, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryList:
    """What was and will be delivered, the newest first."""

    data: tuple[Delivery, ...]
    #: Whether there are older ones; `starting_after` the last id gives them.
    has_more: bool


@router.post("", responses=problems(400, 413, 415, 422), status_code=status.HTTP_201_CREATED)
async def create_webhook(
    body: Annotated[WebhookBody, Body(examples=[WEBHOOK_EXAMPLE])], request: Request, caller: Webhooking
) -> NewWebhook:
    """Name an endpoint; its secret is shown once."""
    return _new(await _webhooks(request).create(caller.tenant, body.url, body.events))


@router.get("", responses=problems())
async def list_webhooks(request: Request, caller: Webhooking) -> WebhookList:
    """The endpoints."""
    return WebhookList(data=tuple(_out(one) for one in await _webhooks(request).all(caller.tenant)))


@router.get("/{webhook}", responses=problems(404))
async def get_webhook(webhook: WebhookId, request: Request, caller: Webhooking) -> WebhookOut:
    """One endpoint."""
    return _out(await _webhooks(request).get(caller.tenant, webhook))


@router.delete("/{webhook}", responses=problems(404), status_code=status.HTTP_204_NO_CONTENT, response_class=Response)
async def delete_webhook(webhook: WebhookId, request: Request, caller: Webhooking) -> None:
    """Tell an endpoint nothing any more, and forget what was on its way."""
    await _webhooks(request).remove(caller.tenant, webhook)


@router.post("/{webhook}/rotate", responses=problems(404, 422))
async def rotate_webhook(webhook: WebhookId, request: Request, caller: Webhooking) -> NewWebhook:
    """Sign with a new secret; the one before signs too for a day. An endpoint that was switched off is told again."""
    return _new(await _webhooks(request).rotate(caller.tenant, webhook))


@router.get("/{webhook}/deliveries", responses=problems(404, 422))
async def list_deliveries(
    webhook: WebhookId,
    request: Request,
    caller: Webhooking,
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
    starting_after: Annotated[str | None, Query(max_length=64, description="The last id of the page before.")] = None,
) -> DeliveryList:
    """What was and will be delivered."""
    found = await _webhooks(request).deliveries(caller.tenant, webhook, limit + 1, starting_after)
    return DeliveryList(data=found[:limit], has_more=len(found) > limit)


@router.post("/{webhook}/deliveries/{delivery}/replay", responses=problems(404))
async def replay_delivery(
    webhook: WebhookId,
    delivery: Annotated[str, Path(description="The id of a delivery.")],
    request: Request,
    caller: Webhooking,
) -> Delivery:
    """Deliver once more, under the same id."""
    return await _webhooks(request).replay(caller.tenant, webhook, delivery)


def _webhooks(request: Request) -> Webhooks:
    return service_of(request).webhooks


def _out(endpoint: Endpoint) -> WebhookOut:
    return WebhookOut(
        id=endpoint.id,
        url=endpoint.url,
        events=tuple(sorted(endpoint.events)),
        created=endpoint.created,
        disabled=endpoint.disabled,
    )


def _new(endpoint: Endpoint) -> NewWebhook:
    return NewWebhook(**asdict(_out(endpoint)), secret=endpoint.secrets[0].text)
