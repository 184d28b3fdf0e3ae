"""The subcommands of `unbland batch`."""

from __future__ import annotations

import typer

from unbland.edges.cli.batch import triage

EXAMPLES = triage.EXAMPLES

group = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
group.command("triage", short_help="Rank many postings by harm; no model is asked.", epilog=triage.EXAMPLES)(triage.triage)
