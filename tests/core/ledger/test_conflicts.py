"""Where draft and facts disagree, and where they only look as if they did."""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest

from core.ledger.drafts import draft
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
)  # fmt: skip
from unbland.core.ledger import build

FACTS = CompanyFacts(
    company=Company(name="Northlane Freight"),
    role=Role(
        title="Account Manager",
        reports_to="VP of Sales",
        employment_type=EmploymentType.FULL_TIME,
        workplace=Workplace.HYBRID,
        location="Montréal, QC",
    ),
    must_have=("At least five years of experience in freight sales", "A valid driver's licence for Ontario roads"),
    nice_to_have=("Spoken French at a working level",),
    pay=Pay(min=Decimal(62_000), max=Decimal(87_000), currency="CAD", period=Period.YEAR),
    benefits=("20 vacation days",),
    process=Process(deadline=date(2026, 12, 18)),
)

Sections = Sequence[tuple[str, tuple[str, ...]]]


def fields(*sections: tuple[str, tuple[str, ...]], facts: CompanyFacts = FACTS) -> list[str]:
    """The fields that a draft disagrees on with the facts."""
    return [conflict.field for conflict in build(draft(*sections), facts).conflicts]


@pytest.mark.parametrize(
    ("field", "heading", "line"),
    [
        ("company.name", "About Acme", "We move boxes."),
        ("role.title", "", "Senior Account Manager"),
        ("role.title", "", "Job title: Night Porter"),
        ("role.reports_to", "", "You will report to the Chief Financial Officer."),
        ("role.employment_type", "", "This is a part-time position."),
        ("role.workplace", "", "This is a fully remote position."),
        ("role.workplace", "", "On-site, five days a week"),
        ("role.location", "", "Location: Vancouver, BC"),
        ("role.location", "", "The role is based in Halifax."),
        ("pay", "", "Salary: $50,000 a year"),
        ("pay", "", "Salary: USD 62,000–87,000 a year"),
        ("pay", "", "Pay: $35 an hour"),
        ("pay", "", "We pay up to $80K a year."),
        ("process.deadline", "", "Apply by 1 December 2026."),
        ("must_have[0]", "Requirements", "3 years of experience in freight sales"),
        ("must_have[1]", "Nice to have", "Valid driver's licence for Ontario roads"),
        ("nice_to_have[0]", "Requirements", "Spoken French at a working level"),
        ("benefits[0]", "Benefits", "15 days of vacation"),
    ],
)
def test_another_value_is_a_conflict(field: str, heading: str, line: str) -> None:
    """A line that states another value than the facts is reported under the fact's field."""
    assert fields((heading, (line,))) == [field]


@pytest.mark.parametrize(
    ("heading", "line"),
    [
        ("About Northlane", "We move boxes."),
        ("About us", "We move boxes."),
        ("", "Account Manager – Montreal (m/f/d)"),
        ("", "Job title: Account Manager, Food"),
        ("", "You report to the Vice President, Sales."),
        ("", "Five direct reports"),
        ("", "Full-time or part-time"),
        ("", "Full-time, six-month contract"),
        ("", "Hybrid: two days at home"),
        ("", "Location: Montreal, Quebec"),
        ("", "Location: Canada"),
        ("", "Hybrid – Montréal"),
        ("", "Salary: $62K–$87K"),
        ("", "Salary: C$62,000 to C$87,000 per annum"),
        ("", "We pay up to $87,000 a year."),
        ("", "From CAD 62,000 a year"),
        ("", "Signing bonus of $5,000"),
        ("", "Commission: $10,000 a year on top of the salary"),
        ("", "According to Glassdoor, account managers earn $58,000 a year."),
        ("", "Manage a budget of $2M a year"),
        ("", "Apply by Dec 18."),
        ("", "Applications open on 1 November 2026."),
        ("Requirements", "5+ years of experience in freight sales"),
        ("Requirements", "3 years of experience in warehouse management"),
        ("Requirements", "A valid driver's licence for Ontario roads"),
        ("Nice to have", "Spoken French at a working level"),
        ("Benefits", "20 days of vacation"),
        ("Benefits", "15 sick days"),
        ("Benefits", "Free coffee"),
        ("Requirements", "Two years of experience"),
        ("Requirements", "Five years of experience"),
    ],
)
def test_the_same_value_in_other_words_is_none(heading: str, line: str) -> None:
    """Another format, a wider place, an amount on top of the pay, another subject: no conflict."""
    assert fields((heading, (line,))) == []


