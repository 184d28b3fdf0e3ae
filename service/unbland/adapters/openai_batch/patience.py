"""Calls to a provider's files and batches, made again while that may help; what is refused is refused in its word."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from http import HTTPStatus

import httpx2
from tenacity import AsyncRetrying, RetryCallState, retry_if_exception, stop_after_attempt, wait_exponential_jitter

from unbland.adapters.calls import CLASSES, FaultClass, fault_of
from unbland.adapters.responses import code_of
from unbland.adapters.retry_after import retry_after
from unbland.adapters.retrying import Sleep
from unbland.application.batch.refusals import UNKNOWN, ProviderAway, ProviderRefused

Call = Callable[[], Awaitable[httpx2.Response]]

#: Tries of one call, and seconds between them where the provider names none: one, two, four, each with some by chance.
_TRIES = 4
_BACKOFF = wait_exponential_jitter(initial=1, max=30, jitter=1)

#: Seconds that are waited in one go, whatever the provider asks for; then the courier waits.
_LONGEST = 300.0


class _Again(Exception):
    """A call failed in a way that may pass; `wait` is what the provider asks for."""

    def __init__(self, wait: float | None = None) -> None:
        super().__init__()
        self.wait = wait


async def patiently(call: Call, sleep: Sleep) -> httpx2.Response:
    """The response to a call that may be made more than once; raises ProviderAway."""

    def wait(state: RetryCallState) -> float:
        failed = state.outcome.exception() if state.outcome else None
        asked = failed.wait if isinstance(failed, _Again) else None
        return _BACKOFF(state) if asked is None else min(asked, _LONGEST)

    again = retry_if_exception(lambda error: isinstance(error, _Again))
    retrying = AsyncRetrying(wait=wait, stop=stop_after_attempt(_TRIES), retry=again, sleep=sleep, reraise=True)
    try:
        return await retrying(_tried, call)
    except _Again:
        raise ProviderAway from None


async def once(call: Call) -> httpx2.Response:
    """The response to a call that is made once; raises ProviderAway."""
    try:
        return await _tried(call)
    except _Again:
        raise ProviderAway from None


def said_by(response: httpx2.Response) -> object:
    """The JSON of a good response; raises ProviderRefused, and ProviderAway for a page of a gateway."""
    try:
        said: object = good(response).json()
    except (ValueError, RecursionError):
        raise ProviderAway from None
    return said


async def _tried(call: Callable[[], Awaitable[httpx2.Response]]) -> httpx2.Response:
    """The response, whatever it says for good; raises _Again."""
    try:
        response = await call()
    except httpx2.TransportError:
        raise _Again from None
    # A conflict is about what the batch is, and stays; a good response may not have been read yet.
    if response.is_success or response.status_code == HTTPStatus.CONFLICT:
        return response
    if CLASSES[fault_of(response.status_code, code_of(response))] is not FaultClass.TRANSIENT:
        return response
    raise _Again(retry_after(response.headers, time.time()))


def good(response: httpx2.Response) -> httpx2.Response:
    """The response, if it is good; raises ProviderRefused."""
    if response.is_success:
        return response
    if response.status_code == HTTPStatus.NOT_FOUND:
        raise ProviderRefused(UNKNOWN)
    raise ProviderRefused(code_of(response) or fault_of(response.status_code).value)
