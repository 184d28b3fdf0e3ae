"""How typed facts read: pay, dates."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from unbland.core.facts import Pay


def pay_text(pay: Pay) -> str:
    """The pay as a person reads it, `CAD 62,000–87,000 a year`; empty where neither end is given."""
    if pay.min is None and pay.max is None:
        return ""
    ends = [end for end in (pay.min, pay.max) if end is not None]
    cents = any(end != end.to_integral_value() for end in ends)
    figures = "–".join(dict.fromkeys(amount_text(end, cents=cents) for end in ends))
    text = f"{pay.currency} {figures}".strip()
    if pay.period is not None:
        text = f"{text} {'an' if pay.period.value == 'hour' else 'a'} {pay.period.value}"
    if pay.max is None:
        return f"{text} and up"
    return f"up to {text}" if pay.min is None else text


def amount_text(amount: Decimal, *, cents: bool = False) -> str:
    """An amount with thousands marks, and cents where it or the other end of its range has any: `62,000`, `18.50`."""
    return f"{amount:,.2f}" if cents or amount != amount.to_integral_value() else f"{amount:,.0f}"


def date_text(day: date) -> str:
    """A date that no reader takes for another: `18 December 2026`."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


#: Spelled out, since the names that the standard library gives depend on the machine's language.
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
