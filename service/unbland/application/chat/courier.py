"""The work of a chat: each open turn is brought to where it should be, a step at a time, each step kept."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from hashlib import sha256
from operator import methodcaller
from typing import Any

from unbland.application.chat.beginning import Beginning
from unbland.application.chat.deciding import settled
from unbland.application.chat.messages import Posted, Progress
from unbland.application.chat.model import Course, Standing, Turn
from unbland.application.chat.ports import Messenger, Step, Undelivered
from unbland.application.chat.posting import Overtaken, Posting
from unbland.application.chat.rooms import KIND, Rooms
from unbland.application.chat.showing import result_of
from unbland.application.chat.steps import STEP
from unbland.application.rewrites.model import Claim, Record, State
from unbland.application.rewrites.ports import Work
from unbland.errors import BadInput, NoSuchRewrite

_LOG = logging.getLogger(__name__)

#: How long a courier that says nothing more is waited for; no step takes as long.
_LEASE = timedelta(seconds=90)

#: After so many failures in a row a turn is left alone; with the pauses between them this is most of a day.
_MOST_TRIES = 40

#: Seconds of a pause that is waited for at once; whoever looks for what is left behind ends the longer ones.
_SHORT = 8.0

#: A worker that is free has begun by then; else the stage line says that it waits.
_BEGUN = timedelta(seconds=0.3)

#: Seconds between two tries: doubled each time, up to the second figure.
_PAUSE, _LONGEST = 1.0, 1800.0


class Courier:
    """Shows turns in the chats of this process."""

    def __init__(self, rooms: Rooms, messengers: Mapping[str, Messenger], beginning: Beginning, owner: str) -> None:
        """Take where turns last, a messenger for each kind of chat (`slack`), who begins rewrites, and a name."""
        self._rooms = rooms
        self._messengers = messengers
        self._beginning = beginning
        self._owner = owner
        self._posting = Posting(rooms.turns, owner)

    async def deliver(self, work: str) -> None:
        """Bring one turn to where it should be; the work's id is the turn's and why."""
        id_, _, why = work.partition(".")
        while True:
            now = self._rooms.now()
            claim = Claim(owner=self._owner, until=now + _LEASE)
            turn = await self._rooms.turns.claim(id_, claim, now)
            if turn is None:
                return
            if why.startswith(STEP):
                turn = replace(turn, course=replace(turn.course, step=why.removeprefix(STEP)))
            try:
                step = await self._step(turn)
            except Overtaken:
                return
            left = await self._rooms.turns.leave(turn, self._owner, step)
            if left is None or (left == step and _rests(turn, step, self._rooms.now())):
                return  # what came meanwhile found the turn taken: whoever had it goes on with that
            await asyncio.sleep(max(0.0, (left.due - self._rooms.now()).total_seconds()))

    async def resume(self) -> None:
        """Have everything shown that is open and due, as after a crash or a pause."""
        for tenant, id_ in await self._rooms.turns.waiting(self._rooms.now()):
            await self._rooms.engine.submit(Work(KIND, tenant, f"{id_}.again"))

    async def _step(self, turn: Turn) -> Step:
        """One step, or what is left after one that went wrong."""
        messenger = self._messengers.get(turn.tenant.partition(":")[0])
        if messenger is None:
            return self._left(turn, Standing.LOST, replace(turn.course, trouble="no_such_chat"))
        try:
            return await self._forward(turn, messenger)
        except Undelivered as failure:
            return self._failed(turn, failure)
        except BadInput as error:
            complained = replace(turn.course, complaint=str(error), tries=0)
            return replace(self._left(turn, Standing.OPEN, complained), asked=None)

    async def _forward(self, turn: Turn, messenger: Messenger) -> Step:
        """The next step of a turn; nothing changes where there is none."""
        if turn.asked is not None:
            rewrite = await self._beginning.begin(turn, messenger)
            step = self._left(turn, Standing.OPEN, replace(turn.course, tries=0))
            return replace(step, rewrite=rewrite, asked=None, due=step.due + _BEGUN)
        try:
            record = await self._rooms.rewrites.get(turn.tenant, turn.rewrite) if turn.rewrite else None
        except NoSuchRewrite:
            return self._left(turn, Standing.SHOWN, turn.course)
        if record is not None and record.state is State.DONE:
            record = await settled(self._rooms.rewrites, turn, record)
        course = await self._shown(turn, record, messenger)
        over = record is None or record.state.over
        standing = Standing.SHOWN if over and course == turn.course else Standing.OPEN
        if standing is Standing.SHOWN and (record is None or record.state is not State.DONE):
            await self._reopened(turn)
        return self._left(turn, standing, replace(course, tries=0))

    async def _shown(self, turn: Turn, record: Record | None, messenger: Messenger) -> Course:
        """The course after the one thing that is to be shown next."""
        course = turn.course
        line = _progress(turn, record)
        if line.stage == "queued":
            line = replace(line, ahead=await self._rooms.rewrites.ahead(turn.tenant, line.reference))
        if course.stage != _told(line):
            return await self._line(turn, line, messenger)
        if record is None or record.state is not State.DONE:
            return course
        told = _mark(turn, record)
        message = await asyncio.to_thread(result_of, turn, record)  # edits are held against their sources
        if not course.message:
            posted = await self._posting.post(turn, messenger, "message", message)
            shown = replace(course, message=posted.id, posting="", trouble="", told=told, text=message.mark)
            return replace(shown, files=0 if posted.is_whole else -1)
        if course.files < turn.wishes.files:
            await self._posting.share(turn, messenger, f"posting-{record.revision}.md", message.markdown)
            return replace(course, posting="", files=course.files + 1)
        if course.told != told:
            is_whole = await messenger.update(turn.tenant, Posted(channel=course.channel, id=course.message), message)
            owed = 0 if is_whole or course.text == message.mark else 1
            return replace(course, told=told, text=message.mark, files=course.files - owed)
        return course

    async def _reopened(self, turn: Turn) -> None:
        """Have the last result before answered and decided on again, where the revision after it came to nothing."""
        with suppress(NoSuchRewrite):  # too old, and deleted
            while turn.parent is not None and not turn.wishes.next:
                before = await self._rooms.turns.wish(turn.tenant, turn.parent, methodcaller("without", turn.id))
                if before.rewrite and (await self._rooms.rewrites.get(turn.tenant, before.rewrite)).state is State.DONE:
                    await self._rooms.wake(before, f"without-{turn.id}")
                    return
                turn = before

    async def _line(self, turn: Turn, line: Progress, messenger: Messenger) -> Course:
        """The stage line: said, or changed where it stands."""
        course = replace(turn.course, stage=_told(line))
        if course.line:
            await messenger.update(turn.tenant, Posted(channel=course.channel, id=course.line), line)
            return course
        posted = await self._posting.post(turn, messenger, "line", line)
        thread = course.thread or posted.id
        return replace(course, posting="", trouble="", channel=posted.channel, line=posted.id, thread=thread)

    def _failed(self, turn: Turn, failure: Undelivered) -> Step:
        """What to do with a turn that the chat did not take; the rewrite itself has not failed."""
        about = {"action": "chat.undelivered", "turn": turn.id, "code": failure.code}
        _LOG.warning("undelivered", extra=about)
        posting = failure.posting or turn.course.posting
        course = replace(turn.course, tries=turn.course.tries + 1, trouble=failure.code, posting=posting)
        if failure.gone and turn.course.channel == turn.channel != turn.user:
            return self._left(turn, Standing.OPEN, Course(channel=turn.user, trouble=failure.code))
        if failure.barred or failure.gone or course.tries > _MOST_TRIES:
            return self._left(turn, Standing.LOST, course)
        pause = failure.wait if failure.wait is not None else min(_LONGEST, _PAUSE * 2 ** min(course.tries, 20))
        return replace(
            self._left(turn, Standing.OPEN, course), due=self._rooms.now() + timedelta(seconds=max(pause, 0))
        )

    def _left(self, turn: Turn, standing: Standing, course: Course) -> Step:
        now = self._rooms.now()
        return Step(course=course, standing=standing, asked=turn.asked, rewrite=turn.rewrite, due=now)


def _rests(turn: Turn, step: Step, now: datetime) -> bool:
    """Whether nothing more is to be done at once."""
    is_stuck = step.course == turn.course and step.asked == turn.asked
    return step.standing is not Standing.OPEN or is_stuck or (step.due - now).total_seconds() > _SHORT


def _mark(turn: Turn, record: Record) -> str:
    """What tells one look of a result from another."""
    looks = (record.decision, sorted(turn.wishes.edits.items()), turn.wishes.next)
    return sha256(repr(looks).encode()).hexdigest()[:16]


def _told(line: Progress) -> str:
    """What tells one stage line from another."""
    return f"{line.stage}:{line.step}" if line.step else line.stage


def _progress(turn: Turn, record: Record | None) -> Progress:
    """The stage line of a turn as it is now."""
    about: dict[str, Any] = {"user": turn.user, "reference": turn.rewrite or turn.id}
    if record is None:
        return Progress(title="", stage="failed", complaint=turn.course.complaint, **about)
    title = record.order.facts.role.title
    if record.failure is not None:
        stage, complaint = "failed", record.failure.detail
        return Progress(title=title, stage=stage, revision=record.revision, complaint=complaint, **about)
    if record.state is State.QUEUED:
        return Progress(title=title, stage="queued", revision=record.revision, **about)
    if record.result is None:
        return Progress(title=title, stage="working", step=turn.course.step, revision=record.revision, **about)
    score = record.result.score
    return Progress(
        title=record.result.posting.title,
        stage="done",
        revision=record.revision,
        before=score.before.total,
        after=score.after.total,
        **about,
    )
