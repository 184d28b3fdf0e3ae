"""What lasting rewrites need of the outside."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from unbland.application.books.model import NOTHING, Entry, Spent, Standing
from unbland.application.books.quota import NO_QUOTA, Quota
from unbland.application.result import Rewrite
from unbland.application.rewrites.model import Claim, Decision, Event, Failure, Once, Record

#: The newest revision of a family → the one that comes next.
Revision = Callable[[Record], Record]


class RewriteStore(Protocol):
    """Where rewrites last. Whatever it is asked for, it looks only at the rows of the tenant that is named."""

    async def add(self, record: Record, once: Once | None = None, quota: Quota = NO_QUOTA) -> Record:
        """Keep a new rewrite and its first event, in one transaction with its key, where the quota lets it in.

        With a key that was used before it gives what the key led to, and keeps nothing. Raises KeyReused where the
        key was sent with something else, and what the quota raises.
        """
        ...

    async def revise(self, record: Record, of: Revision, once: Once | None = None, quota: Quota = NO_QUOTA) -> Record:
        """Keep what `of` makes of the newest revision of the record's family, as `add` keeps a new rewrite.

        Of many at once each follows on another. Raises what `add` and `of` raise, and NoSuchRewrite.
        """
        ...

    async def get(self, tenant: str, id_: str) -> Record:
        """The rewrite; raises NoSuchRewrite, whether it is not there or not theirs."""
        ...

    async def told(self, tenant: str, id_: str) -> tuple[int, bool]:
        """How many events it has, and whether nothing more comes, as where it is gone."""
        ...

    async def family(self, tenant: str, family: str) -> tuple[Record, ...]:
        """All revisions, the first one first."""
        ...

    async def page(self, tenant: str, *, after: str | None, limit: int) -> tuple[Record, ...]:
        """The newest first, after the one with this id; raises NoSuchRewrite for an id that is not theirs."""
        ...

    async def ahead(self, tenant: str, id_: str) -> int:
        """How many were kept before this one and are not over; 0 for an id that is not theirs."""
        ...

    async def tell(self, id_: str, name: str, at: datetime, data: Mapping[str, object]) -> None:
        """Add an event between the first and the last."""
        ...

    async def events(self, tenant: str, id_: str, after: int) -> tuple[Event, ...]:
        """The events with a number above `after`; raises NoSuchRewrite."""
        ...

    async def decide(self, tenant: str, id_: str, decision: Decision, entry: Entry | None = None) -> Record:
        """Keep a decision, and its entry in the audit trail, unless there is one; gives the rewrite as it then stands.

        Raises NoSuchRewrite.
        """
        ...

    async def purge(self, before: datetime) -> int:
        """Delete what is over and older, with its events and keys; how many there were."""
        ...

    async def forget(self, tenant: str) -> None:
        """Delete every row of a tenant."""
        ...


class WorkStore(Protocol):
    """The work on lasting rewrites: who has it, until when, and what came of it."""

    async def claim(self, id_: str, claim: Claim, now: datetime) -> Record | None:
        """The rewrite, begun once more, and told so; None where it is over, or another owner's claim still holds."""
        ...

    async def renew(self, record: Record, claim: Claim) -> bool:
        """Hold the claim longer; False where it was lost to another."""
        ...

    async def release(self, record: Record, owner: str, now: datetime, spent: Spent = NOTHING) -> None:
        """Queue again what was claimed and not ended, as if it had not been begun; what it spent is kept."""
        ...

    async def take_over(self, now: datetime) -> None:
        """Queue again all that anybody had begun: for a process that is the only one on its database."""
        ...

    async def finish(self, record: Record, owner: str, outcome: Rewrite | Failure, now: datetime, spent: Spent) -> bool:
        """Keep what came of the claimed work, the last event, and what it spent, in one transaction.

        False where the claim was lost: then only what it spent is kept.
        """
        ...

    async def reopen(self, tenant: str, id_: str, now: datetime, quota: Quota = NO_QUOTA) -> Record:
        """Queue again what failed, as if it had never been begun; raises NoSuchRewrite, and what the quota raises."""
        ...

    async def standing(self, tenant: str, now: datetime) -> Standing:
        """What a tenant used today, and has under way."""
        ...

    async def unfinished(self, now: datetime) -> Sequence[tuple[str, str]]:
        """Tenant and id of what is queued, and of what somebody began and did not finish in time; the oldest first."""
        ...


@dataclass(frozen=True, slots=True)
class Work:
    """Something to be done: what kind, for whom, and the id it is kept under."""

    kind: str
    tenant: str
    id: str


#: Does a piece of work; called again with the same id after a crash, so that it must not do twice what counts.
Handler = Callable[[str], Awaitable[None]]


class JobEngine(Protocol):
    """Whoever runs work, in this process or on other machines; what is kept is kept elsewhere."""

    async def start(self, handlers: Mapping[str, Handler]) -> None:
        """Begin to run what is submitted."""
        ...

    async def submit(self, work: Work) -> None:
        """Have it run once, soon, fairly among tenants."""
        ...

    async def tidy(self) -> None:
        """Take away what workers that died have left in the engine; called now and then."""
        ...

    async def drain(self) -> None:
        """Take on nothing more, let what is under way end within the time it has, then give it up.

        What is submitted from then on waits for another process.
        """
        ...

    async def stop(self) -> None:
        """Drain, and let go of everything."""
        ...
