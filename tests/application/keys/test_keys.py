"""Keys: their text is a secret of 256 bits with a checksum, kept as a hash, and of use while it holds."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import count
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as some
from sqlalchemy import text as sql

from databases import KINDS, fresh_database
from unbland.adapters.database.connection import Database
from unbland.adapters.database.keys import DatabaseKeys
from unbland.application.keys.model import Key, Scope, is_key, new_text
from unbland.application.keys.service import Keys
from unbland.errors import BadInput, NoSuchKey, Unauthorized

T = TypeVar("T")


class Clock:
    """A clock that is set."""

    def __init__(self) -> None:
        """Begin at noon."""
        self.now = datetime(2027, 3, 1, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        """What it shows."""
        return self.now


class _Late(DatabaseKeys):
    """Keys of which something happens once, just after one was read."""

    meanwhile: Callable[[], Awaitable[object]] | None = None

    async def by_digest(self, digest: str) -> Key | None:
        """The key as it was before."""
        return await self._then(await super().by_digest(digest))

    async def get(self, id_: str) -> Key:
        """The same."""
        return await self._then(await super().get(id_))

    async def _then(self, found: T) -> T:
        happens, self.meanwhile = self.meanwhile, None
        if happens is not None:
            await happens()
        return found


@pytest.fixture
def clock() -> Clock:
    """A clock."""
    return Clock()


@pytest.fixture(params=KINDS)
async def database(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Database]:
    """An empty database with the newest schema."""
    async with fresh_database(request.param, tmp_path) as made:
        yield made


@pytest.fixture
def keys(database: Database, clock: Clock) -> Keys:
    """The use cases on it."""
    ids = count(1)
    return Keys(DatabaseKeys(database), now=clock, new_id=lambda: str(next(ids)))


def test_no_two_texts_are_alike_and_each_has_the_form() -> None:
    """A thousand of them."""
    texts = {new_text() for _ in range(1000)}

    assert len(texts) == 1000
    assert all(is_key(text) and len(text) == 53 for text in texts)


@given(some.integers(0, 52), some.characters(codec="ascii"))
def test_s28_a_mistyped_key_is_told_by_its_checksum(place: int, other: str) -> None:
    """One sign wrong, anywhere."""
    text = new_text()
    wrong = text[:place] + other + text[place + 1 :]

    assert is_key(wrong) == (wrong == text)


@pytest.mark.parametrize("text", ["", "unb_", "unb_" + "é" * 49, "sk-" + "a" * 50, "unb_\ud800" + "a" * 48])
def test_what_is_no_key_is_none(text: str) -> None:
    """Whatever it is made of."""
    assert not is_key(text)


async def test_a_key_lets_its_tenant_in(keys: Keys) -> None:
    """With what it may be used for."""
    made, text = await keys.create("acme", "ATS", [Scope.REVIEW])

    admitted = await keys.admit(text)

    assert (admitted.id, admitted.tenant, admitted.scopes) == (made.id, "acme", frozenset({Scope.REVIEW}))


async def test_the_text_is_kept_nowhere(keys: Keys, database: Database) -> None:
    """Not in any column."""
    _, text = await keys.create("acme", "ATS", list(Scope))
    async with database.reading() as connection:
        rows = str((await connection.execute(sql("SELECT * FROM api_keys"))).all())

    assert text not in rows
    assert text[4:47] not in rows


async def test_s28_no_other_text_lets_anybody_in(keys: Keys) -> None:
    """Another key's, another case, nothing."""
    _, text = await keys.create("acme", "ATS", list(Scope))

    for wrong in (new_text(), text.swapcase(), text + " ", "", text[:-1]):
        with pytest.raises(Unauthorized):
            await keys.admit(wrong)


async def test_s28_a_key_ends_when_it_runs_out_or_is_revoked(keys: Keys, clock: Clock) -> None:
    """At once, and for good."""
    short, text = await keys.create("acme", "ATS", list(Scope), timedelta(days=1))
    other, second = await keys.create("acme", "ATS", list(Scope))
    clock.now += timedelta(days=1)
    await keys.revoke(other.id)

    for gone in (text, second):
        with pytest.raises(Unauthorized):
            await keys.admit(gone)
    listed = {key.id: key for key in await keys.list("acme")}
    assert listed[short.id].expires == clock.now
    assert listed[other.id].revoked == clock.now


