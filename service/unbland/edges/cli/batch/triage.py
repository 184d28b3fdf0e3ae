"""`unbland batch triage`: which of many postings hurt, and what to ask once for all of them."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich import box
from rich.table import Table
from rich.text import Text

from unbland.bootstrap.triage import Input, Wish, Written, refuse_unwritable, triaged
from unbland.core.batch.overview import Overview
from unbland.core.guide import ReviewOptions
from unbland.core.law import AS_OF
from unbland.edges.cli.batch.inputs import Columns, Encoding, InputPath, columns_of, show_mapping
from unbland.edges.cli.options import AsOf, Employees, Jurisdictions
from unbland.edges.cli.page import table_console, visible
from unbland.errors import BadInput

EXAMPLES = """\b
Examples:
  unbland batch triage postings.csv
  unbland batch triage export.zip --jurisdiction CA-ON -o triage
  unbland batch triage jobs.csv --column body=html --column company=brand
"""

#: Rows of the table.
_ROWS = 20

#: Postings between two words on how far it is.
_STEP = 500


def triage(  # noqa: PLR0913 - each option of a command is a parameter
    source: InputPath,
    *,
    columns: Columns = None,
    encoding: Encoding = "",
    jurisdictions: Jurisdictions = None,
    as_of: AsOf = None,
    employees: Employees = None,
    top: Annotated[int, typer.Option(min=0, help="Rows of the table.")] = _ROWS,
    output: Annotated[Path, typer.Option("-o", "--output", metavar="FOLDER", help="Where to write.")] = Path("triage"),
) -> None:
    """Rank many postings by harm: law, no pay, no reason, generic, doubled, stale, broken. No model is asked.

    The worst go to standard output as a table. The folder gets report.html for people, facts.yaml and facts.csv to
    fill in once for many postings, and postings.csv with a row for each.
    """
    refuse_unwritable(output)
    options = ReviewOptions(places=tuple(jurisdictions or ()), as_of=as_of or AS_OF, employees=employees)
    wish = Wish(options=options, today=_today(as_of), show=show_mapping, progress=_progress)
    with triaged(Input(path=source, columns=columns_of(columns), encoding=encoding), wish) as found:
        _progress(0)
        _show(found, top)
        places, spared = found.write(output)
        for place in places:
            typer.echo(f"  {place}", err=True)
        for place in spared:
            typer.echo(f"  {place} has what stood there before, and any answers in it", err=True)
        if not found.overview.totals.read:
            raise BadInput("Not one posting could be read; mend what is said of them above.")


def _today(as_of: date | None) -> date:
    return as_of or datetime.now(UTC).date()


def _progress(count: int) -> None:
    """How many postings were read, on a terminal; 0 ends it."""
    if not sys.stderr.isatty():
        return
    if count == 0:
        typer.echo("\r\x1b[K", err=True, nl=False)
    elif count % _STEP == 0:
        typer.echo(f"\r{count:,} postings", err=True, nl=False)


def _show(found: Written, top: int) -> None:
    """The sums, and the worst as a table."""
    overview, console = found.overview, table_console()
    for line in sums(overview):
        console.print(Text(line))
    table = Table(box=box.SIMPLE, pad_edge=False)
    for column in ("harm", "score", "like it", "posting", "where", "why"):
        table.add_column(column, overflow="fold", justify="right" if column in {"harm", "score", "like it"} else "left")
    for each in overview.worst[:top]:
        posting = each.posting
        why = ", ".join(f"{hurt} {points}" for hurt, points in posting.hurts)
        named = (posting.labels.title or posting.labels.key, posting.labels.place, why)
        like = str(each.copies - 1) if each.copies > 1 else ""
        table.add_row(str(posting.harm), str(posting.score), like, *(Text(visible(cell)) for cell in named))
    if overview.worst and top:
        console.print(table)


def sums(overview: Overview) -> tuple[str, ...]:
    """What it comes to, a sentence each."""
    totals = overview.totals
    unreadable = totals.postings - totals.read
    mean = f"; their mean score is {totals.score:.0f} of 100" if totals.read else ""
    lines = [f"{totals.read:,} of {totals.postings:,} postings were read{mean}."]
    if unreadable:
        most, count = max(totals.unreadable.items(), key=lambda each: each[1])
        lines.append(f"{unreadable:,} could not be: {count:,} of them because: {most}")
    lines += [f"{count:,} of them: {hurt}." for hurt, count in sorted(totals.hurts.items(), key=lambda each: -each[1])]
    if overview.copies:
        lines.append(f"{overview.copies:,} say nearly the same as another, in {overview.cluster_count:,} clusters.")
    return tuple(lines)
