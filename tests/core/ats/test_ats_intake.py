"""The vendor's fields beside the caller's facts: whose word counts, and what is reported."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from ats_samples import sample
from unbland.core.ats import open_document, terms
from unbland.core.ats.intake import facts_of, overruled, settled
from unbland.core.ats.shape import at
from unbland.core.facts import (
    NO_FACTS,
    Company,
    CompanyFacts,
    EmploymentType,
    Pay,
    Period,
    Process,
    Role,
    Workplace,
)

_VENDOR = CompanyFacts(
    company=Company(name="Corvid Lifts"),
    role=Role(
        title="Nurse Manager",
        location="Columbus, OH",
        workplace=Workplace.ONSITE,
        employment_type=EmploymentType.FULL_TIME,
    ),
    pay=Pay(min=Decimal(30), max=Decimal(40), currency="USD", period=Period.HOUR),
    process=Process(deadline=date(2026, 12, 1)),
)


def test_without_facts_the_vendor_s_fields_are_the_facts() -> None:
    """And nothing is reported."""
    assert settled(_VENDOR, NO_FACTS) == _VENDOR
    assert overruled(_VENDOR, NO_FACTS) == ("", "")
    assert overruled(_VENDOR, _VENDOR) == ("", "")


def test_the_caller_s_facts_come_first() -> None:
    """Field by field; pay as a whole, since half of a range is no range."""
    stated = CompanyFacts(
        role=Role(location="Dayton, OH"), pay=Pay(min=Decimal(50), extras=("a van",)), hiring_reason="We grow."
    )

    both = settled(_VENDOR, stated)

    assert both.role == replace(_VENDOR.role, location="Dayton, OH")
    assert both.pay == stated.pay
    assert (both.company.name, both.hiring_reason) == ("Corvid Lifts", "We grow.")
    extras = settled(_VENDOR, CompanyFacts(pay=Pay(extras=("a van",)))).pay
    assert extras == replace(_VENDOR.pay, extras=("a van",))


@pytest.mark.parametrize(
    ("stated", "line"),
    [
        (CompanyFacts(role=Role(location="Cleveland, OH")), "<ul><li>Location: Columbus, OH</li></ul>"),
        (CompanyFacts(role=Role(workplace=Workplace.REMOTE)), "<ul><li>Workplace: onsite</li></ul>"),
        (
            CompanyFacts(role=Role(employment_type=EmploymentType.PART_TIME)),
            "<ul><li>Employment type: full-time</li></ul>",
        ),
        (CompanyFacts(role=Role(title="Payroll Clerk")), "<h1>Nurse Manager</h1>\n"),
        (CompanyFacts(company=Company(name="Otter Ltd")), "<ul><li>Company: Corvid Lifts</li></ul>"),
        (
            CompanyFacts(pay=Pay(min=Decimal(50), max=Decimal(60), currency="USD", period=Period.HOUR)),
            "<ul><li>Salary: USD 30 to 40 per hour</li></ul>",
        ),
        (
            CompanyFacts(process=Process(deadline=date(2027, 1, 1))),
            "<ul><li>Application deadline: 2026-12-01</li></ul>",
        ),
    ],
)
def test_what_the_facts_contradict_is_a_line_of_the_draft(stated: CompanyFacts, line: str) -> None:
    """So that the look which compares any draft with its facts finds it."""
    assert "".join(overruled(_VENDOR, stated)) == line


def test_what_the_look_takes_for_the_same_is_no_line() -> None:
    """A town with its country says no other than the town."""
    assert overruled(_VENDOR, CompanyFacts(role=Role(location="Columbus, OH, USA"))) == ("", "")


@pytest.mark.parametrize(
    ("said", "place", "far"),
    [
        ("Remote", "", True),
        ("Remote - Canada", "Canada", True),
        ("Fully remote (US)", "US", True),
        ("Berlin, Germany (Remote)", "Berlin, Germany", True),
        ("Remote or Leeds", "Remote or Leeds", False),
        ("Leeds", "Leeds", False),
        ("", "", False),
    ],
)
def test_a_location_may_say_that_the_work_is_remote(said: str, place: str, *, far: bool) -> None:
    """The place is what is left; where both are offered, nothing is decided."""
    assert terms.place(said) == (place, Workplace.REMOTE if far else None)


@pytest.mark.parametrize(
    ("said", "period"),
    [
        ("1 YEAR", Period.YEAR),
        ("per-hour-wage", Period.HOUR),
        ("per-month-salary", Period.MONTH),
        ("yearly", Period.YEAR),
        ("Annual base salary", Period.YEAR),
        ("NYC Salary Range", None),
        ("hourly or yearly", None),
        ("NONE", None),
        ("two week notice, yearly", None),
    ],
)
def test_a_period_is_taken_only_where_it_is_named(said: str, period: Period | None) -> None:
    """Two are none."""
    assert terms.period(said) is period


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("Full-time", EmploymentType.FULL_TIME),
        ("FULL_TIME", EmploymentType.FULL_TIME),
        ("fulltime_permanent", EmploymentType.FULL_TIME),
        ("Part Time", EmploymentType.PART_TIME),
        ("CONTRACTOR", EmploymentType.CONTRACT),
        ("freelance", EmploymentType.CONTRACT),
        ("Temporary", EmploymentType.TEMPORARY),
        ("Intern", EmploymentType.INTERNSHIP),
        ("Internship", EmploymentType.INTERNSHIP),
        ("permanent", None),
        ("Volunteer", None),
    ],
)
def test_words_for_terms(said: str, kind: EmploymentType | None) -> None:
    """As each vendor spells them."""
    assert terms.employment(said) is kind


def test_pay_that_nobody_gets_is_none() -> None:
    """A range upside down, zeros, a currency that is none."""
    assert terms.pay(Decimal(5), Decimal(4), "EUR", None) == ()
    assert terms.pay(Decimal(0), None, "EUR", None) == ()
    assert terms.pay(Decimal(5), None, "Euro", None) == ()
    assert terms.pay(Decimal(-1), None, "EUR", None) == ()


@pytest.mark.parametrize(
    ("name", "fields", "places"),
    [
        ("lever.json", {"categories": {"location": "London"}, "country": "GB"}, ("GB",)),
        ("lever.json", {"categories": {"location": "Boston, MA"}, "country": "US"}, ()),
        ("lever.json", {"categories": {"location": "London"}, "country": None}, ()),
        ("lever.json", {"categories": {"location": "London"}, "country": "XX"}, ()),
        ("ashby-board.json", {"location": "London", "address": {"postalAddress": {"addressCountry": "UK"}}}, ("GB",)),
        ("ashby-board.json", {"location": "Paris", "address": {"postalAddress": {"addressCountry": "USA"}}}, ("US",)),
        ("smartrecruiters.json", {"location": {"fullLocation": "Newport", "country": "gb"}}, ("GB",)),
        ("workable.json", {"location": {"location_str": "Birmingham", "country_code": "US"}}, ("US",)),
        ("recruitee.json", {"location": "Paris", "country_code": "FR"}, ("FR",)),
    ],
)
def test_a_typed_country_says_whose_law_applies(name: str, fields: dict[str, object], places: tuple[str, ...]) -> None:
    """Where the location may be in several; what a location names for certain is nearer than a country."""
    document = sample(name)
    job = at(document.value, *document.root)
    assert isinstance(job, dict)
    alone: dict[str, object] = {**job, "secondaryLocations": [], "locations": [], **fields}
    facts = facts_of(open_document(alone, document.format).posting)
    assert facts.role.jurisdictions == places
    moved = settled(facts, CompanyFacts(role=Role(location="Oslo")))
    assert moved.role.jurisdictions == ()
    assert settled(facts, CompanyFacts()).role.jurisdictions == places
