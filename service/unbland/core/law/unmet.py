"""What a text owes to the posting laws of the places that are named."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from unbland.core.language.quantities import Bound, Quantity, QuantityKind, quantities
from unbland.core.law.laws import AS_OF, EU_MEMBERS, LAWS
from unbland.core.law.model import Demand, PostingLaw, Unmet
from unbland.core.ledger.model import Kind, Source

#: Payments a year, to hold an hourly range against a yearly bound: 52 weeks of 40 hours.
PAYMENTS = {"hour": 2_080, "day": 260, "week": 52, "month": 12, "year": 1, "": 1}

_VACANCY = re.compile(r"\bvacan(?:t|cy|cies)\b", re.IGNORECASE)
_AI = re.compile(r"\bAI\b|\bartificial intelligence\b|\bautomated (?:tool|decision|screening)", re.IGNORECASE)
_DEADLINE = re.compile(
    r"\b(?:deadline|closing date|apply by|closes on|until filled|rolling basis|ongoing basis|no deadline)\b",
    re.IGNORECASE,
)
_LOCAL = re.compile(r"\bCanadian (?:\w+ ){0,2}experience\b", re.IGNORECASE)
#: Titles that name a sex; the Directive asks for neutral ones.
_SEXED = re.compile(
    r"\b\w*(?:salesm[ae]n|saleswom[ae]n|waitress|hostess|stewardess|chairman|foreman|handyman)\b", re.IGNORECASE
)

_Offence = Callable[[PostingLaw, Sequence[Source]], "Iterable[Source | None]"]


def laws_of(places: Iterable[str], day: date = AS_OF) -> tuple[PostingLaw, ...]:
    """The laws in force for work in these places, the nearest first; a city has its state's, a member the Union's."""
    lineage = [ancestor for place in places for ancestor in _lineage(place)]
    return tuple(law for place in dict.fromkeys(lineage) for law in LAWS if law.place == place and law.in_force(day))


def unmet(sources: Sequence[Source], places: Iterable[str], day: date = AS_OF) -> tuple[Unmet, ...]:
    """The demands that these sources do not meet, each once, for the nearest place that makes it."""
    found: dict[Demand, list[Unmet]] = {}
    for law in laws_of(places, day):
        for demand in law.demands:
            if demand not in found:
                found[demand] = [Unmet(law=law, demand=demand, source=s) for s in _OFFENCES[demand](law, sources)]
    return tuple(one for many in found.values() for one in many)


def _lineage(place: str) -> Iterator[str]:
    """A place and all that hold it: city, state, country, union."""
    state, country = place.partition("/")[0], place[:2]
    yield from (place, state, country)
    if country in EU_MEMBERS:
        yield "EU"


def pays(sources: Iterable[Source]) -> Iterator[tuple[Source, Quantity]]:
    """The amounts that the pay lines state, with their lines."""
    for source in sources:
        if source.kind is Kind.PAY:
            yield from ((source, q) for q in quantities(source.text) if q.kind is QuantityKind.MONEY)


def _missing(*kinds: Kind) -> _Offence:
    """Offended where no source is of these kinds."""
    return lambda _, sources: () if any(source.kind in kinds for source in sources) else (None,)


def _unsaid(pattern: re.Pattern[str]) -> _Offence:
    """Offended where no source says it."""
    return lambda _, sources: () if any(pattern.search(source.text) for source in sources) else (None,)


def _no_deadline(_: PostingLaw, sources: Sequence[Source]) -> Iterable[Source | None]:
    """Offended where no line on applying has a date, and none says that there is none."""
    lines = [source.text for source in sources if source.kind in (Kind.PROCESS, Kind.CONTACT)]
    dated = any(q.kind is QuantityKind.DATE for text in lines for q in quantities(text))
    return () if dated or any(_DEADLINE.search(source.text) for source in sources) else (None,)


def _said(pattern: re.Pattern[str], *kinds: Kind) -> _Offence:
    """Offended by every source that says it."""
    return lambda _, sources: [s for s in sources if (not kinds or s.kind in kinds) and pattern.search(s.text)]


def _no_pay(_: PostingLaw, sources: Sequence[Source]) -> Iterable[Source | None]:
    return () if any(pays(sources)) else (None,)


def _open_end(_: PostingLaw, sources: Sequence[Source]) -> Iterable[Source | None]:
    return dict.fromkeys(source for source, pay in pays(sources) if pay.bound in (Bound.AT_LEAST, Bound.AT_MOST))


def _too_wide(law: PostingLaw, sources: Sequence[Source]) -> Iterator[Source | None]:
    for source, pay in pays(sources):
        if pay.low is None or pay.high is None or pay.bound is not Bound.RANGE:
            continue
        payments = PAYMENTS.get(pay.period, 1)
        if law.free_above is not None and pay.high * payments > law.free_above:
            continue
        width = pay.high - pay.low
        if (law.max_width is not None and width * payments > law.max_width) or (
            law.max_spread is not None and width > law.max_spread * pay.low
        ):
            yield source


#: How each demand is offended: by a source, or by None where something is missing.
_OFFENCES: dict[Demand, _Offence] = {
    Demand.PAY: _no_pay,
    Demand.CLOSED_RANGE: _open_end,
    Demand.NARROW_RANGE: _too_wide,
    Demand.BENEFITS: _missing(Kind.BENEFIT),
    Demand.DEADLINE: _no_deadline,
    Demand.HOW_TO_APPLY: _missing(Kind.PROCESS, Kind.CONTACT),
    Demand.DUTIES: _missing(Kind.DUTY, Kind.GOAL),
    Demand.VACANCY: _unsaid(_VACANCY),
    Demand.AI_STATEMENT: _unsaid(_AI),
    Demand.NO_LOCAL_EXPERIENCE: _said(_LOCAL),
    Demand.NEUTRAL_TITLE: _said(_SEXED, Kind.TITLE),
}
