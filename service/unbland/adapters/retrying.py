"""The one retry layer: asks a provider until an answer is accepted, within one deadline and three calls."""

from __future__ import annotations

import asyncio
import logging
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

from tenacity import AsyncRetrying, RetryCallState, retry_if_exception, stop_after_attempt, wait_exponential_jitter

from unbland.adapters.calls import RETRIES, Answer, CallFailed, Fault, Receipt
from unbland.application.ports import Completion, CompletionFailed, Request, Usage
from unbland.errors import ReplyInvalid

T = TypeVar("T")

#: Asks once; the number is the most tokens that the answer may take. Raises CallFailed.
Ask = Callable[[Request, int], Awaitable[Answer]]
Sleep = Callable[[float], Awaitable[None]]

#: A writer who waits for a posting waits for two more tries, hardly for a third.
_CALLS = 3

#: Half a second, then one, each with as much again by chance, so that callers do not come back all at once.
_BACKOFF = wait_exponential_jitter(multiplier=0.5, jitter=0.5)

#: A cut-off answer gets this many times the room: a posting that is a little too long is not what cuts it off.
_MORE_ROOM = 4

_log = logging.getLogger(__name__)


async def ask_until_accepted(
    ask: Ask, request: Request, accept: Callable[[str], T], *, tokens: int, sleep: Sleep = asyncio.sleep
) -> Completion[T]:
    """The first answer that `accept` takes; raises CompletionFailed when there is none in time."""
    step = _Step(ask, request, accept, tokens)
    clock = asyncio.get_running_loop().time

    def stop(state: RetryCallState) -> bool:
        too_late = clock() + state.upcoming_sleep >= request.deadline
        return too_late or stop_after_attempt(_CALLS)(state)

    retrying = AsyncRetrying(
        wait=step.wait, stop=stop, retry=retry_if_exception(step.may_ask_again), sleep=sleep, reraise=True
    )
    try:
        async with asyncio.timeout_at(request.deadline):
            await asyncio.sleep(0)  # a deadline that has passed ends it here, before a call is made
            return await retrying(step.attempt)
    except TimeoutError:
        reason = Fault.TIMEOUT
    except CallFailed as failed:
        reason = failed.fault
    raise CompletionFailed(reason.value, step.usage)


class _Step(Generic[T]):
    """The calls of one step: what they spent and how they failed."""

    def __init__(self, ask: Ask, request: Request, accept: Callable[[str], T], tokens: int) -> None:
        self._ask = ask
        self._request = request
        self._accept = accept
        self._tokens = tokens
        self._failures: Counter[Fault] = Counter()
        self._asked_wait: float | None = None
        self.usage = Usage()

    async def attempt(self) -> Completion[T]:
        """Make one call, and account for it however it ends."""
        self.usage += Usage(calls=1)
        start = time.monotonic()
        outcome, receipt = "abandoned", Receipt()
        try:
            answer = await self._ask(self._request, self._tokens)
            value = self._accepted(answer)
            outcome, receipt = "ok", answer.receipt
        except CallFailed as failed:
            outcome, receipt = failed.fault.value, failed.receipt
            self._learn(failed)
            raise
        finally:
            self.usage += Usage(input_tokens=receipt.input_tokens, output_tokens=receipt.output_tokens)
            self._report(outcome, receipt, time.monotonic() - start)
        return Completion(value=value, model=receipt.model, usage=self.usage)

    def may_ask_again(self, error: BaseException) -> bool:
        """Whether another call may end better than the last."""
        return isinstance(error, CallFailed) and self._failures[error.fault] <= RETRIES[error.fault]

    def wait(self, state: RetryCallState) -> float:
        """The seconds until the next call: what the provider asks for, else ours."""
        return _BACKOFF(state) if self._asked_wait is None else self._asked_wait

    def _accepted(self, answer: Answer) -> T:
        try:
            return self._accept(answer.text)
        except ReplyInvalid:
            raise CallFailed(Fault.INVALID_REPLY, answer.receipt) from None

    def _learn(self, failed: CallFailed) -> None:
        self._failures[failed.fault] += 1
        self._asked_wait = failed.wait
        if failed.fault is Fault.CUT_OFF:
            self._tokens *= _MORE_ROOM

    def _report(self, outcome: str, receipt: Receipt, seconds: float) -> None:
        """Log one call in figures and machine words; nothing of the draft, the prompt or the reply."""
        fields = {
            "step": self._request.step,
            "outcome": outcome,
            "model": receipt.model,
            "status": receipt.status,
            "finish_reason": receipt.finish_reason,
            "input_tokens": receipt.input_tokens,
            "output_tokens": receipt.output_tokens,
            "ms": round(seconds * 1000),
            "provider_request_id": receipt.request_id,
        }
        _log.info("model.call", extra={"action": "model.call", **fields})
