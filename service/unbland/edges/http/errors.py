"""Errors as problem documents (RFC 9457), and the one table of status codes; nothing that came in is repeated."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException

from unbland.edges.complaint import Fault, faults, sentence
from unbland.errors import BadInput, DraftTooLong, Misconfigured, ModelFailed, UnblandError, UnknownRule

MEDIA_TYPE = "application/problem+json"

#: What each branch of the tree is over HTTP; the nearest ancestor counts.
STATUS: Mapping[type[UnblandError], HTTPStatus] = {
    BadInput: HTTPStatus.UNPROCESSABLE_ENTITY,
    DraftTooLong: HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    UnknownRule: HTTPStatus.NOT_FOUND,
    Misconfigured: HTTPStatus.SERVICE_UNAVAILABLE,
    ModelFailed: HTTPStatus.BAD_GATEWAY,
    UnblandError: HTTPStatus.INTERNAL_SERVER_ERROR,
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
    return _response(status, code, str(error), _request_id(request))


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


def _request_id(request: Request) -> str:
    return str(request.state.request_id)
