"""Rows of batches and their items, as the values they stand for."""

from __future__ import annotations

import hashlib
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Row

from unbland.adapters.database.rows import FAILURE, ORDER, RESULT, written
from unbland.application.batch.model import Batch, BatchItem, BatchState, Halt, ItemState, Limits, NewItem, Via
from unbland.application.ports import Usage
from unbland.application.result import Rewrite
from unbland.application.rewrite import Engine
from unbland.application.rewrites.model import Failure
from unbland.core.batch.triaged import Labels
from unbland.errors import NotText

_LABELS = TypeAdapter(Labels)
_LIMITS = TypeAdapter(Limits)

#: Items of a chunk: enough that handing one over costs little, few enough that a worker that dies holds up little.
CHUNK = 16

#: Characters of a key.
MOST_KEY = 200


def batch_row(batch: Batch) -> dict[str, object]:
    """A new batch as a row."""
    return {
        "id": batch.id,
        "tenant": batch.tenant,
        "name": batch.name,
        "state": batch.state.value,
        "engine": batch.engine.value,
        "verify": int(batch.verify),
        "writer": batch.writer,
        "limits": limits_value(batch.limits),
        "metadata": dict(batch.metadata),
        "total": 0,
        "calls": 0,
        "input_tokens": 0,
        "output_tokens": 0,
        "written": 0,
        "paced_until": 0.0,
        "created": batch.created,
        "updated": batch.updated,
        "via": batch.via.value,
    }


def limits_value(limits: Limits) -> object:
    """Limits as they are kept."""
    return _LIMITS.dump_python(limits, mode="json")


def batch_of(row: Row[Any]) -> Batch:
    """The batch of a row."""
    return Batch(
        id=row.id,
        tenant=row.tenant,
        name=row.name,
        state=BatchState(row.state),
        created=row.created,
        updated=row.updated,
        engine=Engine(row.engine),
        verify=bool(row.verify),
        writer=row.writer,
        limits=_LIMITS.validate_python(row.limits),
        metadata=row._mapping["metadata"],  # noqa: SLF001 - public in spite of its name
        halted=Halt(row.halted) if row.halted else None,
        total=row.total,
        spent=Usage(calls=row.calls, input_tokens=row.input_tokens, output_tokens=row.output_tokens),
        via=Via(row.via),
        reduced=Usage(input_tokens=row.reduced_input_tokens, output_tokens=row.reduced_output_tokens),
    )


def item_row(batch: Batch, number: int, new: NewItem, now: datetime) -> dict[str, object]:
    """A new item as a row, queued or failed."""
    labels = {name: _kept(said) for name, said in asdict(new.labels).items()}
    row: dict[str, object] = {
        "batch": batch.id,
        "number": number,
        "tenant": batch.tenant,
        "key": labels["key"][:MOST_KEY],
        "labels": labels,
        "chunk": number // CHUNK,
        "state": ItemState.QUEUED,
        "digest": None,
        "order": None,
        "result": None,
        "failure": None,
        "code": None,
        "leader": None,
        "near": None,
        "copied_from": "",
        "begun": 0,
        "claims": 0,
        "started": 0,
        "updated": now,
    }
    if new.failure is not None or new.order is None:
        return row | failed(new.failure or Failure(code="empty_draft", detail="The posting's text is empty."))
    order = replace(new.order, engine=batch.engine, verify=batch.verify)
    try:
        whole = written(order)
    except NotText as error:
        return row | failed(Failure(code=error.code, detail=str(error)))
    digest = hashlib.sha256(whole + b"\0" + batch.writer.encode()).hexdigest()
    return row | {"order": ORDER.dump_python(order, mode="json"), "digest": digest}


def _kept(text: str) -> str:
    """A label with a sign in place of what no database keeps."""
    return text.replace("\x00", "\ufffd").encode("utf-8", "replace").decode()


def failed(failure: Failure) -> dict[str, object]:
    """What a failure makes of a row."""
    return {
        "state": ItemState.FAILED,
        "failure": FAILURE.dump_python(replace(failure, detail=_kept(failure.detail)), mode="json"),
        "code": failure.code,
        "result": None,
    }


def item_of(row: Row[Any], result: object = None, like: Rewrite | None = None) -> BatchItem:
    """The item of a row; a copy's result is handed in, and that of an item which says nearly the same."""
    found = row.result if row.result is not None else result
    return BatchItem(
        batch=row.batch,
        number=row.number,
        labels=_LABELS.validate_python(row.labels),
        state=ItemState(row.state),
        order=None if row.order is None else ORDER.validate_python(row.order),
        result=None if found is None else RESULT.validate_python(found),
        failure=None if row.failure is None else FAILURE.validate_python(row.failure),
        copied_from=row.copied_from,
        begun=row.begun,
        claims=row.claims,
        live=bool(row.live),
        near=row.near or 0,
        like=like,
    )
