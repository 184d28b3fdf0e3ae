"""The use cases of webhooks: name an endpoint, change its secret, see what was delivered, have it again."""

from __future__ import annotations

import base64
import secrets
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial

from unbland.application.webhooks.model import SECRET_PREFIX, Delivery, Endpoint, Secret, Told
from unbland.application.webhooks.ports import Sender, WebhookStore
from unbland.errors import WebhookRefused

#: Bytes of a secret; the specification asks for 24 to 64.
_SECRET = 32

#: How long the secret before still signs, so that a receiver can change over.
OVERLAP = timedelta(hours=24)

#: Secrets that sign at a time: each is a signature more in a header.
_MOST_SECRETS = 5

#: A tenant has no use for more, and each is one delivery an event.
_MOST = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class WebhookMeans:
    """What the use cases and the deliveries share."""

    store: WebhookStore
    sender: Sender
    #: The time, in UTC.
    now: Callable[[], datetime]
    new_id: Callable[[], str]


class Webhooks:
    """The endpoints of every tenant."""

    def __init__(self, means: WebhookMeans) -> None:
        """Take where they last, and who vets addresses."""
        self._means = means

    async def create(self, tenant: str, url: str, events: Collection[Told]) -> Endpoint:
        """Keep an endpoint with a new secret; raises WebhookRefused for an address that we do not call."""
        means = self._means
        await means.sender.vet(url)
        if len(await means.store.all(tenant)) >= _MOST:
            raise WebhookRefused(f"There are {_MOST} endpoints already; delete one first.")
        endpoint = Endpoint(
            id=means.new_id(),
            tenant=tenant,
            url=url,
            events=frozenset(events or Told),
            secrets=(_new_secret(),),
            created=means.now(),
        )
        await means.store.add(endpoint)
        return endpoint

    async def all(self, tenant: str) -> tuple[Endpoint, ...]:
        """The tenant's endpoints, the oldest first."""
        return await self._means.store.all(tenant)

    async def get(self, tenant: str, id_: str) -> Endpoint:
        """One endpoint; raises NoSuchWebhook."""
        return await self._means.store.get(tenant, id_)

    async def remove(self, tenant: str, id_: str) -> None:
        """Delete an endpoint and what was on its way; raises NoSuchWebhook."""
        await self._means.store.remove(tenant, id_)

    async def rotate(self, tenant: str, id_: str) -> Endpoint:
        """Sign with a new secret, and with the one before for a day; an endpoint that was switched off is told again.

        One that is still in its day signs on: whoever lost the answer and rotates again has only the first of all.
        Raises NoSuchWebhook, and WebhookRefused where its address may no longer be called.
        """
        means = self._means
        await means.sender.vet((await means.store.get(tenant, id_)).url)
        return await means.store.change(tenant, id_, partial(_rotated, now=means.now()))

    async def deliveries(self, tenant: str, id_: str, limit: int, after: str | None = None) -> tuple[Delivery, ...]:
        """What was and will be delivered, the newest first, from the one after this id; raises NoSuchWebhook."""
        return await self._means.store.deliveries(tenant, id_, limit, after)

    async def replay(self, tenant: str, endpoint: str, id_: str) -> Delivery:
        """Deliver once more, under the same id; raises NoSuchWebhook."""
        return await self._means.store.replay(tenant, endpoint, id_, self._means.now())


def _rotated(endpoint: Endpoint, now: datetime) -> Endpoint:
    """The endpoint with a new secret before those that hold; it is on."""
    before = replace(endpoint.secrets[0], until=now + OVERLAP)
    older = [secret for secret in endpoint.secrets[1:] if secret.until is not None and now < secret.until]
    return replace(endpoint, secrets=(_new_secret(), before, *older)[:_MOST_SECRETS], disabled=None)


def _new_secret() -> Secret:
    return Secret(text=SECRET_PREFIX + base64.b64encode(secrets.token_bytes(_SECRET)).decode())
