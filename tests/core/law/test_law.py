"""Posting law as data: dated, sourced, inherited, and silent where nothing binds."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from guide_cases import draft
from unbland.core.law import (
    AS_OF,
    LAWS,
    Certainty,
    Circumstances,
    Demand,
    PostingLaw,
    law_page,
    laws_of,
    name_of,
    unmet,
    unmet_soon,
)
from unbland.core.law.laws import read_law
from unbland.core.law.offences import OFFENCES

_DOCS = Path(__file__).parents[3] / "docs"
_PROMISED = """
US-CO US-CA US-WA US-NY US-HI US-DC US-MD US-IL US-MN US-NJ US-VT US-MA US-VA US-ME US-CT US-DE US-NV US-RI US/remote
US-NY/new-york-city US-NY/westchester-county US-NY/ithaca US-NY/albany-county US-NJ/jersey-city
US-OH/cleveland US-OH/columbus US-OH/cincinnati US-OH/toledo
CA-ON CA-BC CA-PE CA-NB CA-NL CA-NS CA-MB CA CA/remote EU IT LT LV AT MT SK PL DE GB
"""
_ENTRY = {"place": "GB", "employers": "nobody", "demands": [], "certainty": "B", "source": "https://law.example"}


def _at(*places: str, day: date = AS_OF, employees: int | None = None) -> Circumstances:
    return Circumstances(places=places, day=day, employees=employees)


def _asked(row: object, where: Circumstances) -> set[Demand]:
    return {one.demand for one in unmet(draft(row).ledger.sources, where)}


def test_every_law_names_its_source_and_whom_it_binds() -> None:
    """An entry nobody can check is no entry."""
    assert all(law.source.startswith("http") and law.employers and law.as_of >= AS_OF for law in LAWS)


def test_every_known_place_is_there() -> None:
    """The places that the guide promises to know, those that ask nothing among them."""
    assert [place for place in _PROMISED.split() if place not in {law.place for law in LAWS}] == []


def test_every_place_has_a_name() -> None:
    """A finding says Colorado, not US-CO."""
    assert [law.place for law in LAWS if name_of(law.place) == law.place] == []


def test_every_demand_can_be_checked() -> None:
    """A demand that nothing checks would be owed in silence."""
    assert set(OFFENCES) == set(Demand)


def test_a_range_law_says_how_wide() -> None:
    """A demand for a narrow range without a bound could not be checked."""
    narrow = [law for law in LAWS if Demand.NARROW_RANGE in law.demands]
    assert narrow
    assert all(law.max_width or law.max_spread for law in narrow)


def test_a_law_ends_after_it_began_and_its_amendment_follows_at_once() -> None:
    """Between two versions of a law no day is left out."""
    ended = [law for law in LAWS if law.until]
    assert ended
    assert all(law.from_date and law.until and law.from_date <= law.until for law in ended)
    begun = {(law.place, law.from_date) for law in LAWS}
    assert [law.place for law in ended if law.until and (law.place, law.until + timedelta(1)) not in begun] == []


def test_a_law_of_unknown_date_is_never_certain_where_it_asks_something() -> None:
    """It is told as something to ask about."""
    assert {law.certainty for law in LAWS if law.from_date is None and law.demands} == {Certainty.C}


@pytest.mark.parametrize("wrong", [{"sources": "x"}, {"demands": ["holidays"]}, {"certainty": "D"}])
def test_a_slip_in_an_entry_is_an_error(wrong: dict[str, object]) -> None:
    """A mistyped field would be lost without a word."""
    assert read_law(_ENTRY, AS_OF).place == "GB"
    with pytest.raises(ValueError, match=r"GB: unknown|is not a valid"):
        read_law(_ENTRY | wrong, AS_OF)


def test_an_entry_may_have_been_checked_on_another_day() -> None:
    """Who adds a law next month says when it was checked."""
    day = AS_OF + timedelta(30)
    assert (read_law(_ENTRY, AS_OF).as_of, read_law(_ENTRY | {"as_of": day}, AS_OF).as_of) == (AS_OF, day)


@pytest.mark.parametrize(
    ("place", "places"),
    [
        ("US-NY/new-york-city", ["US-NY/new-york-city", "US-NY"]),
        ("US-NY", ["US-NY"]),
        ("FR", ["EU"]),
        ("EU", ["EU"]),
        ("US-TX", []),
        ("US/remote", ["US/remote"]),
    ],
)
def test_a_place_has_the_law_of_what_holds_it(place: str, places: list[str]) -> None:
    """A city has its state's law, a member state the Union's; the nearest comes first."""
    assert list(dict.fromkeys(law.place for law in laws_of(_at(place)))) == places


def _of(place: str, day: date) -> list[PostingLaw]:
    return [law for law in laws_of(_at(place, day=day)) if law.demands]


def test_a_law_binds_from_its_first_day_to_its_last() -> None:
    """Connecticut's begins on 2026-10-01; Colorado asks for more from 2024 on."""
    assert _of("US-CT", date(2026, 9, 30)) == []
    assert len(_of("US-CT", date(2026, 10, 1))) == 1
    asked = [{d for law in _of("US-CO", date(year, 6, 1)) for d in law.demands} for year in (2020, 2023, 2024)]
    assert asked[0] == set()
    assert asked[2] - asked[1] == {Demand.DEADLINE, Demand.HOW_TO_APPLY}


def test_a_law_is_silent_for_employers_that_are_too_small() -> None:
    """Where nobody says how many there are, it may bind."""
    assert [len(laws_of(_at("US-HI", employees=count))) for count in (49, 50, None)] == [0, 1, 1]


def test_a_demand_is_made_once_by_the_nearest_place() -> None:
    """The city and the state both ask for pay; the reader hears it once."""
    found = unmet(draft({"duty": "Bake"}).ledger.sources, _at("US-NY/new-york-city"))
    assert [(one.demand, one.law.place) for one in found] == [(Demand.PAY, "US-NY/new-york-city")]


def test_a_demand_that_one_place_finds_met_is_still_owed_to_another() -> None:
    """A link is enough for Illinois and not for Colorado."""
    row = {"process": "Pay and benefits: https://bakery.example/pay"}
    assert Demand.PAY not in _asked(row, _at("US-IL"))
    assert Demand.PAY in _asked(row, _at("US-IL", "US-CO"))


def test_an_hourly_range_is_held_against_a_yearly_cap() -> None:
    """25 to 55 dollars an hour are more than 50,000 a year apart."""
    assert Demand.NARROW_RANGE in _asked({"pay": "$25 to $55 an hour"}, _at("CA-ON"))


@pytest.mark.parametrize("pay", ["$60,000 a year", "Up to $90,000 a year"])
def test_what_is_no_range_is_not_too_wide(pay: str) -> None:
    """One figure or one end has no width."""
    assert Demand.NARROW_RANGE not in _asked({"pay": pay}, _at("CA-ON"))


def test_what_is_asked_already_is_not_told_as_coming() -> None:
    """Columbus only begins to enforce; Delaware's law is new."""
    bare = draft({"duty": "Bake"}).ledger.sources
    assert [*unmet_soon(bare, _at("US-OH/columbus"))] == []
    ((law, demands),) = unmet_soon(bare, _at("US-DE", day=date(2027, 5, 1)))
    assert (law.from_date, demands) == (date(2027, 9, 26), (Demand.PAY, Demand.BENEFITS))


def test_the_page_of_the_law_is_current() -> None:
    """Data and docs say the same."""
    current = (_DOCS / "law.md").read_text("utf-8") == law_page()
    assert current, "docs/law.md is behind the data; its first lines say how to write it anew"
