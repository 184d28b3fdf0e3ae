"""Pay: a range with currency and period, explained, and no magic words in its stead."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from unbland.core.guide.hit import Hit, whole
from unbland.core.guide.reading import PROSE, Reading
from unbland.core.guide.rule import Each, Phrases, Rule, Whole
from unbland.core.guide.wages import (
    AMOUNT,
    CURRENCY,
    FIGURE,
    LARGE,
    MASKED,
    PERIOD,
    RATE,
    UNPAID,
    is_a_years,
    is_extra,
    is_on_target,
    is_open,
    money,
    states_wage,
    wages,
)
from unbland.core.guide.words import pay as words
from unbland.core.language.net import Net
from unbland.core.language.quantities import Bound, Quantity
from unbland.core.ledger.model import Kind, Source

_PAY = frozenset({Kind.PAY})
_UNPAID = Net((UNPAID,))

#: A range whose upper end lies further above the lower one is trusted less; New Jersey's proposed rule draws the line
#: at the same place.
_WIDEST = Decimal("0.6")


def _missing(read: Reading) -> Iterator[Hit]:
    """No line on pay has a figure that can be a wage; "1 to 999,999" can be anything, and so is none."""
    masked = "***" in read.text and any(MASKED.search(source.text) for source in read.sources)
    if read.amount or masked or read.says(_UNPAID):
        return
    lines = read.of(Kind.PAY)
    if not any(states_wage(source) for source in lines if FIGURE.search(source.text)):
        yield whole(lines[0]) if lines else Hit()


def _single(read: Reading) -> Iterator[Hit]:
    found = wages(read)
    if len(found) == 1 and found[0][1].bound in (Bound.EXACT, Bound.ABOUT) and not is_open(*found[0]):
        yield _on(*found[0])


def _open_ended(source: Source, read: Reading) -> Iterator[Hit]:
    """A wage with one end; where a range stands beside it, it only says who starts where."""
    if any(pay.bound is Bound.RANGE for _, pay in wages(read)):
        return
    for pay in money(source):
        if is_open(source, pay) and not is_extra(source, pay):
            yield _on(source, pay)


def _on_target(read: Reading) -> Iterator[Hit]:
    """The first on-target figure, where no line states a base."""
    offers = [(source, q) for source in read.of(Kind.PAY, Kind.BENEFIT) for q in money(source)]
    named = [(source, q) for source, q in offers if is_on_target(source, q) or not is_extra(source, q)]
    aimed = [(source, q) for source, q in named if is_on_target(source, q)]
    if aimed and len(aimed) == len(named):
        yield _on(*aimed[0])


def _too_wide(source: Source, _: Reading) -> Iterator[Hit]:
    for pay in money(source):
        if pay.bound is Bound.RANGE and pay.low is not None and pay.high and pay.high - pay.low > _WIDEST * pay.low:
            yield _on(source, pay)


def _no_currency(source: Source, _: Reading) -> Iterator[Hit]:
    """A figure of four digits or more, or an hour's rate, that no currency belongs to."""
    figure = LARGE.search(source.text) or RATE.search(source.text)
    if not money(source) and figure and not CURRENCY.search(source.text):
        yield whole(source)


def _no_period(read: Reading) -> Iterator[Hit]:
    """The first wage, where no line on pay says what it is paid for; a sum that only a year pays needs no word."""
    found = wages(read)
    said = " ".join(f"{source.heading or ''} {source.text}" for source in read.of(Kind.PAY))
    if found and not PERIOD.search(said) and not any(q.period or is_a_years(q) for _, q in found):
        yield _on(*found[0])


def _on(source: Source, pay: Quantity) -> Hit:
    """A hit on an amount within its line."""
    return Hit(source=source, start=pay.start, end=pay.end)


def _average(source: Source, _: Reading) -> Iterator[Hit]:
    if FIGURE.search(source.text):
        yield whole(source)


_KUHN = "Kuhn, three experiments, https://scienceblog.com/541367/job-ads-with-wide-pay-ranges-can-deter-applicants"
_GUIDE = "The guide: give a range instead of a single number"

PAY: tuple[Rule, ...] = (
    Whole(
        id="pay.missing",
        any_language=True,
        finds=_missing,
        message="The posting does not say what the job pays; give a range with currency and period.",
        why="Pay is what most readers look for first, and many do not apply without it.",
        source="LinkedIn heat map, https://hrdive.com/news/job-listing-heatmap-reveals-what-attracts-candidates/526605",
        instead="CAD 62,000 to 74,000 a year",
        cost=100,
    ),
    Phrases(
        id="pay.competitive",
        phrases=words.NO_PAY,
        leaves=words.NO_PAY_LEAVES,
        unless=AMOUNT,
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
    Whole(
        id="pay.on-target",
        finds=_on_target,
        message='"{found}" is what somebody earns who reaches every target; state the base as well.',
        why="Nobody can plan on earnings that depend on targets they have not seen.",
        source=_GUIDE,
        instead="£28,000 base; four of our six sellers earned more than £40,000 in 2025",
        cost=20,
    ),
    Phrases(
        id="pay.bait",
        phrases=words.BAIT,
        reads=PROSE,
        unless=words.FIGURE,
        message='"{found}" promises money without a figure; say what people in this job earned last year.',
        why="It reads as bait: what has no limit has no floor either.",
        source="US Federal Trade Commission on income claims in job advertisements",
        instead="Four of our six sellers earned more than £40,000 in 2025",
        cost=10,
        cap=20,
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
        phrases=words.DEPENDS,
        reads=_PAY | {Kind.BENEFIT, Kind.BOILERPLATE},
        message='"{found}" leaves open what it comes to; name what moves a person within the range, or cut it.',
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
