"""What webhooks need of the outside."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Protocol

from unbland.application.webhooks.model import Answer, Delivery, Endpoint


class WebhookStore(Protocol):
    """Where endpoints and deliveries last; the rows of one tenant are nobody else's."""

    async def add(self, endpoint: Endpoint) -> None:
        """Keep an endpoint."""
        ...

    async def get(self, tenant: str, id_: str) -> Endpoint:
        """The endpoint; raises NoSuchWebhook."""
        ...

    async def all(self, tenant: str) -> tuple[Endpoint, ...]:
        """The tenant's endpoints, the oldest first."""
        ...

    async def change(self, tenant: str, id_: str, how: Callable[[Endpoint], Endpoint]) -> Endpoint:
        """Keep the secrets that `how` gives it, and whether it is switched off; raises NoSuchWebhook.

        What is changed at the same time is changed one after the other, and each is given what the one before left.
        """
        ...

    async def switch_off(self, id_: str, why: str) -> None:
        """Tell it nothing any more; its secrets stay, which may have been changed since it was read."""
        ...

    async def remove(self, tenant: str, id_: str) -> None:
        """Delete an endpoint and its deliveries; raises NoSuchWebhook."""
        ...

    async def deliveries(
        self, tenant: str, endpoint: str, limit: int, after: str | None = None
    ) -> tuple[Delivery, ...]:
        """The newest first, from the one after this id; raises NoSuchWebhook."""
        ...

    async def replay(self, tenant: str, endpoint: str, id_: str, now: datetime) -> Delivery:
        """Have it delivered once more, from the start of the schedule; raises NoSuchWebhook."""
        ...

    async def claim(
        self, now: datetime, until: datetime, limit: int, of_one: int
    ) -> tuple[tuple[Delivery, Endpoint], ...]:
        """What is due, one attempt more each; nobody else gets it before `until`, nor then if it was settled.

        An endpoint has at most `of_one` under way, and those with fewest come first.
        """
        ...

    async def settle(self, delivery: Delivery) -> None:
        """Keep what came of the attempt, unless another attempt was begun meanwhile."""
        ...


class Sender(Protocol):
    """The way to an endpoint."""

    async def vet(self, url: str) -> None:
        """Raise WebhookRefused for an address that we do not call."""
        ...

    async def send(self, url: str, headers: Mapping[str, str], body: bytes) -> Answer:
        """What the endpoint answers; the address is looked at anew, and called as it was looked at."""
        ...
