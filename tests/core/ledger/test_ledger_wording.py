"""How typed facts read."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from unbland.core.facts import Pay, Period
from unbland.core.ledger.wording import date_text, pay_text


@pytest.mark.parametrize(
    ("low", "high", "currency", "period", "text"),
    [
        ("62000", "87000", "CAD", Period.YEAR, "CAD 62,000–87,000 a year"),
        ("18.5", "21", "USD", Period.HOUR, "USD 18.50–21.00 an hour"),
        ("62000", "62000", "CAD", Period.YEAR, "CAD 62,000 a year"),
        ("62000", None, "CAD", Period.YEAR, "CAD 62,000 a year and up"),
        (None, "87000", "CAD", Period.MONTH, "up to CAD 87,000 a month"),
        ("62000", "87000", "", None, "62,000–87,000"),
        (None, None, "CAD", Period.YEAR, ""),
    ],
)
def test_pay_reads_as_a_person_writes_it(
    low: str | None, high: str | None, currency: str, period: Period | None, text: str
) -> None:
    """A range with currency and period, one open end in words, nothing where no end is given."""
    low_end, high_end = (None if end is None else Decimal(end) for end in (low, high))
    assert pay_text(Pay(min=low_end, max=high_end, currency=currency, period=period)) == text


def test_a_date_names_its_month() -> None:
    """No reader takes the day for the month."""
    assert date_text(date(2026, 3, 5)) == "5 March 2026"
