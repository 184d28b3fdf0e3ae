"""Pay: a range with currency and period, explained, and no magic words in its stead."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from unbland.core.guide.reading import Reading
from unbland.core.guide.rule import Each, Hit, Phrases, Rule, Whole, whole
from unbland.core.guide.words import listed
from unbland.core.language.quantities import Bound, Quantity, QuantityKind, quantities
from unbland.core.ledger.model import Kind, Source

_PAY = frozenset({Kind.PAY})

#: A range whose upper end lies further above the lower one is trusted less; New Jersey's proposed rule draws the line
#: at the same place.
_WIDEST = Decimal("0.6")

#: A range whose upper end is so many times its lower one says nothing of what the job pays.
_ANYTHING = 5

#: Money beside the wage, which needs no range.
_EXTRA = re.compile(
    r"\b(?:bonus|commission|allowance|stipend|sign(?:ing)?[- ]on|equity|budget|referral|tips?|match|overtime|premium"
    r"|award|reimburs\w*)\b",
    re.IGNORECASE,
)
#: Characters on either side of an amount in which the word that makes it an extra stands, and what ends its part.
_NEAR = 30
_PART = re.compile(r"[.;,:]\s|\b(?:plus|and|including|with)\b|\+")

#: A figure that can be a wage; a 401k is a pension.
_FIGURE = re.compile(r"\b(?!401)\d[\d,.]+|\d\s?k\b(?<!401k)", re.IGNORECASE)
_LARGE = re.compile(r"\d{4,}|\d{1,3}[, ]\d{3}|\d\s?k\b(?<!401k)", re.IGNORECASE)
_CURRENCY = re.compile(r"[$£€₹¥]")
_PERIOD = re.compile(
    r"\b(?:per|an?|each|/)\s*(?:year|annum|month|week|day|hour|hr|night|shift|task|project|visit|mile|word)\b"
    r"|\b(?:annual\w*|yearly|monthly|weekly|daily|hourly|p\.?a\.?|gross|OTE)\b|/\s*(?:yr|hr|h|mo|year|hour|month)\b",
    re.IGNORECASE,
)


def _wages(read: Reading) -> list[tuple[Source, Quantity]]:
    """What the lines on pay state as the wage, with their lines."""
    return [(source, q) for source in read.of(Kind.PAY) for q in _money(source) if not _is_extra(source, q)]


def _is_extra(source: Source, pay: Quantity) -> bool:
    """Whether an amount is paid beside the wage: a word for such stands next to it in its part of the sentence."""
    before = _PART.split(source.text[max(0, pay.start - _NEAR) : pay.start])[-1]
    after = _PART.split(source.text[pay.end : pay.end + _NEAR])[0]
    return _EXTRA.search(before + " " + after) is not None


def _money(source: Source) -> list[Quantity]:
    return [q for q in quantities(source.text) if q.kind is QuantityKind.MONEY]


def _missing(read: Reading) -> Iterator[Hit]:
    """No line on pay has a figure that can be a wage; "1 to 999,999" can be anything, and so is none."""
    lines = [source for source in read.of(Kind.PAY) if _FIGURE.search(source.text)]
    if not any(
        _can_be_a_wage(source.text, [q for q in _money(source) if not _is_extra(source, q)]) for source in lines
    ):
        yield Hit()


def _can_be_a_wage(text: str, amounts: Sequence[Quantity]) -> bool:
    """Whether a line with a figure states a wage: an amount of money within a range, or a bare figure of thousands."""
    if amounts:
        return any(not (q.low and q.high and q.high > _ANYTHING * q.low) for q in amounts)
    return _LARGE.search(text) is not None


def _single(read: Reading) -> Iterator[Hit]:
    wages = _wages(read)
    if len(wages) == 1 and wages[0][1].bound in (Bound.EXACT, Bound.ABOUT):
        yield _on(*wages[0])


def _open_ended(source: Source, _: Reading) -> Iterator[Hit]:
    for pay in _money(source):
        if pay.bound in (Bound.AT_LEAST, Bound.AT_MOST) and not _is_extra(source, pay):
            yield _on(source, pay)


def _too_wide(source: Source, _: Reading) -> Iterator[Hit]:
    for pay in _money(source):
        if pay.bound is Bound.RANGE and pay.low and pay.high and pay.high - pay.low > _WIDEST * pay.low:
            yield _on(source, pay)


def _no_currency(source: Source, _: Reading) -> Iterator[Hit]:
    """A figure of four digits or more that no currency belongs to."""
    if not _money(source) and _LARGE.search(source.text) and not _CURRENCY.search(source.text):
        yield whole(source)


def _no_period(read: Reading) -> Iterator[Hit]:
    """The first wage, where no line on pay says what it is paid for."""
    wages = _wages(read)
    if wages and not any(q.period or _PERIOD.search(source.text) for source, q in wages):
        yield _on(*wages[0])


def _on(source: Source, pay: Quantity) -> Hit:
    """A hit on an amount within its line."""
    return Hit(source=source, start=pay.start, end=pay.end)


def _average(source: Source, _: Reading) -> Iterator[Hit]:
    if _FIGURE.search(source.text):
        yield whole(source)


_PRAISE = ("competitive", "attractive", "excellent", "great", "generous", "market leading", "above average")
_PAY_NAMES = listed("""
    salary, salaries, pay, compensation, compensation package, remuneration, wage, wages, rate, rates, package,
    base salary, remuneration package, salary package
