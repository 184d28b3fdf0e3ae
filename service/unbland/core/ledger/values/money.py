"""What the job pays: the base of it, without what comes on top and without other people's money."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import NamedTuple

from unbland.core.language.quantities import Bound, Quantity, QuantityKind, quantities
from unbland.core.language.units import DOLLARS
from unbland.core.ledger.headings import heading_class, split_label
from unbland.core.ledger.lexicon.conditions import (
    EXTRA_AFTER,
    EXTRA_BEFORE,
    NO_PAY_AFTER,
    NO_PAY_BEFORE,
    PIECES,
    RATES,
)
from unbland.core.ledger.model import Kind, Source
from unbland.core.ledger.values.common import around

#: Nobody's pay: what is larger is turnover, a budget, money raised.
_MOST = Decimal(5_000_000)

#: Below this no year is paid, and above it no hour.
_NO_SALARY = Decimal(1_000)

#: Units of one period in a year. Hours are those of full-time work, 35 to 40 a week with up to four weeks unpaid.
_IN_A_YEAR = {
    "year": (Decimal(1), Decimal(1)),
    "month": (Decimal(12), Decimal(14)),
    "week": (Decimal(48), Decimal(52)),
    "day": (Decimal(220), Decimal(261)),
    "hour": (Decimal(1_680), Decimal(2_080)),
}

#: Figures of another period are rounded: to the thousand a year, to the half an hour.
_ROUNDED = Decimal("0.02")

#: `Around 120` is meant by 110 as well.
_ABOUT = Decimal("0.15")

#: The less of two figures that are farther apart comes on top of the other: `£38,000`, `on call £1.60 an hour`.
_ON_TOP = 5

#: Part-time work of half the hours still pays by the same hour.
_PART_TIME = Decimal("0.4")


#: What is said of an amount ends here: `€54,703 a year, plus night premium` is no pay for nights.
_SAID_BEFORE = re.compile(r"[.,;!?]\s")
_SAID_AFTER = re.compile(r"[,;+$£€]|[.!?](?:\s|$)|\b(?:plus|and|with|but)\b", re.IGNORECASE)

_PLACE = re.compile(r"\b[Ii]n (?:the )?([A-Z][\w.'’-]+)")


@dataclass(frozen=True, slots=True)
class Pay:
    """The pay of a source."""

    amount: Quantity
    #: For whom or what, where it is not for everybody: `level 2`, `nights`, a mile.
    rate: frozenset[str]
    #: Where, when the source says it of one place: `Seattle`.
    place: frozenset[str] = frozenset()
    #: Whether the source is this figure and nothing else, so that the next line may be the range's other end.
    bare: bool = False
    #: What else the source states as pay: the same by another period, other rates.
    others: tuple[Pay, ...] = field(default=(), compare=False)


def pay(source: Source) -> Pay | None:
    """The pay that a source states, without bonus, commission or allowance."""
    text = source.text
    pays = [_pay(text, amount, drafted=source.from_draft) for amount in base_amounts(text)]
    if not pays:
        return None
    labelled = Kind.PAY in {split_label(text)[0].kind, heading_class(source.heading or "").kind}
    bare = source.from_draft and not labelled and text.strip(" .*") == pays[0].amount.text
    return replace(pays[0], bare=bare, others=tuple(pays[1:]))


def _pay(text: str, amount: Quantity, *, drafted: bool) -> Pay:
    """One amount with what its clause says of it; the same pay is the same value wherever it stands."""
    before, after = around(text, amount)
    said = f"{_SAID_BEFORE.split(before)[-1]} {_SAID_AFTER.split(after)[0]}" if drafted else ""
    rate = frozenset(found.group().lower() for pattern in (RATES, PIECES) for found in pattern.finditer(said))
    return Pay(replace(amount, start=0, end=0), rate, frozenset(_PLACE.findall(said)))


def base_amounts(text: str) -> Iterator[Quantity]:
    """The sums of money that are the job's base pay."""
    for amount in quantities(text):
        before, after = around(text, amount)
        if amount.kind is not QuantityKind.MONEY or (amount.high or amount.low or Decimal(0)) > _MOST:
            continue
        on_top = EXTRA_BEFORE.search(before) or EXTRA_AFTER.match(after)
        if not on_top and not NO_PAY_BEFORE.search(before) and not NO_PAY_AFTER.match(after):
            yield _in_full(amount)


def _in_full(amount: Quantity) -> Quantity:
    """The amount, where a range leaves the thousands of its lower end to the upper: `£85-125,000`."""
    thousands = amount.low is not None and amount.high is not None and amount.low < _NO_SALARY <= amount.high
    return replace(amount, low=amount.low * 1000) if thousands and amount.low is not None else amount


def pays_agree(one: Pay, other: Pay) -> bool:
    """Whether two pays can be the same: what one leaves open, the other may fill; a special rate is another matter."""
    mine, theirs = (_amounts(pay) for pay in (one, other))
    return not mine or not theirs or any(_agree(this, that) for this in mine for that in theirs)


