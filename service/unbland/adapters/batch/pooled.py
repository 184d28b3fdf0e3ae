"""Postings written in processes of their own: every processor computes, and no event loop is held up."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import Any

from unbland.adapters.batch.hands import Hands
from unbland.adapters.batch.talk import Asked, Crashed, Ordered, Outcome, Unanswered
from unbland.application.ports import Completer, Completion, CompletionFailed
from unbland.application.result import Rewrite
from unbland.application.rewrites.model import Order

_LOG = logging.getLogger(__name__)


class PooledWriter:
    """Writes postings; the models are asked by this process."""

    def __init__(self, new_id: Callable[[], str], models: Mapping[str, Completer], hands: Hands | None = None) -> None:
        """Take a source of ids, the models by their names in `rewriter_over`, and processes, perhaps begun, for them.

        Without any model the editor writes.
        """
        self._new_id = new_id
        self._models = models
        self._hands = hands or Hands(tuple(models))

    async def write(self, order: Order, like: Rewrite | None = None) -> Rewrite:
        """The rewrite of one draft, like the result of one that says nearly the same.

        Raises what the rewrite raises, what a model does, and Died where the process did.
        Whoever else was under way in that process dies too; each is to be tried again alone, to find out whose fault
        it is.
        """
        hand = await self._hands.least_busy()
        return _result(await hand.write(Ordered(order=order, id=self._new_id(), like=like), self._answer))

    async def begin(self) -> None:
        """Start the processes, which the first postings would else wait for."""
        await self._hands.begin()

    async def aclose(self) -> None:
        """End the processes."""
        await self._hands.aclose()

    async def _answer(self, asked: Asked) -> Completion[Any] | Unanswered:
        try:
            return await self._models[asked.model].complete(asked.request, asked.accept)
        except CompletionFailed as failed:
            return Unanswered(reason=failed.reason, usage=failed.usage)


def _result(outcome: Outcome) -> Rewrite:
    """How a piece of work ended; raises what it ended with, and RuntimeError for a fault of ours."""
    match outcome:
        case Rewrite():
            return outcome
        case Crashed():
            about = {"error": outcome.error, "where": outcome.where}
            _LOG.error("writing crashed", extra={"action": "batch.writing_crashed", **about})
            raise RuntimeError(outcome.error)
    raise outcome