""")
_TIES = listed("""
    depending on, depends on, dependent on, dependant on, based on, commensurate with, according to, in line with
""")
_TIED_TO = listed("""
    experience, your experience, qualifications, qualifications and experience, experience and qualifications,
    skills and experience, experience and skills, candidate experience
""")

_KUHN = "Kuhn, three experiments, https://scienceblog.com/541367/job-ads-with-wide-pay-ranges-can-deter-applicants"
_GUIDE = "The guide: give a range instead of a single number"

PAY: tuple[Rule, ...] = (
    Whole(
        id="pay.missing",
        finds=_missing,
        message="The posting does not say what the job pays; give a range with currency and period.",
        why="Pay is what most readers look for first, and many do not apply without it.",
        source="LinkedIn heat map, https://hrdive.com/news/job-listing-heatmap-reveals-what-attracts-candidates/526605",
        instead="CAD 62,000 to 74,000 a year",
        cost=100,
    ),
    Phrases(
        id="pay.competitive",
        phrases=(
            *(f"{praise} {noun}" for praise in _PRAISE for noun in _PAY_NAMES),
            "competitive base",
            "negotiable salary",
            "salary negotiable",
            "salary is negotiable",
            "salary: negotiable",
            "market rate",
            "salary to be discussed",
        ),
        message='"{found}" says nothing about pay; put the range in its place.',
        why="Every employer calls its pay competitive, so the word is read as hiding a low figure.",
        source="The guide: be as specific as possible about pay and benefits",
        instead="CAD 62,000 to 74,000 a year",
        cost=15,
        cap=30,
    ),
    Whole(
        id="pay.single",
        finds=_single,
        message='"{found}" is one number; give the range, and say what moves a person within it.',
        why="A range shows what more experience is worth; one number leaves that to the interview.",
        source=_GUIDE,
        cost=20,
    ),
    Each(
        id="pay.open-ended",
        reads=_PAY,
        finds=_open_ended,
        message='"{found}" has an open end; give both ends of the range.',
        why="Half a range is read as bait, and several laws do not accept it.",
        source="Colorado POST rules, https://regulations.justia.com/states/colorado/1100/1101-d-1/rule-7-ccr-1103-18/rule-7-ccr-1103-18-11",
        cost=35,
        cap=35,
    ),
    Each(
        id="pay.too-wide",
        reads=_PAY,
        finds=_too_wide,
        message='"{found}" is wider than 60 % of its lower end; narrow it, or name the levels it covers.',
        why="Wide ranges make readers trust the employer less.",
        source=_KUHN,
        cost=20,
        cap=20,
    ),
    Each(
        id="pay.no-currency",
        reads=_PAY,
        finds=_no_currency,
        message="This figure has no currency; add it.",
        why="A reader from elsewhere cannot tell what it is worth.",
        source=_GUIDE,
        cost=15,
        cap=15,
    ),
    Whole(
        id="pay.no-period",
        finds=_no_period,
        message='"{found}" does not say for which period; add "a year" or "an hour".',
        why="The same figure can be a year's pay or a month's.",
        source=_GUIDE,
        cost=10,
    ),
    Phrases(
        id="pay.depends",
        phrases=(
            *(f"{tie} {what}" for tie in _TIES for what in _TIED_TO),
            "doe",
            "dependent upon experience",
            "depending upon experience",
        ),
        reads=_PAY | {Kind.BENEFIT, Kind.BOILERPLATE},
        message='"{found}" weakens the range; name what moves a person within it, or cut it.',
        why="Added to a wide range, these words lower trust further; an objective reason raises it.",
        source=_KUHN,
        cost=10,
        cap=10,
    ),
    Each(
        id="pay.market-average",
        reads=frozenset({Kind.MARKET_STAT}),
        finds=_average,
        message="This is what the market pays, not what you pay; put your own range in its place.",
        why="Readers take it for your offer, and it is not.",
        source=_GUIDE,
        cost=15,
        cap=15,
    ),
)
