"""The use cases of lasting rewrites: ask for one, follow it, answer its questions, decide on it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from unbland.application.books.quota import NO_QUOTA, Quota
from unbland.application.correlation import request_at_hand
from unbland.application.rewrites.ends import Ends
from unbland.application.rewrites.model import (
    Decider,
    Decision,
    Event,
    Once,
    Order,
    Record,
    State,
    Verdict,
)
from unbland.application.rewrites.ports import JobEngine, RewriteStore, Work, WorkStore
from unbland.application.rewrites.tracing import decided
from unbland.application.spans import NO_SPANS, Spans
from unbland.core.document import read
from unbland.core.facts import CompanyFacts, answered
from unbland.errors import AlreadyDecided, BadFacts, DatabaseDown, InFlight, NoSuchRewrite, NotDone

#: What the engine knows the work as.
KIND = "rewrite"

#: Seconds between two looks at a rewrite that another process works on; a longer wait looks less often, up to a second.
_LOOK = 0.1
_LONGEST_LOOK = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What holds for every rewrite."""

    #: The time, in UTC.
    now: Callable[[], datetime]
    new_id: Callable[[], str]
    #: How long a worker that says nothing more is waited for; one that lives renews its claim four times as often.
    lease: timedelta = timedelta(seconds=30)
    #: How long an idempotency key is remembered.
    keys: timedelta = timedelta(hours=72)


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """What the use cases and the work share."""

    store: RewriteStore
    work: WorkStore
    engine: JobEngine
    terms: Terms
    ends: Ends
    quota: Quota = NO_QUOTA
    spans: Spans = NO_SPANS


