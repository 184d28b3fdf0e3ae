"""How many requests a tenant may make: a moving minute, counted in this process and told in every answer."""

from __future__ import annotations

import math
import time

from fastapi import Request
from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from unbland.errors import TooMany


class Limiter:
    """Counts the requests of each tenant."""

    def __init__(self, per_minute: int) -> None:
        """Take how many requests a tenant may make a minute; 0 for any number."""
        self._item = RateLimitItemPerMinute(per_minute) if per_minute else None
        self._window = MovingWindowRateLimiter(MemoryStorage())

    def count(self, tenant: str, request: Request) -> None:
        """Count a request, and leave what it comes to for the headers (draft-ietf-httpapi-ratelimit-headers).

        Raises TooMany.
        """
        if self._item is None:
            return
        allowed = self._window.hit(self._item, tenant)
        reset, left = self._window.get_window_stats(self._item, tenant)
        seconds = max(1, math.ceil(reset - time.time()))
        request.state.limits = {
            "RateLimit-Policy": f'"minute";q={self._item.amount};w=60',
            "RateLimit": f'"minute";r={left};t={seconds}',
        }
        if not allowed:
            raise TooMany(seconds=seconds)
