"""`unbland review`: what the guide says of a posting, as a linter says it."""

from __future__ import annotations

from typing import Annotated

import typer

from unbland import bootstrap
from unbland.application.review import look
from unbland.edges.cli.files import STANDARD, read_draft, read_facts
from unbland.edges.cli.lint import Reviewed, ReviewFormat, show_reviews
from unbland.edges.cli.page import Page
from unbland.errors import BadInput, DraftTooLong, EmptyDraft, NotText

EXAMPLES = """\b
Examples:
  unbland review posting.md
  unbland review postings/*.md --fail-under 70 --format github
"""


def review(
    files: Annotated[
        list[str], typer.Argument(metavar="FILE", help="Postings: text, Markdown or HTML; - for standard input.")
    ],
    facts: Annotated[
        str | None,
        typer.Option(
            metavar="FILE", help="What the company states, YAML or JSON: the place of work says which law applies."
        ),
    ] = None,
    fmt: Annotated[
        ReviewFormat,
        typer.Option(
            "--format", help="What to write: for people, for programs, or as annotations of a GitHub workflow."
        ),
    ] = ReviewFormat.TEXT,
    fail_under: Annotated[
        int | None,
        typer.Option(metavar="N", min=0, max=100, help="End with exit code 1 where a posting scores below N."),
    ] = None,
) -> None:
    """Say what the guide says of postings, and score them; nothing is rewritten."""
    if [*files, facts].count(STANDARD) > 1:
        raise BadInput("Only one file can come from standard input.")
    limit = bootstrap.read_settings().max_draft_bytes
    stated = read_facts(facts)
    reviews = []
    for name in files:
        try:
            reviews.append(Reviewed(name=name, looked=look(read_draft(name, limit), stated)))
        except (EmptyDraft, DraftTooLong, NotText) as error:
            raise type(error)(f"{name}: {error}") from None
    show_reviews(reviews, fmt, Page(to_stderr=False))
    if fail_under is not None and any(r.looked.score.total < fail_under for r in reviews):
        raise typer.Exit(1)