async def test_s28_a_use_that_is_under_way_takes_no_revocation_and_no_end_back(
    database: Database, clock: Clock
) -> None:
    """The key is revoked, or is to run out, after it was read and before its use is written down."""
    ids, store = count(1), _Late(database)
    keys = Keys(store, now=clock, new_id=lambda: str(next(ids)))
    for end in (keys.revoke, partial(keys.rotate, overlap=timedelta(hours=1))):
        key, text = await keys.create("acme", "ATS", list(Scope))
        store.meanwhile = partial(end, key.id)
        await keys.admit(text)
        clock.now += timedelta(hours=1)

        with pytest.raises(Unauthorized):
            await keys.admit(text)


async def test_s28_a_rotation_that_is_late_lets_no_revoked_key_in(database: Database, clock: Clock) -> None:
    """The key is revoked after it was read by whoever rotates it."""
    ids, store = count(1), _Late(database)
    keys = Keys(store, now=clock, new_id=lambda: str(next(ids)))
    key, text = await keys.create("acme", "ATS", list(Scope))
    store.meanwhile = partial(DatabaseKeys(database).change, replace(key, revoked=clock.now))
    await keys.rotate(key.id, timedelta(hours=24))

    with pytest.raises(Unauthorized):
        await keys.admit(text)


async def test_both_keys_hold_while_they_overlap(keys: Keys, clock: Clock) -> None:
    """Then only the new one, which may do what the old one could."""
    old, first = await keys.create("acme", "ATS", [Scope.REWRITE])
    new, second = await keys.rotate(old.id, timedelta(hours=24))

    assert (await keys.admit(first)).id == old.id
    assert (await keys.admit(second)).scopes == {Scope.REWRITE}
    clock.now += timedelta(hours=24)
    with pytest.raises(Unauthorized):
        await keys.admit(first)
    assert (await keys.admit(second)).id == new.id


async def test_a_rotation_does_not_make_a_key_last_longer(keys: Keys, clock: Clock) -> None:
    """It was to run out in an hour."""
    old, _ = await keys.create("acme", "ATS", list(Scope), timedelta(hours=1))
    await keys.rotate(old.id, timedelta(hours=24))

    (kept, _) = await keys.list("acme")
    assert kept.expires == clock.now + timedelta(hours=1)


async def test_the_key_in_its_place_runs_out_when_it_is_told_to(keys: Keys, clock: Clock) -> None:
    """Else never, whatever the first one was told."""
    old, _ = await keys.create("acme", "ATS", list(Scope), timedelta(days=1))
    new, _ = await keys.rotate(old.id, timedelta(hours=1), timedelta(days=90))
    newest, _ = await keys.rotate(new.id, timedelta(hours=1))

    assert (new.expires, newest.expires) == (clock.now + timedelta(days=90), None)


@pytest.mark.parametrize(
    ("tenant", "name"),
    [("", ""), (" ", ""), ("a" * 65, ""), ("a\nb", ""), ("a\x00", ""), ("a\udcff", ""), ("a", "n" * 201), ("a", "n\n")],
)
async def test_a_name_that_cannot_be_kept_is_refused_in_words(tenant: str, name: str, keys: Keys) -> None:
    """On either database, before anything is made."""
    with pytest.raises(BadInput, match="on one line"):
        await keys.create(tenant, name, list(Scope))
    assert await keys.list() == []
    await keys.create("a" * 64, "n" * 200, list(Scope))


async def test_the_last_use_is_known_to_the_minute(keys: Keys, clock: Clock) -> None:
    """And is not written down at every call."""
    key, text = await keys.create("acme", "ATS", list(Scope))
    began = clock.now
    for seconds in (0, 30, 45, 61):
        clock.now = began + timedelta(seconds=seconds)
        await keys.admit(text)

    (kept,) = await keys.list()
    assert kept.id == key.id
    assert kept.last_used == began + timedelta(seconds=61)


async def test_a_key_that_is_not_there_is_said(keys: Keys) -> None:
    """By either command."""
    with pytest.raises(NoSuchKey):
        await keys.revoke("key_x")
    with pytest.raises(NoSuchKey):
        await keys.rotate("key_x", timedelta())
