"""Questions and parcels in the database: asked once, packed once, counted once, within the budget."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, text

from databases import KINDS, fresh_database
from doubles.batches import NOW, add_batch, item
from unbland.adapters.database.batch_parcels import DatabaseParcels
from unbland.adapters.database.batch_questions import DatabaseParking
from unbland.adapters.database.batch_tables import BATCHES
from unbland.adapters.database.batch_work import DatabaseBatchWork
from unbland.adapters.database.batches import DatabaseBatches
from unbland.adapters.database.book_tables import USAGE
from unbland.adapters.database.books import DatabaseBooks, spend
from unbland.adapters.database.connection import Database
from unbland.application.batch.model import BatchItem, Ended, Halt, ItemState, Limits, Via
from unbland.application.batch.parcels import Came, Parcel, ParcelState, Size
from unbland.application.batch.parking import Question, Reply
from unbland.application.batch.ports import Chunk
from unbland.application.books.model import Limits as DayLimits
from unbland.application.books.model import Spent
from unbland.application.books.quota import Quota
from unbland.application.rewrites.model import Claim, Failure

LATER = NOW + timedelta(minutes=1)
CHUNK = Chunk("acme", "batch_1", 0)
MOST = Size(1000, 1_000_000)
REPLY = Reply(200, "req_1", b'{"choices": []}')
SPENT = Spent(calls=1, input_tokens=100, output_tokens=10, micros=50)


class Shop:
    """A batch that goes by the file, in a database of its own."""

    def __init__(self, database: Database, quota: Quota | None = None) -> None:
        """Take the database."""
        self.database = database
        self.store = DatabaseBatches(database)
        self.work = DatabaseBatchWork(database)
        self.parking = DatabaseParking(database)
        self.parcels = DatabaseParcels(database, *([quota] if quota else []))

    async def fill(self, count: int = 3, limits: Limits | None = None) -> None:
        """So many items."""
        items = [item(str(number)) for number in range(count)]
        await add_batch(self.database, "batch_1", "acme", *items, limits=limits, via=Via.OPENAI_BATCH)

    async def claim(self) -> tuple[BatchItem, ...]:
        """What is to be worked on, begun."""
        found = await self.work.claim(CHUNK, Claim(owner="w1", until=LATER), NOW)
        return tuple([each for each in found if await self.work.start(each, "w1", NOW) is not None])

    async def park(self, *bodies: str) -> None:
        """Everything that is to be worked on asks this, or what is told for each."""
        items = await self.claim()
        for place, each in enumerate(items):
            body = bodies[place] if place < len(bodies) else f"question of {each.number}"
            await self.parking.park(each, "w1", Question("m-1", body.encode()), NOW)

    async def pack(self, name: str = "p1", most: Size = MOST) -> Parcel | None:
        """What goes together."""
        return await self.parcels.pack("batch_1", name, most, NOW)

    async def packed(self, name: str = "p1", most: Size = MOST) -> Parcel:
        """The same, where something does."""
        parcel = await self.pack(name, most)
        assert parcel is not None
        return parcel

    async def lines(self, parcel: Parcel) -> list[tuple[int, int, str]]:
        """What stands in a parcel."""
        return [(line.number, line.step, line.body.decode()) async for line in self.parcels.lines(parcel)]

    async def states(self) -> list[ItemState]:
        """How far all items are."""
        found = await self.store.items("batch_1", after=0, limit=100, states=tuple(ItemState))
        return [each.state for each in found]


@pytest.fixture(params=KINDS)
async def shop(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Shop]:
    """An empty one."""
    async with fresh_database(request.param, tmp_path) as made:
        yield Shop(made)


async def test_what_is_parked_goes_once_and_its_replies_come_home_once(shop: Shop) -> None:
    """The same replies twice, those of others and those of nobody change nothing and cost nothing."""
    await shop.fill()
    await shop.park()
    parcel = await shop.packed()
    assert await shop.pack("p2") is None
    assert [line[0] for line in await shop.lines(parcel)] == [1, 2, 3]
    assert (parcel.questions, parcel.size) == (3, 39)
    assert await shop.parcels.away("batch_1") == 0
    sent = await shop.parcels.tell(replace(parcel, provider_id="b1", state=ParcelState.SENT), LATER)
    assert await shop.parcels.under_way("batch_1") == [sent]
    assert await shop.parcels.away("batch_1") == 3

    came = [Came(number, 1, REPLY, SPENT) for number in (2, 1, 2, 9)]
    for _ in range(2):
        await shop.parcels.keep(sent, came, NOW)
    await shop.parcels.keep(replace(sent, name="other"), [Came(3, 1, REPLY, SPENT)], NOW)
    batch = await shop.store.get("acme", "batch_1")

    assert await shop.states() == [ItemState.QUEUED, ItemState.QUEUED, ItemState.PARKED]
    assert (batch.spent.calls, batch.spent.input_tokens, batch.reduced.input_tokens) == (2, 200, 200)
    (day,) = await DatabaseBooks(shop.database).days("acme", NOW.date())
    assert (day.spent, day.rewrites) == (SPENT + SPENT, 0)
    first, _ = await shop.claim()
    slip = await shop.parking.slip(first)
    assert slip.reply_to(Question("m-1", b"question of 1")) == REPLY
    assert slip.reply_to(Question("m-1", b"question of 1")) is None


async def test_who_counts_replies_waits_for_the_day_before_it_takes_the_batch(shop: Shop) -> None:
    """As where an item ends; the other way round the two would wait for each other."""
    if shop.database.is_sqlite:
        return  # one writer at a time
    await shop.fill()
    await shop.park()
    parcel = await shop.packed()
    async with shop.database.writing() as connection:
        await spend(connection, "acme", NOW, SPENT)

    async def is_waiting() -> bool:
        locked = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
        async with shop.database.reading() as looking:
            return bool(await looking.scalar(text(locked)))

    async with shop.database.writing() as day:
        await day.execute(select(USAGE).with_for_update())
        keeping = asyncio.create_task(shop.parcels.keep(parcel, [Came(1, 1, REPLY, SPENT)], NOW))
        async with asyncio.timeout(60):
            while not await is_waiting():  # noqa: ASYNC110 - nobody tells
                await asyncio.sleep(0.02)
        async with shop.database.writing() as other:
            await other.execute(select(BATCHES).with_for_update(nowait=True))
    await keeping

    assert (await shop.store.get("acme", "batch_1")).spent.calls == 1


async def test_nothing_goes_while_more_is_soon_to_come_unless_a_parcel_is_full(shop: Shop) -> None:
    """One file for all, or as many as a file holds."""
    await shop.fill(20)
    await shop.park()
    assert await shop.pack() is None  # the second chunk has not asked yet
    full = await shop.packed(most=Size(4, 1_000_000))
    large = await shop.packed("p2", Size(1000, 30))

    assert [line[0] for line in await shop.lines(full)] == [1, 2, 3, 4]
    assert [line[0] for line in await shop.lines(large)] == [5, 6]


async def test_a_parcel_asks_one_model(shop: Shop) -> None:
    """As the provider wants it; the other one's questions go in another."""
    await shop.fill()
    items = await shop.claim()
    for each, model in zip(items, ("m-1", "m-2", "m-1"), strict=True):
        await shop.parking.park(each, "w1", Question(model, b"q"), NOW)
    parcels = [await shop.packed("p1"), await shop.packed("p2")]

    assert [(each.model, each.questions) for each in parcels] == [("m-1", 2), ("m-2", 1)]


