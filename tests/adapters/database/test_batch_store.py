"""Batches in the database, on SQLite and PostgreSQL: each item once, fenced off, within its limits, never another's."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from databases import KINDS
from doubles.batches import NOW, add_batch, batch, item
from unbland.adapters.database.batch_making import DatabaseBatchMaking
from unbland.adapters.database.batch_tables import BATCHES, ITEMS
from unbland.adapters.database.batch_work import DatabaseBatchWork
from unbland.adapters.database.batches import DatabaseBatches
from unbland.adapters.database.book_tables import USAGE
from unbland.adapters.database.books import DatabaseBooks
from unbland.adapters.database.connection import Database
from unbland.adapters.database.rewrites import DatabaseRewrites
from unbland.adapters.database.webhooks import DatabaseWebhooks
from unbland.application.batch.model import ENDS, BatchItem, BatchState, Ended, Halt, ItemState, Limits, NewItem
from unbland.application.batch.ports import Chunk
from unbland.application.books.model import Limits as DayLimits
from unbland.application.books.model import Spent
from unbland.application.books.quota import Quota
from unbland.application.result import Rewrite
from unbland.application.rewrite import Engine, Rewriter
from unbland.application.rewrites.model import Claim, Failure, Once
from unbland.application.webhooks.model import Endpoint, Told
from unbland.core.batch.triaged import Labels
from unbland.core.facts import CompanyFacts, Role
from unbland.errors import NoSuchBatch

LATER = NOW + timedelta(minutes=1)
CHUNK = Chunk("acme", "batch_1", 0)
BROKEN = Ended(outcome=Failure(code="broken", detail="It broke."))


@pytest.fixture
def store(database: Database) -> DatabaseBatches:
    """Batches in it."""
    return DatabaseBatches(database)


@pytest.fixture
def making(database: Database) -> DatabaseBatchMaking:
    """New ones in it."""
    return DatabaseBatchMaking(database)


@pytest.fixture
def work(database: Database) -> DatabaseBatchWork:
    """The work on them."""
    return DatabaseBatchWork(database)


async def _claimed(work: DatabaseBatchWork, owner: str = "w1", chunk: Chunk = CHUNK) -> tuple[BatchItem, ...]:
    return await work.claim(chunk, Claim(owner=owner, until=LATER), NOW)


async def _written(one: BatchItem) -> Ended:
    assert one.order is not None
    rewriter = Rewriter(chain=None, new_id=lambda: f"rw_{one.number}", seconds=30)
    return Ended(outcome=await rewriter.rewrite(one.order.draft), spent=Spent(calls=1, input_tokens=100))


async def _states(store: DatabaseBatches, id_: str = "batch_1") -> list[ItemState]:
    found = await store.items(id_, after=0, limit=100, states=tuple(ItemState))
    return [each.state for each in found]


async def test_b25_a_worker_that_wakes_up_late_writes_nothing(
    database: Database, store: DatabaseBatches, work: DatabaseBatchWork
) -> None:
    """Its claim ran out and another took the item: what it made is refused, and what it spent is not counted."""
    await add_batch(database, "batch_1")
    (late,) = await _claimed(work)
    assert await work.start(late, "w1", NOW) is not None
    (taken,) = await work.claim(CHUNK, Claim(owner="w2", until=LATER + timedelta(hours=1)), LATER)

    assert not await work.finish(late, "w1", BROKEN, LATER)
    assert await work.start(late, "w1", LATER) is None
    assert await work.finish(taken, "w2", await _written(taken), LATER)
    assert not await work.finish(taken, "w2", BROKEN, LATER)
    assert await _states(store) == [ItemState.DONE]
    assert (await store.get("acme", "batch_1")).spent.calls == 1


async def test_b25_the_same_worker_is_fenced_off_from_its_own_earlier_claim(
    database: Database, work: DatabaseBatchWork
) -> None:
    """The owner's name is not enough: a claim is one claim."""
    await add_batch(database, "batch_1")
    (first,) = await _claimed(work)
    await work.take_over("batch_1", NOW)
    (second,) = await _claimed(work)

    assert not await work.finish(first, "w1", BROKEN, NOW)
    assert await work.finish(second, "w1", BROKEN, NOW)


