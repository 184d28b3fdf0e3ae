"""Words that a posting changed: however often and in whatever order they come, each version gets one text at most."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from databases import KINDS, ready_url
from doubles.fake_ats import ASHBY_ID, ASHBY_KEY, CLIENT, GREENHOUSE_ID, SECRET, FakeAts, Play
from unbland.adapters.connectors.calls import Limits
from unbland.adapters.database.connection import Database
from unbland.adapters.database.hints import DatabaseHints
from unbland.adapters.database.link_tables import HINTS
from unbland.adapters.database.links import DatabaseLinks
from unbland.adapters.database.rewrites import DatabaseRewrites
from unbland.application.connectors.hints import BY, Hints
from unbland.application.connectors.model import Link, LinkState, System
from unbland.application.connectors.proposing import Desk, token_of
from unbland.application.connectors.service import Connectors
from unbland.application.result import Rewrite
from unbland.application.review import Draft
from unbland.application.rewrite import Rewriter
from unbland.application.rewrites.model import Claim
from unbland.application.rewrites.ports import JobEngine, Work
from unbland.bootstrap.connectors import systems
from unbland.core.facts import CompanyFacts
from unbland.settings import ConnectorSettings

IDS = {System.GREENHOUSE: GREENHOUSE_ID, System.ASHBY: ASHBY_ID}
READ = {System.GREENHOUSE: ("GET", "/v3/job_posts"), System.ASHBY: ("POST", "/jobPosting.info")}
BOTH = pytest.mark.parametrize("system", list(IDS))
LIMITS = Limits(wait=1.5, backoff=0.01, read=10, connect=10, whole=120)


class Engine(JobEngine):
    """Keeps what is submitted, until the test has it done."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.works: list[Work] = []

    async def submit(self, work: Work) -> None:
        """Keep it; what waits already is not kept twice."""
        if work not in self.works:
            self.works.append(work)


@dataclass(slots=True)
class House:
    """Hints over the double, with a clock that is put forward and a rewriter that is counted."""

    ats: FakeAts
    database: Database
    late: timedelta = timedelta()
    engine: Engine = field(default_factory=Engine)
    rewritten: int = 0
    #: What happens while a text is made.
    meanwhile: Callable[[], Awaitable[None]] | None = None
    hints: Hints = field(init=False)
    connectors: Connectors = field(init=False)

    def now(self) -> datetime:
        """The time."""
        return datetime.now(UTC) + self.late

    async def rewrite(self, draft: Draft, facts: CompanyFacts) -> Rewrite:
        """The editor engine, and what happens meanwhile."""
        self.rewritten += 1
        meanwhile, self.meanwhile = self.meanwhile, None
        if meanwhile is not None:
            await meanwhile()
        return await Rewriter(chain=None, new_id=lambda: "rw_1", seconds=20).rewrite(draft, facts)

    async def hear(self, system: System, times: int = 1) -> None:
        """Events come, at once."""
        await asyncio.gather(*(self.hints.note(system, IDS[system]) for _ in range(times)))

    async def work(self) -> None:
        """Do what is to be done, by several workers that grasp at it."""
        while self.engine.works:
            id_ = self.engine.works.pop(0).id
            await asyncio.gather(*(self.hints.work(id_) for _ in range(3)))

    async def later(self, pause: timedelta) -> None:
        """Some time passes, and what is due by then is done."""
        self.late += pause
        await self.hints.resume()
        await self.work()

    async def links(self) -> Sequence[Link]:
        """Every proposal, the newest first."""
        return await self.connectors.all("local", 50)

    def reads(self, system: System) -> int:
        """How often the posting was read."""
        method, path = READ[system]
        return sum(each.method == method and each.path.startswith(path) for each in self.ats.asked)

    def edit(self, system: System, text: str) -> None:
        """Somebody adds a line to the posting."""
        if system is System.GREENHOUSE:
            self.ats.greenhouse[GREENHOUSE_ID]["content"] += f"<p>{text}</p>"
        else:
            self.ats.ashby[ASHBY_ID]["descriptionParts"]["descriptionBody"]["html"] += f"<p>{text}</p>"


