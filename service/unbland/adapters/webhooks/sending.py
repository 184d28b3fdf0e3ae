"""Requests to endpoints: to the address that was vetted, without redirects, within a time, and no body is read."""

from __future__ import annotations

import asyncio
import ssl
import time
from collections.abc import Mapping
from dataclasses import dataclass, field

import httpx2

from unbland.adapters.retry_after import retry_after
from unbland.adapters.trust import trust
from unbland.adapters.webhooks.addresses import Resolver, Target, is_public, resolve, target
from unbland.application.webhooks.model import Answer
from unbland.errors import WebhookRefused

#: Seconds that an endpoint may take; the specification says 15 to 30.
_SECONDS = 20.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Doors:
    """How hosts are found, and what may be called; a test finds its own receiver by another one."""

    resolve: Resolver = resolve
    ports: frozenset[int] = frozenset({443})
    allows: Mapping[str, bool] = field(default_factory=dict)
    trust: ssl.SSLContext = field(default_factory=trust)
    seconds: float = _SECONDS

    def open(self, address: str) -> bool:
        """Whether an address may be called."""
        return self.allows.get(address, is_public(address))


class HttpSender:
    """The way to an endpoint over HTTP; see `Sender`."""

    def __init__(self, doors: Doors | None = None) -> None:
        """Take the doors; without, those of the open network."""
        self._doors = doors or Doors()

    async def vet(self, url: str) -> None:
        """Raise WebhookRefused for an address that we do not call; see the port."""
        try:
            await self._address(target(url, self._doors.ports))
        except OSError:
            raise WebhookRefused("The host of the endpoint is not known; mend the URL.") from None

    async def send(self, url: str, headers: Mapping[str, str], body: bytes) -> Answer:
        """What the endpoint answers; see the port."""
        try:
            async with asyncio.timeout(self._doors.seconds):
                door = target(url, self._doors.ports)
                return await self._post(door, await self._address(door), headers, body)
        except WebhookRefused:
            return Answer(status=None, why="refused_address")
        except (TimeoutError, httpx2.TimeoutException):
            return Answer(status=None, why="timeout")
        except (OSError, httpx2.HTTPError):
            return Answer(status=None, why="unreachable")

    async def _address(self, door: Target) -> str:
        """The address to call: every one of the host's must be one that may be called."""
        found = await self._doors.resolve(door.host)
        if not found or not all(self._doors.open(address) for address in found):
            raise WebhookRefused
        return found[0]

    async def _post(self, door: Target, address: str, headers: Mapping[str, str], body: bytes) -> Answer:
        """Call the address itself: a name that is asked for again could by then mean another."""
        shown = f"[{address}]" if ":" in address else address
        host = door.host if door.port == 443 else f"{door.host}:{door.port}"  # noqa: PLR2004 - https's own
        # Half the time to connect, which the client ends itself: a handshake that is cancelled leaves its socket open.
        times = httpx2.Timeout(None, connect=self._doors.seconds / 2)
        client = httpx2.AsyncClient(verify=self._doors.trust, trust_env=False, follow_redirects=False, timeout=times)
        async with client:
            request = client.build_request(
                "POST",
                f"https://{shown}:{door.port}{door.path}",
                headers={**headers, "host": host},
                content=body,
                extensions={"sni_hostname": door.host},
            )
            answer = await client.send(request, stream=True)
            await answer.aclose()
            return Answer(status=answer.status_code, retry_after=retry_after(answer.headers, time.time()))
