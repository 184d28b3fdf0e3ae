"""How much a tenant may ask for, told in its answers: requests in a moving minute, by process; quotas, by tenant."""

from __future__ import annotations

import math
import time
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager, suppress

from fastapi import Request
from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from unbland.application.books.model import Policy
from unbland.edges.http.requests import service_of
from unbland.errors import DatabaseDown, TooMany

#: Seconds that the wall clock may run ahead of the steady one, or behind, before it counts as set anew.
_JUMP = 5.0


class Limiter:
    """Counts the requests of each tenant."""

    def __init__(self, per_minute: int) -> None:
        """Take how many requests a tenant may make a minute; 0 for any number."""
        self._item = RateLimitItemPerMinute(per_minute) if per_minute else None
        self._storage = MemoryStorage()
        self._window = MovingWindowRateLimiter(self._storage)
        self._drift = time.time() - time.monotonic()

    def count(self, tenant: str, request: Request) -> None:
        """Count a request, and leave what it comes to for the headers (draft-ietf-httpapi-ratelimit-headers).

        Raises TooMany.
        """
        if self._item is None:
            return
        self._watch_the_clock()
        allowed = self._window.hit(self._item, tenant)
        reset, left = self._window.get_window_stats(self._item, tenant)
        seconds = max(1, math.ceil(reset - time.time()))
        minute = Policy(
            name=TooMany.policy, quota=self._item.amount, left=left, unit="requests", window=60, reset=seconds
        )
        tell(request, [minute])
        if not allowed:
            raise TooMany(seconds=seconds)

    def _watch_the_clock(self) -> None:
        """Begin anew where the clock was set: the library counts by it, and a tenant would be shut out for hours."""
        drift = time.time() - time.monotonic()
        if abs(drift - self._drift) > _JUMP:
            self._storage.reset()
        self._drift = drift


def tell(request: Request, policies: Iterable[Policy]) -> None:
    """Leave policies for the headers of the answer, beside those that are there."""
    told = request.scope.setdefault("state", {}).setdefault("limits", {})
    for policy in policies:
        window = "" if policy.window is None else f";w={policy.window}"
        unit = "" if policy.unit == "requests" else f';qu="{policy.unit}"'
        reset = "" if policy.reset is None else f";t={policy.reset}"
        _add(told, "RateLimit-Policy", f'"{policy.name}";q={policy.quota}{window}{unit}')
        _add(told, "RateLimit", f'"{policy.name}";r={policy.left}{reset}')


@asynccontextmanager
async def quotas_told(request: Request, tenant: str) -> AsyncIterator[None]:
    """Tell what is left of the tenant's quotas when this closes, in refusals too."""
    try:
        yield
    finally:
        with suppress(DatabaseDown):
            tell(request, await service_of(request).books.policies(tenant))


def _add(told: dict[str, str], name: str, item: str) -> None:
    told[name] = f"{told[name]}, {item}" if name in told else item
