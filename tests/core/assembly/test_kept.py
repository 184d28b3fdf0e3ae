"""What lines keep of the must-haves they rest on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import ledger, line, source
from unbland.core.assembly.accounting import Aside, Fate
from unbland.core.assembly.kept import hollowed, worth_reading
from unbland.core.ledger.model import Kind

NEED = source("D1", "Driving licence and use of a car", Kind.REQUIREMENT, modality="required")
DUTY = source("D2", "Handle accounts", Kind.DUTY)
DROPPED = Aside(fate=Fate.DROPPED, reason="generic")


@pytest.mark.parametrize(
    ("texts", "is_hollow"),
    [
        (("You have a driving licence and a car.",), False),
        (("A driver's license", "You bring a car."), False),
        (("A driving licence",), True),
        (("Relevant qualifications",), True),
    ],
)
def test_a_mention_keeps_nothing(texts: tuple[str, ...], is_hollow: bool) -> None:
    """All lines that rest on a must-have say it together, or it is hollow."""
    found = hollowed([line(text, "D1") for text in texts], ledger(NEED))

    assert bool(found) is is_hollow


@pytest.mark.parametrize(
    ("text", "is_hollow"),
    [("3+ years in radio, with at least 10 episodes in your name.", False), ("3+ years, 10 or more episodes.", True)],
)
def test_a_number_may_be_written_in_digits(text: str, is_hollow: bool) -> None:
    """A figure in another form is no lost word; the guard sees to it that it is the same."""
    need = "Three years or more in radio or podcasts, with your name on at least ten episodes."
    asked = source("D1", need.replace(" or podcasts", ""), Kind.REQUIREMENT, modality="required")

    assert bool(hollowed([line(text, "D1")], ledger(asked))) is is_hollow


@pytest.mark.parametrize(
    ("need", "text", "is_hollow"),
    [
        (
            "A commercial apprenticeship and three years in purchasing.",
            "Three years' buying, and a commercial apprenticeship.",
            False,
        ),
        ("Patience, clear speech and a calm manner.", "You are patient and calm and speak clearly.", False),
        (
            "At least one year of laboratory work, internships included.",
            "One year or more in a lab, including internships.",
            False,
        ),
        ("You can read accounts that nobody has audited.", "You can read unaudited accounts.", False),
        ("A commercial apprenticeship and three years in purchasing.", "You have the right apprenticeship.", True),
        ("Patience, clear speech and a calm manner.", "You have the manner for this job.", True),
        ("At least one year of laboratory work, internships included.", "One year or more of experience.", True),
        ("You can read accounts that nobody has audited.", "You can read.", True),
    ],
)
def test_a_must_have_may_be_kept_in_other_words(need: str, text: str, is_hollow: bool) -> None:
    """In words that the guard takes for the same; a word that is left out is left out."""
    asked = source("D1", need, Kind.REQUIREMENT, modality="required")

    assert bool(hollowed([line(text, "D1")], ledger(asked))) is is_hollow


def test_a_must_have_that_no_line_rests_on_is_not_hollow() -> None:
    """It is missing, which the guard sees."""
    assert hollowed([line("Handle accounts", "D2")], ledger(NEED, DUTY)) == ()


def test_a_line_on_what_was_dropped_goes() -> None:
    """A requirement that was set aside is not published because a writer likes it; a duty may stand."""
    need, duty = line("A licence", "D1"), line("Handle accounts", "D2")

    assert worth_reading((need, duty), ledger(NEED, DUTY), {"D1": DROPPED, "D2": DROPPED}) == (duty,)


def test_a_line_on_what_a_fact_overrules_goes() -> None:
    """Whatever its kind: nothing of it may be published."""
    overruled = {"D2": replace(DROPPED, overruled=True)}

    assert worth_reading((line("Handle accounts", "D2"),), ledger(DUTY), overruled) == ()


def test_a_line_on_a_merged_source_stays() -> None:
    """The source that says the same stands behind it."""
    merged = {"D1": Aside(fate=Fate.MERGED, reason="F1 says the same")}
    kept = line("A licence", "D1")

    assert worth_reading((kept,), ledger(NEED), merged) == (kept,)
