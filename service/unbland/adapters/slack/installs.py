"""The tokens of workspaces: sealed before they reach the database, renewed before they run out."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from unbland.adapters.database.chat_shelf import DatabaseInstalls
from unbland.adapters.seal import Seal, is_sealed

#: A token that runs out sooner than this is renewed first.
_EARLY = timedelta(minutes=10)

#: What Slack gives for a code or a refresh token.
Exchange = Callable[[Mapping[str, str]], Awaitable[Mapping[str, Any]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class AppKeys:
    """What makes us this app to Slack."""

    client_id: str = ""
    client_secret: str = ""
    #: The token of the one workspace that an app without installations serves.
    bot_token: str = ""


class Installs:
    """Who let us in, and with what."""

    def __init__(
        self, store: DatabaseInstalls, seal: Seal, keys: AppKeys, exchange: Exchange, now: Callable[[], datetime]
    ) -> None:
        """Take where sealed tokens last, the seal, the app's keys, who exchanges codes, and a clock in UTC."""
        self._store = store
        self._seal = seal
        self._keys = keys
        self._exchange = exchange
        self._now = now

    async def token(self, tenant: str) -> str | None:
        """The token of a workspace, renewed before it runs out; None where we are not let in."""
        sealed = await self._store.get(tenant)
        if sealed is None:
            return self._keys.bot_token or None
        held = self._opened(sealed)
        if held is None:
            return None
        if "org" in held:
            return await self.token(held["org"])
        if held.get("expires") and datetime.fromisoformat(held["expires"]) - _EARLY < self._now():
            return await self._renewed(tenant, held)
        return str(held["token"])

    async def install(self, code: str, redirect_uri: str) -> str:
        """The tenant that let us in with this code; raises Undelivered for a code that is none."""
        answer = await self._exchange({"code": code, "redirect_uri": redirect_uri, **self._app})
        home = answer.get("enterprise" if answer.get("is_enterprise_install") else "team") or {}
        tenant = f"slack:{home.get('id', '')}"
        await self._keep(tenant, answer)
        return tenant

    async def belongs(self, tenant: str, org: str) -> None:
        """Know that a workspace is served by its organisation's installation, unless it has one of its own."""
        if org and tenant != org and await self._store.get(tenant) is None and await self._store.get(org) is not None:
            await self._store.keep_first(tenant, self._sealed({"org": org}), self._now())

    async def home(self, tenant: str) -> str:
        """Whose installation serves a workspace: its organisation's, or its own."""
        sealed = await self._store.get(tenant)
        held = self._opened(sealed) if sealed is not None else None
        return tenant if held is None else held.get("org", tenant)

    async def under(self, org: str) -> tuple[str, ...]:
        """The workspaces that are served by an organisation's installation."""
        held = [(tenant, self._opened(sealed)) for tenant, sealed in await self._store.all()]
        return tuple(tenant for tenant, each in held if each is not None and each.get("org") == org)

    async def remove(self, tenant: str) -> None:
        """Delete the token of a workspace."""
        await self._store.remove(tenant)

    @property
    def _app(self) -> dict[str, str]:
        return {"client_id": self._keys.client_id, "client_secret": self._keys.client_secret}

    async def _renewed(self, tenant: str, held: Mapping[str, str]) -> str:
        answer = await self._exchange(
            {"grant_type": "refresh_token", "refresh_token": held.get("refresh", ""), **self._app}
        )
        await self._keep(tenant, answer)
        return str(answer["access_token"])

    async def _keep(self, tenant: str, answer: Mapping[str, Any]) -> None:
        held = {"token": str(answer["access_token"])}
        if answer.get("refresh_token"):
            expires = self._now() + timedelta(seconds=float(answer.get("expires_in", 43200)))
            held |= {"refresh": str(answer["refresh_token"]), "expires": expires.isoformat()}
        await self._store.keep(tenant, self._sealed(held), self._now())

    def _sealed(self, held: Mapping[str, str]) -> bytes:
        return self._seal.sealed(json.dumps(held)).encode()

    def _opened(self, sealed: bytes) -> dict[str, str] | None:
        """What was sealed; None where none of the keys opens it."""
        text = self._seal.opened(sealed.decode())
        return None if is_sealed(text) else dict(json.loads(text))
