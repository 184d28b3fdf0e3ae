"""What a provider's responses tell of a call, whatever else could be made of them; the last one counts."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from http import HTTPStatus

import httpx2

from unbland.adapters.calls import Fault, Receipt, fault_of
from unbland.adapters.retry_after import retry_after

#: A provider's words go into logs and results; this much of them names a model or a request.
_NAME = 100

#: No one call takes so many tokens; what says so, or less than none, has not counted.
_MOST_TOKENS = 100_000_000


def fault(responses: Sequence[httpx2.Response]) -> Fault:
    """The fault that a response stands for; gateways hide errors in a 200, with the status they mean as the code."""
    if not responses:
        return Fault.REJECTED
    status, code = responses[-1].status_code, ""
    match _body(responses):
        case {"error": {"code": int(meant)}} if meant >= HTTPStatus.BAD_REQUEST:
            status = meant
        case {"error": {"code": str(said)}}:
            code = said
    return fault_of(status, code)


def code_of(response: httpx2.Response) -> str:
    """The machine word that a response has for its error; empty where it has none."""
    match _body([response]):
        case {"error": {"code": str(said)}}:
            return named(said)
    return ""


def wait(responses: Sequence[httpx2.Response]) -> float | None:
    """The seconds that the provider asks to wait."""
    return retry_after(responses[-1].headers, time.time()) if responses else None


def receipt_of(responses: Sequence[httpx2.Response]) -> Receipt:
    """What a response tells of the call, whatever else is wrong with it."""
    if not responses:
        return Receipt()
    body = _body(responses)
    receipt = Receipt(
        status=responses[-1].status_code,
        request_id=named(responses[-1].headers.get("x-request-id", "")),
    )
    match body:
        case {"model": str(model)}:
            receipt = replace(receipt, model=named(model))
    match body:
        case {"usage": {"prompt_tokens": int(asked), "completion_tokens": int(answered)}}:
            receipt = replace(receipt, input_tokens=_count(asked), output_tokens=_count(answered))
    match body:
        case {"choices": [{"finish_reason": str(reason)}, *_]}:
            receipt = replace(receipt, finish_reason=named(reason))
    return receipt


def named(said: str) -> str:
    """The beginning of a name, without what neither a database nor a client could take, such as half a character."""
    return "".join(char for char in said[:_NAME] if char.isprintable())


def _count(tokens: int) -> int:
    return tokens if 0 <= tokens <= _MOST_TOKENS else 0


def _body(responses: Sequence[httpx2.Response]) -> object:
    """The JSON of the response; None where there is none."""
    try:
        body: object = responses[-1].json() if responses else None
    except (ValueError, RecursionError):
        return None
    return body
