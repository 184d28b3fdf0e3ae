"""What a batch would take, before anybody pays."""

from __future__ import annotations

from doubles.batches import BRANCH, item
from unbland.application.batch.estimate import estimate
from unbland.application.batch.model import Limits

TOWNS = [item(town, BRANCH.format(town)) for town in ("Hull", "Ryde", "Oban")]
OTHER = item("cook", "Cook\n\nDuties\n- Cook lunch for 90 guests\n- Order fish and bread from two shops\n")


def test_what_says_nearly_the_same_may_cost_no_call() -> None:
    """At the least two calls for three branches and a cook, at the most four postings' calls."""
    found = estimate([*TOWNS, OTHER], Limits(), 8, asks=True)

    assert (found.items, found.near, found.copies) == (4, 2, 0)
    assert (found.calls.least, found.calls.most) == (2.0, 8.8)
    assert estimate([OTHER], Limits(), 8, asks=True).tokens.least < found.tokens.least < found.tokens.most


def test_what_says_the_same_to_the_letter_costs_nothing() -> None:
    """It is a copy, and not nearly the same as well."""
    found = estimate([TOWNS[0], item("again", BRANCH.format("Hull"))], Limits(), 8, asks=True)

    assert (found.copies, found.near) == (1, 0)


def test_where_code_writes_nothing_is_asked() -> None:
    """Each is written, the near ones too."""
    found = estimate(TOWNS, Limits(), 8, asks=False)

    assert (found.near, found.calls.most) == (0, 0)
    assert found.hours.least > 0
