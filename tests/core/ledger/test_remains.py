"""A line that a fact overrules in part: the other part stands, as a source of its own at its own place."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from builders import source
from core.ledger.drafts import draft
from unbland.core.document import read
from unbland.core.document.model import Format
from unbland.core.facts import Company, CompanyFacts, EmploymentType, Pay, Period, Process, Role
from unbland.core.ledger import build
from unbland.core.ledger.model import Kind, Source
from unbland.core.ledger.remains import parted

FACTS = CompanyFacts(
    company=Company(name="Northlane Freight"),
    role=Role(reports_to="VP of Sales", employment_type=EmploymentType.FULL_TIME, travel="You will not travel"),
    must_have=("At least five years of experience in freight sales",),
    pay=Pay(min=Decimal(62_000), max=Decimal(87_000), currency="CAD", period=Period.YEAR),
    benefits=("20 vacation days",),
    process=Process(deadline=date(2026, 12, 18)),
)


@pytest.mark.parametrize(
    ("heading", "text", "parts"),
    [
        ("", "Salary: $50,000 a year plus 5% commission", ("Salary: $50,000 a year", "5% commission")),
        ("", "10% commission on top of a base of $50,000", ("10% commission", "a base of $50,000")),
        ("", "Pay: $50,000 a year (plus bonus)", ("Pay: $50,000 a year", "plus bonus")),
        ("", "Send your CV to a@b.example by 29 January 2027.", ("Send your CV to a@b.example", "by 29 January 2027.")),
        (
            "",
            "Apply with a CV to Priya Nair, priya@b.example by 9am on 4 January.",
            ("Apply with a CV to Priya Nair, priya@b.example", "by 9am on 4 January."),
        ),
        (
            "",
            "$50,000 to $58,000, pickup, 5% pension, four-day week (Mon–Thu, 10 hrs) if you want it.",
            ("$50,000 to $58,000", "pickup, 5% pension, four-day week (Mon–Thu, 10 hrs) if you want it."),
        ),
        (
            "",
            "Performance bonus of 10%, base salary $50,000, 401k with a 4% match.",
            ("Performance bonus of 10%", "base salary $50,000", "401k with a 4% match."),
        ),
        (
            "Salary",
            "$50,000 – $58,000 a year, pro rata, plus night premium of 25%.",
            ("$50,000 – $58,000 a year", "pro rata, plus night premium of 25%."),
        ),
        (
            "",
            "$50,000 a year (gross of tax), production bonus of 4%, a locker.",
            ("$50,000 a year", "(gross of tax), production bonus of 4%, a locker."),
        ),
        ("Benefits", "15 days of vacation and dental care", ("15 days of vacation", "dental care")),
        (
            "Requirements",
            "3 years of freight sales experience and a valid driver's licence",
            ("3 years of freight sales experience", "a valid driver's licence"),
        ),
        (
            "",
            "You will report to the CFO and lead a team of 4 drivers.",
            ("You will report to the CFO", "lead a team of 4 drivers."),
        ),
    ],
)
def test_what_no_fact_overrules_stands(heading: str, text: str, parts: tuple[str, ...]) -> None:
    """Commission beside pay, an address before a date, a second demand, another duty."""
    document = draft((heading, (text,)))
    ledger = build(document, FACTS)
    drafted = [source for source in ledger.sources if source.from_draft]

    assert tuple(source.text for source in drafted) == parts
    assert tuple(document.source[source.start : source.end] for source in drafted) == parts
    assert len(ledger.conflicts) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Salary: $50,000 a year, paid monthly",
        "Part-time, 20 hours a week",
        "Salary: $50,000 a year",
        "Travel: quarterly, by car",
        "Salary: $50,000 - $58,000 a year",
        "Closing date: 5pm, Friday, 11th December 2026.",
        "5pm, Friday 11th December 2026 is the deadline.",
    ],
)
def test_what_only_says_more_of_it_goes_with_it(text: str) -> None:
    """How an overruled pay is paid, or the hours of an overruled contract, are no statement of their own."""
    drafted = [source.text for source in build(draft(("", (text,))), FACTS).sources if source.from_draft]

    assert drafted == [text]


def test_a_part_of_another_kind_is_parted_again() -> None:
    """Vacation beside the pay is a benefit, and there another fact overrules it."""
    text = "Salary: $50,000 a year, 15 vacation days, a company van and free parking."
    ledger = build(draft(("", (text,))), FACTS)

    assert [source.text for source in ledger.sources if source.from_draft] == [
        "Salary: $50,000 a year",
        "15 vacation days",
        "a company van and free parking.",
    ]
    assert [(conflict.field, conflict.sources[0]) for conflict in ledger.conflicts] == [
        ("pay", "D1"),
        ("benefits[0]", "D2"),
    ]


def test_a_button_before_a_date_keeps_its_link() -> None:
    """One word may be the only way in."""
    text = '<p><a href="https://acme.example/apply">Apply</a> by 29 January 2027.</p>'
    drafted = [s for s in build(read(text, Format.HTML), FACTS).sources if s.from_draft]

    assert [(s.text, s.links) for s in drafted] == [
        ("Apply", ("https://acme.example/apply",)),
        ("by 29 January 2027.", ()),
    ]


def test_a_part_keeps_its_place_and_its_link_in_markup() -> None:
    """The link goes with the part that holds it."""
    text = '<p>Send your CV <a href="https://acme.example/apply">here</a> by 29 January 2027.</p>'
    drafted = [s for s in build(read(text, Format.HTML), FACTS).sources if s.from_draft]

    assert [s.links for s in drafted] == [("https://acme.example/apply",), ()]
    assert text[drafted[1].start : drafted[1].end] == "by 29 January 2027."


def test_a_line_of_many_sums_is_not_tried_at_every_joint() -> None:
    """It goes whole: each joint tried at each joint would hold a worker for half a minute."""
    tried: list[Source] = []

    def contradicts(part: Source) -> bool:
        tried.append(part)
        return True

    line = source("D1", " and ".join(f"USD {thousands},000" for thousands in range(20, 50)), Kind.PAY)
    assert parted(line, contradicts) == (line,)
    assert tried == []
