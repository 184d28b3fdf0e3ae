"""Buttons: each names a turn by an opaque id, and is allowed anew on every press."""

from __future__ import annotations

import asyncio
import re
from html import unescape

from unbland.application.chat.model import Turn
from unbland.application.chat.refusals import NoSuchTurn, Superseded
from unbland.application.chat.service import already
from unbland.application.chat.showing import result_of
from unbland.application.chat.typed import edited
from unbland.application.rewrites.model import Record, Verdict
from unbland.bootstrap.chat import SlackRoom
from unbland.edges.slack import windows
from unbland.edges.slack.payloads import Press
from unbland.errors import AlreadyDecided, NotDone

_VERDICTS = {"accept": Verdict.ACCEPTED, "reject": Verdict.REJECTED}

#: A link or a mention as Slack writes it: `<https://x|words>`, `<@U1|ann>`.
_MARKED = re.compile(r"<([^<>|]{1,3000})(?:\|([^<>]{0,3000}))?>")
#: What a link has that its words may lack.
_SCHEME = re.compile(r"^https?://|/$", re.IGNORECASE)


class Presses:
    """Does what buttons say."""

    def __init__(self, room: SlackRoom) -> None:
        """Take what wiring made for Slack."""
        self._room = room
        self._chat = room.chat

    async def held(self, press: Press) -> str:
        """The id of the turn that a shortcut begins, with the message's text in it."""
        text = as_typed(press.text)
        turn = await self._chat.hold(press.where, f"press {press.trigger}", text)
        return turn.id

    async def act(self, press: Press) -> str:
        """Do it; what whoever pressed should be told. Raises BadInput and Undelivered."""
        turn, record = await (self._shown(press) if press.name == "show" else self._allowed(press))
        tenant, trigger = press.where.tenant, press.trigger
        if verdict := _VERDICTS.get(press.name):
            await self._chat.decide(press.where, turn.id, verdict, press.value.partition(":")[2])
            return ""
        if press.name == "file":
            await self._chat.want_file(press.where, turn.id)
            return ""
        if press.name in {"copy", "show"}:
            result = await asyncio.to_thread(result_of, turn, record)
            view = windows.copy_window(result.posting.title or "The posting", result.markdown)
            await self._room.slack.open(tenant, trigger, view)
            return ""
        if record.decision is not None:
            raise AlreadyDecided(already(record))
        if press.name == "edit" and record.result is not None:
            if turn.wishes.next:
                raise Superseded
            posting = edited(record.result.posting, turn.wishes.edits)
            await self._room.slack.open(tenant, trigger, windows.edit_window(turn.id, posting))
            return ""
        questions = record.result.questions if record.result else ()
        asked = next((each for each in questions if f"answer:{each.field}" == press.name), None)
        if asked is None:
            raise NoSuchTurn
        await self._room.slack.open(tenant, trigger, windows.question_window(turn.id, asked))
        return ""

    async def _allowed(self, press: Press) -> tuple[Turn, Record]:
        """The turn of a button, where the button stands on that turn's own message; else it is written down."""
        turn, record = await self._shown(press)
        if not turn.course.message:
            raise NotDone  # it was posted this moment
        if turn.course.message != press.message or turn.course.channel != press.where.channel:
            await self._chat.refuse(press.where, turn.id, press.name)
        return turn, record

    async def _shown(self, press: Press) -> tuple[Turn, Record]:
        """The turn of a button for whoever may act on it; else it is written down."""
        id_ = press.value.partition(":")[0][:64]
        try:
            return await self._chat.shown(press.where, id_)
        except NoSuchTurn:
            await self._chat.note(press.where, id_, f"refused: {press.name}")
            raise


def as_typed(text: str) -> str:
    """A message as whoever wrote it typed it: without Slack's marks around links and mentions, each link kept."""
    return unescape(_MARKED.sub(_unmarked, text))


def _unmarked(found: re.Match[str]) -> str:
    """The words of a mark; behind those of a link its address, which whoever applies needs."""
    address, words = found[1].removeprefix("mailto:"), found[2]
    is_hidden = words and address.startswith("http") and _SCHEME.sub("", address) != _SCHEME.sub("", words)
    return f"{words} ({address})" if is_hidden else words or address
