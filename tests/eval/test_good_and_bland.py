"""What the review says of good postings and of bland ones, over the ranked postings that rules may be tuned on."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest
import yaml

from unbland.application.review import Draft, Looked, look

_DEV = Path(__file__).parents[2] / "eval" / "score" / "dev"

#: The line that the guide yawns at.
_SNORE = (
    "ABC Corp seeks a self-starter with great interpersonal and organizational skills who can handle changes in a"
    " fast-paced environment"
)


@cache
def _looked(place: str) -> tuple[Looked, ...]:
    """The reviews of each group's best version, or of its worst that is not gamed."""
    found = []
    for path in sorted(_DEV.glob("*.yaml")):
        versions = [v for v in yaml.safe_load(path.read_text("utf-8"))["versions"] if not v.get("gamed")]
        versions.sort(key=lambda version: version["rank"])
        found.append(look(Draft(content=versions[0 if place == "best" else -1]["text"])))
    return tuple(found)


def test_a_good_posting_scores_high_and_gets_few_findings() -> None:
    """Nineteen in twenty of the best versions score 80 or more; half of them have at most six findings."""
    scores = [looked.score.total for looked in _looked("best")]
    assert sum(score >= 80 for score in scores) >= 0.95 * len(scores)
    counts = sorted(len(looked.findings) for looked in _looked("best"))
    assert counts[len(counts) // 2] <= 6


def test_a_bland_posting_is_told_what_to_change_and_why() -> None:
    """Each of the worst honest versions gets at least six findings, of at least four principles, with what to do."""
    for looked in _looked("worst"):
        assert len(looked.findings) >= 6, looked.document.source[:60]
        assert len({finding.principle for finding in looked.findings}) >= 4, looked.document.source[:60]
        assert all(finding.message for finding in looked.findings)


def test_no_rule_floods_a_review() -> None:
    """A page of one complaint is read by nobody: no rule has more than a third of all findings of the bland ones."""
    rules = Counter(finding.rule for looked in _looked("worst") for finding in looked.findings)
    assert max(rules.values()) <= rules.total() / 3


@pytest.mark.parametrize("rule", ["specific.generic-company", "specific.cliche", "reason.missing", "pay.missing"])
def test_the_line_of_the_guide_is_seen_through(rule: str) -> None:
    """The guide's own example of a bland line."""
    assert rule in {finding.rule for finding in look(Draft(content=_SNORE)).findings}
