"""What people do in a chat: send a draft, answer, edit, decide, want a file, say the company's profile."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import replace
from hashlib import sha256

from unbland.application.chat.deciding import settled
from unbland.application.chat.messages import Posted
from unbland.application.chat.model import Asked, Course, Deciding, Heard, Standing, Turn, Where, Wishes
from unbland.application.chat.refusals import NoSuchTurn, NotYours, Sent, Superseded, Unseen
from unbland.application.chat.rooms import Rooms
from unbland.application.chat.showing import parts_of
from unbland.application.chat.typed import authors, edited
from unbland.application.rewrites.model import Record, State, Verdict
from unbland.core.document import read
from unbland.core.facts import CompanyFacts, answered
from unbland.errors import AlreadyDecided, BadInput, NotDone


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
        """The turn of the next revision, in the same thread.

        Raises NoSuchTurn, NotYours, BadFacts, NotDone, and AlreadyDecided where the newest revision was decided on.
        """
        turn, record = await self._open(where, id_, "answer", newest=False)
        if record.decision is not None:
            raise AlreadyDecided(already(record))
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
            created=now,
            updated=now,
        )
        newest = await self._turns.follow(turn.id, following)
        while newest.wishes.next not in {"", following.id}:  # somebody answered before: theirs is followed
            newest = await self._turns.follow(newest.wishes.next, following)
        if not newest.wishes.next:
            record = await self._rooms.rewrites.get(where.tenant, newest.rewrite or "")
            raise AlreadyDecided(already(await settled(self._rooms.rewrites, newest, record)))
        await self.note(where, turn.id, "answered")
        await self._rooms.wake(following, "asked")
        await self._rooms.wake(newest, "answered")
        return following

    async def edit(self, where: Where, id_: str, edits: dict[str, str]) -> None:
        """Put people's own words in place of parts; raises BadInput, such as for what was decided on."""
        turn, record = await self._open(where, id_, "edit")
        if record.decision is not None:
            raise AlreadyDecided(already(record))
        made = record.result.posting if record.result else None
        before = parts_of(edited(made, turn.wishes.edits)) if made else {}
        edits = {part: words for part, words in edits.items() if words != before.get(part)}
        if made is None or not (edits or turn.wishes.deciding):
            return

        def typed(wishes: Wishes) -> Wishes:
            if wishes.deciding:
                return wishes
            whole = {**wishes.edits, **edits}
            by = authors(made, wishes, whole, where.user)
            return replace(wishes, edits=whole, typed=by, edited_by=where.user)

        turn = await self._turns.wish(where.tenant, id_, typed)
        if turn.wishes.deciding:
            raise AlreadyDecided(already(await settled(self._rooms.rewrites, turn, record)))
        await self.note(where, id_, "edited")
        await self._rooms.wake(turn, sha256(repr(sorted(edits.items())).encode()).hexdigest()[:8])

    async def decide(self, where: Where, id_: str, verdict: Verdict, seen: str = "") -> Record:
        """Accept or reject; `seen` is the mark of the text that whoever accepts was shown.

        Raises NoSuchTurn, NotYours, Superseded, NotDone, Unseen, and AlreadyDecided after the first.
        """
        _, record = await self._open(where, id_, verdict.value)
        mine = Deciding(verdict=verdict, by=where.user)

        def decided_on(wishes: Wishes) -> Wishes:
            is_seen = verdict is Verdict.REJECTED or wishes.mark == seen
            return replace(wishes, deciding=wishes.deciding or (mine if is_seen and not wishes.next else None))

        turn = await self._turns.wish(where.tenant, id_, decided_on)
        if turn.wishes.deciding is None:
            raise Superseded if turn.wishes.next else Unseen
        record = await settled(self._rooms.rewrites, turn, record)
        await self._rooms.wake(turn, verdict.value)
        made = record.decision
        if made is not None and (made.verdict, made.by) != (verdict, where.user):
            raise AlreadyDecided(already(record))
        await self.note(where, id_, verdict.value)
        return record

    async def heard(self, tenant: str, mark: str, at: Posted) -> None:
        """Know where a message of ours stands, as the chat tells us; it counts while nobody else has said so."""
        id_, _, what = mark.rpartition(".")
        with suppress(NoSuchTurn):
            turn = await self._turns.get(tenant, id_)
            if turn.course.posting == what:
                told = Heard(what=what, channel=at.channel, id=at.id)
                await self._turns.hear(tenant, id_, told, self._rooms.now())
                await self._rooms.wake(turn, "heard")

    async def want_file(self, where: Where, id_: str) -> None:
        """Have the posting put into the thread as a Markdown file; raises NoSuchTurn, NotYours and NotDone."""
        await self._open(where, id_, "file", newest=False)
        turn = await self._turns.wish(where.tenant, id_, lambda wishes: replace(wishes, files=wishes.files + 1))
        await self._rooms.wake(turn, f"file{turn.wishes.files}")

    async def shown(self, where: Where, id_: str) -> tuple[Turn, Record]:
        """A turn and its rewrite, for whoever may act on it; raises NoSuchTurn, NotYours and NotDone."""
        return await self._open(where, id_, "look", newest=False)

    async def held(self, where: Where, id_: str) -> str:
        """The text that somebody began to send; raises NoSuchTurn, NotYours, and Sent."""
        turn = await self._turns.get(where.tenant, id_)
        if turn.user != where.user:
            await self.refuse(where, id_, "held")
        if turn.standing is not Standing.HELD:
            raise Sent
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
