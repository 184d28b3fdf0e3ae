"""What is found of Slack and of applicant tracking systems: keys that are there, well-formed, and taken."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Mapping
from types import MappingProxyType

from pydantic import SecretStr

from unbland.adapters.connectors.calls import Limits
from unbland.application.connectors.model import System
from unbland.application.connectors.ports import Ats
from unbland.bootstrap.chat import read_slack_settings, refuse_halves
from unbland.bootstrap.connectors import HOSTS, read_connector_settings, systems
from unbland.bootstrap.found import Found
from unbland.bootstrap.sealing import read_seal
from unbland.errors import Misconfigured
from unbland.settings import ConnectorSettings, SlackSettings

#: Seconds that a vendor may take.
_PATIENCE = 10.0

#: What no vendor's key has: it was copied with something around it, or is a stand-in of a manual.
_NO_KEY = re.compile(r"[^!-~]|[\"'<>]|^.{0,7}$", re.ASCII)

#: Settings of systems that hold a key or a secret.
_SECRET = (
    *("greenhouse_client_id", "greenhouse_client_secret", "greenhouse_webhook_secret"),
    *("lever_api_key", "ashby_api_key", "ashby_webhook_secret"),
)

#: Setting → its form (docs.slack.dev, tokens and basic information of an app), and where Slack shows it.
_SLACK_FORMS: Mapping[str, tuple[re.Pattern[str], str]] = MappingProxyType(
    {
        "bot_token": (re.compile(r"xoxb-[\w-]{8,}", re.ASCII), "OAuth & Permissions"),
        "app_token": (re.compile(r"xapp-[\w-]{8,}", re.ASCII), "Basic Information, App-Level Tokens"),
        "signing_secret": (re.compile(r"[0-9a-f]{32}"), "Basic Information, Signing Secret"),
        "client_secret": (re.compile(r"[0-9a-f]{32}"), "Basic Information, Client Secret"),
        "client_id": (re.compile(r"[0-9]+\.[0-9]+"), "Basic Information, Client ID"),
    }
)

_WORDS = {
    "connector_auth": (
        "does not take the key",
        "make another one there, with the rights that the connectors page names",
    ),
    "connector_busy": ("takes no more calls now", "try again in a few minutes"),
}
_FAILED = ("gives no answer that can be used", "see that this machine reaches it, then ask its vendor")


async def vendors_found(
    *, offline: bool, hosts: Mapping[str, str] = HOSTS, limits: Limits | None = None
) -> AsyncIterator[Found]:
    """What is found of each that is set, one after the other; `offline` asks none. Other hosts are for tests."""
    async for each in _slack_found(offline=offline):
        yield each
    async for each in _systems_found(hosts, limits, offline=offline):
        yield each


async def _slack_found(*, offline: bool) -> AsyncIterator[Found]:
    try:
        settings = read_slack_settings()
        if not settings.is_set:
            return
        refuse_halves(settings, read_seal())
    except Misconfigured as error:
        said, _, way_out = str(error).removesuffix(".").partition("; ")
        yield Found(part="slack", ok=False, said=said, way_out=way_out or "set what is named, as the Slack page tells")
        return
    given = {name: text for name in _SLACK_FORMS if (text := _text(settings, name))}
    wrong = {name for name, text in given.items() if not _SLACK_FORMS[name][0].fullmatch(text)}
    for name in sorted(wrong):
        way_out = f"copy it anew from {_SLACK_FORMS[name][1]} of the app"
        yield Found(part="slack", ok=False, said=f"UNBLAND_SLACK_{name.upper()} has not its form", way_out=way_out)
    for name, method in (("bot_token", "auth.test"), ("app_token", "apps.connections.open")):
        if name in given.keys() - wrong:
            yield await _asked(settings, name, method, offline=offline)
    if settings.client_id and not wrong:
        yield Found(part="slack", ok=True, said="may be installed; each workspace's token is tried when it is used")


async def _asked(settings: SlackSettings, name: str, method: str, *, offline: bool) -> Found:
    """Whether Slack takes a token."""
    what = name.replace("_", " ")
    if offline:
        return Found(part="slack", ok=True, said=f"was not asked about the {what}")
    from unbland.adapters.slack.client import API, Hosts, taken  # noqa: PLC0415 - comes with an extra
    from unbland.adapters.slack.manifest import SCOPES  # noqa: PLC0415 - only here

    code, scopes = await taken(Hosts(api=settings.api_url or API), _text(settings, name), method)
    if code == "not_reached":
        return Found(
            part="slack", ok=False, said="cannot be reached", way_out="let this machine call https://slack.com"
        )
    if code == "rate_limited":
        return Found(part="slack", ok=False, said="takes no more calls now", way_out="try again in a minute")
    if code:
        way_out = f"copy it anew from {_SLACK_FORMS[name][1]} of the app"
        return Found(part="slack", ok=False, said=f"does not take the {what} ({code})", way_out=way_out)
    if scopes and name == "bot_token" and (lacking := sorted(set(SCOPES) - scopes)):
        said = f"does not let the app {', '.join(lacking)}"
        return Found(part="slack", ok=False, said=said, way_out="add these scopes to the app, and install it anew")
    return Found(part="slack", ok=True, said=f"takes the {what}")


async def _systems_found(hosts: Mapping[str, str], limits: Limits | None, *, offline: bool) -> AsyncIterator[Found]:
    try:
        settings = read_connector_settings()
    except Misconfigured as error:
        yield Found(part="ats", ok=False, said=str(error).removesuffix("."), way_out="mend each variable that is named")
        return
    malformed = _malformed(settings)
    for each in malformed:
        yield each
    wrong = {each.part for each in malformed if not each.ok}
    limits = limits or Limits(read=_PATIENCE, whole=_PATIENCE, wait=2)
    for system, ats in systems(settings, hosts, limits).items():
        try:
            if system.value not in wrong:
                yield await _listed(system, ats, offline=offline)
        finally:
            await ats.aclose()


def _malformed(settings: ConnectorSettings) -> list[Found]:
    """What cannot be a key, or is half of one."""
    found = []
    for name in _SECRET:
        if (text := _text(settings, name)) and _NO_KEY.search(text):
            said = f"UNBLAND_{name.upper()} is no key: it is too short, or has blanks or marks in it"
            found.append(
                Found(part=name.partition("_")[0], ok=False, said=said, way_out="copy it anew, without quotes")
            )
    if bool(settings.greenhouse_client_id) != bool(settings.greenhouse_client_secret):
        said = "has UNBLAND_GREENHOUSE_CLIENT_ID or UNBLAND_GREENHOUSE_CLIENT_SECRET without the other"
        found.append(Found(part="greenhouse", ok=False, said=said, way_out="set both"))
    for system, key in (("greenhouse", settings.greenhouse_client_id), ("ashby", settings.ashby_api_key)):
        if _text(settings, f"{system}_webhook_secret") and not key:
            said = "takes events, and has no key by which their postings are read"
            found.append(Found(part=system, ok=False, said=said, way_out="set its key, as the connectors page tells"))
    if settings.lever_api_key and settings.lever_perform_as is None:
        said = "has a key and nobody to write for, so that it only reads"
        found.append(Found(part="lever", ok=True, said=f"{said}; UNBLAND_LEVER_PERFORM_AS names a user"))
    return found


async def _listed(system: System, ats: Ats, *, offline: bool) -> Found:
    """Whether a system takes its key, by a list of one posting."""
    if offline:
        return Found(part=system.value, ok=True, said="was not asked about its key")
    try:
        async with asyncio.timeout(_PATIENCE):
            code = (await ats.list(1)).partial
    except TimeoutError:
        code = "timeout"
    if code in {None, "too_many", "too_large"}:
        return Found(part=system.value, ok=True, said="takes the key and lists postings")
    said, way_out = _WORDS.get(str(code), _FAILED)
    return Found(part=system.value, ok=False, said=said, way_out=way_out)


def _text(settings: SlackSettings | ConnectorSettings, name: str) -> str:
    """A setting's text; empty where it is not set."""
    found = getattr(settings, name)
    return found.get_secret_value() if isinstance(found, SecretStr) else str(found or "")
