"""Applicant tracking systems: a connector for each that has a key, and where its texts last."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime
from types import MappingProxyType
from typing import TypeVar
from uuid import uuid4

from pydantic import SecretStr, ValidationError

from unbland import bootstrap
from unbland.adapters.connectors import ashby, greenhouse, lever
from unbland.adapters.connectors.calls import Limits
from unbland.adapters.database.links import DatabaseLinks
from unbland.application.connectors.model import System
from unbland.application.connectors.ports import Ats
from unbland.application.connectors.proposing import Desk
from unbland.application.connectors.service import Connectors
from unbland.bootstrap.storage import open_own_database
from unbland.errors import Misconfigured, NoConnector
from unbland.settings import ConnectorSettings, Settings

T = TypeVar("T")

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
            desk = Desk(
                systems=found,
                store=DatabaseLinks(database),
                rewriting=application.rewriter.rewrite,
                now=lambda: datetime.now(UTC),
                new_id=lambda: uuid4().hex,
            )
            connectors = Connectors(desk)
            return await use(connectors)
    finally:
        for ats in found.values():
            await ats.aclose()
        await application.aclose()


def _text(secret: SecretStr) -> str:
    return secret.get_secret_value()
