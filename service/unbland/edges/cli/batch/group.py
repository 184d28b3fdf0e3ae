"""The subcommands of `unbland batch`."""

from __future__ import annotations

import typer

from unbland.edges.cli.batch import follow, run, triage

EXAMPLES = """\b
Examples:
  unbland batch triage postings.csv
  unbland batch run postings.csv --facts triage/facts.yaml -o rewritten
  unbland batch resume rewritten
"""

group = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
group.command("triage", short_help="Rank many postings by harm; no model is asked.", epilog=triage.EXAMPLES)(
    triage.triage
)
group.command("run", short_help="Rewrite many postings.", epilog=run.EXAMPLES)(run.run)
group.command("status", short_help="Say how far a batch is.")(follow.status)
group.command("resume", short_help="Go on with a batch.")(follow.resume)
group.command("cancel", short_help="Begin nothing more of a batch.")(follow.cancel)
group.command("retry-failed", short_help="Do again what failed.")(follow.retry_failed)
group.command("report", short_help="Write what came of a batch so far.")(follow.report)
