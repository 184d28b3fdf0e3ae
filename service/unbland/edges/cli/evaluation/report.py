"""`unbland eval report`: runs as one HTML file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from unbland.bootstrap import runs
from unbland.errors import Misconfigured

EXAMPLES = """\b
Examples:
  unbland eval -o run.json && unbland eval report run.json -o report.html
  unbland eval report old.json new.json -o both.html
"""

_WRONG_CONFIGURATION = 3


def report(
    run: Annotated[list[Path], typer.Argument(help="A kept run, or several to see side by side.")],
    *,
    output: Annotated[Path, typer.Option("-o", "--output", help="The file to write.")] = Path("report.html"),
) -> None:
    """Write kept runs as one HTML file that needs nothing else and can be sent around."""
    try:
        size = runs.write_report(run, output)
    except Misconfigured as error:
        typer.echo(f"unbland: {error}", err=True)
        raise typer.Exit(_WRONG_CONFIGURATION) from None
    typer.echo(f"Wrote {output} ({size / 1000:,.0f} kB).")
