"""What the work on batches asks of rows again and again: may it run, is it free, is it still ours."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, and_, exists, or_

from unbland.adapters.database.batch_tables import BATCHES, ITEMS, PARCELS, QUESTIONS
from unbland.application.batch.model import BatchItem, BatchState, ItemState, Via
from unbland.application.batch.parcels import ParcelState
from unbland.application.batch.ports import Chunk

#: An item that nobody has.
FREE = {"state": ItemState.QUEUED, "owner": None, "claimed_until": None, "started": 0}

_OTHERS = ITEMS.alias()


def runs() -> ColumnElement[bool]:
    """Whether a batch is worked on: one that is cancelled still writes what replies have come for."""
    goes_on = and_(BATCHES.c.state == BatchState.IN_PROGRESS, BATCHES.c.halted.is_(None))
    return or_(goes_on, and_(BATCHES.c.state == BatchState.CANCELLING, BATCHES.c.via != Via.LIVE))


def under_way(batch: str) -> ColumnElement[bool]:
    """The parcels of a batch that are not over."""
    return (PARCELS.c.batch == batch) & (PARCELS.c.state != ParcelState.OVER)


def left(now: datetime) -> ColumnElement[bool]:
    """Items that somebody has left behind."""
    return (ITEMS.c.state == ItemState.RUNNING) & (ITEMS.c.claimed_until <= now)


def free(now: datetime) -> ColumnElement[bool]:
    """Items that nobody works on."""
    return or_(ITEMS.c.state == ItemState.QUEUED, left(now))


def held(chunk: Chunk, owner: str) -> ColumnElement[bool]:
    """Items of a chunk that somebody has."""
    mine = (ITEMS.c.batch == chunk.batch) & (ITEMS.c.chunk == chunk.number)
    return mine & (ITEMS.c.owner == owner) & (ITEMS.c.state == ItemState.RUNNING)


def claimed(item: BatchItem, owner: str) -> ColumnElement[bool]:
    """Whether this very claim still holds: another by the same owner is another."""
    same = (ITEMS.c.batch == item.batch) & (ITEMS.c.number == item.number) & (ITEMS.c.state == ItemState.RUNNING)
    return same & (ITEMS.c.owner == owner) & (ITEMS.c.claims == item.claims)


def leaves(item: BatchItem) -> tuple[ColumnElement[bool], ...]:
    """Whether others wait for an item (`copied`, `near`), and whether it has questions (`asked`)."""
    waits = (_OTHERS.c.batch == item.batch) & (_OTHERS.c.state == ItemState.WAITING)
    copied = exists().where(waits, _OTHERS.c.leader == item.number)
    near = exists().where(waits, _OTHERS.c.near == item.number)
    asked = exists().where(QUESTIONS.c.batch == item.batch, QUESTIONS.c.number == item.number)
    return copied.label("copied"), near.label("near"), asked.label("asked")


def copies_of(item: BatchItem) -> ColumnElement[bool]:
    """Items that wait for the result of this one."""
    return (ITEMS.c.batch == item.batch) & (ITEMS.c.leader == item.number) & (ITEMS.c.state == ItemState.WAITING)
