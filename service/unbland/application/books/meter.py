"""What the work under way spends on models, counted at the seam to them: whatever becomes of the work, it is known."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

from unbland.application.books.model import MICROS, Spent
from unbland.application.ports import Completer, Completion, CompletionFailed, Request, Usage
from unbland.core.pricing import Price, price_of

T = TypeVar("T")


class Meter:
    """The bill of one piece of work."""

    def __init__(self) -> None:
        """Begin at nothing."""
        self.spent = Spent()

    def add(self, usage: Usage, price: Price | None) -> None:
        """Add what a step took, failed calls included."""
        cost = price.of(usage.input_tokens, usage.output_tokens) if price else 0.0
        self.spent += Spent(
            calls=usage.calls,
            input_tokens=usage.input_tokens,
            output_tokens=usage.output_tokens,
            micros=round(cost * MICROS),
        )


#: The meter of the work that is under way; outside of any, nothing is counted.
_METER: ContextVar[Meter | None] = ContextVar("meter", default=None)


@contextmanager
def metered() -> Iterator[Meter]:
    """Count what is spent while this is open."""
    meter = Meter()
    before = _METER.set(meter)
    try:
        yield meter
    finally:
        _METER.reset(before)


class Metered:
    """A model whose bill is counted; see `Completer`."""

    def __init__(self, inner: Completer, model: str) -> None:
        """Take the model, and the name whose price holds where the provider's own name has none."""
        self._inner = inner
        self._price = price_of(model)

    async def complete(self, request: Request, accept: Callable[[str], T]) -> Completion[T]:
        """As the model answers; see `Completer`."""
        usage, price = Usage(), self._price
        try:
            done = await self._inner.complete(request, accept)
            usage, price = done.usage, price_of(done.model) or self._price
        except CompletionFailed as failure:
            usage = failure.usage
            raise
        finally:
            if meter := _METER.get():
                meter.add(usage, price)
        return done
