"""Items that say nearly the same as one before them: they wait for it, and get its result to be worded as it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from doubles.batches import BRANCH, NOW, add_batch, batch, item
from unbland.adapters.database.batch_making import DatabaseBatchMaking
from unbland.adapters.database.batch_tables import BANDS
from unbland.adapters.database.batch_work import DatabaseBatchWork
from unbland.adapters.database.batches import DatabaseBatches
from unbland.adapters.database.connection import Database
from unbland.application.batch.model import BatchItem, Ended, ItemState, NewItem
from unbland.application.batch.ports import Chunk
from unbland.application.rewrite import Rewriter
from unbland.application.rewrites.model import Claim, Failure

CHUNK = Chunk("acme", "batch_1", 0)
BROKEN = Ended(outcome=Failure(code="broken", detail="It broke."))

#: One text for three branches, and one that has nothing to do with it.
TOWNS = [item(town, BRANCH.format(town)) for town in ("Hull", "Ryde", "Oban")]
OTHER = item("cook", "Cook\n\nDuties\n- Cook lunch for 90 guests\n- Order fish and bread from two shops\n")


@pytest.fixture
def store(database: Database) -> DatabaseBatches:
    """Batches in it."""
    return DatabaseBatches(database)


@pytest.fixture
def work(database: Database) -> DatabaseBatchWork:
    """The work on them."""
    return DatabaseBatchWork(database)


async def _added(database: Database, id_: str, *items: NewItem) -> None:
    """A batch that a model writes, begun."""
    making, made = DatabaseBatchMaking(database), replace(batch(id_), near=True)
    await making.create(made)
    await making.add(made, items, NOW)
    await making.begin("acme", id_, NOW)


async def _claimed(work: DatabaseBatchWork) -> tuple[BatchItem, ...]:
    return await work.claim(CHUNK, Claim(owner="w1", until=NOW + timedelta(minutes=1)), NOW)


async def _states(store: DatabaseBatches) -> list[ItemState]:
    return [each.state for each in await store.items("batch_1", after=0, limit=100, states=tuple(ItemState))]


async def _written(one: BatchItem, *, reused: bool = False) -> Ended:
    assert one.order is not None
    result = await Rewriter(chain=None, new_id=lambda: f"rw_{one.number}", seconds=30).rewrite(one.order.draft)
    return Ended(outcome=replace(result, provenance=replace(result.provenance, reused=reused)))


async def test_it_waits_for_the_first_and_gets_its_result(
    database: Database, store: DatabaseBatches, work: DatabaseBatchWork
) -> None:
    """The first and the other are claimed; when the first is done the two like it are, with what came of it."""
    await _added(database, "batch_1", *TOWNS, OTHER)
    assert await _states(store) == [ItemState.QUEUED, ItemState.WAITING, ItemState.WAITING, ItemState.QUEUED]
    first, other = await _claimed(work)
    assert (first.number, other.number) == (1, 4)
    await work.finish(first, "w1", ended := await _written(first), NOW)

    second, third = await _claimed(work)

    assert (second.near, third.near) == (1, 1)
    assert second.like == third.like == ended.outcome
    await work.finish(second, "w1", await _written(second, reused=True), NOW)
    await work.finish(third, "w1", await _written(third), NOW)
    found = await store.items("batch_1", after=0, limit=9, states=(ItemState.DONE,))
    assert [each.copied_from for each in found] == ["", "batch_1/1", ""]
    assert (await store.counts("batch_1")).copied == 1


async def test_where_the_first_fails_each_is_written_on_its_own(
    database: Database, store: DatabaseBatches, work: DatabaseBatchWork
) -> None:
    """Unlike a copy to the letter, which fails with it."""
    await _added(database, "batch_1", *TOWNS, item("again", BRANCH.format("Hull")))
    (first,) = await _claimed(work)
    await work.finish(first, "w1", BROKEN, NOW)

    assert await _states(store) == [ItemState.FAILED, ItemState.QUEUED, ItemState.QUEUED, ItemState.FAILED]
    assert [each.like for each in await _claimed(work)] == [None, None]


async def test_a_copy_to_the_letter_of_one_that_waits_waits_for_that(
    database: Database, store: DatabaseBatches, work: DatabaseBatchWork
) -> None:
    """It is a copy of the second, not one more like the first."""
    await _added(database, "batch_1", *TOWNS[:2], item("again", BRANCH.format("Ryde")))
    (first,) = await _claimed(work)
    await work.finish(first, "w1", await _written(first), NOW)
    (second,) = await _claimed(work)
    await work.finish(second, "w1", await _written(second, reused=True), NOW)

    found = await store.items("batch_1", after=0, limit=9, states=(ItemState.DONE,))
    assert [each.copied_from for each in found] == ["", "batch_1/1", "batch_1/2"]


async def test_cancelled_and_resumed_it_waits_again_or_begins(
    database: Database, store: DatabaseBatches, work: DatabaseBatchWork
) -> None:
    """It waits where the first is to be written still, and begins where the first is done."""
    await _added(database, "batch_1", *TOWNS)
    await store.cancel("batch_1", NOW)
    await store.resume("batch_1", None, NOW)
    assert await _states(store) == [ItemState.QUEUED, ItemState.WAITING, ItemState.WAITING]

    (first,) = await _claimed(work)
    await store.cancel("batch_1", NOW)
    await work.finish(first, "w1", await _written(first), NOW)
    await store.resume("batch_1", None, NOW)
    assert await _states(store) == [ItemState.DONE, ItemState.QUEUED, ItemState.QUEUED]


async def test_like_one_that_an_earlier_batch_has_it_begins_at_once(
    database: Database, store: DatabaseBatches, work: DatabaseBatchWork
) -> None:
    """The first comes with its result; nothing is waited for."""
    await _added(database, "batch_0", TOWNS[0])
    (earlier,) = await work.claim(Chunk("acme", "batch_0", 0), Claim(owner="w1", until=NOW + timedelta(minutes=1)), NOW)
    await work.finish(earlier, "w1", await _written(earlier), NOW)

    await _added(database, "batch_1", *TOWNS[:2])

    assert await _states(store) == [ItemState.DONE, ItemState.QUEUED]
    (second,) = await _claimed(work)
    assert second.like is not None


@pytest.mark.parametrize("parts", [[TOWNS], [TOWNS[:1], TOWNS[1:2], TOWNS[2:]]], ids=["at once", "one by one"])
async def test_they_are_found_in_whatever_parts_they_come(
    parts: list[list[NewItem]], database: Database, store: DatabaseBatches
) -> None:
    """And what they were found by is gone when all are there."""
    making, made = DatabaseBatchMaking(database), replace(batch("batch_1"), near=True)
    await making.create(made)
    for part in parts:
        await making.add(made, part, NOW)
    await making.begin("acme", "batch_1", NOW)

    assert await _states(store) == [ItemState.QUEUED, ItemState.WAITING, ItemState.WAITING]
    async with database.reading() as connection:
        assert await connection.scalar(select(func.count()).select_from(BANDS)) == 0


async def test_where_code_writes_each_is_written(database: Database, store: DatabaseBatches) -> None:
    """It costs nothing, and waits for nobody."""
    await add_batch(database, "batch_1", "acme", *TOWNS)

    assert await _states(store) == [ItemState.QUEUED] * 3
