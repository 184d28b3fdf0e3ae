"""How a posting offends against each demand: by a line, or by None where something is missing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from unbland.core.language.quantities import Bound, Quantity, QuantityKind, quantities
from unbland.core.law.model import Demand, PostingLaw
from unbland.core.law.patterns import (
    AI,
    ALONE,
    BENEFIT,
    BOTH_SEXES,
    DEADLINE,
    EARLIER_PAY,
    HOLLOW,
    LINKED_BENEFITS,
    LINKED_PAY,
    LOCAL,
    LOCAL_DENIED,
    NO_DEADLINE,
    OPEN_BENEFITS,
    OTHER_PAY,
    SEXED,
    TIPPED,
    TIPS,
    VACANCY,
)
from unbland.core.ledger.model import Kind, Source
from unbland.core.ledger.values.money import base_amounts

#: Payments a year, to hold an hourly range against a yearly bound: 52 weeks of 40 hours.
PAYMENTS = {"hour": 2_080, "day": 260, "week": 52, "month": 12, "year": 1, "": 1}

#: The one offence of a posting that lacks something.
_MISSING: tuple[None] = (None,)

_Sources = Sequence[Source]
Offence = Callable[[PostingLaw, _Sources], "Iterable[Source | None]"]


def pays(sources: Iterable[Source]) -> Iterator[tuple[Source, Quantity]]:
    """What the pay lines state as base pay, with their lines: neither a bonus nor the company's turnover."""
    for source in sources:
        if source.kind is Kind.PAY:
            yield from ((source, amount) for amount in base_amounts(source.text))


def _says(sources: _Sources, pattern: re.Pattern[str]) -> bool:
    return any(pattern.search(source.text) for source in sources)


def _links(sources: _Sources, pattern: re.Pattern[str]) -> bool:
    """Whether a line with a link speaks of what the pattern names."""
    return any(pattern.search(s.text) and (s.links or "://" in s.text or "www." in s.text) for s in sources)


def _has(sources: _Sources, *kinds: Kind) -> bool:
    return any(source.kind in kinds for source in sources)


def _unless(met: bool) -> tuple[None, ...]:  # noqa: FBT001 - one truth, no option
    return () if met else _MISSING


def _no_pay(law: PostingLaw, sources: _Sources) -> Iterable[None]:
    stated = any(pays(sources)) or (law.commission_alone and _says(sources, ALONE))
    return _unless(stated or (law.link_is_enough and _links(sources, LINKED_PAY)))


def _no_benefits(law: PostingLaw, sources: _Sources) -> Iterable[None]:
    named = any(s.kind is Kind.BENEFIT and not HOLLOW.fullmatch(s.text) for s in sources)
    stated = named or _says(sources, BENEFIT)
    return _unless(stated or (law.link_is_enough and _links(sources, LINKED_BENEFITS)))


def _no_other_pay(law: PostingLaw, sources: _Sources) -> Iterable[None]:
    """There may be none, so it is asked only where benefits are told; else the finding on them asks for both."""
    return _unless(_says(sources, OTHER_PAY) or bool([*_no_benefits(law, sources)]))


def _open_benefits(_: PostingLaw, sources: _Sources) -> Iterable[Source]:
    return [s for s in sources if s.kind is Kind.BENEFIT and OPEN_BENEFITS.search(s.text)]


def _untold_tips(_: PostingLaw, sources: _Sources) -> Iterable[None]:
    """Missing where the title is one that usually lives on tips."""
    return _unless(_says(sources, TIPS) or not any(s.kind is Kind.TITLE and TIPPED.search(s.text) for s in sources))


def _no_deadline(_: PostingLaw, sources: _Sources) -> Iterable[None]:
    """Missing where no line on applying has a date, and none says that there is none."""
    lines = [s.text for s in sources if s.kind in (Kind.PROCESS, Kind.CONTACT) or DEADLINE.search(s.text)]
    dated = any(q.kind is QuantityKind.DATE for text in lines for q in quantities(text))
    return _unless(dated or _says(sources, NO_DEADLINE))


def _open_end(_: PostingLaw, sources: _Sources) -> Iterable[Source]:
    return dict.fromkeys(source for source, pay in pays(sources) if pay.bound in (Bound.AT_LEAST, Bound.AT_MOST))


def _too_wide(law: PostingLaw, sources: _Sources) -> Iterator[Source]:
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


def _local(_: PostingLaw, sources: _Sources) -> Iterable[Source]:
    return [s for s in sources if LOCAL.search(s.text) and not LOCAL_DENIED.search(s.text)]


def _sexed(_: PostingLaw, sources: _Sources) -> Iterable[Source]:
    titles = [s for s in sources if s.kind is Kind.TITLE]
    return [s for s in titles if SEXED.search(s.text) and not BOTH_SEXES.search(s.text)]


#: How each demand is offended.
OFFENCES: dict[Demand, Offence] = {
    Demand.PAY: _no_pay,
    Demand.CLOSED_RANGE: _open_end,
    Demand.NARROW_RANGE: _too_wide,
    Demand.BENEFITS: _no_benefits,
    Demand.CLOSED_BENEFITS: _open_benefits,
    Demand.OTHER_PAY: _no_other_pay,
    Demand.TIPS: _untold_tips,
    Demand.DEADLINE: _no_deadline,
    Demand.HOW_TO_APPLY: lambda _, sources: _unless(_has(sources, Kind.PROCESS, Kind.CONTACT)),
    Demand.DUTIES: lambda _, sources: _unless(_has(sources, Kind.DUTY, Kind.GOAL)),
    Demand.VACANCY: lambda _, sources: _unless(_says(sources, VACANCY)),
    Demand.AI_STATEMENT: lambda _, sources: _unless(_says(sources, AI)),
    Demand.NO_LOCAL_EXPERIENCE: _local,
    Demand.NEUTRAL_TITLE: _sexed,
    Demand.NO_PAY_HISTORY: lambda _, sources: [s for s in sources if EARLIER_PAY.search(s.text)],
}
