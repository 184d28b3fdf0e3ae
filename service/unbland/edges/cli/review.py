"""`unbland review`: what the guide says of a posting, as a linter says it."""

from __future__ import annotations

import typer

from unbland import bootstrap
from unbland.edges.cli.config import Config, meant, read_config
from unbland.edges.cli.desk import Desk
from unbland.edges.cli.files import STANDARD, read_facts
from unbland.edges.cli.lint import ReviewFormat, Tally
from unbland.edges.cli.options import (
    AsOf,
    ConfigFile,
    Diff,
    Employees,
    Facts,
    FailUnder,
    Files,
    Fix,
    Format,
    Jurisdictions,
    Off,
)
from unbland.edges.cli.reviewing import Mode, Task
from unbland.errors import BadInput

EXAMPLES = """\b
Examples:
  unbland review posting.md
  unbland review postings/*.md --fail-under 70 --format github
  unbland review posting.md --off about --jurisdiction CA-ON
  unbland review posting.md --fix
"""


def review(  # noqa: PLR0913, PLR0917 - each option of a command is a parameter
    files: Files = None,
    facts: Facts = None,
    fmt: Format = ReviewFormat.TEXT,
    fail_under: FailUnder = None,
    off: Off = None,
    jurisdiction: Jurisdictions = None,
    as_of: AsOf = None,
    employees: Employees = None,
    config: ConfigFile = None,
    fix: Fix = False,
    diff: Diff = False,
) -> None:
    """Say what the guide says of postings, and score them.

    With --fix, words that need no mind are put right in the files, each line
    checked against what it said before.
    """
    names = tuple(files or ())
    if [*names, facts].count(STANDARD) > 1:
        raise BadInput("Only one file can come from standard input.")
    if fix and not diff and STANDARD in names and len(names) > 1:
        raise BadInput("Fix standard input alone: its text goes to standard output.")
    given = Config(
        off=tuple(off or ()),
        jurisdictions=tuple(jurisdiction or ()),
        as_of=as_of,
        employees=employees,
        fail_under=fail_under,
    )
    written, folder = read_config(config)
    chosen = written.under(given)
    task = Task(
        facts=read_facts(facts),
        options=chosen.options,
        limit=bootstrap.read_settings().max_draft_bytes,
        mode=Mode.DIFF if diff else Mode.FIX if fix else Mode.REVIEW,
    )
    desk = Desk(task, fmt, Tally(least=chosen.fail_under))
    desk.run(meant(names, chosen, folder))
    if desk.code:
        raise typer.Exit(desk.code)
