"""What a client gets of a batch, in the words of OpenAI's Batch API where it has one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Literal
from uuid import uuid4

from fastapi.sse import ServerSentEvent

from unbland.application.batch.model import Batch, BatchState, Counts, Halt, ItemState, Limits
from unbland.application.rewrite import Engine


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestCounts:
    """How many postings there are, and how they ended."""

    total: int
    completed: int
    failed: int
    #: Of the completed, those taken from another that asked the same, or worded as one that asked nearly the same.
    copied: int
    cancelled: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchUsage:
    """What was spent."""

    calls: int
    input_tokens: int
    output_tokens: int
    #: US dollars; null where no price is known.
    cost: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchResource:
    """One batch."""

    id: str
    object: Literal["batch"]
    status: BatchState
    #: Why it does nothing, where it does not: `resume` goes on.
    halted: Halt | None
    created: datetime
    updated: datetime
    request_counts: RequestCounts
    usage: BatchUsage
    #: Where the results and the errors so far are.
    output: str
    errors: str
    #: Which column of a file was taken for what, where the batch has just been made of one.
    columns: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchPage:
    """Some of the batches, the newest first."""

    data: tuple[BatchResource, ...]
    #: Whether there are older ones; `starting_after` the last id gives them.
    has_more: bool


def batch_resource(batch: Batch, counts: Counts) -> BatchResource:
    """What a client gets of a batch."""
    spent = batch.spent
    return BatchResource(
        id=batch.id,
        object="batch",
        status=batch.state,
        halted=batch.halted,
        created=batch.created,
        updated=batch.updated,
        request_counts=RequestCounts(
            total=batch.total,
            completed=counts.of(ItemState.DONE),
            failed=counts.of(ItemState.FAILED),
            copied=counts.copied,
            cancelled=counts.of(ItemState.CANCELLED),
        ),
        usage=BatchUsage(
            calls=spent.calls,
            input_tokens=spent.input_tokens,
            output_tokens=spent.output_tokens,
            cost=batch.cost,
        ),
        output=f"/v1/batches/{batch.id}/output",
        errors=f"/v1/batches/{batch.id}/errors",
    )


def batch_event(batch: Batch, counts: Counts) -> ServerSentEvent:
    """How far a batch is, as an event: `progress`, `halted`, `completed` or `cancelled`.

    Its id says the same in short, so that who comes back with it is told nothing that was told.
    """
    found = batch_resource(batch, counts)
    name = str(batch.state) if batch.state.over else "halted" if batch.halted else "progress"
    done = found.request_counts
    about = {"batch": batch.id, "status": batch.state, "halted": batch.halted}
    data = about | {"request_counts": asdict(done), "usage": asdict(found.usage)}
    id_ = f"{batch.halted or name}-{done.completed}-{done.failed}-{done.cancelled}"
    return ServerSentEvent(id=id_, event=name, data=data)


def new_batch(tenant: str, writer: str, limits: Limits, *, engine: Engine, verify: bool) -> Batch:
    """A batch that a client asks for, still without items."""
    now = datetime.now(UTC)
    return Batch(
        id=f"batch_{uuid4().hex}",
        tenant=tenant,
        name="",
        state=BatchState.VALIDATING,
        created=now,
        updated=now,
        engine=engine,
        verify=verify,
        writer=writer,
        limits=limits,
    )
