"""Deliveries: what is due is signed and sent, and what fails comes again by the schedule."""

from __future__ import annotations

import asyncio
import json
import logging
import secrets
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta

from standardwebhooks import Webhook

from unbland.application.webhooks.model import Answer, Delivery, Endpoint, Fate, pause
from unbland.application.webhooks.service import WebhookMeans
from unbland.errors import DatabaseDown

_LOG = logging.getLogger(__name__)

#: Seconds between two looks for what is due.
_LOOK = 1.0

#: Deliveries under way at a time.
_AT_ONCE = 20

#: How long an attempt is another process's business; an attempt takes 20 s at most.
_CLAIM = timedelta(seconds=60)

#: The endpoint says that it is gone for good.
_GONE = 410


class Deliverer:
    """Delivers in this process; any number of processes may."""

    def __init__(self, means: WebhookMeans) -> None:
        """Take where deliveries last, and the way to endpoints."""
        self._means = means

    async def run(self, over: asyncio.Event) -> None:
        """Deliver what comes due until told to stop; an attempt under way is ended first."""
        while not over.is_set():
            with suppress(DatabaseDown):
                while await self.deliver() and not over.is_set():
                    pass
            with suppress(TimeoutError):
                async with asyncio.timeout(_LOOK):
                    await over.wait()

    async def deliver(self) -> int:
        """One attempt for each of what is due now; how many there were. Raises DatabaseDown."""
        now = self._means.now()
        due = await self._means.store.claim(now, now + _CLAIM, _AT_ONCE)
        await asyncio.gather(*(self._attempt(delivery, endpoint) for delivery, endpoint in due))
        return len(due)

    async def _attempt(self, delivery: Delivery, endpoint: Endpoint) -> None:
        now, body = self._means.now(), json.dumps(delivery.body, separators=(",", ":"))
        if endpoint.signing(now):
            answer = await self._means.sender.send(endpoint.url, _headers(delivery, endpoint, now, body), body.encode())
        else:  # what is not signed proves nothing to whoever gets it
            answer = Answer(status=None, why="sealed")
        if answer.status == _GONE:
            await self._means.store.change(replace(endpoint, disabled="It answered 410 Gone."))
        await self._means.store.settle(_settled(delivery, answer, self._means.now()))
        about = {"webhook": endpoint.id, "delivery": delivery.id, "attempt": delivery.attempts, "outcome": answer.word}
        _LOG.info("webhook attempt", extra={"action": "webhook.attempt", **about})


def _headers(delivery: Delivery, endpoint: Endpoint, now: datetime, body: str) -> dict[str, str]:
    """The headers of Standard Webhooks 1.0.0, a signature for each secret that holds."""
    signatures = (Webhook(secret).sign(delivery.id, now, body) for secret in endpoint.signing(now))
    return {
        "content-type": "application/json",
        "webhook-id": delivery.id,
        "webhook-timestamp": str(int(now.timestamp())),
        "webhook-signature": " ".join(signatures),
    }


def _settled(delivery: Delivery, answer: Answer, now: datetime) -> Delivery:
    """The delivery after an attempt."""
    over = replace(delivery, due=None, outcome=answer.word)
    if answer.delivered:
        return replace(over, fate=Fate.DELIVERED)
    wait = None if answer.status == _GONE else pause(delivery.attempts, answer, secrets.randbelow(1000) / 1000)
    return replace(over, fate=Fate.FAILED) if wait is None else replace(over, fate=Fate.PENDING, due=now + wait)
