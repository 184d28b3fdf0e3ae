"""The work of batches with a writer that kills or fails: each item ends once, and a killer is found out alone."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from math import inf
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert, update

from doubles.batches import add_batch, item
from unbland.adapters.database.batch_making import DatabaseBatchMaking
from unbland.adapters.database.batch_tables import BATCHES, PARCELS
from unbland.adapters.database.batch_work import DatabaseBatchWork
from unbland.adapters.database.batches import DatabaseBatches
from unbland.adapters.database.books import DatabaseBooks
from unbland.adapters.database.connection import Database
from unbland.adapters.database.migrating import migrate
from unbland.adapters.engines.local import LocalEngine
from unbland.application.batch import working
from unbland.application.batch.gate import Gate
from unbland.application.batch.model import BatchState, ItemState, Limits
from unbland.application.batch.ports import Chunk
from unbland.application.batch.service import BatchMeans
from unbland.application.batch.working import KIND, BatchWorker
from unbland.application.books.meter import Metered
from unbland.application.ports import Request
from unbland.application.result import Rewrite
from unbland.application.rewrite import Rewriter
from unbland.application.rewrites.model import Claim, Order
from unbland.application.rewrites.ports import Work
from unbland.application.rewrites.service import Terms
from unbland.errors import DatabaseDown, Died
from unbland.testing import ScriptedCompleter

EDITOR = Rewriter(chain=None, new_id=lambda: "rw_1", seconds=30)


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    """An empty database with the newest schema."""
    made = Database(f"sqlite:///{tmp_path / 'b.db'}")
    await migrate(made)
    yield made
    await made.aclose()


def _worker(
    database: Database, engine: LocalEngine, writes: Callable[[Order], Awaitable[Rewrite]], id_: str = "w1"
) -> BatchWorker:
    terms = Terms(now=lambda: datetime.now(UTC), new_id=lambda: id_)
    means = BatchMeans(
        making=DatabaseBatchMaking(database),
        store=DatabaseBatches(database),
        work=DatabaseBatchWork(database),
        engine=engine,
        terms=terms,
    )
    return BatchWorker(means, lambda order, _: writes(order), Gate(4, fixed=True))


async def _worked(
    database: Database, writes: Callable[[Order], Awaitable[Rewrite]], batch: str = "batch_1"
) -> DatabaseBatches:
    """The batches, when this one is over."""
    engine = LocalEngine(4, drain=5)
    store = DatabaseBatches(database)
    worker = _worker(database, engine, writes)
    await engine.start({KIND: worker.work})
    await worker.resume()
    async with asyncio.timeout(60):
        while not (await store.get("acme", batch)).state.over:  # noqa: ASYNC110 - the database tells nobody
            await asyncio.sleep(0.01)
    await engine.stop()
    return store


async def test_b32_an_item_that_kills_its_process_is_set_aside_after_three_tries(database: Database) -> None:
    """All that is beside it dies with it once, is tried again alone, and ends well; the batch is completed."""
    await add_batch(database, "batch_1", "acme", *(item(str(n)) for n in range(30)), item("poison", "Poison\n\n- Kill"))
    killed = 0
    beside: set[str] = set()

    async def writes(order: Order) -> Rewrite:
        nonlocal killed
        text = str(order.draft.content)
        if text.startswith("Poison"):
            killed += 1
            beside.update({"first"} if killed == 1 else set())
            raise Died
        await asyncio.sleep(0)
        if beside:  # a pool that breaks takes with it what is under way
            beside.clear()
            raise Died
        return await EDITOR.rewrite(order.draft)

    store = await _worked(database, writes)

    assert killed == 3
    counts = await store.counts("batch_1")
    assert (counts.of(ItemState.DONE), counts.of(ItemState.FAILED)) == (30, 1)
    assert counts.failures == {"set_aside": 1}
    assert (await store.get("acme", "batch_1")).state is BatchState.COMPLETED


async def test_b24_what_was_under_way_at_a_kill_is_begun_again_together(database: Database) -> None:
    """One kill of the whole process tells nothing of a posting; after two each is tried alone."""
    work = DatabaseBatchWork(database)
    for begun, together in ((1, 4), (2, 1)):
        batch = f"batch_{begun}"
        await add_batch(database, batch, "acme", *(item(f"{begun} {n}") for n in range(4)))
        for owner in range(begun):
            claim = Claim(owner=f"killed {owner}", until=datetime.now(UTC) + timedelta(hours=1))
            for each in await work.claim(Chunk("acme", batch, 0), claim, datetime.now(UTC)):
                await work.start(each, claim.owner, datetime.now(UTC))
            await work.take_over(batch, datetime.now(UTC))
        crowd = Crowd(together)
        await _worked(database, crowd.writes, batch)
        assert crowd.most == together


class Crowd:
    """A writer that waits until so many are under way."""

    def __init__(self, size: int) -> None:
        """Nobody is there."""
        self._all = asyncio.Barrier(size)
        self._here = self.most = 0

    async def writes(self, order: Order) -> Rewrite:
        """Write when all are there."""
        self._here += 1
        self.most = max(self.most, self._here)
        async with self._all:
            result = await EDITOR.rewrite(order.draft)
        self._here -= 1
        return result


async def test_a_fault_of_ours_fails_its_item_alone(database: Database) -> None:
    """With a word for it, and without a word of the draft."""
    await add_batch(database, "batch_1", "acme", item("1"), item("2", "Secret cook"))

    async def writes(order: Order) -> Rewrite:
        if "Secret" in str(order.draft.content):
            raise RuntimeError(order.draft.content)
        return await EDITOR.rewrite(order.draft)

    store = await _worked(database, writes)

    (failed,) = await store.items("batch_1", after=0, limit=9, states=[ItemState.FAILED])
    assert failed.failure is not None
    assert failed.failure.code == "internal_error"
    assert "Secret" not in failed.failure.detail


async def test_b27_a_chunk_that_is_handed_over_twice_is_worked_on_once(database: Database) -> None:
    """By the same process, as when two workers look for what waits: the second lets go of nothing."""
    await add_batch(database, "batch_1", "acme", item("1"), item("2"))
    begun, go_on, written = asyncio.Event(), asyncio.Event(), 0

    async def writes(order: Order) -> Rewrite:
        nonlocal written
        written += 1
        begun.set()
        await go_on.wait()
        return await EDITOR.rewrite(order.draft)

    worker = _worker(database, LocalEngine(4, drain=5), writes)
    first = asyncio.create_task(worker.work("batch_1/0"))
    other = _worker(database, LocalEngine(4, drain=5), writes, "w2")
    async with asyncio.timeout(120):
        await begun.wait()
        await worker.work("batch_1/0")
        await other.work("batch_1/0")
        go_on.set()
        await first

    assert written == 2
    assert (await DatabaseBatches(database).get("acme", "batch_1")).state is BatchState.COMPLETED


async def test_b51_what_was_written_while_the_database_was_away_is_kept_when_it_is_back(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And what is under way beside it ends as well: nobody is paid twice."""
    await add_batch(database, "batch_1", "acme", *(item(str(n)) for n in range(3)))
    away, written, finish = 2, 0, DatabaseBatchWork.finish

    async def writes(order: Order) -> Rewrite:
        nonlocal written
        written += 1
        return await EDITOR.rewrite(order.draft)

    async def finishing(work: DatabaseBatchWork, *about: Any) -> bool:  # noqa: ANN401 - what the method takes
        nonlocal away
        if away:
            away -= 1
            raise DatabaseDown
        return await finish(work, *about)

    monkeypatch.setattr(DatabaseBatchWork, "finish", finishing)
    store = await _worked(database, writes)

    assert written == 3
    assert (await store.counts("batch_1")).of(ItemState.DONE) == 3