async def test_what_asks_the_same_is_written_once(
    database: Database, store: DatabaseBatches, work: DatabaseBatchWork
) -> None:
    """Two of three items say the same: two are claimed, and the copy comes with the result and whose it is."""
    await add_batch(
        database, "batch_1", "acme", item("1"), item("2", "Cook\n\n- Cook for 9 guests"), item("3", item_text())
    )
    claimed = await _claimed(work)
    assert [each.number for each in claimed] == [1, 2]
    for each in claimed:
        await work.finish(each, "w1", await _written(each), NOW)

    found = await store.items("batch_1", after=0, limit=9, states=ENDS)
    assert [each.state for each in found] == [ItemState.DONE] * 3
    assert found[2].copied_from == "batch_1/1"
    assert _result(found[2]).posting == _result(found[0]).posting
    assert (await store.counts("batch_1")).copied == 1


@pytest.mark.parametrize("sign", ["\x00", "\ud800"], ids=["nul", "half"])
async def test_what_no_database_keeps_is_an_error_of_its_own(
    database: Database, store: DatabaseBatches, sign: str
) -> None:
    """In a name, a draft, a fact or a complaint; the postings beside it are kept, and so is a NUL that is spelt out."""
    order = item("1").order
    assert order is not None
    said = replace(order, facts=CompanyFacts(role=Role(title=f"Clerk{sign}")))
    await add_batch(
        database,
        "batch_1",
        "acme",
        replace(item("1"), labels=Labels(key=f"a{sign}", place=f"line {sign}")),
        item("2", f"Cook\n\n- Cook for 9 guests{sign}"),
        replace(item("3"), order=said),
        NewItem(labels=Labels(key="4", place="line 4"), failure=Failure(code="invalid_line", detail=f"{sign}: none")),
        item("5", r"Cook\n\n- Write \u0000 on 9 plates"),
    )

    found = await store.items("batch_1", after=0, limit=9, states=tuple(ItemState))
    assert [each.failure.code if each.failure else "" for each in found] == [
        "",
        "not_text",
        "not_text",
        "invalid_line",
        "",
    ]


def item_text() -> str:
    """What the item called 1 says."""
    order = item("1").order
    assert order is not None
    return str(order.draft.content)


def _result(one: BatchItem) -> Rewrite:
    assert one.result is not None
    return one.result


async def test_b33_the_same_batch_again_has_nothing_to_do(
    database: Database, store: DatabaseBatches, work: DatabaseBatchWork
) -> None:
    """Every item has its result before the work begins; a tenant's results are nobody else's."""
    await add_batch(database, "batch_1", "acme", item("1"), item("2"))
    for each in await _claimed(work):
        await work.finish(each, "w1", await _written(each), NOW)
    await add_batch(database, "batch_2", "acme", item("1"), item("2"))
    await add_batch(database, "batch_3", "other", item("1"), item("2"))

    assert await _states(store, "batch_2") == [ItemState.DONE] * 2
    assert await work.close("batch_2", NOW)
    assert [each.copied_from for each in await store.items("batch_2", after=0, limit=9, states=ENDS)] == [
        "batch_1/1",
        "batch_1/2",
    ]
    assert await _states(store, "batch_3") == [ItemState.QUEUED] * 2


async def test_another_writer_writes_again(
    database: Database, store: DatabaseBatches, making: DatabaseBatchMaking, work: DatabaseBatchWork
) -> None:
    """A new model, prompt or version is another answer."""
    await add_batch(database, "batch_1")
    (one,) = await _claimed(work)
    await work.finish(one, "w1", await _written(one), NOW)
    other = replace(batch("batch_2"), writer="editor 2")
    await making.create(other)
    await making.add(other, [item("1")], NOW)

    assert await _states(store, "batch_2") == [ItemState.QUEUED]


