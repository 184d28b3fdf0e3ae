"""The courier: nothing is sent twice, nothing is lost, whatever the provider does and whenever the process dies."""

from __future__ import annotations

from collections.abc import AsyncIterator
from itertools import count
from pathlib import Path

import pytest

from databases import ready_file
from doubles.batches import NOW, add_batch, item
from doubles.carrier import Clock, ScriptedCarrier
from unbland.adapters.database.batch_parcels import DatabaseParcels
from unbland.adapters.database.batch_questions import DatabaseParking
from unbland.adapters.database.batch_work import DatabaseBatchWork
from unbland.adapters.database.batches import DatabaseBatches
from unbland.adapters.database.connection import Database
from unbland.application.batch.courier import Courier
from unbland.application.batch.model import BatchItem, Ended, Halt, ItemState, Via
from unbland.application.batch.parcels import Came, Size, Standing
from unbland.application.batch.parking import Question
from unbland.application.batch.ports import Chunk
from unbland.application.batch.refusals import FileGone, ProviderAway, ProviderRefused
from unbland.application.rewrites.model import Claim, Failure
from unbland.application.rewrites.service import Terms

PARKED, QUEUED = ItemState.PARKED, ItemState.QUEUED


class Route:
    """A batch of eight questions on its way, and the courier of a process that may be another one soon."""

    def __init__(self, database: Database) -> None:
        """Take where it lasts."""
        self.database = database
        self.store = DatabaseBatches(database)
        self.parcels = DatabaseParcels(database)
        self.carrier = ScriptedCarrier()
        self.clock = Clock(NOW)
        self._ids = count()
        self.restart()

    def restart(self) -> None:
        """A new process, which remembers nothing."""
        terms = Terms(now=self.clock, new_id=lambda: str(next(self._ids)))
        self.courier = Courier(self.parcels, self.carrier, terms)

    async def ask(self) -> None:
        """Every item asks one question."""
        work, parking = DatabaseBatchWork(self.database), DatabaseParking(self.database)
        items = [item(str(number)) for number in range(8)]
        await add_batch(self.database, "batch_1", "acme", *items, via=Via.OPENAI_BATCH)
        for each in await work.claim(Chunk("acme", "batch_1", 0), Claim(owner="w1", until=NOW), NOW):
            await parking.park(each, "w1", Question("m-1", f"{each.number}".encode()), NOW)

    async def go(self, times: int = 1, *, after: float = 61) -> None:
        """What is due, so many times, after so many seconds each."""
        for _ in range(times):
            await self.courier.go(await self.store.get("acme", "batch_1"))
            self.clock.pass_by(after)

    async def end_items(self) -> None:
        """What has its reply is worked on, and ends."""
        work = DatabaseBatchWork(self.database)
        for each in await work.claim(Chunk("acme", "batch_1", 0), Claim(owner="w1", until=NOW), NOW):
            await work.finish(each, "w1", Ended(outcome=Failure(code="x", detail="It broke.")), NOW)

    async def items(self) -> tuple[BatchItem, ...]:
        """All eight."""
        return await self.store.items("batch_1", after=0, limit=9, states=tuple(ItemState))

    async def states(self) -> set[tuple[ItemState, bool]]:
        """How far they are, and whether they are asked live."""
        return {(each.state, each.live) for each in await self.items()}

    async def halted(self) -> Halt | None:
        """Whether it waits for a person."""
        return (await self.store.get("acme", "batch_1")).halted


@pytest.fixture
async def route(tmp_path: Path) -> AsyncIterator[Route]:
    """One that begins."""
    database = Database(ready_file(tmp_path))
    made = Route(database)
    await made.ask()
    yield made
    await database.aclose()


async def test_there_and_back(route: Route) -> None:
    """One file, one batch, all replies, and no text is left with the provider."""
    await route.go(2)

    assert await route.states() == {(QUEUED, False)}
    assert route.carrier.asked == ["upload", "create", "look", "read", "delete", "delete"]
    assert route.carrier.files == {}
    assert (await route.store.get("acme", "batch_1")).spent.calls == 8


@pytest.mark.parametrize("step", ["upload", "create", "look", "read", "delete"])
async def test_b24_a_process_that_dies_at_any_step_is_followed_by_one_that_goes_on(route: Route, step: str) -> None:
    """There is one batch at the provider, and each question was paid for once."""

    class Killed(BaseException):
        """As if by -9."""

    def kill(what: str) -> None:
        route.carrier.asked.append(what)
        if what == step:
            raise Killed

    live, route.carrier._asked = route.carrier._asked, kill  # type: ignore[method-assign] # for one step
    route.carrier.made_anyhow = True
    with pytest.raises(Killed):
        await route.go(3)
    route.carrier._asked = live  # type: ignore[method-assign] # the other process lives
    route.restart()
    await route.go(3)

    assert len(route.carrier.batches) == 1
    assert await route.states() == {(QUEUED, False)}
    assert (await route.store.get("acme", "batch_1")).spent.calls == 8


