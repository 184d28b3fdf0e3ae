"""Errors as problem documents (RFC 9457), and the one table of status codes; nothing that came in is repeated."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException

from unbland.application.rewrites.model import Failure
from unbland.edges.complaint import Fault, faults, sentence
from unbland.errors import (
    AlreadyDecided,
    BadInput,
    BatchOver,
    DatabaseDown,
    DraftTooLong,
    Forbidden,
    InFlight,
    Misconfigured,
    ModelFailed,
    NoModel,
    NoSuchBatch,
    NoSuchRewrite,
    NoSuchWebhook,
    NotDone,
    TooMany,
    Unauthorized,
    UnblandError,
    UnknownRule,
)

MEDIA_TYPE = "application/problem+json"

#: What each branch of the tree is over HTTP; the nearest ancestor counts.
STATUS: Mapping[type[UnblandError], HTTPStatus] = {
    BadInput: HTTPStatus.UNPROCESSABLE_ENTITY,
    DraftTooLong: HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    UnknownRule: HTTPStatus.NOT_FOUND,
    NoSuchRewrite: HTTPStatus.NOT_FOUND,
    NoSuchBatch: HTTPStatus.NOT_FOUND,
    BatchOver: HTTPStatus.CONFLICT,
    NoSuchWebhook: HTTPStatus.NOT_FOUND,
    Unauthorized: HTTPStatus.UNAUTHORIZED,
    Forbidden: HTTPStatus.FORBIDDEN,
    TooMany: HTTPStatus.TOO_MANY_REQUESTS,
    NotDone: HTTPStatus.CONFLICT,
    AlreadyDecided: HTTPStatus.CONFLICT,
    InFlight: HTTPStatus.CONFLICT,
    DatabaseDown: HTTPStatus.SERVICE_UNAVAILABLE,
    #: The caller asks for an engine that this service does not have.
    NoModel: HTTPStatus.UNPROCESSABLE_ENTITY,
    Misconfigured: HTTPStatus.SERVICE_UNAVAILABLE,
    ModelFailed: HTTPStatus.BAD_GATEWAY,
    UnblandError: HTTPStatus.INTERNAL_SERVER_ERROR,
}

#: Seconds after which it is worth asking again.
_RETRY_AFTER: Mapping[type[UnblandError], int] = {InFlight: 1, DatabaseDown: 5}

#: What the API page says of each status.
_SAID: Mapping[int, str] = {
    400: "The body is no JSON, or a header is wrong",
    401: "There is no valid key in the Authorization header",
    403: "The key may not be used for this",
    404: "There is nothing of this id",
    409: "It has no result yet, was decided on, or the first request with this key is still worked on",
    413: "The draft is too large",
    415: "The body is not sent as JSON, or as JSON lines for a batch",
    422: "A field is wrong, the facts contradict themselves, the draft holds no text, there is no such engine, "
    "or the key was used before",
    429: "More requests a minute than the tenant may make",
    503: "The database is away",
}

#: What the framework or the protocol refuses: the machine word, and what a client reads.
REFUSALS: Mapping[int, tuple[str, str]] = {
    400: ("unusable_json", "The body is no JSON that can be used."),
    404: ("not_found", "There is nothing here; /openapi.json lists what there is."),
    405: ("method_not_allowed", "This method is not for this path; /openapi.json lists what is."),
    413: ("body_too_large", "The body is too large; send one posting at a time."),
    415: ("not_json", "Send JSON, and say so: `Content-Type: application/json`."),
    500: ("internal_error", "Something went wrong on our side; report it with the request id."),
}


class Problem(BaseModel):
    """A problem document (RFC 9457)."""

    type: str = Field(examples=["urn:unbland:problem:invalid_body"])
    title: str = Field(examples=["Unprocessable Entity"])
    status: int = Field(examples=[422])
    detail: str = Field(examples=["facts.pay.mim: no such field; did you mean min?"])
    code: str = Field(description="The machine word for what went wrong.", examples=["invalid_body"])
    request_id: str = Field(examples=["req_4f2a9c"])
    errors: list[dict[str, str]] | None = Field(
        default=None,
        description="The fields that are wrong, where some are: a JSON pointer into the body, and what is wrong.",
        examples=[[{"pointer": "/facts/pay/mim", "message": "no such field; did you mean min?"}]],
    )


class Refusal(HTTPException):
    """A refusal of ours, below the application; `detail` is what the client reads."""

    def __init__(self, status: int, detail: str | None = None) -> None:
        """Take the status, and what to say in place of what the table says."""
        super().__init__(status, detail or REFUSALS[status][1])


class WorkFailed(UnblandError):
    """A rewrite that failed, told in the words that were kept."""

    def __init__(self, code: str, detail: str) -> None:
        """Take the machine word and the sentence."""
        super().__init__(detail)
        self._code = code

    @property
    def code(self) -> str:
        """The machine word that was kept."""
        return self._code


def failed(failure: Failure) -> UnblandError:
    """What is raised for work that failed: the same as if it had failed at once."""
    kind = _KINDS.get(failure.code)
    return kind(failure.detail) if kind else WorkFailed(failure.code, failure.detail)


def problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The refusals of a route as the API page shows them, in the framework's own type."""
    schema = {MEDIA_TYPE: {"schema": Problem.model_json_schema()}}
    always = (401, 403, 429, 503)
    return {status: {"description": _SAID[status], "content": schema} for status in (*always, *statuses)}


