"""One run over many files: each is shown as it is done, in the order of the names; what fails is told and counted."""

from __future__ import annotations

import typer

from unbland.application.fix import Fixed
from unbland.edges.cli import fixes
from unbland.edges.cli.files import STANDARD
from unbland.edges.cli.lint import ReviewFormat, Tally, report
from unbland.edges.cli.page import Page
from unbland.edges.cli.patterns import Meant
from unbland.edges.cli.reviewed import Reviewed
from unbland.edges.cli.reviewing import Mode, Outcome, Task
from unbland.edges.cli.workers import work_all

_SHORT, _FAILED = 1, 2


class Desk:
    """Where files are reviewed, and what has come of it."""

    def __init__(self, task: Task, fmt: ReviewFormat, tally: Tally) -> None:
        """Take what is to be done with every file, what to write, and what to count."""
        self._task = task
        self._fmt = fmt
        self._tally = tally
        self._page = Page(to_stderr=False)
        self._report = report(fmt, self._page)
        #: Files that fixing would change.
        self._differing = 0

    def run(self, meant: Meant) -> None:
        """Work through the files."""
        names, mode = meant.files, self._task.mode
        reports = mode is not Mode.DIFF and not (mode is Mode.FIX and STANDARD in names)
        if reports:
            self._report.begin()
        for sentence in meant.wrong:
            self._fail(sentence)
        for outcome in work_all(self._task, names):
            self._take(outcome, reports=reports)
        if reports:
            self._report.end(failed=self._tally.failed)
        if len(names) > 1:
            typer.echo(self._tally.sentence, err=True)

    @property
    def code(self) -> int:
        """The exit code: 2 where a file could not be reviewed, 1 where one falls short or is yet to be fixed."""
        if self._tally.failed:
            return _FAILED
        return _SHORT if self._tally.below or self._differing else 0

    def _take(self, outcome: Outcome, *, reports: bool) -> None:
        """Show one file's outcome and count it."""
        if outcome.looked is None:
            self._fail(outcome.error)
            return
        review = Reviewed(name=outcome.name, looked=outcome.looked)
        self._tally.add(review)
        if outcome.fixed is not None:
            self._fixed(outcome.name, outcome.fixed)
        if reports:
            self._report.show(review)

    def _fail(self, sentence: str) -> None:
        self._tally.failed += 1
        typer.echo(f"unbland: {sentence}", err=True)

    def _fixed(self, name: str, fixed: Fixed) -> None:
        """Say what was fixed, or what would be."""
        written = self._task.mode is Mode.FIX
        if not written:
            change = fixes.diff(name, fixed)
            self._differing += bool(change)
            self._page.text(change)
        typer.echo(fixes.sentence(name, fixed, written=written), err=True)
