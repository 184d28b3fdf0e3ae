"""The score agrees with careful reading, and cannot be had for nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from unbland.core import guide, scoring
from unbland.core.document import read
from unbland.core.facts import CompanyFacts
from unbland.core.guide.model import Principle, Score
from unbland.core.ledger import build
from unbland.core.scoring.weights import WEIGHTS

_POSTINGS = Path(__file__).parent / "postings"
_DOCS = Path(__file__).parents[3] / "docs"


def _posting(name: str) -> str:
    return (_POSTINGS / f"{name}.txt").read_text("utf-8")


def _score(text: str, *places: str) -> Score:
    document = read(text)
    read_for_rules = guide.reading(document, build(document, CompanyFacts()), guide.ReviewOptions(places=places))
    return scoring.score(read_for_rules, guide.review(read_for_rules))


def test_the_order_of_scores_is_that_of_a_careful_reader() -> None:
    """Bland, then the same with pay, then with a reason too, then the specific one."""
    ranked = ["bland", "bland_with_pay", "bland_with_pay_and_reason", "specific"]
    totals = [_score(_posting(name)).total for name in ranked]
    assert totals == sorted(set(totals))


def test_a_specific_posting_scores_high_and_a_bland_one_low() -> None:
    """The two ends of the scale are far apart."""
    assert _score(_posting("specific")).total >= 85
    assert _score(_posting("bland")).total <= 35


@pytest.mark.parametrize("job", ["engineer", "groomer", "nurse", "operator", "lecturer", "cook"])
def test_connected_paragraphs_score_as_the_same_content_in_points(job: str) -> None:
    """Good plain prose is no worse than headings and bullets; `concise` and `order` may differ a little."""
    told, listed = (_score(_posting(f"{how}_{job}")).total for how in ("told", "listed"))
    assert told >= 85
    assert abs(told - listed) <= 5


def test_two_lines_are_no_posting() -> None:
    """A reason and a wage in two lines leave out too much."""
    assert _score(_posting("two_lines")).total < 30


@pytest.mark.parametrize("text", ["x", "Baker", "Baker\n\nBaker Baker Baker Baker"])
def test_hardly_a_text_scores_next_to_nothing(text: str) -> None:
    """A text that says nothing wrong says nothing."""
    assert _score(text).total <= 2


def test_repeating_a_magic_line_wins_nothing() -> None:
    """The same line ten times is one line."""
    once = _posting("bland")
    many = once + "\n- Run the quarterly review with our 12 hospital clients in Leeds" * 10
    assert _score(many).total <= _score(once).total + 15


def test_dropping_a_part_costs() -> None:
    """A text emptied of its substance scores lower."""
    full = _posting("specific")
    emptied = full[: full.index("What you get")]
    assert _score(emptied).total < _score(full).total - 15


def test_law_counts_only_where_a_law_is_named() -> None:
    """Great Britain asks nothing of a posting, British Columbia asks for pay."""
    bland = _posting("bland")
    assert "law" not in _score(bland).parts
    assert "law" not in _score(bland, "GB").parts
    assert _score(bland, "CA-BC").parts["law"] == 40


def test_every_principle_has_a_weight() -> None:
    """The formula knows them all."""
    assert set(WEIGHTS) == set(Principle)


def test_the_page_of_the_score_is_current() -> None:
    """Code and docs say the same."""
    current = (_DOCS / "score.md").read_text("utf-8") == scoring.score_page()
    assert current, "docs/score.md is behind the weights; its first lines say how to write it anew"


def test_a_principle_that_is_off_does_not_count() -> None:
    """Neither for nor against the text; with all of them off there is nothing to score."""
    document = read(_posting("bland"))
    ledger = build(document, CompanyFacts())

    def scored(*off: str) -> Score:
        reading = guide.reading(document, ledger, guide.ReviewOptions(off=frozenset(off)))
        return scoring.score(reading, guide.review(reading))

    assert "reason" in scored().parts
    assert "reason" not in scored("reason").parts
    assert scored(*Principle) == Score(total=0, parts={})
