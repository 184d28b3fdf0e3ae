"""Posting once: what is about to be posted is written down before, and looked for before it is posted again."""

from __future__ import annotations

from dataclasses import replace

from unbland.application.chat.messages import Message, Posted
from unbland.application.chat.model import Turn
from unbland.application.chat.ports import MayNotLook, Messenger, TurnStore, Undelivered

#: Seconds until the chat has told us of a message that we may not look for: it tells at once, and again after a minute
#: where nobody heard it, as where we died (docs.slack.dev, Events API).
_TOLD_AT_ONCE, _TOLD_AGAIN = 10.0, 75.0
_UNTOLD = "untold"

#: What a file is called in the note that it is about to be shown, before its id.
_FILE = "file "


class Overtaken(Exception):
    """Another courier has the turn, or it was deleted; this one does nothing more."""


class Posting:
    """Posts messages of turns, each once, though a process may die between a message and its note."""

    def __init__(self, turns: TurnStore, owner: str) -> None:
        """Take where turns last, and the name that they are claimed with."""
        self._turns = turns
        self._owner = owner

    async def post(self, turn: Turn, messenger: Messenger, what: str, message: Message) -> Posted:
        """The message of this name, posted now or found where it was posted before.

        Raises Undelivered, with `posting` where the chat may have taken it all the same, and Overtaken.
        """
        course, mark = turn.course, f"{turn.id}.{what}"
        if course.posting == what:  # it was begun, and nobody has said how that ended
            found = await _found(turn, messenger, mark)
            if found is not None:
                is_whole = await messenger.update(turn.tenant, found, message)  # it may have been posted a while ago
                return replace(found, is_whole=is_whole)
        elif not await self._turns.intend(turn, self._owner, replace(course, posting=what, trouble="")):
            raise Overtaken
        try:
            return await messenger.post(turn.tenant, course.channel, course.thread, message, mark)
        except Undelivered as failure:
            failure.posting = what if failure.unsure else ""
            raise

    async def share(self, turn: Turn, messenger: Messenger, name: str, text: str) -> None:
        """The text as a file in the turn's thread, shown now or found to be shown; raises as `post` does."""
        course, thread = turn.course, Posted(channel=turn.course.channel, id=turn.course.thread)
        _, _, begun = course.posting.partition(_FILE)
        if begun and await messenger.is_shared(turn.tenant, begun):
            return
        file = await messenger.upload(turn.tenant, thread, name, text)
        if not await self._turns.intend(turn, self._owner, replace(course, posting=f"{_FILE}{file}")):
            raise Overtaken
        try:
            await messenger.share(turn.tenant, thread, name, file)
        except Undelivered as failure:
            failure.posting = f"{_FILE}{file}" if failure.unsure else ""
            raise


async def _found(turn: Turn, messenger: Messenger, mark: str) -> Posted | None:
    """Where a message stands that may stand: as the chat told us, or as we see; None for nowhere, as far as we know.

    Raises Undelivered where the chat may still tell us.
    """
    course, heard = turn.course, turn.heard
    if heard is not None and (heard.what, heard.channel) == (course.posting, course.channel):
        return Posted(channel=heard.channel, id=heard.id)
    try:
        return await messenger.find(turn.tenant, course.channel, course.thread, mark, turn.created)
    except MayNotLook:
        if course.trouble == _UNTOLD:
            return None
        raise Undelivered(_UNTOLD, wait=_TOLD_AT_ONCE if course.trouble else _TOLD_AGAIN) from None
