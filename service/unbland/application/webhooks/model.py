"""An endpoint of a tenant, and what is delivered to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

#: From one attempt to the next (Standard Webhooks 1.0.0, "Deliverability and reliability"); after the last it is over.
SCHEDULE = (
    timedelta(seconds=5),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=5),
    timedelta(hours=10),
    timedelta(hours=14),
    timedelta(hours=20),
    timedelta(hours=24),
)


#: What a secret begins with (Standard Webhooks 1.0.0, "Signature scheme").
SECRET_PREFIX = "whsec_"  # noqa: S105 - no secret


class Told(StrEnum):
    """What an endpoint can be told of."""

    DONE = "rewrite.done"
    FAILED = "rewrite.failed"
    BATCH_COMPLETED = "batch.completed"
    BATCH_CANCELLED = "batch.cancelled"
    #: It does nothing more until it is told to go on, or until its tenant's next day.
    BATCH_HALTED = "batch.halted"


class Fate(StrEnum):
    """How far a delivery is."""

    PENDING = "pending"
    DELIVERED = "delivered"
    #: Tried as often as it is, or its endpoint was switched off.
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Secret:
    """What deliveries are signed with: `whsec_` and 32 random bytes in base 64."""

    text: str
    #: None: until it is rotated.
    until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """Where a tenant wants to be told."""

    id: str
    tenant: str
    url: str
    events: frozenset[Told]
    #: The newest first; all that hold are signed with.
    secrets: tuple[Secret, ...]
    created: datetime
    #: Why it is told nothing any more.
    disabled: str | None = None

    def signing(self, now: datetime) -> tuple[str, ...]:
        """The secrets that hold now; one that no key opens signs nothing."""
        held = (secret.text for secret in self.secrets if secret.until is None or now < secret.until)
        return tuple(text for text in held if text.startswith(SECRET_PREFIX))


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One event on its way to one endpoint."""

    #: The same in every attempt, so that a receiver can tell a repeat.
    id: str
    endpoint: str
    kind: Told
    #: Thin: ids, state and time, never text.
    body: Mapping[str, object]
    created: datetime
    fate: Fate
    attempts: int
    #: When it is tried next; None when it is over.
    due: datetime | None
    #: What came of the last attempt: a status, or a machine word.
    outcome: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What an endpoint answered, or why it was not reached."""

    #: The status; None where there was no answer.
    status: int | None
    #: `timeout`, `unreachable`, `refused_address`, or `sealed` where no key opens a secret; empty for an answer.
    why: str = ""
    #: Seconds that it asks us to wait.
    retry_after: float | None = None

    @property
    def delivered(self) -> bool:
        """Whether the endpoint has it: only a 2xx says so."""
        return self.status is not None and 200 <= self.status < 300  # noqa: PLR2004 - RFC 9110, 15.3

    @property
    def word(self) -> str:
        """The status or the machine word."""
        return self.why if self.status is None else str(self.status)


def pause(attempts: int, answer: Answer, chance: float) -> timedelta | None:
    """How long to wait after so many attempts; None where that was the last.

    `chance` from 0 to 1 spreads deliveries over a fifth of the pause, so that a receiver that comes back is not met by
    all at once. An endpoint that asks for more time gets it, up to a day.
    """
    if attempts > len(SCHEDULE):
        return None
    planned = SCHEDULE[attempts - 1] * (0.9 + 0.2 * chance)
    asked = timedelta(seconds=min(answer.retry_after or 0, 86_400))
    return max(planned, asked)
