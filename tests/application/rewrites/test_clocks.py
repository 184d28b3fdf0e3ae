"""A clock that jumps an hour: no work is taken from whoever does it, none is lost, and nobody is shut out."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import TypeVar

import pytest
from sqlalchemy import select

from databases import KINDS, fresh_database
from unbland.adapters.database.connection import Database
from unbland.adapters.database.rewrites import DatabaseRewrites
from unbland.adapters.database.tables import REWRITES
from unbland.adapters.database.work import DatabaseWork
from unbland.adapters.engines.local import LocalEngine
from unbland.adapters.prompt_files import read_prompts
from unbland.application.chain import Chain
from unbland.application.ports import Completion, Request, Usage
from unbland.application.review import Draft
from unbland.application.rewrite import Rewriter
from unbland.application.rewrites.ends import Ends
from unbland.application.rewrites.model import Claim, Order, State
from unbland.application.rewrites.service import Means, Rewrites, Terms
from unbland.application.rewrites.working import Worker

T = TypeVar("T")

NOW = datetime(2027, 3, 1, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
DRAFT = Draft(content="Ferry Clerk\n\nDuties\n- Sell tickets for 3 ferries\n- Count the till at 18:00\n")
LEASE = timedelta(seconds=0.4)


class Waiting:
    """A model that is asked and answers when it is let go."""

    def __init__(self) -> None:
        """Nobody was asked yet."""
        self.asked = asyncio.Event()
        self.let_go = asyncio.Event()
        self.calls = 0

    async def complete(self, request: Request, accept: Callable[[str], T]) -> Completion[T]:  # noqa: ARG002 - the port's
        """See the port."""
        self.calls += 1
        self.asked.set()
        await self.let_go.wait()
        text = '{"title": "Ferry Clerk", "sections": []}'
        return Completion(value=accept(text), model="waiting", usage=Usage(calls=1))


@dataclass
class Day:
    """Two workers on one database, and a clock that is set by hand and stands still otherwise."""

    database: Database
    model: Waiting
    now: datetime = NOW

    def worker(self, name: str) -> tuple[Rewrites, Worker]:
        """Somebody who works, with an engine of their own."""
        engine = LocalEngine(4, drain=0.2)
        ids = count(1)
        terms = Terms(now=lambda: self.now, new_id=lambda: f"{name}_{next(ids)}", lease=LEASE)
        means = Means(
            store=DatabaseRewrites(self.database),
            work=DatabaseWork(self.database),
            engine=engine,
            terms=terms,
            ends=Ends(),
        )
        rewriter = Rewriter(chain=Chain(self.model, read_prompts()), new_id=terms.new_id, seconds=30)
        return Rewrites(means), Worker(means, rewriter)

    async def until(self) -> datetime:
        """How long the claim holds by the clock."""
        async with self.database.reading() as connection:
            held = (await connection.execute(select(REWRITES.c.claimed_until))).scalar_one()
        assert isinstance(held, datetime)
        return held


@pytest.fixture(params=KINDS)
async def day(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Day]:
    """An empty database."""
    async with fresh_database(request.param, tmp_path) as database:
        yield Day(database, Waiting())


@pytest.mark.parametrize("jump", [HOUR, -HOUR], ids=["ahead", "back"])
async def test_b41_no_work_is_taken_from_whoever_does_it(jump: timedelta, day: Day) -> None:
    """Another looks twice and takes nothing, as a claim was renewed between; the model is asked once."""
    rewrites, worker = day.worker("one")
    _, other = day.worker("two")
    record, _ = await rewrites.submit("acme", Order(draft=DRAFT))
    working = asyncio.create_task(worker.work(record.id))
    await day.model.asked.wait()
    assert await other.resume() == 0
    day.now += jump
    first = await other.resume()
    async with asyncio.timeout(120):
        while abs(await day.until() - day.now) > LEASE:  # noqa: ASYNC110 - the claim is renewed by real time
            await asyncio.sleep(0.01)
    second = await other.resume()
    day.model.let_go.set()
    await working

    assert (first, second) == (0, 0)
    done = await rewrites.get("acme", record.id)
    assert (done.state, done.attempts, day.model.calls) == (State.DONE, 1, 1)


async def test_b41_what_a_dead_worker_left_is_found_though_the_clock_went_back(day: Day) -> None:
    """An hour late at worst: nothing is left for ever."""
    rewrites, worker = day.worker("one")
    _, other = day.worker("two")
    record, _ = await rewrites.submit("acme", Order(draft=DRAFT))
    assert await DatabaseWork(day.database).claim(record.id, Claim(owner="dead", until=day.now + LEASE), day.now)
    day.now -= HOUR
    before = [await other.resume(), await other.resume()]
    day.now += HOUR + LEASE
    after = [await other.resume(), await other.resume()]

    assert (before, after) == ([0, 0], [0, 1])
    day.model.let_go.set()
    await worker.work(record.id)
    assert (await rewrites.get("acme", record.id)).state is State.DONE
