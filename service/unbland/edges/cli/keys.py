"""`unbland keys`: who may call the service, and for which tenant."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer
from rich import box
from rich.table import Table
from rich.text import Text

from unbland import bootstrap
from unbland.application.keys.model import Key, Scope
from unbland.edges.cli.page import table_console, visible

if TYPE_CHECKING:
    from unbland.application.keys.service import Keys

T = TypeVar("T")

EXAMPLES = """\b
Examples:
  unbland keys create northlane --name "ATS, production"
  unbland keys rotate key_4f2a9c --overlap-hours 24
  unbland keys revoke key_4f2a9c
  unbland keys forget northlane
"""

group = typer.Typer(no_args_is_help=True, rich_markup_mode=None)


@group.command()
def create(
    tenant: Annotated[str, typer.Argument(help="Whose key it is; a tenant's rows are nobody else's.")],
    *,
    name: Annotated[str, typer.Option(help="What it is for.")] = "",
    scope: Annotated[list[Scope] | None, typer.Option(help="What it may be used for; without a word, all.")] = None,
    days: Annotated[int | None, typer.Option(min=1, help="Days until it runs out; without a word, never.")] = None,
) -> None:
    """Make a key; its text is shown now and never again."""
    life = timedelta(days=days) if days else None
    key, text = _run(lambda keys: keys.create(tenant, name, scope or list(Scope), life))
    typer.echo(f"{key.id} for {tenant}; keep the next line, it is not shown again.", err=True)
    typer.echo(text)


@group.command("list")
def list_keys(
    tenant: Annotated[str | None, typer.Argument(help="Only this tenant's.")] = None,
) -> None:
    """List the keys: what each may be used for, and when it was."""
    found: Sequence[Key] = _run(lambda keys: keys.list(tenant))
    table = Table(box=box.SIMPLE, pad_edge=False)
    for column in ("id", "tenant", "name", "for", "made", "runs out", "revoked", "last used"):
        table.add_column(column, overflow="fold")
    for key in found:
        days = (_day(each) for each in (key.created, key.expires, key.revoked, key.last_used))
        cells = (key.id, key.tenant, key.name, ", ".join(sorted(key.scopes)), *days)
        table.add_row(*(Text(visible(cell)) for cell in cells))
    table_console().print(table)


@group.command()
def rotate(
    key: Annotated[str, typer.Argument(help="The id of the key.")],
    *,
    overlap_hours: Annotated[float, typer.Option(min=0, max=720, help="How long both may be used.")] = 24,
    days: Annotated[
        int | None, typer.Option(min=1, help="Days until the new one runs out; without a word, never.")
    ] = None,
) -> None:
    """Make a key in another's place; the old one runs out when the overlap is over."""
    life = timedelta(days=days) if days else None
    made, text = _run(lambda keys: keys.rotate(key, timedelta(hours=overlap_hours), life))
    typer.echo(f"{made.id} for {made.tenant}; {key} runs out in {overlap_hours:g} hours.", err=True)
    typer.echo(text)


@group.command()
def revoke(key: Annotated[str, typer.Argument(help="The id of the key.")]) -> None:
    """Let a key be of no use from now on."""
    revoked = _run(lambda keys: keys.revoke(key))
    typer.echo(f"{revoked.id} of {revoked.tenant} is revoked.", err=True)


@group.command()
def forget(
    tenant: Annotated[str, typer.Argument(help="The tenant.")],
    *,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Delete a tenant: every rewrite, event and key of theirs."""
    if not yes:
        typer.confirm(f"Delete every rewrite and key of {tenant}?", abort=True)
    from unbland.bootstrap.storage import forget_tenant  # noqa: PLC0415 - the database's libraries load slowly

    asyncio.run(forget_tenant(bootstrap.read_settings(), tenant))
    typer.echo(f"Nothing of {tenant} is left.", err=True)


def _run(use: Callable[[Keys], Awaitable[T]]) -> T:
    """What comes of one use of the keys of the settings' database."""
    from unbland.bootstrap.storage import with_keys  # noqa: PLC0415 - the database's libraries load slowly

    return asyncio.run(with_keys(bootstrap.read_settings(), use))


def _day(moment: datetime | None) -> str:
    return f"{moment:%Y-%m-%d %H:%M}" if moment else ""
