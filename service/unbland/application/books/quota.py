"""What a tenant may have done: asked when a rewrite is asked for, in the transaction that keeps it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime

from unbland.application.books.model import (
    MICROS,
    NO_LIMITS,
    NOTHING_ASIDE,
    Aside,
    Limits,
    Policy,
    Standing,
    seconds_to_midnight,
)
from unbland.application.rewrite import Engine
from unbland.application.rewrites.model import Order
from unbland.core.pricing import Price
from unbland.errors import QuotaExceeded, TooManyUnderWay

#: Fewer characters a token than any text we send has (about 3.8 in English), so that the estimate is high.
_CHARACTERS = 2.5

#: Tokens beside the material. Sent: the instructions of all steps are 20,300 characters (write 9,500 with the guide,
#: repair and verify 3,600, verify perhaps twice). Got: two answers at their first limit of 4,096. Only a rewrite whose
#: answers are cut off and asked for again can take more.
_PROMPTS, _ANSWERS = 8_200, 8_192

#: The material goes out twice: to be written from, and with what is repaired or verified.
_TIMES = 2

#: Seconds after which one of the rewrites under way may well have ended.
_SOON = 5

_DAY = 86_400


@dataclass(frozen=True, slots=True, kw_only=True)
class Quota:
    """The limits of every tenant, and what a rewrite may take of them."""

    limits: Limits = NO_LIMITS
    #: Whether a model is set; the editor engine takes nothing.
    model: bool = False
    #: The dearest of the models that may be asked; None where nothing is limited in money.
    price: Price | None = None

    @property
    def limited(self) -> bool:
        """Whether anything is limited."""
        return self.limits != NO_LIMITS

    def aside(self, order: Order) -> Aside:
        """What is set aside for a rewrite until its end."""
        if not self.model or order.engine is Engine.EDITOR:
            return NOTHING_ASIDE
        facts = json.dumps(asdict(order.facts), default=str)
        sent = round(_TIMES * (len(order.draft.content) + len(facts)) / _CHARACTERS) + _PROMPTS
        cost = self.price.of(sent, _ANSWERS) if self.price else 0.0
        return Aside(tokens=sent + _ANSWERS, micros=round(cost * MICROS))

    def admit(self, standing: Standing, aside: Aside, now: datetime) -> None:
        """Let a rewrite in for which so much is set aside; raises TooManyUnderWay and QuotaExceeded."""
        if self.limits.under_way and standing.under_way >= self.limits.under_way:
            raise TooManyUnderWay(seconds=_SOON)
        for name, limit, gone, more in self._of_a_day(standing, aside):
            if more and gone + more > limit:
                raise QuotaExceeded(seconds=seconds_to_midnight(now), policy=name)

    def check(self, standing: Standing, aside: Aside, now: datetime) -> None:
        """Look again before a model is asked: what was let in may stand before a quota that is spent.

        Raises QuotaExceeded.
        """
        for name, limit, used in (
            ("tokens", self.limits.tokens, standing.spent.tokens),
            ("cost", self.limits.micros, standing.spent.micros),
        ):
            if aside.tokens and limit and used >= limit:
                raise QuotaExceeded(seconds=seconds_to_midnight(now), policy=name)

    def policies(self, standing: Standing, now: datetime) -> tuple[Policy, ...]:
        """Every limit there is, and what is left of it."""
        found = [
            Policy(
                name=name,
                quota=limit // _unit(name),
                left=max(0, limit - gone) // _unit(name),
                unit="us-cents" if name == "cost" else name,
                window=_DAY,
                reset=seconds_to_midnight(now),
            )
            for name, limit, gone, _ in self._of_a_day(standing, NOTHING_ASIDE)
        ]
        if most := self.limits.under_way:
            left = max(0, most - standing.under_way)
            found.append(Policy(name="under-way", quota=most, left=left, unit="concurrent-requests"))
        return tuple(found)

    def _of_a_day(self, standing: Standing, aside: Aside) -> Iterator[tuple[str, int, int, int]]:
        """Each quota of a day that there is: its name, how much, what is used or set aside, and what comes to it."""
        if self.limits.tokens:
            yield "tokens", self.limits.tokens, standing.spent.tokens + standing.aside.tokens, aside.tokens
        if self.limits.micros:
            yield "cost", self.limits.micros, standing.spent.micros + standing.aside.micros, aside.micros


def _unit(name: str) -> int:
    """How many of what is kept make one of what is told: the headers hold whole numbers, of money cents."""
    return MICROS // 100 if name == "cost" else 1


NO_QUOTA = Quota()
