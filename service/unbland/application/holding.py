"""Work held while it goes on: a claim that is renewed until the work is over."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from typing import TypeVar

from unbland.errors import DatabaseDown, DatabaseUnwritable

#: How often a claim is renewed within its time: more than once between two looks for what was left behind.
_RENEWALS = 4

#: Seconds between two tries to keep what was worked out.
_AGAIN = 0.5

T = TypeVar("T")


async def kept(write: Callable[[], Awaitable[T]], lease: timedelta) -> T:
    """What a write gives, tried again for as long as the work is ours while the database is away.

    Raises DatabaseDown after that: somebody else does the work again.
    """
    loop = asyncio.get_running_loop()
    end = loop.time() + lease.total_seconds()
    while True:
        try:
            return await write()
        except DatabaseDown:
            if loop.time() + _AGAIN > end:
                raise
            await asyncio.sleep(_AGAIN)


def noting(stuck: asyncio.Future[None], work: Callable[[str], Awaitable[None]]) -> Callable[[str], Awaitable[None]]:
    """The work, which notes what it could not keep before somebody makes room: nobody shall wait for that unasked."""

    async def noted(id_: str) -> None:
        try:
            await work(id_)
        except DatabaseUnwritable as error:
            if not stuck.done():
                stuck.set_exception(error)

    return noted


@asynccontextmanager
async def held(renew: Callable[[], Awaitable[object]], lease: timedelta) -> AsyncIterator[None]:
    """Renew again and again while this is open; a database that is away is asked at the next turn."""

    async def renewing() -> None:
        while True:
            await asyncio.sleep(lease.total_seconds() / _RENEWALS)
            with suppress(DatabaseDown):
                await renew()

    task = asyncio.create_task(renewing())
    try:
        yield
    finally:
        task.cancel()
