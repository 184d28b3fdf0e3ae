"""A law in words, short enough to be read aloud."""

from __future__ import annotations

from collections.abc import Sequence

from unbland.core.law.gazetteer import name_of
from unbland.core.law.model import WORDS, Demand, PostingLaw


def terms(law: PostingLaw) -> str:
    """Since when and for whom a law is, as one short sentence."""
    since = f"Since {law.from_date}" if law.from_date else "Day not known"
    return f"{since}, {whom(law)}."


def whom(law: PostingLaw) -> str:
    """Whom a law binds, in few words."""
    if law.least_employees is None:
        return f"for {law.employers}"
    if law.least_employees == 0:
        return "for employers of any size"
    return f"from {law.least_employees} employee{'s' if law.least_employees > 1 else ''}"


def wants(demands: Sequence[Demand]) -> str:
    """What demands ask for, as one list."""
    *most, last = [WORDS[demand] for demand in demands]
    return f"{'; '.join(most)}; and {last}" if most else last


def whose(law: PostingLaw) -> str:
    """Whose law it is."""
    return name_of(law.place)
