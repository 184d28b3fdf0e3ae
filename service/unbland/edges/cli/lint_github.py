"""A review as GitHub's runner reads it: a workflow command for each finding, which becomes an annotation.

GitHub shows the first 10 warnings and the first 10 notices of a step and drops the rest without a word; SARIF has room
for 5,000 (https://docs.github.com/en/code-security/code-scanning/troubleshooting-sarif-uploads/results-exceed-limit).
"""

from __future__ import annotations

from unbland.core.guide.model import Finding
from unbland.edges.cli.page import Page, visible
from unbland.edges.cli.paths import from_root
from unbland.edges.cli.reviewed import RULE_OF, Reviewed, level, said


class GitHub:
    """Annotations, and a line with the score for the log."""

    def __init__(self, page: Page) -> None:
        """Take where to write."""
        self._page = page

    def begin(self) -> None:
        """Nothing stands before the first file."""

    def show(self, review: Reviewed) -> None:
        """The findings in the order of the text, and the score."""
        for finding in review.looked.findings:
            self._page.raw(_annotation(review, finding))
        if review.note:
            name = _escaped(from_root(review.name), ":,")
            self._page.raw(f"::notice file={name},line=1,title=language::{_escaped(review.note)}")
        self._page.raw(f"unbland: {visible(review.sentence)}")

    def end(self, *, failed: int) -> None:
        """Nothing stands behind the last file."""


def _annotation(review: Reviewed, finding: Finding) -> str:
    """One workflow command."""
    line, column = review.place(finding.start)
    last, end = review.place(max(finding.start, finding.end - 1))
    where: dict[str, str | int] = {"file": from_root(review.name), "line": line, "endLine": last}
    if line == last:  # GitHub takes columns within one line only
        where |= {"col": column, "endColumn": end}
    where["title"] = finding.rule
    properties = ",".join(f"{name}={_escaped(str(value), ':,')}" for name, value in where.items())
    return f"::{level(RULE_OF[finding.rule])} {properties}::{_escaped(said(finding))}"


def _escaped(text: str, also: str = "") -> str:
    """The text as workflow commands want it; in properties colon and comma would end the value."""
    for sign in "%\r\n" + also:
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text