def _amounts(pay: Pay) -> tuple[Quantity, ...]:
    """What is paid to everybody, and the range that the rates of one source make: `£12.85 days, £14.10 nights`."""
    pays = (pay, *pay.others)
    common = tuple(each.amount for each in pays if not each.rate)
    lows = [each.amount.low for each in pays if each.amount.low is not None]
    highs = [each.amount.high for each in pays if each.amount.high is not None]
    alike = len({(each.amount.currency, each.amount.period) for each in pays}) == 1
    if not common or len(pays) == 1 or not alike or not lows or not highs:
        return common
    return (*common, replace(pay.amount, low=min(lows), high=max(highs), bound=Bound.RANGE))


def _agree(mine: Quantity, theirs: Quantity) -> bool:
    """Whether two amounts can be the same pay."""
    if not _same_currency(mine, theirs):
        return False
    if mine.period and theirs.period and mine.period != theirs.period:
        return _ends_meet(_yearly(mine), _yearly(theirs))
    if Bound.ABOUT in {mine.bound, theirs.bound}:
        return _near(mine, theirs)
    ends = ((mine.low, theirs.low), (mine.high, theirs.high))
    return all(this == that for this, that in ends if this is not None and that is not None)


def pays_can_stand(one: Pay, other: Pay) -> bool:
    """Whether one draft can say both: for other people, elsewhere, in another currency, as two ends, or by the hour."""
    mine, theirs = one.amount, other.amount
    if _of_another(one, other) or _on_top(mine, theirs):
        return True
    if mine.period and theirs.period and mine.period != theirs.period:
        return _overlap(_yearly(mine, least=_PART_TIME), _yearly(theirs, least=_PART_TIME))
    if mine.period != theirs.period and not _comparable(mine, theirs):
        return True
    if {mine.bound, theirs.bound} & {Bound.AT_LEAST, Bound.AT_MOST}:
        return _overlap(_yearly(mine), _yearly(theirs))
    return _agree(mine, theirs)


def _of_another(one: Pay, other: Pay) -> bool:
    """Whether two pays are for other people, elsewhere, in another currency, or the two ends of one."""
    elsewhere = one.place != other.place or one.rate != other.rate
    return elsewhere or one.amount.currency != other.amount.currency or (one.bare and other.bare)


def _on_top(mine: Quantity, theirs: Quantity) -> bool:
    """Whether one figure, over a year, is so much less that it is no other version of the pay."""
    if not mine.period or not theirs.period:
        return False
    mine_few, theirs_few = (_IN_A_YEAR.get(amount.period, (Decimal(1),))[0] for amount in (mine, theirs))
    mine_most, theirs_most = ((amount.high or amount.low or Decimal(0)) for amount in (mine, theirs))
    one, other = mine_most * mine_few, theirs_most * theirs_few
    return max(one, other) > _ON_TOP * min(one, other)


def _comparable(mine: Quantity, theirs: Quantity) -> bool:
    """Whether a figure without a period may be of the other's: as large as it, give or take half."""
    one, other = (amount.high or amount.low or Decimal(1) for amount in (mine, theirs))
    return max(one, other) <= 2 * min(one, other)


def _same_currency(mine: Quantity, theirs: Quantity) -> bool:
    both = {mine.currency, theirs.currency}
    return len(both) == 1 or ("$" in both and both <= DOLLARS)


def _near(mine: Quantity, theirs: Quantity) -> bool:
    """Whether a figure that is only about right lies in the other, or near it."""
    about, other = (mine, theirs) if mine.bound is Bound.ABOUT else (theirs, mine)
    figure = about.low or about.high or Decimal(0)
    low, high = other.low or Decimal(0), other.high or figure
    return low * (1 - _ABOUT) <= figure <= high * (1 + _ABOUT)


class _Ends(NamedTuple):
    """The least and the most that each end of a pay may be in a year; None for an open end."""

    low: tuple[Decimal, Decimal] | None
    high: tuple[Decimal, Decimal] | None


def _yearly(amount: Quantity, *, least: Decimal = Decimal(1)) -> _Ends:
    few, many = _IN_A_YEAR.get(amount.period, (Decimal(1), Decimal(1)))
    few *= least if few > 1 else 1

    def end(value: Decimal | None) -> tuple[Decimal, Decimal] | None:
        return None if value is None else (value * few * (1 - _ROUNDED), value * many * (1 + _ROUNDED))

    return _Ends(end(amount.low), end(amount.high))


def _ends_meet(one: _Ends, other: _Ends) -> bool:
    """Whether each end can be the other's end, told by another period."""
    pairs = ((one.low, other.low), (one.high, other.high))
    return all(mine[0] <= theirs[1] and theirs[0] <= mine[1] for mine, theirs in pairs if mine and theirs)


def _overlap(one: _Ends, other: _Ends) -> bool:
    """Whether any pay is in both."""
    above = one.low is None or other.high is None or one.low[0] <= other.high[1]
    below = other.low is None or one.high is None or other.low[0] <= one.high[1]
    return above and below
