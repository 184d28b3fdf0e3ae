"""One call to a provider: what it gave, or how it failed, in words that carry nothing of the text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from http import HTTPStatus


class FaultClass(StrEnum):
    """What kind of trouble a fault is, and so what may be done about it."""

    #: It may pass: another try, another model.
    TRANSIENT = "transient"
    #: The account is empty: only its owner can help.
    QUOTA = "quota"
    #: The key does not hold.
    AUTH = "auth"
    #: The request, or the name of the model, is wrong.
    CALLER = "caller"
    #: The model answered, and not with what was wanted.
    MODEL = "model"


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
    #: The provider will not take this request: too long a prompt, a parameter it does not know.
    REJECTED = "rejected"
    #: The provider has no such model, or no longer.
    NO_SUCH_MODEL = "no_such_model"
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
    Fault.NO_SUCH_MODEL: 0,
    Fault.CUT_OFF: 1,
    Fault.REFUSED: 0,
    Fault.FILTERED: 0,
    Fault.INVALID_REPLY: 1,
}

#: Fault → its class.
CLASSES: Mapping[Fault, FaultClass] = {
    Fault.UNREACHABLE: FaultClass.TRANSIENT,
    Fault.TIMEOUT: FaultClass.TRANSIENT,
    Fault.RATE_LIMITED: FaultClass.TRANSIENT,
    Fault.SERVER_ERROR: FaultClass.TRANSIENT,
    Fault.MALFORMED: FaultClass.TRANSIENT,
    Fault.OUT_OF_QUOTA: FaultClass.QUOTA,
    Fault.UNAUTHORIZED: FaultClass.AUTH,
    Fault.REJECTED: FaultClass.CALLER,
    Fault.NO_SUCH_MODEL: FaultClass.CALLER,
    Fault.CUT_OFF: FaultClass.MODEL,
    Fault.REFUSED: FaultClass.MODEL,
    Fault.FILTERED: FaultClass.MODEL,
    Fault.INVALID_REPLY: FaultClass.MODEL,
}

#: No call helps until somebody mends something, so that none is made for a while.
SETTLED = frozenset({Fault.OUT_OF_QUOTA, Fault.UNAUTHORIZED, Fault.NO_SUCH_MODEL})

#: What the model will not write, no other model is asked to: that would be asking until one gives in.
TERMINAL = frozenset({Fault.REFUSED, Fault.FILTERED})

#: Error codes of a 429 that no waiting cures: OpenAI's, and those of gateways that resell it.
_NO_QUOTA = frozenset(
    {"insufficient_quota", "billing_hard_limit_reached", "credit_balance_exhausted", "enforced_spend_limit_reached"}
)

_BY_STATUS: Mapping[HTTPStatus, Fault] = {
    HTTPStatus.OK: Fault.MALFORMED,
    HTTPStatus.UNAUTHORIZED: Fault.UNAUTHORIZED,
    HTTPStatus.PAYMENT_REQUIRED: Fault.OUT_OF_QUOTA,
    HTTPStatus.FORBIDDEN: Fault.UNAUTHORIZED,
    HTTPStatus.NOT_FOUND: Fault.NO_SUCH_MODEL,
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
