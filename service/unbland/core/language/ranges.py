"""Two amounts that are the ends of one range, and what each lends the other: scale, currency, period."""

from __future__ import annotations

import re
from dataclasses import replace

from unbland.core.language.amounts import CONTINENTAL, Amount

_BETWEEN = re.compile(r"-?\s?(?:-|–|—|to|or)\s?", re.IGNORECASE)
_AND = re.compile(r"\s?and\s?", re.IGNORECASE)


def _in_thousands(text: str, end: Amount) -> Amount:
    """One end of a range of money that has its currency at the other end: `EUR 70.000 - 82.000`."""
    marks = not end.currency and end.scale == 1 and CONTINENTAL.match(text, end.start)
    return replace(end, value=end.value * 1000) if marks else end


def as_range(text: str, first: Amount, last: Amount) -> tuple[Amount, Amount] | None:
    """Both amounts with what each lends the other ("$62-87K"), if they are a range: "8 a day or 44 a week" is none."""
    gap = text[first.reach : last.start]
    between = text[max(0, first.start - len("between ")) : first.start].lower() == "between "
    if not (_BETWEEN.fullmatch(gap) or (between and _AND.fullmatch(gap))):
        return None
    if first.currency != last.currency and "" in (first.currency, last.currency):
        first, last = (_in_thousands(text, end) for end in (first, last))
    low = first.value * last.scale if first.scale == 1 and first.value < last.value / last.scale else first.value
    currency = last.currency if last.currency not in ("", "$") else first.currency or last.currency
    # The first unit may be the group before it, "pipe of 2 to 24 inches", or the last one's: "from 12 families to 37".
    bare = not last.unit and text[: first.start].lower().endswith("from ")
    counted = set(first.unit.split()) <= set(last.unit.split()) or first.reach == first.end or bare
    alike = counted and first.ordinal == last.ordinal and (last.percent or not first.percent)
    if not alike or low > last.value or {first.period, first.currency} - {"", last.period, "$", currency}:
        return None
    unit = "" if currency else last.unit
    return replace(first, value=low, currency=currency), replace(last, currency=currency, unit=unit)
