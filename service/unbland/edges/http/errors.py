"""Errors as problem documents (RFC 9457), and the one table of status codes; nothing that came in is repeated."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException

from unbland.application.rewrites.model import Failure
from unbland.edges.complaint import Fault, faults, sentence
from unbland.edges.http.statuses import RETRY_AFTER, SAID, STATUS
from unbland.errors import (
    BadInput,
    TooMany,
    Unauthorized,
    UnblandError,
)

MEDIA_TYPE = "application/problem+json"

#: The type that is registered for every kind of 429 (draft-ietf-httpapi-ratelimit-headers).
_QUOTA = "https://iana.org/assignments/http-problem-types#quota-exceeded"

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
    violated_policies: list[str] | None = Field(
        default=None,
        serialization_alias="violated-policies",
        description="Which of the policies in the RateLimit headers it is too many for.",
        examples=[["tokens"]],
    )


class Refusal(HTTPException):
    """A refusal of ours, below the application; `detail` is what the client reads."""

    def __init__(self, status: int, detail: str | None = None, *, code: str | None = None) -> None:
        """Take the status, and what to say and which machine word to use in place of what the table says."""
        super().__init__(status, detail or REFUSALS[status][1])
        self.code = code or REFUSALS[status][0]


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
    """The refusals of a route that asks for a key."""
    always = (401, 403, 429, 503)
    return refusals({status: SAID[status] for status in (*always, *statuses)})


def refusals(said: Mapping[int, str]) -> dict[int | str, dict[str, Any]]:
    """Refusals as the API page shows them, with what it says of each, in the framework's own type."""
    schema = {MEDIA_TYPE: {"schema": Problem.model_json_schema(mode="serialization")}}
    return {status: {"description": words, "content": schema} for status, words in said.items()}


def install(app: FastAPI) -> None:
    """Let every refusal leave the service as a problem document."""
    app.add_exception_handler(UnblandError, _ours)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _refused)


def unknown(request_id: str) -> JSONResponse:
    """The answer to an address that nothing can have."""
    return _response(404, *REFUSALS[404], request_id)


def crashed(request_id: str) -> JSONResponse:
    """The answer to an error nobody has a sentence for."""
    return _response(500, *REFUSALS[500], request_id)


def _ours(request: Request, error: Exception) -> JSONResponse:
    """An error of our own tree, which carries its sentence."""
    status = next(STATUS[branch] for branch in type(error).__mro__ if branch in STATUS)
    code = error.code if isinstance(error, UnblandError) else "internal_error"
    violated = error.policy if isinstance(error, TooMany) else ""
    response = _response(status, code, str(error), _request_id(request), policy=violated)
    if wait := next((seconds for kind, seconds in RETRY_AFTER.items() if isinstance(error, kind)), None):
        response.headers["Retry-After"] = str(wait)
    if isinstance(error, TooMany):
        response.headers["Retry-After"] = str(error.seconds)
    if isinstance(error, Unauthorized):
        response.headers["WWW-Authenticate"] = "Bearer"
    return response


def _invalid(request: Request, error: Exception) -> JSONResponse:
    """A body whose fields are wrong; the framework's own answer would repeat the body."""
    found = faults(error.errors(), request.scope["endpoint"]) if isinstance(error, RequestValidationError) else ()
    placed = (Fault(path=fault.path[1:] or ("body",), message=fault.message) for fault in found)
    found = tuple(dict.fromkeys(placed))  # a header that two parts of a route read is at fault once
    return _response(422, "invalid_body", sentence(found), _request_id(request), found)


def _refused(request: Request, error: Exception) -> Response:
    """What the framework or the protocol refused, or a 204; the words of others stay here."""
    status = error.status_code if isinstance(error, HTTPException) else 500
    if status == HTTPStatus.NO_CONTENT:
        return Response(status_code=status)
    code, detail = REFUSALS.get(status, ("refused", "The request was refused."))
    if isinstance(error, Refusal):
        code, detail = error.code, error.detail
    response = _response(status, code, detail, _request_id(request))
    response.headers.update(getattr(error, "headers", None) or {})
    return response


def _response(  # noqa: PLR0913 - each a field of the document
    status: int, code: str, detail: str, request_id: str, found: Sequence[Fault] = (), *, policy: str = ""
) -> JSONResponse:
    errors = [{"pointer": fault.pointer, "message": fault.message} for fault in found]
    problem = Problem(
        type=_QUOTA if policy else f"urn:unbland:problem:{code}",
        title=HTTPStatus(status).phrase,
        status=status,
        detail=detail,
        code=code,
        request_id=request_id,
        errors=errors or None,
        violated_policies=[policy] if policy else None,
    )
    return JSONResponse(problem.model_dump(exclude_none=True, by_alias=True), status_code=status, media_type=MEDIA_TYPE)


def _tree(kind: type[UnblandError]) -> list[type[UnblandError]]:
    return [kind, *(each for below in kind.__subclasses__() for each in _tree(below))]


#: Machine word → the error it is of, of all that take one sentence.
_KINDS = {kind().code: kind for kind in _tree(BadInput)}


def _request_id(request: Request) -> str:
    return str(request.state.request_id)
