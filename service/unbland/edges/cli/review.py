"""`unbland review`: what the guide says of a posting, as a linter says it."""

from __future__ import annotations

from typing import Annotated

import typer

from unbland import bootstrap
from unbland.application.review import look
from unbland.edges.cli.config import Config, read_config
from unbland.edges.cli.files import STANDARD, read_draft, read_facts
from unbland.edges.cli.lint import ReviewFormat, Tally, report
from unbland.edges.cli.options import AsOf, ConfigFile, Employees, Facts, FailUnder, Jurisdictions, Off
from unbland.edges.cli.page import Page
from unbland.edges.cli.reviewed import Reviewed
from unbland.errors import BadInput, DraftTooLong, EmptyDraft, NotText

EXAMPLES = """\b
Examples:
  unbland review posting.md
  unbland review postings/*.md --fail-under 70 --format github
  unbland review posting.md --off about --jurisdiction CA-ON
"""


def review(  # noqa: PLR0913, PLR0917 - each option of a command is a parameter
    files: Annotated[
        list[str], typer.Argument(metavar="FILE", help="Postings: text, Markdown or HTML; - for standard input.")
    ],
    facts: Facts = None,
    fmt: Annotated[
        ReviewFormat,
        typer.Option(
            "--format",
            help="What to write: for people, for programs, as annotations of a GitHub workflow, or for code scanning.",
        ),
    ] = ReviewFormat.TEXT,
    fail_under: FailUnder = None,
    off: Off = None,
    jurisdiction: Jurisdictions = None,
    as_of: AsOf = None,
    employees: Employees = None,
    config: ConfigFile = None,
) -> None:
    """Say what the guide says of postings, and score them; nothing is rewritten."""
    if [*files, facts].count(STANDARD) > 1:
        raise BadInput("Only one file can come from standard input.")
    given = Config(
        off=tuple(off or ()),
        jurisdictions=tuple(jurisdiction or ()),
        as_of=as_of,
        employees=employees,
        fail_under=fail_under,
    )
    chosen = read_config(config).under(given)
    limit = bootstrap.read_settings().max_draft_bytes
    stated = read_facts(facts)
    shown, tally = report(fmt, Page(to_stderr=False)), Tally(least=chosen.fail_under)
    shown.begin()
    for name in files:
        try:
            reviewed = Reviewed(name=name, looked=look(read_draft(name, limit), stated, chosen.options))
        except (EmptyDraft, DraftTooLong, NotText) as error:
            raise type(error)(f"{name}: {error}") from None
        shown.show(reviewed)
        tally.add(reviewed)
    shown.end(failed=0)
    if tally.below:
        raise typer.Exit(1)