@pytest.fixture
def ats() -> Iterator[FakeAts]:
    """The systems."""
    with FakeAts() as server:
        yield server


@pytest.fixture(params=KINDS)
async def house(ats: FakeAts, tmp_path: Path, request: pytest.FixtureRequest) -> AsyncIterator[House]:
    """Everything but the edges."""
    keys = ConnectorSettings.model_validate(
        {"greenhouse_client_id": CLIENT, "greenhouse_client_secret": SECRET, "ashby_api_key": ASHBY_KEY}
    )
    with ready_url(request.param, tmp_path) as url:
        made = House(ats, Database(url))
        found, ids = systems(keys, ats.hosts, LIMITS), itertools.count()
        desk = Desk(
            systems=found,
            store=DatabaseLinks(made.database),
            rewriting=made.rewrite,
            now=made.now,
            new_id=lambda: f"id{next(ids)}",
        )
        made.hints = Hints(desk, DatabaseHints(made.database), made.engine, "local")
        made.connectors = Connectors(desk)
        yield made
        for each in found.values():
            await each.aclose()
        await made.database.aclose()


def _told(caplog: pytest.LogCaptureFixture, action: str) -> list[str]:
    """The words of the log's lines of one kind."""
    found = [vars(each) for each in caplog.records if vars(each).get("action") == action]
    return [each.get("outcome") or each.get("code") or "" for each in found]


@BOTH
async def test_b46_the_same_event_seven_times_is_one_text(house: House, system: System) -> None:
    """At once and after: one read for those that came before it, one text, which a person may accept; no write."""
    await house.hear(system, 7)
    await house.work()
    assert (house.reads(system), house.rewritten) == (1, 1)

    await house.hear(system)
    await house.work()

    (link,) = await house.links()
    assert (link.state, link.by, link.posting, house.rewritten) == (LinkState.PROPOSED, BY, IDS[system], 1)
    assert house.ats.writes == []
    assert (await house.connectors.accept("local", link.id, token_of(link), "ana")).state is LinkState.APPLIED


@BOTH
async def test_b46_late_events_lead_to_the_newest_version_once(house: House, system: System) -> None:
    """What an event was about is not looked at: whatever came first, the text is for what stands there now."""
    await house.hear(system)
    for line in ("You lead 4 gardeners.", "You lead 5 gardeners."):
        house.edit(system, line)
        await house.hear(system)
    await house.work()
    (link,) = await house.links()
    assert "5 gardeners" in str(link.old)

    await house.hear(system, 3)  # of the first two edits, hours later
    await house.work()
    assert (len(await house.links()), house.rewritten) == (1, 1)

    house.edit(system, "You lead 6 gardeners.")
    await house.hear(system)
    await house.work()
    assert ["6 gardeners" in str(each.old) for each in await house.links()] == [True, False]


async def test_b46_an_event_that_comes_during_a_look_makes_another(house: House) -> None:
    """The edit that it tells of came after the read; where there was none, the second look makes nothing."""

    async def edited() -> None:
        house.edit(System.ASHBY, "You lead 4 gardeners.")
        await house.hear(System.ASHBY)

    house.meanwhile = edited
    await house.hear(System.ASHBY)
    await house.work()
    assert ["4 gardeners" in str(each.old) for each in await house.links()] == [True, False]

    house.meanwhile = lambda: house.hear(System.GREENHOUSE)
    await house.hear(System.GREENHOUSE)
    await house.work()
    assert (house.reads(System.GREENHOUSE), len(await house.links())) == (2, 3)


@BOTH
async def test_b46_b51_an_event_of_our_own_writing_makes_nothing(house: House, system: System) -> None:
    """Neither of the write nor of the undo."""
    await house.hear(system)
    await house.work()
    (link,) = await house.links()
    await house.connectors.accept("local", link.id, token_of(link), "ana")
    await house.hear(system)
    await house.work()
    await house.connectors.undo("local", link.id, "ana")
    await house.hear(system)
    await house.work()

    assert (len(await house.links()), house.rewritten) == (1, 1)