async def test_what_was_asked_twice_is_asked_live(shop: Shop) -> None:
    """Two days are enough: the third question of an item goes into no file; how often one is sent is another matter."""
    await shop.fill(2)
    for step in ("first", "second", "third"):
        await shop.park(step)
        if parcel := await shop.pack(step):
            came = [Came(number, step, REPLY, SPENT) for number, step, _ in await shop.lines(parcel)]
            await shop.parcels.keep(parcel, came[:1], NOW)
            await shop.parcels.close(parcel, again=True, now=NOW)
    asked, other = await shop.store.items("batch_1", after=0, limit=9, states=tuple(ItemState))

    assert (asked.state, asked.live) == (ItemState.QUEUED, True)
    assert (other.state, other.live) == (ItemState.QUEUED, False)  # its one question had to go three times


async def test_what_the_provider_failed_at_is_asked_live(shop: Shop) -> None:
    """In a line with an error, by a bad line of the file, or since nothing came of it at all."""
    await shop.fill(4)
    await shop.park()
    parcel = await shop.packed()
    await shop.parcels.keep(parcel, [Came(1, 1, REPLY, SPENT), Came(2, 1, None)], NOW)
    await shop.parcels.lose(parcel, [1, 3], NOW)  # the first has its reply
    await shop.parcels.close(parcel, again=False, now=NOW)
    found = await shop.store.items("batch_1", after=0, limit=9, states=tuple(ItemState))

    assert [each.live for each in found] == [False, True, True, True]
    assert {each.state for each in found} == {ItemState.QUEUED}
    assert await shop.parcels.under_way("batch_1") == []