def install(app: FastAPI) -> None:
    """Let every refusal leave the service as a problem document."""
    app.add_exception_handler(UnblandError, _ours)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _refused)


def crashed(request_id: str) -> JSONResponse:
    """The answer to an error nobody has a sentence for."""
    return _response(500, *REFUSALS[500], request_id)


def _ours(request: Request, error: Exception) -> JSONResponse:
    """An error of our own tree, which carries its sentence."""
    status = next(STATUS[branch] for branch in type(error).__mro__ if branch in STATUS)
    code = error.code if isinstance(error, UnblandError) else "internal_error"
    response = _response(status, code, str(error), _request_id(request))
    if wait := next((seconds for kind, seconds in _RETRY_AFTER.items() if isinstance(error, kind)), None):
        response.headers["Retry-After"] = str(wait)
    if isinstance(error, TooMany):
        response.headers["Retry-After"] = str(error.seconds)
    if isinstance(error, Unauthorized):
        response.headers["WWW-Authenticate"] = "Bearer"
    return response


def _invalid(request: Request, error: Exception) -> JSONResponse:
    """A body whose fields are wrong; the framework's own answer would repeat the body."""
    found = faults(error.errors(), request.scope["endpoint"]) if isinstance(error, RequestValidationError) else ()
    found = tuple(Fault(path=fault.path[1:] or ("body",), message=fault.message) for fault in found)
    return _response(422, "invalid_body", sentence(found), _request_id(request), found)


def _refused(request: Request, error: Exception) -> JSONResponse:
    """What the framework or the protocol refused; the words of others stay here."""
    status = error.status_code if isinstance(error, HTTPException) else 500
    code, detail = REFUSALS.get(status, ("refused", "The request was refused."))
    if isinstance(error, Refusal):
        detail = error.detail
    response = _response(status, code, detail, _request_id(request))
    response.headers.update(getattr(error, "headers", None) or {})
    return response


def _response(status: int, code: str, detail: str, request_id: str, found: Sequence[Fault] = ()) -> JSONResponse:
    errors = [{"pointer": fault.pointer, "message": fault.message} for fault in found]
    problem = Problem(
        type=f"urn:unbland:problem:{code}",
        title=HTTPStatus(status).phrase,
        status=status,
        detail=detail,
        code=code,
        request_id=request_id,
        errors=errors or None,
    )
    return JSONResponse(problem.model_dump(exclude_none=True), status_code=status, media_type=MEDIA_TYPE)


def _tree(kind: type[UnblandError]) -> Iterator[type[UnblandError]]:
    yield kind
    for below in kind.__subclasses__():
        yield from _tree(below)


#: Machine word → the error it is of, of all that take one sentence.
_KINDS = {kind().code: kind for kind in _tree(BadInput)}


def _request_id(request: Request) -> str:
    return str(request.state.request_id)