async def test_b46_what_a_person_had_proposed_already_is_not_proposed_again(house: House) -> None:
    """By the command, of this very version."""
    await house.connectors.rewrite("local", [(System.ASHBY, ASHBY_ID)], "ana")
    await house.hear(System.ASHBY)
    await house.work()

    assert [each.by for each in await house.links()] == ["ana"]


async def test_b46_a_version_without_a_text_is_looked_at_once(house: House, caplog: pytest.LogCaptureFixture) -> None:
    """What asks for facts is nothing to accept, and the same event again asks no model anew."""
    caplog.set_level("INFO", logger="unbland")
    house.ats.ashby[ASHBY_ID]["descriptionParts"]["descriptionBody"]["html"] = "<p>We are a dynamic leader.</p>"
    for _ in range(2):
        await house.hear(System.ASHBY)
        await house.work()

    assert (await house.links(), house.rewritten) == ([], 1)
    assert _told(caplog, "ats.hint_ended") == ["needs_facts", "known"]


async def test_b46_a_look_whose_process_died_is_done_by_another(house: House) -> None:
    """After its lease, and not before; the dead one's own word, should it come yet, changes nothing."""
    await house.hear(System.ASHBY)
    store, (work,) = DatabaseHints(house.database), house.engine.works
    claim = Claim(owner="dead", until=house.now() + timedelta(seconds=10))
    dead = await store.claim(work.id, claim, list(System), house.now())
    assert dead is not None
    await house.work()
    await house.later(timedelta(seconds=5))
    assert await house.links() == []

    await house.later(timedelta(seconds=6))
    (link,) = await house.links()
    assert not await store.settle(dead, house.now(), link=link)
    assert len(await house.links()) == 1


async def test_b46_a_look_that_takes_long_stays_one(house: House) -> None:
    """Its claim is renewed while it lives."""

    async def claimed_until() -> datetime:
        async with house.database.reading() as connection:
            until: datetime = (await connection.execute(select(HINTS.c.claimed_until))).scalar_one()
            return until

    async def slow() -> None:
        first = await claimed_until()
        async with asyncio.timeout(60):
            while await claimed_until() == first:  # noqa: ASYNC110 - it is renewed in the database
                await asyncio.sleep(0.05)
        house.late += timedelta(seconds=9)
        await house.hints.resume()

    house.meanwhile = slow
    await house.hear(System.ASHBY)
    await house.work()

    assert (house.engine.works, len(await house.links())) == ([], 1)


async def test_b46_a_look_that_is_told_to_stop_is_done_at_once_by_another(house: House) -> None:
    """A drain gives it back, and it counts for nothing, whether the posting changed again meanwhile or not."""
    for system in IDS:
        begun = asyncio.Event()

        async def hang(system: System = system, begun: asyncio.Event = begun) -> None:
            if system is System.ASHBY:
                await house.hear(system)
            begun.set()
            await asyncio.Event().wait()

        house.meanwhile = hang
        await house.hear(system)
        task = asyncio.create_task(house.hints.work(house.engine.works.pop().id))
        await begun.wait()
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)

    house.engine.works.clear()
    house.ats.revoked = True
    await house.later(timedelta())
    house.ats.revoked = False
    await house.later(timedelta(seconds=61))
    assert len(await house.links()) == 2


