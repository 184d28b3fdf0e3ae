"""The books of a tenant: what it used day by day, what it may use, and who did what. Never text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

#: Money is kept in millionths of a US dollar, since sums of floating numbers drift.
MICROS = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Spent:
    """What was spent on models: calls, tokens as the providers count them, and millionths of a US dollar."""

    calls: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    micros: int = 0

    def __add__(self, other: Spent) -> Spent:
        """Both together."""
        return Spent(
            calls=self.calls + other.calls,
            input_tokens=self.input_tokens + other.input_tokens,
            output_tokens=self.output_tokens + other.output_tokens,
            micros=self.micros + other.micros,
        )

    @property
    def tokens(self) -> int:
        """Both ways."""
        return self.input_tokens + self.output_tokens


NOTHING = Spent()


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """What is set aside for a rewrite until its end tells what it took; nothing for one that asks no model."""

    tokens: int = 0
    micros: int = 0


NOTHING_ASIDE = Aside()


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """What a tenant used on one day, in UTC."""

    day: date
    #: Rewrites that ended.
    rewrites: int = 0
    spent: Spent = NOTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What a tenant used today, and what it has under way."""

    spent: Spent = NOTHING
    #: Rewrites that wait or are worked on, and what is set aside for all of them.
    under_way: int = 0
    aside: Aside = NOTHING_ASIDE


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a tenant may use; 0 stands for any number."""

    #: Tokens both ways, a day in UTC.
    tokens: int = 0
    #: Millionths of a US dollar, a day in UTC.
    micros: int = 0
    #: Rewrites that wait or are worked on at a time.
    under_way: int = 0


NO_LIMITS = Limits()


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """One limit and what is left of it, in the terms of draft-ietf-httpapi-ratelimit-headers."""

    name: str
    quota: int
    left: int
    #: What is counted.
    unit: str
    #: Seconds of the window; None where nothing runs out with time.
    window: int | None = None
    #: Seconds until it is whole again.
    reset: int | None = None


class Action(StrEnum):
    """What somebody did."""

    ACCEPTED = "rewrite.accepted"
    REJECTED = "rewrite.rejected"
    KEY_CREATED = "key.created"
    KEY_ROTATED = "key.rotated"
    KEY_REVOKED = "key.revoked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the audit trail."""

    id: str
    tenant: str
    at: datetime
    #: Who, in the words of the caller; `operator` for a command on the service's own machine.
    actor: str
    action: Action
    #: The id of the rewrite or the key.
    subject: str
    #: The SHA-256 of the text that was decided on; empty for keys.
    artifact: str = ""
    #: The id of the key that the caller used; empty where none is asked for.
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """What a tenant used and may use, as `GET /v1/usage` tells it."""

    standing: Standing
    limits: Limits
    #: The newest first.
    days: Sequence[Day]


def day_of(now: datetime) -> date:
    """The day in UTC that usage counts for."""
    return now.astimezone(UTC).date()


def midnight_after(now: datetime) -> datetime:
    """When the next day begins, in UTC."""
    return datetime.combine(day_of(now) + timedelta(days=1), time(), UTC)


def seconds_to_midnight(now: datetime) -> int:
    """Whole seconds until the next day begins, at least one."""
    return max(1, -int((now - midnight_after(now)).total_seconds() // 1))
