"""One call to a provider: what it gave, or how it failed, in words that carry nothing of the text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from http import HTTPStatus


class Fault(StrEnum):
    """How a call failed: the machine word that logs and results show."""

    UNREACHABLE = "unreachable"
    TIMEOUT = "timeout"
    RATE_LIMITED = "rate_limited"
    SERVER_ERROR = "server_error"
    #: A 200 that is no completion: a page of HTML, half a body, no choices, no text.
    MALFORMED = "malformed"
    OUT_OF_QUOTA = "out_of_quota"
    UNAUTHORIZED = "unauthorized"
    #: The provider will not take this request: a wrong model name, too long a prompt.
    REJECTED = "rejected"
    #: The answer reached the token limit before its end.
    CUT_OFF = "cut_off"
    REFUSED = "refused"
    FILTERED = "filtered"
    #: A whole answer that is not of the shape that was asked for.
    INVALID_REPLY = "invalid_reply"


#: How often one step may ask again after each fault. Where another try meets the same wall, never.
RETRIES: Mapping[Fault, int] = {
    Fault.UNREACHABLE: 2,
    Fault.TIMEOUT: 2,
    Fault.RATE_LIMITED: 2,
    Fault.SERVER_ERROR: 2,
    Fault.MALFORMED: 2,
    Fault.OUT_OF_QUOTA: 0,
    Fault.UNAUTHORIZED: 0,
    Fault.REJECTED: 0,
    Fault.CUT_OFF: 1,
    Fault.REFUSED: 0,
    Fault.FILTERED: 0,
    Fault.INVALID_REPLY: 1,
}

#: Error codes of a 429 that no waiting cures: OpenAI's, and those of gateways that resell it.
_NO_QUOTA = frozenset(
    {"insufficient_quota", "billing_hard_limit_reached", "credit_balance_exhausted", "enforced_spend_limit_reached"}
)

_BY_STATUS: Mapping[HTTPStatus, Fault] = {
    HTTPStatus.OK: Fault.MALFORMED,
    HTTPStatus.UNAUTHORIZED: Fault.UNAUTHORIZED,
    HTTPStatus.PAYMENT_REQUIRED: Fault.OUT_OF_QUOTA,
    HTTPStatus.FORBIDDEN: Fault.UNAUTHORIZED,
    HTTPStatus.REQUEST_TIMEOUT: Fault.SERVER_ERROR,
    HTTPStatus.CONFLICT: Fault.SERVER_ERROR,
    HTTPStatus.TOO_MANY_REQUESTS: Fault.RATE_LIMITED,
}


def fault_of(status: int, code: str = "") -> Fault:
    """The fault that an HTTP status and the provider's error code stand for."""
    if code in _NO_QUOTA:
        return Fault.OUT_OF_QUOTA
    if status in _BY_STATUS:
        return _BY_STATUS[HTTPStatus(status)]
    return Fault.SERVER_ERROR if status >= HTTPStatus.INTERNAL_SERVER_ERROR else Fault.REJECTED


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What is known of a call whether or not its answer can be used."""

    #: The model that answered, in the provider's words.
    model: str = ""
    status: int | None = None
    finish_reason: str = ""
    request_id: str = ""
    input_tokens: int = 0
    output_tokens: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The text of a whole answer."""

    text: str
    receipt: Receipt


class CallFailed(Exception):
    """A call gave no answer; it never holds text of the request or of the reply."""

    def __init__(self, fault: Fault, receipt: Receipt, wait: float | None = None) -> None:
        """Take the fault, what is known of the call, and the seconds the provider asks to wait."""
        super().__init__(fault.value)
        self.fault = fault
        self.receipt = receipt
        self.wait = wait
