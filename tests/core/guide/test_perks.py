"""Benefits that have a name."""

from __future__ import annotations

import pytest

from unbland.core.guide.perks import names_benefit


@pytest.mark.parametrize(
    "line",
    [
        "28 days off",
        "Dental insurance from day one",
        "401(k) with a 4 % match",
        "A two-bedroom house for $90 a week",
        "Medical at $28 a week",
        "Lunch from our own kitchen",
        "Your birthday off",
        "€500 for a course of your choice",
        "No nights",
        "Days’ holiday: 25",
        "Super of 12 per cent",
    ],
)
def test_a_named_benefit_counts(line: str) -> None:
    """One thing that a reader can picture."""
    assert names_benefit(line)


@pytest.mark.parametrize(
    "line",
    [
        "Great benefits and more",
        "A supportive environment",
        "Between 0 and 365 days off",
        "A pension match of 0 % or more",
        "Holidays: included",
        "Benefits are explained in a booklet",
        "Superstars get what superstars want",
        "",
    ],
)
def test_praise_and_promises_do_not(line: str) -> None:
    """They name nothing, or anything."""
    assert not names_benefit(line)
