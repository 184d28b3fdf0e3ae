"""`unbland doctor`: each part of a service tried, one line for each."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Sequence
from dataclasses import asdict
from enum import StrEnum
from typing import Annotated

import typer

from unbland import bootstrap
from unbland.bootstrap import reach
from unbland.bootstrap.found import Found

EXAMPLES = """\b
Examples:
  unbland doctor
  unbland doctor --offline --format json
  unbland doctor --running
"""

_WRONG_SETTINGS, _WRONG_PART = 2, 3


class DoctorFormat(StrEnum):
    """What is written."""

    TEXT = "text"
    JSON = "json"


def doctor(
    *,
    offline: Annotated[
        bool, typer.Option("--offline", help="Ask no model and no vendor; a model takes a few tokens.")
    ] = False,
    running: Annotated[
        bool, typer.Option("--running", help="Ask only whether the service of these settings answers here.")
    ] = False,
    fmt: Annotated[DoctorFormat, typer.Option("--format", help="For people or for programs.")] = DoctorFormat.TEXT,
) -> None:
    """Say what is wrong with how it is set up, and the way out; nothing is changed.

    Exit code 0 where all is well, 2 where a setting is wrong, 3 where a part is.
    """
    found = asyncio.run(_found(offline=offline, running=running, shown=fmt is DoctorFormat.TEXT))
    ok = all(each.ok for each in found)
    if fmt is DoctorFormat.JSON:
        typer.echo(json.dumps({"ok": ok, "checks": [asdict(each) for each in found]}, indent=2))
    if not ok:
        raise typer.Exit(_WRONG_SETTINGS if not found[0].ok and found[0].part == "settings" else _WRONG_PART)


async def _found(*, offline: bool, running: bool, shown: bool) -> Sequence[Found]:
    """What was found of each part, shown as it comes: a part that is away takes seconds."""
    found = []
    async for each in _parts(offline=offline, running=running):
        found.append(each)
        if shown:
            typer.echo(f"{'ok' if each.ok else 'wrong':5}  {each.part:8}  {_sentence(each)}")
    return found


async def _parts(*, offline: bool, running: bool) -> AsyncIterator[Found]:
    if running:
        yield reach.running(bootstrap.read_settings())
        return
    from unbland.bootstrap import doctor as parts  # noqa: PLC0415 - the database's libraries load slowly

    settings, said = parts.settings_found()
    yield said
    if settings is not None:
        async for each in parts.examined(settings, offline=offline):
            yield each


def _sentence(found: Found) -> str:
    return f"{found.said}; {found.way_out}" if found.way_out else found.said
