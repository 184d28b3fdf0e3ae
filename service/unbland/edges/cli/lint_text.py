"""A review as people read it: by principle, each line with the words that are meant, and each why once."""

from __future__ import annotations

from collections.abc import Sequence

from unbland.core.guide.model import Finding, Principle
from unbland.core.guide.rule import Lawful
from unbland.edges.cli.page import Page
from unbland.edges.cli.reviewed import RULE_OF, Reviewed, line_of

#: So many of the rules that cost most say where to begin.
_GAINS = 3

_FOUND = '"{found}"'


class Text:
    """The findings of one file after the other."""

    def __init__(self, page: Page) -> None:
        """Take where to write."""
        self._page = page
        #: What the reader has been told; some rules share it.
        self._explained: set[str] = set()

    def begin(self) -> None:
        """Nothing stands before the first file."""

    def show(self, review: Reviewed) -> None:
        """The findings of one file, by principle, then its score."""
        for principle in Principle:
            found = [f for f in review.looked.findings if f.principle is principle]
            part = review.looked.score.parts.get(principle)
            if found:
                self._page.heading(f"{principle}" + ("" if part is None else f" {part}"))
            for group in _by_rule(found):
                self._group(review, group)
        self._page.gap()
        self._page.title(review.sentence)
        if review.note:
            self._page.warning(review.note)
        parts = ", ".join(f"{name} {points}" for name, points in review.looked.score.parts.items())
        self._page.line(parts or "Every principle is switched off.")
        gains = review.looked.score.gains[:_GAINS]
        if gains:
            self._page.line("Most to gain: " + ", ".join(f"+{gain.points} {gain.rule}" for gain in gains))

    def end(self, *, failed: int) -> None:
        """Nothing stands behind the last file."""

    def _group(self, review: Reviewed, group: Sequence[Finding]) -> None:
        """Each place and its line, then what is said of them all."""
        alike = len({finding.message for finding in group}) == 1
        once = group[0].message if alike else _of_all(group)
        for finding in group:
            self._finding(review, finding)
            if once is None:
                self._page.note(finding.message)
        if once is not None:
            self._page.note(once)
        for suggestion in dict.fromkeys(finding.suggestion for finding in group if finding.suggestion):
            self._page.note(f"For example: {suggestion}")
        why = RULE_OF[group[0].rule].why
        if why not in self._explained:
            self._page.note(f"Why: {why}")
            self._explained.add(why)
        gain = next((g.points for g in review.looked.score.gains if g.rule == group[0].rule), 0)
        if gain:
            self._page.note(f"+{gain} {'point' if gain == 1 else 'points'} or more when mended.")

    def _finding(self, review: Reviewed, finding: Finding) -> None:
        """The place, and the line with the words marked."""
        line, column = review.place(finding.start)
        self._page.place(f"{review.name}:{line}:{column}", finding.rule)
        if finding.end > finding.start:
            self._page.excerpt(*line_of(review.looked.document.source, finding), _instead(finding))


def _instead(finding: Finding) -> str:
    """What code can put in the place of the words."""
    match finding.replacement:
        case None:
            return ""
        case "":
            return "cut it"
        case words:
            return f"put “{words}”"


def _by_rule(findings: Sequence[Finding]) -> list[list[Finding]]:
    """The findings of each rule together, in the order of their first places."""
    groups: dict[str, list[Finding]] = {}
    for finding in sorted(findings, key=lambda f: f.start):
        groups.setdefault(finding.rule, []).append(finding)
    return list(groups.values())


def _of_all(group: Sequence[Finding]) -> str | None:
    """What a rule says of words that are marked above; None where each finding says something else."""
    rule = RULE_OF[group[0].rule]
    if isinstance(rule, Lawful) or _FOUND not in rule.message:
        return None
    these = "this" if rule.message.index(_FOUND) else "This"
    return rule.message.replace(_FOUND, these)
