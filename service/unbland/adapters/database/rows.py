"""Rows of rewrites, as the values they stand for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter
from pydantic_core import PydanticSerializationError
from sqlalchemy import Row, bindparam, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from unbland.adapters.database.tables import EVENTS, REWRITES
from unbland.application.books.model import Aside
from unbland.application.result import Rewrite
from unbland.application.rewrites.model import Decision, Failure, Order, Record, State
from unbland.core.strict_json import is_kept
from unbland.errors import NoSuchRewrite, NotText

ORDER = TypeAdapter(Order)
RESULT = TypeAdapter(Rewrite)
FAILURE = TypeAdapter(Failure)
DECISION = TypeAdapter(Decision)

#: A rewrite of a tenant. Statements that each rewrite needs are built once: to build one takes as long as to run it.
MINE = (REWRITES.c.tenant == bindparam("whose")) & (REWRITES.c.id == bindparam("which"))
_ONE = select(REWRITES).where(MINE)
_EVENT = insert(EVENTS)

_NO_TEXT = "The draft or its facts hold NULs or halves of characters, which are no text; send them without."


def written(order: Order) -> bytes:
    """An order as JSON; raises NotText where it holds what no database keeps."""
    try:
        found = ORDER.dump_json(order)
    except PydanticSerializationError:  # half a character
        raise NotText(_NO_TEXT) from None
    if not is_kept(found):
        raise NotText(_NO_TEXT)
    return found


async def get_record(connection: AsyncConnection, tenant: str, id_: str) -> Record:
    """The rewrite of a tenant; raises NoSuchRewrite."""
    row = (await connection.execute(_ONE, {"whose": tenant, "which": id_})).one_or_none()
    if row is None:
        raise NoSuchRewrite
    return record_of(row)


#: Counts one event more in the rewrite's own row, whose lock keeps others from the same number.
ONE_MORE: Mapping[str, object] = {"told": REWRITES.c.told + 1}


async def tell_event(
    connection: AsyncConnection, id_: str, name: str, at: datetime, data: Mapping[str, object]
) -> None:
    """Add the next event of a rewrite."""
    count = update(REWRITES).where(REWRITES.c.id == id_).values(ONE_MORE).returning(REWRITES.c.told)
    await keep_event(connection, id_, (await connection.scalar(count), name, at), data)


async def keep_event(
    connection: AsyncConnection, id_: str, event: tuple[int | None, str, datetime], data: Mapping[str, object]
) -> None:
    """Keep an event under a number that its rewrite's row has counted: number, name and time."""
    number, name, at = event
    values = {"rewrite": id_, "number": number, "name": str(name), "at": at, "data": dict(data)}
    await connection.execute(_EVENT, values)


def row_of(record: Record) -> dict[str, object]:
    """A new rewrite as a row; raises NotText."""
    written(record.order)
    return {
        "id": record.id,
        "tenant": record.tenant,
        "family": record.family,
        "revision": record.revision,
        "state": record.state.value,
        "order": ORDER.dump_python(record.order, mode="json"),
        "attempts": record.attempts,
        "told": 1,  # that it is queued
        "created": record.created,
        "updated": record.updated,
        "request": record.request,
        "trace": record.trace,
        "aside_tokens": record.aside.tokens,
        "aside_micros": record.aside.micros,
    }


def record_of(row: Row[Any]) -> Record:
    """The rewrite of a row."""
    return Record(
        id=row.id,
        tenant=row.tenant,
        family=row.family,
        revision=row.revision,
        state=State(row.state),
        order=ORDER.validate_python(row.order),
        created=row.created,
        updated=row.updated,
        result=None if row.result is None else RESULT.validate_python(row.result),
        failure=None if row.failure is None else FAILURE.validate_python(row.failure),
        decision=None if row.decision is None else DECISION.validate_python(row.decision),
        attempts=row.attempts,
        request=row.request,
        trace=row.trace,
        aside=Aside(tokens=row.aside_tokens, micros=row.aside_micros),
    )