async def test_b28_a_name_that_is_used_twice_fails_alone(
    database: Database, store: DatabaseBatches, making: DatabaseBatchMaking
) -> None:
    """Across parts as within one; the first keeps its name."""
    await add_batch(database, "batch_1", "acme", item("1"), item("1", "Cook"))
    await making.add(await store.get("acme", "batch_1"), [item("1", "Baker"), item("2")], NOW)

    assert await _states(store) == [ItemState.QUEUED, ItemState.FAILED, ItemState.FAILED, ItemState.QUEUED]
    assert (await store.counts("batch_1")).failures == {"duplicate_id": 2}
    assert (await store.get("acme", "batch_1")).total == 4


async def test_b30_a_budget_that_is_spent_halts_and_goes_on_when_it_is_raised(
    database: Database, store: DatabaseBatches, work: DatabaseBatchWork
) -> None:
    """The item that would come next is not begun, and nothing is claimed until somebody says so."""
    await add_batch(database, "batch_1", "acme", item("1"), item("2"), item("3"), limits=Limits(tokens=150))
    one, two, three = await _claimed(work)
    for each in (one, two):
        assert await work.start(each, "w1", NOW) is not None
        await work.finish(each, "w1", await _written(each), NOW)
    assert await work.start(three, "w1", NOW) is None
    await work.release(CHUNK, "w1", NOW)

    assert (await store.get("acme", "batch_1")).halted is Halt.BUDGET
    assert await _claimed(work) == ()
    assert await work.waiting(NOW, None, 9) == []
    assert not await work.close("batch_1", NOW)
    await store.resume("batch_1", Limits(tokens=1000), NOW)
    (again,) = await _claimed(work)
    assert (again.number, again.begun) == (3, 0)


async def test_a_cost_is_a_limit_too(database: Database, store: DatabaseBatches, work: DatabaseBatchWork) -> None:
    """A hundred tokens at 10,000 dollars a million are a dollar."""
    limits = Limits(cost=1.0, price=(10_000.0, 0.0))
    await add_batch(database, "batch_1", "acme", item("1"), item("2"), limits=limits)
    one, two = await _claimed(work)
    await work.start(one, "w1", NOW)
    await work.finish(one, "w1", await _written(one), NOW)

    assert await work.start(two, "w1", NOW) is None
    assert (await store.get("acme", "batch_1")).halted is Halt.BUDGET


