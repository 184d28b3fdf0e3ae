"""A limit in money: no call is begun that could pass it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from unbland.application.ports import Completer, Completion, CompletionFailed, Request, Usage
from unbland.core.pricing import Price
from unbland.errors import UnblandError

T = TypeVar("T")

#: Fewer characters a token than any text we send has (about 3.8 in English), so that the estimate is high.
_CHARACTERS = 2.5

#: What one step may cost at worst: an answer that is cut off is asked for again with more room.
_WORST_INPUTS = 2
_WORST_OUTPUT = 20_480


class BudgetSpent(UnblandError):
    """The limit in money does not allow another call; raise it and go on from what was recorded."""


class Purse:
    """The money of one run, shared by all its calls."""

    def __init__(self, limit: float, price: Price) -> None:
        """Take the limit in US dollars and the price of the model."""
        self._limit = limit
        self._price = price
        self._reserved = 0.0
        #: US dollars, as the provider's tokens come to.
        self.spent = 0.0

    def reserve(self, request: Request) -> float:
        """Set aside what a call may cost at worst, in US dollars; raises BudgetSpent where that passes the limit."""
        tokens = (len(request.system) + len(request.user)) / _CHARACTERS
        worst = self._price.of(round(_WORST_INPUTS * tokens), _WORST_OUTPUT)
        if self.spent + self._reserved + worst > self._limit:
            raise BudgetSpent
        self._reserved += worst
        return worst

    def settle(self, reserved: float, usage: Usage) -> None:
        """Put back what was set aside, and pay what it took."""
        self._reserved -= reserved
        self.spent += self._price.of(usage.input_tokens, usage.output_tokens)


class Budgeted:
    """A model that is asked only while there is money for it."""

    def __init__(self, inner: Completer, purse: Purse) -> None:
        """Take the model and the purse."""
        self._inner = inner
        self._purse = purse

    async def complete(self, request: Request, accept: Callable[[str], T]) -> Completion[T]:
        """As the model answers; raises BudgetSpent before a call that the limit may not bear."""
        reserved, usage = self._purse.reserve(request), Usage()
        try:
            done = await self._inner.complete(request, accept)
            usage = done.usage
        except CompletionFailed as failure:
            usage = failure.usage
            raise
        finally:
            self._purse.settle(reserved, usage)
        return done
