"""Where the draft and the facts disagree, or the draft with itself: reported, never settled silently."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from unbland.core.ledger.check import conflict, short
from unbland.core.ledger.checks import CHECKS
from unbland.core.ledger.doubles import doubles
from unbland.core.ledger.model import Conflict, Source
from unbland.core.ledger.rivals import Rival, rivals


def conflicts(drafted: Sequence[Source], stated: Sequence[Source]) -> tuple[Conflict, ...]:
    """Every disagreement once: typed values in the order of the facts, then requirements and benefits."""
    found: dict[tuple[str, ...], Conflict] = {}
    for each in (*_typed(drafted, stated), *map(_rivalry, (*rivals(drafted, stated), *doubles(drafted)))):
        found.setdefault(each.sources, each)
    return tuple(found.values())


def _typed(drafted: Sequence[Source], stated: Sequence[Source]) -> Iterator[Conflict]:
    for check in CHECKS:
        yield from check(drafted, stated)


def _rivalry(rival: Rival) -> Conflict:
    sources = (rival.line, rival.other)
    return conflict(rival.field, rival.name, sources, lambda source: short(source.text))
