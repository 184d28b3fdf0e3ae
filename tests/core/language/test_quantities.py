"""Figures in text: what they are, however they are written."""

from __future__ import annotations

from decimal import Decimal

import pytest

from unbland.core.language.quantities import quantities


def _told(text: str) -> list[str]:
    """Each figure in a line: kind, bound, ends, unit, currency, period."""
    return [
        " ".join(
            str(part)
            for part in (f.kind, f.bound, _end(f.low), _end(f.high), f.unit, f.currency, f.period)
            if part != ""
        )
        for f in quantities(text)
    ]


def _end(value: Decimal | None) -> str:
    return "open" if value is None else f"{value.normalize():f}"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("$62,000–$87,000 CAD per year", "money range 62000 87000 CAD year"),
        ("$62K-$87K annually", "money range 62000 87000 $ year"),
        ("$62-87K p.a.", "money range 62000 87000 $ year"),
        ("between £30,000 and £35,000", "money range 30000 35000 GBP"),
        ("€45.000 to €50.000 a year", "money range 45000 50000 EUR year"),
        ("EUR 70.000 - 82.000 gross per year", "money range 70000 82000 EUR year"),
        ("46.000 to 54.000 € a year", "money range 46000 54000 EUR year"),
        ("£13.20ph", "money exact 13.2 13.2 GBP hour"),
        ("£540 p/w", "money exact 540 540 GBP week"),
        ("62 000 - 87 000 CAD", "money range 62000 87000 CAD"),
        ("up to $25/hr", "money at_most open 25 $ hour"),
        ("from $62,000 and up", "money at_least 62000 open $"),
        ("$62,000+", "money at_least 62000 open $"),
        ("$20.25/hr, +$1.50/hr", "money exact 20.25 20.25 $ hour; money exact 1.5 1.5 $ hour"),
        ("an annual salary of $62,000", "money exact 62000 62000 $ year"),
        ("$1.2 million", "money exact 1200000 1200000 $"),
        ("US$ 40 to CAD 50", "money exact 40 40 USD; money exact 50 50 CAD"),
        ("₹6,20,000", "money exact 620000 620000 INR"),
        ("13,50 € per hour", "money exact 13.5 13.5 EUR hour"),
        ("€2.950,00 to €3.500,00 a month", "money range 2950 3500 EUR month"),
        ("CHF 85'000 - 95'000 a year", "money range 85000 95000 CHF year"),
        ("CTC: 4-6 LPA", "money range 400000 600000 INR year"),
        ("₹4 to 6 lakhs per annum", "money range 400000 600000 INR year"),
        ("Rs. 25,000 to Rs. 30,000 per month", "money range 25000 30000 INR month"),
        ("KES 285,000 to 340,000 a month", "money range 285000 340000 KES month"),
        ("AU$85,000 + super", "money exact 85000 85000 AUD"),
        ("€75,000-€95,000 + 0.05%-0.15% equity", "money range 75000 95000 EUR; percent range 0.05 0.15"),
        ("£45,000 + excellent benefits", "money exact 45000 45000 GBP"),
        ("10 + years", "duration at_least 10 open year"),
        ("top 15 percent", "percent exact 15 15 top"),
        ("5 to 10% bonus", "percent range 5 10"),
        ("3-5 years", "duration range 3 5 year"),
        ("5+ years' experience", "duration at_least 5 open year"),
        ("at least five years", "duration at_least 5 open year"),
        ("a minimum of 3 years", "duration at_least 3 open year"),
        ("3 years minimum", "duration at_least 3 open year"),
        ("three or more years", "duration at_least 3 open year"),
        ("no more than two weeks", "duration at_most open 2 week"),
        ("20 paid vacation days per year", "duration exact 20 20 day year"),
        ("a 40-hour week", "duration exact 40 40 hour week"),
        ("15 working days", "duration exact 15 15 working day"),
        ("5 yrs, 8 hrs", "duration exact 5 5 year; duration exact 8 8 hour"),
        ("7- to 11-year-olds", "count range 7 11"),
        ("18 December 2026", "date exact open open 2026-12-18"),
        ("December 18, 2026", "date exact open open 2026-12-18"),
        ("12/18/2026", "date exact open open 2026-12-18"),
        ("18/12/2026", "date exact open open 2026-12-18"),
        ("05/06/2026", "date exact open open 5/6/2026"),
        ("3 May", "date exact open open --05-03"),
        ("May 9 am", "date exact open open --05-09"),
        ("May 2027", "date exact open open 2027-05"),
        ("Q3 2026", "date exact open open 2026-Q3"),
        ("9 am to 5 pm", "time range 540 1020"),
        ("9-5pm", "time range 540 1020"),
        ("2-4pm", "time range 840 960"),
        ("9 am-5", "time range 540 1020"),
        ("10 p.m. to 6 a.m.", "time range 1320 360"),
        ("from noon", "time exact 720 720"),
        ("at 17:30 or 7.30am", "time exact 1050 1050; time exact 450 450"),
        ("140 producers", "count exact 140 140 produc"),
        ("a team of six", "count exact 6 6 team"),
        ("one hundred and forty lbs", "count exact 140 140 pound"),
        ("two million users", "count exact 2000000 2000000 user"),
        ("a dozen stores", "count exact 12 12 store"),
        ("nearly 200 beds", "count about 200 200 bed"),
        ("one assistant, one of us", "count exact 1 1 assist"),
        ("416-555-0199", "count exact 4165550199 4165550199"),
        ("the third floor", "ordinal exact 3 3"),
        ("your second month", "ordinal exact 2 2 month"),
        ("a 21st century tool", "ordinal exact 21 21"),
        ("401(k), B2B", ""),
        ("5 to 2 people", "count exact 5 5; count exact 2 2 person"),
    ],
)
def test_a_figure_is_one_thing_however_written(text: str, told: str) -> None:
    """Kind, bound, both ends, unit, currency and period come out in one form."""
    assert "; ".join(_told(text)) == told


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("$62K-$87K a year", "CAD 62,000 to 87,000 per year", True),
        ("CAD 62,000", "$62,000", False),
        ("$62,000", "€62,000", False),
        ("$62,000 a year", "$62,000 a month", False),
        ("12 months", "one year", True),
        ("15 working days", "three weeks", True),
        ("90 days", "three months", False),
        ("5 years", "at least 5 years", False),
        ("five producers", "5 independent producers", True),
        ("5 producers", "5 stores", False),
        ("top 15%", "15 percent", False),
        ("your second month", "your second week", False),
    ],
)
def test_two_figures_say_the_same_or_not(one: str, other: str, same: bool) -> None:
    """Formats do not matter; value, bound, unit, currency, period and what is counted do."""
    (mine,), (theirs,) = quantities(one), quantities(other)

    assert mine.says(theirs) is same


def test_each_figure_stands_where_it_says() -> None:
    """The offsets cut the figure's own text out of the whole."""
    text = "We pay from 9 am to 5 pm, 18 May 2027, at least $20 per hour to 12 cooks."

    assert [text[f.start : f.end] for f in quantities(text)] == [f.text for f in quantities(text)]
    assert [f.text for f in quantities(text)] == ["9 am to 5 pm", "18 May 2027", "at least $20 per hour", "12"]


@pytest.mark.parametrize(
    ("text", "period"),
    [("KES 165,000 p.m.", "month"), ("£1,200 pm", "month"), ("£12 from 6 p.m. on", ""), ("9 p.m.", "")],
)
def test_pm_behind_money_is_a_month(text: str, period: str) -> None:
    """Behind any other figure it is a time of day."""
    assert quantities(text)[0].period == period
