"""What a posting states as the wage: the amounts of its lines on pay, without what is paid beside."""

from __future__ import annotations

import re
from collections.abc import Sequence

from unbland.core.guide.reading import Reading
from unbland.core.language.quantities import Bound, Quantity, QuantityKind, quantities
from unbland.core.ledger.model import Kind, Source

#: A range whose upper end is so many times its lower one says nothing of what the job pays.
_ANYTHING = 20

#: Sums like this are turnover, in any currency that postings name.
_MOST = 50_000_000

#: Currencies in which such a sum is no month's pay.
_STRONG = frozenset({"USD", "CAD", "AUD", "NZD", "GBP", "EUR", "CHF", "$"})
_A_YEARS = 18_000

#: Money beside the wage, which needs no range.
_EXTRA = re.compile(
    r"\b(?:bonus|commission|allowance|stipend|sign(?:ing)?[- ]on|equity|budget|referral|tips?|match|overtime|premium"
    r"|(?<!pay )award|reimburs\w*|packaging|relocation|moving|mileage)\b",
    re.IGNORECASE,
)
#: Characters on either side of an amount in which the word that makes it an extra stands, and what ends its part.
NEAR = 30
_PART = re.compile(r"[.;,:]\s|\b(?:plus|and|including|with)\b|\+")

#: One end of a range, said in other ways than the figures' own.
_ONE_END = re.compile(
    r"(?:\b(?:upto|starts? (?:at|from))|\bstarting (?:salary|pay|rate|wage)(?: is| of|:)?|(?:^|: ?)to)\s*$",
    re.IGNORECASE,
)
_AND_UP = re.compile(r"\s*(?:and (?:above|over)|upwards?|or above)\b", re.IGNORECASE)

#: Earnings of somebody who reaches every target.
ON_TARGET = re.compile(r"\s*(?:\(|of )?\b(?:OTE|on[- ]target(?: earnings)?|realistic earnings)\b", re.IGNORECASE)

#: A figure that can be a wage; a 401k is a pension, and asterisks are a figure that somebody has masked.
FIGURE = re.compile(r"\*{3,}|\b(?!401)\d[\d,.]+|\d\s?(?:k|lakhs?|lacs?|lpa|crores?)\b(?<!401k)", re.IGNORECASE)
LARGE = re.compile(r"\*{3,}|\d{4,}|\d{1,3}[, ]\d{3}|\d\s?k\b(?<!401k)", re.IGNORECASE)
#: An hour's pay whose currency nobody wrote: "13.20ph", "14.50 per hour".
RATE = re.compile(r"\b\d{1,2}(?:[.,]\d\d)? ?(?:p\.?/?h\b|(?:per|an|/) ?h(?:ou)?r\b)", re.IGNORECASE)
_NOT = re.compile(r"\bnot\s*$", re.IGNORECASE)
#: A currency behind its figure: "200 - 250$".
_BEHIND = re.compile(r"\d\s?[$£€₹]")
#: How Indian postings count: 1 lakh is 100,000.
_LAKH = re.compile(r"\d ?(?:lakhs?|lacs?|lpa|crores?)\b", re.IGNORECASE)
CURRENCY = re.compile(r"[$£€₹¥]")
PERIOD = re.compile(
    r"\b(?:per|an?|each|/)\s*(?:year|annum|month|week|day|hour|hr|night|shift|task|project|visit|mile|word)\b"
    r"|\b(?:annual\w*|yearly|monthly|weekly|daily|hourly|p\.?a\.?|gross|OTE)\b|/\s*(?:yr|hr|h|mo|year|hour|month)\b|(?<=\d)\s?(?:p/?[hw]|pcm)\b",
    re.IGNORECASE,
)


#: Pay that a publisher has masked, and work that is not paid.
MASKED = re.compile(r"\*{3,}\s?(?:k|per|an?|pa|p\.a|basic|salary|base)\b|[$£€]\s?\*{3}", re.IGNORECASE)
UNPAID = re.compile(
    r"\b(?:is|are) (?:un|non-?)paid\b|\b(?:un|non-?)paid (?:intern\w*|position|role|placement|post|work)"
    r"|\b(?:unpaid|volunteer|voluntary|voluntarily)\b",
    re.IGNORECASE,
)

#: A line that also tells the amount; asterisks are one that somebody has masked.
AMOUNT = re.compile(r"[$£€₹¥] ?\d|\d\s?k\b|\d{2,3},\d{3}|\*{3}", re.IGNORECASE)


def wages(read: Reading) -> list[tuple[Source, Quantity]]:
    """What the lines on pay state as the wage, with their lines."""
    return [(source, q) for source in read.of(Kind.PAY) for q in money(source) if not is_extra(source, q)]


def is_extra(source: Source, pay: Quantity) -> bool:
    """Whether an amount is paid beside the wage: a word for such stands near, in the same part of the sentence."""
    before = _PART.split(source.text[max(0, pay.start - NEAR) : pay.start])[-1]
    end = pay.start + len(pay.text.rstrip(" +"))  # "€90k + bonus": the sign begins the next part
    after = _PART.split(source.text[end : end + NEAR])[0]
    return _EXTRA.search(before + " " + after) is not None


def money(source: Source) -> list[Quantity]:
    """The amounts of money of a line that somebody can earn."""
    amounts = [q for q in quantities(source.text) if q.kind is QuantityKind.MONEY and not _denied(source.text, q)]
    return [q for q in amounts if max(q.low or 0, q.high or 0) < _MOST]


def _denied(text: str, pay: Quantity) -> bool:
    """Whether a line says that this is not paid: "not £12 to £13"."""
    return _NOT.search(text[max(0, pay.start - NEAR) : pay.start]) is not None


def _can_be_a_wage(text: str, amounts: Sequence[Quantity]) -> bool:
    """Whether a line with a figure states a wage: an amount of money within a range, or a bare figure of thousands."""
    if amounts:
        return any(not (q.low is not None and q.high and q.high > _ANYTHING * q.low) for q in amounts)
    return (
        LARGE.search(text) is not None
        or RATE.search(text) is not None
        or _BEHIND.search(text) is not None
        or _LAKH.search(text) is not None
    )


def is_a_years(pay: Quantity) -> bool:
    """Whether an amount can only be a year's pay: nobody gets it for a month in pounds, euros or dollars."""
    return pay.currency in _STRONG and (pay.low or pay.high or 0) >= _A_YEARS


def is_open(source: Source, pay: Quantity) -> bool:
    """Whether a wage has one end only: "up to £29,000", "$50k+", "starts at $18"."""
    if pay.bound in (Bound.AT_LEAST, Bound.AT_MOST):
        return True
    if pay.bound is Bound.RANGE:
        return False
    before, after = source.text[max(0, pay.start - NEAR) : pay.start], source.text[pay.end : pay.end + NEAR]
    return _ONE_END.search(before) is not None or _AND_UP.match(after) is not None


def is_on_target(source: Source, pay: Quantity) -> bool:
    """Whether an amount is what somebody earns who reaches every target."""
    before = _PART.split(source.text[max(0, pay.start - NEAR) : pay.start])[-1]
    after = _PART.split(source.text[pay.end : pay.end + NEAR])[0]
    return ON_TARGET.search(before) is not None or ON_TARGET.match(after) is not None


def states_wage(source: Source) -> bool:
    """Whether a line on pay states a wage; a bonus by itself is none, what one earns on target stands for one."""
    offers = money(source)
    named = [q for q in offers if is_on_target(source, q) or not is_extra(source, q)]
    return (not offers or bool(named)) and _can_be_a_wage(source.text, named)
