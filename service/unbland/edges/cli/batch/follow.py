"""`unbland batch status`, `resume`, `cancel`, `retry-failed` and `report`: a batch by the folder it was written to."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import nullcontext, suppress
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from unbland import bootstrap
from unbland.application.batch.model import Batch, BatchState, ItemState, Limits
from unbland.bootstrap.batch_folder import discarding, is_left, kept_in, working_alone
from unbland.bootstrap.batch_run import TENANT, Desk, desk, refuse_uncounted
from unbland.edges.cli.batch.options import (
    Concurrency,
    Folder,
    MaxCost,
    MaxTokens,
    Price,
    Rpm,
    Tpm,
    at_once_of,
    limits_of,
)
from unbland.edges.cli.batch.progress import failures, spent
from unbland.edges.cli.batch.run import finish, told_counts, work_off
from unbland.edges.cli.counting import counted
from unbland.edges.cli.page import visible
from unbland.errors import BadInput, BatchComing

Does = Callable[[Desk, Batch], Awaitable[None]]


def status(folder: Folder) -> None:
    """Say how far a batch is."""

    async def show(made: Desk, batch: Batch) -> None:
        counts = await made.room.batches.counts(batch)
        halted = f", halted: {batch.halted}" if batch.halted else ""
        typer.echo(f"{batch.id}: {batch.state}{halted}, {told_counts(batch)} of {batch.name}")
        typer.echo(", ".join(f"{counts.of(state):,} {state}" for state in ItemState if counts.of(state)))
        for parcel in await made.parcels(batch):
            where = visible(parcel.provider_id or "a file")
            how = f"{parcel.said or parcel.state}, {parcel.done:,} answered"
            typer.echo(f"with the provider: {counted(parcel.questions, 'question')} in {where}, {how}")
        if tail := f"{spent(batch)}{failures(counts)}".removeprefix(" · "):
            typer.echo(tail)

    _with(folder, show)


def resume(  # noqa: PLR0913 - each option of a command is a parameter
    folder: Folder,
    *,
    concurrency: Concurrency = "auto",
    max_cost: MaxCost = None,
    max_tokens: MaxTokens = None,
    rpm: Rpm = None,
    tpm: Tpm = None,
    price: Price = None,
) -> None:
    """Go on with a batch that was killed, halted or cancelled; limits that are given take the place of its own."""
    told = limits_of(max_cost, max_tokens, rpm, tpm, price)

    async def go_on(made: Desk, batch: Batch) -> None:
        batches = made.room.batches
        if batch.state is BatchState.COMPLETED:  # perhaps killed before its files were written
            await finish(made, batch, folder)
            return
        limits = _over(batch.limits, told)
        refuse_uncounted(made.room, limits)
        batch = await batches.resume(batch.tenant, batch.id, limits)
        await work_off(made, batch, folder)

    _with(folder, go_on, at_once_of(concurrency), alone=True)


def cancel(folder: Folder) -> None:
    """Begin nothing more of a batch, at the provider neither; what came stays, and `resume` takes it up again."""

    async def stop(made: Desk, batch: Batch) -> None:
        if batch.state is BatchState.VALIDATING:
            with discarding(folder, BatchComing()):  # whoever read its postings was killed
                await made.room.making.discard(batch)
            typer.echo(f"{batch.id} was never whole, and is deleted with what was read of it.", err=True)
            return
        batch = await made.room.batches.cancel(batch.tenant, batch.id)
        typer.echo(f"{batch.id}: {batch.state}", err=True)
        if batch.state is BatchState.CANCELLING and await made.parcels(batch):
            with suppress(BadInput), working_alone(folder):  # who works on it already does this
                await work_off(made, batch, folder)

    _with(folder, stop, whole=False)


def retry_failed(
    folder: Folder,
    *,
    code: Annotated[
        list[str] | None, typer.Option("--code", metavar="CODE", help="Only what failed so; repeatable.")
    ] = None,
    concurrency: Concurrency = "auto",
) -> None:
    """Do again what failed."""

    async def again(made: Desk, batch: Batch) -> None:
        batches = made.room.batches
        count = await batches.retry(batch.tenant, batch.id, code)
        typer.echo(f"{count:,} to do again.", err=True)
        await work_off(made, await batches.get(batch.tenant, batch.id), folder)

    _with(folder, again, at_once_of(concurrency), alone=True)


def report(folder: Folder) -> None:
    """Write what came of a batch so far."""

    async def write(made: Desk, batch: Batch) -> None:
        await finish(made, batch, folder)

    _with(folder, write)


def _with(folder: Path, does: Does, at_once: int | None = None, *, alone: bool = False, whole: bool = True) -> None:
    """Do something with the batch of a folder, `alone` to work on it; raises BadInput where it is about none.

    `whole` says that nothing is to be done with one of which postings are missing that nobody reads any more.
    """
    kept = kept_in(folder)
    if kept is None:
        raise BadInput(f"{folder} is about no batch; name the folder that `unbland batch run … -o` wrote to.")

    async def opened() -> None:
        async with desk(bootstrap.read_settings(), at_once, kept, begin=alone) as made:
            batch = await made.room.batches.get(TENANT, kept.id)
            half = whole and batch.state is BatchState.VALIDATING and (alone or is_left(folder))
            if half:  # what is missing is nowhere but in the input
                raise BadInput(
                    f"The batch in {folder} was stopped before all its postings were read; run it again: `unbland batch"
                    f" run INPUT -o {folder}`."
                )
            await does(made, batch)

    with working_alone(folder) if alone else nullcontext():
        asyncio.run(opened())


def _over(own: Limits, told: Limits) -> Limits:
    """The batch's own limits under those that are told."""
    given = {
        name: value for name in ("cost", "tokens", "rpm", "tpm", "price") if (value := getattr(told, name)) is not None
    }
    return replace(own, **given)
