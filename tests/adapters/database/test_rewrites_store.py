"""Rewrites in the database, on SQLite and PostgreSQL: kept once, claimed by one, fenced off, never another's."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Table, inspect, text
from sqlalchemy.types import TypeEngine

from doubles.batches import add_batch, batch
from unbland.adapters.database.batch_keys import keep_key
from unbland.adapters.database.batch_tables import BANDS, PARCELS, QUESTIONS
from unbland.adapters.database.books import spend
from unbland.adapters.database.chat_tables import CHAT_TABLES
from unbland.adapters.database.connection import Database
from unbland.adapters.database.hints import DatabaseHints
from unbland.adapters.database.keys import DatabaseKeys
from unbland.adapters.database.links import DatabaseLinks
from unbland.adapters.database.migrating import is_current, migrate
from unbland.adapters.database.rewrites import DatabaseRewrites
from unbland.adapters.database.tables import METADATA, Moment
from unbland.adapters.database.webhooks import DatabaseWebhooks, announce
from unbland.adapters.database.work import DatabaseWork
from unbland.application.books.model import Action, Entry, Spent
from unbland.application.connectors.model import Link, LinkState, System
from unbland.application.keys.model import Key, Scope
from unbland.application.result import Rewrite
from unbland.application.review import Draft
from unbland.application.rewrite import Rewriter
from unbland.application.rewrites.model import Claim, Decision, Failure, Once, Order, Record, State, Verdict
from unbland.application.webhooks.model import Endpoint, Told
from unbland.core.facts import CompanyFacts, Pay, Process
from unbland.errors import DatabaseDown, KeyReused, Misconfigured, NoSuchRewrite

NOW = datetime(2027, 3, 1, 12, tzinfo=UTC)
LATER = NOW + timedelta(minutes=1)
FACTS = CompanyFacts(
    pay=Pay(min=Decimal(31000), currency="EUR"), process=Process(deadline=NOW.date()), goals=("Sail.",)
)
ORDER = Order(draft=Draft(content="Ferry clerk. Sell tickets – für Bücher 🚢."), facts=FACTS)


def _record(id_: str = "rw_1", tenant: str = "acme") -> Record:
    return Record(
        id=id_, tenant=tenant, family=id_, revision=1, state=State.QUEUED, order=ORDER, created=NOW, updated=NOW
    )


def _once(fingerprint: str = "f", key: str = "k") -> Once:
    return Once(key=key, fingerprint=fingerprint, expires=NOW + timedelta(hours=72))


def _claim(owner: str = "w1", until: datetime = LATER) -> Claim:
    return Claim(owner=owner, until=until)


class Store(DatabaseRewrites, DatabaseWork):
    """Rewrites and the work on them."""


@pytest.fixture
def store(database: Database) -> Store:
    """The store on it."""
    return Store(database)


async def _result(id_: str) -> Rewrite:
    rewriter = Rewriter(chain=None, new_id=lambda: id_, seconds=30)
    return await rewriter.rewrite(Draft(content="Ferry Clerk\n\nDuties\n- Sell tickets for 3 ferries\n"))


async def test_what_is_kept_comes_back_as_it_was(store: Store) -> None:
    """Draft, facts and figures, to the last character."""
    await store.add(_record())

    assert await store.get("acme", "rw_1") == _record()


async def test_a_result_comes_back_as_it_was(store: Store) -> None:
    """A whole rewrite, with its score, its accounting and its forms."""
    await store.add(_record())
    claimed = await store.claim("rw_1", _claim(), NOW)
    assert claimed is not None
    result = await _result("rw_1")

    assert await store.finish(claimed, "w1", result, LATER)

    kept = await store.get("acme", "rw_1")
    assert kept.result == result
    assert (kept.state, kept.updated) == (State.DONE, LATER)


@pytest.mark.parametrize("call", ["get", "events", "decide", "reopen", "page"])
async def test_s15_another_tenant_finds_nothing(store: Store, call: str) -> None:
    """Whatever is asked, the answer is as if it were not there."""
    await store.add(_record())
    calls: dict[str, Callable[[], Awaitable[object]]] = {
        "get": lambda: store.get("other", "rw_1"),
        "events": lambda: store.events("other", "rw_1", 0),
        "decide": lambda: store.decide("other", "rw_1", Decision(verdict=Verdict.ACCEPTED, by="eve", at=NOW)),
        "reopen": lambda: store.reopen("other", "rw_1", NOW),
        "page": lambda: store.page("other", after="rw_1", limit=5),
    }

    with pytest.raises(NoSuchRewrite):
        await calls[call]()

    assert await store.page("other", after=None, limit=5) == ()
    assert await store.family("other", "rw_1") == ()
    assert (await store.get("acme", "rw_1")).decision is None


async def test_b34_one_key_makes_one_rewrite_however_many_ask(store: Store) -> None:
    """Fifty at once: one is kept, and all are told of it."""
    kept = await asyncio.gather(*(store.add(_record(f"rw_{n}"), _once()) for n in range(50)))

    assert len({record.id for record in kept}) == 1
    assert len(await store.page("acme", after=None, limit=100)) == 1


async def test_b35_a_key_with_something_else_is_refused(store: Store) -> None:
    """What the key first led to is untouched."""
    await store.add(_record(), _once())

    with pytest.raises(KeyReused):
        await store.add(_record("rw_2"), _once("other"))

    assert [record.id for record in await store.page("acme", after=None, limit=5)] == ["rw_1"]


async def test_a_key_of_another_tenant_is_another_key(store: Store) -> None:
    """Two companies may count from one."""
    await store.add(_record(), _once())
    kept = await store.add(_record("rw_2", "other"), _once("other"))

    assert kept.id == "rw_2"


async def test_a_key_that_ran_out_is_as_good_as_new(store: Store) -> None:
    """After the published time it leads to a new rewrite."""
    await store.add(_record(), _once())
    late = replace(_record("rw_2"), created=NOW + timedelta(hours=73))

    assert (await store.add(late, _once("other"))).id == "rw_2"


async def test_one_of_many_gets_the_claim(store: Store) -> None:
    """Ten workers, one rewrite."""
    await store.add(_record())

    claims = await asyncio.gather(*(store.claim("rw_1", _claim(f"w{n}"), NOW) for n in range(10)))

    assert sum(claim is not None for claim in claims) == 1


async def test_a_claim_that_ran_out_goes_to_another(store: Store) -> None:
    """A worker that died is not waited for."""
    await store.add(_record())
    await store.claim("rw_1", _claim("w1"), NOW)

    assert await store.claim("rw_1", _claim("w2"), NOW + timedelta(seconds=59)) is None
    second = await store.claim("rw_1", _claim("w2", LATER + timedelta(minutes=1)), LATER)
    assert second is not None
    assert second.attempts == 2


@pytest.mark.parametrize("owner", ["w1", "w2"])
async def test_b25_a_stale_owner_writes_nothing(store: Store, owner: str) -> None:
    """It woke after its claim went to another, or to itself once more: what it has is not kept."""
    await store.add(_record())
    stale = await store.claim("rw_1", _claim("w1"), NOW)
    await store.claim("rw_1", _claim(owner, LATER + timedelta(minutes=1)), LATER)
    assert stale is not None

    assert not await store.finish(stale, "w1", Failure(code="late", detail="Late."), LATER)

    assert (await store.get("acme", "rw_1")).state is State.RUNNING


async def test_events_count_from_one_without_gaps(store: Store) -> None:
    """Queued, running, what is told between, and the end."""
    await store.add(_record())
    claimed = await store.claim("rw_1", _claim(), NOW)
    await asyncio.gather(*(store.tell("rw_1", f"stage{n}", NOW, {"n": n}) for n in range(5)))
    assert claimed is not None
    await store.finish(claimed, "w1", Failure(code="empty_draft", detail="Empty."), LATER)

    events = await store.events("acme", "rw_1", 0)

    assert [event.number for event in events] == list(range(1, 9))
    assert (events[0].name, events[1].name, events[-1].name) == ("queued", "running", "failed")
    assert await store.events("acme", "rw_1", 7) == events[7:]


async def test_b61_the_first_decision_stays(store: Store) -> None:
    """Accept and reject at once: one of them is kept, and both are told which."""
    await store.add(_record())
    both = [
        Decision(verdict=Verdict.ACCEPTED, by="ann", at=NOW),
        Decision(verdict=Verdict.REJECTED, by="bob", at=NOW),
    ]

    made = await asyncio.gather(*(store.decide("acme", "rw_1", decision) for decision in both))

    assert made[0].decision == made[1].decision
    assert made[0].decision in both


async def test_pages_go_from_the_newest_to_the_first(store: Store) -> None:
    """Each once, in a stable order, though more come in meanwhile."""
    for n in range(5):
        await store.add(_record(f"rw_{n}"))
    first = await store.page("acme", after=None, limit=2)
    await store.add(_record("rw_new"))
    rest = await store.page("acme", after=first[-1].id, limit=10)

    assert [record.id for record in (*first, *rest)] == ["rw_4", "rw_3", "rw_2", "rw_1", "rw_0"]


async def test_what_was_left_is_found_again(store: Store) -> None:
    """Queued, and begun by somebody who is late; not what somebody works on."""
    for n, until in enumerate((LATER, NOW - timedelta(seconds=1), NOW + timedelta(hours=1))):
        await store.add(_record(f"rw_{n}"))
        if n:
            await store.claim(f"rw_{n}", _claim("w", until), NOW - timedelta(minutes=5))

    assert [id_ for _, id_ in await store.unfinished(NOW)] == ["rw_0", "rw_1"]


async def test_s21_what_is_old_goes_with_all_that_belongs_to_it(store: Store, database: Database) -> None:
    """Texts, events and keys; what is still worked on stays."""
    await store.add(_record(), _once())
    await store.add(_record("rw_2"), _once(key="k2"))
    claimed = await store.claim("rw_1", _claim(), NOW)
    assert claimed is not None
    await store.finish(claimed, "w1", Failure(code="x", detail="X."), NOW)

    assert await store.purge(NOW + timedelta(days=1)) == 1

    assert [record.id for record in await store.page("acme", after=None, limit=5)] == ["rw_2"]
    rows = await _rows(database)
    assert {name: rows[name] for name in _OURS} == dict.fromkeys(_OURS, 1)


def _link(tenant: str) -> Link:
    """A text for a posting of an applicant tracking system."""
    return Link(
        id=f"al_{tenant}",
        tenant=tenant,
        system=System.LEVER,
        posting="p",
        title="",
        state=LinkState.PROPOSED,
        read="",
        old={},
        new={},
        nonce="",
        by="ana",
        created=NOW,
        updated=NOW,
    )


async def test_s21_a_tenant_that_is_forgotten_leaves_no_row(store: Store, database: Database) -> None:
    """Of any table, whatever tables there come to be; the other tenant's stay."""
    await store.add(_record(), _once())
    await store.add(_record("rw_2", "other"), _once())
    for tenant in ("acme", "other"):
        key = Key(id=f"key_{tenant}", tenant=tenant, name="", scopes=frozenset(Scope), created=NOW)
        made = Entry(id=f"au_{tenant}", tenant=tenant, at=NOW, actor="x", action=Action.KEY_CREATED, subject=key.id)
        await DatabaseKeys(database).add(key, tenant, made)
        async with database.writing() as connection:
            await spend(connection, tenant, NOW, Spent(calls=1))
        await add_batch(database, f"batch_{tenant}", tenant)
        async with database.writing() as connection:
            await keep_key(connection, batch(f"batch_{tenant}", tenant), _once())
        endpoint = Endpoint(id=f"we_{tenant}", tenant=tenant, url="", events=frozenset(Told), secrets=(), created=NOW)
        await DatabaseWebhooks(database).add(endpoint)
        async with database.writing() as connection:
            await announce(connection, tenant, Told.DONE, {}, NOW)
        await DatabaseLinks(database).add(_link(tenant))
        await DatabaseHints(database).note(tenant, System.ASHBY, "p", NOW)
        async with database.writing() as connection:
            for table in CHAT_TABLES:
                await connection.execute(table.insert().values(_any_row(table, tenant)))
            for table in (PARCELS, QUESTIONS, BANDS):
                row = {**_any_row(table, tenant), "batch": f"batch_{tenant}"}
                await connection.execute(table.insert().values(row))

    await store.forget("acme")

    assert set((await _rows(database)).values()) == {1}
    assert (await store.get("other", "rw_2")).id == "rw_2"


