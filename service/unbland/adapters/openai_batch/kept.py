"""A model that answers from kept replies: the same requests as live, to the byte, and the same judgement of replies."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

import httpx2

from unbland.adapters.breaker import Allowance, Breaker
from unbland.adapters.calls import Answer, CallFailed
from unbland.adapters.langchain_completer import Endpoint, LangChainCompleter
from unbland.adapters.retrying import Route, ask_until_accepted
from unbland.application.batch.parking import Parked, Question, slip_under_way
from unbland.application.ports import Completer, Completion, CompletionFailed, Request, Usage

T = TypeVar("T")


@dataclass(slots=True)
class _Asking:
    """The call that is under way; the libraries between us and the replies would swallow an error of ours."""

    model: str
    #: What it asks that there is no reply to.
    missing: Question | None = None


_asking: ContextVar[_Asking] = ContextVar("asking")


class KeptCompleter:
    """Answers from the replies of the item under way; what they lack is parked, or asked live; see `Completer`."""

    def __init__(self, endpoint: Endpoint, live: Completer) -> None:
        """Take how the model is asked, and who asks it live."""
        self._endpoint = endpoint
        self._live = live
        self._kept = LangChainCompleter(replace(endpoint, fallback=""), transport=_Replies())

    async def complete(self, request: Request, accept: Callable[[str], T]) -> Completion[T]:
        """The first kept answer that is accepted; raises CompletionFailed as the live one would, and Parked."""
        spent: list[Usage] = []
        model = self._endpoint.model
        # New ones for each step: what a reply of yesterday says of the provider says nothing of today.
        route = Route(ask=partial(self._ask, spent), breaker=Breaker(model), tokens=self._endpoint.max_tokens)
        try:
            return await ask_until_accepted([route], request, accept, allowance=Allowance(), sleep=_at_once)
        except Parked:
            if not slip_under_way().live:
                raise
        before = sum(spent, Usage())
        try:
            done = await self._live.complete(request, accept)
        except CompletionFailed as failed:
            raise CompletionFailed(failed.reason, before + failed.usage) from None
        return replace(done, usage=before + done.usage)

    async def aclose(self) -> None:
        """Let go of the client."""
        await self._kept.aclose()

    async def _ask(self, spent: list[Usage], request: Request, tokens: int) -> Answer:
        """One answer from what is kept; raises CallFailed, and Parked where nothing is."""
        asking = _Asking(self._endpoint.model)
        before = _asking.set(asking)
        receipt = None
        try:
            answer = await self._kept.ask(self._endpoint.model, request, tokens)
            receipt = answer.receipt
        except CallFailed as failed:
            if asking.missing is not None:
                raise Parked(asking.missing) from None
            receipt = failed.receipt
            raise
        finally:
            _asking.reset(before)
            if receipt is not None:
                spent.append(Usage(calls=1, input_tokens=receipt.input_tokens, output_tokens=receipt.output_tokens))
        return answer


class _Replies(httpx2.AsyncBaseTransport):
    """Answers each request from the slip of the item under way."""

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """The reply as it came from the provider; raises ConnectError where there is none, for `_ask` to turn round."""
        asking = _asking.get()
        question = Question(asking.model, await request.aread())
        reply = slip_under_way().reply_to(question)
        if reply is None:
            asking.missing = question
            raise httpx2.ConnectError("There is no reply yet.", request=request)
        headers = {"content-type": "application/json", "x-request-id": reply.request_id}
        return httpx2.Response(reply.status, headers=headers, content=reply.body, request=request)


async def _at_once(seconds: float) -> None:
    """Do not wait."""
