"""Must-haves that no line carries."""

from __future__ import annotations

import pytest

from builders import fact, ledger, line, source
from unbland.core import guard
from unbland.core.ledger.model import Kind

YEARS = source("D1", "3-5 years of bakery experience with sourdough", Kind.REQUIREMENT, modality="required")
LICENCE = source("D2", "Valid class B driver's licence and CPR", Kind.REQUIREMENT, modality="required")
FRENCH = source("D3", "Spoken French", Kind.REQUIREMENT, modality="required")
WORDS = source("D4", "Experience required", Kind.REQUIREMENT, modality="required")
NICE = source("D5", "Pastry", Kind.REQUIREMENT, modality="preferred")
SAME = fact("F1", "Three to five years of sourdough bakery experience", Kind.REQUIREMENT, "must_have[0]")


@pytest.mark.parametrize(
    ("text", "cite", "lost"),
    [
        ("Three to five years in a bakery with sourdough", "D1", False),
        ("You have relevant experience", "D1", True),
        ("Years of experience with sourdough in a bakery", "D1", True),
        ("3-5 years of experience", "D1", True),
        ("3-5 years in a sourdough bakery", "D2", True),
        ("A class B driver's licence and CPR", "D2", False),
        ("A class B driver's licence", "D2", True),
        ("A licence and CPR, class B", "D2", True),
        ("You speak French", "D3", False),
        ("You speak well", "D3", True),
        ("Experience is required", "D4", False),
        ("{{D3}}", "D3", False),
    ],
)
def test_a_hollow_mention_does_not_count(text: str, cite: str, lost: bool) -> None:
    """A must-have is carried by its figures, names, licences and half of its own words."""
    needs = {need.id: need for need in (YEARS, LICENCE, FRENCH, WORDS)}
    uncovered = guard.uncovered([line(text, cite, "D9")], ledger(YEARS, LICENCE, FRENCH, WORDS))

    assert (needs[cite] in uncovered) is lost


def test_one_need_stated_twice_is_carried_once() -> None:
    """A line that cites the fact carries the draft's must-have of the same content too."""
    kept = line("3 to 5 years of bakery experience with sourdough", "F1")

    assert guard.uncovered([kept], ledger(YEARS, SAME, NICE)) == ()
    assert guard.uncovered([kept], ledger(YEARS, FRENCH, SAME)) == (FRENCH,)


def test_without_lines_every_must_have_is_lost() -> None:
    """What is only liked is none."""
    assert guard.uncovered([], ledger(YEARS, NICE)) == (YEARS,)