@pytest.mark.parametrize("end", ["finish", "release"])
async def test_s21_work_that_ends_after_its_tenant_was_forgotten_leaves_no_row(
    end: str, store: Store, database: Database
) -> None:
    """Not even of what it took."""
    await store.add(_record())
    begun = await store.claim("rw_1", _claim(), NOW)
    assert begun is not None
    await store.forget("acme")
    if end == "finish":
        assert not await store.finish(begun, "w1", await _result("rw_1"), NOW, Spent(calls=1))
    else:
        await store.release(begun, "w1", NOW, Spent(calls=1))

    assert set((await _rows(database)).values()) == {0}


def _any_row(table: Table, tenant: str) -> dict[str, object]:
    """A row of a table, of this tenant, that points to no other."""
    by_type = {str: tenant, int: 1, bytes: b"x", datetime: NOW, dict: {}}
    wanted = {column.name: column.type for column in table.columns if not column.foreign_keys}
    return {name: by_type.get(_python(kind), {}) for name, kind in wanted.items()}


def _python(kind: TypeEngine[Any]) -> type:
    return datetime if isinstance(kind, Moment) else kind.python_type


async def test_migrations_make_the_tables_that_the_code_knows(database: Database) -> None:
    """From empty to the newest schema: every table and column, and a database knows that it is current."""
    async with database.reading() as connection:
        found = await connection.run_sync(
            lambda sync: {t: {c["name"] for c in inspect(sync).get_columns(t)} for t in inspect(sync).get_table_names()}
        )

    assert await is_current(database)
    known = {table.name: {column.name for column in table.columns} for table in METADATA.sorted_tables}
    assert {name: found[name] for name in known} == known


