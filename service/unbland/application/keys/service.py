"""The use cases of keys: make, list, rotate, revoke, and let a caller in."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Protocol

from unbland.application.books.model import Action, Entry
from unbland.application.keys.model import Key, Scope, hashed, is_key, new_text
from unbland.errors import BadInput, Unauthorized

#: Who makes, rotates and revokes keys: whoever may run the command on the service's own machine.
_OPERATOR = "operator"

#: Characters of a tenant, which every table keeps, and of what a key is for.
_MOST_TENANT, _MOST_NAME = 64, 200

#: A use is written down at most so often: it says whether a key is used at all, not when to the second.
_USED = timedelta(minutes=1)


class KeyStore(Protocol):
    """Where keys are kept, by the hash of their text."""

    async def add(self, key: Key, digest: str, entry: Entry | None = None) -> None:
        """Keep a key, and an entry in the audit trail with it."""
        ...

    async def by_digest(self, digest: str) -> Key | None:
        """The key of a hash; None for a hash that is not kept."""
        ...

    async def get(self, id_: str) -> Key:
        """The key; raises NoSuchKey."""
        ...

    async def all(self, tenant: str | None) -> Sequence[Key]:
        """Every key, or those of one tenant, the oldest first."""
        ...

    async def change(self, key: Key, entry: Entry | None = None) -> None:
        """Keep when a key runs out and was revoked, and an entry with it; what is revoked stays so."""
        ...

    async def used(self, id_: str, now: datetime) -> None:
        """Keep when a key was last used, and nothing else: it may have been revoked since it was read."""
        ...


class Keys:
    """Keys of every tenant."""

    def __init__(self, store: KeyStore, *, now: Callable[[], datetime], new_id: Callable[[], str]) -> None:
        """Take where keys are kept, a clock in UTC and a source of ids."""
        self._store = store
        self._now = now
        self._new_id = new_id

    async def create(
        self, tenant: str, name: str, scopes: Collection[Scope], life: timedelta | None = None
    ) -> tuple[Key, str]:
        """A new key and its text, which is never seen again; raises BadInput for names that cannot be kept."""
        if not (tenant.strip() and tenant.isprintable() and len(tenant) <= _MOST_TENANT):
            raise BadInput(f"Name the tenant on one line, in 1 to {_MOST_TENANT} characters.")
        if not name.isprintable() or len(name) > _MOST_NAME:
            raise BadInput(f"Say what the key is for on one line, in {_MOST_NAME} characters at most.")
        return await self._make(tenant, name, scopes, life)

    async def _make(self, tenant: str, name: str, scopes: Collection[Scope], life: timedelta | None) -> tuple[Key, str]:
        now, text = self._now(), new_text()
        key = Key(
            id=f"key_{self._new_id()}",
            tenant=tenant,
            name=name,
            scopes=frozenset(scopes),
            created=now,
            expires=now + life if life else None,
        )
        await self._store.add(key, hashed(text), self._entry(key, Action.KEY_CREATED))
        return key, text

    async def list(self, tenant: str | None = None) -> Sequence[Key]:
        """Every key, or those of one tenant."""
        return await self._store.all(tenant)

    async def rotate(self, id_: str, overlap: timedelta, life: timedelta | None = None) -> tuple[Key, str]:
        """A key with this life in place of this one, which runs out when the overlap is over; raises NoSuchKey."""
        old = await self._store.get(id_)
        ends = self._now() + overlap
        ending = replace(old, expires=min(ends, old.expires) if old.expires else ends)
        await self._store.change(ending, self._entry(old, Action.KEY_ROTATED))
        return await self._make(old.tenant, old.name, old.scopes, life)

    async def revoke(self, id_: str) -> Key:
        """The key, of no use from now on; raises NoSuchKey."""
        key = await self._store.get(id_)
        if key.revoked:
            return key
        revoked = replace(key, revoked=self._now())
        await self._store.change(revoked, self._entry(key, Action.KEY_REVOKED))
        return revoked

    async def admit(self, text: str) -> Key:
        """The key of this text, where it may be used now; raises Unauthorized, which does not say why."""
        key = await self._store.by_digest(hashed(text)) if is_key(text) else None
        now = self._now()
        if key is None or not key.holds(now):
            raise Unauthorized
        if key.last_used is None or now - key.last_used >= _USED:
            await self._store.used(key.id, now)
        return key

    def _entry(self, key: Key, action: Action) -> Entry:
        id_ = f"au_{self._new_id()}"
        return Entry(id=id_, tenant=key.tenant, at=self._now(), actor=_OPERATOR, action=action, subject=key.id)
