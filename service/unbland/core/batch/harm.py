"""How much a posting hurts whoever publishes it: a public sum, in the order in which a talent team would mend.

The weights are ours: first what a lawyer would ask about, then what makes readers leave. Pay is the field that
applicants look for first, which is why it weighs more than any other gap (docs/score.md, `pay`); a reason is missing
from nearly every old posting, so it tells few apart and weighs little.
"""

from __future__ import annotations

from collections.abc import Iterator

from unbland.core.batch.triaged import Hurt, Triaged

#: What the first costs, what each further one adds, and the most of it.
_LAW = (20, 5, 35)
_UNLAWFUL = (25, 5, 35)
_BROKEN = (20, 5, 30)

_NO_PAY = 15
_NO_REASON = 5
_MOST_GENERIC = 20

#: Days after which an advertisement is old, and after which nobody should believe it; and what that costs.
_OLD, _ANCIENT = 180, 365
_STALE = (5, 10)

_MOST = 100


def hurts(posting: Triaged) -> tuple[tuple[Hurt, int], ...]:
    """What each hurt adds, the worst first."""
    found = [(hurt, points) for hurt, points in _found(posting) if points > 0]
    return tuple(sorted(found, key=lambda each: -each[1]))


def harm(points: tuple[tuple[Hurt, int], ...]) -> int:
    """The sum, 100 at most."""
    return min(_MOST, sum(each for _, each in points))


def _found(posting: Triaged) -> Iterator[tuple[Hurt, int]]:
    yield Hurt.LAW, _counted(len(posting.risks), _LAW)
    yield Hurt.UNLAWFUL, _counted(len(posting.unlawful), _UNLAWFUL)
    yield Hurt.BROKEN, _counted(len(posting.broken), _BROKEN)
    yield Hurt.PAY, 0 if posting.has_pay else _NO_PAY
    yield Hurt.REASON, 0 if posting.has_reason else _NO_REASON
    yield Hurt.GENERIC, round((posting.generic or 0) * _MOST_GENERIC / 100)
    yield Hurt.STALE, _staleness(posting.age)


def _counted(count: int, weights: tuple[int, int, int]) -> int:
    first, further, most = weights
    return 0 if count == 0 else min(most, first + further * (count - 1))


def _staleness(age: int | None) -> int:
    if age is None or age < _OLD:
        return 0
    return _STALE[age >= _ANCIENT]
