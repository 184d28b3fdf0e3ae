"""The questions of items that go by the file: asked once each, with the replies that came; see `Parking`."""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Row, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from unbland.adapters.database.batch_marks import FREE, claimed
from unbland.adapters.database.batch_tables import BATCHES, ITEMS, QUESTIONS
from unbland.adapters.database.connection import Database
from unbland.application.batch.model import BatchItem, BatchState, ItemState
from unbland.application.batch.parking import ROUNDS, Question, Reply, Slip


class QuestionState(StrEnum):
    """How far a question is."""

    WAITING = "waiting"
    #: In a parcel.
    SENT = "sent"
    ANSWERED = "answered"
    #: The provider failed at it.
    LOST = "lost"


class DatabaseParking:
    """Questions and replies on SQLite and PostgreSQL; see `Parking`."""

    def __init__(self, database: Database) -> None:
        """Take the database."""
        self._database = database

    async def slip(self, item: BatchItem) -> Slip:
        """The replies that it has; see the port."""
        query = select(QUESTIONS.c.digest, QUESTIONS.c.reply).where(_of(item), QUESTIONS.c.reply.is_not(None))
        replies: dict[str, list[Reply]] = {}
        async with self._database.reading() as connection:
            for row in await connection.execute(query.order_by(QUESTIONS.c.step)):
                replies.setdefault(row.digest, []).append(_opened(row.reply))
        return Slip(replies, live=item.live)

    async def park(self, item: BatchItem, owner: str, question: Question, now: datetime) -> None:
        """Keep what it asks; see the port."""
        async with self._database.writing() as connection:
            state = await connection.scalar(select(BATCHES.c.state).where(BATCHES.c.id == item.batch))
            query = select(QUESTIONS.c.step, QUESTIONS.c.digest, QUESTIONS.c.state).where(_of(item))
            rows = (await connection.execute(query.order_by(QUESTIONS.c.step))).all()
            end = {**FREE, "begun": 0, "updated": now, **_next(rows, question, str(state))}
            done = await connection.execute(update(ITEMS).where(claimed(item, owner)).values(end))
            if done.rowcount and end["state"] is ItemState.PARKED and not _is_asked(rows, question):
                # One that waits and is asked no more was asked by another version of ours.
                await connection.execute(delete(QUESTIONS).where(_of(item), _waits()))
                step = max((row.step for row in rows), default=0) + 1
                await connection.execute(insert(QUESTIONS).values(_row(item, step, question, now)))


async def drop_questions(connection: AsyncConnection, item: BatchItem, *, done: bool) -> None:
    """What an item that ended leaves: no question that waits, and no reply where its result is there."""
    await connection.execute(delete(QUESTIONS).where(_of(item), _waits()))
    if done:
        await connection.execute(update(QUESTIONS).where(_of(item)).values(reply=None, body=None))


def packed(reply: Reply) -> bytes:
    """A reply as it is kept."""
    head = json.dumps([reply.status, reply.request_id]).encode()
    return zlib.compress(head + b"\n" + reply.body)


def unpacked(body: bytes) -> bytes:
    """The body of a question as it was asked."""
    return zlib.decompress(body)


def _opened(kept: bytes) -> Reply:
    head, _, body = zlib.decompress(kept).partition(b"\n")
    status, request_id = json.loads(head)
    return Reply(status, request_id, body)


def _next(rows: Sequence[Row[*tuple[Any, ...]]], question: Question, state: str) -> dict[str, object]:
    """What becomes of an item that asks."""
    if state == BatchState.CANCELLING:
        return {"state": ItemState.CANCELLED}
    gone = [row for row in rows if row.state != QuestionState.WAITING]
    if len(gone) >= ROUNDS and not _is_asked(rows, question):
        return {"state": ItemState.QUEUED, "live": 1}
    return {"state": ItemState.PARKED}


def _is_asked(rows: Sequence[Row[*tuple[Any, ...]]], question: Question) -> bool:
    """Whether it is in a parcel already, or waits for one."""
    open_ = {QuestionState.WAITING, QuestionState.SENT}
    return any(row.digest == question.digest and row.state in open_ for row in rows)


def _row(item: BatchItem, step: int, question: Question, now: datetime) -> dict[str, object]:
    return {
        "batch": item.batch,
        "number": item.number,
        "step": step,
        "digest": question.digest,
        "model": question.model,
        "state": QuestionState.WAITING,
        "size": len(question.body),
        "body": zlib.compress(question.body),
        "updated": now,
    }


def _of(item: BatchItem) -> ColumnElement[bool]:
    return (QUESTIONS.c.batch == item.batch) & (QUESTIONS.c.number == item.number)


def _waits() -> ColumnElement[bool]:
    return QUESTIONS.c.state == QuestionState.WAITING
