"""A model behind any OpenAI-compatible endpoint, asked through LangChain: the one file that knows both."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar

import httpx2
import langsmith
import openai
from langchain_core.messages import AIMessage, BaseMessage
from langchain_core.prompts import ChatPromptTemplate
from langchain_core.runnables import Runnable
from langchain_openai import ChatOpenAI
from pydantic import SecretStr

from unbland.adapters.breaker import Allowance, Breaker, Clock
from unbland.adapters.calls import Answer, CallFailed, Fault, Receipt
from unbland.adapters.otel.model_call import call_span, tell_receipt
from unbland.adapters.responses import fault, receipt_of, wait
from unbland.adapters.retrying import Route, Sleep, ask_until_accepted
from unbland.adapters.trust import trust
from unbland.application.ports import Completion, Request

T = TypeVar("T")

#: The texts are values of the template, so that braces in them mean nothing.
_TEMPLATE = ChatPromptTemplate.from_messages([("system", "{system}"), ("human", "{user}")])

#: Said always, since LangChain and the SDK would look for another in the environment.
OPENAI = "https://api.openai.com/v1"

#: The client refuses an empty key; servers of one's own ask for none.
_NO_KEY = "none"

_CONNECT_SECONDS = 5.0

#: Room for the answer to a probe; servers refuse less than 16.
_PROBE_TOKENS = 64

#: What a model does that was reached and took the key, whatever it made of the question.
_HEARD = frozenset({Fault.CUT_OFF, Fault.REFUSED, Fault.FILTERED})

#: What LangChain raises over a 200 that is no completion, or before it asks (seen with 1.7: each of them).
_NO_COMPLETION = (ValueError, TypeError, LookupError, AttributeError, RuntimeError)

#: Why an answer with a good status is not the whole answer.
_UNFINISHED: Mapping[str, Fault] = {"length": Fault.CUT_OFF, "content_filter": Fault.FILTERED}

#: The responses of the call that is under way. LangChain loses usage with every answer it cannot read.
_responses: ContextVar[list[httpx2.Response]] = ContextVar("responses")


#: Told how a call failed, None where it did not, and the seconds that the provider asks to wait.
Heard = Callable[[Fault | None, float | None], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """Which model, where, and how it is asked."""

    model: str
    base_url: str = OPENAI
    api_key: str = field(default="", repr=False)
    #: None leaves it to the provider; some models take no other value.
    temperature: float | None = None
    #: The most tokens of an answer at the first try.
    max_tokens: int = 4096
    #: Seconds without a byte after which a call is given up.
    timeout: float = 60.0
    #: Whether LangSmith gets to see what is asked and answered; its own variables say where.
    tracing: bool = False
    #: The model of the same endpoint that is asked when the first fails for good; empty: none.
    fallback: str = ""


class LangChainCompleter:
    """Asks the model of an endpoint; close it in the event loop that used it."""

    def __init__(
        self,
        endpoint: Endpoint,
        *,
        sleep: Sleep = asyncio.sleep,
        clock: Clock = time.monotonic,
        heard: Heard | None = None,
        transport: httpx2.AsyncBaseTransport | None = None,
    ) -> None:
        """Take the endpoint; `sleep` waits between two calls, and `clock` is what the breakers go by.

        `heard` is told how each call ended; `transport` answers in place of the network.
        """
        # Said either way: the environment alone may not send customers' drafts to a third party.
        langsmith.configure(enabled=endpoint.tracing)
        self.endpoint = endpoint
        self._sleep = sleep
        self._heard = heard
        self._allowance = Allowance()
        #: One for each model, the first one's first.
        self.breakers = [Breaker(name, clock) for name in (endpoint.model, endpoint.fallback) if name]
        # A client of our own: LangChain's is kept for the whole process and dies with its first event loop.
        self._client = httpx2.AsyncClient(
            verify=trust(),
            timeout=httpx2.Timeout(endpoint.timeout, connect=_CONNECT_SECONDS),
            event_hooks={"response": [_remember]},
            transport=transport,
        )
        self._model = ChatOpenAI(
            model=endpoint.model,
            base_url=endpoint.base_url,
            api_key=SecretStr(endpoint.api_key or _NO_KEY),
            temperature=endpoint.temperature,
            timeout=self._client.timeout,
            max_retries=0,
            use_responses_api=False,
            http_async_client=self._client,
        )

    async def complete(self, request: Request, accept: Callable[[str], T]) -> Completion[T]:
        """Ask until `accept` takes the text of an answer; see `Completer`."""
        routes = [
            Route(ask=partial(self.ask, breaker.model), breaker=breaker, tokens=self.endpoint.max_tokens)
            for breaker in self.breakers
        ]
        return await ask_until_accepted(routes, request, accept, allowance=self._allowance, sleep=self._sleep)

    async def probe(self, seconds: float) -> Fault | None:
        """Ask once for next to nothing, as a rewrite would ask; how that failed, None where the model can be asked."""
        schema = {"type": "object", "properties": {"ok": {"type": "boolean"}}}
        strict = {**schema, "required": ["ok"], "additionalProperties": False}
        request = Request(step="probe", system="Reply with ok.", user="ok?", schema=strict, deadline=0)
        try:
            async with asyncio.timeout(seconds):
                await self.ask(self.endpoint.model, request, _PROBE_TOKENS)
        except TimeoutError:
            return Fault.TIMEOUT
        except CallFailed as failed:
            return None if failed.fault in _HEARD else failed.fault
        return None

    async def aclose(self) -> None:
        """Let go of the connections."""
        await self._client.aclose()

    async def ask(self, model: str, request: Request, tokens: int) -> Answer:
        """Make one call to the provider; raises CallFailed, which no error with a reply's text in it hangs on."""
        responses: list[httpx2.Response] = []
        before = _responses.set(responses)
        with call_span(request, model, self.endpoint.base_url, tokens) as span:
            try:
                said = await self._said(self._bound(model, request, tokens), request, responses)
                receipt = receipt_of(responses)
                if self._heard is not None:
                    self._heard(said if isinstance(said, Fault) else None, wait(responses))
                if isinstance(said, Fault):
                    raise CallFailed(said, receipt, wait(responses))  # noqa: TRY301 - the span hears of either failure
                return _answer(said, receipt)
            except CallFailed as failed:
                span["error.type"] = failed.fault.value
                raise
            finally:
                _responses.reset(before)
                tell_receipt(span, receipt_of(responses))

    async def _said(
        self, bound: Runnable[dict[str, str], AIMessage], request: Request, responses: list[httpx2.Response]
    ) -> BaseMessage | Fault:
        """What came of a call, as LangChain and the SDK tell it."""
        try:
            return await bound.ainvoke({"system": request.system, "user": request.user})
        except openai.APITimeoutError:
            return Fault.TIMEOUT
        except openai.APIConnectionError:
            return Fault.UNREACHABLE
        except (openai.OpenAIError, *_NO_COMPLETION):
            return fault(responses)

    def _bound(self, model: str, request: Request, tokens: int) -> Runnable[dict[str, str], AIMessage]:
        """The chain for one request.

        The schema goes in as extra body: on its own way LangChain would parse the reply, and one that it cannot parse
        would be lost with its text, its finish reason and its bill.
        """
        schema = {"name": request.step, "strict": True, "schema": request.schema}
        body = {"response_format": {"type": "json_schema", "json_schema": schema}}
        return _TEMPLATE | self._model.bind(model=model, extra_body=body, max_completion_tokens=tokens)


async def _remember(response: httpx2.Response) -> None:
    """Keep a response, whole, for the call that it answers."""
    await response.aread()
    _responses.get().append(response)


def _answer(message: BaseMessage, receipt: Receipt) -> Answer:
    """The text of an answer that is whole; raises CallFailed for any other."""
    if message.additional_kwargs.get("refusal"):
        raise CallFailed(Fault.REFUSED, receipt)
    if receipt.finish_reason in _UNFINISHED:
        raise CallFailed(_UNFINISHED[receipt.finish_reason], receipt)
    text = str(message.text)
    if not text.strip():
        raise CallFailed(Fault.MALFORMED, receipt)
    return Answer(text=text, receipt=receipt)
