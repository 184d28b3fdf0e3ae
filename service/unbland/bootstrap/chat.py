"""The wiring of chats: which are set, where they are, who carries messages to them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from pydantic import SecretStr, ValidationError
from pydantic_settings import BaseSettings

from unbland import bootstrap
from unbland.adapters.database.chat import DatabaseTurns
from unbland.adapters.database.chat_shelf import DatabaseInstalls, DatabaseShelf
from unbland.adapters.database.connection import Database
from unbland.adapters.seal import Seal, new_key
from unbland.application.chat.beginning import Beginning
from unbland.application.chat.courier import Courier
from unbland.application.chat.ports import Messenger, Shelf
from unbland.application.chat.rooms import KIND, Rooms
from unbland.application.chat.service import Chat
from unbland.application.chat.steps import Steps
from unbland.application.chat.workspace import Workspace
from unbland.application.review import Draft
from unbland.application.rewrites.ports import Handler, JobEngine
from unbland.application.rewrites.service import Rewrites
from unbland.bootstrap.sealing import read_seal
from unbland.errors import Misconfigured
from unbland.settings import MattermostSettings, SlackSettings

if TYPE_CHECKING:
    from unbland.adapters.slack.client import Hosts, SlackChat
    from unbland.adapters.slack.installs import Installs


_S = TypeVar("_S", bound=BaseSettings)


@dataclass(frozen=True, slots=True, kw_only=True)
class SlackRoom:
    """What the Slack edge needs."""

    chat: Chat
    workspace: Workspace
    shelf: Shelf
    slack: SlackChat
    installs: Installs
    now: Callable[[], datetime]
    signing_secret: str
    client_id: str
    public_url: str
    app_token: str
    api_url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MattermostRoom:
    """What the Mattermost edge needs."""

    chat: Chat
    tokens: tuple[str, ...]
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chats:
    """The chats of a service, and the work that they bring."""

    rooms: Rooms
    courier: Courier
    slack: SlackRoom | None
    mattermost: MattermostRoom | None

    def handlers(self, rewrite: tuple[str, Handler]) -> Mapping[str, Handler]:
        """Who does which work: rewrites, whose turns are shown when they are over, and turns."""
        kind, work = rewrite
        return {kind: Steps(self.rooms).telling(work), KIND: self.courier.deliver}

    async def take_over(self) -> None:
        """Take all that was begun for left behind."""
        await self.rooms.turns.take_over()

    async def sweep(self, age: timedelta) -> None:
        """Resume what was left behind, and delete what is too old."""
        await self.courier.resume()
        await self.rooms.turns.purge(self.rooms.now(), age)


def chats_over(database: Database, rewrites: Rewrites, engine: JobEngine, hosts: Hosts | None = None) -> Chats | None:
    """The chats that the environment sets; None where it sets none. Raises Misconfigured.

    `hosts` says where Slack is, where it is not where it always is.
    """
    slack, mattermost = read_slack_settings(), _read(MattermostSettings)
    if not (slack.is_set or mattermost.is_set):
        return None
    rooms = Rooms(
        turns=DatabaseTurns(database),
        shelf=DatabaseShelf(database),
        rewrites=rewrites,
        engine=engine,
        now=lambda: datetime.now(UTC),
    )
    chat = Chat(rooms)
    messengers: dict[str, Messenger] = {}
    slack_room = _slack(slack, rooms, chat, database, hosts) if slack.is_set else None
    if slack_room is not None:
        messengers["slack"] = slack_room.slack
    mattermost_room = None
    if mattermost.is_set:
        mattermost_room, messengers["mattermost"] = _mattermost(mattermost, chat)
    courier = Courier(rooms, messengers, Beginning(rooms, _read_file), bootstrap.new_id())
    return Chats(rooms=rooms, courier=courier, slack=slack_room, mattermost=mattermost_room)


def new_slack_key() -> str:
    """A new key to seal with; raises Misconfigured where the library is missing."""
    return new_key()


def read_slack_settings() -> SlackSettings:
    """What the environment sets of Slack; raises Misconfigured, which names the variable and never its value."""
    return _read(SlackSettings)


def refuse_halves(settings: SlackSettings, seal: Seal) -> None:
    """Raise Misconfigured where something of Slack is set and what it needs is not."""
    _need_library()
    if settings.client_id and not (settings.client_secret and seal.is_set and settings.public_url):
        raise Misconfigured(
            "UNBLAND_SLACK_CLIENT_ID needs UNBLAND_SLACK_CLIENT_SECRET, UNBLAND_ENCRYPTION_KEY and"
            " UNBLAND_SLACK_PUBLIC_URL beside it, so that workspaces can install the app."
        )
    if _secret(settings.bot_token).startswith("xoxe."):
        raise Misconfigured(
            "UNBLAND_SLACK_BOT_TOKEN runs out after 12 hours; make the app from the manifest of"
            " `unbland slack manifest --one-workspace`."
        )
    if not (settings.client_id or settings.bot_token):
        raise Misconfigured("Slack needs UNBLAND_SLACK_BOT_TOKEN, or UNBLAND_SLACK_CLIENT_ID for many workspaces.")


def _slack(settings: SlackSettings, rooms: Rooms, chat: Chat, database: Database, hosts: Hosts | None) -> SlackRoom:
    seal = read_seal()
    refuse_halves(settings, seal)
    from unbland.adapters.slack.client import API, Hosts, SlackChat, exchange  # noqa: PLC0415 - comes with an extra
    from unbland.adapters.slack.installs import AppKeys, Installs  # noqa: PLC0415 - the same

    hosts = hosts or Hosts(api=settings.api_url or API)
    keys = AppKeys(
        client_id=settings.client_id,
        client_secret=_secret(settings.client_secret),
        bot_token=_secret(settings.bot_token),
    )
    installs = Installs(DatabaseInstalls(database), seal, keys, partial(exchange, hosts), rooms.now)
    return SlackRoom(
        chat=chat,
        workspace=Workspace(rooms),
        shelf=rooms.shelf,
        slack=SlackChat(installs, hosts),
        installs=installs,
        now=rooms.now,
        signing_secret=_secret(settings.signing_secret),
        client_id=settings.client_id,
        public_url=settings.public_url,
        app_token=_secret(settings.app_token),
        api_url=hosts.api,
    )


def _mattermost(settings: MattermostSettings, chat: Chat) -> tuple[MattermostRoom, Messenger]:
    from unbland.adapters.mattermost import MattermostChat  # noqa: PLC0415 - few have one

    tokens = tuple(token.strip() for token in _secret(settings.command_tokens).split(",") if token.strip())
    room = MattermostRoom(chat=chat, tokens=tokens, url=settings.url)
    return room, MattermostChat(settings.url, _secret(settings.bot_token))


def _read(kind: type[_S]) -> _S:
    """The settings of one chat; raises Misconfigured, which names the variable and never its value."""
    try:
        return kind()
    except ValidationError as error:
        prefix = str(kind.model_config.get("env_prefix"))
        wrong = error.errors(include_url=False, include_input=False)[0]
        name = f"{prefix}{str(wrong['loc'][0]).removeprefix(prefix.lower())}".upper()
        raise Misconfigured(f"{name} is not set right: {wrong['msg'][:1].lower()}{wrong['msg'][1:]}.") from None


def _secret(value: SecretStr | None) -> str:
    return value.get_secret_value() if value is not None else ""


def _read_file(content: bytes) -> Draft:
    """The draft in the bytes of a file: Word, PDF, or a text."""
    return bootstrap.file_draft(content) if bootstrap.is_file(content) else Draft(content=content)


def _need_library() -> None:
    try:
        import slack_sdk  # noqa: F401, PLC0415 - comes with an extra
    except ImportError:
        raise Misconfigured("Slack needs more libraries; install `unbland[slack]`.") from None
