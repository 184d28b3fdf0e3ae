"""`unbland batch run`: many postings rewritten, within a budget, from where it was left off."""

from __future__ import annotations

import asyncio
import signal
import time
from collections.abc import Iterator
from itertools import islice, takewhile
from pathlib import Path

import typer

from unbland import bootstrap
from unbland.application.batch.model import Batch, BatchState, Halt, ItemState, Limits, NewItem, Via
from unbland.bootstrap.batch import Input, ready_items
from unbland.bootstrap.batch_folder import kept_in, kept_while_filled, working_alone
from unbland.bootstrap.batch_run import TENANT, Desk, desk, new_batch
from unbland.edges.cli.batch.estimated import Opening, estimated
from unbland.edges.cli.batch.facts import read_answers
from unbland.edges.cli.batch.inputs import Columns, Encoding, InputPath, columns_of, show_mapping
from unbland.edges.cli.batch.options import (
    AskedVia,
    Concurrency,
    DryRun,
    FactsPath,
    Limit,
    MaxCost,
    MaxTokens,
    Output,
    Price,
    Rpm,
    Tpm,
    WhoWrites,
    at_once_of,
    limits_of,
)
from unbland.edges.cli.batch.progress import Progress, failures, nothing_done, spent, to_raise
from unbland.edges.cli.counting import counted
from unbland.errors import BadInput

EXAMPLES = """\b
Examples:
  unbland batch run postings.csv --facts triage/facts.yaml -o rewritten
  unbland batch run export.zip -o rewritten --max-cost 40 --rpm 500
  unbland batch run postings.csv -o rewritten --via openai-batch --dry-run
"""

#: The exit code for a part outside that failed.
_OUTSIDE_FAILED = 3

#: Seconds between two looks at how far it is.
_LOOK = 0.25


def run(  # noqa: PLR0913 - each option of a command is a parameter
    source: InputPath,
    *,
    facts: FactsPath = None,
    output: Output = Path("rewritten"),
    columns: Columns = None,
    encoding: Encoding = "",
    limit: Limit = None,
    concurrency: Concurrency = "auto",
    max_cost: MaxCost = None,
    max_tokens: MaxTokens = None,
    rpm: Rpm = None,
    tpm: Tpm = None,
    price: Price = None,
    dry_run: DryRun = False,
    engine: WhoWrites = None,
    via: AskedVia = Via.LIVE,
) -> None:
    """Rewrite many postings; kill it at any time, and `unbland batch resume FOLDER` goes on.

    The folder gets results.jsonl, errors.jsonl, postings.csv and review.html. What was asked before to the letter is
    not asked again; what says nearly the same is worded as the posting before it, and what differs from its own text.
    """
    settings = bootstrap.read_settings(engine)
    limits = limits_of(max_cost, max_tokens, rpm, tpm, price)
    at_once = at_once_of(concurrency)
    read = Input(path=source, columns=columns_of(columns), encoding=encoding)
    items = ready_items(read, read_answers(facts), settings.max_draft_bytes, show_mapping)
    items = islice(items, limit) if limit else items
    if dry_run:
        asyncio.run(estimated(desk(settings, at_once, via), items, limits, (at_once, via)))
        return
    with working_alone(output):
        asyncio.run(_run(desk(settings, at_once, via, begin=True), items, output, (source.name, limits, via)))


async def _run(opening: Opening, items: Iterator[NewItem], output: Path, about: tuple[str, Limits, Via]) -> None:
    name, limits, via = about
    async with opening as made:
        if (before := kept_in(output)) is not None:
            await _refuse_open(made, before.id, output)
        await made.check(via)
        batch = await made.room.making.create(new_batch(made.room, name, limits, via))
        with kept_while_filled(output, batch.id):
            batch = await _filled(made, batch, items)
        await work_off(made, batch, output)


async def _filled(made: Desk, batch: Batch, items: Iterator[NewItem]) -> Batch:
    """The batch with its items, begun; whatever breaks that off, half a batch is none. Raises Exit if told to stop."""
    making, told = made.room.making, _told_to_stop()
    try:
        count = await making.fill(batch, takewhile(lambda _: not told.is_set(), items))
        if count and not told.is_set():
            return await making.begin(batch)
    except BaseException:
        await asyncio.shield(making.discard(batch))
        raise
    await making.discard(batch)
    if told.is_set():
        typer.echo("Told to stop before all postings were read: none was begun. Run the same again.", err=True)
        raise typer.Exit(_OUTSIDE_FAILED)
    raise BadInput(f"{batch.name} holds no postings.")


