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

#: Deliveries under way at a time, and to one endpoint, over all processes: one that is silent holds up no other.
_AT_ONCE = 20
_OF_ONE = 5

#: How long an attempt is another process's business; an attempt takes 20 s at most.
_CLAIM = timedelta(seconds=60)

#: The endpoint says that it is gone for good.
_GONE = 410


class Deliverer:
    """Delivers in this process; any number of processes may."""

    def __init__(self, means: WebhookMeans) -> None:
        """Take where deliveries last, and the way to endpoints."""
        self._means = means
        self._under_way: set[asyncio.Task[None]] = set()

    async def run(self, over: asyncio.Event) -> None:
        """Deliver what comes due until told to stop; attempts under way are ended first."""
        while not over.is_set():
            begun = 0
            with suppress(DatabaseDown):
                begun = await self._begin()
            if begun:
                continue
            if self._under_way:
                await asyncio.wait(self._under_way, timeout=_LOOK, return_when=asyncio.FIRST_COMPLETED)
                continue
            with suppress(TimeoutError):
                async with asyncio.timeout(_LOOK):
                    await over.wait()
        await asyncio.gather(*self._under_way)

    async def deliver(self) -> int:
        """One attempt for each of what is due now, to its end; how many there were. Raises DatabaseDown."""
        begun = await self._begin()
        await asyncio.gather(*self._under_way)
        return begun

    async def _begin(self) -> int:
        """Begin an attempt for what is due and has a place; how many there were. Raises DatabaseDown."""
        now, places = self._means.now(), _AT_ONCE - len(self._under_way)
        due = await self._means.store.claim(now, now + _CLAIM, places, _OF_ONE) if places else ()
        for delivery, endpoint in due:
            task = asyncio.create_task(self._one(delivery, endpoint))
            self._under_way.add(task)
            task.add_done_callback(self._under_way.discard)
        return len(due)

    async def _one(self, delivery: Delivery, endpoint: Endpoint) -> None:
        """One attempt; one that breaks is made again when its claim has run out, and ends no other."""
        try:
            await self._attempt(delivery, endpoint)
        except DatabaseDown:
            pass
        except Exception:  # noqa: BLE001 - a fault of ours, or of one endpoint
            _LOG.exception("work broke", extra={"action": "work.broke", "kind": "webhook", "id": delivery.id})

    async def _attempt(self, delivery: Delivery, endpoint: Endpoint) -> None:
        now, body = self._means.now(), json.dumps(delivery.body, separators=(",", ":"))
        if endpoint.signing(now):
            answer = await self._means.sender.send(endpoint.url, _headers(delivery, endpoint, now, body), body.encode())
        else:  # what is not signed proves nothing to whoever gets it
            answer = Answer(status=None, why="sealed")
        if answer.status == _GONE:
            await self._means.store.switch_off(endpoint.id, "It answered 410 Gone.")
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
