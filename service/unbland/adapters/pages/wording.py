"""How pages write figures."""

from __future__ import annotations

from collections.abc import Callable


def points(share: float) -> str:
    """A share of 0 to 1 as points of 100."""
    return f"{100 * share:.1f}"


def whole(number: float) -> str:
    """A number without a fraction, thousands apart."""
    return f"{number:,.0f}"


def dollars(amount: float | None) -> str:
    """US dollars, small amounts to the hundredth of a cent."""
    if amount is None:
        return "price not known"
    return f"${amount:,.2f}" if amount >= 1 else f"${amount:.4f}"


def seconds(amount: float) -> str:
    """Seconds to a tenth."""
    return f"{amount:.1f} s"


def moment(iso: str) -> str:
    """A time in UTC, ISO 8601, to the minute."""
    return f"{iso[:16].replace('T', ' ')} UTC"


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun."""
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"


FILTERS: dict[str, Callable[..., str]] = {
    "points": points,
    "whole": whole,
    "dollars": dollars,
    "seconds": seconds,
    "moment": moment,
    "counted": counted,
}
