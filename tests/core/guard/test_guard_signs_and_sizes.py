"""What no reader of words would see in a line, and what is too much of it."""

from __future__ import annotations

import pytest

from builders import ledger, line, source
from unbland.core import guard
from unbland.core.guard.model import Outcome, Verdict
from unbland.core.ledger.model import Kind


def _verdict(said: str, told: str) -> Verdict:
    return guard.check(line(told, "D1"), ledger(source("D1", said, Kind.DUTY)))


@pytest.mark.parametrize(
    ("said", "told", "class_"),
    [
        ("Lift sacks up to 20 kg", "Lift sacks up to 20 kg, ⓦⓦⓦ.ⓔⓥⓘⓛ.ⓒⓞⓜ", "entity"),
        ("Earn tips.", "Earn ②⓪⓪ € tips.", "number"),
        ("Work 2 days a week in the shop", "Work 2½ days a week in the shop", "number"),
        ("Lift sacks up to 20 kg", "Lift sacks up to 20² kg", "number"),
        ("Lift sacks up to 20 kg", "Lift sacks up to 20_000 kg", "number"),
        ("Lift sacks up to 20 kg", "Lift sacks up to 20.000 kg", "number"),
        ("Lift sacks up to 20 kg", "Lift sacks up to 20 hundred kg", "number"),
        ("Lift sacks up to 20 kg", "Lift sacks up to 20+ kg", "number"),
        ("Never sell bread", "~~Never~~ sell bread", "instruction"),
        ("Sell bread", "## Sell bread", "instruction"),
        ("Sell bread", "- Sell bread", "instruction"),
        ("Sell bread", "🚫 Sell bread", "entity"),
        ("Sell bread", "Sell b\u0336r\u0336ead", "entity"),
        ("Sell bread", "🎉🎉🎉", "citation"),
        ("Sell bread up to noon", "Up to.", "citation"),
    ],
)
def test_a_sign_that_no_source_writes_is_refused(said: str, told: str, class_: str) -> None:
    """Enclosed and raised digits, pictures, markup, and a line that says nothing."""
    verdict = _verdict(said, told)

    assert verdict.outcome is Outcome.REFUSED
    assert class_ in {violation.class_.value for violation in verdict.violations}, verdict.violations


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Learn C++ and C#", "You learn C++ and C#."),
        ("Work ½ day a week, alone", "Work ½ day a week, alone"),
        ("Serve 30-40 guests an hour", "You serve 30‑40 guests an hour."),
        ("Keep the store below 5 °C", "You keep the store below 5 °C."),
        ("Two days off in a row each week", "Each week two days off in a row."),
    ],
)
def test_a_sign_that_the_source_writes_stands(said: str, told: str) -> None:
    """As it is written there, and hyphens of any kind."""
    assert _verdict(said, told).violations == ()


@pytest.mark.parametrize(
    ("said", "told", "says"),
    [
        ("Sell bread", "Sell bread " * 80, "it may have 800"),
        ("Sell bread " * 200, "Sell bread.", "too long to reword"),
        ("Sell 1 or 2 loaves", "Sell " + "1 or 2 " * 20, "too many figures"),
        ("Sell bread", "Bake and " * 20 + "sell.", "says one word too often"),
        (
            "Sell bread, rolls",
            ", ".join(f"{a}{b}" for a in ("ba", "ro", "ca") for b in "abcdefghijkl"),
            "too many clauses",
        ),
    ],
)
def test_what_is_too_much_to_check_is_refused(said: str, told: str, says: str) -> None:
    """The work that one line can cost is bounded, and the reason is said."""
    violations = _verdict(said, told).violations

    assert {violation.class_.value for violation in violations} == {"citation"}
    assert any(says in violation.detail for violation in violations), violations


def test_a_line_cites_so_much_and_no_more() -> None:
    """Five long sources are more than a line can rest on."""
    sources = [source(f"D{n}", f"Ovens {n}: " + "".join(map(chr, range(97, 123))) * 70, Kind.DUTY) for n in range(5)]
    verdict = guard.check(line("Sell the ovens.", *(each.id for each in sources)), ledger(*sources))

    assert any("it may cite 8000" in violation.detail for violation in verdict.violations)