async def test_migrations_may_run_at_once_and_again(database: Database) -> None:
    """Two processes that start together do not trip over each other."""
    await asyncio.gather(migrate(database), migrate(database))

    assert await is_current(database)


async def test_a_new_database_is_not_current(tmp_path: Path) -> None:
    """Before its migrations nothing may be asked of it."""
    made = Database(f"sqlite:///{tmp_path / 'deep' / 'new.db'}")

    assert not await is_current(made)
    await made.aclose()


async def test_b26_a_database_that_is_away_is_one_sentence() -> None:
    """No address, no statement, no password."""
    away = Database("postgresql://ann:secret@127.0.0.1:1/none")

    with pytest.raises(DatabaseDown) as failure:
        await DatabaseRewrites(away).get("acme", "rw_1")

    assert "secret" not in str(failure.value)
    assert failure.value.__cause__ is None
    await away.aclose()


@pytest.mark.parametrize("url", ["", "unbland.db", "mysql://localhost/x"])
def test_a_url_of_no_database_of_ours_is_refused(url: str) -> None:
    """With how to write one."""
    with pytest.raises(Misconfigured, match="write sqlite:"):
        Database(url)


#: What belongs to a rewrite.
_OURS = ("rewrites", "rewrite_events", "idempotency_keys")


async def _rows(database: Database) -> dict[str, int]:
    async with database.reading() as connection:
        return {
            table.name: (await connection.execute(text(f"SELECT count(*) FROM {table.name}"))).scalar_one()  # noqa: S608
            for table in METADATA.sorted_tables
        }