async def test_a_batch_that_may_have_been_made_is_looked_for_before_another_is(route: Route) -> None:
    """Half a minute: a list may lag. Only then is it asked for again; the file is not sent again."""
    route.carrier.raises = {"create": ProviderAway()}
    await route.go(after=2)
    route.restart()
    route.carrier.raises = {}
    await route.go(10, after=2)
    assert route.carrier.batches == {}
    await route.go(10, after=2)

    assert len(route.carrier.batches) == 1
    assert [route.carrier.asked.count(each) for each in ("upload", "create")] == [1, 2]


async def test_the_half_minute_begins_when_the_answer_is_given_up(route: Route) -> None:
    """Two minutes without a word: the batch may have been made in the last of them."""

    def wait(what: str) -> None:
        asked(what)
        if what == "create":
            route.clock.pass_by(120)
            raise ProviderAway

    asked, route.carrier._asked = route.carrier._asked, wait  # type: ignore[method-assign] # for one call
    route.carrier.made_anyhow, route.carrier.shows = True, False
    await route.go(after=2)
    route.carrier._asked = asked  # type: ignore[method-assign] # it is back
    await route.go(5, after=2)
    route.carrier.shows = True
    await route.go(5)

    assert route.carrier.asked.count("create") == 1
    assert await route.states() == {(QUEUED, False)}


async def test_an_answer_that_got_lost_costs_nothing(route: Route) -> None:
    """The batch is there, in spite of a 500: it is found by its name."""
    route.carrier.raises, route.carrier.made_anyhow = {"create": ProviderAway()}, True
    await route.go()
    route.carrier.raises = {}
    await route.go(2)

    assert route.carrier.asked.count("create") == 1
    assert await route.states() == {(QUEUED, False)}


async def test_a_provider_that_is_away_is_asked_less_and_less_often(route: Route) -> None:
    """For as long as it takes; nothing is given up."""
    route.carrier.raises = {"look": ProviderAway()}
    await route.go(200, after=5)
    looks = route.carrier.asked.count("look")
    route.carrier.raises = {}
    await route.go(2)

    assert 15 < looks < 30
    assert await route.states() == {(QUEUED, False)}


@pytest.mark.parametrize("status", ["expired", "completed"])
async def test_what_did_not_come_in_time_is_asked_live(route: Route, status: str) -> None:
    """A day is over, or the provider leaves lines out."""
    route.carrier.status = status
    route.carrier.read = _nothing  # type: ignore[method-assign] # an empty file
    await route.go(2)

    assert await route.states() == {(QUEUED, True)}
    assert await route.halted() is None


async def _nothing(file: str) -> AsyncIterator[list[Came]]:
    assert file
    yield []


async def test_answers_that_the_provider_no_longer_has_wait_for_a_person(route: Route) -> None:
    """They were paid for; told to go on, the questions go again by the file, not live at twice the price."""
    read, route.carrier.read = route.carrier.read, _gone  # type: ignore[method-assign] # somebody deleted the file
    await route.go(3)
    assert await route.halted() is Halt.PROVIDER
    assert await route.parcels.said("batch_1") == "file_gone"
    assert await route.states() == {(PARKED, False)}
    route.carrier.read = read  # type: ignore[method-assign] # the next one is there
    await route.store.resume("batch_1", None, NOW)
    await route.go(2)

    assert await route.states() == {(QUEUED, False)}
    assert len(route.carrier.batches) == 2


async def _gone(file: str) -> AsyncIterator[list[Came]]:
    if file:
        raise FileGone("file_gone")
    yield []


@pytest.mark.parametrize(("status", "code"), [("failed", "model_not_found"), ("cancelled", "")])
async def test_what_the_provider_will_not_do_waits_for_a_person(route: Route, status: str, code: str) -> None:
    """Not asked live, at twice the price, without a word; told to go on, it goes again."""
    route.carrier.status, route.carrier.code = status, code
    await route.go(3)
    assert await route.halted() is Halt.PROVIDER
    assert await route.states() == {(PARKED, False)}
    assert await route.parcels.said("batch_1") == (code or status)
    assert len(route.carrier.batches) == 1
    route.carrier.status = "completed"
    await route.store.resume("batch_1", None, NOW)
    await route.go(2)

    assert await route.states() == {(QUEUED, False)}
    assert len(route.carrier.batches) == 2


async def test_lines_that_are_bad_are_asked_live_and_the_others_go_again(route: Route) -> None:
    """The provider names them when it looks through the file."""
    route.carrier.status, route.carrier.code, route.carrier.bad_lines = "failed", "invalid_json_line", (2, 3)
    await route.go(2, after=5)
    route.carrier.status, route.carrier.bad_lines = "completed", ()
    await route.go(2)

    assert [each.live for each in await route.items()] == [False, True, True, *[False] * 5]
    assert {each.state for each in await route.items()} == {QUEUED}


