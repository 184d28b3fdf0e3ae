"""Rewriting on a tenant's account where no rewrite is kept: within its quotas of the day, and on its bill."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from unbland.application.books.meter import metered
from unbland.application.books.service import Books
from unbland.application.result import Rewrite
from unbland.application.review import Draft
from unbland.application.rewrites.model import Order
from unbland.core.facts import CompanyFacts


def counted(
    rewriting: Callable[[Draft, CompanyFacts], Awaitable[Rewrite]], books: Books, tenant: str
) -> Callable[[Draft, CompanyFacts], Awaitable[Rewrite]]:
    """The same rewriting, which raises QuotaExceeded before a model is asked where the tenant's day is spent."""

    async def rewrite(draft: Draft, facts: CompanyFacts) -> Rewrite:
        await books.check(tenant, Order(draft=draft, facts=facts))
        with metered() as meter:
            try:
                return await rewriting(draft, facts)
            finally:
                await books.spend(tenant, meter.spent)

    return rewrite
