"""One way to meet a requirement is not two."""

from __future__ import annotations

import pytest

from builders import ledger, line, source
from unbland.core.guard import check
from unbland.core.guard.model import Outcome
from unbland.core.ledger.model import Kind

_SOURCE = "Bachelor's or Master's degree in a quantitative field"


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Master's degree in a quantitative field", Outcome.REFUSED),
        ("Bachelor's degree in a quantitative field", Outcome.REFUSED),
        ("A Bachelor's or Master's degree in a quantitative field", Outcome.PASSED),
        ("A Master's or Bachelor's degree in a quantitative field", Outcome.PASSED),
    ],
)
def test_an_alternative_may_not_be_dropped(text: str, outcome: Outcome) -> None:
    """A line that names one of two alternatives turns away whoever has the other."""
    sources = ledger(source("D1", _SOURCE, Kind.REQUIREMENT, modality="required"))

    assert check(line(text, "D1"), sources).outcome is outcome


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Negotiate the yearly range review and plan promotions.", Outcome.PASSED),
        ("Negotiate the weekly range review and plan promotions.", Outcome.REFUSED),
    ],
)
def test_a_bullet_need_not_say_you_will(text: str, outcome: Outcome) -> None:
    """The words behind "You will" are the source's own."""
    sources = ledger(source("D1", "You will negotiate the yearly range review and plan promotions.", Kind.DUTY))

    assert check(line(text, "D1"), sources).outcome is outcome
