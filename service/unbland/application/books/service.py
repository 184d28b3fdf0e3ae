"""The use cases of the books: what a tenant used and may use, and who decided what."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from typing import Protocol

from unbland.application.books.model import Day, Entry, Policy, Spent, Standing, Usage, day_of
from unbland.application.books.quota import Quota
from unbland.application.rewrites.model import Order

#: Longer than texts: the books hold none, and US employers keep records of hiring a year (29 CFR 1602.14).
KEPT = timedelta(days=400)


class BookStore(Protocol):
    """Where the books are kept; usage and entries are written where what they tell of is."""

    async def standing(self, tenant: str, day: date) -> Standing:
        """What a tenant used on that day, and has under way now."""
        ...

    async def spend(self, tenant: str, now: datetime, spent: Spent) -> None:
        """Add to the tenant's day what was spent."""
        ...

    async def days(self, tenant: str, since: date) -> Sequence[Day]:
        """The days from there on that something was used on, the newest first."""
        ...

    async def entries(self, tenant: str, *, after: str | None, limit: int) -> Sequence[Entry]:
        """The newest first, after the one with this id; raises NoSuchEntry for an id that is not theirs."""
        ...

    async def purge(self, before: datetime) -> None:
        """Delete what is older."""
        ...


class Books:
    """The books of every tenant."""

    def __init__(self, store: BookStore, quota: Quota, now: Callable[[], datetime]) -> None:
        """Take where they are kept, the limits, and a clock in UTC."""
        self._store = store
        self._quota = quota
        self._now = now

    async def usage(self, tenant: str, days: int) -> Usage:
        """What a tenant used in so many days, and may use."""
        today = day_of(self._now())
        standing = await self._store.standing(tenant, today)
        found = await self._store.days(tenant, today - timedelta(days=days - 1))
        return Usage(standing=standing, limits=self._quota.limits, days=found)

    async def policies(self, tenant: str) -> tuple[Policy, ...]:
        """What is left of each limit; without limits nothing is asked."""
        if not self._quota.limited:
            return ()
        now = self._now()
        return self._quota.policies(await self._store.standing(tenant, day_of(now)), now)

    async def check(self, tenant: str, order: Order) -> None:
        """Look whether a model may be asked for an order; raises QuotaExceeded where the tenant's day is spent."""
        if self._quota.limited:
            now = self._now()
            self._quota.check(await self._store.standing(tenant, day_of(now)), self._quota.aside(order), now)

    async def spend(self, tenant: str, spent: Spent) -> None:
        """Put on the tenant's bill what was spent."""
        await self._store.spend(tenant, self._now(), spent)

    async def entries(self, tenant: str, *, after: str | None, limit: int) -> Sequence[Entry]:
        """The audit trail, the newest first; raises NoSuchEntry."""
        return await self._store.entries(tenant, after=after, limit=limit)

    async def purge(self, retention: timedelta) -> None:
        """Delete what is older than the books are kept, which is never a shorter time than texts are."""
        await self._store.purge(self._now() - max(retention, KEPT))
