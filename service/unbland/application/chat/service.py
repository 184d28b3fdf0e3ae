"""What people do in a chat: send a draft, answer, edit, decide, want a file, say the company's profile."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256

from unbland.application.chat.model import Asked, Course, Deed, Standing, Turn, Where, Wishes
from unbland.application.chat.ports import Shelf, TurnStore
from unbland.application.chat.refusals import NotYours, Superseded, Unseen
from unbland.application.chat.showing import parts_of, result_of
from unbland.application.chat.typed import authors, edited
from unbland.application.rewrites.model import Decider, Record, State, Verdict
from unbland.application.rewrites.ports import JobEngine, Work
from unbland.application.rewrites.service import Rewrites
from unbland.application.rewrites.tracing import text_hash
from unbland.core.document import read
from unbland.core.facts import CompanyFacts, answered
from unbland.errors import AlreadyDecided, BadInput, NotDone

#: What the engine knows the work of showing turns as.
KIND = "chat"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rooms:
    """What the use cases of a chat and its courier share."""

    turns: TurnStore
    shelf: Shelf
    rewrites: Rewrites
    engine: JobEngine
    #: The time, in UTC.
    now: Callable[[], datetime]

    async def wake(self, turn: Turn, why: str) -> None:
        """Have a turn shown as it is now; work for one reason does not stand in for that of another."""
        await self.engine.submit(Work(KIND, turn.tenant, f"{turn.id}.{why}"))

    async def note(self, where: Where, turn: str, action: str) -> None:
        """Write down who did or tried what."""
        deed = Deed(tenant=where.tenant, turn=turn, user=where.user, action=action, at=self.now())
        await self.shelf.note(deed)


class Chat:
    """The use cases, the same for every chat."""

    def __init__(self, rooms: Rooms) -> None:
        """Take where turns and rewrites last."""
        self._rooms = rooms
        self._turns = rooms.turns

    async def hold(self, where: Where, occasion: str, text: str = "") -> Turn:
        """Keep a text that somebody begins to send; the same occasion makes no second turn."""
        now = self._rooms.now()
        turn = Turn(
            id=turn_id(where.tenant, occasion),
            tenant=where.tenant,
            user=where.user,
            channel=where.channel,
            standing=Standing.HELD,
            course=Course(channel=where.channel, thread=where.thread),
            asked=Asked(text=text) if text else None,
            created=now,
            updated=now,
        )
        return await self._turns.add(turn)

    async def ask(self, where: Where, id_: str, asked: Asked, deciders: tuple[str, ...] = ()) -> Turn:
        """Have a held turn done; again, and it changes nothing.

        Raises NoSuchTurn, NotYours, and EmptyDraft, DraftTooLong or NotText for a text that cannot be a draft.
        """
        turn = await self._turns.get(where.tenant, id_)
        if turn.user != where.user:
            await self.refuse(where, id_, "ask")
        if asked.attachment is None:
            await asyncio.to_thread(read, asked.text, None)
        if await self._turns.ask(where.tenant, id_, asked, tuple(dict.fromkeys(deciders))):
            await self._rooms.wake(turn, "asked")
        return turn

    async def answer(self, where: Where, id_: str, facts: CompanyFacts, occasion: str) -> Turn:
        """The turn of the next revision, in the same thread; raises NoSuchTurn, NotYours, BadFacts and NotDone."""
        turn, record = await self._open(where, id_, "answer", newest=False)
        _fit(record, facts)
        now = self._rooms.now()
        following = Turn(
            id=turn_id(where.tenant, occasion),
            tenant=turn.tenant,
            user=turn.user,
            channel=turn.channel,
            standing=Standing.OPEN,
            course=Course(channel=turn.course.channel, thread=turn.course.thread, line=turn.course.line),
            wishes=Wishes(deciders=turn.wishes.deciders),
            asked=Asked(facts=facts),
            parent=turn.id,
            created=now,
            updated=now,
        )
        kept = await self._turns.add(following)
        turn = await self._turns.wish(turn.tenant, turn.id, lambda wishes: replace(wishes, next=wishes.next or kept.id))
        await self.note(where, turn.id, "answered")
        await self._rooms.wake(kept, "asked")
        await self._rooms.wake(turn, "answered")
        return kept

    async def edit(self, where: Where, id_: str, edits: dict[str, str]) -> None:
        """Put people's own words in place of parts; raises BadInput, such as for what was decided on."""
        turn, record = await self._open(where, id_, "edit")
        if record.decision is not None:
            raise AlreadyDecided(already(record))
        made = record.result.posting if record.result else None
        before = parts_of(edited(made, turn.wishes.edits)) if made else {}
        edits = {part: words for part, words in edits.items() if words != before.get(part)}
        if made is None or not (edits or turn.wishes.closed):
            return

        def typed(wishes: Wishes) -> Wishes:
            if wishes.closed:
                return wishes
            whole = {**wishes.edits, **edits}
            by = authors(made, wishes, whole, where.user)
            return replace(wishes, edits=whole, typed=by, edited_by=where.user)

        turn = await self._turns.wish(where.tenant, id_, typed)
        if turn.wishes.closed:
            raise AlreadyDecided(already(await self._rooms.rewrites.get(where.tenant, record.id)))
        await self.note(where, id_, "edited")
        await self._rooms.wake(turn, sha256(repr(sorted(edits.items())).encode()).hexdigest()[:8])

    async def decide(self, where: Where, id_: str, verdict: Verdict, seen: str = "") -> Record:
        """Accept or reject; `seen` is the mark of the text that whoever accepts was shown.

        Raises NoSuchTurn, NotYours, Superseded, NotDone, Unseen, and AlreadyDecided after the first.
        """
        _, record = await self._open(where, id_, verdict.value)

        def decided_on(wishes: Wishes) -> Wishes:
            is_seen = verdict is Verdict.REJECTED or wishes.mark == seen
            return replace(wishes, closed=wishes.closed or is_seen)

        turn = await self._turns.wish(where.tenant, id_, decided_on)
        if not turn.wishes.closed:
            raise Unseen
        artifact = ""
        if turn.wishes.edits:
            artifact = text_hash((await asyncio.to_thread(result_of, turn, record)).markdown)
        by = Decider(by=where.user, artifact=artifact)
        decided = await self._rooms.rewrites.decide(where.tenant, record.id, verdict, by)
        await self.note(where, id_, verdict.value)
        await self._rooms.wake(turn, verdict.value)
        return decided

    async def want_file(self, where: Where, id_: str) -> None:
        """Have the posting put into the thread as a Markdown file; raises NoSuchTurn, NotYours and NotDone."""
        await self._open(where, id_, "file", newest=False)
        turn = await self._turns.wish(where.tenant, id_, lambda wishes: replace(wishes, files=wishes.files + 1))
        await self._rooms.wake(turn, f"file{turn.wishes.files}")

    async def shown(self, where: Where, id_: str) -> tuple[Turn, Record]:
        """A turn and its rewrite, for whoever may act on it; raises NoSuchTurn, NotYours and NotDone."""
        return await self._open(where, id_, "look", newest=False)

    async def held(self, where: Where, id_: str) -> str:
        """The text that somebody began to send; raises NoSuchTurn, and NotYours."""
        turn = await self._turns.get(where.tenant, id_)
        if turn.user != where.user:
            await self.refuse(where, id_, "held")
        return turn.asked.text if turn.asked else ""

    async def refuse(self, where: Where, id_: str, action: str) -> None:
        """Write down that somebody tried what they may not; raises NotYours."""
        await self.note(where, id_, f"refused: {action}")
        raise NotYours

    async def note(self, where: Where, id_: str, action: str) -> None:
        """Write down who did or tried what."""
        await self._rooms.note(where, id_, action)

    async def _open(self, where: Where, id_: str, action: str, *, newest: bool = True) -> tuple[Turn, Record]:
        """A turn with a result, for whoever may act on it."""
        turn = await self._turns.get(where.tenant, id_)
        if not turn.may_act(where.user):
            await self.refuse(where, id_, action)
        if turn.rewrite is None:
            raise NotDone
        record = await self._rooms.rewrites.get(where.tenant, turn.rewrite)
        if record.state is not State.DONE:
            raise NotDone
        if newest and turn.wishes.next:
            raise Superseded
        return turn, record


def turn_id(tenant: str, occasion: str) -> str:
    """The id of the turn that an occasion makes: a click, a command; the same one is the same turn."""
    return f"ct_{sha256(f'{tenant} {occasion}'.encode()).hexdigest()[:32]}"


def already(record: Record) -> str:
    """Who decided, and when; of a decision that is being made, that it is."""
    made = record.decision
    if made is None:
        return "Somebody decides on it this moment; look again."
    return f"It was {made.verdict} by {made.by} at {made.at:%Y-%m-%d %H:%M} UTC already."


def _fit(record: Record, facts: CompanyFacts) -> None:
    """Raise BadInput where answers contradict what is known, while whoever answers still looks at them."""
    try:
        answered(record.order.facts, facts)
    except ValueError as error:
        raise BadInput(f"The answers do not fit the facts: {error}.") from None