@pytest.mark.parametrize(
    ("field", "lines"),
    [
        ("pay", ("Salary: $50,000 a year", "Pay range: $60,000–$70,000 per year")),
        ("role.workplace", ("This is a fully remote position.", "On-site, five days a week")),
        ("role.employment_type", ("This is a part-time position.", "Full-time, 40 hours per week")),
        ("process.deadline", ("Apply by 1 December 2026.", "The deadline for applications is 3 December 2026.")),
    ],
)
def test_a_draft_may_disagree_with_itself(field: str, lines: tuple[str, ...]) -> None:
    """Two lines that cannot both be true are reported, whatever the facts."""
    assert fields(("", lines), facts=NO_FACTS) == [field]


@pytest.mark.parametrize(
    "lines",
    [
        ("Salary: $50,000 a year", "That is $25 an hour."),
        ("Salary: CAD 50,000 a year", "Salary: USD 60,000 a year"),
        ("Hybrid: three days in the office", "You may work remotely on Fridays."),
        ("Location: Leeds, UK", "Location: York, UK"),
    ],
)
def test_lines_that_can_both_be_true_are_no_conflict(lines: tuple[str, ...]) -> None:
    """Two currencies, two periods, two towns, a hybrid job with a remote day."""
    assert fields(("", lines), facts=NO_FACTS) == []


def test_once_a_line_agrees_only_a_flat_contradiction_counts() -> None:
    """A remote day in a hybrid job is no conflict with the hybrid of the facts."""
    assert fields(("", ("Hybrid: three days in the office", "You may work remotely on Fridays."))) == []


def test_the_message_names_both_values() -> None:
    """A conflict reads as one sentence with both values, long ones cut short, and names its sources."""
    conflict = build(draft(("", (f"Salary: $50,000 a year, {'paid on the last Friday ' * 5}",))), FACTS).conflicts[0]
    assert conflict.sources == ("D1", "F10")
    assert conflict.message.startswith("Pay: the draft says “Salary: $50,000 a year, paid")
    assert conflict.message.endswith("…”, the facts say “CAD 62,000–87,000 a year”.")


def test_a_value_deep_in_a_long_line_is_quoted() -> None:
    """The quote is the stretch with the value, and not the beginning of the line."""
    long = f"Salary: {'weekly or ' * 60}$50,000 a year{', as agreed' * 40}"
    (conflict,) = build(draft(("", (long,))), FACTS).conflicts

    assert "$50,000 a year" in conflict.message
    assert len(conflict.message) < 200


def test_a_draft_against_itself_names_both_lines() -> None:
    """Without facts, the message quotes the two lines."""
    (conflict,) = build(draft(("", ("Salary: $50,000 a year", "Salary: $60,000 a year"))), NO_FACTS).conflicts
    assert conflict.message == "Pay: the draft says “Salary: $50,000 a year” and also “Salary: $60,000 a year”."


def test_a_ledger_goes_to_another_process_and_still_knows() -> None:
    """Many postings are reviewed in several processes, and what was looked at comes back whole."""
    ledger = build(draft(("", ("Salary: $50,000 a year",))), FACTS)

    assert pickle.loads(pickle.dumps(ledger)).conflicts == ledger.conflicts != ()  # noqa: S301 - our own
