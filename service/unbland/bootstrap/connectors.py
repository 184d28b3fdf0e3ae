"""Applicant tracking systems: a connector for each that has a key, and where its texts last."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from types import MappingProxyType
from typing import TypeVar
from uuid import uuid4

from pydantic import SecretStr, ValidationError

from unbland import bootstrap
from unbland.adapters.connectors import ashby, greenhouse, lever
from unbland.adapters.connectors.calls import Limits
from unbland.adapters.connectors.events import SCHEMES, Events
from unbland.adapters.database.connection import Database
from unbland.adapters.database.hints import DatabaseHints
from unbland.adapters.database.links import DatabaseLinks
from unbland.application.connectors.hints import Hints
from unbland.application.connectors.model import System
from unbland.application.connectors.ports import Ats, Rewriting
from unbland.application.connectors.proposing import Desk
from unbland.application.connectors.refusals import NoEvents
from unbland.application.connectors.service import Connectors
from unbland.application.rewrites.ports import JobEngine
from unbland.bootstrap.storage import open_own_database
from unbland.errors import Misconfigured, NoConnector
from unbland.settings import ConnectorSettings, Settings

T = TypeVar("T")

#: Whose rows proposals are that nobody asked for: keys are of one account, and `unbland ats` looks there.
TENANT = "local"

#: The hosts that keys go to; no setting changes them.
HOSTS: Mapping[str, str] = MappingProxyType(
    {
        "greenhouse": greenhouse.HOST,
        "greenhouse_token": greenhouse.TOKEN_HOST,
        "lever": lever.HOST,
        "lever_eu": lever.EU_HOST,
        "ashby": ashby.HOST,
    }
)


def read_connector_settings() -> ConnectorSettings:
    """The keys in the environment; raises Misconfigured."""
    try:
        return ConnectorSettings()
    except ValidationError as error:
        names = ", ".join(sorted({f"UNBLAND_{detail['loc'][0]!s}".upper() for detail in error.errors()}))
        raise Misconfigured(f"The environment is not set right: {names} cannot be used.") from None


def systems(
    settings: ConnectorSettings, hosts: Mapping[str, str] = HOSTS, limits: Limits | None = None
) -> dict[System, Ats]:
    """A connector for each system that has a key; hosts and limits of others are for tests."""
    made: dict[System, Ats] = {}
    if settings.greenhouse_client_id and settings.greenhouse_client_secret:
        client = greenhouse.Credential(
            client_id=_text(settings.greenhouse_client_id),
            secret=_text(settings.greenhouse_client_secret),
            user=settings.greenhouse_user_id,
        )
        made[System.GREENHOUSE] = greenhouse.Greenhouse(
            client, (hosts["greenhouse"], hosts["greenhouse_token"]), limits
        )
    if settings.lever_api_key:
        key = lever.Credential(key=_text(settings.lever_api_key), user=settings.lever_perform_as)
        made[System.LEVER] = lever.Lever(key, hosts["lever_eu" if settings.lever_eu else "lever"], limits)
    if settings.ashby_api_key:
        made[System.ASHBY] = ashby.Ashby(_text(settings.ashby_api_key), hosts["ashby"], limits)
    return made


@dataclass(frozen=True, slots=True, kw_only=True)
class HintRoom:
    """What a service needs to be told of postings that changed."""

    hints: Hints
    #: A system with a secret, and how its events are read.
    sources: Mapping[System, Events]
    systems: Mapping[System, Ats]

    def events(self, system: str) -> tuple[System, Events]:
        """The system of this name, and its events; raises NoEvents."""
        try:
            return System(system), self.sources[System(system)]
        except (ValueError, KeyError):
            raise NoEvents from None

    async def aclose(self) -> None:
        """Let go of connections."""
        for ats in self.systems.values():
            await ats.aclose()


def hint_room(database: Database, engine: JobEngine, rewriting: Rewriting) -> HintRoom:
    """Events of the systems that the environment has a secret for, and looks at those it has a key for.

    Raises Misconfigured.
    """
    settings = read_connector_settings()
    secrets = {System.GREENHOUSE: settings.greenhouse_webhook_secret, System.ASHBY: settings.ashby_webhook_secret}
    sources = {system: Events(SCHEMES[system], _text(secret)) for system, secret in secrets.items() if secret}
    found = systems(settings, HOSTS)
    hints = Hints(_desk(found, database, rewriting), DatabaseHints(database), engine, TENANT)
    return HintRoom(hints=hints, sources=sources, systems=found)


async def with_connectors(settings: Settings, use: Callable[[Connectors], Awaitable[T]]) -> T:
    """What comes of a use of the connectors that there are keys for; raises what the use raises, and DatabaseDown."""
    found = systems(read_connector_settings(), HOSTS)
    if not found:
        raise NoConnector(
            "There is no key for any applicant tracking system; set UNBLAND_GREENHOUSE_CLIENT_ID and "
            "UNBLAND_GREENHOUSE_CLIENT_SECRET, UNBLAND_LEVER_API_KEY or UNBLAND_ASHBY_API_KEY; "
            "the connectors page has the rest."
        )
    application = bootstrap.application(settings)
    try:
        async with open_own_database(settings) as database:
            return await use(Connectors(_desk(found, database, application.rewriter.rewrite)))
    finally:
        for ats in found.values():
            await ats.aclose()
        await application.aclose()


def _desk(found: Mapping[System, Ats], database: Database, rewriting: Rewriting) -> Desk:
    return Desk(
        systems=found,
        store=DatabaseLinks(database),
        rewriting=rewriting,
        now=lambda: datetime.now(UTC),
        new_id=lambda: uuid4().hex,
    )


def _text(secret: SecretStr) -> str:
    return secret.get_secret_value()
