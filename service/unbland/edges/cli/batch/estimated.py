"""What a batch would take: calls, tokens, money and hours, each from the least to the most."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractAsyncContextManager

import typer

from unbland.application.batch.estimate import Estimate, Span, by_the_file, estimate
from unbland.application.batch.model import Limits, NewItem, Via
from unbland.application.batch.refusals import NoModelToAsk
from unbland.bootstrap.batch_run import Desk, new_batch

#: A desk that is opened where the event loop runs.
Opening = AbstractAsyncContextManager[Desk]


async def estimated(opening: Opening, items: Iterator[NewItem], limits: Limits, how: tuple[int | None, Via]) -> None:
    """Say what a batch would take; `how` many at a time, and which way. Raises NoModelToAsk."""
    at_once, via = how
    async with opening as made:
        limits = new_batch(made.room, "", limits).limits
        asks = made.room.model is not None
        found = estimate(items, limits, at_once or int(made.room.gate.most), asks=asks)
    if via is Via.OPENAI_BATCH:
        if not asks:
            raise NoModelToAsk
        found = by_the_file(found)
    _show(found)


def _show(found: Estimate) -> None:
    """The estimate, a line each."""
    written = found.items - found.unusable - found.copies
    near = f" ({found.near:,} nearly the same as another)" if found.near else ""
    told = f"{written:,} to write{near}, {found.copies:,} copies, {found.unusable:,} unusable"
    typer.echo(f"{found.items:,} postings: {told}")
    typer.echo(f"calls   {_span(found.calls)}")
    typer.echo(f"tokens  {_span(found.tokens)}")
    typer.echo(f"cost    {_span(found.cost, '$', 2) if found.cost else 'no price is known; give one with --price'}")
    typer.echo(f"hours   {_span(found.hours, '', 2)}")


def _span(span: Span, sign: str = "", digits: int = 0) -> str:
    least, most = f"{sign}{span.least:,.{digits}f}", f"{sign}{span.most:,.{digits}f}"
    return least if least == most else f"{least} to {most}"
