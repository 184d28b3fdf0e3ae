"""The one retry layer: asks a provider until an answer is accepted, within one deadline and three calls."""

from __future__ import annotations

import asyncio
import logging
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from tenacity import AsyncRetrying, RetryCallState, retry_if_exception, stop_after_attempt, wait_exponential_jitter

from unbland.adapters.breaker import Allowance, Breaker
from unbland.adapters.calls import CLASSES, RETRIES, TERMINAL, Answer, CallFailed, Fault, FaultClass, Receipt
from unbland.application.ports import Completion, CompletionFailed, Request, Usage
from unbland.errors import ReplyInvalid

T = TypeVar("T")

#: Asks once; the number is the most tokens that the answer may take. Raises CallFailed.
Ask = Callable[[Request, int], Awaitable[Answer]]
Sleep = Callable[[float], Awaitable[None]]

#: A writer who waits for a posting waits for two more tries, hardly for a third.
_CALLS = 3

#: Of the time that is left, the part that a model gets which another stands behind.
_FIRST_SHARE = 2 / 3

#: Half a second, then one, each with as much again by chance, so that callers do not come back all at once.
_BACKOFF = wait_exponential_jitter(multiplier=0.5, jitter=0.5)

#: A cut-off answer gets this many times the room: a posting that is a little too long is not what cuts it off.
_MORE_ROOM = 4

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """One model that may be asked, and what watches over it."""

    ask: Ask
    breaker: Breaker
    #: The most tokens of an answer at the first try.
    tokens: int


async def ask_until_accepted(
    routes: Sequence[Route],
    request: Request,
    accept: Callable[[str], T],
    *,
    allowance: Allowance,
    sleep: Sleep = asyncio.sleep,
) -> Completion[T]:
    """The first answer that `accept` takes, of the first route that gives one; raises CompletionFailed.

    All routes together have the request's deadline and three calls; the last one finds a call and some time left.
    """
    usage, why = Usage(), ""
    for number, route in enumerate(routes, 1):
        is_last = number == len(routes)
        calls = _CALLS - usage.calls - (0 if is_last else 1)
        step = _Step(route, request, accept, allowance, _until(request.deadline, is_last=is_last))
        try:
            done = await step.done(calls, sleep)
        except CallFailed as failed:
            usage += step.usage
            why = why or (
                failed.fault.value if step.usage.calls or not route.breaker.why else f"{route.breaker.why}, paused"
            )
            if failed.fault in TERMINAL:
                break
        else:
            return replace(done, usage=usage + done.usage, instead=why)
    raise CompletionFailed(why, usage)


def _until(deadline: float, *, is_last: bool) -> float:
    """The end of a route's time: a model that hangs must leave the next one its chance."""
    now = asyncio.get_running_loop().time()
    return deadline if is_last else now + (deadline - now) * _FIRST_SHARE


class _Step(Generic[T]):
    """The calls of one step: what they spent and how they failed."""

    def __init__(
        self, route: Route, request: Request, accept: Callable[[str], T], allowance: Allowance, until: float
    ) -> None:
        self._route = route
        self._request = request
        self._accept = accept
        self._allowance = allowance
        self._until = until
        self._tokens = route.tokens
        self._failures: Counter[Fault] = Counter()
        self._asked_wait: float | None = None
        self._clock = asyncio.get_running_loop().time
        self.usage = Usage()

    async def done(self, calls: int, sleep: Sleep) -> Completion[T]:
        """The first answer that is accepted, of so many calls; raises CallFailed."""

        def stop(state: RetryCallState) -> bool:
            too_late = self._clock() + state.upcoming_sleep >= self._until
            return too_late or stop_after_attempt(calls)(state)

        retrying = AsyncRetrying(
            wait=self.wait, stop=stop, retry=retry_if_exception(self.may_ask_again), sleep=sleep, reraise=True
        )
        try:
            async with asyncio.timeout_at(self._until):
                await asyncio.sleep(0)  # a deadline that has passed ends it here, before a call is made
                return await retrying(self.attempt)
        except TimeoutError:
            raise CallFailed(Fault.TIMEOUT, Receipt()) from None

    async def attempt(self) -> Completion[T]:
        """Make one call where the breaker lets it, and account for it however it ends."""
        breaker = self._route.breaker
        if not breaker.enter():
            raise CallFailed(breaker.why or Fault.SERVER_ERROR, Receipt())
        if not self.usage.calls:
            self._allowance.earn()
        self.usage += Usage(calls=1)
        start = time.monotonic()
        fault: Fault | None = None
        outcome, receipt = "abandoned", Receipt()
        try:
            answer = await self._route.ask(self._request, self._tokens)
            receipt = answer.receipt
            value = self._accepted(answer)
            outcome = "ok"
        except CallFailed as failed:
            fault, outcome, receipt = failed.fault, failed.fault.value, failed.receipt
            self._learn(failed)
            raise
        except asyncio.CancelledError:
            if self._clock() >= self._until:
                fault, outcome = Fault.TIMEOUT, Fault.TIMEOUT.value
            raise
        finally:
            self._settle(outcome, fault)
            self.usage += Usage(input_tokens=receipt.input_tokens, output_tokens=receipt.output_tokens)
            self._report(outcome, fault, receipt, time.monotonic() - start)
        return Completion(value=value, model=receipt.model, usage=self.usage)

    def _settle(self, outcome: str, fault: Fault | None) -> None:
        """Tell the breaker how a call ended."""
        if fault is not None:
            self._route.breaker.failed(fault)
        elif outcome == "ok":
            self._route.breaker.passed()
        else:
            self._route.breaker.left()

    def may_ask_again(self, error: BaseException) -> bool:
        """Whether another call may end better than the last."""
        if not isinstance(error, CallFailed) or self._failures[error.fault] > RETRIES[error.fault]:
            return False
        if self._route.breaker.why is not None:
            return False
        return CLASSES[error.fault] is not FaultClass.TRANSIENT or self._allowance.spend()

    def wait(self, state: RetryCallState) -> float:
        """The seconds until the next call: what the provider asks for, else ours."""
        return _BACKOFF(state) if self._asked_wait is None else self._asked_wait

    def _accepted(self, answer: Answer) -> T:
        """What the text is worth; one that cannot be read and does not say why it ended was cut off."""
        try:
            return self._accept(answer.text)
        except ReplyInvalid:
            fault = Fault.INVALID_REPLY if answer.receipt.finish_reason else Fault.CUT_OFF
            raise CallFailed(fault, answer.receipt) from None

    def _learn(self, failed: CallFailed) -> None:
        self._failures[failed.fault] += 1
        self._asked_wait = failed.wait
        if failed.fault is Fault.CUT_OFF:
            self._tokens *= _MORE_ROOM

    def _report(self, outcome: str, fault: Fault | None, receipt: Receipt, seconds: float) -> None:
        """Log one call in figures and machine words; nothing of the draft, the prompt or the reply."""
        fields = {
            "step": self._request.step,
            "outcome": outcome,
            "class": CLASSES[fault].value if fault else outcome,
            "asked": self._route.breaker.model,
            "model": receipt.model,
            "status": receipt.status,
            "finish_reason": receipt.finish_reason,
            "input_tokens": receipt.input_tokens,
            "output_tokens": receipt.output_tokens,
            "ms": round(seconds * 1000),
            "provider_request_id": receipt.request_id,
        }
        _log.info("model.call", extra={"action": "model.call", **fields})