async def test_b46_a_posting_on_which_the_process_dies_is_set_aside(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    """After six looks that never ended."""
    await house.hear(System.ASHBY)
    store, (work,) = DatabaseHints(house.database), house.engine.works
    for _ in range(6):
        assert await store.claim(work.id, Claim(owner="dead", until=house.now()), list(System), house.now())
    await house.work()

    assert (await house.links(), house.reads(System.ASHBY)) == ([], 0)
    assert _told(caplog, "ats.hint_given_up") == ["set_aside"]


@BOTH
async def test_b46_b54_a_system_that_fails_is_asked_again_with_pauses_and_then_left(
    house: House, system: System, caplog: pytest.LogCaptureFixture
) -> None:
    """Six looks in nine hours, each after a pause; the log says why it ended; the next event begins anew."""
    house.ats.revoked = True
    await house.hear(system)
    await house.work()
    asked = [len(house.ats.asked)]
    for minutes in (1, 5, 30, 120, 360, 6000):
        await house.later(timedelta(seconds=minutes * 60 - 30))
        asked.append(len(house.ats.asked))
        await house.later(timedelta(seconds=31))
        asked.append(len(house.ats.asked))

    assert asked == [1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 6]
    assert _told(caplog, "ats.hint_failed") == ["connector_auth"] * 5
    assert _told(caplog, "ats.hint_given_up") == ["connector_auth"]
    assert "CANARY" not in caplog.text

    house.ats.revoked = False
    await house.hear(system)
    await house.work()
    assert len(await house.links()) == 1


async def test_b46_b48_a_busy_system_is_asked_again(house: House, caplog: pytest.LogCaptureFixture) -> None:
    """A 429 that asks for more than we wait, and a fault of ours: after the pause the text is there."""
    house.ats.play(*READ[System.ASHBY], Play(status=429, headers={"retry-after": "90"}))

    async def fault() -> None:
        raise RuntimeError("CANARY")

    house.meanwhile = fault
    await house.hear(System.ASHBY)
    await house.work()
    await house.later(timedelta(minutes=1, seconds=1))
    await house.later(timedelta(minutes=5, seconds=1))

    assert _told(caplog, "ats.hint_failed") == ["connector_busy", "internal_error"]
    assert len(await house.links()) == 1


async def test_a_posting_that_nothing_can_be_made_of_ends_the_look(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    """One without a text; one that is gone may be a moment old, and is looked for again."""
    caplog.set_level("INFO", logger="unbland")
    house.ats.greenhouse[GREENHOUSE_ID]["content"] = None
    del house.ats.ashby[ASHBY_ID]
    await house.hear(System.GREENHOUSE)
    await house.hear(System.ASHBY)
    await house.work()

    assert _told(caplog, "ats.hint_ended") == ["not_ats_document"]
    assert _told(caplog, "ats.hint_failed") == ["no_such_posting"]


async def test_what_this_process_has_no_key_for_waits_for_one_that_has(house: House) -> None:
    """Lever has none here: nobody begins it, and it is not lost."""
    await house.hints.note(System.LEVER, "p")
    await house.work()
    await house.later(timedelta(hours=1))

    assert house.engine.works == []
    assert len(await DatabaseHints(house.database).waiting([System.LEVER], house.now())) == 1


async def test_s21_hints_go_with_their_tenant_and_with_age(house: House) -> None:
    """They hold ids, and those are gone too."""
    store, kept = DatabaseRewrites(house.database), DatabaseHints(house.database)

    async def waiting() -> int:
        return len(await kept.waiting(list(System), house.now()))

    await house.hear(System.ASHBY)
    await store.purge(house.now() - timedelta(days=1))
    assert await waiting() == 1
    await store.purge(house.now() + timedelta(seconds=1))
    assert await waiting() == 0

    await house.hear(System.ASHBY)
    await store.forget("other")
    assert await waiting() == 1
    await store.forget("local")
    assert await waiting() == 0


@pytest.mark.parametrize("mark", ["\x00", "\ud83d"], ids=["NUL", "half a character"])
async def test_what_no_database_keeps_ends_the_look_in_words(
    house: House, mark: str, caplog: pytest.LogCaptureFixture
) -> None:
    """In the title, which is no part of the draft: no crash, and no look that finds the same again."""
    caplog.set_level("INFO")
    house.ats.greenhouse[GREENHOUSE_ID]["title"] += mark
    await house.hear(System.GREENHOUSE)
    await house.work()
    assert await house.links() == []
    assert _told(caplog, "ats.hint_ended") == ["not_text"]
    (proposal,) = await house.connectors.rewrite("local", [(System.GREENHOUSE, GREENHOUSE_ID)], "ana")
    assert (proposal.link, proposal.code) == (None, "not_text")
    assert "take them out in its system" in proposal.detail
