"""The forms that reviews are written in, one file after the other so that their number is no matter."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from unbland.edges.cli.counting import counted
from unbland.edges.cli.lint_github import GitHub
from unbland.edges.cli.lint_json import Json
from unbland.edges.cli.lint_sarif import Sarif
from unbland.edges.cli.lint_text import Text
from unbland.edges.cli.page import Page
from unbland.edges.cli.reviewed import Reviewed


class ReviewFormat(StrEnum):
    """What a review is written as."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"


class Report(Protocol):
    """Reviews on standard output."""

    def begin(self) -> None:
        """Write what stands before the first file."""

    def show(self, review: Reviewed) -> None:
        """Write one file's review."""

    def end(self, *, failed: int) -> None:
        """Write what stands behind the last file; so many others could not be reviewed."""


_REPORTS: Mapping[ReviewFormat, Callable[[Page], Report]] = {
    ReviewFormat.TEXT: Text,
    ReviewFormat.JSON: Json,
    ReviewFormat.GITHUB: GitHub,
    ReviewFormat.SARIF: Sarif,
}


def report(fmt: ReviewFormat, page: Page) -> Report:
    """The report of a form."""
    return _REPORTS[fmt](page)


@dataclass(slots=True, kw_only=True)
class Tally:
    """What many files come to."""

    least: int | None
    files: int = 0
    points: int = 0
    below: int = 0
    failed: int = 0

    def add(self, review: Reviewed) -> None:
        """Count one more."""
        total = review.looked.score.total
        self.files += 1
        self.points += total
        self.below += self.least is not None and total < self.least

    @property
    def sentence(self) -> str:
        """`3 postings, 41 of 100 on average, 2 below 60, 1 could not be reviewed.`."""
        parts = [counted(self.files, "posting")]
        if self.files:
            parts.append(f"{round(self.points / self.files)} of 100 on average")
        if self.least is not None:
            parts.append(f"{self.below} below {self.least}")
        if self.failed:
            parts.append(f"{self.failed} could not be reviewed")
        return ", ".join(parts) + "."
