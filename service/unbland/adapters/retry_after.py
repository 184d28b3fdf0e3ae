"""How long a provider asks to wait: Retry-After in seconds, in milliseconds, or as a date (RFC 9110, 10.2.3)."""

from __future__ import annotations

import math
from collections.abc import Mapping
from email.utils import parsedate_to_datetime


def retry_after(headers: Mapping[str, str], now: float) -> float | None:
    """The seconds to wait from `now`, a Unix time; None where the headers do not say so in a way one can follow."""
    if (milliseconds := _number(headers.get("retry-after-ms"))) is not None:
        return milliseconds / 1000
    said = headers.get("retry-after")
    return seconds if (seconds := _number(said)) is not None else _until(said, now)


def _number(said: str | None) -> float | None:
    """A number that can be waited for."""
    try:
        number = float(said or "")
    except ValueError:
        return None
    return number if math.isfinite(number) and number >= 0 else None


def _until(said: str | None, now: float) -> float | None:
    """The seconds from `now` to an HTTP date, which may have passed."""
    try:
        return max(0.0, parsedate_to_datetime(said or "").timestamp() - now)
    except (ValueError, OverflowError):
        return None
