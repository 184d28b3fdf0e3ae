"""Questions that wait for a provider's batch: an item's work begins anew with the replies that have come."""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from unbland.application.batch.model import BatchItem

#: Questions of one item that go into a provider's batch, each of which may take a day: the write, and the repair or the
#: verifier. What it asks after that is asked live.
ROUNDS = 2


@dataclass(frozen=True, slots=True)
class Question:
    """One request to a model, to the byte as it would be sent."""

    model: str
    body: bytes = field(repr=False)

    @property
    def digest(self) -> str:
        """The SHA-256 of the body: a reply answers only what was asked."""
        return hashlib.sha256(self.body).hexdigest()


@dataclass(frozen=True, slots=True)
class Reply:
    """What the provider answered, as it would have over HTTP."""

    status: int
    request_id: str
    body: bytes = field(repr=False)


class Parked(Exception):
    """The work asks what it has no reply to."""

    def __init__(self, question: Question) -> None:
        """Take what it asks."""
        super().__init__(question.digest)
        self.question = question


class Slip:
    """The replies that one item has while its work is under way."""

    def __init__(self, replies: Mapping[str, Sequence[Reply]], *, live: bool) -> None:
        """Take digest → replies in the order they were asked for; `live` where what is missing is asked at once."""
        self._replies = {digest: deque(found) for digest, found in replies.items()}
        self.live = live

    def reply_to(self, question: Question) -> Reply | None:
        """The next reply to a question; None where there is none, or no more."""
        found = self._replies.get(question.digest)
        return found.popleft() if found else None


#: Of an item without any, all that it asks is asked live.
ASKED_LIVE = Slip({}, live=True)

_SLIP: ContextVar[Slip | None] = ContextVar("slip", default=None)


@contextmanager
def answered_from(slip: Slip) -> Iterator[None]:
    """Have models answered from these replies while this is open."""
    before = _SLIP.set(slip)
    try:
        yield
    finally:
        _SLIP.reset(before)


def slip_under_way() -> Slip:
    """The replies of the item that is under way; none, and all is asked live, outside of any."""
    return _SLIP.get() or ASKED_LIVE


class Parking(Protocol):
    """Where questions and replies of items last."""

    async def slip(self, item: BatchItem) -> Slip:
        """The replies that an item has."""
        ...

    async def park(self, item: BatchItem, owner: str, question: Question, now: datetime) -> None:
        """Keep what an item asks, for a provider's batch; nothing where the claim was lost.

        An item that has asked often enough is queued again to be asked live. In a batch that is being cancelled it is
        cancelled, with the replies it has.
        """
        ...