async def test_a_file_that_is_too_large_goes_in_halves(route: Route) -> None:
    """Down to single questions, and one that is too large alone is asked live."""
    route.carrier.most = 3
    await route.go(10)

    assert await route.states() == {(QUEUED, False)}
    assert len(route.carrier.batches) > 2
    assert (await route.store.get("acme", "batch_1")).spent.calls == 8


async def test_one_question_that_is_too_large_is_asked_live(route: Route) -> None:
    """Nobody can halve it."""
    route.carrier.most = 0
    await route.go(20)

    assert await route.states() == {(QUEUED, True)}


async def test_a_queue_that_is_full_is_given_time_and_less(route: Route) -> None:
    """Nothing is sent for a minute, then half as much; when something is back, more again."""
    route.carrier.status, route.carrier.code = "failed", "token_limit_exceeded"
    await route.go(2, after=5)
    await route.go(5, after=5)
    assert len(route.carrier.batches) == 1
    route.carrier.status = "completed"
    await route.go(3)
    assert {each.state for each in await route.items()} == {QUEUED, PARKED}
    await route.end_items()
    await route.go(2)

    assert len(route.carrier.batches) == 3
    assert {each.state for each in await route.items()} == {ItemState.FAILED, QUEUED}


async def test_a_queue_that_is_full_of_ours_is_waited_for(route: Route) -> None:
    """What is under way must come back first; what is sent then is no smaller."""
    route.courier._most = Size(4, 1000)
    route.carrier.status = "in_progress"
    await route.go()
    route.carrier.status, route.carrier.code = "failed", "token_limit_exceeded"
    first = next(iter(route.carrier.batches))
    look = route.carrier.look

    async def waits(id_: str) -> Standing:
        standing = await look(id_)
        return standing.__class__(id=id_, status="in_progress") if id_ == first else standing

    route.carrier.look = waits  # type: ignore[method-assign] # the first one takes its time
    await route.go(6)
    assert len(route.carrier.batches) == 2
    route.carrier.look, route.carrier.status = look, "completed"  # type: ignore[method-assign] # and is done
    await route.go(2)
    await route.end_items()
    await route.go(2)

    assert len(route.carrier.batches) == 3
    assert {each.state for each in await route.items()} == {ItemState.FAILED, QUEUED}


@pytest.mark.parametrize("call", ["upload", "create"])
async def test_what_is_refused_before_there_is_a_batch_is_packed_anew(route: Route, call: str) -> None:
    """Nothing was made, so nothing is looked for; and nothing is left there."""
    route.carrier.raises = {call: ProviderRefused("out_of_quota")}
    await route.go(3)
    assert await route.halted() is Halt.PROVIDER
    assert await route.parcels.under_way("batch_1") == []
    assert route.carrier.files == {}
    route.carrier.raises = {}
    await route.store.resume("batch_1", None, NOW)
    await route.go(2)

    assert await route.states() == {(QUEUED, False)}


async def test_a_batch_that_the_key_does_not_see_is_not_given_up(route: Route) -> None:
    """It may be another account's key: with the right one all is there. Cancelled, it is let go."""
    await route.go()
    route.carrier.raises = {"look": ProviderRefused("not_found")}
    await route.go()
    assert await route.halted() is Halt.PROVIDER
    assert len(await route.parcels.under_way("batch_1")) == 1
    await route.store.cancel("batch_1", NOW)
    await route.go()

    assert await route.parcels.under_way("batch_1") == []
    assert await route.states() == {(ItemState.CANCELLED, False)}


@pytest.mark.parametrize("sent", [0, 1])
async def test_b29_what_is_cancelled_is_cancelled_at_the_provider(route: Route, sent: int) -> None:
    """What was packed only is not sent at all."""
    route.carrier.raises = {} if sent else {"upload": ProviderAway()}
    route.carrier.status = "in_progress"
    await route.go(2)
    await route.store.cancel("batch_1", NOW)
    route.carrier.raises = {}
    await route.go(2)
    assert [each.status for each in route.carrier.batches.values()] == ["cancelled"] * sent
    assert await route.states() == {(ItemState.CANCELLED, False)}
    assert route.carrier.files == {}
    assert await route.halted() is None


async def test_resumed_while_it_is_being_cancelled_it_is_sent_again(route: Route) -> None:
    """We cancelled it ourselves, so that nobody need be asked."""
    route.carrier.status = "in_progress"
    await route.go()
    await route.store.cancel("batch_1", NOW)
    route.carrier.raises = {"look": ProviderAway()}
    await route.go()
    await route.store.resume("batch_1", None, NOW)
    route.carrier.raises = {}
    await route.go(2)
    route.carrier.status = "completed"
    await route.go(2)

    assert await route.states() == {(QUEUED, False)}
    assert len(route.carrier.batches) == 2
    assert await route.halted() is None