def _told_to_stop() -> asyncio.Event:
    """What is set at Ctrl-C and SIGTERM, from now on."""
    told = asyncio.Event()
    for signum in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(signum, told.set)
    return told


async def work_off(made: Desk, batch: Batch, output: Path) -> None:
    """Work on a batch until nothing is left or it halts; then write what came of it, and say so."""
    batches, progress, told = made.room.batches, Progress(), _told_to_stop()
    async with made.working(batch):
        while not told.is_set():
            batch = await batches.get(batch.tenant, batch.id)
            if batch.state.over:
                break
            if batch.halted or progress.is_due:
                began = time.monotonic()
                counts, away = await batches.counts(batch), await made.away(batch)
                progress.look(batch, counts, away, took=time.monotonic() - began)
                if batch.halted and not counts.of(ItemState.RUNNING):
                    break
            try:
                async with asyncio.timeout(_LOOK):
                    await told.wait()
            except TimeoutError:
                continue
    progress.end()
    batch = await batches.get(batch.tenant, batch.id)
    await finish(made, batch, output)


async def finish(made: Desk, batch: Batch, output: Path) -> None:
    """Write what came of a batch so far, and say what it is and how to go on.

    Raises BadInput and ModelFailed where it is done and nothing came of it.
    """
    written, counts = await made.write(batch, output), await made.room.batches.counts(batch)
    typer.echo(f"{batch.state}: {told_counts(batch)}{spent(batch)}{failures(counts)}", err=True)
    results, errors = counted(written.results, "result"), counted(written.errors, "error")
    typer.echo(f"{results}, {counts.copied:,} of them copied; {errors}.", err=True)
    for file in written.files:
        typer.echo(f"  {file}", err=True)
    if away := await made.away(batch):
        typer.echo(f"With the provider: {counted(away, 'question')}.", err=True)
    if batch.state is BatchState.COMPLETED and written.errors and not written.results:
        raise nothing_done(counts, output)
    await _say_how_to_go_on(made, batch, output)


async def _say_how_to_go_on(made: Desk, batch: Batch, output: Path) -> None:
    """Say what a batch waits for; raises Exit where that is outside."""
    if batch.halted is Halt.BUDGET:
        typer.echo(f"The budget is spent; `unbland batch resume {output} {to_raise(batch)}` goes on.", err=True)
    elif batch.halted is Halt.MODEL:
        typer.echo(f"The model gives no answers; `unbland batch retry-failed {output}` goes on when it does.", err=True)
        raise typer.Exit(_OUTSIDE_FAILED)
    elif batch.halted is Halt.QUOTA:
        typer.echo(f"The quota of the day is spent; `unbland batch resume {output}` goes on tomorrow (UTC).", err=True)
    elif batch.halted is Halt.PROVIDER:
        said = await made.said(batch)
        typer.echo(
            f"The provider refused ({said}); `unbland batch resume {output}` goes on when that is mended.", err=True
        )
        raise typer.Exit(_OUTSIDE_FAILED)
    elif not batch.state.over:
        typer.echo(f"It is not done; `unbland batch resume {output}` goes on.", err=True)


def told_counts(batch: Batch) -> str:
    """How many postings there are."""
    return counted(batch.total, "posting")


async def _refuse_open(made: Desk, id_: str, output: Path) -> None:
    """Raise BadInput where the folder is about a batch that is not over; one that was never whole makes way."""
    found = await made.room.batches.find(TENANT, id_)
    if found is not None and found.state is BatchState.VALIDATING:
        await made.room.making.discard(found)  # whoever read its postings is gone, since the folder is ours
    elif found is not None and not found.state.over:
        raise BadInput(
            f"The batch in {output} is not done: `unbland batch resume {output}` goes on, "
            f"`unbland batch cancel {output}` ends it; or name another folder with -o."
        )