class Rewrites:
    """Rewrites that last, of every tenant."""

    def __init__(self, means: Means) -> None:
        """Take where they last, who runs the work, and the terms."""
        self._store = means.store
        self._work = means.work
        self._engine = means.engine
        self._terms = means.terms
        self._ends = means.ends
        self._quota = means.quota
        self._spans = means.spans

    async def submit(self, tenant: str, order: Order, key: tuple[str, str] | None = None) -> tuple[Record, bool]:
        """Keep what is asked for and have it done; whether the key had led to it before.

        The key comes with the fingerprint of what it is sent with. Raises EmptyDraft, DraftTooLong and NotText before
        anything is kept, KeyReused, and what the quota raises.
        """
        await asyncio.to_thread(read, order.draft.content, order.draft.format)
        record, once = self._new(tenant, order), _once(key, self._terms)
        return await self._begin(record, await self._store.add(record, once, self._quota))

    async def answer(
        self, tenant: str, id_: str, facts: CompanyFacts, key: tuple[str, str] | None = None
    ) -> tuple[Record, bool]:
        """The next revision, with answers put to the facts it had; raises NoSuchRewrite, NotDone and BadFacts."""
        before = await self._done(tenant, id_)
        record = replace(self._new(tenant, before.order), family=before.family)

        def after(newest: Record) -> Record:
            try:
                order = replace(newest.order, facts=answered(newest.order.facts, facts))
            except ValueError as error:
                raise BadFacts(f"The answers do not fit the facts: {error}.") from None
            return replace(record, revision=newest.revision + 1, order=order, aside=self._quota.aside(order))

        return await self._begin(record, await self._store.revise(record, after, _once(key, self._terms), self._quota))

    async def decide(self, tenant: str, id_: str, verdict: Verdict, decider: Decider) -> Record:
        """Accept or reject a result.

        Raises NoSuchRewrite, NotDone, and AlreadyDecided for another than the first.
        """
        done = await self._done(tenant, id_)
        mine = Decision(verdict=verdict, by=decider.by, at=self._terms.now())
        record = await self._store.decide(tenant, id_, mine, decided(done, mine, self._terms.new_id(), decider))
        made = record.decision
        if made is not None and (made.verdict, made.by) != (mine.verdict, mine.by):
            raise AlreadyDecided(f"It was {made.verdict} by {made.by} at {made.at:%Y-%m-%d %H:%M} UTC already.")
        return record

    async def get(self, tenant: str, id_: str) -> Record:
        """One revision; raises NoSuchRewrite."""
        return await self._store.get(tenant, id_)

    async def history(self, tenant: str, id_: str) -> tuple[Record, ...]:
        """Every revision of its family, the first one first; raises NoSuchRewrite."""
        return await self._store.family(tenant, (await self._store.get(tenant, id_)).family)

    async def page(self, tenant: str, *, after: str | None, limit: int) -> tuple[Record, ...]:
        """The newest first, from the one after this id."""
        return await self._store.page(tenant, after=after, limit=limit)

    async def ahead(self, tenant: str, id_: str) -> int:
        """How many of the tenant's were asked for earlier and are not over."""
        return await self._store.ahead(tenant, id_)

    async def settled(self, record: Record, seconds: float) -> Record:
        """The rewrite as it is when it is over, after so many seconds, or when we stop; raises NoSuchRewrite."""
        if record.state.over:
            return record
        loop = asyncio.get_running_loop()
        end, pause = loop.time() + seconds, _LOOK
        while (left := end - loop.time()) > 0 and not self._ends.closed:
            if await self._ends.wait(record.id, min(left, pause)):
                record = await self._store.get(record.tenant, record.id)
                if record.state.over:  # else this process was late, or stops
                    return record
            elif (await self._store.told(record.tenant, record.id))[1]:
                break
            pause = min(1.3 * pause, _LONGEST_LOOK)
        return await self._store.get(record.tenant, record.id)

    async def follow(self, tenant: str, id_: str, after: int = 0) -> AsyncIterator[Event]:
        """The events from there on, as they come, until the last one, the rewrite is gone, or the process stops.

        A database that is away is waited for: whoever follows could be told nothing else.
        """
        pause = _LOOK
        while True:
            try:
                count, over = await self._store.told(tenant, id_)
                events = await self._store.events(tenant, id_, after) if count > after else ()
            except DatabaseDown:
                await asyncio.sleep(_LONGEST_LOOK)
                continue
            except NoSuchRewrite:  # its tenant was forgotten
                return
            for event in events:
                yield event
                after = event.number
                if event is events[-1] and event.name in {State.DONE, State.FAILED}:
                    return
            if not events:
                if over or self._ends.closed:
                    return
                await self._ends.wait(id_, pause)
            pause = _LOOK if events else min(1.3 * pause, _LONGEST_LOOK)

    async def purge(self, age: timedelta) -> int:
        """Delete what is over and older; how many there were."""
        return await self._store.purge(self._terms.now() - age)

    async def forget(self, tenant: str) -> None:
        """Delete every row of a tenant."""
        await self._store.forget(tenant)

    def _new(self, tenant: str, order: Order) -> Record:
        id_, now = self._terms.new_id(), self._terms.now()
        return Record(
            id=id_,
            tenant=tenant,
            family=id_,
            revision=1,
            state=State.QUEUED,
            order=order,
            created=now,
            updated=now,
            request=request_at_hand(),
            trace=self._spans.here(),
            aside=self._quota.aside(order),
        )

    async def _begin(self, record: Record, kept: Record) -> tuple[Record, bool]:
        """Have done what was kept of it; what failed under the same key is done again (a failure is never replayed)."""
        replayed = kept.id != record.id
        if replayed and not kept.state.over:
            begun = InFlight()
            begun.rewrite = kept.id
            raise begun
        if replayed and kept.state is State.FAILED:
            kept = await self._work.reopen(kept.tenant, kept.id, self._terms.now(), self._quota)
        if not kept.state.over:
            await self._engine.submit(Work(KIND, kept.tenant, kept.id))
        return kept, replayed

    async def _done(self, tenant: str, id_: str) -> Record:
        record = await self._store.get(tenant, id_)
        if record.state is not State.DONE:
            raise NotDone
        return record


def _once(key: tuple[str, str] | None, terms: Terms) -> Once | None:
    """The key as it is kept."""
    return None if key is None else Once(key=key[0], fingerprint=key[1], expires=terms.now() + terms.keys)
