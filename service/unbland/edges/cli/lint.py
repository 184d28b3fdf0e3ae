"""How a review is shown: to people, to programs, and to GitHub."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from unbland.application.review import Looked
from unbland.core.guide.model import Finding, Principle, Score
from unbland.edges.cli.page import Page
from unbland.edges.wire import review_json


class ReviewFormat(StrEnum):
    """What a review is written as."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """One file and what the guide says of it."""

    name: str
    looked: Looked


def show_reviews(reviews: Sequence[Reviewed], fmt: ReviewFormat, page: Page) -> None:
    """Write all reviews to standard output."""
    match fmt:
        case ReviewFormat.JSON:
            files = [{"file": r.name, **review_json(r.looked)} for r in reviews]
            page.raw(json.dumps({"reviews": files}, ensure_ascii=False, indent=2))
        case ReviewFormat.GITHUB:
            for review in reviews:
                for finding in review.looked.findings:
                    page.raw(_annotation(review, finding))
        case ReviewFormat.TEXT:
            for review in reviews:
                _show(review, page)


def _show(review: Reviewed, page: Page) -> None:
    """The findings of one file, by principle, then its score."""
    for principle in Principle:
        found = [f for f in review.looked.findings if f.principle is principle]
        part = review.looked.score.parts.get(principle)
        if found:
            page.heading(f"{principle}" + ("" if part is None else f" {part}"))
        for group in _alike(found):
            _show_group(review, group, page)
    _show_score(review, page)


def _alike(findings: Sequence[Finding]) -> list[list[Finding]]:
    """Findings that say the same of several places, together; in the order of their first places."""
    groups: dict[tuple[str, str], list[Finding]] = {}
    for finding in sorted(findings, key=lambda f: f.start):
        groups.setdefault((finding.message, finding.suggestion), []).append(finding)
    return list(groups.values())


def _show_group(review: Reviewed, group: Sequence[Finding], page: Page) -> None:
    """Each place and its words, then once what is said of them all."""
    for finding in group:
        line, column = _place(review.looked.document.source, finding.start)
        page.place(f"{review.name}:{line}:{column}", finding.rule)
        if finding.replacement is not None:
            page.note(f"“{finding.text}” → “{finding.replacement}”")
        elif finding.text not in finding.message:
            page.quote(finding.text)
    page.note(group[0].message)
    if group[0].suggestion:
        page.note(f"For example: {group[0].suggestion}")


def _show_score(review: Reviewed, page: Page) -> None:
    score: Score = review.looked.score
    count = len(review.looked.findings)
    page.gap()
    page.title(f"{review.name}: {score.total} of 100, {count} finding{'' if count == 1 else 's'}")
    page.line(", ".join(f"{name} {points}" for name, points in score.parts.items()))


def _annotation(review: Reviewed, finding: Finding) -> str:
    """One workflow command of GitHub Actions."""
    source = review.looked.document.source
    line, column = _place(source, finding.start)
    last, end = _place(source, max(finding.start, finding.end - 1))
    where = {"file": review.name, "line": line, "endLine": last}
    if line == last:
        where |= {"col": column, "endColumn": end}
    properties = ",".join(f"{name}={_escaped(str(value), ':,')}" for name, value in where.items())
    said = finding.message + (f" For example: {finding.suggestion}" if finding.suggestion else "")
    return f"::warning {properties},title={_escaped(finding.rule, ':,')}::{_escaped(said)}"


def _escaped(text: str, also: str = "") -> str:
    """The text as workflow commands want it; in properties colon and comma would end the value."""
    for sign in "%\r\n" + also:
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text


def _place(source: str, offset: int) -> tuple[int, int]:
    """Line and column of an offset, from 1."""
    start = source.rfind("\n", 0, offset) + 1
    return source.count("\n", 0, offset) + 1, offset - start + 1