async def test_b26_a_chunk_that_could_not_be_given_back_is_worked_on_again(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The database went while its postings were claimed: the same process goes on with them once it is back."""
    await add_batch(database, "batch_1", "acme", *(item(str(n)) for n in range(3)))
    away = ["claim", "release"]
    real = {name: getattr(DatabaseBatchWork, name) for name in away}

    def gone(name: str) -> Callable[..., Awaitable[Any]]:
        async def does(work: DatabaseBatchWork, *about: Any) -> Any:  # noqa: ANN401 - what the methods take and give
            if name in away:
                away.remove(name)
                raise DatabaseDown
            return await real[name](work, *about)

        return does

    for name in real:
        monkeypatch.setattr(DatabaseBatchWork, name, gone(name))
    engine = LocalEngine(4, drain=5)
    worker = _worker(database, engine, lambda order: EDITOR.rewrite(order.draft))
    await engine.start({KIND: worker.work})
    store = DatabaseBatches(database)
    async with asyncio.timeout(120):
        while not (await store.get("acme", "batch_1")).state.over:
            await worker.resume()
            await asyncio.sleep(0.01)
    await engine.stop()
    assert not away
    assert (await store.counts("batch_1")).of(ItemState.DONE) == 3


@pytest.mark.parametrize(("busy", "ends"), [(3, (9, 0)), (99, (0, 9))])
async def test_b8_an_item_whose_provider_is_busy_is_tried_again(
    busy: int, ends: tuple[int, int], database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Three times; then it fails with the provider's word for it, and the batch goes on."""
    monkeypatch.setattr(working, "PAUSES", (0.0, 0.0, 0.0))
    await add_batch(database, "batch_1", "acme", *(item(str(n)) for n in range(9)))
    tried: Counter[str] = Counter()

    async def writes(order: Order) -> Rewrite:
        text = str(order.draft.content)
        tried[text] += 1
        result = await EDITOR.rewrite(order.draft)
        degraded = "write: rate_limited" if tried[text] <= busy else None
        return replace(result, provenance=replace(result.provenance, degraded=degraded))

    counts = await (await _worked(database, writes)).counts("batch_1")

    assert (counts.of(ItemState.DONE), counts.of(ItemState.FAILED)) == ends
    assert set(tried.values()) == {4}
    assert set(counts.failures) <= {"model_rate_limited"}


async def test_b8_waiting_while_nobody_may_ask_a_busy_provider_is_no_try(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However often: the item does not fail, and is written when the provider can be asked again."""
    monkeypatch.setattr(working, "PAUSES", (0.0, 0.0, 0.0))
    await add_batch(database, "batch_1", "acme", item("1"))
    tried = 0

    async def writes(order: Order) -> Rewrite:
        nonlocal tried
        tried += 1
        result = await EDITOR.rewrite(order.draft)
        degraded = "write: rate_limited, paused" if tried <= 9 else None
        return replace(result, provenance=replace(result.provenance, degraded=degraded))

    counts = await (await _worked(database, writes)).counts("batch_1")

    assert (counts.of(ItemState.DONE), tried) == (1, 10)


async def test_b27_an_item_that_waits_for_a_busy_provider_is_let_go_of_when_the_process_stops(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It has not failed; another process tries it again."""
    monkeypatch.setattr(working, "PAUSES", (3600.0,))
    await add_batch(database, "batch_1", "acme", item("1"))
    tried = asyncio.Event()

    async def writes(order: Order) -> Rewrite:
        result = await EDITOR.rewrite(order.draft)
        tried.set()
        return replace(result, provenance=replace(result.provenance, degraded="write: server_error"))

    worker = _worker(database, LocalEngine(4, drain=5), writes)
    work = asyncio.create_task(worker.work("batch_1/0"))
    async with asyncio.timeout(120):
        await tried.wait()
        worker.stop()
        await work

    (left,) = await DatabaseBatches(database).items("batch_1", after=0, limit=9, states=list(ItemState))
    assert (left.state, left.begun) == (ItemState.QUEUED, 0)


async def test_b30_what_was_paid_before_a_process_died_counts(database: Database) -> None:
    """Against the batch and the tenant's day, though the item is still to be written."""
    await add_batch(database, "batch_1", "acme", item("1"))
    model, dies = Metered(ScriptedCompleter("a"), "m"), True

    async def writes(order: Order) -> Rewrite:
        nonlocal dies
        if dies:
            dies = False
            await model.complete(Request(step="write", system="", user="", schema={}, deadline=inf), str)
            raise Died
        return await EDITOR.rewrite(order.draft)

    store = await _worked(database, writes)

    assert (await store.get("acme", "batch_1")).spent.calls == 1
    (day,) = await DatabaseBooks(database).days("acme", datetime.now(UTC).date())
    assert (day.rewrites, day.spent.calls) == (1, 1)


class Heard(LocalEngine):
    """An engine that only notes what it is given."""

    def __init__(self) -> None:
        """With nothing noted."""
        super().__init__(1, drain=0)
        self.given: list[str] = []

    async def submit(self, work: Work) -> None:
        """Note it."""
        self.given.append(work.id)


async def test_b30_what_may_not_begin_is_not_offered_again_at_once(database: Database) -> None:
    """The budget is spent while the provider still has questions of the batch, so that it goes on: nobody spins."""
    made = await add_batch(database, "batch_1", "acme", item("1"), item("2"), limits=Limits(tokens=10))
    parcel = {"name": "p", "batch": made.id, "model": "m", "state": "sent", "said": "", "questions": 1, "size": 1}
    async with database.writing() as connection:
        await connection.execute(update(BATCHES).values(input_tokens=20))
        await connection.execute(insert(PARCELS).values(**parcel, done=0, created=made.created, updated=made.updated))
    engine = Heard()
    worker = _worker(database, engine, lambda order: EDITOR.rewrite(order.draft))
    await worker.resume("batch_1")
    assert engine.given == ["batch_1/0"]

    await worker.work("batch_1/0")

    assert engine.given == ["batch_1/0"]
    counts = await DatabaseBatches(database).counts("batch_1")
    assert (counts.of(ItemState.QUEUED), counts.of(ItemState.DONE)) == (2, 0)