async def test_what_did_not_go_is_packed_anew_and_a_changed_question_takes_its_place(shop: Shop) -> None:
    """A question that an earlier version of ours asked is not sent where the item asks another by now."""
    await shop.fill(2)
    await shop.park()
    await shop.parcels.close(await shop.packed(), again=True, now=NOW)
    assert await shop.states() == [ItemState.PARKED] * 2
    await shop.store.cancel("batch_1", NOW)
    assert await shop.states() == [ItemState.CANCELLED] * 2
    await shop.store.resume("batch_1", None, NOW)
    await shop.park("question of 1", "another")

    assert await shop.lines(await shop.packed("p2")) == [(1, 1, "question of 1"), (2, 2, "another")]


async def test_b30_no_more_goes_than_the_budget_pays_for(shop: Shop) -> None:
    """By the size of the questions, what is with the provider included; it halts when nothing is under way."""
    await shop.fill(4, Limits(tokens=900))
    await shop.park(*["x" * 2000] * 4)
    first = await shop.packed()
    assert first.questions == 1
    assert await shop.pack("p2") is None
    assert (await shop.store.get("acme", "batch_1")).halted is None
    await shop.parcels.keep(first, [Came(1, 1, REPLY, Spent(calls=1, input_tokens=500, output_tokens=50))], NOW)
    await shop.parcels.close(first, again=False, now=NOW)
    (done,) = await shop.claim()
    await shop.work.finish(done, "w1", Ended(outcome=Failure(code="x", detail="It broke.")), NOW)
    assert await shop.pack("p3") is None
    assert (await shop.store.get("acme", "batch_1")).halted is Halt.BUDGET
    await shop.store.resume("batch_1", Limits(tokens=9000), NOW)

    assert (await shop.packed("p4")).questions == 3


async def test_half_the_price_reaches_twice_as_far(shop: Shop) -> None:
    """A limit in money is held against what a provider's batch costs."""
    # 2,000 bytes are some 455 tokens, and as many dollars at this price; half of it by the file.
    await shop.fill(3, Limits(cost=500, price=(1_000_000, 0)))
    await shop.park(*["x" * 2000] * 3)
    parcel = await shop.packed()
    await shop.parcels.keep(parcel, [Came(1, 1, REPLY, Spent(calls=1, input_tokens=400))], NOW)

    assert parcel.questions == 2
    assert (await shop.store.get("acme", "batch_1")).cost == 200