async def test_b29_a_resume_in_the_middle_of_a_cancel_stands(
    database: Database, store: DatabaseBatches, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is left cancelled in a batch that goes on, and what is cancelled may go on."""
    await add_batch(database, "batch_1")
    writing, begun = database.writing, 0

    @asynccontextmanager
    async def between() -> AsyncIterator[AsyncConnection]:
        nonlocal begun
        begun += 1
        if begun == 2:  # the cancel's first transaction is over
            await store.resume("batch_1", None, NOW)
        async with writing() as connection:
            yield connection

    monkeypatch.setattr(database, "writing", between)
    await store.cancel("batch_1", NOW)

    assert (await store.get("acme", "batch_1")).state is BatchState.IN_PROGRESS
    assert await _states(store) == [ItemState.QUEUED]


async def test_b29_cancelling_ends_what_is_not_begun_and_keeps_what_is_done(
    database: Database, store: DatabaseBatches, work: DatabaseBatchWork
) -> None:
    """What is under way may end; then the batch is cancelled, and resuming takes the rest up again."""
    await add_batch(database, "batch_1", "acme", *(item(str(n)) for n in range(20)))
    claimed = await _claimed(work)
    await work.finish(claimed[0], "w1", await _written(claimed[0]), NOW)
    await work.start(claimed[1], "w1", NOW)
    await store.cancel("batch_1", NOW)
    assert (await store.get("acme", "batch_1")).state is BatchState.CANCELLING

    assert await work.start(claimed[2], "w1", NOW) is None
    assert await work.finish(claimed[1], "w1", await _written(claimed[1]), NOW)
    await work.release(CHUNK, "w1", NOW)
    assert await work.close("batch_1", NOW)
    assert (await store.get("acme", "batch_1")).state is BatchState.CANCELLED
    counts = await store.counts("batch_1")
    assert (counts.of(ItemState.DONE), counts.of(ItemState.CANCELLED), counts.open) == (2, 18, 0)
    await store.resume("batch_1", None, NOW)
    assert (await store.counts("batch_1")).of(ItemState.QUEUED) == 18


async def test_what_failed_is_done_again_and_its_copies_with_it(
    database: Database, store: DatabaseBatches, work: DatabaseBatchWork
) -> None:
    """A copy fails with what it copies; of other failures only those that are named are tried again."""
    await add_batch(database, "batch_1", "acme", item("1"), item("2", item_text()), item("3"))
    first, third = await _claimed(work)
    await work.finish(first, "w1", BROKEN, NOW)
    await work.finish(third, "w1", Ended(outcome=Failure(code="other", detail="Otherwise.")), NOW)
    assert await work.close("batch_1", NOW)
    assert await _states(store) == [ItemState.FAILED] * 3

    assert await store.retry("batch_1", ["broken"], NOW) == 2
    assert await _states(store) == [ItemState.QUEUED, ItemState.WAITING, ItemState.FAILED]
    (again,) = await _claimed(work)
    await work.finish(again, "w1", await _written(again), NOW)
    assert await _states(store) == [ItemState.DONE, ItemState.DONE, ItemState.FAILED]


async def test_turns_of_all_workers_together_keep_to_the_calls_a_minute(
    database: Database, work: DatabaseBatchWork
) -> None:
    """A hundred and twenty are two a second, whoever asks, but for half a second's worth at once; tokens likewise."""
    await add_batch(database, "batch_1", limits=Limits(rpm=120))
    await add_batch(database, "batch_2", limits=Limits(tpm=60_000))
    other = DatabaseBatchWork(database)

    waits = [await each.turn("batch_1", 1, NOW) for each in (work, other, work, other)]
    assert waits == pytest.approx([0, 0, 0.5, 1])
    assert await work.turn("batch_1", 3, NOW) == pytest.approx(1.5)
    assert await other.turn("batch_1", 1, NOW) == pytest.approx(3)
    assert [await work.turn("batch_2", 1, NOW) for _ in range(2)] == pytest.approx([0, 4.5])


async def test_s21_a_batch_is_nobody_elses(database: Database, store: DatabaseBatches) -> None:
    """With another tenant's id it is as if it had never been; the old go with their items when they are over."""
    await add_batch(database, "batch_1")
    with pytest.raises(NoSuchBatch):
        await store.get("other", "batch_1")
    with pytest.raises(NoSuchBatch):
        await store.page("other", after="batch_1", limit=5)
    assert await store.page("other", after=None, limit=5) == ()

    assert await store.purge(NOW + timedelta(days=1)) == 0
    await store.cancel("batch_1", NOW)
    assert await store.purge(NOW + timedelta(days=1)) == 1
    assert await _states(store) == []


@pytest.mark.parametrize("end", ["finish", "abandon"])
async def test_s21_an_item_that_ends_after_its_tenant_was_forgotten_leaves_no_row(
    end: str, database: Database, work: DatabaseBatchWork
) -> None:
    """Not even of what it took, under any name."""
    await add_batch(database, "batch_1", "acme")
    one, *_ = await _claimed(work)
    await DatabaseRewrites(database).forget("acme")
    if end == "finish":
        assert not await work.finish(one, "w1", replace(BROKEN, spent=Spent(calls=1)), NOW)
    else:
        await work.abandon(one, "w1", Spent(calls=1), NOW)

    async with database.reading() as connection:
        assert (await connection.execute(select(USAGE))).all() == []


async def test_b4_a_key_leads_to_one_batch_of_two_that_race_for_it(
    store: DatabaseBatches, making: DatabaseBatchMaking
) -> None:
    """Whichever is first; another tenant's key of the same name, or the key when it has run out, leads to another."""
    once = Once(key="k", fingerprint="", expires=NOW + timedelta(hours=72))
    made = await asyncio.gather(*(making.create(batch(f"batch_{n}"), once) for n in range(4)))
    assert len({each.id for each in made}) == 1
    assert len(await store.page("acme", after=None, limit=9)) == 1
    assert (await making.create(batch("batch_8", "other"), once)).id == "batch_8"
    late = replace(batch("batch_9"), created=NOW + timedelta(hours=73))
    assert (await making.create(late, once)).id == "batch_9"

    assert await making.fingerprint("acme", "batch_9") is None
    await making.begin("acme", "batch_9", NOW, "what was sent")
    assert await making.fingerprint("acme", "batch_9") == "what was sent"
    await making.discard("batch_9")
    assert (await making.create(batch("batch_10"), once)).id == "batch_10"


async def test_a_batch_whose_items_stop_coming_is_given_up(
    database: Database, store: DatabaseBatches, making: DatabaseBatchMaking
) -> None:
    """Whoever still sends is told that it is gone; one that has begun stays."""
    await add_batch(database, "batch_1")
    cut = batch("batch_2")
    await making.create(cut)
    await making.add(cut, [item("1")], NOW + timedelta(minutes=1))

    assert await making.discard_cut_off(NOW + timedelta(minutes=1)) == 0
    assert await making.discard_cut_off(NOW + timedelta(minutes=2)) == 1
    with pytest.raises(NoSuchBatch):
        await making.add(cut, [item("2")], NOW)
    assert (await store.get("acme", "batch_1")).total == 1


async def test_whoever_wants_to_be_told_is_told_of_ends_and_halts(
    database: Database, store: DatabaseBatches, work: DatabaseBatchWork
) -> None:
    """Once each, in the transaction that makes them so."""
    hooks = DatabaseWebhooks(database)
    endpoint = Endpoint(id="we_1", tenant="acme", url="", events=frozenset(Told), secrets=(), created=NOW)
    await hooks.add(endpoint)
    for number in (1, 2):
        await add_batch(database, f"batch_{number}")
    await add_batch(database, "batch_3", "other")
    (one,) = await _claimed(work)
    await work.start(one, "w1", NOW)
    await work.finish(one, "w1", await _written(one), NOW)
    for _ in range(2):
        await work.close(None, NOW)
        await work.halt("batch_2", Halt.BUDGET, NOW)
        await store.cancel("batch_2", NOW)

    told = sorted((found.kind, found.body["data"]) for found in await hooks.deliveries("acme", "we_1", 9))
    assert told == [
        ("batch.cancelled", {"id": "batch_2", "status": "cancelled"}),
        ("batch.completed", {"id": "batch_1", "status": "completed"}),
        ("batch.halted", {"id": "batch_2", "halted": "budget_exceeded"}),
    ]


@pytest.mark.parametrize("database", KINDS[1:], indirect=True)
async def test_who_begins_who_ends_and_who_holds_on_wait_for_each_other_in_no_ring(
    database: Database, work: DatabaseBatchWork
) -> None:
    """Each takes items before their batch; the server would break a ring by failing one of them."""
    await add_batch(database, "batch_1", "acme", *(item(str(n)) for n in range(8)))
    first, *_, last = await _claimed(work)

    async def waiting(count: int) -> None:
        query = text("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event = :what")
        async with asyncio.timeout(60):
            while True:
                async with database.reading() as connection:
                    if await connection.scalar(query, {"what": "transactionid"}) == count:
                        return

    async with database.writing() as ends:  # holds the last item, and then wants the batch
        await ends.execute(update(ITEMS).where(ITEMS.c.number == last.number).values(updated=NOW))
        holds = asyncio.create_task(work.renew(CHUNK, Claim(owner="w1", until=LATER)))  # has the first, wants the last
        await waiting(1)
        begins = asyncio.create_task(work.start(first, "w1", NOW))
        await waiting(2)
        await ends.execute(update(BATCHES).values(updated=NOW))
    await holds

    assert await begins is not None


async def test_pages_go_by_the_order_they_came_in(database: Database, store: DatabaseBatches) -> None:
    """The newest first, each once."""
    for number in range(3):
        await add_batch(database, f"batch_{number}")
    first = await store.page("acme", after=None, limit=2)

    assert [each.id for each in first] == ["batch_2", "batch_1"]
    assert [each.id for each in await store.page("acme", after="batch_1", limit=2)] == ["batch_0"]


async def test_s27_a_batch_stops_at_its_tenants_day_and_goes_on_with_the_next(
    database: Database, store: DatabaseBatches
) -> None:
    """What an item took counts against the day, so that the next is not begun; after midnight the batch goes on."""
    work = DatabaseBatchWork(database, Quota(limits=DayLimits(tokens=100), model=True))
    await add_batch(database, "batch_1", "acme", item("1"), item("2"))
    first, second = await _claimed(work)
    assert await work.start(first, "w1", NOW) is not None
    spent = Spent(calls=1, input_tokens=90, output_tokens=20)
    assert await work.finish(first, "w1", replace(BROKEN, spent=spent), NOW)

    assert second.order is not None
    by_model = replace(second, order=replace(second.order, engine=Engine.AUTO))
    assert await work.start(by_model, "w1", NOW) is None
    assert (await store.get("acme", "batch_1")).halted is Halt.QUOTA
    (day,) = await DatabaseBooks(database).days("acme", NOW.date())
    assert (day.rewrites, day.spent) == (1, spent)

    await work.release(CHUNK, "w1", NOW)
    await work.new_day(LATER)
    assert await work.waiting(LATER, None, 9) == []
    tomorrow = NOW + timedelta(days=1)
    await work.new_day(tomorrow)
    assert await work.waiting(tomorrow, None, 9) == [CHUNK]
    (again,) = await work.claim(CHUNK, Claim(owner="w1", until=tomorrow + timedelta(hours=1)), tomorrow)
    assert await work.start(again, "w1", tomorrow) is not None


def _statements(database: Database) -> list[tuple[str, Any]]:
    """The statements that are sent from now on, with their values."""
    sent: list[tuple[str, Any]] = []

    def heard(*about: Any) -> None:  # noqa: ANN401 - what SQLAlchemy hands over
        if not about[2].startswith("BEGIN"):
            sent.append((about[2], about[3]))

    event.listen(database.engine.sync_engine, "before_cursor_execute", heard)
    return sent


async def test_an_item_takes_the_database_two_statements_to_begin_and_three_to_end(
    database: Database, work: DatabaseBatchWork
) -> None:
    """Whatever it does not have, copies or questions, is not asked for by itself."""
    await add_batch(database, "batch_1")
    (one,) = await _claimed(work)
    ended = await _written(one)
    sent = _statements(database)

    await work.start(one, "w1", NOW)
    assert len(sent) == 2
    await work.finish(one, "w1", ended, NOW)
    assert len(sent) == 5


@pytest.mark.parametrize("database", KINDS[:1], indirect=True)
async def test_what_waits_is_found_in_the_order_of_an_index(database: Database, work: DatabaseBatchWork) -> None:
    """So that the first chunks of a million items cost what those of a hundred do."""
    await add_batch(database, "batch_1")
    sent = _statements(database)
    assert await work.waiting(NOW, None, 9) == [CHUNK]

    async with database.reading() as connection:
        for statement, values in sent[1:3]:
            plan = (await connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)).all()
            assert "INDEX" in str(plan)
            assert "TEMP B-TREE" not in str(plan)
