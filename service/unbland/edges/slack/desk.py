"""What is done with what Slack sends: one call of the application each, and an answer at once."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Coroutine, Mapping
from contextlib import closing, suppress
from datetime import timedelta
from typing import Any

from unbland.application.chat.model import Where
from unbland.application.chat.ports import Undelivered
from unbland.bootstrap.chat import SlackRoom
from unbland.edges.slack import windows
from unbland.edges.slack.doorkeeper import fingerprint
from unbland.edges.slack.events import Event, event_of
from unbland.edges.slack.payloads import Command, Press
from unbland.edges.slack.presses import Presses
from unbland.edges.slack.sending import sent, wrong
from unbland.errors import AlreadyDecided, BadInput, DatabaseDown

_LOG = logging.getLogger(__name__)

#: A request is not dealt with again for so long; Slack itself tries again within five minutes.
_REMEMBERED = timedelta(minutes=10)

#: Events after which nothing of a workspace is ours any more.
_GONE = frozenset({"app_uninstalled", "tokens_revoked"})

_DOWN = {"response_type": "ephemeral", "text": "We cannot reach our database; nothing was done. Try again in a minute."}

Reply = Mapping[str, object]
NOTHING: Reply = {}


class Desk:
    """Answers Slack."""

    def __init__(self, room: SlackRoom) -> None:
        """Take what wiring made for Slack."""
        self._room = room
        self._presses = Presses(room)
        #: What goes on after the answer; none of it is more than a window, so that none of it need last.
        self._after: set[asyncio.Task[None]] = set()

    async def command(self, command: Command) -> Reply:
        """Answer `/rewrite`: hold what was typed, and open a window for it."""
        if command.text.strip().lower() in {"help", "?"}:
            return {"response_type": "ephemeral", "text": windows.HELP}
        key = fingerprint("command", command.where.user, command.trigger)
        await self._belongs(command.where.tenant, command.org)
        return await _told(self._once(command.where.tenant, key, self._opened(command)))

    async def press(self, press: Press) -> Reply:
        """Answer a press on a button, a shortcut, or a window's "send"."""
        await self._belongs(press.where.tenant, press.org)
        key = fingerprint(
            "press", press.kind, press.name, press.value, press.where.user, press.trigger, repr(press.view)
        )
        if press.kind == "view_submission":
            reply = await _guarded(press, self._once(press.where.tenant, key, sent(self._room, press)))
            if press.name == "profile" and not reply:
                self._later(self._home(press.where.tenant, press.where.user))
            return reply
        return await _told(self._once(press.where.tenant, key, self._pressed(press)))

    async def event(self, payload: Mapping[str, Any]) -> Reply:
        """Answer an event; the same one again is only answered.

        Raises Malformed, and DatabaseDown, so that Slack sends it again.
        """
        if payload.get("type") == "url_verification":
            return {"challenge": str(payload.get("challenge", ""))[:200]}
        if payload.get("type") != "event_callback":
            return NOTHING
        event = event_of(payload)
        if event.stood is not None:
            await self._room.chat.heard(event.tenant, *event.stood)
            return NOTHING
        if event.kind not in _GONE:
            await self._belongs(event.tenant, event.org)
        return await self._once(event.tenant, fingerprint("event", event.id), self._happened(event))

    async def aclose(self) -> None:
        """Let what goes on end."""
        await asyncio.gather(*self._after, return_exceptions=True)

    async def _opened(self, command: Command) -> Reply:
        turn = await self._room.chat.hold(command.where, f"command {command.trigger}", command.text.strip())
        self._later(self._open(command.where, command.trigger, turn.id, command.response_url))
        return NOTHING

    async def _pressed(self, press: Press) -> Reply:
        match press.name:
            case "rewrite_message" | "new_rewrite" | "new" | "reopen":
                turn = press.value if press.name == "reopen" else await self._presses.held(press)
                self._later(self._open(press.where, press.trigger, turn, press.response_url))
            case "profile":
                profile = await self._room.workspace.profile(press.where.tenant)
                self._later(
                    self._try(self._room.slack.open(press.where.tenant, press.trigger, windows.profile_window(profile)))
                )
            case _:
                self._later(self._act(press))
        return NOTHING

    async def _happened(self, event: Event) -> Reply:
        installed = event.org or event.tenant
        if event.kind == "app_uninstalled" or (event.kind == "tokens_revoked" and event.bots):
            installed = await self._room.installs.home(installed)
            for each in (*await self._room.installs.under(installed), installed):
                await self._room.workspace.forget(each)
        elif event.kind == "team_access_revoked":
            for each in event.left.intersection(await self._room.installs.under(installed)):
                await self._room.workspace.forget(each)
        elif event.kind == "app_home_opened" and event.user:
            self._later(self._home(event.tenant, event.user))
        return NOTHING

    async def _act(self, press: Press) -> None:
        """Do what a button says, and tell whoever pressed what they should know; the thread shows the rest."""
        try:
            words = await self._presses.act(press)
        except AlreadyDecided as error:
            words = windows.named(str(error))
        except BadInput as error:
            words = str(error)
        except Undelivered as failure:
            words = windows.LATE if failure.code in windows.TOO_LATE else windows.TROUBLE
        except DatabaseDown:
            words = str(_DOWN["text"])
        if words:
            await self._room.slack.respond(press.response_url, windows.whisper(words))

    async def _open(self, where: Where, trigger: str, turn: str, response_url: str) -> None:
        """Open the window of a held turn; too late, and a button opens it with all that was typed."""
        try:
            held = await self._room.chat.held(where, turn)
            view = windows.draft_window(turn, held, await self._room.workspace.profile(where.tenant), where.channel)
            await self._room.slack.open(where.tenant, trigger, view)
        except Undelivered as failure:
            _LOG.info("window not opened", extra={"action": "slack.window", "code": failure.code})
            await self._room.slack.respond(response_url, windows.reopen(turn))
        except BadInput as error:
            await self._room.slack.respond(response_url, windows.whisper(str(error)))
        except DatabaseDown:
            await self._room.slack.respond(response_url, windows.reopen(turn))

    async def _home(self, tenant: str, user: str) -> None:
        workspace = self._room.workspace
        view = windows.home(await workspace.profile(tenant), await workspace.recent(tenant, user))
        await self._try(self._room.slack.publish(tenant, user, view))

    async def _try(self, call: Awaitable[None]) -> None:
        try:
            await call
        except Undelivered as failure:
            _LOG.info("window not opened", extra={"action": "slack.window", "code": failure.code})

    async def _belongs(self, tenant: str, org: str) -> None:
        """Know whose installation serves a workspace; where the database is away, whoever asks is told elsewhere."""
        if org:
            with suppress(DatabaseDown):
                await self._room.installs.belongs(tenant, org)

    async def _once(self, tenant: str, key: str, deal: Coroutine[Any, Any, Reply]) -> Reply:
        """Deal with a request, unless it was dealt with; raises DatabaseDown."""
        shelf, now = self._room.shelf, self._room.now()
        with closing(deal):
            if not await shelf.first(tenant, key, now):
                return NOTHING
            try:
                reply = await deal
            except BaseException:
                await shelf.unseen(tenant, key)
                raise
        if "errors" in reply:  # nothing was done
            await shelf.unseen(tenant, key)
            return reply
        await shelf.seen(tenant, key, now + _REMEMBERED)
        return reply

    def _later(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._after.add(task)
        task.add_done_callback(self._after.discard)


async def _told(deal: Awaitable[Reply]) -> Reply:
    """The answer to whoever typed or pressed; where the database is away, that it is."""
    try:
        return await deal
    except DatabaseDown:
        return _DOWN


async def _guarded(press: Press, deal: Awaitable[Reply]) -> Reply:
    """The answer to a window; where the database is away, its words in the window."""
    try:
        return await deal
    except DatabaseDown:
        return wrong(press, str(_DOWN["text"]))