async def test_the_day_s_quota_holds_for_what_goes_by_the_file(shop: Shop) -> None:
    """Where it is spent nothing goes, and the batch waits for the next day."""
    thrifty = Shop(shop.database, Quota(limits=DayLimits(tokens=100), model=True))
    await shop.fill(2)
    await shop.park()
    first = await thrifty.packed(most=Size(1, 1_000_000))
    await thrifty.parcels.keep(first, [Came(1, 1, REPLY, SPENT)], NOW)
    await thrifty.parcels.close(first, again=True, now=NOW)

    assert await thrifty.pack("p2", Size(1, 1_000_000)) is None
    assert (await shop.store.get("acme", "batch_1")).halted is Halt.QUOTA


async def test_b29_a_cancelled_batch_writes_what_came_and_asks_nothing(shop: Shop) -> None:
    """What has a reply is worked on; what asks more, has none, or waits for a parcel is cancelled with what it has."""
    await shop.fill(4)
    await shop.park()
    parcel = await shop.packed(most=Size(3, 1_000_000))
    await shop.store.cancel("batch_1", NOW)
    assert await shop.states() == [ItemState.PARKED] * 3 + [ItemState.CANCELLED]
    assert await shop.pack("p2") is None
    await shop.parcels.keep(parcel, [Came(1, 1, REPLY, SPENT), Came(2, 1, None)], NOW)
    await shop.park("it asks on")
    await shop.parcels.close(parcel, again=True, now=NOW)
    assert await shop.states() == [ItemState.CANCELLED] * 4
    assert await shop.work.close("batch_1", NOW)
    await shop.store.resume("batch_1", None, NOW)
    first, *_ = await shop.claim()

    assert (await shop.parking.slip(first)).reply_to(Question("m-1", b"question of 1")) == REPLY


async def test_only_who_knows_the_replies_works_on_a_batch_that_goes_by_the_file(shop: Shop) -> None:
    """A worker of the service would ask all of it live, at twice the price."""
    await shop.fill(1)
    await add_batch(shop.database, "batch_2")

    assert [each.batch for each in await shop.work.waiting(NOW, None, 9)] == ["batch_2"]
    assert [each.batch for each in await shop.work.waiting(NOW, "batch_1", 9)] == ["batch_1"]


async def test_what_is_asked_live_waits_for_a_budget_that_may_yet_be_left(shop: Shop) -> None:
    """While questions are with the provider nothing is halted; what is paid for is written in any case."""
    await shop.fill(3, Limits(tokens=100))
    await shop.park("a", "b", "c")
    parcel = await shop.packed()
    costly = Came(1, 1, REPLY, Spent(calls=1, input_tokens=100))
    await shop.parcels.keep(parcel, [costly, Came(2, 1, None)], NOW)
    (paid,) = await shop.claim()
    assert (paid.number, (await shop.store.get("acme", "batch_1")).halted) == (1, None)
    await shop.work.release(CHUNK, "w1", NOW)
    await shop.parcels.close(parcel, again=True, now=NOW)
    await shop.claim()

    assert (await shop.store.get("acme", "batch_1")).halted is Halt.BUDGET


async def test_an_item_that_is_done_leaves_neither_questions_nor_texts(shop: Shop) -> None:
    """What it was answered is in its result; one that failed keeps its replies, which were paid for."""
    await shop.fill(2)
    await shop.park()
    parcel = await shop.packed()
    await shop.parcels.keep(parcel, [Came(1, 1, REPLY, SPENT), Came(2, 1, REPLY, SPENT)], NOW)
    await shop.parcels.close(parcel, again=False, now=NOW)
    for each in await shop.claim():
        await shop.work.finish(each, "w1", Ended(outcome=Failure(code="model_timeout", detail="It broke.")), NOW)
    assert await shop.store.retry("batch_1", None, NOW) == 2
    first, second = await shop.claim()

    assert (await shop.parking.slip(second)).reply_to(Question("m-1", b"question of 2")) == REPLY
    assert await shop.parcels.said("batch_1") == ""
    assert not first.live
