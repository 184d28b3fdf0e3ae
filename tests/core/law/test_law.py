"""Posting law as data: dated, sourced, inherited, and silent where nothing binds."""

from __future__ import annotations

from datetime import date

import pytest

from guide_cases import draft
from unbland.core.guide import ReviewOptions, reading, review
from unbland.core.law import LAWS, Certainty, Demand, caveat, laws_of, unmet


def test_every_law_names_its_source_and_whom_it_binds() -> None:
    """An entry nobody can check is no entry."""
    assert all(law.source.startswith("https://") and law.employers for law in LAWS)


def test_every_known_place_is_there() -> None:
    """The places that the guide promises to know."""
    states = {
        f"US-{state}" for state in ("CO", "CA", "WA", "NY", "IL", "MD", "MN", "NJ", "VT", "MA", "VA", "HI", "DC", "CT")
    }
    assert states | {"CA-ON", "CA-BC", "CA-PE", "US-NY/new-york-city", "GB", "EU"} <= {law.place for law in LAWS}


def test_a_range_law_says_how_wide() -> None:
    """A demand for a narrow range without a bound could not be checked."""
    narrow = [law for law in LAWS if Demand.NARROW_RANGE in law.demands]
    assert all(law.max_width or law.max_spread for law in narrow)


@pytest.mark.parametrize(
    ("place", "places"),
    [
        ("US-NY/new-york-city", ["US-NY/new-york-city", "US-NY"]),
        ("US-NY", ["US-NY"]),
        ("FR", ["EU"]),
        ("US-TX", []),
    ],
)
def test_a_place_has_the_law_of_what_holds_it(place: str, places: list[str]) -> None:
    """A city has its state's law, a member state the Union's; the nearest comes first."""
    assert [law.place for law in laws_of([place])] == places


def test_a_law_binds_from_its_day() -> None:
    """Connecticut's begins on 2026-10-01, Delaware's is still to come."""
    assert laws_of(["US-CT"], date(2026, 9, 30)) == ()
    assert len(laws_of(["US-CT"], date(2026, 10, 1))) == 1
    assert laws_of(["US-DE"]) == ()


def test_a_demand_is_made_once_by_the_nearest_place() -> None:
    """The city and the state both ask for pay; the reader hears it once."""
    found = unmet(draft({"duty": "Bake"}).ledger.sources, ["US-NY/new-york-city"])
    assert [(one.demand, one.place) for one in found] == [(Demand.PAY, "US-NY/new-york-city")]


def test_an_hourly_range_is_held_against_a_yearly_cap() -> None:
    """25 to 55 dollars an hour are more than 50,000 a year apart."""
    found = unmet(draft({"pay": "$25 to $55 an hour"}).ledger.sources, ["CA-ON"])
    assert Demand.NARROW_RANGE in {one.demand for one in found}


@pytest.mark.parametrize("pay", ["$60,000 a year", "Up to $90,000 a year"])
def test_what_is_no_range_is_not_too_wide(pay: str) -> None:
    """One figure or one end has no width."""
    assert Demand.NARROW_RANGE not in {one.demand for one in unmet(draft({"pay": pay}).ledger.sources, ["CA-ON"])}


def test_a_finding_says_its_date_and_that_it_is_no_advice() -> None:
    """Nobody takes it for counsel."""
    made = draft({"duty": "Bake"})
    (found,) = [
        f for f in review(reading(made.document, made.ledger, ReviewOptions(places=("CA-BC",)))) if f.rule == "law.pay"
    ]
    assert "as of 2026-11-23, not legal advice" in found.message
    assert "https://" in found.message


def test_a_law_of_unknown_date_says_so_and_is_never_certain() -> None:
    """It is told as something to ask about."""
    (unknown,) = [law for law in LAWS if law.from_date is None and law.demands]
    assert "date not known" in caveat(unknown)
    assert unknown.certainty is Certainty.C
